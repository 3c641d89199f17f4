"""Checking all that a project holds, without typesetting: ``make check``."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from pipeline.check.picture import pictures_of
from pipeline.check.unjudged import not_judged, not_judged_in
from pipeline.compose.letters import borrowed_families
from pipeline.compose.works import cited_works
from pipeline.project.sources import Sources, article_catalog, sheet_catalog
from pipeline.publish.executors import Executor, Lost, Spent
from pipeline.publish.texts import article_texts, missing_letters, picture_texts, works_texts
from pipeline.records.glossary import terms_of
from pipeline.records.numerals import numerals_of
from pipeline.records.typography import known_families, locale_named, what_printing_lacks
from pipeline.translate.pictures import local_pictures
from pipeline.typeset.fonts import FontSet, installed_fonts
from pipeline.values.article import Article
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding, NotJudged, Severity, has_errors
from pipeline.values.message import Catalog
from pipeline.vouch.standing import judge_text, review_overdue

_Common = tuple[Sources, date, FontSet | None]


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
    fonts = installed_fonts(known_families()) if locales else None
    sources.own_languages.enforce()
    for locale in locales:
        # Kept for the next time, which a worker may not do; its copies have it.
        numerals_of(locale)
    judged = executor.run(_check, (sources, today, fonts), locales)
    told = set[Finding]()
    for locale, found in zip(locales, judged, strict=True):
        if isinstance(found, Lost | Spent):
            raise PolyleafError(
                f"the check of {found.task} crashed twice: see whether memory is limited"
            )
        if not found:
            spotless(locale)
        for one in found:
            # What a parent's catalog has is told once, however many children take it over.
            where = replace(one, locale="")
            if where not in told:
                told.add(where)
                yield one


def _check(common: _Common, locale: str) -> list[Finding]:
    sources, today, fonts = common
    sources.own_languages.enforce()
    return list(check_locale(sources, locale, today, fonts))


def check_locale(
    sources: Sources, locale: str, today: date, fonts: FontSet | None = None
) -> Iterator[Finding]:
    """Yield what is wrong with a locale's catalogs, credits and approvals.

    Of letters that nothing can print it is told where there are ``fonts``, those of the locale.
    """
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
        if catalog and fonts and not lacks:
            yield from _unprintable(sources, article, catalog, fonts)
        if catalog and words and not has_errors([*lacks, *findings, *sheet_findings]):
            yield from judge_text(sources, article, catalog, words, today).findings
            judged = True
    if not judged:
        yield from sources.given(locale).findings
        yield from sources.credits(locale)[1]


def _unprintable(
    sources: Sources, article: Article, catalog: Catalog, fonts: FontSet
) -> Iterator[Finding]:
    """Report letters of an article and its pictures that no font of the locale's sheets has."""
    names = [name for name, _ in pictures_of(article) if name in sources.images]
    local = local_pictures(names, catalog.locale, sources.images)
    shown = [local.get(name, name) for name in names]
    pictures = picture_texts((name, sources.project.image(name)) for name in shown)
    works = works_texts(cited_works(article, sources.references).values())
    written = [*article_texts(article, catalog), *works]
    texts = [*written, *pictures]
    own = locale_named(catalog.locale).typography.families
    here = fonts.of(own)
    if here and any(missing_letters(texts, here, catalog.locale)):
        borrowed = borrowed_families((text.plain for text in written), own)
        here = fonts.of({*own, *borrowed})
        yield from missing_letters(texts, here, catalog.locale) if here else ()


def unjudged(sources: Sources, locales: Sequence[str]) -> Iterator[NotJudged]:
    """Yield what no rule has judged in articles and catalogs, for want of a list."""
    for article in sources.articles:
        yield from not_judged_in(article)
    own = {article.language for article in sources.articles}
    for locale in locales:
        if locale not in own:
            yield from not_judged(locale, terms_of(sources.terms, locale))
