"""``polyleaf release``: freeze an approved version, keep it in print, or withdraw it."""

import argparse
import sys
from typing import TYPE_CHECKING

from pipeline.cli import options
from pipeline.values.errors import PolyleafError

if TYPE_CHECKING:
    from pipeline.project.sources import Sources

SUMMARY = "freeze an approved version, keep it in print, or withdraw it"
DESCRIPTION = (
    "Freeze what is approved of an article, in every locale, into source/releases/: it is printed "
    "as approved while the next version is made. 'release keep' lets a release be handed out "
    "though the original has changed in substance; 'release withdraw' takes it out of print for "
    "good."
)

_ACTIONS = ("keep", "withdraw")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument(
        "what",
        nargs="+",
        metavar="[keep|withdraw] ARTICLE VERSION",
        help="an article and its version, such as attachment-and-depression 1.0",
    )
    parser.add_argument("--by", default="", metavar="NAME", help="who keeps or withdraws it")
    parser.add_argument("--why", default="", metavar="WORDS", help="why, in a few words")
    parser.add_argument(
        "--locale", default="", metavar="LOCALE", help="withdraw it in this locale alone"
    )
    options.add_on(parser)
    options.add_today(parser)


def run(words: argparse.Namespace) -> int:
    """Freeze, keep or withdraw a release."""
    from pipeline.project import Project
    from pipeline.project.sources import read_sources, with_faulty

    sources = read_sources(Project.at(words.project))
    action, article, version = _read(words.what, sources)
    on = words.on or words.today
    if on > words.today:
        raise PolyleafError(f"nobody can have done so on {on}, which is still to come")
    if action == "make":
        return _make(sources, article, version, words)
    _needs_person(action, words)
    from pipeline.vouch.release import find_release, keep_release, withdraw_release

    sources = with_faulty(sources)
    released = find_release(sources, article, version)
    if action == "keep":
        path, count = keep_release(sources, released, by=words.by, why=words.why, on=on)
        changes = f"{count} change{'' if count == 1 else 's'}"
        print(f"kept in print: {article} {version}, {changes} known", file=sys.stderr)
    else:
        path = withdraw_release(
            sources, released, locale=words.locale, by=words.by, why=words.why, on=on
        )
        where = f" in {words.locale}" if words.locale else ""
        print(f"withdrawn: {article} {version}{where}; destroy printed copies", file=sys.stderr)
    print(sources.project.name(path))
    return 0


def _read(what: list[str], sources: "Sources") -> tuple[str, str, str]:
    """Return what is to be done, with which article and which version."""
    what = list(filter(None, what))
    action = what[0] if len(what) == 3 and what[0] in _ACTIONS else "make"
    names = what[1:] if action != "make" else what
    if len(names) == 2:
        return action, names[0], names[1]
    if len(what) == 3:
        from pipeline.records.naming import did_you_mean

        raise PolyleafError(
            f"unknown word '{what[0]}'; {did_you_mean(what[0], _ACTIONS)}"
            f"write polyleaf release {' or '.join(_ACTIONS)}, the article, and the version"
        )
    facts = sources.articles.facts
    named = next((one for one in facts if one.id in what), next(iter(facts), None))
    version = sources.articles.named(named.id).version if named else ""
    example = f"{named.id} {version}" if named else "ARTICLE VERSION"
    raise PolyleafError(
        f"say which article and which version: polyleaf release {example}; or with keep or "
        "withdraw before them"
    )


def _needs_person(action: str, words: argparse.Namespace) -> None:
    if not words.by or not words.why:
        named = " ".join(filter(None, words.what))
        raise PolyleafError(f'say who and why: polyleaf release {named} --by "…" --why "…"')
    if words.locale and action == "keep":
        raise PolyleafError("a release is kept in all its locales: leave --locale out")


def _make(sources: "Sources", article: str, version: str, words: argparse.Namespace) -> int:
    from pipeline.vouch.release import make_release

    if not sources.articles.fact(article):
        known = [one.id for one in sources.articles.facts]
        turned = f"the article comes first: polyleaf release {version} {article}; "
        raise PolyleafError(
            f"unknown article '{article}'; {turned if version in known else ''}"
            f"those that can be released: {' '.join(known) or '(none)'}"
        )
    if words.by or words.why or words.locale:
        raise PolyleafError(
            "a release freezes what others have approved: --by, --why and --locale are for keep "
            "and withdraw"
        )
    chosen = sources.articles.named(article)
    made = make_release(sources, chosen, version, today=words.today)
    print(sources.project.name(made.folder))
    locales = " ".join(sorted(made.release.locales))
    news = f"; new: {' '.join(made.fresh)}" if made.fresh else "; nothing new"
    print(f"released: {article} {version} in {locales}{news}", file=sys.stderr)
    return 0
