"""What many tests need: the project's own folder, a small one to break, and built sheets."""

import argparse
import re
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from pipeline.cli import here, main
from pipeline.cli import inspect as inspect_command
from pipeline.cli import pdf as pdf_command
from pipeline.cli import review as review_command
from pipeline.desk import inspect
from pipeline.project import articles, base, catalogs, crisis_numbers, place, sources
from pipeline.publish import printing, sheet
from pipeline.publish.executors import Executor
from pipeline.publish.executors.bounds import USUAL, Bounds
from pipeline.publish.executors.serial import Serial
from pipeline.publish.warm import collect_seldom
from pipeline.records.in_force import put_in_force
from pipeline.typeset.engine import Typeset
from pipeline.typeset.fonts import FontSet, font_set
from pipeline.values.sheet import Layout
from pipeline.vouch import standing
from tests import once, steps
from tests.copies import copy_project, shorten

settings.load_profile(steps.PROFILE)

ROOT = Path(__file__).parent.parent

ARTICLE = """\
---
id: sleep
title: Sleep and low mood
version: "1.0"
language: en
date: 2026-01-10
review-by: 2027-01-10
---

::: crisis short
## If you need help

Please talk to someone today.

{services}

In danger now, call {emergency}.
:::

## Sleep

Poor sleep and low mood often go together [@beck1967].
"""
"""The smallest article that has all that a sheet must keep."""


_CLEAN = re.compile(
    r"Articles and catalogs\n"
    r"(\S+: ignored [A-Z]{3}\d{3}: .*\n    reason: \S.*\n)*"
    r"0 errors, 0 warnings(, \d+ ignored)?\n"
)


def leave_small_article(project: Path, more: str = "") -> None:
    """Leave a copy of the project with the smallest article, and something more in it."""
    (project / "source/attachment-and-depression.md").unlink()
    (project / "source/sleep.md").write_text(ARTICLE + more, encoding="utf-8")


def is_clean(out: str) -> bool:
    """Say whether articles and catalogs have no finding but such as somebody explained."""
    return bool(_CLEAN.match(out))


def told(err: str) -> str:
    """Return what a command said, but for what it says of every sheet.

    That is records that nobody has confirmed, examples, how to fold the paper, and the last line.
    """
    err = re.sub(r"^\d+ warnings? \((PDF017|SRC027|SVC01).*\n", "", err, flags=re.MULTILINE)
    err = re.sub(r"^(print the|printing \d+ sheets in) .*\n", "", err, flags=re.MULTILINE)
    err = re.sub(r"^(\d+ sheets?: |no sheet was printed).*\n\Z", "", err, flags=re.MULTILINE)
    unconfirmed = r"(.*: warning SVC01[0-3]: .*\n    fix: .*\n)+\d+ errors?, \d+ warnings?\n"
    return re.sub(unconfirmed, "", err)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for configurations of fonts."""
    return tmp_path_factory.mktemp("fonts")


@pytest.fixture(scope="module")
def fonts(folder: Path) -> FontSet:
    """Return the fonts of a page in Lato alone."""
    return font_set(["Lato"], folder)


@pytest.fixture(scope="session", autouse=True)
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[None]:
    """Set and judge each sheet once a run, however many tests and processes ask for it."""
    own = tmp_path_factory.getbasetemp()
    folder = (own if worker_id == "master" else own.parent) / "once"
    folder.mkdir(exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(once.STORE, "folder", folder)
        collect_seldom()
        patch.setattr(printing, "typeset", once.typeset)
        patch.setattr(printing, "verify", once.verify)
        patch.setattr(printing, "verify_codes", once.verify_codes)
        patch.setattr(base, "read_toml", once.tables)
        for room, name in READ_ONCE:
            patch.setattr(room, name, once.each_once(vars(room)[name]))
        patch.setattr(sources, "check_catalog", once.found_by("catalog"))
        patch.setattr(sources, "check_sheet", once.found_by("sheet"))
        patch.setattr(inspect, "typeset", once.typeset_again)
        patch.setattr(inspect, "verify", once.verify)
        for command, executor in EXECUTORS.items():
            patch.setattr(command, "executor", in_this_process(executor))
        patch.setattr(here, "is_here", lambda _: True)  # tests name theirs with each command
        yield


IS_HERE = here.is_here
"""Says whether who runs a command stands in the project, so that fixes need not name it."""

READ_ONCE = (
    (articles, "parse_article"),
    (articles, "works_of"),
    (articles, "read_references"),
    (catalogs, "read_catalog"),
    (catalogs, "read_glossary"),
    (place, "record_of"),
    (sources, "check_article"),
    (sources, "check_letters"),
    (sources, "check_references"),
    (sources, "check_typed"),
    (sources, "inherit"),
    (crisis_numbers, "numbers_on_record"),
    (sheet, "compose"),
    (inspect, "compose"),
    (standing, "wording_of"),
)
"""What commands do again with each file of a project, though few tests change more than one."""

EXECUTORS = {
    command: command.executor for command in (pdf_command, inspect_command, review_command)
}
"""Who does the work of a command outside of tests: processes of their own."""


def in_this_process(
    executor: Callable[[argparse.Namespace], Executor],
) -> Callable[[argparse.Namespace], Executor]:
    """Let this process, which has the typesetter loaded and shares what is set, do the work.

    It does so where neither several jobs nor bounds of its own are asked for.
    """

    def made(words: argparse.Namespace) -> Executor:
        bounds = Bounds(seconds=words.cpu_seconds, megabytes=words.memory)
        is_usual = getattr(words, "jobs", 1) < 2 and bounds == USUAL
        return Serial() if is_usual else executor(words)

    return made


@pytest.fixture(autouse=True)
def shipped_languages() -> None:
    """Begin each test with what the program itself knows of languages."""
    put_in_force({})


@pytest.fixture
def away(monkeypatch: pytest.MonkeyPatch) -> None:
    """Word fixes for where a test stands, and not as for somebody who stands in the project."""
    monkeypatch.setattr(here, "is_here", IS_HERE)


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let processes of their own do the work of a command, as everywhere but in tests."""
    for command, executor in EXECUTORS.items():
        monkeypatch.setattr(command, "executor", executor)


@pytest.fixture
def afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set and judge each sheet anew, whatever other tests have made."""
    monkeypatch.setattr(once.STORE, "folder", None)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project's sources and of some of its catalogs, free to break."""
    copy_project(tmp_path)
    (tmp_path / "build").mkdir()
    return tmp_path


def replace(file: Path, old: str, new: str, count: int = 1) -> None:
    """Put something in the place of what stands in a file, and see that it stood there."""
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{file} has no {old!r}"
    file.write_text(text.replace(old, new, count), encoding="utf-8")


LATER = 10_000_000_000
"""Nanoseconds after which the mark of a file that was left alone shows each change to come."""


def let_time_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the program's clock forward, so that all files have been left alone for a while."""
    now = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: now() + LATER)


@pytest.fixture
def all_regions(project: Path) -> None:
    """Give the copy the records of all regions."""
    shutil.copytree(ROOT / "source/regions", project / "source/regions", dirs_exist_ok=True)


@pytest.fixture
def brief(project: Path) -> Path:
    """The copy with the shortest article, for what holds of every sheet."""
    shorten(project)
    return project


@pytest.fixture
def foldable(project: Path) -> Path:
    """The copy with an article that is short, and fills the panels of a folded sheet."""
    shorten(project, folds=True)
    return project


@pytest.fixture
def unprinted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every sheet through, as large as a short one, without setting it."""
    print_nothing(monkeypatch)


def print_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a typesetter that sets nothing in the place of the real one."""

    def typeset(html: str, *_: object, **_how: object) -> Typeset:
        pdf = b"%PDF" + html.encode() + bytes(200_000)
        return Typeset(pdf=pdf, pages_pdf=b"", pages=4, html=html, layout=Layout(), findings=())

    monkeypatch.setattr(printing, "typeset", typeset)
    for name in ("verify", "verify_codes"):
        monkeypatch.setattr(printing, name, lambda *_, **_how: ())


@pytest.fixture
def polyleaf(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """Run a command on the copy; returns exit status, standard output, standard error."""

    def run(command: str, *arguments: str) -> tuple[int, str, str]:
        status = main([command, "--project", str(project), *arguments])
        output = capsys.readouterr()
        return status, output.out.replace(f"{project}/", ""), output.err

    return run
