"""A way of speaking about suicide that guidelines advise against."""

from collections.abc import Iterator

from pipeline.check.rule import Example, Fault, Pair, Rule
from pipeline.check.wording import unsafe_wordings
from pipeline.values.finding import Severity


def check(pair: Pair) -> Iterator[Fault]:
    """Report each pattern that the language's guidelines name."""
    found = unsafe_wordings(
        pair.target.plain, pair.language.unsafe, pair.passage, in_note=pair.is_crisis
    )
    for wording, written in found:
        yield Fault(
            message=f"unsafe wording: “{written}” ({wording.why})",
            fix=f"write {wording.instead}",
            severity=None if wording.is_grave else Severity.WARNING,
        )


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
    rests_on=("wordings",),
    check=check,
)
