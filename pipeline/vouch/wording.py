"""All words of an article in a locale that an approval binds, and their hashes."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pipeline.catalog.change import normal_text
from pipeline.check.picture import pictures_of
from pipeline.compose.citation import citation_text, printed_citation
from pipeline.compose.works import cited_works
from pipeline.project.sources import Sources
from pipeline.records.glossary import terms_of
from pipeline.records.typography import citation_form
from pipeline.translate.links import links_of
from pipeline.translate.pictures import local_pictures
from pipeline.values.approval import Bound, Wording
from pipeline.values.article import Article, walk_inlines
from pipeline.values.message import Catalog

Stated = tuple[str, tuple[str, ...], str, int]
"""The kind of a statement, what it is about, what it says, and its line in the article, 0 for
none."""


def stated_words(
    sources: Sources, article: Article, catalog: Catalog, words: Catalog
) -> list[Stated]:
    """Gather all words of an article in a locale that an approval binds.

    They are the article's version, its units and pictures in reading order, the sheet's own words,
    the printed citations and the locale's terms. A unit whose translation is missing or fuzzy
    counts as empty.
    """
    return [
        ("facts", ("version",), article.version, 0),
        ("facts", ("review-by",), article.review_by.isoformat(), 0),
        *(
            ("facts", ("link", here), there, 0)
            for here, there in links_of(article, catalog.locale).items()
        ),
        *_units(sources, article, catalog),
        *(
            ("words", (message.context, message.text), words.usable(message.key) or "", 0)
            for message in sources.sheet_words
        ),
        *_citations(sources, article, catalog.locale),
        *(
            ("term", (term.term,), " / ".join((term.preferred, *term.variants)), 0)
            for term in terms_of(sources.terms, catalog.locale)
        ),
    ]


def wording_of(stated: Sequence[Stated], *, is_source: bool) -> Wording:
    """Return the hashes of words; of the source, quotes, spaces and dashes count in one form."""
    bound = [_in_one_form(one, is_source=is_source) for one in stated]
    hashed = [(one[0], *pair) for one, pair in zip(stated, bound, strict=True)]
    return Wording(
        parts=tuple(
            Bound(
                kind=kind,
                key=_short(normal),
                digest=_short(said),
                exact=(_short(key), _short(text)),
                shown=key[-1],
                line=line,
            )
            for (kind, key, text, line), (normal, said) in zip(stated, bound, strict=True)
        ),
        digest=_hash([(kind, key, text) for kind, key, text, _ in stated]),
        bound=_hash(hashed),
        text=_hash([one for one in hashed if one[0] != "words"]),
    )


def _in_one_form(one: Stated, *, is_source: bool) -> tuple[tuple[str, ...], str]:
    """Return what a statement is about and what it says, the signs of the source in one form."""
    kind, key, text, _ = one
    if kind not in ("unit", "words"):
        return key, text
    return (*key[:-1], normal_text(key[-1])), normal_text(text) if is_source else text


def _units(sources: Sources, article: Article, catalog: Catalog) -> Iterator[Stated]:
    """Yield the units in reading order, and between them pictures and the places of services."""
    names = [name for name, _ in pictures_of(article)]
    own = local_pictures(names, catalog.locale, sources.images)
    line = 0
    for block in article.blocks():
        line = block.line or line
        if block.kind == "services":
            yield "unit", ("services", "{services}"), "", line
        inlines = [*walk_inlines(block.content)]
        units = [unit for inline in inlines for unit in inline.units]
        for unit in [block.unit, *units] if block.unit else units:
            text = catalog.usable(unit.key) or ""
            yield "unit", (unit.role, unit.context, unit.text), text, unit.line
        for inline in inlines:
            if inline.kind == "image":
                shown = sources.project.image(own.get(inline.target, inline.target))
                content = hashlib.sha256(shown).hexdigest()
                yield "picture", (inline.target,), content, line


def _citations(sources: Sources, article: Article, locale: str) -> Iterator[Stated]:
    form, works = citation_form(locale), cited_works(article, sources.references)
    for code in dict.fromkeys(article.citations()):
        printed = printed_citation(code, works, form)
        yield "citation", (str(code),), citation_text(printed), 0


_json = json.JSONEncoder(ensure_ascii=False).encode


def _hash(value: object) -> str:
    return hashlib.sha256(_json(value).encode()).hexdigest()


@lru_cache(maxsize=4096)
def _short(value: str | tuple[str, ...]) -> str:
    """Return a short hash: of the source's words, for all locales once."""
    return _hash(value)[:16]
