"""Paper and folds: where each page stands on the printed sides of a sheet, in points.

A page is what one reader sees at once: a side of a handout, a panel of a brochure, a page of a
booklet. A side is what the printer prints. Right-to-left sheets are the exact mirror.
"""

from collections.abc import Iterator
from dataclasses import dataclass

MILLIMETRE = 72 / 25.4
"""Points in a millimetre."""

INCH = 72.0

UNPRINTABLE = 6.4 * MILLIMETRE
"""The outer edge that office printers leave white."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A size of paper, upright."""

    name: str
    width: float
    height: float
    panels: tuple[float, float, float]
    """Widths of the panels of the paper laid across and folded into three, the one that folds in
    last: it is narrower, so that it does not jam in the fold."""


PAPERS = {
    paper.name: paper
    for paper in (
        Paper(
            name="letter",
            width=8.5 * INCH,
            height=11 * INCH,
            panels=(3.6875 * INCH, 3.6875 * INCH, 3.625 * INCH),
        ),
        Paper(
            name="a4",
            width=210 * MILLIMETRE,
            height=297 * MILLIMETRE,
            panels=(100 * MILLIMETRE, 100 * MILLIMETRE, 97 * MILLIMETRE),
        ),
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a page stands: on which side, and its rectangle from the side's lower left corner."""

    page: int
    """Its number in reading order, from 0."""
    side: int
    """From 0: the outside of a brochure, the first side of a booklet's outer sheet."""
    name: str
    """What people at a print shop call it, in English."""
    x: float
    y: float
    width: float
    height: float


def page_size(folding: str, paper: Paper, *, narrow: bool = False) -> tuple[float, float]:
    """Return width and height of a page; ``narrow`` asks for the panel that folds in."""
    match folding:
        case "thirds":
            return paper.panels[2 if narrow else 0], paper.width
        case "half":
            return paper.height / 2, paper.width
    return paper.width, paper.height


def side_size(folding: str, paper: Paper) -> tuple[float, float]:
    """Return width and height of a printed side: folded paper lies across."""
    return (paper.height, paper.width) if folding else (paper.width, paper.height)


def places(folding: str, paper: Paper, count: int, *, rtl: bool) -> tuple[Place, ...]:
    """Return where each of so many pages stands, in reading order.

    A brochure has six pages: front cover, three inside, the flap that folds in, the back. A
    booklet has four on each sheet of paper; what is missing of the last four stays white.
    """
    match folding:
        case "thirds":
            found = list(_thirds(paper))
        case "half":
            found = list(_half(paper, count))
        case _:
            width, height = side_size(folding, paper)
            found = [
                Place(page=page, side=page, name="page", x=0, y=0, width=width, height=height)
                for page in range(count)
            ]
    if folding and rtl:
        width = side_size(folding, paper)[0]
        found = [_mirrored(place, width) for place in found]
    return tuple(sorted(found, key=lambda place: place.page))


def _thirds(paper: Paper) -> Iterator[Place]:
    wide, middle, narrow = paper.panels
    outside = (("flap, folds in", 4, narrow), ("back", 5, middle), ("front cover", 0, wide))
    inside = (("inside 1", 1, wide), ("inside 2", 2, middle), ("inside 3", 3, narrow))
    for side, panels in enumerate((outside, inside)):
        x = 0.0
        for name, page, width in panels:
            yield Place(page=page, side=side, name=name, x=x, y=0, width=width, height=paper.width)
            x += width


def _half(paper: Paper, count: int) -> Iterator[Place]:
    """Yield the places of a booklet: the first and the last page share a side."""
    total = -(-count // 4) * 4
    width = paper.height / 2
    for side in range(total // 2):
        pair = (total - 1 - side, side) if side % 2 == 0 else (side, total - 1 - side)
        for column, page in enumerate(pair):
            if page < count:
                yield Place(
                    page=page,
                    side=side,
                    name=f"page {page + 1}",
                    x=column * width,
                    y=0,
                    width=width,
                    height=paper.width,
                )


def _mirrored(place: Place, width: float) -> Place:
    return Place(
        page=place.page,
        side=place.side,
        name=place.name,
        x=width - place.x - place.width,
        y=place.y,
        width=place.width,
        height=place.height,
    )


def folds(folding: str, paper: Paper, side: int, *, rtl: bool) -> tuple[float, ...]:
    """Return where a side is folded, as distances from its left edge."""
    match folding:
        case "thirds":
            panels = [place for place in _thirds(paper) if place.side == side]
            width = side_size(folding, paper)[0]
            marks = [place.x for place in panels[1:]]
            return tuple(sorted(width - mark if rtl else mark for mark in marks))
        case "half":
            return (paper.height / 2,)
    return ()
