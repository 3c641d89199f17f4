"""What a page on a desk lists beside its text: the heads of its sections, to go there."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.values.article import Block, Inline

_LEFT_OUT = {"footnote", "image", "placeholder"}
"""What a head says besides its words; a number to call would be a link within a link."""


def listed_heads(body: Sequence[Block]) -> tuple[Block, ...]:
    """Return the heads of an article's sections and frames, in words that may stand in a link.

    Those of crisis notes are left out: the page has a way of its own to them.
    """
    return tuple(replace(head, content=tuple(_words(head.content))) for head in _heads(body))


def _heads(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if block.kind == "heading" and block.level == 2:
            yield block
        elif block.kind == "container" and not block.name.startswith("crisis"):
            yield from _heads(block.children)


def _words(content: Sequence[Inline]) -> Iterator[Inline]:
    for part in content:
        if part.kind == "link":
            yield from _words(part.children)
        elif part.kind not in _LEFT_OUT:
            yield replace(part, children=tuple(_words(part.children)))
