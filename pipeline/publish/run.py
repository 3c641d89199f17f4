"""Many sheets: which there are to make, and what becomes of each, in order.

Whoever runs them lists and listens. The work is an executor's, which may do it elsewhere: a task is
small, and what all tasks have in common is sent to each worker once.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.project import Project
from pipeline.project.sources import Sources, read_sources, with_faulty
from pipeline.publish import shelf
from pipeline.publish.executors import Executor, Lost, Settled, Spent
from pipeline.publish.executors.bounds import USUAL, Bounds
from pipeline.publish.inputs import Hashes
from pipeline.publish.large import spent_finding
from pipeline.publish.order import Order, makes_sense
from pipeline.publish.sheet import (
    Prepared,
    Result,
    current_sheet,
    prepare_sheet,
    stored_sheet,
)
from pipeline.publish.store import Store
from pipeline.values.article import Article
from pipeline.values.errors import PolyleafError


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One sheet to make."""

    article: str
    """The article's id."""
    locale: str
    order: int = 0
    """The order's place in its batch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What all sheets of a run have in common, read once."""

    sources: Sources
    hashes: Hashes
    orders: Sequence[Order]
    folder: Path
    """Where each process keeps its configurations of fonts while it runs."""
    store: Store | None = None
    """Where finished sheets are kept for other computers and other days."""
    bounds: Bounds = USUAL
    """What each sheet may take."""
    processors: int = 1
    """How many a sheet may take that is the only one."""

    def article(self, task: Task) -> Article:
        """Return the article of a task."""
        return self.sources.articles.named(task.article)

    def order(self, task: Task) -> Order:
        """Return the order of a task."""
        return self.orders[task.order]

    def current(self, task: Task) -> Result | None:
        """Return the sheet of a task where it is on the shelf already, or in the store."""
        facts, folder = self.sources.articles.fact(task.article), own(self.folder)
        if not facts:
            return None
        given = (self.sources, self.hashes, facts, task.locale, self.order(task), folder)
        found = current_sheet(*given)
        if not self.store:
            return found
        if not found:
            return stored_sheet(*given, store=self.store)
        record = shelf.recorded(found.path, self.hashes.digests)
        if not self.store.has(record["inputs"]):
            self.store.keep(record["inputs"], record, shelf.contents_of(found.path))
        return found

    def tasks(self, locales: Iterable[str]) -> list[Task]:
        """List the sheets of all articles in some locales, after each order that makes sense."""
        return [
            Task(article=article.id, locale=locale, order=number)
            for locale in locales
            for number, order in enumerate(self.orders)
            for article in self.sources.articles.facts
            if makes_sense(article, locale, order)
        ]


def share(tasks: Sequence[Task], number: int, count: int) -> Sequence[Task]:
    """Return one of several shares of the tasks that are as good as equal; the first is 1.

    A share is a stretch, so that it has few locales, and so that what became of all tasks is what
    became of each share, one after the other.
    """
    return tasks[len(tasks) * (number - 1) // count : len(tasks) * number // count]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a task."""

    task: Task
    result: Result | None = None
    error: str = ""
    """Why there is no result: what kept the sheet from being made at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """What an executor is handed: a task, and its sheet where that is composed already."""

    task: Task
    sheet: Prepared | None = None
    at_once: bool = False
    """Whether it may be set in two airs at the same time."""


DIED = (
    "the typesetter died without a word on this sheet, as it does when it sees no font at all or "
    "runs out of memory; polyleaf doctor names missing fonts"
)


def read_batch_sources(project: Project) -> tuple[Sources, Hashes]:
    """Read a project's sources, and before that hash them.

    Whoever changes a file between the two makes a sheet be built once too often, never too seldom.
    """
    hashes = Hashes.of(project)
    return with_faulty(read_sources(project, hashes.digests)), hashes


def run(batch: Batch, tasks: Sequence[Task], executor: Executor) -> Iterator[Outcome]:
    """Make sheets, and yield what became of each, in the order of the tasks.

    Nothing of a sheet stays in memory: what is finished lies in ``build/``.
    """
    for outcome in executor.run(_make, batch, _due(batch, tasks, executor)):
        match outcome:
            case Lost():
                yield failed(batch, outcome.task.task, DIED)
            case Spent():
                yield _too_large(batch, outcome.task.task, outcome.what)
            case _:
                yield outcome


def _due(
    batch: Batch, tasks: Sequence[Task], executor: Executor
) -> Iterator[_Step | Settled[Outcome]]:
    """Yield the tasks, those settled whose sheet is there already.

    The first that is due is composed here: meanwhile the workers load the typesetter.
    """
    is_first, at_once = True, batch.processors > len(tasks) == 1
    for task in tasks:
        try:
            current = batch.current(task)
        except PolyleafError as error:
            yield Settled(failed(batch, task, str(error)))
            continue
        if current:
            yield Settled(Outcome(task=task, result=current))
        elif is_first:
            is_first = False
            executor.begin()
            made = compose(batch, task)
            if isinstance(made, Outcome):
                yield Settled(made)
            else:
                yield _Step(task=task, sheet=made, at_once=at_once)
        else:
            yield _Step(task=task)


def _make(batch: Batch, step: _Step) -> Outcome:
    """Make a sheet from where it stands; this is what a worker does."""
    from pipeline.publish.printing import print_sheet

    batch.sources.own_languages.enforce()
    sheet = step.sheet or compose(batch, step.task)
    if isinstance(sheet, Outcome):
        return sheet
    try:
        result = print_sheet(
            batch.sources.project, batch.hashes, sheet, batch.store, at_once=step.at_once
        )
    except PolyleafError as error:
        return failed(batch, step.task, str(error))
    return Outcome(task=step.task, result=result)


def compose(batch: Batch, task: Task) -> Prepared | Outcome:
    """Compose a sheet; where it is refused or cannot be made, that is its outcome already."""
    try:
        sheet = prepare_sheet(*_of(batch, task))
    except PolyleafError as error:
        return failed(batch, task, str(error))
    return sheet if isinstance(sheet, Prepared) else Outcome(task=task, result=sheet)


def _of(batch: Batch, task: Task) -> tuple[Sources, Hashes, Article, str, Order, Path]:
    return (
        batch.sources,
        batch.hashes,
        batch.article(task),
        task.locale,
        batch.order(task),
        own(batch.folder),
    )


def own(folder: Path) -> Path:
    """Return a folder that no other process writes into."""
    own = folder / str(os.getpid())
    own.mkdir(exist_ok=True)
    return own


def _too_large(batch: Batch, task: Task, what: str) -> Outcome:
    """Refuse a sheet that would have taken too much, and name what is large about it.

    Its earlier sheet stays, as where one could not be made: with other bounds it might be.
    """
    article, order = batch.article(task), batch.order(task)
    found = spent_finding(batch.sources, article, task.locale, order, what, batch.bounds)
    path = shelf.sheet_path(batch.sources.project, task.article, task.locale, order)
    return Outcome(task=task, result=Result(path=path, pages=0, findings=[found]))


def failed(batch: Batch, task: Task, error: str) -> Outcome:
    """Leave what lies in ``build/`` of a sheet that could not be made, and say so if it is stale.

    A full disk or a typesetter that died says nothing against it.
    """
    project = batch.sources.project
    path = shelf.sheet_path(project, task.article, task.locale, batch.order(task))
    record = shelf.recorded(path)
    changed = shelf.changed_since(record, batch.hashes)
    if record and changed:
        why = shelf.why_stale(record, changed)
        error += f"; {project.name(path)} is an earlier sheet: {why}"
    return Outcome(task=task, error=error)
