"""A placeholder that the translation has lost, or put in too often."""

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.check.rule import Example, Fault, Pair, Rule, Side

_IN_BRACES = re.compile(r"\{\s*\{|\}\s*\}")


def check(pair: Pair) -> Iterator[Fault]:
    """Report placeholders that stand less or more often than in the source."""
    if "{" not in pair.text and "{" not in pair.translation:
        return
    wanted, found = _placeholders(pair.source), _placeholders(pair.target)
    for name in (wanted - found).elements():
        yield Fault(
            message=f"the placeholder {name} is missing",
            fix=f"copy {name} from the English to where it belongs",
        )
    if _IN_BRACES.search(pair.translation) and not _IN_BRACES.search(pair.text):
        yield Fault(
            message="a placeholder in further braces, which would be printed",
            fix="write it with one pair of braces",
        )
    for name in (found - wanted).elements():
        yield Fault(
            message=f"the placeholder {name} is not in the English, or not so often",
            fix=f"take {name} out",
        )


def _placeholders(side: Side) -> Counter[str]:
    return Counter(f"{{{one.text}}}" for one in side.inlines if one.kind == "placeholder")


RULE = Rule(
    code="SAF001",
    name="placeholder lost or added",
    why="Numbers, names and dates are put in where a placeholder stands. Without it the sheet "
    "tells a reader in danger to call, and not whom.",
    fix="copy the placeholder, with its braces and its English name, to where it belongs",
    bad=Example(
        source="If a life is in danger now, call {emergency}.",
        target="Si hay una vida en peligro, llame ya.",
    ),
    good=Example(
        source="If a life is in danger now, call {emergency}.",
        target="Si hay una vida en peligro, llame al {emergency}.",
    ),
    needs="placeholder",
    check=check,
)
