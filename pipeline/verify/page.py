"""What a PDF file shows: each page as letters with places, and as ink."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from ctypes import (
    addressof,
    byref,
    c_double,
    c_float,
    c_int,
    c_ubyte,
    c_uint,
    c_ulong,
    c_ushort,
    create_string_buffer,
)
from dataclasses import dataclass, field
from functools import cache
from math import hypot
from typing import Any, NamedTuple

from pipeline.values.errors import PolyleafError

INK_SCALE = 1.5
"""Pixels in a point, when a page is looked at as ink."""


LARGEST = 2400
"""Points of the longest side of a page that is read: more than A2."""


_STROKE = 4
"""Pixels of ink from which on a letter's height is more than a stroke."""


class Letter(NamedTuple):
    """One letter as it stands on the page; lengths in points from the lower left corner.

    A tuple, because a sheet has ten thousand of them.
    """

    text: str
    x: float
    """Of its origin on the baseline."""
    y: float
    left: float
    """Of the letter's ink, as are right, bottom and top."""
    bottom: float
    right: float
    top: float
    start: float
    """Where its advance begins on the left; gaps between words are measured from advances."""
    end: float
    size: float
    font: str
    told: bool = False
    """Whether the file says in words what the glyphs show (ActualText): no eye has read it, and all
    letters of a piece stand in one place."""
    light: float = 0.0
    """Relative luminance of its colour after WCAG 2.2, black is 0 and white 1; -1 where it is not
    filled with one."""
    reach: float = 0.0
    """The right edge of the piece that is told in words, 0 for other letters."""
    pictured: bool = False
    """Whether it is part of a picture, and not of the sheet's own text."""

    @property
    def is_stroke(self) -> bool:
        """Whether its ink is no higher than a stroke, as that of a zero that is a dot."""
        return (self.top - self.bottom) * INK_SCALE < _STROKE


@dataclass(frozen=True, slots=True)
class Ink:
    """A page as grey pixels, 0 is black; the first row is the top."""

    width: int
    height: int
    stride: int
    pixels: bytes

    def rows(self, left: float, right: float, heights: Iterable[float]) -> Iterator[bytes]:
        """Yield the pixels between two places, at some heights from the page's lower edge."""
        start = max(int(left * INK_SCALE), 0)
        end = min(int(right * INK_SCALE) + 1, self.width)
        last, stride, pixels = self.height - 1, self.stride, self.pixels
        for y in heights:
            row = min(max(int(self.height - y * INK_SCALE), 0), last) * stride
            yield pixels[row + start : row + end]


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its size in points, its letters and its ink."""

    number: int
    width: float
    height: float
    letters: tuple[Letter, ...]
    ink: Ink
    ground: Ink
    """The same without its letters: what they stand on, and what is drawn over them."""
    detail: int = 0
    """How many lines and curves its drawings have, but for plain shapes too large for a code; a
    picture of pixels counts as `CODE`."""
    links: tuple[str, ...] = ()
    """Where its links lead, empty for one within the file."""
    others: int = 0
    """How many annotations it bears that are no links: fields, stamps, notes."""
    rows: list[list[Letter]] = field(default_factory=list, init=False, repr=False, compare=False)
    """Its letters in lines, once `lines` has worked them out."""


def warm_up() -> None:
    """Load the reader of PDF files before it is needed."""
    import pypdfium2  # noqa: F401 - the import is what is wanted


def read_pages(pdf: bytes) -> tuple[Page, ...]:
    """Read every page of a PDF.

    Raise `PolyleafError` where the bytes are no PDF that can be read.
    """
    with _opened(pdf) as document:
        return tuple(_page(document, index) for index in range(len(document)))


def read_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Return width and height of every page of a PDF, in points."""
    with _opened(pdf) as document:
        return tuple(document.get_page_size(index) for index in range(len(document)))


def read_details(pdf: bytes) -> Iterator[int]:
    """Yield how many lines and curves the drawings of every page of a PDF have, as `Page` says."""
    with _opened(pdf) as document:
        for index in range(len(document)):
            yield _hide_letters(document[index])


def read_printed(pdf: bytes) -> tuple[Ink, ...]:
    """Return every page of a PDF as a printer gets it: a file may show other things on a screen."""
    with _opened(pdf) as document:
        return tuple(_ink(document[index], "print") for index in range(len(document)))


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    """Open a PDF for a while; what is found to be damaged meanwhile is a `PolyleafError`."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        raise PolyleafError("this is not a PDF, or it is damaged or locked") from None
    try:
        yield document
    except pypdfium2.PdfiumError:
        raise PolyleafError("a page cannot be read: the file is damaged") from None
    finally:
        document.close()


def read_record(pdf: bytes) -> str:
    """Return what a sheet says of itself in its metadata, empty where it says nothing.

    Raise `PolyleafError` where the bytes are no PDF that can be read.
    """
    with _opened(pdf) as document:
        return str(document.get_metadata_value("polyleaf"))


def read_heard(pdf: bytes, *, figures: bool) -> tuple[str, str, tuple[str, ...]]:
    """Return the language and the title of a PDF, and the alternative texts of its figures.

    The figures are looked for on request alone: it means a walk over the file's structure.
    """
    from pypdfium2 import raw

    with _opened(pdf) as document:
        length = raw.FPDFCatalog_GetLanguage(document, None, 0)
        buffer = (c_ushort * max(length // 2, 1))()
        raw.FPDFCatalog_GetLanguage(document, buffer, length)
        found = [text for page in document for text in _alternatives(page)] if figures else []
        return _wide(buffer, length), str(document.get_metadata_value("Title")), tuple(found)


def _alternatives(page: Any) -> Iterator[str]:
    from pypdfium2 import raw

    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return
    try:
        count = raw.FPDF_StructTree_CountChildren(tree)
        waiting = [raw.FPDF_StructTree_GetChildAtIndex(tree, place) for place in range(count)]
        while waiting:
            one = waiting.pop()
            if not one:
                continue
            if length := raw.FPDF_StructElement_GetAltText(one, None, 0):
                buffer = (c_ushort * (length // 2))()
                raw.FPDF_StructElement_GetAltText(one, buffer, length)
                yield _wide(buffer, length)
            count = raw.FPDF_StructElement_CountChildren(one)
            waiting += [
                raw.FPDF_StructElement_GetChildAtIndex(one, place) for place in range(max(count, 0))
            ]
    finally:
        raw.FPDF_StructTree_Close(tree)


def _wide(buffer: Any, length: int) -> str:
    """Return a text that PDFium gives in UTF-16 with a zero behind it."""
    return bytes(buffer)[: max(length - 2, 0)].decode("utf-16-le", "replace")


def read_links(pdf: bytes) -> tuple[tuple[int, int, str], ...]:
    """Return what can be clicked on each page.

    It is the page's number, how many annotations it bears, and the addresses of its links, joined.
    """
    from pypdfium2 import raw

    with _opened(pdf) as document:
        found = []
        for index in range(len(document)):
            page = document[index]
            found.append(
                (index, raw.FPDFPage_GetAnnotCount(page), "\n".join(_addresses(document, page)))
            )
        return tuple(found)


CODE_SCALES = (3, 5)
"""Pixels in a point, when a page is looked at by a camera from afar and from near."""


def read_codes(pdf: bytes, numbers: Collection[int] = ()) -> tuple[str, ...]:
    """Return what a telephone's camera reads from square codes, each once: on all pages or some."""
    import zxingcpp

    found: dict[str, None] = {}
    with _opened(pdf) as document:
        for index in (number - 1 for number in numbers or range(1, len(document) + 1)):
            for scale in CODE_SCALES:
                bitmap = document[index].render(scale=scale, grayscale=True)
                for code in zxingcpp.read_barcodes(
                    _picture(bitmap),
                    formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode),
                ):
                    found[code.text] = None
                bitmap.close()
    return tuple(found)


def _picture(bitmap: Any) -> Any:
    """Return a grey picture as rows of pixels, where it lies: a copy takes as long as reading."""
    if bitmap.stride != bitmap.width:
        return bitmap.to_pil()
    pixels = memoryview(bitmap.buffer).cast("B")
    return pixels.cast("B", shape=[bitmap.height, bitmap.width])


def _addresses(document: Any, page: Any) -> Iterator[str]:
    from pypdfium2 import raw

    place, link = c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, byref(place), byref(link)):
        action = raw.FPDFLink_GetAction(link)
        length = raw.FPDFAction_GetURIPath(document, action, None, 0) if action else 0
        buffer = create_string_buffer(max(length, 1))
        if length:
            raw.FPDFAction_GetURIPath(document, action, buffer, length)
        yield buffer.value.decode("utf-8", "replace")


def _page(document: Any, index: int) -> Page:
    from pypdfium2 import raw

    page, number = document[index], index + 1
    width, height = page.get_size()
    if max(width, height) > LARGEST:
        raise PolyleafError(f"page {number} is larger than any sheet of paper")
    ink, letters = _ink(page), tuple(_letters(page))
    detail = _hide_letters(page)
    links = tuple(_addresses(document, page))
    others = raw.FPDFPage_GetAnnotCount(page) - len(links)
    return Page(number, width, height, letters, ink, _ink(page), detail, links, others)


CODE = 200
"""The least lines that draw a square code: 21 rows with five runs of black or more, of two each."""


def _hide_letters(page: Any) -> int:
    """Take the letters off a page that is only looked at from now on; return its detail."""
    from pypdfium2 import raw

    detail, largest = 0, min(page.get_size()) * _MARK
    for whole in _wholes(page):
        for kind, one in _parts(whole):
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                raw.FPDFPageObj_SetIsActive(one, False)
            elif kind == raw.FPDF_PAGEOBJ_PATH:
                lines = _lines_of(one)
                # What stands in a form is told in the form's own measures.
                is_too_large = one is whole and lines < CODE and _length(one) > largest
                detail += 0 if is_too_large else lines
            else:
                detail += CODE
    return detail


_MARK = 1 / 3
"""Which part of a square code the largest thing in it is, a mark in its corner: 7 of 21 squares."""


def _length(its_object: Any) -> float:
    """Return the longer side of the place that an object takes, in points."""
    left, bottom, right, top = _edges(its_object)
    return max(right - left, top - bottom)


def _lines_of(path: Any) -> int:
    """Return how many lines and curves a path has; PDFium tells of a curve three times, as points.

    Where a line or curve begins anew counts as one, too.
    """
    from pypdfium2 import raw

    count = int(raw.FPDFPath_CountSegments(path))
    kinds = [
        raw.FPDFPathSegment_GetType(raw.FPDFPath_GetPathSegment(path, place))
        for place in range(count)
    ]
    curves = kinds.count(raw.FPDF_SEGMENT_BEZIERTO) // _POINTS
    return count - (_POINTS - 1) * curves


_POINTS = 3
"""Of a curve: two that bend it, and its end."""


def _objects(page: Any) -> Iterator[tuple[int, Any]]:
    """Yield what a page is made of, those within forms too, each with its kind."""
    for one in _wholes(page):
        yield from _parts(one)


def _wholes(page: Any) -> Iterator[Any]:
    """Yield what a page is made of, each form as one."""
    from pypdfium2 import raw

    hold = page.raw
    for place in range(raw.FPDFPage_CountObjects(hold)):
        yield raw.FPDFPage_GetObject(hold, place)


def _parts(one: Any) -> Iterator[tuple[int, Any]]:
    """Yield an object of a page with its kind, or of a form, what it is made of."""
    from pypdfium2 import raw

    waiting = [one]
    while waiting:
        one = waiting.pop()
        kind = raw.FPDFPageObj_GetType(one)
        if kind == raw.FPDF_PAGEOBJ_FORM:
            count = raw.FPDFFormObj_CountObjects(one)
            waiting += [raw.FPDFFormObj_GetObject(one, place) for place in range(count)]
        else:
            yield kind, one


def _ink(page: Any, purpose: str | None = None) -> Ink:
    bitmap = page.render(scale=INK_SCALE, grayscale=True, optimize_mode=purpose)
    try:
        content = bytes(bitmap.buffer)
        return Ink(bitmap.width, bitmap.height, bitmap.stride, content)
    finally:
        bitmap.close()


def _text(code: int) -> str:
    """Return the character of a code: PDFium gives 0 for none, and 2 for a hyphen at a line end."""
    if code in (0x2, 0xFFFE):
        return "-"
    return chr(code) if code else "\ufffd"


def _whole(letters: list[Letter]) -> list[Letter]:
    """Return letters with the halves of each beyond U+FFFF put together; PDFium tells them so."""
    halves = [place for place, one in enumerate(letters[:-1]) if "\ud800" <= one.text < "\udc00"]
    for place in reversed(halves):
        first, second = letters[place : place + 2]
        if "\udc00" <= second.text < "\ue000":
            both = (first.text + second.text).encode("utf-16", "surrogatepass").decode("utf-16")
            letters[place : place + 2] = [first._replace(text=both)]
    return letters


def _letters(page: Any) -> list[Letter]:
    from pypdfium2 import raw

    text_page = page.get_textpage()
    letters: list[Letter] = []
    x, y = c_double(), c_double()
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    loose = raw.FS_RECTF()
    places = byref(x), byref(y)
    box = byref(left), byref(right), byref(bottom), byref(top)
    loose_box = byref(loose)
    run, size, font, told, light, reach, pictured = None, 0.0, "", False, 0.0, 0.0, False
    words, begun = "", 0
    span: _Span | None = None
    spans: dict[int, _Span] | None = None
    again, read = False, set[int]()
    within = _within_pictures(page)
    # Some fifty thousand calls for a sheet: what is looked up once is not looked up again.
    get_code, get_object = raw.FPDFText_GetUnicode, raw.FPDFText_GetTextObject
    get_origin, get_box = raw.FPDFText_GetCharOrigin, raw.FPDFText_GetCharBox
    get_loose_box, handle = raw.FPDFText_GetLooseCharBox, text_page.raw
    try:
        for index in range(raw.FPDFText_CountChars(handle)):
            code = get_code(handle, index)
            get_origin(handle, index, *places)
            # Spaces are read from the gaps; the library invents some that no font has. Words whose
            # glyphs do not tell their letters stand in one place, and keep the spaces between them.
            its_object = get_object(handle, index)
            if code and chr(code).isspace():
                before = letters[-1] if letters else None
                if not (its_object and before and (before.x, before.y) == (x.value, y.value)):
                    continue
            get_box(handle, index, *box)
            get_loose_box(handle, index, loose_box)
            # Letters that were set together have one font and one size: asked for once.
            its_run = addressof(its_object.contents)
            if its_run != run:
                _put_in_order(letters, begun, words, span)
                mark, words = _words(its_object)
                begun, span = len(letters), None
                run, size, font = its_run, *_face(text_page, index)
                told, light = bool(words), _light(its_object)
                reach = _reach(its_object) if told else 0.0
                pictured = _is_pictured(its_object) or its_run in within
                if told:
                    spans = _spans(page, _runs_to_the_left(text_page)) if spans is None else spans
                    span = spans.get(mark)
                    again = span is not None and mark in read
                    read.add(mark)
            if told and again:
                continue
            unmapped = UNUSUAL[0] < code < UNUSUAL[1] and raw.FPDFText_HasUnicodeMapError(
                handle, index
            )
            letters.append(
                Letter(
                    UNMAPPED if unmapped == 1 else _text(code),
                    x.value,
                    y.value,
                    left.value,
                    bottom.value,
                    right.value,
                    top.value,
                    loose.left,
                    loose.right,
                    size,
                    font,
                    told,
                    light,
                    reach,
                    pictured,
                )
            )
        _put_in_order(letters, begun, words, span)
    finally:
        text_page.close()
    return _whole(letters)


_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f]")
_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


class _Span(NamedTuple):
    """Where words stand that are told beside the glyphs of several pieces of text."""

    left: float
    right: float
    y: float
    """Of the baseline: on it stand the spaces between words, and the last letter of most."""


def _runs_to_the_left(text_page: Any) -> bool:
    """Say whether any letter of a page is of a script from right to left, wherever it stands."""
    return bool(_FROM_THE_RIGHT.search(text_page.get_text_range()))


def _spans(page: Any, turned: bool) -> dict[int, _Span]:
    """Return the places of words whose glyphs run to the left, or up and down, by their mark.

    The letters of a word in Nastaliq run down to the left: most are pieces of text of their own.
    Where some lines run from right to left, ``turned``, of all words: PDFium parts there a Thai
    word from its mark.
    """
    from pypdfium2 import raw

    matrix = raw.FS_MATRIX()
    found: dict[int, list[tuple[float, float, float]]] = {}
    to_the_left: set[int] = set()
    for kind, one in _objects(page):
        mark, words = _words(one) if kind == raw.FPDF_PAGEOBJ_TEXT else (0, "")
        if words:
            raw.FPDFPageObj_GetMatrix(one, byref(matrix))
            left, right = _sides(one)
            if _ARABIC.search(words):
                turned = True
                to_the_left.add(mark)
                # The tail of a reh swings under the space that follows: what ends is the letter.
                left = max(left, matrix.e)
            found.setdefault(mark, []).append((left, right, round(matrix.f, 2)))
    return {
        mark: _Span(
            min(left for left, _, _ in pieces),
            max(right for _, right, _ in pieces),
            Counter(y for _, _, y in pieces).most_common(1)[0][0],
        )
        for mark, pieces in found.items()
        if turned or len(pieces) > 1 or mark in to_the_left
    }


def _put_in_order(letters: list[Letter], begun: int, words: str, span: _Span | None) -> None:
    """Give the letters of a piece that is told in words the order of these words.

    PDFium turns them round where it takes the line for one from right to left, and says of each
    that it is where the last of the piece is.
    """
    piece = letters[begun:]
    if piece and span:
        first = piece[0]._replace(
            x=span.left, y=span.y, start=span.left, end=span.right, reach=span.right
        )
        letters[begun:] = [first._replace(text=letter) for letter in words]
        return
    if piece and words and _same_letters("".join(one.text for one in piece), words):
        first = piece[0]
        aside = max(first.start - first.x, 0) if _is_turned(piece, words) else 0
        first = first._replace(
            left=first.left - aside,
            right=first.right - aside,
            start=first.start - aside,
            end=first.end - aside,
        )
        letters[begun:] = [first._replace(text=letter) for letter in words.strip()]


def _is_turned(piece: list[Letter], words: str) -> bool:
    return "".join("".join(one.text for one in piece).split()) != "".join(words.split())


def _same_letters(first: str, second: str) -> bool:
    return sorted("".join(first.split())) == sorted("".join(second.split()))


def _reach(its_object: Any) -> float:
    """Return the right edge of a piece of text whose letters have no places of their own."""
    return _sides(its_object)[1]


def _sides(its_object: Any) -> tuple[float, float]:
    """Return the left and the right edge of a piece of text."""
    left, _, right, _ = _edges(its_object)
    return left, right


def _edges(its_object: Any) -> tuple[float, float, float, float]:
    """Return the left, lower, right and upper edge of an object, in points."""
    from pypdfium2 import raw

    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    raw.FPDFPageObj_GetBounds(its_object, byref(left), byref(bottom), byref(right), byref(top))
    return left.value, bottom.value, right.value, top.value


def _light(its_object: Any) -> float:
    """Return how light the colour is that fills a piece of text, -1 where one can see through."""
    from pypdfium2 import raw

    red, green, blue, cover = c_uint(), c_uint(), c_uint(), c_uint()
    fills = raw.FPDFTextObj_GetTextRenderMode(its_object) in (
        raw.FPDF_TEXTRENDERMODE_FILL,
        raw.FPDF_TEXTRENDERMODE_FILL_STROKE,
    )
    if not fills or not raw.FPDFPageObj_GetFillColor(
        its_object, byref(red), byref(green), byref(blue), byref(cover)
    ):
        return -1.0
    if cover.value < OPAQUE:
        return -1.0
    return 0.2126 * linear(red.value) + 0.7152 * linear(green.value) + 0.0722 * linear(blue.value)


OPAQUE = 255

UNMAPPED = "\ue010"
"""Stands for a glyph of which the file does not tell the letter, as for a hamza set together with
the vowel sign above it."""

UNUSUAL = (0x17F, 0x590)
"""Codes that PDFium gives such a glyph for its number; letters of Greek and Cyrillic are asked for
too, and told to be what they are."""


@cache
def linear(value: int) -> float:
    """Return the light of a pixel's value from 0 to 255, as sRGB and WCAG 2.2 define it."""
    part = value / 255
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _words(its_object: Any) -> tuple[int, str]:
    """Return the words that a piece of text bears beside its glyphs, empty for none.

    Before them comes what tells their mark from all others of the page.
    """
    from pypdfium2 import raw

    length = c_ulong()
    for index in range(raw.FPDFPageObj_CountMarks(its_object)):
        mark = raw.FPDFPageObj_GetMark(its_object, index)
        if raw.FPDFPageObjMark_GetParamBlobValue(mark, b"ActualText", None, 0, byref(length)):
            told = (c_ubyte * length.value)()
            raw.FPDFPageObjMark_GetParamBlobValue(
                mark, b"ActualText", told, length.value, byref(length)
            )
            return addressof(mark.contents), _decoded(bytes(told)) or " "
    return 0, ""


def _decoded(told: bytes) -> str:
    """Return a text string of a PDF file (ISO 32000-1, 7.9.2.2): with a mark, else of one byte."""
    if told.startswith(b"\xfe\xff"):
        return told[2:].decode("utf-16-be", "replace")
    return told.decode("latin-1")


def _is_pictured(its_object: Any) -> bool:
    """Say whether a piece of text stands in a figure of the file's structure."""
    from pypdfium2 import raw

    length, buffer = c_ulong(), (c_ushort * len(_FIGURE))()
    for index in range(raw.FPDFPageObj_CountMarks(its_object)):
        mark = raw.FPDFPageObj_GetMark(its_object, index)
        raw.FPDFPageObjMark_GetName(mark, buffer, 2 * len(_FIGURE), byref(length))
        if length.value == 2 * len(_FIGURE) and bytes(buffer).decode("utf-16-le") == _FIGURE:
            return True
    return False


_FIGURE = "Figure\0"


def _within_pictures(page: Any) -> frozenset[int]:
    """Return the addresses of what stands in forms within figures: centred text of an SVG."""
    from pypdfium2 import raw

    found = set[int]()
    for one in _wholes(page):
        if raw.FPDFPageObj_GetType(one) == raw.FPDF_PAGEOBJ_FORM and _is_pictured(one):
            found.update(addressof(part.contents) for _, part in _parts(one))
    return frozenset(found)


def _face(text_page: Any, index: int) -> tuple[float, str]:
    """Return the size in points and the name of the font that a letter is set in."""
    from pypdfium2 import raw

    matrix, flags = raw.FS_MATRIX(), c_int()
    buffer = create_string_buffer(256)
    raw.FPDFText_GetMatrix(text_page, index, byref(matrix))
    length = raw.FPDFText_GetFontInfo(text_page, index, buffer, 256, byref(flags))
    size = raw.FPDFText_GetFontSize(text_page, index) * hypot(matrix.c, matrix.d)
    return size, buffer.raw[: max(length - 1, 0)].decode("utf-8", "replace")
