"""A text that is far shorter than its source."""

from collections.abc import Iterator

from pipeline.check.length import breaks_off, ends_open, is_filler, lost_its_end, share_said
from pipeline.check.numbers import ENGLISH, find_numbers
from pipeline.check.rule import Example, Fault, Floor, Pair, Rule
from pipeline.values.finding import Severity

_SHORT = 0.55
"""Of the usual length; no good translation that we know is so short."""

_RATHER_SHORT = 0.8
"""Of the usual length; a text so short that also lacks its full stop breaks off."""

_LONG_ENOUGH = 6
"""Words of a source from which on its length tells something."""


def check(pair: Pair) -> Iterator[Fault]:
    """Report texts of which about half is missing, or which break off."""
    if pair.is_crisis or pair.is_sheet or len(pair.source.words) < _LONG_ENOUGH:
        return
    share = share_said(pair)
    if (share < _SHORT and not _is_of_numbers(pair)) or is_filler(pair.target.plain):
        yield Fault(message="this is much shorter than the English")
    elif breaks_off(pair) or lost_its_end(pair) or (share < _RATHER_SHORT and ends_open(pair)):
        yield Fault(message="this breaks off")


def _is_of_numbers(pair: Pair) -> bool:
    """Say whether a text is hours, doses or dates above all, and the translation has as many.

    Languages write what stands between in signs and short words: 月～金 9:00～17:00.
    """
    if not pair.source.has_digits:
        return False
    numbers = len(find_numbers(pair.source.plain, ENGLISH))
    is_of = numbers * _WORDS_TO_EACH >= len(pair.source.words)
    return is_of and len(find_numbers(pair.target.plain, pair.separators)) >= numbers


_WORDS_TO_EACH = 3


RULE = Rule(
    code="TXT013",
    name="text cut",
    severity=Severity.WARNING,
    floor=Floor.OUTSIDE_NOTES,
    why="A sentence that was lost while copying is missed by nobody who does not read both texts.",
    fix="translate all of it; where your language says it so shortly, say so in a comment",
    bad=Example(
        source="Rejection is anticipated, and the isolation that follows confirms it.",
        target="Se espera.",
    ),
    good=Example(
        source="Rejection is anticipated, and the isolation that follows confirms it.",
        target="Se espera el rechazo, y el aislamiento que sigue lo confirma.",
    ),
    check=check,
)
