"""A text that runs over panels, divided so that sections stay whole and all panels end alike.

It works on the boxes of pages that are laid out, and answers in CSS for the next time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, pairwise
from math import ceil
from typing import Any

_ABOVE = {"h2": 16.0, "p": 4.0}
"""CSS pixels by which the room above heads and paragraphs may grow; elsewhere half a head's."""

_PARTED = 0.2
"""What it costs to part a section, as a part of a panel's height that would be white instead."""

_MOST_LEAD = 1.08
"""By how much the room between lines may grow: a brochure is set closer than its script asks."""

_AGAIN = "head-again"
"""The class of a section's head that is said again: shown only where a panel begins below it."""

_SAFE = 3.0
"""CSS pixels that stay free at the foot of a panel."""


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
    lined: float = 0.0
    """How high those of its lines are that are set further apart with the text's."""
    wraps: float = 0.0
    """By how much it is higher, as is to be expected, where a panel is narrower than its own."""

    @property
    def may_grow(self) -> float:
        """Return by how much the room above it may grow."""
        return _ABOVE.get(self.tag, _ABOVE["h2"] / 2)


@dataclass(frozen=True)
class _Panel:
    """Blocks that stand on one panel."""

    blocks: tuple[_Block, ...]
    is_narrow: bool = False

    @cached_property
    def height(self) -> float:
        """Return how high they are together."""
        first = self.blocks[0]
        return (
            first.above * first.keeps_room
            + first.again
            + sum(block.height + block.wraps * self.is_narrow for block in self.blocks)
            + sum(max(before.below, after.above) for before, after in pairwise(self.blocks))
        )

    def led(self, lead: float) -> "_Panel":
        """Return them with so many times the room between lines."""
        blocks = tuple(
            replace(one, height=one.height + (lead - 1) * one.lined) for one in self.blocks
        )
        return _Panel(blocks, self.is_narrow)

    def lead_in(self, room: float) -> float:
        """Return how many times the room between lines there may be where they have some room."""
        return 1 + (room - self.height) / max(sum(one.lined for one in self.blocks), 1.0)

    @cached_property
    def may_grow(self) -> float:
        """Return by how much the room between them may grow."""
        return sum(block.may_grow for block in self.blocks[1:])


def even_panels(
    name: str, pages: Sequence[Any], count: int, share: float, above: Sequence[float] = ()
) -> str:
    """Return the CSS that divides a text between panels, empty where its blocks find no room.

    ``share`` is the part of the free height that goes into the room between lines, which
    ``--lead`` tells the stylesheet and is one for all panels, and then into that between blocks.
    ``above`` is how high each panel is above a drawing at its foot, which is kept free where the
    text parts as well as without it.
    """
    blocks = list(_blocks(pages))
    rooms, found = _divided(blocks, pages, count, above)
    if not found:
        return ""
    lead = min(panel.lead_in(room) for room, panel in zip(rooms, found, strict=True))
    lead = 1 + (min(lead, _MOST_LEAD) - 1) * share
    found = tuple(panel.led(lead) for panel in found)
    height = _height(found, rooms)
    css = f".panel-{name} {{ --lead: {lead:.4f}; }}\n"
    for number, (room, panel) in enumerate(zip(rooms, found, strict=True)):
        if number:
            css += _begins(name, panel.blocks[0])
        free = min(max(min(height, room) - panel.height, 0), panel.may_grow) * share
        for before, block in pairwise(panel.blocks):
            above_it = max(before.below, block.above) + free * block.may_grow / panel.may_grow
            css += _rule(name, block.place, f"margin-top: {above_it:.2f}px")
    return css


def leaves_drawing(pages: Sequence[Any], count: int, above: Sequence[float]) -> bool:
    """Say whether a text parts as well above the drawing at the foot of its panels as without."""
    rooms, _ = _divided(list(_blocks(pages)), pages, count, above)
    return rooms == above


def headless(pages: Sequence[Any], count: int, above: Sequence[float]) -> int:
    """Return how many panels begin within a section without its head; all, if nothing has room."""
    _, found = _divided(list(_blocks(pages)), pages, count, above)
    if not found:
        return count
    return sum(panel.blocks[0].tag != "h2" and not panel.blocks[0].again for panel in found[1:])


def _divided(
    blocks: Sequence[_Block], pages: Sequence[Any], count: int, above: Sequence[float]
) -> tuple[Sequence[float], tuple[_Panel, ...] | None]:
    """Return how high panels are that a text has, and the best way to divide it between them."""
    rooms = [min(float(page.height) for page in pages) - _SAFE] * count
    widest = max(float(page.width) for page in pages)
    is_known = len(pages) == count
    narrow = [float(page.width) < widest for page in pages] if is_known else [False] * count
    found = _best(blocks, narrow, rooms) or _best(
        [replace(block, again=0.0) for block in blocks], narrow, rooms
    )
    if found and len(above) == count:
        less = _best(blocks, narrow, above)
        if less and _parted(less) <= _parted(found):
            return above, less
    return rooms, found


def _best(
    blocks: Sequence[_Block], narrow: Sequence[bool], rooms: Sequence[float]
) -> tuple[_Panel, ...] | None:
    """Return the best way to divide blocks between panels; ``None`` where there is none."""
    return min(_ways(blocks, narrow, rooms), key=lambda way: _cost(way, rooms), default=None)


def _begins(name: str, block: _Block) -> str:
    """Return the rule that begins a panel with a block, below the head that is said again."""
    if not block.again:
        return _rule(name, block.place, "break-before: page")
    return _rule(name, block.place - 1, "break-before: page; display: block")


def _rule(name: str, place: int, what: str) -> str:
    return f"body main.panel-{name} > :nth-child({place}) {{ {what}; }}\n"


def _ways(
    blocks: Sequence[_Block], narrow: Sequence[bool], rooms: Sequence[float]
) -> Iterator[tuple[_Panel, ...]]:
    """Yield each way to divide blocks between panels that all find room."""
    cuts = [number for number, block in enumerate(blocks) if number and not block.stays]
    for chosen in combinations(cuts, len(rooms) - 1):
        edges = (0, *chosen, len(blocks))
        panels = tuple(
            _Panel(tuple(blocks[first:last]), is_narrow)
            for (first, last), is_narrow in zip(pairwise(edges), narrow, strict=True)
        )
        if all(panel.height <= room for panel, room in zip(panels, rooms, strict=True)):
            yield panels


def _height(panels: Sequence[_Panel], rooms: Sequence[float]) -> float:
    """Return the height at which panels end: all of them, if they can be drawn out so far."""
    reach = min(panel.height + panel.may_grow for panel in panels)
    return min(max(rooms), max(reach, *(panel.height for panel in panels)))


def _cost(panels: Sequence[_Panel], rooms: Sequence[float]) -> float:
    height, room = _height(panels, rooms), max(rooms)
    ragged = sum(
        max(min(height, own) - panel.height - panel.may_grow, 0.0)
        for panel, own in zip(panels, rooms, strict=True)
    )
    return (ragged + room - height) / room + _PARTED * _parted(panels)


def _parted(panels: Sequence[_Panel]) -> int:
    """Return how many panels begin within a section."""
    return sum(panel.blocks[0].tag != "h2" for panel in panels[1:])


def _blocks(pages: Sequence[Any]) -> Iterator[_Block]:
    """Yield the blocks of a text; of one that is on two panels, the parts together."""
    parts: dict[Any, list[Any]] = {}
    wraps: dict[Any, float] = {}
    kin: list[Any] = []
    least = min(float(page.width) for page in pages)
    for page in pages:
        text = next(box for box in page.descendants() if box.element_tag == "main")
        kin = list(text.element)
        for box in text.children:
            if box.element in kin and box.is_in_normal_flow():
                parts.setdefault(box.element, []).append(box)
                lost = float(page.width) - least
                wraps[box.element] = wraps.get(box.element, 0.0) + (lost and _wraps(box, lost))
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
            again=head if place and kin[place - 1].get("class") == _AGAIN else 0.0,
        )
        yield replace(one, wraps=wraps[element])
        head = one.height + one.below if one.tag == "h2" else head
        stays = style["break_after"] == "avoid"


_HEADS = ("h2", "h3")
"""Lines of these are as far apart in any text."""


def _tall(box: Any) -> float:
    """Return how high the lines of a box are that goes on, and fills its page whatever it holds."""
    feet = [line.position_y + line.height for line in _lines(box)]
    return float(max(feet) - box.border_box_y()) if feet else float(box.border_height())


def _lines(box: Any) -> list[Any]:
    return [one for one in box.descendants() if type(one).__name__ == "LineBox"]


_FULL = 0.93
"""Which part of its block a line fills at least, where it does not end early to be even."""


def _wraps(box: Any, lost: float) -> float:
    """Return by how much a box is higher that loses some of its width and fills its lines alike."""
    grown = 0.0
    for block in box.descendants():
        inner = getattr(block, "children", ())
        lines = [line for line in inner if type(line).__name__ == "LineBox"]
        if lines and 2 * float(block.width) > float(box.width):
            own = [float(line.width) for line in lines]
            full = max([*own[:-1], _FULL * float(block.width)]) - lost
            grown += max(ceil(sum(own) / full) - len(lines), 0) * float(lines[-1].height)
    return grown


def _pixels(margin: Any) -> float:
    return float(margin.value) if margin != "auto" and margin.unit == "px" else 0.0
