"""How wide the columns of a table are: as its words ask, so that its rows have the fewest lines.

A browser's own way (CSS 2.1, 17.5.2.2) shares out width by the longest line of each column. In a
narrow table a column of sentences then takes so much that words of the others stand one below the
other: "Hasta / que / tenga / sueño".
"""

import re
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
_WORD = re.compile(rf"[{_WIDE}]|[^ \n{_WIDE}]+ ?")
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


def shares(table: Block, letters: int, pieces: Pieces | None = None) -> tuple[int, ...]:
    """Return how wide each column is, in hundredths of a table whose lines hold so many letters.

    Empty where all cells have room on one line each, or words, or ``pieces``, have little: then a
    browser's own way is right.
    """
    parted = pieces or _WORD.findall
    rows = [
        [_words(parted(_text(cell)), header=row.header) for cell in row.children]
        for row in table.children
    ]
    count = max(map(len, rows), default=0)
    if count < 2 or any(len(row) != count for row in rows):
        return ()
    columns = [tuple(row[place] for row in rows) for place in range(count)]
    whole = [max(map(_length, column)) for column in columns]
    least = [
        _PADDING + max((word for cell in column for word, _ in cell), default=1.0)
        for column in columns
    ]
    spare = letters - sum(least)
    if sum(whole) + count * _PADDING <= letters or spare <= (_SPARE * letters if pieces else 0):
        return ()
    widths = [one + spare * line / sum(whole) for one, line in zip(least, whole, strict=True)]
    best = _cost(columns, widths)
    while True:
        ways = [moved for step in _STEPS for moved in _moved(widths, least, step)]
        cost, moved = min(((_cost(columns, way), way) for way in ways), default=(best, widths))
        if cost >= best:
            return tuple(round(100 * one / letters) for one in widths)
        best, widths = cost, moved


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


_Word = tuple[float, float]
"""How wide a word is, and the space behind it."""

_Column = tuple[tuple[_Word, ...], ...]


def _cost(columns: Sequence[_Column], widths: Sequence[float]) -> tuple[int, int, float]:
    """Return the lines of all rows, those of all cells, and how full the columns are."""
    pairs = [*zip(columns, widths, strict=True)]
    rows = cells = 0
    for scale in _OTHERWISE:
        lines = [_lines(column, (width - _PADDING) / scale) for column, width in pairs]
        rows += sum(map(max, zip(*lines, strict=True)))
        cells += sum(map(sum, lines))
    full = sum(sum(map(_length, column)) / width for column, width in pairs)
    return rows, cells, round(full, 6)


@lru_cache(maxsize=4096)
def _lines(column: _Column, width: float) -> tuple[int, ...]:
    """Return how many lines each cell of a column has."""
    return tuple(_lines_of(cell, width) for cell in column)


def _lines_of(words: Sequence[_Word], width: float) -> int:
    count, left = 1, width
    for place, (word, space) in enumerate(words):
        if place and word > left:
            count, left = count + 1, width
        left -= word + space
    return count


def _length(words: Sequence[_Word]) -> float:
    return sum(map(sum, words))


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
