"""Which runs of a right-to-left text read from left to right: numbers and what is in Latin letters.

Unicode's algorithm (UAX 9) keeps the order of ``COVID-19``, but turns ``555-0142``, ``+44 20`` and
``12 Mill Lane`` round in a right-to-left paragraph: that is what it asks for. Here each such run
gets an isolate of its own, so that what is left outside holds no digit and no Latin letter, and
simply runs from right to left. The rule serves composing, and what the finished paper is read
against. See docs/decisions/0018-numbers-keep-their-order.md.
"""

import re
import unicodedata
from functools import cache

from pipeline.values.lazy_regex import lazy_regex

BARRIER = "\ufffc"
"""Stands in a text for what is isolated already: no run goes over it."""

_ISOLATE, _END = "\u2066", "\u2069"


def left_to_right_runs(text: str) -> list[tuple[int, int]]:
    """Return the runs of a right-to-left text that read from left to right, as start and end.

    A run is a number with its signs and spaces, or a phrase in letters that run from left to right
    with the numbers in it. Marks that belong to the sentence stay outside: its full stops and
    commas, quotation marks and brackets around a whole run, a percent sign after Persian or Arabic
    digits. No line feed and no `BARRIER` is ever within a run.
    """
    kinds = "".join(map(_kind, text))
    return [
        run
        for segment in re.finditer("[^R]*[LD][^R]*", kinds)
        for run in _Segment(text, kinds, segment.start(), segment.end()).runs()
    ]


def in_order(text: str, *, rtl: bool) -> tuple[tuple[str, bool], ...]:
    """Return a text's parts in reading order; true marks a part that reads from left to right."""
    if not rtl:
        return ((text, True),) if text else ()
    parts: list[tuple[str, bool]] = []
    last = 0
    for start, end in left_to_right_runs(text):
        parts += [(text[last:start], False), (text[start:end], True)]
        last = end
    return tuple(part for part in (*parts, (text[last:], False)) if part[0])


def isolated(text: str) -> str:
    """Return a right-to-left text with Unicode's isolates around its runs, where no markup can be.

    Numbers and words that keep their order anyway are left as they are.
    """
    return "".join(
        f"{_ISOLATE}{_arabic_isolated(part)}{_END}" if runs and not _KEPT.fullmatch(part) else part
        for part, runs in in_order(text, rtl=True)
    )


def runs_on_from_the_right(text: str) -> bool:
    """Say whether a left-to-right text has a number behind a phrase that runs from right to left.

    Unicode's algorithm runs on there over number, full stop and bracket to the next such phrase,
    and turns ``555-0142`` round.
    """
    return not text.isascii() and _NUMBER_BEHIND.search(text) is not None


def right_to_left_phrases(text: str) -> list[tuple[int, int]]:
    """Return the phrases of a left-to-right text that read from right to left, as start and end.

    A phrase is words, with spaces, hyphens, colons and whole numbers between them, and a number
    behind them at the end of a sentence.
    """
    return [(match.start(), match.end()) for match in _PHRASE.finditer(text)]


_TURNED = "\u0590-\u060b\u060d-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_TURNED_WORD = f"[{_TURNED}][{_TURNED}\u200c\u200d]*"
_SPACE = "[ \u00a0]"
_FIGURES = rf"\+?\d(?:[\d.,:/–-]|{_SPACE}(?=\d))*(?<!\D)"
_JOINT = rf"(?:[:،؛]?{_SPACE}(?:{_FIGURES}{_SPACE})?|['’-])"
_ENDS = rf"{_SPACE}{_FIGURES}(?=[.,:;!?)،؛؟<]|$)"
_PHRASE = lazy_regex(f"{_TURNED_WORD}(?:{_JOINT}{_TURNED_WORD})*(?:{_ENDS})?")
_NUMBER_BEHIND = lazy_regex(rf"[{_TURNED}][\s\S]*?\d")


def arabic_numbers(run: str) -> list[tuple[int, int]]:
    """Return the numbers in Arabic digits of a run that is not one such number alone.

    Unicode's algorithm sets such numbers from right to left even in an isolate that runs from left
    to right: each needs one more of its own.
    """
    found = [(match.start(), match.end()) for match in _ARABIC_NUMBER.finditer(run)]
    return found if found != [(0, len(run))] else []


_ARABIC = "\u0660-\u0669\u066b\u066c"
_ARABIC_NUMBER = lazy_regex(f"[{_ARABIC}]+(?:[.,:/][{_ARABIC}]+)*")
_KEPT = lazy_regex(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+")


def _arabic_isolated(run: str) -> str:
    parts, last = [], 0
    for start, end in arabic_numbers(run):
        parts += [run[last:start], _ISOLATE, run[start:end], _END]
        last = end
    return "".join((*parts, run[last:]))


@cache
def _kind(letter: str) -> str:
    """Return R for what a run ends at, L for a letter, D for a digit, a space, or S for a sign."""
    if letter in f"{BARRIER}\n\r\u2028\u2029،؛؟":
        return "R"
    if letter.isspace():
        return " "
    if letter in "\u200e\u200f\u061c" or unicodedata.category(letter) == "Cf":
        return "S"
    bidirectional = unicodedata.bidirectional(letter)
    if bidirectional in ("R", "AL"):
        return "R"
    if bidirectional in ("EN", "AN") or unicodedata.category(letter) == "No":
        return "D"
    return "L" if bidirectional == "L" else "S"


_BRACKETS = dict(zip(")]}”»’›", "([{“«‘‹", strict=True))
"""What a closing bracket or quotation mark closes."""

_BEFORE = "+-−–#$€£¥₪₹₺~≈<>≤≥±@./&_\u200e"
"""Signs that belong to what follows them at once."""

_BEFORE_IN_WORD = "+#$€£¥₪₹₺~≈<>≤≥±@\u200e"
"""The same after a letter that runs from right to left: a hyphen there joins, and is no minus."""

_AFTER = "+%‰°′″$€£¥₪₹₺™®©*\u200e"
"""Signs that belong to what they follow at once."""

_UNIT_AFTER_SPACE = lazy_regex(r"\s(?:[$€£¥₪₹₺%‰]|°)(?![^\s.,;:!?)\]»”])")
_PERCENT = lazy_regex(r"\s[%‰]")

_BEFORE_SPACE = "<>≤≥≈±−$€£¥₪₹₺"
"""Signs that belong to the number after the next space: ``≥ 18``."""

_JOINING = frozenset("+-−–—=×÷*/<>≤≥±≈~&.")
"""Signs that join two numbers with spaces around them: ``2 × 50``, ``10 – 20``."""

_ABBREVIATION = lazy_regex(r"(?:^|[\s(])(?:[A-Z]?[a-z]{1,3}|[A-Z])$")
"""What may stand before a point that ends no sentence: ``Apt. 3``, ``No. 12``."""

_POINTS = lazy_regex(r"(?:^|[^\w.])[^\W\d_](?:\.[^\W\d_])+$")
"""Initials, whose last point belongs to them: ``U.S.``, ``e.g.``"""


class _Segment:
    """A stretch of a text without any letter that runs from right to left."""

    def __init__(self, text: str, kinds: str, start: int, end: int) -> None:
        self.text, self.kinds, self.start, self.end = text, kinds, start, end
        self.cores = [at for at in range(start, end) if kinds[at] in "LD"]
        self.partners = self._partners()

    def _partners(self) -> dict[int, int]:
        """Return for each bracket and quotation mark of a pair the place of the other."""
        found: dict[int, int] = {}
        open_: list[int] = []
        for at in range(self.start, self.end):
            letter = self.text[at]
            if self._is_apostrophe(at):
                continue
            if letter == '"':
                twin = next((one for one in reversed(open_) if self.text[one] == '"'), None)
            else:
                wanted = _BRACKETS.get(letter)
                twin = next((one for one in reversed(open_) if self.text[one] == wanted), None)
            if twin is not None:
                found[twin], found[at] = at, twin
                open_ = open_[: open_.index(twin)]
            elif letter == '"' or letter in _BRACKETS.values():
                open_.append(at)
        return found

    def _is_apostrophe(self, at: int) -> bool:
        around = self.kinds[max(at - 1, 0) : at], self.kinds[at + 1 : at + 2]
        return self.text[at] == "’" and around == ("L", "L")

    def runs(self) -> list[tuple[int, int]]:
        """Return the runs, in order."""
        found: list[list[int]] = []
        for before, at in zip([None, *self.cores], self.cores, strict=False):
            if before is None or not self._joined(found[-1][0], before, at):
                found.append([at, at + 1])
            else:
                found[-1][1] = at + 1
        limits = [self.start, *(end for _, end in found)]
        return [
            self._widened(start, end, limit)
            for (start, end), limit in zip(found, limits, strict=False)
        ]

    def _joined(self, first: int, before: int, at: int) -> bool:
        """Say whether a run, begun at ``first``, goes on from one letter or digit to the next."""
        gap = self.text[before + 1 : at]
        if not gap:
            return True
        if any(not self._stays_paired(first, place) for place in range(before + 1, at)):
            return False
        if " " not in self.kinds[before + 1 : at]:
            return True
        if self._ends_a_word(first):
            return False
        signs = "".join(gap.split())
        if not signs.strip("\u200e"):
            return True
        so_far, rest = self.kinds[first:at], self.kinds[at : self.end]
        if "L" not in so_far and "L" not in self._next_word(at):
            return self._numbers_joined(gap, signs)
        if not self._divides(gap):
            return True
        if "L" not in rest and self._goes_on_from_right_to_left():
            return bool(gap.startswith(".") and _ABBREVIATION.search(self.text[first : before + 1]))
        return "L" in so_far or gap[0] not in ".;:!?"

    def _ends_a_word(self, first: int) -> bool:
        """Say whether a hyphen joins a run to a word before it that runs from right to left."""
        hyphen = self.text[first - 1] in "-‐‑–" if first > self.start else False
        return hyphen and first - 1 == self.start and self._is_in_word()

    def _is_in_word(self) -> bool:
        """Say whether the segment begins right at a letter that runs from right to left."""
        return self.start > 0 and self.text[self.start - 1] not in f"{BARRIER}\n\r،؛؟"

    def _next_word(self, at: int) -> str:
        return self.kinds[at : self.end].split(" ")[0]

    def _numbers_joined(self, gap: str, signs: str) -> bool:
        """Say whether two numbers with spaces and signs between them are one."""
        if any(sign in "()[]" for sign in signs):
            return set(signs) <= set("()[]+-−–/#")
        if gap[0].isspace() and gap[-1].isspace():
            return set(signs) <= _JOINING - {"."}
        # A sign that stands at a number: +44, -5; or the point and comma of a sentence.
        return gap[0].isspace() and set(signs) <= set("+-−#")

    def _divides(self, gap: str) -> bool:
        """Say whether signs in a gap divide what stands around them, as ``:`` and `` – `` do."""
        return gap[0] in ",.;:!?" or (gap[0].isspace() and gap[-1].isspace())

    def _goes_on_from_right_to_left(self) -> bool:
        return self.kinds[self.end : self.end + 1] == "R" and self.text[self.end] not in "\n،؛؟"

    def _stays_paired(self, first: int, place: int) -> bool:
        """Say whether a sign is no half of a pair, or of one that a single run can hold.

        Brackets around the last number after others hold an aside, as in ``988 (24/7)``.
        """
        letter = self.text[place]
        is_half = letter in _BRACKETS or letter in _BRACKETS.values() or letter == '"'
        if not is_half or self._is_apostrophe(place) or letter == "’":
            return True
        if place not in self.partners:
            return False
        low, high = sorted((place, self.partners[place]))
        if low < first:
            # Its other half stands right before the run, which takes it in.
            return low == first - 1 or self.kinds[low:first].strip("S") == ""
        is_number = "L" not in self.kinds[first : self.end]
        goes_on = re.search("[LD]", self.kinds[high : self.end])
        return bool(goes_on or not is_number or self.kinds[low - 1] != " ")

    def _widened(self, start: int, end: int, limit: int) -> tuple[int, int]:
        """Return a run with the signs at its ends that belong to it."""
        while start > limit and self._belongs_before(start - 1, end):
            start -= 1
        while end < self.end and self._belongs_after(end, start):
            end += 1
        return self._with_sign(start, limit), self._with_unit(end)

    def _with_sign(self, start: int, limit: int) -> int:
        """Return where a run begins whose sign stands before a space: ``≥ 18``, ``€ 5``."""
        at = start - 2
        if at < limit or self.text[at] not in _BEFORE_SPACE or self.kinds[start - 1] != " ":
            return start
        if at == self.start and self._is_in_word():
            is_own = self.text[at] in _BEFORE_IN_WORD
        else:
            is_own = at == self.start or self.text[at - 1].isspace() or at - 1 in self.partners
        return at if is_own and "L" not in self.kinds[start : start + 2] else start

    def _with_unit(self, end: int) -> int:
        """Return where a run ends whose unit stands behind a space: ``10 €``, ``50 %``."""
        unit = _UNIT_AFTER_SPACE.match(self.text, end, self.end)
        if not unit or self.kinds[end - 1] != "D":
            return end
        is_latin = self.text[end - 1].isascii() or not _PERCENT.match(unit[0])
        return unit.end() if is_latin else end

    def _belongs_before(self, at: int, end: int) -> bool:
        letter = self.text[at]
        if at in self.partners:
            return at < self.partners[at] < end
        in_word = at == self.start and self._is_in_word()
        return letter in (_BEFORE_IN_WORD if in_word else _BEFORE)

    def _belongs_after(self, at: int, start: int) -> bool:
        letter, run = self.text[at], self.text[start:at]
        if at in self.partners:
            return start <= self.partners[at] < at
        if letter in "%‰":
            return bool(re.search(r"[0-9A-Za-z]$", run))
        if letter == ".":
            return _POINTS.search(run) is not None
        if letter == "/":
            return "/" in run or re.search(r"\.[a-z]{2,}$", run) is not None
        return letter in _AFTER
