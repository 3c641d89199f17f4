"""What commands say of sheets that lie in ``build/`` and are not what they would be today."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.here import here
from pipeline.values.finding import Finding

if TYPE_CHECKING:
    from pipeline.project.sources import Sources
    from pipeline.publish.run import Batch


def say(sentences: Iterable[str]) -> None:
    """Write sentences beside the results, each once; empty ones are not said."""
    for sentence in dict.fromkeys(sentences):
        if sentence:
            print(here(sentence), file=sys.stderr)


def remove_withdrawn(sources: "Sources") -> None:
    """Remove the sheets of ``build/`` that are withdrawn, and say so."""
    from pipeline.publish import shelf
    from pipeline.publish.inventory import State, withdrawn_or_gone
    from pipeline.publish.strays import strays

    if not sources.withdrawn:
        return
    seen: set[Path] = set()
    for one in withdrawn_or_gone(sources, seen):
        if one.state is State.WITHDRAWN:
            shelf.remove(sources.project, one.sheet.path)
            say([f"removed {sources.project.name(one.sheet.path)}: {one.why}"])
    say(
        f"stays: {one.path}: {one.message}; {one.fix}"
        for one in strays(sources, seen)
        if one.is_error
    )


def held_findings(sources: "Sources") -> list[Finding]:
    """Return what is to be said of sheets that are withdrawn, or that nobody can ask for."""
    from pipeline.publish.inventory import finding_of, withdrawn_or_gone
    from pipeline.publish.strays import strays

    seen: set[Path] = set()
    held = [finding_of(sources.project, one) for one in withdrawn_or_gone(sources, seen)]
    return [*held, *strays(sources, seen)]


def name_stale(batch: "Batch", locales: Sequence[str], loudness: int = 0) -> None:
    """Name the sheets that went stale beside those that a run was asked for.

    Several are one line with their count, unless all is to be said (1).

    They are those of the same articles in the same locales, for other regions and clinics, in other
    editions; and all whose region, clinic, article or locale is gone.
    """
    from pipeline.publish import shelf
    from pipeline.publish.inventory import State, sheets_in, standings

    project, order = batch.sources.project, batch.orders[0]
    asked = {
        shelf.sheet_path(project, task.article, task.locale, batch.order(task))
        for task in batch.tasks(locales)
    }
    sources = batch.sources
    mine = {one.id for one in sources.articles.facts} | {*sources.broken.values()}
    others = {*sources.names} - mine
    held = sheets_in(project, leave_out=asked)
    beside = [one for one in held if one.word("article") not in others]
    told = [
        one
        for one in standings(
            sources, batch.hashes, beside, order.now or order.today, batch.folder, locales
        )
        if one.state is not State.CURRENT
    ]
    if len(told) > 1 and loudness < 1:
        what = " and ".join(
            f"{sum(one.state is state for one in told)} {state}"
            for state in State
            if any(one.state is state for one in told)
        )
        first = project.name(told[0].sheet.path)
        say(
            [
                f"{len(told)} other sheets in build/ are not what they would be now ({what}), "
                f"such as {first}; -v names each, and what renews it"
            ]
        )
    for one in told if len(told) == 1 or loudness > 0 else ():
        again = f"; to renew it: {one.sheet.command}" if one.state is State.STALE else ""
        say([f"{one.state}: {project.name(one.sheet.path)}: {one.why}{again}"])
    if told:
        say(["to remove what is stale or gone: polyleaf clean --stale"])
