"""Numbers in running text, by value: any script's digits, however they are grouped."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from pipeline.check.digits import western
from pipeline.check.eras import years_of_era
from pipeline.check.moments import match_days, match_names, match_times
from pipeline.check.raised import RAISED, exponents
from pipeline.check.scales import scaled
from pipeline.values.lazy_regex import lazy_regex

_SPACES = " \u00a0\u202f\u2009"
_ALWAYS_GROUP = "٬’'"
_POINTS = ".,٫٬’'"
_VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_PARTS = (2, 3, 4, 5, 6, 8, 10, 12, 16, 100)
"""Denominators of fractions that are written with a stroke; 9/11 and 24/7 are none."""

_NUMBER = lazy_regex(
    rf"(?P<mixed>\d+)[{_SPACES}]?(?P<part>[{_VULGAR}])"
    rf"|(?P<alone>[{_VULGAR}])"
    rf"|(?P<base>\d+)(?:(?P<power>[⁺⁻]?[{RAISED}]+)|\^(?P<caret>[-−]?\d{{1,2}}))"
    rf"|(?<![\d/⁄.,])(?:(?P<whole>\d+)[{_SPACES}])?(?P<top>\d\d?)[/⁄](?P<bottom>\d{{1,3}})"
    rf"(?![\d/⁄]|[.,]\d)"
    rf"|(?<![^\s(\[“«„~≈<>≤≥–—-])[.,٫](?P<point>\d+)(?![\d.,/]\d)"
    rf"|\d+(?:[{_POINTS}]\d+|[{_SPACES}]\d{{3}}(?!\d))*"
)
_PLAIN_NUMBER = lazy_regex(rf"\d+(?:[{_POINTS}]\d+|[{_SPACES}]\d{{3}}(?!\d))*")

HAS_NUMBER = lazy_regex(rf"[\d{_VULGAR}]")
"""Of a text that has a number in any digits, or a fraction of one sign."""

_LEAST_DIGITS = 3
"""From how many digits on a number could be dialled by somebody."""

_AMOUNT = lazy_regex(r"\d+(?:[/.]\d+)?")


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
    def amounts(self) -> list[Fraction]:
        """Its values to reckon with; a power has none."""
        return [Fraction(value) for value in self.values if _AMOUNT.fullmatch(value)]


def digits(text: str) -> Counter[str]:
    """Count the digits of a text, in Western form."""
    return Counter(str(unicodedata.digit(letter)) for letter in text if letter.isdecimal())


@dataclass(frozen=True, slots=True)
class Separators:
    """How a language writes numbers; a sign may be both, as where a language has two habits."""

    decimal: str
    group: str
    locale: str = ""

    @property
    def ambiguous(self) -> str:
        """The signs that may do both, in a language of two habits, as Spanish is."""
        both = set(self.decimal) & set(self.group)
        return "".join(both) if {",", "."} <= both or self.decimal[:1] in both else ""


ENGLISH = Separators(".", ",", "en")
ANY = Separators(_POINTS, _POINTS)


def find_numbers(text: str, separators: Separators = ANY) -> list[Number]:
    """Return the numbers of a text, in their order, read as a language writes them."""
    if not HAS_NUMBER.search(text):
        return []
    return list(_find(text, separators))


@lru_cache(maxsize=20_000)
def _find(text: str, separators: Separators) -> tuple[Number, ...]:
    plain, locale = western(text), separators.locale
    numbers, reached = [], 0
    for match in _NUMBER.finditer(plain):
        for start, end, known in _read(match):
            if start < reached:
                continue  # the second part of 1万5千
            values = known or years_of_era(plain, start, end, locale)
            if not values:
                read = _values(plain[start:end], separators)
                values, reached = scaled(read, plain, start, end, locale)
            own = re.sub(r"\D", "", plain[start:end])
            numbers.append(Number(text[start:end], values, own, start, end))
    return tuple(numbers)


def _read(match: re.Match[str]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Yield where numbers of a match stand, with the values of fractions and powers."""
    part = match["part"] or match["alone"]
    if part:
        fraction = Fraction(unicodedata.numeric(part)).limit_denominator(12)
        yield *match.span(), _fraction(int(match["mixed"] or 0) + fraction)
    elif power := match["power"] or match["caret"]:
        yield *match.span(), _power(int(match["base"]), unicodedata.normalize("NFKC", power))
    elif match["point"]:
        yield *match.span(), frozenset({f"0.{match['point'].rstrip('0') or '0'}"})  # .5 mg
    elif match["top"]:
        top, bottom = int(match["top"]), int(match["bottom"])
        if 0 < top < bottom and bottom in _PARTS:
            yield *match.span(), _fraction(int(match["whole"] or 0) + Fraction(top, bottom))
        else:
            for one in _PLAIN_NUMBER.finditer(match[0]):
                yield match.start() + one.start(), match.start() + one.end(), frozenset()
    else:
        yield *match.span(), frozenset()


def _power(base: int, power: str) -> frozenset[str]:
    """Return a power as such, and one of ten as the number that another language may write."""
    exponent = int(power.replace("\u2212", "-"))
    values = {f"{base}^{exponent}"}
    if base == _TEN and _HUNDRED < exponent <= _LARGEST:
        values.add(str(base**exponent))
    return frozenset(values)


_TEN, _HUNDRED, _LARGEST = 10, 2, 15


def _fraction(value: Fraction) -> frozenset[str]:
    """Return a fraction as such, and as the decimal that another language may write."""
    decimal = format(round(float(value), 4), "g")
    return frozenset({str(value), decimal} if Fraction(decimal) == value else {str(value)})


def _values(number: str, separators: Separators) -> frozenset[str]:
    groups = re.split(rf"[{_SPACES}{_POINTS}]", number)
    if len(groups) == 1:
        return frozenset({_whole(number)})
    signs = ["" if one in _SPACES else one for one in re.findall(rf"[{_SPACES}{_POINTS}]", number)]
    last = signs[-1]
    # Groups of three; or of two before the last one, as in India: 1,50,000.
    grouped = (
        len(set(signs)) == 1
        and len(groups[0]) <= 3
        and not groups[0].startswith("0")
        and (
            all(len(group) == 3 for group in groups[1:])
            or (len(groups[-1]) == 3 and all(len(group) == 2 for group in groups[1:-1]))
        )
    )
    whole, fraction = _whole("".join(groups[:-1])), groups[-1].rstrip("0")
    decimal = f"{whole}.{fraction}" if fraction else whole
    if grouped:
        together = _whole("".join(groups))
        if not last or last in _ALWAYS_GROUP or len(groups) > 2:
            return frozenset({together})
        # 1.000 is a thousand where the point may group, and one where it divides the fraction off.
        return frozenset({together if last in separators.group else decimal})
    if not last or (len(groups) > 2 and not all(len(one) == 3 for one in groups[1:-1])):
        return frozenset({"".join(groups)})
    return frozenset({decimal})


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
    written = {one.digits for one in found if one.text.isdecimal()}
    found = [one for one in found if not _says_a_year_again(one, written)]
    if found:
        match_names(source, target, found, separators.locale)
    if wanted and found:
        match_days(source, target, wanted, found, separators.locale)
        match_times(source, target, wanted, found, separators.locale)
    lost = []
    for number in wanted:
        match = next((one for one in found if one.values & number.values), None)
        if not match and separators.ambiguous and _has_long_fraction(number):
            match = next((one for one in found if one.digits == number.digits), None)
        if match:
            found.remove(match)
        elif not _parted(number, found):
            lost.append(number)
    spelled = romans(target)
    lost = [number for number in lost if not number.values & spelled.keys()]
    _match_exponents(source, found)
    _match_exponents(target, lost)
    return lost, found


def _match_exponents(text: str, numbers: list[Number]) -> None:
    """Take out of the numbers those that the other text has above or below the line: B₁₂, m²."""
    for one in exponents(text):
        digits = one.value[1:]
        match = next((number for number in numbers if number.text == digits), None)
        if match and not one.base.isdecimal():
            numbers.remove(match)


def _says_a_year_again(number: Number, written: Collection[str]) -> bool:
    """Say whether a year of another era stands beside the same one of ours: 民國105年（2016年）.

    ``written`` are all numbers of the text that are digits alone.
    """
    is_year = len(number.digits) <= _YEAR and number.text.isdecimal()
    others = {one for one in number.values - {number.digits} if _OURS.fullmatch(one)}
    return is_year and not others.isdisjoint(written)


_YEAR = 4
"""Digits of a year, in any era."""
_OURS = lazy_regex("1[5-9]..|20..")


def _has_long_fraction(number: Number) -> bool:
    """Say whether a decimal has three places, so that another language's may look like groups."""
    return re.search(r"\.\d{3}$", number.text) is not None


def _parted(number: Number, found: list[Number]) -> bool:
    """Take out of the numbers found the two of a fraction: 1/10 is one in ten, 5/10 5 of 10."""
    stroke = re.fullmatch(r"(\d+)\s?[/⁄]\s?(\d+)", western(number.text))
    if not stroke or not any("/" in value or "." in value for value in number.values):
        return False
    parts = stroke.groups()
    pair = [next((one for one in found if part in one.values), None) for part in parts]
    if None in pair:
        return False
    for one in filter(None, pair):
        found.remove(one)
    return True


_ROMAN = lazy_regex(
    r"(?<![\w-])(?=[IVXLC]{2,}(?:e|er|ème)?(?![\w-]))"
    r"(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?=(?:e|er|ème)?(?![\w-]))"
)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def romans(text: str) -> dict[str, str]:
    """Return the Roman numerals of a text of two letters and more, by their values."""
    if not text.isascii():
        text = "".join(
            unicodedata.normalize("NFKC", letter) if "Ⅰ" <= letter <= "ↈ" else letter
            for letter in text
        )
    found = {}
    for match in _ROMAN.finditer(text):
        values = [_ROMAN_VALUES[letter] for letter in match[0]]
        pairs = zip(values, [*values[1:], 0], strict=True)
        total = sum(-one if one < after else one for one, after in pairs)
        found[str(total)] = match[0]
    return found


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
