"""The typesetter: nothing from outside, silence on good pages, findings on bad ones."""

import subprocess
import sys
from io import BytesIO
from urllib.parse import quote

import pikepdf
import pytest

from pipeline.typeset.engine import Typeset, typeset
from pipeline.typeset.fonts import FontSet
from pipeline.values.errors import PolyleafError
from pipeline.values.folding import AT_EDGE, AT_FOLD, PAPERS, page_size
from pipeline.values.sheet import Form, Layout, Size
from pipeline.verify.ink import inked_edge
from pipeline.verify.page import read_pages
from tests.conftest import ROOT

PAGE = """<!doctype html><html lang="en"><head><title>t</title><style>
@page { size: 300pt 200pt; margin: 30pt } body { font: 12pt Lato; margin: 0 } h1 { font-size: 14pt }
</style></head><body><h1>Title</h1>%s</body></html>"""


def made(fonts: FontSet, body: str) -> Typeset:
    return typeset(PAGE % body, fonts, "page.pdf")


def codes(result: Typeset) -> list[str]:
    return [finding.code for finding in result.findings]


def test_a_good_page_is_silent_and_tagged(fonts: FontSet) -> None:
    result = made(fonts, "<p>Rest.</p>")
    assert result.findings == ()
    assert result.pages == 1
    with pikepdf.open(BytesIO(result.pdf)) as document:
        assert "/StructTreeRoot" in document.Root
        assert document.Root.Lang == "en"


@pytest.mark.parametrize(
    "body",
    [
        "<p style='width: 60pt'>Unbreakableandfartoolongforitsplace</p>",
        "<div style='width: 60pt'><p style='white-space: nowrap'>one two three four</p></div>",
        "<p style='margin-left: -50pt'><span style='position: relative'>x</span></p>"
        "<div style='width: 20pt'><p>Longer than twenty</p></div>",
    ],
)
def test_a_line_out_of_its_box_is_a_finding(fonts: FontSet, body: str) -> None:
    assert "PDF006" in codes(made(fonts, body))


WORD = "Krankenversicherungsbeitragsbescheinigung"


def test_a_table_that_leaves_the_page_names_its_line_and_word(fonts: FontSet) -> None:
    found = made(fonts, "<table style='font-size: 30pt'><tr><td>a<td>the " + WORD * 2 + "</table>")
    finding = next(one for one in found.findings if one.code == "PDF006")
    assert WORD in finding.message
    assert f"'{(WORD * 2)[:80]}" in finding.fix


def test_words_break_at_soft_hyphens(fonts: FontSet) -> None:
    soft = "Kranken\u00adversicherungs\u00adbeitrags\u00adbescheinigung"
    page = "<style>html { hyphens: manual }</style><p style='width: 130pt'>%s</p>"
    assert codes(made(fonts, page % WORD)) == ["PDF006"]
    assert codes(made(fonts, page % soft)) == []


@pytest.mark.parametrize(
    "body",
    [
        "<p style='no-such: 1'>x</p>",
        "<p>x</p><img alt='x' src='data:image/png;base64,AAAA'>",
        "<p>\u6c34</p>",
        "<p>x</p><img src='data:image/svg+xml,<svg xmlns=\"http://www.w3.org/2000/svg\"/>'>",
    ],
    ids=["style", "image", "glyph", "no alternative text"],
)
def test_every_warning_is_a_finding(fonts: FontSet, body: str) -> None:
    assert "PDF001" in codes(made(fonts, body))


@pytest.mark.parametrize("address", ["file:///etc/hostname", "https://example.org/x.png"])
def test_nothing_outside_the_page_is_read(fonts: FontSet, address: str) -> None:
    with pytest.raises(PolyleafError, match="asks for a file outside it"):
        made(fonts, f"<p>x</p><img alt='x' src='{address}'>")


def test_the_same_page_has_the_same_bytes(fonts: FontSet) -> None:
    assert made(fonts, "<p>Rest.</p>").pdf == made(fonts, "<p>Rest.</p>").pdf


FOOT = "<div style='position: running(foot); font-size: 10pt; line-height: 12pt'>%s</div><p>x</p>"
AT_FOOT = "<style>@page { @%s { content: element(foot) } }</style>"


def footed(fonts: FontSet, lines: int, place: str = "bottom-center") -> Typeset:
    foot = "<br>".join(f"line {number}" for number in range(1, lines + 1))
    return made(fonts, AT_FOOT % place + FOOT % foot)


@pytest.mark.parametrize("place", ["bottom-center", "top-center"])
def test_a_foot_that_is_higher_than_its_margin_is_a_finding(fonts: FontSet, place: str) -> None:
    assert codes(footed(fonts, 2, place)) == []
    found = footed(fonts, 4, place).findings
    assert {finding.code for finding in found} == {"PDF006"}
    assert all("line " in finding.message for finding in found)


def test_a_foot_is_looked_at_on_every_page(fonts: FontSet) -> None:
    pages = "<p style='break-before: page'>x</p>"
    foot = "<br>".join(f"line {number}" for number in range(1, 5))
    result = made(fonts, AT_FOOT % "bottom-center" + FOOT % foot + pages)
    assert result.pages == 2
    said = {finding.message.partition(":")[0] for finding in result.findings}
    assert said == {"page 1", "page 2"}


_LOADED = """
import sys
started = []
sys.addaudithook(lambda event, words: started.append(words[0]) if "Popen" in event else None)
from pipeline.typeset import engine

engine.warm_up()
assert "weasyprint" in sys.modules
# Elsewhere no process is needed to search for libraries.
assert not started or sys.platform != "linux", started
from weasyprint.pdf import fonts

assert not {"fontTools.subset", "fontTools.varLib"} & {*sys.modules}
assert type(fonts.subset.Options()).__module__ == "fontTools.subset"
try:
    fonts.instantiateVariableFont(None, {})
except TypeError:
    assert "fontTools.varLib.instancer" in sys.modules
"""


def test_the_typesetter_is_loaded_without_a_compiler_and_what_it_seldom_calls_when_it_does() -> (
    None
):
    subprocess.run([sys.executable, "-c", _LOADED], cwd=ROOT, check=True)


@pytest.mark.parametrize(
    "what",
    [
        "<div style='height: 6em; border: 1pt solid'>one</div>",
        "<p>preocupaciones\u00a0preocupaciones",
    ],
    ids=["a frame higher than its panel", "a word wider than its panel"],
)
def test_what_has_no_room_in_its_panel_is_set_smaller(fonts: FontSet, what: str) -> None:
    sizes = tuple(
        Size(size, f".panel-text {{ page: text; font-size: {size}pt; }}\n") for size in (30, 12)
    )
    form = Form(
        layout=Layout(paper="letter", panels=(("text", 1),)), pages="@page { }\n", sizes=(sizes,)
    )
    body = f"<main class='panel-text'>{what}</main>"
    page = PAGE.replace("<style>", f"<style>{form.style()}") % body
    result = typeset(page, fonts, "page.pdf", [form])
    assert "font-size: 12pt" in result.html
    assert "font-size: 30pt" not in result.html


@pytest.mark.parametrize(("lines", "size"), [(30, 24), (36, 22)], ids=["airy", "solid"])
def test_what_fills_a_page_alone_to_its_last_line_is_set_smaller(
    fonts: FontSet, lines: int, size: int
) -> None:
    sizes = tuple(
        Size(size, f".panel-text {{ page: text; font: {size}px/{size}px Lato; }}\n")
        for size in (24, 22)
    )
    panels = (("text", 1),)
    layout = Layout(paper="letter", panels=panels)
    form = Form(layout=layout, pages="@page { size: 400px 864px; margin: 0 }\n", sizes=(sizes,))
    body = f"<main class='panel-text'>{'<br>'.join(['text'] * lines)}</main>"
    page = PAGE.replace("<style>", f"<style>{form.style()}").replace("<h1>Title</h1>", "") % body
    page = page.replace("size: 300pt 200pt; margin: 30pt", "")
    assert f"font: {size}px" in typeset(page, fonts, "page.pdf", [form]).html


def test_a_page_alone_keeps_its_distance_from_edges_that_are_folds_on_the_sheet(
    fonts: FontSet,
) -> None:
    sizes = (Size(12, ".panel-text { page: text; font-size: 12pt; }\n"),)
    panels = (("cover", 1), ("flap", 1), ("text", 3), ("back", 1))
    layout = Layout(paper="letter", folding="thirds", panels=panels, runs_on="text")
    width, height = page_size("thirds", PAPERS["letter"])
    narrow = (
        f"@page {{ size: {width:g}pt {height:g}pt; margin: {AT_EDGE:g}pt {AT_FOLD:g}pt "
        f"{AT_EDGE:g}pt {AT_EDGE:g}pt; }}\n"
    )
    form = Form(layout=layout, pages=narrow, sizes=(sizes,) * len(panels))
    page = PAGE.replace("<style>", f"<style>{form.style()}").replace("<h1>Title</h1>", "")
    filled = "<main class='panel-text'><p style='background: #000; color: #fff'>Text.</p></main>"
    result = typeset(
        page.replace("size: 300pt 200pt; margin: 30pt", "") % filled, fonts, "page.pdf", [form]
    )
    (alone,) = read_pages(result.pages_pdf)
    assert not inked_edge(alone)
    assert alone.width == pytest.approx(width + AT_EDGE - AT_FOLD, abs=0.1)


def test_a_picture_without_a_size_of_its_own_stands_on_a_line_from_right_to_left(
    fonts: FontSet,
) -> None:
    shape = "<path d='M0 0h100v50z'/>"
    drawing = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 50'>{shape}</svg>"
    picture = f'<img alt="a" src="data:image/svg+xml,{quote(drawing)}">'
    left, right = (made(fonts, f'<div dir="{way}">{picture}</div>') for way in ("ltr", "rtl"))
    assert (left.findings, right.findings) == ((), ())
    assert read_pages(left.pdf)[0].ground == read_pages(right.pdf)[0].ground
