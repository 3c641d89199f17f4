"""Numbers in running text, by value: any script's digits, however they are grouped."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_SPACES = " \u00a0\u202f\u2009"
_POINTS = ".,٫٬’'"
_NUMBER = re.compile(rf"\d+(?:[{_POINTS}]\d+|[{_SPACES}]\d{{3}}(?!\d))*")

_LEAST_DIGITS = 3
"""From how many digits on a number could be dialled by somebody."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: how it stands there, and what it may mean."""

    text: str
    values: frozenset[str]
    """Every value that its separators allow: ``1.000`` may be 1000 or 1."""
    digits: str
    """Its digits in Western form."""
    start: int
    end: int

    @property
    def is_dialable(self) -> bool:
        """Whether it has as many digits as a number that somebody could dial."""
        return len(self.digits) >= _LEAST_DIGITS


def digits(text: str) -> Counter[str]:
    """Count the digits of a text, in Western form."""
    return Counter(str(unicodedata.digit(letter)) for letter in text if letter.isdecimal())


def western(text: str) -> str:
    """Return a text with its digits in Western form."""
    return "".join(
        str(unicodedata.digit(letter)) if letter.isdecimal() else letter for letter in text
    )


def find_numbers(text: str) -> list[Number]:
    """Return the numbers of a text, in their order."""
    return list(_find(text)) if any(letter.isdecimal() for letter in text) else []


@lru_cache(maxsize=20_000)
def _find(text: str) -> tuple[Number, ...]:
    plain = western(text)
    return tuple(
        Number(
            text[match.start() : match.end()],
            _values(match[0]),
            re.sub(r"\D", "", match[0]),
            match.start(),
            match.end(),
        )
        for match in _NUMBER.finditer(plain)
    )


def _values(number: str) -> frozenset[str]:
    groups = re.split(rf"[{_SPACES}{_POINTS}]", number)
    if len(groups) == 1:
        return frozenset({_whole(number)})
    values = set()
    # Groups of three; or of two before the last one, as in India: 1,50,000.
    if len(groups[0]) <= 3 and (
        all(len(group) == 3 for group in groups[1:])
        or (len(groups[-1]) == 3 and all(len(group) == 2 for group in groups[1:-1]))
    ):
        values.add(_whole("".join(groups)))
    last = re.findall(rf"[{_SPACES}{_POINTS}]", number)[-1]
    head_is_whole = len(groups) == 2 or all(len(group) == 3 for group in groups[1:-1])
    if last not in _SPACES and head_is_whole:
        fraction = groups[-1].rstrip("0")
        whole = _whole("".join(groups[:-1]))
        values.add(f"{whole}.{fraction}" if fraction else whole)
    return frozenset(values or {"".join(groups)})


def _whole(text: str) -> str:
    """Return a whole number; a leading zero of three digits and more belongs to it (024)."""
    return text if len(text) >= _LEAST_DIGITS else text.lstrip("0") or "0"


def compare(source: str, target: str) -> tuple[list[Number], list[Number]]:
    """Return the numbers that a translation lost, and those that it added, by value."""
    wanted, found = find_numbers(source), find_numbers(target)
    lost = []
    for number in wanted:
        match = next((one for one in found if one.values & number.values), None)
        if match:
            found.remove(match)
        else:
            lost.append(number)
    # A range may be written as one number with a dash or as two, and a list as its items.
    joined = {"".join(one.digits for one in lost)} if lost else set()
    if len(found) == 1 and found[0].digits in joined and len(lost) > 1:
        return [], []
    return lost, found


def places(numbers: Sequence[Number], text: str) -> Iterator[tuple[int, int]]:
    """Yield where numbers stand in a text; the groups of one telephone number are one place."""
    left = [(number.start, number.end) for number in sorted(numbers, key=lambda one: one.start)]
    while left:
        start, end = left.pop(0)
        while left and re.fullmatch(r"[\s().+/-]{1,3}", text[end : left[0][0]]):
            end = left.pop(0)[1]
        yield start, end


def dialable(text: str) -> list[str]:
    """Return the numbers of three digits and more, as they stand in the text."""
    return [number.text for number in find_numbers(text) if number.is_dialable]
