"""What turns an advice round is told in every language that has the words, and nothing else is."""

from pipeline.check.rules.opposite_said import check
from pipeline.records.in_force import shipped
from pipeline.values.locale import language_of
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
    ],
)
def test_what_is_said_otherwise_is_none(locale: str, source: str, text: str) -> None:
    assert not found(locale, source, text)
