"""What is large about a sheet: named where it took more than its bounds to make."""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, fields, is_dataclass

from pipeline.check.picture import pictures_of
from pipeline.project.sources import Sources
from pipeline.publish.executors.bounds import MEMORY, Bounds
from pipeline.publish.order import Order
from pipeline.values.article import Article
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding, Severity

LONG = {
    "letters": 3_000,
    "letters in a name": 200,
    "lines": 12,
    "footnotes": 60,
    "table cells": 300,
    "paragraphs": 600,
    "bytes": 500_000,
}
"""What is long for its kind: what exceeds it by the most is what is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Large:
    """Something that may be too large."""

    count: int
    unit: str
    """A key of `LONG`."""
    what: str
    path: str
    line: int = 0

    @property
    def share(self) -> float:
        """Return how many times it is as large as something long."""
        return self.count / LONG[self.unit]


def spent_finding(
    sources: Sources, article: Article, locale: str, order: Order, what: str, bounds: Bounds
) -> Finding:
    """Return the finding about a sheet that took too much, with the largest of what it is of."""
    large = max(
        (
            *_of_article(article),
            *(
                one
                for name in order.locales(locale, article.language)
                for one in _of_catalog(sources, article, name)
            ),
            *_of_records(sources, order),
            *_of_pictures(sources, article),
        ),
        key=lambda one: one.share,
    )
    much = (
        f"{bounds.megabytes:,} MB of memory"
        if what == MEMORY
        else f"{bounds.seconds} seconds of processor time"
    )
    unit = "letters" if large.unit == "letters in a name" else large.unit
    named = f"largest in it: {large.what}, {large.count:,} {unit}"
    return Finding(
        code="PDF024",
        severity=Severity.ERROR,
        path=large.path if large.share > 1 else article.path,
        line=large.line if large.share > 1 else 0,
        message=f"the sheet would take more than {much}; "
        f"{named if large.share > 1 else 'no text or picture in it is large by itself'}",
        fix="make it smaller or split it; where the sheet is right as it is, allow more with "
        "--cpu-seconds or --memory",
        locale=locale,
        article=article.id,
    )


def _of_article(article: Article) -> Iterator[Large]:
    """Yield each text, and how many there are of each kind."""
    counts: Counter[str] = Counter()
    places: dict[str, int] = {}
    for block in article.blocks():
        unit = {"cell": "table cells"}.get(block.kind, "paragraphs")
        counts[unit] += 1
        places.setdefault(unit, block.line)
    counts["footnotes"] = len(article.footnotes)
    names = {"table cells": "its tables", "footnotes": "its footnotes"}
    for unit, count in counts.items():
        what = names.get(unit, "the article")
        yield Large(count=count, unit=unit, what=what, path=article.path, line=places.get(unit, 0))
    for one in article.units():
        yield Large(
            count=len(one.text),
            unit="letters",
            what=f"the {one.role}",
            path=article.path,
            line=one.line,
        )


def _of_catalog(sources: Sources, article: Article, locale: str) -> Iterator[Large]:
    with suppress(PolyleafError):
        catalog, _, _ = sources.project.catalog(locale, article.id)
        for (_, text), entry in catalog.translations.items() if catalog else ():
            yield Large(
                count=len(entry.text),
                unit="letters",
                what=f"the translation of “{text[:40]}”",
                path=entry.path or (catalog.path if catalog else ""),
                line=entry.line,
            )


def _of_records(sources: Sources, order: Order) -> Iterator[Large]:
    publisher = sources.project.name(sources.project.source / "publisher.toml")
    yield from _texts(order.publisher, publisher, "")
    if order.clinic:
        yield from _texts(order.clinic, f"source/clinics/{order.clinic.id}.toml", "")
    if order.region:
        yield from _texts(order.region, f"source/regions/{order.region.code}.toml", "")


def _texts(value: object, path: str, name: str) -> Iterator[Large]:
    """Yield each text of a record under the name of its field."""
    if isinstance(value, str):
        yield Large(count=len(value), unit="letters in a name", what=name, path=path)
        yield Large(count=value.count("\n") + 1, unit="lines", what=name, path=path)
    elif is_dataclass(value):
        for one in fields(value):
            if one.name in _OURS:
                continue
            yield from _texts(getattr(value, one.name), path, one.name)
    elif isinstance(value, tuple | list):
        yield Large(count=len(value), unit="lines", what=name, path=path)
        for part in value:
            yield from _texts(part, path, name)
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part, path, name)


_OURS = ("digest",)
"""Fields that nobody wrote."""


def _of_pictures(sources: Sources, article: Article) -> Iterator[Large]:
    for name, line in pictures_of(article):
        with suppress(PolyleafError):
            count = len(sources.project.image(name))
            yield Large(
                count=count, unit="bytes", what=f"the picture {name}", path=article.path, line=line
            )
