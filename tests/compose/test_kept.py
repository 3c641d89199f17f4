"""Compiled templates: kept where they may be, and never taken for another's."""

import sys
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment

from pipeline.compose import kept, sheet
from pipeline.compose.kept import Kept


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for what is compiled."""
    monkeypatch.setattr(kept, "cache_from_source", lambda _: f"{tmp_path}/kept.pyc")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path


def written(monkeypatch: pytest.MonkeyPatch, text: str = "Hello {{ name }}") -> tuple[str, int]:
    """Write a template in a new environment; return it, and how many templates were compiled."""
    count: list[str] = []

    class Counted(Environment):
        def _generate(self, *words: Any, **more: Any) -> str:
            count.append(text)
            return super()._generate(*words, **more)

    environment = Counted(loader=DictLoader({"page": text}), autoescape=True, bytecode_cache=Kept())
    return environment.get_template("page").render(name="you"), len(count)


def test_a_template_is_compiled_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert written(monkeypatch) == ("Hello you", 1)
    assert written(monkeypatch) == ("Hello you", 0)
    assert [one.suffix for one in folder.iterdir()] == [".pyc"], "which no hash of the program has"


def test_a_template_that_was_changed_is_compiled_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(monkeypatch)
    assert written(monkeypatch, "Bye {{ name }}") == ("Bye you", 1)


@pytest.mark.parametrize("damage", [b"", b"no bytecode at all", None])
def test_what_is_damaged_is_compiled_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes | None
) -> None:
    written(monkeypatch)
    (file,) = folder.iterdir()
    file.write_bytes(file.read_bytes()[:-40] if damage is None else damage)
    assert written(monkeypatch) == ("Hello you", 1)


def test_nothing_is_kept_where_nothing_can_be_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "cache_from_source", lambda _: f"{folder}/none/kept.pyc")
    assert written(monkeypatch) == ("Hello you", 1)
    assert list(folder.iterdir()) == []
    archive = folder / "program.zip"
    archive.touch()
    monkeypatch.setattr(kept, "cache_from_source", lambda _: f"{archive}/compose/kept.pyc")
    assert written(monkeypatch) == ("Hello you", 1)


def test_nothing_is_kept_where_python_keeps_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert written(monkeypatch) == ("Hello you", 1)
    assert list(folder.iterdir()) == []


def test_the_sheets_templates_are_kept() -> None:
    assert isinstance(sheet._environment("handout").bytecode_cache, Kept)
