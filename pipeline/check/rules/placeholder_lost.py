"""A placeholder that the translation has lost, put in too often, or in a place that misleads."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.check.rule import Example, Fault, Pair, Rule, Side

_IN_BRACES = re.compile(r"\{\s*\{|\}\s*\}")
_DIALLED = re.compile(r"(?P<before>\w?)\{(?P<name>number|emergency|key)\}(?P<after>\w?)")


def check(pair: Pair) -> Iterator[Fault]:
    """Report placeholders that stand less or more often than in the source."""
    if "{" not in pair.text and "{" not in pair.translation:
        return
    wanted, found = _placeholders(pair.source), _placeholders(pair.target)
    lost, added = [*(wanted - found).elements()], [*(found - wanted).elements()]
    for name, meant in _misspelt(lost, added):
        lost.remove(meant)
        added.remove(name)
        yield Fault(message=f"{name} stands where the English has {meant}", fix=f"write {meant}")
    for name in lost:
        yield Fault(
            message=f"the placeholder {name} is missing",
            fix=f"copy {name} from the English to where it belongs",
        )
    if _IN_BRACES.search(pair.translation) and not _IN_BRACES.search(pair.text):
        yield Fault(
            message="a placeholder in further braces, which would be printed",
            fix="write it with one pair of braces",
        )
    for name in added:
        yield Fault(
            message=f"the placeholder {name} is not in the English, or not so often",
            fix=f"take {name} out",
        )
    yield from _misplaced(pair)


def _misspelt(lost: Sequence[str], added: Sequence[str]) -> list[tuple[str, str]]:
    """Pair placeholders with those that were meant: in capitals, misspelt, or translated."""
    if len(lost) == len(added) == 1:
        return [(added[0], lost[0])]
    small = {name.casefold(): name for name in lost}
    pairs = [(name, small.pop(name.casefold(), "")) for name in added]
    return [(name, meant) for name, meant in pairs if meant]


def _misplaced(pair: Pair) -> Iterator[Fault]:
    """Report a key that is pressed before the call, and digits that a letter touches."""
    places = [*_DIALLED.finditer(pair.translation)]
    order = [place["name"] for place in places]
    if {"number", "key"} <= {*order} and order.index("key") < order.index("number"):
        yield Fault(
            message="{key} stands before {number}, and a reader would call the key",
            fix="write first whom to call, and then which key to press",
        )
    for place in places:
        if letters := [one for one in (place["before"], place["after"]) if _has_case(one)]:
            yield Fault(
                message=f"the letter {letters[0]} touches {{{place['name']}}}, and its digits",
                fix="put a space between them",
            )


def _has_case(letter: str) -> bool:
    """Say whether a letter is of a script with capitals: those part words by spaces."""
    return letter.lower() != letter.upper()


def _placeholders(side: Side) -> Counter[str]:
    return Counter(f"{{{one.text}}}" for one in side.inlines if one.kind == "placeholder")


RULE = Rule(
    code="SAF001",
    name="placeholder lost, added or misplaced",
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
