"""Many sheets: what is read once for all of them, what stays in memory, what workers survive."""

import json
import os
import pickle
import signal
import subprocess
import sys
import time
from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.cli import pdf as pdf_command
from pipeline.project import Project
from pipeline.project.digests import Digests
from pipeline.project.sources import locale_texts
from pipeline.publish import printing, sheet
from pipeline.publish.executors import processes
from pipeline.publish.executors.serial import Serial
from pipeline.publish.order import make_again, words_of
from pipeline.publish.run import Batch, Outcome, read_batch_sources, run
from tests.approvals import an_approval
from tests.conftest import EXECUTORS, ROOT
from tests.orders import order_of
from tests.publish.executors.test_processes import wait_until_gone

EDITIONS = ("handout", "large-print", "booklet")


def batch_of(project: Path, folder: Path) -> Batch:
    sources, hashes = read_batch_sources(Project.at(project))
    orders = [order_of(sources.project, edition=edition) for edition in EDITIONS]
    return Batch(sources=sources, hashes=hashes, orders=orders, folder=folder)


@pytest.mark.parametrize(
    "asked",
    [
        {"edition": "notice", "proofs": True, "region": "JP"},
        {"edition": "bilingual", "beside": "ar", "working": True, "paper": "a4"},
        {"edition": "handout", "draft": True, "clinic": "riverside", "force": True},
    ],
)
def test_an_order_is_made_again_from_its_words(asked: dict[str, Any]) -> None:
    project = Project.at(ROOT)
    order = order_of(project, **asked)
    words = json.loads(json.dumps(words_of(order)))
    assert make_again(project, words)[0] == order


def made(project: Path, folder: Path, locales: Sequence[str]) -> list[Outcome]:
    batch = batch_of(project, folder)
    with Serial() as executor:
        outcomes = [*run(batch, batch.tasks(locales), executor)]
    assert len(outcomes) == len(locales) * len(EDITIONS)
    assert all(one.result and one.result.is_printed for one in outcomes), outcomes
    return outcomes


@pytest.mark.usefixtures("unprinted")
def test_approvals_and_files_are_read_once_for_all_sheets(
    project: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed: Counter[str] = Counter()
    read: Counter[str] = Counter()
    hashed: Counter[str] = Counter()
    files, approval, take = Project.approval_files, Project.approval, Digests._take

    def listing(self: Project, locale: str) -> list[Path]:
        listed[locale] += 1
        return files(self, locale)

    def reading(self: Project, file: Path, locale: str) -> object:
        read[file.name] += 1
        return approval(self, file, locale)

    def taking(self: Digests, name: str) -> str:
        hashed[name] += 1
        return take(self, name)

    monkeypatch.setattr(Project, "approval_files", listing)
    monkeypatch.setattr(Project, "approval", reading)
    monkeypatch.setattr(Digests, "_take", taking)
    folder = project / "locales/es/approvals"
    folder.mkdir()
    for number in range(3):
        text = an_approval("attachment-and-depression", f"Rosa Martín {'I' * (number + 1)}")
        (folder / f"{number}.toml").write_text(text, encoding="utf-8")
    made(project, tmp_path_factory.mktemp("fonts"), ["ar", "es"])
    assert listed == {"ar": 1, "es": 1}
    assert read == {"0.toml": 1, "1.toml": 1, "2.toml": 1}
    assert {"source/regions/US.toml", "locales/es/LC_MESSAGES/sheet.po"} <= hashed.keys()
    assert set(hashed.values()) == {1}


@pytest.mark.usefixtures("unprinted")
@pytest.mark.parametrize(
    ("processors", "count", "at_once"), [(2, 1, [True]), (1, 1, [False]), (2, 2, [False] * 2)]
)
def test_a_sheet_alone_may_be_set_by_two(
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    processors: int,
    count: int,
    at_once: list[bool],
) -> None:
    asked: list[bool] = []

    def typeset(*given: Any, at_once: bool) -> object:
        asked.append(at_once)
        return set_by(*given)

    set_by = printing.__dict__["typeset"]
    monkeypatch.setattr(printing, "typeset", typeset)
    batch = replace(batch_of(project, tmp_path), processors=processors)
    with Serial() as executor:
        for one in run(batch, batch.tasks(["es"])[:count], executor):
            assert one.result
            assert one.result.is_printed
    assert asked == at_once


@pytest.mark.usefixtures("unprinted")
def test_nothing_of_a_finished_sheet_is_kept(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outcomes = made(project, tmp_path_factory.mktemp("fonts"), ["es"])
    for one in outcomes:
        assert one.result
        assert one.result.path.stat().st_size > 200_000
        assert len(pickle.dumps(one)) < 20_000


@pytest.mark.usefixtures("unprinted")
def test_a_file_that_changes_during_a_run_makes_its_sheet_due_again(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("fonts")
    batch = batch_of(project, folder)
    region = project / "source/regions/US.toml"
    region.write_text(region.read_text("utf-8") + "# written after it was read\n", "utf-8")
    task = batch.tasks(["es"])[0]
    with Serial() as executor:
        assert [one.result and one.result.unchanged for one in run(batch, [task], executor)] == [
            False
        ]
    assert batch_of(project, folder).current(task) is None


def command(project: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "pipeline", "pdf", "--project", str(project), *words]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a fork is unsafe")
@pytest.mark.parametrize("own", [True, False])
def test_the_workers_of_a_process_of_its_own_have_what_it_has_loaded(
    own: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[bool] = []
    monkeypatch.setattr(processes, "Processes", lambda *_, forks, **__: made.append(forks))
    words = Namespace(
        project=ROOT, locales=["es"], edition="handout", jobs=1, cpu_seconds=60, memory=1024
    )
    EXECUTORS[pdf_command](Namespace(**vars(words), has_own_process=own))
    assert made == [own]


def children(process: int) -> list[int]:
    """Return the processes that a process has started, those of the system alone left out."""
    found = []
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(file.read_text().rpartition(")")[2].split()[1])
            line = (file.parent / "cmdline").read_bytes()
        except OSError:
            continue
        if parent == process and (b"spawn_main" in line or b"pipeline" in line):
            found.append(int(file.parent.name))
    return found


@pytest.mark.exhaustive
@pytest.mark.usefixtures("brief")
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to find the workers")
def test_a_build_survives_the_death_of_a_worker_and_its_workers_its_end(project: Path) -> None:
    process = subprocess.Popen(
        command(project, "en", "es", "ar", "--jobs", "2"),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    first = process.stdout.readline()
    assert first.endswith("-en-US.pdf\n")
    victim, *_ = workers = children(process.pid)
    os.kill(victim, signal.SIGKILL)
    # Not communicate(): it would lose a second line that came with the first.
    assert process.stderr
    with process:
        out, err = process.stdout.read(), process.stderr.read()
    assert process.returncode == 0, err
    assert [line.rpartition("handout-")[2] for line in out.splitlines()] == [
        "es-US.pdf",
        "ar-US.pdf",
    ]
    assert "died" not in err
    wait_until_gone(workers, 10)


@pytest.mark.exhaustive
@pytest.mark.usefixtures("brief")
def test_a_stopped_build_ends_at_once_and_leaves_nobody(project: Path) -> None:
    process = subprocess.Popen(
        command(project, "--edition", "handout,booklet", "--jobs", "2"),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while not list((project / "build").rglob("*.pdf")):
        assert process.poll() is None
        time.sleep(0.05)
    # As a terminal does: to the command and to everything that it has started.
    os.killpg(process.pid, signal.SIGINT)
    begin = time.monotonic()
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.splitlines()[-1] == "polyleaf: interrupted; no unfinished file was left"
    assert "Traceback" not in err
    # A sheet takes longer than this, and a hang for ever.
    assert time.monotonic() - begin < 10
    for pdf in (project / "build").rglob("*.pdf"):
        assert pdf.read_bytes().rstrip().endswith(b"%%EOF")
    assert not list((project / "build").rglob(".polyleaf-*"))
    wait_until_gone([-process.pid], 5)


@pytest.mark.usefixtures("unprinted")
def test_a_catalog_that_changes_while_it_is_read_and_back_again_makes_its_sheet_due(
    project: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalog = project / "locales/es/LC_MESSAGES/attachment-and-depression.po"
    before, read = catalog.read_text("utf-8"), locale_texts

    def reading(*given: Any) -> object:
        catalog.write_text(before.replace("Reflexiones finales", "Para terminar"), "utf-8")
        return read(*given)

    folder = tmp_path_factory.mktemp("fonts")
    with monkeypatch.context() as patch, Serial() as executor:
        patch.setattr(sheet, "locale_texts", reading)
        batch = batch_of(project, folder)
        (outcome,) = run(batch, batch.tasks(["es"])[:1], executor)
        assert outcome.result
        assert outcome.result.is_printed
    catalog.write_text(before, "utf-8")
    batch = batch_of(project, folder)
    assert batch.current(batch.tasks(["es"])[0]) is None
