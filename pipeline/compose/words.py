"""What CLDR, through Babel, says in each locale: languages, regions and dates."""

import re
import unicodedata
from datetime import date
from functools import cache

from babel.dates import format_date
from babel.languages import get_official_languages
from babel.units import format_unit

from pipeline.records.in_force import data_file
from pipeline.records.language import language_named
from pipeline.records.typography import (
    cldr,
    language_name,
    nearest_row,
    script_of,
)
from pipeline.values.locale import Locale, language_of
from pipeline.values.region import Region


def language_in_sentence(tag: str, locale: str) -> str:
    """Name a language as it stands inside a sentence: ``tiếng Anh``, where alone ``Tiếng Anh``."""
    name = language_name(tag, locale)
    small = nearest_row("words", "small_in_sentences", locale)
    return name[0].lower() + name[1:] if small else name


def spoken_language(name: str) -> str:
    """Return what is named of a locale where somebody speaks it: never a script.

    A region belongs to it only where CLDR has another word for what is spoken there: ``fa_AF`` is
    Dari, while Brazilian Portuguese is Portuguese.
    """
    language, territory = language_of(name), cldr(name).territory
    there = cldr("en").languages.get(f"{language}_{territory}", "")
    return f"{language}_{territory}" if there and _english(language) not in there else language


def _english(language: str) -> str:
    return str(cldr("en").languages.get(language, ""))


def own_language_name(locale: str) -> str:
    """Name a language in itself, as it stands alone: ``es`` gives ``Español``."""
    return language_alone(locale, locale)


def language_alone(tag: str, locale: str) -> str:
    """Name a language in another as it stands alone: ``("de", "es")`` gives ``Alemán``."""
    name = language_name(tag, locale)
    return name[0].upper() + name[1:]


def staff_language(region: Region | None, locale: str) -> str:
    """Return the language of those who hand sheets out: the page's where its region speaks it.

    Elsewhere it is English, as in the foot of every sheet.
    """
    country = region.code.partition("-")[0] if region else ""
    spoken = get_official_languages(country, de_facto=True)
    return locale if language_of(locale) in map(language_of, spoken) else "en"


def region_name(region: Region, locale: str) -> str:
    """Name a region in a locale's language; in English where neither record nor CLDR can."""
    language = language_of(locale)
    if language in region.names:
        return region.names[language]
    own = nearest_row("words", "regions", locale) or {}
    name = own.get(region.code) or cldr(locale).territories.get(region.code)
    return name or region.names.get("en") or cldr("en").territories[region.code]


def long_date(day: date, locale: Locale) -> str:
    """Write a day with its month in letters, in the locale's digits."""
    own = nearest_row("words", "long_date", locale.name)
    return _date(day, own or cldr(locale.name).date_formats["long"].pattern, locale)


def short_date(day: date, locale: Locale) -> str:
    """Write a day with its month shortened where the locale does so, in the locale's digits.

    Where CLDR's medium form is of figures alone, which are read in another order elsewhere, it is
    the form of its skeleton yMMMd.
    """
    own = nearest_row("words", "short_date", locale.name)
    if own:
        return _date(day, own, locale)
    known = cldr(locale.name)
    forms = (known.date_formats["medium"], known.datetime_skeletons["yMMMd"])
    named = (form.pattern for form in forms if re.search(r"MMM|[^\W_a-zA-Z]", form.pattern))
    return _date(day, next(named, known.date_formats["long"].pattern), locale)


def _date(day: date, pattern: str, locale: Locale) -> str:
    """Write a day after a pattern of CLDR."""
    months = nearest_row("words", "months", locale.name)
    if months:
        pattern = pattern.replace("MMMM", f"'{months[day.month - 1]}'")
    first = nearest_row("words", "first_of_month", locale.name)
    if first and day.day == 1:
        pattern = re.sub(r"(?<!d)d(?!d)(?=[^']*(?:'[^']*'[^']*)*$)", f"'{first}'", pattern, count=1)
    return in_digits(format_date(day, format=pattern, locale=cldr(locale.name)), locale)


def sentence_gap(locale: str) -> str:
    """Return what stands between two sentences: a space, or nothing."""
    return str(data_file("words")["sentence_gap"].get(script_of(locale), " "))


def brackets(locale: str) -> tuple[str, str]:
    """Return the brackets around an aside, with the space before them."""
    return ("（", "）") if language_named(locale).full_width else (" (", ")")


def day_name(day: int, locale: Locale) -> str:
    """Name a day of the week, Monday is 0."""
    own = nearest_row("words", "days", locale.name)
    return str(own[day] if own else cldr(locale.name).days["stand-alone"]["wide"][day])


_UNITS = (
    "mass-kilogram",
    "mass-gram",
    "mass-milligram",
    "mass-microgram",
    "volume-liter",
    "volume-deciliter",
    "volume-milliliter",
    "length-kilometer",
    "length-meter",
    "length-centimeter",
    "length-millimeter",
    "temperature-celsius",
    "energy-kilocalorie",
    "duration-hour",
    "duration-minute",
    "concentr-percent",
)
"""CLDR's names of units that articles on health use."""

_INTERNATIONAL = frozenset(
    (
        *("kg", "g", "mg", "µg", "μg", "l", "L", "dl", "dL", "ml", "mL", "km", "m", "cm", "mm"),
        *("°C", "°F", "kcal", "h", "min", "IU", "%", "٪"),
    )
)


@cache
def unit_symbols(locale: str) -> frozenset[str]:
    """Return the signs of units, international ones and the locale's own, that follow a space."""
    own = set()
    for unit in _UNITS:
        for count in (1, 2, 3, 5):
            text = format_unit(count, unit, length="short", locale=cldr(locale))
            own.add(re.sub(r"[\d\s]+", " ", text).strip())
    return _INTERNATIONAL | {symbol for symbol in own if symbol and " " not in symbol}


def in_digits(text: str, locale: Locale) -> str:
    """Write Western digits in the locale's."""
    return text.translate(str.maketrans("0123456789", locale.typography.digits))


def direction_of_text(text: str) -> str:
    """Return ``rtl`` or ``ltr`` for a name, by its first letter that has a direction."""
    strong = (unicodedata.bidirectional(letter) for letter in text)
    return "rtl" if next((one for one in strong if one in ("L", "R", "AL")), "L") != "L" else "ltr"


def direction_of(tag: str) -> str:
    """Return ``rtl`` or ``ltr`` for a language tag."""
    name = tag.replace("-", "_")
    return "rtl" if cldr(name).text_direction == "rtl" else "ltr"
