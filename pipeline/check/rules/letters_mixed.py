"""A word with letters of two scripts that look alike."""

import re
from collections.abc import Iterator

from pipeline.check.rule import Example, Fault, Pair, Rule
from pipeline.check.writing import letter_script

_WORD = re.compile(r"[^\W\d_]{2,}")
_MICRO = re.compile("\u03bc(?:g|l|L|m|mol|s|A|V|W)")
"""Units with the Greek letter, as Unicode recommends it for the sign of a millionth."""
_ALIKE = {"Latn", "Cyrl", "Grek"}


def check(pair: Pair) -> Iterator[Fault]:
    """Report words that mix Latin with Cyrillic or Greek letters."""
    if len(pair.target.scripts.keys() & _ALIKE) < 2:
        return
    for word in _WORD.findall(pair.target.plain):
        if _MICRO.fullmatch(word):
            continue
        if not word.isascii() and len({letter_script(one) for one in word} & _ALIKE) > 1:
            yield Fault(message=f"“{word}” mixes letters of two scripts that look alike")


RULE = Rule(
    code="CAT013",
    name="look-alike letters",
    why="A Cyrillic В in “Beck” looks right and cannot be searched for, and the font may not "
    "have it.",
    fix="type the word again with one keyboard",
    bad=Example(source="Beck wrote about it.", target="Вeck escribió sobre ello."),
    good=Example(source="Beck wrote about it.", target="Beck escribió sobre ello."),
    check=check,
)
