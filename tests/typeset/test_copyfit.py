"""How a sheet is fitted to its pages: which air is taken, and what white pages show."""

from typing import Any

import pytest

from pipeline.typeset.copyfit import (
    GOOD_ON_LEAVES,
    Least,
    best_air,
    cut_before,
    is_as_foreseen,
    leaf_waste,
    lined,
    opened,
    raised,
    roomier,
    torn_waste,
    waste,
)
from pipeline.typeset.typesetter import typesetter
from pipeline.values.sheet import Form, Layout
from tests.rows import each_row


def _pages(body: str) -> list[Any]:
    """Lay out a page of HTML on pages that are 200 pixels wide and 300 high, without margins."""
    style = "<style>@page { size: 200px 300px; margin: 0 } body { margin: 0; font: 10px serif }"
    more = "p { margin: 0; line-height: 100px } .crisis, .part { break-inside: avoid }</style>"
    document = typesetter().HTML(string=style + more + body).render()
    return [page._page_box for page in document.pages]


PARAGRAPH = "<p>text</p>"
KEPT = '<div class="crisis long" style="height: 250px; border: 1px solid"><p>help</p></div>'


@each_row(
    ("wasted", "taken", "tried"),
    [
        ({"a": 0.1, "b": 0.0, "c": 0.0}, "a", "a"),
        ({"a": 0.5, "b": 0.3, "c": 0.0}, "b", "ab"),
        ({"a": 0.5, "b": 0.49, "c": 0.0}, "a", "ab"),
        ({"a": 10.5, "b": 10.2, "c": 0.6}, "c", "abc"),
        ({"a": 0.9, "b": 0.9, "c": 0.8, "d": 0.0}, "c", "abc"),
        ({"a": 10.9, "b": 10.9, "c": 10.8, "d": 0.9}, "d", "abcd"),
        ({"a": 10.5, "b": 10.2, "c": 10.6}, "b", "abc"),
    ],
)
def test_the_air_that_wastes_least_is_taken_and_few_are_tried(
    wasted: dict[str, float], taken: str, tried: str
) -> None:
    asked = []

    def render(air: str, limit: float) -> str:
        asked.append(air)
        return air

    assert best_air(list(wasted), render, wasted.__getitem__) == (taken, taken)
    assert "".join(asked) == tried


@each_row(
    ("wasted", "taken", "whole"),
    [
        ({"a": 0.5, "b": 0.3, "c": 0.0}, "b", "ab"),
        ({"a": 0.5, "b": 0.49, "c": 0.0}, "a", "a"),
        ({"a": 10.5, "b": 10.2, "c": 0.6}, "c", "c"),
        ({"a": 10.5, "b": 10.2, "c": 10.6}, "b", "abc"),
        ({"a": 10.2, "b": 10.2, "c": 10.3}, "a", "abc"),
    ],
)
def test_what_is_no_better_is_given_up_and_the_same_air_is_taken(
    wasted: dict[str, float], taken: str, whole: str
) -> None:
    finished = []

    def render(air: str, limit: float) -> str | None:
        if wasted[air] >= limit:
            return None
        finished.append(air)
        return air

    assert best_air(list(wasted), render, wasted.__getitem__) == (taken, taken)
    assert "".join(finished) == whole


@each_row(
    ("wasted", "taken"),
    [
        ({"a": 2.1, "b": 2.1, "c": 2.1, "d": 0.1}, "d"),
        ({"a": 2.1, "b": 2.1, "c": 2.1, "d": 2.1}, "a"),
        ({"a": 2.1, "b": 2.1, "c": 0.9, "d": 0.1}, "c"),
    ],
)
def test_while_a_leaf_is_too_many_no_air_is_left_out(wasted: dict[str, float], taken: str) -> None:
    found = best_air(list(wasted), lambda air, _: air, wasted.__getitem__, good=GOOD_ON_LEAVES)
    assert found == (taken, taken)


@each_row(
    ("told", "taken", "tried"),
    [
        ({"a": (0.2, 7.8), "b": (0.0, 7.2), "c": (0.0, 0.0)}, "a", "a"),
        ({"a": (0.6, 7.8), "b": (0.3, 8.4), "c": (0.0, 0.0)}, "a", "ab"),
        ({"a": (1.5, 8.4), "b": (0.6, 7.8), "c": (0.0, 0.0)}, "b", "ab"),
        ({"a": (1.5, 8.4), "b": (1.4, 7.8), "c": (0.9, 7.8)}, "c", "abc"),
        ({"a": (10.5, 7.2), "b": (0.6, 8.4), "c": (0.0, 0.0)}, "b", "ab"),
    ],
)
def test_what_pages_count_weighs_but_is_no_reason_to_try_another_air(
    told: dict[str, tuple[float, float]], taken: str, tried: str
) -> None:
    asked = []

    def render(air: str, limit: float) -> str:
        asked.append(air)
        return air

    wasted, counted = (lambda air: told[air][0]), (lambda air: told[air][1])
    assert best_air(list(told), render, wasted, counted) == (taken, taken)
    assert "".join(asked) == tried


def test_a_lost_note_outweighs_torn_sections() -> None:
    note = PARAGRAPH * 3 + '<div class="crisis short">help</div>' + PARAGRAPH * 3
    lost, pages = torn_waste(_pages(note), 1.0, 1.0)
    whole, _ = torn_waste(_pages(PARAGRAPH * 7), 1.0, 1.0)
    assert lost > 10 > whole
    assert pages == pytest.approx(1.26)


LOST = PARAGRAPH * 3 + '<div class="crisis short">help</div>' + PARAGRAPH * 3


@pytest.mark.parametrize("leaf", [1, 4])
@pytest.mark.parametrize("body", [PARAGRAPH * 7, PARAGRAPH + KEPT + PARAGRAPH * 3 + KEPT, LOST])
def test_what_is_wasted_grows_from_page_to_page(body: str, leaf: int) -> None:
    pages, least = _pages(body), Least(leaf)
    found = [least.of(pages[:count]) for count in range(1, len(pages) + 1)]
    assert found == sorted(found)
    assert found[-1] <= waste(pages, leaf)
    assert found[-1] == Least(leaf).of(pages)
    assert (found[1] > 5) is (body == LOST)


def test_white_before_what_does_not_part_counts_and_a_short_end_too() -> None:
    full = waste(_pages(PARAGRAPH * 6))
    half_white = waste(_pages(PARAGRAPH + KEPT + PARAGRAPH * 3))
    short_end = waste(_pages(PARAGRAPH * 3 + "<p style='line-height: 20px'>end</p>"))
    assert full < short_end < half_white


@pytest.mark.parametrize(
    ("page_one", "is_lost"),
    [
        ('<div class="crisis short">help</div>' + PARAGRAPH, False),
        (PARAGRAPH * 3 + '<div class="crisis short">help</div>' + PARAGRAPH * 3, True),
        (PARAGRAPH * 3 + '<div class="interpreter-line">ask</div>' + PARAGRAPH * 3, True),
    ],
)
def test_a_crisis_note_or_an_interpreter_away_from_page_one_outweighs_all_white(
    page_one: str, is_lost: bool
) -> None:
    assert (waste(_pages(page_one)) > 5) is is_lost


def test_a_crisis_note_is_lost_before_an_interpreter_is() -> None:
    note, line = '<div class="crisis short">help</div>', '<div class="interpreter-line">ask</div>'
    first, neither = note + PARAGRAPH * 3 + line, PARAGRAPH * 3 + note + line
    assert waste(_pages(neither + PARAGRAPH * 3)) > waste(_pages(first + PARAGRAPH * 3)) + 5


@pytest.mark.parametrize(("count", "more_than"), [(11, 12), (11, 10), (10, 9)])
def test_pages_of_a_booklet_with_nothing_but_lines_weigh_but_for_one(
    count: int, more_than: int
) -> None:
    folded, other = (waste(_pages(PARAGRAPH * 3 * pages), 4) for pages in (count, more_than))
    assert folded < other


def test_a_white_page_has_questions_and_notes_and_of_two_each_has_one() -> None:
    assert lined(0) == ("", 0)
    css, shown = lined(1)
    assert ("both" in css, "questions" in css, shown) == (True, False, 1)
    css, shown = lined(2)
    assert ("both" in css, "questions" in css, "notes" in css, shown) == (False, True, True, 2)
    assert lined(2) == lined(3)


SUMMARY = '<div class="summary" style="height: 150px; border: 1px solid"></div>'


def test_the_drawing_of_page_one_has_what_the_text_leaves_it() -> None:
    text = '<p style="break-before: page">text</p>'
    css = opened(_pages(SUMMARY + text))
    assert "body .opens { display: block; }" in css
    # A fifth of the page, and 8 pixels less.
    assert "height: 52.0px" in css
    # What lets a small drawing begin as a slope would be a notch in the hills of a wide one.
    assert "body .opens .cover-art::before { display: none; }" in css


@pytest.mark.parametrize(
    "body",
    [SUMMARY.replace("150px", "280px") + PARAGRAPH, SUMMARY + "<p>on page one</p>" + PARAGRAPH * 3],
)
def test_a_drawing_stays_small_beside_text_or_where_page_one_is_full(body: str) -> None:
    assert opened(_pages(body)) == ""


def test_a_sheet_that_may_have_a_page_less_wastes_it() -> None:
    fits = _pages(PARAGRAPH * 2 + KEPT + PARAGRAPH * 2)
    may_be_less = _pages(PARAGRAPH + KEPT + PARAGRAPH * 2)
    assert len(fits) == len(may_be_less) == 3
    assert waste(may_be_less) - waste(fits) > 0.5
    assert waste(_pages(PARAGRAPH * 6)) == pytest.approx(0)


def test_a_sheet_that_may_have_a_page_less_with_a_smaller_drawing_wastes_it() -> None:
    def wasted(names: str) -> float:
        drawing = f'<figure style="margin: 0"><img class="{names}" src="{_SQUARE}"></figure>'
        return waste(_pages(PARAGRAPH * 2 + drawing + PARAGRAPH * 3 + PARAGRAPH))

    assert wasted("picture scales") - wasted("picture") == pytest.approx(0.26)


_SQUARE = (
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='90' height='90'>"
    "<rect width='90' height='90'/></svg>"
)


def _with_drawing(text: str) -> list[Any]:
    """Lay out a title, a drawing if there is any, a summary with two lines, and page two."""
    head = f'<header><div class="opens">{text}</div></header>'
    two = f'<div id="two" style="break-before: page">{PARAGRAPH}</div>'
    low = PARAGRAPH.replace("<p>", "<p style='line-height: 40px'>")
    return _pages(head + "<div>" + low * 2 + "</div>" + two)


DRAWING = '<div style="height: 50px"></div>'


def _boxes(page: Any, kind: str) -> list[Any]:
    return [box for box in page.descendants() if type(box).__name__ == kind]


def _texts(page: Any) -> list[str]:
    return [box.text for box in _boxes(page, "TextBox")]


def test_page_one_is_known_before_the_pages_end_elsewhere() -> None:
    (page, *_) = _pages(PARAGRAPH + "<main><p>one</p><p id='two'>two</p></main>" + PARAGRAPH)
    two = next(
        box.element
        for box in page.descendants()
        if box.element is not None and box.element.get("id") == "two"
    )
    texts = _texts(page)
    assert texts == ["text", "one", "two"]
    assert _texts(cut_before(page, two)) == ["text", "one"]
    assert _texts(page) == texts


def _same_elements(pages: list[Any], others: list[Any]) -> None:
    """Give the boxes of pages the elements of others, as settings of one sheet have the same."""
    kin = {
        ours.element: theirs.element
        for page, other in zip(pages, others, strict=True)
        for ours, theirs in zip(_boxes(page, "LineBox"), _boxes(other, "LineBox"), strict=True)
    }
    for page in pages:
        for box in page.descendants():
            box.element = kin.get(box.element, box.element)


@pytest.mark.parametrize("text", [PARAGRAPH + DRAWING, PARAGRAPH])
def test_a_drawing_above_all_lines_moves_them_and_no_more(text: str) -> None:
    without, drawn = _with_drawing(PARAGRAPH), _with_drawing(text)
    assert len(without) == len(drawn) == 2
    _same_elements(drawn, without)
    assert is_as_foreseen(drawn, without[0])


def test_a_page_of_which_a_line_is_elsewhere_was_not_foreseen() -> None:
    pages, others = _with_drawing(PARAGRAPH), _with_drawing(PARAGRAPH + DRAWING)
    _same_elements(others, pages)
    assert is_as_foreseen(others, pages[0])
    _boxes(others[0], "LineBox")[-1].position_y += 1
    assert not is_as_foreseen(others, pages[0])


@each_row(
    ("count", "white", "whole", "wasted"),
    [
        (12, 0.0, False, 0.1),
        (11, 0.5, False, 0.0),
        (12, 0.8, False, 0.4),  # of holes
        (13, 0.0, False, 3.5),
        (16, 0.0, False, 2.1),
        (8, 0.0, False, 0.1),
        (11, 1.2, True, 0.0),  # where sections end
        (12, 1.9, True, 0.8),  # of torn sections
        (13, 0.0, True, 3.5),
    ],
)
def test_a_booklet_whose_text_is_larger_wastes_a_leaf_more_and_many_holes(
    count: int, white: float, whole: bool, wasted: float
) -> None:
    form = Form(layout=Layout(), pages="", most_pages=12, whole_sections=whole)
    assert leaf_waste(_pages("<p>text</p>"), count, form, white) == pytest.approx(wasted)


def test_what_tears_sections_weighs_more_on_one_leaf() -> None:
    forms = (Form(layout=Layout(), pages="", most_pages=count) for count in (4, 8))
    one, more = (leaf_waste(_pages("<p>text</p>"), 4, form, 0.9) for form in forms)
    assert (one, more) == pytest.approx((0.7, 0.5))


@pytest.mark.parametrize(
    ("high", "css"),
    [
        (150, "height: 84.0px; background-size: 271.0% 100%;"),  # as high as it may be
        (230, "height: 58.8px; background-size: 189.5% 100%;"),
        (262, ""),
    ],
)
def test_the_drawing_on_a_booklets_cover_has_most_of_what_its_page_leaves(
    high: int, css: str
) -> None:
    art = '<div class="cover-art" style="height: 30px; border-bottom: 1px solid"></div>'
    (opening,) = _pages(art + SUMMARY.replace("150px", f"{high}px"))
    assert css in raised(opening)
    assert bool(css) == bool(raised(opening))
    assert raised(_pages(SUMMARY)[0]) == ""


@each_row(
    ("field", "text", "css"),
    [
        (
            0,
            160,
            [".cover-art { height: 77.0px; background-size: 100.0% 100%; }", "top: 18.3px; }"],
        ),
        (
            20,
            200,
            [".cover-art { height: 64.0px; background-size: 320.0% 100%; }", "top: 9.3px; }"],
        ),
        (0, 240, ["top: 17.3px; }"]),  # no hills fit a field so low
        (0, 295, []),
    ],
)
def test_text_on_a_cover_stands_clear_of_what_is_above_it(
    field: int, text: int, css: list[str]
) -> None:
    art = f'<div class="cover-art" style="height: {field}px"></div>'
    words = f'<div style="height: {text - 1}px; border-bottom: 1px solid"></div>'
    (opening,) = _pages(f"{art}<main>{words}</main>")
    made = raised(opening).splitlines()
    assert len(made) == len(css)
    for rule, end in zip(made, css, strict=True):
        assert rule.endswith(end)
    (alone,) = _pages(art + words)
    (begun,) = _pages(f"{art}{words}<main></main>")
    for cover in (alone, begun):
        assert "interpreter-line, main" not in raised(cover)


SHORT_NOTE = '<section class="crisis short"><p>help</p></section>'


@each_row(
    ("body", "air", "css"),
    [
        (SHORT_NOTE, 0.9, "1.000"),  # the usual air at most
        (SHORT_NOTE + PARAGRAPH, 0.78, "1.000"),
        (SHORT_NOTE + '<p style="line-height: 180px">text</p>', 0.78, "0.928"),
        (SHORT_NOTE + PARAGRAPH * 2, 0.9, ""),  # full
        (SHORT_NOTE, 1.0, ""),
        (SHORT_NOTE + f"<main>{PARAGRAPH}</main>", 0.9, ""),  # its text begins there
        (PARAGRAPH, 0.9, ""),
    ],
    ids=["free", "half", "part", "full", "usual air", "text", "no note"],
)
def test_a_note_on_a_cover_has_the_usual_air_as_far_as_there_is_room(
    body: str, air: float, css: str
) -> None:
    made = roomier(_pages(body)[0], air)
    assert made == (f"html:root {{ --note-air: {css}; }}\n" if css else "")
