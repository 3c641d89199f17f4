"""A number of the source that is lost or has another value."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.check.calendar_names import other_names
from pipeline.check.choices import other_choices
from pipeline.check.citations import typed_citations
from pipeline.check.counted import other_counts
from pipeline.check.doses import bound_values, spelled_doses, weights_left_out
from pipeline.check.durations import without_same_time
from pipeline.check.fractions import halved_doses, other_parts
from pipeline.check.idioms import other_idiom
from pipeline.check.in_words import is_worded, may_be_worded, other_wholes, wrong_halves
from pipeline.check.limits import alternate_days, other_periods, turned_bounds
from pipeline.check.moments import changed_days, changed_halves, halves_left_out
from pipeline.check.numbers import ENGLISH, Number, compare, find_numbers, romans
from pipeline.check.raised import other_exponents
from pipeline.check.ratios import other_shares, swapped, without_same_share
from pipeline.check.rule import Example, Fault, Floor, Pair, Rule
from pipeline.check.scales import powers_of
from pipeline.check.signs import other_signs
from pipeline.values.finding import Severity
from pipeline.values.locale import language_of

_UNIT = re.compile(r"\s?(?:mg|mcg|µg|μg|g|kg|ml|mL|l|L|IU|milligrams?)\b|\s?%")
_DOSES = {
    "mg": {"mcg", "µg", "μg", "g", "kg", "ml"},
    "g": {"mg", "mcg", "kg", "ml"},
    "mcg": {"mg", "g", "ml"},
    "µg": {"mg", "g", "ml"},
    "ml": {"mg", "l", "g"},
}


def check(pair: Pair) -> Iterator[Fault]:
    """Report numbers that are lost, and doses whose unit is another."""
    yield from _roman(pair)
    for text, here in other_exponents(pair.source.plain, pair.target.plain):
        yield Fault(message=f"the English says {text}, this says {here}", fix=f"write {text}")
    for text, here in other_signs(pair.source.plain, pair.target.plain, pair.language.locale):
        yield Fault(
            message=f"the English says {text}, this says {here}",
            fix="write the minus where the English has it, or say below zero",
        )
    yield from [*spelled_doses(pair)] or other_counts(pair)
    yield from halved_doses(pair)
    yield from other_parts(pair)
    yield from other_wholes(pair)
    yield from other_shares(pair)
    yield from turned_bounds(pair)
    yield from other_periods(pair)
    yield from alternate_days(pair)
    yield from _names(pair)
    if not pair.source.has_digits:
        return
    yield from bound_values(pair)
    yield from swapped(pair)
    yield from other_choices(pair)
    yield from other_scales(pair)
    yield from weights_left_out(pair)
    yield from wrong_halves(pair)
    yield from _moments(pair)
    lost, added = compare(pair.source.plain, pair.in_numerals(pair.target.plain), pair.separators)
    typed = "".join(one.text for one in typed_citations(pair))
    added = [number for number in added if number.text not in typed]
    lost, added = without_same_time(pair, pair.in_numerals(pair.target.plain), lost, added)
    lost, added = without_same_share(pair, lost, added)
    lost = [one for one in lost if not is_worded(pair, one, added)]
    written = _written_citations(pair)
    for number in lost:
        # Else it is told as a changed citation, or said in a word.
        if number.text not in written and not _is_parted(pair, number):
            yield from _told(pair, number, lost, added)
    yield from _doses(pair)
    yield from _grams(pair)


def _told(
    pair: Pair, number: Number, lost: Sequence[Number], added: Sequence[Number]
) -> Iterator[Fault]:
    """Report a number that is lost: another stands there, a word says another, or nothing does."""
    if len(lost) == len(added) == 1:
        other = added[0]
        read = f", which is read as {' or '.join(sorted(other.values))} here"
        yield Fault(
            message=f"the English says {number.text}, this says {other.text}"
            + (read if other.text == number.text else ""),
            fix=f"write {number.text}, in your language's form",
        )
        return
    if word := other_idiom(pair, number):
        yield Fault(
            message=f"the English says {number.text}, this says “{word}”",
            fix=f"say {number.text}, in your language’s words",
            floor=Floor.REASON,
        )
        return
    has_unit = _UNIT.match(pair.source.plain, number.end)
    may_be_said = may_be_worded(pair, number) and not has_unit
    if may_be_said and not added and _is_said(pair, number):
        return
    yield Fault(
        message=f"the number {number.text} is not there"
        + (", unless a word says it" if may_be_said else ""),
        fix=f"write {number.text}, in your language's form",
        severity=Severity.WARNING if may_be_said else None,
        floor=Floor.REASON if may_be_said else None,
    )


def other_scales(pair: Pair) -> Iterator[Fault]:
    """Report a million that is a thousand million, or a thousand, behind the same figures."""
    wanted = [
        (one, power)
        for one in find_numbers(pair.source.plain, ENGLISH)
        if (power := powers_of(pair.source.plain, one.start, one.end, "en"))
    ]
    if not wanted:
        return
    text, locale = pair.target.plain, pair.language.locale
    found = find_numbers(text, pair.separators)
    for number, powers in wanted:
        whole = max(number.amounts)
        if any(whole in one.amounts for one in found):
            continue  # said with its scale
        for one in found:
            here = powers_of(text, one.start, one.end, locale)
            if one.values & number.values and here and here.isdisjoint(powers):
                yield Fault(
                    message=f"the English has {number.text} with another word of scale than "
                    f"{one.text} has here",
                    fix="say a thousand, a million or a thousand million, as the English does",
                )


def _moments(pair: Pair) -> Iterator[Fault]:
    """Report times of day and days that are others in the translation."""
    texts = pair.source.plain, pair.target.plain, pair.language.locale
    for time, here in halves_left_out(*texts):
        yield Fault(
            message=f"the English says {time}; {here} is another hour on a clock of 24",
            fix="write the hour as the clock of 24 hours has it, or the part of the day beside it",
            severity=Severity.WARNING,
            floor=Floor.REASON,
        )
    for time, said in changed_halves(*texts):
        yield Fault(
            message=f"the English says {time}, this says “{said}”",
            fix="give the time the half of the day that it has in the English",
        )
    for day, read in changed_days(*texts):
        yield Fault(
            message=f"the English says {day}, this is read as {read}",
            fix="write the day as your language does, best with the month in letters",
        )


def _names(pair: Pair) -> Iterator[Fault]:
    """Report months and days of the week that are others in the translation."""
    for name, here in other_names(pair.source.plain, pair.target.plain, pair.language.locale):
        yield Fault(
            message=f"the English says {name}, this says “{here}”",
            fix=f"write what {name} is called in your language",
            floor=Floor.REASON,
        )


def _roman(pair: Pair) -> Iterator[Fault]:
    """Report a Roman numeral that is another in the translation."""
    wanted = romans(pair.source.plain)
    if not wanted:
        return
    found = romans(pair.target.plain)
    lost = [text for value, text in wanted.items() if value not in found]
    added = [text for value, text in found.items() if value not in wanted]
    if lost and not added and not _LONE.search(pair.source.plain):
        # Alone, I may be another word; behind one it is a number.
        added = [match[1] for match in _LONE.finditer(pair.target.plain)]
    for one, other in zip(lost, added, strict=False):
        yield Fault(message=f"the English says {one}, this says {other}", fix=f"write {one}")


_LONE = re.compile(r"[^\W\d_A-Z]\s([IVX])(?=[\s.,;:)]*$|[.,;:)]|\s[^\W\d_A-Z])")


def _is_said(pair: Pair, number: Number) -> bool:
    """Say whether a small number stands elsewhere in the text, or is one, as a word says it."""
    there = find_numbers(pair.target.plain, pair.separators)
    dual = _DUAL.get(language_of(pair.language.locale))
    if number.digits == "2" and dual and re.search(dual, pair.target.plain):
        return True
    return number.digits == "1" or any(one.values & number.values for one in there)


_DUAL = {
    "ar": r"(?:يوم|شهر|ساعت|أسبوع|سنت|عام|دقيقت|مر[ّ]?ت|حبت|قرص|كبسولت|جرعت|ملعقت|قطرت|نقطت|"
    r"بخ[ّ]?ت|حقنت|لصقت|ليلت|مليون|ألف)(?:ين|ان)(?!\w)",
    "he": "יומיים|שבועיים|חודשיים|שנתיים|שעתיים|פעמיים|דקותיים",
}
"""Words that say two by their ending, in languages with a dual."""


def _is_parted(pair: Pair, number: Number) -> bool:
    """Say whether a whole and its fraction stand around a word: 1½ is 1 comprimé ½ in French."""
    match = re.fullmatch(r"(\d+)\s?([¼-¾⅐-⅞])", number.text)
    return bool(
        match
        and re.search(rf"(?<!\d){match[1]}\s[^\W\d]+\s{match[2]}", pair.target.plain) is not None
    )


def _doses(pair: Pair) -> Iterator[Fault]:
    wanted = Counter(_dosed(pair.source.plain))
    found = Counter(_dosed(pair.target.plain))
    for value, unit in wanted - found:
        for other_value, other in found - wanted:
            if value == other_value and other in _DOSES.get(unit, ()):
                yield Fault(
                    message=f"the English says {value} {unit}, this says {value} {other}",
                    fix=f"write {value} {unit}",
                )


_GRAMS = {
    "gramos",
    "gramo",
    "grammes",
    "grammi",
    "gramas",
    "Gramm",
    "cg",
    "г",
    "克",
    "公克",
    "グラム",
    "그램",
    "غ",
    "غرام",
    "جرام",
    "گرم",
    "ग्राम",
    "গ্রাম",
    "กรัม",
}
"""Grams in the scripts whose milligrams are longer words."""


def _grams(pair: Pair) -> Iterator[Fault]:
    """Report milligrams of the source that are grams in another script."""
    grams = sum(unit == "g" for _, unit in _dosed(pair.source.plain))
    if grams or not any(unit == "mg" for _, unit in _dosed(pair.source.plain)):
        return
    for number in find_numbers(pair.target.plain):
        match = re.compile(r"[\s\u00a0\u202f]?([^\W\d_]+)").match(pair.target.plain, number.end)
        if match and match[1] in _GRAMS:
            yield Fault(
                message=f"the English says milligrams, this says {number.text} {match[1]}",
                fix="write milligrams, as your language does",
            )


def _dosed(text: str) -> Iterator[tuple[str, str]]:
    for number in find_numbers(text):
        match = re.compile(r"[\s\u00a0\u202f]?(mg|mcg|µg|μg|kg|g|ml|l)(?![^\W\d_])").match(
            text, number.end
        )
        if match:
            yield number.digits, match[1]


def _written_citations(pair: Pair) -> str:
    """Return the parts of the source that are citations, written out."""
    if not pair.literal:
        return ""
    return " ".join(
        re.findall(r"\([^()]*\d{4}[^()]*\)|\b1[89]\d\d\b|\b20\d\d\b", pair.source.plain)
    )


RULE = Rule(
    code="TXT004",
    name="number lost or changed",
    why="10 mg is not 100 mg, and one in five is not one in fifty. A number is compared by its "
    "value: 1,000 may be 1.000 or ١٬٠٠٠.",
    fix="write the number of the English, in your language’s form",
    bad=Example(source="Start with 10 mg a day.", target="Empiece con 100 mg al día."),
    good=Example(source="Start with 10 mg a day.", target="Empiece con 10 mg al día."),
    needs="digits",
    rests_on=("decimal",),
    check=check,
)
