"""Where an article's links lead in a locale: to the same address, or to its own."""

from collections.abc import Mapping
from dataclasses import replace

from pipeline.records.typography import parents_of
from pipeline.values.article import Article, Inline


def links_of(article: Article, locale: str) -> Mapping[str, str]:
    """Return the addresses that differ in a locale, after the article's table and its parents'."""
    found: dict[str, str] = {}
    for name in (*reversed(tuple(parents_of(locale))), locale):
        found.update(article.links.get(name, {}))
    return found


def led_elsewhere(
    content: tuple[Inline, ...], links: Mapping[str, str], pictures: Mapping[str, str]
) -> tuple[Inline, ...]:
    """Return running text whose links lead to a locale's addresses, with the locale's pictures."""
    if not links and not pictures:
        return content
    others = {"link": links, "image": pictures}
    return tuple(
        replace(
            part,
            target=others.get(part.kind, {}).get(part.target, part.target),
            children=led_elsewhere(part.children, links, pictures),
        )
        for part in content
    )
