"""``make bench``: each command several times in turn, so that a busy machine is busy for all."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.project import Project
from pipeline.values.errors import PolyleafError

ROUNDS = 7


@dataclass(slots=True)
class Timing:
    """One command's runs."""

    name: str
    command: Sequence[str]
    environment: dict[str, str] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)
    peak: int = 0
    """The largest resident memory of a run, in KiB."""

    @property
    def median(self) -> float:
        """The median of the runs, in seconds."""
        return statistics.median(self.seconds)


def bench(project: Project, locale: str) -> str:
    """Measure the commands that users wait for, and return the table.

    The bare typesetter is the ``weasyprint`` command on the HTML that the whole command made, with
    the same fonts: what any tool over it must pay.
    """
    with tempfile.TemporaryDirectory(prefix="polyleaf-bench-") as folder:
        sheet = _build_once(project, locale)
        whole = Timing("pdf, one locale", _polyleaf(project, "pdf", locale, "--force"))
        bare = Timing("weasyprint on its HTML", _weasyprint(sheet, Path(folder)))
        bare.environment["FONTCONFIG_FILE"] = _fonts(locale, Path(folder))
        check = Timing("check", _polyleaf(project, "check"))
        usage = Timing("--help", [sys.executable, "-m", "pipeline", "--help"])
        timings = [whole, bare, check, usage]
        for _ in range(ROUNDS):
            for timing in timings:
                _measure(timing)
    rows = [f"{'command':<26}{'median':>9}{'ratio':>8}{'peak memory':>14}   aim"]
    rows += [
        _row(whole, bare, "ratio 1.3"),
        _row(bare, bare, ""),
        _row(check, bare, "0.4 s"),
        _row(usage, bare, "0.25 s"),
    ]
    note = f"medians of {ROUNDS} runs, taken in turn; ratio: to the weasyprint command"
    return "\n".join([*rows, note, ""])


def _row(timing: Timing, base: Timing, aim: str) -> str:
    return (
        f"{timing.name:<26}{timing.median:>7.2f} s{timing.median / base.median:>8.2f}"
        f"{timing.peak / 1024:>10.0f} MiB   {aim}"
    ).rstrip()


def _polyleaf(project: Project, *arguments: str) -> list[str]:
    command, *rest = arguments
    return [sys.executable, "-m", "pipeline", command, "--project", str(project.root), *rest]


def _build_once(project: Project, locale: str) -> Path:
    result = subprocess.run(
        _polyleaf(project, "pdf", locale), capture_output=True, text=True, check=False
    )
    if result.returncode or not result.stdout:
        raise PolyleafError(f"the sheet to measure does not build: {result.stderr.strip()}")
    return project.root / result.stdout.splitlines()[0]


def _weasyprint(sheet: Path, folder: Path) -> list[str]:
    return [
        sys.executable,
        "-m",
        "weasyprint",
        "--pdf-variant",
        "pdf/ua-1",
        str(sheet.with_suffix(".html")),
        str(folder / "bare.pdf"),
    ]


def _fonts(locale: str, folder: Path) -> str:
    from pipeline.records.typography import locale_named
    from pipeline.typeset.fonts import font_set

    return str(font_set(locale_named(locale).typography.families, folder).configuration)


def _measure(timing: Timing) -> None:
    """Run a command once, in a child of its own so that its memory is its own."""
    begin = time.perf_counter()
    child = os.fork()
    if child == 0:
        os.environ.update(timing.environment)
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os.execv(timing.command[0], list(timing.command))  # noqa: S606 - our own interpreter
    _, status, usage = os.wait4(child, 0)
    if status:
        raise PolyleafError(f"the command to measure failed: {' '.join(timing.command)}")
    timing.seconds.append(time.perf_counter() - begin)
    timing.peak = max(timing.peak, usage.ru_maxrss)
