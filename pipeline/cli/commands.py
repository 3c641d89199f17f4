"""What each command does; results go to standard output, everything else to standard error."""

import argparse
import os
import shutil
import sys
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.report import count, report
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding, has_errors

if TYPE_CHECKING:
    from pipeline.project.disk import Project
    from pipeline.project.sources import Sources
    from pipeline.publish.press import Press
    from pipeline.publish.sheet import Order, Result
    from pipeline.values.article import Article


MANY = 8
"""How many sheets are taken to be asked for where no locale is named."""


def pdf(words: argparse.Namespace) -> int:
    """Build sheets."""
    # First of all the workers, so that they load the typesetter while the articles are read.
    from pipeline.publish.press import Press

    names = _names(words.locales)
    wanted = _editions(words.edition)
    articles = len(list((words.project / "source").glob("*.md")))
    sheets = (len(names) or MANY) * articles * len(wanted)
    workers = max(1, min(sheets, os.cpu_count() or 1))
    # Where sheets were built before, most often nothing or little has changed since.
    eager = words.force or not any((words.project / "build").glob("*/*.json"))
    with (
        Press(workers, eager=eager) as press,
        tempfile.TemporaryDirectory(prefix="polyleaf-") as folder,
    ):
        return _pdf(words, wanted, _project(words.project), press, Path(folder))


def _editions(names: str) -> list[str]:
    """Return the editions asked for, each once; ``all`` stands for every one."""
    from pipeline.compose.sheet import editions

    asked = names.split() or ["handout"]
    return list(dict.fromkeys(editions() if "all" in asked else asked))


def _pdf(
    words: argparse.Namespace,
    wanted: Sequence[str],
    project: "Project",
    press: "Press",
    folder: Path,
) -> int:
    from pipeline.project.sources import known_locales, read_sources
    from pipeline.publish.sheet import make_order, makes_sense, remove_earlier

    sources = read_sources(project)
    locales = known_locales(sources, _names(words.locales), allow_pseudo=True)
    orders: list[Order] = []
    findings = [*sources.findings]
    for edition in wanted:
        order, found = make_order(
            project,
            region=words.region,
            clinic=words.clinic,
            paper=words.paper,
            edition=edition,
            draft=words.draft,
            today=words.today,
            approved=words.approved,
            force=words.force,
        )
        findings += found
        orders += [order] if order else []
    _complain(findings)
    for broken in sources.broken.values():
        for locale in locales:
            remove_earlier(project, broken, locale)
    if len(orders) < len(wanted):
        # None of the sheets can be said to be current while that is wrong.
        for article in sources.articles:
            for locale in locales:
                remove_earlier(project, article.id, locale)
        return 1
    sheets = [
        _Sheet(sources, article, locale, order)
        for locale in locales
        for order in orders
        for article in sources.articles
        if makes_sense(article, locale, order.edition)
    ]
    if not sheets and sources.articles:
        raise PolyleafError(
            f"there is no {wanted[0]} edition in the article's own language: name another locale"
        )
    waiting: deque[_Sheet] = deque()
    for number, sheet in enumerate(sheets, 1):
        _progress(f"[{number}/{len(sheets)}] {sheet.name}")
        sheet.begin(press, folder)
        waiting.append(sheet)
        while waiting and waiting[0].is_ready():
            waiting.popleft().end()
    while waiting:
        waiting.popleft().end()
    _complain(_unconfirmed(orders[0], [sheet.locale for sheet in sheets]))
    for name in [*sources.broken, *(sheet.name for sheet in sheets if sheet.status == 1)]:
        print(f"refused: {name}", file=sys.stderr)
    statuses = {sheet.status for sheet in sheets}
    if 2 in statuses:
        return 2
    return 1 if sources.broken or 1 in statuses else 0


def _unconfirmed(order: "Order", locales: Iterable[str]) -> Iterable[Finding]:
    """Warn once of each record on the sheets that nobody has confirmed, or not for long."""
    from pipeline.vouch.standing import footing_findings, footings_on_sheet

    if order.approved:
        return []  # there these are errors, told with the sheet that they keep from being printed
    footings = {
        one.name: (region, one)
        for locale in locales
        for region, one in footings_on_sheet(order.region, order.fallback, locale, order.today)
    }
    return footing_findings(footings.values(), approved=False)


class _Sheet:
    """One sheet on its way through the press, and what became of it."""

    def __init__(self, sources: "Sources", article: "Article", locale: str, order: "Order") -> None:
        edition = "" if order.edition.name == "handout" else f", {order.edition.name}"
        self.name = f"{article.id} in {locale}{edition}"
        self.locale = locale
        self.status = 0
        self._sources, self._article, self._order = sources, article, order
        self._answer: Callable[[], Result] | None = None
        self._is_done: Callable[[], bool] = lambda: True

    def begin(self, press: "Press", folder: Path) -> None:
        """Compose the sheet and hand it in."""
        from pipeline.publish.sheet import Prepared, finish_sheet, prepare_sheet

        try:
            made = prepare_sheet(self._sources, self._article, self.locale, self._order, folder)
        except PolyleafError as error:
            self._fail(error)
            return
        if isinstance(made, Prepared):
            prepared, handed = made, press.submit(made.job)
            self._is_done = handed.is_done
            self._answer = lambda: finish_sheet(self._sources.project, prepared, handed.wait())
        else:
            result = made
            self._answer = lambda: result

    def is_ready(self) -> bool:
        """Say whether the end need not be waited for."""
        return self._is_done()

    def end(self) -> None:
        """Wait for the sheet, and print where it lies or why it does not."""
        if not self._answer:
            return
        try:
            result = self._answer()
        except PolyleafError as error:
            self._fail(error)
            return
        _progress("")
        _complain(result.findings)
        if result.unchanged:
            print(f"unchanged: {self.name}", file=sys.stderr)
        if result.pages or result.unchanged:
            for path in (result.path, *result.beside):
                print(path, flush=True)
        else:
            self.status = 1

    def _fail(self, error: PolyleafError) -> None:
        from pipeline.publish.sheet import remove_earlier

        _progress("")
        print(f"polyleaf: {self.name}: {error}", file=sys.stderr)
        edition = self._order.edition.name
        remove_earlier(self._sources.project, self._article.id, self.locale, edition)
        self.status = 2


def layout(words: argparse.Namespace) -> int:
    """Draw layout sheets."""
    from pipeline.publish.layout import draw_layouts

    papers = [words.paper] if words.paper else []
    for path in draw_layouts(_project(words.project), _names(words.editions), papers):
        print(path, flush=True)
    return 0


def messages(words: argparse.Namespace) -> int:
    """Update catalogs."""
    from pipeline.desk.messages import update_catalogs
    from pipeline.project.sources import known_locales, read_sources

    sources = read_sources(_project(words.project))
    locales = known_locales(sources, _names(words.locales))
    changed, findings = update_catalogs(sources, locales, datetime.now(UTC))
    for path in changed:
        print(path)
    findings = [*sources.findings, *findings]
    _complain(findings)
    return 1 if has_errors(findings) else 0


def check(words: argparse.Namespace) -> int:
    """Print every finding."""
    from pipeline.desk.check import check_texts
    from pipeline.desk.records import check_records
    from pipeline.project.sources import known_locales, read_sources

    project = _project(words.project)
    sources = read_sources(project)
    locales = known_locales(sources, _names(words.locales))
    findings = list(check_texts(sources, locales, words.today))
    records = list(check_records(project, words.today))
    if words.format == "text":
        for heading, found in (
            ("Articles and catalogs", findings),
            ("Services and clinics", records),
        ):
            sys.stdout.write(f"{heading}\n" + (report(found) or f"{count([])}\n"))
    else:
        from pipeline.cli import formats

        write = {
            "json": formats.as_json,
            "github": formats.as_github,
            "sarif": formats.as_sarif,
        }[words.format]
        sys.stdout.write(write([*findings, *records]))
    failed = has_errors([*findings, *records]) or (words.strict and bool(findings or records))
    return 1 if failed else 0


def status(words: argparse.Namespace) -> int:
    """Print how far each locale is."""
    from pipeline.desk.status import progress, table
    from pipeline.project.sources import known_locales, read_sources

    sources = read_sources(_project(words.project))
    rows = list(progress(sources, known_locales(sources, _names(words.locales)), words.today))
    sys.stdout.write(table(rows))
    findings = [*sources.findings, *(found for row in rows for found in row.findings)]
    _complain(findings)
    return 1 if has_errors(findings) else 0


def locale(words: argparse.Namespace) -> int:
    """Start a language."""
    from pipeline.desk.messages import update_catalogs
    from pipeline.desk.status import progress, table
    from pipeline.project.sources import read_sources
    from pipeline.records.glossary import terms_of
    from pipeline.records.language import what_checks_lack
    from pipeline.records.typography import what_printing_lacks

    project = _project(words.project)
    project.start_locale(words.locale)
    sources = read_sources(project)
    changed, findings = update_catalogs(sources, [words.locale], datetime.now(UTC))
    for path in changed:
        print(path)
    sys.stdout.write(table(list(progress(sources, [words.locale], words.today))))
    needed = map(": ".join, what_printing_lacks(words.locale))
    _say("It cannot be printed before this is there:", needed)
    unseen = what_checks_lack(words.locale, terms_of(sources.terms, words.locale))
    _say("The checks would find more with:", unseen)
    _complain([*sources.findings, *findings])
    return 1 if has_errors([*sources.findings, *findings]) else 0


def _say(head: str, lines: Iterable[str]) -> None:
    """Print lines below their head, and nothing where there are none."""
    for number, line in enumerate(lines):
        sys.stdout.write(f"\n{head}\n" * (number == 0) + f"    {line}\n")


def doctor(words: argparse.Namespace) -> int:
    """Print what is missing on this computer."""
    from pipeline.doctor.examine import examine, render

    examination = examine(_project(words.project))
    sys.stdout.write(render(examination))
    return 0 if examination.is_well else 1


def clean(words: argparse.Namespace) -> int:
    """Empty the folder of finished sheets."""
    project = _project(words.project)
    if project.build.is_symlink():
        raise PolyleafError(f"{project.build} is a link: remove it by hand")
    for entry in project.build.glob("*"):
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry.name != ".gitignore":
            entry.unlink()
    return 0


def _project(folder: Path) -> "Project":
    from pipeline.project.disk import Project

    return Project.at(folder)


def _names(words: Iterable[str]) -> list[str]:
    """Split names, because make hands several over as one word."""
    return [name for word in words for name in word.split()]


def _complain(findings: Iterable[Finding]) -> None:
    sys.stderr.write(report(findings))


def _progress(text: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\033[K{text}")
        sys.stderr.flush()
