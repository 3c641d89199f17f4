"""Locales that need no second look: which change has them looked at, and what cannot be forged."""

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from pipeline.project import Project
from pipeline.project.digests import Digests
from pipeline.project.spotless import Spotless
from tests.conftest import let_time_pass
from tests.sheets import TODAY


@pytest.fixture
def small(tmp_path: Path) -> Path:
    root = tmp_path / "own"
    for name in (
        "source/sleep.md",
        "source/regions/US.toml",
        "locales/glossary.csv",
        "locales/es/LC_MESSAGES/sleep.po",
        "locales/es_MX/LC_MESSAGES/sleep.po",
        "locales/ar/LC_MESSAGES/sleep.po",
        "build/.gitignore",
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x", encoding="utf-8")
    return root


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let all files have been left alone for a while."""
    let_time_pass(monkeypatch)


def look(root: Path, today: date = TODAY, program: str = "this") -> Spotless:
    project = Project.at(root)
    return Spotless(project, Digests(project, program), today)


def known(root: Path, today: date = TODAY, program: str = "this") -> list[str]:
    found = look(root, today, program)
    return [name for name in ("es", "es_MX", "ar") if found.knows(name)]


def learn(root: Path, *locales: str) -> None:
    found = look(root)
    assert not any(map(found.knows, locales))
    found.learn(locales)


@pytest.mark.usefixtures("later")
def test_a_locale_without_faults_is_known_until_something_changes(small: Path) -> None:
    assert known(small) == []
    learn(small, "es", "ar")
    assert known(small) == ["es", "ar"]
    assert known(small, TODAY + timedelta(1)) == []
    assert known(small, program="another") == []


CHANGES: dict[str, tuple[str, list[str]]] = {
    "the article": ("source/sleep.md", []),
    "a region": ("source/regions/US.toml", []),
    "a new file of the sources": ("source/policy.toml", []),
    "the glossary": ("locales/glossary.csv", []),
    "a new locale": ("locales/de/LC_MESSAGES/sleep.po", []),
    "its catalog": ("locales/ar/LC_MESSAGES/sleep.po", ["es", "es_MX"]),
    "its credits": ("locales/ar/credits.toml", ["es", "es_MX"]),
    "an approval": ("locales/ar/approvals/one.toml", ["es", "es_MX"]),
    "its parent's catalog": ("locales/es/LC_MESSAGES/sleep.po", ["ar"]),
    "its own, of a parent": ("locales/es_MX/LC_MESSAGES/sleep.po", ["es", "ar"]),
    "a sheet in build": ("build/es/sleep.pdf", ["es", "es_MX", "ar"]),
}


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("what", CHANGES)
def test_a_change_has_those_looked_at_that_rest_on_it(small: Path, what: str) -> None:
    name, still = CHANGES[what]
    learn(small, "es", "es_MX", "ar")
    (small / name).parent.mkdir(parents=True, exist_ok=True)
    (small / name).write_text("y", encoding="utf-8")
    assert known(small) == still


@pytest.mark.usefixtures("later")
def test_a_file_that_is_gone_has_its_locale_looked_at(small: Path) -> None:
    learn(small, "es", "ar")
    (small / "locales/ar/LC_MESSAGES/sleep.po").unlink()
    assert known(small) == ["es"]


def test_a_file_that_changed_a_moment_ago_may_change_again_unseen(small: Path) -> None:
    learn(small, "es", "ar")
    assert known(small) == []


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "source/sleep.md").write_text("y", encoding="utf-8"),
        lambda root: (root / "locales/es/LC_MESSAGES/sleep.po").write_text("y", encoding="utf-8"),
    ],
)
def test_what_changes_while_it_is_checked_is_not_kept(
    small: Path, change: Callable[[Path], object]
) -> None:
    found = look(small)
    assert not found.knows("es")
    change(small)
    found.learn(["es"])
    assert known(small) == []


@pytest.mark.usefixtures("later")
def test_a_project_from_elsewhere_brings_no_verdict_with_it(small: Path) -> None:
    learn(small, "es", "es_MX", "ar")
    copy = small.parent / "copy"
    shutil.copytree(small, copy)  # with the times of the files, as an archive has them
    assert (copy / "build/.hashes").exists()
    assert known(copy) == []
    assert known(small) == ["es", "es_MX", "ar"]


@pytest.mark.usefixtures("later")
def test_nothing_is_written_where_there_is_no_build(small: Path) -> None:
    shutil.rmtree(small / "build")
    learn(small, "es")
    assert not (small / "build").exists()
