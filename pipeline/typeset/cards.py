"""Cards to cut out, and the clinic's area on a booklet's back: room for a stamp in them.

Both are made higher once their page is laid out: no line falls elsewhere, and the sheet is not set
once more.
"""

from collections.abc import Sequence
from typing import Any

from pipeline.typeset.apart import heighten_row
from pipeline.typeset.boxes import (
    AT_FOOT,
    ROW,
    classes_of,
    foot_of,
    inner_foot,
    is_one,
    names_of,
    shown_on,
)
from pipeline.typeset.flow import cells_of
from pipeline.typeset.last_lines import CLEAR_OF_FOOT, last_lines, loosened_lines
from pipeline.typeset.spread import height_used

_CARD, _HIGHER = "card", 0.6
"""The class of the card, and which part of the room it takes above the last lines: a clinic's stamp
needs it."""

_CLINIC = "card-clinic"
"""The class of the lower part of a card, which is about the clinic."""

_GAPS_IN_CARD, _WIDEST_IN_CARD = 4, 9.0
"""Into how many gaps goes what such a card leaves white, and how many CSS pixels into each at most:
further apart, what belongs together would not be read as one."""

_AREA = "clinic"
"""The class of the area for the clinic on the back of a booklet."""

_IN_LINES_ON_BACK = 0.4
"""Which part of what that back has left the gaps between its last lines take at most."""

_STAMP = "stamp"
"""The class of what stands at the foot of either, where it is for a stamp."""

_STAMP_HEIGHT = 120.0
"""CSS pixels by which a card is higher at most where its sheet ends where it ends: 32 mm."""

_STAMP_ON_CARD = 83.0
"""How many CSS pixels a card has below what its room is for, where its page has them: 22 mm, beside
which a page keeps the fewest lines for notes."""

STAMP_ON_BACK, _DRAWN = 151.0, 0.15
"""How many CSS pixels high the clinic's area on the back of a booklet is, 40 mm, where as large a
part of the page as the second stays free below the last lines, for hills."""

_LEAST_ON_BACK = 134.0
"""How many CSS pixels high it is where it is for a stamp before the last lines take any: 35 mm, of
which 20 are free below its words."""

_INSET = 3.0
"""CSS pixels of that which go between the card's edges and its words."""


def level_clinics(end: Any) -> None:
    """Set what two cards beside each other say of the clinic level, where both have room for it."""
    for row in end.children:
        cells = [box for box in row.descendants() if is_one(box, "TableCellBox")]
        blocks = [box for box in row.descendants() if is_one(box, "BlockBox")]
        clinics = [box for box in blocks if _CLINIC in names_of(box)]
        if ROW in names_of(row) and len(cells) == len(clinics) == 2:
            top = max(float(box.position_y) for box in clinics)
            foot = max(map(inner_foot, cells))
            for box in clinics:
                lower = top - float(box.position_y)
                box.translate(dy=min(lower, max(foot - foot_of(box), 0.0)))


def lacking_stamp(end: Any) -> float:
    """Return how much higher a card must be for a stamp, or each of two beside each other."""
    first = end.children[0]
    rooms = [
        inner_foot(card) - foot_of(box.children[-1])
        for card in (cells_of(first) if ROW in names_of(first) else [first])
        for box in card.descendants()
        if _STAMP in names_of(box) and is_one(box, "BlockBox")
    ]
    return max(_STAMP_ON_CARD - min(rooms, default=_STAMP_ON_CARD), 0.0)


def heighten_cards(end: Any, higher: float) -> None:
    """Make a card higher, with what stands beside it; or those in two columns, and lower the rest.

    The end itself keeps its height, from which is reckoned where pages end when it is set again.
    """
    if not higher:
        return
    if ROW not in names_of(end.children[0]):
        for box in end.children:
            box.height += higher
        return
    heighten_row(end.children[0], higher)
    for box in end.children[1:]:
        box.translate(dy=higher)


def fill_cards(end: Any) -> None:
    """Set what stands in a card of full height apart, by what it leaves white at its foot.

    One with room for a stamp is meant to be white.
    """
    for card in end.children:
        for clinic in card.children if _CARD in names_of(card) else ():
            if _CLINIC in names_of(clinic) and not _is_for_stamp(clinic):
                _share_out(card, clinic, max(inner_foot(card) - foot_of(clinic), 0.0))


def _share_out(card: Any, clinic: Any, white: float) -> None:
    """Set what stands in a card apart, by what is white at its foot.

    A part of it goes below what the card is for, two above and below the line before the clinic,
    and what they do not take stays.
    """
    part = min(white / _GAPS_IN_CARD, _WIDEST_IN_CARD)
    for box in card.children[: card.children.index(clinic)]:
        for one in box.children[1:]:
            if one.element is not box.element:  # no line of its own
                one.translate(dy=part)
    clinic.translate(dy=2 * part)
    for one in clinic.children:
        one.translate(dy=part)


def heighten_card(pages: Sequence[Any]) -> None:
    """Give a card for a stamp its part of the room of its page, if its sheet ends where it ends.

    A part of what it leaves goes between the paragraphs of the last lines below it. This is for
    pages that are set and ended: how high it is there says nothing of other pages.
    """
    for page in pages[1:]:
        flow = shown_on(page)
        free = float(page.height) - height_used(page)
        for place, end in enumerate(flow):
            stamped = _stamped(end)
            if stamped and free > 0 and AT_FOOT not in names_of(end):
                higher = min(_HIGHER * free, _STAMP_HEIGHT)
                _heighten(end, stamped[0][0], higher)
                told = last_lines(end)
                looser = loosened_lines(told, free - higher) if told else 0.0
                end.height += looser
                for box in flow[place + 1 :]:
                    box.translate(dy=higher + looser)
                page.lowered = higher + looser


def _stamped(end: Any) -> list[tuple[Any, Any]]:
    """Return the card at the end of a sheet with what stands at its foot, if it is for a stamp."""
    return [
        (card, box)
        for card in end.children
        if _CARD in names_of(card)
        for box in card.descendants()
        if _STAMP in names_of(box) and is_one(box, "BlockBox")
    ]


def _heighten(end: Any, card: Any, higher: float) -> None:
    """Make a card higher, with what is last or beside each other in it, and lower what follows."""
    last = card.children[-1]
    beside = [box for box in card.children if box.position_y == last.position_y]
    inset = min(_INSET, higher / 2) if len(beside) == len(card.children) else 0.0
    for box in beside:
        box.translate(dy=inset)
        box.height += higher - 2 * inset
    for box in (end, card):
        box.height += higher
    for box in end.children[end.children.index(card) + 1 :]:
        box.translate(dy=higher)


def fill_back(page: Any) -> None:
    """Give what the back of a booklet leaves free to the clinic's area, for its stamp.

    Some of it goes between the paragraphs of the last lines, if a stamp has room. Where it is more
    than both need, hills have the rest, below them.
    """
    flow = shown_on(page)
    free = float(page.height) - height_used(page) - CLEAR_OF_FOOT
    for place, end in enumerate(flow):
        area = next((box for box in end.children if _AREA in names_of(box)), None)
        if area and free > 0:
            stamp = max(STAMP_ON_BACK - float(area.border_height()), 0.0)
            told = last_lines(end)
            spare = _spare_for_lines(area, free)
            looser = loosened_lines(told, spare) if told and spare > 0 else 0.0
            free -= looser
            if free - stamp > _DRAWN * float(page.height):
                free = stamp
            area.height += free
            end.height += free + looser
            for box in end.children[end.children.index(area) + 1 :]:
                box.translate(dy=free)
            for box in flow[place + 1 :]:
                box.translate(dy=free + looser)
            page.lowered = free + looser


def _spare_for_lines(area: Any, free: float) -> float:
    """Return how much of what a back leaves free the last lines take at most."""
    spare = _IN_LINES_ON_BACK * (free - _lacking(area))
    if _is_for_stamp(area):
        spare = min(spare, free - (_LEAST_ON_BACK - float(area.border_height())))
    return spare


def _is_for_stamp(box: Any) -> bool:
    """Say whether a part about the clinic is empty, for its stamp."""
    return any(_STAMP in classes_of(one) for one in box.element.iter())


def _lacking(area: Any) -> float:
    """Return how much higher an area must be for what stands in it: in a column it gives way."""
    return max(max(map(foot_of, area.children), default=0.0) - inner_foot(area), 0.0)
