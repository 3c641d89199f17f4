"""Numbers, times and decades that good translators write otherwise, and wrong ones beside them."""

from pipeline.check.rules import PAIR_RULES
from pipeline.values.finding import Severity
from tests.mutations.catalogs import crisis_numbers
from tests.pairs import pair
from tests.rows import each_row

EVENING = "Call before 7:30 pm."
IN_THREE = "About 1 in 3 people feel this."
DECADE = "This began in the 1990s."
MANY = "About 15,000 people took part."
MILLIONS = "About 2,000,000 people live with it."


def told(locale: str, source: str, target: str) -> list[tuple[str, Severity]]:
    judged = pair(locale, source, target, crisis_numbers=crisis_numbers)
    return [
        (rule.code, fault.severity or rule.severity)
        for rule in PAIR_RULES
        if rule.check and rule.code[:3] in ("SAF", "TXT")
        for fault in rule.check(judged)
    ]


def errors(locale: str, source: str, target: str) -> list[str]:
    found = told(locale, source, target)
    return [code for code, severity in found if severity is Severity.ERROR]


@each_row(
    ("locale", "source", "target"),
    [
        ("es", EVENING, "Llame antes de las siete y media de la tarde."),
        ("ja", EVENING, "午後7時半までにお電話ください。"),
        ("ko", EVENING, "오후 7시 반 전에 전화하세요."),
        ("zh_Hans", EVENING, "请在晚上7点半以前打电话。"),
        ("hi", EVENING, "शाम साढ़े सात बजे से पहले फ़ोन करें।"),
        ("vi", EVENING, "Hãy gọi trước 7 giờ rưỡi tối."),
        ("tr", EVENING, "Akşam yedi buçuktan önce arayın."),
        ("it", EVENING, "Chiami prima delle sette e mezza di sera."),
        ("fa", EVENING, "پیش از ساعت هفت و نیم شب زنگ بزنید."),
        ("ro", EVENING, "Sunați înainte de șapte și jumătate seara."),
        ("ur", EVENING, "شام ساڑھے سات بجے سے پہلے فون کریں۔"),
        ("fr", EVENING, "Appelez avant 19 h 30."),
        ("fr", EVENING, "Appelez ce soir avant 7 h 30."),
        ("de", EVENING, "Rufen Sie am Abend vor 7.30 Uhr an."),
        ("th", EVENING, "โทรก่อน 19.30 น."),
        ("ja", EVENING, "午後7時30分までにお電話ください。"),
        ("vi", EVENING, "Hãy gọi trước 7 giờ 30 tối."),
        ("es", IN_THREE, "Aproximadamente una de cada tres personas siente esto."),
        ("fr", IN_THREE, "Environ une personne sur trois ressent cela."),
        ("hi", IN_THREE, "लगभग हर तीन में से एक व्यक्ति ऐसा महसूस करता है।"),
        ("es", DECADE, "Esto empezó en los años noventa."),
        ("es", DECADE, "Esto empezó en los años 90."),
        ("pl", DECADE, "Zaczęło się to w latach 90."),
        ("ru", DECADE, "Это началось в 90-х годах."),
        ("it", DECADE, "È iniziato negli anni ’90."),
        ("ja", MANY, "約1万5千人が参加しました。"),
        ("ko", MANY, "약 1만 5천 명이 참여했습니다."),
        ("ja", MANY, "約1.5万人が参加しました。"),
        ("zh_Hans", "About 1,500 people took part.", "约有一千五百人参加。"),
        ("th", MILLIONS, "มีผู้ป่วยประมาณ 2 ล้านคน"),
        ("vi", MILLIONS, "Khoảng 2 triệu người sống chung với nó."),
        ("sw", MILLIONS, "Takriban watu milioni 2 wanaishi nao."),
        ("ur", "About 200,000 people live with it.", "تقریباً 2 لاکھ لوگ اس کے ساتھ جیتے ہیں۔"),
        ("ar", "Sleep 8 hours.", "نم ثماني ساعات."),
        ("sw", "Come at 9 a.m.", "Njoo saa tatu asubuhi."),
        ("es", "Walk for 30 minutes.", "Camine media hora."),
        ("de", "Rest for 30 minutes.", "Ruhen Sie eine halbe Stunde."),
        ("ru", "Rest for 30 minutes.", "Отдохните полчаса."),
        ("th", "Rest for 30 minutes.", "พักครึ่งชั่วโมง"),
        ("hi", "Rest for 30 minutes.", "आधा घंटा आराम करें।"),
        ("de", "Rest for 90 minutes.", "Ruhen Sie anderthalb Stunden."),
        ("fr", "It takes 18 months.", "Cela prend un an et demi."),
        ("zh_Hans", "It takes 6 months.", "这需要半年。"),
        ("es", "50% of people recover.", "La mitad de las personas se recupera."),
        ("de", "It is 25% lower.", "Er ist um ein Viertel niedriger."),
        ("fa", "Printed on June 1, 2026.", "چاپ در اول ژوئن ۲۰۲۶."),
        ("es", "Printed on June 1, 2026.", "Impreso el primero de junio de 2026."),
        ("de", "Come at noon.", "Kommen Sie um 12 Uhr mittags."),
        ("es", "Rest half an hour.", "Descanse 30 minutos."),
        ("ja", "Your score is 5/10.", "あなたの点数は10点中5点です。"),
        ("fr", "Call between 3 and 5 pm.", "Appelez entre 15 h et 17 h."),
        ("pl", "Call between 3 and 5 pm.", "Proszę dzwonić między 15 a 17."),
        ("de", "Call from 9 to 5 pm.", "Rufen Sie von 9 bis 17 Uhr an."),
        ("fr", "Call on May 15.", "Appelez le 15 mai."),
        ("es", "Call on May 15.", "Llame el 15 de mayo."),
        ("fil", "Call on May 15.", "Tumawag sa Mayo 15."),
    ],
)
def test_what_a_good_translator_writes_is_no_fault(locale: str, source: str, target: str) -> None:
    assert told(locale, source, target) == []


@each_row(
    ("locale", "source", "target"),
    [
        ("de", EVENING, "Rufen Sie vor halb acht Uhr abends an."),
        ("ru", EVENING, "Позвоните до половины восьмого вечера."),
        ("pl", EVENING, "Proszę zadzwonić przed wpół do ósmej wieczorem."),
        ("ar", EVENING, "اتصل قبل الساعة السابعة والنصف مساءً."),
        ("de", IN_THREE, "Etwa jeder Dritte fühlt das."),
        ("ar", DECADE, "بدأ هذا في التسعينيات."),
        ("pl", DECADE, "Zaczęło się to w latach dziewięćdziesiątych."),
    ],
)
def test_words_that_nobody_here_knows_are_no_error(locale: str, source: str, target: str) -> None:
    assert errors(locale, source, target) == []


@each_row(
    ("locale", "source", "target"),
    [
        ("de", EVENING, "Rufen Sie vor halb sieben Uhr abends an."),
        ("nl", EVENING, "Bel vóór half zeven ’s avonds."),
        ("ja", EVENING, "午後7時までにお電話ください。"),
        ("ja", EVENING, "午前7時半までにお電話ください。"),
        ("es", DECADE, "Esto empezó en los años 80."),
        ("pl", DECADE, "Zaczęło się to w latach 80."),
        ("ja", MANY, "約1万6千人が参加しました。"),
        ("ko", MANY, "약 15만 명이 참여했습니다."),
        ("zh_Hans", "About 1,500 people took part.", "约有一万五千人参加。"),
        ("th", MILLIONS, "มีผู้ป่วยประมาณ 2 แสนคน"),
        ("vi", MILLIONS, "Khoảng 2 nghìn người sống chung với nó."),
        ("sw", MILLIONS, "Takriban watu elfu 2 wanaishi nao."),
        ("fr", "In May call for help.", "En mai, appelez le 15."),
        ("es", "Walk for 30 minutes.", "Camine hora y media."),
        ("ja", "Your score is 5/10.", "あなたの点数は10点中6点です。"),
        ("de", "Rest for 90 minutes.", "Ruhen Sie eine halbe Stunde."),
        ("de", "It is 75% lower.", "Er ist um ein Viertel niedriger."),
        ("es", "25% of people recover.", "La mitad de las personas se recupera."),
    ],
)
def test_another_number_in_such_a_form_is_an_error(locale: str, source: str, target: str) -> None:
    assert errors(locale, source, target) != []


@each_row(
    ("locale", "source", "target"),
    [
        ("fr", EVENING, "Appelez avant 7 h 30."),
        ("de", EVENING, "Rufen Sie vor 7.30 Uhr an."),
        ("th", EVENING, "โทรก่อน 07.30 น."),
        ("ru", EVENING, "Звоните до 7:30."),
        ("ja", EVENING, "7時30分までにお電話ください。"),
        ("es", DECADE, "Esto empezó en los años ochenta."),
        ("es", "Sleep 8 hours.", "Duerma dieciocho horas."),
        ("es", "Printed on June 2, 2026.", "Impreso en junio de 2026."),
        ("pa", "Take half a tablet.", "ਇੱਕ ਗੋਲੀ ਲਓ।"),
        ("ht", "Take half a tablet.", "Pran yon grenn antye."),
        ("sw", "Take half a tablet.", "Meza kidonge kimoja."),
        ("ko", "Take half a tablet.", "한 알을 드세요."),
    ],
)
def test_what_may_be_wrong_is_a_warning(locale: str, source: str, target: str) -> None:
    assert ("TXT004", Severity.WARNING) in told(locale, source, target)
