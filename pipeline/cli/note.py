"""``polyleaf note``: keep what somebody noted on a printed copy."""

import argparse
import sys

from pipeline.cli import options

SUMMARY = "keep what somebody noted on a printed review"
DESCRIPTION = (
    "Keep a note from a printed review as a translators' comment in the catalog. The copy is named "
    "by the mark on each of its pages, the text by its number; a copy of other words than there "
    "are now is refused."
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("copy", metavar="MARK", help="the copy's mark, such as es@1a2b3c4d")
    parser.add_argument("number", type=_number, metavar="NUMBER", help="the number of the text")
    parser.add_argument("text", metavar="WORDS", help="what was noted, in quotation marks")
    parser.add_argument("--by", required=True, metavar="NAME", help="who noted it")
    options.add_today(parser)


def _number(text: str) -> int:
    text = text.removeprefix("#")
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"'{text}' is not the number of a text: write 1 or more")
    return int(text)


def run(words: argparse.Namespace) -> int:
    """Keep the note."""
    from pipeline.desk.note import note
    from pipeline.project import Project
    from pipeline.project.sources import read_sources

    sources = read_sources(Project.at(words.project))
    given = (words.copy, words.number, words.text)
    path, unit = note(sources, *given, by=words.by, today=words.today)
    print(f"noted on {unit.number}: “{unit.source}”", file=sys.stderr)
    print(sources.project.name(path))
    return 0
