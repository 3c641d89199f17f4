"""What of a crisis note stays together where it must part."""

from collections.abc import Sequence

from pipeline.values.article import Block, walk_inlines


def note_cuts(blocks: Sequence[Block]) -> tuple[int, int, int]:
    """Return where the head of a note ends, and where all begins and ends that is needed at once.

    Those are its services and its emergency number: they stay on one page. What stands before them
    or follows may be on another, under the head once more. A note without either stays together as
    a whole.
    """
    head = 1 if blocks and blocks[0].kind == "heading" else 0
    vital = [place for place, block in enumerate(blocks, 1) if _is_vital(block)]
    return head, min(vital, default=head + 1) - 1, max(vital, default=len(blocks))


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
