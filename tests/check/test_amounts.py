"""Amounts, days and times by value: good translations pass in every language, others do not."""

import tomllib
from collections.abc import Iterator

import pytest

from tests.conftest import ROOT
from tests.mutations.everyday import HALVES
from tests.pairs import messages, pair
from tests.rows import each_row


def told(source: str, target: str, locale: str) -> list[str]:
    """Return the messages of the rules about numbers."""
    return messages(pair(locale, source, target), "TXT004", "SAF004", "SAF011")


GOOD = {
    "In all, 150,788,351 tests were made.": {
        "de": "Insgesamt wurden 150.788.351 Tests gemacht.",
        "fr": "Au total, 150 788 351 tests ont été faits.",
        "es": "En total se hicieron 150.788.351 pruebas.",
        "pt_BR": "No total, foram feitos 150.788.351 testes.",
        "it": "In tutto sono stati fatti 150.788.351 test.",
        "pl": "Łącznie wykonano 150 788 351 testów.",
        "ru": "Всего сделали 150 788 351 тест.",
        "uk": "Усього зробили 150 788 351 тест.",
        "tr": "Toplam 150.788.351 test yapıldı.",
        "ar": "أُجري في المجموع ١٥٠٬٧٨٨٬٣٥١ اختبارًا.",
        "fa": "در مجموع ۱۵۰٬۷۸۸٬۳۵۱ آزمایش انجام شد.",
        "fa_AF": "در مجموع ۱۵۰٬۷۸۸٬۳۵۱ آزمایش انجام شد.",
        "hi": "कुल 15,07,88,351 जाँचें की गईं।",
        "vi": "Tổng cộng có 150.788.351 xét nghiệm.",
        "ja": "合計150,788,351件の検査が行われた。",
        "ko": "모두 150,788,351건의 검사를 했다.",
        "zh_Hans": "总共做了150,788,351次检测。",
        "zh_Hant": "總共做了150,788,351次檢測。",
    },
    "Open from 9.30 am to 5.45 p.m.": {
        "de": "Geöffnet von 9.30 bis 17.45 Uhr.",
        "fr": "Ouvert de 9 h 30 à 17 h 45.",
        "es": "Abierto de 9:30 a 17:45.",
        "fi": "Avoinna 9.30–17.45.",
        "ja": "9時30分から17時45分まで。",
    },
    "Take 2.5 mg every 8 hours, on 04/05/2026 at 17:45.": {
        "de": "Nehmen Sie 2,5 mg alle 8 Stunden, am 05.04.2026 um 17.45 Uhr.",
        "fr": "Prenez 2,5 mg toutes les 8 heures, le 5 avril 2026 à 17 h 45.",
        "es": "Tome 2,5 mg cada 8 horas, el 5 de abril de 2026 a las 17:45.",
        "pt_BR": "Tome 2,5 mg a cada 8 horas, em 05/04/2026, às 17h45.",
        "it": "Prenda 2,5 mg ogni 8 ore, il 5 aprile 2026 alle 17.45.",
        "pl": "Proszę przyjmować 2,5 mg co 8 godzin, 5 kwietnia 2026 o 17:45.",
        "ru": "Принимайте 2,5 мг каждые 8 часов, 5 апреля 2026 года в 17:45.",
        "uk": "Приймайте 2,5 мг кожні 8 годин, 5 квітня 2026 року о 17:45.",
        "tr": "5 Nisan 2026 saat 17.45’te, 8 saatte bir 2,5 mg alın.",
        "ar": "خذ ٢٫٥ ملغ كل ٨ ساعات، في ٥ أبريل ٢٠٢٦ الساعة ١٧:٤٥.",
        "fa": "هر ۸ ساعت ۲٫۵ میلی‌گرم، ۵ آوریل ۲۰۲۶ ساعت ۱۷:۴۵.",
        "hi": "5 अप्रैल 2026 को 17:45 बजे, हर 8 घंटे में 2.5 मिग्रा लें।",
        "vi": "Uống 2,5 mg mỗi 8 giờ, ngày 5 tháng 4 năm 2026 lúc 17 giờ 45.",
        "ja": "2026年4月5日17時45分に、8時間ごとに2.5 mgを飲む。",
        "ko": "2026년 4월 5일 17시 45분에, 8시간마다 2.5mg을 드세요.",
        "zh_Hans": "2026年4月5日17点45分，每8小时服2.5毫克。",
        "zh_Hant": "2026年4月5日17點45分，每8小時服2.5毫克。",
        "sw": "Meza mg 2.5 kila saa 8, tarehe 5 Aprili 2026 saa 17:45.",
        "so": "Qaado 2.5 mg 8 saacadood kasta, 5 Abriil 2026 17:45.",
        "tl": "Uminom ng 2.5 mg kada 8 oras, Abril 5, 2026, 17:45.",
        "ht": "Pran 2.5 mg chak 8 èdtan, 5 avril 2026 a 17:45.",
        "bn": "৫ এপ্রিল ২০২৬, ১৭:৪৫-এ, প্রতি ৮ ঘণ্টায় ২.৫ মিগ্রা নিন।",
        "ur": "5 اپریل 2026 کو 17:45 پر، ہر 8 گھنٹے میں 2.5 ملی گرام لیں۔",
        "pa": "5 ਅਪ੍ਰੈਲ 2026 ਨੂੰ 17:45 ਵਜੇ, ਹਰ 8 ਘੰਟੇ 2.5 mg ਲਓ।",
        "ne": "५ अप्रिल २०२६, १७:४५ मा, हरेक ८ घण्टामा २.५ मिग्रा।",
        "th": "5 เมษายน 2026 เวลา 17.45 น. กิน 2.5 มก. ทุก 8 ชั่วโมง",
        "km": "ថ្ងៃ 5 មេសា 2026 ម៉ោង 17:45 លេប 2.5 mg រៀងរាល់ 8 ម៉ោង។",
        "am": "ኤፕሪል 5, 2026 በ17:45፣ በየ8 ሰዓቱ 2.5 mg ይውሰዱ።",
        "hy": "2026 թ. ապրիլի 5-ին, 17:45-ին, 8 ժամը մեկ 2,5 մգ։",
    },
    "At 5:30 pm.": {
        "de": "Um 17.30 Uhr.",
        "fr": "À 17 h 30.",
        "ja": "17時30分に。",
        "ko": "오후 5시 30분에.",
        "es": "A las 5:30 p. m.",
        "pt_BR": "Às 17h30.",
    },
    "Open 24 hours a day, 7 days a week.": {
        "fr": "Ouvert 24 heures sur 24, 7 jours sur 7.",
        "de": "Rund um die Uhr, an 7 Tagen in der Woche.",
    },
    "For 2 months.": {"ar": "لمدة شهرين.", "es": "Durante 2 meses."},
    "In August 2022, 3 in 4 people slept badly.": {
        "zh_Hans": "2022年8月，4人中有3人睡不好。",
        "ko": "2022년 8월에는 4명 중 3명이 잠을 잘 못 잤습니다.",
    },
    "Take ½ tablet, then 1/2 more.": {
        "es": "Tome media tableta, y luego 1/2 más.",
        "de": "Nehmen Sie ½ Tablette, dann noch 1/2.",
        "zh_Hans": "服½片，再服1/2片。",
    },
    "Take 20 mg, not 200 mg.": {
        "de": "Nehmen Sie nicht 200 mg, sondern 20 mg.",
        "es": "Tome 20 mg, no 200 mg.",
        "fr": "Prenez 20 mg, pas 200 mg.",
    },
    "About 1 in 10 people.": {
        "ja": "およそ10人に1人。",
        "de": "Etwa jeder 10. Mensch.",
        "zh_Hans": "大约10个人中有1个。",
    },
    "From June to August.": {
        "ja": "6月から8月まで。",
        "ko": "6월부터 8월까지.",
        "zh_Hant": "6 月至 8 月。",
        "vi": "Từ tháng 6 đến tháng 8.",
    },
    "Monday to Friday.": {
        "vi": "Từ thứ 2 đến thứ 6.",
        "pt_BR": "De 2ª a 6ª feira.",
        "pt_PT": "Da 2.ª à 6.ª feira.",
    },
    "The 19th century.": {"es": "El siglo XIX.", "fr": "Le XIXe siècle.", "ru": "XIX век."},
    "Drink 8 oz (240 mL).": {"de": "Trinken Sie 240 ml (8 oz).", "es": "Beba 240 ml (8 oz)."},
    "Take 1 tablet 3 times a day.": {
        "ar": "تناول قرصًا واحدًا ثلاث مرات في اليوم.",
        "bn": "দিনে তিনবার ১টি ট্যাবলেট খান।",
        "cs": "Užívejte 1 tabletu třikrát denně.",
        "de": "Nehmen Sie dreimal täglich 1 Tablette.",
        "el": "Πάρτε 1 δισκίο τρεις φορές την ημέρα.",
        "fa": "روزی سه بار ۱ قرص بخورید.",
        "fi": "Ota 1 tabletti kolmesti päivässä.",
        "fil": "Uminom ng 1 tableta nang tatlong beses sa isang araw.",
        "fr": "Prenez 1 comprimé trois fois par jour.",
        "he": "קחו כדור 1 שלוש פעמים ביום.",
        "hi": "दिन में तीन बार 1 गोली लें।",
        "hu": "Naponta háromszor vegyen be 1 tablettát.",
        "ja": "1日3回、1錠を飲んでください。",
        "ko": "하루 세 번 1알을 드세요.",
        "nl": "Neem driemaal per dag 1 tablet.",
        "ru": "Принимайте по 1 таблетке трижды в день.",
        "th": "กินยา 1 เม็ดวันละสามครั้ง",
        "uk": "Приймайте по 1 таблетці тричі на день.",
        "vi": "Uống 1 viên ba lần mỗi ngày.",
        "zh_Hans": "每天三次，每次1片。",
    },
    "Take 2 tablets twice a day.": {
        "ar": "تناول قرصين مرتين في اليوم.",
        "bn": "দিনে দুবার দুটি ট্যাবলেট খান।",
        "fil": "Uminom ng dalawang tableta nang dalawang beses sa isang araw.",
        "ko": "하루 두 번 두 알씩 드세요.",
        "tr": "Günde iki kez ikişer tablet alın.",
        "zh_Hans": "每日两次，每次两片。",
    },
    "Take 2 capsules every 12 hours.": {"ar": "تناول كبسولتين كل 12 ساعة."},
    "Take .5 mg.": {"es": "Tome 0,5 mg.", "ar": "خذ ٠٫٥ ملغ."},
    "1 in 5 people": {"de": "20 % der Menschen", "es": "el 20 % de las personas"},
    "1 in 3 people": {"de": "33 % der Menschen", "tr": "insanların %33’ü"},
    "One in five people": {"de": "20 % der Menschen", "ja": "20%の人"},
    "Half of all people": {"de": "50 % der Menschen"},
    "At 12 noon and at midnight": {"fr": "À midi et à minuit", "de": "Um 12 und um 24 Uhr"},
    "24 hours a day, 7 days a week": {"de": "rund um die Uhr, an allen Tagen"},
    "At −5 °C": {
        "ar": "عند 5 درجات مئوية تحت الصفر",
        "de": "Bei 5 °C unter null",
        "es": "A –5 °C",
        "ja": "氷点下5度",
        "ru": "5 градусов мороза",
        "zh_Hans": "零下5 °C",
    },
    "From 2 to -5 °C": {"de": "Von 2 bis -5 °C", "es": "De 2 a −5 °C"},
    "Keep it at 2–5 °C.": {"de": "Bei 2–5 °C aufbewahren.", "es": "Guárdelo a 2 -5 °C."},
    "Take 1 or 2 tablets.": {"es": "Tome 1 o 2 tabletas.", "ja": "1錠か2錠飲む。"},
    "Take it every other day.": {
        "he": "קחו כל יומיים.",
        "ja": "隔日で飲んでください。",
        "ko": "이틀에 한 번 드세요.",
        "es": "Tómelo un día sí y otro no.",
        "zh_Hans": "每两天服用一次。",
    },
    "Take 2 mg/kg a day.": {
        "ar": "تناول 2 ملغ لكل كيلوغرام يوميًا.",
        "de": "Nehmen Sie 2 mg pro Kilogramm am Tag.",
        "hi": "रोज़ 2 मिग्रा/किग्रा लें।",
        "ro": "Luați 2 mg la kg pe zi.",
    },
    "In 1.5 billion people": {
        "de": "Bei 1,5 Milliarden Menschen",
        "es": "En 1,5 mil millones de personas",
        "fr": "Chez 1 500 millions de personnes",
        "hi": "1.5 अरब लोगों में",
        "zh_Hans": "15亿人中",
    },
    "Take your dose at 8 a.m. and 8 p.m.": {
        "es": "Tome su dosis a las 8 de la mañana y a las 8 de la noche.",
        "de": "Nehmen Sie Ihre Dosis um 8 und um 20 Uhr.",
        "ja": "朝8時と夜8時に飲む。",
    },
    "At 12:30 a.m.": {
        "de": "Um 0.30 Uhr",
        "es": "A las 12:30 de la madrugada",
        "ja": "午前0時30分に",
        "tr": "Gece 00.30’da",
        "zh_Hans": "凌晨12点30分",
    },
    "Open 12 p.m. to 6 p.m.": {"de": "Von 12 bis 18 Uhr", "es": "De 12 a 18 h"},
    "Take 1 tablet in the morning and 2 at night.": {"ar": "خذ قرصًا صباحًا وقرصين ليلًا."},
    "Take both tablets.": {"ar": "خذ القرصين."},
    "For 2 out of 3 people, one tablet is enough.": {
        "de": "Für 2 von 3 Menschen reicht eine Tablette.",
        "it": "A due persone su tre basta una compressa.",
    },
    "Walk every day, or every other day.": {
        "de": "Gehen Sie jeden Tag oder jeden zweiten Tag spazieren."
    },
    "In daily life it helps.": {"ja": "日常生活で役立つ。", "ru": "В повседневной жизни помогает."},
    "It may alternate with sadness.": {"es": "Puede alternar con tristeza."},
    "A loss of 5% is normal.": {"es": "Una pérdida del 5 % es normal."},
    "Score −2 to +2": {"ar": "قيمة من -2 إلى +2", "de": "Wert −2 bis +2"},
    "4,000 steps a day": {"da": "4 tusind skridt om dagen", "es": "4 mil pasos al día"},
    "On April 5, 2026": {"ar": "5 نيسان 2026", "fr": "le 5 avril 2026"},
}


@each_row(
    ("source", "locale", "target"),
    [(source, locale, text) for source, rows in GOOD.items() for locale, text in rows.items()],
)
def test_the_same_by_value_is_no_fault(source: str, locale: str, target: str) -> None:
    assert told(source, target, locale) == []


BAD = [
    ("In all, 150,788,351 tests.", "Insgesamt 150,788.351 Tests.", "de"),
    ("Take 1.5 mg, not 15 mg.", "Nehmen Sie 15 mg, nicht 1,5 mg.", "de"),
    ("Take 1.5 mg, not 15 mg.", "Tome 15 mg, no 1,5 mg.", "es"),
    ("Half of 2.250 kg is 1.125 kg.", "Die Hälfte von 2.250 kg sind 1.125 kg.", "de"),
    ("From 9:30 to 17:45.", "Von 9.30 bis 17.54 Uhr.", "de"),
    ("On 04/05/2026.", "Am 04.05.2026.", "de"),
    ("On 04/05/2026.", "Le 04/05/2026.", "fr"),
    ("On 04/05/2026.", "El 4 de mayo de 2026.", "es"),
    ("On April 5, 2026.", "2026年5月4日。", "zh_Hans"),
    ("Take ½ tablet.", "Tome ¼ de tableta.", "es"),
    ("Take 2½ tablets.", "Tome 2¼ tabletas.", "es"),
    ("Take 1/2 tablet.", "Nehmen Sie 1/4 Tablette.", "de"),
    ("Take 10² units.", "Tome 10³ unidades.", "es"),
    ("Take VI drops, stage III.", "Tome IV gotas, estadio III.", "es"),
    ("Take VI drops.", "Tome Ⅳ gotas.", "es"),
    ("Never more than 4 in 24 hours.", "Nunca más de 24 en 4 horas.", "es"),
    ("Never more than 4 in 24 hours.", "Nie mehr als 24 in 4 Stunden.", "de"),
    ("Never more than 4 in 24 hours.", "Jamais plus de 24 en 4 heures.", "fr"),
    ("Never more than 4 in 24 hours.", "4小时内不超过24片。", "zh_Hans"),
    ("Take 10 to 20 mg.", "Tome de 20 a 10 mg.", "es"),
    ("Take 10 to 20 mg.", "Nehmen Sie 20 bis 10 mg.", "de"),
    ("Take one tablet, twice a day.", "Tome dos tabletas, tres veces al día.", "es"),
    ("The dose is 25 µg.", "Die Dosis ist 25 mg.", "de"),
    ("At 5:30 pm.", "Um 5.30 Uhr und 15 Minuten.", "de"),
    ("Drink 2 litres.", "Trinken Sie 2 Milliliter.", "de"),
    ("Wait 30 minutes.", "30時間待ってください。", "ja"),
    ("5 mg twice a day", "5 ml dos veces al día", "es"),
    ("In August 2022, 3 in 4 people", "2022年9月，4人中有3人", "zh_Hans"),
    ("On May 1.", "Le 1er mars.", "fr"),
    ("Use 0.06% gel.", "Nehmen Sie 0,6%iges Gel.", "de"),
    ("From June to August.", "7月から8月まで。", "ja"),
    ("Monday to Friday.", "Từ thứ 2 đến thứ 7.", "vi"),
    ("Monday to Friday.", "De 2ª a 7ª feira.", "pt_BR"),
    ("Above 100.4 °F (38 °C).", "Über 104 °F (38 °C).", "de"),
    ("Take 1 tablet 3 times a day.", "Nehmen Sie viermal täglich 1 Tablette.", "de"),
    ("Take 1 tablet 3 times a day.", "Принимайте по 1 таблетке дважды в день.", "ru"),
    ("Take 1 tablet 3 times a day.", "Tome 1 pastilla dos veces al día.", "es"),
    ("Take 1 tablet.", "تناول قرصين.", "ar"),
    ("Take 3 tablets.", "تناول قرصين.", "ar"),
    ("Take .5 mg.", "Tome 5 mg.", "es"),
    ("Take .25 mg.", "Tome 25 mg.", "es"),
    ("Take 2 mg.", "Tome 2 mg/kg.", "es"),
    ("1 in 5 people", "10 % der Menschen", "de"),
    ("Half of all people", "60 % der Menschen", "de"),
    ("from −5 to 5 °C", "von 5 bis 5 °C", "de"),
    ("At 12:30 a.m.", "Um 12.30 Uhr", "de"),
    ("On April 5, 2026", "5 أيار 2026", "ar"),
    ("Bipolar II disorder", "trastorno bipolar tipo I", "es"),
    ("For those of 18 and older.", "Für unter 18 Jahren.", "de"),
    ("Take it weekly.", "Nehmen Sie es täglich.", "de"),
]


@each_row(("source", "target", "locale"), BAD)
def test_another_value_unit_or_order_is_told(source: str, target: str, locale: str) -> None:
    assert told(source, target, locale)


def table() -> Iterator[tuple[str, str, str, str]]:
    """Yield each text of the table, with its locale and one slip; empty for none."""
    rows = tomllib.loads((ROOT / "tests/data/amounts.toml").read_text(encoding="utf-8"))["text"]
    for row in rows:
        source = row.pop("source")
        for locale, texts in row.items():
            yield source, locale, texts["good"], ""
            for old, new in texts["slips"]:
                assert old in texts["good"]
                yield source, locale, texts["good"].replace(old, new, 1), f"{old} → {new}"


def test_a_number_in_english_form_is_told_as_what_it_is_read() -> None:
    assert "the English says 1,000, this says 1,000, which is read as 1 here" in told(
        "The dose is 1,000 IU.", "Die Dosis ist 1,000 IE.", "de"
    )


TEXTS = 5
"""How many texts the table has, each in every shipped locale."""

SHIPPED = sorted(file.name for file in (ROOT / "locales").iterdir() if file.is_dir())


@pytest.mark.parametrize("locale", SHIPPED)
def test_every_slip_of_the_table_is_told_and_no_good_text(locale: str) -> None:
    rows = [row for row in table() if row[1] == locale]
    assert len({source for source, *_ in rows}) == TEXTS
    wrong = [
        (slip, text, told(source, text, locale))
        for source, _, text, slip in rows
        if bool(slip) != bool(told(source, text, locale))
    ]
    assert wrong == []


@each_row("locale", HALVES)
def test_half_a_tablet_is_not_one_and_a_half(locale: str) -> None:
    half, more = HALVES[locale]
    assert told("Take half a tablet.", half, locale) == []
    assert told("Take half a tablet.", more, locale)
    assert told("Take one and a half tablets.", more, locale) == []
    assert told("Take one and a half tablets.", half, locale)


@each_row(
    ("source", "target", "locale"),
    [
        ("Take one tablet at half past nine.", "Tome un comprimido a las nueve y media.", "es"),
        ("Half of your dose is enough.", "La mitad de la dosis es suficiente.", "es"),
        ("Take half a tablet.", "Tome ½ comprimido.", "es"),
        ("Open 24/7", "Круглосуточно", "ru"),
        ("Open 24/7", "Abierto 24/7", "es"),
        ("Open 24/7", "24時間年中無休", "ja"),
        ("Come at 8 am.", "Njoo saa 2 asubuhi.", "sw"),
        ("From 9:30 am to 5 pm", "Kuanzia saa 3:30 asubuhi hadi saa 11 jioni", "sw"),
    ],
)
def test_other_words_for_the_same_are_no_fault(source: str, target: str, locale: str) -> None:
    assert told(source, target, locale) == []


@each_row(
    ("source", "target", "locale"),
    [
        ("Take half a tablet.", "Tome dos comprimidos.", "es"),
        ("Open 24/7", "Открыто", "ru"),
        ("Come at 8 am.", "Njoo saa 3 asubuhi.", "sw"),
    ],
)
def test_other_words_for_something_else_are(source: str, target: str, locale: str) -> None:
    assert told(source, target, locale)


OTHER_HALF = [
    ("2:30 pm", "às 2h30 da manhã", "pt_BR"),
    ("2:30 pm", "a las 2:30 de la mañana", "es"),
    ("9 am", "a las 9 p. m.", "es"),
    ("9 am", "à 9 h du soir", "fr"),
    ("9 am", "um 9 Uhr abends", "de"),
    ("9 am", "alle 9 di sera", "it"),
    ("9 am", "o 9 wieczorem", "pl"),
    ("2 pm", "в 2 часа утра", "ru"),
    ("9 am", "о 9 годині вечора", "uk"),
    ("2 pm", "午前2時", "ja"),
    ("9 am", "下午9點", "zh_Hant"),
    ("2 pm", "오전 2시", "ko"),
    ("9 am", "الساعة 9 مساءً", "ar"),
    ("2 pm", "الساعة ٢ صباحا", "ar"),
    ("9 am", "ساعت ۹ عصر", "fa"),
    ("9 am", "शाम 9 बजे", "hi"),
    ("9 am", "9 giờ tối", "vi"),
    ("9 am", "akşam 9’da", "tr"),
    ("9 am", "9 uur ’s avonds", "nl"),
]


@each_row(("time", "target", "locale"), OTHER_HALF)
def test_a_time_in_the_other_half_of_the_day_is_told(time: str, target: str, locale: str) -> None:
    assert any("this says" in one for one in told(f"Come at {time}.", target, locale))


@each_row(
    ("times", "target", "locale"),
    [
        ("2:30 pm", "às 2h30 da tarde", "pt_BR"),
        ("2:30 pm", "às 14h30", "pt_BR"),
        ("2 pm tomorrow", "mañana a las 2", "es"),
        ("9 am to 5 pm", "de 9 a 5 de la tarde", "es"),
        ("9 am to 9 pm", "午前9時から午後9時", "ja"),
        ("9 am to 5 pm", "上午9点至下午5点", "zh_Hans"),
        ("11 am", "中午11点", "zh_Hans"),
        ("9 am to 5 pm", "오전 9시부터 오후 5시까지", "ko"),
        ("9 am to 5 pm", "सुबह 9 बजे से शाम 5 बजे", "hi"),
        ("9 am to 5 pm", "с 9 утра до 5 вечера", "ru"),
        ("9 am to 5 pm", "من 9 صباحًا إلى 5 مساءً", "ar"),
        ("9 am to 5 pm", "từ 9 giờ sáng đến 5 giờ chiều", "vi"),
        ("9 am to 5 pm", "von 9 Uhr morgens bis 5 Uhr nachmittags", "de"),
        ("9 am to 5 pm", "de 9 h du matin à 5 h de l’après-midi", "fr"),
        ("9 am to 5 pm", "sabah 9’dan akşam 5’e", "tr"),
    ],
)
def test_a_time_in_its_half_of_the_day_is_not(times: str, target: str, locale: str) -> None:
    assert told(f"Come at {times}.", target, locale) == []


@each_row(
    ("target", "locale"),
    [
        ("Abierto de 8:00 a 18:00 y de 9:00 a 12:00.", "es"),
        ("Geöffnet 8.00–18.00 und 9.00–12.00 Uhr.", "de"),
        ("Ouvert de 8 h à 18 h et de 9 h à midi.", "fr"),
    ],
)
def test_the_minutes_of_noon_are_no_number_of_their_own(target: str, locale: str) -> None:
    assert told("Open from 8 am to 6 pm and from 9 am to noon.", target, locale) == []
