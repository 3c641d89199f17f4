"""How much room texts take, reckoned in letters before anything is set."""

from collections.abc import Iterable
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
