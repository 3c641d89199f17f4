"""Commands about what a sheet may claim: services, confirm, approve, inspect."""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.report import report
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import has_errors
from pipeline.values.region import Region

if TYPE_CHECKING:
    from pipeline.project.disk import Project


def services(words: argparse.Namespace) -> int:
    """Print what is on record of crisis services."""
    from pipeline.desk import services as tables
    from pipeline.project.disk import Project

    project = Project.at(words.project)
    if words.region:
        region, findings = project.region(words.region)
        if region:
            locales = sorted({"en", *project.locales()})
            sys.stdout.write(tables.region_report(region, locales, words.today))
        sys.stderr.write(report(findings))
        return 1 if has_errors(findings) else 0
    regions, failed = _regions(project)
    if words.due:
        rows = tables.due(regions, _printed(project), words.today)
        sys.stdout.write(tables.due_table(rows) if rows else "every record is confirmed\n")
    elif words.markdown:
        sys.stdout.write(tables.document(regions))
    else:
        sys.stdout.write(tables.overview(regions, words.today))
    return 1 if failed else 0


def _regions(project: "Project") -> tuple[list[Region], bool]:
    """Read every region, and report those that cannot be read."""
    regions, findings = [], []
    for code in project.region_codes():
        region, found = project.region(code)
        regions += [region] if region else []
        findings += found
    sys.stderr.write(report(findings))
    return regions, has_errors(findings)


def _printed(project: "Project") -> Counter[str]:
    """Count on how many sheets in ``build/`` each record stands, but for tests of the layout."""
    counts: Counter[str] = Counter()
    for file in project.build.glob("*/*.json"):
        try:
            record = json.loads(file.read_text(encoding="utf-8"))
            if record.get("state") != "test":
                counts.update(str(row[0]) for row in record.get("services", []))
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            continue  # not one of ours, or damaged: it counts for nothing
    return counts


def confirm(words: argparse.Namespace) -> int:
    """Record that a person has checked a service."""
    from pipeline.desk.services import region_report
    from pipeline.project.disk import Project
    from pipeline.vouch.confirm import confirm as confirm_record
    from pipeline.vouch.confirm import find_record

    project = Project.at(words.project)
    on = words.on or words.today
    file = confirm_record(
        project, words.record, by=words.by, how=words.how, on=on, today=words.today
    )
    region, _ = find_record(project, words.record)
    sys.stderr.write(region_report(region, ["en"], words.today))
    print(file)
    return 0


def approve(words: argparse.Namespace) -> int:
    """Record that a person approves a locale's words."""
    from pipeline.project.disk import Project
    from pipeline.project.sources import known_locales, read_sources
    from pipeline.vouch.approve import approve as approve_words

    sources = read_sources(Project.at(words.project))
    (locale,) = known_locales(sources, [words.locale])
    articles = {article.id: article for article in sources.articles}
    chosen = words.article or (next(iter(articles)) if len(articles) == 1 else "")
    if chosen not in articles:
        known = " ".join(articles) or "(none)"
        raise PolyleafError(
            f"unknown article '{chosen}'; known: {known}"
            if chosen
            else f"say which article with --article: {known}"
        )
    given = approve_words(
        sources,
        articles[chosen],
        locale,
        by=words.by,
        role=words.role,
        named=words.named,
        on=words.on or words.today,
        today=words.today,
    )
    sys.stderr.write(report(given.findings))
    if not given.path or not given.wording:
        print(f"not approved: {chosen} in {locale} has errors", file=sys.stderr)
        return 1
    counts = Counter(part.kind for part in given.wording.parts)
    print(
        f"approved by {words.by} as {words.role}: {chosen} in {locale}, "
        f"{counts['unit']} units, {counts['words']} of the sheet's own words, "
        f"{counts['citation']} printed citations, {counts['term']} terms",
        file=sys.stderr,
    )
    print(given.path)
    return 0


def inspect(words: argparse.Namespace) -> int:
    """Print what a finished PDF is."""
    from pipeline.desk.inspect import inspect as inspect_file
    from pipeline.project.disk import Project
    from pipeline.project.sources import read_sources

    sources = read_sources(Project.at(words.project))
    status = 0
    for file in words.files:
        try:
            found = inspect_file(sources, _bytes(file), str(file), words.today)
        except PolyleafError as error:
            print(f"polyleaf: {file}: {error}", file=sys.stderr)
            status = 2
            continue
        print(file)
        width = max(len(word) for word, _ in found.rows)
        for word, text in found.rows:
            print(f"    {word.ljust(width)}  {text}")
        sys.stdout.write(report(found.findings))
        status = status if found.is_good else max(status, 1)
    return status


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise PolyleafError(f"cannot be read: {error.strerror}") from None
