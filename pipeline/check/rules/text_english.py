"""A text that was left in the source’s language."""

from collections.abc import Iterator

from pipeline.check.foreign import left_in_source
from pipeline.check.rule import Example, Fault, Floor, Pair, Rule


def check(pair: Pair) -> Iterator[Fault]:
    """Report texts that are still, wholly or in part, in the source's language."""
    if not pair.is_crisis:
        yield from left_in_source(pair)


RULE = Rule(
    code="TXT007",
    name="text left in English",
    floor=Floor.REASON,
    why="A sentence in English in the middle of the page is one that the reader does not get.",
    fix="translate it",
    bad=Example(source="Rejection is anticipated.", target="Rejection is anticipated."),
    good=Example(source="Rejection is anticipated.", target="Se espera el rechazo."),
    check=check,
)
