"""Days and times of day in two texts, taken together where they are the same by value."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Protocol, TypeVar

from pipeline.check.calendar_names import (
    UNSPACED_LETTER,
    cldr_of,
    is_named,
    months,
    names_in_figures,
    says_month,
)
from pipeline.check.digits import western
from pipeline.values.lazy_regex import lazy_regex
from pipeline.values.locale import language_of


class Placed(Protocol):
    """A number, as far as it is looked at here."""

    @property
    def text(self) -> str:
        """As it stands."""

    @property
    def digits(self) -> str:
        """In Western form."""

    @property
    def values(self) -> frozenset[str]:
        """What it may mean."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


T = TypeVar("T", bound=Placed)

_CLOCK = lazy_regex(
    r"(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])(?:\s?([ap])\.?\s?m\b)?"
    r"|(?<![\d:.])(1[0-2]|0?[1-9])(?:\.([0-5]\d))?\s?([ap])\.?\s?m\b",
    re.IGNORECASE,
)


_FIRST_OF_TWO = lazy_regex(r"(?<![\d:.,])(1[0-2]|[1-9])(?::([0-5]\d))?\s?(?:[-–]|to|and|or)\s?$")
"""An hour that has the half of the day of the next one."""


def _clocks(text: str) -> Iterator[tuple[re.Match[str], int, int, str]]:
    """Yield the times of day in an English text, their hour and minute, and am or pm by a or p."""
    for match in _CLOCK.finditer(text):
        hour, minute = match[1] or match[4], match[2] or match[5] or "0"
        half = (match[3] or match[6] or "").lower() or _half_said(text, match.end(), int(hour))
        first = _FIRST_OF_TWO.search(text, 0, match.start()) if half else None
        if first and int(first[1]) < int(hour):
            yield first, int(first[1]), int(first[2] or 0), half  # between 3 and 5 pm
        yield match, int(hour), int(minute), half
    for match in _HOUR.finditer(text) if _MAY_SAY_HALF.search(text) else ():
        hour = match[1]
        yield match, int(hour), 0, _half_said(text, match.end(), int(hour))


_MAY_SAY_HALF = lazy_regex(r"\b(?:in the (?:morn|after|even)|at night|tonight)")
_HALF_SAID = lazy_regex(
    r"(?:\s?o[’']clock)?\s(?:in the (morning|afternoon|evening)\b|(at night|tonight)\b)",
    re.IGNORECASE,
)
_HOUR = lazy_regex(
    r"(?:\b(?:at|from|until|till|by|before|after|around|since|(?<!up )to)\s"
    r"|\b(?:between|from)\s[^.;]{1,40}\sand\s)"
    rf"(1[0-2]|[1-9])(?={_HALF_SAID.pattern})",
    re.IGNORECASE,
)
"""An hour whose half of the day words say. Without such a word before it may be a dose: take 8 in
the morning."""


def _half_said(text: str, end: int, hour: int) -> str:
    """Return the half of the day that words say behind a time, as am or pm by a or p."""
    said = _HALF_SAID.match(text, end)
    if not said or hour > _NOON:
        return ""
    if said[1]:
        return "a" if said[1].lower() == "morning" else "p"
    return "p" if _DUSK <= hour < _NOON else "a"


_DUSK = 6
"""From this hour on, at night is before midnight."""


def match_times(source: str, target: str, wanted: list[T], found: list[T], locale: str) -> None:
    """Take times of day out of both lists that are the same: 5:45 pm, 17.45 Uhr, saa 11:45."""
    from_dawn = language_of(locale) in _FROM_DAWN
    for match, hour, minute, half in _clocks(source):
        forms = [*_clock_forms(hour, minute, half)]
        if from_dawn:
            forms.append(((hour + 5) % 12 + 1, minute))
        for form in forms:
            here = _find_time(target, found, *form)
            if here:
                for one in here:
                    found.remove(one)
                _remove(wanted, match.start(), match.end())
                break


def hours_said(source: str) -> set[str]:
    """Return the hours of an English text as the clock of 24 hours has them: 5 pm is 17."""
    return {str(hour + 12) for _, hour, _, half in _clocks(source) if half == "p" and hour < _NOON}


def hours_from_dawn(source: str, number: Placed, locale: str) -> set[str]:
    """Return what an hour of an English text is called where hours count from six o'clock."""
    if language_of(locale) not in _FROM_DAWN:
        return set()
    return {
        str((hour + 5) % 12 + 1)
        for match, hour, _, _ in _clocks(source)
        if match.start() <= number.start < match.end() and number.digits == str(hour)
    }


def half_hours(source: str) -> list[tuple[re.Match[str], int]]:
    """Return the times of an English text that are half past an hour, each with the hour."""
    return [(match, hour) for match, hour, minute, _ in _clocks(source) if minute == _HALF_AN_HOUR]


_HALF_AN_HOUR = 30

_FROM_DAWN = ("am", "sw")
"""Languages that count the hours from six o'clock: 8 am is saa 2 asubuhi."""


def _clock_forms(hour: int, minute: int, half: str) -> Iterator[tuple[int, int]]:
    yield hour, minute
    if half == "p" and hour < 12:
        yield hour + 12, minute
    elif half == "a" and hour == 12:
        yield 0, minute
        yield 24, minute


def _find_time(text: str, found: list[T], hour: int, minute: int) -> list[T]:
    for place, one in enumerate(found):
        if re.fullmatch(rf"0?{hour}{minute:02}", one.digits) and not one.text.isdecimal():
            return [one]
        if not one.digits.isdigit() or int(one.digits) != hour:
            continue
        after = found[place + 1] if place + 1 < len(found) else None
        between = text[one.end : after.start] if after else ""
        is_near = len(between) <= _GAP and not re.search(r"[.,;\-–—]\s", between)
        if after and is_near and int(after.digits or -1) == minute:
            return [one, after]
        if minute == 0:
            return [one]
    return []


def changed_halves(source: str, target: str, locale: str) -> Iterator[tuple[str, str]]:
    """Yield times of a source that are in the other half of the day in a translation: 2 pm, 2 am.

    Each comes with the translation's words. Source of the words for parts of the day: CLDR.
    """
    # Towards noon a language may name it before it has come.
    times = [
        (match, hour, half)
        for match, hour, _, half in _clocks(source)
        if half and 1 <= hour < (_NOON if half == "p" else _LATE)
    ]
    if not times or language_of(locale) in _FROM_DAWN:
        return
    plain = western(_unmarked(target))
    both = {hour for _, hour, _ in times if len({one[2] for one in times if one[1] == hour}) > 1}
    for match, hour, half in times:
        if hour in both:
            continue  # 8 am and 8 pm
        said = {
            part: found[0]
            for part, words in _parts_of_day(locale).items()
            if (found := re.search(_hour_in(hour, words), plain, re.IGNORECASE))
        }
        if len(said) == 1 and half not in said:
            yield match[0], next(iter(said.values())).strip()


_NOON, _LATE = 12, 10


def halves_left_out(source: str, target: str, locale: str) -> Iterator[tuple[str, str]]:
    """Yield afternoon hours of a source that a translation has as hours of the morning.

    Where clocks have 24 hours, 7 h 30 is half past seven in the morning, unless some word says
    otherwise. Source of the words, and of who reads a clock so: CLDR.
    """
    times = [one for one in _clocks(source) if (one[3], one[1] < _NOON) in _ELSEWHERE]
    if not times or language_of(locale) in _FROM_DAWN or not _has_24_hours(locale):
        return
    plain = western(_unmarked(target)).lower()
    for match, hour, minute, half in times:
        if any(stem in plain for stem in _stems_of(locale, half)):
            continue
        gap = r"\s?[^\W\d_]{0,4}\.?\s?"
        shown = rf"(?<![\d:.,])0?{hour}(?:[:.]|{gap}){minute:02}(?!\d)"
        later = rf"(?<!\d)(?:{hour + 12 if half == 'p' else '0|00|24'})(?!\d)"
        if (found := re.search(shown, plain)) and not re.search(later, plain):
            yield match[0], found[0]


_ELSEWHERE = (("p", True), ("a", False))
"""The hours that a clock of 24 hours calls otherwise: those behind noon, and behind midnight."""


@cache
def _has_24_hours(locale: str) -> bool:
    cldr = cldr_of(locale)
    return cldr is not None and "H" in cldr.time_formats["short"].pattern


@cache
def _stems_of(locale: str, half: str) -> frozenset[str]:
    """Return how words begin that say which half of the day it is: soir, abend, вече, madrug.

    Behind midnight, both those of the night and of the morning do.
    """
    cldr = cldr_of(locale)
    widths = cldr.day_periods.values() if cldr else ()
    phrases = [
        phrase.lower()
        for context in widths
        for names in context.values()
        for name, phrase in names.items()
        if name in (*_HALVES_OF_DAY[half], "evening2", "night1", "night2", "midnight")
    ]
    words = [word for phrase in phrases for word in re.findall(r"[^\s.]+", phrase)]
    long = {word[: max(_STEM, len(word) - 2)] for word in words if len(word) >= _STEM}
    short = {word for word in words if len(word) < _STEM and not word.isascii()}
    return frozenset({*long, *short, f"{half}.m", f"{half}. m", f"{half}m", "晚"})


_STEM = 4
"""Letters of a word's beginning that are no chance."""


def _hour_in(hour: int, words: str) -> str:
    """Return a pattern for an hour with a part of the day before or behind it."""
    behind = r"(?:\s?[:.h]\s?\d\d)?\s?(?:[^\W\d_]{1,6}\.?\s)?"
    begins, ends = ("", "") if UNSPACED_LETTER.search(words) else (r"(?<!\w)", r"(?!\w)")
    return (
        rf"{begins}(?:{words})\s?0?{hour}(?!\d)"
        rf"|(?<![\d:.])0?{hour}(?!\d){behind}(?:{words}){ends}"
    )


@cache
def _parts_of_day(locale: str) -> dict[str, str]:
    """Return a pattern for the words of each half of the day, where CLDR tells them apart."""
    cldr = cldr_of(locale)
    words: dict[str, set[str]] = {"a": {"a\\.m\\."}, "p": {"p\\.m\\."}}
    widths = cldr.day_periods.get("format", {}) if cldr else {}
    for name, word in (*widths.get("wide", {}).items(), *widths.get("abbreviated", {}).items()):
        for half, names in _HALVES_OF_DAY.items():
            if name in names and len(word) > 1:
                written = re.escape(" ".join(_unmarked(word).split()))
                words[half].add(written.replace("\\ ", "\\s?").replace("’", "[’'‘]"))
    both = words["a"] & words["p"]
    found = {half: sorted(ones - both, key=len, reverse=True) for half, ones in words.items()}
    return {half: "|".join(ones) for half, ones in found.items() if ones}


_HALVES_OF_DAY = {
    "a": ("am", "morning1", "morning2"),
    "p": ("pm", "afternoon1", "afternoon2", "evening1"),
}


def _unmarked(text: str) -> str:
    """Return a text without the vowel signs of Arabic, which few write."""
    return re.sub("[\u064b-\u0652]", "", text)


_GAP = 6
"""Letters between hour and minutes: h, 時, giờ, Uhr."""

_NUMERIC = (
    (lazy_regex(r"(?<![\d/.-])(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)"), "mdy"),
    (lazy_regex(r"(?<![\d/.-])(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)"), "ymd"),
)
_IN_TARGET = (
    (
        lazy_regex(
            r"(?<![\d/.-])(\d{1,2})\.?[\s\u200f\u200e]?[./\-]?[\s\u200f\u200e]?(\d{1,2})\.?"
            r"[\s\u200f\u200e]?[./\-]?[\s\u200f\u200e]?(\d{4})(?!\d)"
        ),
        "",
    ),
    (
        lazy_regex(
            r"(?<!\d)(\d{4})\s?[./\-年년][\s\u200f]?(\d{1,2})\s?[./\-月월][\s\u200f]?(\d{1,2})(?!\d)"
        ),
        "ymd",
    ),
)


def match_names(source: str, target: str, found: list[T], locale: str) -> None:
    """Take numbers out of a list that are names of months and days of the week: 6月, thứ 2."""
    for pattern in names_in_figures(source, locale):
        for match in re.finditer(pattern, western(target), re.IGNORECASE):
            _remove(found, *match.span())


def match_days(source: str, target: str, wanted: list[T], found: list[T], locale: str) -> None:
    """Take days out of both lists that are the same: 04/05/2026 is 05.04.2026 and 5 avril 2026."""
    plain = western(target)
    there = list(_in_figures(plain, locale))
    for start, end, year, month, day in _english_days(source):
        here = next((one for one in there if one[2:] == (year, month, day)), None)
        if here:
            _remove(found, *here[:2])
            _remove(wanted, start, end)
            there.remove(here)
        elif not there and says_month(plain, month, locale):
            rest, same = {day, year}, []
            for one in found:
                meant = rest & {int(value) for value in one.values if value.isdecimal()}
                if meant:
                    rest -= meant
                    same.append(one)
            if rest <= {1}:  # the first of a month is a word in many languages
                _remove(wanted, start, end)
                found[:] = [one for one in found if one not in same]


def changed_days(source: str, target: str, locale: str) -> Iterator[tuple[str, str]]:
    """Yield days of a source that are others in a translation, and as what those are read."""
    wanted = list(_english_days(source))
    plain = western(target)
    yield from _changed_months(source, wanted, plain, locale)
    if not wanted:
        return
    there = [one[2:] for one in _in_figures(plain, locale)]
    for start, end, *day in wanted:
        if there and tuple(day) not in there and len(there) >= len(wanted):
            year, month, number = there[0]
            yield source[start:end], f"{year}-{month:02}-{number:02}"
        elif not there and str(day[0]) in plain and not says_month(plain, day[1], locale):
            others = [name for name in months(locale) if is_named(name, plain)]
            if others:
                yield source[start:end], others[0]


def _changed_months(
    source: str, days: Sequence[tuple[int, int, int, int, int]], plain: str, locale: str
) -> Iterator[tuple[str, str]]:
    """Yield days and months without the rest of a date that have another month's name."""
    for match in _part_of_date().finditer(source):
        number = match["d"] or match["d2"] or match["y"]
        month = months("en")[match["m"] or match["m2"]]
        is_whole = any(start <= match.start() < end for start, end, *_ in days)
        if is_whole or number not in plain or says_month(plain, month, locale):
            continue
        others = [name for name in months(locale) if is_named(name, plain)]
        if others:
            yield match[0], others[0]


@cache
def _part_of_date() -> re.Pattern[str]:
    """Return a pattern for a day and month, or a month and year, in English."""
    names = "|".join(months("en"))
    ending = "(?:st|nd|rd|th)?"
    return re.compile(
        rf"\b(?:(?P<m>{names})\.?\s(?:(?P<d>\d{{1,2}}){ending}|(?P<y>\d{{4}}))(?!\d)"
        rf"|(?P<d2>\d{{1,2}}){ending}\s(?P<m2>{names}))\b"
    )


def _english_days(text: str) -> Iterator[tuple[int, int, int, int, int]]:
    for pattern, order in _NUMERIC:
        for match in pattern.finditer(text):
            if day := _day(match, order):
                yield *match.span(), *day
    if not any(month in text for month in months("en")):
        return
    names = "|".join(months("en"))
    for spelled in (
        rf"(?P<m>{names})\.?\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y>\d{{4}})",
        rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<m>{names})\.?,?\s(?P<y>\d{{4}})",
    ):
        for match in re.finditer(spelled, text):
            yield *match.span(), int(match["y"]), months("en")[match["m"]], int(match["d"])


def _in_figures(text: str, locale: str) -> Iterator[tuple[int, int, int, int, int]]:
    for pattern, order in _IN_TARGET:
        for match in pattern.finditer(text):
            if len(re.findall(r"[./\-年년]", match[0])) < 2 and order != "ymd":
                continue
            if day := _day(match, order or _order(locale)):
                yield *match.span(), _common(day[0], locale), *day[1:]


def _common(year: int, locale: str) -> int:
    """Return the year of the common era that a date in figures has: 3/5/2559 in Thai is of 2016."""
    return year - 543 if language_of(locale) == "th" and year in range(2400, 2600) else year


def _day(match: re.Match[str], order: str) -> tuple[int, int, int] | None:
    parts = dict(zip(order, map(int, match.groups()), strict=True))
    if not (1 <= parts["m"] <= 12 and 1 <= parts["d"] <= 31):
        return None
    return parts["y"], parts["m"], parts["d"]


@cache
def _order(locale: str) -> str:
    """Return whether a locale writes the day or the month first, after CLDR."""
    cldr = cldr_of(locale)
    pattern = cldr.date_formats["short"].pattern if cldr else "d.M.y"
    return "mdy" if pattern.find("M") < pattern.find("d") and pattern[0] == "M" else "dmy"


def stands_beside_month(before: str, after: str, locale: str) -> bool:
    """Say whether a number is the day of a month: 15 mai, 15 de mayo, May 15."""
    patterns = _beside_month(locale)
    return bool(patterns and (patterns[0].search(before) or patterns[1].match(after)))


@cache
def _beside_month(locale: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """Return patterns for the name of a month that ends before a number, and that begins behind."""
    names = [name for name in months(locale) if not any(map(str.isdigit, name))]
    if not names:
        return None
    either = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return (
        re.compile(rf"(?<!\w)(?:{either})\.?\s$", re.IGNORECASE),
        re.compile(rf"\.?\s(?:\w{{1,2}}\s)?(?:{either})(?!\w)", re.IGNORECASE),
    )


def _remove(numbers: list[T], start: int, end: int) -> None:
    numbers[:] = [one for one in numbers if not (start <= one.start and one.end <= end)]
