"""``polyleaf pdf``: print sheets."""

import argparse
import os
import sys
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli import options
from pipeline.cli.report import complain, progress
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding

if TYPE_CHECKING:
    from pipeline.project import Project
    from pipeline.project.sources import Sources
    from pipeline.publish.order import Order
    from pipeline.publish.press import Press
    from pipeline.publish.sheet import Result
    from pipeline.values.article import Article


SUMMARY = "print sheets"
DESCRIPTION = (
    "Check, typeset and verify sheets, and put those that pass into build/. The path of each "
    "is printed; a locale that is refused leaves no sheet behind and stops no other."
)


MANY = 8
"""How many sheets are taken to be asked for where no locale is named."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    options.add_locales(parser)
    parser.add_argument(
        "--region",
        default="",
        metavar="CODE",
        help="where the sheet is handed out, such as US or GB; it decides the crisis numbers and "
        "the paper; intl prints no numbers (default: the clinic's, else the publisher's)",
    )
    parser.add_argument(
        "--clinic", default="", metavar="ID", help="a profile of source/clinics/, without .toml"
    )
    parser.add_argument(
        "--paper", default="", metavar="PAPER", help="letter or a4 (default: the region's)"
    )
    parser.add_argument(
        "--edition",
        default="handout",
        metavar="NAMES",
        help="the printed form: handout (the default), large-print, brochure, bilingual, booklet, "
        "several of them in quotes, or all that make sense",
    )
    parser.add_argument(
        "--force", action="store_true", help="build again what is already built from the same"
    )
    parser.add_argument(
        "--approved",
        action="store_true",
        help="refuse every sheet that may not call itself approved, instead of printing a proof",
    )
    options.add_today(parser)
    parser.add_argument(
        "--draft",
        action="store_true",
        help="print untranslated passages in English, marked, into a file named …-draft.pdf",
    )


def run(words: argparse.Namespace) -> int:
    """Build sheets."""
    from pipeline.project import Project

    # First of all the workers, so that they load the typesetter while the articles are read.
    from pipeline.publish.press import Press

    names = options.split(words.locales)
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
        return _pdf(words, wanted, Project.at(words.project), press, Path(folder))


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
    from pipeline.publish.order import make_order, makes_sense
    from pipeline.publish.shelf import remove_earlier

    sources = read_sources(project)
    locales = known_locales(sources, options.split(words.locales), allow_pseudo=True)
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
    complain(findings)
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
        progress(f"[{number}/{len(sheets)}] {sheet.name}")
        sheet.begin(press, folder)
        waiting.append(sheet)
        while waiting and waiting[0].is_ready():
            waiting.popleft().end()
    while waiting:
        waiting.popleft().end()
    complain(_unconfirmed(orders[0], [sheet.locale for sheet in sheets]))
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
        progress("")
        complain(result.findings)
        if result.unchanged:
            print(f"unchanged: {self.name}", file=sys.stderr)
        if result.pages or result.unchanged:
            for path in (result.path, *result.beside):
                print(path, flush=True)
        else:
            self.status = 1

    def _fail(self, error: PolyleafError) -> None:
        from pipeline.publish.shelf import remove_earlier

        progress("")
        print(f"polyleaf: {self.name}: {error}", file=sys.stderr)
        edition = self._order.edition.name
        remove_earlier(self._sources.project, self._article.id, self.locale, edition)
        self.status = 2
