"""Words that bound an amount, and how often it comes: at least, at most, a day, a week.

"Up to 3" that became "at least 3", or "twice a week" that became "twice a day", leaves every number
as it was. What is missing is told only where the opposite stands there in its place.
"""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.check.in_words import EVERY_DAY
from pipeline.check.rule import Fault, Floor, Pair
from pipeline.records.in_force import shipped
from pipeline.values.finding import Severity
from pipeline.values.lazy_regex import lazy_regex
from pipeline.values.locale import language_of

_MOST, _LEAST = "at most, or less than", "at least, or more than"

_ENGLISH = (
    (
        _MOST,
        r"\b(?:no|not|never|don['’]t)\s(?:\w+\s){0,4}?"
        r"(?:more than|over|above|exceed)\s(?:\w+\s){0,2}\d",
    ),
    (_LEAST, r"\b(?:no|not|never)\s(?:\w+\s){0,4}?(?:less|fewer) than\s(?:\w+\s){0,2}\d"),
    (
        _MOST,
        r"\b(?:at most|up to|(?:a )?maximum of|less than|fewer than|younger than"
        r"|not yet|under|below)\s(?:the age of\s|\w+\s)?\d",
    ),
    (
        _LEAST,
        r"\b(?:at least|minimum of|more than|older than|over|above)\s(?:the age of\s|\w+\s)?\d",
    ),
    (
        _LEAST,
        r"\d\s?(?:\w+\s){0,2}(?:or|and) (?:more|over|older|above|up)\b"
        r"|\bage(?:s| of)? \d\d?(?: years)? (?:up|on|onwards)\b"
        r"|\bage[sd] \d\d?\+",
    ),
    (_MOST, r"\d\s?(?:\w+\s){0,2}(?:or less|or fewer|or younger|at most)\b"),
)
"""Bounds in English, beside a figure; what denies one stands before it."""


def turned_bounds(pair: Pair) -> Iterator[Fault]:
    """Report an amount whose bound is the opposite one."""
    if not pair.source.has_digits:
        return  # each bound stands beside a figure
    wanted = _in_english(pair.source.plain)
    of_age = _OF_AGE.search(pair.source.plain) is not None
    forms = _patterns(language_of(pair.language.locale), of_age=of_age) if wanted else ()
    if len(wanted) != 1 or not forms:
        return
    text = pair.target.plain.lower()
    found: dict[str, str] = {}
    for name, pattern in forms:
        match = pattern.search(text)
        if match:
            found.setdefault(name, match[0])
            text = pattern.sub(" ", text)
    (name,) = wanted
    if found and name not in found:
        here = next(iter(found.values())).strip()
        yield Fault(
            message=f"the English bounds a number by “{name}”, this says “{here}”",
            fix="bound the number on the side of the English",
            severity=Severity.WARNING,
            floor=Floor.REASON,
        )


def _in_english(text: str) -> set[str]:
    found = set()
    for name, pattern in _ENGLISH:
        text, times = re.subn(pattern, " ", text, flags=re.IGNORECASE)
        if times:
            found.add(name)
    return found


_OF_AGE = lazy_regex(
    r"\b(?:ages?|aged|older|younger)\b|\byears?[- ]old\b"
    r"|\b(?:people|those|anyone|adults?|children|patients|everyone|persons|men|women)\s(?:\w+\s){0,2}"
    r"(?:under|over|below|above|up to|not yet|at least|more than|less than) \d\d?\b"
    r"(?!\s?(?:%|percent|hours?|minutes?|days?|weeks?|months?|units?|mg|ml|g|times|tablets?)\b)"
    r"|\b\d\d?\s(?:and|or) (?:over|under|above|up)\b",
    re.IGNORECASE,
)
"""Of an English text that bounds an age."""


@cache
def _patterns(language: str, *, of_age: bool) -> tuple[tuple[str, re.Pattern[str]], ...]:
    row = shipped("limits").get(language, {})
    names = (_MOST, _LEAST, _MOST, _LEAST, _MOST, _LEAST)
    forms = (*row.get("bounds", [_NEVER] * _BOUNDS), *(row.get("ages", ()) if of_age else ()))
    edge = "" if row.get("joined") else r"(?<!\w)"
    return tuple(
        (name, re.compile(rf"{edge}(?:{form})")) for name, form in zip(names, forms, strict=False)
    )


_NEVER, _BOUNDS = "(?!)", 4


_OFTEN = lazy_regex(
    r"\b(?:once|twice|times|\d|one|two|three|four)\b[^.;!?]{0,40}?\b(?:an?|per|each|every)\s"
    r"(?P<one>day|week|month)\b|\b(?P<two>daily|weekly|monthly)\b",
    re.IGNORECASE,
)
_OF_ENGLISH = {
    "day": r"\b(?:day|days|daily|today|night|nights|nightly|morning|evening)\b",
    "week": r"\bweek",
    "month": r"\bmonth",
}


_ALTERNATE = lazy_regex(
    r"\bevery (?:other|second) (?:day|night|morning|evening)\b|\bon alternat\w+ (?:days|nights)\b"
    r"|\bevery (?:2|two) days\b",
    re.IGNORECASE,
)
_EACH = lazy_regex(
    r"\b(?:every|each|once a|per) (?:single )?(?:day|night)\b|\bdaily\b", re.IGNORECASE
)
_LATER = lazy_regex(
    r"\b(?:day|night)s? (?:later|after)|other|second|alternat|two days|2 days", re.IGNORECASE
)
"""What else has a translation say a word that also means every other day."""


def alternate_days(pair: Pair) -> Iterator[Fault]:
    """Report every other day that is every day in the translation, and every day that is not."""
    source, language = pair.source.plain, language_of(pair.language.locale)
    alternate = shipped("limits").get(language, {}).get("alternate")
    daily = EVERY_DAY.get(language)
    said = _ALTERNATE.search(source) or _EACH.search(source)
    if not said or not alternate or not daily:
        return
    text = pair.target.plain.lower()
    is_alternate = re.search(alternate, text)
    if _ALTERNATE.search(source):
        here = None if is_alternate or _EACH.search(source) else re.search(daily, text)
    elif _LATER.search(source):
        here = None
    else:
        rest = re.sub(alternate, " ", text)
        here = None if re.search(daily, rest) else is_alternate
    if here:
        yield Fault(
            message=f"the English says “{said[0]}”, this says “{here[0].strip()}”",
            fix="say how often, as the English does",
            severity=Severity.WARNING,
            floor=Floor.REASON,
        )


def other_periods(pair: Pair) -> Iterator[Fault]:
    """Report how often something comes, where another period stands in the place of its own."""
    source = pair.source.plain
    often = _OFTEN.search(source)
    forms = shipped("limits").get(language_of(pair.language.locale), {}).get("periods")
    if not often or not forms:
        return
    wanted = [name for name, form in _OF_ENGLISH.items() if re.search(form, source, re.IGNORECASE)]
    text = pair.target.plain.lower()
    found = [name for name, form in zip(_OF_ENGLISH, forms, strict=True) if re.search(form, text)]
    if len(wanted) == 1 and found and wanted[0] not in found:
        yield Fault(
            message=f"the English says how often a {wanted[0]}, this speaks of a {found[0]}",
            fix="name the period of the English",
            severity=Severity.WARNING,
            floor=Floor.REASON,
        )
