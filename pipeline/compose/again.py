"""What a page says above its text where it goes on with a section: the section's head once more."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.values.article import Block, Inline, walk_inlines

_UNITS = {"summary", "action", "flap"}
"""Containers that stand for themselves: what follows them goes on with no section."""

_PLAIN = {"text", "emphasis", "strong"}
"""What a head may be made of that is said again. Numbers to call stand where they are, and a
footnote has one mark."""

_COLON = re.compile(r"\s?(?::(?=\s)|\uff1a)(?=.*\w)", re.DOTALL)
"""The colon up to which a head is said where one line has no room for all of it."""


def begins_unit(item: Block) -> bool:
    """Say whether with a block of an article something begins that has a head of its own."""
    if item.kind == "container":
        return item.name.split()[0] in _UNITS
    return item.kind == "heading" and item.level == _SECTION


_SECTION = 2
"""The level of the headings of sections."""


def introduced_by(items: Sequence[Block]) -> Block | None:
    """Return what the text before the first section follows, if it has a head of its own.

    Where nothing stands before that text, it is what the text begins with.
    """
    if items and items[0].kind not in {"heading", "container"}:
        return items[0]
    for item, after in pairwise(items):
        if item.kind == "heading":
            return None
        if begins_unit(item) and after.kind not in {"heading", "container"}:
            return item
    return None


def heads_again(item: Block) -> tuple[tuple[Inline, ...], ...]:
    """Return what may be said again of a head, or of a title, the longest first."""
    if item.kind == "container" or any(
        one.kind not in _PLAIN for one in walk_inlines(item.content)
    ):
        return ()
    short = tuple(_to_colon(item.content))
    return (item.content, short) if short != item.content else (item.content,)


def _to_colon(content: tuple[Inline, ...]) -> Iterator[Inline]:
    """Yield running text up to its first colon."""
    for part in content:
        colon = _COLON.search(part.text) if part.kind == "text" else None
        if colon:
            yield replace(part, text=part.text[: colon.start()])
            return
        yield part
