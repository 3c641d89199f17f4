"""``polyleaf locale``: start a language."""

import argparse
import sys
from collections.abc import Iterable
from datetime import UTC, datetime

from pipeline.cli import options
from pipeline.cli.report import complain
from pipeline.values.finding import has_errors

SUMMARY = "start a language"
DESCRIPTION = (
    "Make the folder and the catalogs of a locale, and say what is still missing before it can "
    "be printed. A locale with a parent, such as es_MX with es, takes its texts over."
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("locale", metavar="LOCALE", help="a locale such as fr, pt_BR or zh_Hans")
    options.add_today(parser)


def run(words: argparse.Namespace) -> int:
    """Start a language."""
    from pipeline.desk.messages import update_catalogs
    from pipeline.desk.status import progress, table
    from pipeline.project import Project
    from pipeline.project.sources import read_sources
    from pipeline.records.glossary import terms_of
    from pipeline.records.language import what_checks_lack
    from pipeline.records.typography import what_printing_lacks

    project = Project.at(words.project)
    project.start_locale(words.locale)
    sources = read_sources(project)
    changed, findings = update_catalogs(sources, [words.locale], datetime.now(UTC))
    for path in changed:
        print(path)
    sys.stdout.write(table(list(progress(sources, [words.locale], words.today))))
    needed = map(": ".join, what_printing_lacks(words.locale))
    _say("It cannot be printed before this is there:", needed)
    unseen = what_checks_lack(words.locale, terms_of(sources.terms, words.locale))
    _say("The checks would find more with:", unseen)
    complain([*sources.findings, *findings])
    return 1 if has_errors([*sources.findings, *findings]) else 0


def _say(head: str, lines: Iterable[str]) -> None:
    """Print lines below their head, and nothing where there are none."""
    for number, line in enumerate(lines):
        sys.stdout.write(f"\n{head}\n" * (number == 0) + f"    {line}\n")
