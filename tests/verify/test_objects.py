"""Whatever we print is made of objects of the kinds that are allowed."""

import base64
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from pipeline.typeset.engine import typeset
from pipeline.typeset.fonts import font_set
from pipeline.verify.objects import read_objects
from tests.sheets import EACH_FORM, printed, shortened

# WeasyPrint leaves the colour profile open that it puts into PDF/A.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed file .*sRGB2014:ResourceWarning")


@pytest.mark.parametrize(("locale", "region", "edition"), EACH_FORM)
def test_every_edition_is_made_of_what_is_allowed(
    folder: Path, locale: str, region: str, edition: str
) -> None:
    sheet = printed(locale, region, folder, edition=edition, root=shortened(folder, edition))
    for pdf in filter(None, (sheet.pdf, sheet.pages_pdf)):
        found = read_objects(pdf)
        assert found.foreign == ()
        assert len(found.facts) > 100


SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
<defs>
<linearGradient id="a"><stop stop-color="red"/><stop offset="1" stop-color="blue" stop-opacity=".2"
/></linearGradient>
<radialGradient id="b"><stop stop-color="red"/><stop offset=".3" stop-color="lime"/>
<stop offset="1"/></radialGradient>
<pattern id="c" width="9" height="9" patternUnits="userSpaceOnUse"><circle r="3"/></pattern>
<mask id="d"><rect width="50" height="50" fill="white"/></mask>
<clipPath id="e"><circle cx="50" cy="50" r="40"/></clipPath>
</defs>
<rect width="50" height="50" fill="url(#a)"/><rect x="50" width="50" height="50" fill="url(#b)"/>
<rect y="50" width="50" height="50" fill="url(#c)"/>
<g opacity=".5" mask="url(#d)" clip-path="url(#e)"><rect width="80" height="80"/></g>
<text y="90" font-family="Lato">Sleep</text>
</svg>"""


def as_data(kind: str, content: bytes) -> str:
    return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"


def raster(kind: str, mode: str) -> str:
    output = BytesIO()
    Image.new(mode, (20, 20), "teal" if mode in ("RGB", "RGBA") else 99).save(output, kind)
    return as_data(kind, output.getvalue())


@pytest.mark.parametrize(
    "picture",
    [
        as_data("svg+xml", SVG.encode()),
        raster("png", "RGB"),
        raster("png", "RGBA"),
        raster("png", "L"),
        raster("png", "P"),
        raster("png", "1"),
        raster("jpeg", "RGB"),
        raster("jpeg", "L"),
    ],
    ids=["svg", "rgb", "rgba", "grey", "palette", "black and white", "jpeg", "grey jpeg"],
)
def test_every_kind_of_picture_is_made_of_what_is_allowed(folder: Path, picture: str) -> None:
    html = (
        '<html lang="en"><head><title>Sleep</title><style>body { font-family: Lato; color: black }'
        f"</style></head><body><h1>Sleep</h1><p><img alt='a' src='{picture}'></p></body></html>"
    )
    made = typeset(html, font_set(["Lato"], folder), "sheet.pdf")
    assert read_objects(made.pdf).foreign == ()
