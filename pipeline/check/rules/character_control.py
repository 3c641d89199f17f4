"""A character that no eye sees, or that belongs nowhere in a text."""

import re
from collections.abc import Iterator

from pipeline.check.rule import Example, Fault, Pair, Rule
from pipeline.records.characters import odd_characters
from pipeline.values.article import plain_text


def check(pair: Pair) -> Iterator[Fault]:
    """Report control characters, fillers, stray joiners and the like."""
    for odd in odd_characters(pair.translation):
        yield Fault(message=f"{odd.fault} (U+{ord(odd.letter):04X})", fix=odd.fix)
    wide = _WIDE.search(pair.translation) if pair.language.script not in _EASTERN else None
    if wide and wide[0] not in pair.text:
        yield Fault(
            message=f"a letter or space as wide as a Han character (U+{ord(wide[0]):04X})",
            fix="type the letter itself",
        )
    if "&" in pair.translation:
        for odd in odd_characters(plain_text(pair.target.content), indented=True):
            if odd.letter not in pair.translation:
                code = f"(U+{ord(odd.letter):04X}), written as a code"
                yield Fault(message=f"{odd.fault} {code}", fix=odd.fix)


_WIDE = re.compile("[\u3000\uff21-\uff3a\uff41-\uff5a]")
_EASTERN = ("Hans", "Hant", "Jpan", "Kore")


RULE = Rule(
    code="CAT012",
    name="invisible or odd character",
    why="Such a character can print a telephone number backwards, hide inside a number, or fill a "
    "crisis note with nothing; signs that frame digits or strike out letters print otherwise from "
    "font to font. Joiners in Persian and Indic words, break points in Khmer, Thai, "
    "Lao and Burmese, direction marks in right-to-left text and variants of Han characters stay.",
    fix="delete it: directions are set by the sheet",
    bad=Example(source="Call now.", target="Llame\u202e ya."),
    good=Example(source="Call now.", target="Llame ya."),
    check=check,
)
