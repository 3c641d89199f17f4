"""`polyleaf open`."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.test_clean import put_sheet

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program in place of the system's reader that notes what it is given."""
    folder = tmp_path / "bin"
    folder.mkdir()
    log = tmp_path / "opened.txt"
    program = folder / "xdg-open"
    program.write_text(f'#!/bin/sh\necho "$1" >> "{log}"\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/bin:/usr/bin")
    return log


def test_the_newest_sheet_is_opened(project: Path, polyleaf: Run, reader: Path) -> None:
    older = put_sheet(project, "es/sleep-handout-es-GB")
    newer = put_sheet(project, "es/sleep-handout-es-US")
    os.utime(older, (1, 1))
    assert polyleaf("open", "Spanish")[:2] == (0, "build/es/sleep-handout-es-US.pdf\n")
    assert reader.read_text(encoding="utf-8") == f"{newer}\n"


def test_a_withdrawn_sheet_that_is_shown_is_named(
    project: Path, polyleaf: Run, reader: Path
) -> None:
    pdf = put_sheet(project, "es/sleep-handout-es-US")
    own = {"article": "sleep", "locale": "es", "region": "US", "edition": "handout"}
    manifest = pdf.with_suffix(".json")
    record = json.loads(manifest.read_text(encoding="utf-8"))
    record |= {**own, "paper": "letter", "clinic": "", "version": "1.0"}
    manifest.write_text(json.dumps(record), encoding="utf-8")
    (project / "source/withdrawn.toml").write_text(
        '[[withdrawn]]\nreason = "wrong number"\non = 2026-11-22\nversion = "1.0"\n',
        encoding="utf-8",
    )
    assert f"never hand out build/es/{pdf.name}: withdrawn on 2026-11-22" in polyleaf("open")[2]


def test_what_the_manifest_does_not_vouch_for_is_not_opened(
    project: Path, polyleaf: Run, reader: Path
) -> None:
    put_sheet(project, "es/sleep-handout-es-US").write_bytes(b"%PDF-1.7 other")
    status, out, err = polyleaf("open", "es")
    assert (status, out) == (2, "")
    assert "there is no sheet in es: print it with 'polyleaf pdf es'" in err
    assert not reader.exists()


def test_without_a_reader_the_path_is_printed_and_that_is_not_success(
    project: Path, polyleaf: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    put_sheet(project, "es/sleep-handout-es-US")
    status, out, err = polyleaf("open", "es")
    assert (status, out) == (2, "build/es/sleep-handout-es-US.pdf\n")
    assert "no program here shows PDFs" in err


def test_a_reader_that_fails_is_not_success(project: Path, polyleaf: Run, reader: Path) -> None:
    program = reader.parent / "bin/xdg-open"
    program.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    put_sheet(project, "es/sleep-handout-es-US")
    assert polyleaf("open", "es")[0] == 2


def test_the_newest_of_an_edition_is_opened(project: Path, polyleaf: Run, reader: Path) -> None:
    brochure = put_sheet(project, "es/sleep-brochure-es-US", edition="brochure")
    put_sheet(project, "es/sleep-handout-es-US", edition="handout")
    os.utime(brochure, (1, 1))
    said = polyleaf("open", "es", "--edition", "Brochure")
    assert said[:2] == (0, "build/es/sleep-brochure-es-US.pdf\n")
    status, _, err = polyleaf("open", "es", "--edition", "booklet")
    assert (status, "there is no booklet in es" in err) == (2, True)
    status, _, err = polyleaf("open", "es", "--edition", "leaflet")
    assert (status, "unknown edition 'leaflet'" in err) == (2, True)


def test_which_of_several_editions_is_the_newest_is_said(
    project: Path, polyleaf: Run, reader: Path
) -> None:
    put_sheet(project, "es/sleep-large-print-es-US", edition="large-print")
    assert "the newest sheet" not in polyleaf("open", "es")[2]
    os.utime(put_sheet(project, "es/sleep-handout-es-US", edition="handout"), (1, 1))
    os.utime(put_sheet(project, "es/sleep-brochure-es-GB", edition="brochure"), (1, 1))
    assert (
        "the newest sheet in es is the large-print; for another that is there, say which with "
        "--edition: handout\n"
    ) in polyleaf("open", "es")[2]
    assert "the newest sheet" not in polyleaf("open", "es", "--edition", "handout")[2]


def test_a_file_is_opened_by_its_name(project: Path, polyleaf: Run, reader: Path) -> None:
    put_sheet(project, "es/sleep-handout-es-US")
    older = put_sheet(project, "es/sleep-handout-es-GB")
    os.utime(older, (1, 1))
    assert polyleaf("open", str(older))[0] == 0
    assert reader.read_text(encoding="utf-8") == f"{older}\n"
