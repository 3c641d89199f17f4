"""``polyleaf layout``: draw how folded editions lie on paper."""

import argparse

from pipeline.cli import options

SUMMARY = "draw how folded editions lie on paper"
DESCRIPTION = (
    "Draw panels, pages and folds of the folded editions in their true size, for those who "
    "print and fold them, into build/layout-EDITION-PAPER.pdf."
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument(
        "editions", nargs="*", metavar="EDITION", help="brochure, booklet (default: both)"
    )
    parser.add_argument("--paper", default="", metavar="PAPER", help="letter or a4 (default: both)")


def run(words: argparse.Namespace) -> int:
    """Draw layout sheets."""
    from pipeline.project import Project
    from pipeline.publish.layout import draw_layouts

    papers = [words.paper] if words.paper else []
    for path in draw_layouts(Project.at(words.project), options.split(words.editions), papers):
        print(path, flush=True)
    return 0
