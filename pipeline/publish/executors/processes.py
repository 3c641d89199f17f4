"""Tasks in worker processes, each with a pipe of its own, and no thread on this side.

Nothing can wait for ever. A worker is sent something only after all that it said was read, so it
sits in ``recv`` and takes it, or it is dead and the pipe breaks. This side waits for all pipes at
once, and the pipe of a worker that died is at its end. Why no pool of the library does:
``docs/decisions``, "Whole sheets in spawned workers".
"""

import multiprocessing
import os
import pickle
import signal
import threading
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import resource_tracker, util
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import FrameType
from typing import Any

from pipeline.publish.executors import C, Executor, Lost, R, Settled, Spent, T
from pipeline.publish.executors.bounds import (
    GLANCE,
    MEMORY,
    NONE,
    Bounds,
    Meter,
    is_memory_ours,
    limited,
)
from pipeline.publish.executors.fence import Reach, close_files, close_network
from pipeline.typeset.copies import count_threads
from pipeline.values.errors import PolyleafError

RECYCLE = 64
"""After how many tasks a worker is replaced, so that no library's leak can add up."""

PATIENCE = 1.0
"""Seconds that a worker has to tidy up when it is told to end."""

STILLBORN = 3
"""So many workers that die one after another before their first task are no accident."""

_STOPPING = (signal.SIGINT, signal.SIGTERM)


class UnforeseenError(Exception):
    """What a worker raised, in words, where it cannot itself be sent from process to process."""


class Processes(Executor):
    """Lets a number of workers do tasks, each its next one when it is done with the last.

    ``warm`` is called in each worker before its first task, to load what tasks will need. It and
    all that is run must be importable by name: workers are spawned. Each task is held to
    ``bounds``, and reaches no other files than ``reach`` says of what all tasks have in common; it
    is asked once, in the worker, of the first. Nothing here reaches the network.

    ``forks`` says that the workers are to be copies of this process, with what it has loaded and
    what all tasks have in common, unless it has threads. They had better begin with the tasks.
    """

    def __init__(
        self,
        workers: int,
        warm: Callable[[], object] = os.getpid,
        *,
        recycle: int = RECYCLE,
        bounds: Bounds = NONE,
        reach: Callable[[Any], Reach] | None = None,
        forks: bool = False,
    ) -> None:
        self._forks = forks
        self._bounds = bounds
        self._reach = reach
        self._wanted = workers
        self._warm = warm
        self._recycle = recycle
        self._workers: list[_Worker] = []
        self._basis: _Basis | None = None
        self._stillborn = 0

    def begin(self) -> None:
        """Start the workers, so that they load their libraries while the tasks are listed."""
        while len(self._workers) < self._wanted:
            method = "fork" if self._forks and is_alone() else "spawn"
            if method == "spawn":
                # On its first call the tracker lets through the signals that are to be held back.
                resource_tracker.ensure_running()
            basis = self._basis if method == "fork" else None
            with _undisturbed():
                self._workers.append(_Worker(method, self._warm, self._bounds, self._reach, basis))

    def end(self) -> None:
        """End the workers, those at a task first, so that they can tidy up."""
        with _undisturbed():
            for worker in self._busy():
                worker.process.terminate()
            until = time.monotonic() + PATIENCE
            for worker in self._busy():
                worker.process.join(max(0.0, until - time.monotonic()))
            for worker in self._workers:
                worker.end()
            self._workers.clear()

    def run(
        self, work: Callable[[C, T], R], common: C, tasks: Iterable[T | Settled[R]], /
    ) -> Iterator[R | Lost[T] | Spent[T]]:
        """Call ``work(common, task)`` in workers, and yield what it returns, in order.

        At most one task more than there are workers is drawn and not yet done.
        """
        self._basis = _Basis(work, common)
        numbered = enumerate(tasks)
        drawn: tuple[int, Any] | None = None
        again: list[tuple[int, Any]] = []
        done: dict[int, Any] = {}
        turn = 0
        is_exhausted = False
        while True:
            while turn in done:
                outcome = done.pop(turn)
                if isinstance(outcome, _Raised):
                    raise outcome.error
                yield outcome
                turn += 1
            if drawn is None and not is_exhausted:
                following = next(numbered, None)
                is_exhausted = following is None
                if following and isinstance(following[1], Settled):
                    done[following[0]] = following[1].outcome
                    continue
                drawn = following
            if again:
                self._alone(again, work, common)
            elif drawn and self._hand_out(drawn, work, common):
                drawn = None
                continue
            if is_exhausted and not (drawn or again or self._busy()):
                break
            self._listen(done, again)

    def _busy(self) -> "list[_Worker]":
        return [worker for worker in self._workers if worker.task]

    def _alone(self, again: list[tuple[int, Any]], work: Callable[[C, T], R], common: C) -> None:
        """Give a task whose worker died to another once nothing else is under way.

        A worker most often dies because memory ran out.
        """
        if not self._busy() and self._hand_out(again[0], work, common, is_last_try=True):
            del again[0]

    def _hand_out(
        self,
        numbered: tuple[int, Any],
        work: Callable[[C, T], R],
        common: C,
        *,
        is_last_try: bool = False,
    ) -> bool:
        """Give a task to a worker that waits for one, and say whether there was any."""
        self.begin()
        for worker in self._workers:
            if worker.is_ready and not worker.task:
                if worker.give(numbered, work, common, is_last_try=is_last_try):
                    return True
                self._replace(worker)
                return False
        return False

    def _listen(self, done: dict[int, Any], again: list[tuple[int, Any]]) -> None:
        """Wait until a worker says something, or dies, and note what has become of its task."""
        heard = wait([worker.pipe for worker in self._workers], GLANCE if self._busy() else None)
        for worker in self._busy():
            if worker.pipe not in heard and (spent := worker.overdrawn()):
                worker.spent = spent
                worker.process.kill()
        for worker in [worker for worker in self._workers if worker.pipe in heard]:
            try:
                message = worker.pipe.recv()
            except (EOFError, OSError):
                self._bury(worker, done, again)
                continue
            if not worker.is_ready:
                worker.is_ready = True
                self._stillborn = 0
                continue
            number, task = worker.task or (-1, None)
            done[number] = Spent(task, MEMORY) if isinstance(message, _OutOfMemory) else message
            worker.task = None
            worker.count += 1
            if worker.count >= self._recycle:
                self._replace(worker)

    def _bury(self, worker: "_Worker", done: dict[int, Any], again: list[tuple[int, Any]]) -> None:
        """Replace a worker that died, and see to it that its task is tried once more, but once."""
        task = worker.task
        worker.process.join(PATIENCE)
        if task and (spent := worker.why_it_died()):
            done[task[0]] = Spent(task[1], spent)
        elif task and worker.is_last_try:
            done[task[0]] = Lost(task[1])
        elif task:
            again.append(task)
        elif not worker.is_ready:
            self._stillborn += 1
            if self._stillborn >= STILLBORN:
                raise PolyleafError(
                    "worker processes stop before their first sheet (exit status "
                    f"{worker.process.exitcode}): see whether memory or processes are limited"
                )
        self._replace(worker)

    def _replace(self, worker: "_Worker") -> None:
        worker.end()
        self._workers.remove(worker)
        self.begin()


def is_alone() -> bool:
    """Say whether this process has one thread, so that a copy of it lacks nothing."""
    return count_threads() == 1


class _Worker:
    """A worker process, as this side sees it."""

    def __init__(
        self,
        method: str,
        warm: Callable[[], object],
        bounds: Bounds,
        reach: Callable[[Any], Reach] | None,
        basis: "_Basis | None",
    ) -> None:
        context: Any = multiprocessing.get_context(method)
        self.pipe, theirs = context.Pipe()
        # No copy of this process is to hold this side's end of any pipe.
        util.register_after_fork(self.pipe, Connection.close)
        self.is_ready = False
        """Whether it has loaded its libraries."""
        self.task: tuple[int, Any] | None = None
        """What it is at, with its number."""
        self.is_last_try = False
        self.count = 0
        """How many tasks it has done."""
        self.spent = ""
        """What its task has taken too much of."""
        self._bounds = bounds
        self._meter: Meter | None = None
        self._knows = basis
        self.process: BaseProcess = context.Process(
            target=_serve,
            args=(theirs, warm, bounds, reach, basis),
            daemon=True,
            name="polyleaf-worker",
        )
        with _unheard():
            self.process.start()
        # While this side held it open too, the pipe would never be at its end.
        theirs.close()

    def give(
        self,
        numbered: tuple[int, Any],
        work: Callable[..., Any],
        common: object,
        *,
        is_last_try: bool,
    ) -> bool:
        """Send a task, and what it rests on when the worker has not got that; False if it died."""
        try:
            known = self._knows
            if not (known and known.work is work and known.common is common):
                self._knows = _Basis(work, common)
                self.pipe.send(self._knows)
            self.pipe.send(numbered[1])
        except OSError:
            return False
        self.task, self.is_last_try = numbered, is_last_try
        self._meter = Meter(self.process.pid or 0, self._bounds)
        return True

    def overdrawn(self) -> str:
        """Return what its task has taken too much of, empty where it has not."""
        return self._meter.overdrawn() if self._meter else ""

    def why_it_died(self) -> str:
        """Return what its task had taken too much of, empty where it died of something else."""
        told = self._meter.why_it_died(self.process.exitcode) if self._meter else ""
        return self.spent or told

    def end(self) -> None:
        """Make sure that the process is gone: one that is at no task has nothing to tidy up."""
        self.pipe.close()
        self.process.kill()
        self.process.join()


@dataclass(frozen=True, slots=True)
class _Basis:
    """What is to be called for each task that follows, and what they have in common."""

    work: Callable[[Any, Any], Any]
    common: Any


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold back the signals that stop a command; a process that is started here begins like that.

    Else one might fall between its start and our knowing of it, or into its own first steps.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _STOPPING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _unheard() -> Iterator[None]:
    """Let a process that is started here have nobody to write to.

    What its tasks raise is sent; what is left is what libraries and the interpreter write while
    they die, where one line says it.
    """
    try:
        before = os.dup(2)
    except OSError:  # nobody listens anyway
        yield
        return
    nobody = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nobody, 2)
    os.close(nobody)
    try:
        yield
    finally:
        os.dup2(before, 2)
        os.close(before)


class _Raised:
    """Carries what a task raised, with the words in which the worker would have told it."""

    def __init__(self, error: BaseException) -> None:
        told = "".join(traceback.format_exception(error))
        try:
            pickle.loads(pickle.dumps(error))  # noqa: S301 - what was written a moment ago
        except Exception:  # noqa: BLE001 - whatever keeps an exception from being sent
            error = UnforeseenError(f"{type(error).__name__}: {error}")
        error.__traceback__ = None
        error.add_note(f"in a worker:\n{told}")
        self.error = error


@dataclass(frozen=True, slots=True)
class _OutOfMemory:
    """Tells that a task asked for more memory than its bounds."""


def _serve(
    pipe: Connection,
    warm: Callable[[], object],
    bounds: Bounds,
    reach: Callable[[Any], Reach] | None,
    known: _Basis | None,
) -> None:
    """Do the tasks that come through a pipe, until it ends: the life of a worker."""
    _heed_signals()
    close_network()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        warm()
        pipe.send(None)
        basis: _Basis = known or pipe.recv()
        refusal = _confine(reach, basis.common)
        # Threads that were there before would still reach all files.
        threading.Thread(target=_end_with_parent, daemon=True).start()
        while True:
            message = pipe.recv()
            if isinstance(message, _Basis):
                basis = message
            else:
                pipe.send_bytes(refusal or _outcome(basis, message, bounds))


def _confine(reach: Callable[[Any], Reach] | None, common: Any) -> bytes:
    """Keep this process from all files but those of its work.

    Return what answers each task instead where they are refused, empty where they are not.
    """
    try:
        if reach:
            close_files(reach(common))
    except PolyleafError as error:
        return pickle.dumps(_Raised(error))
    return b""


def _outcome(basis: _Basis, task: Any, bounds: Bounds) -> bytes:
    """Return what became of a task in the form in which it is sent."""
    try:
        with limited(bounds):
            return pickle.dumps(basis.work(basis.common, task))
    except MemoryError as error:
        # Where it is the computer's memory that ran out, that is no fault of the task.
        is_ours = bool(bounds.megabytes) and is_memory_ours()
        return pickle.dumps(_OutOfMemory() if is_ours else _Raised(error))
    except Exception as error:  # noqa: BLE001 - it is raised again on the other side
        return pickle.dumps(_Raised(error))


def _heed_signals() -> None:
    """Leave Ctrl-C to the parent, and end in good order when it says so."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _end_in_order)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPPING)


def _end_in_order(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def _end_with_parent() -> None:
    """End when the parent is gone, however it went, and whatever is being done here."""
    parent = multiprocessing.parent_process()
    if parent:
        wait([parent.sentinel])
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(PATIENCE)
        os._exit(128 + signal.SIGTERM)
