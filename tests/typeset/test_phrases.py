"""Ragged Chinese and Japanese lines end between phrases."""

import re
from pathlib import Path
from typing import Any

import pytest

from pipeline.compose.breaking import text_places
from pipeline.records.typography import locale_named, nearest_row
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
        ("ja", ["人の悪い心の中の厳しい", "（批判）は考えを育てます。"]),
        ("ja", ["これらのことをまとめて", "<b>不安定型愛着</b>と呼びます。"]),
    ],
)
def test_ragged_lines_end_between_phrases(language: str, made: list[str]) -> None:
    plain = [re.sub("<.*?>", "", line) for line in made]
    assert lines(f'<p lang="{language}">{"".join(made)}</p>') == plain


def test_a_narrow_line_ends_early_for_a_phrase_if_it_is_long_enough() -> None:
    made = ["具合が悪くなったら、", "どうすればよいですか？"]
    assert lines(f'<p lang="ja" style="width: 160px">{"".join(made)}</p>') == made
    made = ["3週間以上、よく", "眠れていない。"]
    assert lines(f'<p lang="ja" style="width: 146px">{"".join(made)}</p>') == made


def test_the_line_before_the_last_does_not_end_with_a_word_behind_a_comma() -> None:
    text = "抑郁症可以治疗。它不会决定您的未来，这也不是您的错。"
    wide = 'lang="zh-Hans" style="width: 270px"'
    assert lines(f"<p {wide}>{text}</p>")[0].endswith("未来，")


FLUSH = "text-align: start"


@each_row(
    ("width", "first"),
    [
        (186, "この資料は、すぐに見つかる場所に"),  # closer by a third of a letter
        (170, "この資料は、すぐに見つかる"),  # drawn out by a letter
        (156, "この資料は、すぐに見つかる"),
        (96, "この資料は、すぐ"),  # neither is near
    ],
)
def test_flush_lines_end_with_a_phrase_that_ends_near_by(width: int, first: str) -> None:
    text = "この資料は、すぐに見つかる場所に置いておきましょう。"
    made = lines(f'<p lang="ja" style="width: {width}px; {FLUSH}">{text}</p>')
    assert made[0] == first


@each_row(
    ("language", "pieces"),
    [
        ("ja", ["もしご自身に", "そのような", "考えが", "あっても"]),
        ("ja", ["次にお会いするまでに"]),
        ("ja", ["支援を", "受けることは、", "力に"]),
        ("ja", ["一人にならないで", "ください"]),
        ("ja", ["命の", "危険が", "あるときは"]),
        ("ja", ["待つためのものです"]),
        ("ja", ["大人の方と、", "その", "身近な方へ"]),
        ("ja", ["変わるわけでは", "ありません"]),
        ("ja", ["寝つきやすく", "なります"]),
        ("ja", ["3週間以上、", "よく", "眠れていない。"]),
        ("ja", ["考えているなら"]),
        ("ja", ["見せてください"]),
        ("ja", ["寝る", "1時間前"]),
        ("ja", ["筋肉がこわばります"]),
        ("ja", ["見ても", "かまいません"]),
        ("ja", ["自殺について", "ふれています"]),
        ("ja", ["可能性は", "ありますか？"]),
        ("ja", ["楽に", "なっています"]),
        ("zh_Hans", ["找人", "谈一谈。", "不要", "一个人", "待着"]),
        ("zh_Hant", ["一個人"]),
    ],
)
def test_running_text_has_its_auxiliary_words_with_what_they_belong_to(
    language: str, pieces: list[str]
) -> None:
    locale, text = locale_named(language), "".join(pieces)
    terms = nearest_row("words", "unbroken_in_heads", language) or ()
    places = [0, *text_places(text, language, locale.typography.heads, terms)]
    ends = [*(place for place in places[1:] if place < len(text)), len(text)]
    assert [text[first:last] for first, last in zip(places, ends, strict=False)] == pieces


def test_a_phrase_that_is_longer_than_its_line_is_parted() -> None:
    made = lines('<p lang="ja" style="width: 36px">書いてあります</p>')
    assert len(made) == 3
    assert "".join(made) == "書いてあります"
