"""Numbers of a source that a translation says in words: half past seven, noventa, ثماني."""

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.check.moments import half_hours
from pipeline.check.numbers import Number
from pipeline.check.rule import Pair
from pipeline.check.spelled import spelled_numbers
from pipeline.values.locale import language_of


def is_worded(pair: Pair, number: Number, added: list[Number]) -> bool:
    """Say whether words of a translation say a number; what they say is taken out of ``added``."""
    if _is_half_said(pair, number):
        return True
    decade = _decade(pair, number)
    if decade:
        figures = next((one for one in added if one.digits == decade), None)
        if figures:
            added.remove(figures)
            return True
    said = _said(pair.target.plain, pair.language.locale)
    return not said.isdisjoint({*number.values, decade} - {""})


def may_be_worded(pair: Pair, number: Number) -> bool:
    """Say whether a good translator may write a word that nobody here knows for the number."""
    if "/" in "".join(number.values):
        return False
    return int(number.digits or 0) <= _SPELLED or bool(_decade(pair, number))


_SPELLED = 12
"""Up to this number a good translator may write any word for it: the third, a dozen."""


@lru_cache(maxsize=2_000)
def _said(text: str, locale: str) -> frozenset[str]:
    """Return the numbers that a text says in words, each of them as one."""
    return frozenset(
        digits
        for one in spelled_numbers(text, locale)
        if not one.is_list
        for digits, count in one.numbers.items()
        if count == 1
    )


def _decade(pair: Pair, number: Number) -> str:
    """Return the two digits by which a decade may be called: 90 for the 1990s."""
    is_decade = re.fullmatch(r"(?:1[5-9]|20)\d0", number.text) and re.match(
        r"[’']?s\b", pair.source.plain[number.end :]
    )
    return number.text[2:] if is_decade else ""


_HALF = {
    "ar": "نصف",
    "bn": "অর্ধেক|আধা|সাড়ে|সাড়ে",
    "de": "halb|hälfte",
    "el": "μισ[ήόά]|ήμισ|μισι",
    "es": "medi[oa]|mitad",
    "fa": "نیم|نصف",
    "fil": "medya|kalahati",
    "fr": "demi|moitié",
    "he": "חצי|מחצית",
    "hi": "आध|साढ",
    "ht": "edmi|demi|mwatye",
    "it": "mezz|metà",
    "ja": "半",
    "ko": "반",
    "ne": "आध|साढ",
    "nl": "hal[fv]",
    "pa": "ਅੱਧ|ਸਾਢ",
    "pl": "pół|połow",
    "pt": "mei[oa]|metade",
    "ro": "jumătate|jumate",
    "ru": "пол",
    "sw": "nusu",
    "th": "ครึ่ง",
    "tr": "yarı|buçuk",
    "uk": "пів|половин",
    "ur": "آدھ|ساڑھ|نصف",
    "vi": "nửa|rưỡi",
    "zh": "半",
}
"""How languages say half."""


def wrong_halves(pair: Pair) -> Iterator[tuple[str, str]]:
    """Yield times of a source at half past an hour that a translation puts an hour too early.

    In German and Dutch half past seven is "halb acht".
    """
    halves = _HALF_TO.get(language_of(pair.language.locale))
    times = half_hours(pair.source.plain)
    said = halves.search(pair.target.plain) if halves and len(times) == 1 else None
    if said:
        start, end = times[0]
        time = pair.source.plain[start:end]
        hour = int(re.match(r"\d+", time)[0]) % 12  # type: ignore[index]
        if _said(said[1], pair.language.locale) & {str(hour), str(hour or 12)}:
            yield time, said[0]


_HALF_TO = {
    "de": re.compile(r"\bhalb\s(\w+)", re.IGNORECASE),
    "nl": re.compile(r"\bhalf\s(\w+)", re.IGNORECASE),
}


def _is_half_said(pair: Pair, number: Number) -> bool:
    """Say whether "half" says a number: 0.5, and the minutes of half past seven."""
    words = _HALF.get(language_of(pair.language.locale))
    is_half = any(value in ("1/2", "0.5") or value.endswith(".5") for value in number.values)
    is_half = is_half or any(
        start <= number.start and number.end <= end and number.digits == "30"
        for start, end in half_hours(pair.source.plain)
    )
    return bool(is_half and words and re.search(words, pair.target.plain, re.IGNORECASE))
