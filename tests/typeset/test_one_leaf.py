"""A short article: its booklet is one leaf, its large print and its columns take few pages."""

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from pipeline.verify.page import read_pages
from tests.sheets import ROOT, printed


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", ["not doing anything wrong", "What helps", "An exercise", "References"]),
        pytest.param(
            "es",
            ["nada mal", "Lo que ayuda", "Un ejercicio", "Acerca de esta hoja"],
            marks=pytest.mark.exhaustive,
        ),
        pytest.param(
            "ar", ["خطوات صغيرة", "ما الذي يساعد", "تمرين", "المراجع"], marks=pytest.mark.exhaustive
        ),
    ],
)
def test_a_short_text_fills_one_leaf_with_a_page_for_each_section(
    locale: str, words: list[str], tmp_path: Path
) -> None:
    sheet = printed(locale, "GB", tmp_path, edition="booklet", root=ROOT / "tests/second")
    pages = [page.get_textpage() for page in PdfDocument(sheet.pages_pdf)]
    assert len(pages) == 4
    for page, first in zip(pages, words, strict=True):
        assert first in page.get_text_bounded().replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("article", "locale", "region", "edition", "pages"),
    [
        ("second", "es", "US", "large-print", 5),
        pytest.param("third", "ar", "GB", "large-print", 5, marks=pytest.mark.exhaustive),
        pytest.param("third", "es", "US", "bilingual", 3, marks=pytest.mark.exhaustive),
        pytest.param("second", "ar", "GB", "bilingual", 3, marks=pytest.mark.exhaustive),
    ],
)
def test_a_short_text_takes_no_page_for_the_sake_of_its_ends(
    article: str, locale: str, region: str, edition: str, pages: int, tmp_path: Path
) -> None:
    root = ROOT / "tests" / article
    sheet = printed(locale, region, tmp_path, edition=edition, root=root)
    assert len(PdfDocument(sheet.pdf)) == pages


@pytest.mark.exhaustive
def test_a_cover_has_its_hills_also_where_pages_end_as_they_fall(tmp_path: Path) -> None:
    root = ROOT / "tests/third"
    sheet = printed("es", "US", tmp_path, edition="booklet", root=root)
    (cover, *others) = read_pages(sheet.pages_pdf)
    assert len(others) == 3
    assert min(letter.bottom for letter in cover.letters if letter.size > 11) < 0.12 * cover.height
