"""Two short articles in every edition and language they have: all are printed and read back.

Their few words are set in the largest sizes, in which other things go wrong than in small ones.
"""

import shutil
from pathlib import Path

import pytest

from pipeline.cli.main import main
from pipeline.verify.page import read_pages
from tests.conftest import ROOT, told
from tests.sheets import printed

pytestmark = pytest.mark.exhaustive

EDITIONS = ("booklet", "brochure", "handout", "large-print", "wall-poster")
LANGUAGES = (("ar", "GB"), ("en", "US"), ("es", "US"), ("ja", "JP"))


@pytest.mark.parametrize(
    ("folder", "article", "locale", "region"),
    [
        (folder, article, locale, region)
        for folder, article in (("second", "sleep-and-worry"), ("third", "worry-and-sleep"))
        for locale, region in LANGUAGES
        if locale == "en" or (ROOT / "tests" / folder / "locales" / locale).is_dir()
    ],
)
def test_a_short_article_is_printed_in_every_edition(
    folder: str,
    article: str,
    locale: str,
    region: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for part in ("source", "locales"):
        shutil.copytree(ROOT / "tests" / folder / part, tmp_path / part)
    (tmp_path / "source/regions").mkdir(exist_ok=True)
    for code in ("001", region):
        shutil.copy(ROOT / f"source/regions/{code}.toml", tmp_path / "source/regions")
    if locale != "en":
        words = f"locales/{locale}/LC_MESSAGES/sheet.po"
        shutil.copy(ROOT / words, tmp_path / words)
    asked = ("--edition", "all", "--region", region, "--project", str(tmp_path))
    status = main(["pdf", locale, *asked])
    assert (status, told(capsys.readouterr().err)) == (0, "")
    printed = {file.name for file in (tmp_path / "build" / locale).glob("*.pdf")}
    editions = EDITIONS if locale == "en" else (*EDITIONS, "bilingual")
    assert {f"{article}-{edition}-{locale}-{region}.pdf" for edition in editions} <= printed


def test_a_table_on_a_panel_is_set_smaller_than_large_text(tmp_path: Path) -> None:
    sheet = printed("en", "GB", tmp_path, edition="brochure", root=ROOT / "tests/second")
    letters = [
        letter for page in read_pages(sheet.pdf) for letter in page.letters if letter.text.strip()
    ]
    said = "".join(letter.text for letter in letters)
    text, cell = (letters[said.index(words)].size for words in ("Getupatthe", "Dimthe"))
    assert text > 12
    assert cell == pytest.approx(0.86 * text, rel=0.01)


def test_what_is_said_of_a_service_is_as_large_as_the_text_and_its_number_larger(
    tmp_path: Path,
) -> None:
    sheet = printed("en", "GB", tmp_path, edition="brochure", root=ROOT / "tests/second")
    letters = [letter for letter in read_pages(sheet.pdf)[1].letters if letter.text.strip()]
    said = "".join(letter.text for letter in letters)
    text, hours, call, number = (
        letters[said.index(words)].size for words in ("Writedown", "24hours", "Call116", "116123")
    )
    assert text > 13
    assert hours == call == text
    assert number == pytest.approx(1.3 * text, rel=0.01)


def test_a_note_that_grows_with_the_text_leaves_no_panel_to_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In Arabic it wraps on the narrow panel, and the text is set smaller."""
    for part in ("source", "locales"):
        shutil.copytree(ROOT / "tests/second" / part, tmp_path / part)
    asked = ("--region", "GB", "--project", str(tmp_path))
    status = main(["pdf", "ar", "--edition", "brochure", *asked])
    assert (status, "PDF017" in told(capsys.readouterr().err)) == (0, False)


def test_hours_stand_apart_from_their_services_name_in_the_largest_type(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for part in ("source", "locales"):
        shutil.copytree(ROOT / "tests/second" / part, tmp_path / part)
    status = main(["pdf", "en", "--edition", "brochure", "--project", str(tmp_path)])
    assert (status, told(capsys.readouterr().err)) == (0, "")
