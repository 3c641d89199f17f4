"""A head stays with a table that is too high for its page, as that is parted below it."""

from pathlib import Path
from typing import Any

import pytest

from pipeline.typeset.fonts import font_set
from pipeline.typeset.typesetter import font_configuration, typesetter

STYLE = """<style>@page { size: 200px 120px; margin: 10px } body { margin: 0; font: 10px/20px Lato }
h1, p { margin: 0; font-size: 10px } h1 { break-after: avoid }
table, div { break-inside: avoid; border-spacing: 0 } td { padding: 0 }</style>"""
ROOM = 5
"""How many lines a page has."""


@pytest.fixture(autouse=True)
def _fonts(tmp_path: Path) -> None:
    """Have the typesetter see these fonts, whatever it saw before."""
    font_configuration(font_set(["Lato"], tmp_path).configuration)


def lines(body: str) -> list[int]:
    """Return how many lines stand on each page."""
    pages = typesetter().HTML(string=STYLE + body).render().pages
    return [sum(map(is_line, page._page_box.descendants())) for page in pages]


def is_line(box: Any) -> bool:
    return type(box).__name__ == "LineBox"


def table(rows: int) -> str:
    return f"<table>{'<tr><td>Sleep' * rows}</table>"


@pytest.mark.parametrize("head", ["<h1>Head</h1>", "<h1>Head</h1><h1>Head</h1>"])
def test_a_table_that_is_too_high_for_a_page_begins_below_its_head(head: str) -> None:
    assert lines(head + table(6)) == [ROOM, 1 + head.count("<h1>")]


def test_a_note_stays_whole() -> None:
    assert lines(f"<h1>Head</h1><div>{'<p>Sleep</p>' * 5}</div>") == [1, 5]


def test_what_has_room_on_a_page_takes_its_head_along_and_stays_whole() -> None:
    assert lines("<p>Sleep" * 3 + "<h1>Head</h1>" + table(4)) == [3, 5]


def test_below_a_text_it_has_a_page_of_its_own_as_before() -> None:
    assert lines("<p>Sleep</p>" + table(5)) == [1, 5]
