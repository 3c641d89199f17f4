"""How well a sheet fills its pages: of the airs that an edition allows, the best is taken.

It works on the boxes of pages that are laid out, as `spread` does for panels.
"""

from collections.abc import Callable, Iterator, Sequence
from copy import copy
from math import ceil, inf
from typing import Any, TypeVar

from pipeline.typeset.boxes import classes_of, elements_of, foot_of, is_one, names_of, shown_on
from pipeline.typeset.flow import picture, stays
from pipeline.typeset.paging import OPEN, OPENINGS, Ends, torn
from pipeline.typeset.spread import height_used
from pipeline.typeset.weighing import OPENED, PAGE, SMALLER
from pipeline.values.folding import LEAF
from pipeline.values.sheet import Form

Air = TypeVar("Air")
Pages = TypeVar("Pages")

GOOD = (0.25, 0.7)
"""Waste that nobody sees: no other air is tried. And waste after which no third one is."""

GOOD_OF_FEW = (0.15, 0.15, 0.4)
"""The same of a sheet with many airs whose few sections follow each other: while a page begins with
what goes with the part before it, or much is white, one more is tried."""

_CLOSER, _FEW, _LONG = 0.94, 9, 0.26
"""Which part of its height a text takes in less air, up to how many pages one may be saved, and
what weighs each that may."""

GOOD_WHOLE = (0.95, 1.05)
"""The same of a sheet whose sections stay whole, and leave white on most pages."""

_STEP = 0.02
"""What each step away from the air that the edition prefers weighs."""

_SHORT = 0.5
"""From which part of a page on the end of a text makes a page of its own."""

_LOST = 10.0
"""Weighs more than all white: the interpreter line does not stand on page one; twice as much: the
crisis note does not."""

_PARTED = 10.0
"""What weighs that a long note parts."""

_SAFE = 8.0
"""CSS pixels that stay free of the room that a drawing on page one takes."""

_WIDE = 0.09
"""From which free part of page one on a drawing beside its title is as wide as the page."""

_HALF = 0.5
"""From which part of the page's width on a drawing stands below its title."""

LINED = (0.1, 0.0, 0.6, 1.5)
"""What weighs that so many pages of a booklet have nothing but lines to write on: one
is welcome."""


def best_air(
    airs: Sequence[Air],
    render: Callable[[Air, float], Pages | None],
    wasted: Callable[[Pages], float],
    counted: Callable[[Pages], float] = lambda _: 0.0,
    good: tuple[float, ...] = GOOD,
) -> tuple[Air, Pages]:
    """Return the air in which least is wasted, and the sheet set in it.

    The first is taken wherever it wastes little, beyond the second one more is tried if much is
    wasted, and beyond the third none unless a crisis note is not whole or not on page one, or as
    much is wasted as a third number of ``good`` says: each costs a rendering, and in the least air
    a cover has no room for its drawing.

    What the pages count (``counted``) weighs too, but is no reason to try one more.

    ``render`` may give a sheet up, and return ``None``, once it wastes as much as it is told or
    more: another is better.
    """
    found: list[tuple[float, int, Pages]] = []
    given_up = []

    def try_air(step: int, air: Air, limit: float) -> None:
        made = render(air, limit - _STEP * step)
        if made is None:
            given_up.append((step, air))
        else:
            found.append((wasted(made) + counted(made) + _STEP * step, step, made))

    def best() -> tuple[float, int, Pages]:
        return min(found, key=lambda one: one[:2])

    def white() -> float:
        return best()[0] - counted(best()[2]) if found else inf

    for step, air in enumerate(airs):
        try_air(step, air, best()[0] if white() < _LOST else _LOST)
        if white() < (*good, _LOST)[min(step, 2)]:
            break
    if white() >= _LOST:
        # Page one has the crisis note in no air: of all of them the one that wastes least is taken.
        for step, air in [*given_up]:
            try_air(step, air, inf)
    _, step, made = best()
    return airs[step], made


def waste(pages: Sequence[Any], leaf: int = 1, ended: Ends | None = None) -> float:
    """Return how much is wasted on the pages of a sheet: 0.25 is one that is half white.

    ``leaf`` is the number of pages on a folded sheet of paper: 4 of a booklet, whose last page is
    its back. ``ended`` is how its pages end if that is not as they are laid out: then their white
    is counted there.
    """
    least = Least(leaf)
    seen = least.of(pages)
    if ended and leaf == 1:
        return least.lost + ended.white + _LONG * _pages_too_long(pages, ended.pages)
    texts = least.used[:-1] if leaf > 1 else least.used
    return (
        seen
        + sum(max(_SHORT - part, 0.0) for part in texts[-1:])
        + (LINED[-len(pages) % leaf] if leaf > 1 else 0.0)
        + (_LONG * _pages_too_long(pages, len(pages)) if leaf == 1 else 0.0)
    )


def waste_of_few(pages: Sequence[Any], ended: Ends | None, begun: float) -> tuple[float, float]:
    """Return how much is wasted on a sheet whose few sections follow each other, in large print.

    And what its pages count. ``begun`` is what weighs with what they begin as they are laid out;
    ``ended`` is how they end, if otherwise.
    """
    least = Least()
    seen = least.of(pages)
    if ended:
        return least.lost + ended.white, PAGE * ended.pages
    return seen + begun, PAGE * len(pages)


def torn_waste(pages: Sequence[Any], air: float, largest: float) -> tuple[float, float]:
    """Return how much is wasted on a sheet whose sections stay whole, where its pages end best.

    And what its pages count: each less than two sections that are torn.
    """
    found = torn(pages, air, largest)
    if found is None:
        return waste(pages), PAGE * len(pages)
    wasted, count = found
    least = Least()
    least.of(pages)
    return wasted + least.lost, PAGE * count


_SURPLUS = 2.0
"""What weighs that a booklet has a leaf more than its text is to take."""

GOOD_ON_LEAVES = (*GOOD, _SURPLUS)
"""The same of a sheet on whole leaves: while it has one too many, no air is left out."""

GOOD_ON_A_LEAF = (GOOD[0],) * 3
"""The same of a sheet whose text is to stand on one leaf: each of its pages faces the reader."""

_EVEN = 0.5
"""Up to what the ends of a booklet's pages weigh nothing, as other airs hardly have better ones."""


_WHOLE = 1.2
"""The same where sections stay whole, and leave white where they end: more is for torn ones."""

_ON_A_LEAF = 0.3
"""The same where the text stands on one leaf, with whole sections: less than one that is torn."""


def leaf_waste(pages: Sequence[Any], count: int, form: Form, white: float = 0.0) -> float:
    """Return what is wasted on a booklet that ends on some page.

    Its text is as large as fills ``form.most_pages``; ``white`` is what its ends weigh.
    """
    least = Least(LEAF)
    least.of(pages)
    more = LINED[-count % LEAF] + _SURPLUS * (count > form.most_pages)
    seen = _ON_A_LEAF if form.is_one_leaf else _WHOLE if form.whole_sections else _EVEN
    return least.lost + more + max(white - seen, 0.0)


SAVED = 3.0
"""How many pages less than in the usual air a sheet has at most in another."""


class Least:
    """What a sheet wastes at least, whatever follows on the pages that are laid out so far."""

    def __init__(self, leaf: int = 1) -> None:
        self.used: list[float] = []
        """Which part of each page is filled."""
        self._last = 2 if leaf > 1 else 1
        self._short: list[tuple[int, Any]] = []
        self._lines: list[tuple[int, Any]] = []
        self._long: list[tuple[int, Any]] = []
        self._standing = (
            ({"crisis", "short"}, self._short),
            ({"interpreter-line"}, self._lines),
            ({"crisis", "long"}, self._long),
        )
        """The pages, counted from the first, on which elements of some classes stand."""

    def of(self, pages: Sequence[Any]) -> float:
        """Return it of some pages; those that it was asked for before are looked at no more."""
        first, new = len(self.used), pages[len(self.used) :]
        self.used += [min(height_used(page) / float(page.height), 1.0) for page in new]
        for number, page in enumerate(new, first):
            for element in elements_of(page):
                names = {*classes_of(element)}
                for wanted, standing in self._standing:
                    if wanted <= names:
                        standing.append((number, element))
        return sum((1 - part) ** 2 for part in self.used[: -self._last]) + self.lost

    @property
    def lost(self) -> float:
        """Return what weighs more than all white of the pages that were asked for."""
        notes = [number for number, one in self._short if one is self._short[0][1]]
        lines = [number for number, _ in self._lines]
        return _LOST * (2 * any(notes) + any(lines)) + _PARTED * (
            len(self._long) - len({id(note) for _, note in self._long})
        )


def _pages_too_long(pages: Sequence[Any], count: int) -> int:
    """Return how many pages less a sheet of a few may have: with closer lines, smaller drawings."""
    used = sum((height_used(page) - _smaller(page)) / float(page.height) for page in pages)
    return max(count - ceil(used * _CLOSER), 0) if count <= _FEW else 0


def _smaller(page: Any) -> float:
    """Return how much less high the drawings on a page are at most."""
    return SMALLER * sum(picture(box) for box in page.descendants() if box.element is not None)


def lined(white: int) -> tuple[str, int]:
    """Return the CSS that shows lines to write on where a booklet would have white pages.

    And on how many pages. One page has both questions and notes; of two, each has one. A third
    stays white.
    """
    shown = {0: (), 1: ("both",)}.get(white, ("questions", "notes"))
    css = "".join(f"body .empty-{name} {{ display: block; }}\n" for name in shown)
    return css, len(shown)


def opened(pages: Sequence[Any]) -> str:
    """Return the CSS that shows the drawing of page one as wide as the page, empty where it stays.

    So it is where the text begins on the page after it: then it has the room that is left.
    """
    opening = pages[0]
    high, used = float(opening.height), height_used(opening)
    ends = [
        foot_of(box) - float(opening.content_box_y()) for box in opening.descendants() if stays(box)
    ]
    has = _height_below_title(opening)
    if used > max(ends, default=0.0) + _SAFE or high - used < (_SAFE if has else _WIDE * high):
        return ""
    taller = min(high - used, OPENED * high)
    wide, apart = has + taller - _SAFE, min((high - used - taller) / (OPENINGS + 1), OPEN)
    return (
        f"html:root {{ --open: {apart:.1f}px; }}\n"
        "body .opens { display: block; }\n"
        "body .opens h1 { margin-inline-end: var(--beside, 0); }\n"
        f"body .opens .cover-art {{ width: auto; height: {wide:.1f}px; margin: 0; }}\n"
        # Where it begins at the card's edge, its hills need no slope of their own.
        "body .opens .cover-art::before { display: none; }\n"
    )


def _height_below_title(opening: Any) -> float:
    """Return how high the drawing of page one is, 0 where it stands beside the title."""
    return max(_heights_below_title(opening), default=0.0)


def _heights_below_title(opening: Any) -> list[float]:
    """Return how high the drawings are that stand below the title of page one."""
    arts = [box for box in opening.descendants() if "cover-art" in names_of(box)]
    return [float(box.border_height()) for box in arts if box.width > _HALF * opening.width]


_RAISED, _TALLEST, _LOWEST = 0.75, 0.28, 42.0
"""Which part of what the cover of a booklet leaves free its drawing takes, how high it is at
most, as a part of the page, and at least, in CSS pixels."""

_WITH_TEXT, _APART = 0.55, 24.0
"""The first where text begins on the cover; and up to how many CSS pixels of the rest each of the
gaps above the note, the line about interpreters and the text takes."""


def raised(opening: Any) -> str:
    """Return the CSS that gives the drawing on a booklet's cover what its page leaves free.

    The drawing keeps its shape: what is too wide is cut off on both sides. Text that begins on the
    cover stands clear of what is above it.
    """
    heights = _heights_below_title(opening)
    if not heights:
        return ""
    high, free = max(heights), float(opening.height) - height_used(opening)
    has_text = _has_text(opening)
    part = _WITH_TEXT if has_text else _RAISED
    raised_to = min(high + part * free, _TALLEST * float(opening.height))
    css = ""
    if raised_to >= max(high + _SAFE, _LOWEST):
        wide = 100 * raised_to / high if high else 100
        css = (
            f"body .field .cover-art {{ height: {raised_to:.1f}px; "
            f"background-size: {wide:.1f}% 100%; }}\n"
        )
        free -= raised_to - high
    if free > _SAFE:
        below = [".region", ".interpreter-line", *["main"] * has_text]
        apart = min((free - _SAFE) / len(below), _APART)
        css += f"body :is({', '.join(below)}) {{ padding-top: {apart:.1f}px; }}\n"
    return css


_USUAL, _PER_LINE, _SHARE = 1.0, 65.0, 0.8
"""The air of a note on a cover at most; by how many CSS pixels each of its lines grows with one
more; and which part of what the cover leaves free it takes."""


def roomier(opening: Any, air: float) -> str:
    """Return the CSS that gives the note on a cover of large print more air, if it has room.

    The text behind it is set in so much ``air``; hills at the cover's foot have what is left.
    """
    note = next((box for box in shown_on(opening) if {*names_of(box)} >= _SHORT_NOTE), None)
    if note is None or _has_text(opening):
        return ""
    lines = sum(is_one(box, "LineBox") for box in note.descendants())
    free = float(opening.height) - height_used(opening) - _SAFE
    more = min(_SHARE * free / (_PER_LINE * lines), _USUAL - air)
    return f"html:root {{ --note-air: {air + more:.3f}; }}\n" if more > 0 else ""


_SHORT_NOTE = {"crisis", "short"}
"""The classes of the note on a cover."""


def _has_text(opening: Any) -> bool:
    """Say whether the text begins on page one."""
    return any(
        box.element is not None and box.element.tag == "main" and box.children
        for box in shown_on(opening)
    )


def cut_before(box: Any, element: Any) -> Any:
    """Return a box without what stands in an element, and after it."""
    cut = copy(box)
    cut.children = []
    for child in box.children:
        if child.element is element:
            break
        if any(inner.element is element for inner in child.descendants()):
            cut.children.append(cut_before(child, element))
            break
        cut.children.append(child)
    return cut


def is_as_foreseen(pages: Sequence[Any], opening: Any) -> bool:
    """Say whether a wide drawing moves what stands below it on page one, and changes nothing else.

    ``opening`` is page one without the drawing.
    """
    return _lines_below(pages[0]) == _lines_below(opening)


def _lines_below(opening: Any) -> list[tuple[int, float, float]]:
    """Return element, place and height of each line in the parts below the one with a drawing.

    Its place is that in its part.
    """
    found = []
    for part in _parts_of(opening):
        boxes = list(part.descendants())
        if any("opens" in names_of(box) for box in boxes):
            continue
        lines = [box for box in boxes if is_one(box, "LineBox")]
        found += [
            (
                id(line.element),
                round(line.position_y - lines[0].position_y, 3),
                round(float(line.height), 3),
            )
            for line in lines
        ]
    return found


def _parts_of(page: Any) -> Iterator[Any]:
    """Yield the boxes that stand below each other on a page."""
    for box in shown_on(page):
        is_text = box.element is not None and box.element.tag == "main"
        yield from box.children if is_text else (box,)
