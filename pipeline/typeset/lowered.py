"""The end of a sheet at the foot of its last page, and lines for notes on what is free above it.

Card and last lines are what a reader cuts out and staff look for. They are moved once the page is
laid out: no line falls elsewhere, and the sheet is not set once more.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from pipeline.typeset.boxes import AT_FOOT, ROW, foot_of, is_one, names_of, shown_on
from pipeline.typeset.cards import fill_cards, heighten_cards, lacking_stamp, level_clinics
from pipeline.typeset.last_lines import CLEAR_OF_FOOT, loosened, spread_out
from pipeline.typeset.running_heads import Margins
from pipeline.typeset.spread import left_on, lowered_by

_LISTED = "references"
"""The class of what stands before it, and takes a part of the room."""

_NOTES = "room-for-notes"
"""The class of the lines to write on: it stands beside the flow, where what was said ends."""

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

_IN_LAST_LINES = 1 / 3
"""Which part of what works and lines for notes leave the gaps between last lines take at most."""

_MOST = 0.2
"""Which part of a page without lines is free at most: one that leaves more ends where it does."""


def with_end_at_foot(make_margins: Margins) -> Margins:
    """Return WeasyPrint's function that makes the boxes in a page's margin; it lowers the end.

    A running head is first, which lowers the text below it: the end has what that leaves.
    """

    def make(context: Any, page: Any, state: Any) -> Any:
        ending = _ending(page, context.__dict__, is_first=context.current_page == 1)
        made = list(make_margins(context, page, state))
        if ending:
            _lower_end(ending)
        return iter(made)

    return make


def _lower_end(ending: "_Ending") -> None:
    """Move the end of a sheet to the foot of its page, if it stands there below something else.

    Above it stand as many lines for notes as there is room for. Any others are struck, and on the
    first page all are. Where only works stand above it, or nothing, the lines come from the page
    before; they stand below works, or begin the page.
    """
    level_clinics(ending.end)
    room = _room(ending)
    if room is None:
        return
    heighten_cards(ending.end, room.cards)
    told = loosened(ending.end, (room.left - room.written) * _IN_LAST_LINES)
    _fill_above(ending, room, room.left - told)
    spread_out(ending.works, range(len(ending.works)), room.works, ending.gaps)
    _lower(ending, room, told)
    fill_cards(ending.end)
    ending.page.lowered = lowered_by(ending.page) + room.whole


@dataclass(frozen=True)
class _Ending:
    """What stands on the page with the end of a sheet, and lines for notes, if it may have any."""

    page: Any
    flow: Sequence[Any]
    place: int
    """Of the end in the flow."""
    notes: Any
    are_carried: bool
    """Whether these come from the page before."""

    @property
    def end(self) -> Any:
        return self.flow[self.place]

    @property
    def listed(self) -> Any:
        """The works right above the end, ``None`` without any."""
        above = self.flow[self.place - 1] if self.place else None
        return above if above and _LISTED in names_of(above) else None

    @property
    def begins(self) -> Any:
        """The first box of what is no text: works, or the end."""
        return self.listed or self.end

    @cached_property
    def works(self) -> list[Any]:
        """The works that stand on the page."""
        items = self.listed.descendants() if self.listed else ()
        blocks = [box for box in items if is_one(box, "BlockBox") and box.element is not None]
        return [box for box in blocks if box.element.tag == "li"]

    @property
    def gaps(self) -> int:
        return max(len(self.works) - 1, 0)


class _Room(NamedTuple):
    """How many CSS pixels of what a last page leaves free go where."""

    whole: float
    cards: float
    """By which cards are higher, for a stamp."""
    works: float
    """By which all gaps between works are wider together."""
    lines: Sequence[Any]
    """The lines for notes that it has room for."""
    written: float
    """How high these are together."""

    @property
    def left(self) -> float:
        """What stays for lines, for the gaps of last lines, and beside them."""
        return self.whole - self.cards - self.works


def _ending(page: Any, kept: dict[str, Any], *, is_first: bool) -> _Ending | None:
    """Return the end of a sheet on its page, with lines for notes, which are taken off the page.

    On another page, and on the first, they are kept for the next.
    """
    shown = shown_on(page)
    notes = next((box for box in shown if _NOTES in names_of(box)), None)
    flow = [box for box in shown if box is not notes]
    if notes:
        _strike(page, notes)
    end = next((place for place, box in enumerate(flow) if AT_FOOT in names_of(box)), None)
    if end is None or is_first:
        kept[_CARRIED] = notes or kept.get(_CARRIED)
        return None
    carried = None if notes else kept.get(_CARRIED)
    goes_on = "bottom" in flow[end].remove_decoration_sides
    if carried and goes_on:
        return None  # lines from the page before stand where the end ends
    return _Ending(page, flow, end, notes or (_copied(carried) if carried else None), bool(carried))


def _room(ending: _Ending) -> _Room | None:
    """Return how what the last page leaves free is shared out; ``None`` where it stays as it is."""
    notes, gaps = ending.notes, ending.gaps
    whole = left_on(ending.page)
    whole -= CLEAR_OF_FOOT if _is_in_columns(ending.end) else 0.0
    works = min(_APART * gaps, max(whole, 0.0) / 2)
    cards = min(lacking_stamp(ending.end), _spare(notes, whole - works))
    lines = _lines(notes, whole - cards - works) if notes else []
    if works and not lines:
        works = min(_WIDEST * gaps, (whole - cards) / 2)
    written = foot_of(lines[-1]) - float(notes.position_y) if lines else 0.0
    is_near = ending.place > 0 and whole < _MOST * float(ending.page.height)
    if whole <= 0 or not (lines or is_near):
        return None
    return _Room(whole, cards, works, lines, written)


def _fill_above(ending: _Ending, room: _Room, given: float) -> None:
    """Put lines for notes above the end, or above its works, with what is ``given`` around them.

    Without lines, a part of it stands above the works.
    """
    notes, begins = ending.notes, ending.begins
    written = room.written
    if ending.are_carried and room.lines:
        written += _opened(room.lines, given - written)
    above = 0.0 if ending.are_carried else min((given - written) / 2, _ABOVE)
    is_below = bool(room.lines and ending.listed and (ending.are_carried or _is_in_rows(notes)))
    if room.lines:
        top = float(begins.position_y)
        if is_below:
            top, above = foot_of(begins) + room.works, (given - written) * _ABOVE_BELOW_WORKS
        notes.translate(dy=top + above - float(notes.position_y))
        notes.children = [
            box for box in notes.children if box.element.tag != "p" or box in room.lines
        ]
        _put_before(ending.page, notes, ending.end if is_below else begins)
    if ending.listed and (ending.place > 1 or room.lines) and not is_below:
        below = min((given - above - written) / 2, _ABOVE + _BELOW)
        begins.translate(dy=given - below if written else _SHARE * given)


def _lower(ending: _Ending, room: _Room, told: float) -> None:
    """Move the end to the foot of its page; between last lines ``told`` is given to them already.

    Where no line for notes stands above cards in two columns, a part of the room stands below them.
    """
    for box in ending.flow[ending.place :]:
        box.translate(dy=room.whole - room.cards - told)
    if not room.lines and _is_in_columns(ending.end):
        for box in ending.end.children[:-1]:
            box.translate(dy=-max(room.left - told, 0.0) * _IN_ROWS)


def _is_in_columns(end: Any) -> bool:
    """Say whether the last lines stand in two columns."""
    return ROW in names_of(end.children[-1])


def _spare(notes: Any, free: float) -> float:
    """Return what a page has beyond the fewest lines for notes, or all if it has no room for them.

    It is in whole pixels, so that no fraction of one takes a line.
    """
    if notes and _lines(notes, free):
        lines = [box for box in notes.children if box.element.tag == "p"]
        free -= foot_of(lines[_FEWEST - 1]) - float(notes.position_y) + _BELOW
    return max(free // 1, 0.0)


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
    spread_out(lines, range(len(lines)), lower, gaps)
    return lower


def _is_in_rows(notes: Any) -> bool:
    """Say whether lines for notes have their head in two columns."""
    return any(ROW in names_of(box) for box in notes.children)


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


def _strike(page: Any, box: Any) -> None:
    """Take a box out of the body of a page."""
    for body in page.children[0].children:
        body.children = [one for one in body.children if one is not box]
