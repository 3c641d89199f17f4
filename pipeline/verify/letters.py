"""The letters of a page of a PDF file, in the order of its lines, with places."""

import re
from collections import Counter
from collections.abc import Iterator
from ctypes import (
    addressof,
    byref,
    c_double,
    c_int,
    c_ubyte,
    c_uint,
    c_ulong,
    create_string_buffer,
)
from functools import cache
from math import hypot
from typing import Any, NamedTuple

from pipeline.verify.drawn import edges, is_pictured, objects, within_pictures
from pipeline.verify.pixels import INK_SCALE

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


class _Span(NamedTuple):
    """Where words stand that are told beside the glyphs of several pieces of text."""

    left: float
    right: float
    y: float
    """Of the baseline: on it stand the spaces between words, and the last letter of most."""


def letters_on(page: Any) -> tuple[Letter, ...]:
    """Return the letters of a page of PDFium's, in the order of its lines."""
    text_page = page.get_textpage()
    try:
        runs = _Runs(page, text_page)
        letters = [one for run, piece in _pieces(text_page, runs) for one in _ordered(piece, run)]
    finally:
        text_page.close()
    return tuple(_whole(letters))


class _Run(NamedTuple):
    """What letters that were set together have in common, asked for once."""

    address: int
    words: str
    """What the file says that its glyphs show, empty where these tell their letters."""
    span: _Span | None
    """Where the words stand that it is a piece of."""
    is_again: bool
    """Whether these words are read already."""
    look: tuple[float, str, bool, float, float, bool]
    """The last fields of its letters, from their size on."""


class _Runs:
    """What is asked of a page once for all letters that were set together."""

    def __init__(self, page: Any, text_page: Any) -> None:
        self._page, self._text_page = page, text_page
        self._within_pictures = within_pictures(page)
        self._spans: dict[int, _Span] | None = None
        self._read: set[int] = set()

    def run(self, its_object: Any, index: int) -> _Run:
        """Return the run of a page's letter, which is the first of it."""
        address = addressof(its_object.contents)
        mark, words = _words(its_object)
        told = bool(words)
        span = self._span(mark) if told else None
        is_again = span is not None and mark in self._read
        if told:
            self._read.add(mark)
        size, font = _face(self._text_page, index)
        reach = _reach(its_object) if told else 0.0
        pictured = is_pictured(its_object) or address in self._within_pictures
        look = (size, font, told, _light(its_object), reach, pictured)
        return _Run(address, words, span, is_again, look)

    def _span(self, mark: int) -> _Span | None:
        if self._spans is None:
            self._spans = _spans(self._page, _runs_to_the_left(self._text_page))
        return self._spans.get(mark)


def _pieces(text_page: Any, runs: _Runs) -> Iterator[tuple[_Run, list[Letter]]]:
    """Yield the letters of a page run by run; of words that are read already, none."""
    from pypdfium2 import raw

    x, y = c_double(), c_double()
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    loose = raw.FS_RECTF()
    origin, loose_box = (byref(x), byref(y)), byref(loose)
    box = byref(left), byref(right), byref(bottom), byref(top)
    # Some fifty thousand calls for a sheet: what is looked up once is not looked up again.
    get_code, get_object = raw.FPDFText_GetUnicode, raw.FPDFText_GetTextObject
    get_origin, get_box = raw.FPDFText_GetCharOrigin, raw.FPDFText_GetCharBox
    get_loose_box, handle = raw.FPDFText_GetLooseCharBox, text_page.raw
    run: _Run | None = None
    piece: list[Letter] = []
    before: Letter | None = None
    for index in range(raw.FPDFText_CountChars(handle)):
        code = get_code(handle, index)
        get_origin(handle, index, *origin)
        its_object = get_object(handle, index)
        # Spaces are read from the gaps; the library invents some that no font has. Words whose
        # glyphs do not tell their letters stand in one place, and keep the spaces between them.
        if (code and chr(code).isspace()) and not (
            its_object and before and (before.x, before.y) == (x.value, y.value)
        ):
            continue
        if run is None or addressof(its_object.contents) != run.address:
            if run:
                yield run, piece
            run, piece = runs.run(its_object, index), []
        if run.is_again:
            continue
        get_box(handle, index, *box)
        get_loose_box(handle, index, loose_box)
        unmapped = UNUSUAL[0] < code < UNUSUAL[1] and raw.FPDFText_HasUnicodeMapError(handle, index)
        before = Letter(
            UNMAPPED if unmapped == 1 else _text(code),
            x.value,
            y.value,
            left.value,
            bottom.value,
            right.value,
            top.value,
            loose.left,
            loose.right,
            *run.look,
        )
        piece.append(before)
    if run:
        yield run, piece


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


_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f]")
_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


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
    for kind, one in objects(page):
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


def _ordered(piece: list[Letter], run: _Run) -> list[Letter]:
    """Return the letters of a run; those of one that is told in words in the order of the words.

    PDFium turns them round where it takes the line for one from right to left, and says of each
    that it is where the last of the piece is.
    """
    words, span = run.words, run.span
    if piece and span:
        first = piece[0]._replace(
            x=span.left, y=span.y, start=span.left, end=span.right, reach=span.right
        )
        return [first._replace(text=letter) for letter in words]
    if piece and words and _same_letters("".join(one.text for one in piece), words):
        first = piece[0]
        aside = max(first.start - first.x, 0) if _is_turned(piece, words) else 0
        first = first._replace(
            left=first.left - aside,
            right=first.right - aside,
            start=first.start - aside,
            end=first.end - aside,
        )
        return [first._replace(text=letter) for letter in words.strip()]
    return piece


def _is_turned(piece: list[Letter], words: str) -> bool:
    return "".join("".join(one.text for one in piece).split()) != "".join(words.split())


def _same_letters(first: str, second: str) -> bool:
    return sorted("".join(first.split())) == sorted("".join(second.split()))


def _reach(its_object: Any) -> float:
    """Return the right edge of a piece of text whose letters have no places of their own."""
    return _sides(its_object)[1]


def _sides(its_object: Any) -> tuple[float, float]:
    """Return the left and the right edge of a piece of text."""
    left, _, right, _ = edges(its_object)
    return left, right


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


def _face(text_page: Any, index: int) -> tuple[float, str]:
    """Return the size in points and the name of the font that a letter is set in."""
    from pypdfium2 import raw

    matrix, flags = raw.FS_MATRIX(), c_int()
    buffer = create_string_buffer(256)
    raw.FPDFText_GetMatrix(text_page, index, byref(matrix))
    length = raw.FPDFText_GetFontInfo(text_page, index, buffer, 256, byref(flags))
    size = raw.FPDFText_GetFontSize(text_page, index) * hypot(matrix.c, matrix.d)
    return size, buffer.raw[: max(length - 1, 0)].decode("utf-8", "replace")
