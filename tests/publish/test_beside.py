"""Bilingual sheets in two translations: what stands on them, and whose word they need."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from pipeline.cli import main
from pipeline.project import Project
from pipeline.project.sources import read_sources
from pipeline.publish.order import makes_sense
from pipeline.verify.page import read_pages
from pipeline.verify.sheet import column_of
from pipeline.verify.text import read
from tests.conftest import replace
from tests.copies import copy_project
from tests.orders import order_of
from tests.sheets import gutter_of, printed

Run = Callable[..., tuple[int, str, str]]

NAME = "attachment-and-depression"
TODAY = ("--today", "2026-11-23")
pytestmark = pytest.mark.usefixtures("brief")
CLINICIANS = {"ar": "Lena Ortiz", "es": "Rosa Martín"}
RECORDS = ("US/988", "US/988-es", "US/crisis-text-line", "US/emergency")


def file(project: Path, locale: str, beside: str) -> Path:
    return project / f"build/{locale}/{NAME}-bilingual-{locale}-{beside}-US.pdf"


def manifest(project: Path, locale: str, beside: str) -> Mapping[str, Any]:
    path = file(project, locale, beside).with_suffix(".json")
    found: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def catalog(project: Path, locale: str) -> Path:
    return project / f"locales/{locale}/LC_MESSAGES/{NAME}.po"


def approve(project: Path, locale: str) -> None:
    words = ["--role", "clinician", "--by", CLINICIANS[locale], "--on", "2026-11-23", *TODAY]
    assert main(["approve", "--project", str(project), locale, *words]) == 0


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in four translations, of which nothing is approved."""
    copy_project(tmp_path, locales=("es", "ar", "hi", "ja"))
    (tmp_path / "build").mkdir()
    return tmp_path


def pair(polyleaf: Run, *more: str) -> tuple[int, str, str]:
    return polyleaf("pdf", "es", "--edition", "bilingual", "--beside", "ar", *more)


@pytest.mark.exhaustive
def test_two_translations_stand_side_by_side(project: Path, polyleaf: Run) -> None:
    status, out, err = pair(polyleaf)
    pdf = file(project, "es", "ar")
    assert (status, out) == (0, f"{pdf.relative_to(project)}\n"), err
    assert "Spanish beside Arabic, bilingual, numbers for United States, PROOF" in err
    pages, gutter = read_pages(pdf.read_bytes()), gutter_of(pdf)
    left = read(column_of(pages, 1, gutter), rtl=True).text
    right = read(column_of(pages, 2, gutter), rtl=False).text
    assert "Si necesita ayuda ahora mismo" in right
    assert "Beck, 1967" in right
    assert "Necesita" not in left
    for number in ("988", "911"):
        assert number in read(column_of(pages, 1, gutter), rtl=False).text
        assert number in right
    for english in ("If you need help", "Cognitive theories", "About this sheet"):
        assert english not in left + right
    for told in ("نسخة للتدقيق", "الولايات المتحدة", "المراجع", "عيادتك", "عن هذه النشرة"):
        assert told in left, "band, region, references, clinic and last lines in Arabic, too"
    record = manifest(project, "es", "ar")
    assert (record["locale"], record["beside"]) == ("es", "ar")
    mark = f"{record['revision']}-{record['translation']}-{record['beside_translation']}"
    for page in pages:
        foot = read([page], rtl=False).text.splitlines()[-1]
        assert mark in foot
        assert "Spanish" not in foot, "page one names the languages, and the foot is one line"
    names = read(pages[:1], rtl=False).text
    assert "Español" in names
    assert "العربية" in read(pages[:1], rtl=True).text
    assert polyleaf("list", "sheets")[1] == f"{pdf.relative_to(project)}  PROOF\n"
    status, out, _ = polyleaf("inspect", str(pdf))
    assert status == 0, out
    assert f"Arabic (ar), translation {record['beside_translation']}" in out
    assert "the same file, byte for byte" in out
    assert "--edition bilingual --beside ar --approved" in out, "how to mend this very sheet"


@pytest.mark.exhaustive
def test_thai_stands_beside_arabic(tmp_path: Path, polyleaf: Run) -> None:
    """Whether letters run to the left was asked before the second column's were read."""
    copy_project(tmp_path, locales=("ar", "th"))
    status, _, err = polyleaf("pdf", "ar", "--edition", "bilingual", "--beside", "th")
    assert (status, file(tmp_path, "ar", "th").is_file()) == (0, True), err


@pytest.mark.exhaustive
def test_each_column_has_its_own_scripts_letters(project: Path, polyleaf: Run) -> None:
    status, _, err = polyleaf("pdf", "hi", "--edition", "bilingual", "--beside", "ja")
    assert status == 0, err
    pdf = file(project, "hi", "ja")
    pages, gutter = read_pages(pdf.read_bytes()), gutter_of(pdf)
    fonts = [
        {
            letter.font
            for page in column_of(pages, column, gutter)[1:]
            for letter in page.letters
            if letter.size > 10.5
        }
        for column in (1, 2)
    ]
    # The foot, which is smaller, goes through both columns, and is in Hindi.
    assert any("JP" in font for font in fonts[0])
    assert not any("Devanagari" in font for font in fonts[0])
    assert any("Devanagari" in font for font in fonts[1])
    assert "今すぐ助けが必要なときは" in read(column_of(pages, 1, gutter), rtl=False).text


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    ("locale", "edition"),
    [*((one, "bilingual") for one in ("ar", "fa", "fa_AF", "ur")), ("ar", "handout")],
)
def test_an_address_from_left_to_right_is_read_beside_its_code(
    locale: str, edition: str, tmp_path: Path
) -> None:
    made = printed(locale, "US", tmp_path, clinic="riverside", edition=edition)
    assert not [one for one in made.judge(made.pdf) if one.is_error]


@pytest.mark.usefixtures("unprinted")
@pytest.mark.parametrize(("locale", "is_stale"), [("es", True), ("ar", True), ("hi", False)])
def test_a_change_of_either_translation_makes_it_stale(
    project: Path, polyleaf: Run, locale: str, *, is_stale: bool
) -> None:
    assert pair(polyleaf)[0] == 0
    assert f"unchanged: {NAME} in es beside ar, bilingual" in pair(polyleaf)[2]
    text = catalog(project, locale).read_text(encoding="utf-8")
    told = text.partition('msgid "Final Thoughts"\nmsgstr "')[2].partition('"')[0]
    assert told
    replace(catalog(project, locale), f'msgstr "{told}"', f'msgstr "{told} {told}"')
    err = polyleaf("pdf", "ar")[2]
    renew = "polyleaf pdf es --region US --edition bilingual --beside ar"
    assert (renew in err) == is_stale
    polyleaf("clean", "--stale")
    assert file(project, "es", "ar").exists() != is_stale


@pytest.mark.usefixtures("unprinted")
def test_it_is_approved_only_where_both_translations_are(project: Path, polyleaf: Run) -> None:
    for name in RECORDS:
        words = ["--by", "Zebedee Nkemelu", "--how", "asked its office", "--on", "2026-11-20"]
        assert main(["confirm", "--project", str(project), name, *words, *TODAY]) == 0
    states = {}
    for locale, other in (("es", "ar"), ("ar", "es")):
        approve(project, locale)
        for own, beside in (("es", "ar"), ("ar", "es")):
            asked = ("pdf", own, "--edition", "bilingual", "--beside", beside, *TODAY)
            status, _, err = polyleaf(*asked, "--approved")
            if other == "ar":
                assert status == 1
                assert "locales/ar/approvals: error CAT025: no " in err
                assert "locales/es/approvals" not in err
            status, _, err = polyleaf(*asked)
            assert status == 0, err
            states[locale, own] = manifest(project, own, beside)["state"]
    assert states == {
        ("es", "es"): "proof",
        ("es", "ar"): "proof",
        ("ar", "es"): "approved",
        ("ar", "ar"): "approved",
    }


@pytest.mark.usefixtures("unprinted")
def test_a_fault_in_the_other_translation_refuses_it_in_its_own_name(
    project: Path, polyleaf: Run
) -> None:
    told = "إذا كنت في حاجة إلى المساعدة الآن"
    replace(catalog(project, "ar"), f'msgstr "{told}"', 'msgstr ""', -1)
    status, out, err = pair(polyleaf)
    assert (status, out) == (1, "")
    assert f"locales/ar/LC_MESSAGES/{NAME}.po:39: error SAF006: not translated" in err
    assert "locales/es/" not in err
    assert f"refused: {NAME} in es beside ar, bilingual" in err
    assert polyleaf("pdf", "es", "--edition", "bilingual")[0] == 0, "it is nothing to the original"


@pytest.mark.usefixtures("unprinted")
def test_a_withdrawn_translation_takes_the_sheets_with_it_beside_another(
    project: Path, polyleaf: Run
) -> None:
    assert pair(polyleaf)[0] == 0
    (project / "source/withdrawn.toml").write_text(
        f'[[withdrawn]]\nreason = "a wrong word"\non = 2026-11-22\nlocale = "ar"\n'
        f'translation = "{manifest(project, "es", "ar")["beside_translation"]}"\n',
        encoding="utf-8",
    )
    status, _, err = pair(polyleaf)
    assert status == 1
    assert "error SRC022: this version was withdrawn" in err
    assert not file(project, "es", "ar").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("es", "--edition", "handout", "--beside", "ar"),
            "the handout has one language: for ar beside another, ask for the bilingual edition",
        ),
        (("es", "--beside", "ar"), "the handout has one language"),
        (("es", "--edition", "all", "--beside", "ar"), "the booklet has one language"),
        (
            ("es", "ar", "--edition", "bilingual", "--beside", "ar"),
            "ar cannot stand beside itself: name another locale, or leave --beside out",
        ),
        (
            ("en", "--edition", "bilingual", "--beside", "ar"),
            "en is the article's own language, and stands beside each translation: "
            "polyleaf pdf ar --edition bilingual",
        ),
        (("es", "--edition", "bilingual", "--beside", "xx"), "unknown locale 'xx'"),
        (("es", "--edition", "bilingual", "--beside", "qps"), "qps"),
        (("es", "--edition", "bilingual", "--beside", "ar hi"), "does not name one locale"),
    ],
)
def test_what_cannot_stand_beside_is_refused_plainly(
    project: Path, polyleaf: Run, words: tuple[str, ...], said: str
) -> None:
    status, out, err = polyleaf("pdf", *words)
    assert (status, out) == (2, "")
    assert said in err
    assert not list((project / "build").rglob("*.pdf"))


@pytest.mark.usefixtures("unprinted")
def test_the_original_beside_a_translation_is_what_stands_there_anyway(
    project: Path, polyleaf: Run
) -> None:
    status, out, _ = polyleaf("pdf", "es", "--edition", "bilingual", "--beside", "en")
    assert (status, out) == (0, f"build/es/{NAME}-bilingual-es-US.pdf\n")
    assert "beside" not in json.loads((project / out.strip()).with_suffix(".json").read_text())


def test_no_locale_stands_beside_itself_where_all_are_asked_for(project: Path) -> None:
    sources = read_sources(Project.at(project))
    order = order_of(sources.project, edition="bilingual", beside="ar")
    facts = sources.articles.fact(NAME)
    assert facts
    assert [name for name in sources.locales if makes_sense(facts, name, order)] == [
        "es",
        "hi",
        "ja",
    ]


@pytest.mark.usefixtures("unprinted")
def test_an_address_that_tells_editions_apart_tells_both_locales(
    project: Path, polyleaf: Run
) -> None:
    publisher = project / "source/publisher.toml"
    text = publisher.read_text(encoding="utf-8")
    address = (
        'sheet_address = "https://sheets.internal/{article}-{edition}-{locale}-{region}.pdf"\n'
    )
    publisher.write_text(address + text, encoding="utf-8")
    assert pair(polyleaf)[0] == 0
    html = file(project, "es", "ar").with_suffix(".html").read_text(encoding="utf-8")
    assert f"https://sheets.internal/{file(project, 'es', 'ar').name}" in html
    assert f"{NAME}-bilingual-ar-US" not in html, "the Arabic column leads to the same sheet"
