"""``polyleaf inspect``: say what a finished PDF is."""

import argparse
import sys
from pathlib import Path

from pipeline.cli import options
from pipeline.cli.report import report
from pipeline.values.errors import PolyleafError

SUMMARY = "say what a finished PDF is"
DESCRIPTION = (
    "Say which version a PDF is, whether it is current, altered or withdrawn, and verify what "
    "it prints against the records. Exit status 0 only where it may be handed out."
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.pdf")
    options.add_today(parser)


def run(words: argparse.Namespace) -> int:
    """Print what a finished PDF is."""
    from pipeline.desk.inspect import inspect as inspect_file
    from pipeline.project import Project
    from pipeline.project.sources import read_sources

    sources = read_sources(Project.at(words.project))
    status = 0
    for file in words.files:
        try:
            found = inspect_file(sources, _bytes(file), str(file), words.today)
        except PolyleafError as error:
            print(f"polyleaf: {file}: {error}", file=sys.stderr)
            status = 2
            continue
        print(file)
        width = max(len(word) for word, _ in found.rows)
        for word, text in found.rows:
            print(f"    {word.ljust(width)}  {text}")
        sys.stdout.write(report(found.findings))
        status = status if found.is_good else max(status, 1)
    return status


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise PolyleafError(f"cannot be read: {error.strerror}") from None
