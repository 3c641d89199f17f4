"""Where pages end: what begins a page, how full the last one is, what room between lines does."""

import re
from itertools import pairwise
from typing import Any
from urllib.parse import quote

import pytest

from pipeline.typeset.boxes import foot_of, is_one, names_of
from pipeline.typeset.copyfit import LINED
from pipeline.typeset.flow import cells_of, parts, rows_on
from pipeline.typeset.gutters import join_rules
from pipeline.typeset.paging import paged, torn
from pipeline.typeset.spread import height_used
from pipeline.typeset.typesetter import typesetter
from pipeline.typeset.weighing import Ways
from tests.steps import in_two_steps

STYLE = """<style>
@page { size: 200px 300px; margin: 0 }
html { --air: 1; --line-height: 2; --tightest: 1; font: 10px/20px serif }
body, p, h2 { margin: 0 } h2 { font-size: 10px; break-after: avoid }
p { orphans: 3; widows: 3 } .callout { break-before: avoid }
.callout, .part { break-inside: avoid }
</style>"""


def _pages(body: str, more: str = "") -> list[Any]:
    """Lay out a page of HTML on pages that are 200 pixels wide and 300 high: fifteen lines."""
    html = f"{STYLE}<style>{more}</style><body><main>{body}</main></body>"
    return [page._page_box for page in typesetter().HTML(string=html).render().pages]


def _text(lines: int, word: str = "text") -> str:
    return f"<p>{'<br>'.join([word] * lines)}</p>"


def _first_words(pages: list[Any]) -> list[str]:
    return [
        next(box.text for box in page.descendants() if getattr(box, "text", "").strip())
        for page in pages
    ]


def _ended(body: str, largest: float = 1.1) -> tuple[list[Any], list[Any]]:
    """Return the pages of a text as they fall, and as they are ended."""
    usual = _pages(body)
    ways = paged(usual, 1.0, largest, (0.0,))
    assert ways, "other ends are better"
    made = _pages(body, ways[0].css)
    assert len(made) == ways[0].pages
    return usual, made


HEAD, ANSWER = "<h2>head</h2>", '<div class="callout">answer</div>'
HOPE = '<section class="part addition">hope</section>'


def _listed(above: int, names: str = "", items: int = 5) -> Ways:
    """Return the ways to end pages of a text that has a list of two-line items below it."""
    told = "".join(f"<li>{'<br>'.join([str(number)] * 2)}</li>" for number in range(items))
    html = f'{_text(above)}<ol class="{names}" style="break-before: auto">{told}</ol>{_text(9)}'
    pages = _pages(html, "ol, li { margin: 0; break-inside: auto } li { break-inside: avoid }")
    return Ways(parts(pages), pages, 1.0, (0.0,), opens=False, whole=False)


@pytest.mark.parametrize(
    ("above", "names", "alone"),
    [(12, "", 1), (10, "", 0), (6, "", 1), (12, "footnotes", 0)],
    ids=["the first", "two and three", "the last", "footnotes"],
)
def test_an_item_of_a_list_alone_on_its_page_weighs_more_than_two(
    above: int, names: str, alone: int
) -> None:
    ways = _listed(above, names)
    assert (ways.begun(ways.laid_out) >= 0.3) is bool(alone)


def test_a_list_that_no_page_has_room_for_may_leave_one_item() -> None:
    ways = _listed(1, items=8)
    assert [page.skipped for page in ways.laid_out] == [0, 280]
    assert ways.begun(ways.laid_out) < 0.1


DRAWING = (
    "<svg xmlns='http://www.w3.org/2000/svg' width='60' height='20'>"
    "<rect width='60' height='20'/></svg>"
)
PICTURED = f'<figure><img class="scales" src="data:image/svg+xml,{quote(DRAWING)}"></figure>'


@pytest.mark.parametrize(("gaps_apart", "high"), [(False, 48), (True, None)])
def test_a_drawing_takes_what_its_page_leaves_free_where_gaps_stay(
    gaps_apart: bool, high: float | None
) -> None:
    body = _text(5, "first") + PICTURED + _text(4, "second") + _text(5, "third") + HOPE * 6
    pages = _pages(body, "figure { margin: 0 } .scales { display: block }")
    ways = paged(pages, 1.0, 1.0, (0.0,), gaps_apart=gaps_apart, has_cover=not gaps_apart)
    found = re.findall(r"\.scales \{ height: ([\d.]+)px", ways[0].css)
    assert found == ([] if high is None else [f"{high:.1f}"])


QUOTED = f'<blockquote style="margin: 0">{_text(1, "said")}</blockquote>'


@pytest.mark.parametrize(("answer", "word"), [(HOPE, "hope"), (QUOTED, "said")])
def test_what_answers_the_text_before_it_does_not_begin_a_page(answer: str, word: str) -> None:
    text = _text(5, "first") + _text(5, "second") + _text(5, "third")
    usual, made = _ended(text + answer + HOPE * 5)
    assert _first_words(usual) == ["first", word]
    assert _first_words(made) == ["first", "third"]


def test_last_lines_part_after_their_card_though_it_stands_in_what_stays_whole() -> None:
    card = '<div style="break-inside: avoid"><div class="card">card</div></div>'
    pages = _pages(f'<section class="last">{card}<p>line</p></section>' + _text(16))
    assert parts(pages)[0].cuts == pytest.approx([20])


def test_what_parts_is_as_high_as_on_one_page() -> None:
    """Its row has an edge below the card, and the room below it is lost where a page ends."""
    style = "padding-bottom: 6px; margin-bottom: 10px"
    row = f'<div class="row" style="{style}"><div class="card">card</div></div>'
    end = f'<section class="last">{row}<p>line</p></section>'
    parted, whole = (parts(_pages(_text(lines) + end))[1] for lines in (13, 12))
    assert [len(one.pieces) for one in (parted, whole)] == [2, 1]
    assert [one.height for one in (parted, whole)] == pytest.approx([56, 56])
    assert (parted.cuts[0], parted.rest(parted.cuts[0])) == pytest.approx((26, 20))


def test_a_list_parts_nowhere_within_an_item_that_stays_whole() -> None:
    inner = "<ul><li>a</li><li>b</li></ul>"
    body = f"<ol><li>one</li><li>two{inner}</li><li>three</li><li>four</li><li>five</li></ol>"
    style = "ol, ul { margin: 0 } ol > li { break-inside: %s }"
    whole, torn_item = (
        parts(_pages(body + _text(3), style % inside))[0] for inside in ("avoid", "auto")
    )
    assert whole.cuts == pytest.approx([80, 100])
    assert {60.0, *whole.cuts} < set(torn_item.cuts)


def test_a_list_parts_where_two_of_its_items_stand_on_each_page() -> None:
    """It would fill its page with three of four."""
    style = "ul { margin: 0; padding: 0 } li { break-inside: avoid } h2 { margin-top: 40px }"
    items = [f"<li>{'<br>'.join([name] * 2)}</li>" for name in ("one", "two", "three", "four")]
    body = _text(8, "first") + f"<ul>{''.join(items)}</ul>" + _section("next", 13)
    usual = _pages(body, style)
    ways = paged(usual, 1.0, 1.0, (0.0,))
    assert [one.pages for one in ways] == [3, 3]
    made = _pages(body, style + ways[0].css)
    assert [_first_words(pages)[1] for pages in (usual, made)] == ["four", "three"]


def test_a_heading_before_what_fills_a_page_has_no_page_to_itself() -> None:
    lines = "<br>".join(["note"] * 14)
    note = f'<section class="crisis part" style="padding: 6px 0">{lines}</section>'
    usual, made = _ended(_text(10, "first") + HEAD + note + _text(12, "last"))
    assert _first_words(usual) == ["first", "head", "note", "last"]
    assert _first_words(made) == ["first", "note", "last"]


def test_a_last_page_of_a_line_or_two_takes_a_section_of_the_page_before() -> None:
    body = _text(8, "first") + HEAD + _text(5, "second") + HEAD.replace("head", "last") + _text(2)
    usual, made = _ended(body)
    assert _first_words(usual) == ["first", "last"]
    assert _first_words(made) == ["first", "head"]
    assert [height_used(page) / 300 for page in made] == pytest.approx([0.57, 0.6], abs=0.05)


def test_pages_have_nearly_one_leading_and_parts_three_quarters_more_room_at_most() -> None:
    more = "p { margin-bottom: calc(4px * var(--air)) !important }"
    body = _text(5, "first") + _text(5, "second") + _text(4, "third") + HOPE * 9
    first, _ = paged(_pages(body, more), 1.0, 1.1, (0.0,))
    made = _pages(body, more + first.css)
    apart = {
        round(line.height, 1)
        for page in made
        for block in page.descendants()
        if block.element is not None and block.element.tag == "p"
        for line in block.children
        if type(line).__name__ == "LineBox"
    }
    assert len(made) == 2
    assert 20 < min(apart) <= max(apart) <= 22
    assert max(apart) <= 1.04 * min(apart)
    wider = [float(one) for one in re.findall(r"{ --air: ([\d.]+)", first.css)]
    assert wider
    assert all(one**3 <= 1.75 for one in wider)


GAPS = "@page { size: 200px 600px } p { margin-bottom: calc(6px * var(--gap, 1)) !important }"


def _gaps(css: str) -> list[float]:
    """Return the gaps of all pages, and then those of single ones."""
    return [float(one) for one in re.findall(r"--gap: ([\d.]+)", css)]


@pytest.mark.parametrize(
    ("paragraphs", "least"),
    [
        pytest.param((12, 11, 11, 12), 1.0, id="a-full-page-keeps-others-near-it"),
        pytest.param((11, 10, 10, 10, 12), 1.2, id="all-are-wide-where-all-have-room"),
    ],
)
def test_gaps_of_pages_are_within_a_tenth(paragraphs: tuple[int, ...], least: float) -> None:
    body = "".join(HEAD + _text(2) * count for count in paragraphs)
    first, _ = paged(_pages(body, GAPS), 1.0, 1.1, (0.0,))
    found = _gaps(first.css)
    assert least <= min(found) <= max(found) <= 1.14 * min(found)
    made = _pages(body, GAPS + first.css)
    assert len(made) == first.pages
    assert all(height_used(page) > 0.87 * 600 for page in made[:-1])


def test_gaps_of_a_page_are_a_quarter_wider_where_else_an_eighth_of_it_stays_white() -> None:
    whole = '<section class="part" style="height: 250px"></section>'
    body = HEAD + _text(2) * 12 + (HEAD + _text(2) * 9 + whole) * 2
    css = paged(_pages(body, GAPS), 1.0, 1.0, (0.0,))[0].css
    pages = _gaps(css)[1:]
    assert 1.2 < max(pages) / min(pages) < 1.3


def test_gaps_of_all_pages_are_closer_where_that_saves_one() -> None:
    more = GAPS.replace("6px", "11px")
    usual = _pages((HEAD + _text(2) * 12) * 3, more)
    closer, safer = paged(usual, 1.0, 1.0, (0.0,))
    assert (len(usual), closer.pages) == (4, 3)
    assert all(0.75 <= gap < 0.8 for gap in _gaps(closer.css))
    assert not _gaps(safer.css)  # for where that is too little


def test_a_head_before_a_note_has_the_room_above_it_that_others_have() -> None:
    note = '<section class="crisis" style="height: 40px; break-inside: avoid">note</section>'
    before = HEAD.replace("<h2", '<h2 class="before-note"') + note
    body = "".join(part + _text(2) * 10 for part in (HEAD, before, HEAD, HEAD))
    first, _ = paged(_pages(body, GAPS), 1.0, 1.1, (0.0,))
    made = _pages(body, GAPS + "h2 { padding-top: calc(10px * var(--gap)) }" + first.css)
    heads = [box for page in made for box in page.descendants() if is_one(box, "BlockBox")]
    rooms = {box.padding_top for box in heads if box.element.tag == "h2"}
    assert min(rooms) > 10
    assert max(rooms) < 1.2 * min(rooms)


def test_parts_of_page_one_are_a_pixel_closer_where_it_then_ends_with_a_paragraph() -> None:
    more = "b { display: block; height: 5.8px; margin-top: calc(4px + var(--open, 0px)) }"
    note = f'<section class="crisis short" style="padding-top: 4px">{"<b></b>" * 10}</section>'
    body = note + _text(5, "first") + _text(5, "second") + HEAD + _text(12)
    usual = _pages(body, more)
    assert _first_words(usual) == ["first", "second", "text"]
    first, _ = paged(usual, 1.0, 1.0, (0.0,), opens=True)
    assert re.findall(r"--open: (\S+)px", first.css) == ["-0.5"]
    assert _first_words(_pages(body, more + first.css)) == ["first", "head"]


BELOW = '<h3 style="margin: 0; font-size: 10px; break-after: avoid">below</h3>'


def test_a_section_parts_before_a_head_below_its_own_rather_than_leave_white() -> None:
    high = "@page { size: 200px 1200px }"
    section = HEAD + BELOW + _text(5, "second") + BELOW + _text(5, "third")
    body = _text(52, "first") + section + HEAD.replace("head", "next") + _text(44, "last")
    usual = _pages(body, high)
    assert _first_words(usual) == ["first", "below"]
    for ends in paged(usual, 1.0, 1.1, (0.0,)):
        assert _first_words(_pages(body, high + ends.css)) == ["first", "below"]


DRAWING = quote("<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'/>")


def _figure(names: str) -> str:
    drawing = f'<img class="{names}" alt="a" src="data:image/svg+xml,{DRAWING}">'
    return f'<figure style="margin: 0; break-inside: avoid">{drawing}</figure>'


def test_a_drawing_is_smaller_where_a_page_then_has_room_for_it() -> None:
    body = _text(5, "first") + _text(5, "second") + _figure("picture scales") + _text(5, "last")
    usual, made = _ended(body + _text(7))
    assert [len(pages) for pages in (usual, made)] == [3, 2]
    figures = [
        (number, float(box.height))
        for number, page in enumerate(made)
        for box in page.descendants()
        if "scales" in names_of(box)
    ]
    assert [number for number, _ in figures] == [0]
    assert 55 <= figures[0][1] < 100


def test_a_drawing_is_smaller_where_a_page_is_full_to_its_last_pixels() -> None:
    more = "ol { margin: 0 } li { margin-bottom: 2px; break-inside: avoid } img { display: block }"
    items = "".join(f"<li>{word}</li>" for word in ("one", "two", "three", "four"))
    first = '<p style="height: 159px">first</p>' + _figure("picture scales")
    usual = _pages(first + f"<ol>{items}</ol>" + _text(12, "last"), more)
    ends = paged(usual, 1.0, 1.0, (0.0,))[0]
    assert [len(usual), ends.pages] == [3, 2]
    made = _pages(first + f"<ol>{items}</ol>" + _text(12, "last"), more + ends.css)
    assert len(made) == 2


@pytest.mark.parametrize(("gives", "weight"), [(0.0, 0.0), (28.0, 0.05), (43.0, 0.15)])
def test_a_drawing_that_gives_much_of_its_height_looks_like_a_stamp(
    gives: float, weight: float
) -> None:
    pages = _pages(_text(4, "first") + _figure("picture scales") + _text(8, "last") + _text(9))
    ways = Ways(parts(pages), pages, 1.0, (0.0,), opens=False, whole=False)
    first, *others = ways.laid_out
    smaller = [first._replace(less=gives), *others]
    assert ways.weigh(smaller) - ways.weigh(ways.laid_out) == pytest.approx(weight)


def test_a_picture_in_which_something_is_written_stays_as_large_as_it_is() -> None:
    body = _text(5, "first") + _text(5, "second") + _figure("picture") + _text(5, "last")
    assert not any(
        "height: " in one.css for one in paged(_pages(body + _text(7)), 1.0, 1.0, (0.0,))
    )


def test_a_picture_stays_with_the_text_before_it_rather_than_begin_a_page() -> None:
    short = '<p style="line-height: 10px">second<br>second</p>'
    usual, made = _ended(_text(13, "first") + HEAD + short + _figure("picture") + _text(6, "last"))
    assert [_first_words(pages)[1] for pages in (usual, made)] == ["last", "head"]


@pytest.mark.parametrize(
    "shown", ['<figure style="margin: 0">SHOWN</figure>', "<table><tr><td>SHOWN</table>"]
)
def test_what_a_text_shows_begins_no_page_though_white_were_more_even_by_it(shown: str) -> None:
    shown = shown.replace("SHOWN", '<div style="height: 35px">shown</div>')
    note = '<section class="crisis" style="break-inside: avoid; height: 230px">help</section>'
    body = f"{_text(13)}{shown}{HEAD}{_text(10)}{note}"
    flat = "table { border-spacing: 0; break-inside: avoid } td { padding: 0 }"
    ends = paged(_pages(body, flat), 1.0, 1.0, (0.0,))
    css = "".join(one.css for one in ends[:1])
    assert _first_words(_pages(body, flat + css)) == ["text", "head", "help"]


def test_a_page_before_the_last_is_no_more_than_a_quarter_white_where_a_part_fills_it() -> None:
    note = '<section class="crisis long" style="break-inside: avoid; height: 100px">help</section>'
    notes = '<ol class="footnotes" style="margin: 0"><li>one<li>two</ol>'
    body = f"{_text(14)}{HEAD}{_text(7)}{note}{notes}{_text(4)}"
    ends = paged(_pages(body), 1.0, 1.0, (0.0,))
    css = "".join(one.css for one in ends[:1])
    assert _first_words(_pages(body, css))[2] != "help"


@pytest.mark.parametrize(
    ("names", "weighs"), [("footnotes", 0.12), ("row-footnotes", 0.9), ("list", 0.08)]
)
def test_footnotes_had_better_stand_with_their_text(names: str, weighs: float) -> None:
    style = "margin: 0; break-inside: avoid; break-before: auto"
    notes = f'<ol class="{names}" style="{style}"><li>one<li>two</ol>'
    pages = _pages(_text(15) + _text(14) + notes)
    ways = Ways(parts(pages), pages, 1.0, (0.0,), opens=False, whole=False)
    text_alone = ways.laid_out[:2]
    assert ways.begun(ways.laid_out) - ways.begun(text_alone) == pytest.approx(weighs)


def test_what_a_page_leaves_free_goes_between_its_lines() -> None:
    body = _text(5, "first") + _text(5, "second") + _text(5, "third") + HOPE * 6
    usual = _pages(body)
    first, second = paged(usual, 1.0, 1.1, (0.0,))
    factors = [float(one) for one in re.findall(r"line-height\) \* ([\d.]+)", first.css)]
    assert len(factors) == 1
    assert 1 < factors[0] <= 1.1
    assert "line-height" not in second.css
    assert "--air" not in second.css
    heights = [[height_used(page) for page in _pages(body, ends.css)] for ends in (first, second)]
    assert [len(one) for one in heights] == [first.pages, second.pages]
    assert sum(heights[0]) > sum(heights[1])
    assert max(heights[0]) <= 300


def test_a_list_that_parts_as_it_is_laid_out_is_as_high_as_in_one_piece() -> None:
    gaps = "ol { margin: 0 } li { margin-bottom: 7px }"
    listed = f"<ol>{'<li>item</li>' * 4}</ol>"
    heights = [parts(_pages(_text(lines) + listed, gaps))[1] for lines in (13, 1)]
    assert [len(part.pieces) for part in heights] == [2, 1]
    assert heights[0].height == heights[1].height == 4 * 27 - 7
    (first, *_) = heights[0].pieces
    assert heights[0].rest(first) == 3 * 27 - 7


def test_where_pages_end_is_chosen_with_how_far_apart_lines_are() -> None:
    body = _text(8, "first") + _text(4, "second") + HOPE * 2 + _text(9, "third")
    usual = _pages(body)
    assert _first_words(usual) == ["first", "third"]
    closed, opened = (paged(usual, 1.0, largest, (0.0,)) for largest in (1.0, 1.2))
    assert not closed
    made = _pages(body, opened[0].css) if opened else usual
    assert [height_used(page) for page in made] > [height_used(page) for page in usual]


@pytest.mark.parametrize(("hopes", "eased"), [(6, True), (9, False)])
def test_last_lines_stand_further_apart_where_the_last_page_has_room(
    hopes: int, eased: bool
) -> None:
    body = _text(5, "first") + _text(5, "second") + _text(5, "third") + HOPE * hopes
    ways = paged(_pages(body), 1.0, 1.1, (0.0,))
    assert ["--eased: 1" in ends.css for ends in ways] == [eased, eased]


@pytest.mark.parametrize(("works", "larger"), [(4, True), (6, False), (0, False)])
def test_works_and_last_lines_are_larger_where_the_last_page_has_room(
    works: int, larger: bool
) -> None:
    listed = f'<section class="references">{"work<br>" * works}</section>' if works else ""
    pages = _pages(_text(5, "first") + _text(5, "second") + _text(5, "third") + HOPE * 3 + listed)
    assert ["--small: 1.055" in ends.css for ends in paged(pages, 1.0, 1.1, (0.0,))] == [larger] * 2


@pytest.mark.parametrize("lines", [4, 9])
def test_a_last_page_may_leave_four_times_as_much_free_where_lines_for_notes_stand_on_it(
    lines: int,
) -> None:
    def weight(names: str) -> float:
        pages = _pages(_text(14) + f'<div class="part {names}">{_text(lines)}</div>')
        ways = Ways(parts(pages), pages, 1.0, (0.0,), opens=False, whole=False)
        return ways.weigh(ways.laid_out)

    lined = weight("") - weight("at-foot")
    free = 0.76 - lines / 15
    on_lines = min(free, 0.22)  # no more than six stand on a page
    assert lined == pytest.approx((0.72 - lines / 15) - 0.25 * on_lines - (free - on_lines))


@pytest.mark.parametrize("body", [_text(4), _text(9) + HEAD + _text(5) + HEAD + _text(11)])
def test_pages_that_end_well_stay_as_they_are(body: str) -> None:
    assert paged(_pages(body), 1.0, 1.0, (0.0,)) == ()


def test_a_part_is_as_high_as_on_all_its_pages_and_parts_where_three_lines_stand_on_each() -> None:
    long, short = parts(_pages(_text(20) + _text(5)))
    assert long.height == pytest.approx(400)
    assert [len(one) for one in (long.pieces, short.pieces)] == [2, 1]
    assert long.cuts == pytest.approx([20 * line for line in range(3, 18)])
    assert short.cuts == []


def test_what_stands_on_page_one_of_a_sheet_stays_there() -> None:
    note = '<section class="crisis short">help</section>'
    found = parts(_pages(_text(3) + note + _text(20)))
    assert [part.stays for part in found] == [False, True, False]
    # Ends before the note would be more even.
    ways = paged(_pages(_text(7) + note + _text(9)), 1.0, 1.0, (0.0,))
    begun = [re.findall(r"html (\S+ > \S+) { break-before: page", one.css) for one in ways]
    assert begun == [["main > :nth-child(3)"]] * 2


POINTS = '<section class="part summary">' + "<br>".join(["points"] * 5) + "</section>"


def _whole(body: str) -> list[str]:
    """Return the first words of pages whose sections stay whole; as they fall, if that is best."""
    usual = _pages(body)
    ways = paged(usual, 1.0, 1.0, (0.0,), whole=True)
    made = _pages(body, ways[0].css) if ways else usual
    assert not ways or len(made) == ways[0].pages
    return _first_words(made)


def _section(name: str, lines: int) -> str:
    return HEAD.replace("head", name) + _text(lines)


def test_the_introduction_is_whole_behind_the_main_points_and_a_section_has_a_page() -> None:
    cover = _text(13, "cover")
    body = cover + POINTS + _text(6, "first") + _text(6, "then")
    long = body + _section("one", 12)
    assert _first_words(_pages(long)) == ["cover", "points", "then", "text"]
    assert _whole(long) == ["cover", "points", "first", "one"]


def test_two_pages_share_works_where_sections_stay_whole() -> None:
    """They would fill the first with seven of eight."""
    works = "".join(f"<li>{'<br>'.join([str(number)] * 2)}</li>" for number in range(1, 9))
    listed = f'<section class="references"><h2>works</h2><ol>{works}</ol></section>'
    style = "ol { margin: 0; padding: 0 } li { break-inside: avoid } section { break-before: page }"
    body = _text(13, "cover") + listed
    usual = _pages(body, style)
    ways = paged(usual, 1.0, 1.0, (0.0,), whole=True)
    made = [_first_words(_pages(body, style + one)) for one in ("", ways[0].css)]
    assert made == [["cover", "works", "8"], ["cover", "works", "4"]]


@pytest.mark.parametrize(("lines", "grown"), [(4, "1.160"), (10, "1.095")])
def test_main_points_that_are_alone_grow_as_far_as_their_page_has_room(
    lines: int, grown: str
) -> None:
    points = f'<section class="part summary">{"<br>".join(["points"] * lines)}</section>'
    pages = _pages(_text(13, "cover") + points + _text(14, "first"))
    (ends, _) = paged(pages, 1.0, 1.0, (0.0,), whole=True)
    assert f"--grown: {grown};" in ends.css
    # A drawing below them is as high as what stays free; with it the page is full.
    assert f"--room: {0.99 * 300 - 20 * lines - 3:.1f}px; --whole: 294.0px;" in ends.css


def test_white_before_more_of_a_section_weighs_more_than_white_at_its_end() -> None:
    """The two pages would be as full as each other if the second began with the first head."""
    note = f'<section class="part">{"<br>".join(["note"] * 8)}</section>'
    below = "".join(
        f'<h3 style="font-size: 10px; margin: 0; break-after: avoid">{name}</h3>{_text(2)}'
        for name in ("first", "second", "third")
    )
    assert _whole(_text(13, "cover") + HEAD + note + below) == ["cover", "head", "second"]


def test_ends_are_found_where_last_lines_have_no_room_on_a_page_with_their_card() -> None:
    card = f'<div class="card" style="display: flex">{_text(6, "card")}</div>'
    about = f'<div style="break-inside: avoid">{_text(8, "about")}</div>'
    last = f'<div class="last" style="break-before: page">{card}{about}</div>'
    imprint = f'<div class="imprint" style="break-before: avoid">{_text(3, "proof")}</div>'
    body = _text(13, "cover") + _section("one", 9) + _section("two", 9) + last + imprint
    ways = paged(_pages(body), 1.0, 1.0, (0.0,), whole=True)
    assert ways, "the card may go to the page before"


def test_the_card_goes_with_the_last_lines_where_one_page_holds_both() -> None:
    card = f'<div class="card" style="display: flex">{_text(4, "card")}</div>'
    last = (
        f'<div class="last">{card}<div style="break-inside: avoid">{_text(8, "about")}</div></div>'
    )
    body = _text(13, "cover") + _section("one", 9) + last
    assert _first_words(_pages(body)) == ["cover", "one", "about"]
    assert _whole(body) == ["cover", "one", "card"]


@pytest.mark.parametrize(("sections", "pages"), [(3, 3), (4, 4), (5, 4)])
def test_a_booklet_has_no_leaf_more_for_the_sake_of_its_sections(sections: int, pages: int) -> None:
    body = "".join(_section(str(number), 9) for number in range(sections))
    (ends, _) = paged(_pages(body), 1.0, 1.0, LINED, whole=True)
    assert ends.pages == pages


@pytest.mark.parametrize(
    ("head", "begun"),
    [("", ["cover", "points", "then"]), (HEAD, ["cover", "points", "head", "one"])],
    ids=["introduction", "section"],
)
def test_in_a_booklet_an_introduction_goes_on_on_the_page_that_faces_the_main_points(
    head: str, begun: list[str]
) -> None:
    points = f'<section class="part summary">{_text(5 + (not head), "points")}</section>'
    body = _text(14, "cover") + points + head + _text(6, "first") + _text(4, "then")
    body += _section("one", 9)
    usual = _pages(body)
    ways = paged(usual, 1.0, 1.0, LINED, whole=True)
    assert _first_words(_pages(body, ways[0].css if ways else "")) == begun


def test_text_goes_on_below_a_crisis_note_where_sections_stay_whole() -> None:
    note = f'<section class="crisis long">{"<br>".join(["note"] * 9)}</section>'
    body = _text(13, "cover") + HEAD + note + _text(4, "first") + _text(5, "then")
    body += _section("one", 12)
    usual = _pages(body)
    ways = paged(usual, 1.0, 1.0, (0.0,), whole=True)
    assert _first_words(_pages(body, ways[0].css if ways else ""))[2] == "then"


def _noted(lines: int) -> str:
    note = f'<section class="crisis long part">{"<br>".join(["note"] * lines)}</section>'
    return _text(13, "cover") + _section("one", 12) + HEAD + note + _text(12, "then")


@pytest.mark.parametrize(
    ("lines", "is_higher"),
    [(12, False), (14, True), (16, True)],
    ids=["with room", "full", "over"],
)
def test_a_head_and_its_crisis_note_that_fill_a_page_have_a_higher_one(
    lines: int, *, is_higher: bool
) -> None:
    body, high = _noted(lines), "@page note { size: 200px 365px }"
    ways = paged(_pages(body, high), 1.0, 1.0, (0.0,), whole=True)
    made = _pages(body, high + (ways[0].css if ways else ""))
    assert _first_words(made)[-2:] == ["head", "then"]
    assert made[-2].height == (365 if is_higher else 300)


def test_a_head_stands_alone_where_its_note_fills_a_higher_page_or_a_booklets() -> None:
    for lines, lined in ((18, (0.0,)), (15, LINED)):
        ways = paged(_pages(_noted(lines)), 1.0, 1.0, lined, whole=True)
        assert not any("page: note" in one.css for one in ways)


@pytest.mark.parametrize(
    ("lined", "whole", "grows"),
    [((0.0,), False, False), (LINED, False, True), ((0.0,), True, True)],
)
def test_what_to_do_is_spaced_out_alone_on_a_page_of_a_booklet_or_of_large_print(
    lined: tuple[float, ...], *, whole: bool, grows: bool
) -> None:
    action = f'<section class="part action">{_text(11, "do")}</section>'
    body = _text(13, "cover") + _text(13, "one") + action
    body += _section("two", 13) + _section("three", 9)
    (ends, *_) = paged(_pages(body), 1.0, 1.0, lined, whole=whole)
    # Nine tenths of the page, if the square of it were more.
    assert re.findall(r"--grown: ([\d.]+)", ends.css) == (["1.108"] if grows else [])


def test_pages_of_a_booklet_that_face_each_other_have_gaps_alike() -> None:
    """Of the pages after the cover 2 faces 3, which is almost full, and 4 faces 5."""
    lines = (9, 13, 9, 8, 9)
    body = _text(14, "cover")
    body += "".join(f"<h2>{count}</h2>{_text(count - 5)}{_text(5)}" for count in lines)
    pages = _pages(body, "p { margin-bottom: 15px }")
    (ends, _) = paged(pages, 1.0, 1.12, LINED, whole=True)
    _, *gaps = [float(gap) for gap in re.findall("--gap: ([0-9.]+)", ends.css)]
    assert gaps == [1.149, 1.046, 1.242, 1.242]


def test_a_short_sheet_has_no_page_for_each_of_its_sections() -> None:
    body = "".join(_section(name, 4) for name in ("one", "two", "three", "four"))
    assert _first_words(_pages(body)) == ["one", "four"]
    assert _whole(body) == ["one", "three"]


def test_what_sections_waste_is_told_with_the_pages_that_they_take() -> None:
    torn_apart = _pages(_text(10) + _section("one", 12) + _section("two", 5))
    whole = _pages(_text(14) + _section("one", 13) + _section("two", 13))
    told = [torn(pages, 1.0, 1.0) for pages in (torn_apart, whole)]
    assert all(told)
    (much, few), (little, more) = [one for one in told if one]
    assert (few, more) == (2, 3)
    assert much > little + 0.3
    assert torn(_pages(_text(3)), 1.0, 1.0) is None


COLUMNS = """.row { display: table; table-layout: fixed; width: 100%; break-inside: avoid }
.own { display: table-cell; vertical-align: baseline; padding-bottom: 4px }
.low { font-size: 6px }"""


def _row(*pairs: tuple[int, int], low: str = "") -> str:
    """Return a row of two columns, with so many lines in each of its paragraphs."""
    first, second = (
        "".join(_text(lines, f"{name}{number}") for number, lines in enumerate(side))
        for name, side in zip("ab", zip(*pairs, strict=True), strict=True)
    )
    cells = f'<div class="own {low}">{first}</div><div class="own">{second}</div>'
    return f'<div class="row">{cells}</div>'


def _lines_on(page: Any) -> dict[str, int]:
    """Return how many lines of each paragraph stand on a page."""
    words = [box.text for box in page.descendants() if getattr(box, "text", "").strip()]
    return {word: words.count(word) for word in words}


def _in_columns(body: str) -> list[dict[str, int]]:
    usual = _pages(body, COLUMNS)
    ways = paged(usual, 1.0, 1.0, (0.0,))
    assert ways, "other ends are better"
    made = _pages(body, COLUMNS + ways[0].css)
    assert len(made) == ways[0].pages < len(usual)
    return [_lines_on(page) for page in made]


@pytest.mark.parametrize("low", ["", "low"])
def test_a_row_parts_in_both_columns_at_once(low: str) -> None:
    """Smaller letters at one side leave no line of either column alone."""
    first, second = _in_columns(_text(8, "first") + _row((10, 11), low=low) + _text(8, "last"))
    assert first == {"first": 8, "a0": 6, "b0": 6}
    assert second == {"a0": 4, "b0": 5, "last": 8}


def test_a_row_parts_between_its_paragraphs_where_none_can_part() -> None:
    first, second = _in_columns(_text(8, "first") + _row((3, 4), (3, 3)) + _text(9, "last"))
    assert first == {"first": 8, "a0": 3, "b0": 4}
    assert second == {"a1": 3, "b1": 3, "last": 9}


def test_pages_before_a_note_share_what_is_white_where_rows_part_between_paragraphs() -> None:
    note = f'<section class="crisis part">{"<br>".join(["note"] * 14)}</section>'
    body = _text(4, "first") + _row((4, 4), (4, 4)) + _row((3, 3)) + note + _text(12, "last")
    usual = _pages(body, COLUMNS)
    (ends, _) = paged(usual, 1.0, 1.0, (0.0,))
    before, made = (list(map(_lines_on, one)) for one in (usual, _pages(body, COLUMNS + ends.css)))
    assert before[1] == {"a0": 3, "b0": 3}
    assert made[0] == {"first": 4, "a0": 4, "b0": 4}
    assert made[1] == {"a1": 4, "b1": 4, "a0": 3, "b0": 3}
    assert len(made) == len(before) == 4


@pytest.mark.parametrize(("before", "seen"), [("", 0.12), (_text(14), 0.25)])
def test_less_white_is_seen_as_a_hole_on_page_one_of_two_columns(before: str, seen: float) -> None:
    """The picture of a short article began page two, and a quarter of page one was blank."""
    note = f'<section class="crisis part">{"<br>".join(["note"] * 14)}</section>'

    def weight(lines: int) -> float:
        pages = _pages(before + _row((lines, lines)) + note, COLUMNS + ".own { padding: 0 }")
        ways = Ways(parts(pages), pages, 1.0, (0.0,), opens=False, whole=False)
        return ways.weigh(ways.laid_out)

    white, less = 5 / 15, 2 / 15
    assert weight(10) - weight(13) == pytest.approx(
        1.5 * (white**2 - less**2) + (white - seen) - max(less - seen, 0)
    )


@pytest.mark.parametrize("rows", in_two_steps([(5, 4, 6), (3, 4, 5), (8, 8, 2)], [(5, 4, 6)]))
def test_rows_are_as_far_apart_on_all_pages(rows: tuple[int, ...]) -> None:
    """What a page leaves free stays at its foot, but where gaps are hardly seen to differ."""
    more = (
        COLUMNS + "@page { size: 200px 600px } .own { padding-bottom: calc(8px * var(--gap, 1)) }"
    )
    note = f'<section class="crisis part">{"<br>".join(["note"] * 16)}</section>'
    body = note.join(_text(2, "first") + _row((2, 2), (2, 2)) * count for count in rows)
    (ends, _) = paged(_pages(body, more), 1.0, 1.0, (0.0,))
    gaps = _gaps(ends.css)
    assert min(gaps) >= 1
    assert max(gaps) <= min(1.1 * min(gaps), 1.34)
    assert len(_pages(body, more + ends.css)) == ends.pages


def test_lines_of_both_columns_stay_on_one_level_where_their_row_parts() -> None:
    body = _text(8, "first") + _row((10, 10), low="low") + _text(8, "last")
    (ends, _) = paged(_pages(body, COLUMNS), 1.0, 1.0, (0.0,))
    for page in _pages(body, COLUMNS + ends.css):
        begun = {
            box.text: box.position_y + box.baseline
            for box in reversed(list(page.descendants()))
            if getattr(box, "text", "") in {"a0", "b0"}
        }
        assert begun["a0"] == pytest.approx(begun["b0"], abs=0.1)


@pytest.mark.parametrize(("tag", "parts_there"), [("p", True), ("blockquote", False)])
def test_a_row_parts_before_a_paragraph_and_not_before_a_quotation(
    tag: str, parts_there: bool
) -> None:
    """A Japanese page began with a quotation alone, whose paragraph ended the page before."""
    own = f'<div class="own"><p>one</p><{tag} style="margin: 0">two</{tag}></div>'
    (part,) = parts(_pages(f'<div class="row">{own}{own}</div>', COLUMNS))
    assert any(way.is_between for way in part.ways.values()) is parts_there


def test_pages_of_columns_that_have_no_room_as_reckoned_have_another_way() -> None:
    more = COLUMNS + "p:first-child { margin-bottom: 10px }"
    ways = paged(_pages(_text(8, "first") + _row((10, 10)) + _text(8, "last"), more), 1, 1, (0.0,))
    body = _text(8, "first") + _row((10, 10)) + _text(8, "last")
    lines = [_lines_on(_pages(body, more + ends.css)[0])["a0"] for ends in ways]
    assert lines == [6, 5]


def test_the_rule_beside_a_row_that_goes_on_ends_with_its_lines() -> None:
    rule = COLUMNS + ".own + .own { border-left: 1px solid } .row { break-inside: auto }"
    pages = _pages(_text(10, "first") + _row((3, 2), (6, 4)) + _text(3, "last"), rule)
    before = [_rules_on(page) for page in pages]
    assert before[0][0] > before[0][1] + 10, "a cell that goes on fills its page"
    join_rules(pages)
    after = [_rules_on(page) for page in pages]
    assert after[0][0] == pytest.approx(after[0][1])
    assert after[1] == before[1]


def test_the_rule_between_columns_is_one_line_but_for_the_edges_of_frames() -> None:
    rule = (
        COLUMNS
        + """.own + .own { border-left: 1px solid } .row { margin-top: 9px }
.frame { border: 2px solid; padding: 3px; margin-top: 5px }"""
    )
    frame = f'<div class="frame">{_row((2, 1))}<div>{_row((1, 2))}</div></div>'
    picture = '<figure style="margin: 5px 0; height: 20px"></figure>'
    body = _row((1, 1)) + _row((2, 1)) + frame + _row((1, 1)) + picture + _row((1, 1))
    (page,) = _pages(body, rule)
    words = [box.position_y for box in page.descendants() if is_one(box, "LineBox")]
    join_rules([page])
    ruled = [box for box in page.descendants() if is_one(box, "TableCellBox")][1::2]
    ends = [(cell.border_box_y(), foot_of(cell)) for cell in ruled]
    apart = [below[0] - above[1] for above, below in pairwise(ends)]
    # Frames have their edges above and below; no rule goes through a picture.
    assert apart == [0, 2, 0, 2, 20]
    assert words == [box.position_y for box in page.descendants() if is_one(box, "LineBox")]


def test_the_rule_goes_on_below_a_head_and_between_a_callout_and_a_frame() -> None:
    """A head's margin was left out, and nothing was drawn between two frames."""
    rule = (
        COLUMNS
        + """.own + .own { border-left: 1px solid } .row { margin-top: 9px }
.framed { border: 2px solid } p { margin-bottom: 3px }"""
    )
    callout = f'<div class="frame">{_row((1, 1))}</div>'
    framed = f'<div class="frame framed" style="margin-top: 8px">{_row((1, 1))}</div>'
    (page,) = _pages(_row((1, 1)) + _row((1, 1)) + callout + framed + callout, rule)
    join_rules([page])
    ruled = [box for box in page.descendants() if is_one(box, "TableCellBox")][1::2]
    ends = [(cell.border_box_y(), foot_of(cell)) for cell in ruled]
    assert [below[0] - above[1] for above, below in pairwise(ends)] == [0, 0, 2, 2]


def _rules_on(page: Any) -> tuple[float, float]:
    """Return how low the rule between columns reaches, and with the room below it the text."""
    (row,) = rows_on(page)
    cells = cells_of(row)
    lines = [box for cell in cells for box in cell.descendants() if is_one(box, "LineBox")]
    return foot_of(cells[1]), max(line.position_y + line.height for line in lines) + 4


def test_the_room_between_items_and_around_frames_in_two_columns_grows() -> None:
    items = '<ul style="margin: 0">' + '<li style="margin-bottom: {}px">one</li>' * 2 + "</ul>"
    own = '<div class="own">{}</div>'
    row = f'<div class="row">{own.format(items.format(3, 3))}{own.format(items.format(5, 5))}</div>'
    frame = '<div class="action-part" style="padding: 2px; margin-top: 7px">{}</div>'
    framed = f'<div class="part action">{frame.format(row)}{frame.format(row)}</div>'
    pages = _pages(_text(2) + framed + f'<div class="part">{row}</div>' + _text(2), COLUMNS)
    inner = {tuple(sorted(part.names)): part.inner for part in parts(pages)}
    assert inner[("action", "part")] == 2 * (5 + 5) + 2 * 4 + 7
    assert inner[("part",)] == 5 + 5


def test_rows_of_tables_beside_each_other_are_as_high_as_their_pair() -> None:
    def table(*lines: int) -> str:
        head, *rows = (f"<tr><td>{'<br>'.join(['cell'] * each)}</td></tr>" for each in lines)
        return f"<table><thead>{head}</thead><tbody>{''.join(rows)}</tbody></table>"

    def row(*tables: str) -> str:
        cells = "".join(f'<div class="own">{one}</div>' for one in tables)
        return f'<div class="row">{cells}</div>'

    style = COLUMNS + "table { border-spacing: 0 } td { padding: 0 } .own { vertical-align: top }"
    body = _text(8, "first") + row(table(2, 1, 1), table(1, 2, 1)) + _row((10, 11))
    usual = _pages(body + _text(8, "last"), style)
    (part,) = (part for part in parts(usual) if part.steps)
    assert part.steps == {"thead > :nth-child(1)": 40.0, "tbody > :nth-child(1)": 40.0}
    assert part.height == 5 * 20 + 4
    (ends, _) = paged(usual, 1.0, 1.0, (0.0,))
    tops: dict[int, list[float]] = {}
    for page in _pages(body + _text(8, "last"), style + ends.css):
        for box in page.descendants():
            if is_one(box, "TableBox") and box.element.tag == "table":
                rows = [one for one in box.descendants() if is_one(one, "TableRowBox")]
                tops[len(tops)] = [one.position_y - rows[0].position_y for one in rows]
    assert [*tops.values()] == [[0.0, 40.0, 80.0]] * 2
