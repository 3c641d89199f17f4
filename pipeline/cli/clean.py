"""``polyleaf clean``: empty build/ of what the program made."""

import argparse
import sys
from datetime import date
from typing import TYPE_CHECKING

from pipeline.cli.shelf import say
from pipeline.values.errors import PolyleafError

if TYPE_CHECKING:
    from pipeline.project import Project

SUMMARY = "take the finished sheets out of build/"
DESCRIPTION = (
    "Remove every sheet from build/ whose manifest says that Polyleaf made it, layout sheets, and "
    "the log of a fault. Whatever else lies there stays, and is named. With --stale, remove only "
    "sheets that are withdrawn, that are not what they would be today, or whose region, clinic, "
    "article or locale is gone."
)

MANY = 5
"""How many files that are left are named one by one."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument(
        "--stale",
        action="store_true",
        help="only what is withdrawn, stale, or made for what is gone; each is named",
    )


def run(words: argparse.Namespace) -> int:
    """Take the finished sheets away."""
    from pipeline.project import Project
    from pipeline.publish.sweep import sweep

    project = Project.at(words.project)
    if project.build.is_symlink():
        raise PolyleafError(f"{project.build} is a link: remove it by hand")
    if words.stale:
        _remove_stale(project)
        return 0
    swept = sweep(project)
    sheets = "1 sheet" if swept.sheets == 1 else f"{swept.sheets} sheets"
    print(f"{sheets} removed from {project.name(project.build)}/", file=sys.stderr)
    for file in swept.left[:MANY]:
        print(
            f"left, because Polyleaf did not make it, or not as it is: {project.name(file)}",
            file=sys.stderr,
        )
    if len(swept.left) > MANY:
        print(f"and {len(swept.left) - MANY} files more", file=sys.stderr)
    return 0


def _remove_stale(project: "Project") -> None:
    from pipeline.publish.inventory import sheets_in
    from pipeline.publish.run import read_batch_sources
    from pipeline.publish.strays import strays
    from pipeline.publish.sweep import sweep_stale

    sources, hashes = read_batch_sources(project)
    found = [*sweep_stale(sources, hashes, date.today())]
    others = [*strays(sources, [held.path for held in sheets_in(project)])]
    if not found and not others:
        say([f"nothing is stale in {project.name(project.build)}/"])
    for one, is_removed in found:
        name = project.name(one.sheet.path)
        what = f"removed {name}" if is_removed else f"left, as somebody has changed it: {name}"
        say([f"{what}: {one.state}: {one.why}"])
    say(f"left, as no manifest names it: {one.path}: {one.message}" for one in others)
