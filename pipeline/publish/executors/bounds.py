"""What one task may take of the processor and of memory, and who holds it to that.

A worker asks its system for limits: past the one of time the system ends it, past the one of
memory it is given no more. The parent looks at it from outside a few times a second, where
``/proc`` tells, so that neither a library that holds the interpreter nor memory that nobody asked
for gets past it.
Time is the processor's: a slow or busy computer refuses nothing.
"""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

try:
    import resource
except ImportError:  # pragma: no cover - a system without such limits
    resource = None  # type: ignore[assignment]

TIME = "processor time"
MEMORY = "memory"

GLANCE = 0.2
"""Seconds after which the parent looks at its workers again."""

_SLACK = 2
"""Seconds that the parent waits longer than the system: it is there for what the system lacks."""

_RESERVE = 64
"""Megabytes that libraries ask for and never use; the parent sees what is used."""

_NEAR = 0.6
"""Which part of the memory a worker must have had for its death to be blamed on that."""

_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How much a task may take; 0 is without bounds."""

    seconds: int = 60
    """Of the processor, all threads together."""
    megabytes: int = 1024
    """Of memory, above what the worker has when it begins."""


USUAL = Bounds()
"""Of a sheet, where nobody has said otherwise; it takes a twentieth of that."""

NONE = Bounds(seconds=0, megabytes=0)
"""Of tasks that take as long as there is to do."""


@contextmanager
def limited(bounds: Bounds) -> Iterator[None]:
    """Have the system hold this process to bounds for a while, as far as it can."""
    if not resource:  # pragma: no cover - a system without such limits
        yield
        return
    if bounds == NONE:
        yield
        return
    used = _data(os.getpid())
    # No file of a hundred megabytes when the system ends it.
    _set(resource.RLIMIT_CORE, 0)
    if bounds.seconds:
        _set(resource.RLIMIT_CPU, int(time.process_time()) + bounds.seconds + 1)
    if bounds.megabytes and used:
        _set(resource.RLIMIT_DATA, used + (bounds.megabytes + _RESERVE) * _MEGABYTE)
    try:
        yield
    finally:
        _set(resource.RLIMIT_CPU, resource.RLIM_INFINITY)
        _set(resource.RLIMIT_DATA, resource.RLIM_INFINITY)


def is_memory_ours() -> bool:
    """Say whether memory that is refused was refused by our bounds, and by nobody else's.

    Linux promises more than it has, so that a process hits a limit or is killed.
    """
    return bool(resource) and all(
        resource.getrlimit(limit) == (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
        for limit in (resource.RLIMIT_AS, resource.RLIMIT_DATA)
    )


def _set(limit: int, value: int) -> None:
    """Set a limit, unless a lower one holds already."""
    _, hard = resource.getrlimit(limit)
    if hard != resource.RLIM_INFINITY:
        value = hard if value == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(limit, (value, hard))


def _data(process: int) -> int:
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    line = next((one for one in status.splitlines() if one.startswith("VmData:")), "VmData: 0 kB")
    return 1024 * int(line.split()[1])


class Meter:
    """Looks from outside at what a process takes for one task."""

    def __init__(self, process: int, bounds: Bounds) -> None:
        self._process = process
        self._bounds = bounds
        self._before = self._now()
        self._most = 0

    def overdrawn(self) -> str:
        """Return `TIME` or `MEMORY` where one is spent, else nothing."""
        if not self._before or not (now := self._now()):
            return ""
        seconds, memory = now[0] - self._before[0], now[1] - self._before[1]
        self._most = max(self._most, memory)
        if self._bounds.seconds and seconds > self._bounds.seconds + _SLACK:
            return TIME
        if self._bounds.megabytes and memory > self._bounds.megabytes * _MEGABYTE:
            return MEMORY
        return ""

    def why_it_died(self, status: int | None) -> str:
        """Say what a process with this exit status had spent, empty where it died of other causes.

        Libraries in C end the process themselves where they get no memory.
        """
        if status == -getattr(signal, "SIGXCPU", 0):
            return TIME
        is_full = self._most > _NEAR * self._bounds.megabytes * _MEGABYTE
        return MEMORY if self._bounds.megabytes and is_full and status else ""

    def _now(self) -> tuple[float, int] | None:
        """Return seconds of the processor and bytes of resident memory, or nothing."""
        folder = Path(f"/proc/{self._process}")
        try:
            times = (folder / "stat").read_text().rpartition(")")[2].split()
            pages = (folder / "statm").read_text().split()
            ticks = int(times[11]) + int(times[12])
            return ticks / os.sysconf("SC_CLK_TCK"), int(pages[1]) * os.sysconf("SC_PAGE_SIZE")
        except (OSError, ValueError, IndexError):
            return None
