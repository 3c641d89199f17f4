"""Whoever makes, inspects or checks sheets reaches what the work needs, and nothing else."""

import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from pipeline.project import Project
from pipeline.publish.executors.fence import Reach, can_close_files
from pipeline.publish.executors.processes import Processes
from pipeline.publish.reach import to_check, to_inspect, to_print
from pipeline.publish.run import Batch, read_batch_sources
from pipeline.publish.store import Store
from pipeline.typeset.fonts import font_set
from pipeline.values.errors import PolyleafError

pytestmark = pytest.mark.skipif(not can_close_files(), reason="this system has no Landlock")

TODAY = date(2026, 11, 24)


def fonts(folder: Path) -> list[bytes]:
    return [Path(one.path).read_bytes() for one in font_set(["Noto Serif"], folder).files]


READS: dict[str, Callable[[Path, Path], object]] = {
    "an article": lambda root, _: (root / "source/sleep.md").read_bytes(),
    "a catalog": lambda root, _: [one.read_bytes() for one in (root / "locales").rglob("*.po")],
    "an earlier sheet": lambda root, _: (root / "build/es/old.pdf").read_bytes(),
    "a library": lambda *_: subprocess.run(["fc-list", "--version"], check=True),
    "a time zone": lambda *_: Path("/usr/share/zoneinfo/UTC").read_bytes(),
}
SHEETS: dict[str, Callable[[Path, Path], object]] = {
    "a new sheet": lambda root, _: (root / "build/es/new.pdf").write_bytes(b"%PDF"),
    "a locale's first sheet": lambda root, _: (root / "build/ar").mkdir(),
    "a sheet behind a link": lambda root, _: (root / "build/fr/new.pdf").write_bytes(b"%PDF"),
    "a sheet in the store": lambda _, base: (base / "store/bytes").mkdir(),
}
OUTSIDE: dict[str, Callable[[Path, Path], object]] = {
    "a file beside the project": lambda _, base: (base / "secret").read_bytes(),
    "the home folder": lambda _, base: [*(base / "home").iterdir()],
    "a shell's start file": lambda _, base: (base / "home/.profile").write_text("rm"),
    "an article's text": lambda root, _: (root / "source/sleep.md").write_text("other"),
    "a catalog's text": lambda root, _: (root / "locales/es/a.po").write_text("other"),
    "another's environment": lambda *_: Path(f"/proc/{os.getppid()}/environ").read_bytes(),
    "a program that was sent": lambda root, _: subprocess.run([root / "source/run"], check=True),
}
ALL = {**READS, **SHEETS, **OUTSIDE}


def attempt(common: object, task: tuple[str, Path, Path]) -> str:
    """Try one thing, and say whether it was refused."""
    del common
    what, root, base = task
    try:
        ALL[what](root, base)
    except PermissionError:
        return "refused"
    return "done"


def attempt_fonts(common: Batch, _: str) -> int:
    """Read all files of a family."""
    return len(fonts(common.folder))


@pytest.fixture
def base(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a secret, a home, a store; the project has links that stay inside."""
    base = tmp_path_factory.mktemp("base")
    (base / "secret").write_text("secret")
    (base / "home").mkdir()
    (base / "folder").mkdir()
    (base / "store").mkdir()
    (project / "source/sleep.md").write_text("text")
    (project / "source/run").write_text("#!/bin/sh\n")
    (project / "source/run").chmod(0o755)
    (project / "build/es").mkdir(parents=True)
    (project / "build/es/old.pdf").write_bytes(b"%PDF")
    (project / "printed").mkdir()
    (project / "build/fr").symlink_to(project / "printed")
    (project / "build/out").symlink_to(base / "home")
    return base


def done(reach: Callable[..., Reach], common: object, project: Path, base: Path) -> list[str]:
    with Processes(1, reach=reach) as executor:
        tasks = [(what, project, base) for what in ALL]
        found = dict(zip(ALL, executor.run(attempt, common, tasks), strict=True))
    return [what for what, became in found.items() if became == "done"]


@pytest.mark.exhaustive
def test_a_build_reads_the_project_and_writes_sheets(project: Path, base: Path) -> None:
    sources, hashes = read_batch_sources(Project.at(project))
    batch = Batch(
        sources=sources,
        hashes=hashes,
        orders=[],
        folder=base / "folder",
        store=Store.at(base / "store"),
    )
    assert done(to_print, batch, project, base) == [*READS, *SHEETS]
    with Processes(1, reach=to_print) as executor:
        assert [*executor.run(attempt_fonts, batch, ["a"])] == [len(fonts(base / "folder"))]


@pytest.mark.exhaustive
def test_a_shelf_that_is_a_link_out_of_the_project_is_named(project: Path, base: Path) -> None:
    sources, hashes = read_batch_sources(Project.at(project))
    batch = Batch(sources=sources, hashes=hashes, orders=[], folder=base / "folder")
    shutil.rmtree(project / "build", ignore_errors=True)
    (project / "build").symlink_to(base / "shared")
    with pytest.raises(PolyleafError, match=r"build is a link that leads out of the project"):
        to_print(batch)
    with (
        Processes(1, reach=to_print) as executor,
        pytest.raises(PolyleafError, match=r"build is a link that leads out of the project"),
    ):
        list(executor.run(attempt_fonts, batch, ["a"]))


def test_a_look_at_a_pdf_writes_no_sheet(project: Path, base: Path) -> None:
    sources, _ = read_batch_sources(Project.at(project))
    assert done(to_inspect, (sources, TODAY, base / "folder"), project, base) == [*READS]


@pytest.mark.exhaustive
def test_a_check_writes_nothing(project: Path, base: Path) -> None:
    sources, _ = read_batch_sources(Project.at(project))
    assert done(to_check, (sources, TODAY), project, base) == [*READS]
