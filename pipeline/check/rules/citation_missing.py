"""A citation of the source that the translation has lost."""

from collections.abc import Iterator

from pipeline.check.citations import explained_codes
from pipeline.check.rule import Example, Fault, Pair, Rule


def check(pair: Pair) -> Iterator[Fault]:
    """Report each code that stands less often than in the source."""
    lost = pair.source.citations - pair.target.citations
    if not lost:
        return
    explained = set(explained_codes(pair))
    for code in lost.elements():
        if code not in explained:
            yield Fault(
                message=f"the citation {code} is missing",
                fix=f"copy {code} from the English to where it belongs",
            )


RULE = Rule(
    code="CIT001",
    name="citation missing",
    why="A reader, a clinician and the author must find the same source behind the same "
    "sentence in "
    "every language.",
    fix="copy the code from the English to where it belongs in the sentence",
    bad=Example(
        source="Cognitive theories [@beck1967] emphasize guilt.",
        target="Las teorías cognitivas subrayan la culpa.",
    ),
    good=Example(
        source="Cognitive theories [@beck1967] emphasize guilt.",
        target="Las teorías cognitivas [@beck1967] subrayan la culpa.",
    ),
    needs="citation",
    check=check,
)
