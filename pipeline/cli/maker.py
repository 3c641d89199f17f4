"""Who makes the sheets of a run: this computer's processes, or a cluster."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.publish.executors import Executor
    from pipeline.publish.run import Batch, Outcome, Task


class Maker:
    """Makes sheets and says what became of each; leaving its context ends what it has started."""

    def __init__(
        self,
        batch: "Batch",
        locales: Sequence[str],
        executor: "Executor",
        cluster: str,
        jobs: int,
    ) -> None:
        """Take ``cluster`` as an address, ``local``, or empty for this computer's processes."""
        self._batch, self._locales, self._executor = batch, locales, executor
        self._cluster, self._jobs = cluster, jobs
        self._started = ExitStack()

    def __enter__(self) -> "Maker":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._started.close()

    def make(self, tasks: Sequence["Task"]) -> Iterator["Outcome"]:
        """Yield what becomes of each sheet, in the order of the tasks."""
        if not self._cluster:
            from pipeline.publish.run import run

            yield from run(self._batch, tasks, self._executor)
            return
        from pipeline.publish.cluster import connect, run_on_cluster

        client = self._started.enter_context(connect(self._cluster, self._jobs))
        yield from run_on_cluster(
            self._batch, tasks, self._locales, client, lambda said: print(said, file=sys.stderr)
        )
