"""Weighs the ways in which the pages of a sheet may end, and finds the best for all together.

A page that is filled as far as it goes leaves to the next what there is no room for: the last two
lines of a section, a sentence that should stand beside what it answers, on the last page hardly
anything.
"""

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from functools import cache
from itertools import accumulate, pairwise
from math import ceil
from operator import mul
from typing import Any, NamedTuple

from pipeline.typeset.boxes import AT_FOOT
from pipeline.typeset.flow import Part
from pipeline.typeset.tailpieces import has_tailpiece
from pipeline.typeset.titles import SMALLER as SMALLER_TITLE
from pipeline.typeset.titles import higher_by, smaller_by

SAFE, _FREE = 3.0, 8.0
"""CSS pixels that stay free on each page, and on those whose lines or parts are further apart than
laid out: nothing presses on the foot for the sake of that."""

_HIGHER, _CROWDED = 65.0, 0.95
"""How many CSS pixels a page has more that a head and its crisis note fill, as its margins are
narrower; and from which part of any other on they fill it."""

_EMPTIEST = 0.4
"""Which part of a page is filled at least, if its end is chosen."""

_PAGE = 1.0
"""What weighs a page more: no sheet takes one for the sake of its ends."""

_LAST = 0.72
"""Up to which part the last page is filled, if what it leaves free weighs."""

_LAST_AT_FOOT = 0.76
"""The same where the end of the sheet stands at the foot, as far as that is."""

_LINED, _LINES_HIGH = 0.25, 0.22
"""Which part of that weighs where lines for notes stand, and how high they are at most, as a part
of the page."""

_PARTED, _BOX, _TIED, _TAIL, _INSIDE, _BELOW = 0.06, 0.06, 0.2, 0.08, 0.03, 0.016
"""What weighs how a page begins: within a paragraph; within a box; with what goes with the part
before it; with the last lines of a section; with other text; with a head below a section's. An
eighth of a page that is white weighs 0.016: as a running head says what a page goes on with, pages
end near one foot."""

_SHOWN, _PICTURE = {"figure", "table"}, 0.12
"""What a text shows, and what weighs that a page begins with it: it is parted from what it is for,
and pages with wider gaps would gain by that."""

_WITHIN = 0.07
"""What weighs that it begins within a paragraph of two columns."""

_LIST, _LONE = 0.1, 0.3
"""What weighs that a page begins within a list that a page has room for; and that one item of it
stands alone on one of its pages."""

_LIST_OF_FEW, _LONE_OF_FEW = 0.9, 1.0
"""What the same weighs, in large print whose sections follow each other: more than a page more."""

_TORN_OF_FEW = 0.5
"""What weighs there that a page begins within a section which a page has room for."""

_TIED_OF_FEW = 0.6
"""What weighs there what goes with the part before it: a quotation stood alone with a footnote."""

_PAIR = 0.15
"""What weighs that what to do stands on one page and what to ask on the next."""

_FIRST, _FIRST_OF_WHOLE = 0.02, 0.1
"""What weighs besides that a page ends with a head and the first paragraph below it alone, if more
follow; and where sections stay whole: the next page had better begin with that head."""

OPENED, _OPENED = 0.2, 0.1
"""How high a wide drawing on page one is at most, as a part of the page, if nothing of the text
stands there; and how white such a page counts."""

_TORN = 0.4
"""What weighs more, on a sheet whose sections stay whole, that a page begins within one."""

_ON_FACING = 0.1
"""The same in a booklet of what follows the main points: the page that it goes on on faces them."""

_PALER, _HOLE = 0.6, 1.8
"""Which part of its white weighs on a page of such a sheet, if it ends with a section; and if the
section goes on on the next page, where it is seen as a hole."""

_GAP = 1.5
"""How much more white weighs on other sheets before a section that goes on."""

_SEEN, _SEEN_FIRST = 0.25, 0.12
"""From which part of a page on its white is seen as a hole, where sections do not stay whole; and
of page one, where rows of two columns part: it is the sheet's face."""

PAGE = 0.42
"""What weighs a page of such a sheet, less than two torn sections."""

_LEAF = 4.0
"""What weighs a leaf of a folded sheet: it has none more for the sake of its ends."""

SMALLER, _LESS, _DWARFED, _DWARFED_ON_LEAF = 0.45, 0.05, 1.2, 0.5
"""Which part of its height a drawing gives at most, if a page then has room for it; what weighs
that one does; in two columns, times the square of that part: a closer sheet is better; and on a
leaf, times that part: smaller text in close lines is worse."""

_STAMP, _SHRUNK = 0.3, 0.1
"""From which part of its height on a drawing that gives it looks like a stamp; and what that weighs
more."""

_HIGH = 0.1
"""What weighs that a section parts which no page has room for."""

_ON_COVER, _ON_COVER_OF_LEAF = 1.0, 0.6
"""What weighs that a short text begins on its cover, below the line about interpreters; and on that
of a single leaf, where it may be set in any air."""

_BACK = 0.8
"""What weighs white on the back of such a leaf: it is the frame for a stamp."""

ENLARGED, FILLED = 2.4, 0.9
"""How many times as large the drawings of a page are set at most, and which part of it is filled
then."""

_TOO_EMPTY = 0.25
"""Which part of a page is filled at least on such a sheet, if its end is chosen."""

_CARD, _CARD_OF_FEW = 0.3, 0.05
"""What weighs on such a sheet that its last lines part below the card; and in large print whose
sections follow each other, where the card has room for a stamp in any case."""

_SHORT = 0.16
"""Up to which part of a page the end of a section looks lost at its head."""

_GAIN = 0.01
"""How much better other ends must be, if they are to be taken."""

ALIKE = 1.032
"""How much more air stands between the parts of a page than on others at most: a tenth of their
room, so that the pages of a sheet look set by one hand."""

_WIDER = 1.075
"""The same where sections stay whole, as far as it is reckoned with: a quarter."""

_CLOSER, _CLOSE = 0.9, 0.01
"""How much less, and what that weighs: where a page would not part well, unless sections stay
whole."""

CLOSED = 10.0
"""CSS pixels that page one has more where its parts are a pixel closer than in a stylesheet."""

_CLEAR, _SAFER = 7.0, 14.0
"""CSS pixels that stay free on pages of two columns, so that no frame stands on the foot; and where
they do not end as was reckoned so, and on a page that ends within the works."""


class Page(NamedTuple):
    """The parts from one to before another."""

    first: int
    skipped: float
    """How much of the first stands on the page before."""
    end: int
    taken: float
    """How much of the part at its end stands on this page."""
    used: float
    text: float
    """The height of lines whose room may grow."""
    room: float
    """The height between parts."""
    inner: float
    """That within rows of two columns, which grows, but is half a line at least."""
    height: float
    is_parted: bool
    """Whether a part of it goes on on another page, from where one of them is full."""
    less: float = 0.0
    """How much the drawings on it are less high than laid out."""
    firm: float = 0.0
    """How much of the room between parts stays as it is where parts are closer: below heads."""

    def grown(self, lines: float, parts: float = 1.0) -> float:
        """Return which part of the page is filled if air grows between its lines and its parts.

        The room between parts grows with the cube of it.
        """
        room = self.room + (self.inner if parts > 1 else 0.0) - (self.firm if parts < 1 else 0.0)
        return (self.used + self.text * (lines - 1) + room * (parts**3 - 1)) / self.height


class _Sums:
    """How high parts are before each of them, and what is between them, up to and with its own.

    Thousands of ways to end pages are weighed: each asks for a run of parts.
    """

    def __init__(self, found: Sequence[Part]) -> None:
        pairs = [*pairwise(found)]
        gaps = [max(one.below, part.above) for one, part in pairs]
        in_text = ["section" not in {one.tag, part.tag} for one, part in pairs]
        self.text = _sums(part.height if part.is_text else 0.0 for part in found)
        self.other = _sums(0.0 if part.is_text else part.height for part in found)
        self.inner = _sums(part.inner for part in found)
        self.gaps = _sums([0.0, *gaps])
        self.room = _sums([0.0, *map(mul, gaps, in_text)])
        """Of what is between parts, what may grow."""
        self.firm = _sums(
            [0.0, *(gap * one.holds for gap, (one, _) in zip(gaps, pairs, strict=True))]
        )
        """And what stays as it is where parts are closer."""


def _sums(each: Iterable[float]) -> list[float]:
    return [*accumulate(each, initial=0.0)]


class Ways:
    """Weighs ways to end the pages of one sheet."""

    def __init__(
        self,
        found: list[Part],
        pages: Sequence[Any],
        growth: float,
        lined: tuple[float, ...],
        *,
        opens: bool,
        whole: bool,
        has_cover: bool = False,
    ) -> None:
        self.parts, self.growth, self.opens = found, growth, opens
        self._heights = [part.height for part in found]
        self._texts = [part.is_text for part in found]
        self._sums = _Sums(found)
        self._ends = (*(n for n, part in enumerate(found) if _ends_section(part)), len(found))
        """Before which parts, and behind the last, what is said before has ended."""
        self._head = next((n for n, part in enumerate(found) if part.tag == "h2"), 0)
        """The head of the first section: what stands before it introduces the text."""
        self.lined = lined
        self.lines = 1.0
        """How much further apart than on the pages as they are the lines of text are."""
        self.gaps = 1.0
        """How much wider the room between parts is."""
        self.whole = whole
        self.has_rows = any(part.ways for part in found)
        self.draws = any(map(has_tailpiece, pages))
        """Whether pages have a drawing for what is white at their foot."""
        self.wider = min(growth, _WIDER) if whole else ALIKE
        self.first, self.other = (float(page.height) for page in pages[:2])
        self.closed = CLOSED if opens and not whole and not self.has_rows else 0.0
        self.first += self.closed
        self.gives = smaller_by(pages[0]) if self.closed else 0.0
        """How many CSS pixels more page one has if its title is set smaller."""
        self.takes = higher_by(pages[0]) if self.closed else 0.0
        """How many less if it is set larger."""
        self.title = ""
        """The CSS that sets the title smaller."""
        self.least, self.safe = (_CLOSER, _CLEAR) if self.has_rows else (1.0, SAFE)
        self.stay = max((n for n, part in enumerate(found) if part.stays), default=0)
        self.may_begin_on_cover = has_cover and not any(
            part.opens for part in found[: self.stay + 2]
        )
        """Whether page one is a cover on which the text may begin."""
        self.is_leaf = self.may_begin_on_cover and whole
        """Whether a short text fills a single leaf."""
        self.enlarges = has_cover and not whole
        """Whether drawings take what their page leaves free."""
        self._each = PAGE if whole or self.enlarges else _PAGE
        self.laid_out = self._as_laid_out(pages)
        """The pages as they are: what stands on one has room there."""

    def apart(self, lines: float, gaps: float) -> "Ways":
        """Return the same where lines of text, and parts, are further apart."""
        other = copy(self)
        other.lines, other.gaps = lines, gaps
        other.safe = max(self.safe, _FREE * (lines > 1 or gaps > 1))
        return other

    def with_smaller_title(self) -> "Ways":
        """Return the same where page one has the room that a smaller title leaves."""
        other = copy(self)
        other.title, other.first = SMALLER_TITLE, self.first + self.gives
        return other

    def breaks_off(self, opening: Page) -> bool:
        """Say whether the text that begins on page one goes on on the next."""
        return opening.end > self.stay + 1 and not self._is_new(opening.end, opening.taken)

    def best(self) -> tuple[float, list[Page]] | None:
        """Return the best way to end all pages and what it weighs."""
        folded = len(self.lined) > 1

        @cache
        def rest(first: int, skipped: float, count: int) -> tuple[float, tuple[Page, ...]] | None:
            if first == len(self.parts):
                return (self._white_pages(count), ())
            found = []
            for page in self._pages(first, skipped):
                after = rest(page.end, page.taken, count + folded)
                if after:
                    weight = self._weight(page, self.wider)
                    found.append((weight + after[0], (page, *after[1])))
            return min(found, key=lambda one: one[0], default=None)

        best = rest(0, 0, 0)
        return (best[0], list(best[1])) if best else None

    def weigh(self, pages: Sequence[Page]) -> float:
        """Return what pages weigh as they are, with no more air."""
        each = sum(self._weight(page, 1.0) for page in pages)
        return each + self._white_pages(len(pages) if len(self.lined) > 1 else 0)

    def shares(self, opening: Page) -> bool:
        """Say whether page one has text, and so its drawing no room to be wide."""
        return self.opens and opening.end > self.stay + 1

    def gains(self, best: float) -> bool:
        """Say whether what the best way to end pages weighs is less than the one that they have."""
        return best <= self.weigh(self.laid_out) - _GAIN

    def grows(self, part: Part) -> bool:
        """Say whether a part grows that is alone on its page."""
        is_folded = len(self.lined) > 1
        has_lists = self.whole or is_folded
        return (self.whole and "summary" in part.names) or (has_lists and "action" in part.names)

    def counted(self, pages: int) -> float:
        """Return what weighs that there are so many pages, or leaves."""
        leaf = len(self.lined)
        return self._each * pages if leaf == 1 else _LEAF * ceil(pages / leaf)

    def _white_pages(self, count: int) -> float:
        """Return what weigh so many pages that are folded: those that are white, and each leaf."""
        leaf = len(self.lined)
        return self.lined[-count % leaf] + (_LEAF * ceil(count / leaf) if leaf > 1 else 0.0)

    def _as_laid_out(self, pages: Sequence[Any]) -> list[Page]:
        """Return the pages as they are."""
        begun: list[tuple[int, float]] = []
        for number in range(len(pages)):
            for place, part in enumerate(self.parts):
                if part.page <= number < part.page + len(part.pieces):
                    begun.append((place, sum(part.pieces[: number - part.page])))
                    break
        ends = [*begun[1:], (len(self.parts), 0.0)]
        return [self._page(*one, *end) for one, end in zip(begun, ends, strict=True)]

    def _page(self, first: int, skipped: float, end: int, taken: float) -> Page:
        """Return the page from one part, less some lines, to some lines of another."""
        sums, last = self._sums, end if taken else end - 1
        text, other, inner = (run[end] - run[first] for run in (sums.text, sums.other, sums.inner))
        used, room, firm = (
            run[last + 1] - run[first + 1] for run in (sums.gaps, sums.room, sums.firm)
        )
        less = self.parts[first].rest(skipped) - self._heights[first] if skipped else 0.0
        inner -= self.parts[first].inner if skipped and first < end else 0.0
        for number, more in ((first, less), (end, taken)):
            if more:
                text += more if self._texts[number] else 0.0
                other += 0.0 if self._texts[number] else more
        text *= self.lines
        used += text + other
        height = self.other if first else self.first
        is_parted = self._falls(first, skipped) or self._falls(end, taken)
        used += (room + inner if self.gaps > 1 else room - firm) * (self.gaps - 1)
        room, inner, firm = room * self.gaps, inner * self.gaps, firm * self.gaps
        less = self._less(first, end, used - height) if used > height - SAFE else 0.0
        used -= less
        if end > first + 1 and not (skipped or taken) and self._is_crowded(first, end, used):
            height += _HIGHER
        ends = (first, skipped, end, taken)
        grows = 0.0 if self.has_rows else text
        return Page(*ends, used, grows, room, inner, height, is_parted, less, firm)

    def _is_crowded(self, first: int, end: int, used: float) -> bool:
        """Say whether a head and a crisis note that stays whole fill a page, or more than that."""
        is_unfolded = self.whole and len(self.lined) == 1
        is_filled = used > _CROWDED * self.other and first > 0 and is_unfolded
        return is_filled and self.parts[first].tag == "h2" and "long" in self.parts[end - 1].names

    def is_higher(self, page: Page) -> bool:
        """Say whether a page is higher than others, as a head and its crisis note fill it."""
        return page.first > 0 and page.height > self.other

    def larger(self, page: Page) -> Page:
        """Return a page whose drawings take what it leaves free, as far as they may."""
        some = self.parts[page.first : page.end]
        own = [part for part in some if part.picture]
        most = sum((min(part.larger, ENLARGED) - 1) * part.picture for part in own)
        more = min(most, FILLED * page.height - page.used)
        if more <= 0 or page.less or page.is_parted:
            return page
        return page._replace(used=page.used + more, less=-more)

    def _less(self, first: int, end: int, over: float) -> float:
        """Return how much less high drawings must be, if a page then has room for its parts."""
        # A box at the foot needs the room below it, too.
        less = over + SAFE + self.parts[end - 1].below
        return less if less <= SMALLER * drawings(self.parts[first:end]) else 0.0

    def _falls(self, number: int, cut: float) -> bool:
        """Say whether a page ends within a part wherever it is full; a row parts by rules."""
        return bool(cut) and not self.parts[number].ways

    def _pages(self, first: int, skipped: float) -> Iterator[Page]:
        """Yield the pages that may begin with a part, less what is skipped of it."""
        for end in range(first + 1, len(self.parts) + 1):
            page = self._page(first, skipped, end, 0)
            if self._is_over(page, self.safe) and page not in self.laid_out:
                yield from self._parted(first, skipped, end - 1)
                return
            yield from self._between(first, skipped, end - 1)
            must = end == len(self.parts) or self.parts[end].opens
            may = must or (
                not self._is_tied(end)
                and (first or end > self.stay)
                and page.used > (_TOO_EMPTY if self.whole else _EMPTIEST) * page.height
            )
            if may:
                yield page
            if must:
                return

    def _between(self, first: int, skipped: float, number: int) -> Iterator[Page]:
        """Yield the pages that end between two paragraphs of a row for which they had room."""
        for cut, way in self.parts[number].ways.items():
            if way.is_between and number > max(first, self.stay):
                page = self._page(first, skipped, number, cut)
                if page.used > _EMPTIEST * page.height:
                    yield page

    def _is_over(self, page: Page, safe: float) -> bool:
        """Say whether a page has no room for its parts, in the least room between them."""
        # What stands before the text on page one may be closer.
        free = safe if page.first or not self.closed else SAFE
        return page.grown(1.0, self.least) * page.height > page.height - free

    def _is_tied(self, number: int) -> bool:
        """Say whether no page begins with a part, as it goes with what stands before it.

        A heading may end a page before what fills the next alone, a crisis note that stays whole:
        else the heading would have a page to itself.
        """
        head, part = self.parts[number - 1 : number + 1]
        if not part.tied or not head.holds or part.cuts:
            return part.tied
        page = self._page(number - 1, 0, number + 1, 0)
        return page.used <= page.height - SAFE

    def _parted(self, first: int, skipped: float, end: int) -> Iterator[Page]:
        """Yield the page that is full within a part, or within one that the next is tied to.

        Where sections stay whole, works may part after any of them: two pages are to share them.
        """
        last = end
        while end >= first and (first or end > self.stay):
            part, is_found = self.parts[end], False
            is_shared = self._is_shared(part)
            for cut in reversed(part.cuts):
                is_between = cut in part.ways and part.ways[cut].is_between
                # Within a paragraph a row parts where its page is full.
                may = (is_between or end == last) and not (end == first and skipped)
                may = may or is_shared
                may = may or not part.ways
                if may and (end > first or cut > skipped):
                    page = self._page(first, skipped, end, cut)
                    if not self._is_over(page, self._free_within(page, part)):
                        if is_between or is_shared or not is_found:
                            yield page
                        if is_between or not (part.ways or is_shared):
                            return
                        is_found = True
            if is_found or not self.parts[end].tied:
                return
            end -= 1

    def _free_within(self, page: Page, part: Part) -> float:
        """Return what stays free on a page that ends within a part; more below a work."""
        if not part.ways and page in self.laid_out:
            return 0.0
        return max(self.safe, _SAFER) if self._is_shared(part) else self.safe

    def _is_shared(self, part: Part) -> bool:
        """Say whether a part is the works, which two pages share where sections stay whole."""
        return self.whole and "references" in part.names

    def _weight(self, page: Page, wider: float) -> float:
        """Return what a page weighs: its white, what it begins with, and that it is there."""
        filled = min(page.grown(1.0, 1.0 if page.is_parted else wider), 1.0)
        closer = (_CLOSE if page.used > page.height else 0.0) + self._dwarfed(page)
        if not page.first and page.end == self.stay + 1:
            # A drawing takes what is free.
            filled = 1.0 if self.may_begin_on_cover else filled
            filled = min(filled + OPENED, 1.0 - _OPENED) if self.opens else filled
        if self.enlarges:
            filled = max(filled, self.larger(page).used / page.height)
        is_last = page.end == len(self.parts)
        opening = self._opening(page) + self._torn(page) + closer
        paler = self._paler(page)
        if len(self.lined) > 1:
            white = (1 - filled) ** 2
            white *= (_BACK if self.may_begin_on_cover else 0.0) if is_last else paler
            return white + opening
        is_at_foot = AT_FOOT in self.parts[-1].names
        least, lines = (_LAST_AT_FOOT, _LINES_HIGH) if is_at_foot else (_LAST, 0.0)
        short = max(least - page.used / page.height, 0.0)
        short -= (1 - _LINED) * min(short, lines)
        white = short if is_last else (1 - filled) ** 2
        is_seen = self.has_rows or (page.first and not self.whole)
        is_hole = is_seen and not is_last and not (self.is_drawn(page) or self._has_hills(page))
        hole = max(1 - filled - (_SEEN if page.first else _SEEN_FIRST), 0.0) if is_hole else 0.0
        return paler * white + hole + opening + self._each

    def drawn(self, pages: Sequence[Page]) -> float:
        """Return what would weigh of pages with the drawing without it: less air may need none."""
        seen = (1 - page.grown(1.0, self.wider) - _SEEN for page in pages if self.is_drawn(page))
        return sum(max(one, 0.0) for one in seen)

    def is_drawn(self, page: Page) -> bool:
        """Say whether the drawing of a sheet in two columns fills what is white below a section.

        It has none on page one, below a running head or a crisis note: see `tailpieces`.
        """
        is_below = page.end < len(self.parts) and self.parts[page.end].tag == "h2"
        begins = page.first > 0 and self._is_new(page.first, page.skipped)
        warns = any("crisis" in part.names for part in self.parts[page.first : page.end])
        return self.draws and self.has_rows and is_below and begins and not (page.taken or warns)

    def _has_hills(self, page: Page) -> bool:
        """Say whether hills fill what is white below a section of large print of a few sections."""
        return self.enlarges and page.first > 0 and self._is_new(page.end, page.taken)

    def _dwarfed(self, page: Page) -> float:
        """Return what weighs that drawings on a page are smaller: more beside two columns."""
        own = drawings(self.parts[page.first : page.end])
        if page.less > 0 and self.has_rows:
            return _DWARFED * (page.less / own) ** 2
        if page.less > 0 and self.is_leaf:
            return _LESS + _DWARFED_ON_LEAF * page.less / own
        shrunk = _SHRUNK if page.less > _STAMP * own and not self.whole else 0.0
        return _LESS + shrunk if page.less else 0.0

    def _paler(self, page: Page) -> float:
        """Return how much white weighs on a page: more where a section goes on behind it.

        And on page one of two columns, which is the sheet's face, and below a card that is alone,
        where the sections of a sheet stay whole.
        """
        is_new = self._is_new(page.end, page.taken)
        if not self.whole:
            return 1.0 if is_new and (page.first or not self.has_rows) else _GAP
        is_card = page.first == page.end and "last" in self.parts[page.first].names
        return _PALER if is_new and not is_card else _HOLE

    def _torn(self, page: Page) -> float:
        """Return what weighs that a page begins within a section, if sections stay whole."""
        is_whole = self._is_new(page.first, page.skipped) or page.first == self.stay + 1
        if not self.whole or not page.first or is_whole:
            return 0.0
        if len(self.lined) > 1 and page.first < self._head:
            return _ON_FACING
        return _HIGH if self._high(page.first) > self.other else _TORN

    def _high(self, number: int) -> float:
        """Return how high the section is in which a part stands."""
        first, last = number, number + 1
        while first and not self._is_new(first):
            first -= 1
        while last < len(self.parts) and not self._is_new(last):
            last += 1
        return self._page(first, 0, last, 0).used

    def _is_new(self, number: int, skipped: float = 0.0) -> bool:
        """Say whether with a part something begins that can stand on a page by itself.

        That are sections and what stands in a frame of its own; where sections stay whole, also
        what follows the main points. Of a part of which something is ``skipped``, only works and
        last lines do.
        """
        if number == len(self.parts):
            return True
        part = self.parts[number]
        if skipped:
            return not {"references", "last"}.isdisjoint(part.names)
        is_first = self.whole and number and "summary" in self.parts[number - 1].names
        is_alone = not _ALONE.isdisjoint(part.names) and not part.tied
        return bool(is_first) or part.tag == "h2" or is_alone

    def _opening(self, page: Page) -> float:
        """Return what weighs with what a page begins."""
        if not page.first and not page.skipped:
            begins_there = self.may_begin_on_cover and page.end > self.stay + 1
            weight = _ON_COVER_OF_LEAF if self.whole else _ON_COVER
            return weight if begins_there else 0.0
        part = self.parts[page.first]
        if page.skipped:
            if (self.whole or self.enlarges) and "last" in part.names:
                return _CARD_OF_FEW if self.enlarges else _CARD
            return self._within(part, page.skipped)
        if self._answers(part) or part.tied:
            return _TIED_OF_FEW if self.enlarges else _TIED
        if self.parts[page.first - 1].stays:
            return 0.0
        if "footnotes" in part.names and self.is_leaf:
            return _NOTES_ON_BACK
        if "footnotes" in part.names and not self.whole:
            return _NOTES_AWAY
        if "row-footnotes" in part.names and not self.whole:
            return _NOTES_OF_ROWS
        if part.is_text and self.enlarges and part.tag != "h3":
            return _HIGH if self._high(page.first) > self.other else _TORN_OF_FEW
        if part.is_text:
            is_tail = self._left(page.first) < _SHORT * page.height
            is_second = page.first > 1 and self.parts[page.first - 2].tag == "h3"
            first = _FIRST_OF_WHOLE if self.whole else _FIRST
            return (_TAIL if is_tail else _INSIDE) + first * is_second
        if part.tag in _SHOWN:
            return _TIED if self.has_rows else _INSIDE if self.whole else _PICTURE
        return _BELOW if part.tag == "h3" else 0.0

    def begun(self, pages: Sequence[Page]) -> float:
        """Return what weighs with what pages begin."""
        return sum(map(self._opening, pages))

    def _within(self, part: Part, skipped: float) -> float:
        """Return what weighs that a page begins within a part."""
        if part.ways and not part.ways[skipped].is_between:
            return _WITHIN
        is_whole = part.is_text and "footnotes" not in part.names and part.height <= self.other
        if part.items and is_whole:
            places = sorted(part.items)  # before each item but the first
            nearest = min(places, key=lambda one: abs(one - skipped))
            lone, listed = (_LONE_OF_FEW, _LIST_OF_FEW) if self.enlarges else (_LONE, _LIST)
            return lone if nearest in {places[0], places[-1]} else listed
        return _PAIR if "action" in part.names else _PARTED if part.is_text else _BOX

    @staticmethod
    def _answers(part: Part) -> bool:
        """Say whether a part is nothing without what stands before it."""
        is_said = part.tag == "blockquote" or "callout" in part.names
        return is_said or ("addition" in part.names and "action" not in part.names)

    def _left(self, first: int) -> float:
        """Return the height of a part and of what follows it in its section."""
        last = next(end for end in self._ends if end > first)
        return self._page(first, 0, last, 0).used

    def with_more_room(self) -> tuple[float, list[Page]] | None:
        """Return the best way to end all pages with no part closer, and rows with room to spare."""
        self.least, self.safe = 1.0, _SAFER if self.has_rows else SAFE
        self.first, self.closed = self.first - self.closed, 0.0
        return self.best()


def _ends_section(part: Part) -> bool:
    """Say whether what is said before ends before a part."""
    return part.tag == "h2" or (part.tag == "section" and "addition" not in part.names)


def drawings(some: Sequence[Part]) -> float:
    """Return how high the drawings of some parts are together that can be set smaller."""
    return sum(part.picture for part in some)


_NOTES_AWAY, _NOTES_ON_BACK, _NOTES_OF_ROWS = 0.12, 0.2, 0.9
"""What weighs that a page begins with footnotes: they belong to the text before them; on the back
of a leaf, where lines a little closer may keep them with it; and in two columns, where the end of
the text had better stand above them."""

_ALONE = {"summary", "flap", "action", "footnotes", "row-footnotes", "references", "last"}
"""Classes of what stands for itself beside sections."""
