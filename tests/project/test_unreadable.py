"""Files that an editor saved in another way: read where that is sure, else refused by name."""

import os
import shutil
from pathlib import Path

import pytest

from pipeline.cli.main import main
from tests.sheets import ROOT

ARTICLE = """\
---
id: sleep
title: Sleep
version: "1"
language: en
date: 2026-01-10
review-by: 2027-01-10
---

Poor sleep – a test.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "source" / "regions").mkdir(parents=True)
    for name in ("publisher.toml", "regions/001.toml", "regions/US.toml"):
        shutil.copy(ROOT / "source" / name, tmp_path / "source" / name)
    return tmp_path


UNREADABLE = {
    "empty": (b" \n", "source/sleep.md:1: error SRC001: the file is empty"),
    "utf-16": (
        ARTICLE.encode("utf-16"),
        "source/sleep.md: error SRC014: the file is UTF-16, not UTF-8",
    ),
    "utf-16 without its mark": (
        ARTICLE.encode("utf-16-be"),
        "source/sleep.md: error SRC014: the file is UTF-16, not UTF-8",
    ),
    "windows-1252": (
        ARTICLE.encode("cp1252"),
        "source/sleep.md:10: error SRC014: the file is not UTF-8",
    ),
}


@pytest.mark.parametrize("kind", UNREADABLE)
@pytest.mark.parametrize("command", [("check",), ("pdf", "--region", "intl")])
def test_what_cannot_be_read_is_named_and_not_the_locale(
    kind: str, command: tuple[str, ...], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, finding = UNREADABLE[kind]
    (folder / "source" / "sleep.md").write_bytes(content)
    assert main([command[0], "en", *command[1:], "--project", str(folder)]) == 1
    told = capsys.readouterr()
    assert finding in told.out + told.err
    assert not [*folder.glob("build/**/*.pdf")]


@pytest.mark.parametrize("ends", ["\r", "\r\n", "\n"])
def test_lines_may_end_as_any_system_ends_them(
    ends: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "source" / "sleep.md").write_bytes(ARTICLE.replace("\n", ends).encode())
    assert main(["check", "en", "--project", str(folder)]) == 0
    assert "0 errors" in capsys.readouterr().out


def test_a_locale_that_no_one_could_mean_is_still_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "source" / "sleep.md").write_bytes(b"")
    assert main(["check", "english", "--project", str(folder)]) == 2
    assert "'english' is not in this project" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["source", "source/regions", "locales"])
def test_a_folder_that_is_shut_is_named_with_what_opens_it(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "locales").mkdir()
    shut = folder / name
    # To a superuser no folder is shut.
    monkeypatch.setattr(os, "access", lambda path, _: Path(path) != shut)
    assert main(["check", "--project", str(folder)]) == 2
    assert f"{name}/ cannot be read" in capsys.readouterr().err
