"""Rows of two tables that stand beside each other, in two languages: each as high as its pair.

What stands in a cell takes more lines in one language than in the other, and each row below would
stand lower than its pair. How high rows are is known once they are laid out; CSS says it for the
next time.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.typeset.boxes import is_one

_SAME = 0.5
"""CSS pixels by which rows may differ."""


def steps(cells: Sequence[Any]) -> tuple[dict[str, float], float]:
    """Return how high rows of tables in two columns are to be, in CSS pixels, by what selects them.

    And how much higher the higher table is by it. Nothing where a column has more than a table.
    """
    if len(cells) != 2 or any(len(cell.children) != 1 for cell in cells):
        return {}, 0.0
    own, other = (dict(_rows(cell)) for cell in cells)
    if own.keys() != other.keys():
        return {}, 0.0
    highest = {row: max(own[row], other[row]) for row in own}
    apart = {row: high for row, high in highest.items() if high > min(own[row], other[row]) + _SAME}
    return apart, sum(highest.values()) - max(sum(own.values()), sum(other.values()))


def _rows(cell: Any) -> Iterator[tuple[str, float]]:
    """Yield what selects each row of the table that is all of a cell, and its height."""
    table = cell.children[0]
    if table.element is None or table.element.tag != "table":
        return
    for group in table.descendants():
        if is_one(group, "TableRowGroupBox"):
            for number, row in enumerate(group.children, 1):
                yield f"{group.element.tag} > :nth-child({number})", float(row.height)
