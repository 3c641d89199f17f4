"""A text that is longer than its place on the page."""

from collections.abc import Iterator

from pipeline.check.rule import Example, Fault, Floor, Pair, Rule
from pipeline.check.writing import width
from pipeline.values.finding import Severity

ROOM = {"title": 88, "crisis heading": 64}
"""About how many letters fit, by role; counted on the handout."""


def check(pair: Pair) -> Iterator[Fault]:
    """Report titles and heads of crisis notes that would run over."""
    room = ROOM.get(pair.role)
    if room and width(pair.target.plain) > room:
        yield Fault(
            message=f"this is about {width(pair.target.plain):.0f} letters wide, and {room} fit"
        )


RULE = Rule(
    code="TXT011",
    name="text too long for its place",
    severity=Severity.WARNING,
    floor=Floor.OUTSIDE_NOTES,
    why="A title of three lines pushes the crisis number down, and a head of two lines hides "
    "that it is one.",
    fix="say it shorter",
    bad=Example(
        source="Help is there, and it works",
        target="La ayuda existe, está muy cerca de usted y de los suyos, y además da buenos "
        "resultados",
    ),
    good=Example(source="Help is there, and it works", target="La ayuda existe, y funciona"),
    check=check,
)
