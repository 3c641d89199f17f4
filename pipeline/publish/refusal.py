"""Orders that are refused before there is a sheet to compose: what becomes of earlier sheets.

Only the sheet of the very order goes, and only if something that it rests on has changed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from pipeline.project import Project
from pipeline.project.sources import Sources
from pipeline.publish import shelf
from pipeline.publish.inputs import Hashes
from pipeline.publish.inventory import sheets_in
from pipeline.publish.order import Order, asked_region


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfilled:
    """The words of an order that cannot be filled, because a record is at fault."""

    region: str
    clinic: str
    edition: str
    paper: str
    draft: bool
    working: bool = False
    beside: str = ""


def retire_broken(
    sources: Sources, hashes: Hashes, orders: Sequence[Order], locales: Sequence[str]
) -> Iterator[str]:
    """Take away what is stale of articles that cannot be printed; yield what became of each."""
    for article in sources.broken.values():
        for locale in locales:
            for order in orders:
                path = shelf.sheet_path(sources.project, article, locale, order)
                yield shelf.retire(sources.project, path, hashes)


def retire_unfilled(
    sources: Sources, hashes: Hashes, orders: Sequence[Unfilled], locales: Sequence[str]
) -> Iterator[str]:
    """Take away what is stale of orders that cannot be filled; yield what became of each."""
    project = sources.project
    articles = [*(one.id for one in sources.articles.facts), *sources.broken.values()]
    for unfilled in orders:
        region = asked_region(project, unfilled.region, unfilled.clinic)
        for article, locale in product(articles, locales):
            paths = _paths(project, unfilled, region, article, locale)
            if len(paths) == 1:
                yield shelf.retire(project, paths[0], hashes)
                continue
            for path in paths:
                yield f"stays: {project.name(path)}; whether it is current cannot be told"


def _paths(project: Project, order: Unfilled, region: str, article: str, locale: str) -> list[Path]:
    """Return the place of an order's sheet; where its region cannot be told, all that it may be."""
    if region:
        name = shelf.sheet_name(
            article,
            order.edition,
            locale,
            region,
            order.paper,
            order.clinic,
            beside=order.beside,
            draft=order.draft,
            working=order.working,
        )
        return [project.build / locale / name]
    return [
        held.path
        for held in sheets_in(project)
        if (held.word("article"), held.word("locale")) == (article, locale)
        and (held.word("edition"), held.word("clinic")) == (order.edition, order.clinic)
        and (held.paper, held.is_draft) == (order.paper, order.draft)
        and (held.is_working, held.beside) == (order.working, order.beside)
    ]
