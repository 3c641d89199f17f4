"""How wide columns of a table or frame are: as words ask, so that rows have the fewest lines.

A browser's own way (CSS 2.1, 17.5.2.2) shares out width by the longest line of each column. In a
narrow table a column of sentences then takes so much that words of the others stand one below the
other: "Hasta / que / tenga / sueño".
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, permutations

from pipeline.compose.breaking import head_places
from pipeline.compose.extent import letters_wide
from pipeline.compose.plan import SheetPlan
from pipeline.compose.spacing import whole_amount
from pipeline.compose.style import forms
from pipeline.values.article import Block, plain_text
from pipeline.values.folding import PAPERS, page_size
from pipeline.values.lazy_regex import lazy_regex

_TEXT = 0.74
"""The part of a page's width that running text has, about."""

_PANEL = 0.88
"""The same of a panel, whose margins are narrow."""

_MARGIN = 0.09
"""Which part of a page's width one of two columns side by side loses to margin and gap."""

_PADDING = 2.2
"""How many letters have room in what stays white at both sides of a cell."""

_BOLD = 1.1
"""How many times as wide letters of a table's head are."""

_SPACE = 0.6
"""How wide a space is, in letters."""

_OTHERWISE = (0.92, 1.0, 1.08)
"""How many times as wide a text may be as is reckoned: widths that serve all of them are taken."""

_STEPS = (1, 2, 3)
"""By how many letters a column is tried wider, and another narrower."""

_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_WORD = lazy_regex(rf"[{_WIDE}]|[^ \n{_WIDE}]+ ?")
"""What no line parts, with the space behind it; of ideographs and kana, each."""


Pieces = Callable[[str], list[str]]
"""Parts the text of a cell into phrases, within which no line of a narrow table ends."""


def letters_across(plan: SheetPlan, column: float = 0.0) -> int:
    """Return how many letters a table's line holds, as reckoned before anything is set.

    ``column`` is the part of the page's width that its column has, with the margin beside it.
    """
    layout = forms(plan)[0].layout
    width, _ = page_size(layout.folding, PAPERS[layout.paper])
    type_ = plan.locale.typography
    part = column - _MARGIN if column else _PANEL if layout.panels else _TEXT
    return round(width * part / (plan.edition.sizes[0] * type_.size_factor * type_.letter_width))


def phrases(plan: SheetPlan) -> Pieces | None:
    """Return what parts cells into phrases, where a language's titles and heads break by them."""
    locale = plan.locale
    if locale.typography.heads == "as text":
        return None

    def pieces(text: str) -> list[str]:
        places = head_places(text, locale.name, locale.typography.heads, plan.terms)
        return [
            piece
            for first, last in pairwise([0, *(at for at in places if at < len(text)), len(text)])
            for piece in ([text[first:last]] if last - first <= LONGEST else text[first:last])
        ]

    return pieces


LONGEST = 5
"""Letters of the longest phrase that stays whole in a cell: a narrow column has room for it."""


def shares(
    table: Block, letters: int, pieces: Pieces | None = None, *, stacked: bool = False
) -> tuple[int, ...]:
    """Return how wide each column is, in hundredths of a table whose lines hold so many letters.

    Empty where all cells have room on one line each, or words, or ``pieces``, have little: then a
    browser's own way is right. If it is ``stacked``, its last column stands below the one before.
    """
    columns = _columns(table, pieces, stacked=stacked)
    widths = _widths(columns, letters, spare=_SPARE * letters if pieces else 0.0)
    return tuple(round(100 * one / letters) for one in widths)


_STACKED = 3
"""How many columns a table has whose last may stand below the one before."""

_HIGH, _FEW_MORE = 5, 1.15
"""From how many lines in one of its cells on a table is too narrow for its columns, and how many
times the lines it may have if one of them stands below another."""


def is_stacked(table: Block, letters: int, pieces: Pieces | None = None) -> bool:
    """Say whether the last of three columns, of words, is to stand below the one before.

    So it is where lines hold so few letters that cells of three columns would be high and narrow.
    """
    columns = _columns(table, pieces)
    last = [_text(row.children[-1]) for row in table.children if not row.header]
    if len(columns) != _STACKED or not all(any(map(str.isalpha, cell)) for cell in last):
        return False
    beside = _widths(columns, letters) or [letters / _STACKED] * _STACKED
    if max(max(_lines(*pair)) for pair in _inner(columns, beside)) < _HIGH:
        return False
    below = _columns(table, pieces, stacked=True)
    widths = _widths(below, letters)
    return bool(widths) and _cost(below, widths)[0] <= _FEW_MORE * _cost(columns, beside)[0]


_FRAME = 1.06
"""How many times a line of running text the lines of a frame are, whose two columns share it."""

_BETWEEN, _BOX = 3.0, 3.4
"""How many letters have room between two columns of a frame, and in the place of a box to tick."""

_TRIED, _HALF = range(45, 60), 50
"""Hundredths of a frame that its first column may have."""

_HEAD = 1.11
"""How many times as wide letters of its heads are as those of a table's, which have no serifs."""


def share_of_first(
    parts: Sequence[Sequence[Block]], letters: int, pieces: Pieces | None = None
) -> int:
    """Return how wide the first of a frame's two columns is, in hundredths, so that both end level.

    In each a head stands above things to do, or to ask; below the second, who added them. Both
    lists begin below the higher head. ``letters`` is how many a line of running text holds;
    ``pieces`` parts what breaks by phrase.
    """
    room = letters * _FRAME
    said = [_said(part, pieces or _WORD.findall) for part in parts]

    def cost(share: int) -> tuple[int, int, int]:
        first = room * share / 100
        columns = [*zip(said, (first, room - first - _BETWEEN), strict=True)]
        heads = [
            max(_height(heads, width / scale / _HEAD) for (heads, _), width in columns)
            for scale in _OTHERWISE
        ]
        lists = [
            [_height(items, (width - _BOX) / scale) for (_, items), width in columns]
            for scale in _OTHERWISE
        ]
        return (
            3 * sum(heads) + sum(max(one, other + 1) for one, other in lists),
            sum(abs(one - other - 1) for one, other in lists),
            abs(share - _HALF),
        )

    return min(_TRIED, key=cost)


_Texts = list[tuple["_Word", ...]]
"""The words of each of some texts."""


def _said(blocks: Sequence[Block], parted: Pieces) -> tuple[_Texts, _Texts]:
    """Return the words of heads, and of what stands beside each box to tick."""
    heads = [block for block in blocks if block.kind == "heading"]
    items = [one for block in blocks for item in block.children for one in item.children]
    return (
        [_words(parted(_text(one)), header=True) for one in heads],
        [_words(parted(_text(one)), header=one.kind == "heading") for one in items],
    )


def _height(texts: _Texts, width: float) -> int:
    """Return how many lines texts have below each other."""
    return sum(_lines_of(words, width) for words in texts)


def _columns(table: Block, pieces: Pieces | None, *, stacked: bool = False) -> list["_Column"]:
    """Return the columns of a table, none where its rows have not as many cells each."""
    parted = pieces or _WORD.findall
    rows: list[list[_Cell]] = [
        [(_words(parted(_text(cell)), header=row.header),) for cell in row.children]
        for row in table.children
    ]
    count = max(map(len, rows), default=0)
    if any(len(row) != count for row in rows):
        return []
    if stacked:
        rows = [[*row[:-2], row[-2] + row[-1]] for row in rows]
    return [*zip(*rows, strict=True)]


def _widths(columns: Sequence["_Column"], letters: int, spare: float = 0.0) -> list[float]:
    """Return how wide columns are, in letters; nothing where a browser's own way is right.

    So it is where words leave no more than ``spare`` letters free.
    """
    whole = [max(map(_length, column)) for column in columns]
    words = [[word for cell in column for part in cell for word, _ in part] for column in columns]
    least = [_PADDING + max(own, default=1.0) for own in words]
    free = letters - sum(least)
    is_easy = sum(whole) + len(columns) * _PADDING <= letters
    is_one_each = all(len(cell) == 1 for column in columns for cell in column)
    if len(columns) < _LEAST or (is_easy and is_one_each) or free <= spare:
        return []
    widths = [one + free * line / sum(whole) for one, line in zip(least, whole, strict=True)]
    best = _cost(columns, widths)
    while True:
        ways = [moved for step in _STEPS for moved in _moved(widths, least, step)]
        cost, moved = min(((_cost(columns, way), way) for way in ways), default=(best, widths))
        if cost >= best:
            break
        best, widths = cost, moved
    # From where no step is better another way may have fewer lines: three columns have few ways.
    ways = list(_all(least, letters)) if len(columns) == _FEW else []
    cost, moved = min(((_cost(columns, way), way) for way in ways), default=(best, widths))
    return moved if cost[:2] < best[:2] else widths


_LEAST = 2
"""Columns of a table at least, if any is to have less than all of its width."""

_SPARE = 0.1
"""Which part of a line phrases leave free at least: what it holds is reckoned, and not measured."""


def _moved(widths: Sequence[float], least: Sequence[float], step: int) -> Iterator[list[float]]:
    """Yield widths of which one is wider, and another narrower by as much where it may be."""
    for wider, narrower in permutations(range(len(widths)), 2):
        if widths[narrower] - step >= least[narrower]:
            moved = [*widths]
            moved[wider] += step
            moved[narrower] -= step
            yield moved


_FEW = 3
"""Of how many columns all widths are tried, by whole letters."""


def _all(least: Sequence[float], letters: float) -> Iterator[list[float]]:
    """Yield all widths of three columns, of which the last has what the others leave."""
    free = int(letters - sum(least))
    for first in range(free + 1):
        for second in range(free - first + 1):
            own = least[0] + first, least[1] + second
            yield [*own, letters - sum(own)]


_Word = tuple[float, float]
"""How wide a word is, and the space behind it."""

_Cell = tuple[tuple[_Word, ...], ...]
"""What stands in a cell, one below the other."""

_Column = tuple[_Cell, ...]


def _cost(columns: Sequence[_Column], widths: Sequence[float]) -> tuple[int, int, float]:
    """Return how many lines a table's rows have, then its cells, and how full columns are."""
    rows = cells = 0
    for scale in _OTHERWISE:
        lines = [_lines(*pair) for pair in _inner(columns, widths, scale)]
        rows += sum(map(max, zip(*lines, strict=True)))
        cells += sum(map(sum, lines))
    pairs = zip(columns, widths, strict=True)
    full = sum(sum(map(_length, column)) / width for column, width in pairs)
    return rows, cells, round(full, 6)


def _inner(
    columns: Sequence[_Column], widths: Sequence[float], scale: float = 1.0
) -> Iterator[tuple[_Column, float]]:
    """Yield each column with the room of its cells, for letters so many times as wide."""
    return (
        (column, (width - _PADDING) / scale) for column, width in zip(columns, widths, strict=True)
    )


@lru_cache(maxsize=4096)
def _lines(column: _Column, width: float) -> tuple[int, ...]:
    """Return how many lines each cell of a column has."""
    return tuple(sum(_lines_of(part, width) for part in cell) for cell in column)


def _lines_of(words: Sequence[_Word], width: float) -> int:
    count, left = 1, width
    for place, (word, space) in enumerate(words):
        if place and word > left:
            count, left = count + 1, width
        left -= word + space
    return count


def _length(cell: _Cell) -> float:
    return max(sum(map(sum, words)) for words in cell)


def _text(cell: Block) -> str:
    return whole_amount(plain_text(cell.content))


def _words(words: Sequence[str], *, header: bool) -> tuple[_Word, ...]:
    return tuple(
        (_width(word.rstrip(" "), header), _SPACE if word.endswith(" ") else 0.0) for word in words
    )


def _width(word: str, header: bool) -> float:
    """Return how wide a word is; ideographs and kana fill their square in a bold type, too."""
    wide = letters_wide(word)
    return wide if not header or wide == 2 * len(word) else _BOLD * wide
