"""The verifier against finished sheets that somebody broke, left-to-right and right-to-left."""

import re
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from pipeline.publish.plan import judged_by
from pipeline.typeset.fonts import font_set
from pipeline.values.finding import Finding
from pipeline.verify.page import Page, read_pages
from pipeline.verify.sheet import verify
from pipeline.verify.text import Reading, read
from tests.copies import copy_project, shorten
from tests.once import typeset
from tests.sheets import Printed, composed, foldable, printed, shortened

SHEETS = [("es", "ES"), ("ar", "GB")]
"""Locale and region with a number of several groups: 717 003 717, 116 123."""


@pytest.fixture(
    params=[pytest.param(SHEETS[0], marks=pytest.mark.exhaustive), SHEETS[1]], ids=["es", "ar"]
)
def sheet(request: pytest.FixtureRequest, folder: Path) -> Printed:
    locale, region = request.param
    return printed(locale, region, folder, root=shortened(folder))


@pytest.fixture
def turned(folder: Path) -> Printed:
    """The Arabic sheet, for what ``tests/mutations/paper.py`` or ``tests/golden`` do to a Spanish
    one."""
    return printed("ar", "GB", folder, root=shortened(folder))


@cache
def citing_five(folder: Path) -> Path:
    """Copy the project with an article of crisis notes, paragraphs and five citations."""
    root = foldable(folder)
    article = root / "source/attachment-and-depression.md"
    text = article.read_text(encoding="utf-8")
    less = re.sub(r"::: (?:action addition|callout)\n.*?\n:::\n", "", text, flags=re.DOTALL)
    assert len(less) < len(text)
    article.write_text(less, encoding="utf-8")
    return root


@pytest.fixture(params=SHEETS, ids=["es", "ar"])
def citing(request: pytest.FixtureRequest, folder: Path) -> Printed:
    """A sheet with five citations."""
    locale, region = request.param
    return printed(locale, region, folder, root=citing_five(folder))


def grouped_number(sheet: Printed) -> str:
    numbers = [item.shown for item in sheet.composition.expected if item.kind == "number"]
    return next(number for number in numbers if " " in number)


def codes(sheet: Printed, pdf: bytes) -> set[str]:
    return codes_of(sheet.judge(pdf))


def codes_of(findings: Sequence[Finding]) -> set[str]:
    return {one.code for one in findings}


def test_a_good_sheet_has_no_finding(sheet: Printed) -> None:
    assert sheet.judge(sheet.pdf) == ()


@pytest.mark.exhaustive
def test_a_number_may_stand_far_above_that_of_a_service_with_many_languages(folder: Path) -> None:
    # Swahili names eight languages in Japan: four lines above the first service's own number.
    root = folder / "sw"
    copy_project(root, ("sw",))
    shorten(root)
    sheet = printed("sw", "JP", folder, root=root)
    assert codes(sheet, sheet.pdf) <= {"PDF019", "PDF022", "PDF023"}


@pytest.mark.parametrize(
    "edition", ["handout", pytest.param("bilingual", marks=pytest.mark.exhaustive)]
)
def test_a_sheet_is_read_once_for_each_direction_and_column(
    folder: Path, monkeypatch: pytest.MonkeyPatch, edition: str
) -> None:
    root = shortened(folder) if edition == "handout" else citing_five(folder)
    sheet = printed("ar", "GB", folder, edition=edition, root=root)
    judged = judged_by(sheet.plan, sheet.composition, "build/sheet.pdf")
    reads: list[bool] = []

    def counted(pages: Sequence[Page], *, rtl: bool) -> Reading:
        reads.append(rtl)
        return read(pages, rtl=rtl)

    monkeypatch.setattr("pipeline.verify.sheet.read", counted)
    assert verify(sheet.pdf, judged) == ()
    streams = {(item.rtl, item.column) for item in sheet.composition.expected}
    assert len(reads) == len(streams) < len(sheet.composition.expected)
    reads.clear()
    nothing = sheet.again("<body", '<body style="display: none"')
    assert verify(nothing, judged)
    assert len(reads) == len(streams)


@pytest.mark.parametrize(("locale", "region"), SHEETS, ids=["es", "ar"])
def test_every_citation_and_number_is_expected(locale: str, region: str, folder: Path) -> None:
    sheet = composed(locale, region, folder)
    kinds = [item.kind for item in sheet.composition.expected]
    assert kinds.count("citation") == 10
    assert kinds.count("reference") == 10
    assert kinds.count("number") >= 4


@pytest.mark.exhaustive
def test_swapped_number_groups_are_found(sheet: Printed) -> None:
    number = grouped_number(sheet)
    first, *rest = number.split()
    pdf = sheet.again(f">{number}<", f">{' '.join([*rest, first])}<", count=9)
    found = [finding for finding in sheet.judge(pdf) if finding.code == "PDF003"]
    assert found
    assert found[0].source == number


def test_each_of_several_faults_on_one_sheet_is_found(turned: Printed) -> None:
    number, html = grouped_number(turned), turned.composition.html
    last = str((int(number[-1]) + 1) % 10)
    citation = re.findall(r'<bdi dir="\w+" class="citation[^"]*">.*?</bdi>\)</bdi>', html)[-1]
    entry = next(one for one in re.findall(r"<li>.*?</li>", html) if "Joiner" in one)
    region = next(one.shown for one in turned.composition.expected if one.kind == "region")
    least = turned.plan.edition.smallest_on_sheet - 0.5
    for old, new, count in (
        (f">{number}<", f">{number[:-1]}{last}<", 1),
        (">1967<", ">1976<", 1),
        (citation, "", 1),
        (entry, "", 1),
        (f">{region}<", "><", 9),
        ("</style>", f".facts {{ font-size: {least}pt }}</style>", 1),
    ):
        assert old in html
        html = html.replace(old, new, count)
    found = turned.judge(typeset(html, turned.fonts, "sheet.pdf").pdf)
    told = [one.source for one in found if one.code == "PDF002"]
    assert len(told) == 2
    assert "1967" in told[0]
    sources = {code: [one.source for one in found if one.code == code] for code in codes_of(found)}
    assert sources["PDF003"] == [number]
    assert [one[:6] for one in sources["PDF007"]] == ["Joiner"]
    assert region in sources["PDF008"]
    assert "PDF010" in sources


@pytest.mark.exhaustive
def test_one_changed_digit_is_found(turned: Printed) -> None:
    number = grouped_number(turned)
    last = str((int(number[-1]) + 1) % 10)
    assert "PDF003" in codes(turned, turned.again(f">{number}<", f">{number[:-1]}{last}<"))


@pytest.mark.exhaustive
def test_a_longer_number_that_contains_the_right_one_is_found(turned: Printed) -> None:
    number = grouped_number(turned)
    assert "PDF003" in codes(turned, turned.again(f">{number}<", f">{number}4<", count=9))
    assert "PDF003" in codes(turned, turned.again(f">{number}<", f">1{number}<", count=9))


@pytest.mark.exhaustive
def test_a_number_that_stands_in_the_service_name_alone_is_found(folder: Path) -> None:
    sheet = printed("es", "ES", folder, root=shortened(folder))
    assert re.search(r">024\s", sheet.composition.html), "the service's name has the number"
    for count in (1, 2):
        pdf = sheet.again('class="number">024<', 'class="number"><', count)
        assert "PDF003" in codes(sheet, pdf)


@pytest.mark.exhaustive
def test_a_dropped_number_is_found(turned: Printed) -> None:
    number = grouped_number(turned)
    assert "PDF003" in codes(turned, turned.again(f">{number}<", "><"))


@pytest.mark.exhaustive
def test_a_number_broken_over_lines_is_found(sheet: Printed) -> None:
    number = grouped_number(sheet)
    broken = number.replace(" ", "<br>", 1)
    assert "PDF003" in codes(sheet, sheet.again(f">{number}<", f">{broken}<"))


@pytest.mark.exhaustive
@pytest.mark.parametrize("citing", SHEETS[1:], indirect=True, ids=["ar"])
def test_a_dropped_citation_is_found(citing: Printed) -> None:
    html = citing.composition.html
    citations = re.findall(r'<bdi dir="\w+" class="citation[^"]*">.*?</bdi>\)</bdi>', html)
    assert len(citations) == 5
    for citation in (citations[0], citations[-1]):
        found = [f for f in citing.judge(citing.again(citation, "")) if f.code == "PDF002"]
        assert len(found) == 1
        assert found[0].source_line > 0


@pytest.mark.exhaustive
def test_two_exchanged_citations_are_found(citing: Printed) -> None:
    html = citing.composition.html
    citations = re.findall(r'<bdi dir="\w+" class="citation[^"]*">.*?</bdi>\)</bdi>', html)
    exchanged = html.replace(citations[1], "@@", 1).replace(citations[2], citations[1], 1)
    exchanged = exchanged.replace("@@", citations[2], 1)
    pdf = typeset(exchanged, citing.fonts, "sheet.pdf").pdf
    assert "PDF002" in codes(citing, pdf)


@pytest.mark.exhaustive
@pytest.mark.parametrize("citing", SHEETS[1:], indirect=True, ids=["ar"])
def test_a_wrong_year_and_a_wrong_name_are_found(citing: Printed) -> None:
    names = citing.composition.html.replace(">Beck<", ">Becker<", 1)
    both = typeset(names.replace(">Muñoz<", ">Munoz<", 1), citing.fonts, "sheet.pdf").pdf
    wrong = [one.source for one in citing.judge(both) if one.code == "PDF002"]
    assert [any(name in shown for shown in wrong) for name in ("Beck", "Muñoz")] == [True, True]
    assert len(wrong) == 2
    assert "PDF002" in codes(citing, citing.again(">1967<", ">1976<"))


@pytest.mark.exhaustive
def test_a_dropped_reference_is_found(turned: Printed) -> None:
    entry = next(i for i in re.findall(r"<li>.*?</li>", turned.composition.html) if "Joiner" in i)
    assert codes(turned, turned.again(entry, "")) == {"PDF007", "PDF013"}


def test_a_number_that_has_no_room_on_page_one_is_found_with_what_to_do(turned: Printed) -> None:
    note = '<section class="crisis short"'
    found = turned.judge(turned.again(note, f'{note} style="break-before: page"'))
    told = {one.fix.partition(":")[0] for one in found if one.code == "PDF003"}
    assert told == {"page one has no room for it"}


@pytest.mark.exhaustive
def test_a_missing_region_is_found(turned: Printed) -> None:
    region = next(i.shown for i in turned.composition.expected if i.kind == "region")
    assert "PDF008" in codes(turned, turned.again(f">{region}<", "><", count=9))


def test_a_number_and_a_citation_turned_around_are_found_in_a_right_to_left_sheet(
    turned: Printed,
) -> None:
    number, html = grouped_number(turned), turned.composition.html
    for isolated, bare in (
        (f'<bdi dir="ltr" class="number">{number}</bdi>', f"<span>{number}</span>"),
        ('<bdi dir="rtl" class="citation whole">', '<bdi dir="ltr" class="citation">'),
    ):
        assert isolated in html
        html = html.replace(isolated, bare, 1)
    found = turned.judge(typeset(html, turned.fonts, "sheet.pdf").pdf)
    assert "PDF002" in codes_of(found)
    assert ["123 116" in one.target for one in found if one.code == "PDF003"] == [True]


@pytest.mark.exhaustive
def test_a_number_that_is_not_isolated_is_harmless_in_a_left_to_right_sheet(folder: Path) -> None:
    sheet = printed("es", "ES", folder, root=shortened(folder))
    number = grouped_number(sheet)
    isolated = f'<bdi dir="ltr" class="number">{number}</bdi>'
    assert sheet.judge(sheet.again(isolated, f'<span class="number">{number}</span>')) == ()


def clipped(pdf: bytes, page: int, bottom: float, top: float) -> bytes:
    """Clip a page to what lies outside a band, as a faulty printer driver might."""
    with pikepdf.open(BytesIO(pdf)) as document:
        _, _, width, height = map(float, document.pages[page].mediabox)
        band = (
            f"q 0 0 {width} {bottom} re 0 {top} {width} {height - top} re W n\n".encode(),
            b"\nQ\n",
        )
        document.pages[page].contents_add(band[0], prepend=True)
        document.pages[page].contents_add(band[1])
        result = BytesIO()
        document.save(result)
    return result.getvalue()


def place_of_number(sheet: Printed) -> tuple[int, float, float]:
    """Return page, lower and upper edge of the large number in the short crisis note."""
    size = max(letter.size for letter in read_pages(sheet.pdf)[0].letters if letter.text.isdigit())
    letters = [
        letter
        for letter in read_pages(sheet.pdf)[0].letters
        if letter.text.isdigit() and letter.size == size
    ]
    return 0, min(letter.bottom for letter in letters), max(letter.top for letter in letters)


@pytest.mark.exhaustive
def test_a_clipped_line_is_found(sheet: Printed) -> None:
    page, bottom, top = place_of_number(sheet)
    middle = (bottom + top) / 2
    for low, high in ((bottom - 1, top + 1), (middle, top + 2), (bottom - 2, middle)):
        found = [
            f for f in sheet.judge(clipped(sheet.pdf, page, low, high)) if "hidden" in f.message
        ]
        assert [finding.code for finding in found][:1] == ["PDF003"], (low, high)


@pytest.mark.exhaustive
def test_white_and_covered_numbers_are_found(sheet: Printed) -> None:
    white = sheet.again("</style>", ".short .number { color: #fff }</style>")
    assert "PDF003" in codes(sheet, white)
    covered = sheet.again(
        "</style>",
        ".short .way { position: relative } .short .way::after { content: ''; background: #fff;"
        " position: absolute; inset: 0 }</style>",
    )
    assert "PDF003" in codes(sheet, covered)


@pytest.mark.exhaustive
def test_small_type_is_found(turned: Printed) -> None:
    least = turned.plan.edition.smallest_on_sheet - 0.5
    pdf = turned.again("</style>", f".facts {{ font-size: {least}pt }}</style>")
    assert "PDF010" in codes(turned, pdf)


@pytest.mark.exhaustive
def test_ink_in_the_outer_edge_is_found(turned: Printed) -> None:
    pdf = turned.again("</style>", "@page { margin-left: 3mm; margin-right: 3mm }</style>")
    assert "PDF006" in codes(turned, pdf)


@pytest.mark.exhaustive
def test_lines_on_each_other_are_found(folder: Path) -> None:
    sheet = printed("es", "ES", folder, root=citing_five(folder))
    pdf = sheet.again("</style>", "main p + p { margin-top: -1.4em !important }</style>")
    assert "PDF006" in codes(sheet, pdf)


@pytest.mark.exhaustive
def test_a_foreign_font_is_found(turned: Printed, folder: Path) -> None:
    families = (*turned.plan.families, "Noto Sans")
    with_another = font_set(families, folder)
    html = turned.composition.html.replace("</style>", "h1 { font-family: 'Noto Sans' }</style>")
    pdf = typeset(html.replace("</h1>", " abc</h1>"), with_another, "sheet.pdf").pdf
    assert "PDF005" in codes(turned, pdf)


@pytest.mark.exhaustive
def test_a_letter_without_a_glyph_is_found_before_the_pdf_is_read(turned: Printed) -> None:
    html = turned.composition.html.replace("</h1>", " 水</h1>", 1)
    findings = typeset(html, turned.fonts, "sheet.pdf").findings
    assert "PDF001" in {finding.code for finding in findings}


@pytest.mark.exhaustive
def test_a_missing_foot_is_found_on_its_page(turned: Printed) -> None:
    revision = turned.plan.source.revision
    assert "PDF008" in codes(turned, turned.again(revision, "00000000", count=9))


@pytest.mark.exhaustive
def test_a_number_that_the_file_only_says_is_not_read(folder: Path) -> None:
    sheet = printed("hi", "IN", folder, root=shortened(folder))
    assert sheet.judge(sheet.pdf) == ()
    number = '<span class="either numbers"><bdi dir="ltr" class="number">112</bdi></span>'
    assert "PDF003" in codes(sheet, sheet.again(number, "112", count=9))


@pytest.mark.exhaustive
def test_words_in_syllables_are_read_as_they_are_spelled(folder: Path) -> None:
    sheet = printed("hi", "IN", folder, root=citing_five(folder))
    # Where a told word ends, nobody knows: the gap after it may look like one between columns.
    text = " ".join(read(read_pages(sheet.pdf), rtl=False).text.split())
    assert "|Wei व अन्य, 2003|" in text
    assert "इस जगह के नंबर: भारत" in text
