"""What breaks the first line off a text: WeasyPrint's function, and those that stand in for it."""

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
