"""What a PDF is made of: held against the kinds of objects that a sheet of ours has, and no others.

A page can look right and still print otherwise, run a program, or carry one. What may do so has its
own objects and keys (ISO 32000-1), and none of them is in `ROLES`: a list of what is allowed cannot
forget a danger, as a list of what is forbidden would.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pipeline.values.errors import PolyleafError

if TYPE_CHECKING:
    import pikepdf

MOST_PAGES = 400
"""Pages that are looked at; the longest sheet of ours has a tenth of them."""

MOST_OBJECTS = 200_000
"""Objects that are looked at."""

MOST_DRAWN = 20_000
"""How often pictures within pictures are drawn in all, each counted wherever it is used."""

DEEPEST = 50
"""How many pictures may stand within each other."""

LEAF = ""
"""A number, a text, a name, or an array of them."""

PAGE = "page>"
"""A page of the file, which is looked at as such."""

_STREAM = {"Length": LEAF, "Filter": "=FlateDecode"}
_LIST = {"First": "item", "Last": "item", "Count": LEAF}
_METRICS = (
    *("Ascent", "CapHeight", "Descent", "Flags", "FontBBox", "FontFamily", "FontName"),
    *("ItalicAngle", "StemH", "StemV"),
)

ROLES: Mapping[str, Mapping[str, str]] = {
    "trailer": {
        **dict.fromkeys(("Size", "ID", "W", "Index", "Length"), LEAF),
        "Type": "=XRef",
        "Filter": "=FlateDecode",
        "DecodeParms": "predictor",
        "Root": "catalog",
        "Info": "info",
    },
    "info": dict.fromkeys(
        ("Author", "Creator", "Producer", "Subject", "Title", "polyleaf", "polyleaf-made-with"),
        LEAF,
    ),
    "catalog": {
        "Type": "=Catalog",
        "Lang": LEAF,
        "MarkInfo": "marked",
        "Metadata": "metadata",
        "Names": "names",
        "Outlines": "outlines",
        "OutputIntents": "intent",
        "Pages": "pages",
        "StructTreeRoot": "structure",
        "ViewerPreferences": "viewer",
    },
    "marked": {"Marked": LEAF},
    "metadata": {**_STREAM, "Type": "=Metadata", "Subtype": "=XML"},
    "names": {"Dests": "destinations"},
    "destinations": {"Names": "place"},
    "outlines": {"Type": "=Outlines", **_LIST},
    "item": {
        **dict.fromkeys(("Parent", "Prev", "Next"), "item"),
        **_LIST,
        "Title": LEAF,
        "Dest": "place",
    },
    "intent": {
        "Type": "=OutputIntent",
        "S": "=GTS_PDFA1",
        "Info": LEAF,
        "OutputConditionIdentifier": LEAF,
        "DestOutputProfile": "profile",
    },
    "profile": {**_STREAM, "N": LEAF},
    "viewer": {
        "DisplayDocTitle": LEAF,
        "Direction": "=L2R R2L",
        "Duplex": "=DuplexFlipLongEdge DuplexFlipShortEdge",
        "PickTrayByPDFSize": LEAF,
        "PrintScaling": "=None",
    },
    "pages": {"Type": "=Pages", "Count": LEAF, "Kids": "page"},
    "page": {
        **dict.fromkeys(("MediaBox", "TrimBox", "BleedBox", "StructParents"), LEAF),
        "Type": "=Page",
        "Parent": "pages",
        "Tabs": "=S",
        "Contents": "content",
        "Resources": "resources",
        "Annots": "link",
    },
    "content": _STREAM,
    "link": {
        **dict.fromkeys(("Rect", "Contents", "StructParent"), LEAF),
        "Type": "=Annot",
        "Subtype": "=Link",
        "F": LEAF,
        "BS": "border",
        "P": PAGE,
        "A": "action",
        "Dest": "place",
    },
    "border": {"W": LEAF},
    "action": {"Type": "=Action", "S": "=URI", "URI": LEAF},
    "structure": {"Type": "=StructTreeRoot", "K": "element", "ParentTree": "parents"},
    "parents": {"Nums": "element"},
    "element": {
        **dict.fromkeys(("Alt", "ID", "Lang", "ActualText"), LEAF),
        "Type": "=StructElem OBJR MCR",
        "S": LEAF,
        "K": "element",
        "P": "element",
        "Pg": PAGE,
        "A": "attributes",
        "Obj": "link",
        "MCID": LEAF,
    },
    "attributes": {
        "O": "=Layout Table",
        **dict.fromkeys(("BBox", "Headers", "Scope", "ColSpan", "RowSpan"), LEAF),
    },
    "resources": {
        "ColorSpace": "colours",
        "ExtGState": "states",
        "Font": "fonts",
        "Pattern": "patterns",
        "Shading": "shadings",
        "XObject": "pictures",
    },
    "states": {"*": "state"},
    "state": {
        **dict.fromkeys(("ca", "CA", "AIS"), LEAF),
        "Type": "=ExtGState",
        "SMask": "mask",
    },
    "mask": {"Type": "=Mask", "S": "=Luminosity Alpha", "G": "picture"},
    "colours": {"*": "colour"},
    "colour": {**_STREAM, "N": LEAF, "Range": LEAF, "WhitePoint": LEAF},
    "patterns": {"*": "pattern"},
    "pattern": {
        **_STREAM,
        **dict.fromkeys(
            ("PatternType", "BBox", "XStep", "YStep", "TilingType", "PaintType", "Matrix"), LEAF
        ),
        "Type": "=Pattern",
        "Resources": "resources",
    },
    "shadings": {"*": "shading"},
    "shading": {
        **dict.fromkeys(("ShadingType", "Domain", "Coords", "Extend"), LEAF),
        "ColorSpace": "colour",
        "Function": "function",
    },
    "function": {
        **dict.fromkeys(("FunctionType", "Domain", "C0", "C1", "N", "Bounds", "Encode"), LEAF),
        "Functions": "function",
    },
    "pictures": {"*": "picture"},
    "picture": {
        **_STREAM,
        **dict.fromkeys(
            ("BBox", "Matrix", "Width", "Height", "BitsPerComponent", "Interpolate"), LEAF
        ),
        "Type": "=XObject",
        "Subtype": "=Form Image",
        "Filter": "=FlateDecode DCTDecode JPXDecode",
        "DecodeParms": "predictor",
        "Resources": "resources",
        "Group": "group",
        "ColorSpace": "colour",
        "SMask": "picture",
    },
    "group": {
        "Type": "=Group",
        "S": "=Transparency",
        "I": LEAF,
        "K": LEAF,
        "CS": "colour",
    },
    "predictor": dict.fromkeys(("Predictor", "Columns", "Colors", "BitsPerComponent"), LEAF),
    "fonts": {"*": "font"},
    "font": {
        "Type": "=Font",
        "Subtype": "=Type0",
        "BaseFont": LEAF,
        "Encoding": "=Identity-H",
        "DescendantFonts": "descendant",
        "ToUnicode": "content",
    },
    "descendant": {
        "Type": "=Font",
        "Subtype": "=CIDFontType0 CIDFontType2",
        "BaseFont": LEAF,
        "CIDSystemInfo": "system",
        "CIDToGIDMap": "=Identity",
        "FontDescriptor": "descriptor",
        "W": LEAF,
        "DW": LEAF,
    },
    "system": dict.fromkeys(("Ordering", "Registry", "Supplement"), LEAF),
    "descriptor": {
        **dict.fromkeys(_METRICS, LEAF),
        "Type": LEAF,
        "FontFile2": "font file",
        "FontFile3": "font file",
        "CIDSet": "content",
    },
    "font file": {**_STREAM, "Length1": LEAF, "Subtype": "=OpenType CIDFontType0C"},
}
"""What each kind of object may hold: the role of what stands there, ``=`` before names of which one
must. ``*`` stands for any key."""

_BY_LIBRARIES = (
    *("fonts", "font", "descendant", "system", "descriptor", "font file"),
    *("trailer", "predictor", "content"),
)
"""Roles whose bytes other versions of the libraries write otherwise: how a font was cut down to its
used glyphs, where those stand, how the file is packed. Words and ink are compared instead."""

_OF_THE_MAKING = {("info", "Producer"), ("info", "polyleaf-made-with"), ("metadata", "Length")}
"""What says by which versions a file was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Objects:
    """What a file is made of."""

    foreign: tuple[str, ...]
    """What no sheet of ours holds, in words; empty where all is as in ours."""
    facts: tuple[str, ...] = ()
    """All of it that does not depend on the versions of libraries, in one order."""
    made_with: str = ""
    """What the file says of the libraries and fonts that it was made with, as JSON."""


def read_objects(pdf: bytes) -> Objects:
    """Look at every object of a PDF, and run and render nothing.

    Raise `PolyleafError` where the bytes are no PDF that can be read.
    """
    import pikepdf

    try:
        with pikepdf.open(BytesIO(pdf), attempt_recovery=False) as document:
            walk = _Walk(document)
            walk.go()
            foreign = [*_file(pdf, document), *walk.foreign]
            foreign += [] if foreign else [*_drawn_too_often(document)]
            facts = () if foreign else (*walk.facts, *_marks(document))
            made_with = str(document.docinfo.get("/polyleaf-made-with", ""))
    except pikepdf.PasswordError:
        raise PolyleafError("it is locked with a password, as none of our sheets is") from None
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        # What is damaged surfaces wherever it is first touched.
        return Objects(foreign=("it is damaged",))
    return Objects(foreign=tuple(dict.fromkeys(foreign)), facts=facts, made_with=made_with)


def _file(pdf: bytes, document: "pikepdf.Pdf") -> Iterator[str]:
    """Yield what is strange about the file as a whole."""
    if document.is_encrypted:
        yield "it is encrypted"
    if not pdf.startswith(b"%PDF-1.7\n"):
        yield "it does not begin as a sheet does"
    if not pdf.endswith(b"%%EOF\n") or pdf.count(b"startxref") != 1 or document.is_linearized:
        yield "something was written to it after it was finished"
    if document.Root.get("/Version") is not None:
        yield "it says that it is of another version of PDF"
    if len(document.pages) > MOST_PAGES:
        yield f"it has {len(document.pages)} pages"


@dataclass(slots=True)
class _Walk:
    """A walk over all that a file's trailer leads to, always in the same order."""

    document: "pikepdf.Pdf"
    foreign: list[str] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)
    _seen: dict[Any, int] = field(default_factory=dict)
    _pages: dict[Any, int] = field(default_factory=dict)

    def go(self) -> None:
        import pikepdf

        objects = len(self.document.objects)
        if objects > MOST_OBJECTS:
            self.foreign.append(f"it has {objects} objects")
            return
        self._pages = {page.objgen: number for number, page in enumerate(self.document.pages)}
        waiting: list[tuple[str, Any]] = [("trailer", self.document.trailer)]
        while waiting and not self.foreign:
            role, one = waiting.pop()
            if isinstance(one, pikepdf.Array):
                waiting += [(role, part) for part in reversed(list(one))]
            elif isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
                if self._is_new(role, one):
                    waiting += reversed([*self._parts(role, one)])
            elif role in ROLES and role not in ("element", "place", "colour"):
                self.foreign.append(f"there is something else in the place of its {role}")
            else:
                self._note(role, "", one)
        if self.foreign:
            return
        unused = objects - len(self._seen) - self._streams_of_objects()
        if unused > 0:
            self.foreign.append(f"it holds {unused} objects that nothing on the sheet uses")

    def _streams_of_objects(self) -> int:
        """Count what only packs other objects, or says where they are."""
        import pikepdf

        return sum(
            isinstance(one, pikepdf.Stream) and str(one.get("/Type", "")) in ("/ObjStm", "/XRef")
            for one in self.document.objects
            if one.objgen not in self._seen
        )

    def _is_new(self, role: str, one: Any) -> bool:
        if role in (PAGE, "place"):
            if one.objgen in self._pages:
                self._note(role, "page", self._pages[one.objgen])
            else:
                self.foreign.append("a link leads to something other than a page")
            return False
        if not one.is_indirect:
            return True
        if one.objgen in self._seen:
            self._note(role, "again", self._seen[one.objgen])
            return False
        self._seen[one.objgen] = len(self._seen)
        return True

    def _parts(self, role: str, one: Any) -> Iterator[tuple[str, Any]]:
        """Yield what an object holds, with its roles; what it may not hold is noted."""
        import pikepdf

        known = ROLES.get(role)
        if known is None:
            self.foreign.append(f"there is an object in the place of a {role}")
            return
        for name in sorted(one.keys()):
            part, key = one[name], name.removeprefix("/")
            kind = known.get("*") or known.get(key)
            if kind is None:
                self.foreign.append(f"its {role} holds /{key}")
            elif kind.startswith("="):
                if isinstance(part, pikepdf.Array) and len(part) == 1:
                    part = part[0]
                if str(part).removeprefix("/") not in kind[1:].split():
                    self.foreign.append(f"the /{key} of its {role} is {str(part)[:40]}")
                self._note(role, key, part)
            elif kind == LEAF and not _is_plain(part):
                self.foreign.append(f"the /{key} of its {role} is an object")
            elif kind == LEAF:
                self._note(role, key, part)
            else:
                yield kind, part
        if isinstance(one, pikepdf.Stream) and role not in _BY_LIBRARIES:
            self._note(role, "", _content(role, one))

    def _note(self, role: str, key: str, part: Any) -> None:
        """Write down a fact, unless other libraries may write it otherwise."""
        if role in _BY_LIBRARIES or (role, key) in _OF_THE_MAKING:
            return
        self.facts.append(f"{role} {key} {_told(part)}")


def _is_plain(part: Any, depth: int = 0) -> bool:
    import pikepdf

    if isinstance(part, pikepdf.Array):
        return all(_is_plain(one, _below(depth)) for one in part)
    return not isinstance(part, (pikepdf.Dictionary, pikepdf.Stream))


def _told(part: Any, depth: int = 0) -> str:
    """Write a value down; lengths to a tenth of a point."""
    import pikepdf

    if isinstance(part, bool) or not isinstance(part, (int, float, Decimal)):
        if isinstance(part, pikepdf.Array):
            return f"[{' '.join(_told(one, _below(depth)) for one in part)}]"
        if isinstance(part, pikepdf.Dictionary):
            facts = (f"{key} {_told(one, _below(depth))}" for key, one in sorted(part.items()))
            return f"<{' '.join(facts)}>"
        return str(part)
    return f"{round(float(part), 1):g}"


def _below(depth: int) -> int:
    """Return how deep stands what a value holds.

    :raises ValueError: where it leads to itself, as in a damaged file.
    """
    if depth >= _DEEPEST:
        raise ValueError("a value leads to itself")
    return depth + 1


_DEEPEST = 40
"""Values within values: a sheet of ours has a few."""


_PRODUCER = re.compile(rb"<pdf:Producer>[^<]*</pdf:Producer>")


def _content(role: str, one: Any) -> str:
    """Return what a stream holds: the text of metadata, a hash of pixels and profiles.

    What a form draws is seen as ink.
    """
    if role == "metadata":
        return _PRODUCER.sub(b"", one.read_bytes()).decode("utf-8", "replace")
    if role == "picture" and "/Width" not in one:
        return ""
    return hashlib.sha256(one.read_raw_bytes()).hexdigest()


def _marks(document: "pikepdf.Pdf") -> Iterator[str]:
    """Yield what pages say of their pieces of content to who hears them, in order."""
    import pikepdf

    for page in document.pages:
        for instruction in pikepdf.parse_content_stream(page, "BDC BMC EMC Do"):
            yield " ".join([str(instruction.operator), *map(_told, instruction.operands)])


_DRAWS = re.compile(rb"/([^\s/\[\]<>()]+)\s+Do\b")


def _drawn_too_often(document: "pikepdf.Pdf") -> Iterator[str]:
    """Say that pictures within pictures would be drawn for hours."""
    known: dict[Any, int] = {}
    drawn = 0
    for page in document.pages:
        content = b"".join(one.read_bytes() for one in _streams(page.obj.get("/Contents", ())))
        drawn += _drawn(content, page.obj.get("/Resources", {}), known, ())
    if drawn > MOST_DRAWN:
        yield "it draws pictures within pictures without end"


def _streams(contents: Any) -> list[Any]:
    import pikepdf

    return [contents] if isinstance(contents, pikepdf.Stream) else list(contents)


def _drawn(content: bytes, resources: Any, known: dict[Any, int], above: tuple[Any, ...]) -> int:
    """Count the pictures that some content draws, each as often as it does."""
    pictures = resources.get("/XObject", {})
    drawn = 0
    for name in _DRAWS.findall(content):
        one = pictures.get(f"/{name.decode('latin-1')}")
        if one is None:
            continue
        mark = one.objgen
        if mark in above or len(above) > DEEPEST:
            return MOST_DRAWN + 1
        if mark not in known:
            is_form = str(one.get("/Subtype", "")) == "/Form"
            inner = one.read_bytes() if is_form else b""
            own = one.get("/Resources", resources)
            known[mark] = 1 + _drawn(inner, own, known, (*above, mark))
        drawn += known[mark]
    return min(drawn, MOST_DRAWN + 1)
