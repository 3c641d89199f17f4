"""What panels leave free is given away."""

import re

import pytest

from pipeline.typeset.panels import Given
from pipeline.typeset.spread import height_used, spread
from pipeline.typeset.typesetter import typesetter
from tests.rows import each_row

STYLE = """<style>
@page { size: 200px 340px; margin: 20px }
body { margin: 0 }
p, ul { margin: 0; padding: 0; line-height: 10px; list-style: none }
.fill { display: none; overflow: hidden }
.shown { display: block; height: 50px }
.write-in { height: 20px; border-bottom: 1px solid }
</style>"""
LINE = "<p>line</p>"
LINES = '<section class="fill {}">' + '<p class="write-in"></p>' * 24 + "</section>"


def css(body: str, share: float = 1.0, *, has_notes: bool = False) -> str:
    """Return the CSS that gives away what a panel of 300 pixels, the back, leaves free."""
    return given(body, share, has_notes=has_notes).css


def given(body: str, share: float = 1.0, *, has_notes: bool = False) -> Given:
    """Return what is given away of it."""
    html = f'{STYLE}<section class="panel-back">{body}</section>'
    pages = [page._page_box for page in typesetter().HTML(string=html).render().pages]
    return spread("back", 1, pages, share, has_notes=has_notes)


def test_what_is_cut_off_takes_no_room() -> None:
    html = STYLE + LINE + LINES.format("shown")
    (page,) = typesetter().HTML(string=html).render().pages
    assert height_used(page._page_box) == pytest.approx(60)


@pytest.mark.parametrize(("border", "high"), [("1px solid", 51), ("none", 20)])
def test_a_card_in_two_columns_ends_where_its_frame_does(border: str, high: int) -> None:
    style = f"display: table-cell; padding-bottom: 29px; border: {border}"
    html = f'{STYLE}{LINE}<div class="own" style="{style}">{LINE}</div>'
    (page,) = typesetter().HTML(string=html).render().pages
    assert height_used(page._page_box) == pytest.approx(high), "it was moved off its page"


@pytest.mark.parametrize(("count", "shown"), [(23, True), (24, False)])
def test_lines_to_write_on_are_shown_where_some_have_room(count: int, shown: bool) -> None:
    found = css(LINE * count + LINES.format("fill-last"))
    assert ("display: block" in found) == shown
    assert found.endswith("--rest: 0px; }\n") == shown, "what is filled does not rest"
    assert "display: block" not in css(LINE * count), "it has none"


@pytest.mark.parametrize(("count", "shown"), [(25, True), (26, False)])
def test_hills_are_shown_where_an_eighth_is_free(count: int, shown: bool) -> None:
    found = css(LINE * count + LINES.format("fill-last art-field hills-field"))
    assert ("display: block" in found) == shown


def test_lines_to_write_on_stand_once() -> None:
    body = LINE * 10 + LINES.format("fill-last")
    assert given(body).has_lines
    found = given(body, has_notes=True)
    assert not found.has_lines
    assert "--rest: 196.0px" in found.css, "what they leave is the clinic's"
    hills = LINE * 10 + LINES.format("fill-last art-field hills-field")
    assert "display: block" in css(hills, has_notes=True), "a drawing may stand beside them"


@each_row("count", [0, 10, 23])
def test_so_many_lines_to_write_on_are_told_as_fill_what_is_shown(count: int) -> None:
    found = css(LINE * count + LINES.format("fill-last"))
    (high, lines) = map(float, *re.findall(r"--high: ([\d.]+)px; --lines: (\d+)", found))
    assert f"height: {high:.1f}px" in found
    assert 25 <= (high - 29) / lines < 50 or lines == 1


def test_items_of_lists_share_what_is_left() -> None:
    items = "<ul>" + "<li>one</li>" * 12 + "</ul>"
    assert "--each: " in css(items + LINE * 12)
    each = float(css(items + LINE * 12).partition("--each: ")[2].partition("px")[0])
    assert each == pytest.approx((300 - 240 - 4) / 12, abs=0.1)


def test_the_last_page_has_lists_of_its_own_beside_one_that_is_filled() -> None:
    items = "<ul style='break-before: page'>" + "<li>one</li>" * 24 + "</ul>"
    html = LINE * 10 + '<div class="fill fill-1 art-field"></div>' + items
    found = css(html)
    assert "fill-1 { display: block" in found
    assert "--each" not in found
    assert "--last-each: 2.3px" in found, "of the 56 pixels that page leaves"


def test_what_fills_nothing_leaves_its_room_to_the_stylesheet() -> None:
    assert "--rest: 196.0px" in css(LINE * 10), "a cover's field may take it"
    assert "--rest: 0px" not in css(LINE * 10)


@pytest.mark.parametrize(("lines", "short"), [(30, "-4.0px"), (29, None)])
def test_how_much_lower_a_full_page_ends_is_told(lines: int, short: str | None) -> None:
    assert ("--short" in css(LINE * lines)) == bool(short)
    assert f"--short: {short}" in css(LINE * lines) or not short


@pytest.mark.parametrize(("blocks", "begun"), [(19, 2), (10, 2), (6, 0)])
def test_a_text_stands_on_all_its_panels_if_it_fills_a_quarter_of_them(
    blocks: int, begun: int
) -> None:
    body = "<h2 style='margin: 0; font-size: 10px'>head</h2>" + "<p>a<br>b<br>c</p>" * blocks
    html = f'{STYLE}<main class="panel-text">{body}</main>'
    pages = [page._page_box for page in typesetter().HTML(string=html).render().pages]
    assert len(pages) < 3
    found = spread("text", 3, pages, 1.0, runs_on=True)
    assert found.css.count("break-before: page") == begun
    assert ("empty-1" in found.css) == found.has_lines == (begun == 0)


BAND = """<style>
@page { @left-bottom { content: element(band); vertical-align: bottom } }
.running { position: running(band) } .empty { display: none }
</style><div class="running"><div class="foot-band">hills</div></div>"""


@pytest.mark.parametrize(
    ("body", "shown", "has_hills"),
    [(LINE, [1, 2], True), (LINE * 20, [1, 2], False), ("", [1, 2, 3], True)],
)
def test_panels_without_text_have_lines_above_hills_that_have_room(
    body: str, shown: list[int], has_hills: bool
) -> None:
    html = f"{STYLE}{BAND}<main class=panel-text>{body}</main>"
    pages = [page._page_box for page in typesetter().HTML(string=html).render().pages]
    found = spread("text", 3, pages, 0.0, runs_on=True)
    assert [int(one) for one in re.findall(r"\.empty-(\d)", found.css)] == shown
    assert ("--band: 180px" in found.css, "--below" in found.css) == (has_hills, has_hills)
    assert found.has_lines, "so that the back has none"
