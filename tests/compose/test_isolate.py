"""Which runs read from left to right, and what Unicode's algorithm, by fribidi, makes of them."""

import shutil
import subprocess
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compose.isolate import BARRIER, arabic_numbers, in_order, isolated, left_to_right_runs
from tests.rows import each_row

needs_fribidi = pytest.mark.skipif(
    not shutil.which("fribidi"), reason="fribidi is missing (Debian's libfribidi-bin)"
)

RUNS = {
    "اتصل بالاستقبال: 555-0142.": ["555-0142"],
    "للاتصال من الخارج: +44 20 7946 0018.": ["+44 20 7946 0018"],
    "خذ 5-10 ملغ في الساعة 08:30 لمدة 2-3 أسابيع.": ["5-10", "08:30", "2-3"],
    "من 1999-09-02 إلى 2001-10-05.": ["1999-09-02", "2001-10-05"],
    "الخط مفتوح 24/7 و50% من المتصلين شباب.": ["24/7", "50%"],
    "درجة حرارة \u200e-5 °C أو 98.6 °F.": ["\u200e-5 °C", "98.6 °F"],
    "دمای -5 °C یا −5° است": ["-5 °C", "−5°"],
    "الرقم هو 1-800-555-0199.": ["1-800-555-0199"],
    "القسم 1.2.3 من الدليل.": ["1.2.3"],
    "با پذیرش تماس بگیرید: ۵۵۵-۰۱۴۲.": ["۵۵۵-۰۱۴۲"],
    "خط ۲۴/۷ باز است و ۵۰٪ جوان هستند.": ["۲۴/۷", "۵۰"],
    "نسبة ۵۰% و٥٠٪ و50 %": ["۵۰", "٥٠", "50 %"],
    "٥٥٥-٠١٤٢ و٣٫٥": ["٥٥٥-٠١٤٢", "٣٫٥"],
    # Lists, sentences and asides stay the sentence's.
    "الأرقام 1, 2, 3 و4.": ["1", "2", "3", "4"],
    "في عام 1999. 20 شخصا": ["1999", "20"],
    "في 1999، 20 شخصا": ["1999", "20"],
    "اتصل بالرقم (988).": ["988"],
    "اتصل بـ988 (24/7 بالعربية)": ["988", "24/7"],
    "988 (112) أو 988 [24/7]": ["988", "112", "988", "24/7"],
    "يسمى العلاج CBT. 12 أسبوعا": ["CBT", "12"],
    "يسمى العلاج CBT, 12 أسبوعا": ["CBT", "12"],
    "يسمى العلاج CBT – 12 أسبوعا": ["CBT", "12"],
    "في 1999. CBT هو": ["1999", "CBT"],
    # What is one thing stays one.
    "+1 (217) 555-0142 ext. 4-1": ["+1 (217) 555-0142 ext. 4-1"],
    "(217) 555-0142": ["(217) 555-0142"],
    "اتصل بـ +44 116 123 (UK).": ["+44 116 123 (UK)"],
    "العنوان: 12-14 Mill Lane, Apt. 3-B": ["12-14 Mill Lane, Apt. 3-B"],
    "12, rue de Rivoli في باريس": ["12, rue de Rivoli"],
    "Springfield, IL 62701-1234": ["Springfield, IL 62701-1234"],
    "North Clinic (24/7)": ["North Clinic (24/7)"],
    "World Health Organization, Geneva (2001).": ["World Health Organization, Geneva (2001)"],
    "10 – 20 و10–20 و2 × 50 mg": ["10 – 20", "10–20", "2 × 50 mg"],
    "1½ كوب و½ و$50 و€ 5 و50 €": ["1½", "½", "$50", "€ 5", "50 €"],
    "العمر ≥ 18 و(< 5)، ± 2 أو − 5 °C.": ["≥ 18", "< 5", "± 2", "− 5 °C"],
    "نسبة 12.5 %، ثم 10 €. ثم ۵۰ % و37 °.": ["12.5 %", "10 €", "۵۰", "37 °"],
    "الوزن - 5 و– 5 و> CBT": ["5", "5", "CBT"],
    "ISBN 978-0-00-000000-2 و 10/15/2026 و1 000": ["ISBN 978-0-00-000000-2", "10/15/2026", "1 000"],
    "https://example.org/a?b=1&c=2. help@example.org": [
        "https://example.org/a?b=1&c=2. help@example.org"
    ],
    "راسل help@example.org.": ["help@example.org"],
    "انظر example.org/ أو @help": ["example.org/", "@help"],
    '“Call 988 now” و«Call (988)» و"Call"': ["Call 988 now", "Call (988)", "Call"],
    "O’Neil’s “big” day في U.S. وC++ و18+": ["O’Neil’s “big” day", "U.S.", "C++", "18+"],
    # A hyphen after a word joins; it is no minus.
    "ב-5 בנובמבר, כוفيد-19 COVID-19": ["5", "19", "COVID-19"],
    "و+44 20 و-5 وB12 وvitamin D3": ["+44 20", "5", "B12", "vitamin D3"],
    f"Call {BARRIER} now 12{BARRIER}34": ["Call", "now 12", "34"],
    "12\n34": ["12", "34"],
    "لا شيء (هنا) – ٪.": [],
}
"""Texts of right-to-left paragraphs, and the runs that keep their order."""


@each_row("text", RUNS)
def test_numbers_and_latin_phrases_are_runs_and_the_sentences_marks_are_not(text: str) -> None:
    assert [text[start:end] for start, end in left_to_right_runs(text)] == RUNS[text]


LETTERS = st.sampled_from(
    [*"0123456789٠١۱۲½ab Z.,:;-–+/()[]%٪°$€'\"«»“” ابא،\u200e\u200f\u064b\n", BARRIER]
)


@given(st.text(LETTERS, max_size=24))
def test_no_digit_and_no_latin_letter_is_left_outside(text: str) -> None:
    parts = in_order(text, rtl=True)
    assert "".join(part for part, _ in parts) == text
    for part, is_run in parts:
        kinds = {
            unicodedata.bidirectional(letter) for letter in part if letter not in "\u200e\u200f"
        }
        assert not kinds & ({"R", "AL"} if is_run else {"L", "EN", "AN"})
        assert not (is_run and (part.strip() != part or BARRIER in part))


def test_a_text_from_left_to_right_is_one_part() -> None:
    assert in_order("Call 988", rtl=False) == (("Call 988", True),)


def test_where_no_markup_can_be_isolates_stand_around_what_would_turn() -> None:
    text = "صورة 12-14 و24/7 وCBT، ٥-٦"
    assert isolated(text) == (
        "صورة \u206612-14\u2069 و24/7 وCBT، \u2066\u2066٥\u2069-\u2066٦\u2069\u2069"
    )


def test_each_number_in_arabic_digits_of_a_run_is_found() -> None:
    assert arabic_numbers("٥٥٥-٠١:٤٢") == [(0, 3), (4, 9)]
    assert arabic_numbers("٥٥٥") == []
    assert arabic_numbers("555-0142") == []


def seen(texts: Sequence[str]) -> list[str]:
    """Return what Unicode's algorithm shows of right-to-left texts, from left to right."""
    command = ["fribidi", "--rtl", "--nobreak", "--novisual", "--vtol"]
    written = "\n".join(texts) + "\n"
    told = subprocess.run(command, input=written, capture_output=True, text=True, check=True)
    orders = [[int(place) for place in line.split()] for line in told.stdout.splitlines()]
    assert len(orders) == len(texts)
    return [
        "".join(text[place] for place in order).translate(dict.fromkeys(map(ord, ISOLATES)))
        for text, order in zip(texts, orders, strict=True)
    ]


ISOLATES = "\u2066\u2069"


def marked(text: str) -> str:
    """Put an isolate around each run, as the page does."""
    shown = ""
    for part, is_run in in_order(text, rtl=True):
        inner = isolated(part)[1:-1] if arabic_numbers(part) else part
        shown += f"\u2066{inner}\u2069" if is_run else part
    return shown


def meant(text: str) -> str:
    """Return what a reader must see from the left: the parts turned round, the runs as typed."""
    parts = reversed(in_order(text, rtl=True))
    return "".join(part if is_run else part[::-1] for part, is_run in parts)


@needs_fribidi
def test_unicodes_algorithm_shows_each_run_as_it_was_typed() -> None:
    texts = [text for text in RUNS if "\n" not in text]
    assert seen([marked(text) for text in texts]) == [meant(text) for text in texts]


@needs_fribidi
def test_it_turned_them_before() -> None:
    (alone,) = seen(["اتصل 555-0142 أو +44 20"])
    assert "0142-555" in alone
    assert "20 44+" in alone


@needs_fribidi
def test_unicodes_own_lines_keep_their_numbers() -> None:
    rows = (line.split(";") for line in DATA.read_text(encoding="utf-8").splitlines())
    cases = [row for row in rows if len(row) == 5]
    texts = ["".join(chr(int(code, 16)) for code in row[0].split()) for row in cases]
    orders = [[int(place) for place in row[4].split()] for row in cases]
    # The oracle is right about them as they are.
    assert seen(texts) == [
        "".join(text[place] for place in order) for text, order in zip(texts, orders, strict=True)
    ]
    assert seen([marked(text) for text in texts]) == [meant(text) for text in texts]


DATA = Path(__file__).parent.parent / "data" / "bidi.txt"
