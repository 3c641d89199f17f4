"""``polyleaf revoke``: take an approval back."""

import argparse
import sys

from pipeline.cli import options
from pipeline.cli.here import here

SUMMARY = "take an approval back"
DESCRIPTION = (
    "Take back what a person has approved. The approval counts no more; its file is kept in "
    "locales/LOCALE/approvals/taken-back/, with who took it back, when and why."
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("locale", metavar="LOCALE", help="a locale such as es")
    parser.add_argument("--of", required=True, metavar="NAME", help="whose approval it is")
    parser.add_argument("--by", required=True, metavar="NAME", help="who takes it back")
    parser.add_argument("--because", required=True, metavar="WORDS", help="why, in a few words")
    parser.add_argument(
        "--role",
        default="",
        type=options.one_of(options.ROLES),
        choices=options.ROLES,
        help="only in this role (default: in every role)",
    )
    parser.add_argument(
        "--article", default="", metavar="ID", help="only of this article (default: of all)"
    )
    options.add_on(parser)
    options.add_today(parser)


def run(words: argparse.Namespace) -> int:
    """Take approvals back, and say what has to be built anew."""
    from pipeline.project import Project
    from pipeline.project.sources import read_sources
    from pipeline.vouch.revoke import revoke

    sources = read_sources(Project.at(words.project))
    locale = options.one_locale(words.locale, sources)
    revoked = revoke(
        sources.project,
        locale,
        of=words.of,
        by=words.by,
        because=words.because,
        role=words.role,
        article=words.article,
        on=words.on or words.today,
    )
    for one in revoked:
        print(sources.project.name(one.path))
        said = f"{one.approval.by} as {one.approval.role}: {one.approval.article} in {locale}"
        print(f"taken back: {said}", file=sys.stderr)
    print(
        here(
            f"sheets that rest on it say approved until they are built again: polyleaf pdf {locale}"
        ),
        file=sys.stderr,
    )
    return 0
