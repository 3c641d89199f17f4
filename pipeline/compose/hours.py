"""When somebody answers, in the words of a locale and the clock of a region's readers."""

import re
from dataclasses import dataclass
from datetime import time
from typing import Any

from babel.dates import format_time, get_time_format

from pipeline.compose.joining import all_of
from pipeline.compose.words import day_name, in_digits
from pipeline.records.in_force import data_file
from pipeline.records.typography import cldr, nearest_row, real_locale
from pipeline.values.locale import Locale, language_of
from pipeline.values.region import Hours, Opening


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedOpening:
    """A span of opening hours: days and times, in the locale's words."""

    days: str
    """Days that do not follow each other, joined; empty where ``first_day`` names them."""
    first_day: str
    last_day: str
    """Empty where the span is on one day alone."""
    every_day: bool
    opens: str
    closes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedHours:
    """When somebody answers, in the locale's words: always, or in some spans."""

    always: bool
    spans: tuple[PrintedOpening, ...]


def printed_hours(hours: Hours | None, locale: Locale, region: str = "") -> PrintedHours | None:
    """Return hours as a sheet of a region prints them; ``None`` where nobody knows them."""
    if not hours or not hours.are_printed:
        return None
    return PrintedHours(
        always=hours.always or any(map(_is_always, hours.spans)),
        spans=tuple(_opening(span, locale, region) for span in hours.spans),
    )


def _is_always(opening: Opening) -> bool:
    """Say whether a span is all of every day: nobody reads "midnight to midnight" as that."""
    is_whole = opening.opens == opening.closes == time(0)
    return is_whole and {*opening.days} == {*range(7)}


def _opening(opening: Opening, locale: Locale, region: str) -> PrintedOpening:
    days = sorted(set(opening.days))
    names = [day_name(day, locale) for day in days]
    follow = days == list(range(days[0], days[-1] + 1))
    return PrintedOpening(
        days="" if follow else all_of(names, locale.name),
        first_day=names[0],
        last_day=names[-1] if len(names) > 1 else "",
        every_day=len(days) == 7,
        opens=clock(opening.opens, locale, region),
        closes=clock(opening.closes, locale, region, ends=True),
    )


def clock(moment: time, locale: Locale, region: str = "", *, ends: bool = False) -> str:
    """Write a time of day as readers of a locale do in a region; empty for no region.

    ``ends`` makes 00:00 the midnight that ends a day: 24:00 on the clock of 24 hours.
    """
    form = _form(locale.name, region)
    last = ends and moment == time(0)
    if isinstance(form, dict):
        return in_digits(_in_words(moment, form, last=last), locale)
    text = format_time(moment, format=form, locale=cldr(locale.name))
    return in_digits(re.sub(r"^0+", "24", text, count=1) if last else text, locale)


def _form(locale: str, region: str) -> str | dict[str, Any]:
    """Return a pattern of CLDR's on the clock of 24 hours, or a form in words."""
    table = data_file("hours")
    there = table["regions"].get(language_of(real_locale(locale)), {})
    # A province tells the time as its country does.
    own = there.get(region) or there.get(region.partition("-")[0])
    named = own or nearest_row("hours", "clocks", locale)
    if named:
        return table["forms"].get(named) or str(named)
    usual = get_time_format("short", cldr(locale)).pattern
    return usual if re.fullmatch(r"H{1,2}\Wmm", usual) else "HH:mm"


def _in_words(moment: time, form: dict[str, Any], *, last: bool) -> str:
    name = form.get("named", {}).get(f"{moment:%H:%M}")
    if name:
        return str(name)
    hour, part, parts = 24 if last else moment.hour, "", form.get("parts")
    if parts:
        part = parts[max((begins for begins in parts if int(begins) <= moment.hour), key=int)]
        hour = moment.hour % 12 or 12
    pattern = form["minutes"] if moment.minute else form["whole"]
    return str(pattern.format(hour=hour, minute=f"{moment.minute:02}", part=part))
