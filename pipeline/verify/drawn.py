"""What a page of a PDF file is made of: its objects, and where they stand."""

from collections.abc import Iterator
from ctypes import addressof, byref, c_float, c_ulong, c_ushort
from typing import Any

CODE = 200
"""The least lines that draw a square code: 21 rows with five runs of black or more, of two each."""


def hide_letters(page: Any) -> int:
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
    left, bottom, right, top = edges(its_object)
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


def objects(page: Any) -> Iterator[tuple[int, Any]]:
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


def edges(its_object: Any) -> tuple[float, float, float, float]:
    """Return the left, lower, right and upper edge of an object, in points."""
    from pypdfium2 import raw

    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    raw.FPDFPageObj_GetBounds(its_object, byref(left), byref(bottom), byref(right), byref(top))
    return left.value, bottom.value, right.value, top.value


def is_pictured(its_object: Any) -> bool:
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


def within_pictures(page: Any) -> frozenset[int]:
    """Return the addresses of what stands in forms within figures: centred text of an SVG."""
    from pypdfium2 import raw

    found = set[int]()
    for one in _wholes(page):
        if raw.FPDFPageObj_GetType(one) == raw.FPDF_PAGEOBJ_FORM and is_pictured(one):
            found.update(addressof(part.contents) for _, part in _parts(one))
    return frozenset(found)
