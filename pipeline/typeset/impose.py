"""Pages onto printed sides: panels of a brochure, pages of a booklet, with all their tags.

Each page becomes a form that its side draws. Its pieces of content keep their numbers; the
structure finds them in the form (ISO 32000-1, 14.7.4.2), so that who listens to the sheet hears the
pages in reading order, however they lie on the paper.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pipeline.values.folding import MILLIMETRE, PAPERS, Place, folds, places, side_size
from pipeline.values.sheet import Layout

if TYPE_CHECKING:
    import pikepdf

TICK = (6.6 * MILLIMETRE, 8.6 * MILLIMETRE)
"""Where the marks of a fold begin and end, from the paper's edge: inside of what an office printer
leaves white, outside of the text."""


def impose(document: "pikepdf.Pdf", layout: Layout, slots: Sequence[int | None]) -> None:
    """Replace the pages of a document by printed sides.

    ``slots`` has for each place in reading order the number of the page that stands there, or
    ``None``.
    """
    import pikepdf

    paper = PAPERS[layout.paper]
    standing = [
        (place, slot)
        for place, slot in zip(
            places(layout.folding, paper, len(slots), rtl=layout.rtl), slots, strict=True
        )
        if slot is not None
    ]
    width, height = side_size(layout.folding, paper)
    pages = list(document.pages)
    forms = [_form(document, page) for page in pages]
    count = 1 + max(place.side for place in places(layout.folding, paper, len(slots), rtl=False))
    sides = []
    for side in range(count):
        content = _drawing(standing, side)
        content += _ticks(folds(layout.folding, paper, side, rtl=layout.rtl), height)
        sides.append(
            document.make_indirect(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Page,
                    MediaBox=pikepdf.Array([0, 0, width, height]),
                    TrimBox=pikepdf.Array([0, 0, width, height]),
                    Tabs=pikepdf.Name.S,
                    Resources=pikepdf.Dictionary(
                        XObject=pikepdf.Dictionary(
                            {
                                f"/P{slot}": forms[slot]
                                for place, slot in standing
                                if place.side == side
                            }
                        )
                    ),
                    Contents=document.make_stream(content.encode()),
                )
            )
        )
    moved = {
        pages[slot].objgen: (sides[place.side], place, forms[slot]) for place, slot in standing
    }
    _move_notes(pages, moved)
    _move_structure(document, moved)
    _move_destinations(document, moved)
    for _ in pages:
        del document.pages[0]
    for side_page in sides:
        document.pages.append(pikepdf.Page(side_page))


_Moved = Mapping[Any, tuple[Any, Place, Any]]
"""By page: its side, its place there, and the form that it became."""


def _form(document: "pikepdf.Pdf", page: Any) -> Any:
    import pikepdf

    page.contents_coalesce()
    form = document.make_stream(page.Contents.read_bytes())
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    form.BBox, form.Resources = page.MediaBox, page.Resources
    form.StructParents = page.StructParents
    return form


def _drawing(standing: Sequence[tuple[Place, int]], side: int) -> str:
    return "".join(
        f"q 1 0 0 1 {place.x:.3f} {place.y:.3f} cm /P{slot} Do Q\n"
        for place, slot in standing
        if place.side == side
    )


def _ticks(marks: Sequence[float], height: float) -> str:
    """Draw the marks of folds at the upper and the lower edge."""
    near, far = TICK
    lines = "".join(
        f"{mark:.3f} {low:.3f} m {mark:.3f} {high:.3f} l S\n"
        for mark in marks
        for low, high in ((near, far), (height - far, height - near))
    )
    return f"/Artifact <</Type /Layout>> BDC q 0.5 w 0 G\n{lines}Q EMC\n" if marks else ""


def _move_notes(pages: Sequence[Any], moved: _Moved) -> None:
    """Take links along to the side on which their page stands."""
    import pikepdf

    for page in pages:
        if "/Annots" not in page or page.objgen not in moved:
            continue
        side, place, _ = moved[page.objgen]
        for note in page.Annots:
            left, low, right, high = (float(edge) for edge in note.Rect)
            note.Rect = pikepdf.Array(
                [left + place.x, low + place.y, right + place.x, high + place.y]
            )
            note.P = side
        notes = [*side.get("/Annots", []), *page.Annots]
        side.Annots = pikepdf.Array(notes)


def _move_structure(document: "pikepdf.Pdf", moved: _Moved) -> None:
    """Let the structure find its content in the forms."""
    import pikepdf

    waiting: list[tuple[Any, Any]] = [(document.Root.StructTreeRoot, None)]
    while waiting:
        element, page = waiting.pop()
        page = element.get("/Pg", page)
        kids = element.get("/K")
        if kids is None:
            continue
        array = kids if isinstance(kids, pikepdf.Array) else pikepdf.Array([kids])
        found: list[Any] = []
        for kid in array:
            if isinstance(kid, int):
                side, _, form = moved[page.objgen]
                found.append(pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=side, Stm=form, MCID=kid))
                continue
            if kid.get("/Type") == pikepdf.Name.OBJR:
                kid.Pg = moved[kid.Pg.objgen][0]
            else:
                waiting.append((kid, page))
            found.append(kid)
        element.K = pikepdf.Array(found)
        if "/Pg" in element:
            side, place, _ = moved[element.Pg.objgen]
            if element.get("/S") == pikepdf.Name.Figure:
                left, low, right, high = (float(edge) for edge in element.A.BBox)
                element.A.BBox = pikepdf.Array(
                    [left + place.x, low + place.y, right + place.x, high + place.y]
                )
            # Its page is needed until its children have been seen, which have it in hand by now.
            element.Pg = side


def _move_destinations(document: "pikepdf.Pdf", moved: _Moved) -> None:
    """Let bookmarks and links within the sheet lead to where their page stands now."""
    for target in _destinations(document):
        if target[0].objgen in moved:
            side, place, _ = moved[target[0].objgen]
            target[0] = side
            if len(target) > 3:
                target[2] = float(target[2]) + place.x
                target[3] = float(target[3]) + place.y


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
