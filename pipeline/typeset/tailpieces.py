"""Which pages show a tailpiece: the cover's drawing, at the foot of a page whose text ends early.

Each page is laid out with one of either height, in the corners of its margin, where they move no
line. Those that a page has no use for are struck from it, so that a sheet is set once.
"""

from collections.abc import Sequence
from typing import Any

from pipeline.typeset.spread import height_used, is_one, names_of, rooms_above

_CORNERS = ("@bottom-left-corner", "@bottom-right-corner")
"""Where the stylesheet puts the low one and the high one."""

_LOW, _HIGH = 0.18, 0.32
"""From which free part of a page on it shows the low one, and the high one."""

_ROUNDED = 1.0
"""CSS pixels by which a text that was reckoned to end above a drawing may end lower."""

_NEVER = {"masthead", "crisis", "notes-page"}
"""Classes of what no drawing stands below: a cover has its own, the others fill their page, and
nothing is to lead the eye away from a number to call."""


def keep_tailpieces(pages: Sequence[Any]) -> None:
    """Strike the tailpieces from pages that have no use for them."""
    for page in pages:
        _strike(page, _corner(page))


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


def _corner(page: Any) -> str:
    """Return in which corner the tailpiece stands that a page shows, empty for none."""
    free = 1 - height_used(page) / float(page.height)
    if free < _LOW or any(not _NEVER.isdisjoint(names_of(box)) for box in page.descendants()):
        return ""
    return _CORNERS[free >= _HIGH]


def _strike(page: Any, kept: str) -> None:
    """Strike what stands in the corners of a page's margin but in the one that is kept."""
    page.children = [
        child
        for child in page.children
        if not is_one(child, "MarginBox")
        or child.at_keyword not in _CORNERS
        or child.at_keyword == kept
    ]
