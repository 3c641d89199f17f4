"""A citation that stands more often than in the source."""

from collections.abc import Iterator

from pipeline.check.rule import Example, Fault, Pair, Rule


def check(pair: Pair) -> Iterator[Fault]:
    """Report each code that stands in the source, but not so often."""
    for code in pair.target.citations - pair.source.citations:
        if code in pair.source.citations:
            yield Fault(
                message=f"the citation {code} stands more often than in the English",
                fix=f"take {code} out where it stands a second time",
            )


RULE = Rule(
    code="CIT011",
    name="citation doubled",
    why="The same source twice in a sentence looks like two sources.",
    fix="take the code out where it stands a second time",
    bad=Example(
        source="Cognitive theories [@beck1967] emphasize guilt.",
        target="Las teorías cognitivas [@beck1967] subrayan la culpa [@beck1967].",
    ),
    good=Example(
        source="Cognitive theories [@beck1967] emphasize guilt.",
        target="Las teorías cognitivas [@beck1967] subrayan la culpa.",
    ),
    needs="citation",
    check=check,
)
