"""Everyday amounts, times, parts and days of many languages: good ones pass, slips are told."""

from pipeline.check.rules import PAIR_RULES
from tests.pairs import pair
from tests.rows import each_row


def told(locale: str, source: str, target: str) -> list[str]:
    judged = pair(locale, source, target)
    return [
        fault.message
        for rule in PAIR_RULES
        if rule.code in ("TXT004", "SAF004", "SAF011")
        and rule.check
        and (not rule.needs or rule.needs in judged.features)
        for fault in rule.check(judged)
    ]


@each_row(
    ("locale", "source", "target"),
    [
        ("es", "Take 0.5 mg.", "Tome 0,5 mg."),
        ("es", "Take 0.5 mg.", "Tome medio miligramo."),
        ("de", "Take 1,000 mg.", "Nehmen Sie 1000 mg."),
        ("de", "Take 1,000 mg.", "Nehmen Sie 1.000 mg."),
        ("fr", "Take 1,000 mg.", "Prenez 1 000 mg."),
        ("zh_Hans", "Take 15,000 units.", "服用1.5万单位。"),
        ("hi", "150,000 people", "1,50,000 लोग"),
        ("hi", "150,000 people", "डेढ़ लाख लोग"),
        ("ar", "Take 2 tablets 3 times a day.", "تناول قرصين 3 مرات يوميًا."),
        ("ja", "Take 2 tablets 3 times a day.", "1日3回2錠飲む。"),
        ("es", "From 9:30 am to 5:45 pm.", "De 9:30 a 17:45."),
        ("es", "On March 4, 2026.", "El 4 de marzo de 2026."),
        ("de", "On March 4, 2026.", "Am 4.3.2026."),
        ("th", "In 2026.", "ในปี 2569"),
        ("fa", "In 2026.", "در سال ۱۴۰۵"),
        ("ja", "In 2026.", "令和8年に"),
        ("fr", "one in five people", "une personne sur cinq"),
        ("tr", "20% of people", "insanların %20'si"),
        ("ar", "20% of people", "٢٠٪ من الناس"),
        ("es", "Stage III", "Estadio 3"),
        ("es", "at least 8 hours", "8 horas como mínimo"),
        ("es", "Take 5 mcg.", "Tome 5 µg."),
        ("ru", "Take 5 mg.", "Принимайте 5 мг."),
        ("es", "Sleep 7–9 hours.", "Duerma entre 7 y 9 horas."),
        ("zh_Hans", "Sleep 7–9 hours.", "睡七到九个小时。"),
        ("es", "Three times a week.", "Tres veces por semana."),
        ("es", "Twice a day.", "Dos veces al día."),
        ("es", "In March.", "En marzo."),
        ("de", "On Monday.", "Am Montag."),
        ("de", "one in five people", "jede fünfte Person"),
        ("de", "three out of four people", "drei von vier Menschen"),
        ("es", "one in five people", "una quinta parte de las personas"),
        ("ja", "one in five people", "五人に一人"),
        ("zh_Hans", "one in ten people", "十分之一的人"),
        ("ru", "one in five people", "каждый пятый человек"),
        ("hi", "one in five people", "पाँच में से एक व्यक्ति"),
        ("ar", "one in five people", "واحد من كل خمسة أشخاص"),
        ("tr", "one in five people", "beş kişiden biri"),
        ("fr", "Take 2 tablets 3 times a day.", "Prenez 2 comprimés 3 fois par jour."),
        ("ru", "Take 2 tablets 3 times a day.", "Принимайте по 2 таблетки 3 раза в день."),
        ("hi", "Take 2 tablets 3 times a day.", "दिन में 3 बार 2 गोलियाँ लें।"),
    ],
)
def test_the_same_value_is_no_fault(locale: str, source: str, target: str) -> None:
    assert told(locale, source, target) == []


@each_row(
    ("locale", "source", "target"),
    [
        ("es", "Take 0.5 mg.", "Tome 5 mg."),
        ("es", "Take 0.5 mg.", "Tome ,05 mg."),
        ("de", "Take 1,000 mg.", "Nehmen Sie 1,000 mg."),
        ("de", "Take 1,000 mg.", "Nehmen Sie 10 g."),
        ("fr", "Take 1,000 mg.", "Prenez 100 mg."),
        ("zh_Hans", "Take 1,500 mg.", "服用一万五千毫克。"),
        ("hi", "150,000 people", "1,50,00,000 लोग"),
        ("es", "Take 2 tablets 3 times a day.", "Tome 3 comprimidos 2 veces al día."),
        ("ja", "Take 2 tablets 3 times a day.", "1日2回3錠飲む。"),
        ("es", "From 9:30 to 17:45.", "De 9:30 a 17:54."),
        ("es", "From 9:30 am to 5:45 pm.", "De 9:30 a 5:45."),
        ("es", "On March 4, 2026.", "El 3 de abril de 2026."),
        ("de", "On 4 March 2026.", "Am 3. April 2026."),
        ("de", "On March 4, 2026.", "Am 3.4.2026."),
        ("th", "In 2026.", "ในปี 2659"),
        ("ja", "In 2026.", "令和6年に"),
        ("es", "About 38.5 °C.", "Unos 35,8 °C."),
        ("es", "98.6 °F", "98,6 °C"),
        ("es", "1 in 5 people", "1 de cada 4 personas"),
        ("fr", "one in five people", "une personne sur quatre"),
        ("es", "two thirds of people", "un tercio de las personas"),
        ("es", "20% of people", "2 % de las personas"),
        ("ar", "20% of people", "٢٪ من الناس"),
        ("es", "Stage III", "Estadio II"),
        ("es", "120/80 mmHg", "80/120 mmHg"),
        ("es", "at least 8 hours", "como máximo 8 horas"),
        ("es", "Take 5 ml.", "Tome 5 cl."),
        ("es", "Take 5 mcg.", "Tome 5 mg."),
        ("ru", "Take 5 mg.", "Принимайте 5 г."),
        ("zh_Hans", "Take 5 mg.", "服用5克。"),
        ("ko", "Take 5 mg.", "5그램 드세요."),
        ("th", "Take 5 mg.", "กิน 5 กรัม"),
        ("es", "Sleep 7 to 9 hours.", "Duerma de 9 a 7 horas."),
        ("es", "Sleep 7–9 hours.", "Duerma 7-8 horas."),
        ("zh_Hans", "Sleep 7–9 hours.", "睡七到八个小时。"),
        ("es", "Three times a week.", "Tres veces al día."),
        ("es", "Take it twice a day.", "Tómelo tres veces al día."),
        ("es", "In 2.5 years", "En 25 años"),
        ("es", "In March.", "En abril."),
        ("de", "On Monday.", "Am Dienstag."),
        ("es", "one in five people", "una de cada cuatro personas"),
        ("de", "three out of four people", "drei von fünf Menschen"),
        ("ja", "one in five people", "四人に一人"),
        ("hi", "one in five people", "चार में से एक व्यक्ति"),
        ("fr", "Take 2 tablets 3 times a day.", "Prenez 3 comprimés 2 fois par jour."),
        ("de", "Take 2 tablets 3 times a day.", "Nehmen Sie 3 Tabletten 2-mal täglich."),
        ("ru", "Take 2 tablets 3 times a day.", "Принимайте 3 таблетки 2 раза в день."),
        ("hi", "Take 2 tablets 3 times a day.", "दिन में 2 बार 3 गोलियाँ लें।"),
    ],
)
def test_another_value_is_told(locale: str, source: str, target: str) -> None:
    assert told(locale, source, target)
