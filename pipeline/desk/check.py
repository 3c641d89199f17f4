"""Checking all that a project holds, without typesetting: ``make check``."""

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date

from pipeline.check.unjudged import not_judged, not_judged_in
from pipeline.project.sources import Sources, article_catalog, sheet_catalog
from pipeline.records.glossary import terms_of
from pipeline.records.typography import what_printing_lacks
from pipeline.values.finding import Finding, NotJudged, Severity, has_errors
from pipeline.vouch.standing import judge_text, review_overdue

SEVERAL = 8
"""From how many locales on it is worth the while to let several processes check them."""


def check_texts(sources: Sources, locales: Sequence[str], today: date) -> Iterator[Finding]:
    """Yield what is wrong with articles and catalogs, locale by locale in their order."""
    yield from sources.findings
    for article in sources.articles:
        yield from review_overdue(article, today)
    workers = min(os.cpu_count() or 1, len(locales))
    if len(locales) < SEVERAL or workers < 2:
        for locale in locales:
            yield from check_locale(sources, locale, today)
        return
    # Forked, so that each process has the articles already.
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, context, _remember, (sources, today)) as pool:
        size = max(1, len(locales) // (4 * workers))
        for findings in pool.map(_check, locales, chunksize=size):
            yield from findings


_shared: list[tuple[Sources, date]] = []


def _remember(sources: Sources, today: date) -> None:
    _shared[:] = [(sources, today)]


def _check(locale: str) -> list[Finding]:
    ((sources, today),) = _shared
    return list(check_locale(sources, locale, today))


def check_locale(sources: Sources, locale: str, today: date) -> Iterator[Finding]:
    """Yield what is wrong with a locale's catalogs, credits and approvals."""
    lacks = [
        Finding(
            code="CAT006",
            severity=Severity.ERROR,
            path=f"locales/{locale}",
            message=what,
            fix=fix,
            locale=locale,
        )
        for what, fix in what_printing_lacks(locale)
    ]
    yield from lacks
    words, sheet_findings = sheet_catalog(sources, locale)
    yield from sheet_findings
    judged = False
    for article in sources.articles:
        catalog, findings = article_catalog(sources, article, locale)
        yield from findings
        if catalog and words and not has_errors([*lacks, *findings, *sheet_findings]):
            yield from judge_text(sources, article, catalog, words, today).findings
            judged = True
    if not judged:
        yield from sources.given(locale).findings
        yield from sources.credits(locale)[1]


def unjudged(sources: Sources, locales: Sequence[str]) -> Iterator[NotJudged]:
    """Yield what no rule has judged in articles and catalogs, for want of a list."""
    for article in sources.articles:
        yield from not_judged_in(article)
    own = {article.language for article in sources.articles}
    for locale in locales:
        if locale not in own:
            yield from not_judged(locale, terms_of(sources.terms, locale))
