"""Numbers that a text says in words: as one, by pairs and in groups, with "and" between."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.check.writing import words_of
from pipeline.records.numerals import WORD, Numerals, folded, numerals_of, words_with_places


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelled:
    """What stands in a text as words of numbers, and what it may mean."""

    start: int
    end: int
    numbers: Mapping[str, int]
    """Its digits in each reading, and of how many numbers in a row: 988 is three, two or one."""
    is_list: bool
    """Whether signs part it."""


_MOST_PIECES, _MOST_DIGITS, _MOST_READINGS = 12, 20, 400
"""Parts of a row between signs; digits of a number; readings of a row."""


def spelled_numbers(
    text: str, locale: str, *, with_figures: bool = False, several: bool = False
) -> Iterator[Spelled]:
    """Yield the numbers in words of a text, the longest first from each place on.

    They may have figures among the words (nine 88), where that is asked for. Who asks for
    ``several`` digits needs no text whose only such word says one: most speak of one thing.
    """
    numerals = numerals_of(locale)
    if not numerals:
        return
    for pieces in _rows(text, locale, numerals, with_figures=with_figures, several=several):
        for first in range(len(pieces)):
            for last in range(min(first + _MOST_PIECES, len(pieces)), first, -1):
                own = pieces[first:last]
                yield Spelled(
                    start=own[0].start,
                    end=own[-1].end,
                    numbers=_readings("".join(one.letters for one in own), numerals),
                    is_list=any(one.is_behind_sign for one in own[1:]),
                )


@dataclass(slots=True)
class _Piece:
    """Words of numbers with nothing between them but spaces and hyphens."""

    letters: str
    start: int
    end: int
    is_behind_sign: bool


def _rows(
    text: str, locale: str, numerals: Numerals, *, with_figures: bool, several: bool
) -> Iterator[list[_Piece]]:
    """Yield the rows of words of numbers that could be a number of two digits and more."""
    with_figures = with_figures and _FIGURES.search(text) is not None
    if numerals.together:
        forms = numerals.row_with_figures if with_figures else numerals.row
        for match in forms.finditer(text):
            letters = _PARTED.sub("", match[0])
            if len(letters) > 1 and not letters.isdecimal():
                yield [_Piece(letters, *match.span(), is_behind_sign=False)]
        return
    own_words = _own_words(numerals, locale)
    words = WORD.findall(text.lower()) if _SEEN_APART.search(text) else words_of(text)
    said = [*filter(None, map(own_words.__getitem__, words))]
    if not said or (several and not with_figures and _is_digit(said, numerals)):
        return
    row: list[_Piece] = []
    end, is_apart = -1, False
    places = words_with_places(text, locale)
    for word, start, stop in _with_figures(text, places) if with_figures else places:
        if row and word in numerals.joints:
            is_apart = True
            continue
        own = word if word.isdecimal() else own_words[text[start:stop].lower()]
        gap = text[end:start]
        if row and (not own or len(gap) > _FAR or "\n" in gap):
            yield from _if_long(row)
            row = []
        if own:
            is_behind_sign = bool(row) and not is_apart and bool(gap.strip(_JOINING))
            end = stop - (len(word) - len(own))
            if row and not is_apart and not is_behind_sign:
                row[-1].letters += own
                row[-1].end = end
            else:
                row.append(_Piece(own, start, end, is_behind_sign))
        is_apart = False
    yield from _if_long(row)


def _is_digit(said: Sequence[str], numerals: Numerals) -> bool:
    """Say whether words of numbers are a single one, and it says one digit and nothing else."""
    if len(said) > 1 or said[0] in numerals.beginnings:
        return False
    return all(len(value) == 1 for value in numerals.values.get(said[0], ("several",)))


def _with_figures(
    text: str, words: Iterator[tuple[str, int, int]]
) -> Iterator[tuple[str, int, int]]:
    """Yield words and short figures in the order in which they stand in a text."""
    figures = ((match[0], *match.span()) for match in _FIGURES.finditer(text))
    return iter(sorted((*words, *figures), key=lambda one: one[1]))


_FIGURES = re.compile(r"(?<![\d.,/:])[0-9]{1,4}(?![\d/:%]|[.,]\d)")
"""Digits that could be a part of a telephone number whose other part is in words."""

_SEEN_APART = re.compile(
    "[\u0300-\u036f\u0610-\u0670\u0900-\u0fff\u1000-\u109f\u1780-\u17ff\u200c\u200d'’ʼ`´]"
)
"""Marks and apostrophes, of which `WORD` makes other words than those of a text, as they are known
already."""


class _OwnWords(dict[str, str]):
    """Of each word in small letters, what it is as one of numbers; empty for any other.

    Most texts have none, and most words come again.
    """

    def __init__(self, numerals: Numerals, locale: str) -> None:
        super().__init__()
        self._numerals, self._locale = numerals, locale

    def __missing__(self, word: str) -> str:
        if len(self) == _MANY_WORDS:
            self.clear()
        self[word] = own = self._of(word)
        return own

    def _of(self, word: str) -> str:
        # Letters of ASCII alone are folded as they stand, and a number's begin as one does.
        heads = self._numerals.heads
        if word.isascii() and word.isalpha() and heads.isdisjoint((word[:2], word[0])):
            return ""
        return _of_number(folded(word, self._locale), self._numerals)


_own_words = lru_cache(maxsize=2)(_OwnWords)
"""Of a locale, and of English beside it."""

_MANY_WORDS = 20_000

_PARTED = re.compile(r"[\s\u200b\-‐‑・·、，,.]")
"""What parts words of numbers where words stand together."""

_FAR = 8
"""Letters between two words of a number, at most: a sign, or "and"."""

_JOINING = " \u00a0\u200b\u200c\u202f-‐‑"


def _if_long(row: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    letters = "".join(one.letters for one in row)
    if len(letters) > 1 and not letters.isdecimal():
        yield [*row]


def _of_number(word: str, numerals: Numerals) -> str:
    """Return a word of a number, without the ending of a case; empty for any other word."""
    if word in numerals.words or (len(word) >= _COMPOUND and numerals.row.fullmatch(word)):
        return word
    stem = numerals.endings.sub("", word)
    return stem if stem in numerals.words else ""


_COMPOUND = 6
"""Letters of a word that is made of two of numbers."""


def _readings(letters: str, numerals: Numerals) -> Mapping[str, int]:
    """Return the digits that a row of words may mean, and of how few numbers each is made."""
    found: list[dict[str, int]] = [{} for _ in range(len(letters) + 1)]
    found[0][""] = 0
    for start in range(len(letters)):
        if not found[start]:
            continue
        for end, digits in _numbers_at(letters, start, numerals):
            for before, count in found[start].items():
                whole = before + digits
                if len(whole) <= _MOST_DIGITS and len(found[end]) < _MOST_READINGS:
                    found[end][whole] = min(count + 1, found[end].get(whole, _MOST_DIGITS))
    return found[-1]


def _numbers_at(letters: str, start: int, numerals: Numerals) -> Iterator[tuple[int, str]]:
    """Yield each number whose words begin at a place: where they end, and its digits."""
    for end, digits in _plain_at(letters, start, numerals):
        yield end, digits
    for end, whole in _begun_at(letters, start, numerals):
        for last, rest in _below(letters, end, numerals, 1000 if whole >= 1000 else 100):
            yield last, str(whole + rest)


def _below(letters: str, start: int, numerals: Numerals, limit: int) -> Iterator[tuple[int, int]]:
    for end, digits in _plain_at(letters, start, numerals):
        if digits[0] != "0" and int(digits) < limit:
            yield end, int(digits)
    if limit == 1000:
        for end, whole in _begun_at(letters, start, numerals):
            if whole < limit:
                for last, rest in _below(letters, end, numerals, 100):
                    yield last, whole + rest


def _plain_at(letters: str, start: int, numerals: Numerals) -> Iterator[tuple[int, str]]:
    if figures := _AT_ONCE.match(letters, start):
        yield figures.end(), figures[0]
    for end in range(start + 1, min(len(letters), start + numerals.longest) + 1):
        for digits in numerals.values.get(letters[start:end], ()):
            yield end, digits


_AT_ONCE = re.compile(r"[0-9]+")


def _begun_at(letters: str, start: int, numerals: Numerals) -> Iterator[tuple[int, int]]:
    for end in range(start + 1, min(len(letters), start + numerals.longest) + 1):
        for whole in numerals.beginnings.get(letters[start:end], ()):
            yield end, whole
