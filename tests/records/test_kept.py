"""What is worked out of the program's own files is worked out once, and never taken for another."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.catalog.messages import kept_messages, sheet_messages
from pipeline.compose.sheet import template_sources
from pipeline.records import kept as module
from pipeline.records.kept import kept


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for what is kept."""
    monkeypatch.setattr(module, "cache_from_source", lambda _: f"{tmp_path}/kept.pyc")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path


def counted(value: object) -> tuple[list[object], Callable[[], object]]:
    """Return a function that works a value out, and the list of the times that it was asked to."""
    times: list[object] = []

    def work_out() -> object:
        times.append(value)
        return value

    return times, work_out


def test_a_value_is_worked_out_once(folder: Path) -> None:
    times, work_out = counted({"es": ["a", "ñ"]})
    found = [kept("words", ["text"], work_out) for _ in range(3)]
    assert found == [{"es": ["a", "ñ"]}] * 3
    assert len(times) == 1
    assert [one.suffix for one in folder.iterdir()] == [".pyc"], "which no hash of the program has"


def test_another_text_or_another_module_is_another_value(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept("words", ["text"], lambda: "first")
    assert kept("words", ["another"], lambda: "second") == "second"
    assert kept("words", ["an", "other"], lambda: "third") == "third"
    monkeypatch.setattr(module, "_text_of", lambda _: "the function works it out otherwise")
    assert kept("words", ["an", "other"], lambda: "fourth") == "fourth"


@pytest.mark.parametrize("damage", [b"", b"[]", b"{}", b"\xff\x00", b'{"of": 1', b"null"])
def test_what_is_damaged_is_worked_out_anew(folder: Path, damage: bytes) -> None:
    kept("words", ["text"], lambda: "right")
    (file,) = folder.iterdir()
    file.write_bytes(damage)
    assert kept("words", ["text"], lambda: "right") == "right"


def test_what_cannot_be_kept_is_worked_out_each_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    times, work_out = counted(date(2026, 11, 28))
    assert [kept("days", ["text"], work_out) for _ in range(2)] == [date(2026, 11, 28)] * 2
    assert len(times) == 2, "JSON has no days"
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert kept("words", ["text"], lambda: "once") == "once"
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(module, "cache_from_source", lambda _: f"{folder}/file/none/kept.pyc")
    (folder / "file").touch()
    assert kept("words", ["text"], lambda: "once") == "once"
    assert [one.name for one in folder.iterdir()] == ["file"]


def test_a_disk_that_is_full_leaves_nothing_behind(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert kept("words", ["text"], lambda: "right") == "right"
    assert list(folder.iterdir()) == []


def test_the_sheets_words_are_the_same_from_what_is_kept(folder: Path) -> None:
    templates = template_sources()
    fresh = sheet_messages(templates)
    assert kept_messages(templates) == fresh
    assert kept_messages(templates) == fresh
    assert any(folder.iterdir())


def test_what_is_kept_lies_beside_the_modules_compiled_file() -> None:
    place = module.folder()
    assert place.parent == Path(module.__file__).parent
    assert place.name == "__pycache__"
