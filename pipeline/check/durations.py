"""Amounts of time in another unit: 14 days are 2 weeks, 24 hours a day, and 12 months a year.

Only what is exact counts: a month has no number of days. In a dose and in a crisis note each number
stays as it is: whoever counts hours there counts hours, and no translator's sum is between.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from pipeline.check.doses import Amount, amounts_of
from pipeline.check.idioms import amount_of_time, is_exact, times_said
from pipeline.check.numbers import ENGLISH, Number, find_numbers
from pipeline.check.rule import Pair
from pipeline.check.units import units_of
from pipeline.values.locale import language_of


def without_same_time(
    pair: Pair, text: str, lost: list[Number], added: list[Number]
) -> tuple[list[Number], list[Number]]:
    """Return the numbers lost and added but for those that say the same time in another unit.

    ``text`` is the translation as the numbers added were found in it.
    """
    if not added or is_exact(pair):
        return lost, added
    source, locale = pair.source.plain, pair.language.locale
    here = [*_times(source, lost, find_numbers(source, ENGLISH), "en")]
    there = [*_times(text, added, find_numbers(text, pair.separators), locale)]
    if not there:
        return lost, added
    lost, added = [*lost], [*added]
    for number, time in here:
        match = next((one for one in there if one[1] & time), None)
        if match:
            there.remove(match)
            added.remove(match[0])
            lost.remove(number)
    said = times_said(source, "en") if there else frozenset()
    for number, time in there:
        if not time.isdisjoint(said):
            added.remove(number)
    return lost, added


def _times(
    text: str, wanted: list[Number], numbers: list[Number], locale: str
) -> Iterator[tuple[Number, frozenset[tuple[str, Fraction]]]]:
    """Yield some of a text's numbers with what time each says."""
    known = {(one.number.start, one.number.end): one for one in amounts_of(text, numbers, locale)}
    for number in wanted:
        one = known.get((number.start, number.end)) or _behind_unit(text, number, locale)
        time = frozenset(
            found
            for value in (number.amounts if one else ())
            if (found := amount_of_time(value, one.unit if one else ""))
        )
        if time:
            yield number, time


def _behind_unit(text: str, number: Number, locale: str) -> Amount | None:
    """Return a number with the unit before it, where a language has it there: wiki 2."""
    if language_of(locale) not in _UNIT_FIRST:
        return None
    word = re.search(r"(\w+)\s$", text[: number.start])
    unit = units_of(locale).get(word[1].casefold(), "") if word else ""
    return Amount(number, unit) if unit else None


_UNIT_FIRST = ("sw",)
