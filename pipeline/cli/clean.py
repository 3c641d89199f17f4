"""``polyleaf clean``: empty build/ of what the program made."""

import argparse
import sys

from pipeline.values.errors import PolyleafError

SUMMARY = "take the finished sheets out of build/"
DESCRIPTION = (
    "Remove every sheet from build/ whose manifest says that Polyleaf made it, layout sheets, and "
    "the log of a fault. Whatever else lies there stays, and is named."
)

MANY = 5
"""How many files that are left are named one by one."""


def add_options(_: argparse.ArgumentParser) -> None:
    """Add nothing: the command takes no words."""


def run(words: argparse.Namespace) -> int:
    """Take the finished sheets away."""
    from pipeline.project import Project
    from pipeline.publish.sweep import sweep

    project = Project.at(words.project)
    if project.build.is_symlink():
        raise PolyleafError(f"{project.build} is a link: remove it by hand")
    swept = sweep(project)
    sheets = "1 sheet" if swept.sheets == 1 else f"{swept.sheets} sheets"
    print(f"{sheets} removed from {project.name(project.build)}/", file=sys.stderr)
    for file in swept.left[:MANY]:
        print(f"left, because Polyleaf did not make it: {project.name(file)}", file=sys.stderr)
    if len(swept.left) > MANY:
        print(f"and {len(swept.left) - MANY} files more", file=sys.stderr)
    return 0
