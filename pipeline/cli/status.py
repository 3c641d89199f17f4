"""``polyleaf status``: say how far each locale is."""

import argparse
import sys

from pipeline.cli import options
from pipeline.cli.report import complain
from pipeline.cli.shelf import held_findings
from pipeline.values.finding import has_errors

SUMMARY = "say how far each locale is"
DESCRIPTION = (
    "Print for each article and locale how many words are translated, fuzzy and missing, "
    "whether citations and crisis notes are complete, and what blocks printing."
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    options.add_locales(parser)
    options.add_today(parser)


def run(words: argparse.Namespace) -> int:
    """Print how far each locale is."""
    from pipeline.desk.status import progress, table
    from pipeline.project import Project
    from pipeline.project.sources import read_sources

    sources = read_sources(Project.at(words.project))
    rows = list(progress(sources, options.locales(words.locales, sources), words.today))
    sys.stdout.write(table(rows))
    findings = [*sources.findings, *(found for row in rows for found in row.findings)]
    findings += held_findings(sources)
    complain(findings)
    return 1 if has_errors(findings) else 0
