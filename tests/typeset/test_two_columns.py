"""Where the parts of a bilingual sheet stand."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.verify.letters import Letter
from pipeline.verify.page import Page, read_pages
from tests.conftest import ROOT
from tests.rows import each_row
from tests.sheets import printed


def _found(page: Page, words: str) -> list[Letter]:
    """Return the first letters of some words, wherever they stand on a page."""
    letters = [letter for letter in page.letters if letter.text.strip()]
    said, words = "".join(letter.text for letter in letters), words.replace(" ", "")
    assert len(said) == len(letters)
    return [letters[at] for at in range(len(said)) if said.startswith(words, at)]


@pytest.mark.exhaustive
def test_a_last_page_has_lines_for_notes_in_both_columns_and_its_end_at_the_foot(
    tmp_path: Path,
) -> None:
    sheet = printed("ar", "GB", tmp_path, edition="bilingual", root=ROOT / "tests/second")
    page = read_pages(sheet.pdf)[-1]
    (notes,) = _found(page, "Notes")
    beside = [
        letter for letter in page.letters if letter.left > page.width / 2 and letter.text > " "
    ]
    assert any(abs(letter.y - notes.y) < 1 for letter in beside)
    (works,), (about,) = _found(page, "References"), _found(page, "About")
    assert works.y > notes.y > about.y, "what was said ends above lines to write on"
    foot = max(letter.top for letter in page.letters if letter.y < 40)
    end = min(letter.y for letter in page.letters if letter.y > 45)
    assert end - foot < 30, "a fifth of the page was white below it"


@pytest.mark.exhaustive
def test_marks_stand_behind_the_names_of_their_languages(tmp_path: Path) -> None:
    sheet = printed("ar", "GB", tmp_path, edition="bilingual", root=ROOT / "tests/second")
    first = read_pages(sheet.pdf)[0]
    (english,), (proof,) = _found(first, "English"), _found(first, "Proof")
    assert proof.left - english.left < 70


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    ("article", "locale", "region"),
    [
        *(("third", "es", "US"), ("third", "ja", "JP"), ("third", "ar", "GB")),
        *(("second", "ar", "GB"), ("second", "es", "US")),
    ],
)
def test_a_picture_stands_on_page_one_between_what_both_texts_say_of_it(
    article: str, locale: str, region: str, tmp_path: Path
) -> None:
    sheet = printed(locale, region, tmp_path, edition="bilingual", root=ROOT / "tests" / article)
    page = read_pages(sheet.pdf)[0]
    said = [letter for letter in page.letters if 45 < letter.y < 115 and letter.text.strip()]
    middle = [one for one in said if 0.3 * page.width < one.left < 0.65 * page.width]
    assert any(one.left < 0.3 * page.width for one in said)
    assert any(one.left > 0.65 * page.width for one in said)
    assert not middle


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    ("article", "locale", "region"),
    [
        *(("third", "es", "US"), ("third", "ja", "JP"), ("third", "ar", "GB")),
        *(("second", "ar", "GB"), ("second", "es", "US")),
    ],
)
def test_footnotes_in_two_columns_stand_below_the_end_of_the_text(
    article: str, locale: str, region: str, tmp_path: Path
) -> None:
    """They were the first thing on the last page, parted from all text."""
    sheet = printed(locale, region, tmp_path, edition="bilingual", root=ROOT / "tests" / article)
    (page, (first, *_)), *_ = [
        (page, found)
        for page in read_pages(sheet.pdf)
        for found in [_found(page, "vicious")]
        if found
    ]
    above = [one for one in page.letters if one.y > first.y + 40 and one.size > 11.5]
    assert len(above) > 20


@pytest.mark.exhaustive
def test_an_introduction_in_two_columns_ends_with_its_page(tmp_path: Path) -> None:
    """The section behind it leaves a third of a page, and has the cover's drawing there."""
    _, second, third, *_ = read_pages(printed("ja", "JP", tmp_path, edition="bilingual").pdf)
    assert _found(second, "In this post")
    top = max(letter.y for letter in third.letters if letter.text.strip())
    assert any(abs(letter.y - top) < 4 for letter in _found(third, "Negative Self-View"))
    assert third.detail


@pytest.mark.exhaustive
@pytest.mark.parametrize(("locale", "region", "pages"), [("es", "US", 7), ("ja", "JP", 9)])
def test_a_crisis_note_begins_in_the_upper_half_of_page_one(
    locale: str, region: str, pages: int, tmp_path: Path
) -> None:
    """It stood below a picture that took 45 percent of the page."""
    first, *others = read_pages(printed(locale, region, tmp_path, edition="bilingual").pdf)
    (note,) = _found(first, "If you need help")
    assert note.y > 0.55 * first.height
    assert len(others) + 1 == pages
    assert bool(_found(first, "The main points")) == (locale == "es")


@pytest.mark.exhaustive
def test_the_last_page_has_air_below_its_running_head_too(tmp_path: Path) -> None:
    """Its end stood at its foot already, and took what was free: the head stood on the text."""
    root = ROOT / "tests/third"
    page = read_pages(printed("es", "US", tmp_path, edition="bilingual", root=root).pdf)[-1]
    (head,), (text,) = _found(page, "When to ask for help"), _found(page, "Talking treatments")
    assert head.y - text.y > 20


@pytest.mark.exhaustive
def test_a_drawing_below_a_section_costs_no_page(tmp_path: Path) -> None:
    """A Polish sheet had eight pages with one, as no closer air was tried."""
    assert len(read_pages(printed("pl", "PL", tmp_path, edition="bilingual").pdf)) == 7


def _leading(page: Page) -> float:
    """Return how far lines of text are apart in the first column, most of them."""
    own = (one for one in page.letters if one.left < 0.4 * page.width and one.size > 11.5)
    lines = sorted({round(one.y, 1) for one in own if one.y > 45}, reverse=True)
    ((apart, _),) = Counter(round(a - b, 1) for a, b in pairwise(lines)).most_common(1)
    return float(apart)


@pytest.mark.exhaustive
@each_row(
    ("locale", "region", "own"),
    [("es", "US", (1, 2, 3, 4, 5)), ("ja", "JP", (1, 2, 4, 5, 6, 7))],
    ids=["es", "ja"],
)
def test_lines_are_as_far_apart_on_each_page_that_ends_early_or_is_full(
    locale: str, region: str, own: tuple[int, ...], tmp_path: Path
) -> None:
    """They were 8 percent further apart where a page ended early, and pages looked stretched."""
    pages = read_pages(printed(locale, region, tmp_path, edition="bilingual").pdf)
    apart = [_leading(pages[number]) for number in own]
    assert max(apart) < 1.02 * min(apart)


@pytest.mark.exhaustive
def test_japanese_and_english_lines_are_level(tmp_path: Path) -> None:
    """Lines of English were closer: a hole of two of them stood below most of its paragraphs."""
    pages = read_pages(printed("ja", "JP", tmp_path, edition="bilingual").pdf)
    assert len(pages) == 9
    for number, english, japanese in (
        (1, "However", "しばしば隠れている"),
        (4, "Those with", "愛着トラウマのある"),
    ):
        (own, *_), (other, *_) = (_found(pages[number], one) for one in (english, japanese))
        assert own.y == pytest.approx(other.y, abs=0.5)
    subheads = _found(pages[4], "How Insecure Attachment")
    assert {one.font.partition("+")[2] for one in subheads} == {"Lato-Bold"}
    assert all(_leading(pages[number]) > 17.2 for number in (1, 4, 5, 6, 7))


@pytest.mark.exhaustive
def test_what_to_do_and_paragraphs_begin_level_with_their_pairs(tmp_path: Path) -> None:
    """Arabic lines are further apart: the last of four things to do stood 16 pixels lower."""
    pages = read_pages(printed("ar", "GB", tmp_path, edition="bilingual").pdf)
    assert len(pages) == 7
    for number, english, arabic in ((5, "Keep", "احتفظ"), (1, "explore", "سنتناول")):
        page = pages[number]
        (own, *_), (other, *_) = _found(page, english), _found(page, arabic)
        assert own.y == pytest.approx(other.y, abs=1.5)
    (latin, *_), (beside, *_) = _found(pages[-1], "Published"), _found(pages[-1], "حاسوب")
    assert beside.size > 1.05 * latin.size, "last lines looked smaller than those beside them"


@pytest.mark.exhaustive
def test_two_cards_say_the_clinic_on_the_same_lines(tmp_path: Path) -> None:
    sheet = printed("es", "US", tmp_path, edition="bilingual", clinic="riverside")
    page = read_pages(sheet.pdf)[-1]
    own, other = _found(page, "Springfield")
    assert own.y == pytest.approx(other.y, abs=0.1)
    # Its last lines stand apart by paragraphs, and the cards no nearer to the works than to them.
    (works,), (first, *_), (about,) = (_found(page, one) for one in ("Wei,", "Cut", "About"))
    (proof,), (advice,) = _found(page, "service awaits"), _found(page, "This sheet does not")
    (clinic, _) = _found(page, "555-0199")
    assert proof.y - advice.y > 1.5 * proof.size
    assert works.y - first.y > 0.8 * (clinic.y - about.y)
