"""Two airs of a sheet at the same time: the second in a copy of this process.

Hardly a sheet is left in the first air that it is set in, and the second takes as long. Where a
processor has nothing else to do, a copy of this process sets the second meanwhile, and says what it
wastes. If that is the better one, the copy goes on to the finished PDF, as its pages are there.
"""

import ctypes
import os
import pickle
import select
import signal
import struct
import sys
import threading
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Generic, Protocol, TypeVar

R = TypeVar("R")

_DIE_WITH_PARENT = 1
"""``PR_SET_PDEATHSIG`` of Linux, include/uapi/linux/prctl.h."""

PATIENCE = 30.0
"""Seconds for which is waited for a word of the copy, before its work is done here."""

_WASTED = struct.Struct("dd")
_GO_ON = b"+"


class SetThereError(Exception):
    """Ends the work on a sheet here, as the copy has the better pages."""


class Copy(Protocol):
    """The other of the two processes, as each sees it."""

    is_here: bool
    """Whether this process is the copy."""

    def tell(self, wasted: float, counted: float) -> None:
        """Say in the copy what its air wastes and its pages count; wait until they are wanted."""

    def wasted(self) -> tuple[float, float] | None:
        """Return what the copy told once its air is set; ``None`` where the copy is gone."""

    def end(self) -> None:
        """End the copy, whose pages nobody wants."""


class _Pair(Generic[R]):
    """Two processes with a pipe each way."""

    def __init__(self, process: int, hears: BinaryIO, says: BinaryIO) -> None:
        self.is_here = not process
        self._process, self._hears, self._says = process, hears, says

    def tell(self, wasted: float, counted: float) -> None:
        self._says.write(_WASTED.pack(wasted, counted))
        self._says.flush()
        if self._hears.read(1) != _GO_ON:
            os._exit(0)

    def wasted(self) -> tuple[float, float] | None:
        with suppress(OSError, struct.error):
            self._wait()
            wasted, counted = _WASTED.unpack(self._hears.read(_WASTED.size))
            return wasted, counted
        return None

    def finished(self) -> R | None:
        """Let the copy go on, and return what it makes; ``None`` where it dies of that."""
        with suppress(OSError, EOFError, pickle.UnpicklingError):
            self._says.write(_GO_ON)
            self._says.flush()
            self._wait()
            made: R = pickle.load(self._hears)  # noqa: S301 - from a copy of this very process
            return made
        return None

    def _wait(self) -> None:
        """Wait for a word of the copy, or its end, but not for ever."""
        if not select.select([self._hears], [], [], PATIENCE)[0]:
            raise TimeoutError

    def end(self) -> None:
        if self._process:
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)
            self._process = 0
        for pipe in (self._hears, self._says):
            with suppress(OSError):
                pipe.close()

    def run(self, make: Callable[[Copy | None], R]) -> None:
        """Make in the copy what is to be made, hand it over, and end without a word."""
        with suppress(BaseException):
            pickle.dump(make(self), self._says)
            self._says.flush()
        os._exit(0)


def abreast(make: Callable[[Copy | None], R]) -> R:
    """Return what ``make`` returns, called here and in a copy of this process at the same time.

    Each is handed the other. Where there can be no copy, or it dies, it is called here alone, with
    ``None``: what it makes is the same.
    """
    pair: _Pair[R] | None = _parted()
    if not pair:
        return make(None)
    if pair.is_here:
        pair.run(make)
    try:
        return make(pair)
    except SetThereError:
        made = pair.finished()
        return make(None) if made is None else made
    finally:
        pair.end()


def _parted() -> "_Pair[R] | None":
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
    return _Pair(process, os.fdopen(hears, "rb"), os.fdopen(says, "wb"))


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
