"""A word that lacks a hair's breadth stands on the next line.

Pango says that a word has room on a line that it overflows by a tenth of a pixel or so. WeasyPrint
70 believes it, then sees that the line is too wide, and ends it where it may end before the text
that was asked for: a Polish callout’s first line was three of the four words in bold that begin it,
and a fifth of its width.
"""

from typing import Any

from pipeline.typeset.first_line import WIDTH, FirstLine, InWidth, SplitFirstLine, ended_by

_LESS = 1.0
"""CSS pixels by which such a word is too wide at most."""


def within_width(split: SplitFirstLine) -> SplitFirstLine:
    """Return a function that breaks off what has room to the last of its pixels.

    What begins a line has nothing before it where that could end: it stays as it is.
    """
    return ended_by(_within, split)


def _within(
    _text: str, _style: Any, max_width: float | None, split: InWidth, *, is_start: bool
) -> FirstLine:
    made = split(max_width)
    if is_start or not max_width or not 0 < made[WIDTH] - max_width < _LESS:
        return made
    closer = split(max_width - _LESS)
    return closer if closer[WIDTH] <= max_width else made
