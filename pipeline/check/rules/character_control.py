"""An invisible character that can turn a line around."""

from collections.abc import Iterator

from pipeline.check.rule import Example, Fault, Pair, Rule
from pipeline.parse.inline import CONTROL


def check(pair: Pair) -> Iterator[Fault]:
    """Report control characters and marks that override directions."""
    match = CONTROL.search(pair.translation)
    if match:
        yield Fault(message=f"an invisible control character (U+{ord(match[0]):04X})")


RULE = Rule(
    code="CAT012",
    name="invisible control character",
    why="Such a character can print a telephone number backwards. Directions are set by the sheet.",
    fix="delete it: directions are set by the sheet",
    bad=Example(source="Call now.", target="Llame\u202e ya."),
    good=Example(source="Call now.", target="Llame ya."),
    check=check,
)
