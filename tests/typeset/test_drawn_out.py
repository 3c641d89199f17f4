"""What stands on a page that ends early, further apart."""

from typing import Any

import pytest

from pipeline.typeset.boxes import foot_of, is_one, names_of
from pipeline.typeset.drawn_out import draw_out
from pipeline.typeset.spread import height_used, lowered_by
from pipeline.typeset.typesetter import typesetter
from tests.rows import each_row

STYLE = """<style>
@page { size: 200px 300px; margin: 0 }
body, p, h2, h3, ol, section { margin: 0; padding: 0 } body { font: 8px/10px serif }
h2, h3 { font-size: 8px } main > p + *, li + li, section p + p { margin-top: 20px }
main, main > section { break-before: page } ol { list-style: none }
.callout { background: #eee }
</style><p>cover</p>"""
LINE = "<p>text</p>"


def _pages(
    *bodies: str, folded: bool = False, few: bool = False, but: set[int] | None = None
) -> list[Any]:
    html = STYLE + "".join(f"<main>{body}</main>" for body in bodies)
    pages = [page._page_box for page in typesetter().HTML(string=html).render().pages]
    draw_out(pages, but=but or set(), folded=folded, few=few)
    return pages


def _tops(page: Any) -> list[float]:
    """Return where the lines of a page begin."""
    return [round(float(b.position_y), 1) for b in page.descendants() if is_one(b, "LineBox")]


@each_row(
    ("body", "tops"),
    [
        (LINE * 2, [0, 45]),  # three quarters of the gap at most
        ("<h2>head</h2>" + LINE * 2, [0, 10, 55]),  # nothing below a head
        ("<h2>head</h2><h3>subhead</h3>" + LINE * 2, [0, 15.6, 25.6, 65]),  # clear of its subhead
        (LINE * 9, [0, *(round(n * 35.125, 1) for n in range(1, 9))]),  # to a foot of three percent
        (f"<ol><li>{LINE}</li><li>{LINE}</li></ol>", [0, 45]),
        (f"{LINE}<ol></ol>{LINE}", [0, 45]),
    ],
    ids=["most", "head", "subhead", "foot", "list", "empty"],
)
def test_gaps_grow_by_what_their_page_leaves_free(body: str, tops: list[float]) -> None:
    page = _pages(body)[1]
    assert _tops(page) == tops
    assert lowered_by(page) == pytest.approx(_tops(page)[-1] - _as_laid_out(body)[-1])


def test_gaps_give_way_to_a_foot_of_three_percent() -> None:
    tops = _tops(_pages(LINE * 9 + "<p>text<br>text<br>text</p>")[1])
    assert tops[:10] == [round(n * (10 + 20 * (1 - 9 / 180)), 1) for n in range(10)]


def test_last_lines_as_close_as_lines_stay_where_they_are() -> None:
    told = f'<div class="colophon" style="margin: 0">{LINE}<p class="footing">text</p></div>'
    *_, first, second = _tops(_pages(LINE * 9 + "<p>text</p>" + told)[1])
    assert second - first == 10


def test_text_of_few_sections_is_hardly_drawn_out() -> None:
    assert _tops(_pages(LINE * 2, few=True)[1]) == [0, 34]


def _as_laid_out(body: str) -> list[float]:
    return _tops(_pages(body, but={1})[1])


def test_what_is_reckoned_with_is_where_it_stood() -> None:
    page = _pages(LINE * 3)[1]
    assert height_used(page) == height_used(_pages(LINE * 3, but={1})[1])


def test_a_cover_a_page_with_a_picture_and_a_back_stay_as_they_are() -> None:
    pages = _pages(LINE * 2, LINE * 2, LINE * 2, folded=True, but={1})
    assert [lowered_by(page) for page in pages] == [0, 0, 15, 0]


def test_gaps_of_pages_that_face_each_other_differ_by_little() -> None:
    two, three, four = _pages(LINE * 10, LINE * 2, LINE * 2, LINE, folded=True)[1:4]
    own = 11 / (9 * 20)
    assert [lowered_by(one) for one in (two, three, four)] == pytest.approx(
        [11, 20 * (own + 0.5), 15]
    )


def test_a_long_note_grows_with_what_is_in_it() -> None:
    note = f'<section class="crisis long"><div class="note"><p>a</p><p>b</p></div>{LINE}</section>'
    (section,) = [
        box
        for box in _pages(LINE + note + LINE)[2].descendants()
        if is_one(box, "BlockBox") and box.element.tag == "section"
    ]
    # Twice as much as the text, also below its last line; the last paragraph stands close.
    assert section.height == 10 + 60 + 10 + 0.75 * 8


def test_paragraphs_of_a_note_as_close_as_lines_are_parted_where_their_page_has_room() -> None:
    part = '<div class="note-part"><p>a</p><p style="margin: 0">b</p></div>'
    page = _pages(
        f'{LINE}<section class="crisis long" style="break-before: auto">{part}</section>'
    )[1]
    assert _tops(page) == [0, 45, 45 + 10 + 0.75 * 8]


NOTE = f'<section class="crisis long" style="break-before: auto">{LINE * 2}</section>'


def test_a_long_note_that_ends_its_page_goes_on_to_the_foot() -> None:
    page = _pages(LINE * 6 + NOTE)[1]
    (note,) = [box for box in page.descendants() if {"crisis", "long"} <= {*names_of(box)}]
    assert foot_of(note) == pytest.approx(300)


def test_a_page_that_is_full_to_its_foot_takes_nothing_from_its_note() -> None:
    tops = _tops(_pages(NOTE + "<p>text<br>text</p>" + LINE * 8)[1])
    assert tops[:4] == [0, 30, 40, 50]
    assert tops[-1] < 290


def test_grounds_go_down_with_what_stands_on_them() -> None:
    page = _pages(f'{LINE}<div class="callout">{LINE}</div>')[1]
    (callout,) = [box for box in page.descendants() if names_of(box) == ["callout"]]
    (layer,) = callout.background.layers
    assert layer.painting_area[1] == layer.clipped_boxes[0][1] == callout.border_box_y() == 45


def test_what_stands_around_the_note_of_a_cover_has_some_of_its_room() -> None:
    html = STYLE + "".join(f'<p class="{name}">t</p>' for name in ("region", "interpreter-line"))
    page = typesetter().HTML(string=html).render().pages[0]._page_box
    draw_out([page], but=set(), folded=False)
    assert _tops(page) == [0, 10 + 12, 20 + 24]
    assert height_used(page) == 30
