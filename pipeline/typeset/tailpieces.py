"""Which pages show a tailpiece: the cover's drawing, at the foot of a page whose text ends early.

Each page is laid out with one of either height, in the corners of its margin, where they move no
line. Those that a page has no use for are struck from it, so that a sheet is set once.
"""

from collections.abc import Sequence
from typing import Any

from pipeline.typeset.spread import height_used, is_one, names_of, rooms_above

_CORNERS = ("@bottom-left-corner", "@bottom-right-corner", "@top-left-corner")
"""Where the stylesheet puts the low one and the high one, and in some editions a tall one."""

_LOW, _HIGH, _TALL = 0.18, 0.32, 0.42
"""From which free part of a page on it shows the low one, the high one, and the tall one."""

_ROUNDED = 1.0
"""CSS pixels by which a text that was reckoned to end above a drawing may end lower."""

_NEVER = {"masthead", "crisis", "notes-page"}
"""Classes of what no drawing stands below: a cover has its own, the others fill their page, and
nothing is to lead the eye away from a number to call."""


def keep_tailpieces(pages: Sequence[Any], *, folded: bool = False) -> None:
    """Strike the tailpieces from pages that have no use for them.

    Of pages that face each other in a booklet, as ``folded`` says, both show the lower of theirs.
    """
    shown = [_size(page) for page in pages]
    if folded:
        for left in range(1, len(pages) - 1, 2):
            pair = shown[left : left + 2]
            if all(pair):
                shown[left : left + 2] = [min(pair)] * 2
    for page, size in zip(pages, shown, strict=True):
        _strike(page, _CORNERS[size - 1] if size else "")


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


def _size(page: Any) -> int:
    """Return which tailpiece a page shows, the lowest first, 0 for none."""
    free = 1 - height_used(page) / float(page.height)
    if free < _LOW or any(not _NEVER.isdisjoint(names_of(box)) for box in page.descendants()):
        return 0
    has = [child.at_keyword for child in page.children if is_one(child, "MarginBox")]
    return 3 if free >= _TALL and _CORNERS[2] in has else 2 if free >= _HIGH else 1


def _strike(page: Any, kept: str) -> None:
    """Strike what stands in the corners of a page's margin but in the one that is kept."""
    page.children = [
        child
        for child in page.children
        if not is_one(child, "MarginBox")
        or child.at_keyword not in _CORNERS
        or child.at_keyword == kept
    ]
