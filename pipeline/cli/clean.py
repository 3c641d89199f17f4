"""``polyleaf clean``: empty the folder of finished sheets."""

import argparse
import shutil

from pipeline.values.errors import PolyleafError

SUMMARY = "empty build/"
DESCRIPTION = "Remove every finished sheet from build/."


def add_options(_: argparse.ArgumentParser) -> None:
    """Add nothing: the command takes no words."""


def run(words: argparse.Namespace) -> int:
    """Empty the folder of finished sheets."""
    from pipeline.project import Project

    project = Project.at(words.project)
    if project.build.is_symlink():
        raise PolyleafError(f"{project.build} is a link: remove it by hand")
    for entry in project.build.glob("*"):
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry.name != ".gitignore":
            entry.unlink()
    return 0
