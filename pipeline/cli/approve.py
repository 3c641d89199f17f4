"""``polyleaf approve``: record that a person approves a translation."""

import argparse
import sys
from collections import Counter

from pipeline.cli import options
from pipeline.cli.here import here
from pipeline.cli.report import report

SUMMARY = "record that a person approves a translation"
DESCRIPTION = (
    "Write down who approves exactly the words that a sheet shows now: the text, the sheet's "
    "own words, the printed citations and the glossary's terms. Any later change of them voids "
    "it."
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("locale", metavar="LOCALE", help="a locale such as es")
    parser.add_argument("--by", required=True, metavar="NAME", help="who approves")
    parser.add_argument(
        "--role",
        required=True,
        type=options.one_of(options.ROLES),
        choices=options.ROLES,
        help="a clinician judges what it says, a reviser compares a translation with its source as "
        "a second linguist, a community reader reads it as patients do, an editor approves the "
        "source; source/policy.toml says which of them a text needs",
    )
    parser.add_argument(
        "--article", default="", metavar="ID", help="which article (default: the only one)"
    )
    parser.add_argument(
        "--named",
        action="store_true",
        help="the person agrees that their name stands on the sheet",
    )
    parser.add_argument(
        "--qualification",
        default="",
        metavar="WORDS",
        help='what makes them fit for it, such as "sworn translator, 12 years in health"',
    )
    parser.add_argument(
        "--languages",
        default="",
        metavar="LOCALES",
        help='the languages that they read, by code or name, such as "en es"',
    )
    options.add_on(parser)
    options.add_today(parser)


def run(words: argparse.Namespace) -> int:
    """Record that a person approves a locale's words."""
    from pipeline.project import Project
    from pipeline.project.sources import read_sources
    from pipeline.vouch.approve import approve as approve_words

    sources = read_sources(Project.at(words.project))
    locale = options.one_locale(words.locale, sources)
    article = options.one_article(words.article, sources)
    given = approve_words(
        sources,
        article,
        locale,
        by=words.by,
        role=words.role,
        named=words.named,
        qualification=words.qualification,
        languages=tuple(options.split([words.languages])),
        on=words.on or words.today,
        today=words.today,
    )
    sys.stderr.write(report(given.findings))
    if not given.path or not given.wording:
        print(f"not approved: {article.id} in {locale} has errors", file=sys.stderr)
        return 1
    counts = Counter(part.kind for part in given.wording.parts)
    print(
        f"approved by {words.by} as {words.role}: {article.id} in {locale}, "
        f"{counts['unit']} units, {counts['words']} of the sheet's own words, "
        f"{counts['citation']} printed citations, {counts['term']} terms",
        file=sys.stderr,
    )
    by = " ".join(words.by.split())
    for one in given.renewed:
        print(f"it takes the place of what {one.by} approved on {one.on}", file=sys.stderr)
    which = f" --article {article.id}" if len(sources.articles.facts) > 1 else ""
    undo = f'polyleaf revoke {locale} --of "{by}" --role {words.role}{which} --by "…" --because "…"'
    print(
        f"this is a signature: {by} says that they have read these words as {words.role}, and "
        f"answers for them (docs/approvals.md); to take it back: {here(undo)}",
        file=sys.stderr,
    )
    print(given.path)
    return 0
