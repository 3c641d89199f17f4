"""``polyleaf inspect``: say what a finished PDF is."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli import options
from pipeline.cli.report import report
from pipeline.values.errors import PolyleafError

if TYPE_CHECKING:
    from pipeline.desk.inspect import Inspection

SUMMARY = "say what a finished PDF is"
DESCRIPTION = (
    "Say which version a PDF is, whether it is current, altered or withdrawn, and verify what "
    "it prints against the records. Exit status 0 only where it may be handed out."
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.pdf")
    parser.add_argument("--json", action="store_true", help="write one document for a program")
    options.add_today(parser)


def run(words: argparse.Namespace) -> int:
    """Print what a finished PDF is."""
    from pipeline.desk.inspect import inspect as inspect_file
    from pipeline.project import Project
    from pipeline.project.sources import read_sources

    sources = read_sources(Project.at(words.project))
    status = 0
    document = []
    for file in words.files:
        try:
            found = inspect_file(sources, _bytes(file), str(file), words.today)
        except PolyleafError as error:
            print(f"polyleaf: {file}: {error}", file=sys.stderr)
            status = 2
            continue
        status = status if found.is_good else max(status, 1)
        if words.json:
            document.append(_as_json(file, found))
            continue
        print(file)
        width = max(len(word) for word, _ in found.rows)
        for word, text in found.rows:
            print(f"    {word.ljust(width)}  {text}")
        sys.stdout.write(report(found.findings))
    if words.json:
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    return status


def _as_json(file: Path, found: "Inspection") -> dict[str, object]:
    return {
        "file": str(file),
        "may_be_handed_out": found.is_good,
        "reasons": list(found.reasons),
        "rows": [{"word": word, "text": text} for word, text in found.rows],
        "findings": [f"{one.code}: {one.message}" for one in found.findings],
    }


def _bytes(file: Path) -> bytes:
    if file.exists() and not file.is_file():
        # A pipe that nobody writes into would keep us waiting.
        raise PolyleafError("cannot be read: it is no file")
    try:
        return file.read_bytes()
    except OSError as error:
        raise PolyleafError(f"cannot be read: {error.strerror}") from None
