"""A citation that the source does not have there."""

from collections.abc import Iterator

from pipeline.check.citations import _keys, changed_codes
from pipeline.check.rule import Example, Fault, Pair, Rule


def check(pair: Pair) -> Iterator[Fault]:
    """Report each known work that is cited without standing in the source text."""
    changed = {new for _, new in changed_codes(pair)}
    for code in (pair.target.citations - pair.source.citations).elements():
        if code in changed or code in pair.source.citations:
            continue
        if not any(key in pair.references for key in _keys(code)):
            continue  # told as an unknown work
        yield Fault(
            message=f"the citation {code} is not in the English here", fix=f"take {code} out"
        )


RULE = Rule(
    code="CIT003",
    name="citation added",
    why="A sentence that cites a work which does not stand behind it misleads whoever looks it up.",
    fix="take the code out",
    bad=Example(
        source="Sleep and mood belong together.",
        target="El sueño y el ánimo van juntos [@beck1967].",
    ),
    good=Example(
        source="Sleep and mood belong together.",
        target="El sueño y el ánimo van juntos.",
    ),
    needs="citation",
    check=check,
)
