"""The heads of PNG and JPEG files, read byte by byte: no decoder meets what a stranger sent.

What the head cannot show, whether all points can be made of it, is looked at where the sheet is
set, in a process that is bounded (`typeset.rasters`).
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

_PNG = b"\x89PNG\r\n\x1a\n"
_MOST_PARTS = 200_000
"""Chunks of a PNG, and segments of a JPEG: more are no picture of anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Raster:
    """What the head of a picture of points says."""

    format: str
    """``PNG`` or ``JPEG``."""
    width: int
    height: int
    is_cmyk: bool = False


def read_raster(content: bytes) -> Raster | None:
    """Read the head of a PNG or JPEG; ``None`` where it is neither, cut, or damaged."""
    if content.startswith(_PNG):
        return _png(content)
    return _jpeg(content) if content.startswith(b"\xff\xd8\xff") else None


_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""By kind of colour the bits of a sample. Source: PNG, third edition (W3C), table 11.1."""


def _png(content: bytes) -> Raster | None:
    kinds = []
    for kind, _ in _chunks(content):
        kinds.append(kind)
        if kind == b"IEND" or len(kinds) > _MOST_PARTS:
            break
    if not kinds or kinds[0] != b"IHDR" or kinds[-1] != b"IEND" or b"IDAT" not in kinds:
        return None
    head = next(data for _, data in _chunks(content))
    if len(head) != _IHDR.size:
        return None
    width, height, depth, colour, compression, filters, interlace = _IHDR.unpack(head)
    is_known = depth in _DEPTHS.get(colour, ()) and (compression, filters) == (0, 0)
    is_whole = width and height and interlace in (0, 1) and is_known
    if colour == _PALETTE and b"PLTE" not in kinds:
        return None
    return Raster(format="PNG", width=width, height=height) if is_whole else None


_IHDR = struct.Struct(">IIBBBBB")
_PALETTE = 3


def _chunks(content: bytes) -> Iterator[tuple[bytes, memoryview]]:
    """Yield kind and data of each chunk of a PNG, up to the first that is cut or damaged."""
    whole, place = memoryview(content), len(_PNG)
    while place + 12 <= len(content):
        (length,) = struct.unpack_from(">I", content, place)
        end = place + 8 + length
        if end + 4 > len(content):
            return
        (told,) = struct.unpack_from(">I", content, end)
        if zlib.crc32(whole[place + 4 : end]) != told:
            return
        yield bytes(whole[place + 4 : place + 8]), whole[place + 8 : end]
        place = end + 4


_FRAMES = (0xC0, 0xC1, 0xC2)
"""Baseline, extended and progressive, coded after Huffman. Source: ITU-T T.81, table B.1."""

_OTHER_FRAMES = (0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF)
_SCAN, _END = 0xDA, b"\xff\xd9"
_FRAME = struct.Struct(">BHHB")


def _jpeg(content: bytes) -> Raster | None:
    frame = b""
    for marker, data, end in _segments(content):
        if marker in _OTHER_FRAMES or (marker in _FRAMES and frame):
            return None
        if marker in _FRAMES:
            frame = data
        elif marker == _SCAN:
            return _of_frame(frame) if content.find(_END, end) >= 0 else None
    return None


def _of_frame(frame: bytes) -> Raster | None:
    if len(frame) < _FRAME.size:
        return None
    depth, height, width, components = _FRAME.unpack_from(frame)
    if depth != 8 or not (width and height) or components not in (1, 3, 4):
        return None
    return Raster(format="JPEG", width=width, height=height, is_cmyk=components == len("CMYK"))


def _segments(content: bytes) -> Iterator[tuple[int, bytes, int]]:
    """Yield marker, data and end of each segment of a JPEG, the first scan's the last."""
    place = 2
    for _ in range(_MOST_PARTS):
        if place + 4 > len(content) or content[place] != 0xFF:
            return
        marker = content[place + 1]
        if marker == 0xFF:  # what fills up
            place += 1
            continue
        (length,) = struct.unpack_from(">H", content, place + 2)
        end = place + 2 + length
        if length < 2 or end > len(content):
            return
        yield marker, content[place + 4 : end], end
        place = end
