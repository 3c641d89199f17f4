"""What is drawn on a cover, and which drawings are turned round on right-to-left sheets."""

from base64 import b64decode
from pathlib import Path

import pytest

from pipeline.compose.pictures import may_be_mirrored
from tests.rows import each_row
from tests.sheets import ROOT, composed

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
DRAWN = SVG.format('<path d="M0 0h9"/>').encode()
SAYS = SVG.format("<text>Breathe</text>").encode()
COUNTS = SVG.format("<g><text><tspan>3</tspan></text></g>").encode()


@each_row(
    ("name", "content", "turns"),
    [
        ("path.svg", DRAWN, True),
        ("path.svg", SAYS, False),
        ("path.svg", COUNTS, False),
        ("path.ar.svg", DRAWN, False),
        ("path.png", b"", False),
        ("path.jpg", b"", False),
        ("gone.svg", None, False),
    ],
)
def test_only_a_drawing_without_letters_that_serves_every_locale_is_turned_round(
    name: str, content: bytes | None, turns: bool
) -> None:
    original = "path.svg" if name == "path.ar.svg" else name
    images = {} if content is None else {name: content}
    assert may_be_mirrored(name, original, images) is turns


@pytest.mark.parametrize(
    ("edition", "colour"),
    [("booklet", "#ffffff"), ("brochure", "#ffffff"), ("handout", "#1f4e5f"), ("large-print", "")],
)
def test_a_cover_without_a_picture_has_hills(edition: str, colour: str, tmp_path: Path) -> None:
    root = ROOT / "tests/second"
    sheet = composed("en", "US", tmp_path, edition=edition, root=root).composition
    _, _, art = sheet.html.partition('<div class="cover-art horizon turns decoration"')
    assert bool(art) is bool(colour)
    if art:
        address = art.split("base64,", 1)[1].split(")", 1)[0]
        assert f'<g fill="{colour}">'.encode() in b64decode(address)
    assert "cover-art" not in sheet.web.partition("<body")[2]


@pytest.mark.parametrize(("edition", "with_title"), [("booklet", True), ("large-print", False)])
def test_a_cover_tells_staff_which_sheet_they_hold(
    edition: str, *, with_title: bool, tmp_path: Path
) -> None:
    page = composed("es", "US", tmp_path, edition=edition).composition.html
    field = page.split('<div class="field-text">', 1)[1].split("</div>", 1)[0]
    last = page.split('<div class="imprint">', 1)[1].split("</div>", 1)[0]
    assert '<p class="own-name">Español</p>' in field
    assert ("The Hidden Link" in field) is with_title
    assert ("The Hidden Link" in last) is not with_title


@pytest.mark.parametrize(("locale", "region"), [("en", "US"), ("ar", "GB")])
def test_hills_along_the_foot_of_a_brochure_follow_its_direction(
    locale: str, region: str, tmp_path: Path
) -> None:
    root = ROOT / "tests/second"
    page = composed(locale, region, tmp_path, edition="brochure", root=root).composition.html
    parts = page.split('<div class="foot-band')[1:]
    drawings = {b64decode(one.split("base64,", 1)[1].split(")", 1)[0]) for one in parts}
    assert len(parts) == 4
    assert [b"scale(-1 1)" in one for one in drawings] == [locale == "ar"]


def test_a_footnote_of_a_brochures_flap_stands_on_it(tmp_path: Path) -> None:
    """The numbers of those that follow go on."""
    root = ROOT / "tests/second"
    page = composed("en", "US", tmp_path, edition="brochure", root=root).composition.html
    flap, text = page.split('<main class="panel-text">')
    assert 'id="note-1"' in flap
    assert 'id="note-2"' not in flap
    assert '<ol class="list footnotes" style="counter-reset: item 1">' in text


@pytest.mark.parametrize(("edition", "are_near"), [("large-print", True), ("booklet", False)])
def test_in_large_print_footnotes_stand_below_their_section(
    edition: str, are_near: bool, tmp_path: Path
) -> None:
    root = ROOT / "tests/second"
    page = composed("en", "US", tmp_path, edition=edition, root=root).composition.html
    first, head = page.index('<li id="note-1">'), page.index("<h2", page.index("<main"))
    assert (first < head) is are_near
    assert first < page.index('<li id="note-2">')
