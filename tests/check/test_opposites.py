"""What turns an advice round is told in every language that has the words, and nothing else is."""

from pipeline.check.rules.number_changed import check as changed
from pipeline.check.rules.opposite_said import check
from pipeline.records.in_force import shipped
from pipeline.values.locale import language_of
from tests.mutations.halves import (
    DOSES_BY_DAY,
    HALVES_OF_DAY,
    LEFT,
    MORNING,
    NIGHT,
    RIGHT,
    SIDES,
    TWO_DOSES,
)
from tests.mutations.opposites import (
    ADVICE,
    AFTER,
    ALWAYS,
    BEFORE,
    DO_NOT,
    DRIVE,
    LESS,
    MORE,
    NEVER,
)
from tests.pairs import pair
from tests.rows import each_row


def found(locale: str, source: str, text: str) -> list[str]:
    return [fault.message for fault in check(pair(locale, source, text))]


def test_every_language_with_a_row_is_tried() -> None:
    assert {language_of(name) for name in ADVICE} == set(shipped("limits"))


@each_row("locale", ADVICE)
def test_what_the_english_says_is_no_fault(locale: str) -> None:
    sources = (AFTER, BEFORE, MORE, LESS, ALWAYS, NEVER, DO_NOT)
    for source, target in zip(sources, ADVICE[locale], strict=True):
        assert not found(locale, source, target), target


@each_row("locale", ADVICE)
def test_the_opposite_is_told(locale: str) -> None:
    after, before, more, less, always, never, _ = ADVICE[locale]
    swapped = [(AFTER, before), (BEFORE, after), (MORE, less), (LESS, more)]
    for source, target in [*swapped, (ALWAYS, never), (NEVER, always)]:
        assert found(locale, source, target), (source, target)


@each_row(
    ("locale", "one", "other", "texts"),
    [
        (locale, one, other, texts)
        for one, other, table in ((MORNING, NIGHT, HALVES_OF_DAY), (LEFT, RIGHT, SIDES))
        for locale, texts in table.items()
    ],
)
def test_halves_of_the_day_and_sides_are_told_from_each_other(
    locale: str, one: str, other: str, texts: tuple[str, str]
) -> None:
    first, second = texts
    assert not found(locale, one, first)
    assert not found(locale, other, second)
    assert found(locale, one, second)
    assert found(locale, other, first)


@each_row(
    ("locale", "texts"),
    [
        *DOSES_BY_DAY.items(),
        ("nl", ("20 mg ’s avonds en 10 mg ’s ochtends.", "20 mg ’s ochtends, 10 mg ’s avonds.")),
    ],
)
def test_each_dose_keeps_its_half_of_the_day(locale: str, texts: tuple[str, str]) -> None:
    good, bad = (pair(locale, TWO_DOSES, text) for text in texts)
    assert not list(changed(good))
    assert [one for one in changed(bad) if one.severity is None]


@each_row("locale", DRIVE)
def test_an_order_not_to_do_something_is_not_one_to_do_it(locale: str) -> None:
    assert found(locale, DO_NOT, DRIVE[locale])


@each_row(
    ("locale", "source", "text"),
    [
        ("es", "Look after yourself.", "Cuídese como antes."),
        ("es", "After the first talk it was as before.", "Fue como antes."),
        ("es", "Call as soon as you can after that.", "Llame lo antes posible."),
        ("es", "Do not hesitate to call.", "Llame con confianza."),
        ("es", "Do not drink alcohol.", "Evite el alcohol."),
        ("fr", "After all, rest helps.", "Avant tout, le repos aide."),
        ("de", "After that, rest.", "Ruhen Sie vor allem aus."),
        ("de", "It increases the risk and reduces sleep.", "Es mindert den Schlaf."),
        ("ru", "It is never too late.", "Ещё не поздно."),
        ("zh_Hans", "It will never end.", "它永远不会结束。"),
        ("ja", "Do not blame yourself.", "自分を責めるのはやめましょう。"),
        ("so", "Take it after a meal.", "Qaado cuntada ka hor."),
        ("es", "Nothing is left.", "No queda nada."),
        ("es", "You have the right to an interpreter.", "Usted tiene derecho a un intérprete."),
        ("vi", "You must rest on your left side.", "Bạn phải nằm nghiêng bên trái."),
        ("es", "He left the hospital in the morning.", "Salió del hospital por la mañana."),
        (
            "es",
            "Get up at the same time every morning.",
            "Levántese a la misma hora todos los días.",
        ),
        ("de", "Call tomorrow.", "Rufen Sie morgen an."),
        ("de", "Sleep well at night.", "Schlafen Sie nachts gut."),
        ("es", "Good evening", "Buenas tardes"),
        (
            "es",
            "In the morning, after a bad night, rest.",
            "Después de una mala noche, descanse por la mañana.",
        ),
        ("zh_Hans", "Sleep at night.", "夜里睡觉。"),
        ("es", "Take it at bedtime.", "Tómelo al acostarse."),
        ("fr", "Turn right.", "Tournez à droite."),
    ],
)
def test_what_is_said_otherwise_is_none(locale: str, source: str, text: str) -> None:
    assert not found(locale, source, text)
