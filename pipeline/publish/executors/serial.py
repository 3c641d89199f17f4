"""Tasks one after another in this very process: nothing to start, nothing to watch."""

from collections.abc import Callable, Iterable, Iterator
from types import TracebackType

from pipeline.publish.executors import C, Lost, R, Settled, T


class Serial:
    """Does each task when its outcome is asked for; one that kills its process kills this one."""

    def __enter__(self) -> "Serial":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        pass

    def begin(self) -> None:
        """Do nothing: all is here."""

    def run(
        self, work: Callable[[C, T], R], common: C, tasks: Iterable[T | Settled[R]], /
    ) -> Iterator[R | Lost[T]]:
        """Call ``work(common, task)`` for each task, and yield what it returns."""
        for task in tasks:
            yield task.outcome if isinstance(task, Settled) else work(common, task)
