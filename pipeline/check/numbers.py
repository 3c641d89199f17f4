"""Numbers in running text, by value: any script's digits, however they are grouped."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

_SPACES = " \u00a0\u202f\u2009"
_ALWAYS_GROUP = "٬’'"
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


@dataclass(frozen=True, slots=True)
class Separators:
    """How a language writes numbers; a sign may be both, as where a language has two habits."""

    decimal: str
    group: str


ENGLISH = Separators(".", ",")
ANY = Separators(_POINTS, _POINTS)


def find_numbers(text: str, separators: Separators = ANY) -> list[Number]:
    """Return the numbers of a text, in their order, read as a language writes them."""
    if not any(letter.isdecimal() for letter in text):
        return []
    return list(_find(text, separators))


@lru_cache(maxsize=20_000)
def _find(text: str, separators: Separators) -> tuple[Number, ...]:
    plain = western(text)
    return tuple(
        Number(
            text[match.start() : match.end()],
            _scaled(_values(match[0], separators), plain[match.end() : match.end() + 12]),
            re.sub(r"\D", "", match[0]),
            match.start(),
            match.end(),
        )
        for match in _NUMBER.finditer(plain)
    )


def _values(number: str, separators: Separators) -> frozenset[str]:
    groups = re.split(rf"[{_SPACES}{_POINTS}]", number)
    if len(groups) == 1:
        return frozenset({_whole(number)})
    last = re.findall(rf"[{_SPACES}{_POINTS}]", number)[-1]
    # Groups of three; or of two before the last one, as in India: 1,50,000.
    grouped = (
        len(groups[0]) <= 3
        and not groups[0].startswith("0")
        and (
            all(len(group) == 3 for group in groups[1:])
            or (len(groups[-1]) == 3 and all(len(group) == 2 for group in groups[1:-1]))
        )
    )
    fraction = groups[-1].rstrip("0")
    whole = _whole("".join(groups[:-1]))
    decimal = f"{whole}.{fraction}" if fraction else whole
    if grouped and (last in _SPACES + _ALWAYS_GROUP or last in separators.group):
        # 1.000 is a thousand where the point may group; nobody writes one so.
        return frozenset({_whole("".join(groups))})
    if last in _SPACES or (len(groups) > 2 and not all(len(one) == 3 for one in groups[1:-1])):
        return frozenset({"".join(groups)})
    return frozenset({decimal})


_SCALES = (
    (r"(?:thousand|mil\b|тыс|тис|千|พัน|हज़ार|হাজার)", 3),
    (r"(?:万|萬|만)", 4),
    (r"(?:लाख|লাখ|lakh)", 5),
    (r"(?:million|millón|millones|milh|milion|Million|млн|миллион|мільйон|مليون|میلیون)", 6),
    (r"(?:crore|करोड़)", 7),
    (r"(?:億|亿|억)", 8),
)
"""Words behind a number that multiply it, and by which power of ten."""


def _scaled(values: frozenset[str], after: str) -> frozenset[str]:
    """Add to a number's values what the word behind it makes of it: 15万 is 150000 too."""
    for pattern, power in _SCALES:
        if re.match(r"\s?" + pattern, after):
            more = {format(Decimal(value).scaleb(power).normalize(), "f") for value in values}
            return values | more
    return values


def _whole(text: str) -> str:
    """Return a whole number; a leading zero of three digits and more belongs to it (024)."""
    return text if len(text) >= _LEAST_DIGITS else text.lstrip("0") or "0"


def compare(
    source: str, target: str, separators: Separators = ANY
) -> tuple[list[Number], list[Number]]:
    """Return the numbers that a translation lost, and those that it added, by value.

    ``separators`` are those of the translation's language; the source is read as English.
    """
    wanted, found = find_numbers(source, ENGLISH), find_numbers(target, separators)
    lost = []
    for number in wanted:
        match = next((one for one in found if one.values & number.values), None)
        if not match and _has_long_fraction(number):
            digits_alone = (one for one in found if one.digits == number.digits)
            match = next(digits_alone, None)
        if match:
            found.remove(match)
        else:
            lost.append(number)
    # A time of day may have a point where English has a colon: 22:30 and 22.30.
    joined = "".join(one.digits for one in lost)
    if len(found) == 1 and len(lost) == 2 and found[0].digits == joined != found[0].text:
        return [], []
    return lost, found


def _has_long_fraction(number: Number) -> bool:
    """Say whether a decimal has three places, so that another language's may look like groups."""
    return any(len(value.partition(".")[2]) >= 3 for value in number.values)


_DASHES = "‑–—−·:_"


def places(numbers: Sequence[Number], text: str) -> Iterator[tuple[int, int]]:
    """Yield where numbers stand in a text; the groups of one telephone number are one place."""
    left = [(number.start, number.end) for number in sorted(numbers, key=lambda one: one.start)]
    while left:
        start, end = left.pop(0)
        groups = [(start, end)]
        while left and re.fullmatch(rf"[\s().+/{_DASHES}-]{{1,3}}", text[end : left[0][0]]):
            groups.append(left.pop(0))
            end = groups[-1][1]
        # Two numbers with a dash are a range, three and more are a telephone number.
        if len(groups) == 2 and text[groups[0][1] : groups[1][0]].strip() in tuple(_DASHES):
            yield from groups
        else:
            yield start, end


def dialable(text: str) -> list[str]:
    """Return the numbers of three digits and more, as they stand in the text."""
    return [number.text for number in find_numbers(text) if number.is_dialable]
