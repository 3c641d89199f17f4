"""What panels leave free is given away: none is half white, and those that share a text end alike.

It works on the boxes of pages that are laid out, and answers in CSS for the next time.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.typeset.boxes import classes_of, in_margins, is_one, names_of
from pipeline.typeset.panels import (
    HIGH_BAND,
    LOW_BAND,
    Foot,
    Given,
    Parting,
    even_panels,
    filled_up,
    parting,
)

_MUCH = 0.22
"""From which part of a page on free height is filled with lines to write on."""

_HILLS = 0.13
"""The same where there are hills that may be shown."""

_LINED = 0.2
"""The same where there is nothing but lines to write on that may be shown: four of them. Fewer say
below a head of their own that they lack room."""

_ENOUGH = 0.25
"""Which part of its panels a text fills, if it is drawn out over all of them."""

_SAFE = 4.0
"""CSS pixels that stay free at the foot of a page that is filled up."""

_DRAWING = "landscape"
"""The class of a drawing that goes along the foot of panels."""

_GAP = 14.0
"""CSS pixels between what a page says and what fills it below."""

_LINES_GAP = 16.0
"""The same above and below lines to write on: the last of them is no rule of what follows."""


def spread(
    name: str,
    count: int,
    pages: Sequence[Any],
    share: float,
    *,
    runs_on: bool = False,
    draws: bool = True,
    has_notes: bool = False,
) -> Given:
    """Return what gives away a share of what the pages of a name leave free.

    ``--rest`` tells the stylesheet how much the last page has left, ``--short`` by how much it ends
    lower than pages do that have something left, and ``--each`` how much that is for each item of
    its lists (``--last-each`` beside a page that is filled up). Where a page has much, the element
    ``fill-`` with its number, or ``fill-last``, is shown as high as that, and nothing rests; for
    each panel without a page, an element ``empty-`` with its number from the end. A text that runs
    on, and fills its pages, is divided between them instead; if it ``draws``, above the drawing at
    their foot. A sheet that ``has_notes`` to be written on other pages has no lines for them here.
    """
    left = [float(page.height) - height_used(page) - _SAFE for page in pages]
    rests = [max(one, 0.0) for one in left]
    given = _empties(name, count, pages)
    if left and left[-1] < 0:
        given += Given(f".panel-{name} {{ --short: {left[-1]:.1f}px; }}\n")
    if not share or not rests:
        return given
    used, high = sum(map(height_used, pages)), float(pages[0].height)
    resting = Given(f".panel-{name} {{ --rest: {rests[-1] * share:.1f}px; }}\n")
    if runs_on and count > 1 and used >= _ENOUGH * count * high:
        even = even_panels(name, pages, count, share, _feet(pages, count) if draws else ())
        if even or len(pages) == count:
            return resting + (even or Given())
    given += resting
    much = [
        rest > _most_free(page, name) * float(page.height)
        and not (has_notes and _has_lines(page, name))
        for rest, page in zip(rests, pages, strict=True)
    ]
    for number, (page, rest, is_much) in enumerate(zip(pages, rests, much, strict=True), 1):
        is_last = number == len(rests)
        where = "last" if is_last else str(number)
        if is_much and (is_last or not runs_on) and _has(page, name, f"fill-{where}"):
            has_lines = _has_lines(page, name)
            filled = filled_up((rest - (_LINES_GAP if has_lines else _GAP)) * share)
            given += Given(f".panel-{name} .fill-{where} {{ {filled}; }}\n", has_lines)
            if is_last and not runs_on:
                given += Given(f".panel-{name} {{ --rest: 0px; }}\n")
    if not runs_on and not much[-1]:
        # Beside a page that is filled up, that is for the last alone.
        which, first = ("--last-each", len(pages) - 1) if any(much) else ("--each", 0)
        each = _for_each_item(pages[first:], rests[first:])
        given += Given(f".panel-{name} {{ {which}: {each * share:.1f}px; }}\n")
    return given


def _empties(name: str, count: int, pages: Sequence[Any]) -> Given:
    """Return what shows lines to write on where a panel has no page, or one without text.

    They end above hills where these have room below a text.
    """
    missing = count - sum(height_used(page) > 0 for page in pages)
    css = "".join(
        f".panel-{name} .empty-{number} {{ display: block; }}\n" for number in range(1, missing + 1)
    )
    if missing and has_band(pages) and all(left_on(page) > _BELOW for page in pages):
        css += f".foot-band {{ --band: {HIGH_BAND:.0f}px; }}\n"
        css += f".panel-{name} {{ --below: {_BELOW:.0f}px; }}\n"
    return Given(css, has_lines=missing > 0)


def parted(pages: Sequence[Any], count: int) -> Parting:
    """Return how well a text parts between so many panels, above what is drawn at their foot."""
    return parting(pages, count, _feet(pages, count))


def is_drawn_on(pages: Sequence[Any]) -> bool:
    """Say whether panels have a drawing at their foot, where their text ends above it."""
    return bool(_feet(pages, len(pages)))


def _for_each_item(pages: Sequence[Any], rests: Sequence[float]) -> float:
    """Return how much each item of the lists on pages may have of what these leave free."""
    items = [sum(1 for box in page.descendants() if _is_item(box)) for page in pages]
    return min(
        (rest / number for rest, number in zip(rests, items, strict=True) if number), default=0
    )


def _panels_of(page: Any, name: str) -> Iterator[Any]:
    """Yield the element of the part of a sheet that a page belongs to, for each of its boxes."""
    return (box.element for box in page.descendants() if f"panel-{name}" in names_of(box))


def _most_free(page: Any, name: str) -> float:
    """Return from which part on what a page leaves free is filled."""
    if _has(page, name, "hills-field"):
        return _HILLS
    return _LINED if _has_lines(page, name) else _MUCH


def _has_lines(page: Any, name: str) -> bool:
    """Say whether a page of its own kind has lines to write on, which are hidden by now."""
    return any(
        "fill" in (names := classes_of(one)) and "art-field" not in names
        for panel in _panels_of(page, name)
        for one in panel
    )


def _has(page: Any, name: str, what: str) -> bool:
    """Say whether the part of a sheet that a page belongs to holds an element of a class."""
    return any(what in classes_of(one) for own in _panels_of(page, name) for one in own.iter())


def _is_item(box: Any) -> bool:
    """Say whether a box is an item of a list or the head above its first."""
    tag = box.element is not None and box.element.tag
    return tag in ("li", "h2") and is_one(box, "BlockBox")


_NEAR = 15.0
"""CSS pixels that stay white between a text and the drawing below it: 4 mm."""


_BELOW = HIGH_BAND + _NEAR
"""CSS pixels that lines to write on leave to high hills."""

_HILLS_BELOW = [Foot(band=HIGH_BAND), Foot(band=LOW_BAND)]
"""Hills along the foot of all panels: high where they have room."""


def _feet(pages: Sequence[Any], count: int) -> list[Foot]:
    """Return what may stand at the foot of so many panels: a drawing, and hills without it.

    The drawing only where the text flows over as many panels by now.
    """
    above = rooms_above(pages)
    drawing = [Foot(drawing=above)] if above and len(above) == count else []
    return drawing + (_HILLS_BELOW if has_band(pages) else [])


def rooms_above(pages: Sequence[Any]) -> tuple[float, ...]:
    """Return how high the text of panels may be where the middle one has a drawing at its foot.

    Nothing where that has none, or there is no middle one.
    """
    drawn = [min(_tops(page), default=0.0) for page in pages]
    if [number for number, top in enumerate(drawn) if top] != [(len(pages) - 1) / 2]:
        return ()
    return tuple(
        top - float(page.content_box_y()) - _NEAR if top else float(page.height)
        for top, page in zip(drawn, pages, strict=True)
    )


_BAND = "foot-band"
"""The class of hills that go along the foot of all panels of a text."""


def has_band(pages: Sequence[Any]) -> bool:
    """Say whether hills go along the foot of panels."""
    return any(map(bands_on, pages))


def bands_on(page: Any) -> list[Any]:
    """Return the hills along the foot of a page, which are part of those of all panels."""
    return [box for box in in_margins(page) if _BAND in names_of(box)]


def _tops(page: Any) -> list[float]:
    """Return where the drawings along the foot of a page begin."""
    return [float(box.position_y) for box in in_margins(page) if _DRAWING in names_of(box)]


def height_used(page: Any) -> float:
    """Return how much of a page's height its content takes, in CSS pixels.

    What was moved to its foot takes as much as before.
    """
    bottom = 0.0
    for child in page.children:
        if is_one(child, "MarginBox"):
            continue
        for box in _shown(child):
            if is_one(box, "LineBox", "ReplacedBox"):
                bottom = max(bottom, box.position_y + box.margin_height())
            elif _is_framed_column(box) or (
                is_one(box, "BlockBox")
                and (box.border_bottom_width + box.padding_bottom or _is_cut(box))
            ):
                bottom = max(bottom, box.border_box_y() + box.border_height())
    return float(max(bottom - page.content_box_y(), 0.0)) - lowered_by(page)


def lowered_by(page: Any) -> float:
    """Return by how much what a page shows was moved down once it was laid out, in CSS pixels."""
    return float(getattr(page, "lowered", 0.0))


def left_on(page: Any) -> float:
    """Return how many CSS pixels are free at the foot of a page, below what was moved."""
    return float(page.height) - height_used(page) - lowered_by(page)


def _shown(box: Any) -> Iterator[Any]:
    """Yield a box and all in it, but what stands in one that cuts off what it has no room for."""
    waiting = [box]
    while waiting:
        one = waiting.pop()
        yield one
        if not _is_cut(one):
            waiting += getattr(one, "children", ())


_COLUMN = "own"
"""The class of a column of a row of two."""


def _is_framed_column(box: Any) -> bool:
    """Say whether a box is one half of a frame in two columns, as a card is that ends its page."""
    return bool(
        is_one(box, "TableCellBox") and _COLUMN in names_of(box) and box.border_bottom_width
    )


def _is_cut(box: Any) -> bool:
    return is_one(box, "BlockBox") and box.style["overflow"] == "hidden"
