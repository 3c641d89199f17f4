"""Words that several commands take, and how they are read."""

import argparse
from collections.abc import Iterable
from datetime import date
from pathlib import Path


def add_project(parser: argparse.ArgumentParser, default: object) -> None:
    """Add ``--project``, which stands before the command or after it."""
    parser.add_argument(
        "--project",
        type=Path,
        default=default,
        metavar="DIR",
        help="the folder with source/ and locales/ (default: this folder)",
    )


def add_locales(parser: argparse.ArgumentParser) -> None:
    """Add the locales that a command works on."""
    parser.add_argument(
        "locales",
        nargs="*",
        metavar="LOCALE",
        help="locales such as es or pt_BR (default: all that the project has)",
    )


def add_today(parser: argparse.ArgumentParser) -> None:
    """Add ``--today``, for whoever looks at another day than this."""
    parser.add_argument(
        "--today",
        type=day,
        default=date.today(),
        metavar="DAY",
        help="the day on which the ages of records are counted, such as 2026-11-23 "
        "(default: today)",
    )


def add_on(parser: argparse.ArgumentParser) -> None:
    """Add ``--on``, the day on which a person did what is put on record."""
    parser.add_argument(
        "--on", type=day, metavar="DAY", help="the day on which they did so (default: today)"
    )


def add_loudness(parser: argparse.ArgumentParser) -> None:
    """Add how much is said beside the results: all warnings, or none."""
    loud = parser.add_mutually_exclusive_group()
    loud.add_argument(
        *("-v", "--verbose"),
        dest="loudness",
        action="store_const",
        const=1,
        default=0,
        help="write every warning, not only how many there are",
    )
    loud.add_argument(
        *("-q", "--quiet"),
        dest="loudness",
        action="store_const",
        const=-1,
        default=0,
        help="write no warning",
    )


def day(text: str) -> date:
    """Read a day as an option's value."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is no day: write 2026-11-23") from None


def split(words: Iterable[str]) -> list[str]:
    """Split names at spaces, because make hands several over as one word."""
    return [name for word in words for name in word.split()]
