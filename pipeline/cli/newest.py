"""Finished sheets as commands are told them: by their files, or the newest of a language."""

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli import options
from pipeline.cli.here import here
from pipeline.values.errors import PolyleafError

if TYPE_CHECKING:
    from pipeline.project.sources import Sources


def add_kind(parser: argparse.ArgumentParser) -> None:
    """Add what the newest sheet of a language must be."""
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


def files_named(
    said: Sequence[str], sources: "Callable[[], Sources]", kind: argparse.Namespace
) -> list[Path]:
    """Return the files that words name, and the newest sheet of each locale among them.

    Without words, that of each locale that has one. ``sources`` is called only where a locale is
    named, or nothing.
    """
    named = [word for word in said if _is_file(word)]
    locales = [word for word in said if word not in named]
    files = [Path(word) for word in named]
    return files + (_newest_sheets(sources(), locales, kind) if locales or not named else [])


def _is_file(word: str) -> bool:
    ending = word.casefold().endswith((".pdf", ".html"))
    return ending or os.sep in word or Path(word).is_file()


def _newest_sheets(
    sources: "Sources", named: Sequence[str], words: argparse.Namespace
) -> list[Path]:
    """Return the newest sheet of each locale that is named; else of each that has one."""
    from pipeline.compose.sheet import editions
    from pipeline.publish.order import command_of

    project = sources.project
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
    sheets = {name: _newest(project.build / name, kind) for name in asked}
    found = [file for file in sheets.values() if file]
    missing = " ".join(name for name, file in sheets.items() if not file)
    such = "such " if kind["region"] or kind["clinic"] else ""
    if named and missing:
        raise PolyleafError(
            f"there is no {such}{form or 'sheet'} in {missing}: print it with "
            f"'{command_of(missing, kind)}'"
        )
    if not found:
        raise PolyleafError(
            f"there is no {such}sheet: print one, such as '{command_of('es', kind)}'"
        )
    for name, file in sheets.items() if named and not form else ():
        if file:
            _tell_others(name, file, [*editions()])
    return found


def _tell_others(locale: str, sheet: Path, editions: Sequence[str]) -> None:
    """Say where the newest sheet is one of several editions that were printed alike."""
    for edition in editions:
        head, own, tail = sheet.name.rpartition(f"-{edition}-{locale}")
        names = {one: f"{head}-{one}-{locale}{tail}" for one in editions if one != edition}
        beside = [one for one, name in names.items() if sheet.with_name(name).is_file()]
        if own and beside:
            said = f"the newest sheet in {locale} is the {edition}; for another that is there, say "
            print(here(f"{said}which with --edition: {' '.join(beside)}"), file=sys.stderr)


def _newest(folder: Path, kind: Mapping[str, str]) -> Path | None:
    """Return the newest sheet of a folder and of a kind that its manifest vouches for."""
    from pipeline.publish.shelf import recorded

    sheets = [manifest.with_suffix(".pdf") for manifest in folder.glob("*.json")]
    there = [file for file in sheets if file.is_file()]
    for file in sorted(there, key=lambda file: file.stat().st_mtime, reverse=True):
        record = recorded(file)
        if record and all(value in ("", record.get(name)) for name, value in kind.items()):
            return file
    return None
