"""What panels leave free is given away: none is half white, and those that share a text end alike.

It works on the boxes of pages that are laid out, and answers in CSS for the next time.
"""

from collections.abc import Sequence
from typing import Any

from pipeline.typeset.panels import even_panels

_MUCH = 0.22
"""From which part of a page on free height is filled with lines to write on."""

_ENOUGH = 0.6
"""Which part of its panels a text fills, if it is drawn out over all of them."""

_SAFE = 4.0
"""CSS pixels that stay free at the foot of a page that is filled up."""

_DRAWING = "landscape"
"""The class of a drawing that goes along the foot of panels."""

_GAP = 14.0
"""CSS pixels between what a page says and the lines to write on below it."""


def spread(
    name: str,
    count: int,
    pages: Sequence[Any],
    share: float,
    *,
    runs_on: bool = False,
    draws: bool = True,
) -> str:
    """Return the CSS that gives away a share of what the pages of a name leave free.

    ``--rest`` tells the stylesheet how much the last page has left. Where a page has much, the
    element ``fill-`` with its number, or ``fill-last``, is shown as high as that; for each panel
    without a page, an element ``empty-`` with its number from the end. A text that runs on, and
    fills its pages, is divided between them instead; if it ``draws``, above the drawing at their
    foot.
    """
    rests = [max(float(page.height) - height_used(page) - _SAFE, 0.0) for page in pages]
    css = "".join(
        f".panel-{name} .empty-{number} {{ display: block; }}\n"
        for number in range(1, count - len(pages) + 1)
    )
    if not share or not rests:
        return css
    css += f".panel-{name} {{ --rest: {rests[-1] * share:.1f}px; }}\n"
    much = [rest > _MUCH * float(page.height) for rest, page in zip(rests, pages, strict=True)]
    if runs_on and len(pages) == count > 1:
        full = sum(height_used(page) for page in pages) / sum(float(page.height) for page in pages)
        if full >= _ENOUGH:
            above = rooms_planned(pages) if draws else ()
            return css + even_panels(name, pages, count, share, above)
    for number, (rest, is_much) in enumerate(zip(rests, much, strict=True), 1):
        is_last = number == len(rests)
        if is_much and (is_last or not runs_on):
            where = "last" if is_last else str(number)
            high = (rest - _GAP) * share
            css += f".panel-{name} .fill-{where} {{ display: block; height: {high:.1f}px; }}\n"
    return css


_NEAR = 6.0
"""CSS pixels that stay white between a text and the drawing below it."""


def rooms_above(pages: Sequence[Any]) -> list[float]:
    """Return how high pages are above the drawing at their foot; nothing unless each has one."""
    tops = [
        [
            float(box.position_y)
            for child in page.children
            if is_one(child, "MarginBox")
            for box in child.descendants()
            if _DRAWING in names_of(box)
        ]
        for page in pages
    ]
    if not all(tops):
        return []
    return [
        min(own) - float(page.content_box_y()) - _NEAR
        for own, page in zip(tops, pages, strict=True)
    ]


_LINE = 18.0
"""CSS pixels that a text may grow by where it moves to a panel that folds in, and is narrower."""


def rooms_planned(pages: Sequence[Any]) -> list[float]:
    """Return the same for a text that is not on its panels yet."""
    widest = max((float(page.width) for page in pages), default=0.0)
    return [
        room - _LINE * (float(page.width) < widest)
        for room, page in zip(rooms_above(pages), pages, strict=False)
    ]


def height_used(page: Any) -> float:
    """Return how much of a page's height its content takes, in CSS pixels.

    What was moved to its foot takes as much as before.
    """
    bottom = 0.0
    for child in page.children:
        if is_one(child, "MarginBox"):
            continue
        for box in child.descendants():
            if is_one(box, "LineBox", "ReplacedBox"):
                bottom = max(bottom, box.position_y + box.margin_height())
            elif is_one(box, "BlockBox") and box.border_bottom_width + box.padding_bottom:
                bottom = max(bottom, box.border_box_y() + box.border_height())
    return float(max(bottom - page.content_box_y(), 0.0)) - getattr(page, "lowered", 0.0)


def is_one(box: Any, *kinds: str) -> bool:
    """Say whether a box is of one of some kinds, which are named as CSS names them."""
    return any(kind.__name__ in kinds for kind in type(box).__mro__)


def names_of(box: Any) -> list[str]:
    """Return the classes of a box's element, none for a box without one."""
    return [] if box.element is None else str(box.element.get("class", "")).split()
