"""What breaks the first line off a text: WeasyPrint's function, and those that stand in for it."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final, Protocol

FirstLine = tuple[Any, int, int | None, float, float, float]
"""Its layout, how many bytes it has, how many there are up to the next line, ``None`` without one,
and its width, height and baseline in CSS pixels."""

NEXT: Final = 2
WIDTH: Final = 3
"""Where among them the bytes up to the next line stand, and the width."""


class SplitFirstLine(Protocol):
    """A function that breaks the first line off a text, as WeasyPrint 70 has it."""

    def __call__(
        self,
        text: str,
        style: Any,
        context: Any,
        max_width: float | None,
        justification_spacing: float,
        *,
        is_line_start: bool = True,
        minimum: bool = False,
    ) -> FirstLine:
        """Return the line that has room in so many pixels; ``minimum`` asks for the shortest."""


InWidth = Callable[[float | None], FirstLine]
"""What breaks the first line off some text in a width."""


class Ending(Protocol):
    """What says where the first line of a text ends."""

    def __call__(
        self, text: str, style: Any, max_width: float | None, split: InWidth, /, *, is_start: bool
    ) -> FirstLine:
        """Return the line, which ``split`` breaks off; ``is_start`` if nothing stands before it."""


def ended_by(ending: Ending, split: SplitFirstLine) -> SplitFirstLine:
    """Return a function that stands in for another, and has something else say how lines end."""

    @wraps(split)
    def split_first_line(
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

        def in_width(width: float | None) -> FirstLine:
            return split(text, style, context, width, justification_spacing, **given)

        return ending(text, style, max_width, in_width, is_start=is_line_start)

    return split_first_line
