"""``polyleaf list``: say what there is to name, codes beside names."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.project import Project

SUMMARY = "list locales, regions, editions, clinics, articles, releases or sheets"
DESCRIPTION = "List the names that commands take, each code beside its meaning."

WHAT = ("locales", "regions", "editions", "clinics", "articles", "releases", "sheets")


_CALLED = {
    **dict.fromkeys(("language", "languages", "langs", "translations"), "locales"),
    **dict.fromkeys(("country", "countries"), "regions"),
    **dict.fromkeys(("form", "forms"), "editions"),
    **dict.fromkeys(("pdf", "pdfs"), "sheets"),
}
"""What people call what there is to list."""


def _what(word: str) -> str:
    """Return what a word asks for, in the singular or in capitals, too."""
    bare = _CALLED.get(word.casefold(), word.casefold())
    return next((one for one in WHAT if bare in (one, one.removesuffix("s"))), word)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("what", type=_what, choices=WHAT, metavar="WHAT", help=", ".join(WHAT))
    parser.add_argument("--json", action="store_true", help="write one document for a program")


def run(words: argparse.Namespace) -> int:
    """Print the list."""
    from pipeline.project import Project

    rows = list(_LISTS[words.what](Project.at(words.project)))
    if words.json:
        document = [{"code": code, "name": name} for code, name in rows]
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
        return 0
    width = max((len(code) for code, _ in rows), default=0)
    for code, name in rows:
        print(f"{code:<{width}}  {name}".rstrip())
    if not rows:
        print(f"there are no {words.what}", file=sys.stderr)
    return 0


def _locales(project: "Project") -> Iterator[tuple[str, str]]:
    from pipeline.project.sources import read_sources
    from pipeline.records.typography import language_name

    for code in read_sources(project).locales:
        own, english = language_name(code, code), language_name(code, "en")
        yield code, english if own == english else f"{english} ({own})"


def _regions(project: "Project") -> Iterator[tuple[str, str]]:
    from pipeline.check.withdrawn import NO_REGION
    from pipeline.compose.words import region_name
    from pipeline.values.region import FALLBACK

    for code in project.region_codes():
        region, _ = project.region(code)
        if code != FALLBACK:
            yield code, region_name(region, "en") if region else "(cannot be read)"
    yield NO_REGION, "no region: no crisis numbers, but where to look for them"


def _editions(_: "Project") -> Iterator[tuple[str, str]]:
    from pipeline.compose.sheet import editions

    for name, edition in sorted(editions().items()):
        told = f"on {_alternatives(edition.papers)}"
        larger = dict.fromkeys(paper for fold in edition.folds for _, paper in fold.papers)
        others = [paper for paper in larger if paper not in edition.papers]
        yield name, told + (f"; a longer text on {_alternatives(others)}" if others else "")


def _alternatives(names: Sequence[str]) -> str:
    """Return names as English lists them: ``a, b or c``."""
    *most, last = names
    return f"{', '.join(most)} or {last}" if most else last


def _clinics(project: "Project") -> Iterator[tuple[str, str]]:
    for name, clinic, _ in project.clinics():
        yield name, clinic.name if clinic else "(cannot be read)"


def _articles(project: "Project") -> Iterator[tuple[str, str]]:
    from pipeline.values.article import plain_text

    for article in project.articles()[0]:
        yield article.id, f"{plain_text(article.title.content)}, version {article.version}"


def _releases(project: "Project") -> Iterator[tuple[str, str]]:
    for article in project.released_articles():
        for one in project.releases(article)[0]:
            locales = " ".join(sorted(one.locales))
            yield f"{article} {one.version}", f"of {one.on}, in {locales}"


def _sheets(project: "Project") -> Iterator[tuple[str, str]]:
    from pipeline.cli.closing import STATES
    from pipeline.project.sources import read_sources
    from pipeline.publish.inventory import State, withdrawn_or_gone
    from pipeline.publish.shelf import recorded
    from pipeline.publish.strays import strays

    if not any(project.build.rglob("*.[pP][dD][fF]")):
        return
    sources = read_sources(project)
    seen: set[Path] = set()
    standing = {one.sheet.path: one for one in withdrawn_or_gone(sources, seen)}
    others = {one.path: one.message for one in strays(sources, seen)}
    for file in sorted(project.build.glob("*/*.json")):
        record = recorded(file.with_suffix(".pdf"))
        if record:
            state = str(record.get("state", ""))
            single = isinstance(record.get("sha256"), dict) and "pages" in record["sha256"]
            told = STATES.get(state, state)
            if one := standing.get(file.with_suffix(".pdf")):
                told = one.why if one.state is State.WITHDRAWN else f"GONE: {one.why}"
            told += "; print this one: …-pages.pdf is for reading on a screen" if single else ""
            name = project.name(file.with_suffix(".pdf"))
            yield name, _in_capitals(others.pop(name, told))
    yield from ((name, _in_capitals(message)) for name, message in others.items())


def _in_capitals(told: str) -> str:
    return told.replace("withdrawn", "WITHDRAWN", 1)


_LISTS = {
    "locales": _locales,
    "regions": _regions,
    "editions": _editions,
    "clinics": _clinics,
    "articles": _articles,
    "releases": _releases,
    "sheets": _sheets,
}
