"""What a PDF file shows: each page as letters with places, and as ink."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from ctypes import byref, c_int, c_ushort, create_string_buffer
from dataclasses import dataclass, field
from typing import Any

from pipeline.values.errors import PolyleafError
from pipeline.verify.drawn import hide_letters
from pipeline.verify.letters import Letter, letters_on
from pipeline.verify.pixels import Ink, ink_of

LARGEST = 2400
"""Points of the longest side of a page that is read: more than A2."""


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
            yield hide_letters(document[index])


def read_printed(pdf: bytes) -> tuple[Ink, ...]:
    """Return every page of a PDF as a printer gets it: a file may show other things on a screen."""
    with _opened(pdf) as document:
        return tuple(ink_of(document[index], "print") for index in range(len(document)))


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
    ink, letters = ink_of(page), letters_on(page)
    detail = hide_letters(page)
    links = tuple(_addresses(document, page))
    others = raw.FPDFPage_GetAnnotCount(page) - len(links)
    return Page(number, width, height, letters, ink, ink_of(page), detail, links, others)
