"""On which page the cover's drawing stands at the foot."""

from typing import Any

import pytest

from pipeline.typeset.boxes import foot_of, names_of
from pipeline.typeset.spread import is_drawn_on, rooms_above
from pipeline.typeset.tailpieces import keep_landscape, keep_tailpieces, pictured, stands_above
from pipeline.typeset.typesetter import typesetter

STYLE = """<style>
@page {
  size: 200px 340px;
  margin: 20px;
  @bottom-left-corner { content: element(drawing); }
  @bottom-center { content: "foot"; }
}
body { margin: 0; font: 10px serif }
p { margin: 0; line-height: 10px }
.drawing { position: running(drawing) }
section, h2 { break-before: page; margin: 0; font: 10px/10px serif }
</style>
<div class="drawing">drawing</div>
"""
LINE = "<p>text</p>"


def _shown(body: str) -> list[list[str]]:
    """Return what stands in the margin of each page; 30 lines fill one."""
    document = typesetter().HTML(string=STYLE + body).render()
    pages = [page._page_box for page in document.pages]
    keep_tailpieces(pages)
    return [_margin(page) for page in pages]


def _margin(page: Any) -> list[str]:
    return [
        part.text
        for child in page.children
        if type(child).__name__ == "MarginBox"
        for part in child.descendants()
        if type(part).__name__ == "TextBox"
    ]


def _drawn(body: str) -> list[bool]:
    """Say of each page whether it shows the drawing, besides what else stands in its margin."""
    shown = _shown(body)
    assert all("foot" in one for one in shown)
    return ["drawing" in one for one in shown]


@pytest.mark.parametrize(("lines", "drawn"), [(30, False), (24, False), (23, True), (1, True)])
def test_it_stands_where_the_text_ends_early_enough(lines: int, drawn: bool) -> None:
    assert _drawn(f"<main>{LINE * lines}</main>") == [drawn]


@pytest.mark.parametrize("name", ["masthead", "crisis long", "crisis short", "notes-page"])
def test_none_stands_below_a_number_a_cover_or_lines_to_write_on(name: str) -> None:
    part = f'<section class="{name}">{LINE}</section>'
    assert _drawn(f"<main>{part}</main>") == [False]
    assert _drawn(f"<main>{LINE}</main>{part}") == [True, False]
    assert _drawn(f"<main>{part}<h2>head</h2></main>") == [False, True]


@pytest.mark.parametrize("name", ["part action", "references", "last"])
def test_it_ends_the_text_and_not_what_follows_it(name: str) -> None:
    after = f'<section class="{name}">{LINE}</section>'
    body = f"<main>{LINE}<h2>head</h2>{LINE}"
    for whole in (f"{body}{after}</main>", f"{body}</main>{after}"):
        assert _drawn(whole) == [False, True, False]
    assert _drawn(f"<main>{LINE * 25}{after}</main>") == [False, True]  # else it ends the sheet
    assert _drawn(f"<main>{LINE * 25}{after}{LINE * 25}</main>") == [False, False]


@pytest.mark.parametrize(("lines", "drawn"), [(23, True), (24, False)])
def test_it_stands_below_main_points_that_are_alone_too(lines: int, drawn: bool) -> None:
    points = f'<section class="part summary">{LINE * lines}</section>'
    assert _drawn(f"<main>{LINE}{points}<h2>head</h2>{LINE}</main>") == [False, drawn, True]
    assert _drawn(f"<main>{points}{LINE}<h2>head</h2></main>") == [False, True]


def test_a_sheet_without_a_drawing_keeps_its_foot() -> None:
    body = LINE + '<p style="break-before: page">text</p>'
    document = (
        typesetter()
        .HTML(string=f"<style>@page {{ @bottom-center {{ content: 'foot' }} }}</style>{body}")
        .render()
    )
    pages = [page._page_box for page in document.pages]
    keep_tailpieces(pages)
    assert [_margin(page) for page in pages] == [["foot"], ["foot"]]


def test_a_page_shows_no_drawing_where_there_is_none() -> None:
    for drawing, shown in (('<div class="drawing">drawing</div>', {0}), ("", set())):
        html = STYLE.replace('<div class="drawing">drawing</div>', drawing) + f"<main>{LINE}</main>"
        pages = [page._page_box for page in typesetter().HTML(string=html).render().pages]
        assert pictured(pages) == shown


HILLS = """<style>
@page { @bottom-right-corner { content: element(hills); } }
.hills { position: running(hills) }
h2 { break-before: auto } .new { break-before: page }
</style><div class="hills">hills</div>
"""


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        ((19, 18, 20), ["hills", "hills"]),
        ((25, 27, 27), ["hills", ""]),
        ((28, 24, 21), ["", "hills"]),
    ],
)
@pytest.mark.parametrize("drawing", ["drawing", ""], ids=["cover", "no-cover"])
def test_hills_end_sections_that_have_pages_of_their_own(
    lines: tuple[int, ...], shown: list[str], drawing: str
) -> None:
    body = "".join(f'<h2 class="new">head</h2>{LINE * (count - 1)}' for count in lines)
    style = STYLE if drawing else STYLE.replace("content: element(drawing)", "content: none")
    document = typesetter().HTML(string=style + HILLS + f"<main>{body}</main>").render()
    pages = [page._page_box for page in document.pages]
    keep_tailpieces(pages, whole=True, folded=True)
    drawn = [{"hills", "drawing"}.intersection(_margin(page)) for page in pages]
    # The text ends on the last page, which has a drawing where there is room for one.
    assert [*map("".join, drawn[:2])] == shown


@pytest.mark.parametrize(
    ("lines", "drawn"),
    [
        ((28, 24, 26, 28), [False, True, True, False]),
        ((28, 26, 24, 28), [False, True, True, False]),
        ((28, 24, 27, 28), [False, True, False, False]),
        ((28, 26, 26, 24), [False, False, False, True]),
        ((26, 24, 28, 28), [False, True, False, False]),
    ],
    ids=["right", "left", "too full", "neither", "behind"],
)
def test_hills_stand_on_both_pages_that_face_each_other(
    lines: tuple[int, ...], *, drawn: list[bool]
) -> None:
    body = "".join(f'<h2 class="new">head</h2>{LINE * (count - 1)}' for count in (*lines, 30))
    style = STYLE.replace("content: element(drawing)", "content: none")
    document = typesetter().HTML(string=style + HILLS + f"<main>{body}</main>").render()
    pages = [page._page_box for page in document.pages]
    keep_tailpieces(pages, whole=True, folded=True)
    assert ["hills" in _margin(page) for page in pages[:4]] == drawn


@pytest.mark.parametrize(("lines", "drawn"), [(21, True), (22, False)])
def test_hills_end_a_section_of_few_that_leaves_a_fifth_of_its_page(
    lines: int, *, drawn: bool
) -> None:
    style = STYLE.replace("content: element(drawing)", "content: none") + HILLS
    section = f'<h2 class="new">head</h2>{LINE * (lines - 1)}'
    html = f"{style}<main>{LINE * 28}{section}{section}</main>"
    pages = [page._page_box for page in typesetter().HTML(string=html).render().pages]
    # What stands on the last was set apart, and reaches further down.
    for page in pages[1:]:
        page.children[0].translate(dy=30.0)
        page.lowered = 30.0
    keep_tailpieces(pages, few=True)
    assert ["hills" in _margin(page) for page in pages] == [False, drawn, drawn]


@pytest.mark.parametrize(
    ("lines", "folded", "drawn"), [(23, False, True), (24, False, False), (22, True, False)]
)
def test_hills_stand_below_a_first_page_that_ends_early_and_a_back(
    lines: int, *, folded: bool, drawn: bool
) -> None:
    style = STYLE.replace("content: element(drawing)", "content: none") + HILLS
    html = f'{style}<main>{LINE * lines}<p class="new">text</p></main>'
    pages = [page._page_box for page in typesetter().HTML(string=html).render().pages]
    keep_tailpieces(pages, folded=folded)
    assert ["hills" in _margin(page) for page in pages] == [drawn, folded]


def test_it_stands_nowhere_else_if_it_fills_the_page_of_the_main_points() -> None:
    for high, drawn in ((20, False), (0, True)):
        scene = f'<div class="scene" style="height: {high}px"></div>'
        points = f'<section class="summary">{LINE * 20}{scene}</section>'
        body = f"<main>{points}<h2>head</h2>{LINE * 9}</main>"
        assert _drawn(body) == [drawn, drawn]


SVG = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 160 40'/>"


def _decorations(page: Any) -> list[Any]:
    return [box for box in page.descendants() if names_of(box) == ["decoration"]]


def test_hills_of_a_first_page_are_as_large_as_it_has_room_for_and_keep_their_shape() -> None:
    style = f"""<style>
    .decoration {{ background: url("{SVG}") no-repeat; background-size: 100% 100%;
                  position: absolute; bottom: 20px; right: 20px; width: 160px; height: 40px }}
    </style>"""
    hills = HILLS.replace(">hills<", '><div class="decoration"></div><').replace("auto", "page")
    for lines, by in ((4, 1.6), (20, 66 / 40), (22, 46 / 40), (23, 1.0)):
        body = f"<main>{LINE * lines}<h2>head</h2></main>"
        html = STYLE.replace("content: element(drawing)", "content: none") + hills + style + body
        page = typesetter().HTML(string=html).render().pages[0]._page_box
        foot = next(map(foot_of, _decorations(page)))
        keep_tailpieces([page])
        (drawn,) = _decorations(page)
        (layer,) = drawn.background.layers
        assert drawn.height == pytest.approx(40 * min(by, 1.6))
        assert layer.size == pytest.approx((160 * min(by, 1.6), 40 * min(by, 1.6)))
        assert layer.painting_area[1] + layer.painting_area[3] == pytest.approx(foot)


@pytest.mark.parametrize(("lines", "high"), [(20, 40.0), (24, 26.0)])
def test_hills_of_few_sections_stand_lower_where_they_have_less_room(
    lines: int, high: float
) -> None:
    style = STYLE.replace("content: element(drawing)", "content: none")
    style += f'''<style>.decoration {{ background: url("{SVG}") no-repeat; height: 40px;
      background-size: 100% 100%; position: absolute; bottom: 20px; right: 20px; width: 160px;
    }}</style>'''
    hills = HILLS.replace(">hills<", '><div class="decoration"></div><')
    section = f'<h2 class="new">head</h2>{LINE * (lines - 1)}'
    html = f"{style}{hills}<main>{section * 2}</main>"
    pages = [page._page_box for page in typesetter().HTML(string=html).render().pages]
    foot = next(map(foot_of, _decorations(pages[1])))
    keep_tailpieces(pages, few=True)
    (drawn,) = _decorations(pages[1])
    (layer,) = drawn.background.layers
    assert drawn.height == layer.painting_area[3] == pytest.approx(high)
    assert layer.size == pytest.approx((160, 40)), "in its shape"
    assert foot_of(drawn) == pytest.approx(foot)


@pytest.mark.parametrize(("lines", "by"), [(10, 1.6), (14, 50 / 40), (19, 1.0)])
def test_hills_are_larger_below_a_section_that_leaves_a_third_of_its_page(
    lines: int, by: float
) -> None:
    style = STYLE.replace("content: element(drawing)", "content: none")
    style += f'<style>.decoration {{ background: url("{SVG}"); height: 40px }}</style>'
    hills = HILLS.replace(">hills<", '><div class="decoration"></div><')
    section = f'<h2 class="new">head</h2>{LINE * (lines - 1)}'
    html = f"{style}{hills}<main>{section * 2}</main>"
    pages = [page._page_box for page in typesetter().HTML(string=html).render().pages]
    keep_tailpieces(pages, whole=True, folded=True)
    (drawn,) = _decorations(pages[0])
    assert drawn.height == pytest.approx(40 * by)


@pytest.mark.parametrize(
    ("names", "lines", "drawn"), [("row", 24, True), ("row", 25, False), ("text", 24, False)]
)
def test_a_page_of_two_columns_that_leaves_a_sixth_has_it(
    names: str, lines: int, drawn: bool
) -> None:
    """Spanish pages ended an eighth above their foot beside full ones."""
    style = "<style>.new { break-before: page } .new h2 { break-before: auto }</style>"
    section = f'<div class="new row-heading {names}"><h2>head</h2>{LINE * (lines - 1)}</div>'
    before = f"<main>{LINE * 27}"
    assert _drawn(f"{style}{before}{section}</main>") == [False, drawn]
    if names == "row":
        assert _drawn(f"{style}{before}{section * 2}</main>") == [False, drawn, drawn]


@pytest.mark.parametrize(("lines", "drawn"), [(25, True), (26, False)])
def test_page_one_of_two_columns_has_it_at_its_foot(lines: int, drawn: bool) -> None:
    """It stood in the field of both titles, and the crisis note began in the lower half."""
    note = f'<div class="crisis short"><div class="row">{LINE * lines}</div></div>'
    section = '<div class="row-heading row"><h2>head</h2></div>' + LINE * 28
    body = f'<header class="masthead"></header><main>{note}{section}</main>'
    style = "<style>.row-heading { break-before: page } h2 { break-before: auto }</style>"
    assert _drawn(style + body) == [drawn, False]


@pytest.mark.parametrize(("lines", "by"), [(5, 1.6), (18, 1.5), (20, 1.0)])
def test_below_a_section_in_two_columns_it_is_as_large_as_it_has_room_for(
    lines: int, by: float
) -> None:
    style = """<style>
    .drawing .decoration { background: #eee linear-gradient(red, blue) no-repeat left bottom;
      background-size: 150% 100%; position: absolute; bottom: 20px; left: 20px; width: 160px;
      height: 40px } h2 { break-before: auto } .row-heading { break-before: page }
    </style>"""
    drawing = STYLE.replace(">drawing<", "><div class=decoration></div><")
    body = f"<main>one<div class=row-heading>{LINE * lines}</div>"
    body += "<div class=row-heading><h2>head</h2></div></main>"
    pages = [
        one._page_box for one in typesetter().HTML(string=drawing + style + body).render().pages
    ]
    foot = next(map(foot_of, _decorations(pages[1])))
    keep_tailpieces(pages)
    (drawn,) = _decorations(pages[1])
    (layer,) = (one for one in drawn.background.layers if one.image)
    assert drawn.height == pytest.approx(40 * by)
    assert layer.size == pytest.approx((240 * by, 40 * by))
    assert layer.position[0] == pytest.approx(0.7 * 160 * (1 - by)), "about its trees"
    assert foot_of(drawn) == pytest.approx(foot)


@pytest.mark.parametrize(
    ("drawings", "shown"),
    [(1, [[0], [0], [0], [0]]), (2, [[1], [1], [1], [0]]), (3, [[1], [2], [1], [0]])],
)
def test_no_two_sections_in_a_row_end_with_the_same_drawing(
    drawings: int, shown: list[list[int]]
) -> None:
    style = STYLE.replace("content: element(drawing)", "content: none")
    style += f'<style>.decoration {{ background: url("{SVG}"); height: 1px }}</style>'
    ones = '<div class="decoration"></div>' * drawings
    section = f'<h2 class="new">head</h2>{LINE * 19}'
    # The back shows the first, on which nothing stands.
    html = f"{style}{HILLS.replace('>hills<', f'>{ones}<')}<main>{section * 3}</main>"
    html += f'<div class="last new">{LINE * 9}</div>'
    pages = [page._page_box for page in typesetter().HTML(string=html).render().pages]
    keep_tailpieces(pages, whole=True, folded=True)
    drawn = [[one.background is not None for one in _decorations(page)] for page in pages]
    assert [[n for n, is_drawn in enumerate(one) if is_drawn] for one in drawn] == shown


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (LINE * 19, f'<p class="new">goes on</p>{LINE * 9}'),
        (f'<div class="crisis long">{LINE * 19}</div>', f'<h2 class="new">head</h2>{LINE * 9}'),
    ],
    ids=["the-section-goes-on", "below-a-number"],
)
def test_no_hills_stand_in_a_section_or_below_a_number(first: str, second: str) -> None:
    body = f"<main>{first}{second}</main>"
    for whole in (True, False):
        document = typesetter().HTML(string=STYLE + HILLS + body).render()
        pages = [page._page_box for page in document.pages]
        keep_tailpieces(pages, whole=whole, folded=True)
        assert ["hills" in _margin(page) for page in pages] == [False, False]


LANDSCAPE = """<style>
@page { size: 200px 340px; margin: 20px }
@page :nth(2) { @bottom-left-corner { content: element(hills); vertical-align: bottom; } }
body { margin: 0 }
p { margin: 0; line-height: 10px }
section { break-before: page; break-inside: avoid }
.running { position: running(hills) }
.landscape { position: absolute; bottom: 20px; width: 100px; height: 60px; line-height: 10px }
</style>
<div class="running"><div class="landscape">hills</div></div>
"""


@pytest.mark.parametrize(
    ("lines", "shown"),
    [((30, 22, 30), True), ((2, 23, 2), False), ((2, 2, 2), True), ((2, 2), False)],
)
def test_the_middle_one_of_panels_shows_its_drawing_where_its_text_ends_above_it(
    lines: tuple[int, ...], shown: bool
) -> None:
    body = "".join(f'<section class="crisis">{LINE * count}</section>' for count in lines)
    document = typesetter().HTML(string=LANDSCAPE + body).render()
    panels = [page._page_box for page in document.pages]
    assert stands_above(panels) == shown
    keep_landscape(panels)
    assert len(rooms_above(panels)) == 3 * shown
    assert is_drawn_on(panels) == shown


def test_panels_without_a_drawing_have_nothing_to_show() -> None:
    document = typesetter().HTML(string=LINE).render()
    panels = [page._page_box for page in document.pages]
    assert not stands_above(panels)
    assert not rooms_above(panels)
    assert not is_drawn_on(panels)


@pytest.mark.parametrize(
    ("lines", "kept"),
    [((10, 23, 10), 3), ((10, 24, 10), 0), ((2, 2, 2), 3)],  # ten pixels part them at least
)
def test_hills_go_along_the_foot_of_all_panels_or_of_none(
    lines: tuple[int, ...], kept: int
) -> None:
    corners = "@page { @left-bottom { content: element(low); vertical-align: bottom } }"
    style = f"<style>{corners} .low {{ position: running(low); height: 60px }}"
    style += ".landscape { display: none }</style>"
    low = '<div class="low foot-band">low</div>'
    body = "".join(f'<section class="text">{LINE * count}</section>' for count in lines)
    document = typesetter().HTML(string=f"{LANDSCAPE}{style}{low}<main>{body}</main>").render()
    panels = [page._page_box for page in document.pages]
    assert stands_above(panels) == bool(kept)
    keep_landscape(panels)
    assert sum("low" in _margin(page) for page in panels) == kept
