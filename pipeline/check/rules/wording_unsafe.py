"""A way of speaking about suicide that guidelines advise against."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from pipeline.check.rule import Example, Fault, Pair, Rule
from pipeline.values.finding import Severity


def check(pair: Pair) -> Iterator[Fault]:
    """Report each pattern that the language's guidelines name."""
    text = unicodedata.normalize("NFC", pair.target.plain)
    for wording in pair.language.unsafe:
        match = _compiled(wording.pattern).search(text)
        if match and not _is_quoted(text, match):
            yield Fault(
                message=f"unsafe wording: “{match[0]}” ({wording.why})",
                fix=f"write {wording.instead}",
                severity=None if wording.is_grave else Severity.WARNING,
            )


def _is_quoted(text: str, match: re.Match[str]) -> bool:
    """Say whether a wording stands in quotation marks, as where a text speaks against it."""
    before, after = text[: match.start()].rstrip()[-1:], text[match.end() :].lstrip()[:1]
    return before in '“„«「『"‹' and after in '”“»」』"›' and bool(before and after)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


RULE = Rule(
    code="SAF010",
    name="unsafe wording about suicide",
    why="Words that make suicide a crime, a success or the work of one single cause do harm, "
    "and may lead others to it.",
    fix="use the wording that is named",
    bad=Example(
        source="Many people who died by suicide had been depressed.",
        target="Muchas personas que cometieron suicidio estaban deprimidas.",
    ),
    good=Example(
        source="Many people who died by suicide had been depressed.",
        target="Muchas personas que murieron por suicidio estaban deprimidas.",
    ),
    check=check,
)
