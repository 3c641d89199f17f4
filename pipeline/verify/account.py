"""Every letter of the paper against all that the sheet is to say, passage by passage.

A page is cut into parts: letters on one baseline without a wide gap. Each passage takes the parts
that show its letters, line by line, from left to right as its levels ask (UAX 9, rule L2). What is
left over at the end is text that nobody asked for. See docs/decisions/0022-every-letter.md.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations
from typing import NamedTuple

from pipeline.values.sheet import PAGE, PAGES, Passage
from pipeline.verify.letters import UNMAPPED, Letter
from pipeline.verify.page import Page
from pipeline.verify.text import MIRRORED, fold, lines, to_the_left

_CUT = 0.55
"""From how many letter sizes on a gap parts two pieces of a line: more than any space of a text."""

_SOFT_HYPHEN = "\u00ad"

_ASIDE = 2
"""How many letter sizes to its side the next line may begin, where none stands below."""

_COLUMN = 3
"""From how many letter sizes on a gap may part columns."""

_BACK = 4
"""How many lines above the last passage the next may begin: beside it, in the same frame."""


class Glyph(NamedTuple):
    """What one glyph shows: a letter, several of a ligature, or the words that the file tells."""

    texts: tuple[str, ...]
    letter: Letter


@dataclass(slots=True)
class Part:
    """A piece of a line, its glyphs from left to right."""

    page: int
    row: int
    y: float
    width: float
    """Of its page."""
    glyphs: list[Glyph]
    passage: Passage | None = None
    """The passage that took it."""

    @property
    def left(self) -> float:
        """Return its left edge in points."""
        return min(glyph.letter.start for glyph in self.glyphs)

    @property
    def right(self) -> float:
        """Return its right edge in points."""
        return max(max(glyph.letter.end, glyph.letter.reach) for glyph in self.glyphs)

    def is_in(self, column: int, gutter: float) -> bool:
        """Say whether it stands in a column, counted from the left; in 0 stands all."""
        return is_in_column((self.left + self.right) / 2 / self.width, column, gutter)

    @property
    def count(self) -> int:
        """Return how many letters it shows."""
        return sum(len(glyph.texts) for glyph in self.glyphs)

    @property
    def text(self) -> str:
        """Return its letters as they follow each other from the left, with spaces at gaps."""
        shown, before = "", None
        for glyph in self.glyphs:
            gap = before and glyph.letter.start - before.letter.end > 0.13 * glyph.letter.size
            shown += " " if gap else ""
            shown += "".join(glyph.texts)
            before = glyph
        return shown


def is_in_column(place: float, column: int, gutter: float) -> bool:
    """Say whether a place on a page is in a column, counted from the left; in 0 is all of it.

    ``gutter`` is where the second of two begins, as the place in parts of the page's width.
    """
    return not column or (place >= gutter) == (column > 1)


@dataclass(frozen=True, slots=True)
class Placed:
    """A passage and the parts that show it, in reading order."""

    passage: Passage
    parts: tuple[Part, ...]


@dataclass(slots=True)
class Account:
    """What became of the passages of a sheet and of the letters of its pages."""

    placed: list[Placed] = field(default_factory=list)
    missing: list[tuple[Passage, int]] = field(default_factory=list)
    """With the page on which it is missing, 0 for all."""
    left_over: list[Part] = field(default_factory=list)
    repeated: list[Placed] = field(default_factory=list)
    """Heads of notes on the pages that follow, where they stand once more."""


def account(pages: Sequence[Page], passages: Sequence[Passage], gutter: float = 0.0) -> Account:
    """Find each passage on the pages, once, and say what is missing and what is left over."""
    shelf = _Shelf([row for page in pages for row in _rows(page)], gutter)
    found = Account()
    printed = [page.number for page in pages if page.letters]
    turned = any(level % 2 for passage in passages for _, level in passage.pieces)
    for passage in (one for one in passages if one.every_page):
        for place, number in enumerate(printed, 1):
            wanted = _Wanted.of(passage, place, len(printed), turned=turned)
            _settle(found, passage, shelf.take_on(number, wanted), number)
    required = [one for one in passages if not one.every_page and not one.optional]
    # What may be missing takes what is left, so that it takes nothing from what must be there.
    for passage in (*required, *(one for one in passages if one.optional)):
        if passage.running_head:
            found.repeated += _said_again(found, shelf, passage, turned=turned)
            continue
        _settle(found, passage, shelf.take(_Wanted.of(passage, turned=turned)), 0)
    for placed in [one for one in found.placed if one.passage.again]:
        wanted = _Wanted.of(placed.passage, turned=turned)
        for number in (one for one in printed if one > placed.parts[0].page):
            parts = shelf.take_on(number, wanted)
            for part in parts:
                part.passage = placed.passage
            if parts:
                found.repeated.append(Placed(placed.passage, tuple(parts)))
    found.left_over = [part for row in shelf.rows for part in row if not part.passage]
    return found


def _settle(found: Account, passage: Passage, parts: list[Part], page: int) -> None:
    if not parts:
        if not passage.optional:
            found.missing.append((passage, page))
        return
    for part in parts:
        part.passage = passage
    found.placed.append(Placed(passage, tuple(parts)))


def _said_again(
    found: Account, shelf: "_Shelf", passage: Passage, *, turned: bool
) -> Iterator[Placed]:
    """Take what a section says again of its head, in the margin of pages after that of the head.

    It is looked for once the head is found, and smaller than it, and before what goes on below it.
    """
    heads = (
        one
        for one in reversed(found.placed)
        if one.passage.kind in {"title", "heading"} and one.passage.column == passage.column
    )
    head = next(heads, None)
    if head:
        wanted = _Wanted.of(passage, turned=turned)
        size = min(glyph.letter.size for part in head.parts for glyph in part.glyphs)
        for parts in shelf.take_above(head.parts[-1].page, wanted, _SMALLER * size):
            for part in parts:
                part.passage = passage
            yield Placed(passage, tuple(parts))


_SMALLER = 0.95
"""Of the size of a head, how large it is at most where it is said again."""

_Row = list[Part]


def _rows(page: Page) -> Iterator[_Row]:
    """Yield the lines of a page from top to bottom, each in parts from left to right."""
    for number, line in enumerate(lines(page)):
        glyphs = _glyphs(line)
        row: _Row = []
        end = 0.0
        for glyph in glyphs:
            letter = glyph.letter
            if not row or letter.start - end > _CUT * letter.size:
                row.append(Part(page.number, number, letter.y, page.width, []))
                end = letter.end
            row[-1].glyphs.append(glyph)
            end = max(end, letter.end)
        if row:
            yield row


def _glyphs(line: Sequence[Letter]) -> list[Glyph]:
    """Gather the letters that stand in one place: a ligature's, or a piece told in words."""
    gathered: list[tuple[list[str], Letter]] = []
    for letter in line:
        texts = _letters(letter.text)
        if not texts:
            continue
        last = gathered[-1] if gathered else None
        if last and last[1].x == letter.x and last[1].y == letter.y:
            last[0].extend(texts)
        else:
            gathered.append(([*texts], letter))
    return [Glyph(tuple(texts), letter) for texts, letter in gathered]


@cache
def _letters(letter: str) -> str:
    """Return what is compared of a letter; nothing of a space or a vowel sign of Arabic script."""
    return _UNSEEN.sub("", fold(letter))


_UNSEEN = re.compile("[\\s\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200e\u200f]")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The letters of a passage in logical order, with their levels."""

    text: str
    levels: bytes
    parted: Mapping[int, int]
    """Places before which another run begins, with the level of what stands between: a space, or
    nothing but the end of an isolate."""
    soft: frozenset[int]
    """Places after which a line may end in a hyphen that is no letter of the text."""
    rtl: bool
    column: int
    turned: bool
    """Whether anything on the sheet runs from right to left."""
    pictured: bool = False
    """Whether a picture may push a line to its other side."""
    again: bool = False
    """Whether it is of a head that is said once more: that of a table before may end above it."""

    @classmethod
    def of(
        cls, passage: Passage, page: int = 0, pages: int = 0, *, turned: bool = False
    ) -> "_Wanted":
        text, levels, soft, parted = [], bytearray(), set(), dict[int, int]()
        for piece, level in passage.pieces:
            numbered = _numbered(piece, passage.digits, page, pages) if page else piece
            if not numbered.strip():
                parted[len(levels)] = min(level, parted.get(len(levels), level))
            for letter in numbered:
                if letter == _SOFT_HYPHEN:
                    soft.add(len(levels))
                shown = _letters(letter)
                text.append(shown)
                levels.extend([level] * len(shown))
        return cls(
            text="".join(text),
            levels=bytes(levels),
            parted=parted,
            soft=frozenset(soft),
            rtl=passage.rtl,
            column=passage.column,
            turned=turned,
            pictured=passage.pictured,
            again=passage.again,
        )

    def seen(self, start: int, count: int) -> str:
        """Return a line's letters as they stand from left to right."""
        text, levels = self.text[start : start + count], self.levels[start : start + count]
        highest, lowest = max(levels), min(levels)
        if highest == lowest and (lowest % 2 or highest < _ISOLATED):
            return text[::-1] if lowest % 2 else text
        return "".join(self.text[place] for place in self._places(start, count))

    def read(self, start: int, count: int, of: slice) -> str:
        """Return some of a line's letters, which stand side by side, in the order of reading."""
        return "".join(self.text[place] for place in sorted(self._places(start, count)[of]))

    def _places(self, start: int, count: int) -> list[int]:
        """Return which letters of a passage stand on a line, from left to right."""
        letters: list[tuple[int, int]] = []
        for place in range(start, start + count):
            if place > start and place in self.parted:
                letters.append((-1, self.parted[place]))
            letters.append((place, self.levels[place]))
        for level in range(max(self.levels[start : start + count]), 0, -1):
            place = 0
            while place < len(letters):
                end = place
                while end < len(letters) and letters[end][1] >= level:
                    end += 1
                if end > place:
                    letters[place:end] = letters[place:end][::-1]
                place = max(end, place + 1)
        return [place for place, _ in letters if place >= 0]


_ISOLATED = 2
"""From which level on letters stand in a run of their own within another direction."""


def _numbered(text: str, digits: str, page: int, pages: int) -> str:
    western = str.maketrans("0123456789", digits)
    return text.replace(PAGE, str(page).translate(western)).replace(
        PAGES, str(pages).translate(western)
    )


@dataclass(slots=True)
class _Shelf:
    """The lines of all pages, from which passages take their parts."""

    rows: list[_Row]
    gutter: float
    begun: dict[int, int] = field(default_factory=dict)
    """The line on which the last passage of each column began."""
    held: bool = False
    """Whether a gap as wide as one between columns ended a line that was followed last."""
    again: bool = False
    """Whether the last passage was of a head that is said once more: its cells stand abreast."""

    def take(self, wanted: _Wanted) -> list[Part]:
        """Take the parts that show a passage: the next on the way, else any."""
        columns = (0, wanted.column) if wanted.column else (0, *self.begun)
        back = int(self.again) if wanted.again else _BACK
        self.again = wanted.again
        near = max(max(self.begun.get(one, 0) for one in columns) - back, 0)
        for place in (*range(near, len(self.rows)), *range(near)):
            parts = self._begin(place, wanted)
            if parts:
                self.begun[wanted.column] = place
                return parts
        return []

    def take_on(self, page: int, wanted: _Wanted) -> list[Part]:
        """Take the parts that show a line of the foot, the lowest of a page."""
        for place in reversed(range(len(self.rows))):
            if self.rows[place][0].page == page and (parts := self._begin(place, wanted)):
                return parts
        return []

    def take_above(self, page: int, wanted: _Wanted, size: float) -> Iterator[list[Part]]:
        """Take the parts that show a passage on one of the first two lines of pages after one.

        In two columns lines of different scripts stand at different heights. All letters are of a
        size at most.
        """
        for place, row in enumerate(self.rows):
            if row[0].page <= page or row[0].row > 1:
                continue
            parts = self._begin(place, wanted)
            glyphs = [glyph for part in parts for glyph in part.glyphs]
            is_one_line = {(part.page, part.row) for part in parts} == {(row[0].page, row[0].row)}
            if is_one_line and max(glyph.letter.size for glyph in glyphs) <= size:
                yield parts

    def _begin(self, place: int, wanted: _Wanted) -> list[Part]:
        row = self.rows[place]
        for first in reversed(range(len(row))) if wanted.rtl else range(len(row)):
            if self._is_free(row[first], wanted):
                self.held = False
                parts = self._follow(place, first, wanted)
                if not parts and self.held:
                    parts = self._follow(place, first, wanted, across=True)
                if parts:
                    return parts
        return []

    def _is_free(self, part: Part, wanted: _Wanted) -> bool:
        return not part.passage and part.is_in(wanted.column, self.gutter)

    def _follow(
        self, place: int, first: int, wanted: _Wanted, *, across: bool = False
    ) -> list[Part]:
        """Return a passage's parts from one on, line by line; none where another letter comes.

        A line goes on beyond a gap as wide as one between columns only where ``across`` lets it:
        what stands there may be the same word of the column beside it. The word that begins a line
        may stand at several places: the one is taken from which all goes on.
        """
        parts: list[Part] = []
        begun = [(0, 0)]  # how many parts and letters stand before each line
        starts = [iter([(place, first)])]
        tried: set[tuple[int, int, int]] = set()
        while starts:
            count, done = begun[-1]
            del parts[count:]
            start = next(starts[-1], None)
            if not start:
                starts.pop()
                begun.pop()
            elif (*start, done) not in tried:
                tried.add((*start, done))
                step, letters = self._line(*start, wanted, done, across=across)
                parts += step
                if step and done + letters == len(wanted.text):
                    return parts
                if step:
                    begun.append((len(parts), done + letters))
                    starts.append(iter(self._next(start[0], parts, wanted)))
        return []

    def _line(
        self, place: int, first: int, wanted: _Wanted, done: int, *, across: bool
    ) -> tuple[list[Part], int]:
        """Return as many parts of a line as show what comes next, and how many letters that is."""
        row, rest = self.rows[place], len(wanted.text) - done
        parts: list[Part] = []
        count = 0
        step = -1 if wanted.rtl else 1
        at = first
        while (
            0 <= at < len(row)
            and self._is_free(row[at], wanted)
            and count + row[at].count <= rest + 1
        ):
            if parts and not across and _gap_between(parts[-1], row[at]) > _COLUMN:
                self.held = True
                break
            parts.append(row[at])
            count += row[at].count
            at += step
        while parts:
            shown = [glyph for part in parts[::step] for glyph in part.glyphs]
            letters = _fits(shown, wanted, done, count)
            if letters:
                return parts, letters
            count -= parts.pop().count
        return [], 0

    def _next(self, place: int, parts: Sequence[Part], wanted: _Wanted) -> list[tuple[int, int]]:
        """Return where the line after this one may begin: below it, or on the next page.

        What stands a little to its side comes last: a line of a title whose first is set in for
        a drawing, a text whose mark stands a hair higher. Behind a picture it may stand anywhere.
        """
        left, right = min(part.left for part in parts), max(part.right for part in parts)
        page, aside = parts[-1].page, _ASIDE * parts[-1].glyphs[0].letter.size
        near: list[tuple[int, int]] = []
        for line in range(place + 1, len(self.rows)):
            row = self.rows[line]
            order = reversed(range(len(row))) if wanted.rtl else range(len(row))
            free = [one for one in order if self._is_free(row[one], wanted)]
            below = free
            if row[0].page == page:
                below = [one for one in free if row[one].left < right and left < row[one].right]
                near += [
                    (line, one)
                    for one in free
                    if wanted.pictured
                    or (row[one].left < right + aside and left - aside < row[one].right)
                ]
            if below:
                return [*((line, one) for one in below), *near]
        return near


def _gap_between(one: Part, other: Part) -> float:
    """Return the gap between two parts of a line, in sizes of their letters."""
    gap = max(one.left, other.left) - min(one.right, other.right)
    return gap / one.glyphs[0].letter.size


def _fits(shown: Sequence[Glyph], wanted: _Wanted, start: int, count: int) -> int:
    """Return how many letters glyphs show of what comes next, 0 where they show something else."""
    if count <= len(wanted.text) - start and _same(shown, wanted, start, count):
        return count
    last = shown[0 if wanted.rtl else -1]
    if start + count - 1 in wanted.soft and last.texts == ("-",):
        rest = shown[1:] if wanted.rtl else shown[:-1]
        if rest and _same(rest, wanted, start, count - 1):
            return count - 1
    return 0


def _same(shown: Sequence[Glyph], wanted: _Wanted, start: int, count: int) -> bool:
    """Say whether glyphs from left to right show a line's letters; a ligature's are in no order."""
    seen, turned = wanted.seen(start, count), wanted.turned
    place = 0
    for glyph in shown:
        own = slice(place, place + len(glyph.texts))
        letters, place = seen[own], own.stop
        if len(glyph.texts) == 1:
            letter = glyph.texts[0]
            if letter == UNMAPPED and "\u0620" <= letters <= "\u064a":
                continue
            if letters != letter and not (turned and _unturned(letters) == _unturned(letter)):
                return False
        elif glyph.letter.told:
            told = "".join(glyph.texts)
            if letters not in (told, told[::-1], to_the_left(told)) and (
                not turned or wanted.read(start, count, own) != told
            ):
                return False
        elif sorted(map(_unturned, letters)) != sorted(map(_unturned, glyph.texts)):
            return False
    return place == len(seen)


def _unturned(letter: str) -> str:
    return MIRRORED.get(letter, letter)[0]


def out_of_order(placed: Sequence[Placed], *, rtl: bool) -> Iterator[tuple[Placed, Placed]]:
    """Yield pairs of passages of which the second stands before the first, in each column.

    What stands beside another may begin higher up, but on the side to which the sheet is read. Of
    two columns the second is the sheet's own; in a draft words of another direction stand in it.
    """
    last: dict[int, Placed] = {}
    for one in placed:
        if one.passage.every_page or one.passage.floats or one.passage.optional:
            continue
        column = one.passage.column
        to_left = one.passage.rtl if column == 1 else rtl
        # What stands over both columns comes after both, and before what follows in either.
        before = last.values() if not column else [last[key] for key in (0, column) if key in last]
        wrong = next((other for other in before if _comes_before(one, other, rtl=to_left)), None)
        if wrong:
            yield wrong, one
        last[column] = one


def untangle(placed: Sequence[Placed], *, rtl: bool) -> list[Placed]:
    """Let passages of the same words exchange places on a page where that brings all in order.

    A clinic's name and telephone stand on the card to cut out and in the box beside it.
    """
    best = list(placed)
    wrong = len(list(out_of_order(best, rtl=rtl)))
    alike: dict[object, list[int]] = {}
    for number, one in enumerate(placed):
        alike.setdefault((one.passage.shown, one.parts[0].page), []).append(number)
    for first, second in (pair for group in alike.values() for pair in combinations(group, 2)):
        if not wrong:
            break
        tried = [*best]
        tried[first] = Placed(best[first].passage, best[second].parts)
        tried[second] = Placed(best[second].passage, best[first].parts)
        left = len(list(out_of_order(tried, rtl=rtl)))
        if left < wrong:
            best, wrong = tried, left
    return best


def _comes_before(one: Placed, other: Placed, *, rtl: bool) -> bool:
    """Say whether a passage begins before another: on a page before, above it, or beside it."""
    first, second = one.parts[0], other.parts[0]
    if first.page != second.page:
        return first.page < second.page
    if second.y - first.y > _SAME_HEIGHT * first.glyphs[0].letter.size:
        return False
    is_beside = first.right <= second.left if rtl else first.left >= second.right
    return not is_beside


_SAME_HEIGHT = 0.3
"""By how much of its size a passage begins lower than another at least to stand below it."""


def torn_notes(found: Account) -> Iterator[list[Placed]]:
    """Yield crisis notes whose head, first number and emergency number are not on one page.

    A head counts on each page on which it stands: one that goes on has it once more.
    """
    notes: dict[str, list[Placed]] = {}
    for one in found.placed:
        if one.passage.note:
            notes.setdefault(one.passage.note, []).append(one)
    for note in notes.values():
        pages = [{part.page for part in one.parts} for one in note]
        for one, own in zip(note, pages, strict=True):
            if len(own) == 1:
                own.update(
                    part.page
                    for other in found.repeated
                    if other.passage is one.passage
                    for part in other.parts
                )
        if not set.intersection(*pages) or any(
            len(own) > 1 for one, own in zip(note, pages, strict=True) if not one.passage.again
        ):
            yield note


def parted_notes(found: Account) -> Iterator[list[Placed]]:
    """Yield crisis notes that go on from one page to another, though one would hold all of it.

    How much a page holds is told by the fullest of the sheet.
    """
    notes: dict[str, list[Placed]] = {}
    for one in found.placed:
        if one.passage.within:
            notes.setdefault(one.passage.within, []).append(one)
    printed = _heights(one for one in found.placed if not one.passage.every_page)
    room = max(printed.values(), default=0.0)
    for note in notes.values():
        heights = _heights(note).values()
        if len(heights) > 1 and sum(heights) + _FRAME <= _SURE * room:
            yield note


_FRAME, _SURE = 12.0, 0.97
"""Points that a note's edge takes below its last line, and which part of a page must hold it all:
nobody is told that there is room for what only just has none."""


def _heights(placed: Iterable[Placed]) -> dict[int, float]:
    """Return how high that is which stands on each page, from its first line to its last."""
    levels: dict[int, list[float]] = {}
    for part in (part for one in placed for part in one.parts):
        size = max((glyph.letter.size for glyph in part.glyphs), default=0.0)
        levels.setdefault(part.page, []).extend((part.y, part.y + size))
    return {page: max(ys) - min(ys) for page, ys in levels.items()}
