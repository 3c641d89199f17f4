"""What to do and what to ask beside each other: both heads, and both lists, begin on one line.

One head takes two lines and the other one, so that boxes to tick beside each other stood half a
line apart. A head that was lowered with its list left a line free above it, which looked forgotten.
Nothing is set once more for it: the room is what stands free below the frame.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from pipeline.typeset.apart import in_flow, move
from pipeline.typeset.boxes import foot_of, is_one, names_of, shown_on

_FRAME, _PART, _ADDED = "action", "action-part", "origin"
"""The class of such a frame, of each of its two columns, and of the line below them that says who
added them."""

_LISTS = {"ul", "ol"}

_GIVES, _HALF = 0.7, 0.5
"""Which part of the room below the frame it takes at most; and by which part of what the frame is
higher what stands below it goes down, if it has as much room."""


def level_lists(page: Any) -> None:
    """Lower the list below the shorter head of each frame with two columns, if there is room."""
    shown = [
        one
        for box in shown_on(page)
        for one in (box.children if box.element_tag == "main" else [box])
    ]
    gaps = [_between(*pair) for pair in pairwise(shown)]
    for frame, after, gap, below in zip(shown, shown[1:], gaps, [*gaps[1:], 0.0], strict=False):
        higher = _level(frame, _columns(frame), gap) if _FRAME in names_of(frame) else 0.0
        if higher * _HALF < below * _GIVES:
            move(after, higher * _HALF)


def _columns(frame: Any) -> list[Any]:
    """Return the boxes of a frame's columns, none where these stand one below the other."""
    parts = (box for box in frame.descendants() if _PART in names_of(box))
    return [box for box in parts if is_one(box, "TableCellBox")]


def _between(one: Any, after: Any) -> float:
    """Return the room between two boxes."""
    return float(after.border_box_y()) - foot_of(one)


def _level(frame: Any, cells: Sequence[Any], room: float) -> float:
    """Lower one of two lists, and the frame's foot by what that lacks room for; return how much.

    Both begin on one line then.
    """
    told = [in_flow(cell.children) for cell in cells]
    tops = [top for boxes in told for top in _tops_of_lists(boxes)[:1]]
    if len(tops) != 2:
        return 0.0
    lower = [max(tops) - top for top in tops]
    higher = max(
        foot_of(boxes[-1]) + by + float(cell.style["padding_bottom"].value) - foot_of(cell)
        for cell, boxes, by in zip(cells, told, lower, strict=True)
    )
    if higher > _GIVES * room:
        return 0.0
    for boxes, by in zip(told, lower, strict=True):
        for box in boxes:
            if box.element.tag in _LISTS:
                move(box, by)
    if higher > 0:
        frame.height += higher
        for box in frame.descendants(placeholders=True):
            if _ADDED in names_of(box) and is_one(box, "BlockBox"):
                box.translate(dy=higher)
    return max(higher, 0.0)


def _tops_of_lists(boxes: Sequence[Any]) -> list[float]:
    """Return where each list of a column begins."""
    return [float(box.border_box_y()) for box in boxes if box.element.tag in _LISTS]
