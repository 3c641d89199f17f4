"""Bounds and periods of an amount: the right ones in every language pass, the opposite is told."""

import pytest

from pipeline.check.rule import Fault
from pipeline.check.rules import RULES_BY_CODE
from pipeline.records.in_force import shipped
from pipeline.values.finding import Severity
from pipeline.values.locale import language_of
from tests.mutations.counts import ADULTS, AGES, MINORS
from tests.mutations.everyday import GOOD_BOUNDS, LEAST, NO_MORE, OVER, SOURCES, UP_TO
from tests.pairs import pair
from tests.rows import each_row


def told(locale: str, source: str, target: str) -> list[Fault]:
    check = RULES_BY_CODE["TXT004"].check
    assert check
    found = check(pair(locale, source, target))
    return [one for one in found if "bounds" in one.message or "how often" in one.message]


def test_every_language_with_a_row_is_tried() -> None:
    assert {language_of(name) for name in GOOD_BOUNDS} == set(shipped("limits"))


@pytest.mark.parametrize("locale", GOOD_BOUNDS)
def test_the_bound_of_the_english_is_no_fault(locale: str) -> None:
    for source, target in zip(SOURCES, GOOD_BOUNDS[locale], strict=True):
        assert told(locale, source, target) == [], target


@pytest.mark.parametrize("locale", GOOD_BOUNDS)
def test_the_opposite_bound_is_told(locale: str) -> None:
    no_more, least, up_to, over = GOOD_BOUNDS[locale]
    wrong = [(NO_MORE, least), (LEAST, no_more), (UP_TO, over), (OVER, up_to), (LEAST, up_to)]
    for source, target in wrong:
        faults = [one for one in told(locale, source, target) if "bounds" in one.message]
        assert [one.severity for one in faults] == [Severity.WARNING], (source, target)


@each_row(
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


@each_row(
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


OF_ADULTS = (
    ADULTS,
    "People 18 and over can take part.",
    "People from the age of 18 up can take part.",
    "People who are at least 18 can take part.",
    "People aged 18+ can take part.",
    "People older than 18 can take part.",
)
OF_MINORS = (
    MINORS,
    "People 18 or younger can take part.",
    "People younger than 18 can take part.",
    "People up to 18 can take part.",
    "Those not yet 18 can take part.",
    "People below the age of 18 can take part.",
)


@each_row(("locale", "ages"), AGES.items(), ids=AGES)
def test_an_age_is_bounded_on_the_side_of_the_english(
    locale: str, ages: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    for sources, good, wrong in ((OF_ADULTS, *ages), (OF_MINORS, *ages[::-1])):
        for source in sources:
            for target in good:
                assert told(locale, source, target) == [], (source, target)
            for target in wrong:
                assert len(told(locale, source, target)) == 1, (source, target)


@each_row(
    ("locale", "source", "target"),
    [
        ("ko", "Take at least 2 tablets.", "2정 이상은 드셔야 합니다."),
        ("de", "People aged 18 to 65 can take part.", "Menschen von 18 bis 65 können teilnehmen."),
        (
            "fr",
            "Older people sleep under 6 hours.",
            "Les personnes âgées dorment moins de 6 heures.",
        ),
        ("es", "Adults over 18 sleep up to 8 hours.", "Los mayores de 18 duermen hasta 8 horas."),
        ("ru", "People aged 18 or older, up to 65.", "Люди от 18 до 65 лет."),
        ("ja", "People under 18 need a parent.", "18歳未満の方は保護者が必要です。"),
        ("it", "Anyone over 18 can call.", "Possono chiamare gli adulti."),
    ],
)
def test_an_age_that_is_bounded_otherwise_is_no_fault(
    locale: str, source: str, target: str
) -> None:
    assert told(locale, source, target) == []
