"""The last lines of a sheet, which tell staff what it is: how far apart their paragraphs stand.

They are moved once their page is laid out: no line falls elsewhere.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Any

from pipeline.typeset.boxes import ROW, foot_of, inner_foot, is_one, names_of
from pipeline.typeset.flow import cells_of

_TOLD, _LOOSER = "colophon", 3.5
"""The class of the last lines beside a card, and how many CSS pixels their paragraphs are further
apart where their page has room: as close as their lines, they are one lump."""

_LOOSER_BELOW = 6.0
"""The same of last lines that stand below a card, or below the clinic's area of a booklet."""

CLEAR_OF_FOOT = 7.0
"""CSS pixels that stay free below last lines of two columns, or on a booklet's back, where they
stood on the rule of the foot."""

_RECORD = "footing"
"""The class of a line among them that tells of which day numbers are."""


def last_lines(end: Any) -> Any:
    """Return the last lines among what ends a sheet, ``None`` for those in two columns."""
    return next((box for box in end.children if _TOLD in names_of(box)), None)


def loosened_lines(told: Any, free: float) -> float:
    """Set the paragraphs of the last lines apart; return how much of what is free that takes."""
    said = told.children[1:]
    places = _gaps_before(said)
    gaps = max(places, default=0)
    if not gaps:
        return 0.0
    looser = min(_LOOSER_BELOW * gaps, free)
    spread_out(said, places, looser, gaps)
    told.height += looser
    return looser


def loosened(end: Any, free: float) -> float:
    """Set the paragraphs beside a card apart; return how much higher it is for that.

    First they take what they are less high than the card, then up to what their page leaves
    ``free``.
    """
    told = last_lines(end)
    if told is None or not is_one(told, "BlockBox"):
        return _loosened_in_rows(end, free)
    said = told.children[1:]
    places = _gaps_before(said)
    gaps = max([1, *places])
    spare = max(inner_foot(told) - foot_of(told.children[-1]), 0.0)
    wider = min(_LOOSER * gaps, spare + max(free, 0.0))
    spread_out(said, places, wider, gaps)
    more = max(wider - spare, 0.0)
    for box in (end, *end.children):
        box.height += more
    return more


def _loosened_in_rows(end: Any, free: float) -> float:
    """Set the paragraphs of last lines in two columns apart, as far as their page has the room."""
    row = end.children[-1]
    cells = cells_of(row) if ROW in names_of(row) else []
    blocks = [box for cell in cells for box in cell.descendants() if is_one(box, "BlockBox")]
    # Of some nothing but their head stands on this page.
    told = [box.children[1:] for box in blocks if _TOLD in names_of(box) and len(box.children) > 1]
    places = [_gaps_before(said) for said in told]
    gaps = max((of_one[-1] for of_one in places), default=0)
    wider = min(_LOOSER * gaps, max(free, 0.0))
    for said, of_one in zip(told, places, strict=True):
        spread_out(said, of_one, wider, gaps)
    for box in (end, row, *(one for one in row.descendants() if is_one(one, "TableBox")), *cells):
        box.height += wider
    return wider


def _gaps_before(said: Sequence[Any]) -> list[int]:
    """Return after how many gaps each paragraph stands; records of several days stay one list."""
    return [0, *accumulate(not _are_records(*pair) for pair in pairwise(said))][: len(said)]


def _are_records(before: Any, box: Any) -> bool:
    return _RECORD in names_of(before) and _RECORD in names_of(box)


def spread_out(boxes: Sequence[Any], places: Sequence[int], wider: float, gaps: int) -> None:
    """Set boxes apart, each by the gaps before it, all of which are so much wider together."""
    for place, box in zip(places, boxes, strict=True):
        box.translate(dy=wider * place / max(gaps, 1))
