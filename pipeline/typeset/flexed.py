"""Each item of a row in a flex box is laid out once, and a picture stays with its frame.

WeasyPrint lays it out to learn its height, and once more in its place. What stands in rows within
rows, as the ways to reach a service do, was laid out sixteen times. In its place it comes out the
same but for where it stands, unless a page ends within it, or something in it asks for its height:
then it is laid out there as well.

It parts the frame of a picture and its caption, too, whatever ``break-inside`` says: an empty one
stood at the foot of a page, and the picture on the next.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from math import inf
from types import ModuleType
from typing import Any

from pipeline.typeset.boxes import is_one
from pipeline.typeset.patching import replace_everywhere

Layout = Callable[..., Any]

_HEIGHTS = ("height", "min_height", "max_height")


@dataclass(frozen=True, slots=True)
class _LaidOut:
    """What has become of an item that was laid out for its height."""

    result: tuple[Any, ...]
    below: float
    """How far below the place that it was given its box begins: the margins that it shares."""


def lay_out_once(layout: ModuleType, boxes: ModuleType) -> None:
    """Have WeasyPrint lay out the items of rows once, and part no picture's frame."""
    layout.block.block_level_layout_switch = _moved(layout.block, boxes)
    own = layout.flex.flex_layout
    replace_everywhere(layout, own, _whole(_with_places(own)))


def _whole(lay_out: Layout) -> Layout:
    """Return WeasyPrint's layout of a flex box, which has a picture's frame begin a page."""

    @wraps(lay_out)
    def flex_layout(
        context: Any,
        box: Any,
        bottom_space: float,
        skip_stack: Any,
        room: Any,
        page_is_empty: bool,
        *others: Any,
    ) -> Any:
        result = lay_out(context, box, bottom_space, skip_stack, room, page_is_empty, *others)
        if result[1] is None or page_is_empty or box.element_tag != "figure":
            return result
        return None, None, {"break": "any", "page": None}, [], False

    return flex_layout


def _with_places(lay_out: Layout) -> Layout:
    """Return WeasyPrint's layout of a flex box, with a place for what becomes of each item."""

    @wraps(lay_out)
    def flex_layout(context: Any, box: Any, *others: Any, **named: Any) -> Any:
        is_row = box.style["flex_direction"].startswith("row")
        items = [vars(item) for item in box.children] if is_row else []
        places: list[list[_LaidOut]] = [[] for _ in items]
        for item, place in zip(items, places, strict=True):
            item["laid_out"] = place  # so has the copy of it that is laid out for its height
        try:
            return lay_out(context, box, *others, **named)
        finally:
            for item, place in zip(items, places, strict=True):
                place.clear()
                del item["laid_out"]

    return flex_layout


def _moved(block: ModuleType, boxes: ModuleType) -> Layout:
    """Return WeasyPrint's layout of a block, which moves an item that is laid out to its place."""
    lay_out: Layout = block.block_level_layout_switch

    @wraps(lay_out)
    def block_level_layout_switch(
        context: Any,
        box: Any,
        bottom_space: float,
        skip_stack: Any,
        room: Any,
        *others: Any,
        **named: Any,
    ) -> Any:
        place: list[_LaidOut] | None = vars(box).get("laid_out")
        is_plain = place is not None and skip_stack is None and _is_plain(box, boxes)
        if place and is_plain:
            known = place.pop()
            if _is_in_place(context, known, box, room, bottom_space, block.block_level_width):
                return known.result
        top = box.position_y
        result = lay_out(context, box, bottom_space, skip_stack, room, *others, **named)
        if place is not None and is_plain and bottom_space == -inf:
            new_box, resume_at = result[:2]
            if new_box and resume_at is None and _is_of_itself(new_box):
                place.append(_LaidOut(result, new_box.position_y - top))
        return result

    return block_level_layout_switch


def _is_plain(box: Any, boxes: ModuleType) -> bool:
    """Say whether a box is no table, picture or set of columns, which have widths of their own."""
    if isinstance(box, boxes.BlockBox):
        style = box.style
        return not box.is_table_wrapper and style["column_width"] == style["column_count"] == "auto"
    return isinstance(box, boxes.FlexBox)


def _is_in_place(
    context: Any,
    known: _LaidOut,
    item: Any,
    room: Any,
    bottom_space: float,
    find_width: Callable[[Any, Any], None],
) -> bool:
    """Move what was laid out to the place of its item, if it comes out the same there."""
    box, there = known.result[0], item.copy()
    find_width(there, room)
    if there.height == "auto":
        return False
    height = max(min(there.height, box.max_height), box.min_height)
    top = there.position_y + known.below
    foot = top + box.margin_height() + max(height - box.height, 0)
    if (
        (there.width, there.margin_top, there.margin_bottom)
        != (box.width, box.margin_top, box.margin_bottom)
        # What is in a block stands where it does however high that is.
        or (height != box.height and not is_one(box, "BlockBox"))
        or context.overflows_page(bottom_space, foot)
    ):
        return False
    left = there.position_x + there.margin_left
    box.translate(left - box.position_x - box.margin_left, top - box.position_y)
    box.position_x = there.position_x
    box.height, box.margin_left, box.margin_right = height, there.margin_left, there.margin_right
    return True


def _is_of_itself(box: Any) -> bool:
    """Say whether nothing in a box is placed by its page, or by the height of what holds it."""
    return not (box.footnote or box.note) and all(
        one.is_in_normal_flow()
        and not any(getattr(one.style[name], "unit", "") == "%" for name in _HEIGHTS)
        and _is_of_itself(one)
        for one in box.children
    )
