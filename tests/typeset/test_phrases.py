"""Ragged Chinese and Japanese lines end between phrases."""

import re
from pathlib import Path
from typing import Any

import pytest

from pipeline.typeset.fonts import font_set
from pipeline.typeset.typesetter import font_configuration, typesetter
from tests.rows import each_row

STYLE = """<style>@page { size: 206px 600px; margin: 10px } body { margin: 0; text-align: left }
body { font: 12px "Noto Sans CJK JP" } p { margin: 0 }</style>"""


@pytest.fixture(autouse=True)
def _fonts(tmp_path: Path) -> None:
    """Have the typesetter see these fonts, whatever it saw before."""
    font_configuration(font_set(["Lato", "Noto Sans CJK JP"], tmp_path).configuration)


def lines(body: str) -> list[str]:
    """Return what stands on the lines of what is laid out."""
    pages: Any = typesetter().HTML(string=STYLE + body).render().pages
    return [
        "".join(part.text for part in line.descendants() if hasattr(part, "text"))
        for line in pages[0]._page_box.descendants()
        if type(line).__name__ == "LineBox"
    ]


@each_row(
    ("language", "made"),
    [
        ("ja", ["命の危険があるときは、110に", "電話してください。"]),
        ("ja", ["この資料は、すぐに見つかる", "場所に置いておきましょう。"]),
        ("zh-Hans", ["也可以告诉您的医生、社工、", "心理治疗师。"]),
        ("ja", ["これらのことをまとめて", "<b>不安定型愛着</b>と呼びます。"]),
    ],
)
def test_ragged_lines_end_between_phrases(language: str, made: list[str]) -> None:
    plain = [re.sub("<.*?>", "", line) for line in made]
    assert lines(f'<p lang="{language}">{"".join(made)}</p>') == plain


def test_a_narrow_line_ends_early_for_a_phrase_if_it_is_long_enough() -> None:
    made = ["具合が悪くなったら、", "どうすればよいですか？"]
    assert lines(f'<p lang="ja" style="width: 160px">{"".join(made)}</p>') == made


def test_the_line_before_the_last_does_not_end_with_a_word_behind_a_comma() -> None:
    text = "抑郁症可以治疗。它不会决定您的未来，这也不是您的错。"
    wide = 'lang="zh-Hans" style="width: 270px"'
    assert lines(f"<p {wide}>{text}</p>")[0].endswith("未来，")


def test_flush_lines_end_behind_any_letter() -> None:
    text = "この資料は、すぐに見つかる場所に置いておきましょう。"
    assert lines(f'<p lang="ja" style="text-align: start">{text}</p>')[0].endswith("場所")


def test_a_phrase_that_is_longer_than_its_line_is_parted() -> None:
    made = lines('<p lang="ja" style="width: 36px">書いてあります</p>')
    assert len(made) == 3
    assert "".join(made) == "書いてあります"
