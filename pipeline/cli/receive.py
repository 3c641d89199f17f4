"""``polyleaf receive``: take in what translators send back."""

import argparse
import shlex
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli import options
from pipeline.cli.here import here
from pipeline.cli.report import complain, visible
from pipeline.values.finding import has_errors

if TYPE_CHECKING:
    from pipeline.catalog.take import Difference
    from pipeline.desk.receive import Parcel
    from pipeline.project.sources import Sources

SUMMARY = "take in catalogs that translators send back"
DESCRIPTION = (
    "Take over catalogs, folders or zip archives of them, whatever their files are called: each is "
    "known by its texts and its language. What is finished here stays unless something else came "
    "back; then the catalog as it was is kept beside. What is not ours is refused, and stops no "
    "other."
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a .po file, a folder or a .zip")
    parser.add_argument("--dry-run", action="store_true", help="say what each is, write nothing")
    parser.add_argument(
        "--older", action="store_true", help="take over what is older than the catalog here, too"
    )
    options.add_each(parser)


def run(words: argparse.Namespace) -> int:
    """Take in what came back."""
    from pipeline.catalog.messages import SHEET
    from pipeline.desk.receive import receive
    from pipeline.project import Project
    from pipeline.project.parcel import named_in, pieces
    from pipeline.project.sources import article_catalog, read_sources, sheet_catalog

    sources = read_sources(Project.at(words.project))
    files = named_in(words.files[0]) if words.make and len(words.files) == 1 else words.files
    own = sources.project.own_catalogs([*sources.names, SHEET])
    sent = [piece for file in map(Path, files) for piece in pieces(file, own)]
    received = receive(sources, sent, datetime.now(UTC), older=words.older, dry_run=words.dry_run)
    for parcel in received.parcels:
        lines = _told(sources, parcel, is_tried=words.dry_run, each=words.verbose)
        print("\n".join(map(here, lines)), file=sys.stderr)
    if words.dry_run:
        print("nothing was written: this only says what would become of it", file=sys.stderr)
    for file in received.files:
        print(file)
    if not sent:
        print("there is no catalog in the files that you named", file=sys.stderr)
    findings = [*received.findings]
    for parcel in received.parcels if received.files else ():
        if parcel.taken and sources.articles.fact(parcel.article):
            article = sources.articles.named(parcel.article)
            findings += article_catalog(sources, article, parcel.locale)[1]
        elif parcel.taken:
            findings += sheet_catalog(sources, parcel.locale)[1]
    complain(findings, each=words.verbose)
    is_refused = any(
        parcel.refused or (parcel.taken and parcel.taken.spared) for parcel in received.parcels
    )
    return 1 if is_refused or not sent or has_errors(findings) else 0


FEW = 3
"""How many texts are shown of each kind of difference, unless all are asked for."""

LONGEST = 70
"""Letters of a text that is shown."""

_DIFFERENCES = {
    "new": "new",
    "changed": "changed",
    "spared": "not taken",
    "elsewhere": "not a text of the article",
}


def _told(sources: "Sources", parcel: "Parcel", *, is_tried: bool, each: bool) -> list[str]:
    """Say of one file what it is, and what became of it, or would."""
    from pipeline.records.typography import language_name

    if parcel.refused:
        return [f"refused: {parcel.name}: {parcel.refused}"]
    what = f"{parcel.article} in {language_name(parcel.locale, 'en')} ({parcel.locale})"
    taken = parcel.taken
    assert taken  # noqa: S101 # what is not refused was looked at
    counts = (
        (taken.new, "new"),
        (taken.changed, "changed"),
        (taken.same, "as here"),
        (taken.kept, "empty or fuzzy there and finished here, kept as here"),
        (taken.spared, "with an error that nobody may ignore, kept as here"),
        (taken.elsewhere, "of texts that the article does not have, kept for later"),
    )
    said = ", ".join(f"{number} {word}" for number, word in counts if number) or "nothing in it"
    lines = [f"{parcel.name}: {what}: {said}"]
    for kind, what in _DIFFERENCES.items():
        if is_tried or kind in ("spared", "elsewhere"):
            found = [one for one in taken.differences if one.kind == kind]
            shown = found if each else found[:FEW]
            lines += [f"    {what}: {_shown(one)}" for one in shown]
            more = len(found) - len(shown)
            lines += [f"    {what}: and {more} more; -v shows them"] if more else []
    if parcel.beside:
        becomes = "would be kept as" if is_tried else "is kept as"
        name = sources.project.name(parcel.beside)
        lines.append(f"    the catalog as it is now {becomes} {name}")
        if not is_tried:
            target = sources.project.catalog_file(parcel.locale, parcel.article)
            way = shlex.join(["mv", str(parcel.beside), str(target)])
            lines.append(f"    to go back to it: {way}")
    if parcel.is_removed:
        lines.append("    removed: all of it is in its right place now")
    return lines


def _shown(one: "Difference") -> str:
    """Show a text and what it would say, in one line."""
    if one.meant:
        return (
            f"“{_short(one.text)}”: the English was changed in the file; the article says "
            f"“{_short(one.meant)}”: put that back there"
        )
    if one.why:
        return f"“{_short(one.text)}”: {one.why}"
    there = f": “{_short(one.sent)}”" if one.kind != "elsewhere" else ""
    before = f" in place of “{_short(one.here)}”" if one.here and one.here != one.sent else ""
    return f"“{_short(one.text)}”{there}{before}"


def _short(text: str) -> str:
    plain = visible(" ".join(text.split()))
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST]}…"
