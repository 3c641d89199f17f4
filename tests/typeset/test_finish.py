"""What leaves the press: artifacts, languages, links, print settings, metadata, imposition."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from pipeline.typeset.finish import elements
from pipeline.values.folding import MILLIMETRE, PAPERS, folds
from tests.sheets import Printed, printed


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fonts")


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


def marked(page: Any) -> Iterator[tuple[str, int]]:
    """Yield the kinds of marked content of a page and of the forms that it draws, with numbers."""
    for instruction in pikepdf.parse_content_stream(page):
        if str(instruction.operator) == "BDC":
            yield str(instruction.operands[0]), int(instruction.operands[1].get("/MCID", -1))
        elif str(instruction.operator) == "Do":
            form = page.Resources.XObject[str(instruction.operands[0])]
            if form.Subtype == "/Form" and "/StructParents" in form:
                yield from marked(form)


def numbers_in(document: pikepdf.Pdf) -> list[int]:
    """Return the numbers of content that the structure reaches, in reading order."""
    found = []

    def walk(element: Any) -> None:
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                found.append(kid)
            elif kid.get("/Type") == "/MCR":
                found.append(int(kid.MCID))
            elif kid.get("/Type") != "/OBJR":
                walk(kid)

    walk(document.Root.StructTreeRoot)
    return found


@pytest.mark.parametrize(("locale", "region"), [("es", "US"), ("ar", "GB")])
def test_the_foot_is_an_artifact_and_all_else_is_in_the_structure(
    locale: str, region: str, folder: Path
) -> None:
    with opened(printed(locale, region, folder).pdf) as document:
        kinds = [list(marked(page)) for page in document.pages]
        feet = [sum(kind == "/Artifact" for kind, _ in page) for page in kinds]
        assert all(feet)
        tagged = sum(number >= 0 for page in kinds for _, number in page)
        assert tagged == len(numbers_in(document))


def test_parts_in_another_language_say_so(folder: Path) -> None:
    with opened(printed("ar", "GB", folder).pdf) as document:
        assert str(document.Root.Lang) == "ar"
        spoken = [str(one.Lang) for one in elements(document) if "/Lang" in one]
        assert "en" in spoken
        references = [one for one in elements(document) if one.S == "/L" and "/Lang" in one]
        assert [str(one.Lang) for one in references] == ["en"], "the reference list, named once"


def test_both_sides_of_a_bilingual_sheet_have_their_language(folder: Path) -> None:
    with opened(printed("es", "US", folder, edition="bilingual").pdf) as document:
        named = [one for one in elements(document) if one.get("/Lang") == "en"]
        assert {str(one.S) for one in named} >= {"/Div"}


def test_every_picture_has_words_and_a_place_on_its_page(folder: Path) -> None:
    sheet = printed("es", "US", folder)
    with opened(sheet.pdf) as document:
        figures = [one for one in elements(document) if one.S == "/Figure"]
        assert {"Teléfono", "Idea clave"} <= {str(one.Alt) for one in figures}
        for one in figures:
            left, low, right, high = map(float, one.A.BBox)
            _, _, width, height = map(float, one.Pg.MediaBox)
            assert 0 < left < right < width
            assert 0 < low < high < height


def test_metadata_names_both_standards_title_and_language(folder: Path) -> None:
    with opened(printed("es", "US", folder).pdf) as document:
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
    ("locale", "edition", "duplex", "direction"),
    [
        ("es", "handout", "/DuplexFlipLongEdge", "/L2R"),
        ("ar", "brochure", "/DuplexFlipShortEdge", "/R2L"),
        ("ar", "booklet", "/DuplexFlipShortEdge", "/R2L"),
    ],
)
def test_print_settings_are_asked_for(
    locale: str, edition: str, duplex: str, direction: str, folder: Path
) -> None:
    with opened(printed(locale, "US", folder, edition=edition).pdf) as document:
        wishes = document.Root.ViewerPreferences
        assert (wishes.Duplex, wishes.Direction) == (duplex, direction)
        assert wishes.PrintScaling == "/None"
        assert wishes.DisplayDocTitle


def test_bookmarks_lead_to_their_headings_also_on_folded_paper(folder: Path) -> None:
    sheet = printed("es", "US", folder, edition="brochure")
    with opened(sheet.pdf) as document:
        pages = {page.objgen: number for number, page in enumerate(document.pages)}
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


@pytest.mark.parametrize("edition", ["brochure", "booklet"])
@pytest.mark.parametrize(("locale", "region"), [("es", "US"), ("ar", "GB")])
def test_folded_paper_keeps_every_tag_in_reading_order(
    edition: str, locale: str, region: str, folder: Path
) -> None:
    sheet = printed(locale, region, folder, edition=edition)
    with opened(sheet.pdf) as sides, opened(sheet.pages_pdf) as pages:
        assert numbers_in(sides) == numbers_in(pages)
        tagged = sum(number >= 0 for side in sides.pages for _, number in marked(side))
        assert tagged == len(numbers_in(sides))
        for one in elements(sides):
            assert "/Pg" not in one or one.Pg.objgen in {page.objgen for page in sides.pages}


@pytest.mark.parametrize(("locale", "region"), [("es", "US"), ("ar", "GB")])
def test_the_marks_of_folds_stand_where_the_paper_is_folded(
    locale: str, region: str, folder: Path
) -> None:
    sheet = printed(locale, region, folder, edition="brochure")
    paper = PAPERS[sheet.plan.paper]
    with opened(sheet.pdf) as document:
        for side, page in enumerate(document.pages):
            drawn = [
                float(instruction.operands[0])
                for instruction in pikepdf.parse_content_stream(page)
                if str(instruction.operator) == "m"
            ]
            wanted = folds("thirds", paper, side, rtl=sheet.plan.locale.rtl)
            assert sorted({round(mark, 1) for mark in drawn}) == [round(m, 1) for m in wanted]
            heights = [
                float(instruction.operands[1])
                for instruction in pikepdf.parse_content_stream(page)
                if str(instruction.operator) in ("m", "l")
            ]
            assert min(heights) > 6.4 * MILLIMETRE


def test_the_same_sheet_has_the_same_bytes(folder: Path) -> None:
    sheet: Printed = printed("ar", "US", folder, edition="brochure")
    again = sheet.set_again()
    assert (again.pdf, again.pages_pdf) == (sheet.pdf, sheet.pages_pdf)
