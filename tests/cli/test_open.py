"""`polyleaf open`."""

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


def test_what_the_manifest_does_not_vouch_for_is_not_opened(
    project: Path, polyleaf: Run, reader: Path
) -> None:
    put_sheet(project, "es/sleep-handout-es-US").write_bytes(b"%PDF-1.7 other")
    status, out, err = polyleaf("open", "es")
    assert (status, out) == (2, "")
    assert "there is no sheet in es: print it with 'polyleaf pdf es'" in err
    assert not reader.exists()


def test_without_a_reader_the_path_is_printed(
    project: Path, polyleaf: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    put_sheet(project, "es/sleep-handout-es-US")
    assert polyleaf("open", "es")[:2] == (0, "build/es/sleep-handout-es-US.pdf\n")
