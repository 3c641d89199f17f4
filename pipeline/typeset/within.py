"""A word that lacks a hair's breadth stands on the next line.

Pango says that a word has room on a line that it overflows by a tenth of a pixel or so. WeasyPrint
70 believes it, then sees that the line is too wide, and ends it where it may end before the text
that was asked for: a Polish callout’s first line was three of the four words in bold that begin it,
and a fifth of its width.
"""

from functools import wraps
from typing import Any

from pipeline.typeset.first_line import WIDTH, FirstLine, SplitFirstLine

_LESS = 1.0
"""CSS pixels by which such a word is too wide at most."""


def within_width(split: SplitFirstLine) -> SplitFirstLine:
    """Return a function that breaks off what has room to the last of its pixels.

    What begins a line has nothing before it where that could end: it stays as it is.
    """

    @wraps(split)
    def split_within(
        text: str,
        style: Any,
        context: Any,
        max_width: float | None,
        justification_spacing: float,
        *,
        is_line_start: bool = True,
        minimum: bool = False,
    ) -> FirstLine:
        given = {"is_line_start": is_line_start, "minimum": minimum}
        made = split(text, style, context, max_width, justification_spacing, **given)
        if is_line_start or not max_width or not 0 < made[WIDTH] - max_width < _LESS:
            return made
        closer = split(text, style, context, max_width - _LESS, justification_spacing, **given)
        return closer if closer[WIDTH] <= max_width else made

    return split_within
