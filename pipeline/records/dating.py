"""When a work was issued: ``issued`` and ``status`` of CSL-JSON, in each form that is exported."""

import re
from calendar import monthrange
from collections.abc import Mapping
from typing import Any

from pipeline.values.citation import Dating
from pipeline.values.lazy_regex import lazy_regex


class UnreadableDateError(ValueError):
    """A date that could be printed in no way that is sure to be right; its text says why."""


def dating_of(record: Mapping[str, Any]) -> Dating:
    """Return when a work was issued.

    :raises UnreadableDateError: where nobody could say it from the record.
    """
    dated = _issued(record.get("issued"))
    if dated.parts and record.get("type") in _YOUNG and 0 < dated.parts[0][0] < _FIRST_JOURNAL:
        raise UnreadableDateError(_elsewhere(dated.parts[0][0], "too early for such a work"))
    if not dated.parts and _means(record.get("status"), _IN_PRESS):
        return Dating(is_in_press=True)
    return dated


_YOUNG = (
    *("article-journal", "article-magazine", "article-newspaper", "webpage", "post", "post-weblog"),
    *("dataset", "software", "report", "broadcast", "motion_picture", "review", "review-book"),
)
_FIRST_JOURNAL = 1600
"""What did not exist before is dated in another calendar, or by a slip of the hand."""


def _elsewhere(year: int, fault: str) -> str:
    """Return what is wrong with a year, and which of ours it may be."""
    own = [
        f"{name} {year} is {year + more}"
        for name, more in (("Buddhist", -543), ("Persian", 621))
        if _FIRST_JOURNAL < year + more <= _LAST_LIKELY
    ]
    return ": ".join([f"the year {year} is {fault}", *own])


def _is_date(value: Any) -> bool:
    """Say whether a date is one or two lists of year, month and day, all of them numbers."""
    parts = value.get("date-parts") if isinstance(value, dict) else None
    return (
        isinstance(parts, list)
        and 1 <= len(parts) <= _FIRST_AND_LAST
        and all(isinstance(part, list) and _is_day(part) for part in parts)
    )


_FIRST_AND_LAST, _LONGEST = 2, 3


def _is_day(part: list[Any]) -> bool:
    if not (1 <= len(part) <= _LONGEST and all(map(_is_number, part))):
        return False
    month, day = (*map(int, part[1:]), 1, 1)[:2]
    if len(part) == _FIRST_AND_LAST and month in _SEASON_OF:
        return True
    # Before Christ no calendar knows the day.
    year = int(part[0])
    return 1 <= month <= _MONTHS and 1 <= day <= (
        monthrange(year, month)[1] if year in range(1, _LAST_YEAR + 1) else _DAYS
    )


_MONTHS, _DAYS = 12, 31


def _is_number(value: Any) -> bool:
    if isinstance(value, bool):
        return False
    return isinstance(value, int) or (
        isinstance(value, str) and re.fullmatch(r"-?\d{1,4}", value, re.ASCII) is not None
    )


_SEASONS = ("Spring", "Summer", "Fall", "Winter")
_SEASON_OF = dict(enumerate(_SEASONS, 21))
"""Seasons in a month's place, as EDTF (ISO 8601-2) counts them."""
_NAMES_OF_SEASONS = {
    **{str(number): season for number, season in enumerate(_SEASONS, 1)},
    **{season.lower(): season for season in _SEASONS},
    "autumn": "Fall",
}


def _issued(value: Any) -> Dating:
    match value:
        case None:
            return Dating()
        case str():
            return _said(value)
        case dict() if value.get("date-parts") in ([[]], [], None, [[""]], [[None]]):
            said = value.get("literal") or value.get("raw")
            if isinstance(said, str):
                return _said(said)
        case dict() if _is_date(value):
            parts = tuple(tuple(map(int, part)) for part in value["date-parts"])
            about = str(value.get("circa", "")).strip().casefold() not in _NOT_SO
            return _dating(parts, str(value.get("season", "")), about=about)
    raise UnreadableDateError("is malformed")


_NOT_SO = ("", "0", "false", "none", "no")


def _dating(parts: tuple[tuple[int, ...], ...], season: str = "", *, about: bool) -> Dating:
    """Return a date whose first year can be told from a slip of the hand."""
    first = parts[0]
    year, third = first[0], first[1] if len(first) > 1 else 0
    least = _THREE_DIGITS if about else _FOUR_DIGITS
    if not (-_LAST_YEAR <= year < 0 or least <= year <= _LAST_YEAR):
        raise UnreadableDateError("has no year of four digits")
    if year > _LAST_LIKELY:
        raise UnreadableDateError(_elsewhere(year, "far ahead"))
    if len(parts) > 1 and parts[1][: len(first)] < first[: len(parts[1])]:
        raise UnreadableDateError("ends before it begins")
    name = _SEASON_OF.get(third) or _NAMES_OF_SEASONS.get(season.strip().casefold(), "")
    if third in _SEASON_OF:
        parts = tuple(part[:1] for part in parts)
    return Dating(parts=parts, season=name, is_circa=about)


_THREE_DIGITS, _FOUR_DIGITS, _LAST_YEAR = 100, 1_000, 9_999
_LAST_LIKELY = 2_100
"""The years that are read; three digits only where somebody says that they are about right."""


_IN_PRESS = ("in press", "forthcoming", "to appear", "accepted", "accepted for publication")
"""What stands for a year until there is one; APA Style, 7th edition, 9.14, has the first."""
_NO_DATE = (
    "n.d.",
    "n. d.",
    "n.d",
    "nd",
    "no date",
    "undated",
    "not dated",
    "date unknown",
    "unknown",
)
_SAID = lazy_regex(
    r"(?:(?P<season>spring|summer|fall|autumn|winter),?\s+)?"
    r"(?P<about>(?:c|ca|cca|circa|about|approx|approximately)[.\s]\s*|~\s*)?"
    r"(?P<year>\d{3,4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<roughly>\s*[?~])?"
    r"(?P<before>\s*b\.?\s?c\.?(?:\s?e\.?)?)?"
    r"(?:,?\s+(?P<later>spring|summer|fall|autumn|winter))?",
    re.IGNORECASE | re.ASCII,
)
"""A date that somebody typed: ``ca. 370 BCE``, ``1967?``, ``Spring 2016``, ``2016-05-03``."""
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d\d?)(?:st|nd|rd|th)?"
_IN_WORDS = tuple(
    lazy_regex(form, re.IGNORECASE | re.ASCII)
    for form in (
        rf"(?:{_DAY}\s+)?{_MONTH},?\s+(?P<year>\d{{4}})",
        rf"{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}})",
        rf"(?P<year>\d{{4}}),?\s+{_MONTH}(?:\s+{_DAY})?",
        r"(?P<year>\d{4})/(?P<month>\d\d)/(?P<day>\d\d)",
        r"(?:©\s?|c)(?P<year>\d{4})(?P<month>)(?P<day>)",
    )
)
"""``3 May 2016``, ``May 3, 2016``, ``2016 May 3`` as PubMed has it, ``2016/05/03``, ``©2016``."""
_NAMES_OF_MONTHS = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
_FROM_TO = lazy_regex(r"(\d{4})\s?[-–—]\s?(\d{4})", re.ASCII)


def _means(said: Any, words: tuple[str, ...]) -> bool:
    return isinstance(said, str) and " ".join(said.casefold().split()).strip(" ()[]") in words


def _said(text: str) -> Dating:
    """Return what a date in words says."""
    if _means(text, _IN_PRESS):
        return Dating(is_in_press=True)
    if _means(text, _NO_DATE):
        return Dating()
    text = text.strip(" ()[]")
    found = _SAID.fullmatch(text)
    if not found:
        return _dating(_spelled(text), about=False)
    year = -int(found["year"]) if found["before"] else int(found["year"])
    part = (year, *(int(found[name]) for name in ("month", "day") if found[name]))
    if not _is_day([*part]):
        raise UnreadableDateError("is malformed")
    season = found["season"] or found["later"] or ""
    return _dating((part,), season, about=bool(found["about"] or found["roughly"]))


def _spelled(text: str) -> tuple[tuple[int, ...], ...]:
    """Return the year, month and day of a date with its month in letters, or two years."""
    if years := _FROM_TO.fullmatch(text):
        return tuple((int(year),) for year in years.groups())
    for form in _IN_WORDS:
        if match := form.fullmatch(text):
            found = [int(match["year"]), _month(match["month"] or "0"), int(match["day"] or 0)]
            part = [one for one in found if one]
            if _is_day(part):
                return (tuple(part),)
    raise UnreadableDateError("is malformed")


def _month(text: str) -> int:
    return int(text) if text.isdecimal() else _NAMES_OF_MONTHS.index(text[:3].lower()) + 1
