"""Asterisks that would be printed, because the parser does not take them for emphasis."""

from collections.abc import Iterator

from pipeline.check.rule import Example, Fault, Floor, Pair, Rule


def check(pair: Pair) -> Iterator[Fault]:
    """Report marks of emphasis that are left as letters."""
    if "*" in pair.target.plain and "*" not in pair.source.plain:
        yield Fault(message="the asterisks would be printed as asterisks")


RULE = Rule(
    code="TXT006",
    name="asterisks that would be printed",
    floor=Floor.REASON,
    why="Asterisks with a space on the inside, or without a partner, are not emphasis in Markdown.",
    fix="let the asterisks touch the words on the inside: **重点**",
    bad=Example(source="**“Stop”** is a signal.", target="** 停下 **是一个信号。"),
    good=Example(source="**“Stop”** is a signal.", target="“**停下**”是一个信号。"),
    needs="emphasis",
    check=check,
)
