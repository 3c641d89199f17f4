"""A project elsewhere takes over what it lacks from the installed program."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.project import Project, base
from pipeline.project.sources import read_sources, sheet_catalog
from tests.conftest import ARTICLE, ROOT

Run = Callable[..., tuple[int, str, str]]

PUBLISHER = """\
name = "Harbour Clinics"
corrections = "sheets@harbour.org"
region = "GB"
licence = "CC BY 4.0"
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with an article and nothing else; `polyleaf` works on it."""
    (tmp_path / "source").mkdir()
    (tmp_path / "source/sleep.md").write_text(ARTICLE.replace(" [@beck1967]", ""), encoding="utf-8")
    (tmp_path / "source/publisher.toml").write_text(PUBLISHER, encoding="utf-8")
    return tmp_path


def test_an_article_and_a_publisher_are_enough_to_print(project: Path, polyleaf: Run) -> None:
    status, out, err = polyleaf("pdf", "en")
    assert (status, out) == (0, "build/en/sleep-handout-en-GB.pdf\n"), err
    assert "numbers for United Kingdom" in err


def test_a_locale_needs_the_article_alone(project: Path, polyleaf: Run) -> None:
    assert polyleaf("locale", "es")[0] == 0
    folder = project / "locales/es/LC_MESSAGES"
    assert [file.name for file in folder.iterdir()] == ["sleep.po"]
    words, findings = sheet_catalog(read_sources(Project.at(project)), "es")
    assert words
    assert not findings
    assert {entry.path for entry in words.translations.values()} == {
        "polyleaf/locales/es/LC_MESSAGES/sheet.po"
    }


def test_an_own_word_goes_before_the_program_s(project: Path, polyleaf: Run) -> None:
    polyleaf("locale", "es")
    (project / "locales/es/LC_MESSAGES/sheet.po").write_text(
        'msgid ""\nmsgstr "Language: es\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgctxt "colophon"\nmsgid "About this sheet"\nmsgstr "Sobre esta hoja nuestra"\n',
        encoding="utf-8",
    )
    words, _ = sheet_catalog(read_sources(Project.at(project)), "es")
    assert words
    assert words.usable(("colophon", "About this sheet")) == "Sobre esta hoja nuestra"
    assert len(words.translations) > 50
    polyleaf("messages")
    text = (project / "locales/es/LC_MESSAGES/sheet.po").read_text(encoding="utf-8")
    assert text.count("msgid ") == 2  # its head, and the one word of its own


def test_an_own_record_of_a_region_counts_as_a_whole(project: Path, polyleaf: Run) -> None:
    (project / "source/regions").mkdir()
    own = (ROOT / "source/regions/GB.toml").read_text(encoding="utf-8")
    (project / "source/regions/GB.toml").write_text(
        own.replace('paper = "a4"', 'paper = "letter"', 1), encoding="utf-8"
    )
    found = Project.at(project)
    assert found.region_file("GB") == project / "source/regions/GB.toml"
    assert found.region_file("US") == base.REGIONS / "US.toml"
    assert polyleaf("status")[2].splitlines()[-1] == (
        "your own: source/regions/GB.toml; polyleaf's says something else: compare them, and "
        "remove yours if it is the older one"
    )


def test_status_says_what_is_taken_over(project: Path, polyleaf: Run) -> None:
    polyleaf("locale", "es")
    err = polyleaf("status")[2]
    count = len(list((ROOT / "source/regions").glob("*.toml")))
    assert f"    {count} regions\n" in err
    assert "    the sheet's own words in es, but for those in your sheet.po\n" in err


def test_a_confirmed_record_becomes_the_project_s_own(project: Path, polyleaf: Run) -> None:
    status, out, _ = polyleaf(
        *("confirm", "GB/emergency", "--by", "Ana Pérez"),
        *("--how", "read the page of the government on emergency numbers"),
    )
    assert (status, out) == (0, "source/regions/GB.toml\n")
    assert "Ana Pérez" in (project / "source/regions/GB.toml").read_text(encoding="utf-8")
    assert "Ana Pérez" not in (ROOT / "source/regions/GB.toml").read_text(encoding="utf-8")
    assert polyleaf("status")[2].splitlines()[-1] == (
        "your own: source/regions/GB.toml; polyleaf's says the same, but for who confirmed it"
    )


def test_who_wants_nothing_of_it_says_so(project: Path, polyleaf: Run) -> None:
    (project / "source/publisher.toml").write_text(PUBLISHER + "inherits = false\n", "utf-8")
    assert Project.at(project).region_codes() == []
    status, _, err = polyleaf("pdf", "en", "--region", "US")
    assert (status, "unknown region 'US'" in err) == (2, True)
    assert "taken over" not in polyleaf("status")[2]


def test_terms_of_the_project_go_before_the_program_s(project: Path) -> None:
    (project / "locales").mkdir()
    (project / "locales/glossary.csv").write_text(
        "term,locale,preferred,variants,forbidden,standing,note\n"
        "anxious attachment,es,apego inquieto,,,proposed,\n",
        encoding="utf-8",
    )
    terms, findings = Project.at(project).terms()
    assert not findings
    own = [term for term in terms if term.locale == "es" and term.term == "anxious attachment"]
    assert next(term.preferred for term in own) == "apego inquieto"
    assert len(terms) > 100


def test_what_the_program_brings_decides_which_sheets_are_stale(
    project: Path, polyleaf: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    polyleaf("pdf", "en")
    assert "unchanged" in polyleaf("pdf", "en")[2]
    text = (ROOT / "source/regions/GB.toml").read_text(encoding="utf-8")
    newer = project / "newer"
    newer.mkdir()
    (newer / "GB.toml").write_text(text.replace('paper = "a4"', 'paper = "letter"'), "utf-8")
    monkeypatch.setattr(base, "FOLDER", project)
    monkeypatch.setattr(base, "REGIONS", newer)
    base.digest.cache_clear()
    try:
        assert "unchanged" not in polyleaf("pdf", "en")[2]
    finally:
        base.digest.cache_clear()


def test_the_program_takes_nothing_over_from_itself() -> None:
    assert not Project.at(ROOT).takes_over
