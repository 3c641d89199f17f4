"""Which pages show a tailpiece: the cover's drawing, at the foot of a page whose text ends early.

Each page is laid out with one of either height, in the corners of its margin, where they move no
line. Those that a page has no use for are struck from it, so that a sheet is set once.
"""

from collections.abc import Sequence
from typing import Any

from pipeline.typeset.spread import height_used, is_one, lowered_by, names_of, rooms_above

_CORNERS = ("@bottom-left-corner", "@bottom-right-corner", "@top-left-corner")
"""Where the stylesheet puts the low one and the high one, and in some editions a tall one."""

_LOW, _HIGH, _TALL = 0.24, 0.32, 0.42
"""From which free part of a page on it shows the low one, the high one, and the tall one."""

_MOST = 2
"""How many pages of a sheet show one: on each second page it would only fill what is white."""

_ROUNDED = 1.0
"""CSS pixels by which a text that was reckoned to end above a drawing may end lower."""

_TEXT = {"p", "ul", "ol", "h3", "blockquote"}
"""What stands in a section."""

_NEVER = {"masthead", "crisis", "notes-page"}
"""Classes of what no drawing stands below: a cover has its own, the others fill their page, and
nothing is to lead the eye away from a number to call."""


def keep_tailpieces(pages: Sequence[Any]) -> None:
    """Strike the tailpieces from pages that have no use for them.

    The emptiest pages keep one, and all that do the lowest of theirs.
    """
    sizes = [
        0 if _goes_on(after) else _size(page)
        for page, after in zip(pages, [*pages[1:], None], strict=True)
    ]
    emptiest = sorted(range(len(pages)), key=lambda number: _free(pages[number]), reverse=True)
    kept = [number for number in emptiest if sizes[number]][:_MOST]
    size = min((sizes[number] for number in kept), default=0)
    for number, page in enumerate(pages):
        _strike(page, _CORNERS[size - 1] if number in kept else "")


def keep_landscape(panels: Sequence[Any]) -> None:
    """Strike the drawing along the foot of panels, unless the text of each ends above it.

    It is small there, and goes on from panel to panel: it may stand below a crisis note.
    """
    if not stands_above(panels):
        for page in panels:
            _strike(page, "")


def stands_above(panels: Sequence[Any]) -> bool:
    """Say whether panels have a drawing along their foot, and all text ends above it."""
    rooms = rooms_above(panels)
    return bool(rooms) and all(
        height_used(page) <= room + _ROUNDED for page, room in zip(panels, rooms, strict=True)
    )


def _goes_on(page: Any) -> bool:
    """Say whether a page, if there is one, begins with more of what the page before it ends with.

    Below that no drawing stands: it would say that a part is at its end.
    """
    boxes = page.children[0].children[0].children if page else []
    if boxes and boxes[0].element is not None and boxes[0].element.tag == "main":
        boxes = boxes[0].children
    first = boxes[0] if boxes else None
    return first is not None and (
        getattr(first.element, "tag", "") in _TEXT or "callout" in names_of(first)
    )


def _size(page: Any) -> int:
    """Return which tailpiece a page shows, the lowest first, 0 for none.

    There is none where what the page shows was moved down: its end stands at its foot, or it goes
    on with a section below a running head.
    """
    free = _free(page)
    if (
        free < _LOW
        or lowered_by(page)
        or any(not _NEVER.isdisjoint(names_of(box)) for box in page.descendants())
    ):
        return 0
    has = [child.at_keyword for child in page.children if is_one(child, "MarginBox")]
    return 3 if free >= _TALL and _CORNERS[2] in has else 2 if free >= _HIGH else 1


def _free(page: Any) -> float:
    """Return which part of a page its text leaves free."""
    return 1 - height_used(page) / float(page.height)


def _strike(page: Any, kept: str) -> None:
    """Strike what stands in the corners of a page's margin but in the one that is kept."""
    page.children = [
        child
        for child in page.children
        if not is_one(child, "MarginBox")
        or child.at_keyword not in _CORNERS
        or child.at_keyword == kept
    ]
