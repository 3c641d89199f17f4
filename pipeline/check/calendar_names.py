"""Names of months and of days of the week in two texts."""

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale, UnknownLocaleError

from pipeline.records.cldr import cldr_data
from pipeline.values.lazy_regex import lazy_regex
from pipeline.values.locale import language_of


@cache
def cldr_of(locale: str) -> Locale | None:
    """Return what CLDR says of a locale; None where it knows none of that name."""
    try:
        return cldr_data(locale) if locale else None
    except (UnknownLocaleError, ValueError):
        return None


UNSPACED_LETTER = lazy_regex("[\u0e00-\u0eff\u3040-\u9fff]")
"""Letters of scripts in which words stand without spaces."""


@cache
def months(locale: str) -> dict[str, int]:
    """Return a locale's names of months, wide and short, and their numbers."""
    return {
        name: number for name, number in _months(locale, "wide", "abbreviated") if len(name) > 1
    }


def _months(locale: str, *widths: str) -> Iterator[tuple[str, int]]:
    """Yield names of months, in the forms that stand in dates and those that stand alone."""
    cldr = cldr_of(locale)
    if cldr:
        for context in ("format", "stand-alone"):
            for width in widths:
                for number, name in cldr.months[context][width].items():
                    yield name.rstrip("."), number
    for names in _ALSO.get(language_of(locale), ()):
        yield from ((name, number) for number, name in enumerate(names.split(", "), 1))


_ALSO = {
    "ar": (
        "كانون الثاني, شباط, آذار, نيسان, أيار, حزيران, تموز, آب, أيلول, تشرين الأول, "
        "تشرين الثاني, كانون الأول",
        "جانفي, فيفري, مارس, أفريل, ماي, جوان, جويلية, أوت, سبتمبر, أكتوبر, نوفمبر, ديسمبر",
        "يناير, فبراير, مارس, أبريل, ماي, يونيو, يوليوز, غشت, شتنبر, أكتوبر, نونبر, دجنبر",
    ),
}
"""The months as they are called in the Levant and Iraq, in Algeria and Tunisia, and in Morocco."""


def is_named(name: str, text: str) -> bool:
    """Say whether a month's name stands in a text whose digits are Western."""
    if any(map(str.isdigit, name)):
        return re.search(_numbered(name), text, re.IGNORECASE) is not None
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None


def says_month(text: str, month: int, locale: str) -> bool:
    """Say whether a text may name a month, in any form that begins as a name of it does."""
    names = months(locale)
    folded = text.casefold()
    return not names or any(
        is_named(name, text) if any(map(str.isdigit, name)) else name.casefold() in folded
        for name, number in names.items()
        if number == month
    )


def names_in_figures(source: str, locale: str) -> Iterator[str]:
    """Yield patterns for what an English text names and a language writes in figures.

    June is 6月 and tháng 6, Monday thứ 2 and 2.ª.
    """
    numbered = _months_in_figures(locale)
    if numbered:
        for month in {months("en")[match[0]] for match in _english_months().finditer(source)}:
            yield from (_numbered(name) for name, number in numbered.items() if number == month)
    form = _WEEKDAYS_IN_FIGURES.get(language_of(locale))
    if form:
        for match in _WEEKDAY.finditer(source):
            yield form.format(_ENGLISH_WEEKDAYS[match[0]] + 2)


@cache
def _months_in_figures(locale: str) -> dict[str, int]:
    names = months(locale).items()
    return {name: number for name, number in names if any(map(str.isdigit, name))}


def _numbered(name: str) -> str:
    """Return a pattern for a month's name that has its number: 1月 is not in 11月."""
    before, after = ("(?<!\\d)" * name[0].isdigit(), "(?!\\d)" * name[-1].isdigit())
    apart = re.sub(r"(?<=\d)(?=\D)", r"\\s?", re.escape(name))  # 1 月
    return f"{before}{apart}{after}"


@cache
def _english_months() -> re.Pattern[str]:
    names = sorted(months("en"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(names)})\b")


_ENGLISH_WEEKDAYS = {
    "Monday": 0,
    "Tuesday": 1,
    "Wednesday": 2,
    "Thursday": 3,
    "Friday": 4,
    "Saturday": 5,
    "Sunday": 6,
}
_WEEKDAY = lazy_regex(rf"\b(?:{'|'.join(_ENGLISH_WEEKDAYS)})(?=s?\b)")
_WEEKDAYS_IN_FIGURES = {
    "pt": r"(?<!\d){}\.?(?:ª|a\b)",
    "vi": r"(?<!\w)(?:thứ|th\.?|t\.?)\s?{}(?!\d)",
}
"""How languages write the days of the week that they count, with Monday as the second."""


def other_names(source: str, target: str, locale: str) -> Iterator[tuple[str, str]]:
    """Yield months and weekdays of an English text for which a translation names others.

    One that the translation lacks is not told: it may stand there inflected, or in another word.
    """
    wanted = {match[0]: _ENGLISH_WEEKDAYS[match[0]] for match in _WEEKDAY.finditer(source)}
    yield from _others(wanted, target, weekdays(locale))
    wanted = {
        match[0]: months("en")[match[0]]
        for match in _english_months().finditer(source)
        if match[0] not in _VERBS or re.search(r"[^.!?\s]\s*$", source[: match.start()])
    }
    yield from _others(wanted, target, _long_months(locale))


_VERBS = ("May", "March", "Mar")
"""What may be another word where it begins a sentence."""


@cache
def _long_months(locale: str) -> dict[str, int]:
    """Return the names of months that mean nothing else, as mar does in Spanish, and می in Dari."""
    wide = {
        name: number
        for name, number in _months(locale, "wide")
        if len(name) >= _LEAST_LETTERS or UNSPACED_LETTER.search(name)
    }
    return wide | _months_in_figures(locale)


_LEAST_LETTERS = 3


@cache
def weekdays(locale: str) -> dict[str, int]:
    """Return the names of the days of the week that mean nothing else, counted from Monday."""
    cldr = cldr_of(locale)
    if not cldr:
        return {}
    language = language_of(locale)
    names = {name: number for number, name in cldr.days["format"]["wide"].items()}
    if language == "zh":  # 周一 beside 星期一; elsewhere short names are often other words
        names |= {name: number for number, name in cldr.days["format"]["abbreviated"].items()}
    elif language == "ja":
        names |= {name.removesuffix("日"): number for name, number in names.items()}
    elif language == "vi":
        names |= {f"thứ {number + 2}": number for number in range(6)}
    return {name: n for name, n in names.items() if name not in _OTHER_WORDS.get(language, ())}


_OTHER_WORDS = {
    "bg": ("сряда",),
    "fil": ("Linggo",),
    "mk": ("среда",),
    "ru": ("среда",),
    "sr": ("среда",),
    "ur": ("ہفتہ",),
}
"""Names of days that are words of another meaning, too: week, surroundings."""


def _others(
    wanted: dict[str, int], target: str, names: dict[str, int]
) -> Iterator[tuple[str, str]]:
    if not wanted or not names:
        return
    pattern, numbers = _any_of(tuple(names.items()))
    found = {}
    for match in pattern.finditer(target):
        name = _folded(match[0])
        found[numbers[name if name in numbers else name.removesuffix("s")]] = match[0]
    lost = [name for name, number in wanted.items() if number not in found]
    others = [name for number, name in found.items() if number not in wanted.values()]
    yield from zip(lost, others, strict=False)


@cache
def _any_of(names: tuple[tuple[str, int], ...]) -> tuple[re.Pattern[str], dict[str, int]]:
    """Return a pattern for each of some names, the longest first, and their numbers, folded."""
    ordered = sorted((name for name, _ in names), key=len, reverse=True)
    return (
        re.compile("|".join(_written(name, ordered) for name in ordered), re.IGNORECASE),
        {_folded(name): number for name, number in names},
    )


def _folded(name: str) -> str:
    # In small letters İ has a dot of its own.
    return re.sub(f"[\\s{_ZWNJ}\u0307]", "", name.casefold())


def _written(name: str, names: list[str]) -> str:
    """Return a pattern for a name, which another may end: سه شنبه is no شنبه."""
    if any(map(str.isdigit, name)):
        return _numbered(name)
    end = next((one for one in names if one != name and name.endswith(one)), "")
    begin = name.removesuffix(end).removesuffix(_ZWNJ)
    written = re.escape(begin) + (f"[\\s{_ZWNJ}]?{re.escape(end)}" if end else "")
    return written if UNSPACED_LETTER.search(name) else rf"(?<!\w){written}s?(?!\w)"  # donnerstags


_ZWNJ = "\u200c"
