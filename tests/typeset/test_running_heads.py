"""What pages say above a text that goes on with a section."""

from pathlib import Path
from typing import Any

import pytest

from pipeline.typeset.typesetter import typesetter
from tests.copies import FRONT, start_project
from tests.rows import each_row
from tests.sheets import printed

STYLE = """<style>
@page {
  size: 200px 140px;
  margin: 20px;
  @top-center { content: element(running-head); width: 100% }
}
body { margin: 0; font: 10px/10px monospace }
p, h2 { margin: 0; font-size: 10px; break-inside: avoid }
.running-head { position: running(running-head) }
</style>
"""
LINE = "<p>text</p>"
CALLOUT = '<div style="break-inside: avoid; break-before: avoid; height: 40px">callout</div>'


def _head(name: str, *said: str) -> str:
    """Return a section's head, and before it what may be said again of it; 10 lines fill a page."""
    again = "".join(f'<p class="again">{one}</p>' for one in said)
    return f'<div class="running-head">{again}</div>\n<h2>{name}</h2>'


def _above(text: str) -> list[str]:
    document = typesetter().HTML(string=f"{STYLE}<body><main>{text}</main>").render()
    return [_margin(page._page_box) for page in document.pages]


def _margin(page: Any) -> str:
    return "".join(
        part.text
        for child in page.children
        if type(child).__name__ == "MarginBox"
        for part in child.descendants()
        if type(part).__name__ == "TextBox"
    )


ONE = _head("1. One", "1. One")
LONG = "Two and a half: what is said of it, and more than one line holds"
TWO = _head(f"2. {LONG}", f"2. {LONG}", "2. Two and a half")


@each_row(
    ("text", "above"),
    [
        (ONE + LINE * 12, ["", "1. One"]),
        (ONE + LINE * 25, ["", "1. One", "1. One"]),
        (ONE + LINE * 9 + TWO + LINE, ["", ""]),
        (LINE * 12 + ONE, ["", ""]),
        (TWO + LINE * 12, ["", "2. Two and a half"]),
        (_head("1. One") + LINE * 12, ["", ""]),
        (ONE + LINE * 4 + TWO + LINE * 8, ["", "2. Two and a half"]),
        # The head is set on the first page, and taken back with the line that stays with it.
        (ONE + LINE * 7 + CALLOUT + TWO + LINE, ["", "1. One"]),
        (ONE + LINE * 9 + '<p class="footnotes">note</p>', ["", ""]),
    ],
    ids=[
        "a page that goes on",
        "each that does",
        "one that begins with a head",
        "what comes before all heads",
        "a line too long for one",
        "a head that nothing is said of",
        "the last head of several",
        "an end that is taken back",
        "notes, which stand below all sections",
    ],
)
def test_a_page_says_again_the_head_that_it_goes_on_with(text: str, above: list[str]) -> None:
    assert _above(text) == above


def test_what_follows_a_part_with_a_head_of_its_own_goes_on_with_no_section() -> None:
    part = '<div class="running-head"></div><section class="summary">points</section>'
    assert _above(ONE + part + LINE * 12) == ["", ""]


TITLE = _head("", '<span class="arrow">→</span>Title').replace("<h2></h2>", "")


@pytest.mark.parametrize(("lines", "above"), [(9, ["", "→Title"]), (8, [""])])
def test_notes_say_the_title_where_a_page_begins_with_them(lines: int, above: list[str]) -> None:
    assert _above(f'{ONE}{LINE * lines}{TITLE}<p class="footnotes">note</p>') == above


@each_row(
    ("before", "behind"),
    [
        (f'{TITLE}<section class="summary">points</section>', ""),
        ("<p>cover</p></main><main>", TITLE),
    ],
    ids=["behind the main points", "behind a cover"],
)
def test_a_page_on_which_the_text_begins_says_the_title_without_an_arrow(
    before: str, behind: str
) -> None:
    begins = '<p style="break-before: page">text</p>'
    assert _above(before + begins + behind + LINE * 10) == ["", "Title", "→Title"]


def test_a_text_that_began_on_the_page_before_goes_on() -> None:
    points = f'{TITLE}<section class="summary">points</section>'
    parting = f'<p style="break-inside: auto">{"text<br>" * 12}</p>'
    assert _above(points + parting) == ["", "→Title"]


def test_two_languages_do_not_say_the_title() -> None:
    points = f'{TITLE}<section class="summary">points</section>'
    row = '<p class="row" style="break-before: page">text</p>'
    assert _above(points + row) == ["", ""]


@pytest.mark.parametrize(("lines", "above"), [(12, ["", "", "Works"]), (8, ["", ""])])
def test_works_that_go_on_have_their_head_above_them(lines: int, above: list[str]) -> None:
    works = (
        f'<section class="references">{_head("Works", "Works")}<div>{LINE * lines}</div></section>'
    )
    assert _above(f'{ONE}</main><div style="break-before: page"></div>{works}') == above


def test_nothing_is_said_above_what_stands_outside_the_text() -> None:
    works = f'</main><section class="references">{LINE * 12}</section>'
    assert _above(ONE + works) == ["", ""]


def test_a_text_stands_lower_below_a_running_head_as_far_as_its_page_has_room() -> None:
    text = ONE + LINE * 12
    shown = typesetter().HTML(string=f"{STYLE}<body><main>{text}</main>").render().pages
    tops = [float(page._page_box.children[0].children[0].position_y) for page in shown]
    assert tops == [20, 33]
    full = typesetter().HTML(string=f"{STYLE}<body><main>{ONE}{LINE * 19}</main>").render().pages
    assert float(full[1]._page_box.children[0].children[0].position_y) == 20


def test_a_full_page_gives_its_running_head_air_from_between_its_parts() -> None:
    apart = "<style>main > p { margin-bottom: 12.5px }</style>"
    text = f"{STYLE}{apart}<body><main>{ONE}{LINE * 10}</main>"
    shown = typesetter().HTML(string=text).render().pages
    main = shown[1]._page_box.children[0].children[0].children[0]
    tops = [round(float(box.position_y), 1) for box in main.children]
    assert tops == [26, 47, 68, 89, 110]


@pytest.mark.exhaustive
def test_heads_of_two_translations_have_room_in_the_margin(tmp_path: Path) -> None:
    """The first column has sizes of its own: its heads were as large as its text."""
    sheet = printed("es", "US", tmp_path, edition="bilingual", beside="ar")
    assert sheet.findings == ()


@pytest.mark.exhaustive
def test_a_running_head_of_a_section_below_a_crisis_note_has_room(tmp_path: Path) -> None:
    text = "\n\n".join(
        ["Many people lie awake with worry. It is common, and gets better. " * 5] * 5
    )
    note = "::: crisis\n### Help is there\n\n{services}\n\nCall {emergency} if in danger.\n:::"
    opening = note.replace("crisis", "crisis short").replace("###", "##")
    article = f"{FRONT}\n{opening}\n\n## First\n\n{text}\n\n{note}\n\n## Second\n\n{text}\n"
    (start_project(tmp_path) / "help.md").write_text(article, encoding="utf-8")
    made = printed("en", "GB", tmp_path, root=tmp_path, edition="large-print")
    assert not [one for one in made.findings if one.is_error]
