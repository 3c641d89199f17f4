"""``polyleaf review``: print a translation for those who approve it."""

import argparse
import sys
from typing import TYPE_CHECKING

from pipeline.cli import options
from pipeline.cli.here import here
from pipeline.values.errors import PolyleafError

if TYPE_CHECKING:
    from pipeline.publish.executors import Executor

SUMMARY = "print a translation for those who approve it"
DESCRIPTION = (
    "Print a translation beside its original into build/LOCALE/: every text numbered, what changed "
    "since the last approval marked with the old text beside it, findings in the margin, room for "
    "notes and signatures. 'polyleaf note' takes in what comes back."
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("locale", metavar="LOCALE", help="a locale such as es")
    parser.add_argument(
        "--article", default="", metavar="ID", help="which article (default: the only one)"
    )
    parser.add_argument(
        "--paper", default="", choices=("a4", "letter"), help="a4 or letter (default: publisher's)"
    )
    parser.add_argument(
        "--kit",
        action="store_true",
        help="begin with a guide for readers, and the places where the makers were least sure",
    )
    options.add_bounds(parser)
    options.add_today(parser)


def run(words: argparse.Namespace) -> int:
    """Print the review."""
    with executor(words) as hands:
        hands.begin()
        return _run(words, hands)


def executor(words: argparse.Namespace) -> "Executor":
    """Return who sets the review: a process of its own, within bounds."""
    from pipeline.publish.executors.bounds import Bounds
    from pipeline.publish.executors.processes import Processes
    from pipeline.publish.reach import to_review
    from pipeline.publish.warm import warm_up

    bounds = Bounds(seconds=words.cpu_seconds, megabytes=words.memory)
    return Processes(1, warm_up, bounds=bounds, reach=to_review)


def _run(words: argparse.Namespace, hands: "Executor") -> int:
    from pipeline.desk.review import review_of
    from pipeline.project import Project
    from pipeline.project.sources import read_sources
    from pipeline.publish.review import print_review
    from pipeline.values.review import review_commands

    sources = read_sources(Project.at(words.project))
    locale = options.one_locale(words.locale, sources)
    article = options.one_article(words.article, sources)
    review = review_of(sources, article, locale, words.today)
    publisher, _ = sources.project.publisher()
    paper = words.paper or (publisher and publisher.paper) or "letter"
    if paper not in ("a4", "letter"):
        raise PolyleafError(f"a review is printed on a4 or letter, not on {paper}: name one")
    commands = review_commands(review, here)
    path, pages = print_review(sources, article, review, paper, commands, hands, kit=words.kit)
    what = f"{len(review.units)} texts and {len(review.words)} of the sheet's own words"
    if review.missing_numbers:
        what = f"the {review.how_many} that are translated"
    marked = len(review.open_numbers)
    print(f"{review.mark}: {what} on {pages} pages, {marked} to read", file=sys.stderr)
    if review.missing_numbers:
        print("nobody can approve it before the others are translated", file=sys.stderr)
    print(path)
    return 0
