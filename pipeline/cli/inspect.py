"""``polyleaf inspect``: say whether a finished PDF may be handed out, and to whom."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli import newest, options
from pipeline.cli.here import here
from pipeline.cli.outcome import COULD_NOT, FOUND, WELL
from pipeline.cli.report import report

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipeline.desk.inspect import Inspection
    from pipeline.publish.executors import Executor

SUMMARY = "say whether a finished PDF may be handed out, and to whom"
DESCRIPTION = (
    "Say which version a PDF is, whether it is current, altered or withdrawn, and verify what "
    "it prints against the records. An approved sheet may be handed out to patients, a proof only "
    "to reviewers. Exit status 0 where it may be handed out; with --approved, to patients."
)

LARGEST = 50_000_000
"""Bytes of a file that is looked at; a sheet has a hundredth of it."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument(
        "sheets",
        nargs="+",
        metavar="LOCALE|FILE.pdf",
        help="files, or locales such as es: the newest sheet of each",
    )
    newest.add_kind(parser)
    parser.add_argument(
        "--approved", action="store_true", help="fail on a proof, which is not for patients"
    )
    parser.add_argument("--json", action="store_true", help="write one document for a program")
    options.add_bounds(parser)
    options.add_today(parser)


def run(words: argparse.Namespace) -> int:
    """Print what a finished PDF is."""
    with executor(words) as hands:
        hands.begin()
        from pipeline.desk.inspect import inspect_each
        from pipeline.project import Project
        from pipeline.project.sources import read_sources, with_faulty

        sources = read_sources(Project.at(words.project))
        files = newest.files_named(words.sheets, lambda: sources, words)
        found = inspect_each(with_faulty(sources), map(_file, files), words.today, hands)
        return _tell(words, files, found)


def executor(words: argparse.Namespace) -> "Executor":
    """Return who looks at the files: a stranger's PDF is read in a process of its own."""
    from pipeline.publish.executors.bounds import Bounds
    from pipeline.publish.executors.processes import Processes
    from pipeline.publish.reach import to_inspect
    from pipeline.publish.warm import warm_up

    bounds = Bounds(seconds=words.cpu_seconds, megabytes=words.memory)
    return Processes(1, warm_up, bounds=bounds, reach=to_inspect)


def _tell(
    words: argparse.Namespace, files: "Sequence[Path]", inspections: "Iterable[Inspection | str]"
) -> int:
    """Print what was found out about each file, and return the exit status."""
    status = WELL
    document = []
    for file, found in zip(files, inspections, strict=True):
        if isinstance(found, str):
            print(here(f"polyleaf: {file}: {found}"), file=sys.stderr)
            status = COULD_NOT
            continue
        is_fit = found.readers == "patients" if words.approved else found.is_good
        status = status if is_fit else max(status, FOUND)
        if words.json:
            document.append(_as_json(file, found))
            continue
        print(file)
        width = max(len(word) for word, _ in found.rows)
        for word, text in found.rows:
            print(here(f"    {word.ljust(width)}  {text}"))
        sys.stdout.write(report(found.findings))
    if words.json:
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    return status


def _as_json(file: Path, found: "Inspection") -> dict[str, object]:
    return {
        "file": str(file),
        "may_be_handed_out": found.is_good,
        "to": found.readers,
        "reasons": list(found.reasons),
        "rows": [{"word": word, "text": text} for word, text in found.rows],
        "findings": [f"{one.code}: {one.message}" for one in found.findings],
    }


def _file(file: Path) -> tuple[bytes, str] | str:
    """Return a file's bytes and name, or why it cannot be read."""
    try:
        if file.exists() and not file.is_file():
            # A pipe that nobody writes into would keep us waiting.
            return "cannot be read: it is not a file; name the PDF in it"
        size = file.stat().st_size
        if size > LARGEST:
            return f"it is {size / 1_000_000:.0f} MB: it is not one of our sheets"
        return file.read_bytes(), str(file)
    except OSError as error:
        return f"cannot be read: {error.strerror}"
