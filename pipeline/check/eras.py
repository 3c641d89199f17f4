"""Years of other calendars, as the years of the common era that they are.

A Thai translator writes พ.ศ. 2559, or ปี 2559, for 2016, a Taiwanese one 民國105年. A year that says
its era is that year and no other, so that พ.ศ. 2016 is a fault. Where a year of another calendar
begins within one of ours, both are taken.
"""

import re
from collections.abc import Callable

from pipeline.values.lazy_regex import lazy_regex
from pipeline.values.locale import language_of

_Years = Callable[[int], tuple[int, ...]]


def _plus(*more: int) -> _Years:
    return lambda year: tuple(year + one for one in more)


def _lunar(year: int) -> tuple[int, ...]:
    """Return the years in which one of the Islamic calendar begins, and ends."""
    first = int(year * 0.970229 + 621.57)
    return first, first + 1


_BEFORE: tuple[tuple[re.Pattern[str], _Years], ...] = (
    (lazy_regex(r"(?:พ\.\s?ศ\.?|พุทธศักราช|ພ\.\s?ສ\.?|ព\.\s?ស\.?)\s?$"), _plus(-543)),
    (lazy_regex(r"(?:民國|民国)\s?$"), _plus(1911)),
    (lazy_regex(r"令和\s?$"), _plus(2018)),
    (lazy_regex(r"平成\s?$"), _plus(1988)),
    (lazy_regex(r"昭和\s?$"), _plus(1925)),
    (lazy_regex(r"大正\s?$"), _plus(1911)),
    (lazy_regex(r"明治\s?$"), _plus(1867)),
    (lazy_regex(r"(?:वि\.?\s?सं\.?|विक्रम सं\S*)\s?$"), _plus(-57, -56)),
)
_BEHIND: tuple[tuple[re.Pattern[str], _Years], ...] = (
    (lazy_regex(r"\s?(?:هـ?\.?\s?ش(?!\w)|هجری (?:شمسی|خورشیدی)|خورشیدی|شمسی)"), _plus(621, 622)),
    (lazy_regex(r"\s?(?:ه\u0640?\.?(?!\w)|هجري|هجرية|هجری)"), _lunar),
    (lazy_regex(r"\s?বঙ্গাব্দ"), _plus(593, 594)),
)
"""What stands before, or behind, a year of another era; sources: CLDR's names of eras and usage."""

_UNMARKED: dict[str, tuple[re.Pattern[str], range, _Years]] = {
    "th": (
        lazy_regex(
            r"(?:ปี|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม"
            r"|พฤศจิกายน|ธันวาคม|(?:ม|ก|มี|เม|พ|มิ|ส|ต|ธ)\.\s?[คพย]\.|ปี\s?\d{4}\s?(?:ถึง|และ|หรือ|[-–])"
            r"|ศ\.\s?\d{4}\s?(?:ถึง|และ|หรือ|[-–]))\s?$"
        ),
        range(2400, 2600),
        _plus(0, -543),
    ),
    "fa": (
        lazy_regex(r"سال(?:\s?های)?\s?(?:\d{4}\s?(?:تا|و|[-–])\s?)?$"),
        range(1280, 1420),
        _plus(0, 621, 622),
    ),
}
"""Where a language has years of its own era without a word: behind which words, which, and what."""

_REACH = 24
"""Letters before a year in which its era is looked for."""
_LONGEST = 4


def years_of_era(text: str, start: int, end: int, locale: str) -> frozenset[str]:
    """Return which years of the common era a number may be that stands in another's; mostly none.

    ``text`` has Western digits.
    """
    if end - start > _LONGEST or text.isascii() or not text[start:end].isdecimal():
        return frozenset()
    year, before = int(text[start:end]), text[max(0, start - _REACH) : start]
    for pattern, years in _BEFORE:
        if pattern.search(before):
            return _said(years(year))
    for pattern, years in _BEHIND:
        if pattern.match(text, end):
            return _said(years(year))
    behind, span, years = _UNMARKED.get(language_of(locale), _NONE)
    return _said(years(year)) if year in span and behind.search(before) else frozenset()


_NONE = (lazy_regex("(?!)"), range(0), _plus(0))


def _said(years: tuple[int, ...]) -> frozenset[str]:
    return frozenset(str(year) for year in years)
