"""A citation of a work that is not in the list of references."""

from collections.abc import Iterator
from difflib import get_close_matches

from pipeline.check.rule import Example, Fault, Pair, Rule


def check(pair: Pair) -> Iterator[Fault]:
    """Report each key that no reference has, with the one it resembles most."""
    for key in pair.target.keys:
        if key in pair.references or key in pair.source.keys:
            continue
        near = get_close_matches(key, [*pair.source.keys, *pair.references], n=1)
        yield Fault(
            message=f"no reference has the key '{key}'",
            fix=f"write @{near[0]}" if near else "copy the code from the English",
        )


RULE = Rule(
    code="CIT004",
    name="citation of an unknown work",
    why="A key that no reference has prints nothing that a reader could look up.",
    fix="copy the key from the English, letter by letter",
    bad=Example(
        source="Cognitive theories [@beck1967] emphasize guilt.",
        target="Las teorías cognitivas [@beck1976] subrayan la culpa.",
    ),
    good=Example(
        source="Cognitive theories [@beck1967] emphasize guilt.",
        target="Las teorías cognitivas [@beck1967] subrayan la culpa.",
    ),
    needs="citation",
    check=check,
)
