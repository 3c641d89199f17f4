"""Where a sheet shows its tailpiece: the cover's drawing where its text ends.

Each page is laid out with it in a corner of its margin, where it moves no line. It is struck from
all other pages, so that a sheet is set once.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.typeset.boxes import is_one, names_of
from pipeline.typeset.spread import height_used, lowered_by, rooms_above

_CORNER = "@bottom-left-corner"
"""Where the stylesheet puts it."""

_FREE = 0.22
"""Which part of a page is free at least, if it shows the drawing."""

_POINTS = "summary"
"""The class of the main points, which may have a page for themselves."""

_ROUNDED = 1.0
"""CSS pixels by which a text that was reckoned to end above a drawing may end lower."""

_NEVER = {"masthead", "crisis", "notes-page"}
"""Classes of what no drawing stands below: a cover has its own, the others fill their page, and
nothing is to lead the eye away from a number to call."""

_AFTER = {"action", "references", "footnotes", "last"}
"""Classes of what follows the author's text in `main`."""


def keep_tailpieces(pages: Sequence[Any]) -> None:
    """Strike the tailpieces from all pages but that on which the author's text ends.

    Where that has no room for one, the last page shows it, if it has. Main points that have a page
    for themselves stand above it, too.
    """
    ends = [number for number, page in enumerate(pages) if any(map(_has_text, _texts(page)))]
    places = (*ends[-1:], len(pages) - 1)
    kept = {*[number for number in places if _has_room(pages[number])][:1], *_alone(pages)}
    for number, page in enumerate(pages):
        _strike(page, keeps=number in kept)


def _alone(pages: Sequence[Any]) -> Iterator[int]:
    """Yield the number of the page on which nothing but the main points stands, if it has room."""
    for number, page in enumerate(pages):
        names = [names_of(box) for box in _texts(page)]
        if len(names) == 1 and _POINTS in names[0] and _has_room(page):
            yield number


def keep_landscape(panels: Sequence[Any]) -> None:
    """Strike the drawing at the foot of the middle one of panels, unless its text ends above it."""
    if not stands_above(panels):
        for page in panels:
            _strike(page, keeps=False)


def stands_above(panels: Sequence[Any]) -> bool:
    """Say whether the middle one of panels has a drawing at its foot, and its text ends above.

    A text may end a pixel lower than was reckoned.
    """
    rooms = rooms_above(panels)
    return bool(rooms) and all(
        height_used(page) <= room + _ROUNDED for page, room in zip(panels, rooms, strict=True)
    )


def _texts(page: Any) -> Iterator[Any]:
    """Yield the parts of the author's text on a page."""
    for box in page.children[0].descendants():
        if getattr(box.element, "tag", "") == "main":
            yield from (part for part in box.children if _AFTER.isdisjoint(names_of(part)))


def _has_text(part: Any) -> bool:
    return any(is_one(box, "LineBox") for box in part.descendants())


def _has_room(page: Any) -> bool:
    """Say whether a page has room for the drawing, and shows nothing that it is to stay away from.

    There is none where what the page shows was moved down: its end stands at its foot, or it goes
    on with a section below a running head.
    """
    return (
        1 - height_used(page) / float(page.height) >= _FREE
        and not lowered_by(page)
        and all(_NEVER.isdisjoint(names_of(box)) for box in page.descendants())
    )


def _strike(page: Any, *, keeps: bool) -> None:
    """Strike what stands in the corner of a page's margin, unless the page keeps it."""
    page.children = [
        child
        for child in page.children
        if keeps or not is_one(child, "MarginBox") or child.at_keyword != _CORNER
    ]
