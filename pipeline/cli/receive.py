"""``polyleaf receive``: take in what translators send back."""

import argparse
import shlex
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli import options
from pipeline.cli.here import here
from pipeline.cli.report import GAPS, complain, visible
from pipeline.values.finding import has_errors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.catalog.take import Difference, Taken
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
        "--older",
        action="store_true",
        help="take over what is older than the catalog here, too, and texts as they were before",
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
    gaps = dict.fromkeys(one for one in findings if one.code in GAPS)
    faults = [one for one in findings if one not in gaps]
    complain(findings if words.verbose else faults, each=words.verbose)
    if said := "" if words.dry_run else _sum(received.parcels, len(gaps)):
        print(here(said), file=sys.stderr)
    is_refused = any(
        parcel.refused or (parcel.taken and _left(parcel.taken)) for parcel in received.parcels
    )
    return 1 if is_refused or not sent or has_errors(faults) else 0


def _left(taken: "Taken") -> int:
    """Return how many texts were not taken because something is wrong with them."""
    return taken.spared + sum(bool(one.meant) for one in taken.differences)


def _sum(parcels: "Sequence[Parcel]", gaps: int) -> str:
    """Return the last line: what is in, what is not, and what is still to be translated."""
    taken = [one.taken for one in parcels if one.taken]
    numbers = (
        (sum(one.new + one.changed for one in taken), "taken in", "text"),
        (sum(one.kept + one.earlier for one in taken), "kept as here", "text"),
        (sum(map(_left, taken)), "not taken", "text"),
        (sum(bool(one.refused) for one in parcels), "refused", "file"),
        (gaps, "still to be translated", "text"),
    )
    if not any(one.says_something or one.earlier or _left(one) for one in taken):
        return ""
    return "; ".join(
        f"{what}: {number} {unit}{'' if number == 1 else 's'}"
        for number, what, unit in numbers
        if number
    )


FEW = 3
"""How many texts are shown of each kind of difference, unless all are asked for."""

LONGEST = 70
"""Letters of a text that is shown."""

_DIFFERENCES = {
    "new": "new",
    "changed": "changed",
    "earlier": "kept as it is now",
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
        (taken.earlier, "as it was here before, kept as it is now"),
        (taken.spared, "with an error that nobody may ignore, kept as here"),
        (taken.elsewhere, "of texts that the article does not have, kept for later"),
        (taken.absent, "not in the file at all, kept as here"),
    )
    said = ", ".join(f"{number} {word}" for number, word in counts if number) or "nothing in it"
    lines = [f"{parcel.name}: {what}: {said}"]
    for kind, what in _DIFFERENCES.items():
        if is_tried or kind != "new":
            found = [one for one in taken.differences if one.kind == kind]
            # What was not taken is told once: the same again would take in the rest again.
            shown = found if each or not (is_tried or kind == "changed") else found[:FEW]
            lines += [f"    {what}: {_shown(one)}" for one in shown]
            more = len(found) - len(shown)
            how = "-v shows them" if is_tried else f"{_diff(sources, parcel)} shows them"
            lines += [f"    {what}: and {more} more; {how}"] if more else []
    if taken.earlier:
        lines.append("    to take these as they were before all the same, add --older")
    if parcel.is_unsigned:
        lines.append(
            "    nobody is on record as who translated this, and could sign as its reviser: write "
            f'"Last-Translator: …\\n", with the name, into the head of {_target(sources, parcel)}'
        )
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


def _target(sources: "Sources", parcel: "Parcel") -> str:
    project = sources.project
    return project.name(project.catalog_file(parcel.locale, parcel.article))


def _diff(sources: "Sources", parcel: "Parcel") -> str:
    """Return the command that shows how a catalog differs from what it was."""
    target = sources.project.catalog_file(parcel.locale, parcel.article)
    return shlex.join(["diff", "-u", str(parcel.beside), str(target)])


def _shown(one: "Difference") -> str:
    """Show a text and what it would say, in one line."""
    if one.meant:
        changed, meant = _apart(one.text, one.meant)
        return (
            f"“{changed}”: the English was changed in the file; the article says “{meant}”: put "
            "that back there"
        )
    if one.why:
        return f"“{_short(one.text)}”: {one.why}"
    ours, theirs = _apart(one.here, one.sent)
    if one.kind == "earlier":
        said = f"here “{ours}”, there “{theirs}”"
        return f"“{_short(one.text)}”: {said}, as it was here before"
    there = f": “{theirs}”" if one.kind != "elsewhere" else ""
    before = f" in place of “{ours}”" if one.here and one.here != one.sent else ""
    return f"“{_short(one.text)}”{there}{before}"


def _apart(one: str, other: str) -> tuple[str, str]:
    """Return two texts in short, long ones from shortly before the place where they part."""
    plain = [visible(" ".join(text.split())) for text in (one, other)]
    pairs = enumerate(zip(*plain, strict=False))
    same = next((place for place, (a, b) in pairs if a != b), min(map(len, plain)))
    begin = max(0, same - LONGEST // 3) if max(map(len, plain)) > LONGEST else 0
    ours, theirs = (f"{'…' if begin else ''}{_short(text[begin:])}" for text in plain)
    return ours, theirs


def _short(text: str) -> str:
    plain = visible(" ".join(text.split()))
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST]}…"
