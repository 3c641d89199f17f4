"""Where a line may end in scripts without spaces between words, and where not in Korean."""

import re
import subprocess
import sys
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pipeline.compose.breaking import (
    break_places,
    head_places,
    in_pieces,
    last_phrase,
    unbroken,
    whole_places,
    whole_words,
    with_tails,
)
from pipeline.compose.page import set_page
from tests.conftest import ROOT
from tests.rows import each_row

TEXT = st.text(st.sampled_from("ការពារ ນອນ အိပ် นอนหลับ 10 mg (១២) 😀\u200b.") | st.characters())


def parts(text: str, language: str) -> list[str]:
    places = [0, *break_places(text, language), len(text)]
    return [text[first:last] for first, last in pairwise(places)]


@each_row(
    ("language", "words"),
    [
        ("km", ["មនុស្ស", "ទាំងអស់", "កើតមក", "មាន", "សេរីភាព"]),
        ("lo", ["ມະນຸດ", "ທຸກຄົນ", "ເກີດ", "ມາ", "ມີ", "ກຽດສັກສີ"]),
        ("my", ["တူညီ", "လွတ်လပ်", "သော", "ဂုဏ်သိက္ခာ", "ဖြင့်"]),
        ("th", ["การ", "นอน", "หลับ"]),
    ],
)
def test_a_line_may_end_between_words(language: str, words: list[str]) -> None:
    assert parts("".join(words), language) == words


def test_thai_nouns_compounds_and_names_stay_whole() -> None:
    text, kept = "จอยเนอร์ ความผูกพันกับภาวะซึมเศร้าและอาการ การ์ด (การนอน)", ["ซึมเศร้า"]
    bare = break_places(text, "th")
    places, words = whole_places(text, "th", kept, ["การ", "ความ"])

    def may_end(word: str, behind: str) -> list[bool]:
        at = text.index(word) + len(behind)
        return [at in bare, at in places]

    assert words == ["ความผูกพัน", "ซึมเศร้า", "การนอน"]
    assert may_end("ความผูกพัน", "ความ") == may_end("(การนอน", "(การ") == [True, False]
    assert may_end("ซึมเศร้า", "ซึม") == [True, False]
    assert may_end("จอยเนอร์", "จอยเนอ") == [False, False]  # no line begins with a silent letter
    assert may_end("ภาวะซึมเศร้า", "ภาวะ") == may_end("กับภาวะ", "กับ") == [True, True]


def test_no_thai_line_ends_behind_a_negation() -> None:
    page = set_page("<body><p>ไม่ต้องรอ อย่าอยู่คนเดียว</p></body>", "th")
    assert '<span class="whole">ไม่ต้อง</span>' in page
    assert '<span class="whole">อย่าอยู่</span>' in page


@each_row(
    ("language", "kind", "terms", "pieces"),
    [
        ("ja", "phrases", (), ["愛着と", "うつ病の", "隠れた", "つながり"]),
        ("ja", "phrases", ("うつ病の隠れた",), ["愛着と", "うつ病の隠れた", "つながり"]),
        ("ja", "phrases", (), ["薄暗い", "明かりの", "もとに", "座る"]),
        ("zh_Hans", "words", (), ["依", "恋", "创伤", "的", "影响"]),
        ("zh_Hans", "words", ("依恋",), ["依恋", "创伤", "的", "影响"]),
    ],
)
def test_heads_break_by_phrase_or_word_and_never_within_a_term(
    language: str, kind: str, terms: tuple[str, ...], pieces: list[str]
) -> None:
    text = "".join(pieces)
    places = [0, *head_places(text, language, kind, terms)]
    assert [text[first:last] for first, last in pairwise(places)] == pieces
    html = in_pieces(text, places)
    for piece in pieces:
        assert (f'<span class="whole">{piece}</span>' in html) == (len(piece) > 1)


def test_numbers_and_latin_words_are_left_alone() -> None:
    assert break_places("10 mg well-being 1-2-3", "km") == []
    assert parts("១២៣៤៥ 2005", "km") == ["១២៣៤៥ 2005"]


def test_letters_beyond_the_first_plane_do_not_shift_the_places() -> None:
    assert parts("😀😀 ມະນຸດທຸກຄົນ", "lo") == ["😀😀 ມະນຸດ", "ທຸກຄົນ"]


@given(TEXT)
def test_no_place_is_beside_a_space_or_doubled(text: str) -> None:
    places = break_places(text, "km")
    assert places == sorted(set(places))
    for place in places:
        assert 0 < place < len(text)
        assert not text[place - 1].isspace()
        assert not text[place].isspace()
        assert "\u200b" not in text[place - 1 : place + 1]


def test_korean_words_are_kept_whole_but_for_very_long_ones() -> None:
    assert whole_words("모든 인간은 A") == (
        '<span class="whole">모든</span> <span class="whole">인간은</span> A'
    )
    assert "<span" not in whole_words("가" * 15)
    assert whole_words("<b> & 다") == "&lt;b&gt; &amp; 다"


def test_words_that_must_not_be_misread_are_kept_whole() -> None:
    assert unbroken("「死にたい」と自殺 & 死", ["死にたい", "自殺"]) == (
        '「<span class="whole">死にたい</span>」と<span class="whole">自殺</span> &amp; 死'
    )


@given(st.text(st.sampled_from("한국어 <&>\"'a1 \u00a0") | st.characters()))
def test_a_korean_text_reads_the_same(text: str) -> None:
    html = whole_words(text)
    assert html.replace('<span class="whole">', "").replace("</span>", "") == str(
        type(html)("{}").format(text)
    )


def test_icu_is_loaded_for_those_scripts_alone() -> None:
    code = (
        "import sys; from pipeline.compose.page import set_page\n"
        "for text, locale in (('Sleep', 'en'), ('ມະນຸດ', 'lo')):\n"
        "    set_page(f'<body><p>{text}</p></body>', locale); print('icu4py' in sys.modules)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stdout.split() == ["False", "True"]


def test_lines_end_at_no_hyphen_where_a_language_asks_for_that() -> None:
    whole = '<span class="whole">{}</span>'.format
    assert unbroken("cum v-ați simțit", (), at_hyphens=True) == f"cum {whole('v-ați')} simțit"
    assert unbroken("bem-estar", ()) == "bem-estar"
    long = "pakikipag-ugnayan 10-12"  # might be wider than a column, and a range
    assert unbroken(long, (), at_hyphens=True) == long
    head = "pakikipag-ugnayan"
    assert unbroken(head, (), at_hyphens=True, is_head=True) == whole(head)


@each_row(
    ("html", "tail"),
    [
        ("<p>それを見ていきます。</p>", "見ていきます。"),
        ("<p>不要放弃希望！</p>", "弃希望！"),
        ("<p>助けに<wbr>なるのです。</p>", "なるのです。"),
        ("<p>弱さを<wbr>見せること、つながります。</p>", "つながります。"),
        ("<p>害怕<wbr>展露<wbr>自己的脆弱。</p>", "自己的脆弱。"),
        ("<p>要因の一つとして挙げています。</p>", "挙げています。"),
        ("<p>長くなるかもしれないものです。</p>", "のです。"),
        ("<p>見て。いくことです</p>", ""),
        ("<p>見ます。それは</p>", ""),
        ("<li>見ていきます。</li>", ""),  # beside a box to tick
        ("<p>We look at it.</p>", ""),
        ("<p>（Wei et al., 2003）。</p>", ""),
    ],
)
def test_the_last_signs_of_a_paragraph_on_a_web_page_stay_together(html: str, tail: str) -> None:
    made = with_tails(html)
    assert made == html.replace(tail, f'<span class="tail">{tail}</span>') if tail else made == html


@each_row(
    ("text", "last"),
    [
        ("医師やカウンセラーに見せましょう。", "見せましょう。"),
        ("どこで助けを得られるかが書いてあります。", "あります。"),
        ("一覧は、完全版の資料に載っています。", "載っています。"),
        ("見せましょう。", "見せましょう。"),
        ("こんにちは。", ""),
        ("", ""),
    ],
)
def test_the_last_phrase_of_a_japanese_text_is_whole(text: str, last: str) -> None:
    assert last_phrase(text, "ja") == last


def test_a_narrow_japanese_column_keeps_the_last_phrase_of_its_paragraphs() -> None:
    page = '<body><div class="elsewhere"><p>{}</p></div><p>{}</p></body>'
    text = "資料に載っています。"
    kept = '資料に<span class="last-phrase">載っています。</span>'
    assert set_page(page.format(text, text), "ja") == page.format(kept, text)
    assert "last-phrase" not in set_page(page.format("这是资料要点。", "。"), "zh_Hans")


@each_row(
    ("text", "kept"),
    [
        ("コミュニケーションの練習", ["コミュニケーション"]),  # nine letters and more
        (
            "アプリとアプリケーション",
            ["アプリ", "アプリケーション"],
        ),  # not アプリ of the longer one
        ("スマートフォンアプリケーション", []),  # wider than a column: not a part of it either
        ("メモ", []),
    ],
)
def test_a_word_in_katakana_is_whole_to_its_last_letter(text: str, kept: list[str]) -> None:
    page = set_page(f'<body><div class="action-part"><p>{text}</p></div></body>', "ja")
    assert re.findall('<span class="whole">(.*?)</span>', page) == kept
