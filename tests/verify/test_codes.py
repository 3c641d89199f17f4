"""Where a square code may stand, however it is drawn, a page is looked at as by a camera."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
import segno

from pipeline.typeset.engine import typeset
from pipeline.typeset.fonts import FontSet
from pipeline.verify.drawn import CODE
from pipeline.verify.page import Page, read_codes, read_pages
from tests.conftest import ROOT
from tests.sheets import printed, shortened
from tests.steps import in_two_steps

TEXT = "HTTPS://A.EXAMPLE"
ROWS = [[*map(bool, row)] for row in segno.make(TEXT, error="l", micro=False).matrix]
SIDE = len(ROWS)


def pdf_with(svg: str, fonts: FontSet, width: int, style: str = "") -> bytes:
    source = f"data:image/svg+xml,{quote(svg)}"
    html = (
        "<!doctype html><html lang='en'><head><title>t</title><style>"
        f"@page {{ size: 300pt 400pt; margin: 10pt }} body {{ font: 12pt Lato }} {style}"
        f"</style></head><body><p><img alt='x' src='{source}' style='width: {width}pt'></p></body>"
    )
    return typeset(html, fonts, "x.pdf").pdf


def svg_of(content: str, scale: int = 1) -> str:
    box = f"{-4 * scale} {-4 * scale} {(SIDE + 8) * scale} {(SIDE + 8) * scale}"
    return f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='{box}'>{content}</svg>"


def squares() -> list[tuple[int, int]]:
    return [(x, y) for y, row in enumerate(ROWS) for x, black in enumerate(row) if black]


def runs() -> list[tuple[int, int, int]]:
    """Return where black begins in each row, and how many squares it is long."""
    return [
        (x, y, next((at for at in range(x, SIDE) if not ROWS[y][at]), SIDE) - x)
        for x, y in squares()
        if not (x and ROWS[y][x - 1])
    ]


def one_path() -> str:
    lines = "".join(f"M{x} {y}.5h{length}" for x, y, length in runs())
    return svg_of(f"<path stroke='#000' d='{lines}'/>")


def strokes() -> str:
    return svg_of(
        "".join(f"<path stroke='#000' d='M{x} {y}.5h{length}'/>" for x, y, length in runs())
    )


def bars() -> str:
    return svg_of("".join(f"<rect x='{x}' y='{y}' width='{n}' height='1'/>" for x, y, n in runs()))


def dots() -> str:
    return svg_of("".join(f"<circle cx='{x}.5' cy='{y}.5' r='.64'/>" for x, y in squares()))


def large_numbers() -> str:
    """Return it in measures a thousand times those of the page."""
    return svg_of(
        "".join(
            f"<rect x='{x}000' y='{y}000' width='{n}000' height='1000'/>" for x, y, n in runs()
        ),
        1000,
    )


@pytest.mark.parametrize("width", [60, 275])
@pytest.mark.parametrize("drawn", [one_path, strokes, bars, dots, large_numbers])
def test_a_code_is_read_however_it_is_drawn(
    drawn: Callable[[], str], width: int, fonts: FontSet
) -> None:
    pdf = pdf_with(drawn(), fonts, width)
    (page,) = read_pages(pdf)
    assert page.detail >= CODE
    assert read_codes(pdf, [page.number]) == (TEXT,)


def first_page(fonts: FontSet, svg: str, width: int, style: str = "") -> Page:
    return read_pages(pdf_with(svg, fonts, width, style))[0]


def test_a_curve_counts_once(fonts: FontSet) -> None:
    svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>%s</svg>"
    straight = svg % "<path d='M1 1L2 2L3 1L4 2L5 1'/>"
    curved = svg % "<path d='M1 1C1 2 2 2 2 2C3 2 3 1 3 1C3 2 4 2 4 2C5 2 5 1 5 1'/>"
    details = [first_page(fonts, one, 60).detail for one in (straight, curved)]
    assert details[0] == details[1] > 0


@pytest.mark.parametrize(("width", "counts"), [("90pt", True), ("120pt", False)])
def test_a_plain_frame_larger_than_any_part_of_a_code_counts_for_none(
    width: str, counts: bool, fonts: FontSet
) -> None:
    style = f"p {{ border: 1pt solid; border-radius: 4pt; width: {width}; height: 30pt }}"
    empty = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'></svg>"
    assert bool(first_page(fonts, empty, 10, style).detail) == counts


@pytest.mark.parametrize("is_whole", in_two_steps([False, True], [False]))
def test_ornaments_of_ours_are_no_codes(tmp_path: Path, *, is_whole: bool) -> None:
    root = ROOT if is_whole else shortened(tmp_path)
    pages = read_pages(printed("es", "US", tmp_path, root=root).pdf)
    assert max(page.detail for page in pages) > 0
    assert all(page.detail < CODE for page in pages)
