"""Drills for an executor, run as a program of its own: ``python -m tests.publish.executors.drill``.

It needs nothing but the standard library, so that any Python can be drilled.
"""

import itertools
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from pipeline.publish.executors import Lost, Settled, Spent
from pipeline.publish.executors.bounds import Bounds
from pipeline.publish.executors.processes import Processes

LONG = 100_000
"""Characters: more than the 64 KiB that a pipe takes before its reader must read."""


def work(folder: str, task: str) -> str:
    """Do as the task says, and say which process did it."""
    what, _, text = task.partition(" ")
    (Path(folder) / f"worker-{os.getpid()}").touch()
    if what in GREEDY:
        GREEDY[what]()
    match what:
        case "long":
            return text[::-1]
        case "note":
            time.sleep(0.01)
            (Path(folder) / f"done-{text}").touch()
        case "sleep":
            time.sleep(float(text))
        case "die":
            os.kill(os.getpid(), signal.SIGKILL)
        case "die-once":
            if not (Path(folder) / "died").exists():
                (Path(folder) / "died").touch()
                os.kill(os.getpid(), signal.SIGKILL)
        case "fail":
            raise KeyError(text)
        case "proud":
            raise ProudError(1, 2)
    return f"{task} by {os.getpid()}"


GREEDY: dict[str, Callable[[], object]] = {
    # All in C, which keeps the interpreter to itself.
    "hold": lambda: sum(itertools.repeat(1)),
    "grow": lambda: [bytearray(4_000_000) for _ in itertools.count()],
    "leap": lambda: bytearray(1 << 40),
}
"""What takes all of the processor or of memory."""


def raised_by(outcomes: Iterator[object]) -> Exception:
    try:
        next(outcomes)
    except Exception as error:  # noqa: BLE001 - whichever comes is looked at
        return error
    raise AssertionError("nothing was raised")


class ProudError(Exception):
    """An exception that pickle can write and cannot read."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__(f"{one} {two}")


def stillborn() -> None:
    """Die before the first task."""
    os._exit(7)


def in_order(folder: str) -> None:
    """More is under way than any pipe holds, both ways, and all comes back in order."""
    tasks = [f"long {number:03}{'x' * LONG}" for number in range(40)]
    with Processes(2) as executor:
        seen = [*executor.run(work, folder, tasks)]
    assert seen == [task.partition(" ")[2][::-1] for task in tasks]


def in_flight(folder: str) -> None:
    """No more tasks are drawn and not yet done than there are workers, and one."""
    most = 0

    def tasks() -> Iterator[str | Settled[str]]:
        nonlocal most
        for number in range(1, 21):
            most = max(most, number - len(list(Path(folder).glob("done-*"))))
            yield f"note {number}"

    with Processes(2) as executor:
        assert len([*executor.run(work, folder, tasks())]) == 20
    assert 2 <= most <= 3, most


def settled(folder: str) -> None:
    """What is settled needs no worker, and keeps its place."""
    with Processes(2) as executor:
        tasks = [Settled("a"), Settled("b")]
        assert [*executor.run(work, folder, tasks)] == ["a", "b"]
        assert not list(Path(folder).iterdir())
        mixed: list[str | Settled[str]] = ["long ab", Settled("c"), "long de", Settled("f")]
        assert [*executor.run(work, folder, mixed)] == ["ba", "c", "ed", "f"]


def worker_dies(folder: str) -> None:
    """A sheet whose worker died is tried once more; if that dies too, it alone is lost."""
    tasks = ["long ab", "die", "long cd", "die-once", "long ef", "sleep 0"]
    with Processes(2) as executor:
        seen = [*executor.run(work, folder, tasks)]
    assert [seen[0], seen[2], seen[4]] == ["ba", "dc", "fe"]
    assert seen[1] == Lost("die")
    assert str(seen[3]).startswith("die-once by ")


def spends(folder: str) -> None:
    """A task that takes too much is told apart, tried once, and takes nothing from the others."""
    tasks = ["long ab", "hold", "long cd", "grow", "leap", "long ef"]
    with Processes(2, bounds=Bounds(seconds=1, megabytes=100)) as executor:
        seen = [*executor.run(work, folder, tasks)]
    assert [seen[0], seen[2], seen[5]] == ["ba", "dc", "fe"]
    assert seen[1] == Spent("hold", "processor time")
    assert seen[3:5] == [Spent("grow", "memory"), Spent("leap", "memory")]


def raises(folder: str) -> None:
    """What a task raises is raised here when it is its turn, with its way there."""
    for task, kind in (("fail ab", "KeyError"), ("proud", "UnforeseenError")):
        with Processes(2) as executor:
            outcomes = executor.run(work, folder, ["long ab", task, "sleep 9"])
            assert next(outcomes) == "ba"
            error = raised_by(outcomes)
            assert type(error).__name__ == kind, error
            assert "in work" in "".join(error.__notes__)


def replaced(folder: str) -> None:
    """A worker is replaced after some tasks."""
    with Processes(1, recycle=3) as executor:
        seen = [str(one) for one in executor.run(work, folder, ["sleep 0"] * 7)]
    assert [seen.count(one) for one in dict.fromkeys(seen)] == [3, 3, 1]


_LOADED: list[str] = []
"""What a process has loaded by now."""


def loaded(folder: str | Callable[[], str], task: str) -> str:
    """Say what this process has loaded without having been asked to."""
    folder = folder if isinstance(folder, str) else folder()
    return " ".join([*_LOADED, work(folder, task).partition(" by ")[0]])


def copied(folder: str) -> None:
    """A worker may be a copy of its parent, with what that has loaded, and what cannot be sent.

    A parent with threads has none such.
    """
    _LOADED.append("tables")
    with Processes(1, forks=True, recycle=2) as executor:
        seen = [*executor.run(loaded, lambda: folder, ["sleep 0"] * 3)]
        assert seen == ["tables sleep 0"] * 3
        assert [*executor.run(loaded, folder, ["sleep 0"])] == ["tables sleep 0"]
    done = threading.Event()
    threading.Thread(target=done.wait).start()
    with Processes(1, forks=True) as executor:
        assert [*executor.run(loaded, folder, ["sleep 0"])] == ["sleep 0"]
    done.set()


def never_begins(folder: str) -> None:
    """Workers that die before they begin end in an error, not in a row without end."""
    with Processes(2, stillborn) as executor:
        error = raised_by(executor.run(work, folder, ["sleep 0"]))
        assert "exit status 7" in str(error)


def endless(folder: str) -> None:
    """Work until somebody ends it."""
    signal.signal(signal.SIGINT, _stop)
    try:
        with Processes(2) as executor:
            tasks = (f"sleep {30 + number}" + " " * LONG for number in range(1000))
            for _ in executor.run(work, folder, tasks):
                pass
    except KeyboardInterrupt:
        raise SystemExit(130) from None


def _stop(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


DRILLS = (
    in_order,
    in_flight,
    settled,
    worker_dies,
    spends,
    raises,
    replaced,
    copied,
    never_begins,
    endless,
)

if __name__ == "__main__":
    name, folder = sys.argv[1:]
    next(drill for drill in DRILLS if drill.__name__ == name)(folder)
