"""What stands one below the other on a sheet: the parts between which its pages may end.

It works on the boxes of pages that are laid out, as `spread` does for panels.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from pipeline.typeset.boxes import ROW, foot_of, is_one, names_of
from pipeline.typeset.running_heads import NAME
from pipeline.typeset.steps import levels, steps

_STAYS = {"crisis", "summary", "interpreter-line"}
"""Classes of what stays on page one, if it stands there."""


_AVOIDS = {"avoid", "avoid-page"}
"""What says that no page ends there."""

BEGINS = "break-before: page; margin-top: 0 !important;"
"""The CSS of what begins a page."""

_LISTS = {"ul", "ol"}

_WORKS = "references"
"""The class of the works, whose list stands below their head."""

_BESIDE = "room-for-notes"
"""The class of what takes no room between parts: the lines to write on; see `lowered`."""


@dataclass(frozen=True, slots=True)
class Way:
    """How a row of two columns parts: in both at once, between paragraphs or within one."""

    rest: float
    """How high it is on the next page."""
    rules: tuple[tuple[str, str], ...]
    """What selects paragraphs in it, and the CSS that parts them there."""
    is_between: bool
    """Whether no paragraph parts."""


@dataclass(slots=True)
class Part:
    """A heading, paragraph, list, box or work; lengths are CSS pixels."""

    selector: str
    tag: str
    names: frozenset[str]
    """Its classes."""
    above: float
    below: float
    """Its margins."""
    opens: bool
    """Whether it must begin a page."""
    tied: bool
    """Whether it must not, as it goes with what stands before it."""
    holds: bool
    """Whether what follows must stand with it, as with a heading."""
    page: int
    """The page on which it begins, counted from 0."""
    element: Any = None
    pieces: list[float] = field(default_factory=list)
    """Its height on each of its pages."""
    cuts: list[float] = field(default_factory=list)
    """How high what stands above each place is at which it may part."""
    ways: dict[float, Way] = field(default_factory=dict)
    """Of a row of two columns, how it parts at each of its cuts."""
    items: dict[float, str] = field(default_factory=dict)
    """Of a list, and of works, what selects the item that goes on at each of its cuts."""
    apart: dict[float, float] = field(default_factory=dict)
    """The room below a row or an item that is lost at each cut at which it parts as laid out."""
    inner: float = 0.0
    """Of a row, or of a frame with rows, its own room that grows with the air between parts."""
    steps: dict[str, float] = field(default_factory=dict)
    """Of a row with two tables, how high their rows are to be, by what selects them in it."""
    stepped: float = 0.0
    """How much higher it is by that."""
    lines: int = 0
    """Of a paragraph, how many it has."""
    stays: bool = False
    """Whether it must end on page one."""
    picture: float = 0.0
    """How high a drawing in it is that can be set smaller."""
    larger: float = 1.0
    """How many times as large it can be, at most."""

    @property
    def height(self) -> float:
        """Return its height on all its pages."""
        return sum(self.pieces)

    def rest(self, skipped: float) -> float:
        """Return how high it is on the page that it goes on to, less what is skipped of it."""
        if skipped in self.ways:
            return self.ways[skipped].rest
        return self.height - skipped - self.apart.get(skipped, 0.0)

    @property
    def is_text(self) -> bool:
        """Whether its height follows the room between lines."""
        return self.tag in {"p", "ul", "ol", "dl", "blockquote"} or "callout" in self.names


def parts(pages: Sequence[Any]) -> list[Part]:
    """Return the parts of a sheet in reading order; none where a page has text of no part."""
    found: dict[int, Part] = {}
    below = 0.0
    for number, page in enumerate(pages):
        body = page.children[0].children[0]
        for box, selector, opens in _boxes(body):
            if box.element is None:
                return []
            part = found.get(id(box.element))
            if part is None:
                part = found[id(box.element)] = _part(box, selector, number, opens=opens)
            _add(part, box, below)
            below = _below(box)
            if number == 0:
                part.stays = part.stays or any(map(stays, (box, *box.descendants())))
    return _ordered(list(found.values()))


def _add(part: Part, box: Any, below: float) -> None:
    """Add to a part one of its boxes: all of it, or what a page has of it.

    ``below`` is the room below the one before it.
    """
    apart = 0.0
    if part.pieces and part.cuts:
        # A box that goes on fills its page, whatever stands in it.
        part.pieces[-1] += part.cuts[-1] - part.height
        apart = part.apart[part.height] = below
    part.lines += sum(is_one(line, "LineBox") for line in box.children)
    if ROW in part.names and not part.pieces:
        part.ways, part.inner = _ways(box), _inner(box)
        part.cuts = sorted(part.ways)
        part.steps, part.stepped = steps(cells_of(box))
        if not part.steps:
            part.steps, part.stepped = levels(cells_of(box))
    more = part.stepped * (not part.pieces)
    if _FRAME in part.names:
        part.inner += _in_frame(box)
        for row, above in _rows_in(box):
            level, higher = levels(cells_of(row))
            part.steps |= {f"{above} {item}": high for item, high in level.items()}
            more += higher
    high = part.height + apart
    part.items |= {high + cut: item for cut, item in _items(box).items()}
    part.cuts += [high + cut for cut in _cuts(box)]
    part.pieces.append(apart + float(box.border_height()) + more)
    part.picture = part.picture or picture(box)
    if part.picture:
        part.larger = max(part.larger, _larger(box))


def stays(box: Any) -> bool:
    """Say whether a box stays on page one, if it stands there."""
    return not _STAYS.isdisjoint(names_of(box))


def _boxes(body: Any) -> Iterator[tuple[Any, str, bool]]:
    """Yield the boxes of a page's parts, how each is selected, and whether it must begin a page."""
    for box in body.children:
        if _BESIDE in names_of(box):
            continue
        if box.element is None or box.element.tag != "main":
            yield box, _selector("body", body, box), _begins(box)
            continue
        first = next((one for one in box.element if one.get("class") != NAME), None)
        for inner in box.children:
            begins = _begins(inner) or (inner.element is first and _begins(box))
            yield inner, _selector("main", box, inner), begins


def _selector(above: str, parent: Any, box: Any) -> str:
    """Return what selects a box among the children of its parent."""
    kin = [] if box.element is None else list(parent.element)
    return f"{above} > :nth-child({kin.index(box.element) + 1})" if box.element in kin else above


def _begins(box: Any) -> bool:
    return box.style["break_before"] in {"page", "always", "left", "right", "recto", "verso"}


def _part(box: Any, selector: str, number: int, *, opens: bool) -> Part:
    def margin(side: str) -> float:
        value = box.style[f"margin_{side}"]
        return float(getattr(value, "value", 0) or 0)

    return Part(
        selector=selector,
        tag=_first_tag(box),
        names=frozenset(names_of(box)),
        above=margin("top"),
        below=margin("bottom"),
        opens=opens,
        tied=box.style["break_before"] in _AVOIDS,
        holds=box.element.tag in _HEADS or box.style["break_after"] in _AVOIDS,
        page=number,
        element=box.element,
    )


def _first_tag(box: Any) -> str:
    """Return the element of a part; of a row, the first in it."""
    element = box.element
    if ROW in names_of(box) and len(element) and len(element[-1]):
        element = element[-1][0]
    return str(element.tag)


def picture(box: Any) -> float:
    """Return how high the drawing of a figure is, if it can be set smaller, else 0."""
    if box.element.tag != "figure":
        return 0.0
    drawings = (one for one in box.descendants() if "scales" in names_of(one))
    return float(max((one.height for one in drawings), default=0.0))


def _larger(box: Any) -> float:
    """Return how many times as large the drawing of a figure is that is as wide as the figure."""
    drawings = (one for one in box.descendants() if "scales" in names_of(one))
    return float(min((box.width / one.width for one in drawings if one.width), default=1.0))


_HEADS = {"h1", "h2", "h3", "h4", "h5", "h6"}

FEWEST = 3
"""Lines of a paragraph on each of its pages."""


def _cuts(box: Any) -> list[float]:
    """Return how high what stands above each place is at which a box may part, and its own end."""
    if box.style["break_inside"] in _AVOIDS:
        return []
    top = float(box.border_box_y())
    if box.element.tag == "p":
        own = [line for line in box.children if is_one(line, "LineBox")]
        return [float(line.position_y + line.height) - top for line in own]
    return [foot_of(one) - top for one in _ending(box)]


def _ending(box: Any) -> list[Any]:
    """Return the boxes in one after which it may part; for what stands in a row, the row."""
    names = names_of(box)
    whole = next((inner for name, inner in _WHOLE.items() if name in names), "")
    rows = {
        inner: row for row in box.children if ROW in names_of(row) for inner in row.descendants()
    }
    return [
        rows.get(inner, inner)
        for inner in (box.descendants() if whole else _parting(box))
        if inner.element is not None
        and type(inner).__name__ in {"BlockBox", "FlexBox"}
        and inner.style["break_after"] not in _AVOIDS
        and _is_whole(inner, whole)
    ]


def _below(box: Any) -> float:
    """Return the room below the last row, item or card in a box after which it may part."""
    if box.element.tag == "p" or box.style["break_inside"] in _AVOIDS:
        return 0.0
    ending = _ending(box)
    last = next(reversed(ending), None)
    if last and last.element.tag == "li":
        # The last box of an item is without a name; at the end of a page none has room below it.
        item = next(one for one in ending if one.element is last.element)
        return float(item.style["margin_bottom"].value)
    return float(last.margin_bottom) if last and {ROW, _CARD} & set(names_of(last)) else 0.0


def _items(box: Any) -> dict[float, str]:
    """Return what selects each item of a list but the first, by how high what is above it is."""
    above = ""
    listed = box
    if _WORKS in names_of(box):
        listed = next((one for one in box.children if one.element.tag in _LISTS), box)
        above = f"> {listed.element.tag} "
    if listed.element.tag not in _LISTS:
        return {}
    top, kin = float(box.border_box_y()), list(listed.element)
    return {
        foot_of(one) - top: f"{above}> :nth-child({kin.index(one.element) + 2})"
        for one in listed.children
        if one.element in kin[:-1]
    }


def _parting(box: Any) -> Iterator[Any]:
    """Yield the boxes within one, but not what stands within those that stay whole."""
    for child in getattr(box, "children", ()):
        yield child
        if child.style["break_inside"] not in _AVOIDS:
            yield from _parting(child)


_CARD = "card"
"""The class of the card, below which the end of a sheet may part."""

_WHOLE = {"action": "action-part", "last": _CARD}
"""By class, that of the boxes after which a part may part; others do after each item of a list."""


_CELL = "own"
"""The class of what stands in one of its columns."""

_LEAST = 3
"""Lines of a paragraph in a row on each of its pages, in both columns."""

_APART = 0.75
"""By which part of a line what goes on in one column may be higher than in the other."""


def rows_on(page: Any) -> list[Any]:
    """Return the boxes of the rows on a page that stand in no frame."""
    # A page that is white has no body.
    shown = (one for body in page.children[0].children[:1] for one in _boxes(body))
    return [box for box, *_ in shown if ROW in names_of(box)]


def cells_of(row: Any) -> list[Any]:
    """Return the boxes of what stands in the columns of a row."""
    return [
        box for box in row.descendants() if _CELL in names_of(box) and is_one(box, "TableCellBox")
    ]


def _ways(row: Any) -> dict[float, Way]:
    """Return how a row may part, by how high what stands above each place is."""
    cells = cells_of(row)
    if len(cells) != 2 or len({len(cell.children) for cell in cells}) != 1:
        return {}
    found: dict[float, Way] = {}
    top = float(row.border_box_y())
    pairs = list(zip(*(cell.children for cell in cells), strict=True))
    ends = [float(cell.border_box_y()) + _filled(cell) for cell in cells]
    level = _level(cells)
    for place, pair in enumerate(pairs):
        if any(box.element is None or box.element.tag in _HEADS for box in pair):
            continue
        if all(box.element.tag == "p" for box in pair):
            for lines in _parted(pair):
                last = [box.children[number - 1] for box, number in zip(pair, lines, strict=True)]
                feet = [_foot(line) for line in last]
                rest = max(end - foot for end, foot in zip(ends, feet, strict=True))
                rules = (*level, *_widows(place, pair, lines))
                found[max(feet) - top] = Way(rest, rules, is_between=False)
        if place + 1 < len(pairs) and not any(map(_is_said, pairs[place + 1])):
            after = [box.border_box_y() for box in pairs[place + 1]]
            cut = max(map(foot_of, pair))
            rest = max(end - float(begin) for end, begin in zip(ends, after, strict=True))
            begins = f"> .{_CELL} > :nth-child({place + 2})"
            found[cut - top] = Way(rest, (*level, (begins, BEGINS)), is_between=True)
    return found


def _is_said(box: Any) -> bool:
    """Say whether something in a row is nothing without what stands before it: a quotation."""
    return box.element is not None and box.element.tag == "blockquote"


def parting_rules(part: Part, cut: float) -> str:
    """Return the CSS that parts a row or a list at one of its cuts; nothing for what is full there.

    A list would fill its page, though one item alone then went over.
    """
    if cut in part.items:
        return f"html {part.selector} {part.items[cut]} {{ {BEGINS} }}\n"
    if cut not in part.ways:
        return ""
    rules = "".join(
        f"html {part.selector} {one} {{ {rule} }}\n" for one, rule in part.ways[cut].rules
    )
    return f"html {part.selector} {{ break-inside: auto; }}\n{rules}"


def _filled(cell: Any) -> float:
    """Return how high a cell is, less what stands below it where the other is higher."""
    last = cell.children[-1]
    below = float(cell.style["padding_bottom"].value)
    return foot_of(last) - float(cell.border_box_y()) + below


def _foot(line: Any) -> float:
    return float(line.position_y + line.height)


def _parted(pair: Sequence[Any]) -> Iterator[tuple[int, int]]:
    """Yield how many lines of both columns' paragraphs stand above each place where both part."""
    first, second = ([line for line in box.children if is_one(line, "LineBox")] for box in pair)
    seen = set()
    for number in range(_LEAST, len(first) - _LEAST + 1):
        foot = _foot(first[number - 1])
        others = range(_LEAST, len(second) - _LEAST + 1)
        other = min(others, key=lambda one: abs(_foot(second[one - 1]) - foot), default=0)
        is_near = other and abs(_foot(second[other - 1]) - foot) <= _APART * first[0].height
        if is_near and other not in seen:
            seen.add(other)
            yield number, other


def _widows(place: int, pair: Sequence[Any], lines: tuple[int, int]) -> tuple[tuple[str, str], ...]:
    """Return the rules that part a paragraph after so many lines in each column."""
    return tuple(
        (
            f"> :nth-child({number}) > :nth-child({place + 1})",
            f"orphans: {above}; widows: {len(box.children) - above};",
        )
        for number, (box, above) in enumerate(zip(pair, lines, strict=True), 1)
    )


def _level(cells: Sequence[Any]) -> tuple[tuple[str, str], ...]:
    """Return the rules that bring first lines to one level on both pages.

    A cell that parts fills its page, so that WeasyPrint 70 has no room to lower its lines to those
    of the other.
    """
    lower = tuple(
        (
            f"> :nth-child({number}) > *",
            f"position: relative; top: {float(cell.padding_top):.2f}px;",
        )
        for number, cell in enumerate(cells, 1)
        if cell.padding_top
    )
    return ((f"> .{_CELL}", "vertical-align: top;"), *lower)


def _inner(row: Any) -> float:
    """Return the room within a row that grows with the air: below its text, and between."""
    return max(
        (
            float(cell.style["padding_bottom"].value)
            + sum(float(box.margin_top) for box in cell.children[1:])
            for cell in cells_of(row)
        ),
        default=0.0,
    )


_FRAME, _FRAMED = "part", "action-part"
"""The class of a part in a frame, and that of each frame where it has two."""


def _in_frame(frame: Any) -> float:
    """Return the room between the items of lists in two columns, and around frames within one."""
    rows = [cells for box in frame.descendants() if (cells := _cells_in(box))]
    framed = [box for box in frame.children if _FRAMED in names_of(box)] if rows else []
    around = sum(float(box.padding_top + box.padding_bottom) for box in framed)
    between = sum(float(box.margin_top) for box in framed[1:])
    return around + between + sum(max(map(_between_items, cells)) for cells in rows)


def _rows_in(frame: Any) -> Iterator[tuple[Any, str]]:
    """Yield the rows in a frame, and what selects each there."""
    for child in frame.children:
        kin = [] if frame.element is None else list(frame.element)
        if child.element in kin:
            above = f"> :nth-child({kin.index(child.element) + 1})"
            if ROW in names_of(child):
                yield child, above
            elif is_one(child, "BlockBox"):
                yield from ((row, f"{above} {more}") for row, more in _rows_in(child))


def _cells_in(box: Any) -> list[Any]:
    return cells_of(box) if ROW in names_of(box) and is_one(box, "TableBox") else []


def _between_items(cell: Any) -> float:
    blocks = (box for box in cell.descendants() if is_one(box, "BlockBox"))
    return sum(float(box.margin_bottom) for box in blocks if box.element.tag == "li")


def _is_whole(box: Any, name: str) -> bool:
    """Say whether what stands after a box may go to the next page."""
    return name in names_of(box) if name else box.element.tag == "li"


def _ordered(found: list[Part]) -> list[Part]:
    """Tie to a heading two lines below it, and leave only places with enough on both pages."""
    for before, part in pairwise(found):
        part.tied = part.tied or before.holds
    for head, one, part in zip(found, found[1:], found[2:], strict=False):
        part.tied = part.tied or (head.holds and one.tag == "p" and one.lines == 1)
    for part in found:
        if part.ways:
            continue
        ends = FEWEST if part.tag == "p" else 2 if part.tag in _LISTS else 1
        last = 0 if "last" in part.names else ends
        part.cuts = part.cuts[ends - 1 : len(part.cuts) - last]
    return found
