"""Chinese and Japanese lines end flush: what a line lacks goes between its letters, evenly.

A line there may not begin with a full stop or end with an opening bracket, and so ends a letter or
two early. Printers share that out between its letters (JLREQ 3.8, line adjustment). WeasyPrint 70
justifies at spaces, of which such lines have none.
"""

import re
from collections.abc import Sequence
from copy import copy
from typing import Any

from pipeline.typeset.spread import is_one

LANGUAGES = ("ja", "zh")
"""Languages that are set so."""

_MOST = 0.125
"""Up to which part of a letter there is room between two; a line that asks for more stays short."""

_LETTERS = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
"""Letters and marks that are as wide as they are high."""

_SILENT = re.compile("[\u200b\u2060]")
"""Signs without width that say where a line may end."""


def is_flush(block: Any) -> bool:
    """Say whether the lines of a block are to end flush."""
    style = block.style
    return (
        str(style["lang"] or "").partition("-")[0] in LANGUAGES
        and style["text_align_all"] in ("start", "left")
        and style["direction"] == "ltr"
        and style["letter_spacing"] == "normal"
    )


def spread(context: Any, block: Any, lines: Sequence[tuple[Any, Any]]) -> None:
    """Draw the lines of a paragraph out to its width, but the last and those that lack much."""
    start = float(block.content_box_x())
    end = start + float(block.width)
    if any(_stand_beside(shape, lines, start, end) for shape in context.excluded_shapes):
        return
    for line, goes_on in lines:
        lacks = end - line.position_x - line.width
        texts = [box for box in line.descendants() if is_one(box, "TextBox") and _is_spread(box)]
        gaps = sum(len(_letters(box)) for box in texts)
        if goes_on is None or lacks <= 0 or gaps < 1:
            continue
        if lacks / gaps <= _MOST * float(texts[0].style["font_size"]):
            _move(line, lacks / gaps, 0.0)


def _stand_beside(shape: Any, lines: Sequence[tuple[Any, Any]], start: float, end: float) -> bool:
    """Say whether what floats takes room from lines."""
    return bool(
        shape.position_x < end
        and shape.position_x + shape.margin_width() > start
        and shape.position_y + shape.margin_height() > lines[0][0].position_y
    )


def _is_spread(box: Any) -> bool:
    return _LETTERS.search(box.text) is not None


def _letters(box: Any) -> str:
    """Return the letters of a text, behind each of which there is room.

    Signs that say where a line may end have said so by now, and would be given room as well.
    """
    return _SILENT.sub("", box.text)


def _move(box: Any, room: float, along: float) -> float:
    """Give letters room and move a box along; return how far what follows it moves."""
    if is_one(box, "LineBox", "InlineBox"):
        box.position_x += along
        before = along
        for child in box.children:
            if child.is_in_normal_flow():
                along = _move(child, room, along)
        box.width += along - before
    elif is_one(box, "TextBox"):
        box.position_x += along
        if _is_spread(box):
            # When it is drawn, the letters of its layout are placed in its box's style.
            box.style = box.style.copy()
            box.style["letter_spacing"] = room
            box.pango_layout = copy(box.pango_layout)
            box.pango_layout.text = letters = _letters(box)
            box.width += room * len(letters)
            along += room * len(letters)
    else:
        box.translate(along, 0)
    return along
