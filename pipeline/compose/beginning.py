"""The beginning of a text, where a panel that is read before all others is to be filled with it."""

from collections.abc import Sequence

from pipeline.compose.again import begins_unit
from pipeline.compose.extent import letters_in
from pipeline.values.article import Block

_PART, _LEAST, _MOST = 0.25, 0.1, 0.45
"""Which part of a text its beginning is at best, at least and at most: one of four panels."""

_FEW = 150
"""So much that a panel of its own does not look bare, in letters."""

_LINE = 20
"""How many letters a head, an item or a row takes besides its own, for the room around it."""

_PICTURE = 200
"""How many letters have the room of a picture."""


def beginning_of(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Part what stands on a panel of its own, whole sections, from the rest of a text.

    Nothing does where no section ends near a quarter of it, or after the first crisis note: that
    stands with the text which it is for.
    """
    whole = sum(map(_extent, blocks))
    best, nearest = 0, _MOST
    taken = 0.0
    for place, block in enumerate(blocks):
        part = taken / max(whole, 1)
        is_enough = taken >= _FEW and _LEAST <= part <= _MOST
        if is_enough and begins_unit(block) and abs(part - _PART) < nearest:
            best, nearest = place, abs(part - _PART)
        if block.kind == "container" and block.name.startswith("crisis"):
            break
        taken += _extent(block)
    return tuple(blocks[:best]), tuple(blocks[best:])


def _extent(block: Block) -> float:
    """Return how much room a block takes, in letters."""
    own = _PICTURE if block.kind == "figure" else _LINE
    rows = sum(_extent(child) - letters_in(child) for child in block.children)
    return own + letters_in(block) + rows
