"""The rule between two columns is one line from where they begin on a page to where they end.

Each row brings a piece of it. A cell that goes on on the next page fills its own in WeasyPrint 70,
whatever stands in it, and between rows, above heads and within frames nothing would be drawn. It
works on the boxes of pages that are laid out and ended: no word is moved.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from pipeline.typeset.boxes import ROW, foot_of, is_one, names_of, texts_on
from pipeline.typeset.flow import cells_of, rows_on

_FRAMES = ("action-part", "frame")
"""The classes of what stands around some rows; the inner one first."""


def join_rules(pages: Sequence[Any]) -> None:
    """Join the pieces of the rule on each page, and end it with the last line beside it."""
    for page in pages:
        for row in rows_on(page):
            _end(cells_of(row))
        for one, after in pairwise(_parts(page)):
            _join(one, after)
        for frame in filter(_is_frame, _parts(page)):
            _join_within(frame)


def _parts(page: Any) -> list[Any]:
    """Return the rows, frames and whatever else stands one below the other in a page of text."""
    boxes = (box for text in texts_on(page) for box in text.children)
    return [part for box in boxes for part in _framed(box) or [box]]


def _framed(box: Any) -> list[Any]:
    """Return the frames that something is or holds, none of which stands within another."""
    some = [box, *getattr(box, "descendants", list)()]
    held = ([one for one in some if name in names_of(one)] for name in _FRAMES)
    return next(filter(None, held), [])


def _join(one: Any, after: Any) -> None:
    """Draw the rule between two parts: frames have it within, and what has an edge none across."""
    above, below = _last_ruled(one), _first_ruled(after)
    if below:
        _raise(below, foot_of(above or one))
    elif above:
        _lower(above, float(after.border_box_y()))


def _last_ruled(part: Any) -> Any:
    """Return the cell with the rule with which a part ends, if nothing is drawn around it."""
    return (_ruled_in(part) or [None])[-1] if not part.border_bottom_width else None


def _first_ruled(part: Any) -> Any:
    """Return the cell with the rule with which a part begins, likewise."""
    is_framed = _is_frame(part) and part.border_top_width
    return (_ruled_in(part) or [None])[0] if not is_framed else None


def _join_within(frame: Any) -> None:
    """Draw the rule from edge to edge of a frame."""
    cells = _ruled_in(frame)
    if not cells:
        return
    for one, after in pairwise(cells):
        _raise(after, foot_of(one))
    _raise(cells[0], float(frame.padding_box_y()))
    _lower(cells[-1], float(frame.padding_box_y() + frame.padding_height()))


def _raise(cell: Any, top: float) -> None:
    """Let a cell begin higher, if it does; its words stay."""
    more = max(float(cell.border_box_y()) - top, 0.0)
    cell.position_y -= more
    cell.height += more


def _lower(cell: Any, foot: float) -> None:
    cell.height += max(foot - foot_of(cell), 0.0)


def _ruled_in(part: Any) -> list[Any]:
    """Return the cells with the rule of a row, or of those in a frame."""
    if not _is_frame(part):
        return [cell for cell in [_ruled(part)] if cell]
    return [cell for box in part.descendants() for cell in [_ruled(box)] if cell]


def _ruled(box: Any) -> Any:
    """Return the cell of a row that has the rule at its side, if it is one."""
    if ROW not in names_of(box) or not is_one(box, "TableBox", "BlockBox"):
        return None
    return next((cell for cell in cells_of(box) if cell.border_left_width), None)


def _is_frame(part: Any) -> bool:
    return not {*names_of(part)}.isdisjoint(_FRAMES)


def _end(cells: Sequence[Any]) -> None:
    """Shorten what stands beside a rule to its last line, where that ends its page."""
    foot = max(
        (line.position_y + line.height for cell in cells for line in _lines(cell)), default=0
    )
    for cell in cells:
        below = float(cell.style["padding_bottom"].value)
        cell.height -= max(foot_of(cell) - foot - below, 0.0) if foot else 0.0


def _lines(cell: Any) -> Iterator[Any]:
    return (box for box in cell.descendants() if is_one(box, "LineBox"))
