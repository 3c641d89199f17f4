"""What stands alone where a line or page ends, and what is parted there."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.compose.passages.text import passage
from pipeline.values.sheet import Passage
from pipeline.verify.account import account
from pipeline.verify.breaks import astray_heads, last_heads, lone_captions, lone_marks, parted
from pipeline.verify.page import Page, read_pages
from pipeline.verify.pixels import INK_SCALE, Ink
from pipeline.verify.text import read
from tests.golden.folders import STOCK
from tests.sheets import printed
from tests.verify.test_account import page


def told(kind: str, text: str, **facts: Any) -> Passage:
    return replace(passage(kind, (text,), rtl=False), **facts)


def heads(pages: list[Page], *passages: Passage) -> list[str]:
    return [one.passage.shown for one in last_heads(account(pages, passages))]


HEAD, TEXT = told("heading", "Nights Awake"), told("paragraph", "Many people lie awake.")


def test_a_heading_above_its_text_is_not_the_last() -> None:
    assert not heads([page("Nights Awake", "Many people", "lie awake.")], HEAD, TEXT)


def test_a_heading_whose_text_is_on_the_next_page_is_the_last() -> None:
    pages = [page("Nights", "Awake"), page("Many people lie awake.", number=2)]
    assert heads(pages, HEAD, TEXT) == ["Nights Awake"]


def test_a_foot_below_a_heading_is_no_text() -> None:
    foot = replace(told("foot", "Page one"), every_page=True, digits="0123456789")
    pages = [
        page("Nights Awake", "Page one"),
        page("Many people lie awake.", "Page one", number=2),
    ]
    assert heads(pages, HEAD, TEXT, foot) == ["Nights Awake"]


def test_text_in_the_other_column_does_not_stand_below_a_heading() -> None:
    rows = "Nights Awake" + "\t" * 9 + "right", "\t" * 11 + "low"
    head, text = replace(HEAD, column=1), replace(told("paragraph", "right low"), column=2)
    found = account([page(*rows)], [head, text], 0.5)
    assert not found.missing
    assert [one.passage.shown for one in last_heads(found)] == ["Nights Awake"]


@pytest.mark.parametrize(
    ("rows", "alone"),
    [(("1.\tone two", "\tthree"), False), (("1.", "\tone two three"), True)],
)
def test_a_mark_has_words_beside_it(rows: tuple[str, ...], alone: bool) -> None:
    found = account([page(*rows)], [told("paragraph", "1. one two three", mark="1.")])
    assert not found.missing
    assert bool(list(lone_marks(found))) is alone


def test_a_mark_is_level_with_its_words_though_a_line_of_the_other_column_is_near() -> None:
    rows = page("left", "\t" * 11 + "1.", "\t" * 12 + "one")
    heights = {700.0: 700.0, 686.0: 698.0, 672.0: 696.0}
    letters = tuple(one._replace(y=heights[one.y]) for one in rows.letters)
    item = told("paragraph", "1. one", mark="1.", column=2)
    passages = [told("paragraph", "left", column=1), item]
    found = account([replace(rows, letters=letters)], passages, 0.5)
    mark, words = next(one.parts for one in found.placed if one.passage.mark)
    assert mark.row != words.row
    assert not list(lone_marks(found))


def test_an_item_without_words_is_no_lone_mark() -> None:
    assert not list(lone_marks(account([page("1.")], [told("paragraph", "1.", mark="1.")])))


def test_an_item_stays_on_its_page_unless_it_fills_one() -> None:
    item = [told("paragraph", one, whole="7.0") for one in ("first", "second")]
    over = [page("before", "first"), page("second", number=2)]
    found = account(over, [told("paragraph", "before"), *item])
    assert [[one.passage.shown for one in whole] for whole in parted(found)] == [
        ["first", "second"]
    ]
    assert not list(parted(account([page("first"), page("second", number=2)], item)))
    assert not list(parted(account([page("first", "second")], item)))


AGAIN = told("running head", "Nights Awake", running_head=True)
NEXT = told("heading", "Days"), told("running head", "Days", running_head=True)


def with_heads(*rows: str, number: int, small: bool = True) -> Page:
    """Return a page whose first line is of the size in which a head is said again."""
    shown = page(*rows, number=number)
    high = max(letter.y for letter in shown.letters)
    letters = [
        letter._replace(size=9.0) if small and letter.y == high else letter
        for letter in shown.letters
    ]
    return replace(shown, letters=tuple(letters))


def test_a_running_head_is_told_from_text_that_goes_on_below_it() -> None:
    pages = [
        page("Nights Awake", "Many people"),
        with_heads("Nights Awake", "lie awake.", number=2),
    ]
    found = account(pages, [HEAD, AGAIN, TEXT])
    assert not found.missing
    assert not found.left_over
    assert [one.passage.kind for one in found.repeated] == ["running head"]
    assert not list(astray_heads(found, [HEAD, AGAIN, TEXT]))


def test_what_is_as_large_as_a_head_is_none_that_is_said_again() -> None:
    pages = [
        page("Nights Awake", "Many people"),
        with_heads("Nights Awake", "lie awake.", number=2, small=False),
    ]
    found = account(pages, [HEAD, AGAIN, TEXT])
    assert [one.shown for one, _ in found.missing] == ["Many people lie awake."]


def test_a_running_head_stands_above_its_own_section_alone() -> None:
    passages = [HEAD, AGAIN, TEXT, *NEXT, told("paragraph", "People are tired.")]
    first = page("Nights Awake", "Many people", "lie awake.", "Days")
    for said, astray in (("Days", []), ("Nights Awake", ["Nights Awake"])):
        pages = [first, with_heads(said, "People are tired.", number=2)]
        found = account(pages, passages)
        assert not found.missing
        assert [one.passage.shown for one in astray_heads(found, passages)] == astray


def test_a_page_of_nothing_but_a_picture_goes_on_with_the_section_before_it() -> None:
    passages = [HEAD, AGAIN, TEXT, *NEXT, told("paragraph", "People are tired.")]
    short, long = ("Nights Awake", "Many people", "lie awake."), ("Days", "People are tired.")
    for first, last, astray in ((short, long, []), ((*short, *long), (), ["Nights Awake"])):
        pages = [page(*first), with_heads("Nights Awake", number=2), page(*last, number=3)]
        found = account(pages, passages)
        assert not found.missing
        assert [one.passage.shown for one in astray_heads(found, passages)] == astray


def test_notes_may_have_the_title_above_them_once_more() -> None:
    notes = [AGAIN, told("paragraph", "A year.")]
    first = page("Nights Awake", "Many people", "lie awake.", "Days", "People are tired.")
    for before, astray in ((AGAIN, []), (NEXT[-1], ["Nights Awake"])):
        passages = [HEAD, AGAIN, TEXT, *NEXT, told("paragraph", "People are tired.")]
        passages += [before, *notes[1:]]
        found = account([first, with_heads("Nights Awake", "A year.", number=2)], passages)
        assert not found.missing
        assert [one.passage.shown for one in astray_heads(found, passages)] == astray


@pytest.mark.parametrize("has_picture", [True, False])
def test_a_caption_below_a_running_head_stands_below_its_picture_too(has_picture: bool) -> None:
    width, height = int(612 * INK_SCALE), int(792 * INK_SCALE)
    pixels = bytearray(b"\xff" * width * height)
    pixels[int(85 * INK_SCALE) * width : int(92 * INK_SCALE) * width] = bytes(
        (int(92 * INK_SCALE) - int(85 * INK_SCALE)) * width
    )
    if has_picture:
        row = int(101 * INK_SCALE) * width
        pixels[row : row + width] = bytes(width)
    ink = Ink(width, height, width, bytes(pixels))
    second = with_heads("Nights Awake", "", "Two trees", "More.", number=2)
    pages = [page("Nights Awake", "Many people lie awake."), replace(second, ink=ink)]
    text = [HEAD, AGAIN, TEXT, told("caption", "Two trees"), told("paragraph", "More.")]
    found = account(pages, text)
    assert not found.missing
    assert bool(list(lone_captions(found, pages))) is not has_picture


@pytest.mark.parametrize("has_picture", [True, False])
def test_a_caption_at_the_head_of_a_page_stands_below_its_picture(has_picture: bool) -> None:
    width, height = int(612 * INK_SCALE), int(792 * INK_SCALE)
    pixels = bytearray(b"\xff" * width * height)
    if has_picture:
        pixels[30 * width : 40 * width] = bytes(10 * width)
    ink = Ink(width, height, width, bytes(pixels))
    pages = [replace(page("Two trees", "More."), ink=ink)]
    found = account(pages, [told("caption", "Two trees"), told("paragraph", "More.")])
    assert bool(list(lone_captions(found, pages))) is not has_picture


def test_the_mark_of_a_footnote_stands_on_the_line_of_its_word(tmp_path: Path) -> None:
    sheet = printed("es", "US", tmp_path, root=STOCK)
    rows = [row for seen in read_pages(sheet.pdf) for row in read([seen], rtl=False).rows()]
    assert any("[1]" in row for row in rows)
    assert "[1]" not in rows
