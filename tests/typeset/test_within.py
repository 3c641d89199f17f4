"""Lines that end where they may end, though a word on them lacks a hair's breadth."""

from pathlib import Path
from typing import Any

import pytest

from pipeline.typeset.first_line import WIDTH, FirstLine
from pipeline.typeset.fonts import font_set
from pipeline.typeset.typesetter import font_configuration, typesetter
from pipeline.typeset.within import within_width
from tests.rows import each_row

LEAD, TEXT = "What it has to do with it:", "Insecure attachment lays the ground for chronic doubt"


@pytest.fixture(autouse=True)
def _fonts(tmp_path: Path) -> None:
    """Have the typesetter see this font, whatever it saw before."""
    font_configuration(font_set(["Lato"], tmp_path).configuration)


def first_line(width: float, body: str) -> str:
    """Return the first line of a paragraph that is so wide."""
    style = "<style>@page { size: 600px } body { margin: 0; font: 12px Lato }</style>"
    html = f'{style}<p style="width: {width}px">{body}</p>'
    pages: Any = typesetter().HTML(string=html).render().pages
    boxes = pages[0]._page_box.descendants()
    line = next(box for box in boxes if type(box).__name__ == "LineBox")
    return "".join(part.text for part in line.descendants() if hasattr(part, "text"))


def test_a_line_never_ends_within_the_bold_words_that_begin_it() -> None:
    widths = [340 + step * 0.05 for step in range(120)]
    made = {first_line(width, f"<strong>{LEAD}</strong> {TEXT}") for width in widths}
    assert made == {f"{LEAD} Insecure attachment lays the ground{more}" for more in ("", " for")}


@each_row(
    ("wide", "is_start", "closer", "width"),
    [
        (100.2, False, 80.0, 80.0),
        (100.2, True, 80.0, 100.2),  # nothing stands before it
        (100.0, False, 80.0, 100.0),
        (103.0, False, 80.0, 103.0),  # a word that has no room at all
        (100.2, False, 100.2, 100.2),  # nothing else has
    ],
)
def test_a_text_is_asked_for_again_where_it_is_a_little_too_wide(
    *, wide: float, is_start: bool, closer: float, width: float
) -> None:
    def split(*given: Any, **_named: Any) -> FirstLine:
        return None, 0, None, wide if given[3] == 100 else closer, 0.0, 0.0

    made = within_width(split)("words", {}, None, 100.0, 0, is_line_start=is_start)
    assert made[WIDTH] == width
