"""``polyleaf check``: check everything, without printing."""

import argparse
import os
import sys
from collections.abc import Sequence
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


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    options.add_locales(parser)
    parser.add_argument(
        "--format",
        default="text",
        choices=("text", "json", "github", "sarif"),
        help="how findings are written: as text for people, or as one document for a program "
        "(default: text)",
    )
    parser.add_argument(
        "--strict", action="store_true", help="let warnings count as errors do: exit status 1"
    )
    options.add_each(parser)
    options.add_today(parser)


SEVERAL = 10_000
"""From how many texts on the work is worth the start of several processes."""


def run(words: argparse.Namespace) -> int:
    """Print every finding."""
    from pipeline.desk.check import check_texts, unjudged
    from pipeline.desk.records import check_records
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
    with executor_for(sources, due) as executor:
        findings = [*check_texts(sources, due, words.today, executor, sound.append)]
    known.learn(sound)
    findings += held_findings(sources)
    findings += release_findings(sources)
    records = list(check_records(project, words.today))
    silent = list(unjudged(sources, locales))
    if words.format == "text":
        _tell("Articles and catalogs", findings, each=words.verbose)
        asked = words.verbose or not words.locales
        kept = [] if asked else [one for one in records if _is_of_others(one)]
        _tell("Services and clinics", [one for one in records if one not in kept], kept)
        sys.stdout.write(report_not_judged(silent))
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


def _is_of_others(finding: Finding) -> bool:
    """Say whether a finding can wait for whoever answers for the regions and the example."""
    is_theirs = finding.path.startswith("source/regions/") or finding.code == "SRC027"
    return finding.severity is Severity.WARNING and is_theirs and finding.code not in ALWAYS


def _tell(
    heading: str, found: Sequence[Finding], kept: Sequence[Finding] = (), *, each: bool = False
) -> None:
    """Print findings below a heading, and of those kept back how many there are."""
    text = report(found, each=each) or ("" if kept else f"{count([])}\n")
    line = counted(kept, here("polyleaf check --verbose shows them"))
    line = f"{'and ' if text else ''}{line}\n" if line else ""
    sys.stdout.write(coloured(f"{heading}\n{text}{line}", sys.stdout))


def executor_for(sources: "Sources", locales: Sequence[str]) -> "Executor":
    """Return who looks at the locales: this process, or where there is much to do, several."""
    from pipeline.publish.executors.processes import Processes
    from pipeline.publish.executors.serial import Serial
    from pipeline.publish.reach import to_check
    from pipeline.publish.warm import collect_seldom

    texts = sum(1 for article in sources.articles for _ in article.units()) * len(locales)
    workers = min(os.cpu_count() or 1, len(locales))
    return (
        Processes(workers, collect_seldom, reach=to_check)
        if workers > 1 and texts >= SEVERAL
        else Serial()
    )
