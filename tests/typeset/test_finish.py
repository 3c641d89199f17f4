"""What leaves the press: artifacts, languages, links, print settings, metadata, imposition."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pypdfium2 import PdfDocument
from pypdfium2.raw import FPDF_PAGEOBJ_PATH

from pipeline.typeset.finish import elements
from pipeline.values.folding import MILLIMETRE, PAPERS, folds
from tests.sheets import Printed, printed, shortened


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


def marked(page: Any) -> Iterator[tuple[str, int]]:
    """Yield the kinds of a page's marked content, with their numbers."""
    for instruction in pikepdf.parse_content_stream(page):
        if str(instruction.operator) == "BDC":
            yield str(instruction.operands[0]), int(instruction.operands[1].get("/MCID", -1))


def content_of(document: pikepdf.Pdf) -> list[str]:
    """Return the pieces of content that the structure reaches, in reading order, as drawn."""
    drawn: dict[Any, dict[int, str]] = {}
    for page in document.pages:
        own = drawn.setdefault(page.objgen, {})
        number = None
        for instruction in pikepdf.parse_content_stream(page):
            operator = str(instruction.operator)
            if operator == "BDC" and "/MCID" in instruction.operands[1]:
                number = int(instruction.operands[1].MCID)
                assert number not in own, "two pieces with one number"
                own[number] = ""
            elif operator == "EMC":
                number = None
            elif number is not None and operator in ("TJ", "Tj", "Do"):
                own[number] += str(pikepdf.unparse_content_stream([instruction]))
    found = []

    def walk(element: Any, page: Any) -> None:
        page = element.get("/Pg", page)
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                found.append(drawn[page.objgen].pop(kid))
            elif kid.get("/Type") != "/OBJR":
                walk(kid, page)

    walk(document.Root.StructTreeRoot, None)
    assert not [one for own in drawn.values() for one in own], "content outside the structure"
    return found


@pytest.mark.parametrize(
    ("locale", "region"),
    [("es", "US"), pytest.param("ar", "GB", marks=pytest.mark.exhaustive)],
)
def test_the_foot_is_an_artifact_and_all_else_is_in_the_structure(
    locale: str, region: str, folder: Path
) -> None:
    with opened(printed(locale, region, folder, root=shortened(folder)).pdf) as document:
        kinds = [list(marked(page)) for page in document.pages]
        feet = [sum(kind == "/Artifact" for kind, _ in page) for page in kinds]
        assert all(feet)
        assert len(content_of(document)) == sum(n >= 0 for page in kinds for _, n in page)


def test_parts_in_another_language_say_so(folder: Path) -> None:
    with opened(printed("ar", "GB", folder, root=shortened(folder)).pdf) as document:
        assert str(document.Root.Lang) == "ar"
        spoken = [str(one.Lang) for one in elements(document) if "/Lang" in one]
        assert "en" in spoken
        references = [one for one in elements(document) if one.S == "/L" and "/Lang" in one]
        assert [str(one.Lang) for one in references] == ["en"], "the reference list, named once"


@pytest.mark.exhaustive
def test_both_sides_of_a_bilingual_sheet_have_their_language(folder: Path) -> None:
    with opened(
        printed("es", "US", folder, edition="bilingual", root=shortened(folder, "bilingual")).pdf
    ) as document:
        named = [one for one in elements(document) if one.get("/Lang") == "en"]
        assert {str(one.S) for one in named} >= {"/Div"}


def test_every_picture_has_words_and_a_place_on_its_page(folder: Path) -> None:
    sheet = printed("es", "US", folder, root=shortened(folder))
    with opened(sheet.pdf) as document:
        figures = [one for one in elements(document) if one.S == "/Figure"]
        assert {"Teléfono", "Idea clave"} <= {str(one.Alt) for one in figures}
        for one in figures:
            left, low, right, high = map(float, one.A.BBox)
            _, _, width, height = map(float, one.Pg.MediaBox)
            assert 0 < left < right < width
            assert 0 < low < high < height


def test_metadata_names_both_standards_title_and_language(folder: Path) -> None:
    with opened(printed("es", "US", folder, root=shortened(folder)).pdf) as document:
        xmp = document.Root.Metadata.read_bytes().decode()
        for word in (
            "<pdfaid:part>2<",
            "<pdfaid:conformance>A<",
            "<pdfuaid:part>1<",
            "El vínculo oculto",
            "<rdf:li>es</rdf:li>",
        ):
            assert word in xmp


@pytest.mark.parametrize(
    ("locale", "region", "edition", "duplex", "direction"),
    [
        ("es", "US", "handout", "/DuplexFlipLongEdge", "/L2R"),
        pytest.param(
            *("ar", "GB", "booklet", "/DuplexFlipShortEdge", "/R2L"),
            marks=pytest.mark.exhaustive,
        ),
        pytest.param(
            *("ar", "GB", "brochure", "/DuplexFlipShortEdge", "/R2L"),
            marks=pytest.mark.exhaustive,
        ),
    ],
)
def test_print_settings_are_asked_for(
    locale: str, region: str, edition: str, duplex: str, direction: str, folder: Path
) -> None:
    with opened(
        printed(locale, region, folder, edition=edition, root=shortened(folder, edition)).pdf
    ) as document:
        wishes = document.Root.ViewerPreferences
        assert [str(wishes.Duplex), str(wishes.Direction)] == [duplex, direction]
        assert wishes.PrintScaling == "/None"
        assert wishes.DisplayDocTitle


@pytest.mark.exhaustive
def test_bookmarks_lead_to_their_headings_also_on_folded_paper(folder: Path) -> None:
    sheet = printed("es", "US", folder, edition="brochure", root=shortened(folder, "brochure"))
    with opened(sheet.pdf) as document:
        pages: dict[Any, int] = {page.objgen: n for n, page in enumerate(document.pages)}
        item, places = document.Root.Outlines.First, []
        while True:
            destination = item.Dest
            places.append((pages[destination[0].objgen], float(destination[2])))
            if "/First" in item:
                item = item.First
            elif "/Next" in item:
                item = item.Next
            else:
                break
    assert places[0][0] == 0, "the title stands on the cover"
    assert places[0][1] > 500, "which is the right third of the outside"


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    ("edition", "locale", "region"),
    [
        ("brochure", "es", "US"),
        ("booklet", "ar", "GB"),
        ("brochure", "ar", "GB"),
        ("booklet", "es", "US"),
    ],
)
def test_folded_paper_keeps_every_tag_in_reading_order(
    edition: str, locale: str, region: str, folder: Path
) -> None:
    sheet = printed(locale, region, folder, edition=edition, root=shortened(folder, edition))
    with opened(sheet.pdf) as sides, opened(sheet.pages_pdf) as pages:
        assert content_of(sides) == content_of(pages)
        numbers = sides.Root.StructTreeRoot.ParentTree.Nums
        for side, page in enumerate(sides.pages):
            assert [int(numbers[2 * side]), int(page.StructParents)] == [side, side]
            known = [n for _, n in marked(page) if n >= 0]
            for number in known:
                assert number in list(numbers[2 * side + 1][number].K)


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    ("locale", "region"),
    [("es", "US"), ("ar", "GB")],
)
def test_the_marks_of_folds_stand_where_the_paper_is_folded(
    locale: str, region: str, folder: Path
) -> None:
    sheet = printed(locale, region, folder, edition="brochure", root=shortened(folder, "brochure"))
    paper, folding = PAPERS[sheet.layout.paper], sheet.layout.folding
    assert folding in ("thirds", "fourths")
    with opened(sheet.pdf) as document:
        for side, page in enumerate(document.pages):
            marks = list(fold_marks(page))
            wanted = folds(folding, paper, side, rtl=sheet.plan.locale.rtl)
            assert sorted({round(x, 1) for x, _ in marks}) == [round(mark, 1) for mark in wanted]
            height = float(page.MediaBox[3])
            depths = {min(y, height - y) for _, y in marks}
            assert min(depths) > 6.4 * MILLIMETRE
            assert max(depths) < 9 * MILLIMETRE, "outside of the text"


def fold_marks(page: Any) -> Iterator[tuple[float, float]]:
    """Yield the ends of the lines that mark folds."""
    inside = False
    for instruction in pikepdf.parse_content_stream(page):
        match str(instruction.operator):
            case "BDC":
                inside = instruction.operands[1].get("/Type") == "/Layout"
            case "m" | "l" if inside:
                yield float(instruction.operands[0]), float(instruction.operands[1])


@pytest.mark.parametrize(
    "edition", ["handout", pytest.param("booklet", marks=pytest.mark.exhaustive)]
)
def test_the_same_sheet_has_the_same_bytes(folder: Path, edition: str) -> None:
    sheet: Printed = printed("ar", "GB", folder, edition=edition, root=shortened(folder, edition))
    again = sheet.set_again()
    assert (again.pdf, again.pages_pdf) == (sheet.pdf, sheet.pages_pdf)


@pytest.mark.exhaustive
@pytest.mark.parametrize(("locale", "region", "number"), [("es", "US", "988"), ("en", "US", "988")])
def test_the_number_on_a_cover_stands_free(
    locale: str, region: str, number: str, folder: Path
) -> None:
    """It is what the cover is turned to for; lines of text stand about 3 points apart."""
    sheet = printed(locale, region, folder, edition="brochure", root=shortened(folder, "brochure"))
    page = PdfDocument(sheet.pages_pdf)[0].get_textpage()
    at, length = page.search(number).get_next()
    boxes = [page.get_charbox(place) for place in range(page.count_chars())]
    its = boxes[at : at + length]
    foot, head = min(box[1] for box in its), max(box[3] for box in its)
    others = [box for box in boxes if box[3] > box[1]]
    assert min(box[1] - head for box in others if box[1] > head) > 8
    assert min(foot - box[3] for box in others if box[3] < foot) > 8


@pytest.mark.exhaustive
@pytest.mark.parametrize("edition", ["large-print", "booklet"])
@pytest.mark.parametrize(("locale", "region", "number"), [("ar", "GB", "999"), ("es", "US", "911")])
def test_a_number_in_a_sentence_stays_clear_of_the_line_above(
    locale: str, region: str, number: str, edition: str, folder: Path
) -> None:
    sheet = printed(locale, region, folder, edition=edition, root=shortened(folder, edition))
    page = PdfDocument(sheet.pages_pdf or sheet.pdf)[0].get_textpage()
    at, length = page.search(number).get_next()
    boxes = [page.get_charbox(place) for place in range(page.count_chars())]
    left, foot = (min(box[side] for box in boxes[at : at + length]) for side in (0, 1))
    right, head = (max(box[side] for box in boxes[at : at + length]) for side in (2, 3))
    beside = [box for box in boxes if box[3] > max(box[1], head) and box[1] > foot]
    assert min(box[1] - head for box in beside if box[0] < right and box[2] > left) > 1.3


@pytest.mark.exhaustive
@pytest.mark.parametrize(("locale", "region"), [("ja", "JP"), ("ja", "US"), ("ro", "US")])
def test_in_large_print_the_head_before_a_long_note_stands_on_its_page(
    locale: str, region: str, folder: Path
) -> None:
    sheet = printed(locale, region, folder, edition="large-print")
    assert "PDF022" not in {finding.code for finding in sheet.judge(sheet.pdf)}


@pytest.mark.exhaustive
@pytest.mark.parametrize(("locale", "region"), [("ar", "GB"), ("en", "US")])
def test_a_sections_number_stands_clear_of_the_rule_above_it(
    locale: str, region: str, folder: Path
) -> None:
    page = PdfDocument(printed(locale, region, folder).pdf)[1]
    text = page.get_textpage()
    boxes = [text.get_charbox(place) for place in range(text.count_chars())]
    numbers = [box for place, box in enumerate(boxes) if text.get_text_range(place, 1) == "1"]
    largest = max(numbers, key=lambda box: box[3] - box[1])
    shapes = [one.get_bounds() for one in page.get_objects([FPDF_PAGEOBJ_PATH])]
    heads = [high for _, low, _, high in shapes if low < largest[1] < largest[3] < high]
    assert min(heads) - 1.4 - largest[3] > 5


@pytest.mark.exhaustive
def test_who_added_a_part_stands_clear_of_its_last_line(folder: Path) -> None:
    page = PdfDocument(printed("en", "US", folder).pdf)[0].get_textpage()
    at, length = page.search("Added by the publisher").get_next()
    boxes = [page.get_charbox(place) for place in range(page.count_chars())]
    head = max(box[3] for box in boxes[at : at + length])
    assert min(box[1] - head for box in boxes if box[3] > box[1] > head) > 8
