"""Which pages show the cover's drawing at their foot."""

from typing import Any

import pytest

from pipeline.typeset.spread import rooms_above
from pipeline.typeset.tailpieces import keep_landscape, keep_tailpieces, stands_above
from pipeline.typeset.typesetter import typesetter

STYLE = """<style>
@page {
  size: 200px 340px;
  margin: 20px;
  @bottom-left-corner { content: element(low); }
  @bottom-right-corner { content: element(high); }
  @bottom-center { content: "foot"; }
}
body { margin: 0; font: 10px serif }
p { margin: 0; line-height: 10px }
.low { position: running(low) } .high { position: running(high) }
</style>
<div class="low">low</div><div class="high">high</div>
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


@pytest.mark.parametrize(
    ("lines", "drawing"),
    [(30, []), (23, []), (22, ["low"]), (21, ["low"]), (20, ["high"]), (1, ["high"])],
)
def test_a_page_whose_text_ends_early_shows_one_as_high_as_it_has_room_for(
    lines: int, drawing: list[str]
) -> None:
    (shown,) = _shown(LINE * lines)
    assert sorted(shown) == sorted(["foot", *drawing])


@pytest.mark.parametrize("name", ["masthead", "crisis long", "crisis short", "notes-page"])
def test_none_stands_below_a_number_a_cover_or_lines_to_write_on(name: str) -> None:
    part = f'<section class="{name}">{LINE}</section>'
    assert _shown(part) == [["foot"]]
    assert _shown(LINE + part + '<p style="break-before: page">text</p>')[0] == ["foot"]
    assert sorted(_shown(part + '<p style="break-before: page">text</p>')[1]) == ["foot", "high"]


TALL = """<style>
@page { @top-left-corner { content: element(tall); } }
.tall { position: running(tall) }
</style>
<div class="tall">tall</div>
"""


@pytest.mark.parametrize(("lines", "drawing"), [(22, "low"), (18, "high"), (17, "tall")])
def test_where_an_edition_has_a_tall_one_half_a_page_shows_it(lines: int, drawing: str) -> None:
    (shown,) = _shown(TALL + LINE * lines)
    assert sorted(shown) == sorted(["foot", drawing])


@pytest.mark.parametrize(
    ("lines", "drawings"),
    [
        ((20, 9, 15, 12), (None, "high", None, "high")),  # the two that are emptiest
        ((29, 21, 5, 28), (None, "low", "low", None)),  # as low as the lower of them
        ((9, 9, 9, 9), ("high", "high", None, None)),
    ],
)
def test_the_two_emptiest_pages_show_one_of_one_height(
    lines: tuple[int, ...], drawings: tuple[str | None, ...]
) -> None:
    turn = '<h2 style="break-before: page; margin: 0; font: 10px/10px serif">head</h2>'
    shown = _shown("".join(turn + LINE * (count - 1) for count in lines))
    assert [sorted(one) for one in shown] == [["foot", *filter(None, [own])] for own in drawings]


@pytest.mark.parametrize(
    ("begins", "drawing"), [("p", []), ("h3", []), ("h2", ["high"]), ("section", ["high"])]
)
def test_none_stands_where_the_text_goes_on(begins: str, drawing: list[str]) -> None:
    after = f'<{begins} style="break-before: page">text</{begins}>' + LINE * 24
    assert sorted(_shown(f"<main>{LINE * 20}{after}</main>")[0]) == sorted(["foot", *drawing])


def test_one_closes_the_last_page() -> None:
    last = f'<section class="last" style="break-before: page">{LINE}</section>{LINE}'
    assert [sorted(shown) for shown in _shown(LINE * 30 + last)] == [["foot"], ["foot", "high"]]


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


LANDSCAPE = """<style>
@page {
  size: 200px 340px;
  margin: 20px;
  @bottom-left-corner { content: element(hills); vertical-align: bottom; }
}
body { margin: 0 }
p { margin: 0; line-height: 10px }
section { break-before: page; break-inside: avoid }
.running { position: running(hills) }
.landscape { position: absolute; bottom: 20px; width: 100px; height: 60px; line-height: 10px }
</style>
<div class="running"><div class="landscape">hills</div></div>
"""


@pytest.mark.parametrize(
    ("lines", "shown"), [((23, 23), True), ((23, 24), False), ((24, 2), False), ((2, 2), True)]
)
def test_panels_show_what_they_share_where_the_text_of_each_ends_above_it(
    lines: tuple[int, ...], shown: bool
) -> None:
    body = "".join(f'<section class="crisis">{LINE * count}</section>' for count in lines)
    document = typesetter().HTML(string=LANDSCAPE + body).render()
    panels = [page._page_box for page in document.pages]
    assert stands_above(panels) == shown
    keep_landscape(panels)
    assert len(rooms_above(panels)) == 2 * shown


def test_panels_without_a_drawing_have_nothing_to_show() -> None:
    document = typesetter().HTML(string=LINE).render()
    panels = [page._page_box for page in document.pages]
    assert not stands_above(panels)
    assert not rooms_above(panels)
