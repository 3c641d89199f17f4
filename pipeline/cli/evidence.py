"""``polyleaf evidence``: record how a translation was tried."""

import argparse
import sys

from pipeline.cli import options
from pipeline.cli.report import report

SUMMARY = "record how a translation was tried"
DESCRIPTION = (
    "Write down that exactly the words that a sheet shows now were translated back, or tried out "
    "with readers, or what makes their translator fit; and what came of it. 'polyleaf status' "
    "shows it, and the sheet's last lines say when, with how many readers, and by whom."
)


KINDS = ("back-translation", "field-test", "qualification")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("locale", metavar="LOCALE", help="a locale such as es")
    parser.add_argument(
        "--kind",
        required=True,
        type=options.one_of(KINDS),
        choices=KINDS,
        help="a back-translation is made by somebody who has not seen the original, a field test "
        "with readers like those that the sheet is for; a qualification is the translator's",
    )
    parser.add_argument(
        "--by",
        required=True,
        metavar="NAME",
        help="who translated back, who asked the readers, or who is qualified",
    )
    parser.add_argument(
        "--found",
        required=True,
        metavar="WORDS",
        help="what came of it and what was changed, or what the qualification is",
    )
    parser.add_argument(
        "--readers", type=_count, default=0, metavar="N", help="how many readers a field test had"
    )
    parser.add_argument(
        "--article", default="", metavar="ID", help="which article (default: the only one)"
    )
    parser.add_argument(
        "--named",
        action="store_true",
        help="the person agrees that their name stands on the sheet",
    )
    options.add_on(parser)
    options.add_today(parser)


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"'{text}' is not a number of readers: write 1 or more")
    return int(text)


def run(words: argparse.Namespace) -> int:
    """Record how a locale's words were tried."""
    from pipeline.project import Project
    from pipeline.project.sources import read_sources
    from pipeline.vouch.evidence import record_evidence

    sources = read_sources(Project.at(words.project))
    locale = options.one_locale(words.locale, sources)
    article = options.one_article(words.article, sources)
    path, findings = record_evidence(
        sources,
        article,
        locale,
        kind=words.kind,
        by=words.by,
        named=words.named,
        readers=words.readers,
        found=words.found,
        on=words.on or words.today,
        today=words.today,
    )
    sys.stderr.write(report(findings))
    if not path:
        print(f"not recorded: {article.id} in {locale} has errors", file=sys.stderr)
        return 1
    print(sources.project.name(path))
    return 0
