"""A code whose page, or whose mark for the year alone, was changed."""

from collections.abc import Iterator

from pipeline.check.citations import changed_codes
from pipeline.check.rule import Example, Fault, Pair, Rule


def check(pair: Pair) -> Iterator[Fault]:
    """Report codes that cite the same works in another way."""
    for old, new in changed_codes(pair):
        yield Fault(message=f"the English has {old}, this has {new}", fix=f"write {old}")


RULE = Rule(
    code="CIT006",
    name="citation changed",
    why="A page sends the reader to one place in a book, and the mark for the year alone keeps a "
    "surname from standing twice.",
    fix="copy the code from the English as it is",
    bad=Example(
        source="Joiner’s theory [-@joiner2005] names hopelessness.",
        target="La teoría de Joiner [@joiner2005] nombra la desesperanza.",
    ),
    good=Example(
        source="Joiner’s theory [-@joiner2005] names hopelessness.",
        target="La teoría de Joiner [-@joiner2005] nombra la desesperanza.",
    ),
    needs="citation",
    check=check,
)
