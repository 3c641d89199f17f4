"""A text that runs over panels, divided so that sections stay whole and all panels end alike.

It works on the boxes of pages that are laid out, and answers in CSS for the next time.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations, pairwise
from math import ceil
from typing import Any

from pipeline.typeset.boxes import classes_of, is_one

_ABOVE = {"h2": 16.0, "p": 4.0}
"""CSS pixels by which the room above heads and paragraphs may grow; elsewhere half a head's."""

_PARTED = 0.2
"""What it costs to part a section, as a part of a panel's height that would be white instead."""

_MOST_LEAD, _MOST_LEAD_OF_FEW = 1.08, 1.2
"""By how much the room between lines may grow: a brochure is set closer than its script asks. And
above hills along the foot of all panels, where a short text is as open as on a full page."""

_FIRST = 0.5
"""Which part of the room between blocks is given before any to that between lines."""

_RUNNING = ("p", "ul", "ol")
"""Blocks of running text: they stand equally far apart on all panels."""

_DRAWN_HEAD, _DRAWN_NOTE, _DRAWN_FRAME, _DRAWN_LEAD = 14.0, 4.0, 7.0, 0.03
"""By how many CSS pixels the room above a section's head, a crisis note, and any other block that
is no running text, may be larger than on the fullest panel, where a panel ends early; and by which
part its lines may be further apart."""

_SEEN = 1.001
"""From how many times on the room between lines of one panel is told of."""

_TALLER = 30.0
"""CSS pixels by which the drawing on the middle panel may be higher, where its text ends early. It
stands as low as the text beside it ends."""

_IN_NOTE_DRAWN, _LOOSER = 8.0, 10.0
"""CSS pixels by which the parts of a crisis note may stand further apart for it, and at most."""

_IN_NOTE, _ABOVE_NOTE = 4.0, 2.0
"""CSS pixels by which the room above each part of a crisis note may grow with the room between
blocks, and that above the note, whose frame parts it from its head already."""

_SUNK, _NOTES_SUNK = 40.0, 110.0
"""CSS pixels by which a picture that ends a panel, or footnotes, stand lower at most, to end as low
as the others do: with more white above it, a picture would look parted from its text. Footnotes
stand at the foot of a page in any book."""

_ALIKE = 0.1
"""What part of the most white on one panel weighs besides: of two ways with as much together the
one is better that shares it out."""

_EARLY, _EARLY_LAST, _EARLY_WEIGHS = 0.14, 0.24, 0.3
"""From which free part of a panel on it ends early where hills go along the foot of all, and the
last where none do; and which part of its white weighs then, above hills of its first half."""

_HALF = 0.45
"""Which part of a panel such white is at most: more of it weighs in full."""

LOW_BAND, HIGH_BAND = 90.0, 180.0
"""How many CSS pixels hills along the foot of all panels are high at least, 24 mm, and where they
are high, 47.5."""

_HIGHEST = {LOW_BAND: 117.0, HIGH_BAND: 190.0}
"""How many each are at most, 31 and 50 mm: between, the paper would end within a tree."""

_ABOVE_BAND = 19.0
"""How many stay white above them."""

_LINES_HEAD, _PITCH, _WIDE_PITCH, _FEWEST = 29.0, 25.0, 30.0, 4
"""How many CSS pixels the head of lines for notes is high, and such lines are apart at least, on a
panel of text further; and how many stand there at least."""

_LINED = _LINES_HEAD + _FEWEST * _WIDE_PITCH
"""How many CSS pixels high those are."""

_UNRECKONED = 300.0
"""A tenth of how many CSS pixels a line of text has, which may be one more than was reckoned."""

_ABOVE_DRAWING = 0.2
"""How much of the room that may be between blocks there is above a drawing, where the text has
more without it: a packed text says less for a picture than a drawing does."""

_FOR_DRAWING, _UNEVEN = 0.5, 0.1
"""Which part of it a drawing may take where the panels beside it end early, together by more than
such a part of a panel: text that ends alike without it looks better."""

_PACKED = 0.15
"""What it costs to set blocks with no more room than the least, as a part of a panel's height."""

_SCRAP, _BELOW_NOTE = 0.15, 0.2
"""What it costs that a panel ends with a scrap of text below a crisis note, whose section goes on
on the next, as a part of a panel's height; and up to which part of that it is one."""

_LINES = "fill"
"""The class of lines for notes that may end a panel: above a head that begins the next, or last."""

_AGAIN = "head-again"
"""The class of a section's head that is said again: shown only where a panel begins below it."""

_SAFE = 6.0
"""CSS pixels that stay free at the foot of a panel."""


@dataclass(frozen=True, slots=True)
class Foot:
    """What may stand at the foot of panels, below their text: a drawing, or hills."""

    drawing: tuple[float, ...] = ()
    """How high each panel is above a drawing at the foot of the middle one."""
    band: float = 0.0
    """How many CSS pixels hills along the foot of all panels are high at least, instead."""

    def leaves(self, rooms: Sequence[float]) -> list[float]:
        """Return how high panels of these heights are above it."""
        if self.band:
            return [room - self.band - _ABOVE_BAND for room in rooms]
        return [min(own, room) for own, room in zip(self.drawing, rooms, strict=True)]


_BARE = Foot()


@dataclass(frozen=True, slots=True)
class _Block:
    """A block of running text."""

    place: int
    """Its number among its neighbours, from 1."""
    tag: str
    height: float
    above: float
    below: float
    stays: bool
    """Whether it stays with the block before it."""
    keeps_room: bool
    """Whether the room above it stays at the head of a panel."""
    again: float = 0.0
    """How high its section's head is, which is said again above it, if a panel begins with it."""
    above_lines: bool = False
    """Whether lines for notes may stand below it, if it ends its panel."""
    lined: float = 0.0
    """How high those of its lines are that are set further apart with the text's."""
    note_parts: int = 0
    """Of a crisis note, how many parts of it may have more room above them."""
    sinks: float = 0.0
    """By how much it may stand lower to end its panel: a picture, or footnotes."""
    wraps: Mapping[float, float] = field(default_factory=dict)
    """By how much it is higher, as is to be expected, on panels that are so wide."""

    @property
    def has_head(self) -> bool:
        """Say whether a panel that begins with it has a head: a crisis note has its own."""
        return self.tag == "h2" or self.again > 0 or self.note_parts > 0

    @property
    def may_grow(self) -> float:
        """Return by how much the room above it may grow."""
        if self.note_parts:
            return _ABOVE_NOTE
        return _ABOVE.get(self.tag, _ABOVE["h2"] / 2)

    @property
    def may_have(self) -> float:
        """Return how much more room may be above it on a panel that is drawn out."""
        if self.note_parts:
            return _DRAWN_NOTE
        if self.tag in _RUNNING:
            return 0.0
        return _DRAWN_HEAD if self.tag == "h2" else _DRAWN_FRAME


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What is given away on a panel that ends early, so that it ends on the line of the others."""

    height: float
    """How much that is together."""
    lead: float = 1.0
    part: float = 0.0
    """Which part of what they may have more there is above its blocks."""
    in_note: float = 0.0
    """By how much the parts of its crisis note stand further apart."""
    sunk: float = 0.0
    """By how much its last block stands lower."""
    lifted: float = 0.0
    """By how much the drawing at its foot stands higher."""
    taller: float = 0.0
    """By how much that is higher itself."""


@dataclass(frozen=True)
class _Panel:
    """Blocks that stand on one panel."""

    blocks: tuple[_Block, ...]
    width: float = 0.0
    """How wide it is, 0 where that is not known."""

    @cached_property
    def height(self) -> float:
        """Return how high they are together."""
        first = self.blocks[0]
        return (
            first.above * first.keeps_room
            + first.again
            + sum(block.height + block.wraps.get(self.width, 0.0) for block in self.blocks)
            + sum(max(before.below, after.above) for before, after in pairwise(self.blocks))
        )

    def led(self, lead: float) -> "_Panel":
        """Return them with so many times the room between lines."""
        blocks = tuple(
            replace(one, height=one.height + (lead - 1) * one.lined) for one in self.blocks
        )
        return _Panel(blocks, self.width)

    def lead_in(self, room: float) -> float:
        """Return how many times the room between lines there may be where they have some room."""
        return 1 + (room - self.height) / max(sum(one.lined for one in self.blocks), 1.0)

    def growth_in(self, room: float) -> float:
        """Return which part of what may be added between them a room has, above 1 for more."""
        return (room - self.height) / max(self.may_grow, 1.0)

    @cached_property
    def may_grow(self) -> float:
        """Return by how much the room between them may grow."""
        return sum(block.may_grow for block in self.blocks[1:]) + self.note_parts * _IN_NOTE

    def drawn_out(self, left: float) -> _Drawn:
        """Return how what they leave is given away: to all that may have more in proportion.

        What is left then stays white; a picture or footnotes that end them sink by it.
        """
        in_note = _IN_NOTE_DRAWN * self.note_parts
        lined = _DRAWN_LEAD * sum(block.lined for block in self.blocks)
        most = in_note + lined
        most += sum(block.may_have for block in self.blocks[1:])
        part = min(left / max(most, 1.0), 1.0)
        low = left - part * most
        sunk = low if low <= self.blocks[-1].sinks else 0.0
        return _Drawn(
            part * most + sunk,
            lead=1 + part * _DRAWN_LEAD,
            part=part,
            in_note=part * _IN_NOTE_DRAWN * (in_note > 0),
            sunk=sunk,
        )

    @property
    def gaps(self) -> Iterator[tuple[_Block, float]]:
        """Yield each block but the first, and the least room above it."""
        for before, block in pairwise(self.blocks):
            yield block, max(before.below, block.above)

    @property
    def below_note(self) -> float:
        """Return how high what they have below a crisis note is, 0 without one."""
        notes = [number for number, block in enumerate(self.blocks) if block.note_parts]
        return sum(block.height for block in self.blocks[notes[-1] + 1 :]) if notes else 0.0

    @property
    def note_parts(self) -> int:
        """Return how many parts of crisis notes there are in them."""
        return sum(block.note_parts for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Given:
    """The CSS that gives away what panels leave free, and what it shows there."""

    css: str = ""
    has_lines: bool = False
    """Whether there are lines to write on."""

    def __add__(self, more: "Given") -> "Given":
        """Return both together."""
        return Given(self.css + more.css, self.has_lines or more.has_lines)


def even_panels(
    name: str, pages: Sequence[Any], count: int, share: float, feet: Sequence[Foot] = ()
) -> Given | None:
    """Return what divides a text between panels, ``None`` where its blocks find no room.

    ``share`` is the part of the free height that goes into the room between lines, which
    ``--lead`` tells the stylesheet, and between blocks. The first of the ``feet`` is
    kept free above which the text parts as well as without any.
    """
    way = _divided(list(_blocks(pages)), pages, count, feet)
    if not way:
        return None
    lead, growth = way.aired(share)
    drawn = way.drawn_out(lead, growth, share)
    css, ends = f".panel-{name} {{ --lead: {lead:.4f}; }}\n", list[float]()
    for number, (panel, more) in enumerate(zip(way.panels, drawn, strict=True)):
        css += _begins(name, panel.blocks[0]) if number else ""
        ends.append(panel.led(lead).height + growth * panel.may_grow + more.height)
        if panel.note_parts:
            note_gap = min(growth * _IN_NOTE + more.in_note, _LOOSER)
            css += f".panel-{name} {{ --note-gap: {note_gap:.1f}px; }}\n"
        if number == way.middle:
            css += (
                f".landscape {{ --lifted: {more.lifted:.1f}px; --taller: {more.taller:.1f}px; }}\n"
            )
        if more.lead > _SEEN:
            for block in panel.blocks:
                css += _rule(name, block.place, f"--lead: {lead * more.lead:.4f}")
        for block, room in panel.gaps:
            above_it = room + growth * block.may_grow
            above_it += more.part * block.may_have
            above_it += more.sunk * (block is panel.blocks[-1])
            css += _rule(name, block.place, f"margin-top: {above_it:.2f}px")
    return Given(css) + _foot(name, way, ends, share)


def _foot(name: str, way: "_Way", ends: Sequence[float], share: float) -> Given:
    """Return what stands at the foot of panels that end early.

    Hills go along all of them where the way has them. Lines to write on stand on the panel that
    leaves most, if that is enough, and on no other; the less of what is free is given away, the
    more stays free above hills, as lines of text may wrap that were not reckoned to.
    """
    free = [room - end for room, end in zip(way.rooms, ends, strict=True)]
    css, below = "", _ABOVE_BAND + (1 - share) * _UNRECKONED
    if least := way.foot.band:
        higher = min(*free, _HIGHEST[least] - least)
        css = f".foot-band {{ --band: {least + higher:.0f}px; }}\n"
        below += higher
    lined = [
        (room - below, panel.blocks[-1].place)
        for number, (panel, room) in enumerate(zip(way.panels, free, strict=True))
        if panel.blocks[-1].above_lines and number != way.middle
    ]
    room, place = max(lined, default=(0.0, 0))
    if room < _LINED:
        return Given(css)
    return Given(css + _rule(name, place + 1, filled_up(room, _WIDE_PITCH)), has_lines=True)


def filled_up(high: float, pitch: float = _PITCH) -> str:
    """Return the CSS that shows what fills a panel up so high, with as many lines to write on."""
    lines = max(_lines_in(high, pitch), 1)
    return f"display: block; height: {high:.1f}px; --high: {high:.1f}px; --lines: {lines}"


def _lines_in(high: float, pitch: float) -> int:
    """Return how many lines to write on have room below their head, so far apart."""
    return int((high - _LINES_HEAD) / pitch)


@dataclass(frozen=True, slots=True)
class Parting:
    """How well a text parts between its panels."""

    headless: int
    """How many panels begin within a section without its head."""
    parted: int
    """How many panels begin within a section."""
    draws: bool
    """Whether it parts as well above what may stand at their foot as without that."""
    air: float
    """Which part of the room that may be between blocks there is, 1 for all of it."""
    scraps: int = 0
    """How many panels end with a scrap of text below a crisis note whose section goes on."""
    white: float = 0.0
    """Which part of the panel that ends highest is free."""
    is_low: bool = False
    """Whether hills along the foot of all panels have no room but where they are low."""


def parting(pages: Sequence[Any], count: int, feet: Sequence[Foot] = ()) -> Parting:
    """Return how well a text parts between so many panels; as badly as can be without room."""
    way = _divided(list(_blocks(pages)), pages, count, feet)
    if not way:
        return Parting(count, count, draws=False, air=0.0)
    headless = sum(not panel.blocks[0].has_head for panel in way.panels[1:])
    is_low = way.foot.band == LOW_BAND
    return Parting(headless, way.parted, way.foot != _BARE, way.air, way.scraps, way.white, is_low)


@dataclass(frozen=True)
class _Way:
    """A way to divide a text between panels."""

    panels: tuple[_Panel, ...]
    rooms: tuple[float, ...]
    foot: Foot = _BARE

    @cached_property
    def air(self) -> float:
        """Return how much the room between blocks may grow on all panels alike, 1 for all of it."""
        return min(1.0, *(one.growth_in(room) for one, room in self._each))

    @property
    def middle(self) -> int | None:
        """Return which panel has a drawing at its foot, ``None`` for none."""
        return len(self.panels) // 2 if self.foot.drawing else None

    @property
    def white(self) -> float:
        """Return which part of the panel that ends highest is free."""
        return max(1 - panel.height / room for panel, room in self._each)

    @property
    def is_uneven(self) -> bool:
        """Say whether panels end early beside the one with the drawing, which is packed."""
        if self.middle is None:
            return False
        room = max(self.rooms)
        early = [room - end for number, end in enumerate(self._feet) if number != self.middle]
        return sum(early) > _UNEVEN * room

    @cached_property
    def _feet(self) -> list[float]:
        """Return how low the text of each panel ends, once blocks have their room."""
        _, growth = self.aired(1.0)
        return [one.height + growth * one.may_grow for one in self.panels]

    @property
    def _each(self) -> Iterator[tuple[_Panel, float]]:
        return zip(self.panels, self.rooms, strict=True)

    def aired(self, share: float) -> tuple[float, float]:
        """Return how many times the room between lines there is, and how blocks grow.

        Both are the same on all panels, as the fullest has them: first between blocks, then between
        lines, then what is left between blocks.
        """
        first = min(self.air, _FIRST) * share
        lead = min(one.lead_in(room - first * one.may_grow) for one, room in self._each)
        most = _MOST_LEAD_OF_FEW if self.foot.band else _MOST_LEAD
        lead = 1 + (min(lead, most) - 1) * share
        led = _Way(tuple(one.led(lead) for one in self.panels), self.rooms)
        return lead, max(led.air * share, 0.0)

    def drawn_out(self, lead: float, growth: float, share: float) -> list[_Drawn]:
        """Return what is given away on each panel, once blocks and lines have their room (`aired`).

        All end as low as the lowest does, and as a drawing at the foot of the middle one; where
        text ends higher even so, the drawing stands as low as that. Above hills along the foot of
        all, whose panels hold what they hold, blocks have the same room on each.
        """
        led = [panel.led(lead) for panel in self.panels]
        if self.foot.band:
            return [_Drawn(0.0)] * len(led)
        ends = [one.height + growth * one.may_grow for one in led]
        foot = max(ends) if self.middle is None else max(self.rooms)
        drawn = [
            one.drawn_out(max(min(foot, room) - end, 0.0) * share)
            for one, room, end in zip(led, self.rooms, ends, strict=True)
        ]
        if self.middle is not None:
            others = [
                end + more.height
                for number, (end, more) in enumerate(zip(ends, drawn, strict=True))
                if number != self.middle
            ]
            free = max(self.rooms[self.middle] - ends[self.middle], 0.0)
            lifted = min(max(foot - max(others), 0.0), free)
            taller = min(free - lifted, _TALLER)
            drawn[self.middle] = replace(
                led[self.middle].drawn_out((free - lifted - taller) * share),
                lifted=lifted * share,
                taller=taller * share,
            )
        return drawn

    @cached_property
    def cost(self) -> float:
        """Return what it lacks, as parts of a panel's height: white, parted sections, air."""
        feet, foot, room = self._feet, max(self._feet), max(self.rooms)
        white = [
            max(min(foot, own) - end - _TALLER * (number == self.middle), 0.0)
            for number, (own, end) in enumerate(zip(self.rooms, feet, strict=True))
        ]
        for number, end in enumerate(feet):
            if self.may_end_early(number, end):
                filled = min(white[number], _HALF * room) if self.foot.band else white[number]
                white[number] -= (1 - _EARLY_WEIGHS) * filled
        ragged = sum(white) + _ALIKE * max(white)
        cut = _PARTED * self.parted + _SCRAP * self.scraps
        return ragged / room + cut + _PACKED * (1 - self.air)

    def may_end_early(self, number: int, end: float) -> bool:
        """Say whether a panel may end there: above hills each, else the last, as texts do.

        What stands below a crisis note that ends a text is to look left over nowhere.
        """
        part = 1 - end / self.rooms[number]
        if self.foot.band:
            return part > _EARLY
        is_last = number + 1 == len(self.panels) and number != self.middle
        return is_last and part > _EARLY_LAST and not self.panels[number].blocks[-1].note_parts

    @property
    def scraps(self) -> int:
        """Return how many panels end with a scrap below a crisis note whose section goes on."""
        return sum(
            0 < panel.below_note < _BELOW_NOTE * room and after.blocks[0].tag != "h2"
            for (panel, room), after in zip(self._each, self.panels[1:], strict=False)
        )

    @property
    def parted(self) -> int:
        """Return how many panels begin within a section, and not with its crisis note."""
        firsts = [panel.blocks[0] for panel in self.panels[1:]]
        return sum(first.tag != "h2" and not first.note_parts for first in firsts)


def _divided(
    blocks: Sequence[_Block], pages: Sequence[Any], count: int, feet: Sequence[Foot]
) -> _Way | None:
    """Return the best way to divide blocks between panels; ``None`` where they find no room."""
    rooms = [min(float(page.height) for page in pages) - _SAFE] * count
    widths = [float(page.width) for page in pages] if len(pages) == count else [0.0] * count
    found = _best(blocks, widths, rooms) or _best(
        [replace(block, again=0.0) for block in blocks], widths, rooms
    )
    if not found:
        return None
    for foot in feet:
        above = _best(blocks, widths, foot.leaves(rooms), foot)
        if not above:
            continue
        if above.is_uneven and above.air < found.air - _FOR_DRAWING:
            break
        if above.air >= min(found.air, _ABOVE_DRAWING) and above.parted <= found.parted:
            return above
    return found


def _best(
    blocks: Sequence[_Block],
    widths: Sequence[float],
    rooms: Sequence[float],
    foot: Foot = _BARE,
) -> _Way | None:
    """Return the best way to divide blocks between panels; ``None`` where there is none."""
    ways = (_Way(panels, tuple(rooms), foot) for panels in _ways(blocks, widths, rooms))
    return min(ways, key=lambda way: way.cost, default=None)


def _begins(name: str, block: _Block) -> str:
    """Return the rule that begins a panel with a block, below the head that is said again."""
    if not block.again:
        return _rule(name, block.place, "break-before: page")
    return _rule(name, block.place - 1, "break-before: page; display: block")


def _rule(name: str, place: int, what: str) -> str:
    return f"body main.panel-{name} > :nth-child({place}) {{ {what}; }}\n"


def _ways(
    blocks: Sequence[_Block], widths: Sequence[float], rooms: Sequence[float]
) -> Iterator[tuple[_Panel, ...]]:
    """Yield each way to divide blocks between panels that all find room."""
    cuts = [number for number, block in enumerate(blocks) if number and not block.stays]
    for chosen in combinations(cuts, len(rooms) - 1):
        edges = (0, *chosen, len(blocks))
        panels = tuple(
            _Panel(tuple(blocks[first:last]), width)
            for (first, last), width in zip(pairwise(edges), widths, strict=True)
        )
        if all(panel.height <= room for panel, room in zip(panels, rooms, strict=True)):
            yield panels


def _blocks(pages: Sequence[Any]) -> Iterator[_Block]:
    """Yield the blocks of a text; of one that is on two panels, the parts together."""
    parts: dict[Any, list[Any]] = {}
    wraps: dict[Any, dict[float, float]] = {}
    kin: list[Any] = []
    widths = {float(page.width) for page in pages}
    for page in pages:
        text = next(box for box in page.descendants() if box.element_tag == "main")
        kin = list(text.element)
        for box in text.children:
            is_added = box.element.get("class") in (_AGAIN, _LINES)
            if box.element in kin and box.is_in_normal_flow() and not is_added:
                parts.setdefault(box.element, []).append(box)
                grown = wraps.setdefault(box.element, {})
                for width in widths:
                    if (lost := float(page.width) - width) > 0:
                        grown[width] = grown.get(width, 0.0) + _wraps(box, lost)
    stays, head = False, 0.0
    for element, boxes in parts.items():
        style, place = boxes[0].style, kin.index(element)
        tag = element.tag.rpartition("}")[2]
        height = sum(map(_tall, boxes[:-1])) + float(boxes[-1].border_height())
        lines = [float(line.height) for box in boxes for line in _lines(box)]
        one = _Block(
            place=place + 1,
            tag=tag,
            height=height,
            lined=min(sum(lines) * (tag not in _HEADS), height) if lines else height,
            above=_pixels(style["margin_top"]),
            below=_pixels(style["margin_bottom"]),
            stays=stays or style["break_before"] == "avoid",
            keeps_room=style["margin_break"] == "keep",
            note_parts=_note_parts(element),
            sinks=_SUNK * (tag == "figure") or _NOTES_SUNK * ("footnotes" in classes_of(element)),
            again=head if place and kin[place - 1].get("class") == _AGAIN else 0.0,
            above_lines=place + 1 < len(kin) and kin[place + 1].get("class") == _LINES,
        )
        yield replace(one, wraps=wraps[element])
        head = one.height + one.below if one.tag == "h2" else head
        stays = style["break_after"] == "avoid"


def _note_parts(note: Any) -> int:
    """Return above how many parts of a crisis note room may be.

    Each service after a first has twice as much, and the frame as much below the last.
    """
    parts = 0
    for inner in note.iter():
        names = classes_of(inner)
        if "note-part" in names:
            parts += len(inner)
        elif "services" in names:
            parts += 2 * max(sum("service" in classes_of(one) for one in inner.iter()) - 1, 0)
    return parts + (parts > 0)


_HEADS = ("h2", "h3")
"""Lines of these are as far apart in any text."""


def _tall(box: Any) -> float:
    """Return how high the lines of a box are that goes on, and fills its page whatever it holds."""
    feet = [line.position_y + line.height for line in _lines(box)]
    return float(max(feet) - box.border_box_y()) if feet else float(box.border_height())


def _lines(box: Any) -> list[Any]:
    return [one for one in box.descendants() if is_one(one, "LineBox")]


_FULL = 0.93
"""Which part of its block a line fills at least, where it does not end early to be even."""


def _wraps(box: Any, lost: float) -> float:
    """Return by how much a box is higher that loses some of its width and fills its lines alike."""
    grown = 0.0
    for block in box.descendants():
        inner = getattr(block, "children", ())
        lines = [line for line in inner if is_one(line, "LineBox")]
        if lines and 2 * float(block.width) > float(box.width):
            own = [float(line.width) for line in lines]
            full = max([*own[:-1], _FULL * float(block.width)]) - lost
            grown += max(ceil(sum(own) / full) - len(lines), 0) * float(lines[-1].height)
    return grown


def _pixels(margin: Any) -> float:
    return float(margin.value) if margin != "auto" and margin.unit == "px" else 0.0
