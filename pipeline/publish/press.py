"""Worker processes that typeset and verify, while this one reads and composes.

WeasyPrint takes as long to import as a sheet takes to lay out. A worker starts with that while the
article is still being read, keeps one font configuration for each set of fonts, and verifies what
it has set.
"""

import multiprocessing
import os
import signal
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING

from pipeline.values.errors import PolyleafError

if TYPE_CHECKING:
    from pipeline.typeset.fonts import FontSet
    from pipeline.values.finding import Finding
    from pipeline.verify.sheet import Sheet


RECYCLE = 64
"""After how many sheets the workers are replaced, so that no library's leak can add up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A composed sheet, and what it will be judged against."""

    html: str
    smaller: tuple[str, ...] = ()
    """The same in smaller sizes, for an edition that takes the largest that fits."""
    fonts: "FontSet"
    judged: "Sheet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """A typeset and judged sheet."""

    pdf: bytes
    pages: int
    findings: "tuple[Finding, ...]"
    html: str = ""
    """In the size that was taken."""
    pages_pdf: bytes = b""
    """Of a folded sheet, its pages one by one in reading order; else empty."""


def run(job: Job) -> Finished:
    """Typeset and verify one sheet."""
    from pipeline.typeset.engine import typeset
    from pipeline.verify.sheet import verify

    judged = job.judged
    finished = typeset(job.html, job.fonts, judged.path, job.smaller, judged.layout)
    findings = [*finished.findings]
    if not any(finding.code == "PDF011" for finding in findings):  # there is no sheet to read
        files = filter(None, (finished.pdf, finished.pages_pdf))
        findings += [finding for pdf in files for finding in verify(pdf, judged)]
    return Finished(
        pdf=finished.pdf,
        pages_pdf=finished.pages_pdf,
        html=finished.html,
        pages=finished.pages,
        findings=tuple(dict.fromkeys(findings)),
    )


class Press:
    """A pool of workers; leaving it ends them, whatever they are at.

    An eager pool starts at once, another with the first sheet that is handed in.
    """

    def __init__(self, workers: int, *, eager: bool) -> None:
        self._workers = workers
        self._handed = 0
        self._pool = _pool(workers)
        if eager:
            # The pool forks at the first task; this one is there to make it do so now.
            self._pool.submit(os.getpid)

    def __enter__(self) -> "Press":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)
        for worker in multiprocessing.active_children():
            worker.terminate()
        for worker in multiprocessing.active_children():
            worker.join()

    def submit(self, job: Job) -> "Handed":
        """Hand a sheet in."""
        self._handed += 1
        if self._handed % RECYCLE == 0:
            self._renew(self._workers)
        try:
            return Handed(self, job, self._pool.submit(run, job))
        except BrokenProcessPool:
            self._renew(self._workers)
            return Handed(self, job, self._pool.submit(run, job))

    def alone(self, job: Job) -> Finished:
        """Make one sheet in a worker of its own, after a worker has died with several at hand."""
        self._renew(1)
        try:
            return self._pool.submit(run, job).result()
        except BrokenProcessPool:
            raise PolyleafError(
                "the typesetter died without a word on this sheet, as it does when it sees no font "
                "at all or runs out of memory; polyleaf doctor names missing fonts"
            ) from None

    def _renew(self, workers: int) -> None:
        """Begin a new pool once the old one has finished: a process with threads must not fork."""
        self._pool.shutdown(wait=True)
        self._pool = _pool(workers)


@dataclass(frozen=True, slots=True)
class Handed:
    """A sheet that a worker is at."""

    _press: Press
    _job: Job
    _future: Future[Finished]

    def is_done(self) -> bool:
        """Say whether `wait` will return at once."""
        return self._future.done()

    def wait(self) -> Finished:
        """Wait for the sheet, or raise what kept it from being made."""
        try:
            return self._future.result()
        except BrokenProcessPool:
            return self._press.alone(self._job)


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, multiprocessing.get_context("fork"), initializer=_begin)


def _begin() -> None:
    """Prepare a worker: the parent handles signals, and the libraries are loaded at once."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    # Imported here and not above: the sooner the parent forks, the sooner both are at work.
    from pipeline.typeset import engine
    from pipeline.verify import page

    engine.warm_up()
    page.warm_up()
