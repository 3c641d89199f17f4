"""Paper and folds: where each page stands on the printed sides of a sheet, in points.

A page is what one reader sees at once: a side of a handout, a panel of a brochure, a page of a
booklet. A side is what the printer prints. Right-to-left sheets are the exact mirror.
"""

from collections.abc import Iterator
from dataclasses import dataclass

MILLIMETRE = 72 / 25.4
"""Points in a millimetre."""

INCH = 72.0

LEAF = 4
"""Pages on a sheet of paper that is folded in the middle."""

UNPRINTABLE = 6.4 * MILLIMETRE
"""The outer edge that office printers leave white."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A size of paper, upright."""

    name: str
    width: float
    height: float


PAPERS = {
    paper.name: paper
    for paper in (
        Paper(name="letter", width=8.5 * INCH, height=11 * INCH),
        Paper(name="legal", width=8.5 * INCH, height=14 * INCH),
        Paper(name="tabloid", width=11 * INCH, height=17 * INCH),
        Paper(name="a4", width=210 * MILLIMETRE, height=297 * MILLIMETRE),
        Paper(name="a3", width=297 * MILLIMETRE, height=420 * MILLIMETRE),
    )
}


AT_EDGE, AT_FOLD = 7 * MILLIMETRE, 5.2 * MILLIMETRE
"""How far the text of a brochure stands from the paper's edge, and from a fold, where no printer
leaves anything white."""


def facing(number: int) -> int:
    """Return the number of the page that faces one of a booklet; both are counted from 0."""
    return number - 1 if number % 2 == 0 else number + 1


def paper_of(width: float, height: float) -> str:
    """Return the name of the paper that has this size in points, upright or across; else nothing.

    A point and a half is what readers and writers of PDF round away.
    """
    upright = sorted((width, height))
    for paper in PAPERS.values():
        if abs(paper.width - upright[0]) < 1.5 and abs(paper.height - upright[1]) < 1.5:
            return paper.name
    return ""


_PANELS = {
    ("thirds", "letter"): (3.6875 * INCH, 3.6875 * INCH, 3.625 * INCH),
    ("thirds", "a4"): (100 * MILLIMETRE, 100 * MILLIMETRE, 97 * MILLIMETRE),
    ("fourths", "legal"): (3.53125 * INCH, 3.53125 * INCH, 3.46875 * INCH, 3.46875 * INCH),
    ("fourths", "tabloid"): (4.28125 * INCH, 4.28125 * INCH, 4.21875 * INCH, 4.21875 * INCH),
    ("fourths", "a3"): (106 * MILLIMETRE, 106 * MILLIMETRE, 104 * MILLIMETRE, 104 * MILLIMETRE),
}
"""Widths of panels of paper laid across, from the front cover on. What folds in is narrower, so
that it does not jam in the fold."""

_ABOUT = {
    "thirds": "fold into three at the marks, the narrow part inwards",
    "fourths": "fold in the middle, the cover outwards, and once more in the middle",
    "half": "fold in the middle and staple",
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


def how_to_print(folding: str, paper: str, duplex: str) -> str:
    """Tell the person at the printer, in English, what to set and how the paper is folded."""
    if not folding:
        return f"on {paper} paper, on one side, in full size"
    return (
        f"on {paper} paper, on both sides, turned on the {duplex} edge, in full size; "
        f"then {how_to_fold(folding)}"
    )


def how_to_fold(folding: str) -> str:
    """Tell the person at the printer, in English, how the printed paper is folded."""
    return _ABOUT[folding]


def folded_papers(folding: str) -> tuple[str, ...]:
    """Return the papers that are folded so."""
    if folding == "half":
        return ("letter", "a4")
    return tuple(paper for name, paper in _PANELS if name == folding)


def page_size(folding: str, paper: Paper) -> tuple[float, float]:
    """Return width and height of a page: of the front cover, where the paper is folded."""
    if panels := _PANELS.get((folding, paper.name)):
        return panels[0], paper.width
    if folding == "half":
        return paper.height / 2, paper.width
    return paper.width, paper.height


def side_size(folding: str, paper: Paper) -> tuple[float, float]:
    """Return width and height of a printed side: folded paper lies across."""
    return (paper.height, paper.width) if folding else (paper.width, paper.height)


def places(folding: str, paper: Paper, count: int, *, rtl: bool) -> tuple[Place, ...]:
    """Return where each of so many pages stands, in reading order.

    A brochure in thirds has six pages: front cover, the flap that folds in and is seen next, three
    inside, the back. One in fourths has eight: front cover, the two that are seen next, four
    inside, the back. A booklet has four on each sheet of paper; what is missing of the last four
    stays white.
    """
    match folding:
        case "thirds" | "fourths":
            found = list(_panels(folding, paper))
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


def at_folds(place: Place, folding: str, paper: Paper) -> tuple[bool, bool]:
    """Say whether the left and the right edge of a panel are folds."""
    width = side_size(folding, paper)[0]
    return place.x > 1, place.x + place.width < width - 1


_OUTSIDE = {
    "thirds": (("flap, folds in", 1), ("back", 5), ("front cover", 0)),
    "fourths": (("flap 1, folds in", 1), ("flap 2, folds in", 2), ("back", 7), ("front cover", 0)),
}
"""Names and pages of the panels of the outside, from left to right."""


def _panels(folding: str, paper: Paper) -> Iterator[Place]:
    widths = _PANELS[folding, paper.name]
    outside = _OUTSIDE[folding]
    first = len(outside) - 1
    inside = [(f"inside {number}", first - 1 + number) for number in range(1, len(widths) + 1)]
    for side, (row, wide) in enumerate(((outside, widths[::-1]), (inside, widths))):
        x = 0.0
        for (name, page), width in zip(row, wide, strict=True):
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
        case "thirds" | "fourths":
            panels = [place for place in _panels(folding, paper) if place.side == side]
            width = side_size(folding, paper)[0]
            marks = [place.x for place in panels[1:]]
            return tuple(sorted(width - mark if rtl else mark for mark in marks))
        case "half":
            return (paper.height / 2,)
    return ()
