"""What each command does; results go to standard output, everything else to standard error."""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from pipeline.build.sources import known_locales, read_sources
from pipeline.cli.report import count, report
from pipeline.project import Project
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding, has_errors


def pdf(words: argparse.Namespace) -> int:
    """Build sheets."""
    from pipeline.build.sheet import build_sheet, make_order, remove_earlier

    project = Project.at(words.project)
    sources = read_sources(project)
    locales = known_locales(sources, _names(words.locales))
    order, found = make_order(
        project,
        region=words.region,
        clinic=words.clinic,
        paper=words.paper,
        edition=words.edition,
        draft=words.draft,
    )
    _complain([*sources.findings, *found])
    for broken in sources.broken.values():
        for locale in locales:
            remove_earlier(project, broken, locale)
    if order is None:
        return 1
    refused = list(sources.broken)
    failed = False
    sheets = [(article, locale) for locale in locales for article in sources.articles]
    with tempfile.TemporaryDirectory(prefix="polyleaf-") as folder:
        for number, (article, locale) in enumerate(sheets, 1):
            _progress(f"[{number}/{len(sheets)}] {article.id} {locale}")
            try:
                result = build_sheet(sources, article, locale, order, Path(folder))
            except PolyleafError as error:
                _progress("")
                print(f"polyleaf: {article.id} in {locale}: {error}", file=sys.stderr)
                remove_earlier(project, article.id, locale)
                failed = True
                continue
            _progress("")
            _complain(result.findings)
            if result.pages:
                print(result.path)
            else:
                refused.append(f"{article.id} in {locale}")
    for name in refused:
        print(f"refused: {name}", file=sys.stderr)
    if failed:
        return 2
    return 1 if refused else 0


def messages(words: argparse.Namespace) -> int:
    """Update catalogs."""
    from pipeline.build.messages import update_catalogs

    sources = read_sources(Project.at(words.project))
    locales = known_locales(sources, _names(words.locales))
    changed, findings = update_catalogs(sources, locales, datetime.now(UTC))
    for path in changed:
        print(path)
    findings = [*sources.findings, *findings]
    _complain(findings)
    return 1 if has_errors(findings) else 0


def check(words: argparse.Namespace) -> int:
    """Print every finding."""
    from pipeline.build.records import check_records
    from pipeline.build.sources import article_catalog, sheet_catalog

    project = Project.at(words.project)
    sources = read_sources(project)
    findings = list(sources.findings)
    for locale in known_locales(sources, _names(words.locales)):
        findings += sheet_catalog(sources, locale)[1]
        for article in sources.articles:
            findings += article_catalog(sources, article, locale)[1]
    findings += check_records(project)
    sys.stdout.write(report(findings) or f"{count([])}\n")
    return 1 if has_errors(findings) else 0


def bench(words: argparse.Namespace) -> int:
    """Measure and print the table."""
    from pipeline.bench.run import bench as measure

    sys.stdout.write(measure(Project.at(words.project), words.locale))
    return 0


def clean(words: argparse.Namespace) -> int:
    """Empty the folder of finished sheets."""
    project = Project.at(words.project)
    if project.build.is_symlink():
        raise PolyleafError(f"{project.build} is a link: remove it by hand")
    for entry in project.build.glob("*"):
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry.name != ".gitignore":
            entry.unlink()
    return 0


def _names(words: Iterable[str]) -> list[str]:
    """Split names, because make hands several over as one word."""
    return [name for word in words for name in word.split()]


def _complain(findings: Iterable[Finding]) -> None:
    sys.stderr.write(report(findings))


def _progress(text: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\033[K{text}")
        sys.stderr.flush()
