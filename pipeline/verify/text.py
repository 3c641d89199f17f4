"""What a reader's eyes read on a page: letters in lines, lines in order, by geometry alone.

Text extractors reorder right-to-left lines, each in its own way. Here letters are grouped by the
baseline on which they stand and sorted by place, once from the left and once from the right. See
docs/decisions/0005-verify-by-geometry.md.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise
from typing import NamedTuple

from pipeline.verify.letters import Letter
from pipeline.verify.page import Page

SAME_LINE = 0.22
"""By how much of their size two letters' baselines may differ on one line."""

_SAME_BASELINE = 0.01
"""Points by which letters of one baseline differ, as a file's numbers are rounded."""

_AT_MARK = 2.0
"""Within how many of its sizes the letters of a footnote's mark stand from the word before it."""

_GAP = 0.13
"""From which part of the letter size on a gap between two letters is a space."""

_COLUMN = 1.5
"""From how many letter sizes on a gap divides columns: it is read as a tab, not as a space."""

IGNORED = {"\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad"}


class Seen(NamedTuple):
    """One character of the reading, and the letter it was read from; a space has none."""

    text: str
    letter: Letter | None
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class Reading:
    """All pages as one string in one direction, and where each character stands."""

    text: str
    places: tuple[Seen, ...]

    def rows(self, page: int = 0) -> list[str]:
        """Return the lines of one page as strings, or those of all pages."""
        if not page:
            return self.text.splitlines()
        text = "".join(seen.text for seen in self.places if seen.page == page)
        return text.splitlines()


def lines(page: Page) -> list[list[Letter]]:
    """Group a page's letters into lines, from top to bottom; within a line, from the left.

    Vowel signs that are not compared are left out: set high above a line, one that came first
    would part the line below it. A page is taken apart once, however many ask.
    """
    if not page.rows:
        page.rows.extend(_lines(page))
    return page.rows


def _lines(page: Page) -> list[list[Letter]]:
    grouped: list[list[Letter]] = []
    base: Letter | None = None
    for letter in sorted(
        (letter for letter in page.letters if _folded_letter(letter.text)),
        key=lambda letter: (-letter.y, letter.x),
    ):
        # Letters of one baseline stay together, even where it lies just as far from another's
        # as two may on one line.
        if base and (
            grouped[-1][-1].y - letter.y <= _SAME_BASELINE
            or base.y - letter.y <= SAME_LINE * min(base.size, letter.size)
        ):
            grouped[-1].append(letter)
            # What tells how high a line stands is its first letter that no vowel sign is.
            if _is_sign(base) and not _is_sign(letter):
                base = letter
        else:
            grouped.append([*_nearer(grouped, base, letter), letter])
            base = letter
    for line, lower in pairwise(grouped):
        _lower_marks(line, lower)
    for line in grouped:
        line.sort(key=lambda letter: letter.x)
    return grouped


def _lower_marks(line: list[Letter], lower: list[Letter]) -> None:
    """Take the marks of footnotes to the line below where they stand at the end of that.

    They were read with the line of the other column, which stands a little higher and has a mark
    of its own.
    """
    if line[-1].y - lower[0].y > SAME_LINE * lower[0].size:
        return
    own = [one for one in line if _marks(one, lower) and not _marks(one, line)]
    if own and len(own) < len(line):
        line[:] = [one for one in line if one not in own]
        lower += own


def _marks(mark: Letter, line: list[Letter]) -> bool:
    """Say whether a letter is a footnote's mark at a letter of a line: smaller, raised, near."""
    return any(
        mark.size < one.size
        and 0 < mark.y - one.y <= SAME_LINE * mark.size
        and max(mark.start - one.end, one.start - mark.end) < _AT_MARK * mark.size
        for one in line
    )


def _nearer(grouped: list[list[Letter]], base: Letter | None, letter: Letter) -> list[Letter]:
    """Take from the last line the dashes and bullets that stand nearer to the next, lower.

    They would go with the line of the other column.
    """
    taken: list[Letter] = []
    while base and len(grouped[-1]) > 1:
        last = grouped[-1][-1]
        is_nearer = last.y - letter.y < base.y - last.y
        if last is base or not is_nearer or not (_is_dash(last) or last.text == "•"):
            break
        taken.insert(0, grouped[-1].pop())
    return taken


def _is_dash(letter: Letter) -> bool:
    return unicodedata.category(letter.text[:1] or " ") == "Pd"


def _is_sign(letter: Letter) -> bool:
    """Say whether a letter is a vowel sign, which stands over its line."""
    return unicodedata.combining(letter.text[:1] or " ") != 0


def read(pages: Sequence[Page], *, rtl: bool) -> Reading:
    """Read pages line by line, each line from the left, or from the right where ``rtl``."""
    places: list[Seen] = []
    for page in pages:
        for number, line in enumerate(lines(page)):
            places += _line(line, page.number, number, rtl)
            places.append(Seen("\n", None, page.number, number))
    return Reading("".join(seen.text for seen in places), tuple(places))


def _line(line: list[Letter], page: int, number: int, rtl: bool) -> list[Seen]:
    # One glyph can stand for several letters (lam-alef): they share a place and keep their order.
    ordered = sorted(line, key=lambda letter: -letter.x) if rtl else line
    seen: list[Seen] = []
    before: Letter | None = None
    for letter in _turned(ordered) if rtl else ordered:
        gap = _gap(before, letter) / min(before.size, letter.size) if before else 0.0
        # Words that are told beside their glyphs bring the spaces at their ends with them.
        if gap > _GAP and not (letter.text.isspace() or (before and before.text.isspace())):
            seen.append(Seen("\t" if gap > _COLUMN else " ", None, page, number))
        seen += [Seen(text, letter, page, number) for text in _folded_letter(letter.text)]
        before = letter
    return seen


def _turned(ordered: Sequence[Letter]) -> list[Letter]:
    """Turn Latin words and numbers round in what is told beside its glyphs, as all others are.

    Told words are in the order in which they are read, whatever the direction.
    """
    turned: list[Letter] = []
    for told, letters in groupby(ordered, key=lambda one: one.told and (one.x, one.y)):
        piece = list(letters)
        text = "".join(one.text for one in piece)
        for run in _TO_THE_RIGHT.finditer(text) if told and len(text) == len(piece) else ():
            piece[run.start() : run.end()] = piece[run.start() : run.end()][::-1]
        turned += piece
    return turned


_TO_THE_RIGHT = re.compile(r"(?:[0-9\u06f0-\u06f9]|[^\W\d_\u0590-\u08ff])+")
"""Letters and figures that run to the right within a line that runs to the left."""


def to_the_left(text: str) -> str:
    """Return a line from right to left as it stands from the left, its figures as they are read."""
    return _TO_THE_RIGHT.sub(lambda run: run[0][::-1], text)[::-1]


def _gap(before: Letter, letter: Letter) -> float:
    first, second = (before, letter) if before.start <= letter.start else (letter, before)
    return second.start - first.end


def fold(text: str) -> str:
    """Fold letters to what is compared: compatibility forms, no Arabic vowel marks, plain dashes.

    Brackets are folded into one, because readers of PDF files turn them around in right-to-left
    pages even where the paper shows them right.
    """
    return unicodedata.normalize("NFKC", text).translate(_FOLDED)


_folded_letter = cache(fold)

_MARKS = ("“”", "‘’", "«»", "‹›", "「」", "『』", "《》", "〈〉")
_BRACKETS = ("[]", "{}", "【】", "〔〕", "〖〗", "<>", "≤≥")

MIRRORED = {one: pair for pair in (*_MARKS, *_BRACKETS) for one in pair}
"""Signs that are drawn the other way round in text from right to left, each with its pair. Files
and their readers do not agree on which of the two such a glyph is, not even in what else stands on
such a page."""

_FOLDED = {
    **dict.fromkeys(range(0x64B, 0x660)),
    0x670: None,
    **dict.fromkeys(map(ord, IGNORED)),
    **dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212), "-"),
    # Fonts for Chinese have one glyph for these, and a file tells of a glyph one letter only.
    **dict.fromkeys((0x2022, 0x2027, 0x2219, 0x30FB), "\u00b7"),
    0x22EF: "...",
    # In a line from right to left, readers of PDF files take these apart in their own way.
    **dict.fromkeys((0x2044, 0x2215, 0x29F5), "/"),
    **dict.fromkeys((0x00AE, 0x211E, 0x211F), "R"),
    0x2123: "V",
    0x2127: "\u01b1",
    0x2260: "=/",
    0x2262: "\u2261/",
    0x226E: "</",
    0x226F: ">/",
    0x2270: "\u2264/",
    0x2271: "\u2265/",
    0x24FF: "0",
    **{0x24EB + number: str(11 + number) for number in range(10)},
    0x02BB: "\u2018",
    0x02B9: "\u2032",
    0x02BA: "\u2032\u2032",
    **dict.fromkeys(map(ord, "()"), "|"),
}
