"""An article as a tree: blocks that hold inlines, and the units that are translated."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pipeline.values.citation import Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """The smallest thing that is translated."""

    text: str
    """Inline Markdown on one logical line: what stands as msgid."""
    role: str
    """What it is on the page: ``heading``, ``paragraph``, ``alternative text``, ``title``, …"""
    context: str = ""
    """``crisis`` for units of a crisis note, else empty: what stands as msgctxt."""
    headings: tuple[str, ...] = ()
    """The headings above it, outermost first."""
    line: int
    """Its line in the article, counted from 1."""

    @property
    def key(self) -> tuple[str, str]:
        """Context and text: units with the same key share one translation."""
        return self.context, self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline:
    """A piece of running text."""

    kind: str
    """``text``, ``code``, ``emphasis``, ``strong``, ``link``, ``image``, ``break`` (a line break
    that the author wants), ``citation``, ``placeholder``, ``footnote``, ``html`` (refused)."""
    text: str = ""
    """The letters of text and code, an image's alternative text, a placeholder's name, a
    footnote's label, the tag of raw HTML."""
    children: tuple["Inline", ...] = ()
    target: str = ""
    """Where a link leads, or an image's file."""
    title: str = ""
    """A link's or an image's title."""
    citation: Citation | None = None
    units: tuple[Unit, ...] = ()
    """Alternative text and title, where the inline has them: translated on their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A piece of the page: a heading, a paragraph, or something that holds other blocks."""

    kind: str
    """``heading``, ``paragraph``, ``list``, ``item``, ``quote``, ``code``, ``rule``, ``table``,
    ``row``, ``cell``, ``definitions``, ``term``, ``description``, ``figure``, ``container``,
    ``services`` (where the crisis services of the region stand)."""
    line: int = 0
    content: tuple[Inline, ...] = ()
    unit: Unit | None = None
    """What is translated in this block itself, not in its children."""
    children: tuple["Block", ...] = ()
    name: str = ""
    """A container's name and variant (``crisis``, ``crisis short``); a heading's anchor."""
    level: int = 0
    """A heading's level, 2 to 6."""
    ordered: bool = False
    start: int = 1
    header: bool = False
    """Whether a table's row or cell is a header."""
    align: str = ""
    text: str = ""
    """The letters of a code block."""
    tight: bool = False
    """Whether a list's paragraphs stand close together."""
    gap: bool = False
    """Whether a draft shows English here, because a translation is missing."""
    icon: str = ""
    """The small drawing that stands beside a heading, by its name; empty for none."""
    width: str = ""
    """How wide a figure is: ``full``, ``half`` or ``third`` of the text; empty for its own size."""
    place: str = ""
    """Where a figure stands that is narrower than the text: ``start``, ``centre`` or ``end``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """A footnote: its label in the article and what it says."""

    label: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One canonical Markdown file of ``source/``."""

    id: str
    path: str
    title: Block
    subtitle: Block | None
    audience: Block | None
    version: str
    language: str
    date: dt.date
    review_by: dt.date
    rights: str = ""
    cover: str = ""
    """The picture that opens the sheet, relative to ``source/``; empty for none."""
    cover_alt: Block | None = None
    """What the picture shows, for those who hear the page; ``None`` where it only decorates."""
    literal_citations: bool = False
    """Whether the article writes its citations out instead of using codes."""
    links: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By locale, the address to which a link leads there, by the one that the article has."""
    body: tuple[Block, ...]
    footnotes: tuple[Footnote, ...] = ()
    revision: str
    """The first eight hexadecimal digits of the SHA-256 of the file's text."""
    definitions: Mapping[str, Any] = field(default_factory=dict)
    """The link definitions, as the parser keeps them: translations are parsed with them."""

    @property
    def cover_only_decorates(self) -> bool:
        """Whether its cover's picture is a drawing that says nothing, and can stand anywhere."""
        return self.cover.endswith(".svg") and not self.cover_alt

    def laid_out(
        self,
        leaves_out: Collection[str] = (),
        brought_forward: Sequence[Collection[str]] = (),
    ) -> "Article":
        """Return the article as an edition has it: less what it leaves out, the rest in a row.

        The containers of the first group of ``brought_forward`` that the article has stand before
        all else; but a crisis note that opens the article comes first.
        """
        body = tuple(_in_a_row(self.body, leaves_out))
        opening, rest = opening_note(body)
        forward = _group_of(rest, brought_forward)
        before = [block for block in rest if _is_one_of(block, forward)]
        after = [block for block in rest if not _is_one_of(block, forward)]
        return replace(self, body=(*opening, *before, *after))

    def reduced(self, shows: str) -> "Article":
        """Return what an edition shows of the article: all, its opening ``note``, or its title."""
        if shows == "article":
            return self
        body = opening_note(self.body)[0] if shows == "note" else ()
        notes = tuple(_referred_to(body, self.footnotes))
        bare = replace(self, subtitle=None, audience=None, cover="", cover_alt=None)
        return replace(bare, body=body, footnotes=notes)

    def blocks(self) -> Iterator[Block]:
        """Yield every block in reading order, the front matter's first, parents before children."""
        for block in (self.title, self.subtitle, self.audience, *self.body):
            if block:
                yield from _walk(block)
        for footnote in self.footnotes:
            for block in footnote.blocks:
                yield from _walk(block)

    def units(self) -> Iterator[Unit]:
        """Yield every unit in reading order, once for each place where it stands."""
        if self.cover_alt and self.cover_alt.unit:
            yield self.cover_alt.unit
        for block in self.blocks():
            if block.unit:
                yield block.unit
            for inline in walk_inlines(block.content):
                yield from inline.units

    def citations(self) -> Iterator[Citation]:
        """Yield every citation in reading order."""
        for block in self.blocks():
            for inline in walk_inlines(block.content):
                if inline.citation:
                    yield inline.citation


def _referred_to(blocks: Sequence[Block], notes: Sequence[Footnote]) -> Iterator[Footnote]:
    """Yield the footnotes whose marks stand in some blocks, or in such a footnote."""
    by_label = {note.label: note for note in notes}
    waiting, marks = list(blocks), set[str]()
    while waiting:
        for block in _walk(waiting.pop()):
            for inline in walk_inlines(block.content):
                if inline.kind == "footnote" and inline.text not in marks:
                    marks.add(inline.text)
                    waiting += by_label[inline.text].blocks if inline.text in by_label else ()
    yield from (note for note in notes if note.label in marks)


def opening_note(body: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Part the short crisis note that opens an article from what follows; none is empty."""
    count = 1 if body and body[0].name == "crisis short" else 0
    return tuple(body[:count]), tuple(body[count:])


def parted_forward(
    blocks: Sequence[Block], brought_forward: Sequence[Collection[str]]
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Part the containers that an edition brought forward from the text that follows them."""
    forward = _group_of(blocks, brought_forward)
    count = next(
        (place for place, block in enumerate(blocks) if not _is_one_of(block, forward)), len(blocks)
    )
    return tuple(blocks[:count]), tuple(blocks[count:])


def _group_of(blocks: Sequence[Block], groups: Sequence[Collection[str]]) -> Collection[str]:
    """Return the first group of containers of which there is one, empty for none."""
    found = (group for group in groups if any(_is_one_of(block, group) for block in blocks))
    return next(found, ())


def _is_one_of(block: Block, kinds: Collection[str]) -> bool:
    return block.kind == "container" and block.name.split()[0] in kinds


DETAIL = "detail"
"""The container of passages that a short edition may leave out; elsewhere it is not seen."""


def _in_a_row(blocks: Iterable[Block], leaves_out: Collection[str]) -> Iterator[Block]:
    for block in blocks:
        if block.kind == "container" and block.name in leaves_out:
            continue
        children = tuple(_in_a_row(block.children, leaves_out))
        if block.kind == "container" and block.name == DETAIL:
            yield from children
        else:
            yield replace(block, children=children)


def _walk(block: Block) -> Iterator[Block]:
    yield block
    for child in block.children:
        yield from _walk(child)


def walk_inlines(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    """Yield every inline, parents before children."""
    for inline in inlines:
        yield inline
        yield from walk_inlines(inline.children)


def plain_text(inlines: tuple[Inline, ...], line_break: str = "") -> str:
    """Return the letters of running text without its markup, citations and placeholders.

    ``line_break`` stands where a line is broken by hand.
    """
    return "".join(
        inline.text
        if inline.kind in ("text", "code")
        else line_break
        if inline.kind == "break"
        else plain_text(inline.children, line_break)
        for inline in inlines
    )
