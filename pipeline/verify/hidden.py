"""What a PDF holds that its objects and its pages do not show.

Words, ink and objects of two files may be the same, and one of them carry a program between its
objects or behind the end of a stream, or have letters that take another shape where they are
printed larger. None of our files does; where the bytes are not those that we make, this is looked
at.
"""

import re
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

LARGEST = 500_000_000
"""In bytes, what all streams of a file unpack to; those of the longest sheet come to a tenth."""


def hidden_in(pdf: bytes, ours: bytes) -> str:
    """Say what a file holds, and ours of the same sheet does not, empty where there is nothing.

    Both are files that `verify.objects` has found to be of our kinds.
    """
    import pikepdf

    try:
        with pikepdf.open(BytesIO(pdf), attempt_recovery=False) as document:
            streams = [one for one in document.objects if isinstance(one, pikepdf.Stream)]
            if not _is_filled(pdf, document, _packed(streams)):
                return "there is something between its objects"
            if not _end_with_their_data(streams):
                return "there is something behind the end of a stream"
            changing = {*_changing(streams)}
    except (pikepdf.PdfError, zlib.error, ValueError, TypeError, KeyError, AttributeError):
        return "it is damaged"
    if changing:
        with pikepdf.open(BytesIO(ours)) as document:
            own = [one for one in document.objects if isinstance(one, pikepdf.Stream)]
            changing -= {*_changing(own)}
    return "a font changes the shapes of its letters with their size" if changing else ""


def _packed(streams: "list[pikepdf.Stream]") -> set[int]:
    """Return the numbers of the objects that stand in streams of objects."""
    found: set[int] = set()
    for one in streams:
        if str(one.get("/Type", "")) == "/ObjStm":
            found |= {int(word) for word in one.read_bytes()[: int(one.First)].split()[::2]}
    return found


_HEAD = re.compile(rb"%PDF-1\.7\n(?:%[^\n]{1,8}\n)?")
_OBJECT = re.compile(rb"\s?(\d{1,7}) 0 obj\s")
_MARK = re.compile(rb"[()\\%]|\sendobj\s?|\bstream\r?\n")
_END_OF_STREAM = re.compile(rb"\s{0,2}endstream\s{1,2}endobj\s?")
_END = re.compile(rb"\s?(?:xref\s[0-9fn \r\n]+trailer\s[^%]{0,600})?startxref\s\d{1,10}\s%%EOF\s?")


def _is_filled(pdf: bytes, document: "pikepdf.Pdf", elsewhere: set[int]) -> bool:
    """Say whether a file is its head, its objects one after the other, and its end."""
    head = _HEAD.match(pdf)
    at, seen = head.end() if head else -1, set(elsewhere)
    while at >= 0 and (found := _OBJECT.match(pdf, at)):
        number = int(found[1])
        if number in seen:
            return False
        seen.add(number)
        at = _after_object(pdf, found.end(), document.get_object(number, 0))
    return at >= 0 and bool(_END.fullmatch(pdf, at))


def _after_object(pdf: bytes, at: int, one: object) -> int:
    """Return where the object ends that begins in a place, -1 where there is more in it."""
    import pikepdf

    depth = 0
    while found := _MARK.search(pdf, at):
        at = found.end()
        if found[0] == b"\\":
            at += 1
        elif found[0] in b"()":
            depth += 1 if found[0] == b"(" else -1
        elif not depth:
            if found[0] == b"%":
                return -1
            if found[0].strip() == b"endobj":
                return -1 if isinstance(one, pikepdf.Stream) or one is None else at
            if not isinstance(one, pikepdf.Stream):
                return -1
            end = _END_OF_STREAM.match(pdf, at + len(one.read_raw_bytes()))
            return end.end() if end else -1
    return -1


def _end_with_their_data(streams: "list[pikepdf.Stream]") -> bool:
    """Say whether what is packed ends where its stream does."""
    room = LARGEST
    for one in streams:
        if str(one.get("/Filter", "")) != "/FlateDecode":
            continue
        unpacking, raw = zlib.decompressobj(), one.read_raw_bytes()
        while raw and not unpacking.eof and room > 0:
            room -= len(unpacking.decompress(raw, 1_000_000))
            raw = unpacking.unconsumed_tail
        if not unpacking.eof or unpacking.unused_data:
            return False
    return True


_SHAPES = {
    *(b"cvt ", b"fpgm", b"prep", b"cvar", b"fvar", b"gvar", b"CFF2", b"COLR", b"SVG "),
    *(b"EBDT", b"EBLC", b"EBSC", b"CBDT", b"CBLC", b"bdat", b"bloc", b"sbix"),
}
"""Tables of a font by which its letters have several shapes.
Source: OpenType 1.9.1, "Font tables"."""

_TABLE = struct.Struct(">4sIII")


def _changing(streams: "list[pikepdf.Stream]") -> Iterator[bytes]:
    """Yield by what the letters of a file's fonts change their shapes with their size."""
    for one in streams:
        font = one.read_bytes() if "/Length1" in one or "/Subtype" in one else b""
        if font[:4] not in (b"\0\1\0\0", b"OTTO", b"true"):
            continue
        try:
            yield from _changing_font(font)
        except (struct.error, KeyError, ValueError):
            yield b"damaged"


def _changing_font(font: bytes) -> Iterator[bytes]:
    (count,) = struct.unpack_from(">H", font, 4)
    rows = [_TABLE.unpack_from(font, 12 + 16 * number) for number in range(count)]
    tables = {tag: font[start : start + length] for tag, _, start, length in rows}
    yield from _SHAPES & {*tables}
    if b"glyf" in tables:
        if b"CFF " in tables:
            yield b"CFF "
        if any(map(_has_program, _outlines(tables))):
            yield b"glyf"


def _outlines(tables: dict[bytes, bytes]) -> Iterator[bytes]:
    """Yield the outlines of a TrueType font, those of letters that have any."""
    (is_long,) = struct.unpack_from(">H", tables[b"head"], 50)
    places, size = tables[b"loca"], 4 if is_long else 2
    count = len(places) // size
    starts = struct.unpack(f">{count}{'I' if is_long else 'H'}", places[: count * size])
    factor = 1 if is_long else 2
    for start, end in pairwise(starts):
        if end > start:
            yield tables[b"glyf"][start * factor : end * factor]


_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX, _PROGRAM = 0x1, 0x8, 0x20, 0x40, 0x80, 0x100
"""Flags of a part of an outline. Source: OpenType 1.9.1, "glyf"."""


def _has_program(outline: bytes) -> bool:
    """Say whether an outline has instructions, which see in which size it is drawn."""
    (contours,) = struct.unpack_from(">h", outline)
    if contours >= 0:
        (length,) = struct.unpack_from(">H", outline, 10 + 2 * contours)
        return bool(length)
    at = 10
    while True:
        (flags,) = struct.unpack_from(">H", outline, at)
        at += 8 if flags & _WORDS else 6
        at += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0
        if flags & _PROGRAM:
            return True
        if not flags & _MORE:
            return False
