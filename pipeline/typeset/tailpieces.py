"""Where a sheet shows its tailpiece: the cover's drawing where its text ends.

In a booklet whose sections stay whole, where those end, too, or low hills if there is less room or
none; and on its back. Hills stand below a first page that ends early without a picture, and on such
panels of a brochure.

Each page is laid out with both in corners of its margin, where they move no line. They are struck
from all other pages, so that a sheet is set once.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from pipeline.typeset.boxes import is_one, names_of
from pipeline.typeset.panels import HILLS
from pipeline.typeset.spread import height_used, lowered_by, rooms_above

_CORNER, _SECTION_CORNER = "@bottom-left-corner", "@bottom-right-corner"
"""Where the stylesheet puts it, and what ends sections."""

_FREE, _FREER = 0.22, 0.36
"""Which part of a page is free at least, if it shows the drawing; and if that stands below a
section of a booklet."""

_FREE_COVER = 0.21
"""The same of a first page that has no drawing of its own."""

_FREE_HILLS = 0.15
"""The same of a page below whose section hills stand."""

_FREE_OF_FEW = 0.28
"""The same in large print of a few sections, whose hills are higher."""

_FREE_BACK = 0.2
"""The same of the back of a folded sheet."""

_FREE_BEHIND = 0.18
"""The same of a page that faces one with a picture."""

_ROW_HEAD = "row-heading"
"""The class of a head in two columns."""

_POINTS = "summary"
"""The class of the main points, which may have a page for themselves."""

_ROUNDED = 1.0
"""CSS pixels by which a text that was reckoned to end above a drawing may end lower."""

_NEVER = {"masthead", "crisis", "notes-page"}
"""Classes of what no drawing stands below: a cover has its own, or hills, the others fill their
page, and nothing is to lead the eye away from a number to call."""

_AFTER = {"action", "references", "footnotes", "last"}
"""Classes of what follows the author's text in `main`."""


def keep_tailpieces(
    pages: Sequence[Any], *, whole: bool = False, folded: bool = False, few: bool = False
) -> None:
    """Strike the tailpieces from all pages but that on which the author's text ends.

    Where that has no room for one, the last page shows it, if it has. Main points that have a page
    for themselves stand above it, too, or what introduces the text behind them if they fill that,
    and sections in two columns that leave as much room.
    On the other pages that a section ends and that have room it stands if sections are ``whole``;
    where there is less room or none, hills do. They stand below a first page that ends early, too,
    unless it is that of a ``folded`` sheet, and the back of such a sheet has one or the other; and
    where a sheet has ``few`` sections, below those that leave more than a quarter of their page.
    """
    kept, ends = pictured(pages), _with_text(pages)
    has_hills = _has_room_for_hills if whole else _has_room_of_few
    ended = [
        number
        for number in ends
        if (whole or few) and _is_section_below(pages[number + 1 :]) and has_hills(pages[number])
    ]
    if not folded and _left(pages[0]) >= _FREE_COVER:
        ended.append(0)
    if folded and _has_room_for_hills(pages[-1], _FREE_BACK):
        ended.append(len(pages) - 1)
        kept.add(len(pages) - 1)
    for number, page in enumerate(pages):
        is_picture = number in kept or (whole and number in ended and _has_room_for_picture(page))
        is_drawn = is_picture and has_tailpiece(page)
        _strike(page, keeps=is_drawn)
        _strike(page, _SECTION_CORNER, keeps=number in ended and not is_drawn)


def pictured(pages: Sequence[Any]) -> set[int]:
    """Return the numbers of the pages that show the drawing, if they have it, in any sheet."""
    places = (*_with_text(pages)[-1:], len(pages) - 1)
    kept = {*[number for number in places if _has_room(pages[number])][:1], *_alone(pages)}
    kept |= {*_behind_points(pages), *_ends_of_rows(pages)}
    return {number for number in kept if has_tailpiece(pages[number])}


def _with_text(pages: Sequence[Any]) -> list[int]:
    """Return the numbers of the pages on which something of the author's text stands."""
    return [number for number, page in enumerate(pages) if any(map(_has_text, _texts(page)))]


def _alone(pages: Sequence[Any]) -> Iterator[int]:
    """Yield the number of the page on which nothing but the main points stands, if it has room."""
    for number, page in enumerate(pages):
        if _is_for_points(page) and _has_room(page):
            yield number


def _behind_points(pages: Sequence[Any]) -> Iterator[int]:
    """Yield the number of the page with the introduction alone, behind points that fill one."""
    for number, (before, page) in enumerate(pairwise(pages), 1):
        is_behind = _is_for_points(before) and not _has_room(before)
        if is_behind and _is_section_below(pages[number + 1 :]) and _has_room(page, _FREE_BEHIND):
            yield number


def _ends_of_rows(pages: Sequence[Any]) -> Iterator[int]:
    """Yield the number of each page on which a section in two columns ends, if it has room."""
    for number, (page, after) in enumerate(pairwise(pages)):
        first = next(_texts(after), None)
        is_head = first is not None and _ROW_HEAD in names_of(first) and _has_title(first)
        if number and is_head and _has_room(page):
            yield number


def _has_title(row: Any) -> bool:
    return any(box.element is not None and box.element.tag == "h2" for box in row.descendants())


def _is_for_points(page: Any) -> bool:
    """Say whether nothing of the text but the main points stands on a page."""
    names = [names_of(box) for box in _texts(page)]
    return len(names) == 1 and _POINTS in names[0]


def keep_landscape(panels: Sequence[Any]) -> None:
    """Strike the drawings at the foot of panels, unless their text ends above them.

    That is the landscape on the middle one, and hills on others that end early.
    """
    has_landscape, stands = bool(rooms_above(panels)), stands_above(panels)
    for number, page in enumerate(panels):
        is_drawn = has_landscape and number == (len(panels) - 1) / 2
        _strike(page, keeps=stands if is_drawn else _ends_early(page))


def _ends_early(panel: Any) -> bool:
    """Say whether a panel has room for hills, and no crisis note above them."""
    return _free(panel) > HILLS and _may_be_drawn_on(panel)


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


def _free(page: Any) -> float:
    """Return which part of a page its text leaves free."""
    return 1 - height_used(page) / float(page.height)


def _left(page: Any) -> float:
    """Return which part of a page is free at its foot, below what was moved down."""
    return 1 - (height_used(page) + lowered_by(page)) / float(page.height)


def _has_text(part: Any) -> bool:
    return any(is_one(box, "LineBox") for box in part.descendants())


def _has_room(page: Any, free: float = _FREE) -> bool:
    """Say whether a page has room for the drawing, and shows nothing that it is to stay away from.

    There is none where what the page shows was moved down: its end stands at its foot, or it goes
    on with a section below a running head.
    """
    return _free(page) >= free and not lowered_by(page) and _may_be_drawn_on(page)


def _has_room_for_picture(page: Any) -> bool:
    """Say whether a page has room for more than hills where a section ends."""
    return _left(page) >= _FREER


def _has_room_for_hills(page: Any, free: float = _FREE_HILLS) -> bool:
    """Say whether a page has room for hills at its foot, below what was moved down."""
    return _left(page) >= free and _may_be_drawn_on(page)


def _has_room_of_few(page: Any) -> bool:
    """Say whether a page has room for the hills of large print of a few sections."""
    return _free(page) >= _FREE_OF_FEW and _may_be_drawn_on(page)


def _may_be_drawn_on(page: Any) -> bool:
    return all(_NEVER.isdisjoint(names_of(box)) for box in page.descendants())


def _is_section_below(following: Sequence[Any]) -> bool:
    """Say whether the page that follows begins something new: a section, or no text at all."""
    if not following:
        return True
    first = next(_texts(following[0]), None)
    return first is None or getattr(first.element, "tag", "") == "h2"


def has_tailpiece(page: Any) -> bool:
    """Say whether a page has the drawing in its corner, until that is struck."""
    return any(getattr(child, "at_keyword", "") == _CORNER for child in page.children)


def _strike(page: Any, corner: str = _CORNER, *, keeps: bool) -> None:
    """Strike what stands in a corner of a page's margin, unless the page keeps it."""
    page.children = [
        child
        for child in page.children
        if keeps or not is_one(child, "MarginBox") or child.at_keyword != corner
    ]
