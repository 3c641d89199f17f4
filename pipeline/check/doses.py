"""Amounts and the units to which they belong: 4 in 24 hours is not 24 in 4 hours."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.check.fractions import digits_in
from pipeline.check.numbers import ENGLISH, Number, find_numbers
from pipeline.check.opposites import are_paired
from pipeline.check.rule import Fault, Pair
from pipeline.check.units import unit_after, units_of
from pipeline.records.dialling import dialling_of
from pipeline.values.finding import Severity
from pipeline.values.lazy_regex import lazy_regex
from pipeline.values.locale import language_of


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit."""

    number: Number
    unit: str

    def same_value(self, other: "Amount") -> bool:
        """Whether the two may be the same number."""
        return bool(self.number.values & other.number.values)


def amounts_of(text: str, numbers: list[Number], locale: str) -> list[Amount]:
    """Return the numbers that have a unit; of a range, the first has that of the second."""
    in_clock = [_in_clock(text, one) for one in numbers]
    units = [
        "" if clock else unit_after(text[one.end : one.end + 30], locale)
        for one, clock in zip(numbers, in_clock, strict=True)
    ]
    for place in range(len(numbers) - 2, -1, -1):
        between = text[numbers[place].end : numbers[place + 1].start]
        if (
            not units[place]
            and not in_clock[place]
            and len(between) <= _RANGE
            and _JOINS.fullmatch(between)
        ):
            units[place] = units[place + 1]
    return [Amount(one, unit) for one, unit in zip(numbers, units, strict=True) if unit]


def _in_clock(text: str, number: Number) -> bool:
    """Say whether a number belongs to a time of day with a colon."""
    before, after = text[max(0, number.start - 2) : number.start], text[number.end : number.end + 2]
    is_pointed = re.fullmatch(r"(?:[01]?\d|2[0-4])\.[0-5]\d", number.text) is not None
    return (
        re.search(r"\d:$", before) is not None
        or re.match(r":\d", after) is not None
        or (is_pointed and re.match(r"\s(?:Uhr|uur)\b", text[number.end :]) is not None)
    )


_RANGE = 10
_JOINS = lazy_regex(
    r"\s?(?:[-–—~〜～至到或]|to|or|and|bis|oder|und|a|o|y|à|ou|et|al|e|do|i|до|и|і|إلى|أو|و|تا|یا|से|या|đến"
    r"|hoặc|سے|ਤੋਂ|ਜਾਂ|tot|έως|până la|hanggang|hadi|から"
    r"|ila|veya|ve|에서|부터|ถึง|থেকে|देखि|עד|או)\s?"
)
"""What joins the two ends of a range, or two amounts of one unit."""


def bound_values(pair: Pair) -> Iterator[Fault]:
    """Report values that changed their units, or their places among values of one unit."""
    source, target = pair.source.plain, pair.target.plain
    wanted = amounts_of(source, find_numbers(source, ENGLISH), "en")
    if any(_is_parted(one) for one in wanted):
        wanted = [one for one in wanted if one.unit != "tablet"]
    if not wanted:
        return
    numbers = find_numbers(target, pair.separators)
    found = amounts_of(target, numbers, pair.language.locale)
    for one in wanted:
        alike = [other for other in found if other.unit == one.unit]
        if any(other.same_value(one) for other in alike):
            continue
        is_there = any(number.values & one.number.values for number in numbers)
        strange = [
            other
            for other in alike
            if not any(known.same_value(other) and known.unit == one.unit for known in wanted)
        ]
        if is_there and strange:
            yield Fault(
                message=f"the English says {one.number.text} with the unit {one.unit}, "
                f"this says {strange[0].number.text}",
                fix="give each number the unit that it has in the English",
            )
            continue
        other = next((there for there in found if _is_instead(one, there, wanted)), None)
        if other:
            yield Fault(
                message=f"the English says {one.number.text} with the unit {one.unit}, "
                f"this says {other.number.text} with the unit {other.unit}",
                fix="give each number the unit that it has in the English",
            )
    yield from _order(pair, wanted, found)


def weights_left_out(pair: Pair) -> Iterator[Fault]:
    """Report a dose for each kilogram or litre that is one for all of a body: 2 mg/kg, 2 mg."""
    source, target, locale = pair.source.plain, pair.target.plain, pair.language.locale
    wanted = [*_for_each(source, find_numbers(source, ENGLISH), "en")]
    found = [*_for_each(target, find_numbers(target, pair.separators), locale)]
    here, there = {unit for _, unit in wanted}, {unit for _, unit in found}
    for one, unit in wanted:
        if unit not in there and not _names_unit(target, unit, locale):
            yield Fault(
                message=f"the English says {one.number.text} for each {unit}, this does not",
                fix="write what the amount is for, as the English does",
            )
    for one, unit in found:
        if unit not in here and not _names_unit(source, unit, "en"):
            yield Fault(
                message=f"this says {one.number.text} for each {unit}, the English does not",
                fix="leave out what the English does not say",
            )


def _for_each(text: str, numbers: list[Number], locale: str) -> Iterator[tuple[Amount, str]]:
    for one in amounts_of(text, numbers, locale):
        unit = _per(text, one, locale)
        if unit:
            yield one, unit


def _per(text: str, amount: Amount, locale: str) -> str:
    """Return the unit behind the stroke of an amount such as 2 mg/kg; empty where there is none."""
    match = _STROKE.match(text, amount.number.end)
    unit = unit_after(match["unit"], locale) if match and amount.unit in _OF_MEDICINE else ""
    return unit if unit in _BODIES else ""


def _names_unit(text: str, unit: str, locale: str) -> bool:
    """Say whether a text has a unit anywhere, alone or behind a number."""
    words = re.findall(r"[^\s\d/.,;:!?()]+", text.casefold())
    behind = (text[one.end : one.end + _REACH] for one in find_numbers(text))
    return any(units_of(locale).get(word) == unit for word in words) or any(
        unit_after(after, locale) == unit for after in behind
    )


_REACH = 30
"""Letters behind a number in which its unit stands."""


_STROKE = lazy_regex(r"\s?[^\s\d/⁄∕]{1,14}\s?[/⁄∕]\s?(?P<unit>[^\s\d/,;:!?()]{1,14})")
_BODIES = ("kilogram", "millilitre", "litre")


def _is_parted(amount: Amount) -> bool:
    """Say whether an amount has part of a tablet, which may stand behind it: 1 comprimé ½."""
    return amount.unit == "tablet" and any(one.denominator > 1 for one in amount.number.amounts)


def _is_instead(one: Amount, there: Amount, wanted: list[Amount]) -> bool:
    """Say whether an amount is the same number with a unit that the source gives it nowhere.

    Many words say that metres are square ones, also behind them: metri quadri, مترًا مربعًا.
    """
    own = {known.unit for known in wanted if known.same_value(there)}
    is_of_own = any(unit.endswith(f" {there.unit}") for unit in own)
    return there.same_value(one) and there.unit not in own and not is_of_own


_NOT = lazy_regex(r"\b(?:not|never|instead of|rather than)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_NOT_IN = {
    "de": r"\b(?:nicht|kein\w*|nie|statt|anstatt)\s+(?:\w+\s+){0,2}$",
    "es": r"\b(?:no|nunca|en (?:lugar|vez) de)\s+(?:\w+\s+){0,2}$",
    "fr": r"\b(?:pas|non|jamais|au lieu de|plutôt que)\s+(?:\w+\s+){0,2}$",
    "it": r"\b(?:non|mai|invece di|anziché)\s+(?:\w+\s+){0,2}$",
    "pl": r"\b(?:nie|nigdy|zamiast)\s+(?:\w+\s+){0,2}$",
    "pt": r"\b(?:não|nunca|em vez de)\s+(?:\w+\s+){0,2}$",
    "ru": r"\b(?:не|никогда|вместо)\s+(?:\w+\s+){0,2}$",
    "uk": r"\b(?:не|ніколи|замість)\s+(?:\w+\s+){0,2}$",
    "vi": r"\b(?:không phải|không|thay vì)\s+(?:\w+\s+){0,2}$",
    "zh": r"(?:不是|而非|别|不要|不)\S{0,3}$",
}
"""How languages say that what follows is not the amount."""


def _order(pair: Pair, wanted: list[Amount], found: list[Amount]) -> Iterator[Fault]:
    for unit in dict.fromkeys(one.unit for one in wanted):
        here = [one for one in wanted if one.unit == unit]
        there = [one for one in found if one.unit == unit]
        if len(here) < 2 or len(here) != len(there):
            continue
        pairs = list(zip(here, there, strict=True))
        paired = _are_paired(pair, here, there)
        if paired is False:
            yield Fault(
                message=f"the English gives {here[0].number.text} and {here[1].number.text} to the "
                "halves of the day, or to the sides, the other way round",
                fix="give each amount the time and the side that it has in the English",
            )
            return
        if paired:
            continue
        if all(one.same_value(other) for one, other in pairs):
            if not _refuses_another(pair, here, there):
                continue
        elif not _same_values(here, there) or _refuses_the_same(pair, here, there):
            continue
        yield Fault(
            message="the amounts are in another order than in the English: "
            + ", ".join(one.number.text for one in there),
            fix="give each amount the place that it has in the English",
            severity=None if _is_sure(pair, here) else Severity.WARNING,
        )
        return


def _are_paired(pair: Pair, here: list[Amount], there: list[Amount]) -> bool | None:
    """Say whether two amounts have the same time of day, or side, in both; or nothing."""
    if len(here) != _PAIR or here[0].same_value(here[1]) or not _same_values(here, there):
        return None
    own = [next(other for other in there if other.same_value(one)) for one in here]
    return are_paired(
        pair.source.plain,
        pair.target.plain,
        pair.language.locale,
        [one.number.start for one in here],
        [one.number.start for one in own],
    )


_PAIR = 2


def _same_values(here: list[Amount], there: list[Amount]) -> bool:
    return all(any(one.same_value(other) for other in there) for one in here)


def _refused(text: str, amounts: list[Amount], pattern: re.Pattern[str]) -> list[Amount]:
    return [one for one in amounts if pattern.search(text[: one.number.start][-40:])]


def _refuses_the_same(pair: Pair, here: list[Amount], there: list[Amount]) -> bool:
    """Say whether both texts say of the same amount that it is not the one."""
    one, other = _both_refused(pair, here, there)
    return bool(one and other and one[0].same_value(other[0]))


def _refuses_another(pair: Pair, here: list[Amount], there: list[Amount]) -> bool:
    one, other = _both_refused(pair, here, there)
    return bool(len(one) == len(other) == 1 and not one[0].same_value(other[0]))


def _both_refused(
    pair: Pair, here: list[Amount], there: list[Amount]
) -> tuple[list[Amount], list[Amount]]:
    language = language_of(pair.language.locale)
    pattern = re.compile(_NOT_IN.get(language, "(?!)"), re.IGNORECASE)
    return _refused(pair.source.plain, here, _NOT), _refused(pair.target.plain, there, pattern)


def _is_sure(pair: Pair, here: list[Amount]) -> bool:
    """Say whether the order cannot be another: a range, or an amount that is not to be taken."""
    between = pair.source.plain[here[0].number.end : here[1].number.start]
    is_range = len(here) == 2 and re.fullmatch(r"\W{0,2}(?:to|through|[-–—])\W{0,2}", between)
    knows_not = language_of(pair.language.locale) in _NOT_IN
    return bool(is_range or (knows_not and _refused(pair.source.plain, here, _NOT)))


_DOSE = lazy_regex(
    r"\b(?:tablet|pill|capsule|drop|dose|puff|spoon|times? a|twice|once)", re.IGNORECASE
)
_ENGLISH = {
    "one": 1,
    "once": 1,
    "two": 2,
    "twice": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
}


def speaks_of_dose(source: str) -> bool:
    """Say whether an English text tells how much of a medicine to take, or how often."""
    if _DOSE.search(source):
        return True
    numbers = find_numbers(source, ENGLISH)
    return any(one.unit in _OF_MEDICINE for one in amounts_of(source, numbers, "en"))


_OF_MEDICINE = (
    *("microgram", "milligram", "gram", "millilitre", "unit", "tablet", "drop", "teaspoon"),
    "tablespoon",
)


def spelled_doses(pair: Pair) -> Iterator[Fault]:
    """Report a dose whose numbers are words, and other words in the translation."""
    if not _DOSE.search(pair.source.plain):
        return
    figures = (one for one in find_numbers(pair.source.plain, ENGLISH) if one.text.isdecimal())
    wanted = {_ENGLISH[word] for word in pair.source.words if word in _ENGLISH}
    wanted |= {int(one.digits) for one in figures if len(one.digits) == 1}
    words = dialling_of(pair.language.locale)
    yield from _two_for_another(pair, wanted)
    if not wanted or not words.digits:
        return
    found = digits_in(pair.target.words, pair.language.locale)
    sure = {
        number for number, pattern in enumerate(words.times, 1) if pattern.search(pair.target.plain)
    }
    numerals = {int(one.digits) for one in find_numbers(pair.target.plain) if one.digits.isdigit()}
    # One may be an article; once a day is none.
    lost, added = wanted - found - sure - numerals, ((found - {0, 1}) | sure) - wanted
    if lost and added:
        yield Fault(
            message=f"the English says {_said(lost)}, this says {_said(added)}",
            fix="say the numbers of the English",
        )


def _two_for_another(pair: Pair, wanted: set[int]) -> Iterator[Fault]:
    """Report two tablets, by the ending of their word, where the English has another number."""
    dual = _DUALS.get(language_of(pair.language.locale))
    match = dual.search(pair.target.plain) if dual else None
    numerals = {one.digits for one in find_numbers(pair.source.plain, ENGLISH)}
    if match and 2 not in wanted and "2" not in numerals and not _PAIRS.search(pair.source.plain):
        yield Fault(
            message=f"the English does not say two, this says “{match[0]}”",
            fix="say the amount of the English",
        )


_DUALS = {
    "ar": lazy_regex(
        r"(?<!\w)(?:[وفب]|ال|بال)?(?:حبت|قرص|كبسولت|جرعت|ملعقت|قطرت|نقطت|بخت|حقنت|لصقت)(?:ين|ان)(?!\w)"
    )
}
"""Words of a dose that say two by their ending, in languages with a dual."""
_PAIRS = lazy_regex(r"\b(?:both|pair|couple|double|each of the|2nd|second)\b|½|1/2", re.IGNORECASE)


def _said(numbers: set[int]) -> str:
    return " and ".join(map(str, sorted(numbers)))
