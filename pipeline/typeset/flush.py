"""Chinese and Japanese lines end flush: what a line lacks goes between its letters, evenly.

A line there may not begin with a full stop or end with an opening bracket, and so ends a letter or
two early. Printers share that out between its letters (JLREQ 3.8, line adjustment). WeasyPrint 70
justifies at spaces, of which such lines have none. A mark at an edge stands without its white, by
the font's own half forms (JLREQ 3.1.5): a bracket that opens a line would look indented.
"""

import re
from collections.abc import Iterator, Sequence
from copy import copy
from types import ModuleType
from typing import Any, Protocol

from pipeline.typeset.boxes import is_one

LANGUAGES = ("ja", "zh")
"""Languages that are set so."""

_MOST = 0.06
"""Up to which part of a letter there is room between two in a long line; a line that asks for more
stays short. Beside others of thirty letters one that is drawn out is seen."""

_MOST_IN_SHORT = ((18.0, 0.125), (26.0, 0.085))
"""The same in lines of so many letters at most: few share what such a line lacks."""

_MOST_FOR_PHRASE = 0.06
"""Up to which part of a letter there is room between two for the sake of a phrase alone."""

_CLOSEST = 0.05
"""By which part of a letter two are set closer at most, to end a line with a phrase: a tenth
of their square is white."""

_HAIR = 0.01
"""CSS pixels less than its room that such a line is wide: of sums of floats one may be more."""

SHORT_LINES = 24.0
"""How many times as wide as its type is high a block is at most that has short lines."""

_LETTERS = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
"""Letters and marks that are as wide as they are high; Latin ones among them get no room."""

_RUNS = re.compile(f"{_LETTERS.pattern}+")

_SILENT = re.compile("[\u200b\u2060]")
"""Signs without width that say where a line may end."""


_OPENING, _CLOSING = "（「『【〈《“‘", "）」』】〉》”’、。，"
"""Marks of which the left or the right half is white; in Traditional Chinese some have it at both
sides."""

_WIDE_END = re.compile(f"{_LETTERS.pattern}[{_CLOSING}]$")
"""A mark that closes behind a letter as wide as itself: it would stand over a narrow one."""

_Halved = tuple[bool, bool]
"""Whether the first and the last letter of a text stand without their white."""

_WHOLE: _Halved = False, False


class Spread(Protocol):
    """What sets the lines of a block."""

    def __call__(
        self, context: Any, block: Any, lines: Sequence[tuple[Any, Any]], *, to_width: bool
    ) -> None:
        """Draw lines out to the block's width, or set their edges alone."""


def is_east_asian(style: Any) -> bool:
    """Say whether a text of a style is Chinese or Japanese."""
    return str(style["lang"] or "").partition("-")[0] in LANGUAGES


def is_flush(style: Any) -> bool:
    """Say whether lines of a style are to end flush: ragged ones have ``text-align: left``."""
    return (
        is_east_asian(style)
        and style["text_align_all"] == "start"
        and style["direction"] == "ltr"
        and style["letter_spacing"] == "normal"
    )


def has_short_lines(block: Any) -> bool:
    """Say whether a block is so narrow that few letters share what a line lacks."""
    return bool(block.width <= SHORT_LINES * float(block.style["font_size"]))


def spreading(layout: Any) -> Spread:
    """Return what draws the lines of a paragraph out, but the last and those that lack much.

    A mark at an edge of a line stands without its white: one that opens it in any case, one that
    closes it where it is drawn out.

    ``layout`` is WeasyPrint's layout of a text, with room.
    """

    def width(box: Any, halved: _Halved) -> float:
        return float(layout.width_of(box.text, box.style, halved))

    def halve(line: Any, box: Any, halved: _Halved) -> None:
        """Set a text of a line with its edges halved, and what follows it closer."""
        box.pango_layout = own = _of_kind(box.pango_layout, layout)
        less = (width(box, own.halved) if own.room else box.width) - width(box, halved)
        own.halved = halved
        _narrow(line, box, less)

    def spread(
        context: Any, block: Any, lines: Sequence[tuple[Any, Any]], *, to_width: bool
    ) -> None:
        start = float(block.content_box_x())
        end = start + float(block.width)
        is_drawn = to_width and not any(
            _stand_beside(shape, lines, start, end) for shape in context.excluded_shapes
        )
        for line, goes_on in lines:
            texts = [*_texts(line)]
            if not texts:
                continue
            opens, last = texts[0].text[0] in _OPENING, texts[-1]
            if opens and block.style["text_align_all"] != "center":
                closes = getattr(texts[0].pango_layout, "halved", _WHOLE)[1]
                halve(line, texts[0], (True, closes))
            if not is_drawn or goes_on is None:
                continue
            room, is_closer = _most_room(texts, block), _is_set_closer(last.pango_layout)
            if _WIDE_END.search(last.text) and not is_closer:
                halved = opens and last is texts[0], True
                white = last.width - width(last, halved)
                if end - line.position_x - line.width + white <= room:
                    halve(line, last, halved)
            lacks = end - line.position_x - line.width
            if is_closer:
                _widen(line, last, lacks)
            elif 0 < lacks <= room:
                last.pango_layout = _of_kind(last.pango_layout, layout)
                last.pango_layout.is_last = True
                _move(line, layout, lacks / sum(map(_letters, texts)), 0.0)

    return spread


def holes(lines: Sequence[tuple[Any, Any]], block: Any) -> float:
    """Return which part of a block its lines leave white that cannot be drawn out, all together.

    The last line is none of them.
    """
    width = float(block.width)
    lacks = [(width - line.width, _most_room([*_texts(line)], block)) for line, _ in lines[:-1]]
    return float(sum(lack for lack, room in lacks if lack > room)) / width


def _most_room(texts: Sequence[Any], block: Any) -> float:
    """Return how much room the letters of a line may have between them together."""
    size = max((float(box.style["font_size"]) for box in texts), default=0.0)
    return most_room(float(block.width), size, sum(map(_letters, texts)))


def most_room(width: float, size: float, letters: int) -> float:
    """Return how much room the letters of a line may have between them together."""
    most = next((most for fewest, most in _MOST_IN_SHORT if width <= fewest * size), _MOST)
    return most * size * letters


def most_for_phrase(width: float, size: float, letters: int) -> float:
    """Return how much room they get at most so that their line ends with a phrase."""
    return min(most_room(width, size, letters), _MOST_FOR_PHRASE * size * letters)


def most_closer(size: float, letters: int) -> float:
    """Return by how much the letters of a line may be set closer together."""
    return _CLOSEST * size * letters


def _is_set_closer(layout: Any) -> bool:
    """Say whether the letters of a text have less than no room between them."""
    return getattr(layout, "room", 0.0) < 0


def _texts(box: Any) -> Iterator[Any]:
    """Yield the texts of a line, without marks of lists, which float beside it."""
    for child in box.children:
        if is_one(child, "TextBox"):
            if child.text:
                yield child
        elif is_one(child, "InlineBox") and child.is_in_normal_flow():
            yield from _texts(child)


def _of_kind(layout: Any, kind: type) -> Any:
    """Return a layout of a text as one of our own, its letters placed when they are drawn."""
    if isinstance(layout, kind):
        return layout
    own = copy(layout)
    own.__class__ = kind
    return own


def _widen(line: Any, box: Any, more: float) -> None:
    """Give the letters of a text of a line so much more room."""
    box.pango_layout.room += more / _letters(box)
    _narrow(line, box, -more)


def _narrow(line: Any, box: Any, less: float) -> None:
    """Make a text of a line narrower, with all boxes that it is in, and move on what follows."""
    is_behind = False
    for one in line.descendants():
        if is_behind:
            one.position_x -= less
        is_behind = is_behind or one is box
    for one in line.descendants():
        if one is box or (is_one(one, "LineBox", "InlineBox") and box in one.descendants()):
            one.width -= less


def with_room(measuring: ModuleType) -> Any:
    """Return WeasyPrint's layout of a text, with what it is to have at its edges and between.

    That is room behind each letter, and marks at its edges without their white. ``measuring`` is
    WeasyPrint's module that lays out texts.
    """

    class WithRoom(measuring.Layout):  # type: ignore[name-defined, misc]
        room = 0.0
        halved: _Halved = _WHOLE
        is_last = False
        """Whether the text ends a line: what room is behind its last letter is not counted."""

        def set_text(self, text: str, *, justify: bool = False) -> None:
            super().set_text(_SILENT.sub("", text), justify=justify)
            pango, units = measuring.pango, measuring.TO_UNITS
            attributes = pango.pango_layout_get_attributes(self.layout)
            if attributes == measuring.ffi.NULL:
                attributes = measuring.ffi.gc(
                    pango.pango_attr_list_new(), pango.pango_attr_list_unref
                )

            def put(attribute: Any, first: int, last: int) -> None:
                attribute.start_index = len(self.text[:first].encode())
                attribute.end_index = len(self.text[:last].encode())
                # Not in the place of others: WeasyPrint has one for all texts of the same features.
                pango.pango_attr_list_insert(attributes, attribute)

            for run in _RUNS.finditer(self.text) if self.room else ():
                put(pango.pango_attr_letter_spacing_new(int(self.room * units)), *run.span())
            length = len(self.text)
            for is_half, first in zip(self.halved, (0, length - 1), strict=True):
                if is_half:
                    put(pango.pango_attr_font_features_new(b"halt 1"), first, first + 1)
            pango.pango_layout_set_attributes(self.layout, attributes)

        @classmethod
        def width_of(cls, text: str, style: Any, halved: _Halved) -> float:
            """Return how wide a text is with marks at its edges halved."""
            made = cls(style)
            made.halved = halved
            made.set_text(text)
            return float(measuring.line_size(made.get_first_line()[0], style)[0])

        @classmethod
        def fitted(cls, made: Any, style: Any, max_width: float) -> Any:
            """Return the first line of a text in a width, its letters closer if they have to be.

            ``None`` if they would be too close.
            """
            given, _, _, width = made[:4]
            if width <= max_width:
                return made
            own = _of_kind(given, cls)
            text = given.text
            if _WIDE_END.search(text):
                own.halved = False, True
                width = cls.width_of(text, style, own.halved)
            over = max(width - max_width + _HAIR, 0.0)
            letters = len(_LETTERS.findall(text[:-1]))
            if over > most_closer(float(style["font_size"]), letters):
                return None
            own.room, own.is_last = -over / max(letters, 1), True
            return own, *made[1:3], width - over, *made[4:]

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
    text = box.text[:-1] if getattr(box.pango_layout, "is_last", False) else box.text
    return len(_LETTERS.findall(text))


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
            box.pango_layout = _of_kind(box.pango_layout, layout)
            box.pango_layout.room = room
            box.width += room * letters
            along += room * letters
    else:
        box.translate(along, 0)
    return along
