"""``polyleaf messages``: bring the catalogs up to date with the articles."""

import argparse
import sys
from datetime import UTC, datetime

from pipeline.cli import options
from pipeline.cli.report import complain, nothing_to_translate
from pipeline.values.finding import has_errors

SUMMARY = "bring catalogs up to date"
DESCRIPTION = (
    "Write the template catalogs from the articles and bring every locale's catalogs up to "
    "date. What translators wrote is kept; the files that changed are printed, and of each text "
    "that changed, what kind of change it is."
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    options.add_locales(parser)


def run(words: argparse.Namespace) -> int:
    """Update catalogs."""
    from pipeline.desk.messages import told, update_catalogs
    from pipeline.project import Project
    from pipeline.project.sources import read_sources

    sources = read_sources(Project.at(words.project))
    if nothing_to_translate(sources):
        return 1
    locales = options.locales(words.locales, sources)
    update = update_catalogs(sources, locales, datetime.now(UTC))
    for path in update.files:
        print(path)
    for line in told(update.changes):
        print(line, file=sys.stderr)
    findings = [*sources.findings, *update.findings]
    complain(findings)
    return 1 if has_errors(findings) else 0
