"""When a work was issued: ``issued`` and ``status`` of CSL-JSON, in each form that is exported."""

import re
from calendar import monthrange
from collections.abc import Mapping
from typing import Any

from pipeline.values.citation import Dating


class UnreadableDateError(ValueError):
    """A date that could be printed in no way that is sure to be right; its text says why."""


def dating_of(record: Mapping[str, Any]) -> Dating:
    """Return when a work was issued.

    :raises UnreadableDateError: where nobody could say it from the record.
    """
    dated = _issued(record.get("issued"))
    if not dated.parts and _means(record.get("status"), _IN_PRESS):
        return Dating(is_in_press=True)
    return dated


def is_date(value: Any) -> bool:
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
        case dict() if is_date(value):
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
    name = _SEASON_OF.get(third) or _NAMES_OF_SEASONS.get(season.strip().casefold(), "")
    if third in _SEASON_OF:
        parts = tuple(part[:1] for part in parts)
    return Dating(parts=parts, season=name, is_circa=about)


_THREE_DIGITS, _FOUR_DIGITS, _LAST_YEAR = 100, 1_000, 9_999
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
_SAID = re.compile(
    r"(?:(?P<season>spring|summer|fall|autumn|winter),?\s+)?"
    r"(?P<about>(?:c|ca|cca|circa|about|approx|approximately)[.\s]\s*|~\s*)?"
    r"(?P<year>\d{3,4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<roughly>\s*[?~])?"
    r"(?P<before>\s*b\.?\s?c\.?(?:\s?e\.?)?)?"
    r"(?:,?\s+(?P<later>spring|summer|fall|autumn|winter))?",
    re.IGNORECASE | re.ASCII,
)
"""A date that somebody typed: ``ca. 370 BCE``, ``1967?``, ``Spring 2016``, ``2016-05-03``."""


def _means(said: Any, words: tuple[str, ...]) -> bool:
    return isinstance(said, str) and " ".join(said.casefold().split()).strip(" ()[]") in words


def _said(text: str) -> Dating:
    """Return what a date in words says."""
    if _means(text, _IN_PRESS):
        return Dating(is_in_press=True)
    if _means(text, _NO_DATE):
        return Dating()
    found = _SAID.fullmatch(text.strip(" ()[]"))
    if not found:
        raise UnreadableDateError("is malformed")
    year = -int(found["year"]) if found["before"] else int(found["year"])
    part = (year, *(int(found[name]) for name in ("month", "day") if found[name]))
    if not _is_day([*part]):
        raise UnreadableDateError("is malformed")
    season = found["season"] or found["later"] or ""
    return _dating((part,), season, about=bool(found["about"] or found["roughly"]))
