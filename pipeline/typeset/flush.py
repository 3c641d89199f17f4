"""Chinese and Japanese lines end flush: what a line lacks goes between its letters, evenly.

A line there may not begin with a full stop or end with an opening bracket, and so ends a letter or
two early. Printers share that out between its letters (JLREQ 3.8, line adjustment). WeasyPrint 70
justifies at spaces, of which such lines have none.
"""

import re
from collections.abc import Callable, Sequence
from copy import copy
from types import ModuleType
from typing import Any

from pipeline.typeset.boxes import is_one

LANGUAGES = ("ja", "zh")
"""Languages that are set so."""

_MOST, _MOST_IN_SHORT = 0.094, 0.125
"""Up to which part of a letter there is room between two, in long lines and in short ones; a line
that asks for more stays short. Beside others of thirty letters one that is drawn out is seen."""

SHORT_LINES = 24.0
"""How many times as wide as its type is high a block is at most that has short lines."""

_LETTERS = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
"""Letters and marks that are as wide as they are high; Latin ones among them get no room."""

_RUNS = re.compile(f"{_LETTERS.pattern}+")

_SILENT = re.compile("[\u200b\u2060]")
"""Signs without width that say where a line may end."""


Spread = Callable[[Any, Any, Sequence[tuple[Any, Any]]], None]
"""Draws the lines of a block out to its width."""


def is_east_asian(block: Any) -> bool:
    """Say whether the text of a block is Chinese or Japanese."""
    return str(block.style["lang"] or "").partition("-")[0] in LANGUAGES


def is_flush(block: Any) -> bool:
    """Say whether the lines of a block are to end flush: ragged ones have ``text-align: left``."""
    style = block.style
    return (
        is_east_asian(block)
        and style["text_align_all"] == "start"
        and style["direction"] == "ltr"
        and style["letter_spacing"] == "normal"
    )


def has_short_lines(block: Any) -> bool:
    """Say whether a block is so narrow that few letters share what a line lacks."""
    return bool(block.width <= SHORT_LINES * float(block.style["font_size"]))


def spreading(measuring: ModuleType) -> Spread:
    """Return what draws the lines of a paragraph out, but the last and those that lack much.

    ``measuring`` is WeasyPrint's module that lays out texts.
    """
    layout = _with_room(measuring)

    def spread(context: Any, block: Any, lines: Sequence[tuple[Any, Any]]) -> None:
        start = float(block.content_box_x())
        end = start + float(block.width)
        if any(_stand_beside(shape, lines, start, end) for shape in context.excluded_shapes):
            return
        for line, goes_on in lines:
            most = _MOST_IN_SHORT if has_short_lines(block) else _MOST
            lacks = end - line.position_x - line.width
            texts = [box for box in line.descendants() if is_one(box, "TextBox")]
            gaps = sum(_letters(box) for box in texts)
            if goes_on is None or lacks <= 0 or not gaps:
                continue
            if lacks / gaps <= most * max(float(box.style["font_size"]) for box in texts):
                _move(line, layout, lacks / gaps, 0.0)

    return spread


def _with_room(measuring: ModuleType) -> type:
    """Return WeasyPrint's layout of a text, with room behind each letter that is to have it."""

    class WithRoom(measuring.Layout):  # type: ignore[name-defined, misc]
        room = 0.0

        def set_text(self, text: str, *, justify: bool = False) -> None:
            super().set_text(_SILENT.sub("", text), justify)
            pango, units = measuring.pango, measuring.TO_UNITS
            attributes = pango.pango_layout_get_attributes(self.layout)
            if attributes == measuring.ffi.NULL:
                attributes = measuring.ffi.gc(
                    pango.pango_attr_list_new(), pango.pango_attr_list_unref
                )
            for run in _RUNS.finditer(self.text):
                room = pango.pango_attr_letter_spacing_new(int(self.room * units))
                room.start_index = len(self.text[: run.start()].encode())
                room.end_index = len(self.text[: run.end()].encode())
                pango.pango_attr_list_change(attributes, room)
            pango.pango_layout_set_attributes(self.layout, attributes)

    return WithRoom


def _stand_beside(shape: Any, lines: Sequence[tuple[Any, Any]], start: float, end: float) -> bool:
    """Say whether what floats takes room from lines."""
    return bool(
        shape.position_x < end
        and shape.position_x + shape.margin_width() > start
        and shape.position_y + shape.margin_height() > lines[0][0].position_y
    )


def _letters(box: Any) -> int:
    """Return behind how many letters of a text there is room."""
    return len(_LETTERS.findall(box.text))


def _move(box: Any, layout: type, room: float, along: float) -> float:
    """Give letters room and move a box along; return how far what follows it moves."""
    if is_one(box, "LineBox", "InlineBox"):
        box.position_x += along
        before = along
        for child in box.children:
            if child.is_in_normal_flow():
                along = _move(child, layout, room, along)
        box.width += along - before
    elif is_one(box, "TextBox"):
        box.position_x += along
        if letters := _letters(box):
            # Letters are placed when they are drawn, by the layout that the box has then.
            box.pango_layout = copy(box.pango_layout)
            box.pango_layout.__class__ = layout
            box.pango_layout.room = room
            box.width += room * letters
            along += room * letters
    else:
        box.translate(along, 0)
    return along
