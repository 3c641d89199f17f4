"""Checking all that a project holds: the same findings whoever does the work."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.cli import check
from pipeline.desk import check as desk_check
from pipeline.desk.check import check_texts
from pipeline.project import Project
from pipeline.project.sources import Sources, read_sources
from pipeline.publish.executors import Lost
from pipeline.publish.executors.processes import Processes
from pipeline.publish.executors.serial import Serial
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding
from tests.conftest import let_time_pass, replace
from tests.sheets import TODAY

Run = Callable[..., tuple[int, str, str]]


class Dying(Serial):
    """Loses every task."""

    def run(
        self, _work: Callable[..., Any], _common: Any, tasks: Iterable[Any], /
    ) -> Iterator[Lost[Any]]:
        return map(Lost, tasks)


def test_several_processes_find_what_one_finds_in_the_same_order(project: Path) -> None:
    catalog = "LC_MESSAGES/attachment-and-depression.po"
    replace(project / "locales/es" / catalog, "[@beck1967] subrayan", "subrayan")
    (project / "locales/ar" / catalog).unlink()
    sources = read_sources(Project.at(project))
    alone = [*check_texts(sources, ["es", "ar"], TODAY, Serial())]
    assert {(one.code, one.locale) for one in alone} >= {("CIT001", "es"), ("CAT005", "ar")}
    with Processes(2) as executor:
        assert [*check_texts(sources, ["es", "ar"], TODAY, executor)] == alone


def test_what_a_child_takes_over_is_told_of_its_parent_alone(project: Path) -> None:
    catalog = "LC_MESSAGES/attachment-and-depression.po"
    replace(project / "locales/es" / catalog, "[@beck1967] subrayan", "subrayan")
    (project / "locales/es_MX/LC_MESSAGES").mkdir(parents=True)
    sources = read_sources(Project.at(project))
    both = [*check_texts(sources, ["es", "es_MX"], TODAY, Serial())]
    assert [one.locale for one in both if one.code == "CIT001"] == ["es"]
    child = [*check_texts(sources, ["es_MX"], TODAY, Serial())]
    assert [one.locale for one in child if one.code == "CIT001"] == ["es_MX"]


def test_a_check_that_dies_names_its_locale(project: Path) -> None:
    sources = read_sources(Project.at(project))
    with pytest.raises(PolyleafError, match="the check of es crashed twice"):
        list(check_texts(sources, ["es"], TODAY, Dying()))


def test_what_no_worker_may_keep_is_worked_out_before(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(desk_check, "numerals_of", asked.append)
    with pytest.raises(PolyleafError):
        list(check_texts(read_sources(Project.at(project)), ["es", "ar"], TODAY, Dying()))
    assert asked == ["es", "ar"]


def test_only_much_work_is_worth_several_processes(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 8)
    sources = read_sources(Project.at(project))
    assert isinstance(check.executor_for(sources, ["es"] * 19), Serial)
    assert isinstance(check.executor_for(sources, ["es"] * 200), Processes)
    assert isinstance(check.executor_for(sources, ["es"] * 19, forks=True), Processes)
    assert isinstance(check.executor_for(sources, ["es"] * 2, forks=True), Serial)
    monkeypatch.setattr("os.cpu_count", lambda: None)
    assert isinstance(check.executor_for(sources, ["es"] * 200), Serial)


def test_a_locale_in_which_nothing_was_found_is_not_judged_again(
    project: Path, polyleaf: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalog = project / "locales/es/LC_MESSAGES/attachment-and-depression.po"
    replace(catalog, "[@beck1967] subrayan", "subrayan")
    judged: list[str] = []
    judge = desk_check.check_locale

    def noting(sources: Sources, locale: str, *more: Any) -> Iterator[Finding]:
        judged.append(locale)
        return judge(sources, locale, *more)

    let_time_pass(monkeypatch)
    monkeypatch.setattr(desk_check, "check_locale", noting)
    first = polyleaf("check")
    assert "CIT001" in first[1]
    everything, judged[:] = [*judged], []
    assert polyleaf("check") == first
    assert judged == ["es"]
    replace(catalog, "subrayan", "[@beck1967] subrayan")
    assert "CIT001" not in polyleaf("check")[1]
    assert judged == ["es", "es"]
    assert {"ar", "es"} < set(everything)
