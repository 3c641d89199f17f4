"""Time and medicine that words count: the same number in every language passes, another is told."""

from tests.mutations.counts import TABLETS, WEEKS_ON
from tests.pairs import messages, pair
from tests.rows import each_row

AFTER = "See your doctor after two weeks."
TWICE = "Take 2 tablets twice a day."


def told(locale: str, source: str, target: str) -> list[str]:
    return messages(pair(locale, source, target), "TXT004", "SAF004", "SAF011")


@each_row(
    ("locale", "source", "target"),
    [
        *((locale, AFTER, texts[0]) for locale, texts in WEEKS_ON.items()),
        *((locale, TWICE, texts[0]) for locale, texts in TABLETS.items()),
        ("fr", AFTER, "Consultez votre médecin au bout de quinze jours."),
        ("es", AFTER, "Vea a su médico a los quince días."),
        ("es", AFTER, "Vea a su médico tras catorce días."),
        ("es", AFTER, "Vea a su médico pasadas dos semanas."),
        ("el", AFTER, "Δείτε τον γιατρό σας μετά από ένα δεκαπενθήμερο."),
        ("ko", AFTER, "2주 후에 의사를 만나세요."),
        ("ja", AFTER, "2週間後に医師の診察を受けてください。"),
        ("de", AFTER, "Gehen Sie nach 14 Tagen zum Arzt."),
        ("de", "Wait two or three days.", "Warten Sie zwei bis drei Tage."),
        ("ru", "Wait two or three days.", "Подождите два-три дня."),
        ("ar", "Wait two or three days.", "انتظر يومين أو ثلاثة أيام."),
        ("ja", "Wait two or three days.", "二、三日待ってください。"),
        ("zh_Hans", "Wait two or three days.", "等两三天。"),
        ("ko", "Wait two or three days.", "이삼일 기다리세요."),
        ("fr", "Wait two or three days.", "Attendez deux ou trois jours."),
        ("hi", "Wait two or three days.", "दो-तीन दिन रुकें।"),
        (
            "es",
            "Every two weeks, write down how you feel.",
            "Cada dos semanas, anote cómo se siente.",
        ),
        (
            "es",
            "Every two weeks, write down how you feel.",
            "Una semana sí y otra no, anote cómo se siente.",
        ),
        (
            "de",
            "Every two weeks, write down how you feel.",
            "Schreiben Sie jede zweite Woche auf, wie es Ihnen geht.",
        ),
        ("es", "It takes ninety minutes.", "Dura una hora y media."),
        ("de", "It takes ninety minutes.", "Es dauert anderthalb Stunden."),
        ("fr", "It takes twelve months.", "Cela prend un an."),
        ("fr", "It takes eighteen months.", "Cela prend un an et demi."),
        ("it", "A one-hour talk helps.", "Un colloquio di un’ora aiuta."),
        ("es", "One day it will be better.", "Algún día estará mejor."),
        (
            "es",
            "For one day, or two, you may feel worse.",
            "Durante un par de días puede sentirse peor.",
        ),
        ("ar", "Stay for a week.", "ابقَ لمدة أسبوع."),
        ("es", "Call us within an hour.", "Llámenos antes de una hora."),
        (
            "es",
            "In a year or two, most people are well.",
            "En uno o dos años, la mayoría está bien.",
        ),
        ("de", "It takes a year and a half.", "Es dauert anderthalb Jahre."),
        ("fr", "After a week, try again.", "Au bout de huit jours, réessayez."),
        ("it", "For the first six weeks, rest.", "Nelle prime sei settimane, riposi."),
        ("pl", "For five days, rest.", "Przez pięć dni proszę odpoczywać."),
        ("vi", "It took five years.", "Mất năm năm."),
        ("vi", "It took two years.", "Mất hai năm."),
        ("zh_Hans", "It took ten years.", "花了十年。"),
        ("zh_Hans", "Twelve months later she was well.", "十二个月后，她康复了。"),
        ("ja", "Twelve months later she was well.", "十二か月後、彼女は元気になった。"),
        ("ja", "Twenty-one days later she was well.", "二十一日後、彼女は元気になった。"),
        ("ar", TWICE, "تناول قرصين مرتين في اليوم."),
        ("ar", "Take 1 tablet twice a day.", "تناول قرصًا واحدًا مرتين في اليوم."),
        ("he", TWICE, "קחו 2 טבליות פעמיים ביום."),
        ("he", TWICE, "קחו שתי טבליות פעמיים ביום."),
        ("he", "Take 1 tablet twice a day.", "קחו טבליה אחת פעמיים ביום."),
        ("es", "Take 2 pills twice a day.", "Tome dos pastillas dos veces al día."),
        (
            "de",
            "Take two tablets on day one, then one tablet a day.",
            "Nehmen Sie am ersten Tag zwei Tabletten, dann täglich eine Tablette.",
        ),
        (
            "fr",
            "Take two tablets; after four hours, one more tablet.",
            "Prenez deux comprimés ; quatre heures après, un comprimé de plus.",
        ),
        ("sw", "Wait two or three days.", "Subiri siku mbili au tatu."),
        ("tr", "Wait two or three days.", "İki üç gün bekleyin."),
        (
            "pt_BR",
            "Within two weeks of a loss, talk to us.",
            "Até duas semanas após uma perda, fale conosco.",
        ),
        ("es", "Over a year later, she wrote again.", "Más de un año después, volvió a escribir."),
        ("ru", "In an hour it passes.", "Через час это проходит."),
        ("ru", "It lasts two weeks.", "Это длится пару недель."),
        ("hi", "It lasts a month and a half.", "यह डेढ़ महीने रहता है।"),
        ("hi", "It lasts two and a half hours.", "यह ढाई घंटे रहता है।"),
        ("uk", "A two-week course helps.", "Двотижневий курс допомагає."),
        ("de", "A two-week course helps.", "Ein zweiwöchiger Kurs hilft."),
        ("ko", "It took three months.", "석 달이 걸렸습니다."),
        ("ko", "Sleep eight hours.", "여덟 시간 주무세요."),
        ("ko", "Wait a month.", "한 달 기다리세요."),
    ],
)
def test_the_same_count_is_no_fault(locale: str, source: str, target: str) -> None:
    assert told(locale, source, target) == []


@each_row(
    ("locale", "source", "target"),
    [
        *((locale, AFTER, texts[1]) for locale, texts in WEEKS_ON.items()),
        *((locale, TWICE, texts[1]) for locale, texts in TABLETS.items()),
        ("ar", AFTER, "راجع طبيبك بعد شهرين وثلاثة أسابيع."),
        ("ar", "Wait three days.", "انتظر يومين."),
        ("he", "Wait three weeks.", "חכו שבועיים."),
        ("es", "Wait an hour.", "Espere dos horas."),
        ("de", "After a week, try again.", "Versuchen Sie es nach zwei Wochen noch einmal."),
        ("es", "It takes ninety minutes.", "Dura sesenta minutos."),
        ("fr", "It lasts six months.", "Cela dure neuf mois."),
        ("zh_Hans", "It took ten years.", "花了二十年。"),
        ("ja", "Twelve months later she was well.", "二十か月後、彼女は元気になった。"),
        ("ko", "It took three months.", "두 달이 걸렸습니다."),
        ("ko", "Sleep eight hours.", "여섯 시간 주무세요."),
        ("ar", TWICE, "تناول قرصًا واحدًا مرتين في اليوم."),
        ("ar", TWICE, "تناول حبة واحدة مرتين في اليوم."),
        ("he", TWICE, "קחו טבליה אחת פעמיים ביום."),
        ("he", "Take two tablets twice a day.", "קחו כדור אחד פעמיים ביום."),
        ("es", TWICE, "Tome una tableta dos veces al día."),
        ("de", "Take two tablets twice a day.", "Nehmen Sie zweimal täglich eine Tablette."),
        ("fr", "Take two tablets twice a day.", "Prenez un comprimé deux fois par jour."),
        ("zh_Hans", "Take two tablets twice a day.", "每日两次，每次一片。"),
        ("tr", "Take two tablets twice a day.", "Günde iki kez bir tablet alın."),
        ("pl", "For five days, rest.", "Przez sześć dni proszę odpoczywać."),
        ("ru", "For five days, rest.", "В течение шести дней отдыхайте."),
        ("it", "For the first six weeks, rest.", "Nelle prime otto settimane, riposi."),
        ("uk", "It lasts five months.", "Це триває шість місяців."),
    ],
)
def test_another_count_is_told_once(locale: str, source: str, target: str) -> None:
    assert len(told(locale, source, target)) == 1
