"""``polyleaf pdf``: print sheets."""

import argparse
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from pipeline.cli import options
from pipeline.cli.closing import Sheet, closing_line, sheet_of
from pipeline.cli.colour import coloured
from pipeline.cli.here import here
from pipeline.cli.maker import Maker
from pipeline.cli.outcome import COULD_NOT, FOUND, WELL
from pipeline.cli.outcomes import as_line, outcomes_file
from pipeline.cli.report import Warnings, progress
from pipeline.cli.shelf import name_stale, remove_withdrawn, say
from pipeline.typeset.scratch import scratch_folder
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding
from pipeline.values.sheet import HANDOUT

if TYPE_CHECKING:
    from pipeline.project import Project
    from pipeline.project.sources import Sources
    from pipeline.publish.executors import Executor
    from pipeline.publish.executors.bounds import Bounds
    from pipeline.publish.inputs import Hashes
    from pipeline.publish.order import Order
    from pipeline.publish.run import Batch, Outcome, Task
    from pipeline.publish.sheet import Result
    from pipeline.publish.store import Store
    from pipeline.values.sheet import Edition


SUMMARY = "print sheets"
DESCRIPTION = (
    "Check, typeset and verify sheets, and put those that pass into build/. The path of each "
    "is printed. A sheet that is refused takes only its own earlier file away, and only if that is "
    "stale; it stops no other. Withdrawn sheets leave build/."
)


MANY = 8
"""How many sheets are taken to be asked for where no locale is named."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    options.add_locales(parser)
    _add_form(parser)
    _add_way(parser)
    _add_texts(parser)


def _add_form(parser: argparse.ArgumentParser) -> None:
    """Add what says which sheets are wanted, and for whom."""
    parser.add_argument(
        "--region",
        default="",
        metavar="CODE",
        help="where the sheet is handed out, such as US or GB; it decides the crisis numbers and "
        "the paper; intl prints no numbers (default: the clinic's, else the publisher's)",
    )
    parser.add_argument(
        "--clinic", default="", metavar="ID", help="a profile of source/clinics/, without .toml"
    )
    parser.add_argument(
        "--paper",
        default="",
        metavar="PAPER",
        help="letter or a4 (default: the region's; for a notice of many languages, the larger "
        "that it needs); posters also take tabloid and a3",
    )
    parser.add_argument(
        "--edition",
        default=HANDOUT,
        metavar="NAMES",
        help="the printed form: handout (the default), large-print, brochure, bilingual, booklet, "
        "wall-poster, several of them in quotes, or all that make sense; notice is one page that "
        "names all languages, in the article's own unless a locale is named",
    )
    parser.add_argument(
        "--beside",
        default="",
        metavar="LOCALE",
        help="of a bilingual sheet, the locale in the other column (default: the article's own "
        "language)",
    )
    parser.add_argument(
        "--names",
        default="",
        metavar="LOCALES",
        help="of a notice, the only languages that it names (default: every one in which the "
        "sheet is approved)",
    )
    parser.add_argument(
        "--article", default="", metavar="ID", help="only this article (default: all of them)"
    )


def _add_way(parser: argparse.ArgumentParser) -> None:
    """Add what says how, where and how many at a time they are made."""
    parser.add_argument(
        "--force", action="store_true", help="build again what is already built from the same"
    )
    parser.add_argument(
        "--approved",
        action="store_true",
        help="refuse every sheet that may not call itself approved, instead of printing a proof",
    )
    parser.add_argument(
        "--jobs",
        type=_number,
        default=0,
        metavar="N",
        help="how many sheets are made at the same time (default: one for each processor); 1 makes "
        "them one after another",
    )
    options.add_bounds(parser)
    options.add_loudness(parser)
    options.add_today(parser)
    parser.add_argument(
        "--shard",
        type=_share,
        default=(1, 1),
        metavar="K/N",
        help="only the K-th of N equal shares of the sheets, for as many computers: 1/3, 2/3, 3/3",
    )
    parser.add_argument(
        "--store",
        default="",
        metavar="DIR",
        help="a folder in which finished sheets are kept by what they are made from; those that "
        "are there are copied, others are made and put there",
    )
    parser.add_argument(
        "--cluster",
        default="",
        metavar="ADDRESS",
        help="make the sheets on a Dask cluster whose scheduler is at ADDRESS, such as "
        "tcp://10.0.0.1:8786, or on workers of this computer: local; with --store, a folder that "
        "all of them see",
    )
    parser.add_argument(
        "--outcomes",
        default="",
        metavar="FILE",
        help="write what became of each sheet into a file, as lines of JSON",
    )


def _add_texts(parser: argparse.ArgumentParser) -> None:
    """Add what says which texts may be printed, and how the command answers."""
    parser.add_argument(
        "--working",
        action="store_true",
        help="print the working text, though an earlier release of it is approved, into a file "
        "named …-working.pdf",
    )
    parser.add_argument(
        "--json",
        action="store_true",
        help="write one document for a program instead of paths: what became of each sheet",
    )
    parser.add_argument(
        "--proofs",
        action="store_true",
        help="let a notice name languages of which the sheet is only a proof",
    )
    parser.add_argument(
        "--draft",
        action="store_true",
        help="print untranslated passages in English, marked, into a file named …-draft.pdf",
    )


def _number(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"'{text}' is not a number of sheets: write 1, 2 or more")
    return int(text)


def _share(text: str) -> tuple[int, int]:
    number, _, count = text.partition("/")
    if not (number.isdecimal() and count.isdecimal() and 1 <= int(number) <= int(count)):
        raise argparse.ArgumentTypeError(f"'{text}' is not a share: write 1/3, 2/3 or 3/3")
    return int(number), int(count)


def run(words: argparse.Namespace) -> int:
    """Build sheets."""
    if not words.json:
        with outcomes_file(words.outcomes, words.project) as file:
            return _run(words, file)
    if words.outcomes:
        raise PolyleafError("--json and --outcomes say the same: name one of them")
    lines = StringIO()
    with redirect_stdout(StringIO()):
        status = _run(words, lines)
    sys.stdout.write("[" + ",\n ".join(lines.getvalue().splitlines()) + "]\n")
    return status


def _run(words: argparse.Namespace, file: TextIO | None) -> int:
    # The workers end before the folder goes that they write into.
    with scratch_folder() as folder, executor(words) as hands:
        from pipeline.project import Project
        from pipeline.project.sources import only
        from pipeline.publish.run import Batch, read_batch_sources

        # Where sheets were built before, most often nothing or little has changed since. Else
        # workers that are spawned come first, so that they load all while the articles are read.
        is_new = words.force or not any((words.project / "build").glob("*/*.json"))
        if is_new and not (words.cluster or options.can_fork(words)):
            hands.begin()
        sources, hashes = read_batch_sources(Project.at(words.project))
        if words.article:
            known = [*(one.id for one in sources.articles.facts), *sources.broken.values()]
            sources = only(sources, options.known_name(words.article, known))
        locales = options.locales(words.locales, sources, allow_pseudo=True)
        beside = _beside(words, sources, locales)
        warnings = Warnings(words.loudness)
        remove_withdrawn(sources)
        orders = _orders(words, sources, hashes, locales, beside, warnings)
        if not orders:
            print(closing_line([], 0), file=sys.stderr)
            return FOUND
        batch = Batch(
            sources=sources,
            hashes=hashes,
            orders=orders,
            folder=folder,
            store=_store(words, folder),
            bounds=_bounds(words),
            processors=words.jobs or os.cpu_count() or 1,
        )
        with Maker(batch, locales, hands, words.cluster, words.jobs) as maker:
            status = _build(batch, locales, maker, warnings, words, file)
        hashes.digests.keep()
        return status


def _store(words: argparse.Namespace, folder: Path) -> "Store | None":
    """Return the store that is named; workers on this computer can do with one for the time."""
    from pipeline.project.ground import named_place
    from pipeline.publish.store import Store

    if words.store:
        return Store.at(named_place(words.project, Path(words.store)))
    if words.cluster not in ("", "local"):
        raise PolyleafError("--cluster needs --store DIR: a folder that all its workers see")
    return Store.at(folder / "store") if words.cluster else None


def executor(words: argparse.Namespace) -> "Executor":
    """Return who makes the sheets: no more workers than there will be work for."""
    from pipeline.publish.executors.processes import Processes
    from pipeline.publish.reach import to_print
    from pipeline.publish.warm import warm_up

    articles = len(list((words.project / "source").glob("*.md")))
    editions = MANY if "all" in words.edition.split() else max(1, len(words.edition.split()))
    sheets = (len(options.split(words.locales)) or MANY) * articles * editions
    workers = max(1, min(sheets, words.jobs or os.cpu_count() or 1))
    return Processes(
        workers,
        warm_up,
        bounds=_bounds(words),
        reach=to_print,
        forks=options.can_fork(words),
    )


def _bounds(words: argparse.Namespace) -> "Bounds":
    from pipeline.publish.executors.bounds import Bounds

    return Bounds(seconds=words.cpu_seconds, megabytes=words.memory)


def _beside(words: argparse.Namespace, sources: "Sources", locales: Sequence[str]) -> str:
    """Return the locale that is asked for beside others, empty for none."""
    if not words.beside.strip():
        return ""
    beside = options.one_locale(words.beside, sources)
    named = options.split(words.locales)
    if named and beside in locales:
        raise PolyleafError(
            f"{beside} cannot stand beside itself: name another locale, or leave --beside out"
        )
    languages = {one.language for one in sources.articles.facts}
    for name in locales if named else ():
        if languages == {name}:
            raise PolyleafError(
                f"{name} is the article's own language, and stands beside each translation: "
                + _as_typed(words, beside, edition="bilingual", beside="")
            )
    return beside


def _orders(
    words: argparse.Namespace,
    sources: "Sources",
    hashes: "Hashes",
    locales: Sequence[str],
    beside: str,
    warnings: Warnings,
) -> "list[Order]":
    """Return the orders for all editions, none of them where one cannot be filled."""
    from pipeline.compose.sheet import editions
    from pipeline.publish.order import make_order
    from pipeline.publish.refusal import Unfilled, retire_broken, retire_unfilled

    known = editions()
    wanted = _wanted(words.edition, known)
    asked = _asked(words, sources.project)
    is_chosen = bool(words.names.strip())
    named_alone = " ".join(options.locales([words.names], sources)) if is_chosen else ""
    # The original stands beside a translation anyway: it is no other sheet.
    languages = {one.language for one in sources.articles.facts}
    other = "" if languages == {beside} else beside
    orders: list[Order] = []
    unfilled: list[Unfilled] = []
    findings = [*sources.findings]
    for edition in wanted:
        order, found = make_order(
            sources.project,
            edition=edition,
            **asked,
            today=words.today,
            approved=words.approved,
            force=words.force,
            proofs=words.proofs,
            beside=beside,
            names=named_alone,
            now=date.today(),
        )
        findings += found
        if order:
            # A notice names all languages by itself: who names none asks for one page.
            one = known[edition].shows == "languages" and not options.split(words.locales)
            orders.append(replace(order, beside=other, in_article_language=one))
        else:
            unfilled.append(Unfilled(edition=edition, **asked, beside=other))
    warnings.tell(findings)
    say(retire_unfilled(sources, hashes, unfilled, locales))
    say(retire_broken(sources, hashes, orders, locales))
    return [] if unfilled else orders


def _asked(words: argparse.Namespace, project: "Project") -> dict[str, Any]:
    """Return what is asked for by which a sheet is named, whether it can be made or not."""
    from pipeline.values.folding import PAPERS

    return {
        "region": options.region(words.region, project),
        "clinic": options.known_name(words.clinic, project.clinic_names()),
        "paper": options.known_name(words.paper, list(PAPERS)),
        "draft": words.draft,
        "working": words.working,
    }


def _wanted(said: str, known: Mapping[str, "Edition"]) -> list[str]:
    """Return the editions to print, each once; all are those of each language, not the notice."""
    asked = _editions(said, [*known, "all"])
    every = [name for name, one in known.items() if one.shows != "languages"]
    named = [name for name in asked if name != "all"]
    return list(dict.fromkeys([*(every if "all" in asked else []), *named]))


def _editions(said: str, known: Sequence[str]) -> list[str]:
    """Return the editions that are asked for; a name may be of two words: *large print*."""
    from pipeline.records.naming import spelled

    names = [said] if spelled(said, known) else options.split([said]) or [HANDOUT]
    return [options.known_name(name, known) for name in names]


def _build(
    batch: "Batch",
    locales: Sequence[str],
    maker: Maker,
    warnings: Warnings,
    words: argparse.Namespace,
    file: TextIO | None,
) -> int:
    """Have the sheets made, and tell what becomes of each."""
    from pipeline.publish.run import share

    sources, tasks = batch.sources, batch.tasks(locales)
    if not tasks and sources.articles.facts:
        raise PolyleafError(_why_none(batch.orders[0].edition))
    _tell_without_note(batch)
    tasks = [*share(tasks, *words.shard)]
    if not options.split(words.locales) and len(tasks) > 1:
        _tell_how_many(tasks, words)
    refused = [*sources.broken]
    printed: list[Sheet] = []
    regions = _region_names(batch.orders)
    printing: dict[tuple[str, str], list[str]] = {}
    failed = 0
    reasons: set[str] = set()
    status = FOUND if refused else WELL
    outcomes = maker.make(tasks)
    for number, task in enumerate(tasks, 1):
        name = _name(batch, task)
        progress(f"[{number}/{len(tasks)}] {name}")
        outcome = next(outcomes)
        progress("")
        _tell(name, outcome, warnings, reasons)
        if file:
            file.write(as_line(sources.project, outcome, batch.order(task)))
        if outcome.result and outcome.result.is_printed:
            printed.append(_printed(batch, task, outcome.result, regions))
        if not outcome.result:
            status = COULD_NOT
            failed += 1
        elif not outcome.result.is_printed:
            refused.append(name)
            status = max(status, FOUND)
        elif how := outcome.result.printing:
            edition = batch.order(task).edition.name
            printing.setdefault((edition, _how_to_print(how)), []).append(task.locale)
    warnings.tell(_unconfirmed(batch.orders, [task.locale for task in tasks]))
    for (edition, told), names in printing.items():
        print(f"print the {edition} ({' '.join(dict.fromkeys(names))}) {told}", file=sys.stderr)
    sys.stderr.write(warnings.elsewhere())
    for name in refused:
        sys.stderr.write(coloured(f"refused: {name}\n", sys.stderr))
    name_stale(batch, locales, words.loudness)
    for line in (
        warnings.line(here("-v shows them, -q leaves this line out")),
        closing_line(printed, len(refused) + failed),
    ):
        sys.stderr.write(coloured(f"{line}\n" if line else "", sys.stderr))
    return status


def _tell_how_many(tasks: Sequence["Task"], words: argparse.Namespace) -> None:
    """Say, before it takes minutes, that nobody named a language, and how to name one."""
    languages = len({task.locale for task in tasks})
    if languages == 1:
        return
    one = here(_as_typed(words, "es"))
    print(
        f"printing {len(tasks)} sheets in all {languages} languages; for one alone, press Ctrl-C "
        f"and type: {one}",
        file=sys.stderr,
    )


def _as_typed(words: argparse.Namespace, locale: str, **otherwise: str) -> str:
    """Return the command as it was given, but for the locale and for what is to be otherwise."""
    from pipeline.publish.order import command_of

    return command_of(locale, {**vars(words), **otherwise})


def _tell_without_note(batch: "Batch") -> None:
    """Say which articles are left out of an edition that shows a crisis note, as they have none."""
    from pipeline.publish.order import lacks_note

    for order in batch.orders:
        names = [one.id for one in batch.sources.articles.facts if lacks_note(one, order)]
        if names:
            told = f"no {order.edition.name} of {', '.join(names)}: {_shows_note(order.edition)}"
            print(told, file=sys.stderr)


def _shows_note(edition: "Edition") -> str:
    return f"the {edition.name} shows the ::: crisis short that opens an article: write one"


def _why_none(edition: "Edition") -> str:
    if edition.shows == "note":
        return _shows_note(edition)
    return f"there is no {edition.name} edition in the article's own language: name another locale"


def _region_names(orders: Sequence["Order"]) -> dict[str, str]:
    from pipeline.compose.words import region_name

    return {one.region.code: region_name(one.region, "en") for one in orders if one.region}


def _printed(batch: "Batch", task: "Task", result: "Result", regions: Mapping[str, str]) -> Sheet:
    """Return what the last line says of a sheet that lies on the shelf now."""
    order = batch.order(task)
    record = {
        "locale": task.locale,
        "beside": order.beside,
        "edition": order.edition.name,
        "region": order.region.code if order.region else "",
        "clinic": order.clinic.id if order.clinic else "",
        "state": result.state,
    }
    return sheet_of(record, result.path, regions)


def _name(batch: "Batch", task: "Task") -> str:
    order = batch.order(task)
    edition = f", {order.edition.name}" if order.edition.name != HANDOUT else ""
    beside = f" beside {order.beside}" if order.beside else ""
    return f"{task.article} in {task.locale}{beside}{edition}"


def _tell(name: str, outcome: "Outcome", warnings: Warnings, reasons: set[str]) -> None:
    """Print where a sheet lies, or why it does not.

    ``reasons`` are those that were told before; the same is not told at length again.
    """
    result = outcome.result
    if not result:
        why = "for the same reason" if outcome.error in reasons else outcome.error
        reasons.add(outcome.error)
        print(here(f"polyleaf: {name}: {why}"), file=sys.stderr)
        return
    warnings.tell(result.findings)
    say([result.earlier])
    if result.unchanged:
        print(f"unchanged: {name}", file=sys.stderr)
    elif result.copied:
        print(f"from the store: {name}", file=sys.stderr)
    if result.is_printed and result.release:
        print(
            f"{name}: release {result.release}; "
            + here("--working prints the working text beside it"),
            file=sys.stderr,
        )
    if result.is_printed:
        for path in (result.path, *result.beside):
            print(path, flush=True)


def _how_to_print(printing: Mapping[str, str]) -> str:
    """Tell the person at the printer what to do, and why it is not the paper that was asked for."""
    told = printing["how"]
    if printing["paper"] != printing["asked"]:
        told += f" (its text has no room on {printing['asked']} paper)"
    # Folded sheets have a second file, and only one of the two is for the printer.
    return f"{told}; …-pages.pdf is for reading on a screen" if printing["fold"] else told


def _unconfirmed(orders: Sequence["Order"], locales: Sequence[str]) -> Iterable[Finding]:
    """Warn once of each record on the sheets that nobody has confirmed, or not for long."""
    from pipeline.publish.plan import footings_of
    from pipeline.vouch.footings import footing_findings

    if orders[0].approved:
        return []  # there these are errors, told with the sheet that they keep from being printed
    footings = {
        one.name: (region, one)
        for order in orders
        for locale in dict.fromkeys(locales)
        for region, one in footings_of(order, locale)
    }
    return footing_findings(footings.values(), approved=False)
