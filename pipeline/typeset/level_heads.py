"""Heads beside each other that begin level, though one has more lines.

Cells are aligned by the last lines of their heads, so that what stands below is level; a head of
fewer lines is moved up once the page is laid out.
"""

from typing import Any

from pipeline.typeset.boxes import is_one, names_of

_CELL = "action-part"
"""The class of what has a head and stands beside another."""

_HEADS = {"h2", "h3"}


def level_heads(page: Any) -> None:
    """Move the heads of what stands beside each other on a page up to the highest of them."""
    for row in page.descendants():
        if is_one(row, "TableRowBox") and row.children and _CELL in names_of(row.children[0]):
            firsts = [cell.children[0] for cell in row.children if cell.children]
            heads = [first for first in firsts if _has_head(first)]
            top = min((float(head.position_y) for head in heads), default=0.0)
            for head in heads:
                head.translate(dy=top - float(head.position_y))


def _has_head(box: Any) -> bool:
    inner = [box, *getattr(box, "descendants", list)()]
    return any(one.element is not None and one.element.tag in _HEADS for one in inner)
