"""Pages of a handout that end near one foot."""

from typing import Any

import pytest

from pipeline.typeset.boxes import foot_of, texts_on
from pipeline.typeset.even_feet import even_feet
from pipeline.typeset.spread import height_used, left_on
from pipeline.typeset.typesetter import typesetter

STYLE = """<style>
@page { size: 200px 300px; margin: 0 }
body, p, h2 { margin: 0 } body { font: 8px/10px serif } h2 { font-size: 8px; margin-bottom: 10px }
p { margin-bottom: 20px }
</style>"""


def _page(lines: int, *, before: str = "", end: str = "", text: str = "") -> Any:
    """Return a page with a head, six paragraphs with gaps of 20 CSS pixels, and so many lines."""
    told = [*[text or "<p>text</p>"] * 5, f"<p>{'<br>'.join(['text'] * lines)}</p>"]
    html = f"{STYLE}<body>{before}<main><h2>head</h2>{''.join(told)}</main>{end}</body>"
    return typesetter().HTML(string=html).render().pages[0]._page_box


def _tops(page: Any) -> list[float]:
    return [float(box.border_box_y()) for text in texts_on(page) for box in text.children]


@pytest.mark.parametrize(
    ("lines", "gap"),
    [(12, 19), (13, 17), (10, 20), (9, 20.4), (8, 22.4), (7, 24), (3, 24)],
    ids=["full", "fuller", "good", "early", "earlier", "most", "no more"],
)
def test_a_page_loses_or_gains_a_part_of_the_room_between_what_stands_on_it(
    lines: int, gap: float
) -> None:
    page = _page(lines)
    used = height_used(page)
    even_feet([page], drawn=set())
    assert _tops(page) == pytest.approx([0, 20, *(20 + (10 + gap) * n for n in range(1, 6))])
    assert left_on(page) == pytest.approx(300 - used - 5 * (gap - 20))
    assert height_used(page) == pytest.approx(used)  # what is reckoned with is where it stood


def test_a_page_loses_no_more_than_a_sixth_of_that_room() -> None:
    page = _page(19, before="<style>p { margin-bottom: 8px }</style>")
    even_feet([page], drawn=set())
    assert _tops(page)[2] == pytest.approx(20 + 10 + 8 - 0.16 * 8)


def test_what_follows_the_text_goes_with_it_and_what_is_before_stays() -> None:
    page = _page(7, before="<p>title</p>", end='<div class="works">works</div>')
    even_feet([page], drawn=set())
    (text,) = texts_on(page)
    before, _, works = (
        float(box.position_y) for body in page.children[0].children for box in body.children
    )
    assert before == 0
    assert _tops(page)[2] == 80 - 3
    assert works == pytest.approx(foot_of(text.children[-1]) + 20)


@pytest.mark.parametrize(
    ("end", "text", "drawn"),
    [
        ('<div class="at-foot">end</div>', "", set()),
        ("", '<p class="row">text</p>', set()),
        ("", "", {0}),
    ],
    ids=["the end", "two columns", "a drawing"],
)
def test_pages_that_are_filled_otherwise_stay_as_they_are(
    end: str, text: str, drawn: set[int]
) -> None:
    page = _page(5, end=end, text=text)
    tops = _tops(page)
    even_feet([page], drawn=drawn)
    assert _tops(page) == tops


def test_a_page_without_a_text_stays_as_it_is() -> None:
    html = f"{STYLE}<body><p>text</p><p>text</p></body>"
    page = typesetter().HTML(string=html).render().pages[0]._page_box
    even_feet([page], drawn=set())
    assert left_on(page) == 300 - 40
