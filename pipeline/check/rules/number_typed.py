"""A number typed into a crisis note or into the sheet’s own words."""

import re
from collections.abc import Iterator

from pipeline.check.numbers import digits, find_numbers
from pipeline.check.rule import Example, Fault, Pair, Rule

_DIGIT = re.compile(r"\d")
_SIGN = re.compile(
    "[\u00b2\u00b3\u00b9\u2070-\u2089\u2150-\u2189\u2460-\u249b\u24ea-\u24ff\u2776-\u2793"
    "\u1369-\u137c]|[〇零一二三四五六七八九]{3,}"
)
"""Numbers that are no digits: raised, circled, Roman, Ethiopic, and rows of Han numerals."""


def check(pair: Pair) -> Iterator[Fault]:
    """Report digits of any script that the source does not have."""
    if not (pair.is_crisis or pair.is_sheet):
        return
    signs = [letter for letter in _SIGN.findall(pair.translation) if letter not in pair.text]
    if signs:
        yield Fault(message=f"a number typed by hand: {' '.join(signs)}")
    translation = pair.in_numerals(pair.translation)
    if not _DIGIT.search(translation):
        return
    added = digits(translation) - digits(pair.text)
    if added:
        typed = [number.text for number in find_numbers(translation)]
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
