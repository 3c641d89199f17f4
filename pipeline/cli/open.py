"""``polyleaf open``: show finished sheets in the system's reader."""

import argparse
import shutil
import subprocess
from pathlib import Path

from pipeline.cli import options
from pipeline.values.errors import PolyleafError

SUMMARY = "open finished sheets in the system's reader"
DESCRIPTION = (
    "Open the newest finished sheet of each locale in the program that shows PDFs here. Where "
    "there is none, as on a server, the paths are printed."
)

READERS = ("xdg-open", "open", "wslview")
"""What opens a file on Linux, macOS and the Windows Subsystem for Linux."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    options.add_locales(parser)


def run(words: argparse.Namespace) -> int:
    """Open the newest sheet of each locale."""
    from pipeline.project import Project
    from pipeline.project.sources import read_sources

    sources = read_sources(Project.at(words.project))
    asked = options.locales(words.locales, sources, allow_pseudo=True)
    sheets = {name: _newest(sources.project.build / name) for name in asked}
    found = [file for file in sheets.values() if file]
    missing = [name for name, file in sheets.items() if not file]
    if not found or (words.locales and missing):
        raise PolyleafError(
            f"there is no sheet in {' '.join(missing)}: print it with 'polyleaf pdf "
            f"{' '.join(missing)}'"
        )
    reader = next((path for name in READERS if (path := shutil.which(name))), None)
    for file in found:
        print(file)
        if reader:
            subprocess.run([reader, str(file)], check=False, stdout=subprocess.DEVNULL)
    return 0


def _newest(folder: Path) -> Path | None:
    """Return the newest sheet of a folder that its manifest vouches for."""
    from pipeline.publish.shelf import recorded

    sheets = [file.with_suffix(".pdf") for file in folder.glob("*.json")]
    good = [file for file in sheets if recorded(file)]
    return max(good, key=lambda file: file.stat().st_mtime, default=None)
