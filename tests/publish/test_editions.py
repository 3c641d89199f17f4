"""Every edition from a project folder: what stands on it, and what keeps it from being printed."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.values.folding import PAPERS, places
from pipeline.values.sheet import Layout
from pipeline.verify.page import read_codes, read_pages
from pipeline.verify.sheet import column_of, pages_on
from pipeline.verify.text import read
from tests.conftest import told

Run = Callable[..., tuple[int, str, str]]

NAME = "attachment-and-depression"
EDITIONS = ("bilingual", "booklet", "brochure", "handout", "large-print")


def file(project: Path, locale: str, edition: str, region: str = "US") -> Path:
    return project / f"build/{locale}/{NAME}-{edition}-{locale}-{region}.pdf"


def panels(pdf: Path, *, rtl: bool = False) -> list[str]:
    """Return the words on each panel of a Letter brochure, in reading order."""
    layout = Layout(paper="letter", folding="thirds", rtl=rtl)
    pages = pages_on(read_pages(pdf.read_bytes()), layout)
    return [read([page], rtl=rtl).text for page in pages]


def test_all_editions_are_printed_and_good(project: Path, polyleaf: Run) -> None:
    status, out, err = polyleaf("pdf", "es", "en", "--edition", "all")
    assert (status, told(err)) == (0, "")
    printed = {Path(line).name for line in out.splitlines()}
    assert printed == {
        f"{NAME}-{edition}-{locale}-US{pages}.pdf"
        for locale in ("en", "es")
        for edition in EDITIONS
        if (locale, edition) != ("en", "bilingual")
        for pages in (("", "-pages") if edition in ("brochure", "booklet") else ("",))
    }
    files = [str(one) for one in (project / "build").rglob("*.pdf")]
    status, out, _ = polyleaf("inspect", *files)
    assert status == 0
    assert out.count("the same file, byte for byte") == len(files)


def test_nothing_changed_and_nothing_is_built_again(project: Path, polyleaf: Run) -> None:
    polyleaf("pdf", "es", "--edition", "brochure")
    assert "unchanged: " in polyleaf("pdf", "es", "--edition", "brochure")[2]
    pages = file(project, "es", "brochure").with_name(f"{NAME}-brochure-es-US-pages.pdf")
    pages.write_bytes(b"touched")
    status, out, err = polyleaf("pdf", "es", "--edition", "brochure")
    assert "unchanged" not in err
    assert (status, pages.read_bytes()[:4]) == (0, b"%PDF")
    assert out.splitlines() == [
        f"build/es/{NAME}-brochure-es-US.pdf",
        f"build/es/{NAME}-brochure-es-US-pages.pdf",
    ]


@pytest.mark.parametrize("locale", ["es", "ar"])
def test_a_brochures_panels_hold_what_they_are_for(
    project: Path, polyleaf: Run, locale: str
) -> None:
    assert polyleaf("pdf", locale, "--edition", "brochure", "--clinic", "riverside")[0] == 0
    pdf = file(project, locale, "brochure", "US-riverside")
    cover, *inner, back = panels(pdf, rtl=locale == "ar")
    assert "988" in cover or "889" in cover
    assert "Riverside" in panels(pdf)[5]
    assert not {"Riverside"} & set(cover.split())
    for citation in ("2016", "1967", "2003", "2005", "2001", "1995", "1976", "1996", "2009"):
        # Read from the right, a year stands backwards.
        assert any({citation, citation[::-1]} & set(re.findall(r"\d+", text)) for text in inner)
    assert all(panel.strip() for panel in (*inner, back))
    assert read_codes(pdf.read_bytes()) == (f"https://riverside.example/sheets/{NAME}-{locale}",)


def test_a_brochure_leaves_out_details_and_says_so(project: Path, polyleaf: Run) -> None:
    polyleaf("pdf", "en", "--edition", "brochure handout")
    brochure = " ".join(" ".join(panels(file(project, "en", "brochure"))).split())
    assert "This brochure is shortened." in brochure
    assert "biochemical imbalance" not in brochure
    assert "an harsh inner critic" not in brochure
    assert "harsh inner critic |Mikulincer & Shaver, 2016|" in brochure
    handout = read(read_pages(file(project, "en", "handout").read_bytes()), rtl=False).text
    assert "biochemical imbalance" in handout
    assert "shortened" not in handout


def test_an_overfull_brochure_is_refused_and_the_handout_stays(
    project: Path, polyleaf: Run
) -> None:
    article = project / f"source/{NAME}.md"
    text = article.read_text(encoding="utf-8")
    plain = text
    for _ in range(text.count("::: detail\n")):
        before, _, after = plain.partition("::: detail\n")
        inside, _, rest = after.partition("\n:::\n")
        plain = f"{before}{inside}\n{rest}"
    article.write_text(plain, encoding="utf-8")
    polyleaf("pdf", "es")
    status, out, err = polyleaf("pdf", "es", "--edition", "brochure")
    assert (status, out) == (1, "")
    assert "error PDF011: the panel 'flap, folds in' is overfull" in err
    assert " mm too much remains" in err
    assert f"refused: {NAME} in es, brochure" in err
    assert [one.name for one in (project / "build/es").glob("*.pdf")] == [
        f"{NAME}-handout-es-US.pdf"
    ]


@pytest.mark.parametrize(("locale", "region"), [("es", "US"), ("ar", "GB")])
def test_a_bilingual_sheet_has_both_languages_side_by_side(
    project: Path, polyleaf: Run, locale: str, region: str
) -> None:
    assert polyleaf("pdf", locale, "--edition", "bilingual", "--region", region)[0] == 0
    pages = read_pages(file(project, locale, "bilingual", region).read_bytes())
    left = read(column_of(pages, 1, 2), rtl=False).text
    right = read(column_of(pages, 2, 2), rtl=False).text
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


def test_rows_of_a_bilingual_sheet_stand_on_one_height(project: Path, polyleaf: Run) -> None:
    polyleaf("pdf", "es", "--edition", "bilingual")
    pages = read_pages(file(project, "es", "bilingual").read_bytes())
    text = read(pages, rtl=False).text
    for left, right in (
        ("If you need help right now", "Si necesita ayuda ahora mismo"),
        ("Cognitive theories of depression", "Las teorías cognitivas de la depresión"),
        ("Final Thoughts", "Reflexiones finales"),
    ):
        line = next(line for line in text.splitlines() if line.startswith(left))
        assert right in line


def test_the_articles_own_language_has_no_bilingual_sheet(project: Path, polyleaf: Run) -> None:
    status, out, err = polyleaf("pdf", "en", "--edition", "bilingual")
    assert (status, out) == (2, "")
    assert "the article's own language" in err
    assert not list((project / "build").rglob("*.pdf"))


@pytest.mark.parametrize("locale", ["es", "ar"])
def test_large_print_is_large_throughout(project: Path, polyleaf: Run, locale: str) -> None:
    assert polyleaf("pdf", locale, "--edition", "large-print")[0] == 0
    pages = read_pages(file(project, locale, "large-print").read_bytes())
    assert min(letter.size for page in pages for letter in page.letters) >= 17.95
    assert not {"Italic", "Oblique"} & {
        part for page in pages for letter in page.letters for part in letter.font.split("-")
    }
    margin = 72 - 1
    assert all(
        letter.left >= margin and letter.right <= page.width - margin
        for page in pages
        for letter in page.letters
    )
    assert "988" in read(pages[:1], rtl=False).text


@pytest.mark.parametrize(("locale", "first_at_right"), [("es", True), ("ar", False)])
def test_a_booklet_is_bound_on_its_languages_side(
    project: Path, polyleaf: Run, locale: str, first_at_right: bool
) -> None:
    assert polyleaf("pdf", locale, "--edition", "booklet", "--paper", "a4")[0] == 0
    pdf = file(project, locale, "booklet", "US-a4")
    sides = read_pages(pdf.read_bytes())
    assert {(round(side.width), round(side.height)) for side in sides} == {(842, 595)}
    assert len(sides) % 2 == 0
    pages = read_pages(pdf.with_name(f"{pdf.stem}-pages.pdf").read_bytes())
    assert len(sides) * 2 - 4 < len(pages) <= len(sides) * 2
    standing = places("half", PAPERS["a4"], len(pages), rtl=locale == "ar")
    assert (standing[0].x > 0) == first_at_right
    layout = Layout(paper="a4", folding="half", rtl=locale == "ar")
    written = [seen for seen in pages_on(sides, layout) if seen.letters]
    for page, seen in zip(pages, written, strict=True):
        assert read([page], rtl=False).text == read([seen], rtl=False).text
    assert pages_on(sides, layout)[-1].letters, "the last page is the back"


def test_the_size_that_fits_is_the_largest(project: Path, polyleaf: Run) -> None:
    polyleaf("pdf", "en", "--edition", "brochure")
    html = file(project, "en", "brochure").with_suffix(".html").read_text(encoding="utf-8")
    before = float(html.partition("--size: ")[2].partition("pt")[0])
    article = project / f"source/{NAME}.md"
    text = article.read_text(encoding="utf-8")
    head, _, tail = text.partition("## 3.")
    article.write_text(f"{head}## Final Thoughts{tail.partition('## Final Thoughts')[2]}")
    assert polyleaf("pdf", "en", "--edition", "brochure")[0] == 0
    html = file(project, "en", "brochure").with_suffix(".html").read_text(encoding="utf-8")
    after = float(html.partition("--size: ")[2].partition("pt")[0])
    assert after > before >= 9


def test_the_manifest_has_the_hash_of_both_files(project: Path, polyleaf: Run) -> None:
    polyleaf("pdf", "es", "--edition", "booklet")
    record = json.loads(file(project, "es", "booklet").with_suffix(".json").read_text("utf-8"))
    assert set(record["sha256"]) == {"pdf", "pages", "html"}


def test_layout_sheets_are_drawn_and_name_the_panels(project: Path, polyleaf: Run) -> None:
    status, out, err = polyleaf("layout")
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        f"build/layout-{edition}-{paper}.pdf"
        for edition in ("booklet", "brochure")
        for paper in ("letter", "a4")
    ]
    pages = read_pages((project / "build/layout-brochure-letter.pdf").read_bytes())
    first = read(pages[:1], rtl=False).text
    assert "flap, folds in" in first
    assert "92.1 mm × 215.9 mm" in first
    assert len(pages) == 4, "both sides, in both directions"
    status, _, err = polyleaf("layout", "handout")
    assert (status, err) == (
        2,
        "polyleaf: there is no folded edition 'handout'; folded: booklet brochure\n",
    )
