"""Boxes of a page that is laid out, set further apart: no line falls elsewhere for that."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from pipeline.typeset.boxes import is_one, texts_on
from pipeline.typeset.flow import cells_of

HEADS = {"h1", "h2", "h3", "h4", "h5", "h6"}
"""The tags of heads, which stand as near as ever to what they are the heads of."""


def in_flow(boxes: Sequence[Any]) -> list[Any]:
    """Return the boxes that stand one below the other."""
    return [box for box in boxes if box.element is not None and box.is_in_normal_flow()]


def text_in_flow(page: Any) -> list[Any]:
    """Return what stands below each other in the author's text on a page."""
    return [box for text in texts_on(page) for box in in_flow(text.children)]


def set_apart(
    boxes: Sequence[Any],
    between: Callable[[Any, Any], float],
    open_within: Callable[[Any], float],
) -> float:
    """Set boxes further apart, and what is in them; return how much higher they are together.

    ``between`` tells by how many CSS pixels each is further from the one before it, as they stand;
    ``open_within`` sets apart what is in one, and returns how much higher it is for that.
    """
    gaps = [0.0, *(between(*pair) for pair in pairwise(boxes))]
    lower = 0.0
    for box, gap in zip(boxes, gaps, strict=False):  # there is one gap where there is no box
        lower += gap
        move(box, lower)
        lower += open_within(box)
    return lower


def gaps_in(
    boxes: Sequence[Any],
    between: Callable[[Any, Any], float],
    within: Callable[[Any], float],
) -> float:
    """Return how much goes between boxes together, and in them, as `set_apart` gives it to them."""
    return sum(between(*pair) for pair in pairwise(boxes)) + sum(map(within, boxes))


def move(box: Any, lower: float) -> None:
    """Move a box down, with the grounds in it: WeasyPrint 70 has laid these by then."""
    if lower:
        box.translate(dy=lower)
        for one in box.descendants():
            _lay_ground(one, lower, 0.0)


def heighten(box: Any, higher: float) -> float:
    """Make a box higher, and what it is drawn on; return by how much."""
    box.height += higher
    _lay_ground(box, 0.0, higher)
    return higher


def heighten_row(row: Any, higher: float) -> None:
    """Make a row of two columns higher, and all that it consists of."""
    tables = [box for box in row.descendants() if is_one(box, "TableBox")]
    for box in {id(box): box for box in (row, *tables, *cells_of(row))}.values():
        box.height += higher


def _lay_ground(box: Any, lower: float, higher: float) -> None:
    """Lay what a box is drawn on so much lower, and so much higher."""

    def moved(area: Any) -> Any:
        return (area[0], area[1] + lower, area[2], area[3] + higher, *area[4:])

    if getattr(box, "background", None) and (lower or higher):
        layers = [
            layer._replace(
                painting_area=moved(layer.painting_area),
                clipped_boxes=[moved(one) for one in layer.clipped_boxes],
                positioning_area=layer.positioning_area
                if isinstance(layer.positioning_area, str)
                else moved(layer.positioning_area),
            )
            for layer in box.background.layers
        ]
        box.background = box.background._replace(layers=layers)
