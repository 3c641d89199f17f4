"""Two languages side by side: the width of their columns, and what stands in one row."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.compose.columns import gutter, in_rows, shared_pictures
from pipeline.compose.plan import SheetPlan
from pipeline.compose.services import PrintedService, printed_services
from pipeline.publish.plan import judged_by
from pipeline.values.article import Block, Inline
from pipeline.verify.page import Page, read_pages
from pipeline.verify.sheet import column_of
from pipeline.verify.text import read
from tests.rows import each_row
from tests.sheets import ROOT, composed, printed


def heading(level: int) -> Block:
    return Block(kind="heading", level=level, content=(Inline(kind="text", text="A head"),))


def paragraph(letters: int, letter: str = "a") -> Block:
    return Block(kind="paragraph", content=(Inline(kind="text", text=letter * letters),))


SECTION, HEAD, SHORT, LONG = heading(2), heading(3), paragraph(250), paragraph(500)


def figure(picture: str, told: str) -> Block:
    image = Inline(kind="image", target=picture, text=told, title="A caption")
    return Block(kind="figure", content=(image,))


FIGURE = figure("bed.svg", "A bed")
FRAME = Block(kind="container", name="callout", children=(SHORT,))
SERVICES = Block(kind="services")
TABLE = Block(kind="table")


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
        ([SECTION, SHORT, FIGURE, SHORT], [1, 1, 1, 1]),
        ([SHORT, TABLE, SHORT], [1, 1, 1]),
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


def test_a_picture_of_both_texts_is_shared_and_says_what_it_is_in_both() -> None:
    framed = replace(FRAME, children=(SHORT, FIGURE))
    own = figure("bed.svg", "Una cama")
    rows = in_rows([framed, FIGURE], [replace(FRAME, children=(SHORT, own)), own])
    assert [row.both[0].text for row in shared_pictures(rows)] == ["A bed / Una cama"] * 2


def test_a_picture_of_its_own_language_stands_in_its_column() -> None:
    rows = in_rows([FIGURE, SHORT], [figure("bed.es.svg", "Una cama"), SHORT])
    assert [*shared_pictures(rows)] == []


def test_a_shared_picture_stands_once_with_the_caption_of_each_column(folder: Path) -> None:
    root = ROOT / "tests" / "second"
    sheet = composed("es", "US", folder, edition="bilingual", root=root)
    assert sheet.composition.html.count('<img class="picture') == 1
    captions = [one for one in sheet.composition.passages if one.kind == "caption"]
    assert [one.column for one in captions] == [1, 2]
    heard = judged_by(sheet.plan, sheet.composition, "sheet.pdf").heard
    assert heard
    assert [one.count(" / ") for one in heard.alternatives] == [1]


def test_the_column_of_the_longer_text_is_the_wider(folder: Path) -> None:
    def of(locale: str, region: str) -> float:
        return gutter(composed(locale, region, folder, edition="bilingual").plan)

    assert 0.45 < of("es", "US") < 0.48
    assert 0.51 < of("zh_Hans", "CN") < 0.55


def test_beside_lines_as_far_apart_as_its_own_a_text_is_as_wide_as_its_letters_ask(
    folder: Path,
) -> None:
    """Japanese was reckoned a sixth too high, and holes of two and three lines stood below it."""
    assert 0.48 < gutter(composed("ja", "JP", folder, edition="bilingual").plan) < 0.49


@pytest.mark.exhaustive
def test_no_column_is_so_narrow_that_its_lines_hold_a_few_words(folder: Path) -> None:
    for locale in ("ja", "fil", "zh_Hant"):
        plan = composed(locale, "US", folder, edition="bilingual").plan
        assert 0.45 < gutter(plan) < 0.55, locale


def test_a_sheet_in_one_language_has_one_column(folder: Path) -> None:
    assert gutter(composed("es", "US", folder).plan) == 0


def test_the_parts_of_a_service_are_rows_on_paper_and_stay_together_on_a_telephone(
    folder: Path,
) -> None:
    sheet = composed("ja", "JP", folder, edition="bilingual")
    services = services_of(sheet.plan)
    ways = [way.number or way.address for service in services for way in service.ways]
    last = [(service.ways[-1].number or service.ways[-1].address) for service in services]
    rows = [
        (kind, re.findall(r'class="(?:number|address)">([^<]+)<', row))
        for kind, row in re.findall(
            r'<div class="row row-(part|last-way)".*?>(.*?)(?=<div class="row )',
            sheet.composition.html,
            re.DOTALL,
        )
    ]
    assert [said for _, said in rows if said] == [[way, way] for way in ways]
    assert [said for kind, said in rows if kind == "last-way"] == [[way, way] for way in last]
    assert 'class="row row-part' not in sheet.composition.web
    assert sheet.composition.web.count('<li class="service">') == 2 * (1 + len(services))


def test_what_follows_a_word_to_send_may_stand_below_it_as_a_whole(folder: Path) -> None:
    whole = re.compile(
        r'<span class="way-rest">[^/]*<bdi dir="ltr" class="number">85258</bdi></span>'
    )
    columns, one = (
        composed("ar", "GB", folder, edition=edition).composition.html
        for edition in ("bilingual", "handout")
    )
    assert len(whole.findall(columns.replace("<span> </span>", " "))) == 2
    assert not whole.search(one)


@pytest.mark.exhaustive
def test_the_numbers_of_both_crisis_notes_stand_on_one_line(tmp_path: Path) -> None:
    for locale, region in (("es", "US"), ("hi", "IN"), ("ja", "JP")):
        sheet = printed(locale, region, tmp_path, edition="bilingual")
        edge = gutter(sheet.plan)
        of_source, of_local = (
            numbers_by_line(column_of(read_pages(sheet.pdf)[:-1], column, edge))
            for column in (1, 2)
        )
        for way in (way for service in services_of(sheet.plan) for way in service.ways):
            dialled = re.sub(r"\D", "", way.number + way.press)
            lines = [line for line, said in of_local.items() if dialled and said == dialled]
            assert lines == [
                line for line, said in of_source.items() if dialled and said == dialled
            ]
            assert not dialled or lines, (locale, dialled)


@pytest.mark.exhaustive
def test_pages_begin_with_a_paragraph_where_there_is_room_to_part_none(tmp_path: Path) -> None:
    sheet = printed("es", "US", tmp_path, edition="bilingual")
    pages, edge = read_pages(sheet.pdf), gutter(sheet.plan)
    begun = [
        read(column_of([page], column, edge), rtl=False).text.splitlines()[1].split()[0]
        for page in pages[2:5]
        for column in (1, 2)
    ]
    assert begun == ["These", "Estos", "Those", "Quienes", "Anxious", "El"]
    assert len(pages) == 7


def numbers_by_line(pages: Sequence[Page]) -> dict[tuple[int, int], str]:
    """Return the large digits of each line, by its page and its height on it."""
    found: dict[tuple[int, int], str] = {}
    for page in pages:
        for letter in sorted(page.letters, key=lambda letter: letter.x):
            if letter.text.isdigit() and letter.size > 14:
                line = page.number, round(letter.y)
                found[line] = found.get(line, "") + letter.text
    return found


def services_of(plan: SheetPlan) -> tuple[PrintedService, ...]:
    return printed_services(plan.region, plan.locale, edition=plan.edition).services


def test_the_clinic_stands_once_in_each_column_and_the_code_once(folder: Path) -> None:
    sheet = composed("es", "US", folder, clinic="riverside", edition="bilingual").composition
    for column in (1, 2):
        told = [passage for passage in sheet.passages if passage.column == column]
        kinds = [passage.kind for passage in told]
        assert kinds.count("clinic’s number") == 2, "telephone and interpreter, on the card"
        assert kinds.count("sheet’s address") == 1
    assert sheet.html.count('<img class="code"') == 1
