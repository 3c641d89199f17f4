"""Pages onto printed sides: panels of a brochure, pages of a booklet, with all their tags.

Each side draws its pages one after the other, moved to their places. Pieces of content get new
numbers, and the structure keeps its order, so that who listens to the sheet hears the pages in
reading order, however they lie on the paper.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from pipeline.values.folding import (
    AT_EDGE,
    AT_FOLD,
    MILLIMETRE,
    PAPERS,
    Place,
    at_folds,
    folds,
    places,
    side_size,
)
from pipeline.values.sheet import Layout

if TYPE_CHECKING:
    import pikepdf

TICK = (6.5 * MILLIMETRE, 7.7 * MILLIMETRE)
"""Where the marks of a fold begin and end, from the paper's edge: inside of what an office printer
leaves white, outside of the text."""


def impose(
    document: "pikepdf.Pdf", layout: Layout, slots: Sequence[int | None], *, alone: bool = False
) -> None:
    """Replace the pages of a document by printed sides.

    ``slots`` has for each place in reading order the number of the page that stands there, or
    ``None``. ``alone`` gives each page a side of its own, which has a margin as wide as that at the
    paper's edge where the panel is folded, so that it can be printed, and cuts off there what goes
    on over the fold.
    """
    import pikepdf

    paper = PAPERS[layout.paper]
    every = places(layout.folding, paper, len(slots), rtl=layout.rtl)
    boxes = [side_size(layout.folding, paper)] * (1 + max(place.side for place in every))
    if alone:
        every, boxes = _apart(every, layout, slots)
    standing = [(place, slot) for place, slot in zip(every, slots, strict=True) if slot is not None]
    pages = list(document.pages)
    numbers = document.Root.StructTreeRoot.ParentTree.Nums
    old = {int(numbers[index]): numbers[index + 1] for index in range(0, len(numbers), 2)}
    parents: dict[int, Any] = {}
    moved: dict[Any, _Moved] = {}
    sides = []
    for number, size in enumerate(boxes):
        content = b""
        parents[number] = pikepdf.Array()
        side = document.make_indirect(_side(size, number, pages[0].Resources))
        for place, slot in standing:
            if place.side == number:
                page, first = pages[slot], len(parents[number])
                content += f"q 1 0 0 1 {place.x:.3f} {place.y:.3f} cm\n".encode()
                content += _cut_off(place, size).encode() if alone else b""
                content += _renumbered(page, first) + b"\nQ\n"
                parents[number].extend(old.pop(int(page.StructParents)))
                moved[page.objgen] = _Moved(side=side, place=place, first=first)
        height = float(side.MediaBox[3])
        if not alone:
            marks = folds(layout.folding, paper, number, rtl=layout.rtl)
            content += _ticks(marks, height).encode()
        side.Contents = document.make_stream(content)
        sides.append(side)
    parents |= {key: parent for key, parent in old.items() if key >= len(pages)}
    document.Root.StructTreeRoot.ParentTree.Nums = pikepdf.Array(
        [part for key in sorted(parents) for part in (key, parents[key])]
    )
    _move_notes(pages, moved)
    _move_structure(document, moved)
    _move_destinations(document, moved)
    for _ in pages:
        del document.pages[0]
    for side in sides:
        document.pages.append(pikepdf.Page(side))


def _apart(
    every: Sequence[Place], layout: Layout, slots: Sequence[int | None]
) -> tuple[tuple[Place, ...], list[tuple[float, float]]]:
    """Return a side of its own for each place at which a page stands, and how large it is."""
    panels = [name for name, count in layout.panels for _ in range(count)]
    apart: list[Place] = []
    boxes: list[tuple[float, float]] = []
    for place, slot, name in zip(every, slots, panels, strict=True):
        folded = at_folds(place, layout.folding, PAPERS[layout.paper])
        left, right = (
            (AT_EDGE - AT_FOLD) * (is_fold and name == layout.runs_on) for is_fold in folded
        )
        apart.append(replace(place, side=len(boxes), x=left))
        if slot is not None:
            boxes.append((left + place.width + right, place.height))
    return tuple(apart), boxes


def _cut_off(place: Place, size: tuple[float, float]) -> str:
    """Cut off at the edge of its text what goes on over a panel's folds, where it is alone."""
    left, right = (AT_FOLD * (more > 1) for more in (place.x, size[0] - place.x - place.width))
    return f"{left:.3f} 0 {place.width - left - right:.3f} {size[1]:.3f} re W n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Moved:
    """Where a page went."""

    side: Any
    place: Place
    first: int
    """By how much the numbers of its pieces of content have grown."""


def _side(size: tuple[float, float], number: int, resources: Any) -> Any:
    """Return an empty side; all pages of a sheet share their resources."""
    import pikepdf

    box = [0, 0, *size]
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Page,
        MediaBox=pikepdf.Array(box),
        TrimBox=pikepdf.Array(box),
        Tabs=pikepdf.Name.S,
        StructParents=number,
        Resources=resources,
    )


def _renumbered(page: Any, first: int) -> bytes:
    """Return a page's content with its pieces numbered from another number on."""
    import pikepdf

    if not first:
        page.contents_coalesce()
        return bytes(page.Contents.read_bytes())
    instructions: list[Any] = []
    for instruction in pikepdf.parse_content_stream(page):
        if str(instruction.operator) == "BDC" and "/MCID" in instruction.operands[1]:
            kind, facts = instruction.operands
            facts = pikepdf.Dictionary({**dict(facts.items()), "/MCID": int(facts.MCID) + first})
            instructions.append(
                pikepdf.ContentStreamInstruction([kind, facts], pikepdf.Operator("BDC"))
            )
        else:
            instructions.append(instruction)
    return pikepdf.unparse_content_stream(instructions)


def _ticks(marks: Sequence[float], height: float) -> str:
    """Draw the marks of folds at the upper and the lower edge."""
    near, far = TICK
    lines = "".join(
        f"{mark:.3f} {low:.3f} m {mark:.3f} {high:.3f} l S\n"
        for mark in marks
        for low, high in ((near, far), (height - far, height - near))
    )
    return f"/Artifact <</Type /Layout>> BDC q 0.5 w 0 G\n{lines}Q EMC\n" if marks else ""


def _move_notes(pages: Sequence[Any], moved: Mapping[Any, _Moved]) -> None:
    """Take links along to the side on which their page stands."""
    import pikepdf

    for page in pages:
        if "/Annots" not in page or page.objgen not in moved:
            continue
        to = moved[page.objgen]
        for note in page.Annots:
            note.Rect = _box(note.Rect, to.place)
            note.P = to.side
        to.side.Annots = pikepdf.Array([*to.side.get("/Annots", []), *page.Annots])


def _box(box: Any, place: Place) -> Any:
    import pikepdf

    left, low, right, high = (float(edge) for edge in box)
    x, y = place.x, place.y
    return pikepdf.Array([round(edge, 2) for edge in (left + x, low + y, right + x, high + y)])


def _move_structure(document: "pikepdf.Pdf", moved: Mapping[Any, _Moved]) -> None:
    """Let the structure find its content on the sides."""
    import pikepdf

    waiting: list[tuple[Any, Any]] = [(document.Root.StructTreeRoot, None)]
    while waiting:
        element, page = waiting.pop()
        page = element.get("/Pg", page)
        kids = element.get("/K", [])
        found: list[Any] = []
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                found.append(kid + moved[page.objgen].first)
                continue
            if kid.get("/Type") == pikepdf.Name.OBJR:
                kid.Pg = moved[kid.Pg.objgen].side
            else:
                waiting.append((kid, page))
            found.append(kid)
        if "/K" in element:
            element.K = pikepdf.Array(found)
        if "/Pg" in element:
            to = moved[element.Pg.objgen]
            if element.get("/S") == pikepdf.Name.Figure:
                element.A.BBox = _box(element.A.BBox, to.place)
            # Its children have its old page in hand by now.
            element.Pg = to.side


def _move_destinations(document: "pikepdf.Pdf", moved: Mapping[Any, _Moved]) -> None:
    """Let bookmarks and links within the sheet lead to where their page stands now."""
    for target in _destinations(document):
        if target[0].objgen in moved:
            to = moved[target[0].objgen]
            target[0] = to.side
            if len(target) > 3:
                target[2] = float(target[2]) + to.place.x
                target[3] = float(target[3]) + to.place.y


def _destinations(document: "pikepdf.Pdf") -> Iterator[Any]:
    import pikepdf

    waiting = [document.Root.Outlines.First] if "/Outlines" in document.Root else []
    while waiting:
        item = waiting.pop()
        if "/Dest" in item and isinstance(item.Dest, pikepdf.Array):
            yield item.Dest
        waiting += [item[key] for key in ("/First", "/Next") if key in item]
    if "/Names" in document.Root and "/Dests" in document.Root.Names:
        names = document.Root.Names.Dests.Names
        yield from (names[index] for index in range(1, len(names), 2))
    for page in document.pages:
        for note in page.get("/Annots", []):
            if isinstance(note.get("/Dest"), pikepdf.Array):
                yield note.Dest
