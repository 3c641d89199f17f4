"""What today's version makes of a project of 0.1.0: it loses nothing, and says what is void."""

import re
import shutil
from pathlib import Path

import pytest

from pipeline.catalog.read import read_catalog
from pipeline.cli.main import main

MADE_BY_0_1_0 = Path(__file__).parent / "project"
TODAY = "2026-11-28"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    copy = Path(shutil.copytree(MADE_BY_0_1_0, tmp_path / "project"))
    # Its publisher's addresses are made up, which is refused today, and somebody's would not be.
    publisher = copy / "source/publisher.toml"
    text = publisher.read_text(encoding="utf-8")
    for made_up in ("harbour.example", "example.org"):
        assert made_up in text
        text = text.replace(made_up, "harbour.internal")
    publisher.write_text(text, encoding="utf-8")
    return copy


def translations(project: Path) -> dict[str, dict[tuple[str, str], str]]:
    """Return the Spanish texts of each catalog by context and English."""
    found = {}
    for file in sorted((project / "locales/es/LC_MESSAGES").glob("*.po")):
        catalog, _, _ = read_catalog(file.read_bytes(), "es", file.name, file.stem)
        assert catalog
        found[file.name] = {key: one.text for key, one in catalog.translations.items()}
    return found


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    status = main([*arguments])
    captured = capsys.readouterr()
    return status, captured.out + captured.err


def test_nothing_that_was_translated_is_lost(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = translations(project)
    assert said(capsys, "--project", str(project), "messages")[0] == 0
    after = translations(project)
    for name, texts in before.items():
        kept = (project / "locales/es/LC_MESSAGES" / name).read_text(encoding="utf-8")
        obsolete = re.sub(r'"\n#~ "', "", kept)
        for key, text in texts.items():
            assert after[name].get(key) == text or f'#~ msgstr "{text}' in obsolete, key


def test_its_words_and_records_are_read_without_an_error(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out = said(capsys, "--project", str(project), "check", "--today", TODAY)
    assert " error " not in out


def test_what_voids_an_approval_is_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out = said(capsys, "--project", str(project), "status", "--today", TODAY)
    assert "the clinician Lucía Herrero approved other words on 2026-11-25. Since then" in out
    assert "the editor Ann Author approved other words on 2026-11-25. Since then" in out
    assert "new: the sheet’s word “Proof – not approved”" in out


def test_confirmations_hold(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out = said(capsys, "--project", str(project), "services", "US", "--today", TODAY)
    assert status == 0
    assert out.count("confirmed by Ruth Ellery on 2026-11-24") == 2


def test_it_prints_a_proof(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out = said(
        capsys, "--project", str(project), "pdf", "es", "--today", TODAY, "--jobs", "1"
    )
    assert status == 0
    assert "1 sheet: Spanish, handout, numbers for United States, PROOF: " in out
