"""What stands on pages of two columns that end early, further apart."""

from typing import Any

import pytest

from pipeline.typeset.boxes import foot_of, is_one, names_of
from pipeline.typeset.opened_rows import open_rows
from pipeline.typeset.spread import height_used, lowered_by
from pipeline.typeset.typesetter import typesetter
from tests.rows import each_row

STYLE = """<style>
@page { size: 200px 300px; margin: 0 }
body, p, h2, h3, ul, section { margin: 0; padding: 0 } body { font: 8px/10px serif }
h2, h3 { font-size: 8px } ul { list-style: none } .new { break-before: page }
.row { display: table; table-layout: fixed; width: 100% }
.own { display: table-cell; vertical-align: baseline }
.frame { background: #eee }
</style>"""


def row(*told: str, name: str = "") -> str:
    """Return a row that says something in one column, and in the other; else in both the same."""
    cells = "".join(f"<div class=own>{one}</div>" for one in (told * 2)[:2])
    return f'<div class="row {name}">{cells}</div>'


def pages_of(*bodies: str, drawn: set[int] | None = None) -> list[Any]:
    """Set a page one, pages and one with the end of a sheet, and open those between."""
    text = "".join(f"<div class=new>{body}</div>" for body in ("end",))
    begun = "".join(
        body.replace('class="', 'class="new ', 1) for body in (row("<p>one</p>"), *bodies)
    )
    html = f"{STYLE}<main>{begun}</main>{text}"
    pages = [page._page_box for page in typesetter().HTML(string=html).render().pages]
    assert len(pages) == len(bodies) + 2
    open_rows(pages, drawn or set())
    return pages


def tops(page: Any) -> list[float]:
    """Return where lines begin, column by column in each row."""
    return [round(float(b.position_y), 1) for b in page.descendants() if is_one(b, "LineBox")]


HEAD = row("<h2>head</h2>", name="row-heading")
TEXT = row("<p>text</p>")
LIST = row("<ul><li>one</li><li>two</li></ul>")
NOTE = f'<div class="frame callout">{TEXT}</div>'


@each_row(
    ("body", "lines"),
    [
        (TEXT + TEXT, [0, 0, 14.5, 14.5]),
        (TEXT + HEAD + TEXT, [0, 0, 21.2, 21.2, 31.2, 31.2]),
        (TEXT + NOTE, [0, 0, 18.1, 18.1]),
        (row("<p>one</p><p>two</p>"), [0, 14.5, 0, 14.5]),
        (row("<h3>head</h3><p>text</p>"), [0, 10, 0, 10]),
        (row("<p>one</p><p>two</p>", "<p>both</p>"), [0, 10, 0]),
        (LIST, [0, 13.6, 0, 13.6]),
        (f'<div class="frame part">{LIST}{TEXT}</div>', [0, 13.6, 0, 13.6, 28.1, 28.1]),
        (f'<div class="frame crisis">{TEXT}{TEXT}</div>', [0, 0, 10, 10]),
        (TEXT + row("<p>whose</p>", name="row-origin"), [0, 0, 10, 10]),
    ],
    ids=["rows", "head", "frame", "in", "under head", "no pair", "list", "part", "note", "origin"],
)
def test_rows_are_further_apart_and_level(body: str, lines: list[float]) -> None:
    assert tops(pages_of(body)[1]) == lines


def test_a_page_is_opened_to_a_foot_of_two_percent() -> None:
    page = pages_of(TEXT * 25)[1]
    assert tops(page)[-1] + 10 == pytest.approx(0.98 * 300)
    assert height_used(page) == 250, "what is reckoned with is where it stood"
    assert lowered_by(page) == pytest.approx(0.98 * 300 - 250)


def test_a_page_that_is_full_to_its_foot_is_drawn_in_a_little() -> None:
    """A frame ended six pixels above the foot's rule."""
    page = pages_of(TEXT * 30)[1]
    assert tops(page)[-1] + 10 == pytest.approx(0.98 * 300, abs=0.1)
    assert height_used(page) == 300, "what is reckoned with is where it stood"
    page = pages_of(row(f"<p>{'text<br>' * 28}</p>") + HEAD + TEXT)[1]
    assert tops(page)[-4:] == [277.5, 277.5, 287.5, 287.5]


def test_pages_differ_by_little() -> None:
    full, near, empty = pages_of(TEXT * 29, TEXT * 25, TEXT)[1:4]
    *_, wide = pages_of(TEXT * 29, TEXT * 25, TEXT * 3)[1:4]
    by = (0.98 * 300 - 250) / 24
    assert tops(near)[-1] == pytest.approx(240 + 24 * by)
    assert tops(wide) == pytest.approx([0, 0, *[11.5 + by] * 2, *[23 + 2 * by] * 2], abs=0.1)
    assert tops(full)[-1] == pytest.approx(280 + 0.98 * 300 - 290)
    assert tops(empty) == [0, 0]


def test_above_a_drawing_a_page_keeps_its_room() -> None:
    page = pages_of(TEXT * 22, drawn={1})[1]
    assert tops(page)[-1] + 10 == pytest.approx((1 - 0.235) * 300)
    assert not lowered_by(page), "whether a drawing has room is asked of what is free"


def test_a_frame_is_as_high_as_what_stands_in_it() -> None:
    page = pages_of(f'<div class="frame part">{TEXT}{TEXT}</div>{TEXT}')[1]
    frame = next(box for box in page.descendants() if "frame" in names_of(box))
    assert foot_of(frame) == 24.5
    assert frame.background.layers[0].painting_area[3] == 24.5


def test_services_of_a_long_note_stand_further_apart_and_each_stays_together() -> None:
    """A Japanese note left a tenth of its page white, and its four services were one block."""
    about, way = row("<p>name</p>", name="row-about"), row("<p>call</p>", name="row-last-way")
    note = (
        f'<div class="frame crisis long"><div class=note><div class=note-head>{HEAD}</div>'
        f"<div class=note-body><div class=note-part>{TEXT}</div>"
        f"<div class=note-part>{about}{way}{about}{way}</div></div></div></div>"
    )
    assert tops(pages_of(note)[1])[::2] == [0, 10, 24.5, 34.5, 49, 59]


def test_first_and_last_pages_stay_as_they_are() -> None:
    html = f"{STYLE}<main>{TEXT}{TEXT}</main>" + f"<main class=new>{TEXT}{TEXT}</main>"
    pages = [page._page_box for page in typesetter().HTML(string=html).render().pages]
    open_rows(pages, set())
    assert [tops(page) for page in pages] == [[0, 0, 10, 10]] * 2


def test_text_in_one_column_stays() -> None:
    html = f"{STYLE}one" + "<main class=new><p>text</p><p>text</p></main>" * 2
    pages = [page._page_box for page in typesetter().HTML(string=html).render().pages]
    open_rows(pages, set())
    assert tops(pages[1]) == [0, 10]
