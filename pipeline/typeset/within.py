"""A word that lacks a hair's breadth stands on the next line.

Pango says that a word has room on a line that it overflows by a tenth of a pixel or so. WeasyPrint
70 believes it, then sees that the line is too wide, and ends it where it may end before the text
that was asked for: a Polish callout’s first line was three of the four words in bold that begin it,
and a fifth of its width.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

_LESS = 1.0
"""CSS pixels by which such a word is too wide at most."""

_WIDTH = 3
"""Where among the measures of a line its width stands."""

SplitFirstLine = Callable[..., Any]
"""WeasyPrint's function that breaks the first line off a text."""


def within_width(split: SplitFirstLine) -> SplitFirstLine:
    """Return a function that breaks off what has room to the last of its pixels.

    What begins a line has nothing before it where that could end: it stays as it is.
    """

    @wraps(split)
    def split_within(
        text: str, style: Any, context: Any, max_width: float | None, *others: Any, **named: Any
    ) -> Any:
        made = split(text, style, context, max_width, *others, **named)
        is_start = others[1] if len(others) > 1 else named.get("is_line_start", True)
        if is_start or not max_width or not 0 < made[_WIDTH] - max_width < _LESS:
            return made
        closer = split(text, style, context, max_width - _LESS, *others, **named)
        return closer if closer[_WIDTH] <= max_width else made

    return split_within
