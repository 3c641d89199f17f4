"""A short article: its booklet is one leaf, its large print and its columns take few pages."""

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from pipeline.verify.page import read_pages
from tests.sheets import ROOT, printed

pytestmark = pytest.mark.exhaustive


def large_print(article: str, locale: str, region: str, folder: Path) -> bytes:
    """Return the large print of a short article of the tests."""
    root = ROOT / "tests" / article
    return printed(locale, region, folder, edition="large-print", root=root).pdf


def said_in(pdf: bytes) -> list[str]:
    """Return the words on each page."""
    pages = [page.get_textpage().get_text_bounded() for page in PdfDocument(pdf)]
    return [page.replace("\u00a0", " ") for page in pages]


@pytest.mark.parametrize(
    ("locale", "region", "words"),
    [
        ("en", "GB", ["Small steps", "not doing anything wrong", "An exercise", "References"]),
        ("en", "US", ["Small steps", "What helps", "A year at the start", "References"]),
        ("es", "GB", ["Pequeños pasos", "Lo que ayuda", "Un ejercicio", "Acerca de esta hoja"]),
        ("ar", "GB", ["خطوات صغيرة", "ما الذي يساعد", "تمرين", "المراجع"]),
    ],
)
def test_a_short_text_fills_one_leaf_below_its_cover(
    locale: str, region: str, words: list[str], tmp_path: Path
) -> None:
    sheet = printed(locale, region, tmp_path, edition="booklet", root=ROOT / "tests/second")
    pages = [page.get_textpage() for page in PdfDocument(sheet.pages_pdf)]
    assert len(pages) == 4
    for page, first in zip(pages, words, strict=True):
        assert first in page.get_text_bounded().replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("article", "locale", "region", "edition", "pages"),
    [
        ("third", "en", "US", "large-print", 5),
        ("second", "es", "US", "large-print", 5),
        ("third", "ja", "JP", "booklet", 2),
        ("third", "es", "US", "bilingual", 3),
        ("second", "ar", "GB", "bilingual", 3),
    ],
)
def test_a_short_text_takes_no_page_for_the_sake_of_its_ends(
    article: str, locale: str, region: str, edition: str, pages: int, tmp_path: Path
) -> None:
    root = ROOT / "tests" / article
    sheet = printed(locale, region, tmp_path, edition=edition, root=root)
    assert len(PdfDocument(sheet.pdf)) == pages


def test_a_cover_has_its_hills_also_where_pages_end_as_they_fall(tmp_path: Path) -> None:
    root = ROOT / "tests/third"
    sheet = printed("es", "US", tmp_path, edition="booklet", root=root)
    (cover, *others) = read_pages(sheet.pages_pdf)
    assert len(others) == 3
    sizes = [round(letter.size, 1) for letter in others[0].letters]
    # The picture gives some of its height, rather than all lines of their size and room.
    assert max(sizes, key=sizes.count) == 12.7
    assert min(letter.bottom for letter in cover.letters if letter.size > 11) < 0.12 * cover.height


@pytest.mark.parametrize(
    ("article", "locale", "region", "cover", "together"),
    [
        ("second", "es", "US", "Las preocupaciones", ["Un ejercicio", "Esta línea está debajo"]),
        ("second", "es", "US", "Las preocupaciones", ["Recorte esta tarjeta", "Acerca de esta"]),
        ("third", "es", "US", "Muchas personas", ["Levántese cada mañana", "Recuerde"]),
        ("third", "es", "US", "Muchas personas", ["Las terapias de", "«Dejé de pelear"]),
        ("third", "en", "US", "Many people", ["Your plan for", "Awake for"]),
    ],
)
def test_large_print_of_a_short_text_begins_behind_its_cover_and_keeps_its_sections_whole(
    article: str, locale: str, region: str, cover: str, together: list[str], tmp_path: Path
) -> None:
    said = said_in(large_print(article, locale, region, tmp_path))
    assert cover not in said[0]
    assert cover in said[1]
    assert any(all(words in page for words in together) for page in said)


@pytest.mark.parametrize(
    ("locale", "region", "stamp", "about"),
    [
        ("es", "US", "Espacio para el sello", "Acerca de esta hoja"),
        ("ar", "GB", "مكان لختم", "عن هذه النشرة"),
        ("ja", "JP", "医療機関の印", "この資料について"),
    ],
)
def test_last_lines_in_large_print_give_way_to_a_stamp(
    locale: str, region: str, stamp: str, about: str, tmp_path: Path
) -> None:
    *_, card, last = said_in(large_print("third", locale, region, tmp_path))
    assert stamp in card
    assert about in last
    assert about not in card


@pytest.mark.parametrize(
    ("article", "locale", "region", "head", "cells"),
    [
        ("second", "es", "US", "Loqueayuda", ["Cuándo", "Alanochecer", "Porlamañana"]),
        ("third", "es", "US", "Suplan", ["Despuésdecenar", "Unahora", "Muchorato"]),
        ("third", "ja", "JP", "夜の過ごし方", ["夕食のあと", "布団の中で"]),
    ],
)
def test_words_of_a_table_in_large_print_stand_on_the_edge_of_the_text(
    article: str, locale: str, region: str, head: str, cells: list[str], tmp_path: Path
) -> None:
    pages = [
        [letter for letter in page.letters if not letter.text.isspace()]
        for page in read_pages(large_print(article, locale, region, tmp_path))
    ]
    said = ["".join(letter.text for letter in page) for page in pages]
    (page,) = (number for number, words in enumerate(said) if cells[0] in words)
    edge = pages[page][said[page].index(head)].start
    for cell in cells:
        assert pages[page][said[page].index(cell)].start == pytest.approx(edge, abs=0.5)
