"""Checking all that a project holds, without typesetting: ``make check``."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from pipeline.check.unjudged import not_judged, not_judged_in
from pipeline.project.sources import Sources, article_catalog, sheet_catalog
from pipeline.publish.executors import Executor, Lost, Spent
from pipeline.records.glossary import terms_of
from pipeline.records.typography import what_printing_lacks
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding, NotJudged, Severity, has_errors
from pipeline.vouch.standing import judge_text, review_overdue

_Common = tuple[Sources, date]


def check_texts(
    sources: Sources,
    locales: Sequence[str],
    today: date,
    executor: Executor,
    spotless: Callable[[str], object] = bool,
) -> Iterator[Finding]:
    """Yield what is wrong with articles and catalogs, locale by locale in their order.

    ``spotless`` is told of each locale in which nothing is found.
    """
    yield from sources.findings
    for article in sources.articles:
        yield from review_overdue(article, today)
    judged = executor.run(_check, (sources, today), locales)
    for locale, found in zip(locales, judged, strict=True):
        if isinstance(found, Lost | Spent):
            raise PolyleafError(
                f"the check of {found.task} crashed twice: see whether memory is limited"
            )
        if not found:
            spotless(locale)
        yield from found


def _check(common: _Common, locale: str) -> list[Finding]:
    sources, today = common
    sources.own_languages.enforce()
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
