"""A number that could be dialled, and that the source does not have."""

import re
from collections.abc import Iterator

from pipeline.check.citations import typed_citations
from pipeline.check.digits import western
from pipeline.check.durations import without_same_time
from pipeline.check.numbers import compare, places
from pipeline.check.rule import Example, Fault, Pair, Rule


def check(pair: Pair) -> Iterator[Fault]:
    """Report added numbers of three digits and more."""
    if pair.is_crisis or pair.is_sheet or not pair.target.has_digits:
        return
    explained = "".join(typed.text for typed in typed_citations(pair))
    if "@" in pair.target.plain:
        return  # a code that cannot be read, and told as that
    text = pair.target.plain
    found = compare(pair.source.plain, text, pair.separators)
    for start, end in places(without_same_time(pair, text, *found)[1], text):
        number = text[start:end]
        if _is_noon(western(number), pair.source.plain):
            continue
        if sum(map(str.isdecimal, number)) >= 3 and number not in explained:
            yield Fault(message=f"the number {number} is not in the English")


def _is_noon(number: str, source: str) -> bool:
    """Say whether figures are what a source calls noon or midnight."""
    return bool(_AT_TWELVE.fullmatch(number) and _TWELVE.search(source))


_AT_TWELVE = re.compile(r"(?:12|00?|24)[.:]00")
_TWELVE = re.compile(r"\b(?:noon|midday|midnight)\b", re.IGNORECASE)


RULE = Rule(
    code="SAF004",
    name="number that the source lacks",
    why="A reader in distress takes any number for a telephone number.",
    fix="take it out, or write it as the English does; a crisis number never stands here",
    bad=Example(source="Help is near.", target="La ayuda está cerca: 1-800-273-8255."),
    good=Example(source="Help is near.", target="La ayuda está cerca."),
    needs="digits",
    rests_on=("decimal",),
    check=check,
)
