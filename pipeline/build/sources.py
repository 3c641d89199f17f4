"""Everything that a project holds, read once and checked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.catalog.messages import SHEET, article_messages, sheet_messages
from pipeline.check.article import check_article
from pipeline.check.catalog import check_catalog, check_sheet
from pipeline.compose.sheet import template_sources
from pipeline.project import Project
from pipeline.translate.source import source_catalog
from pipeline.values.article import Article
from pipeline.values.citation import Reference
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding
from pipeline.values.message import Catalog, Message

GAPS = ("CAT010", "CAT011")
"""Findings that a draft lives with: what is not translated yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The articles of a project and what they need, with all findings about them."""

    project: Project
    articles: Sequence[Article]
    references: Mapping[str, Reference]
    sheet_words: Sequence[Message]
    findings: Sequence[Finding]

    @property
    def locales(self) -> list[str]:
        """The locales that can be printed: those with catalogs, and the articles' own."""
        own = {article.language for article in self.articles}
        return sorted(own.union(self.project.locales()))


def read_sources(project: Project) -> Sources:
    """Read the articles and references of a project and check them against each other."""
    articles, findings = project.articles()
    references, found = project.references()
    findings += found
    images = project.images()
    for article in articles:
        findings += check_article(article, references, images)
    return Sources(
        project=project,
        articles=articles,
        references=references,
        sheet_words=sheet_messages(template_sources()),
        findings=findings,
    )


def known_locales(sources: Sources, names: Sequence[str]) -> list[str]:
    """Return the locales asked for, all of them where none is; one unknown name refuses all."""
    known = sources.locales
    unknown = [name for name in names if name not in known]
    if unknown:
        name = unknown[0]
        raise PolyleafError(
            f"unknown locale '{name}'; known: {' '.join(known)}; to start it, make the folder "
            f"locales/{name}/LC_MESSAGES and run make messages"
        )
    return list(dict.fromkeys(names)) or known


@dataclass(frozen=True, slots=True, kw_only=True)
class LocaleTexts:
    """The catalogs of one article in one locale, with all findings about them."""

    catalog: Catalog | None
    words: Catalog | None
    findings: Sequence[Finding]


def locale_texts(sources: Sources, article: Article, locale: str) -> LocaleTexts:
    """Read and check the catalogs that a sheet needs."""
    words, findings = sheet_catalog(sources, locale)
    catalog, found = article_catalog(sources, article, locale)
    return LocaleTexts(catalog=catalog, words=words, findings=[*found, *findings])


def article_catalog(
    sources: Sources, article: Article, locale: str
) -> tuple[Catalog | None, list[Finding]]:
    """Read and check an article's catalog in a locale; the source is its own catalog."""
    if locale == article.language:
        return source_catalog(article_messages(article), locale, article.path), []
    catalog, _, findings = sources.project.catalog(locale, article.id)
    if catalog:
        findings = [*findings, *check_catalog(article, catalog)]
    return catalog, findings


def sheet_catalog(sources: Sources, locale: str) -> tuple[Catalog | None, list[Finding]]:
    """Read and check the catalog of the sheet's own words, which are written in English."""
    if locale == "en":
        return source_catalog(sources.sheet_words, locale, "pipeline/compose"), []
    catalog, _, findings = sources.project.catalog(locale, SHEET)
    if catalog:
        findings = [*findings, *check_sheet(sources.sheet_words, catalog)]
    return catalog, findings
