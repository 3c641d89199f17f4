"""Chinese and Japanese lines end flush, with even room between their letters."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from pipeline.typeset.fonts import font_set
from pipeline.typeset.typesetter import font_configuration, typesetter
from pipeline.verify.page import read_pages

STYLE = """<style>@page { size: 206px 600px; margin: 10px } body { margin: 0 }
body { font: 12px "Noto Sans CJK JP" } p, h1 { margin: 0; font-size: 12px }
.float { float: right; width: 40px; height: 60px }</style>"""
WIDTH = 186
LETTER = 12

TEXT = (
    "不安定な愛着のスタイルをもつ人、不安型、回避型、無秩序型のいずれであっても、"
    "抑うつ症状がかなり生じやすくなります。早い時期の愛着（つながり）が損なわれます。"
)
"""In lines of fifteen letters and a half, some of which would begin with a mark."""


@pytest.fixture(autouse=True)
def _fonts(tmp_path: Path) -> None:
    """Have the typesetter see these fonts, whatever it saw before."""
    font_configuration(font_set(["Lato", "Noto Sans CJK JP"], tmp_path).configuration)


def laid_out(body: str) -> Any:
    return typesetter().HTML(string=STYLE + body).render()


def lines(body: str) -> list[Any]:
    """Return the lines of what is laid out."""
    boxes = laid_out(body).pages[0]._page_box.descendants()
    return [box for box in boxes if type(box).__name__ == "LineBox"]


def room(text: Any) -> float:
    """Return how much room the letters of a text get."""
    return getattr(text.pango_layout, "room", 0.0)


def words(line: Any) -> str:
    return "".join(part.text for part in line.descendants() if hasattr(part, "text"))


def paragraph(text: str, language: str = "ja", name: str = "p") -> str:
    return f'<{name} lang="{language}">{text}</{name}>'


@pytest.mark.parametrize("language", ["ja", "zh-Hans", "zh-Hant"])
def test_all_lines_but_the_last_end_flush(language: str) -> None:
    made, plain = lines(paragraph(TEXT, language)), lines(paragraph(TEXT, "ko"))
    assert "".join(map(words, made)) == TEXT
    assert len(made) == len(plain) > 4
    assert any(line.width < WIDTH - LETTER for line in plain[:-1])
    assert [line.width for line in made[:-1]] == pytest.approx([WIDTH] * (len(made) - 1), abs=0.1)
    assert made[-1].width < WIDTH


@pytest.mark.parametrize(
    "body",
    [
        paragraph(TEXT, "ko"),
        paragraph(TEXT, "en"),
        paragraph(TEXT, name="h1"),
        f'<div style="text-align: center">{paragraph(TEXT)}</div>',
        f'<div style="text-align: left">{paragraph(TEXT)}</div>',
    ],
    ids=["Korean", "English", "head", "centred", "ragged"],
)
def test_other_lines_end_where_their_letters_do(body: str) -> None:
    texts = [box for line in lines(body) for box in line.descendants() if hasattr(box, "text")]
    assert texts
    assert {room(box) for box in texts} == {0}


def test_beside_a_float_no_letters_are_drawn_out() -> None:
    made = lines(f'<div class="float">1</div>{paragraph(TEXT)}')
    rooms = [room(box) for line in made for box in line.descendants() if hasattr(box, "text")]
    assert max(rooms) == 0
    assert min(rooms) > -LETTER / 20


def test_a_line_set_closer_ends_with_a_phrase_at_its_edge_and_reads_back() -> None:
    text = "ずっと続くこの資料は、すぐに見つかる場所に置いておきましょう。"
    first, *_ = lines(f'<p lang="ja" style="width: 246px">{text}</p>')
    assert words(first).endswith("場所に")
    assert first.width == pytest.approx(246, abs=0.1)
    (part,) = [box for box in first.descendants() if hasattr(box, "text")]
    assert -LETTER / 20 < room(part) < 0
    (page,) = read_pages(laid_out(f'<p lang="ja" style="width: 246px">{text}</p>').write_pdf())
    assert "".join(letter.text for letter in page.letters) == text


@pytest.mark.parametrize("count", [16, 30, 31])
def test_no_paragraph_ends_with_a_letter_and_a_full_stop(count: int) -> None:
    text = "愛" * count + "。"
    plain = lines(f'<p style="text-align: justify" lang="ja">{text}</p>')
    made = lines(paragraph(text))
    assert len(made) == len(plain)
    assert len(words(plain[-1])) < 3 <= len(words(made[-1]))


@pytest.mark.parametrize(
    ("style", "counts"), [("", [14, 14, 5]), ("text-align: left", [15, 13, 5])]
)
def test_a_last_line_has_more_than_two_letters(style: str, counts: list[int]) -> None:
    """Where lines do not end flush, the one before the last alone is shorter for it."""
    text = "愛" * 32 + "。"
    made = lines(f'<p lang="ja" style="{style}">{text}</p>')
    assert [len(words(line)) for line in made] == counts


@pytest.mark.parametrize("frame", ["", "border-left: 1px solid"])
def test_two_ragged_lines_do_not_end_with_three_letters_and_a_full_stop(frame: str) -> None:
    style = f'style="text-align: left; width: {15.5 * LETTER}px; {frame}"'
    made = lines(f'<p lang="ja" {style}>{"愛" * 16}。</p>')
    assert [len(words(line)) for line in made] == [12, 5]


def test_no_paragraph_is_narrower_than_its_lines_can_be_drawn_out_from() -> None:
    text = "このパンフレットは短縮版です。すべての文章と引用文献の一覧は、完全版の資料に載ります。"
    for width in range(190, 340, 2):
        style = f'style="width: {width}px; margin: 0'
        made = lines(f'<p lang="ja" {style}">{text}</p>')[:-1]
        plain = lines(f'<p lang="ja" {style}; text-align: justify">{text}</p>')[:-1]
        # A line may be a twelfth short where three others would end within phrases for it.
        least = min(0.915 * width, *(line.width for line in plain))
        assert min(line.width for line in made) > least - 0.1, width


def test_no_line_is_drawn_out_much_for_the_sake_of_the_last() -> None:
    style = f'style="width: {30.1 * LETTER}px; margin: 0"'
    for count in range(31, 70):
        made = lines(f'<p lang="ja" {style}>{"愛" * count}。</p>')
        drawn = [room(box) for line in made for box in line.descendants() if hasattr(box, "text")]
        assert max(drawn) <= 0.094 * LETTER, count


def test_a_line_that_lacks_much_stays_short() -> None:
    unbroken = "\u2060".join("あいうえおかきくけこさ")
    short, *_ = made = lines(paragraph("不安定な愛着の" + unbroken + TEXT))
    assert words(short) == "不安定な愛着の"
    assert short.width == pytest.approx(7 * LETTER)
    assert made[2].width == pytest.approx(WIDTH, abs=0.1)


def test_what_has_no_such_letters_keeps_its_own_room_and_moves_along() -> None:
    text = (
        "この節では、<b>988</b>に電話してください、<b>24</b>時間、毎日受け付けています。電話です。"
    )
    first, *_ = lines(paragraph(text))
    plain, *_ = lines(paragraph(text, "ko"))
    assert words(first) == words(plain)
    ends = [
        (box.text, box.position_x, box.position_x + box.width, room(box))
        for box in first.descendants()
        if hasattr(box, "text")
    ]
    assert all(after[1] == pytest.approx(before[2]) for before, after in pairwise(ends))
    spacing = {text: wide for text, *_, wide in ends}
    assert spacing["988"] == 0
    assert 0 < spacing["この節では、"] < LETTER / 8


def steps(body: str, text: str = TEXT) -> list[list[float]]:
    """Return, line by line, how far each letter stands from the next, in points."""
    (page,) = read_pages(laid_out(body).write_pdf())
    letters = [letter for letter in page.letters if letter.text.strip()]
    assert "".join(letter.text for letter in letters) == text
    rows: dict[int, list[float]] = {}
    for letter in letters:
        rows.setdefault(round(letter.y), []).append(letter.x)
    return [[after - before for before, after in pairwise(row)] for row in rows.values()]


def test_signs_for_breaks_get_no_room_and_the_letters_read_back() -> None:
    joined = TEXT.replace("愛着", "愛\u2060着").replace("症状", "症\u200b状")
    ends = "<br>".join(map(words, lines(paragraph(joined))))
    made, plain = steps(paragraph(joined)), steps(paragraph(ends, "ko"))
    assert len(made) > 4
    # The font has some letters stand closer; that is so in both.
    for wide, usual in zip(made[:-1], plain[:-1], strict=True):
        rooms = [one - other for one, other in zip(wide, usual, strict=True)]
        assert max(rooms) < min(rooms) + 0.05
    assert any(one - other > 0.2 for one, other in zip(made[0], plain[0], strict=True))


def test_latin_words_in_a_text_keep_their_letters_close() -> None:
    text = TEXT.replace("スタイル", "Joinerの型")
    (made, *_), (plain, *_) = steps(paragraph(text), text), steps(paragraph(text, "ko"), text)
    rooms = [one - other for one, other in zip(made, plain, strict=True)]
    start = text.index("Joiner")
    assert rooms[start : start + 5] == pytest.approx([0] * 5, abs=0.02)
    assert min(rooms[: start - 1]) > 0.2


@pytest.mark.parametrize(("letters", "is_whole"), [(13, True), (11, False)])
def test_a_citation_of_two_leaves_a_fifth_of_a_line_white_at_most(
    letters: int, *, is_whole: bool
) -> None:
    cited = (
        '<bdi class="citation short-citation">（<bdi dir="ltr">Li</bdi> & '
        '<span style="white-space: nowrap">Muñoz, 1995）</span></bdi>'
    )
    first, second = lines(paragraph(f"{'愛' * letters}{cited}。"))
    assert words(first).strip() == "愛" * letters + ("" if is_whole else "（Li &")
    assert words(second).endswith("Muñoz, 1995）。")


@pytest.mark.parametrize(("width", "is_whole"), [(162, True), (165, False)])
def test_in_a_ragged_text_it_leaves_two_fifths_of_a_line_white(
    width: int, *, is_whole: bool
) -> None:
    cited = (
        '<bdi class="citation short-citation">（<bdi dir="ltr">Li</bdi> & '
        '<span style="white-space: nowrap">Muñoz, 1995）</span></bdi>'
    )
    text = paragraph(f"{'愛' * 8}{cited}。")
    first, _ = lines(f'<div style="text-align: left; width: {width}px">{text}</div>')
    assert (words(first) == "愛" * 8) == is_whole


def test_a_citation_parts_that_fits_its_line_but_for_the_full_stop() -> None:
    """The layout engine takes all of it to the next line, and leaves nearly a whole one white."""
    cited = (
        '<bdi class="citation short-citation">（<bdi dir="ltr">Bartholomew</bdi>\u00a0&'
        '<span> </span><span style="white-space: nowrap">Li, 1995）</span></bdi>'
    )
    made = [words(line).strip() for line in lines(paragraph(f"{'愛' * 17}{cited}。"))]
    assert made[1:] == ["愛愛愛（Bartholomew\u00a0&", "Li, 1995）。"]


def letters(body: str) -> list[Any]:
    """Return the letters of what is printed, in points."""
    pdf = typesetter().HTML(string=STYLE + body).write_pdf()
    return [one for one in read_pages(pdf)[0].letters if one.text.strip()]


def test_a_bracket_that_opens_a_line_stands_at_its_edge() -> None:
    made = letters(paragraph("（愛）愛" + "愛" * 11 + "（愛愛）愛愛愛。"))
    opening = [one.x for one in made if one.text == "（"]
    # A letter and a half of the second line are free, and half a letter of each bracket is white.
    assert len(opening) == 2
    assert opening == pytest.approx([(10 - LETTER / 2) * 0.75] * 2, abs=0.3)
    assert min(one.x for one in made if one.text == "愛") == pytest.approx(
        (10 + LETTER / 2) * 0.75, abs=0.3
    )


def test_a_mark_that_closes_a_line_ends_at_its_edge() -> None:
    made = letters(paragraph("愛" * 14 + "、" + "愛" * 6))
    mark = next(one for one in made if one.text == "、")
    # What of a comma is not white is in its left half.
    assert mark.x == pytest.approx((10 + WIDTH - LETTER / 2) * 0.75, abs=0.3)


def test_a_paragraph_is_set_narrower_where_a_line_would_have_a_hole() -> None:
    whole = f'<span style="white-space: nowrap">{"間" * 4}</span>'
    text = f"{'愛' * 28}{whole}{'愛' * 9}。"
    made, plain = lines(paragraph(text)), lines(paragraph(text, "ko"))
    assert len(made) == len(plain)
    assert words(plain[1]) == "愛" * 13
    assert [line.width for line in made[:-1]] == pytest.approx([WIDTH] * (len(made) - 1), abs=0.1)


def test_a_citation_before_a_hole_parts_before_its_year() -> None:
    cited = (
        '<bdi class="citation short-citation"><span class="kept">（<bdi dir="ltr">Li</bdi>,</span> '
        '<span style="white-space: nowrap">1995）</span></bdi>'
    )
    made = [words(line).strip() for line in lines(paragraph(f"{'愛' * 12}{cited}という研究。"))]
    assert made == ["愛" * 12 + "（Li,", "1995）という研究。"]


def test_the_year_of_a_citation_does_not_stand_alone_on_a_last_line() -> None:
    cited = (
        '<bdi class="citation short-citation"><span class="kept">（<bdi dir="ltr">Li</bdi>,</span> '
        '<span style="white-space: nowrap">1995）</span></bdi>'
    )
    made = [words(line).strip() for line in lines(paragraph(f"{'愛' * 12}{cited}。"))]
    assert made == ["愛" * 12, "（Li, 1995）。"]


def test_a_last_line_of_few_letters_does_not_begin_within_a_word() -> None:
    made = [words(line) for line in lines(paragraph("傷は激しい感情への対処をより難しくします。"))]
    plain = [
        words(line) for line in lines(paragraph("傷は激しい感情への対処をより難しくします。", "ko"))
    ]
    assert plain[-1] == "しくします。"
    assert made[-1] == "難しくします。"
