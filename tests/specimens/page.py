"""A specimen: a locale's typography on one small page, as HTML, as PDF and as a picture."""

import tomllib
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import product
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

from pipeline.compose.page import set_page
from pipeline.compose.sheet import editions
from pipeline.compose.style import edition_style
from pipeline.records.typography import locale_named
from pipeline.typeset.engine import Typeset, typeset
from pipeline.typeset.fonts import font_set
from pipeline.values.locale import Locale

FOLDER = Path(__file__).parent

WIDTH, HEIGHT = 240, 470
"""Of the page, in points."""

_PICTURE = 300
"""Pixels of a picture's width."""

_GREYS = 16
"""Levels of grey of a picture that is kept."""

_PAGE = """<!doctype html>
<html lang="{tag}" dir="{direction}"><head><title>specimen</title><style>
{style}
@page {{ margin: 14pt 16pt 26.5mm }}
.shapes {{ font-size: 36pt; line-height: 1.3 }}
</style></head><body>
<div class="foot"><p class="foot-page">{page} <span class="counter-page"></span></p>
<p>{heading}</p><p><bdi dir="ltr">specimen 1.0</bdi></p></div>
<h2>{heading}</h2>
<p id="text">{text}</p>
<ol class="list"><li><p>{item}</p></li>
<li><p><em>{emphasis}</em> <bdi dir="ltr" class="citation">Beck, 1967</bdi></p></li></ol>
<ul class="list"><li><p>{emphasis}</p></li></ul>
<p class="shapes">{shapes}</p>
</body></html>"""


@cache
def texts() -> dict[str, dict[str, str]]:
    """Return what the specimens say, by locale."""
    return tomllib.loads((FOLDER / "texts.toml").read_text(encoding="utf-8"))


def specimen_html(name: str, locale: Locale | None = None) -> str:
    """Return a specimen's page; ``locale`` stands in for its own, with other typography."""
    locale = locale or locale_named(name)
    page = f"@page {{ size: {WIDTH}pt {HEIGHT}pt }}\n"
    html = _PAGE.format(
        tag=locale.tag,
        direction=locale.direction,
        style=edition_style(editions()["handout"], locale, page, {}),
        **{"shapes": "", **texts()[name]},
    )
    return set_page(html, name)


def specimen(name: str, folder: Path, locale: Locale | None = None) -> Typeset:
    """Typeset a specimen; ``folder`` holds the font configuration."""
    families = (locale or locale_named(name)).typography.families
    return typeset(specimen_html(name, locale), font_set(families, folder), f"{name}.pdf")


def with_family(locale: Locale, old: str, new: str) -> Locale:
    """Return a locale with one family in the place of another."""

    def exchanged(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(new if name == old else name for name in names)

    asks = locale.typography
    return replace(
        locale,
        typography=replace(
            asks,
            text_families=exchanged(asks.text_families),
            heading_families=exchanged(asks.heading_families),
            margin_families=exchanged(asks.margin_families),
        ),
    )


TOLERANCE = 40
"""What `difference` may be. Outlines that moved by up to 1.4 pixels or grew bolder by a seventh, as
another release of a font may have them, differ by up to 29; another family, another direction, or
Han characters drawn for another region, by 50 at least."""

_TILE, _REACH, _FALL = 24, 2, 6
"""In half pixels: the side of the tiles that are compared, and by how much each may have moved."""


def difference(one: Image.Image, other: Image.Image) -> int:
    """Return by how many of 255 levels two pictures differ, in the tile with the fifth largest.

    Each tile is compared where it fits best: what moved by a pixel differs little. Up and down it
    may move by three: Pango 1.56 sets lines from right to left lower than 1.50 does.
    """
    if one.size != other.size:
        return 255
    one, other = (image.resize((image.width * 2, image.height * 2)) for image in (one, other))
    tiles = Image.new("L", (one.width // _TILE, one.height // _TILE), 255)
    reach = range(-_REACH, _REACH + 1)
    for right, down in product(reach, range(-_FALL, _FALL + 1)):
        moved = ImageChops.difference(one, ImageChops.offset(other, right, down))
        tiles = ImageChops.darker(tiles, moved.resize(tiles.size, Image.Resampling.BOX))
    return sorted(tiles.tobytes())[-5]


def picture(pdf: bytes) -> Image.Image:
    """Return the first page as a small grey picture."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        grey: Image.Image = (
            page.render(scale=_PICTURE / WIDTH, grayscale=True).to_pil().convert("L")
        )
    finally:
        document.close()
    step = 255 / (_GREYS - 1)
    return grey.point([round(round(level / step) * step) for level in range(256)])


def kept(name: str) -> Image.Image:
    """Return the picture that is checked in."""
    with Image.open(FOLDER / f"{name}.png") as file:
        return file.convert("L")


def as_png(image: Image.Image) -> bytes:
    """Return a picture as the bytes that are kept."""
    output = BytesIO()
    image.quantize(_GREYS).save(output, "PNG", optimize=True)
    return output.getvalue()
