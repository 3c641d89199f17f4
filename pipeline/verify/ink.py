"""Letters and edges of a page as ink: what shows on it, and what lies on something else."""

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.values.folding import UNPRINTABLE
from pipeline.verify.letters import Letter
from pipeline.verify.page import Page
from pipeline.verify.pixels import INK_SCALE

_CONTRAST = 80
"""By how much the lightest and the darkest pixel of a letter's row differ at least, of 255."""

_WHITE = 250
"""From which value on a pixel is paper."""

_COVERAGE = 0.55
"""Which part of a letter's rows must show contrast."""

_OVERLAP = 0.5
"""Which part of a letter may lie under its neighbour."""


def is_visible(letter: Letter, page: Page) -> bool:
    """Say whether a letter shows as ink over most of its height.

    Of one that is no higher than a stroke, such as the dot that is zero in Arabic and Persian,
    some row must: where it lies between two rows of pixels, one of them has nearly all its ink.
    Of letters that may be no more than bars, it is the first and the last third that must show: a
    letter's edges are where its ink ends.
    """
    if not letter.text.isalnum():
        return True
    step = 1 / INK_SCALE
    count = max(int((letter.top - letter.bottom) / step), 1)
    heights = [letter.bottom + (index + 0.5) * step for index in range(count)]
    rows = page.ink.rows(letter.left - step, letter.right + step, heights)
    shown = [bool(row) and max(row) - min(row) >= _CONTRAST for row in rows]
    if _BARS.fullmatch(letter.text):
        third = max(count // 3, 1)
        return any(shown[:third]) and any(shown[-third:])
    if letter.is_stroke:
        return any(shown)
    # Of four rows or fewer, as م has in small print, the first and the last are an edge's.
    return sum(shown) >= (_COVERAGE * count if count > _LOW else max(count - 2, 1))


_LOW = 4
"""Up to how many rows of pixels a letter is so low that its edges are half of it."""


_BARS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]")
"""Letters of scripts in which some are bars with white between them: ニ, 二, 三."""


def collisions(rows: list[list[Letter]]) -> Iterator[str]:
    """Yield the words around letters that lie on each other, once a line.

    Joined scripts overlap by nature; only letters that never do are looked at.
    """
    for number, row in enumerate(rows):
        plain = [letter for letter in row if _stands_alone(letter)]
        below = rows[number + 1] if number + 1 < len(rows) else []
        if any(
            _lie_together(first, second)
            and first.x != second.x  # a ligature is one glyph for two letters
            for first, second in pairwise(plain)
        ) or (
            below
            and row[0].y - below[0].y < 0.5 * min(row[0].size, below[0].size)
            and _share_place(plain, [letter for letter in below if _stands_alone(letter)])
        ):
            yield "".join(letter.text for letter in row)[:60]


def _share_place(row: list[Letter], other: list[Letter]) -> bool:
    return any(_lie_together(first, second) for first in row for second in other)


def _lie_together(first: Letter, second: Letter) -> bool:
    """Say whether two letters share too much of the narrower one's width."""
    shared = _shared(first, second)
    return shared > 0 and shared > _OVERLAP * min(_width(first), _width(second))


def _shared(first: Letter, second: Letter) -> float:
    """Return how wide the place is that two letters share.

    What hangs out to the left of its own place, as the lower end of an italic f does, is drawn to
    lie under the letter before it.
    """
    return min(first.right, second.right) - max(first.left, first.x, second.left, second.x)


def _width(letter: Letter) -> float:
    return max(letter.right - letter.left, 0.1)


_SEPARATE = re.compile(
    r"[0-9A-Za-z\u00c0-\u052f\u1e00-\u1fff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
"""Letters of scripts whose letters never join or stand above each other: Latin, Greek, Cyrillic,
kana, Han, hangul."""


def _stands_alone(letter: Letter) -> bool:
    return _SEPARATE.fullmatch(letter.text) is not None


def inked_edge(page: Page) -> str:
    """Name an outer edge that is not white, empty where all are."""
    ink, depth = page.ink, int(UNPRINTABLE * INK_SCALE)
    starts = range(0, ink.height * ink.stride, ink.stride)
    edges = {
        "upper": b"".join(ink.pixels[start : start + ink.width] for start in starts[:depth]),
        "lower": b"".join(ink.pixels[start : start + ink.width] for start in starts[-depth:]),
        "left": b"".join(ink.pixels[start : start + depth] for start in starts),
        "right": b"".join(
            ink.pixels[start + ink.width - depth : start + ink.width] for start in starts
        ),
    }
    return next((name for name, pixels in edges.items() if pixels.translate(None, _PAPER)), "")


_PAPER = bytes(range(_WHITE, 256))
"""The values of pixels that are paper."""
