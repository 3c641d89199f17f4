"""What of a crisis note stays together where it must part."""

from collections.abc import Sequence

from pipeline.values.article import Block, walk_inlines


def note_cuts(blocks: Sequence[Block]) -> tuple[int, int]:
    """Return where the head of a note ends, and where all ends that a reader needs at once.

    That is up to its services and its emergency number, whichever comes last: they stay on one
    page. What follows may go over to the next, under the head once more. A note without either
    stays together as a whole.
    """
    head = 1 if blocks and blocks[0].kind == "heading" else 0
    vital = [place for place, block in enumerate(blocks, 1) if _is_vital(block)]
    return head, max(vital, default=len(blocks))


def _is_vital(block: Block) -> bool:
    """Say whether a block, or one within it, brings a number."""
    return (
        block.kind == "services"
        or any(
            inline.kind == "placeholder" and inline.text == "emergency"
            for inline in walk_inlines(block.content)
        )
        or any(map(_is_vital, block.children))
    )
