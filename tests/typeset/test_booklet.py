"""What the pages of a booklet look like, set as a whole."""

from pathlib import Path

import pytest

from pipeline.verify.letters import Letter
from pipeline.verify.page import read_pages
from tests.sheets import printed

pytestmark = pytest.mark.exhaustive


def _rows(letters: tuple[Letter, ...]) -> list[tuple[str, float]]:
    """Return the text of each line from the top, without spaces, and where it begins."""
    rows: dict[float, list[Letter]] = {}
    for letter in letters:
        rows.setdefault(round(letter.y, 1), []).append(letter)
    found = [sorted(rows[y], key=lambda one: one.x) for y in sorted(rows, reverse=True)]
    return [("".join(one.text for one in row), row[0].start) for row in found]


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Letter, ...]]:
    folder: Path = tmp_path_factory.mktemp("booklet")
    sheet = printed("en", "US", folder, edition="booklet")
    return [page.letters for page in read_pages(sheet.pages_pdf)]


@pytest.fixture(scope="module")
def pages(letters: list[tuple[Letter, ...]]) -> list[list[tuple[str, float]]]:
    return [_rows(page) for page in letters]


def test_each_section_of_our_article_begins_a_page_but_the_first_and_the_last(
    pages: list[list[tuple[str, float]]],
) -> None:
    assert len(pages) == 12
    firsts = ["3.Emotional", "4.Social", "5.Heightened", "WhyThisMatters", "Whatyoucando"]
    for (first, _), wanted in zip((page[0] for page in pages[5:10]), firsts, strict=True):
        assert first.startswith(wanted)


def test_words_stand_in_a_column_beside_a_bulb(
    pages: list[list[tuple[str, float]]],
) -> None:
    for page in pages[5:8]:
        edge = next(start for words, start in page if words.startswith("HowInsecure"))
        at = next(n for n, (words, _) in enumerate(page) if words.startswith("TheConnection"))
        starts = [start - edge for _, start in page[at : at + 3]]
        assert starts == pytest.approx([1.4 * 13.2] * 3, abs=1)


def test_a_note_on_a_cover_is_as_large_as_the_text(letters: list[tuple[Letter, ...]]) -> None:
    size = {
        words: page[said.index(words)].size
        for page, words in zip(letters, ("Ifyouarethinking", "Whenwethink"), strict=False)
        if (said := "".join(one.text for one in page))
    }
    assert [*size.values()] == pytest.approx([13.2] * 2, abs=0.05)
