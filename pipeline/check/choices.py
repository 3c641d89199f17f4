"""Two amounts of which one is to be chosen, and of which both are: 1 or 2 tablets, 1 and 2 tablets.

Source of the words for "and" and "or": CLDR's patterns for lists.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from pipeline.check.calendar_names import cldr_of
from pipeline.check.numbers import ENGLISH, find_numbers
from pipeline.check.rule import Fault, Pair

_CHOICE = re.compile(r"\s(?:\w+\s)?or\s")


def other_choices(pair: Pair) -> Iterator[Fault]:
    """Report one amount or another that has become both."""
    source, target = pair.source.plain, pair.target.plain
    if " or " not in source:
        return
    either, both = _joints(pair.language.locale)
    numbers = find_numbers(source, ENGLISH)
    found = find_numbers(target, pair.separators)
    for first, second in pairwise(numbers):
        if not both or not _CHOICE.fullmatch(source, first.end, second.start):
            continue
        for one, other in pairwise(found):
            between = target[one.end : other.start]
            if (
                one.values & first.values
                and other.values & second.values
                and re.fullmatch(rf"\s?(?:\w+\s)?{re.escape(both)}\s?", between)
                and not (either and either in between)
            ):
                yield Fault(
                    message=f"the English says {source[first.start : second.end]}, this says "
                    f"{target[one.start : other.end]}",
                    fix="say “or”, as the English does: both together are more",
                )


@cache
def _joints(locale: str) -> tuple[str, str]:
    """Return how a locale says "or" and "and" between two things; empty where it is not known."""
    cldr = cldr_of(locale)
    patterns = cldr.list_patterns if cldr else {}
    either, both = (
        patterns.get(style, {}).get("2", "{0}{1}").removeprefix("{0}").removesuffix("{1}").strip()
        for style in ("or", "standard")
    )
    return either, "" if both == either or not any(map(str.isalpha, both)) else both
