"""A number typed into a crisis note or into the sheet’s own words."""

import re
from collections.abc import Iterator

from pipeline.check.numbers import digits, find_numbers
from pipeline.check.rule import Example, Fault, Pair, Rule

_DIGIT = re.compile(r"\d")


def check(pair: Pair) -> Iterator[Fault]:
    """Report digits of any script that the source does not have."""
    if not (pair.is_crisis or pair.is_sheet):
        return
    if not _DIGIT.search(pair.translation):
        return
    added = digits(pair.translation) - digits(pair.text)
    if added:
        typed = [number.text for number in find_numbers(pair.translation)]
        yield Fault(message=f"a number typed by hand: {', '.join(typed) or ' '.join(added)}")


RULE = Rule(
    code="SAF002",
    name="number typed into a crisis note",
    why="Crisis numbers come from the region’s record: a sheet in Spanish may be handed out in "
    "Texas or in Madrid. A number that was typed is right in one place and wrong in all others.",
    fix="take it out: numbers come from the region’s record and are printed there",
    bad=Example(
        source="Please talk to someone today.", target="Hable hoy con alguien: llame al 988."
    ),
    good=Example(
        source="Please talk to someone today.", target="Por favor, hable hoy con alguien."
    ),
    needs="own words",
    check=check,
)
