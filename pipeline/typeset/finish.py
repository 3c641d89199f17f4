"""What the typesetter leaves undone in a PDF: artifacts, languages, links, settings, metadata.

The result is both PDF/UA-1 and PDF/A-2a. The only modules that write PDF objects are this one and
`impose`; both through pikepdf.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pipeline.typeset.fonts import escaped
from pipeline.typeset.impose import impose
from pipeline.typeset.seal import UNSEALED, seal
from pipeline.values.sheet import Layout

if TYPE_CHECKING:
    import pikepdf

PIXEL = 0.75
"""Points in a CSS pixel."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What the typesetter knows of a piece of marked content, and does not write."""

    language: str
    in_margin: str
    """``Header`` or ``Footer`` where it belongs to a running head or foot, which is no part of the
    text; else empty."""
    words: str = ""
    """What it says, where its glyphs alone do not tell: in scripts that reorder or stack letters a
    glyph stands for other letters in each syllable, and a font's table knows but one of them."""


Marks = Sequence[Mapping[int, Mark]]
"""For each page, the marks of its pieces of content by their numbers (MCID)."""


def warm_up() -> None:
    """Load what edits PDF files before it is needed."""
    import pikepdf  # noqa: F401 - the import is what is wanted


def finish(
    pdf: bytes,
    marks: Marks,
    layout: Layout,
    slots: Sequence[int | None] = (),
    *,
    alone: bool = False,
    made_with: str = "",
) -> bytes:
    """Return a sealed PDF that conforms to PDF/UA-1 and PDF/A-2a.

    ``slots`` asks for printed sides instead of pages: for each place of the folded sheet in reading
    order the number of the page that stands there, ``None`` where it stays white; if they are
    ``alone``, each on a side of its own. ``made_with`` tells the versions of what shaped the page,
    for who has to compare two files.
    """
    # Imported here, because a command that prints nothing must be quick.
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as document:
        _mark_content(document, marks)
        _name_languages(document, marks)
        _place_figures(document)
        _describe_links(document)
        if slots:
            impose(document, layout, slots, alone=alone)
        _keep_pixels(document)
        _set_viewer(document, layout)
        _write_metadata(document)
        if made_with:
            document.docinfo["/polyleaf-made-with"] = pikepdf.String(made_with)
        # qpdf keeps the first half of the identifier and makes the second from the content.
        document.trailer["/ID"] = pikepdf.Array([pikepdf.String(UNSEALED)] * 2)
        output = BytesIO()
        document.save(
            output,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
        )
    return seal(output.getvalue())


def _mark_content(document: "pikepdf.Pdf", marks: Marks) -> None:
    """Make running heads and feet artifacts, and say in letters what glyphs do not tell.

    Heads and feet would interrupt who listens to a page. The words of scripts with syllables stand
    beside their glyphs as ActualText (ISO 32000-1, 14.9.4), so that they can be heard and found.
    """
    import pikepdf

    numbers = document.Root.StructTreeRoot.ParentTree.Nums
    for page, known in zip(document.pages, marks, strict=True):
        begins = {
            number: begin for number, mark in known.items() if (begin := _begin(number, mark))
        }
        if not begins:
            continue
        instructions = [
            begins.get(_content_number(instruction), instruction)
            for instruction in pikepdf.parse_content_stream(page)
        ]
        page.Contents = document.make_stream(pikepdf.unparse_content_stream(instructions))
        parents = _parents(numbers, int(page.StructParents))
        for number, mark in known.items():
            if mark.in_margin:
                parents[number] = None


def _begin(number: int, mark: Mark) -> Any:
    """Return the instruction that begins a piece of content, where it must be another one."""
    import pikepdf

    facts: dict[str, Any] = {"/ActualText": pikepdf.String(mark.words)} if mark.words else {}
    if mark.in_margin:
        kind = pikepdf.Name.Artifact
        subtype = pikepdf.Name(f"/{mark.in_margin}")
        facts |= {"/Type": pikepdf.Name.Pagination, "/Subtype": subtype}
    elif mark.words:
        kind = pikepdf.Name.Span
        facts["/MCID"] = number
    else:
        return None
    return pikepdf.ContentStreamInstruction(
        [kind, pikepdf.Dictionary(facts)], pikepdf.Operator("BDC")
    )


def _content_number(instruction: Any) -> int:
    """Return the number of the piece of content that an instruction begins, -1 for none."""
    if str(instruction.operator) != "BDC":
        return -1
    return int(instruction.operands[1].get("/MCID", -1))


def _parents(numbers: Any, key: int) -> Any:
    """Return what the parent tree has under a key."""
    for index in range(0, len(numbers), 2):
        if int(numbers[index]) == key:
            return numbers[index + 1]
    raise KeyError(key)


def _name_languages(document: "pikepdf.Pdf", marks: Marks) -> None:
    """Say of each part of the structure in which language it is, where it is not the sheet's."""
    numbers = {page.objgen: index for index, page in enumerate(document.pages)}
    root = str(document.Root.Lang)
    for element in _kids(document.Root.StructTreeRoot):
        _name(element, _spoken(element, 0, numbers, marks, root), root)


def _spoken(
    element: Any, page: int, numbers: Mapping[Any, int], marks: Marks, root: str
) -> set[str]:
    """Return the languages below an element; where they are several, name them one level down."""
    import pikepdf

    page = numbers.get(element.Pg.objgen, page) if "/Pg" in element else page
    below: list[tuple[Any, set[str]]] = []
    own: set[str] = set()
    for kid in _kids(element):
        if isinstance(kid, int):
            own.add(marks[page][kid].language)
        elif kid.get("/Type") == pikepdf.Name.StructElem:
            below.append((kid, _spoken(kid, page, numbers, marks, root)))
    together = own.union(*(languages for _, languages in below))
    if len(together) > 1:
        for kid, languages in below:
            _name(kid, languages, root)
    return together


def _name(element: Any, languages: set[str], root: str) -> None:
    import pikepdf

    if len(languages) == 1 and languages != {root}:
        element.Lang = pikepdf.String(*languages)


def _kids(element: Any) -> Iterator[Any]:
    import pikepdf

    kids = element.get("/K")
    if kids is None:
        return
    if isinstance(kids, pikepdf.Array):
        yield from kids
    else:
        yield kids


def elements(document: "pikepdf.Pdf") -> Iterator[Any]:
    """Yield every element of the structure, parents before children."""
    import pikepdf

    waiting = [document.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        for kid in _kids(element):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield kid
                waiting.append(kid)


def _place_figures(document: "pikepdf.Pdf") -> None:
    """Give the place of each picture in points from the lower edge; WeasyPrint 70 gives pixels."""
    import pikepdf

    heights = {page.objgen: float(page.MediaBox[3]) for page in document.pages}
    for element in elements(document):
        if pikepdf.Name.Figure == element.S:
            left, top, right, bottom = (float(edge) * PIXEL for edge in element.A.BBox)
            height = heights[element.Pg.objgen]
            element.A.BBox = pikepdf.Array(
                [round(edge, 2) for edge in (left, height - bottom, right, height - top)]
            )


def _describe_links(document: "pikepdf.Pdf") -> None:
    """Describe links that have no description by where they lead: PDF/UA wants one of each."""
    import pikepdf

    for page in document.pages:
        for note in page.get("/Annots", []):
            if note.get("/Subtype") == pikepdf.Name.Link and "/Contents" not in note:
                action: Any = note.get("/A", {})
                note.Contents = pikepdf.String(str(action.get("/URI", note.get("/Dest", "link"))))


def _keep_pixels(document: "pikepdf.Pdf") -> None:
    """Let no viewer smooth a picture: PDF/A forbids it (ISO 19005-2, 6.2.8)."""
    import pikepdf

    for one in document.objects:
        if isinstance(one, pikepdf.Stream) and one.get("/Interpolate"):
            one.Interpolate = False


def _set_viewer(document: "pikepdf.Pdf", layout: Layout) -> None:
    """Ask for the print settings that the sheet was made for."""
    import pikepdf

    edge = "Short" if layout.duplex == "short" else "Long"
    document.Root.ViewerPreferences = pikepdf.Dictionary(
        DisplayDocTitle=True,
        Direction=pikepdf.Name.R2L if layout.rtl else pikepdf.Name.L2R,
        PrintScaling=pikepdf.Name("/None"),
        Duplex=pikepdf.Name(f"/DuplexFlip{edge}Edge"),
        PickTrayByPDFSize=True,
    )


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
{facts}
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

_FACTS = {
    "/Title": '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:title>',
    "/Author": "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>",
    "/Subject": (
        '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>'
        "</dc:description>"
    ),
    "/Creator": "<xmp:CreatorTool>{}</xmp:CreatorTool>",
    "/Producer": "<pdf:Producer>{}</pdf:Producer>",
}
"""How each entry of the information dictionary stands in XMP: PDF/A wants both to agree."""


def _write_metadata(document: "pikepdf.Pdf") -> None:
    """Write the XMP metadata: both standards by name, and the facts of the information dictionary.

    The schema of PDF/UA is none that PDF/A-2 knows, so it is described (ISO 19005-2, 6.6.2.3).
    """
    import pikepdf

    info = document.docinfo
    facts = [form.format(escaped(str(info[key]))) for key, form in _FACTS.items() if key in info]
    xmp = _XMP.format(language=escaped(str(document.Root.Lang)), facts="\n".join(facts))
    stream = document.make_stream(xmp.encode())
    stream.Type, stream.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
    document.Root.Metadata = stream
