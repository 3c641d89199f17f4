"""The layout sheet of a folded edition: panels and folds, drawn for print shops.

It is drawn from the same geometry by which pages are put on paper, and in English alone.
"""

from collections.abc import Iterator

from markupsafe import Markup, escape

from pipeline.compose.style import font_families
from pipeline.records.typography import locale_named
from pipeline.values.folding import (
    MILLIMETRE,
    PAPERS,
    UNPRINTABLE,
    folds,
    how_to_print,
    places,
    side_size,
)
from pipeline.values.sheet import Edition, Fold

_EXAMPLE = 8
"""Of how many pages the booklet is that is drawn: two sheets of paper."""


def layout_sheet(edition: Edition, fold: Fold, paper: str) -> str:
    """Return the drawing as HTML: each side on a page, left-to-right sheets before the others."""
    width, height = side_size(fold.name, PAPERS[paper])
    drawings = Markup("").join(_drawings(edition, fold, paper))
    families = font_families(locale_named("en").typography.text_families)
    title = f"Layout of the {edition.name} on {paper} paper"
    return Markup(
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{}</title>\n<style>\n'
        "@page {{ size: {:g}pt {:g}pt; margin: 0 }}\n"
        "body {{ margin: 0; font: 11pt {} }}\n"
        "section {{ break-after: page; height: {:g}pt; position: relative }}\n"
        "section:last-child {{ break-after: auto }}\n"
        "h1, p {{ position: absolute; left: 12mm; width: 68mm; margin: 0 }}\n"
        "h1 {{ top: 12mm; font-size: 13pt }} p {{ top: 26mm }}\n"
        "svg {{ display: block; width: 100%; height: 100% }}\n"
        "</style></head><body>\n{}\n</body></html>\n"
    ).format(title, width, height, Markup(families), height, drawings)


def _drawings(edition: Edition, fold: Fold, paper: str) -> Iterator[Markup]:
    for rtl in (False, True):
        standing = places(fold.name, PAPERS[paper], _EXAMPLE, rtl=rtl)
        for side in range(1 + max(place.side for place in standing)):
            yield _side(edition, fold, paper, side, rtl=rtl)


def _side(edition: Edition, fold: Fold, paper: str, side: int, *, rtl: bool) -> Markup:
    width, height = side_size(fold.name, PAPERS[paper])
    marks = folds(fold.name, PAPERS[paper], side, rtl=rtl)
    standing = places(fold.name, PAPERS[paper], _EXAMPLE, rtl=rtl)
    shapes = [
        Markup(
            '<rect x="{0:.2f}" y="{0:.2f}" width="{1:.2f}" height="{2:.2f}" fill="none" '
            'stroke="#666" stroke-width="0.6" stroke-dasharray="1.5 3"/>'
        ).format(UNPRINTABLE, width - 2 * UNPRINTABLE, height - 2 * UNPRINTABLE)
    ]
    shapes += [
        Markup(
            '<path d="M {0:.2f} {1:.2f} V {2:.2f}" stroke="#000" stroke-width="0.8" '
            'stroke-dasharray="7 4"/>'
        ).format(mark, UNPRINTABLE, height - UNPRINTABLE)
        for mark in marks
    ]
    for place in standing:
        if place.side == side:
            middle = place.x + place.width / 2
            shapes += [
                _words(place.name, middle, height / 2 - 6, 15, "bold"),
                _words(_size(place.width, place.height), middle, height / 2 + 14, 11),
            ]
    direction = "right-to-left" if rtl else "left-to-right"
    about = (
        f"Folds at {' and '.join(_millimetres(mark) for mark in marks)} from the left edge. "
        f"Print {how_to_print(fold.name, paper, edition.duplex)}. "
        "Dotted: the edge that office printers leave white."
    )
    title = f"{edition.name}, {paper}, {direction}: side {side + 1}"
    return Markup(
        '<section><h1>{}</h1><p>{}</p><svg viewBox="0 0 {:.2f} {:.2f}" '
        'xmlns="http://www.w3.org/2000/svg"><title>{}</title>{}</svg></section>'
    ).format(title, about, width, height, title, Markup("").join(shapes))


def _words(text: str, x: float, y: float, size: float, weight: str = "normal") -> Markup:
    return Markup(
        '<text x="{:.2f}" y="{:.2f}" font-size="{:g}" font-weight="{}" text-anchor="middle">'
        "{}</text>"
    ).format(x, y, size, weight, escape(text))


def _size(width: float, height: float) -> str:
    return f"{_millimetres(width)} × {_millimetres(height)}"


def _millimetres(points: float) -> str:
    return f"{points / MILLIMETRE:.1f} mm"
