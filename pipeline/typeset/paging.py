"""Where the pages of a sheet end: the ends are chosen for all pages together.

Each page ends where the sheet as a whole is best, as `weighing` finds it. Lines are as far apart on
all of them; what a page leaves free goes, up to a bound, before its heads and between its
paragraphs.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import cbrt, inf, sqrt
from typing import Any

from pipeline.typeset.flow import BEGINS, FEWEST, Part, parting_rules, parts
from pipeline.typeset.steps import in_step
from pipeline.typeset.titles import LARGER, SMALLER
from pipeline.typeset.weighing import ALIKE, SAFE, Page, Ways, drawings
from pipeline.values.folding import LEAF

_LINES = f"p {{ orphans: {FEWEST}; widows: {FEWEST}; }}\n"

_GROWN, _HIGHEST = 1.16, 0.8
"""How much the main points grow at most, alone on a page where sections stay whole; and which
part of it they fill then: the square of that is more of it."""

_GROWN_LISTS, _HIGHEST_LISTS = 1.25, 0.9
"""The same of things to do, below which a reader may write."""

_EASY = 0.92
"""Up to which part the last page is filled, if its last lines may stand further apart."""

_LARGER, _SNUG = 1.055, 0.93
"""How many times as large works and last lines are set, if up to the second part of their page is
filled then: what is in small type grows with the square of its size."""

_IN_SMALL = frozenset({"references", "last"})
"""The classes of what is set in it."""

_FULL = 0.99
"""Which part of a page is filled at most by room between lines."""

_WIDEST = 1.2
"""How much air stands between parts at most, whatever a sheet in one column is set in: what is set
close may be opened further. A page that needs more ends as it does: facing pages look alike."""

_WIDEST_OF_FEW = 1.02
"""The same in large print of a few sections, where hills fill what a section leaves."""

_WIDEST_ROWS = 1.1
"""The same between rows of two columns: they stand about as far apart then as the type is high."""

_FOOT, _UNLIKE = 0.12, 1.08
"""How much of a page stays white at its foot at most for the sake of gaps that are alike, unless
they were a quarter wider than others then (in air)."""

_GROWS_ROWS, _ALIKE_ROWS = 0.88, 1.06
"""The air from which on that room grows in the stylesheet; and how much more some pages have than
others where it does not yet: two CSS pixels."""

_CLOSE_LINES = 0.5
"""What weighs that lines are closer than usual, times how much: what feet leave white is better
spent between lines."""

_LINES_APART = (1.04, 1.08, 1.12, 1.2)
"""How much further apart the lines of all pages are, in the other ways to end them that are
weighed."""

_GAPS_APART = (1.2, 1.45)
"""How much wider the room between the parts of all pages is, in the same."""

_GAPS_OF_ROWS = (1.15, 1.3, 1.5, 1.75, 2.0)
"""The same where columns stand beside each other, as far as their air goes."""

_CLOSER, _CLOSE = 0.75, 0.05
"""How wide it is where that saves a page, while lines stay as they are; and what that weighs."""

_SMALL_TITLE = 0.03
"""What weighs that the title is smaller, so that page one has room for more."""

OPENINGS, OPEN = 10, 9.0
"""Between how many parts of page one, of a sheet that asks for it, what it leaves free then stands
in equal measure, and how many CSS pixels of it at most."""

_STEP = 0.005

_LEAF_LINED = (0.0,) * LEAF
"""What weighs that so many pages of a leaf are white where all of it is text: nothing."""


@dataclass(frozen=True, slots=True)
class _Air:
    """The air between the lines and the parts of a sheet."""

    sheet: float
    """That in which it is laid out."""
    lines: float
    """How much further apart its lines are in the way that its pages end."""
    most: float
    """How much further they may be apart."""
    widest: float
    """How much more air there may be between parts."""
    gaps: float = 1.0
    """How much wider the room between parts is on all pages in the way that they end."""
    alike: float = inf
    """How much wider than on another the gaps of one page may be."""
    opens: bool = False
    """Whether what page one has left is to stand between its parts."""


@dataclass(frozen=True, slots=True)
class Ends:
    """The CSS that ends the pages of a sheet elsewhere, and how many pages it has then."""

    css: str
    pages: int
    white: float
    """What they weigh: the white on them, and with what they begin."""
    second: Any = None
    """The element with which page two begins, if none is on both pages."""


def paged(
    pages: Sequence[Any],
    air: float,
    largest: float,
    lined: Sequence[float],
    *,
    opens: bool = False,
    whole: bool = False,
    gaps_apart: bool = True,
    has_cover: bool = False,
) -> tuple[Ends, ...]:
    """Return how the pages of a sheet end where it is best; none where they do so.

    The first has more air on pages that are not full; the other is for where that is too much. That
    of a sheet in two columns leaves more room on each page, as its rows part.

    ``air`` is the one in which it is laid out, ``largest`` the most that a page may have. ``lined``
    says what weighs that so many pages, up to a whole leaf, are left white; ``whole``, whether
    sections stay whole where the sheet has no more pages for that; ``gaps_apart``, whether the room
    between parts may be another on all pages; ``has_cover``, whether page one is a cover, where a
    text had better not begin.
    """
    ways = _ways(pages, air, largest, lined, opens=opens, whole=whole, has_cover=has_cover)
    usual = ways.best() if ways else None
    if ways is None or usual is None:
        return ()
    tried = list(_tried(ways, usual, air, largest, gaps_apart=gaps_apart))
    best = min(tried, key=lambda one: one.weight - one.eased(air))
    if not ways.gains(best.weight - best.eased(air)):
        is_higher = any(map(ways.is_higher, ways.laid_out))
        if not (is_higher or any(part.steps for part in ways.parts) or ways.drawn(ways.laid_out)):
            return ()
        best = _Tried(ways.weigh(ways.laid_out), ways.laid_out, ways)
    # What air is best is found without the gaps: they fill pages in any.
    count = len(best.pages)
    plain = [one.weight for one in tried if one.gaps == 1 and len(one.pages) == count]
    grown = [ways.larger(page) for page in best.pages] if ways.enlarges else best.pages
    ends = min(plain, default=best.weight), grown
    first = _ended(best.ways, ends, _air_of(best, ways, air, largest))
    safer = ways.with_more_room() if ways.least < 1 or ways.closed else None
    second = _ended(ways, safer or usual, _Air(air, 1.0, 1.0, 1.0))
    if len(lined) == 1 and second.pages > max(first.pages, len(pages)):
        return (first,)  # as they are they are fewer
    return (first, second)


@dataclass(frozen=True, slots=True)
class _Tried:
    """A way to end all pages, what it weighs, and how much wider lines and gaps are in it."""

    weight: float
    pages: list[Page]
    ways: Ways
    lines: float = 1.0
    gaps: float = 1.0

    def eased(self, air: float) -> float:
        """Return how much better it is as the lines of a close sheet are further apart in it."""
        return _CLOSE_LINES * (max(1 - air, 0.0) - max(1 - air * self.lines, 0.0))


def _tried(
    ways: Ways, usual: tuple[float, list[Page]], air: float, largest: float, *, gaps_apart: bool
) -> Iterator[_Tried]:
    """Yield the ways to end all pages that are weighed, the usual one first."""
    yield _Tried(*usual, ways)
    is_fixed = ways.whole or ways.has_rows
    apart = [] if is_fixed else [by for by in _LINES_APART if by <= largest / air]
    gaps: tuple[float, ...] = _GAPS_APART if gaps_apart and not is_fixed else ()
    closer = [(1.0, _CLOSER)] if gaps else []
    if ways.has_rows:
        gaps = tuple(by for by in _GAPS_OF_ROWS if air * cbrt(by) <= _WIDEST_ROWS)
    others = [(lines, by) for lines in (1.0, *apart) for by in (1.0, *gaps)][1:] + closer
    for lines, by in others:
        if found := ways.apart(lines, by).best():
            yield _Tried(found[0] + _CLOSE * (by < 1), found[1], ways, lines, by)
    yield from _with_smaller_title(ways, usual[1])
    if gaps:
        yield from _wider_below_smaller_title(ways, usual[1], apart)


def _air_of(best: _Tried, ways: Ways, air: float, largest: float) -> _Air:
    """Return the air of a sheet whose pages end in the best way, and how much of it may grow."""
    set_in = air * cbrt(best.gaps)
    if ways.has_rows:
        widest, alike = _WIDEST_ROWS / set_in, max(ALIKE, _GROWS_ROWS * _ALIKE_ROWS / set_in)
    elif ways.whole:
        widest, alike = ways.wider, inf
    else:
        widest, alike = (_WIDEST_OF_FEW if ways.enlarges else _WIDEST) / set_in, ALIKE
    opens = ways.shares(best.pages[0])
    return _Air(air, best.lines, largest / air, widest, best.gaps, alike, opens)


def _wider_below_smaller_title(
    ways: Ways, pages: Sequence[Page], apart: Sequence[float]
) -> Iterator[_Tried]:
    """Yield ways to end pages with lines further apart, if page one has a smaller title anyway."""
    opening = pages[0]
    if not (ways.gives and ways.shares(opening) and _open(ways, opening.grown(1.0)) < 0):
        return
    titled = ways.with_smaller_title()
    for lines in apart:
        if found := titled.apart(lines, 1.0).best():
            yield _Tried(*found, titled, lines)


def _with_smaller_title(ways: Ways, pages: Sequence[Page]) -> Iterator[_Tried]:
    """Yield a way to end pages where all text that comes before the sections has room on page one.

    The title is smaller for that, where else a page would begin with the rest of that text.
    """
    if ways.gives and any(map(ways.breaks_off, (pages[0], ways.laid_out[0]))):
        titled = ways.with_smaller_title()
        found = titled.best()
        if found and not titled.breaks_off(found[1][0]):
            yield _Tried(found[0] + _SMALL_TITLE, found[1], titled)


def torn(pages: Sequence[Any], air: float, largest: float) -> tuple[float, int] | None:
    """Return what the best ends of a sheet's pages waste, if its sections stay whole there.

    And how many pages it has then. Where there are no other ends it wastes what it does as it is;
    nothing is known of a sheet with text that is no part.
    """
    ways = _ways(pages, air, largest, (0.0,), opens=False, whole=True)
    if ways is None:
        return None
    best = ways.best()
    if best and ways.gains(best[0]):
        weight, count = best[0], len(best[1])
    else:
        weight, count = ways.weigh(ways.laid_out), len(pages)
    return weight - ways.counted(count), count


def white_as_laid_out(pages: Sequence[Any], air: float, largest: float) -> float:
    """Return what the ends of a booklet's pages weigh as they are, if its sections stay whole."""
    ways = _ways(pages, air, largest, _LEAF_LINED, opens=False, whole=True, has_cover=True)
    return ways.weigh(ways.laid_out) - ways.counted(len(pages)) if ways else 0.0


def begun(pages: Sequence[Any], air: float, largest: float) -> float:
    """Return what weighs with what pages begin, of a sheet of few sections as it is laid out."""
    ways = _ways(pages, air, largest, (0.0,), opens=False, whole=False, has_cover=True)
    return ways.begun(ways.laid_out) if ways else 0.0


def _ways(
    pages: Sequence[Any],
    air: float,
    largest: float,
    lined: Sequence[float],
    *,
    opens: bool,
    whole: bool,
    has_cover: bool = False,
) -> Ways | None:
    """Return the ways to end the pages of a sheet, if there can be any others."""
    found = parts(pages)
    if not found or len(pages) == 1:
        return None
    how = tuple(lined)
    return Ways(found, pages, largest / air, how, opens=opens, whole=whole, has_cover=has_cover)


def _ended(ways: Ways, best: tuple[float, list[Page]], air: _Air) -> Ends:
    """Return a way to end all pages as CSS."""
    weight, pages = best
    end = pages[0].end
    is_clean = not pages[0].taken and end < len(ways.parts)
    return Ends(
        _LINES + _rules(ways, pages, air),
        len(pages),
        weight - ways.counted(len(pages)) + ways.drawn(pages),
        ways.parts[end].element if is_clean else None,
    )


def _rules(ways: Ways, pages: Sequence[Page], air: _Air) -> str:
    """Return the rules that begin each page with its first part, and give away what is free."""
    found = ways.parts
    css = "".join(
        f"html {found[page.first].selector} {{ {BEGINS} }}\n"
        for page in pages
        if page.first and not page.skipped
    )
    css += "".join(
        f"{_each_of(found[page.first : page.end])} {{ page: note; }}\n"
        for page in pages
        if ways.is_higher(page)
    )
    css += "".join(parting_rules(found[page.end], page.taken) for page in pages if page.taken)
    parted = [found[page.end] for page in pages if page.taken]
    css += "".join(in_step(part.selector, part.steps) for part in found if part not in parted)
    css += "".join(_smaller(found[page.first : page.end], page.less) for page in pages)
    if pages[-1].used < _EASY * pages[-1].height:
        css += "html:root { --eased: 1; }\n"
    if _has_room_for_larger(found[pages[-1].first : pages[-1].end], pages[-1]):
        css += f"html:root {{ --small: {_LARGER:g}; }}\n"
    most = 1.0 if ways.has_rows else air.most / air.lines
    lines = _most(pages, most, lambda page, by: page.grown(by))
    if lines * air.lines > 1:
        apart = _line_height(air.sheet * air.lines * lines)
        css += f"body main > {_TEXT} {{ {apart} }}\n"
    if air.gaps != 1:
        every = "main > :not(section, .before-note), main > h2.before-note"
        css += f"{every} {{ {_gap(air.sheet, air.gaps)} }}\n"
    given = [_given(ways, page, air, lines) for page in pages]
    texts = [wider for page, wider in zip(pages, given, strict=True) if page.end < len(found)]
    near = max(min(texts, default=1.0), 1.0)
    widest = [
        _alike(ways, page, air, lines, wider, near)
        for page, wider in zip(pages, given, strict=True)
    ]
    if ways.whole and len(ways.lined) > 1:
        widest = _facing(ways, pages, given)
    return css + "".join(
        _opened(ways, page, air, lines, wider) for page, wider in zip(pages, widest, strict=True)
    )


def _has_room_for_larger(shown: Sequence[Part], page: Page) -> bool:
    """Say whether works and last lines have room on the last page if they are set larger."""
    small = sum(part.height for part in shown if part.names & _IN_SMALL)
    return small > 0 and page.used + (_LARGER**2 - 1) * small <= _SNUG * page.height


def _own(ways: Ways, page: Page) -> list[Part]:
    """Return the parts of the text that a page begins with, or after what goes on on it."""
    whole = ways.parts[page.first + bool(page.skipped) : page.end]
    own = [part for part in whole if part.selector.startswith("main >")]
    return [part for part in own if part.tag != "section" and not _is_before_note(part)]


def _each_of(some: Sequence[Part]) -> str:
    """Return what selects each of some parts."""
    return f":is({', '.join(part.selector for part in some)})"


def _facing(ways: Ways, pages: Sequence[Page], given: Sequence[float]) -> list[float]:
    """Return the air between the parts of each page of a booklet: near that of the one it faces.

    A page of frames, which have distances of their own, is no reason to set the other close.
    """
    closest: dict[int, float] = {}
    for number, (page, wider) in enumerate(zip(pages, given, strict=True), 1):
        own = [part for part in ways.parts[page.first : page.end] if part.tag != "section"]
        if any(part.selector.startswith("main >") for part in own):
            closest[number // 2] = min(closest.get(number // 2, inf), max(wider, 1.0))
    return [
        min(wider, closest.get(number // 2, 1.0) * ALIKE) for number, wider in enumerate(given, 1)
    ]


def _gap(air: float, wider: float) -> str:
    return f"--air: {air * cbrt(wider):.3f}; --gap: {wider:.3f};"


def _given(ways: Ways, page: Page, air: _Air, lines: float) -> float:
    """Return how much air a page has room for between its parts.

    ``lines`` is how much further apart than reckoned those of all pages are.
    """
    if not _gives(ways, page):
        return 1.0
    closer = ways.least if _is_squeezed(ways, page) else 1.0
    return _most([page], air.widest, lambda page, by: page.grown(lines, by), closer)


def _alike(ways: Ways, page: Page, air: _Air, lines: float, wider: float, closest: float) -> float:
    """Return the air between a page's parts: near others', unless much stayed white by it.

    Page one has its own way to give that away.
    """
    near = closest * air.alike
    if not ways.has_rows and (page.first or not ways.opens):
        while near < min(closest * _UNLIKE, wider) and page.grown(lines, near) < 1 - _FOOT:
            near += _STEP
    return min(near, wider)


def _gives(ways: Ways, page: Page) -> bool:
    """Say whether a page has room to give away, or to find: it ends by rules, and not last."""
    return not page.is_parted and (page.end < len(ways.parts) or _is_squeezed(ways, page))


def _is_squeezed(ways: Ways, page: Page) -> bool:
    """Say whether a page has room for its parts only if they are closer."""
    return page.used > page.height - SAFE and page not in ways.laid_out


def _opened(ways: Ways, page: Page, air: _Air, lines: float, wider: float) -> str:
    """Return the rules that give away what one page leaves free.

    It goes ``wider`` between its parts; ``lines`` is how much further apart than reckoned those of
    all pages are. Main points and things to do that are alone on a page grow, where they may. Page
    one may have a larger or a smaller title instead of parts that are further apart or closer.
    """
    first = ways.parts[page.first]
    if not _gives(ways, page):
        return ""
    if page.end == page.first + 1 and ways.grows(first):
        has_lists = "action" in first.names
        highest, grown = (_HIGHEST_LISTS, _GROWN_LISTS) if has_lists else (_HIGHEST, _GROWN)
        by = min(sqrt(highest / page.grown(lines)), grown)
        room = max(_FULL - page.grown(lines), 0.0) * page.height - SAFE
        return (
            f"{first.selector} {{ --grown: {max(by, 1.0):.3f}; --room: {room:.1f}px; "
            f"--whole: {_FULL * page.height - SAFE:.1f}px; }}\n"
        )
    css = ""
    if not page.first and air.opens:
        filled = page.grown(lines, wider)
        larger = _with_larger_title(ways, filled)
        title = LARGER if larger else ways.title
        filled = larger or filled
        if ways.gives and not title and _open(ways, filled) < 0:
            # Rather than closer parts, page one has a smaller title.
            title, smaller = SMALLER, ways.with_smaller_title()
            filled *= ways.first / smaller.first
            ways = smaller
        css = f"html:root {{ --open: {_open(ways, filled):.1f}px; {title} }}\n"
    # What stands in a box has its own distances, and so has what goes on.
    own = _own(ways, page)
    if wider != 1 and own:
        css += f"{_each_of(own)} {{ {_gap(air.sheet, air.gaps * wider**3)} }}\n"
    return css


def _is_before_note(part: Part) -> bool:
    """Say whether a part keeps its distance from the note below it; a head has its own there."""
    return "before-note" in part.names and part.tag != "h2"


def _with_larger_title(ways: Ways, filled: float) -> float:
    """Return which part of page one is filled if its title is larger; 0 without room for it."""
    larger = filled + (ways.takes + ways.closed + SAFE) / ways.first
    has_room = ways.takes and not ways.title and larger <= _FULL
    return filled + ways.takes / ways.first if has_room else 0.0


def _open(ways: Ways, filled: float) -> float:
    """Return how much further apart the parts of page one stand, or closer if they must."""
    over = (filled - 1) * ways.first + ways.closed + SAFE
    if over > 0:
        return -min(over / ways.closed, 1.0) if ways.closed else 0.0
    free = (_FULL - filled) * ways.first - ways.closed
    return min(max(free - SAFE, 0) / OPENINGS, OPEN)


def _smaller(some: Sequence[Part], less: float) -> str:
    """Return the rules that set the drawings of some parts so much less high together, or more."""
    if not less:
        return ""
    by = 1 - less / drawings(some)
    return "".join(
        f"html {part.selector} .scales {{ height: {by * part.picture:.1f}px; width: auto; }}\n"
        for part in some
        if part.picture
    )


_TEXT = ":is(p, ul, ol, dl, blockquote, .callout):not(.before-note)"
"""What lines of text stand in."""


def _line_height(air: float) -> str:
    return f"line-height: max(calc(var(--line-height) * {air:.3f}), var(--tightest));"


def _most(
    pages: Sequence[Page],
    growth: float,
    filled: Callable[[Page, float], float],
    by: float = 1.0,
) -> float:
    """Return how much air can grow on all of some pages; a page that parts is full as it is."""
    if any(page.is_parted for page in pages):
        return by
    while by + _STEP <= growth and all(filled(page, by + _STEP) <= _FULL for page in pages):
        by += _STEP
    return by
