"""How much room texts take, reckoned in letters before anything is set."""

from collections.abc import Iterable, Sequence
from math import ceil
from unicodedata import combining, east_asian_width

from pipeline.values.article import Block, plain_text
from pipeline.values.locale import Typography


def letters_wide(text: str) -> int:
    """Return how wide a text is, in letters of Latin script: those of full width count twice."""
    return sum(
        2 if east_asian_width(letter) in "WF" else int(not combining(letter)) for letter in text
    )


_MANY, _MUCH = 14, 1_500
"""Blocks of a table or list item, and letters in it, from which on it fills about half a page."""


def is_long(block: Block) -> bool:
    """Say whether a table or list item is parted over pages: whole, it would leave one empty."""
    return len(block.children) > _MANY or letters_in(block) > _MUCH


_BESIDE, _HALF_LINE = 32, 40
"""How many lines of half a page what stands beside another may take, and the letters of one."""


def are_beside(parts: Sequence[Sequence[Block]]) -> bool:
    """Say whether the parts of a frame stand beside each other: two, each of which a page holds.

    Where they part over pages neither is read to its end: longer ones stand below each other.
    """
    return len(parts) == 2 and all(_half_lines(part) <= _BESIDE for part in parts)


def _half_lines(blocks: Iterable[Block]) -> int:
    """Return about how many lines of half a page some blocks take."""
    items = (item for block in blocks for item in block.children or (block,))
    return sum(ceil(letters_in(item) / _HALF_LINE) for item in items)


def letters_in(block: Block) -> int:
    """Return how wide all text of a block is, in letters of Latin script."""
    own = letters_wide(block.text or plain_text(block.content))
    return own + sum(map(letters_in, block.children))


_TIGHTEST = 1.2
"""No lines are closer, in sizes of their type."""


def area(blocks: Iterable[Block], typography: Typography, close: float = 1.0) -> float:
    """Return how much of a page the letters of some blocks fill, in squares of Latin type's size.

    ``close`` is how close lines are set, in parts of what their script asks.
    """
    lead = max(_TIGHTEST, typography.tightest, close * typography.line_height)
    letters = sum(map(letters_in, blocks))
    return letters * typography.letter_width * typography.size_factor**2 * lead
