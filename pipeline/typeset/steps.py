"""Rows of two tables or lists beside each other, in two languages: each as high as its pair.

What stands in a cell takes more lines in one language than in the other, and each row below would
stand lower than its pair. How high rows are is known once they are laid out; CSS says it for the
next time.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.typeset.boxes import is_one

_SAME = 0.5
"""CSS pixels by which rows may differ."""

_SLIGHT = 8.0
"""CSS pixels by which a list grows at most so that its items are level with their pairs."""

_IN_CELL = ".own >"
"""What selects the paragraphs in a row, or its list."""

_OFF = 17.0
"""CSS pixels by which a paragraph begins higher than its pair at least, if it is set lower."""


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


def levels(cells: Sequence[Any]) -> tuple[dict[str, float], float]:
    """Return the same of items of lists, and of paragraphs that begin a line above their pair.

    Nothing where that takes more than a little room.
    """
    if len(cells) != 2 or len(cells[0].children) != len(cells[1].children):
        return {}, 0.0
    heights: list[tuple[float, float]] = []
    raised: list[tuple[float, float]] = []
    found: dict[str, float] = {}
    for number, pair in enumerate(zip(*(cell.children for cell in cells), strict=True), 1):
        own, other = (_items(box, number) for box in pair)
        if own.keys() != other.keys():
            return {}, 0.0
        is_last = number == len(cells[0].children)
        for one in own:
            both = own[one], other[one]
            is_off = len(own) > 1 or (max(both) - min(both) > _OFF and not is_last)
            if is_off:
                found[one] = max(both)
            heights.append(both)
            raised.append((max(both),) * 2 if is_off else both)
    more = _longer(raised) - _longer(heights)
    return (found, more) if found and more <= _SLIGHT else ({}, 0.0)


def _longer(pairs: Sequence[tuple[float, float]]) -> float:
    """Return how high the higher of two columns is."""
    return max(map(sum, zip(*pairs, strict=True)), default=0.0)


def _items(box: Any, number: int) -> dict[str, float]:
    """Return what selects each item of a list in a row, else what stands there; and its height."""
    own = f"{_IN_CELL} :nth-child({number})"
    if box.element is None or box.element.tag not in {"ul", "ol"}:
        return {own: float(box.height)}
    items = [one for one in box.children if one.element is not box.element]
    return {f"{own} > :nth-child({at})": float(one.height) for at, one in enumerate(items, 1)}


def in_step(selector: str, rows: dict[str, float]) -> str:
    """Return the rules that make rows or items in a part as high as their pair."""
    return "".join(
        f"html {selector} {row} {{ {_height(row, high)} }}\n" for row, high in rows.items()
    )


def _height(row: str, high: float) -> str:
    if _IN_CELL in row:
        return f"min-height: {high:.2f}px;"
    return f"height: {high:.2f}px;"


def _rows(cell: Any) -> Iterator[tuple[str, float]]:
    """Yield what selects each row of the table that is all of a cell, and its height."""
    table = cell.children[0]
    if table.element is None or table.element.tag != "table":
        return
    for group in table.descendants():
        if is_one(group, "TableRowGroupBox"):
            for number, row in enumerate(group.children, 1):
                yield f"{group.element.tag} > :nth-child({number})", float(row.height)
