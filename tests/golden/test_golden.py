"""Each code over the stock project: the findings that a folder's changes must bring."""

from pathlib import Path

import pytest

from pipeline.check.rules import RULES_BY_CODE
from tests.golden.folders import (
    STOCK,
    changes,
    command,
    expected,
    findings,
    folders,
    is_costly,
    of_code,
    of_stock,
    on_paper,
    overlay,
    what_a_folder_misses,
)
from tests.rows import each_row

each_folders_changes = pytest.mark.parametrize(
    "folder",
    [
        pytest.param(one, marks=pytest.mark.exhaustive if is_costly(one) else ())
        for one in folders()
    ],
    ids=lambda folder: folder.name,
)


@pytest.fixture(scope="module")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fonts")


def test_the_stock_has_no_fault_but_records_that_nobody_has_confirmed(fonts: Path) -> None:
    status, said = command(STOCK, "check")
    assert status == 0
    assert "Articles and catalogs\n0 errors, 0 warnings\n" in said
    assert list(of_stock(fonts)) == of_code("SVC010", said)
    assert on_paper(fonts) == ""


@each_folders_changes
def test_a_folders_changes_bring_its_findings(folder: Path, tmp_path: Path, fonts: Path) -> None:
    if missing := what_a_folder_misses(folder):
        pytest.skip(missing)
    found = findings(folder, tmp_path / "project", fonts)
    assert "".join(f"{one}\n" for one in found) == expected(folder)


@each_row("folder", folders(), ids=lambda folder: folder.name)
def test_a_folders_findings_are_of_its_code_and_not_of_the_stock(folder: Path, fonts: Path) -> None:
    own = of_code(folder.name, expected(folder))
    assert own
    assert "".join(f"{one}\n" for one in own) == expected(folder)
    assert not set(own) & set(of_stock(fonts))


def test_every_code_has_a_folder_and_every_folder_a_code() -> None:
    has = {folder.name for folder in folders()}
    assert set(RULES_BY_CODE) - has == set(), (
        "make the folder tests/golden/CODE with its changes.toml, then "
        ".venv/bin/python -m tests.golden --update CODE"
    )
    assert has - set(RULES_BY_CODE) == set(), "no rule in check/rules/ has this code"


@pytest.mark.parametrize("old", ["no such text", "and"])
def test_a_replacement_that_is_not_the_only_one_is_refused(old: str, tmp_path: Path) -> None:
    path = "source/sleep-and-mood.md"
    (tmp_path / "source").mkdir()
    (tmp_path / path).write_bytes((STOCK / path).read_bytes())
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(AssertionError, match=r"stands \d+ times"):
        overlay(empty, tmp_path, {"replace": [{"path": path, "old": old, "new": ""}]})


def test_an_unknown_step_is_refused(tmp_path: Path) -> None:
    (tmp_path / "changes.toml").write_text("[[replce]]\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="replce"):
        changes(tmp_path)
