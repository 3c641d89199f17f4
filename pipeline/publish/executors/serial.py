"""Tasks one after another in this very process: nothing to start, nothing to watch, no bounds."""

from collections.abc import Callable, Iterable, Iterator

from pipeline.publish.executors import C, Executor, Lost, R, Settled, Spent, T


class Serial(Executor):
    """Does each task when its outcome is asked for; one that kills its process kills this one."""

    def begin(self) -> None:
        """Do nothing: all is here."""

    def end(self) -> None:
        """Do nothing: no task is ever under way elsewhere."""

    def run(
        self, work: Callable[[C, T], R], common: C, tasks: Iterable[T | Settled[R]], /
    ) -> Iterator[R | Lost[T] | Spent[T]]:
        """Call ``work(common, task)`` for each task, and yield what it returns."""
        for task in tasks:
            yield task.outcome if isinstance(task, Settled) else work(common, task)
