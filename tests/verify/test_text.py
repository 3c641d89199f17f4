"""How letters on a page are read: gaps within words, between words and between columns."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.verify.letters import Letter
from pipeline.verify.page import Page
from pipeline.verify.pixels import Ink
from pipeline.verify.text import fold, lines, read
from tests.rows import each_row

SIZE = 10.0


def page(*letters: tuple[str, float, float], size: float = SIZE) -> Page:
    """Place letters by text, start and end of their advance, all on one line."""
    line = tuple(
        Letter(
            text=text,
            x=start,
            y=100.0,
            left=start,
            bottom=100.0,
            right=end,
            top=100.0 + size,
            start=start,
            end=end,
            size=size,
            font="Lato",
        )
        for text, start, end in letters
    )
    white = Ink(1, 1, 1, b"\xff")
    return Page(1, 612.0, 792.0, line, white, white)


def read_at(both: Page, own: Sequence[tuple[float, float]]) -> list[str]:
    """Return a page's lines, if each of its letters has a height and a size of its own."""
    letters = [one._replace(y=y, size=s) for one, (y, s) in zip(both.letters, own, strict=True)]
    seen = lines(replace(both, letters=tuple(letters)))
    return ["".join(one.text for one in line) for line in seen]


@each_row(
    ("gap", "between"),
    [(0.0, ""), (1.0, ""), (2.5, " "), (14.5, " "), (15.5, "\t"), (300.0, "\t")],
)
@each_row("size", [10.0, 20.0])
def test_a_gap_is_nothing_a_space_or_a_tab_after_the_size_of_its_letters(
    gap: float, between: str, size: float
) -> None:
    scale = size / SIZE
    left, right = ("1", 0.0, 5 * scale), ("2", (5 + gap) * scale, (10 + gap) * scale)
    assert read([page(left, right, size=size)], rtl=False).text == f"1{between}2\n"
    assert read([page(left, right, size=size)], rtl=True).text == f"2{between}1\n"


def test_the_smaller_of_two_letters_decides() -> None:
    large, small = page(("1", 0.0, 5.0), size=20.0), page(("2", 25.0, 30.0), size=10.0)
    both = Page(1, 612.0, 792.0, (*large.letters, *small.letters), large.ink, large.ground)
    assert read([both], rtl=False).text == "1\t2\n"


def test_letters_of_one_baseline_stay_together_beside_a_column_that_stands_higher() -> None:
    # Two letters of this size may differ by 2.2 points; the last one is a hair farther down.
    letters = tuple(
        Letter(text, x, y, x, y, x + 5, y + 8, x, x + 5, SIZE, "Lato")
        for text, x, y in [("1", 0, 102.1999), ("2", 300, 100.0), ("3", 305, 99.9995)]
    )
    white = Ink(1, 1, 1, b"\xff")
    both = lines(Page(1, 612.0, 792.0, letters, white, white))
    assert ["".join(letter.text for letter in line) for line in both] == ["123"]


def test_a_raised_letter_goes_with_its_own_line_and_not_with_a_column_that_stands_higher() -> None:
    both = page(("a", 0.0, 5.0), ("b", 100.0, 105.0), ("-", 105.0, 110.0), ("c", 110.0, 115.0))
    heights = (102.4, 100.0, 100.6, 100.0)
    letters = [one._replace(y=y) for one, y in zip(both.letters, heights, strict=True)]
    seen = lines(replace(both, letters=tuple(letters)))
    assert ["".join(one.text for one in line) for line in seen] == ["a", "b-c"]


def test_a_raised_mark_goes_with_its_own_line_and_not_with_a_column_that_stands_higher() -> None:
    """In Arabic beside English, an article with many footnotes was refused for it."""
    both = page(("a", 0.0, 5.0), ("b", 100.0, 105.0), ("7", 105.0, 108.0), ("c", 110.0, 115.0))
    own = ((499.47, 12.0), (495.25, 13.4), (497.27, 10.1), (495.25, 13.4))
    assert read_at(both, own) == ["a", "b7c"]


def test_an_items_bullet_goes_with_its_own_line_and_not_with_a_column_that_stands_higher() -> None:
    both = page(("a", 0.0, 5.0), ("b", 100.0, 105.0), ("•", 110.0, 115.0))
    own = ((608.65, 12.0), (605.99, 13.4), (607.17, 13.4))
    assert read_at(both, own) == ["a", "b•"]


def test_two_raised_marks_go_with_their_own_lines_where_those_stand_almost_as_high() -> None:
    """In Arabic beside English, the second article was refused for it."""
    both = page(("a", 0.0, 5.0), ("7", 5.0, 8.0), ("b", 100.0, 105.0), ("8", 105.0, 108.0))
    own = ((643.02, 12.0), (645.03, 10.1), (642.17, 13.4), (644.19, 10.1))
    assert read_at(both, own) == ["a7", "b8"]


def test_a_line_stays_with_its_raised_mark_beside_a_column_that_stands_lower() -> None:
    both = page(("a", 0.0, 5.0), ("1", 5.0, 8.0), ("b", 100.0, 105.0))
    heights = (100.0, 101.6, 99.0)
    letters = [one._replace(y=y) for one, y in zip(both.letters, heights, strict=True)]
    seen = lines(replace(both, letters=tuple(letters)))
    assert ["".join(one.text for one in line) for line in seen] == ["a1", "b"]


def test_a_vowel_sign_above_a_line_parts_it_from_nothing() -> None:
    # A tanwin stands 2.4 points above its letter, and the bullet 1.2 below the line's baseline.
    signs = [("\u064b", 102.4), ("ا", 100.0), ("•", 98.8)]
    letters = tuple(
        Letter(text, 50 - 9 * place, y, 0, y, 5, y + 8, 0, 5, 13.4, "Naskh")
        for place, (text, y) in enumerate(signs)
    )
    ink = Ink(1, 1, 1, b"\xff")
    (line,) = lines(Page(1, 100, 200, letters, ink, ink))
    assert [one.text for one in line] == ["•", "ا"]


def test_a_page_is_taken_apart_once_and_one_with_fewer_letters_anew() -> None:
    both = page(("1", 0.0, 5.0), ("2", 5.0, 10.0))
    assert lines(both) is lines(both)
    assert [[one.text for one in line] for line in lines(both)] == [["1", "2"]]
    fewer = replace(both, letters=both.letters[:1])
    assert [[one.text for one in line] for line in lines(fewer)] == [["1"]]
    assert fewer == replace(both, letters=both.letters[:1]), "what is known of it is no part of it"


def test_a_hamza_that_a_font_sets_over_heh_is_a_sign_like_others() -> None:
    # A Persian February: the font sets its hamza a little before the letter that bears it.
    letters = page(("\u0647", 10.0, 15.0), ("\u0654", 12.0, 12.0), ("\u06cc", 15.0, 20.0))
    assert read([letters], rtl=True).text == "\u06cc\u0647\n"
    assert fold("\u06cc\u0647\u0654") == "\u06cc\u0647"
    assert fold("\u0627\u0654") == "\u0623", "a letter of its own"
