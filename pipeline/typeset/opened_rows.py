"""Pages of two columns that end early drawn out towards one foot, once they are set.

What such a page leaves free goes between what stands on it: most before a section, less around
frames, least between paragraphs, and as much in one column as in the other, so that what says the
same stays level. A page that is full to its foot is drawn in so, a little. No line falls elsewhere,
and the sheet is not set once more.
"""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Any

from pipeline.typeset.apart import (
    HEADS,
    gaps_in,
    heighten,
    heighten_row,
    in_flow,
    move,
    set_apart,
    text_in_flow,
)
from pipeline.typeset.boxes import ROW, names_of
from pipeline.typeset.flow import cells_of
from pipeline.typeset.spread import left_on, lowered_by

_FOOT, _FOOT_DRAWN = 0.02, 0.235
"""Which part of a page stays free at its foot, and where a drawing stands there."""

_CLOSER, _MOST, _UNLIKE = 1.0, 4.5, 1.5
"""How many CSS pixels closer paragraphs stand at most where a page is full to its foot, and further
apart; and how many more than on the page between those that are opened less and opened more."""

_BETWEEN, _ITEMS, _AROUND, _ABOVE_HEAD = 1.0, 0.8, 1.8, 2.5
"""How many times as much that is between paragraphs, between the items of a list, around a frame,
and above a head."""

_HEAD_ROW, _FRAME = "row-heading", "frame"
"""The classes of a row with a head alone, and of what stands in a frame."""

_OPENED = {"part", "action-part"}
_IN_NOTE = {"long", "note", "note-body", "note-part"}
"""Classes of frames that open, too, and those of a long crisis note and of what is within it."""

_NO_GAP_BELOW = {_HEAD_ROW, "note-head"}
_NO_GAP_ABOVE = {"row-origin", "row-caption", "row-part", "row-last-way"}
"""Classes of heads, and of rows that stay with what is above them, as ways to a service do."""

_LISTS = {"ol", "ul"}


def open_rows(pages: Sequence[Any], drawn: set[int]) -> None:
    """Set what stands on pages of two columns apart, or closer, by what each page leaves free.

    That with the end of the sheet stays as it is, and page one.
    At the foot of the ``drawn`` ones a drawing stands.
    """
    flows = {
        number: flow
        for number, page in enumerate(pages[:-1])
        if number and _has_rows(flow := text_in_flow(page)) and _weight(flow)
    }
    most = {
        number: _by(pages[number], flow, is_drawn=number in drawn) for number, flow in flows.items()
    }
    near = max(median(most.values()), 0.0) + _UNLIKE if most else 0.0
    for number, flow in flows.items():
        lower = _open(flow, min(most[number], near))
        if number not in drawn:
            pages[number].lowered = lowered_by(pages[number]) + lower


def _has_rows(flow: Sequence[Any]) -> bool:
    return any(ROW in names_of(box) or _has_rows(_framed(box)) for box in flow)


def _by(page: Any, flow: Sequence[Any], *, is_drawn: bool) -> float:
    """Return how many CSS pixels further apart paragraphs of a page can stand, or closer."""
    free = left_on(page) - (_FOOT_DRAWN if is_drawn else _FOOT) * float(page.height)
    least = 0.0 if is_drawn else -_CLOSER
    return min(max(free / _weight(flow), least), _MOST)


def _weight(flow: Sequence[Any]) -> float:
    """Return how many times what goes between two paragraphs goes between boxes, and in them."""

    def within(box: Any) -> float:
        framed = _framed(box)
        return _weight(framed) if framed else sum(gap for gap, _ in _levels(box))

    return gaps_in(flow, _between, within)


def _between(one: Any, after: Any) -> float:
    """Return how many times as much goes between two boxes as between two paragraphs."""
    before, names = {*names_of(one)}, {*names_of(after)}
    if before & _NO_GAP_BELOW or names & _NO_GAP_ABOVE:
        return 0.0
    if _HEAD_ROW in names:
        return _ABOVE_HEAD
    return _AROUND if any(_is_frame(some) for some in (before, names)) else _BETWEEN


def _is_frame(names: set[str]) -> bool:
    return not names.isdisjoint({_FRAME, *_OPENED})


def _framed(box: Any) -> list[Any]:
    """Return what stands below each other in a frame that opens, too."""
    return in_flow(box.children) if (_OPENED | _IN_NOTE) & {*names_of(box)} else []


def _levels(row: Any) -> list[tuple[float, tuple[Any, ...]]]:
    """Return paragraphs and items of a row, each with its pair, and what goes before both.

    None where the columns have not as many: what says the same would not stay level.
    """
    columns = [_told(cell) for cell in cells_of(row)] if ROW in names_of(row) else []
    if not columns or len({*map(len, columns)}) > 1:
        return []
    gaps = [0.0, *(_before(*pair) for pair in pairwise(columns[0]))]
    return list(zip(gaps, zip(*columns, strict=True), strict=True))


def _told(cell: Any) -> list[Any]:
    """Return the paragraphs in one column of a row, and the items of its lists."""
    return [
        piece
        for box in in_flow(cell.children)
        for piece in (in_flow(box.children) if box.element.tag in _LISTS else [box])
    ]


def _before(one: Any, after: Any) -> float:
    if one.element.tag in HEADS:
        return 0.0
    return _ITEMS if one.element.tag == after.element.tag == "li" else _BETWEEN


def _open(flow: Sequence[Any], by: float) -> float:
    """Set boxes further apart, and what is in them; return how much higher they are together."""

    def open_within(box: Any) -> float:
        framed = _framed(box)
        return heighten(box, _open(framed, by)) if framed else _open_row(box, by)

    return set_apart(flow, lambda one, after: by * _between(one, after), open_within)


def _open_row(row: Any, by: float) -> float:
    """Set what stands in a row further apart; return how much higher it is for that."""
    lower = 0.0
    for gap, level in _levels(row):
        lower += by * gap
        for box in level:
            move(box, lower)
    if lower:
        heighten_row(row, lower)
    return lower
