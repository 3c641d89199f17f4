"""What a text must have for a pattern to be found in it: most texts lack all of that.

To look for a few letters in a row is a hundred times faster than to try a pattern of many branches
at each place of a text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Any


class Sought:
    """Patterns, each of which is looked for only in texts that have what it needs."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = patterns
        self._by_needle: dict[str, list[int]] = {}
        for number, pattern in enumerate(patterns):
            for needle in needles(pattern) or ("",):
                self._by_needle.setdefault(needle, []).append(number)

    def in_text(self, text: str) -> Iterator[tuple[int, re.Pattern[str]]]:
        """Yield the patterns that a text may have, in their order, and the number of each."""
        found = {
            number
            for needle, numbers in self._by_needle.items()
            if needle in text
            for number in numbers
        }
        for number in sorted(found):
            yield number, compiled(self._patterns[number])


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern, compiled once, for the first text that may have it."""
    return re.compile(pattern)


def needles(pattern: str) -> tuple[str, ...]:
    """Return letters in a row of which a text has some where a pattern is found in it.

    Nothing is returned where that cannot be told: a pattern may begin with any letter, or fit
    letters in either case.
    """
    parsed = _parsed(pattern)
    if parsed is None:
        return ()
    found = () if parsed.state.flags & re.IGNORECASE else {*_needed(parsed)}
    # Where a text has no suicid, it has no suicidio.
    return tuple(
        one
        for one in sorted(found, key=len)
        if not any(other in one for other in found if other != one)
    )


def _parsed(pattern: str) -> Any:
    """Return what Python makes of a pattern before it compiles it.

    ``None`` where a Python has no such module: it is private to it.
    """
    try:
        return import_module("re._parser").parse(pattern)
    except ImportError:
        return None


def _needed(sequence: Iterable[tuple[Any, Any]]) -> Sequence[str]:
    """Return the longest letters of which each text has some that fits a sequence of a pattern."""
    best: Sequence[str] = ()
    row = ""
    for kind, given in (*sequence, (None, None)):
        if str(kind) == "LITERAL":
            row += chr(given)
            continue
        best = max(best, [row] if row else (), _within(kind, given), key=_shortest)
        row = ""
    return best


def _within(kind: Any, given: Any) -> Sequence[str]:
    """Return the same of a part of a pattern that has parts; nothing of what is unknown."""
    name = str(kind)
    if name == "SUBPATTERN":
        _, added, taken, inner = given
        return () if added or taken else _needed(inner)
    if name == "ATOMIC_GROUP":
        return _needed(given)
    if name in _REPEATED:
        least, _, inner = given
        return _needed(inner) if least else ()
    if name == "BRANCH":
        branches = [_needed(branch) for branch in given[1]]
        return [one for own in branches for one in own] if all(branches) else ()
    return ()


_REPEATED = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


def _shortest(found: Sequence[str]) -> int:
    return min(map(len, found), default=0)
