"""Sheets made by a Dask cluster: many computers that see one store.

Nothing large goes through the scheduler. The project lies in the store as a snapshot, what was
asked for beside it; a task names both by their hashes, and a stretch of the list of sheets. Sheets
come back through the store, and findings as lines of JSON.
"""

import json
import logging
import multiprocessing
import shutil
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from pipeline.project.sources import only
from pipeline.publish import shelf
from pipeline.publish.executors import Executor
from pipeline.publish.executors.bounds import Bounds
from pipeline.publish.executors.processes import Processes
from pipeline.publish.inputs import fonts_of, libraries_of
from pipeline.publish.order import make_again, words_of
from pipeline.publish.reach import to_print
from pipeline.publish.run import (
    DIED,
    Batch,
    Outcome,
    Task,
    compose,
    failed,
    own,
    read_batch_sources,
    run,
)
from pipeline.publish.sheet import Prepared, Result, stored_sheet
from pipeline.publish.snapshot import snapshot, unpack
from pipeline.publish.store import Store
from pipeline.publish.warm import warm_up
from pipeline.typeset.scratch import scratch_folder
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding, Severity

MOST = 100
"""So many sheets are in a batch at the most: a minute or two of a worker's time."""

WINDOW = 2
"""So many batches are under way for each worker, so that none waits for the next."""

PATIENCE = 60
"""Seconds for which is waited for a first worker."""

GLANCE = 0.2
"""Seconds after which is looked again whether a worker is there."""

POLL = 5
"""Seconds after which is looked whether the workers that have batches are still there."""

TRIES = 3
"""So often a sheet is made before it is lost, alone after the first time."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some sheets that follow each other in the list of a run, and how often they were tried."""

    first: int
    end: int
    tries: int = 0

    @property
    def is_suspect(self) -> bool:
        """Whether it is one sheet on which a worker died."""
        return self.end - self.first == 1 and self.tries > 0

    def parts(self) -> "list[Stretch]":
        """Return what is to be tried after a worker died on it: a batch in two, a sheet again."""
        if self.end - self.first == 1:
            again = Stretch(self.first, self.end, self.tries + 1)
            return [again] if again.tries < TRIES else []
        middle = (self.first + self.end) // 2
        return [Stretch(self.first, middle), Stretch(middle, self.end)]


@contextmanager
def connect(address: str, jobs: int) -> Iterator[Any]:
    """Give a client of a cluster; ``local`` starts one on this computer, and ends it."""
    try:
        from distributed import Client
    except ImportError:
        raise PolyleafError(
            "--cluster needs Dask: install it with pip install 'polyleaf[cluster]'"
        ) from None
    with ExitStack() as started:
        try:
            scheduler = (
                started.enter_context(local_cluster(jobs)) if address == "local" else address
            )
            client = started.enter_context(Client(scheduler, timeout=20))
        except (OSError, ValueError) as error:
            raise PolyleafError(f"no cluster answers at {address}: {error}") from None
        yield client


@contextmanager
def local_cluster(jobs: int, preload: Sequence[str] = ()) -> Iterator[Any]:
    """Start a scheduler and workers on this computer; 0 means one for each processor.

    ``preload`` names modules that each worker loads first.
    """
    import dask
    from distributed import LocalCluster

    settings = {
        # A batch on which a worker died is ours to divide.
        "distributed.scheduler.allowed-failures": 0,
        # A worker that died is started again, however busy the computer is.
        "distributed.deploy.lost-worker-timeout": "1 hour",
    }
    with (
        dask.config.set(settings),
        LocalCluster(
            n_workers=jobs or None,
            threads_per_worker=1,
            dashboard_address=None,
            silence_logs=logging.CRITICAL,
            preload=[*preload],
        ) as cluster,
    ):
        yield cluster


def run_on_cluster(
    batch: Batch,
    tasks: Sequence[Task],
    locales: Sequence[str],
    client: Any,
    tell: Callable[[str], object],
) -> Iterator[Outcome]:
    """Make sheets on a cluster, and yield what became of each, in the order of the tasks.

    ``batch`` has a store that all workers see. ``locales`` are those whose tasks are in the list.
    Workers that take no part are named to ``tell``.
    """
    if not batch.store:
        raise PolyleafError("--cluster needs --store DIR, a folder that all its workers see")
    listed = batch.tasks(locales)
    numbers = {task: number for number, task in enumerate(listed)}
    outcomes: dict[int, Outcome] = {}
    due: list[int] = []
    for task in tasks:
        try:
            current = batch.current(task)
        except PolyleafError as error:
            outcomes[numbers[task]] = failed(batch, task, str(error))
            continue
        if current:
            outcomes[numbers[task]] = Outcome(task=task, result=current)
        else:
            due.append(numbers[task])
    done: Iterator[dict[int, Outcome]] = iter(())
    if due:
        names = [*locales, *(one.beside for one in batch.orders if one.beside)]
        crew = _Crew(client, surroundings_of(batch, names), names, tell)
        done = _made(batch, listed, due, crew, _run_of(batch, locales, batch.store))
    for task in tasks:
        number = numbers[task]
        while number not in outcomes:
            outcomes.update(next(done))
        yield outcomes.pop(number)


def _made(
    batch: Batch, listed: Sequence[Task], due: Sequence[int], crew: "_Crew", run_: str
) -> Iterator[dict[int, Outcome]]:
    """Have sheets made on the cluster; yield what became of those of each batch that comes back."""
    from distributed import KilledWorker

    waiting = deque(_stretches(due, listed))
    store = str(batch.store.folder.absolute()) if batch.store else ""
    suspects: deque[Stretch] = deque()
    while waiting or suspects or crew.under_way:
        while waiting and len(crew.under_way) < WINDOW * len(crew.members()):
            crew.hand_out(waiting.popleft(), store, run_)
        if suspects and not crew.under_way:
            # Alone: where a worker dies, all that was handed to it counts as having killed it.
            crew.hand_out(suspects.popleft(), store, run_)
        for future, stretch in crew.heard():
            if future is None:
                waiting.appendleft(stretch)
                continue
            try:
                lines = future.result()
            except KilledWorker:
                if stretch.is_suspect and stretch.tries + 1 >= TRIES:
                    yield {stretch.first: failed(batch, listed[stretch.first], DIED)}
                for part in stretch.parts():
                    (suspects if part.is_suspect else waiting).append(part)
                continue
            finally:
                future.release()
            found, lost = _read(batch, listed, stretch, lines)
            waiting.extendleft(lost)
            yield found


def _read(
    batch: Batch, listed: Sequence[Task], stretch: Stretch, lines: Iterable[str]
) -> tuple[dict[int, Outcome], list[Stretch]]:
    """Return what became of a stretch, and what the store has lost of it."""
    found: dict[int, Outcome] = {}
    lost: list[Stretch] = []
    for number, line in zip(range(stretch.first, stretch.end), lines, strict=True):
        task, said = listed[number], json.loads(line)
        if said["error"]:
            found[number] = failed(batch, task, said["error"])
        elif said["became"] == "refused":
            found[number] = _refused(batch, task, [_finding(row) for row in said["findings"]])
        elif result := _fetched(batch, task, said):
            found[number] = Outcome(task=task, result=result)
        elif stretch.tries + 1 < TRIES:
            lost.append(Stretch(number, number + 1, stretch.tries + 1))
        else:
            found[number] = failed(batch, task, "the store does not keep it: run again")
    return found, lost


def _fetched(batch: Batch, task: Task, said: dict[str, Any]) -> Result | None:
    """Copy a sheet that a worker has made from the store onto the shelf."""
    facts = batch.sources.articles.fact(task.article)
    order = replace(batch.order(task), force=False)
    if not facts or not batch.store:
        return None
    given = (batch.sources, batch.hashes, facts, task.locale, order, own(batch.folder))
    result = stored_sheet(*given, store=batch.store)
    if not result:
        return None
    findings = [_finding(row) for row in said["findings"]]
    return replace(result, copied=False, pages=said["pages"] or 1, findings=findings)


def _refused(batch: Batch, task: Task, findings: Sequence[Finding]) -> Outcome:
    """Take away the earlier sheet of an order that is refused, if it is stale.

    Of one that would have taken too much it stays: with other bounds it might be made.
    """
    if any(one.code == "PDF024" for one in findings):
        path = shelf.sheet_path(batch.sources.project, task.article, task.locale, batch.order(task))
        return Outcome(task=task, result=Result(path=path, pages=0, findings=findings))
    made = compose(batch, task)
    if not isinstance(made, Prepared):
        return made
    earlier = shelf.retire(batch.sources.project, made.path, batch.hashes)
    result = Result(path=made.path, pages=0, findings=findings, earlier=earlier)
    return Outcome(task=task, result=result)


def _finding(row: dict[str, Any]) -> Finding:
    return Finding(**{**row, "severity": Severity(row["severity"])})


def _stretches(due: Sequence[int], listed: Sequence[Task]) -> Iterator[Stretch]:
    """Divide what is due into stretches of one locale, none longer than a batch."""
    first = None
    for place, number in enumerate(due):
        first = number if first is None else first
        following = due[place + 1] if place + 1 < len(due) else -1
        is_same = following == number + 1 and listed[following].locale == listed[number].locale
        if not is_same or number + 1 - first >= MOST:
            yield Stretch(first, number + 1)
            first = None


class _Crew:
    """The workers that have the libraries, fonts and program of this run; others are named."""

    def __init__(
        self,
        client: Any,
        mine: Mapping[str, str],
        locales: Sequence[str],
        tell: Callable[[str], object],
    ) -> None:
        self._client, self._mine, self._locales, self._tell = client, mine, list(locales), tell
        self._judged: dict[str, str] = {}
        self.under_way: dict[Any, tuple[Stretch, list[str]]] = {}
        """The batches that were handed out, and to whom each may go."""

    def members(self) -> list[str]:
        """Return the addresses of those that are there now and may take part.

        A worker that was started again has another address, and is looked at anew.
        """
        until = time.monotonic() + PATIENCE
        # One that died a moment ago is gone, and one that comes in its stead is not there yet.
        while not (there := [*self._client.scheduler_info(n_workers=-1)["workers"]]):
            if time.monotonic() > until:
                raise PolyleafError(f"no worker of the cluster is there after {PATIENCE} s")
            time.sleep(GLANCE)
        new = [one for one in there if one not in self._judged]
        answers = self._client.run(surroundings, self._locales, workers=new) if new else {}
        for address, theirs in answers.items():
            differs = self._judged[address] = _differences(self._mine, theirs)
            if differs:
                self._tell(f"worker {address} takes no part: {differs}")
        good = [one for one in there if self._judged.get(one) == ""]
        if not good:
            named = "; ".join(f"{one}: {self._judged.get(one)}" for one in there)
            raise PolyleafError(f"no worker has what this run is made with: {named}")
        return good

    def hand_out(self, stretch: Stretch, store: str, run_: str) -> None:
        """Have a batch made by any of the members."""
        members = self.members()
        future = self._client.submit(
            make_stretch, store, run_, stretch.first, stretch.end, pure=False, workers=members
        )
        self.under_way[future] = stretch, members

    def heard(self) -> Iterator[tuple[Any, Stretch]]:
        """Yield the batches that are done; without its future one that nobody is left to make."""
        from distributed import wait

        try:
            done = wait([*self.under_way], timeout=POLL, return_when="FIRST_COMPLETED").done
        except TimeoutError:
            done = set()
        for future in done:
            yield future, self.under_way.pop(future)[0]
        there = {*self.members()} if not done and self.under_way else set()
        for future, (stretch, members) in [*self.under_way.items()]:
            if there and there.isdisjoint(members):
                future.cancel()
                del self.under_way[future]
                yield None, stretch


def surroundings_of(batch: Batch, locales: Sequence[str]) -> dict[str, str]:
    """Return what shapes a sheet beside its sources: program, libraries, fonts, by name."""
    return {**libraries_of(), **fonts_of(locales, own(batch.folder))}


def surroundings(locales: Sequence[str]) -> dict[str, str]:
    """Return the same of the computer on which this is called: a worker's."""
    with scratch_folder() as folder:
        try:
            return {**libraries_of(), **fonts_of(locales, folder)}
        except PolyleafError as error:
            return {**libraries_of(), "error": str(error)}


def _differences(mine: Mapping[str, str], theirs: Mapping[str, str]) -> str:
    if "error" in theirs:
        return theirs["error"]
    names = [name for name in {**mine, **theirs} if mine.get(name) != theirs.get(name)]
    told = [
        f"{name} is {theirs.get(name, 'not there')}, here {mine.get(name, 'not there')}"
        for name in names[:3]
    ]
    return ", ".join(told) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def _run_of(batch: Batch, locales: Sequence[str], store: Store) -> str:
    """Put into the store what a run is of, and return its hash."""
    said = {
        "snapshot": snapshot(batch.sources.project, batch.hashes.digests, store),
        "only": _only(batch),
        "locales": list(locales),
        "orders": [words_of(order) for order in batch.orders],
        "bounds": asdict(batch.bounds),
    }
    return store.put(json.dumps(said, sort_keys=True).encode())


def _only(batch: Batch) -> str:
    """Return the one article that was asked for, empty where it was all of them."""
    facts, names = batch.sources.articles.facts, batch.sources.names
    return facts[0].id if len(facts) == 1 and len(names) > 1 else ""


@dataclass(slots=True)
class _Kept:
    """What a worker keeps between the batches of a run: the project, and all that was read."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    run: str = ""
    folder: Path = Path()
    batch: Batch | None = None
    tasks: list[Task] = field(default_factory=list)
    hands: Executor | None = None
    """The process that makes the sheets, within their bounds and walls."""


_KEPT = _Kept()


def make_stretch(store: str, run_: str, first: int, end: int) -> list[str]:
    """Make some sheets of a run: what a worker does; return a line of JSON for each.

    The typesetter is not made for threads: one batch at a time is made in a process.
    """
    with _KEPT.lock:
        if _KEPT.run != run_:
            _settle(Store.at(Path(store)), run_)
        batch, hands = _KEPT.batch, _KEPT.hands
        assert batch and hands  # noqa: S101, PT018 - they have just been settled
        lines = [_line(one) for one in run(batch, _KEPT.tasks[first:end], hands)]
        # The folder itself stays: it is what the process that makes sheets may write into.
        build = batch.sources.project.build
        for one in build.iterdir() if build.is_dir() else ():
            shutil.rmtree(one, ignore_errors=True)
        return lines


def _settle(store: Store, run_: str) -> None:
    """Read the project of a run, in the place of that of an earlier one."""
    from distributed import get_worker

    if _KEPT.hands:
        _KEPT.hands.end()
    if _KEPT.run:
        shutil.rmtree(_KEPT.folder, ignore_errors=True)
    content = store.get(run_)
    if content is None:
        raise PolyleafError(f"the store {store.folder} does not hold this run: do all see it?")
    said = json.loads(content)
    # In the worker's own folder, which goes with it, however it ends.
    folder = Path(tempfile.mkdtemp(prefix="polyleaf-", dir=get_worker().local_directory))
    project = unpack(store, said["snapshot"], folder / "project")
    sources, hashes = read_batch_sources(project)
    sources = only(sources, said["only"]) if said["only"] else sources
    orders = []
    for words in said["orders"]:
        order, findings = make_again(project, words)
        if not order:
            raise PolyleafError(f"the order cannot be filled: {findings[0].message}")
        orders.append(order)
    (folder / "fonts").mkdir()
    bounds = Bounds(**said["bounds"])
    batch = Batch(
        sources=sources,
        hashes=hashes,
        orders=orders,
        folder=folder / "fonts",
        store=store,
        bounds=bounds,
    )
    # Dask's workers may not have children of their own, which they would leave; ours end with them.
    multiprocessing.current_process().daemon = False
    _KEPT.hands = Processes(1, warm_up, bounds=bounds, reach=to_print)
    _KEPT.run, _KEPT.folder, _KEPT.batch = run_, folder, batch
    _KEPT.tasks = batch.tasks(said["locales"])


def _line(outcome: Outcome) -> str:
    result = outcome.result
    return json.dumps(
        {
            "became": result.became if result else "failed",
            "pages": result.pages if result else 0,
            "error": outcome.error,
            "findings": [asdict(one) for one in result.findings] if result else [],
        }
    )
