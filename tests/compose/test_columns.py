"""Two languages side by side: the width of their columns, and what stands in one row."""

from pathlib import Path

import pytest

from pipeline.compose.columns import gutter, in_rows
from pipeline.values.article import Block, Inline
from tests.rows import each_row
from tests.sheets import composed


@pytest.fixture(scope="module")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fonts")


def heading(level: int) -> Block:
    return Block(kind="heading", level=level, content=(Inline(kind="text", text="A head"),))


def paragraph(letters: int, letter: str = "a") -> Block:
    return Block(kind="paragraph", content=(Inline(kind="text", text=letter * letters),))


SECTION, HEAD, SHORT, LONG = heading(2), heading(3), paragraph(250), paragraph(500)
FRAME = Block(kind="container", name="callout", children=(SHORT,))
SERVICES = Block(kind="services")


@each_row(
    ("blocks", "rows"),
    [
        ([SECTION, HEAD, SHORT, SHORT], [1, 3]),
        ([SECTION, SHORT, SHORT], [1, 2]),
        ([SHORT, SHORT, SHORT], [2, 1]),
        ([LONG, LONG], [1, 1]),
        ([HEAD, LONG, SHORT, HEAD, SHORT], [2, 1, 2]),
        ([HEAD, SHORT, FRAME, SHORT], [2, 1, 1]),
        ([SECTION, FRAME], [1, 1]),
        ([SHORT, SERVICES, SHORT], [1, 1, 1]),
        ([paragraph(160, "心"), paragraph(160, "心")], [1, 1]),
    ],
)
def test_what_is_short_and_follows_each_other_is_one_row(
    blocks: list[Block], rows: list[int]
) -> None:
    assert [len(row.local) for row in in_rows(blocks, blocks)] == rows


def test_the_longer_text_decides_how_much_one_row_holds() -> None:
    for pair in (([SHORT, SHORT], [LONG, LONG]), ([LONG, LONG], [SHORT, SHORT])):
        assert len(in_rows(*pair)) == 2


def test_a_frame_has_a_row_for_each_of_its_blocks() -> None:
    note = Block(kind="container", name="crisis", children=(HEAD, SHORT, SERVICES, SHORT))
    (row,) = in_rows([note], [note])
    assert (row.kind, row.name) == ("container", "crisis")
    assert [inner.kind for inner in row.rows] == ["heading", "paragraph", "services", "paragraph"]


def test_the_column_of_the_longer_text_is_the_wider(fonts: Path) -> None:
    def of(locale: str, region: str) -> float:
        return gutter(composed(locale, region, fonts, edition="bilingual").plan)

    assert 0.45 < of("es", "US") < 0.48
    assert 0.51 < of("zh_Hans", "CN") < 0.55


@pytest.mark.exhaustive
def test_no_column_is_so_narrow_that_its_lines_hold_a_few_words(fonts: Path) -> None:
    for locale in ("ja", "fil", "zh_Hant"):
        plan = composed(locale, "US", fonts, edition="bilingual").plan
        assert 0.45 < gutter(plan) < 0.55, locale


def test_a_sheet_in_one_language_has_one_column(fonts: Path) -> None:
    assert gutter(composed("es", "US", fonts).plan) == 0
