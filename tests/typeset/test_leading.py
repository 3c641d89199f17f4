"""Lines of a paragraph are equally high, whatever fonts stand in them."""

from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from pipeline.typeset.fonts import font_set
from pipeline.typeset.typesetter import font_configuration, typesetter
from pipeline.verify.page import read_pages
from tests.rows import each_row

SIZE, LEADING = 12, 18
POINT = 0.75

FAMILIES = {
    "ja": "Noto Sans CJK JP",
    "ko": "Noto Sans CJK KR",
    "zh-Hans": "Noto Sans CJK SC",
    "ar": "Noto Naskh Arabic",
    "hi": "Noto Sans Devanagari",
    "ru": "Lato",
    "th": "Noto Sans Thai",
}
"""The family of running text; Lato has what it has not."""

CITED = '（<bdi dir="ltr" lang="en" style="font-family: Lato">Beck, 1967</bdi>）'

TEXTS = {
    "a citation": f"うつ病の認知理論{CITED}は、自己批判を特徴づけると強調しています。" * 3,
    "Latin letters of its own": "この節では、Joinerの型を取り上げ、医師に見せてください。" * 5,
    "bold words": "この節では、<b>見せて</b>ください、<em>Beck</em>の型を取り上げます。" * 5,
    "a sign without width": "この節では\u2060、自殺にふれ\u200bています、Joinerの型です。" * 5,
}


@pytest.fixture(autouse=True)
def _fonts(tmp_path: Path) -> None:
    """Have the typesetter see these fonts, whatever it saw before."""
    families = [*dict.fromkeys([*FAMILIES.values(), "Lato"])]
    font_configuration(font_set(families, tmp_path).configuration)


def laid_out(text: str, language: str = "ja") -> Any:
    style = (
        "<style>@page { size: 250px 400px; margin: 10px } body, p { margin: 0 }"
        f'body {{ font: {SIZE}px/{LEADING / SIZE} "{FAMILIES[language]}", Lato }}</style>'
    )
    return typesetter().HTML(string=f'{style}<p lang="{language}">{text}').render()


def heights(text: str, language: str = "ja") -> list[float]:
    """Return how high each line of a paragraph is."""
    boxes = laid_out(text, language).pages[0]._page_box.descendants()
    return [float(box.height) for box in boxes if type(box).__name__ == "LineBox"]


@each_row("text", TEXTS.values(), ids=TEXTS)
def test_lines_on_a_printed_page_are_equally_far_apart(text: str) -> None:
    (page,) = read_pages(laid_out(text).write_pdf())
    lines = Counter(round(letter.y, 1) for letter in page.letters if letter.text.strip())
    feet = sorted(lines, reverse=True)
    assert len(feet) > 4
    steps = [above - below for above, below in pairwise(feet)]
    assert steps == pytest.approx([LEADING * POINT] * len(steps), abs=0.11)


@each_row(
    ("language", "text"),
    [
        ("ko", "우울증의 인지 이론은 자기 비판을 강조합니다. "),
        ("zh-Hans", "抑郁的认知理论强调自我批评，以及理论。"),
        ("ar", "تؤكد النظريات المعرفية على نقد الذات "),
        ("hi", "अवसाद के सिद्धांत आत्म-आलोचना पर ज़ोर देते हैं। "),
        ("ru", "Когнитивные теории подчёркивают самокритику. "),
        ("th", "ทฤษฎีทางปัญญา เน้นการวิจารณ์ตนเอง "),
    ],
)
def test_lines_with_a_citation_are_as_high_as_others(language: str, text: str) -> None:
    made = heights((text + CITED) * 4, language)
    assert len(made) > 4
    assert made == pytest.approx([LEADING] * len(made))


def test_a_line_with_larger_letters_has_room_for_them() -> None:
    text = TEXTS["bold words"]
    usual, larger = heights(text)[0], heights(f'<span style="font-size: 2em">119</span>{text}')[0]
    assert usual == pytest.approx(LEADING)
    assert larger == pytest.approx(2 * LEADING)
