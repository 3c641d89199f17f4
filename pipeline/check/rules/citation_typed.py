"""A citation that was typed by hand where a code belongs."""

from collections.abc import Iterator

from pipeline.check.citations import typed_citations
from pipeline.check.rule import Example, Fault, Pair, Rule


def check(pair: Pair) -> Iterator[Fault]:
    """Report names and years in brackets, in any script and digits."""
    for typed in typed_citations(pair):
        year = f", with a year of the {typed.calendar} calendar" if typed.calendar else ""
        yield Fault(
            message=f"a citation typed by hand: {typed.text}{year}",
            fix=f"write {typed.code} instead of {typed.text}"
            if typed.code
            else f"take {typed.text} out, or write it as the English does",
        )


RULE = Rule(
    code="CIT007",
    name="citation typed by hand",
    why="A code is printed from the reference: it cannot have a wrong year, and its form "
    "follows the "
    "language. What is typed stands alone, and nobody checks it again.",
    fix="write the code of the English instead",
    bad=Example(
        source="Cognitive theories [@beck1967] emphasize guilt.",
        target="认知理论（贝克，1967）强调内疚。",
    ),
    good=Example(
        source="Cognitive theories [@beck1967] emphasize guilt.",
        target="认知理论[@beck1967]强调内疚。",
    ),
    needs="digits",
    check=check,
)
