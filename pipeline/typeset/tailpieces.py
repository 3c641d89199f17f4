"""Where a sheet shows its tailpiece: the cover's drawing where its text ends.

Low hills stand where the sections of a booklet end, if these stay whole, and on its back; hills
also below a first page that ends early without a picture, and along the foot of a brochure's panels
where the cover's drawing does not stand on one. Where sections end, a plant stands on them, larger
on each such page; where there are more pages than plants, they begin again.

Each page is laid out with both in corners of its margin, where they move no line. They are struck
from all other pages, so that a sheet is set once.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from pipeline.typeset.boxes import ROW, is_one, names_of
from pipeline.typeset.spread import (
    bands_on,
    has_band,
    height_used,
    left_on,
    lowered_by,
    rooms_above,
)
from pipeline.values.folding import facing

_CORNER, _SECTION_CORNER = "@bottom-left-corner", "@bottom-right-corner"
"""Where the stylesheet puts it, and what ends sections."""

_BESIDE_FOOT = "@left-bottom"
"""Where it puts hills that go along the foot of panels."""

_FREE = 0.22
"""Which part of a page is free at least, if it shows the drawing."""

_FREE_ROWS = 0.17
"""The same of one in two columns, whose gaps do not grow then: else it would end early beside full
ones."""

_FREE_FACE = 0.155
"""The same of page one of two columns: nothing of the text stands right above it there."""

_FREE_COVER = 0.21
"""The same of a first page that has no drawing of its own."""

_FREE_HILLS = 0.15
"""The same of a page below whose section hills stand."""

_FREE_FACING = 0.12
"""The same of one that faces such a page: hills on one of two look as if some were missing."""

_LEFT_OF_FEW = 0.19
"""The same in large print of a few sections, once what stands above them is set apart: hills that
have less room than they are high stand lower."""

_LEFT_OF_COVER = 0.14
"""The same of their cover, whose note takes air first."""

_FREE_BACK = 0.15
"""The same of the back of a folded sheet."""

_LARGER, _CLEAR = 1.6, 34.0
"""How many times as large hills on such a page are at most, and how many CSS pixels stay white
above them."""

_CLEAR_OF_SECTION = 110.0
"""The same above those of a section: where it leaves a third of its page, they are larger."""

_CLEAR_OF_ROWS, _TREES = 60.0, 0.7
"""The same above the drawing below a section in two columns; and at which part of its width what it
shows stands."""

_ROW_HEAD = "row-heading"
"""The class of a head in two columns."""

_POINTS, _SCENE = "summary", "scene"
"""The class of the main points, which may have a page for themselves, and of the drawing that fills
it."""

_NEAR = 10.0
"""How many CSS pixels stay white above hills on panels at least: what keeps their foot free of text
lies below them, and lines wrap that were not reckoned to."""

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
    for themselves stand above it, too, and sections in two columns that leave as much room; where
    the points fill their page with the drawing, it stands nowhere else.
    On the other pages that a section ends and that have room hills stand if sections are ``whole``,
    and where one of two that face each other has them, on both if the other has less room.
    They stand below a first page that ends early, too, as high as it has room, unless it is that of
    a ``folded`` sheet, and on the back of such a sheet; and where a sheet has ``few`` sections,
    below those that leave more than a fifth of their page.
    """
    kept, ends = pictured(pages), _with_text(pages)
    has_hills = _has_room_for_hills if whole else _has_room_of_few
    closing = [
        number for number in ends if (whole or few) and _is_section_below(pages[number + 1 :])
    ]
    ended = [number for number in closing if has_hills(pages[number])]
    if whole:
        ended = [
            number
            for number in closing
            if number in ended
            or (facing(number) in ended and _has_room_for_hills(pages[number], _FREE_FACING))
        ]
    outside = []
    if not folded and _left(pages[0]) >= (_LEFT_OF_COVER if few else _FREE_COVER):
        outside.append(0)
        _raise(pages[0], _SECTION_CORNER, _CLEAR)
    if folded and _has_room_for_hills(pages[-1], _FREE_BACK):
        outside.append(len(pages) - 1)
    for number in kept.intersection((0, *_ends_of_rows(pages))):
        _raise(pages[number], _CORNER, _CLEAR_OF_ROWS, _TREES)
    for number, page in enumerate(pages):
        _strike(page, keeps=number in kept)
        hills = number in (*ended, *outside) and number not in kept
        _strike(page, _SECTION_CORNER, keeps=hills)
    sections = [pages[number] for number in ended if number not in (*outside, *kept)]
    _let_grow(sections)
    for page in sections if folded else ():
        _raise(page, _SECTION_CORNER, _CLEAR_OF_SECTION)
    for number in outside:
        _show_one(pages[number], 0)
    for number in (*ended, *outside) if few else ():
        _sink(pages[number])


def _let_grow(pages: Sequence[Any]) -> None:
    """Show one after the other of the drawings that end sections, from the second on.

    The first has nothing on its hills. Those that follow begin again where they are too few.
    """
    for number, page in enumerate(pages):
        drawings = len(_drawings(page, _SECTION_CORNER)) - 1
        _show_one(page, 1 + number % drawings if drawings > 0 else 0)


def _drawings(page: Any, corner: str) -> list[Any]:
    """Return the drawings in a corner of a page: those that end sections lie one upon the other."""
    boxes = (box for one in _corners(page, corner) for box in one.descendants())
    return [box for box in boxes if "decoration" in names_of(box)]


def _show_one(page: Any, which: int) -> None:
    """Leave one of the drawings that end sections on a page, by its number."""
    for number, drawing in enumerate(_drawings(page, _SECTION_CORNER)):
        if number != which:
            drawing.background = None


def _raise(page: Any, corner: str, clear: float, middle: float = 0.5) -> None:
    """Draw what stands in a corner of a page larger, as far as its text leaves room above it.

    So much stays ``clear``. ``middle`` is the place in its width about which it grows.
    """
    for drawing in (box for box in _drawings(page, corner) if box.background):
        _enlarge(drawing, (left_on(page) - clear) / float(drawing.height), middle)


def _sink(page: Any) -> None:
    """Let hills stand lower on a page that has less room than they are high; the foot cuts them."""
    for drawing in (box for box in _drawings(page, _SECTION_CORNER) if box.background):
        high = float(drawing.height)
        lower = high - (left_on(page) - _CLEAR)
        if lower <= 0:
            continue
        drawing.position_y += lower
        drawing.height -= lower
        x, y, width = drawing.position_x, drawing.position_y, drawing.width
        layers = [
            layer._replace(
                painting_area=(x, y, width, drawing.height),
                positioning_area=(x, y, width, high),
                clipped_boxes=[drawing.rounded_border_box()],
            )
            for layer in drawing.background.layers
        ]
        drawing.background = drawing.background._replace(layers=layers)


def _enlarge(drawing: Any, by: float, middle: float) -> None:
    """Draw something so many times as large, in its shape, upwards and to both sides of a place.

    What is too wide is cut off. It is no smaller than it was, and no larger than looks well.
    """
    by = min(max(by, 1.0), _LARGER)
    higher = (by - 1) * float(drawing.height)
    drawing.position_y -= higher
    drawing.height += higher
    area = (drawing.position_x, drawing.position_y, drawing.width, drawing.height)
    layers = [
        layer._replace(
            painting_area=area,
            positioning_area=area,
            clipped_boxes=[drawing.rounded_border_box()],
            size=(by * layer.size[0], by * layer.size[1]),
            position=((1 - by) * float(drawing.width) * middle, 0),
        )
        for layer in drawing.background.layers
    ]
    drawing.background = drawing.background._replace(layers=layers)


def pictured(pages: Sequence[Any]) -> set[int]:
    """Return the numbers of the pages that show the drawing at their foot, in any sheet.

    Page one of two columns does, too, where it leaves nearly as much room: its field has none.
    """
    boxes = (box for page in pages for box in page.descendants())
    if any(_SCENE in names_of(box) and box.height > 0 for box in boxes):
        return set()
    places = (*_with_text(pages)[-1:], len(pages) - 1)
    has_rows = any(map(_has_rows, pages))
    free = _FREE_ROWS if has_rows else _FREE
    kept = {*[number for number in places if _has_room(pages[number], free)][:1], *_alone(pages)}
    if has_rows and _left(pages[0]) >= _FREE_FACE:
        kept.add(0)
    return {number for number in (*kept, *_ends_of_rows(pages)) if _has_drawing(pages[number])}


def _with_text(pages: Sequence[Any]) -> list[int]:
    """Return the numbers of the pages on which something of the author's text stands."""
    return [number for number, page in enumerate(pages) if any(map(_has_text, _texts(page)))]


def _alone(pages: Sequence[Any]) -> Iterator[int]:
    """Yield the number of the page on which nothing but the main points stands, if it has room."""
    for number, page in enumerate(pages):
        if _is_for_points(page) and _has_room(page):
            yield number


def _ends_of_rows(pages: Sequence[Any]) -> Iterator[int]:
    """Yield the number of each page on which a section in two columns ends, if it has room."""
    for number, (page, after) in enumerate(pairwise(pages)):
        first = next(_texts(after), None)
        is_head = first is not None and _ROW_HEAD in names_of(first) and _has_title(first)
        if number and is_head and _has_room(page, _FREE_ROWS):
            yield number


def _has_rows(page: Any) -> bool:
    return any(ROW in names_of(part) for part in _texts(page))


def _has_title(row: Any) -> bool:
    return any(box.element is not None and box.element.tag == "h2" for box in row.descendants())


def _is_for_points(page: Any) -> bool:
    """Say whether nothing of the text but the main points stands on a page."""
    names = [names_of(box) for box in _texts(page)]
    return len(names) == 1 and _POINTS in names[0]


def keep_landscape(panels: Sequence[Any]) -> None:
    """Strike the drawings at the foot of panels, unless their text ends above them.

    That is the landscape on the middle one; without it, hills along the foot of all.
    """
    draws = bool(rooms_above(panels)) and _ends_above_landscape(panels)
    has_hills = not draws and _ends_above_band(panels)
    for page in panels:
        _strike(page, keeps=draws)
        _strike(page, _BESIDE_FOOT, keeps=has_hills)


def stands_above(panels: Sequence[Any]) -> bool:
    """Say whether panels have a drawing at their foot, and their text ends above it."""
    return _ends_above_landscape(panels) or _ends_above_band(panels)


def _ends_above_landscape(panels: Sequence[Any]) -> bool:
    """Say whether the middle one of panels has a drawing at its foot, and its text ends above.

    A text may end a pixel lower than was reckoned.
    """
    rooms = rooms_above(panels)
    return bool(rooms) and all(
        height_used(page) <= room + _ROUNDED for page, room in zip(panels, rooms, strict=True)
    )


def _ends_above_band(panels: Sequence[Any]) -> bool:
    """Say whether hills go along the foot of panels, and the text of each ends above them."""
    return all(
        left_on(page) >= float(band.height) + _NEAR for page in panels for band in bands_on(page)
    ) and has_band(panels)


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
    return left_on(page) / float(page.height)


def _has_text(part: Any) -> bool:
    return any(is_one(box, "LineBox") for box in part.descendants())


def _has_room(page: Any, free: float = _FREE) -> bool:
    """Say whether a page has room for the drawing, and shows nothing that it is to stay away from.

    There is none where what the page shows was moved down: its end stands at its foot, or it goes
    on with a section below a running head.
    """
    return _free(page) >= free and not lowered_by(page) and _may_be_drawn_on(page)


def _has_room_for_hills(page: Any, free: float = _FREE_HILLS) -> bool:
    """Say whether a page has room for hills at its foot, below what was moved down."""
    return _left(page) >= free and _may_be_drawn_on(page)


def _has_room_of_few(page: Any) -> bool:
    """Say whether a page has room for the hills of large print of a few sections."""
    return _left(page) >= _LEFT_OF_FEW and _may_be_drawn_on(page)


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
    return bool(_corners(page, _CORNER))


def _has_drawing(page: Any) -> bool:
    """Say whether there is a drawing in that corner: an article without a cover has none."""
    return any(corner.children for corner in _corners(page, _CORNER))


def _corners(page: Any, corner: str) -> list[Any]:
    """Return what stands in a corner of a page's margin."""
    return [box for box in page.children if getattr(box, "at_keyword", "") == corner]


def _strike(page: Any, corner: str = _CORNER, *, keeps: bool) -> None:
    """Strike what stands in a corner of a page's margin, unless the page keeps it."""
    if not keeps:
        struck = _corners(page, corner)
        page.children = [child for child in page.children if child not in struck]
