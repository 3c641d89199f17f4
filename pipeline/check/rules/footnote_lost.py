"""A footnote mark that is lost, or that the source does not have."""

from collections import Counter
from collections.abc import Iterator

from pipeline.check.rule import Example, Fault, Pair, Rule, Side


def check(pair: Pair) -> Iterator[Fault]:
    """Report marks that stand less or more often than in the source."""
    if "[^" not in pair.text and "[^" not in pair.translation:
        return
    wanted, found = _marks(pair.source), _marks(pair.target)
    for mark in (wanted - found).elements():
        yield Fault(message=f"the footnote mark {mark} is missing", fix=f"copy {mark}")
    for mark in (found - wanted).elements():
        yield Fault(
            message=f"the footnote mark {mark} is not in the English, or not so often",
            fix=f"take {mark} out",
        )


def _marks(side: Side) -> Counter[str]:
    return Counter(f"[^{one.text}]" for one in side.inlines if one.kind == "footnote")


RULE = Rule(
    code="TXT002",
    name="footnote mark lost or added",
    why="A note without its mark is a text at the end that belongs to nothing.",
    fix="copy the mark from the English to where it belongs",
    bad=Example(source="Sleep is not a duty[^1].", target="Dormir no es un deber."),
    good=Example(source="Sleep is not a duty[^1].", target="Dormir no es un deber[^1]."),
    needs="link",
    check=check,
)
