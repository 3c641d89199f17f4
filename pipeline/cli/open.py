"""``polyleaf open``: show finished sheets in the system's reader."""

import argparse
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli import newest
from pipeline.cli.outcome import COULD_NOT, WELL
from pipeline.cli.shelf import say
from pipeline.values.errors import PolyleafError

if TYPE_CHECKING:
    from pipeline.project import Project
    from pipeline.project.sources import Sources

SUMMARY = "open finished sheets in the system's reader"
DESCRIPTION = (
    "Open the newest finished sheet of each locale, or the files that are named, in the program "
    "that shows PDFs here. Where there is none, as on a server, the paths are printed and the exit "
    "status is 2."
)

READERS = ("open",) if sys.platform == "darwin" else ("wslview", "xdg-open")
"""What opens a file here; wslview on the Windows Subsystem for Linux."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument(
        "locales",
        nargs="*",
        metavar="LOCALE|FILE.pdf",
        help="locales such as es, or files (default: the newest sheet of each locale)",
    )
    newest.add_kind(parser)


def run(words: argparse.Namespace) -> int:
    """Open the newest sheet of each locale, or the files that are named."""
    from pipeline.project import Project

    project = Project.at(words.project)
    files = newest.files_named(words.locales, lambda: _sources(project), words)
    _refuse_missing(files)
    _name_withdrawn(project, files)
    for file in files:
        print(file)
    sys.stdout.flush()
    refused = [file for file in files if not _opens(file)]
    if refused:
        print(
            "polyleaf: no program here shows PDFs: open the file that is named above, on this "
            "computer or another",
            file=sys.stderr,
        )
    return COULD_NOT if refused else WELL


def _sources(project: "Project") -> "Sources":
    # Imported here: whoever names a file need not wait for it.
    from pipeline.project.sources import read_sources

    return read_sources(project)


def _name_withdrawn(project: "Project", files: Sequence[Path]) -> None:
    """Say of sheets in ``build/`` that are to be shown which of them are withdrawn."""
    from pipeline.publish.inventory import sheets_in, withdrawal_in

    withdrawn, _ = project.withdrawn()
    shown = {file.resolve() for file in files}
    for held in sheets_in(project) if withdrawn else ():
        why = withdrawal_in(withdrawn, held.record)
        if why and held.path.resolve() in shown:
            say([f"never hand out {project.name(held.path)}: {why}"])


def _refuse_missing(files: Sequence[Path]) -> None:
    for file in files:
        if not file.is_file():
            raise PolyleafError(
                f"there is no file {file}: 'polyleaf list sheets' says which there are"
            )


def _opens(file: Path) -> bool:
    """Show a file in the first program that does; say whether one did."""
    for name in READERS:
        reader = shutil.which(name)
        # A browser in the terminal, which xdg-open falls back to, must not wait for a key.
        away = subprocess.DEVNULL
        command = [str(reader), str(file)]
        if (
            reader
            and not subprocess.run(
                command, check=False, stdin=away, stdout=away, stderr=away
            ).returncode
        ):
            return True
    return False
