"""A small number that the source does not have."""

import re
from collections.abc import Iterator

from pipeline.check.digits import western
from pipeline.check.durations import without_same_time
from pipeline.check.numbers import ENGLISH, compare, find_numbers, places, romans
from pipeline.check.ratios import is_percent, shares_said, without_same_share
from pipeline.check.rule import Example, Fault, Pair, Rule
from pipeline.values.finding import Severity


def check(pair: Pair) -> Iterator[Fault]:
    """Report added numbers of one or two digits, where none was lost in their stead."""
    if pair.is_crisis or pair.is_sheet or not pair.target.has_digits:
        return
    text = pair.in_numerals(pair.target.plain)
    lost, added = compare(pair.source.plain, text, pair.separators)
    lost, added = without_same_share(pair, *without_same_time(pair, text, lost, added))
    if lost:
        return  # told as a changed number
    # 24 heures sur 24, 7 jours sur 7: what is said twice says nothing new.
    wanted = find_numbers(pair.source.plain, ENGLISH)
    known = {*romans(pair.source.plain), *(value for one in wanted for value in one.values)}
    added = [one for one in added if not one.values & known]
    shares = {share for _, share in shares_said(pair.source.plain)} if added else set()
    added = [one for one in added if not (is_percent(text, one) and shares & {*one.amounts})]
    for start, end in places(added, text):
        number = western(text[start:end])
        if number == "00" and text[max(0, start - 1) : start] in tuple(":.h"):
            continue  # the minutes of 12:00
        if number == "1" and _EVERY_OTHER.search(pair.source.plain):
            continue  # 1日おき
        if sum(map(str.isdecimal, number)) < 3 and not _is_word(pair, number):
            yield Fault(message=f"the number {number} is not in the English as a numeral")


_EVERY_OTHER = re.compile(r"\b(?:every (?:other|second)|alternat\w+)\s", re.IGNORECASE)
_WORDS = {
    "½": "half|halves",
    "1/2": "half|halves",
    "¼": "quarter",
    "1/4": "quarter",
    "1": "one|once|a|an|first|single|single-dose",
    "2": "two|twice|both|second|pair|couple",
    "3": "three|third|thrice",
    "4": "four|fourth",
    "5": "five|fifth",
    "6": "six|sixth",
    "7": "seven|seventh|week",
    "8": "eight|eighth",
    "9": "nine|ninth",
    "10": "ten|tenth|decade",
    "11": "eleven|eleventh",
    "0": "midnight",
    "12": "twelve|twelfth|dozen|noon|midday|midnight|a year",
    "14": "fourteen|fortnight",
    "15": "fifteen|quarter of an hour|quarter past",
    "24": "midnight|a day",
    "30": "thirty|half an hour|half-hour|half past|a month",
}


def _is_word(pair: Pair, digit: str) -> bool:
    """Say whether the source says a number in letters."""
    words = _WORDS.get(digit)
    return bool(words and re.search(rf"\b(?:{words})\b", pair.source.plain, re.IGNORECASE))


RULE = Rule(
    code="SAF011",
    name="small number that the source lacks",
    severity=Severity.WARNING,
    why="Short codes for emergencies have two digits in some countries, and a dose has one.",
    fix="take it out, or write it as the English does",
    bad=Example(source="Sleep comes back.", target="El sueño vuelve en 15 días."),
    good=Example(source="Sleep comes back.", target="El sueño vuelve."),
    needs="digits",
    check=check,
)
