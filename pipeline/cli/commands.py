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
    from pipeline.build.sheet import build_sheet, make_order

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
    findings = [*sources.findings, *found]
    if has_errors(findings) or order is None:
        _complain(findings)
        return 1
    refused = []
    failed = False
    sheets = [(article, locale) for locale in locales for article in sources.articles]
    with tempfile.TemporaryDirectory(prefix="polyleaf-") as folder:
        for number, (article, locale) in enumerate(sheets, 1):
            _progress(f"[{number}/{len(sheets)}] {article.id} {locale}")
            try:
                result = build_sheet(sources, article, locale, order, Path(folder))
            except PolyleafError as error:
                _progress("")
                print(f"polyleaf: {locale}: {error}", file=sys.stderr)
                refused.append(f"{article.id} in {locale}")
                failed = True
                continue
            _progress("")
            _complain(result.findings)
            if result.pages:
                print(project.name(result.path))
            else:
                refused.append(f"{article.id} in {locale}")
    for name in refused:
        print(f"refused: {name}", file=sys.stderr)
    return 2 if failed else 1 if refused else 0


def messages(words: argparse.Namespace) -> int:
    """Update catalogs."""
    from pipeline.build.messages import update_catalogs

    project = Project.at(words.project)
    sources = read_sources(project)
    locales = known_locales(sources, _names(words.locales))
    if has_errors(sources.findings):
        _complain(sources.findings)
        return 1
    changed, findings = update_catalogs(sources, locales, datetime.now(UTC))
    for path in changed:
        print(project.name(path))
    _complain(findings)
    return 1 if has_errors(findings) else 0


def check(words: argparse.Namespace) -> int:
    """Print every finding."""
    from pipeline.build.sources import article_catalog, sheet_catalog

    project = Project.at(words.project)
    sources = read_sources(project)
    findings = list(sources.findings)
    for locale in known_locales(sources, _names(words.locales)):
        findings += sheet_catalog(sources, locale)[1]
        for article in sources.articles:
            findings += article_catalog(sources, article, locale)[1]
    findings += project.publisher()[1]
    for code in project.region_codes():
        findings += project.region(code)[1]
    for name in project.clinic_names():
        findings += project.clinic(name)[1]
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
