"""``polyleaf clinic``: start a clinic's profile."""

import argparse
import sys

from pipeline.cli.here import here

SUMMARY = "start a clinic's profile"
DESCRIPTION = (
    "Write source/clinics/ID.toml with the clinic's name and every other field, each explained and "
    "switched off. A file that is there is never written over."
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("name", metavar="NAME", help="the name on the door, in quotation marks")
    parser.add_argument(
        "--id",
        default="",
        metavar="ID",
        help="the name of the file, which is typed as --clinic ID (default: out of the name)",
    )


def run(words: argparse.Namespace) -> int:
    """Start a profile."""
    from pipeline.desk.clinic import start_clinic
    from pipeline.project import Project

    project = Project.at(words.project)
    file = start_clinic(project, words.name, words.id)
    print(project.name(file))
    print(
        "open it in an editor, switch on what you need, then: "
        + here(f"polyleaf pdf es --clinic {file.stem}"),
        file=sys.stderr,
    )
    return 0
