"""Who does the work of many sheets: one process, or several; later perhaps several computers.

An executor knows nothing of sheets. It is handed a function, what all tasks have in common, and the
tasks, and yields what the function returned for each, in the order of the tasks.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, Self, TypeVar

C = TypeVar("C")
T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Settled(Generic[R]):
    """Stands among the tasks for one whose outcome is known already."""

    outcome: R


@dataclass(frozen=True, slots=True)
class Lost(Generic[T]):
    """Stands among the outcomes for a task at which two workers died, one after the other."""

    task: T


@dataclass(frozen=True, slots=True)
class Spent(Generic[T]):
    """Stands among the outcomes for a task that would have taken more than its bounds."""

    task: T
    what: str
    """What it took too much of: processor time or memory."""


class Executor(Protocol):
    """Does tasks; leaving its context ends whatever it has started."""

    def __enter__(self) -> Self:
        """Return the executor."""
        return self

    def __exit__(self, *_: object) -> None:
        """End every task that is under way."""
        self.end()

    def begin(self) -> None:
        """Say that there will be work, so that whoever does it can prepare; once is enough."""

    def end(self) -> None:
        """End every task that is under way, and whatever has been started."""

    def run(
        self, work: Callable[[C, T], R], common: C, tasks: Iterable[T | Settled[R]], /
    ) -> Iterator[R | Lost[T] | Spent[T]]:
        """Call ``work(common, task)`` for each task, and yield what it returns, in their order.

        ``tasks`` is drawn from as the work goes on. What ``work`` raises is raised when it is the
        task's turn.
        """
