"""What stands one below the other on a sheet: the parts between which its pages may end.

It works on the boxes of pages that are laid out, as `spread` does for panels.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from pipeline.typeset.running_heads import NAME
from pipeline.typeset.spread import is_one, names_of

_STAYS = {"crisis", "summary", "interpreter-line"}
"""Classes of what stays on page one, if it stands there."""


_BESIDE = "room-for-notes"
"""The class of what takes no room between parts: the lines to write on; see `lowered`."""


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
    lines: int = 0
    """Of a paragraph, how many it has."""
    stays: bool = False
    """Whether it must end on page one."""

    @property
    def height(self) -> float:
        """Return its height on all its pages."""
        return sum(self.pieces)

    @property
    def is_text(self) -> bool:
        """Whether its height follows the room between lines."""
        return self.tag in {"p", "ul", "ol", "dl", "blockquote"} or "callout" in self.names


def parts(pages: Sequence[Any]) -> list[Part]:
    """Return the parts of a sheet in reading order; none where a page has text of no part."""
    found: dict[int, Part] = {}
    for number, page in enumerate(pages):
        body = page.children[0].children[0]
        for box, selector, opens in _boxes(body):
            if box.element is None:
                return []
            part = found.get(id(box.element))
            if part is None:
                part = found[id(box.element)] = _part(box, selector, number, opens=opens)
            if part.pieces and part.cuts:
                # A box that goes on fills its page, whatever stands in it.
                part.pieces[-1] += part.cuts[-1] - part.height
            part.lines += sum(is_one(line, "LineBox") for line in box.children)
            part.cuts += [part.height + cut for cut in _cuts(box)]
            part.pieces.append(float(box.border_height()))
            if number == 0:
                part.stays = part.stays or any(map(stays, (box, *box.descendants())))
    return _ordered(list(found.values()))


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
        tag=box.element.tag,
        names=frozenset(names_of(box)),
        above=margin("top"),
        below=margin("bottom"),
        opens=opens,
        tied=box.style["break_before"] in {"avoid", "avoid-page"},
        holds=box.element.tag in _HEADS or box.style["break_after"] in {"avoid", "avoid-page"},
        page=number,
        element=box.element,
    )


_HEADS = {"h1", "h2", "h3", "h4", "h5", "h6"}

FEWEST = 3
"""Lines of a paragraph on each of its pages."""


def _cuts(box: Any) -> list[float]:
    """Return how high what stands above each place is at which a box may part, and its own end."""
    if box.style["break_inside"] in {"avoid", "avoid-page"}:
        return []
    top = float(box.border_box_y())
    if box.element.tag == "p":
        own = [line for line in box.children if is_one(line, "LineBox")]
        return [float(line.position_y + line.height) - top for line in own]
    names = names_of(box)
    whole = next((inner for name, inner in _WHOLE.items() if name in names), "")
    own = [
        inner
        for inner in box.descendants()
        if inner.element is not None
        and type(inner).__name__ in {"BlockBox", "FlexBox"}
        and inner.style["break_after"] not in {"avoid", "avoid-page"}
        and _is_whole(inner, whole)
    ]
    return [float(inner.border_box_y() + inner.border_height()) - top for inner in own]


_WHOLE = {"action": "action-part", "last": "card"}
"""By class, that of the boxes after which a part may part; others do after each item of a list."""


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
        ends = FEWEST if part.tag == "p" else 2 if part.tag in {"ul", "ol"} else 1
        last = 0 if "last" in part.names else ends
        part.cuts = part.cuts[ends - 1 : len(part.cuts) - last]
    return found
