"""From a project folder to files in ``build/``: names, refusals, drafts, bytes."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.verify.page import Page, read_pages
from pipeline.verify.text import read
from tests.conftest import ROOT, replace, told

Run = Callable[..., tuple[int, str, str]]

NAME = "attachment-and-depression-handout"


def catalog(project: Path, locale: str, article: str = "attachment-and-depression") -> Path:
    return project / "locales" / locale / "LC_MESSAGES" / f"{article}.po"


def reading(pdf: Path, *, rtl: bool = False) -> str:
    return read(read_pages(pdf.read_bytes()), rtl=rtl).text


def body(pdf: Path) -> str:
    """Read a left-to-right sheet without its foot, white space taken out."""
    pages = [
        Page(page.number, page.width, page.height, letters, page.ink, page.ground)
        for page in read_pages(pdf.read_bytes())
        for letters in [tuple(letter for letter in page.letters if letter.y > 40)]
    ]
    return "".join(read(pages, rtl=False).text.split())


def test_every_sentence_of_the_author_stands_in_the_english_pdf(
    project: Path, polyleaf: Run
) -> None:
    assert polyleaf("pdf", "en")[0] == 0
    seen = body(project / f"build/en/{NAME}-en-US.pdf")
    author = (ROOT / "tests/data/author.txt").read_text(encoding="utf-8")
    folded = str.maketrans({"(": "|", ")": "|", "—": "-", "–": "-"})
    place = 0
    for line in filter(None, author.replace("💡", "").splitlines()):
        words = "".join(line.translate(folded).split())
        place = seen.find(words, place)
        assert place >= 0, f"not on the paper, or not in its place: {line}"


def test_the_english_handout_has_six_pages_on_letter_paper(project: Path, polyleaf: Run) -> None:
    polyleaf("pdf", "en")
    pages = read_pages((project / f"build/en/{NAME}-en-US.pdf").read_bytes())
    assert len(pages) <= 6
    assert (round(pages[0].width), round(pages[0].height)) == (612, 792)


@pytest.mark.usefixtures("brief")
def test_region_language_and_paper_decide_what_stands_on_page_one(
    project: Path, polyleaf: Run
) -> None:
    assert polyleaf("pdf", "es")[0] == 0
    first = read(
        read_pages((project / f"build/es/{NAME}-es-US.pdf").read_bytes())[:1], rtl=False
    ).text
    assert re.search(r"Llame al 988 y luego presione 2", first)
    assert "Números para: Estados Unidos" in first
    assert "Español" in first.splitlines(), "the language names itself at the head"
    assert " · Spanish · " in first, "and staff read it in English in the foot"
    assert polyleaf("pdf", "ar", "--region", "GB")[0] == 0
    pages = read_pages((project / f"build/ar/{NAME}-ar-GB.pdf").read_bytes())
    assert (round(pages[0].width), round(pages[0].height)) == (595, 842)
    text = read(pages[:1], rtl=False).text
    assert "116 123" in text
    assert "988" not in text
    assert "Arabic" in text, "the word that asks for an interpreter"


@pytest.mark.usefixtures("unprinted")
@pytest.mark.parametrize(
    ("options", "name", "warned"),
    [
        ((), "es-US", False),
        (("--region", "ES"), "es-ES", False),
        (("--region", "intl"), "es-intl", False),
        (("--paper", "a4"), "es-US-a4", False),
        (("--clinic", "riverside"), "es-US-riverside", False),
        (("--clinic", "riverside", "--region", "TR", "--paper", "a4"), "es-TR-a4-riverside", True),
        (("--draft",), "es-US-draft", False),
    ],
)
def test_a_sheet_is_named_after_what_was_asked_for(
    project: Path, polyleaf: Run, options: tuple[str, ...], name: str, *, warned: bool
) -> None:
    status, out, err = polyleaf("pdf", "es", *options)
    assert (status, "SVC018: the clinic is in" in told(err)) == (0, warned)
    assert warned or not told(err)
    assert out == f"build/es/{NAME}-{name}.pdf\n"
    names = {file.name for file in (project / "build/es").iterdir()}
    assert names == {f"{NAME}-{name}{ending}" for ending in (".pdf", ".html", ".json")}


@pytest.mark.usefixtures("brief")
@pytest.mark.parametrize("region", ["TR", pytest.param("intl", marks=pytest.mark.exhaustive)])
def test_a_sheet_without_region_or_service_prints_no_number(
    project: Path, polyleaf: Run, region: str
) -> None:
    assert polyleaf("pdf", "en", "--region", region)[0] == 0
    text = reading(project / f"build/en/{NAME}-en-{region}.pdf")
    assert "findahelpline.com" in text
    assert "988" not in text
    assert ("112" in text) == (region == "TR")


@pytest.mark.usefixtures("brief")
@pytest.mark.parametrize("locale", ["es", pytest.param("ar", marks=pytest.mark.exhaustive)])
def test_the_clinic_prints_its_name_and_its_numbers(
    project: Path, polyleaf: Run, locale: str
) -> None:
    # With the few numbers of this region two pages are enough, and nothing is set twice.
    assert polyleaf("pdf", locale, "--clinic", "riverside", "--region", "TR")[0] == 0
    text = reading(project / f"build/{locale}/{NAME}-{locale}-TR-riverside.pdf")
    assert "Riverside Family Clinic" in text
    assert "555-0100" in text
    assert "555-0199" in text


@pytest.mark.exhaustive
@pytest.mark.usefixtures("brief")
def test_the_same_input_gives_the_same_bytes_anywhere(
    afresh: None, project: Path, polyleaf: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    polyleaf("pdf", "ar")
    sheets = project / "build/ar"
    first = {file.name: file.read_bytes() for file in sheets.iterdir()}
    elsewhere = tmp_path_factory.mktemp("a folder with spaces")
    for folder in ("source", "locales"):
        shutil.copytree(project / folder, elsewhere / folder)
    assert main(["pdf", "--project", str(elsewhere), "ar"]) == 0
    assert {f.name: f.read_bytes() for f in (elsewhere / "build/ar").iterdir()} == first


@pytest.mark.usefixtures("unprinted")
def test_the_manifest_names_what_shaped_the_page(project: Path, polyleaf: Run) -> None:
    polyleaf("pdf", "es")
    record = json.loads((project / f"build/es/{NAME}-es-US.json").read_text(encoding="utf-8"))
    assert record["state"] == "proof"
    assert record["libraries"]["weasyprint"] == "70.0"
    assert {font["family"] for font in record["fonts"]} == {"Lato", "Noto Serif"}
    assert re.fullmatch(r"[0-9a-f]{64}", record["sha256"]["pdf"])


@pytest.mark.usefixtures("unprinted")
def test_a_missing_and_a_fuzzy_unit_refuse_their_locale_alone(project: Path, polyleaf: Run) -> None:
    polyleaf("pdf", "es")
    file = catalog(project, "es")
    replace(file, 'msgstr "Reflexiones finales"', 'msgstr ""')
    replace(file, "#. title\n", "#. title\n#, fuzzy\n")
    status, out, err = polyleaf("pdf", "es", "ar")
    assert status == 1
    assert out == f"build/ar/{NAME}-ar-US.pdf\n"
    assert "CAT010" in err
    assert "CAT011" in err
    assert "refused: attachment-and-depression in es" in err
    found = re.findall(r"^locales/es.*?:(\d+): error", err, re.MULTILINE)
    assert len(found) == 2
    for line in found:
        assert file.read_text(encoding="utf-8").splitlines()[int(line) - 1].startswith("msgstr")
    assert not list((project / "build/es").glob("*")), "no earlier sheet looks current"


def without_translation(project: Path, english: str) -> Path:
    """Take one text out of the Arabic catalog; return its file."""
    file = catalog(project, "ar")
    text = file.read_text(encoding="utf-8")
    gone = re.sub(rf'(msgid "{english}"\nmsgstr ).*', r'\1""', text)
    assert gone != text
    file.write_text(gone, encoding="utf-8")
    return file


@pytest.mark.usefixtures("unprinted")
def test_a_draft_shows_english_marked_and_nothing_else_may_be_wrong(
    project: Path, polyleaf: Run
) -> None:
    file = without_translation(project, "Final Thoughts")
    status, out, _ = polyleaf("pdf", "ar", "--draft")
    assert (status, out) == (0, f"build/ar/{NAME}-ar-US-draft.pdf\n")
    html = (project / f"build/ar/{NAME}-ar-US-draft.html").read_text(encoding="utf-8")
    heading = r'<h2[^>]* class="[^"]*\bgap\b[^"]*" lang="en" dir="ltr">(?:<span[^>]*></span>)?'
    assert re.search(heading + "Final Thoughts</h2>", html)
    assert polyleaf("pdf", "ar")[0] == 1
    before, after = file.read_text(encoding="utf-8").rsplit("[@beck1967]", 1)
    file.write_text(f"{before}(Beck){after}", encoding="utf-8")
    status, out, err = polyleaf("pdf", "ar", "--draft")
    assert (status, out) == (1, "")
    assert "CIT001" in err


@pytest.mark.exhaustive
def test_a_head_in_english_leaves_what_is_said_beside_it_its_place(
    project: Path, polyleaf: Run
) -> None:
    """In a draft that runs from right to left it stood on who had added the main points."""
    without_translation(project, "The main points")
    status, _, err = polyleaf("pdf", "ar", "--draft")
    assert (status, told(err)) == (0, "")


@pytest.mark.usefixtures("brief")
@pytest.mark.parametrize(
    ("locale", "edition"),
    [
        ("es", "handout"),
        pytest.param("ar", "handout", marks=pytest.mark.exhaustive),
        pytest.param("es", "brochure", marks=pytest.mark.exhaustive),
        pytest.param("ar", "booklet", marks=pytest.mark.exhaustive),
        pytest.param("ar", "bilingual", marks=pytest.mark.exhaustive),
    ],
)
def test_a_draft_prints_before_anything_is_translated(
    project: Path, polyleaf: Run, locale: str, edition: str
) -> None:
    # Large figures on grey, coloured heads on grey, boxes to tick from right to left.
    file = catalog(project, locale)
    head, *units = file.read_text(encoding="utf-8").split("\n\n")
    empty = [re.sub(r'^msgstr .*(\n".*)*', 'msgstr ""', unit, flags=re.MULTILINE) for unit in units]
    file.write_text("\n\n".join([head, *empty]), encoding="utf-8")
    status, _, err = polyleaf("pdf", locale, "--draft", "--edition", edition)
    assert (status, told(err)) == (0, "")
    html = next((project / f"build/{locale}").glob("*.html")).read_text(encoding="utf-8")
    assert re.search(r'<p class="subtitle gap" lang="en" dir="ltr">', html)


@pytest.mark.usefixtures("unprinted")
@pytest.mark.parametrize("state", ["missing", "fuzzy"])
def test_a_gap_in_a_crisis_text_refuses_a_sheet_and_shows_in_a_draft(
    project: Path, polyleaf: Run, state: str
) -> None:
    file = catalog(project, "es")
    if state == "missing":
        replace(file, 'msgstr "Si necesita ayuda ahora mismo"', 'msgstr ""')
    else:
        entry = 'msgctxt "crisis"\nmsgid "If you need help right now"'
        replace(file, entry, f"#, fuzzy\n{entry}")
    status, out, err = polyleaf("pdf", "es")
    assert (status, out) == (1, "")
    assert err.count("error SAF006") == 1
    assert "CAT01" not in err
    assert polyleaf("pdf", "es", "--draft")[0] == 0
    html = (project / f"build/es/{NAME}-es-US-draft.html").read_text(encoding="utf-8")
    assert re.search(r' class="gap"[^>]*>If you need help right\s*now<', html)


def test_a_typo_among_several_locales_builds_none(project: Path, polyleaf: Run) -> None:
    status, out, err = polyleaf("pdf", "es xx")
    assert (status, out) == (2, "")
    assert err.startswith("polyleaf: unknown locale 'xx': name one that is here: ar en es;")
    assert not list((project / "build").iterdir())


@pytest.mark.parametrize("name", ["/etc", "../es", "**", "es?x", "[es"])
def test_no_name_of_a_locale_is_too_odd_to_be_refused(
    project: Path, polyleaf: Run, name: str
) -> None:
    status, out, err = polyleaf("pdf", name)
    assert (status, out) == (2, "")
    assert err.startswith(f"polyleaf: unknown locale '{name}'")


def test_a_broken_article_refuses_everything_with_its_lines(project: Path, polyleaf: Run) -> None:
    article = project / "source/attachment-and-depression.md"
    replace(article, "[@beck1967]", "[@beck1976]")
    status, out, err = polyleaf("pdf")
    assert (status, out) == (1, "")
    assert re.search(r"source/attachment-and-depression.md:\d+: error SRC005: .*beck1976", err)
    replace(article, "## Final Thoughts", "## Final <b>Thoughts</b>")
    assert "error SRC004" in polyleaf("pdf")[2]


@pytest.mark.usefixtures("brief")
def test_a_letter_that_no_font_has_refuses_the_sheet(project: Path, polyleaf: Run) -> None:
    replace(catalog(project, "es"), 'msgstr "Reflexiones finales"', 'msgstr "Reflexiones 🙂"')
    status, out, err = polyleaf("pdf", "es")
    assert (status, out) == (1, "")
    assert "PDF004" in err
    assert not list((project / "build").rglob("*.pdf"))


@pytest.mark.usefixtures("unprinted")
def test_a_folder_that_cannot_be_written_is_one_line_of_error(project: Path, polyleaf: Run) -> None:
    (project / "build").rmdir()
    (project / "build").write_text("in the way", encoding="utf-8")
    status, out, err = polyleaf("pdf", "es")
    assert (status, out) == (2, "")
    assert "cannot write into" in err
    assert "Traceback" not in err


def test_nothing_outside_the_html_is_read(project: Path, polyleaf: Run) -> None:
    replace(catalog(project, "es"), "Reflexiones finales", "![x](../../secret.svg)")
    status, _, err = polyleaf("pdf", "es")
    assert status == 1
    assert "TXT012" in err


@pytest.mark.parametrize(
    "tags", [("es",), pytest.param(("ar", "en"), marks=pytest.mark.exhaustive)]
)
def test_the_second_article_builds_in_every_locale(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], tags: tuple[str, ...]
) -> None:
    for folder in ("source", "locales"):
        shutil.copytree(ROOT / "tests/second" / folder, tmp_path / folder)
    for locale in ("ar", "es"):
        words = f"locales/{locale}/LC_MESSAGES/sheet.po"
        shutil.copy(ROOT / words, tmp_path / words)
    status = main(["pdf", *tags, "--project", str(tmp_path)])
    output = capsys.readouterr()
    assert (status, told(output.err)) == (0, "")
    names = [f"build/{tag}/sleep-and-worry-handout-{tag}-GB.pdf" for tag in tags]
    assert output.out.replace(f"{tmp_path}/", "").split() == names
    text = " ".join(reading(tmp_path / names[-1]).split())
    assert "example.org/worry" in text, "paper cannot be clicked"
    assert "Thoughts & <worries> at night" in text
    if tags == ("es",):
        assert "|Perlis et al., 2005, p. 12; Ong y van Straten, 2011|" in text
        assert text.count("Usted no está haciendo nada mal.") == 2
        assert "1986. Así empieza este párrafo" in text


@pytest.fixture
def short(tmp_path: Path) -> Path:
    """A copy of the third article, a short one, with our own regions and words of sheets."""
    for folder in ("source", "locales"):
        shutil.copytree(ROOT / "tests/third" / folder, tmp_path / folder)
    (tmp_path / "source/regions").mkdir()
    for code in ("001", "GB", "JP", "US"):
        shutil.copy(ROOT / f"source/regions/{code}.toml", tmp_path / "source/regions")
    for locale in ("ar", "es", "ja"):
        words = f"locales/{locale}/LC_MESSAGES/sheet.po"
        shutil.copy(ROOT / words, tmp_path / words)
    return tmp_path


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    ("locale", "region", "edition", "says"),
    [
        # Each footnote in its own direction: over both columns, the English one was mirrored.
        ("ar", "GB", "bilingual", "Doctors call this a vicious circle."),
        ("ja", "JP", "large-print", "医師はこれを「悪循環」と呼びます。"),
        ("es", "US", "brochure", "[1] Los médicos lo llaman un círculo vicioso."),
    ],
)
def test_the_third_article_builds_in_other_editions(
    short: Path,
    capsys: pytest.CaptureFixture[str],
    locale: str,
    region: str,
    edition: str,
    says: str,
) -> None:
    words = ["pdf", locale, "--edition", edition, "--region", region, "--project", str(short)]
    status = main(words)
    assert (status, told(capsys.readouterr().err)) == (0, "")
    made = short / f"build/{locale}/worry-and-sleep-{edition}-{locale}-{region}.pdf"
    if edition == "brochure":
        made = made.with_name(f"{made.stem}-pages.pdf")
    assert "".join(says.split()) in "".join(reading(made).split())
