"""``polyleaf specimen``: draw the design's scale, colours and parts."""

import argparse

SUMMARY = "draw the design's scale, colours and parts"
DESCRIPTION = (
    "Draw the type scale, the colours with their contrast, and every part of a sheet on one page, "
    "in the publisher's accent, into build/specimen-PAPER.pdf. docs/design.md says what each is "
    "for."
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument(
        "--paper", default="letter", choices=("letter", "a4"), help="letter (the default) or a4"
    )


def run(words: argparse.Namespace) -> int:
    """Draw the specimen."""
    from pipeline.project import Project
    from pipeline.publish.specimen import draw_specimen

    print(draw_specimen(Project.at(words.project), words.paper))
    return 0
