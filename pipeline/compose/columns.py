"""Two languages side by side: how wide their columns are, and which blocks stand in one row."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.compose.extent import area, letters_in, letters_wide
from pipeline.compose.plan import SheetPlan
from pipeline.values.article import Block, Inline
from pipeline.values.locale import language_of

_NARROWEST = 0.45
"""The least part of both columns' width that one has."""

_EVEN = 0.85
"""How much of what a text is longer its column is wider: columns of nearly one width are calm."""

_TEXT = 0.85
"""The part of a page's width that both columns have."""

_CLOSE = 0.88
"""How close lines are set on most sheets, in parts of what their script asks."""

_ONE_PITCH, _RAGGED = "ja", 1.05
"""The language beside which the original's lines are as far apart as its own (see the stylesheet),
and how much more room those take: they are ragged, its own are full."""

_SECTION = 2
"""The level of the headings of sections, which stand beside each other in a row of their own."""

_SHORT = 600
"""Letters of a text, in Latin script, from which on its paragraphs have rows of their own."""


_BESIDE = 80
"""Up to how many letters, in Latin script, stand beside a picture: four short lines."""


@dataclass(frozen=True, slots=True)
class Row:
    """Blocks of one text, and those that say the same in the other; a frame has rows inside."""

    source: tuple[Block, ...]
    local: tuple[Block, ...]
    rows: tuple["Row", ...] = ()

    @property
    def kind(self) -> str:
        """Return the kind of its only block; ``text`` where it has more."""
        return self.local[0].kind if len(self.local) == 1 else "text"

    @property
    def name(self) -> str:
        """Return the name of its only block."""
        return self.local[0].name if len(self.local) == 1 else ""

    @property
    def is_shared(self) -> bool:
        """Whether it is one picture for both languages, and stands once across both columns."""
        return self.kind == "figure" and self.picture(0).target == self.picture(1).target

    @property
    def is_flanked(self) -> bool:
        """Whether what both texts say of their picture is so short that it stands beside it."""
        if not self.is_shared:
            return False
        said = [letters_wide(self.picture(side).title) for side in (0, 1)]
        return 0 < min(said) <= max(said) <= _BESIDE

    def picture(self, side: int) -> Inline:
        """Return the picture of a figure in the source, 0, or in the translation, 1."""
        return (self.source, self.local)[side][0].content[0]

    @property
    def both(self) -> tuple[Inline]:
        """Return a picture that is shared, with what it is in both languages."""
        said, own = self.picture(0), self.picture(1)
        return (replace(own, text=" / ".join(filter(None, (said.text, own.text)))),)


def gutter(plan: SheetPlan) -> float:
    """Return where the second column begins, in parts of the page's width; 0 for one column.

    Each column is as wide as its text asks, so that both end alike: some say in half as many
    letters again what others say, and letters, lines and sizes of scripts differ.
    """
    if plan.beside is None:
        return 0.0
    own, lines = plan.locale.typography, plan.beside.locale.typography
    if language_of(plan.locale.name) == _ONE_PITCH:
        lines = replace(lines, line_height=_RAGGED * own.line_height, tightest=own.tightest)
    source = area(plan.beside.article.body, lines, _CLOSE)
    local = area(plan.article.body, own, _CLOSE)
    share = 0.5 + _EVEN * (source / (source + local) - 0.5) if source and local else 0.5
    share = min(max(share, _NARROWEST), 1 - _NARROWEST)
    return round(0.5 + (share - 0.5) * _TEXT, 3)


def in_rows(source: Sequence[Block], local: Sequence[Block]) -> tuple[Row, ...]:
    """Pair the blocks of both texts; what is short and follows each other is one row.

    So is a heading within a section with what stands below it: no text is drawn apart because the
    other is longer.
    """
    return tuple(_rows(list(zip(source, local, strict=True))))


def shared_pictures(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows that are one picture for both languages, those within frames too."""
    for row in rows:
        if row.is_shared:
            yield row
        yield from shared_pictures(row.rows)


def in_pairs(source: Sequence[Block], local: Sequence[Block]) -> tuple[Row, ...]:
    """Pair the blocks of both texts one by one; a frame around several has rows inside."""
    return tuple(_row([pair]) for pair in zip(source, local, strict=True))


_Pair = tuple[Block, Block]


def _rows(pairs: Sequence[_Pair]) -> Iterator[Row]:
    held: list[_Pair] = []
    for pair in pairs:
        if held and not _goes_on(held, pair):
            yield _row(held)
            held = []
        held.append(pair)
    if held:
        yield _row(held)


def _goes_on(held: Sequence[_Pair], pair: _Pair) -> bool:
    """Say whether a block stands in the row of those before it."""
    last, block = held[-1][1], pair[1]
    if not {"figure", "table"}.isdisjoint((last.kind, block.kind)):
        return False
    if "container" in (last.kind, block.kind) or "services" in (last.kind, block.kind):
        return False
    if last.kind == "heading":
        return last.level > _SECTION
    return block.kind != "heading" and _letters(held) + _letters([pair]) <= _SHORT


def _letters(pairs: Sequence[_Pair]) -> int:
    return max(sum(map(letters_in, side)) for side in zip(*pairs, strict=True))


def _row(pairs: Sequence[_Pair]) -> Row:
    source, local = zip(*pairs, strict=True)
    if len(pairs) > 1 or local[0].kind != "container":
        return Row(source, local)
    return Row(source, local, in_pairs(source[0].children, local[0].children))
