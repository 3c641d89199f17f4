"""``polyleaf open``: show finished sheets in the system's reader."""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli import options
from pipeline.cli.outcome import COULD_NOT, WELL
from pipeline.values.errors import PolyleafError

if TYPE_CHECKING:
    from pipeline.project import Project

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
    parser.add_argument(
        "--edition",
        default="",
        metavar="NAME",
        help="the newest sheet of this printed form, such as brochure (default: of any)",
    )
    parser.add_argument(
        "--region",
        default="",
        metavar="CODE",
        help="the newest sheet with the numbers of this region, such as GB (default: of any)",
    )
    parser.add_argument(
        "--clinic",
        default="",
        metavar="ID",
        help="the newest sheet of this clinic (default: of any)",
    )


def run(words: argparse.Namespace) -> int:
    """Open the newest sheet of each locale, or the files that are named."""
    from pipeline.project import Project

    project = Project.at(words.project)
    named = [word for word in words.locales if _is_file(word)]
    locales = [word for word in words.locales if word not in named]
    files = [_there(word) for word in named]
    if locales or not named:
        files += _sheets(project, locales, words)
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


def _is_file(word: str) -> bool:
    return word.casefold().endswith((".pdf", ".html")) or os.sep in word


def _there(word: str) -> Path:
    file = Path(word)
    if not file.is_file():
        raise PolyleafError(f"there is no file {word}: 'polyleaf list sheets' says which there are")
    return file


def _sheets(project: "Project", named: Sequence[str], words: argparse.Namespace) -> list[Path]:
    """Return the newest sheet of each locale that is named; else of each that has one."""
    from pipeline.compose.sheet import editions
    from pipeline.project.sources import read_sources

    sources = read_sources(project)
    asked = options.locales(named, sources, allow_pseudo=True)
    form = options.known_name(words.edition, [*editions()])
    if form and form not in editions():
        raise PolyleafError(
            f"unknown edition '{words.edition}': name one of {' '.join(editions())}"
        )
    kind = {
        "edition": form,
        "region": options.region(words.region, project),
        "clinic": options.known_name(words.clinic, project.clinic_names()),
    }
    sheets = {name: _newest(sources.project.build / name, kind) for name in asked}
    found = [file for file in sheets.values() if file]
    missing = " ".join(name for name, file in sheets.items() if not file)
    such = "such " if kind["region"] or kind["clinic"] else ""
    option = "".join(f" --{name} {value}" for name, value in kind.items() if value)
    if named and missing:
        raise PolyleafError(
            f"there is no {such}{form or 'sheet'} in {missing}: print it with "
            f"'polyleaf pdf {missing}{option}'"
        )
    if not found:
        raise PolyleafError(
            f"there is no {such}sheet: print one, such as 'polyleaf pdf es{option}'"
        )
    return found


def _newest(folder: Path, kind: Mapping[str, str]) -> Path | None:
    """Return the newest sheet of a folder and of a kind that its manifest vouches for."""
    good = [
        file
        for file, record in _recorded(folder)
        if all(value in ("", record.get(name)) for name, value in kind.items())
    ]
    return max(good, key=lambda file: file.stat().st_mtime, default=None)


def _recorded(folder: Path) -> Iterator[tuple[Path, Mapping[str, object]]]:
    from pipeline.publish.shelf import recorded

    for manifest in folder.glob("*.json"):
        file = manifest.with_suffix(".pdf")
        if record := recorded(file):
            yield file, record


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
