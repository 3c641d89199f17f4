"""Running commands and remembering what they cost; and the tables in which that is told."""

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from pipeline.project import Project, digests
from pipeline.values.errors import PolyleafError


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What something may cost at most, and why it costs more where it does."""

    most: float
    of: str = "wall"
    """What counts: the ``wall`` clock, its ``ratio``, that of ``work``, or another unit."""
    said: str = ""
    """The aim in words, where it is no number of the table."""
    why: str = ""
    """Why it is missed, by hand; printed where it is."""

    def __str__(self) -> str:
        return self.said or (f"{self.most:g} s" if self.of == "wall" else f"{self.most:g}")

    def verdict(self, name: str, value: float) -> str:
        """Say in a line of a list whether what was measured is what was wanted."""
        unit = {"ratio": "", "work": "", "wall": " s"}.get(self.of, f" {self.of}")
        if value <= self.most:
            return f"- {name}: {self}, met."
        missed = f"missed by {value - self.most:.2f}{unit}"
        return f"- {name}: {self}, {missed}. {self.why}".rstrip()


COLUMNS = ("what", "wall", "ratio", "processor", "ratio", "aim", "peak memory")
"""Each ratio is of what stands before it."""


@dataclass(slots=True)
class Timing:
    """One thing that is measured, and its runs."""

    name: str
    seconds: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    """Seconds of all processes, the system's for them too."""
    peak: int = 0
    """The largest resident memory of one process, in KiB."""

    @property
    def median(self) -> float:
        """The median of the runs, in seconds by the clock."""
        return statistics.median(self.seconds)

    @property
    def work(self) -> float:
        """The median of the runs, in seconds of processors."""
        return statistics.median(self.processor)

    def add(self, *commands: Sequence[str], environment: dict[str, str] | None = None) -> None:
        """Run commands one after another, as one run."""
        runs = [run_command(command, environment or {}) for command in commands]
        self.peak = max(self.peak, *(one.peak for one in runs))
        self.note(sum(one.seconds for one in runs), sum(one.work for one in runs))

    def note(self, seconds: float, processor: float) -> None:
        """Remember a run that was measured elsewhere."""
        self.seconds.append(seconds)
        self.processor.append(processor)

    def row(
        self,
        base: "Timing",
        aim: Aim | None = None,
        *,
        by_work: float | None = None,
        value: float | None = None,
    ) -> "Row":
        """Return a line of the table; the ratios are to the base, by the clock and by work.

        ``by_work`` is the latter, where it was worked out otherwise than from the medians, and
        ``value`` what an aim is held against that is about something else.
        """
        ratio = self.median / max(base.median, 0.001)
        work = self.work / max(base.work, 0.001) if by_work is None else by_work
        memory = f"{self.peak / 1024:.0f} MiB" if self.peak else ""
        told = f"{self.median:.2f} s | {ratio:.2f} | {self.work:.2f} s | {work:.2f}"
        line = f"| {self.name} | {told} | {aim or ''} | {memory} |"
        if not aim:
            return Row(line)
        values = {"wall": self.median, "ratio": ratio, "work": work}
        return Row(line, aim.verdict(self.name, values[aim.of] if value is None else value))


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table, and what is to be said of its aim."""

    line: str
    verdict: str = ""


def table(
    title: str, note: str, rows: Iterable[Row | str], columns: Sequence[str] = COLUMNS
) -> str:
    """Return what was measured as a section in Markdown, and below it what became of the aims."""
    lines = ["---" if not place else "---:" for place in range(len(columns))]
    head = [f"| {' | '.join(columns)} |", f"|{'|'.join(lines)}|"]
    told = [row if isinstance(row, Row) else Row(row) for row in rows]
    verdicts = [row.verdict for row in told if row.verdict]
    below = ["", "Aims:", "", *verdicts] if verdicts else []
    return "\n".join(
        [f"## {title}", "", note, "", *head, *(row.line for row in told if row.line), *below, ""]
    )


def forget(root: Path) -> None:
    """Take away what is known of a project's files, as before the first command in it."""
    (root / "build" / digests.NAME).unlink(missing_ok=True)


def copy_of(project: Project, root: Path) -> Project:
    """Return a copy of a project that has printed nothing: old sheets are looked at again."""
    shutil.copytree(project.source, root / "source")
    shutil.copytree(project.root / "locales", root / "locales")
    return Project.at(root)


def polyleaf(root: Path, *arguments: str) -> list[str]:
    """Return the command line of a Polyleaf command on a project."""
    return _command("pipeline", root, arguments)


def with_stub(root: Path, *arguments: str) -> list[str]:
    """Return the command line of the same with a typesetter that sets nothing."""
    return _command("tests.bench.stub", root, arguments)


def without_walls(root: Path, *arguments: str) -> list[str]:
    """Return the command line of the same with workers that have no bounds and no walls."""
    return _command("tests.bench.unfenced", root, arguments)


def _command(module: str, root: Path, arguments: Sequence[str]) -> list[str]:
    command, *rest = arguments
    return [sys.executable, "-m", module, command, "--project", str(root), *rest]


class Run(NamedTuple):
    """What a command took; the seconds are those of all processes that it waited for, too."""

    peak: int
    """In KiB, of one process."""
    work: float
    seconds: float


def run_command(
    command: Sequence[str], environment: Mapping[str, str] = MappingProxyType({})
) -> Run:
    """Run a command in a child of a small process, and return what it took.

    Python may keep what it has compiled, as it does for users: else each run would compile all of
    Polyleaf again.
    """
    told = subprocess.run(
        [sys.executable, "-I", "-S", str(LAUNCH), *command],
        env={**_as_users(), **environment},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    status, peak, work, seconds = told.stdout.split()
    if int(status):
        raise PolyleafError(f"the command to measure failed: {' '.join(command)}")
    return Run(int(peak), float(work), float(seconds))


LAUNCH = Path(__file__).parent / "launch.py"

READY = 60
"""Seconds in which a process must stand ready."""


@contextmanager
def standing_ready(root: Path) -> Iterator[Callable[[], float]]:
    """Have `polyleaf serve` run for a project; give what tells the seconds of all its commands."""
    with subprocess.Popen(
        polyleaf(root, "serve"), stderr=subprocess.PIPE, env=_as_users()
    ) as process:
        assert process.stderr
        if not process.stderr.readline().startswith(b"ready"):
            raise PolyleafError("polyleaf serve does not begin")

        def spent() -> float:
            # A command counts when it has been waited for, which is a moment after its answer.
            time.sleep(0.5)
            words = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
            return (int(words[13]) + int(words[14])) / os.sysconf("SC_CLK_TCK")

        try:
            yield spent
        finally:
            process.terminate()


def _as_users() -> dict[str, str]:
    """Return the environment without what keeps Python from keeping what it has compiled."""
    return {name: one for name, one in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
