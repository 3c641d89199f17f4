"""A web address, e-mail address or key word typed into a crisis note."""

import re
from collections.abc import Iterator

from pipeline.check.addresses import addresses
from pipeline.check.rule import Example, Fault, Pair, Rule
from pipeline.values.finding import Severity
from pipeline.values.language import Language

_KEYWORD = re.compile(
    r"(?<![\w-])[A-Z\u00c0-\u00de\u0391-\u03a9\u0410-\u042f\u0404\u0406\u0407\uff21-\uff3a]{3,}(?![\w-])"
)


def check(pair: Pair) -> Iterator[Fault]:
    """Report addresses, and words in capitals such as one sends by text message."""
    if not (pair.is_crisis or pair.is_sheet):
        return
    text = pair.target.plain
    for address in addresses(text):
        if address not in pair.source.plain:
            yield Fault(message=f"an address typed by hand: {address}")
    for word in dict.fromkeys(_KEYWORD.findall(text[:5000])):
        is_known = word in pair.language.capitals or word in pair.source.plain
        if not is_known and not _is_in_capitals(text, {word}, pair.language):
            yield Fault(
                message=f"a key word typed by hand: {word}",
                fix="take it out: key words come from the region’s record; an abbreviation of your "
                "language is better written out here",
                severity=Severity.WARNING if len(word) == _ABBREVIATION else None,
            )


def _is_in_capitals(text: str, but: set[str], language: Language) -> bool:
    """Say whether a text is in capitals as a whole, leaving out words that may be so anywhere."""
    rest = re.sub("|".join(map(re.escape, but | language.capitals)), "", text)
    return language.script in _WITH_CASE and rest.isupper()


_WITH_CASE = ("Latn", "Cyrl", "Grek")
"""Scripts in which a text may be in capitals as a whole."""

_ABBREVIATION = 3
"""Letters of a word in capitals that is more often an abbreviation than a key word."""


RULE = Rule(
    code="SAF012",
    name="address or key word typed into a crisis note",
    why="Where to chat and what to send by text message depend on the region, like its numbers.",
    fix="take it out: addresses and key words come from the region’s record and are printed there",
    bad=Example(
        source="Please talk to someone today.",
        target="Hable hoy con alguien: envíe AYUDA o vaya a www.example.org.",
    ),
    good=Example(
        source="Please talk to someone today.", target="Por favor, hable hoy con alguien."
    ),
    needs="own words",
    check=check,
)
