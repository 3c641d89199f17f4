"""The same time in another unit is good language, another time is none."""

from tests.pairs import messages, pair
from tests.rows import each_row


def told(locale: str, source: str, target: str, context: str = "") -> list[str]:
    return messages(
        pair(locale, source, target, context=context), "TXT004", "SAF002", "SAF004", "SAF011"
    )


@each_row(
    ("locale", "source", "target"),
    [
        ("es", "It lasts 14 days.", "Dura 2 semanas."),
        ("fr", "Wait 14 days.", "Attendez 2 semaines."),
        ("de", "Wait 14 days.", "Warten Sie 2 Wochen."),
        ("es", "It lasts 14 days.", "Dura dos semanas."),
        ("fr", "It lasts 14 days.", "Cela dure deux semaines."),
        ("de", "It lasts 14 days.", "Es dauert zwei Wochen."),
        ("ru", "It lasts 14 days.", "Это длится две недели."),
        ("ru", "It lasts 14 days.", "Это длится 2 недели."),
        ("uk", "It lasts 14 days.", "Це триває 2 тижні."),
        ("pl", "It lasts 14 days.", "To trwa 2 tygodnie."),
        ("pl", "It lasts 14 days.", "To trwa dwa tygodnie."),
        ("ar", "It lasts 14 days.", "يستمر أسبوعين."),
        ("ar", "It lasts 21 days.", "يستمر ٣ أسابيع."),
        ("ar", "It lasts 21 days.", "يستمر ثلاثة أسابيع."),
        ("fa", "It lasts 14 days.", "۲ هفته طول می\u200cکشد."),
        ("fa", "It lasts 14 days.", "دو هفته طول می\u200cکشد."),
        ("he", "It lasts 14 days.", "זה נמשך שבועיים."),
        ("hi", "It lasts 14 days.", "यह 2 सप्ताह रहता है।"),
        ("hi", "It lasts 14 days.", "यह दो सप्ताह रहता है।"),
        ("zh_Hans", "It lasts 14 days.", "持续2周。"),
        ("zh_Hans", "It lasts 14 days.", "持续两周。"),
        ("zh_Hans", "It lasts 14 days.", "持续两个星期。"),
        ("zh_Hant", "It lasts 14 days.", "持續2週。"),
        ("ja", "It lasts 14 days.", "2週間続く。"),
        ("ja", "It lasts 14 days.", "二週間続く。"),
        ("ko", "It lasts 14 days.", "2주 동안 계속됩니다."),
        ("ko", "It lasts 14 days.", "이 주 동안 계속됩니다."),
        ("vi", "It lasts 14 days.", "Kéo dài 2 tuần."),
        ("vi", "It lasts 14 days.", "Kéo dài hai tuần."),
        ("th", "It lasts 14 days.", "นาน 2 สัปดาห์"),
        ("th", "It lasts 14 days.", "นานสองสัปดาห์"),
        ("tr", "It lasts 14 days.", "2 hafta sürer."),
        ("tr", "It lasts 14 days.", "İki hafta sürer."),
        ("it", "It lasts 14 days.", "Dura 2 settimane."),
        ("it", "It lasts 14 days.", "Dura due settimane."),
        ("pt_BR", "It lasts 14 days.", "Dura 2 semanas."),
        ("ro", "It lasts 14 days.", "Durează 2 săptămâni."),
        ("nl", "It lasts 14 days.", "Het duurt 2 weken."),
        ("el", "It lasts 14 days.", "Διαρκεί 2 εβδομάδες."),
        ("el", "It lasts 14 days.", "Διαρκεί δύο εβδομάδες."),
        ("bn", "It lasts 14 days.", "এটি ২ সপ্তাহ থাকে।"),
        ("bn", "It lasts 14 days.", "এটি দুই সপ্তাহ থাকে।"),
        ("ur", "It lasts 14 days.", "یہ 2 ہفتے رہتا ہے۔"),
        ("ur", "It lasts 14 days.", "یہ دو ہفتے رہتا ہے۔"),
        ("pa", "It lasts 14 days.", "ਇਹ 2 ਹਫ਼ਤੇ ਰਹਿੰਦਾ ਹੈ।"),
        ("ne", "It lasts 14 days.", "यो २ हप्ता रहन्छ।"),
        ("sw", "It lasts 14 days.", "Hudumu wiki 2."),
        ("sw", "It lasts 14 days.", "Hudumu wiki mbili."),
        ("ht", "It lasts 14 days.", "Li dire 2 semèn."),
        ("ht", "It lasts 14 days.", "Li dire de semèn."),
        ("fil", "It lasts 14 days.", "Tumatagal ito nang 2 linggo."),
        ("fil", "It lasts 14 days.", "Tumatagal ito nang dalawang linggo."),
        ("es", "It may take 24 hours.", "Puede tardar 1 día."),
        ("es", "It may take 24 hours.", "Puede tardar un día."),
        ("es", "It may take 48 hours.", "Puede tardar dos días."),
        ("es", "It may take 48 hours.", "Puede tardar 2 días."),
        ("de", "It may take 72 hours.", "Es kann drei Tage dauern."),
        ("fr", "For 12 months.", "Pendant un an."),
        ("fr", "For 12 months.", "Pendant 1 an."),
        ("de", "For 12 months.", "Ein Jahr lang."),
        ("es", "For 12 months.", "Durante un año."),
        ("it", "For 12 months.", "Per un anno."),
        ("ru", "For 12 months.", "В течение года."),
        ("ru", "For 12 months.", "Один год."),
        ("zh_Hans", "For 12 months.", "持续一年。"),
        ("ja", "For 12 months.", "1年間。"),
        ("ko", "For 12 months.", "1년 동안."),
        ("ar", "For 12 months.", "لمدة سنة."),
        ("ar", "For 24 months.", "لمدة سنتين."),
        ("es", "For 24 months.", "Durante 2 años."),
        ("es", "For 2 years.", "Durante 24 meses."),
        ("es", "For 2 weeks.", "Durante 14 días."),
        ("de", "For 2 weeks.", "14 Tage lang."),
        ("fr", "For 2 weeks.", "Pendant 14 jours."),
        ("fr", "For 2 weeks.", "Pendant quinze jours."),
        ("es", "For 60 minutes.", "Durante 1 hora."),
        ("es", "For 60 minutes.", "Durante una hora."),
        ("es", "For 120 minutes.", "Durante dos horas."),
        ("es", "Open 7 days a week.", "Abierto todos los días de la semana."),
        ("es", "Open 7 days a week.", "Abierto todos los días."),
        ("de", "Open 7 days a week.", "Täglich geöffnet."),
        ("fr", "For 90 minutes.", "Pendant 1 h 30."),
        ("es", "For 18 months.", "Durante un año y medio."),
        ("es", "Two weeks later.", "14 días después."),
        ("es", "In 14 to 21 days.", "En 2 a 3 semanas."),
        ("es", "In 2–3 weeks.", "En 14–21 días."),
        ("es", "For 1 week.", "Durante 7 días."),
        ("es", "For 7 days.", "Durante una semana."),
        ("fr", "For 7 days.", "Pendant une semaine."),
        ("de", "For 7 days.", "Eine Woche lang."),
        ("fr", "Take 10 mg for 14 days.", "Prenez 10 mg pendant quinze jours."),
        ("es", "Take 10 mg for 14 days.", "Tome 10 mg durante catorce días."),
        ("es", "Take 1 tablet for 2 weeks.", "Tome 1 comprimido durante dos semanas."),
        ("ht", "Wait 24 hours.", "Tann 24 èdtan."),
        ("ht", "Wait 14 days.", "Tann 14 jou."),
        ("zh_Hans", "For 18 months.", "一年半。"),
        ("sw", "Wait 24 hours.", "Subiri siku 1."),
        ("es", "Two hours later.", "120 minutos después."),
        ("ru", "Open 7 days a week.", "Открыто ежедневно."),
        ("zh_Hans", "Open 7 days a week.", "每天开放。"),
        ("ar", "Open 7 days a week.", "مفتوح كل يوم."),
        ("ja", "Open 7 days a week.", "年中無休。"),
    ],
)
def test_the_same_time_may_be_said_in_another_unit(locale: str, source: str, target: str) -> None:
    assert told(locale, source, target) == []


@each_row(
    ("locale", "source", "target"),
    [
        ("es", "It lasts 14 days.", "Dura 3 semanas."),
        ("fr", "It lasts 14 days.", "Cela dure 4 semaines."),
        ("de", "It lasts 14 days.", "Es dauert drei Wochen."),
        ("es", "It lasts 14 days.", "Dura 2 días."),
        ("es", "It lasts 14 days.", "Dura 2 meses."),
        ("es", "It lasts 10 days.", "Dura 2 semanas."),
        ("es", "It may take 24 hours.", "Puede tardar 2 días."),
        ("es", "For 12 months.", "Durante 2 años."),
        ("es", "For 12 months.", "Durante 12 semanas."),
        ("zh_Hans", "It lasts 14 days.", "持续3周。"),
        ("ar", "It lasts 14 days.", "يستمر ٣ أسابيع."),
        ("ru", "It lasts 14 days.", "Это длится 3 недели."),
        ("es", "For 60 minutes.", "Durante 2 horas."),
        ("es", "For 1 month.", "Durante 30 días."),
        ("es", "Take 2 tablets every 24 hours.", "Tome 2 comprimidos cada 2 días."),
        ("es", "Take 10 mg for 14 days.", "Tome 20 mg durante 14 días."),
        ("es", "Take 10 mg for 14 days.", "Tome 10 mg durante 2 semanas."),
        ("es", "Take 1 tablet every 24 hours.", "Tome 1 comprimido cada día."),
        ("es", "Take one tablet every 48 hours.", "Tome un comprimido cada 2 días."),
        (
            "es",
            "Take no more than 4 tablets in 24 hours.",
            "No tome más de 4 comprimidos en un día.",
        ),
        ("es", "Take 10 mg for 14 days.", "Tome 10 mg durante dos semanas."),
        ("ht", "Wait 14 days.", "Tann 3 semèn."),
        ("sw", "Wait 14 days.", "Subiri wiki 3."),
        ("es", "Two hours later.", "150 minutos después."),
    ],
)
def test_another_time_and_a_dose_in_another_unit_are_told(
    locale: str, source: str, target: str
) -> None:
    assert told(locale, source, target)


@each_row(
    ("locale", "source", "target"),
    [
        ("fr", "Wait 14 days.", "Attendez 2 semaines."),
        ("fr", "Stay 24 hours.", "Restez 1 jour."),
        ("fr", "Stay 24 hours.", "Restez un jour."),
    ],
)
def test_in_a_crisis_note_hours_stay_hours(locale: str, source: str, target: str) -> None:
    assert told(locale, source, target, context="crisis")
