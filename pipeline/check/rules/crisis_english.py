"""A text of a crisis note that was left in the source’s language."""

from collections.abc import Iterator

from pipeline.check.foreign import left_in_source
from pipeline.check.rule import Example, Fault, Pair, Rule


def check(pair: Pair) -> Iterator[Fault]:
    """Report crisis texts that are still, wholly or in part, in the source's language."""
    if pair.is_crisis:
        yield from left_in_source(pair)


RULE = Rule(
    code="SAF007",
    name="crisis note left in English",
    why="Who cannot read English finds no help in the one place that is there for them.",
    fix="translate it",
    bad=Example(source="Please talk to someone today.", target="Please talk to someone today."),
    good=Example(
        source="Please talk to someone today.", target="Por favor, hable hoy con alguien."
    ),
    needs="crisis",
    check=check,
)
