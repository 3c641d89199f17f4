"""Pages of a handout that end near one foot, once they are set.

Where pages end is reckoned in whole lines: one is full to the last, with its text on the foot's
rule, and the next leaves three lines free. What stands on them is set a little closer, or further
apart, by a part of the room between it: no line falls elsewhere, and no sheet is set once more.
"""

from collections.abc import Sequence
from typing import Any

from pipeline.typeset.apart import HEADS, gaps_in, heighten, in_flow, set_apart, text_in_flow
from pipeline.typeset.boxes import AT_FOOT, ROW, foot_of, names_of, shown_on
from pipeline.typeset.spread import left_on, lowered_by

_LEAST, _MOST = 15.0, 38.0
"""How many CSS pixels a page leaves free at its foot at least, and at most: one line, and two."""

_CLOSER, _WIDER = 0.16, 0.2
"""Which part of the room between what stands on a page it loses, or gains, at most for that."""


def even_feet(pages: Sequence[Any], drawn: set[int]) -> None:
    """Set what stands on each page closer where it is full, and further apart where it ends early.

    The page with the end of the sheet stays, and those at the foot of which a drawing stands.
    """
    for number, page in enumerate(pages):
        shown, text = shown_on(page), text_in_flow(page)
        stays = any(AT_FOOT in names_of(box) for box in shown)
        stays = stays or any(ROW in names_of(box) for box in text)
        if number not in drawn and not stays:
            _even(page, in_flow(shown), text)


def _even(page: Any, flow: Sequence[Any], text: Sequence[Any]) -> None:
    """Set the text of a page apart, or closer, by a part of each gap."""
    room = gaps_in(text, _gap, lambda _: 0.0)
    free = left_on(page)
    lacks = min(free - _LEAST, 0.0) + max(free - _MOST, 0.0)
    by = min(max(lacks / room, -_CLOSER), _WIDER) if room else 0.0

    def open_within(box: Any) -> float:
        if box.element_tag != "main":
            return 0.0
        return heighten(
            box, set_apart(in_flow(box.children), lambda *pair: by * _gap(*pair), lambda _: 0.0)
        )

    page.lowered = lowered_by(page) + set_apart(flow, lambda *_: 0.0, open_within)


def _gap(one: Any, after: Any) -> float:
    """Return the room between two boxes; none below a head, which stays near what it is for."""
    if one.element.tag in HEADS:
        return 0.0
    return max(float(after.border_box_y()) - foot_of(one), 0.0)
