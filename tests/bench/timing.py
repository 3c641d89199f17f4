"""Running commands and remembering how long they took."""

import os
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.values.errors import PolyleafError


@dataclass(slots=True)
class Timing:
    """One thing that is measured, and its runs."""

    name: str
    seconds: list[float] = field(default_factory=list)
    peak: int = 0
    """The largest resident memory of one process, in KiB."""

    @property
    def median(self) -> float:
        """The median of the runs, in seconds."""
        return statistics.median(self.seconds)

    def add(self, *commands: Sequence[str], environment: dict[str, str] | None = None) -> None:
        """Run commands one after another, as one run."""
        begin = time.perf_counter()
        for command in commands:
            self.peak = max(self.peak, _run(command, environment or {}))
        self.seconds.append(time.perf_counter() - begin)

    def row(self, base: "Timing | None" = None, aim: str = "", scale: float = 1.0) -> str:
        """Return a line of the table; the ratio is to ``scale`` times the base."""
        ratio = f"{self.median / (base.median * scale):8.2f}" if base else " " * 8
        memory = f"{self.peak / 1024:10.0f} MiB" if self.peak else " " * 14
        return f"{self.name:<34}{self.median:>8.2f} s{ratio}{memory}   {aim}".rstrip()


HEAD = f"{'command':<34}{'median':>10}{'ratio':>8}{'peak memory':>14}   aim"


def polyleaf(root: Path, *arguments: str) -> list[str]:
    """Return the command line of a Polyleaf command on a project."""
    command, *rest = arguments
    return [sys.executable, "-m", "pipeline", command, "--project", str(root), *rest]


def _run(command: Sequence[str], environment: dict[str, str]) -> int:
    """Run a command in a child of its own, so that its memory is its own; return its peak."""
    child = os.fork()
    if child == 0:
        os.environ.update(environment)
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os.execvp(command[0], list(command))  # noqa: S606 - commands of our own
    _, status, usage = os.wait4(child, 0)
    if status:
        raise PolyleafError(f"the command to measure failed: {' '.join(command)}")
    return usage.ru_maxrss
