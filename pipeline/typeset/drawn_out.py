"""Pages that end early drawn out towards one foot, in large print and booklets, once they are set.

Where sections have pages of their own, these end wherever a section does. What such a page leaves
free goes between what stands on it: no line falls elsewhere, and the sheet is not set once more.
"""

from collections.abc import Sequence
from typing import Any

from pipeline.typeset.apart import (
    HEADS,
    gaps_in,
    heighten,
    in_flow,
    move,
    set_apart,
    text_in_flow,
)
from pipeline.typeset.boxes import foot_of, names_of, shown_on, texts_on
from pipeline.typeset.spread import left_on, lowered_by
from pipeline.values.folding import facing

_FOOT = 0.03
"""Which part of a page stays free at its foot."""

_MOST = 0.75
"""How much of its own height each gap grows at most."""

_MOST_OF_FEW = 0.2
"""The same of the text where few sections follow each other: its pages look set by one hand, and
hills stand below what ends early."""

_LESS = 0.12
"""How much of its own height each gap loses at most where a page is full to its foot: a callout
stood on the rule there."""

_UNLIKE = 0.5
"""How much more it grows than those of the page that faces it."""

_WEIGHTS = {"references": 2.5, "colophon": 2.5, "note": 2.0, "services": 2.0}
"""How many times as much gaps grow in what is set close, by the class of what they are in."""

_LEAST, _CLOSE = 8.0, {"colophon", "note", "note-body", "note-part"}
"""How many CSS pixels a gap counts as at least where paragraphs stand as close as lines, and the
class of what they are in; and the one below the last line of a long note."""

_BELOW_HEAD = 12.0
"""As how many the gap between a head and its subhead counts: they nearly touched where paragraphs
stand far apart. All that stands on a page takes no more room for it."""

_OPENED = {"note", "note-body", "note-part", "services", "references", "last", "colophon"}
"""Classes of what has gaps of its own that grow, besides the text and its lists."""

_TAGS = {"main", "ol", "ul"}
"""The elements of those."""

_LONG_NOTE = {"crisis", "long"}
"""The classes of a note that has a page, or the better part of it: what stands in it loses nothing,
and where it ends its page it goes on to the foot."""

_INTRODUCING, _SHARE_OF_COVER, _MOST_OF_COVER = {"region", "interpreter-line"}, 0.6, 12.0
"""The classes of what stands apart from what is above it on a cover, which part of the room goes
there, and how many CSS pixels to each at most."""

_LABEL = "label"
"""The class of what says whence a list is."""


def draw_out(pages: Sequence[Any], *, but: set[int], folded: bool, few: bool = False) -> None:
    """Set what stands on each page further apart, by what the page leaves free.

    Pages with the numbers in ``but`` stay as they are, and so does the back of a sheet that is
    ``folded``. There, the pages that face each other differ by little. On page one, a cover, only
    what introduces a note or follows it stands further apart, and on that of a booklet nothing.
    Where a sheet has ``few`` sections, text is hardly drawn out.
    """
    if not folded:
        _open_cover(pages[0])
    numbers = [number for number in range(1, len(pages) - folded) if number not in but]
    grown = {number: _growth(pages[number], few=few) for number in numbers}
    for number, by in grown.items():
        faced = grown.get(facing(number), by)
        _grow(pages[number], min(by, faced + _UNLIKE) if folded else by)


def _open_cover(page: Any) -> None:
    """Set what stands above and below the crisis note of a cover further from what is above it."""
    flow = in_flow(shown_on(page))
    opened = [box for box in flow if not _INTRODUCING.isdisjoint(names_of(box))]
    free = left_on(page)
    if not opened or free <= 0:
        return
    each, lower = min(_SHARE_OF_COVER * free / len(opened), _MOST_OF_COVER), 0.0
    for box in flow:
        lower += each if box in opened else 0.0
        move(box, lower)
    page.lowered = lowered_by(page) + lower


def _growth(page: Any, *, few: bool) -> float:
    """Return how much of its own height each gap of a page can grow, or is to lose."""
    room = _room(shown_on(page), 1.0, 0.0)
    flow, largest = text_in_flow(page), _MOST_OF_FEW if few and texts_on(page) else _MOST
    most = largest * _room(shown_on(page), 1.0, 0.0, below_head=0.0)
    ends_with_note = bool(flow) and _is_long_note(flow[-1])
    free = left_on(page) - (0.0 if ends_with_note else _FOOT) * float(page.height)
    return max(min(free, most) / room, -_LESS) if room else 0.0


def _grow(page: Any, by: float) -> None:
    """Set what stands on a page further apart; each gap grows by a part of its own height."""
    page.lowered = lowered_by(page) + _moved(shown_on(page), 1.0, 0.0, by)


def _room(
    boxes: Sequence[Any], weight: float, least: float, below_head: float = _BELOW_HEAD
) -> float:
    """Return how high the gaps between boxes and in them are together, as far as they grow."""

    def between(one: Any, after: Any) -> float:
        return weight * _gap(one, after, least, below_head)

    def within(box: Any) -> float:
        below = _LEAST if _is_long_note(box) else 0.0
        return _room(box.children, *_of(box, weight), below_head) + below if _opens(box) else 0.0

    return gaps_in(in_flow(boxes), between, within)


def _moved(boxes: Sequence[Any], weight: float, least: float, by: float) -> float:
    """Set boxes further apart, and what is in them; return how much higher they are together."""

    def between(one: Any, after: Any) -> float:
        return by * weight * _gap(one, after, least if by > 0 else 0.0)

    def open_within(box: Any) -> float:
        if not _opens(box) or (by < 0 and _is_long_note(box)):
            return 0.0
        below = by * _LEAST if _is_long_note(box) else 0.0
        return heighten(box, _moved(box.children, *_of(box, weight), by) + below)

    return set_apart(in_flow(boxes), between, open_within)


def _gap(one: Any, after: Any, least: float, below_head: float = _BELOW_HEAD) -> float:
    """Return how much of what is between two boxes grows."""
    if one.element.tag in HEADS:
        return below_head if after.element.tag in HEADS else 0.0
    if _LABEL in names_of(one):
        return 0.0
    return max(float(after.border_box_y()) - foot_of(one), least)


def _opens(box: Any) -> bool:
    names = {*names_of(box)}
    is_listed = box.element.tag in _TAGS or not names.isdisjoint(_OPENED)
    return is_listed or _is_long_note(box)


def _is_long_note(box: Any) -> bool:
    return {*names_of(box)} >= _LONG_NOTE


def _of(box: Any, weight: float) -> tuple[float, float]:
    """Return how many times as much gaps in a box grow, and as how high they count at least.

    ``weight`` is the first of these around it: a list's gaps are those of what it stands in.
    """
    names = names_of(box)
    least = _LEAST if not _CLOSE.isdisjoint(names) else 0.0
    return max([weight, *(_WEIGHTS[name] for name in names if name in _WEIGHTS)]), least
