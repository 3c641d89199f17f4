"""Heads of sections: their numbers, what hangs beside them, and the parts that they begin."""

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

from pipeline.compose.again import begins_unit
from pipeline.compose.plan import SheetPlan
from pipeline.values.article import Block, plain_text

_SECTION_NUMBER = re.compile(r"(\d{1,2}(?:[.)](?=\s)|[．、]))(?!\d)\s*(?=\S)")
"""As an article has it, "1. "; 10 mg, 5-10 ways and 3.5 hours are words of a heading."""


def numbered(heading: Markup) -> tuple[str, Markup]:
    """Part a heading into its number, empty for none, and the rest."""
    number = _SECTION_NUMBER.match(heading)
    return (number[1], Markup(heading[number.end() :])) if number else ("", heading)


def heads_hang(plan: SheetPlan) -> bool:
    """Say whether running text begins beside numbers or drawings of its heads."""
    return plan.edition.heads_hang and any(map(_hangs, plan.article.body))


def _hangs(block: Block) -> bool:
    """Say whether a block is a section's head with a number or a drawing beside it."""
    is_head = block.kind == "heading" and begins_unit(block)
    return is_head and bool(block.icon or numbered(escape(plain_text(block.content)))[0])


def parted_at_heads(blocks: Sequence[Block]) -> list[list[Block]]:
    """Part blocks before each heading but the first."""
    parts: list[list[Block]] = [[]]
    for block in blocks:
        if block.kind == "heading" and parts[-1]:
            parts.append([])
        parts[-1].append(block)
    return parts
