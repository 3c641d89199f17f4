"""The rule between two columns ends where the text beside it does.

A cell that goes on on the next page fills its own in WeasyPrint 70, whatever stands in it, and the
rule with it. It works on the boxes of pages that are laid out and ended.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.typeset.boxes import foot_of, is_one
from pipeline.typeset.flow import cells_of, rows_on


def end_rules(pages: Sequence[Any]) -> None:
    """Shorten what stands beside a rule to its last line, where that ends its page."""
    for page in pages:
        for row in rows_on(page):
            _end(cells_of(row))


def _end(cells: Sequence[Any]) -> None:
    foot = max(
        (line.position_y + line.height for cell in cells for line in _lines(cell)), default=0
    )
    for cell in cells:
        below = float(cell.style["padding_bottom"].value)
        cell.height -= max(foot_of(cell) - foot - below, 0.0) if foot else 0.0


def _lines(cell: Any) -> Iterator[Any]:
    return (box for box in cell.descendants() if is_one(box, "LineBox"))
