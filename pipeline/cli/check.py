"""``polyleaf check``: check everything, without printing."""

import argparse
import os
import sys
from collections.abc import Collection, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from pipeline.cli import options
from pipeline.cli.colour import coloured
from pipeline.cli.here import here
from pipeline.cli.report import ALWAYS, count, counted, report, report_not_judged
from pipeline.cli.shelf import held_findings
from pipeline.values.finding import Finding, Severity, has_errors

if TYPE_CHECKING:
    from pipeline.project.sources import Sources
    from pipeline.publish.executors import Executor

SUMMARY = "check everything, without printing"
DESCRIPTION = (
    "Check articles, catalogs, regions and clinics, and print every finding with its file and line."
)


FORMATS = ("text", "json", "github", "sarif")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    options.add_locales(parser)
    parser.add_argument(
        "--format",
        default="text",
        type=options.one_of(FORMATS),
        choices=FORMATS,
        help="how findings are written: as text for people, or as one document for a program "
        "(default: text)",
    )
    parser.add_argument(
        "--strict", action="store_true", help="let warnings count as errors do: exit status 1"
    )
    options.add_each(parser)
    options.add_today(parser)


SEVERAL, SEVERAL_COPIES = 10_000, 1_000
"""From how many texts on the work is worth the start of several processes, and of copies of this
one, which have loaded all."""


def run(words: argparse.Namespace) -> int:
    """Print every finding."""
    from pipeline.desk.check import check_texts, unjudged
    from pipeline.desk.records import check_records, used_regions
    from pipeline.project import Project
    from pipeline.project.sources import read_sources
    from pipeline.project.spotless import Spotless
    from pipeline.publish.chosen import release_findings
    from pipeline.publish.inputs import Hashes

    project = Project.at(words.project)
    known = Spotless(project, Hashes.of(project).digests, words.today)
    sources = read_sources(project)
    locales = options.locales(words.locales, sources)
    due = [one for one in locales if not known.knows(one)]
    sound: list[str] = []
    with executor_for(sources, due, forks=options.can_fork(words)) as executor:
        findings = [*check_texts(sources, due, words.today, executor, sound.append)]
    known.learn(sound)
    findings += held_findings(sources)
    findings += release_findings(sources)
    used = {*used_regions(project)}
    records = list(check_records(project, words.today, used))
    silent = list(unjudged(sources, locales))
    if words.format == "text":
        is_whole = words.verbose or bool(words.locales)
        kept = [] if is_whole else [one for one in findings if one.is_ignored]
        _tell("Articles and catalogs", findings, kept, each=words.verbose)
        own = () if words.locales else used
        kept = [] if words.verbose else [one for one in records if _is_of_others(one, own)]
        _tell("Services and clinics", records, kept)
        how = "" if is_whole else here("polyleaf check --verbose says what each lacks")
        sys.stdout.write(report_not_judged(silent, how))
        print(f"In all: {count(list(dict.fromkeys([*findings, *records])))}")
    else:
        from pipeline.cli import formats

        write = {
            "json": formats.as_json,
            "github": formats.as_github,
            "sarif": formats.as_sarif,
        }[words.format]
        sys.stdout.write(write([*findings, *records], silent))
    told = [one for one in (*findings, *records) if not (one.is_ignored or one.is_on_trial)]
    failed = has_errors(told) or (words.strict and bool(told))
    return 1 if failed else 0


def _is_of_others(finding: Finding, used: Collection[str]) -> bool:
    """Say whether a finding can wait for whoever answers for regions, and for the example.

    Of the regions that are ``used`` it cannot, nor of the example where there are any.
    """
    file = PurePath(finding.path)
    is_of_region = file.parent.name == "regions" and file.stem not in used
    is_theirs = is_of_region or (finding.code == "SRC027" and not used)
    return finding.severity is Severity.WARNING and is_theirs and finding.code not in ALWAYS


def _tell(
    heading: str, found: Sequence[Finding], kept: Sequence[Finding] = (), *, each: bool = False
) -> None:
    """Print findings below a heading, and of those that are kept back how many there are."""
    held = dict.fromkeys(kept)
    told = [one for one in found if one not in held]
    is_silent = any(not one.is_ignored for one in held)
    text = report(told, each=each) or ("" if is_silent else f"{count([])}\n")
    line = counted(held, here("polyleaf check --verbose shows them"))
    line = f"{'and ' if text else ''}{line}\n" if line else ""
    sys.stdout.write(coloured(f"{heading}\n{text}{line}", sys.stdout))


def executor_for(sources: "Sources", locales: Sequence[str], *, forks: bool = False) -> "Executor":
    """Return who looks at the locales: this process, or where there is much to do, several."""
    from pipeline.publish.executors.processes import Processes
    from pipeline.publish.executors.serial import Serial
    from pipeline.publish.reach import to_check
    from pipeline.publish.warm import collect_seldom

    texts = sum(1 for article in sources.articles for _ in article.units()) * len(locales)
    workers = min(os.cpu_count() or 1, len(locales))
    return (
        Processes(workers, collect_seldom, reach=to_check, forks=forks)
        if workers > 1 and texts >= (SEVERAL_COPIES if forks else SEVERAL)
        else Serial()
    )
