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
    """Return the same of the items of two lists, where that takes hardly any room."""
    if len(cells) != 2 or any(len(cell.children) != 1 for cell in cells):
        return {}, 0.0
    own, other = (dict(_list_items(cell)) for cell in cells)
    if own.keys() != other.keys():
        return {}, 0.0
    highest = {item: max(own[item], other[item]) for item in own}
    more = sum(highest.values()) - max(sum(own.values()), sum(other.values()))
    return (highest, more) if more <= _SLIGHT else ({}, 0.0)


def evened(cells: Sequence[Any]) -> tuple[dict[str, float], float]:
    """Return the same of paragraphs, where one begins a line higher than its pair."""
    if len(cells) != 2 or any(box.element.tag != "p" for cell in cells for box in cell.children):
        return {}, 0.0
    pairs = [[float(box.height) for box in cell.children] for cell in cells]
    if len(pairs[0]) != len(pairs[1]):
        return {}, 0.0
    found, total = {}, [0.0, 0.0]
    for number, pair in enumerate(zip(*pairs, strict=True), 1):
        is_off = number < len(pairs[0]) and abs(pair[0] - pair[1]) > _OFF
        if is_off:
            found[f"{_IN_CELL} :nth-child({number})"] = max(pair)
        total = [
            so_far + (max(pair) if is_off else own) for so_far, own in zip(total, pair, strict=True)
        ]
    more = max(total) - max(map(sum, pairs))
    return (found, more) if found and more <= _SLIGHT / 2 else ({}, 0.0)


def in_step(selector: str, rows: dict[str, float]) -> str:
    """Return the rules that make rows or items in a part as high as their pair."""
    return "".join(
        f"html {selector} {row} {{ {_height(row, high)} }}\n" for row, high in rows.items()
    )


def _height(row: str, high: float) -> str:
    if _IN_CELL in row:
        return f"min-height: calc({high:.2f}px * var(--looser, 1));"
    return f"height: {high:.2f}px;"


def _list_items(cell: Any) -> Iterator[tuple[str, float]]:
    """Yield what selects each item of the list that is all of a cell, and its height."""
    listed = cell.children[0]
    if listed.element is not None and listed.element.tag in {"ul", "ol"}:
        own = [box for box in listed.children if box.element is not listed.element]
        for number, item in enumerate(own, 1):
            yield f"{_IN_CELL} * > :nth-child({number})", float(item.height)


def _rows(cell: Any) -> Iterator[tuple[str, float]]:
    """Yield what selects each row of the table that is all of a cell, and its height."""
    table = cell.children[0]
    if table.element is None or table.element.tag != "table":
        return
    for group in table.descendants():
        if is_one(group, "TableRowGroupBox"):
            for number, row in enumerate(group.children, 1):
                yield f"{group.element.tag} > :nth-child({number})", float(row.height)
