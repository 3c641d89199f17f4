"""The end of a sheet at the foot of its last page, and lines for notes on what is free above it.

Card and last lines are what a reader cuts out and staff look for. They are moved once the page is
laid out: no line falls elsewhere, and the sheet is not set once more.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Any

from pipeline.typeset.apart import heighten_row
from pipeline.typeset.boxes import classes_of, foot_of, is_one, names_of, shown_on
from pipeline.typeset.flow import cells_of
from pipeline.typeset.running_heads import Margins
from pipeline.typeset.spread import height_used

_END = "at-foot"
"""The class of what stands at the foot, with all that follows it."""

_LISTED = "references"
"""The class of what stands before it, and takes a part of the room."""

_NOTES = "room-for-notes"
"""The class of the lines to write on: it stands beside the flow, where what was said ends."""

_ROW = "row"
"""The class of what two languages say beside each other."""

_CARRIED = "carried_notes"
"""The attribute of the layout that keeps them where what was said ends on the page before."""

_FEWEST, _MOST_LINES, _MOST_OF_ROWS = 3, 12, 9
"""How many lines there are at least, if there are any, and at most: nobody writes on two, and a
page of nothing else looks like one that nobody filled. The last is for two languages: each has its
head above them."""

_BELOW, _ABOVE = 20.0, 30.0
"""CSS pixels of its room that stay free beside lines: half of what does stands above them, but no
more than the second, and no more than both below works, which stay with the card."""

_ABOVE_BELOW_WORKS = 0.7
"""Which part of the room beside lines stands above them, if they stand below works: those of two
languages, and those on a page that has nothing else of the text, where a reader would take what
stands above the works for the end of the sheet."""

_OPENED = 0.4
"""By which part of their distance lines are further apart at most where nothing of the text stands
on their page: they take what it has beyond what stays free beside them."""

_SHARE = 0.45
"""Which part of the room stands above what is listed, where there are no lines."""

_APART, _WIDEST = 2.4, 5.0
"""CSS pixels by which works are further apart, as far as half of the room of their page goes, and
at most where it has no lines for notes: a list without any is the densest thing on a sheet."""

_IN_ROWS = 1 / 3
"""Which part of it stands between cards and last lines of two languages, where there are none."""

_CARD, _HIGHER = "card", 0.6
"""The class of the card, and which part of the room it takes above the last lines: a clinic's stamp
needs it."""

_CLINIC = "card-clinic"
"""The class of the lower part of a card, which is about the clinic."""

_GAPS_IN_CARD, _WIDEST_IN_CARD = 4, 9.0
"""Into how many gaps goes what such a card leaves white, and how many CSS pixels into each at most:
further apart, what belongs together would not be read as one."""

_TOLD, _LOOSER = "colophon", 3.5
"""The class of the last lines beside a card, and how many CSS pixels their paragraphs are further
apart where their page has room: as close as their lines, they are one lump."""

_RECORD = "footing"
"""The class of a line among them that tells of which day numbers are."""

_IN_LAST_LINES = 1 / 3
"""Which part of that room they take at most."""

_LOOSER_ON_BACK, _IN_LINES_ON_BACK = 6.0, 0.4
"""The same two on the back of a booklet, where a frame for a stamp takes the rest."""

_AREA = "clinic"
"""The class of the area for the clinic on the back of a booklet."""

_STAMP = "stamp"
"""The class of what stands at its foot."""

_STAMP_HEIGHT = 120.0
"""CSS pixels by which it is higher at most: 32 mm."""

_STAMP_ON_CARD = 83.0
"""How many CSS pixels a card has below what its room is for, where its page has them: 22 mm, beside
which a page keeps the fewest lines for notes."""

STAMP_ON_BACK, _DRAWN = 151.0, 0.15
"""How many CSS pixels high the clinic's area on the back of a booklet is, 40 mm, where as large a
part of the page as the second stays free below the last lines, for hills."""

_INSET = 3.0
"""CSS pixels of that which go between the card's edges and its words."""

_MOST = 0.2
"""Which part of a page without lines is free at most: one that leaves more ends where it does."""


def with_end_at_foot(make_margins: Margins) -> Margins:
    """Return WeasyPrint's function that makes the boxes in a page's margin; it lowers the end."""

    def make(context: Any, page: Any, state: Any) -> Any:
        lower_end(page, context.__dict__, is_first=context.current_page == 1)
        return make_margins(context, page, state)

    return make


def lower_end(page: Any, kept: dict[str, Any], *, is_first: bool = False) -> None:
    """Move the end of a sheet to the foot of its page, if it stands there below something else.

    Above it stand as many lines for notes as there is room for. Any others are struck, and on the
    first page all are. Where only works stand above it, or nothing, the lines come from the page
    before, which leaves them in ``kept``; they stand below works, or begin the page.
    """
    shown = shown_on(page)
    notes = next((box for box in shown if _NOTES in names_of(box)), None)
    flow = [box for box in shown if box is not notes]
    if notes:
        _strike(page, notes)
    end = next((place for place, box in enumerate(flow) if _END in names_of(box)), None)
    if end is None or is_first:
        kept[_CARRIED] = notes or kept.get(_CARRIED)
        return
    carried = None if notes else kept.get(_CARRIED)
    if carried and "bottom" in flow[end].remove_decoration_sides:
        return  # They stand where it ends.
    notes = notes or (_copied(carried) if carried else None)
    _level_clinics(flow[end])
    has_list = end > 0 and _LISTED in names_of(flow[end - 1])
    begins = flow[end - has_list]
    whole = float(page.height) - height_used(page)
    works = _works(flow[end - 1]) if has_list else []
    gaps = max(len(works) - 1, 0)
    wider = min(_APART * gaps, max(whole, 0.0) / 2)
    higher = min(_lacking_stamp(flow[end]), _spare(notes, whole - wider))
    free = whole - higher
    lines = _lines(notes, free - wider) if notes else []
    if wider and not lines:
        wider = min(_WIDEST * gaps, free / 2)
    written = foot_of(lines[-1]) - float(notes.position_y) if notes and lines else 0.0
    if not (whole > 0 and (lines or (end and whole < _MOST * float(page.height)))):
        return
    _heighten_cards(flow[end], higher)
    more = _loosened(flow[end], (free - wider - written) * _IN_LAST_LINES)
    given = free - wider - more
    if carried and lines:
        written += _opened(lines, given - written)
    above = 0.0 if carried else min((given - written) / 2, _ABOVE)
    is_below = bool(notes and lines and has_list and (carried or _is_in_rows(notes)))
    if notes and lines:
        top = float(begins.position_y)
        if is_below:
            top, above = foot_of(begins) + wider, (given - written) * _ABOVE_BELOW_WORKS
        notes.translate(dy=top + above - float(notes.position_y))
        notes.children = [box for box in notes.children if box.element.tag != "p" or box in lines]
        _put_before(page, notes, flow[end] if is_below else begins)
    if has_list and (end > 1 or lines) and not is_below:
        below = min((given - above - written) / 2, _ABOVE + _BELOW)
        begins.translate(dy=given - below if written else _SHARE * given)
    _set_apart(works, range(len(works)), wider, gaps)
    for box in flow[end:]:
        box.translate(dy=free - more)
    if not lines and _ROW in names_of(flow[end].children[-1]):
        for box in flow[end].children[:-1]:
            box.translate(dy=-max(given, 0.0) * _IN_ROWS)
    for card, clinic, below in _half_empty(flow[end]):
        _share_out(card, clinic, below)
    page.lowered = whole


def _works(listed: Any) -> list[Any]:
    """Return the works of a list that stand on its page."""
    items = (box for box in listed.descendants() if is_one(box, "BlockBox"))
    return [box for box in items if box.element is not None and box.element.tag == "li"]


def _level_clinics(end: Any) -> None:
    """Set what two cards beside each other say of the clinic level, where both have room for it."""
    for row in end.children:
        cells = [box for box in row.descendants() if is_one(box, "TableCellBox")]
        blocks = [box for box in row.descendants() if is_one(box, "BlockBox")]
        clinics = [box for box in blocks if _CLINIC in names_of(box)]
        if _ROW in names_of(row) and len(cells) == len(clinics) == 2:
            top = max(float(box.position_y) for box in clinics)
            foot = max(map(_inner_foot, cells))
            for box in clinics:
                lower = top - float(box.position_y)
                box.translate(dy=min(lower, max(foot - foot_of(box), 0.0)))


def _lacking_stamp(end: Any) -> float:
    """Return how much higher a card must be for a stamp, or each of two beside each other."""
    first = end.children[0]
    rooms = [
        _inner_foot(card) - foot_of(box.children[-1])
        for card in (cells_of(first) if _ROW in names_of(first) else [first])
        for box in card.descendants()
        if _STAMP in names_of(box) and is_one(box, "BlockBox")
    ]
    return max(_STAMP_ON_CARD - min(rooms, default=_STAMP_ON_CARD), 0.0)


def _spare(notes: Any, free: float) -> float:
    """Return what a page has beyond the fewest lines for notes, or all if it has no room for them.

    It is in whole pixels, so that no fraction of one takes a line.
    """
    if notes and _lines(notes, free):
        lines = [box for box in notes.children if box.element.tag == "p"]
        free -= foot_of(lines[_FEWEST - 1]) - float(notes.position_y) + _BELOW
    return max(free // 1, 0.0)


def _heighten_cards(end: Any, higher: float) -> None:
    """Make a card higher, with what stands beside it; or those in two columns, and lower the rest.

    The end itself keeps its height, from which is reckoned where pages end when it is set again.
    """
    if not higher:
        return
    if _ROW not in names_of(end.children[0]):
        for box in end.children:
            box.height += higher
        return
    heighten_row(end.children[0], higher)
    for box in end.children[1:]:
        box.translate(dy=higher)


def _copied(notes: Any) -> Any:
    """Return lines for notes anew, as the page that they come from may be asked for again."""
    own = notes.copy()
    own.set_laid_out_box(notes.deepcopy())
    return own


def _put_before(page: Any, notes: Any, box: Any) -> None:
    """Put lines for notes before a box in the body of its page."""
    for body in page.children[0].children:
        if box in body.children:
            place = body.children.index(box)
            body.children = [*body.children[:place], notes, *body.children[place:]]


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
            if stamped and free > 0 and _END not in names_of(end):
                higher = min(_HIGHER * free, _STAMP_HEIGHT)
                _heighten(end, stamped[0][0], higher)
                told = _last_lines(end)
                looser = _loosened_lines(told, free - higher) if told else 0.0
                end.height += looser
                for box in flow[place + 1 :]:
                    box.translate(dy=higher + looser)
                page.lowered = higher + looser


def fill_back(page: Any) -> None:
    """Give what the back of a booklet leaves free to the clinic's area, for its stamp.

    Some of it goes between the paragraphs of the last lines. Where it is more than both need, hills
    have the rest, below them.
    """
    flow = shown_on(page)
    free = float(page.height) - height_used(page)
    for place, end in enumerate(flow):
        area = next((box for box in end.children if _AREA in names_of(box)), None)
        if area and free > 0:
            stamp = max(STAMP_ON_BACK - float(area.border_height()), 0.0)
            told = _last_lines(end)
            spare = free - _lacking(area)
            looser = _loosened_lines(told, spare * _IN_LINES_ON_BACK) if told and spare > 0 else 0.0
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


def _lacking(area: Any) -> float:
    """Return how much higher an area must be for what stands in it: in a column it gives way."""
    return max(max(map(foot_of, area.children), default=0.0) - _inner_foot(area), 0.0)


def _last_lines(end: Any) -> Any:
    """Return the last lines among what ends a sheet, ``None`` for those in two columns."""
    return next((box for box in end.children if _TOLD in names_of(box)), None)


def _loosened_lines(told: Any, free: float) -> float:
    """Set the paragraphs of the last lines apart; return how much of what is free that takes."""
    said = told.children[1:]
    places = _gaps_before(said)
    gaps = max(places, default=0)
    if not gaps:
        return 0.0
    looser = min(_LOOSER_ON_BACK * gaps, free)
    _set_apart(said, places, looser, gaps)
    told.height += looser
    return looser


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


def _stamped(end: Any) -> list[tuple[Any, Any]]:
    """Return the card at the end of a sheet with what stands at its foot, if it is for a stamp."""
    return [
        (card, box)
        for card in end.children
        if _CARD in names_of(card)
        for box in card.descendants()
        if _STAMP in names_of(box) and is_one(box, "BlockBox")
    ]


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


def _loosened(end: Any, free: float) -> float:
    """Set the paragraphs beside a card apart; return how much higher it is for that.

    First they take what they are less high than the card, then up to what their page leaves
    ``free``.
    """
    told = _last_lines(end)
    if told is None or not is_one(told, "BlockBox"):
        return _loosened_in_rows(end, free)
    said = told.children[1:]
    places = _gaps_before(said)
    gaps = max([1, *places])
    spare = max(_inner_foot(told) - foot_of(told.children[-1]), 0.0)
    wider = min(_LOOSER * gaps, spare + max(free, 0.0))
    _set_apart(said, places, wider, gaps)
    more = max(wider - spare, 0.0)
    for box in (end, *end.children):
        box.height += more
    return more


def _loosened_in_rows(end: Any, free: float) -> float:
    """Set the paragraphs of last lines in two columns apart, as far as their page has the room."""
    row = end.children[-1]
    cells = cells_of(row) if _ROW in names_of(row) else []
    blocks = [box for cell in cells for box in cell.descendants() if is_one(box, "BlockBox")]
    # Of some nothing but their head stands on this page.
    told = [box.children[1:] for box in blocks if _TOLD in names_of(box) and len(box.children) > 1]
    places = [_gaps_before(said) for said in told]
    gaps = max((of_one[-1] for of_one in places), default=0)
    wider = min(_LOOSER * gaps, max(free, 0.0))
    for said, of_one in zip(told, places, strict=True):
        _set_apart(said, of_one, wider, gaps)
    for box in (end, row, *(one for one in row.descendants() if is_one(one, "TableBox")), *cells):
        box.height += wider
    return wider


def _gaps_before(said: Sequence[Any]) -> list[int]:
    """Return after how many gaps each paragraph stands; records of several days stay one list."""
    return [0, *accumulate(not _are_records(*pair) for pair in pairwise(said))][: len(said)]


def _set_apart(boxes: Sequence[Any], places: Sequence[int], wider: float, gaps: int) -> None:
    """Set boxes apart, each by the gaps before it, all of which are so much wider together."""
    for place, box in zip(places, boxes, strict=True):
        box.translate(dy=wider * place / max(gaps, 1))


def _are_records(before: Any, box: Any) -> bool:
    return _RECORD in names_of(before) and _RECORD in names_of(box)


def _half_empty(end: Any) -> list[tuple[Any, Any, float]]:
    """Return a card of full height, what it says of the clinic, and what is white below it.

    One with room for a stamp is meant to be white.
    """
    return [
        (card, box, max(_inner_foot(card) - foot_of(box), 0.0))
        for card in end.children
        if _CARD in names_of(card)
        for box in card.children
        if _CLINIC in names_of(box)
        and not any(_STAMP in classes_of(one) for one in box.element.iter())
    ]


def _inner_foot(box: Any) -> float:
    return float(box.content_box_y()) + float(box.height)


def _lines(notes: Any, free: float) -> list[Any]:
    """Return the lines for notes that a page has room for; none if those are too few."""
    foot = float(notes.position_y) + free
    lines = [box for box in notes.children if box.element.tag == "p"]
    roomy = [box for box in lines if foot_of(box) <= foot - _BELOW]
    most = _MOST_OF_ROWS if _is_in_rows(notes) else _MOST_LINES
    return roomy[:most] if len(roomy) >= _FEWEST else []


def _opened(lines: Sequence[Any], room: float) -> float:
    """Set lines for notes further apart; return by how much that lowers the last."""
    gaps = len(lines) - 1
    apart = foot_of(lines[1]) - foot_of(lines[0])
    lower = min(_OPENED * apart * gaps, max(room - _ABOVE - _BELOW, 0.0))
    _set_apart(lines, range(len(lines)), lower, gaps)
    return lower


def _is_in_rows(notes: Any) -> bool:
    """Say whether lines for notes have their head in two columns."""
    return any(_ROW in names_of(box) for box in notes.children)


def _strike(page: Any, box: Any) -> None:
    """Take a box out of the body of a page."""
    for body in page.children[0].children:
        body.children = [one for one in body.children if one is not box]
