"""Every edition from a project folder: what stands on it, and what keeps it from being printed."""

import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from pypdfium2 import PdfDocument
from pypdfium2.raw import FPDF_PAGEOBJ_PATH

from pipeline.compose.sheet import editions
from pipeline.typeset.engine import typeset
from pipeline.typeset.typesetter import typesetter
from pipeline.values.folding import MILLIMETRE, PAPERS, places
from pipeline.values.sheet import Layout
from pipeline.verify.page import read_codes, read_pages
from pipeline.verify.sheet import column_of, pages_on
from pipeline.verify.text import read
from tests.conftest import told
from tests.copies import shorten
from tests.sheets import ROOT, composed, gutter_of, printed

Run = Callable[..., tuple[int, str, str]]

NAME = "attachment-and-depression"
TODAY = ("--today", "2026-11-23")
PAPERS_OF = {
    "booklet": ("letter", "a4"),
    "brochure": ("letter", "a4", "legal", "tabloid", "a3"),
}
EDITIONS = ("bilingual", "booklet", "brochure", "handout", "large-print", "wall-poster")


def file(project: Path, locale: str, edition: str, region: str = "US") -> Path:
    return project / f"build/{locale}/{NAME}-{edition}-{locale}-{region}.pdf"


def panels(pdf: Path, *, rtl: bool = False) -> list[str]:
    """Return the words on each panel of a brochure for Letter, in reading order."""
    layouts = [
        Layout(paper=fold.paper_for("letter"), folding=fold.name, rtl=rtl)
        for fold in editions()["brochure"].folds
    ]
    pages = pages_on(read_pages(pdf.read_bytes()), layouts)
    return [read([page], rtl=rtl).text for page in pages]


def size_of_text(pdf: Path) -> float:
    """Return in which size a brochure's running text is set, in points."""
    html = pdf.with_suffix(".html").read_text(encoding="utf-8")
    return float(html.partition(".panel-text { --size: ")[2].partition("pt")[0])


def with_parts(project: Path, kinds: str) -> None:
    """Give the article some of the parts that a brochure has a place for, in English."""
    parts = {
        "flap": "\n::: flap\n## On the flap\n\nRead me second.\n:::\n",
        "summary": "\n::: summary\n## The short of it\n\n- Depression can be treated.\n:::\n",
        "action": "\n::: action\n## To do\n\n- Talk to someone.\n:::\n",
    }
    article = project / f"source/{NAME}.md"
    head, middle, tail = article.read_text(encoding="utf-8").partition("::: crisis short")
    note, end, rest = tail.partition("\n:::\n")
    rest = re.sub(r"\n::: (flap|summary|action).*?\n:::\n", "\n", rest, flags=re.DOTALL)
    article.write_text(
        head + middle + note + end + rest + "".join(parts[kind] for kind in kinds.split()),
        encoding="utf-8",
    )


@pytest.mark.exhaustive
def test_all_editions_of_a_long_article_are_printed_and_good(project: Path, polyleaf: Run) -> None:
    status, out, err = polyleaf("pdf", "es", "--edition", "all")
    assert (status, told(err)) == (0, "")
    told_to_print = [line for line in err.splitlines() if line.startswith("print the ")]
    assert {line.split()[2] for line in told_to_print} == {"brochure", "booklet", "wall-poster"}
    assert {Path(line).name for line in out.splitlines()} == names("es")


@pytest.mark.exhaustive
@pytest.mark.usefixtures("foldable")
def test_all_editions_are_printed_and_good(project: Path, polyleaf: Run) -> None:
    status, out, err = polyleaf("pdf", "es", "--edition", "all", *TODAY)
    assert (status, told(err)) == (0, "")
    assert {Path(line).name for line in out.splitlines()} == names("es")


def names(locale: str) -> set[str]:
    """Return how the files of all editions are called."""
    return {
        f"{NAME}-{edition}-{locale}-US{pages}.pdf"
        for edition in EDITIONS
        for pages in (("", "-pages") if edition in ("brochure", "booklet") else ("",))
    }


@pytest.mark.usefixtures("unprinted")
def test_all_editions_are_all_but_the_bilingual_one_in_the_articles_own_language(
    polyleaf: Run,
) -> None:
    status, out, _ = polyleaf("pdf", "en", "--edition", "all")
    assert status == 0
    printed = {Path(line).name for line in out.splitlines()}
    assert printed == {
        f"{NAME}-{edition}-en-US.pdf" for edition in EDITIONS if edition != "bilingual"
    }


@pytest.mark.usefixtures("foldable")
@pytest.mark.exhaustive
def test_all_editions_are_set_again_with_the_same_bytes(project: Path, polyleaf: Run) -> None:
    status, out, err = polyleaf("pdf", "es", "--edition", "all", *TODAY)
    assert (status, told(err)) == (0, "")
    assert {Path(line).name for line in out.splitlines()} == names("es")
    files = [str(one) for one in (project / "build").rglob("*.pdf")]
    status, out, _ = polyleaf("inspect", *files, *TODAY)
    assert status == 0
    assert out.count("the same file, byte for byte") == len(files)


@pytest.mark.exhaustive
@pytest.mark.usefixtures("foldable")
def test_nothing_changed_and_nothing_is_built_again(project: Path, polyleaf: Run) -> None:
    words = ("pdf", "es", "--edition", "brochure", *TODAY)
    polyleaf(*words)
    assert "unchanged: " in polyleaf(*words)[2]
    pages = file(project, "es", "brochure").with_name(f"{NAME}-brochure-es-US-pages.pdf")
    pages.write_bytes(b"touched")
    status, out, err = polyleaf(*words)
    assert "unchanged" not in err
    assert (status, pages.read_bytes()[:4]) == (0, b"%PDF")
    assert out.splitlines() == [
        f"build/es/{NAME}-brochure-es-US.pdf",
        f"build/es/{NAME}-brochure-es-US-pages.pdf",
    ]


LONG = ("2016", "1967", "2003", "2005", "2001", "1995", "1976", "1996", "2009")
"""The years of the works that the long article cites."""


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    ("locale", "years"),
    [
        ("es", ("1967", "2003", "2005")),
        ("es", LONG),
        ("ar", LONG),
    ],
    ids=["short", "long", "long, ar"],
)
def test_a_brochures_panels_hold_what_they_are_for(
    project: Path, polyleaf: Run, locale: str, years: tuple[str, ...]
) -> None:
    if years != LONG:
        shorten(project, folds=True)
    assert polyleaf("pdf", locale, "--edition", "brochure", "--clinic", "riverside")[0] == 0
    pdf = file(project, locale, "brochure", "US-riverside")
    cover, flap, *inner, back = panels(pdf, rtl=locale == "ar")
    assert "988" in cover or "889" in cover
    for panel in (cover, back):
        # Read from the right, a Latin name stands backwards.
        assert "Riverside" in panel or "edisreviR" in panel
    for citation in years:
        # Read from the right, a year stands backwards.
        assert any({citation, citation[::-1]} & set(re.findall(r"\d+", text)) for text in inner)
    assert all(panel.strip() for panel in (flap, *inner, back))
    assert read_codes(pdf.read_bytes()) == (f"https://riverside.example/sheets/{NAME}-{locale}",)


@pytest.mark.usefixtures("unprinted")
@pytest.mark.exhaustive
@pytest.mark.parametrize(("locale", "region"), [("es", "US"), ("th", "TH")])
def test_each_inner_panel_begins_with_the_head_of_a_section(
    tmp_path: Path, locale: str, region: str
) -> None:
    sheet = composed(locale, region, tmp_path, edition="brochure")
    made = typeset(sheet.composition.html, sheet.fonts, "x.pdf", sheet.composition.forms)
    _, _, *inner, _ = [read([page], rtl=False).text for page in read_pages(made.pages_pdf)]
    assert [re.match(r"\s*(\d)\.", text) is not None for text in inner] == [True] * 3


@pytest.mark.usefixtures("unprinted")
def test_a_brochure_leaves_out_details_and_says_so(project: Path, polyleaf: Run) -> None:
    polyleaf("pdf", "en", "--edition", "brochure handout")
    brochure = words_of(file(project, "en", "brochure"))
    assert "This brochure is shortened. Ask us for the full sheet: it has every" in brochure
    assert "What stands in a frame was added by the publisher" in brochure, "it lists no works"
    assert "biochemical imbalance" not in brochure
    assert "an harsh inner critic" not in brochure
    assert "harsh inner critic (Mikulincer & Shaver, 2016)" in brochure
    handout = words_of(file(project, "en", "handout"))
    assert "biochemical imbalance" in handout
    assert "shortened" not in handout
    assert "What stands in a frame and the reference list were added" in handout


def test_a_brochure_with_the_whole_article_is_not_called_shortened(tmp_path: Path) -> None:
    sheet = composed("en", "US", tmp_path, edition="brochure", root=ROOT / "tests/third")
    for page in (sheet.composition.html, sheet.composition.web):
        assert "Ask us for the full sheet if you want the list of cited works." in page
        assert "This brochure is shortened" not in page


def words_of(pdf: Path) -> str:
    """Return the words of the web page beside a sheet."""
    html = pdf.with_suffix(".html").read_text(encoding="utf-8").partition("<body")[2]
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).replace("\u00ad", "").split())


@pytest.mark.exhaustive
def test_what_is_read_second_is_made_for_it(project: Path, polyleaf: Run) -> None:
    with_parts(project, "summary action")
    status, _, err = polyleaf("pdf", "en", "--edition", "brochure", "-v")
    assert (status, "flap, folds in" in err, "flap 1" in err) == (0, False, False)
    flap, *inner = panels(file(project, "en", "brochure"))[1:]
    assert "The short of it" in flap
    assert "To do" in " ".join([flap, inner[0]]), "in fourths the flap has two panels"
    assert "Final Thoughts" in inner[-2], "the article's text ends on the last panel inside"
    pages = file(project, "en", "brochure").with_name(f"{NAME}-brochure-en-US-pages.pdf")
    read_aloud = [read([page], rtl=False).text for page in read_pages(pages.read_bytes())]
    assert read_aloud[1].split() == flap.split(), "who hears the sheet hears the flap second"


@pytest.mark.exhaustive
@pytest.mark.usefixtures("foldable")
def test_a_flap_of_its_own_leaves_the_other_parts_in_the_text(project: Path, polyleaf: Run) -> None:
    with_parts(project, "summary flap action")
    assert polyleaf("pdf", "en", "--edition", "brochure")[0] == 0
    flap, *inner = panels(file(project, "en", "brochure"))[1:]
    assert "Read me second." in flap
    assert "The short of it" not in flap
    assert "The short of it" in " ".join(inner)


@pytest.mark.usefixtures("foldable")
@pytest.mark.exhaustive
def test_a_flap_without_text_of_its_own_has_the_beginning_or_lines_and_a_warning(
    project: Path, polyleaf: Run
) -> None:
    with_parts(project, "")
    status, _, err = polyleaf("pdf", "en", "--edition", "brochure", "-v")
    assert (status, "PDF017" in err) == (0, False)
    flap, *inner = panels(file(project, "en", "brochure"))[1:]
    assert "Negative Self-View" in flap
    assert "Negative Self-View" not in " ".join(inner)
    article = project / f"source/{NAME}.md"
    head, _, rest = article.read_text(encoding="utf-8").partition("## 1.")
    note = head.partition("\n:::\n")[0] + "\n:::\n\n"
    article.write_text(f"{note}## Final Thoughts{rest.partition('## Final Thoughts')[2]}")
    status, _, err = polyleaf("pdf", "en", "--edition", "brochure", "-v")
    assert status == 0
    assert "warning PDF017: there is no text for the panel 'flap" in err
    flap = panels(file(project, "en", "brochure"))[1]
    assert " ".join(flap.split()) == "Questions for my next visit"


@pytest.mark.exhaustive
def test_a_short_article_leaves_no_panel_white(project: Path, polyleaf: Run) -> None:
    with_parts(project, "summary action")
    article = project / f"source/{NAME}.md"
    text = article.read_text(encoding="utf-8")
    head, _, rest = text.partition("## 1.")
    article.write_text(f"{head}## Final Thoughts{rest.partition('## Final Thoughts')[2]}")
    status, _, err = polyleaf("pdf", "en", "--edition", "brochure", "-v")
    assert status == 0
    assert "there is no text for the panel 'inside 3': it has lines to write on" in err
    standing = panels(file(project, "en", "brochure"))
    assert len(standing) == 6
    assert all(panel.strip() for panel in standing)
    assert size_of_text(file(project, "en", "brochure")) == 14


@pytest.mark.exhaustive
def test_a_long_text_takes_a_roomier_fold_and_says_so(project: Path, polyleaf: Run) -> None:
    with_parts(project, "summary action")
    article = project / f"source/{NAME}.md"
    text = article.read_text(encoding="utf-8")
    final = text.partition("## Final Thoughts")[2].partition("\n\n")[2].partition("\n\n")[0]
    longer = text.replace(final, "\n\n".join([final] * 8))
    article.write_text(longer, encoding="utf-8")
    status, _, err = polyleaf("pdf", "en", "--edition", "brochure")
    assert status == 0
    pdf = file(project, "en", "brochure")
    record = json.loads(pdf.with_suffix(".json").read_text("utf-8"))
    assert record["paper"] == "letter"
    assert record["printing"]["paper"] in ("legal", "tabloid")
    assert record["printing"]["fold"] == "fourths"
    said = (
        f"print the brochure (en) on {record['printing']['paper']} paper, on both sides, turned on "
        "the short edge, in full size; then fold in the middle, the cover outwards, and once more "
        "in the middle (its text has no room on letter paper)"
    )
    assert any(line.startswith(said) for line in err.splitlines())
    sides = read_pages(pdf.read_bytes())
    assert {round(side.width) for side in sides} <= {14 * 72, 17 * 72}
    assert len(panels(pdf)) == 8
    assert size_of_text(pdf) >= 10
    status, out, _ = polyleaf("inspect", str(pdf))
    assert (status, "the same file, byte for byte" in out) == (0, True)


@pytest.mark.exhaustive
def test_lines_to_write_on_that_have_no_room_leave_no_speck(tmp_path: Path) -> None:
    pages = PdfDocument(printed("nl", "US", tmp_path, edition="brochure").pages_pdf)
    back = pages[len(pages) - 1]
    drawn = [one.get_bounds() for one in back.get_objects(filter=[FPDF_PAGEOBJ_PATH])]
    specks = [(left, low) for left, low, right, _ in drawn if right - left < 0.01]
    frame = next(one for one in drawn if one[2] - one[0] > 150 and one[3] - one[1] > 80)
    assert all(frame[0] <= left < frame[0] + 1 and frame[1] < low for left, low in specks)


@pytest.mark.exhaustive
@pytest.mark.usefixtures("foldable")
def test_no_letter_for_patients_is_under_ten_points(project: Path, polyleaf: Run) -> None:
    polyleaf("pdf", "es", "--edition", "brochure", *TODAY)
    pdf = file(project, "es", "brochure", "US-pages")
    *pages, back = read_pages(pdf.read_bytes())
    assert min(one.size for page in (*pages, back) for one in page.letters) >= 8.95, "staff's lines"
    small = ["".join(one.text for one in page.letters if one.size < 9.95) for page in pages]
    added = "Añadidoporlaentidadeditora"
    assert small[0] == "TheHiddenLinkBetweenInsecureAttachmentandDepression", "the original's title"
    assert set("".join(small[1:]).split(added)) == {""}, "who added a part"
    foot = [one.y for one in back.letters if one.size < 9.95]
    assert max(foot) < min(one.y for one in back.letters if one.size >= 9.95), "the foot"


@pytest.mark.exhaustive
def test_an_overfull_brochure_is_refused_and_the_handout_stays(
    project: Path, polyleaf: Run
) -> None:
    with_parts(project, "")
    article = project / f"source/{NAME}.md"
    text = article.read_text(encoding="utf-8")
    final = text.partition("## Final Thoughts")[2].partition("\n\n")[2].partition("\n\n")[0]
    article.write_text(text.replace(final, "\n\n".join([final] * 40)), encoding="utf-8")
    polyleaf("pdf", "en")
    status, out, err = polyleaf("pdf", "en", "--edition", "brochure")
    assert (status, out) == (1, "")
    assert "error PDF011: the panel 'inside 4' is overfull: on tabloid paper" in err
    assert " mm too much remains" in err
    assert f"refused: {NAME} in en, brochure" in err
    assert [one.name for one in (project / "build/en").glob("*.pdf")] == [
        f"{NAME}-handout-en-US.pdf"
    ]


@pytest.mark.exhaustive
@pytest.mark.usefixtures("foldable")
@pytest.mark.parametrize(
    ("locale", "region"),
    [("es", "US"), ("ar", "GB")],
)
def test_a_bilingual_sheet_has_both_languages_side_by_side(
    project: Path, polyleaf: Run, locale: str, region: str
) -> None:
    assert polyleaf("pdf", locale, "--edition", "bilingual", "--region", region, *TODAY)[0] == 0
    pdf = file(project, locale, "bilingual", region)
    pages, gutter = read_pages(pdf.read_bytes()), gutter_of(pdf)
    left = read(column_of(pages, 1, gutter), rtl=False).text
    right = read(column_of(pages, 2, gutter), rtl=False).text
    english = ("Cognitive theories", "|Beck, 1967|", "Help is there, and it works")
    for words in english:
        assert words in left
        assert words not in right or words == "|Beck, 1967|"
    if locale == "es":
        assert "La ayuda existe, y funciona" in right
        assert "Call 988, then press 2" in left, "the services of the Spanish sheet, in English"
        assert "Answers in Spanish" in left
    else:
        assert "Ask for an interpreter" in left
        assert "116 123" in left
        assert "116 123" in right


@pytest.mark.exhaustive
@pytest.mark.usefixtures("foldable")
def test_rows_of_a_bilingual_sheet_stand_on_one_height(project: Path, polyleaf: Run) -> None:
    polyleaf("pdf", "es", "--edition", "bilingual", *TODAY)
    pages = read_pages(file(project, "es", "bilingual").read_bytes())
    text = read(pages, rtl=False).text
    for left, right in (
        ("If you need help right now", "Si necesita ayuda ahora mismo"),
        ("Individuals with anxious or", "Las personas con apego ansioso o"),
        ("Final Thoughts", "Reflexiones finales"),
    ):
        line = next(line for line in text.splitlines() if line.startswith(left))
        assert right in line


@pytest.mark.exhaustive
@pytest.mark.usefixtures("foldable")
def test_page_one_of_a_bilingual_sheet_is_full(project: Path, polyleaf: Run) -> None:
    polyleaf("pdf", "es", "--edition", "bilingual", *TODAY)
    first, second, *_ = read_pages(file(project, "es", "bilingual").read_bytes())
    lines = read([first], rtl=False).text.splitlines()
    told = ("The Hidden Link", "Numbers for", "If you need help", "Do you need an")
    assert [next(n for n, line in enumerate(lines) if words in line) for words in told] == sorted(
        next(n for n, line in enumerate(lines) if words in line) for words in told
    )
    assert read([second], rtl=False).text.startswith("1. Negative Self-View\t"), "it goes on there"
    foot = next(one.bottom for one in first.letters if one.size < 9)
    above = min(one.bottom for one in first.letters if one.size > 9)
    assert above - foot < 0.09 * first.height


def test_the_articles_own_language_has_no_bilingual_sheet(project: Path, polyleaf: Run) -> None:
    status, out, err = polyleaf("pdf", "en", "--edition", "bilingual")
    assert (status, out) == (2, "")
    assert "the article's own language" in err
    assert not list((project / "build").rglob("*.pdf"))


@pytest.mark.exhaustive
@pytest.mark.parametrize(("locale", "page"), [("hi", 1), ("vi", 1), ("ur", 2)])
def test_large_print_keeps_the_crisis_note_on_page_one_before_the_clinics_interpreter(
    tmp_path: Path, locale: str, page: int
) -> None:
    made = printed(locale, "US", tmp_path, edition="large-print", clinic="riverside")
    pages = ["".join(letter.text for letter in one.letters) for one in read_pages(made.pdf)]
    assert "988" in pages[0]
    assert "911" in pages[0]
    assert next(number for number, text in enumerate(pages, 1) if "0199" in text) == page


def _numbers(page: Any) -> set[str]:
    """Return the numbers of three digits on a page."""
    return {*re.findall(r"\b\d{3}\b", read([page], rtl=False).text)}


@pytest.mark.exhaustive
@pytest.mark.usefixtures("foldable")
@pytest.mark.parametrize("locale", ["es", "ar"])
def test_large_print_is_large_throughout(project: Path, polyleaf: Run, locale: str) -> None:
    assert polyleaf("pdf", locale, "--edition", "large-print", *TODAY)[0] == 0
    pages = read_pages(file(project, locale, "large-print").read_bytes())
    # Works, last lines and foot, too: see docs/decisions/0069.
    assert not {letter.size for page in pages for letter in page.letters if letter.size < 17.95}
    # Foot, and who hands the sheet out, stand where frames do.
    foot, strip = 0.9 * 72, pages[0].height - 1.4 * 72
    assert not {"Italic", "Oblique"} & {
        part for page in pages for letter in page.letters for part in letter.font.split("-")
    }
    margin, is_rtl = 72 - 1, locale == "ar"
    # The last lines, and those of crisis notes, go on to the edge of frames, where their lines end.
    framed = [page is pages[-1] or {"988", "911"} <= _numbers(page) for page in pages]
    ends = {True: margin / 2, False: margin}
    hanging = [
        letter
        for page, is_framed in zip(pages, framed, strict=True)
        for letter in page.letters
        for end in [ends[is_framed]]
        for left, right in [(end, margin) if is_rtl else (margin, end)]
        if not (letter.left >= left and letter.right <= page.width - right)
        and foot < letter.bottom < (page.height if page is not pages[0] else strip)
    ]
    assert hanging, "the numbers of sections hang beside their heads"
    assert {letter.text for letter in hanging} <= set("12345.")
    assert all(letter.size > 21 for letter in hanging)
    assert "988" in read(pages[:1], rtl=False).text
    if locale == "es":
        # The title is well above heads, in whatever air it is set; what the sheet is about and whom
        # it is for stand below it.
        sizes = {round(letter.size, 1) for page in pages for letter in page.letters}
        assert 21.6 in sizes
        assert sizes & {31.1, 29.2, 28.0}
        told = read(pages[:1], rtl=False).text
        assert "Comprender cómo las" in told
        assert "Para personas adultas" in told


@pytest.mark.exhaustive
@pytest.mark.usefixtures("foldable")
@pytest.mark.parametrize(
    ("locale", "first_at_right"),
    [("es", True), ("ar", False)],
)
def test_a_booklet_is_bound_on_its_languages_side(
    project: Path, polyleaf: Run, locale: str, first_at_right: bool
) -> None:
    assert polyleaf("pdf", locale, "--edition", "booklet", "--paper", "a4")[0] == 0
    pdf = file(project, locale, "booklet", "US-a4")
    sides = read_pages(pdf.read_bytes())
    assert {(round(side.width), round(side.height)) for side in sides} == {(842, 595)}
    assert len(sides) % 2 == 0
    pages = read_pages(pdf.with_name(f"{pdf.stem}-pages.pdf").read_bytes())
    assert len(pages) == len(sides) * 2
    assert len(pages) % 4 == 0
    assert all(page.letters for page in pages), "a page that would be white has lines for notes"
    for page in pages:
        foot = [letter for letter in page.letters if letter.top < 16 * MILLIMETRE]
        edges = min(one.left for one in foot), page.width - max(one.right for one in foot)
        assert edges == pytest.approx((6.8 * MILLIMETRE, 6.8 * MILLIMETRE), abs=2)
    standing = places("half", PAPERS["a4"], len(pages), rtl=locale == "ar")
    assert (standing[0].x > 0) == first_at_right
    layout = Layout(paper="a4", folding="half", rtl=locale == "ar")
    written = [seen for seen in pages_on(sides, [layout]) if seen.letters]
    for page, seen in zip(pages, written, strict=True):
        assert read([page], rtl=False).text == read([seen], rtl=False).text
    assert pages_on(sides, [layout])[-1].letters, "the last page is the back"


@pytest.mark.exhaustive
@pytest.mark.usefixtures("foldable")
def test_the_manifest_has_the_hash_of_both_files(project: Path, polyleaf: Run) -> None:
    polyleaf("pdf", "es", "--edition", "booklet", *TODAY)
    record = json.loads(file(project, "es", "booklet").with_suffix(".json").read_text("utf-8"))
    assert set(record["sha256"]) == {"pdf", "pages", "html"}


@pytest.mark.exhaustive
def test_layout_sheets_are_drawn_and_name_the_panels(project: Path, polyleaf: Run) -> None:
    status, out, err = polyleaf("layout")
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        f"build/layout-{edition}-{paper}.pdf"
        for edition in ("booklet", "brochure")
        for paper in PAPERS_OF[edition]
    ]
    pages = read_pages((project / "build/layout-brochure-letter.pdf").read_bytes())
    first = read(pages[:1], rtl=False).text
    assert "flap, folds in" in first
    assert "92.1 mm × 215.9 mm" in first
    assert "turned on the short edge" in first
    assert "fold into three at the marks, the narrow part inwards" in " ".join(first.split())
    assert len(pages) == 4, "both sides, in both directions"
    status, _, err = polyleaf("layout", "handout")
    assert (status, err) == (
        2,
        "polyleaf: there is no folded edition 'handout'; folded: booklet brochure\n",
    )


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    ("locale", "region", "edition", "most"),
    [
        pytest.param("es", "US", "booklet", 2, id="its pages end as was reckoned"),
        pytest.param("ja", "JP", "brochure", 5, id="a note has room at the foot of its panel"),
    ],
)
def test_a_folded_sheet_is_set_no_more_often_than_it_needs(
    locale: str,
    region: str,
    edition: str,
    most: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    html = typesetter().HTML
    settings: list[None] = []
    render = html.render

    def counted(*given: Any, **named: Any) -> Any:
        settings.append(None)
        return render(*given, **named)

    monkeypatch.setattr(html, "render", counted)
    sheet = composed(locale, region, tmp_path, edition=edition)
    made = typeset(sheet.composition.html, sheet.fonts, "x.pdf", sheet.composition.forms)
    assert made.pages == {"booklet": 12, "brochure": 6}[edition]
    assert len(settings) <= most
