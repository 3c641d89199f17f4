"""Copies of this process that work meanwhile, on a processor that has nothing else to do.

A copy costs no time to load anything, and stands behind the same walls. Nothing rests on it: where
there can be none, where it dies or says nothing, its work is done here.
"""

import ctypes
import os
import pickle
import select
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

A = TypeVar("A")
R = TypeVar("R")

_DIE_WITH_PARENT = 1
"""``PR_SET_PDEATHSIG`` of Linux, include/uapi/linux/prctl.h."""

PATIENCE = 30.0
"""Seconds for which is waited for a word of the copy, before its work is done here."""

GONE = (OSError, EOFError, pickle.UnpicklingError)
"""What is raised where the other of two processes has ended, or says nothing."""


class Pair:
    """Two processes with a pipe each way, as one of them sees it."""

    def __init__(self, process: int, hears: BinaryIO, says: BinaryIO) -> None:
        self.is_here = not process
        """Whether this process is the copy."""
        self._process, self._hears, self._says = process, hears, says

    def send(self, value: object) -> None:
        """Hand the other something that it is waiting for."""
        left = memoryview(pickle.dumps(value))
        while left:
            if not select.select([], [self._says], [], PATIENCE)[1]:
                raise TimeoutError
            # As much as a pipe takes at once where it takes anything: this process never hangs.
            left = left[os.write(self._says.fileno(), left[: select.PIPE_BUF]) :]

    def receive(self) -> Any:
        """Wait for what the other sends, in the copy for as long as its parent lives."""
        if not self.is_here and not select.select([self._hears], [], [], PATIENCE)[0]:
            raise TimeoutError
        return pickle.load(self._hears)  # noqa: S301 - from a copy of this very process

    def run(self, make: Callable[[], object]) -> None:
        """Make in the copy what is to be made, hand it over, and end without a word."""
        with suppress(BaseException):
            self.send(make())
        os._exit(0)

    def end(self) -> None:
        """End the copy, and close what leads to it."""
        if self._process:
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)
            self._process = 0
        for pipe in (self._hears, self._says):
            with suppress(OSError):
                pipe.close()


@contextmanager
def aside(
    work: Callable[[A], R], *, is_wanted: bool = True
) -> Iterator[Callable[[A], Callable[[], R]]]:
    """Yield what begins some work on the side and returns what waits for its end.

    The copy that does it is made now. It is told once what to work on; where ``is_wanted`` says
    that no processor is idle, or the copy is gone, the work is done here, when its end is waited
    for.
    """
    pair = parted() if is_wanted else None
    if pair and pair.is_here:
        pair.run(lambda: work(pair.receive()))

    def begin(value: A) -> Callable[[], R]:
        if pair:
            with suppress(*GONE):
                pair.send(value)
                return partial(_told, pair, work, value)
        return partial(work, value)

    try:
        yield begin
    finally:
        if pair:
            pair.end()


def _told(pair: Pair, work: Callable[[A], R], value: A) -> R:
    """Return what the copy made of a value, or do its work here where it says nothing."""
    with suppress(*GONE):
        made: R = pair.receive()
        return made
    return work(value)


def parted() -> Pair | None:
    """Make a copy of this process that ends with it; ``None`` where that is not to be done."""
    if not sys.platform.startswith("linux") or not _is_still():
        return None
    own, (here, there), (back, forth) = os.getpid(), os.pipe(), os.pipe()
    try:
        with warnings.catch_warnings():
            # Python 3.12 warns of each fork of a process with threads; see `_is_still`.
            warnings.simplefilter("ignore", DeprecationWarning)
            process = os.fork()
    except OSError:
        for end in (here, there, back, forth):
            os.close(end)
        return None
    if not process:
        # What the copy keeps open of its parent's, nobody would see to be at its end.
        is_bound = not ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)
        if not is_bound or os.getppid() != own:
            os._exit(0)
    hears, says, others = (here, forth, (there, back)) if process else (back, there, (here, forth))
    for end in others:
        os.close(end)
    return Pair(process, os.fdopen(hears, "rb"), os.fdopen(says, "wb"))


def _is_still() -> bool:
    """Say whether this process has no thread that a copy could miss.

    Python's own, of which a worker has one, wait for something; a library's, such as those that
    Pango starts with the first page, may hold a lock.
    """
    return count_threads() == threading.active_count() <= _THREADS


def count_threads() -> int:
    """Return how many threads this process has, those of libraries too; 0 where none can tell."""
    try:
        return len([*Path("/proc/self/task").iterdir()])
    except OSError:
        return 0


_THREADS = 2
"""A worker's main one, and the one that waits for its parent's end."""
