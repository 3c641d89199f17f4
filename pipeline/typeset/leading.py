"""Lines of a paragraph are equally high, whatever fonts stand in them.

What a line height leaves beyond a text's own font goes half above and half below it, and fonts
differ in what they reach above and below: a Latin name among ideographs, an element of its own with
the font for such names, makes its line a tenth higher in the same size and the same line height.
Here all that stands in a line shares its room as the font of its paragraph does.
"""

from collections.abc import Callable
from typing import Any

from pipeline.typeset.boxes import is_one

Verticality = Callable[[Any], tuple[float, float]]
"""WeasyPrint's function that places what stands in a line above and below each other."""


def even_leading(place: Verticality) -> Verticality:
    """Return WeasyPrint's function that places what stands in a line, with room shared alike."""

    def place_evenly(line: Any) -> tuple[float, float]:
        size = float(line.style["font_size"])
        if size:
            _share(line, (line.baseline - line.margin_height() / 2) / size)
        return place(line)

    return place_evenly


def _share(box: Any, foot: float) -> None:
    """Have letters stand below the middle of their room by as much as is ``foot`` of their size."""
    for child in box.children:
        if not is_one(child, "TextBox", "InlineBox"):
            continue
        reaches = child.margin_height() / 2 + foot * float(child.style["font_size"])
        more = reaches - child.baseline
        child.margin_top += more
        child.margin_bottom -= more
        child.baseline += more
        if is_one(child, "InlineBox"):
            _share(child, foot)
