"""What must be known of an article to tell whether its sheets are what they would be now.

Of a thousand articles most have not changed since they were last read and found sound. What is
known of those is kept by the hash of all that it rests on; they are read when a sheet is due.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from pipeline.values.article import Article, opening_note, walk_inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What of an article decides from which files its sheets are made."""

    id: str
    path: str
    language: str
    review_by: date
    pictures: tuple[str, ...]
    """The names of its pictures, its cover's too."""
    cites: tuple[str, ...]
    """The keys of the works that it cites."""
    has_note: bool
    """Whether a crisis note opens it."""


def facts_of(article: Article) -> Facts:
    """Return what of an article decides from which files its sheets are made."""
    cites = (cite.key for one in article.citations() for cite in one.cites)
    return Facts(
        id=article.id,
        path=article.path,
        language=article.language,
        review_by=article.review_by,
        pictures=tuple(dict.fromkeys(pictures_in(article))),
        cites=tuple(sorted(set(cites))),
        has_note=bool(opening_note(article.body)[0]),
    )


def pictures_in(article: Article) -> Iterator[str]:
    """Yield the names of an article's pictures, its cover's last."""
    for block in article.blocks():
        for inline in walk_inlines(block.content):
            if inline.kind == "image":
                yield inline.target
    yield from filter(None, (article.cover,))


def to_json(facts: Facts) -> list[Any]:
    """Return facts in the form in which they are kept."""
    day = facts.review_by.isoformat()
    lists = [*facts.pictures], [*facts.cites]
    return [facts.id, facts.path, facts.language, day, *lists, facts.has_note]


def from_json(kept: Any) -> Facts | None:
    """Return facts as they were kept; ``None`` where that is something else."""
    try:
        article, path, language, day, pictures, cites, has_note = kept
        return Facts(
            id=str(article),
            path=str(path),
            language=str(language),
            review_by=date.fromisoformat(day),
            pictures=tuple(map(str, pictures)),
            cites=tuple(map(str, cites)),
            has_note=bool(has_note),
        )
    except (TypeError, ValueError):
        return None
