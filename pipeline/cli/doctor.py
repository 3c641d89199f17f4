"""``polyleaf doctor``: name what this computer lacks."""

import argparse
import sys

SUMMARY = "name what this computer lacks"
DESCRIPTION = (
    "Name each missing or too old system library and each missing font, the locales that need "
    "it, and the one command that installs them."
)


def add_options(_: argparse.ArgumentParser) -> None:
    """Add nothing: the command takes no words."""


def run(words: argparse.Namespace) -> int:
    """Print what is missing on this computer."""
    from pipeline.doctor.examine import examine
    from pipeline.doctor.words import render
    from pipeline.project import Project

    examination = examine(Project.at(words.project))
    sys.stdout.write(render(examination))
    return 0 if examination.is_well else 1
