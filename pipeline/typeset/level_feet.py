"""Panels of a brochure that end on one line, once they are set.

How a text divides between panels is reckoned before its lines are broken on the narrowest of them:
a line more or less there, and one foot is lower than its neighbours. What they lack goes above
heads and around frames, never between paragraphs, which are equally far apart on all panels, and
the drawing at the foot of the middle one is raised to the same line. So do cover and
back end alike, by what they have above the drawing of one and the last lines of the other, and the
flap, by what its items have besides. No line falls elsewhere, and the sheet is not set once more.
"""

from collections.abc import Sequence
from typing import Any

from pipeline.typeset.apart import HEADS, gaps_in, heighten, in_flow, move, set_apart, text_in_flow
from pipeline.typeset.boxes import in_margins, names_of, shown_on
from pipeline.typeset.spread import left_on, lowered_by

_MOST = 2.5
"""How many CSS pixels further apart items of a list stand at most."""

_BETWEEN, _AROUND, _ABOVE_HEAD = 1.0, 1.5, 2.5
"""How many times as much that is between items, around a frame, and above a head."""

_RUNNING = {"p", "ul", "ol"}
"""The tags of running text, which stands equally far apart on all panels."""

_FRAMES = {"callout", "crisis", "part"}
"""The classes of frames."""

_OPENED = {"panel-flap", "flap-second", "part", "action-parts", "action-part", "list"}
"""The classes of what has gaps of its own that grow, besides the text."""

_NOTES = "footnotes"
"""The class of what stands at the foot of a panel as in any book."""

_FOOT = {"cover-art", "back-foot"}
"""The classes of what has more room above it on cover and back: the drawing at the foot of the
cover's field, and the last lines of the back."""

_AROUND_FOOT = {"panel-cover", "panel-back", "masthead", "field"}
"""The classes of what they stand in."""

_AGAIN = "head-again"
"""The class of a head that is said again, to which what follows it belongs."""

_LANDSCAPE = "landscape"
"""The class of the drawing at the foot of the middle panel."""

_NEAR = 15.0
"""CSS pixels that stay white between a text and the drawing below it."""


def level_feet(panels: Sequence[Any]) -> None:
    """Have panels end as low as the lowest does, as far as a little room between blocks allows."""
    drawn = {number: box for number, page in enumerate(panels) for box in _drawings(page)}
    feet = {number: _end(page) for number, page in enumerate(panels) if number not in drawn}
    lowest = max(feet.values(), default=0.0)
    for number, foot in feet.items():
        _draw_out(panels[number], lowest - foot)
    for number, box in drawn.items():
        page = panels[number]
        free = float(box.position_y) - float(page.content_box_y()) - _NEAR - _end(page)
        move(box, -min(max(_foot(page, box) - lowest, 0.0), max(free, 0.0)))


def _drawings(page: Any) -> list[Any]:
    """Return the drawing at the foot of a page, if it shows one."""
    return [box for box in in_margins(page) if _LANDSCAPE in names_of(box)][:1]


def _foot(page: Any, box: Any) -> float:
    """Return how far below the head of a page's text a box ends."""
    return float(box.position_y + box.height - page.content_box_y())


def _end(page: Any) -> float:
    """Return how low what a panel says ends, below the head of its text."""
    return float(page.height) - left_on(page)


def level_outside(flaps: Sequence[Any], others: Sequence[Any]) -> None:
    """Have cover and back end as low as the lowest panel of their side, and the flap with them."""
    lowest = max(map(_end, (*flaps, *others)), default=0.0)
    for page in others:
        lower = _lower_foot(in_flow(shown_on(page)), lowest - _end(page))
        page.lowered = lowered_by(page) + lower
    for page in flaps:
        _draw_out(page, lowest - _end(page))


def _lower_foot(boxes: Sequence[Any], by: float) -> float:
    """Set what is at the foot of cover or back lower; return how much higher all is for that."""

    def lower_within(box: Any) -> float:
        if _AROUND_FOOT.isdisjoint(names_of(box)):
            return 0.0
        return heighten(box, _lower_foot(in_flow(box.children), by))

    return set_apart(
        boxes, lambda _, after: by * (not _FOOT.isdisjoint(names_of(after))), lower_within
    )


def _draw_out(page: Any, free: float) -> None:
    """Set what stands on a panel further apart, by so many CSS pixels together at most."""
    boxes = in_flow(shown_on(page))
    by = min(max(free, 0.0) / max(_weight(boxes), 1.0), _MOST)
    lower = _open(boxes, by)
    flow = text_in_flow(page)
    if flow and _NOTES in names_of(flow[-1]):
        move(flow[-1], max(free - lower, 0.0))
        lower = max(free, lower)
    page.lowered = lowered_by(page) + lower


def _weight(boxes: Sequence[Any]) -> float:
    """Return how many times what goes between two items goes between boxes, and in them."""

    def within(box: Any) -> float:
        return _weight(in_flow(box.children)) if _opens(box) else 0.0

    return gaps_in(boxes, _between, within)


def _open(boxes: Sequence[Any], by: float) -> float:
    """Set boxes further apart, and what is in them; return how much higher they are together."""

    def open_within(box: Any) -> float:
        return heighten(box, _open(in_flow(box.children), by)) if _opens(box) else 0.0

    return set_apart(boxes, lambda one, after: by * _between(one, after), open_within)


def _opens(box: Any) -> bool:
    return box.element.tag == "main" or not _OPENED.isdisjoint(names_of(box))


def _between(one: Any, after: Any) -> float:
    """Return how many times as much goes between two boxes as between two items of a list."""
    if one.element.tag in HEADS or _AGAIN in names_of(one):
        return 0.0
    if {one.element.tag, after.element.tag} <= _RUNNING:
        return 0.0
    if after.element.tag in HEADS:
        return _ABOVE_HEAD
    return _AROUND if _FRAMES & {*names_of(one), *names_of(after)} else _BETWEEN
