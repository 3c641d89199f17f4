"""Bounds and periods of an amount: the right ones in every language pass, the opposite is told."""

import pytest

from pipeline.check.rule import Fault, Pair
from pipeline.check.rules import RULES_BY_CODE
from pipeline.records.in_force import shipped
from pipeline.records.language import language_named
from pipeline.values.finding import Severity

NO_MORE = "Do not take more than 4 tablets a day."
LEAST = "Sleep at least 7 hours."
UP_TO = "Wait up to 3 weeks."
OVER = "It lasts more than 2 weeks."

GOOD = {
    "ar": (
        "لا تتناول أكثر من 4 أقراص في اليوم.",
        "نم 7 ساعات على الأقل.",
        "انتظر حتى 3 أسابيع.",
        "يستمر أكثر من 2 أسبوعين.",
    ),
    "bn": (
        "দিনে 4টির বেশি ট্যাবলেট খাবেন না।",
        "অন্তত 7 ঘণ্টা ঘুমান।",
        "3 সপ্তাহ পর্যন্ত অপেক্ষা করুন।",
        "এটি 2 সপ্তাহের বেশি থাকে।",
    ),
    "de": (
        "Nehmen Sie nicht mehr als 4 Tabletten am Tag.",
        "Schlafen Sie mindestens 7 Stunden.",
        "Warten Sie bis zu 3 Wochen.",
        "Es dauert länger als 2 Wochen, also über 2 Wochen.",
    ),
    "el": (
        "Μην παίρνετε περισσότερα από 4 δισκία την ημέρα.",
        "Κοιμηθείτε τουλάχιστον 7 ώρες.",
        "Περιμένετε έως 3 εβδομάδες.",
        "Διαρκεί περισσότερο από 2 εβδομάδες.",
    ),
    "es": (
        "No tome más de 4 comprimidos al día.",
        "Duerma al menos 7 horas.",
        "Espere hasta 3 semanas.",
        "Dura más de 2 semanas.",
    ),
    "fa": (
        "بیش از 4 قرص در روز نخورید.",
        "دست‌کم 7 ساعت بخوابید.",
        "تا 3 هفته صبر کنید.",
        "بیش از 2 هفته طول می‌کشد.",
    ),
    "fil": (
        "Huwag uminom ng higit sa 4 na tableta sa isang araw.",
        "Matulog nang hindi bababa sa 7 oras.",
        "Maghintay nang hanggang 3 linggo.",
        "Tumatagal ito nang higit sa 2 linggo.",
    ),
    "fr": (
        "Ne prenez pas plus de 4 comprimés par jour.",
        "Dormez au moins 7 heures.",
        "Attendez jusqu’à 3 semaines.",
        "Cela dure plus de 2 semaines.",
    ),
    "hi": (
        "दिन में 4 से ज़्यादा गोलियाँ न लें।",
        "कम से कम 7 घंटे सोएँ।",
        "3 सप्ताह तक इंतज़ार करें।",
        "यह 2 सप्ताह से ज़्यादा रहता है।",
    ),
    "ht": (
        "Pa pran plis pase 4 grenn pa jou.",
        "Dòmi omwen 7 èdtan.",
        "Tann jiska 3 semèn.",
        "Li dire plis pase 2 semèn.",
    ),
    "it": (
        "Non prenda più di 4 compresse al giorno.",
        "Dorma almeno 7 ore.",
        "Aspetti fino a 3 settimane.",
        "Dura più di 2 settimane.",
    ),
    "ja": (
        "1日4錠を超えて服用しないでください。",
        "少なくとも7時間は眠ってください。",
        "3週間まで待ってください。",
        "2週間以上続きます。",
    ),
    "ko": (
        "하루에 4정을 넘게 복용하지 마세요.",
        "최소 7시간은 주무세요.",
        "3주까지 기다리세요.",
        "2주 넘게 계속됩니다.",
    ),
    "ne": (
        "दिनमा 4 भन्दा बढी चक्की नखानुहोस्।",
        "कम्तीमा 7 घण्टा सुत्नुहोस्।",
        "3 हप्तासम्म पर्खनुहोस्।",
        "यो 2 हप्ताभन्दा बढी रहन्छ।",
    ),
    "nl": (
        "Neem niet meer dan 4 tabletten per dag.",
        "Slaap minstens 7 uur.",
        "Wacht tot 3 weken.",
        "Het duurt meer dan 2 weken.",
    ),
    "pa": (
        "ਦਿਨ ਵਿੱਚ 4 ਤੋਂ ਵੱਧ ਗੋਲੀਆਂ ਨਾ ਲਓ।",
        "ਘੱਟੋ-ਘੱਟ 7 ਘੰਟੇ ਸੌਂਵੋ।",
        "3 ਹਫ਼ਤਿਆਂ ਤੱਕ ਉਡੀਕ ਕਰੋ।",
        "ਇਹ 2 ਹਫ਼ਤਿਆਂ ਤੋਂ ਵੱਧ ਰਹਿੰਦਾ ਹੈ।",
    ),
    "pl": (
        "Proszę nie brać więcej niż 4 tabletki dziennie.",
        "Proszę spać co najmniej 7 godzin.",
        "Proszę czekać do 3 tygodni.",
        "To trwa ponad 2 tygodnie.",
    ),
    "pt_BR": (
        "Não tome mais de 4 comprimidos por dia.",
        "Durma pelo menos 7 horas.",
        "Espere até 3 semanas.",
        "Dura mais de 2 semanas.",
    ),
    "ro": (
        "Nu luați mai mult de 4 comprimate pe zi.",
        "Dormiți cel puțin 7 ore.",
        "Așteptați până la 3 săptămâni.",
        "Durează mai mult de 2 săptămâni.",
    ),
    "ru": (
        "Не принимайте больше 4 таблеток в день.",
        "Спите не менее 7 часов.",
        "Подождите до 3 недель.",
        "Это длится больше 2 недель.",
    ),
    "sw": (
        "Usinywe zaidi ya vidonge 4 kwa siku.",
        "Lala angalau saa 7.",
        "Subiri hadi wiki 3.",
        "Hudumu zaidi ya wiki 2.",
    ),
    "th": (
        "อย่ารับประทานเกิน 4 เม็ดต่อวัน",
        "นอนอย่างน้อย 7 ชั่วโมง",
        "รอได้ถึง 3 สัปดาห์",
        "เป็นอยู่นานกว่า 2 สัปดาห์",
    ),
    "tr": (
        "Günde 4 tabletten fazla almayın.",
        "En az 7 saat uyuyun.",
        "3 haftaya kadar bekleyin.",
        "2 haftadan fazla sürer.",
    ),
    "uk": (
        "Не приймайте більше 4 таблеток на день.",
        "Спіть щонайменше 7 годин.",
        "Зачекайте до 3 тижнів.",
        "Це триває понад 2 тижні.",
    ),
    "ur": (
        "دن میں 4 سے زیادہ گولیاں نہ لیں۔",
        "کم از کم 7 گھنٹے سوئیں۔",
        "3 ہفتوں تک انتظار کریں۔",
        "یہ 2 ہفتوں سے زیادہ رہتا ہے۔",
    ),
    "vi": (
        "Không uống quá 4 viên mỗi ngày.",
        "Hãy ngủ ít nhất 7 tiếng.",
        "Chờ đến 3 tuần.",
        "Tình trạng này kéo dài hơn 2 tuần.",
    ),
    "zh_Hans": (
        "每天不要服用超过4片。",
        "至少睡7小时。",
        "最多等待3周。",
        "持续超过2周。",
    ),
    "zh_Hant": (
        "每天不要服用超過4片。",
        "至少睡7小時。",
        "最多等待3週。",
        "持續超過2週。",
    ),
}
SOURCES = (NO_MORE, LEAST, UP_TO, OVER)


def told(locale: str, source: str, target: str) -> list[Fault]:
    check = RULES_BY_CODE["TXT004"].check
    assert check
    pair = Pair(
        text=source,
        translation=target,
        language=language_named(locale),
        source_language=language_named("en"),
    )
    return [one for one in check(pair) if "bounds" in one.message or "how often" in one.message]


def test_every_language_with_a_row_is_tried() -> None:
    assert {name.partition("_")[0] for name in GOOD} == set(shipped("limits"))


@pytest.mark.parametrize("locale", GOOD)
def test_the_bound_of_the_english_is_no_fault(locale: str) -> None:
    for source, target in zip(SOURCES, GOOD[locale], strict=True):
        assert told(locale, source, target) == [], target


@pytest.mark.parametrize("locale", GOOD)
def test_the_opposite_bound_is_told(locale: str) -> None:
    no_more, least, up_to, over = GOOD[locale]
    wrong = [(NO_MORE, least), (LEAST, no_more), (UP_TO, over), (OVER, up_to), (LEAST, up_to)]
    for source, target in wrong:
        faults = [one for one in told(locale, source, target) if "bounds" in one.message]
        assert [one.severity for one in faults] == [Severity.WARNING], (source, target)


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("nl", "Take it 3 times a day.", "Neem het 3 keer per week."),
        ("zh_Hant", "Twice a week", "每天兩次"),
        ("tr", "Take it twice a day.", "Haftada iki kez alın."),
        ("ru", "Walk 3 times a week.", "Гуляйте 3 раза в день."),
        ("ar", "Come once a month.", "تعال مرة في الأسبوع."),
        ("ja", "Take it twice a day.", "週に2回飲んでください。"),
        ("ko", "Take it twice a day.", "일주일에 두 번 드세요."),
        ("hi", "Take it once a week.", "दिन में एक बार लें।"),
        ("fr", "Take 10 mg daily.", "Prenez 10 mg par semaine."),
    ],
)
def test_another_period_is_told(locale: str, source: str, target: str) -> None:
    (fault,) = told(locale, source, target)
    assert fault.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("de", "Take it twice a day.", "Nehmen Sie es zweimal täglich."),
        ("fr", "Take 4 g a day.", "Prenez 4 g par 24 heures."),
        ("es", "Take it once a week.", "Tómelo una vez por semana, cada lunes."),
        ("pl", "Take it twice a day for 3 weeks.", "2 razy dziennie przez 3 tygodnie."),
        ("th", "Come once a week.", "มาสัปดาห์ละครั้ง"),
        ("it", "Rest over the weekend.", "Riposi nel fine settimana."),
        ("es", "It is up to you, over time.", "Depende de usted, más de lo que cree."),
        ("de", "People under stress sleep 3 hours.", "Menschen, die mehr als andere leiden."),
    ],
)
def test_other_words_are_no_bound_or_period(locale: str, source: str, target: str) -> None:
    assert told(locale, source, target) == []
