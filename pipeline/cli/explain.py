"""``polyleaf explain``: say what a finding means and how to mend it."""

import argparse
import re
import sys

from pipeline.cli import outcome
from pipeline.values.errors import PolyleafError

SUMMARY = "explain a finding or an exit status"
DESCRIPTION = (
    "Print what the rules of some codes find, why it matters and how to mend it, with an "
    "example; or what a command's exit status means. Without a code, list all rules."
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument(
        "codes", nargs="*", metavar="CODE", help="such as CIT001, or 2 for exit status 2"
    )
    pages = parser.add_mutually_exclusive_group()
    pages.add_argument("--markdown", action="store_true", help="write the document docs/rules.md")
    pages.add_argument(
        "--exit-statuses", action="store_true", help="write the document docs/exit-status.md"
    )


_CODES = re.compile(r"[A-Za-z]{3}[\s-]\d{3}\b|\S+")
"""A code may be written with a space or a hyphen in it."""


def run(words: argparse.Namespace) -> int:
    """Print what a rule finds, why, and what to do."""
    codes: list[str] = _CODES.findall(" ".join(words.codes))
    if codes and (words.markdown or words.exit_statuses):
        option = "--markdown" if words.markdown else "--exit-statuses"
        raise PolyleafError(f"{option} writes a whole document: name no code with it")
    if words.exit_statuses:
        sys.stdout.write(outcome.document())
        return 0
    from pipeline.check.explain import document, overview

    if words.markdown:
        sys.stdout.write(document())
    elif codes:
        sys.stdout.write("\n".join([_explanation(re.sub(r"[\s-]", "", code)) for code in codes]))
    else:
        sys.stdout.write(overview())
    return 0


def _explanation(code: str) -> str:
    from pipeline.check.explain import explanation, rules_named

    status = outcome.exit_status(int(code)) if code.isdecimal() else None
    return outcome.explanation(status) if status else explanation(*rules_named([code]))
