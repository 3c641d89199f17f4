"""In which language a short text is, told from the words and letters that only one of two has.

A sentence of five words may have no common word of its language. Its other words tell it as well:
where several are in use in another language's catalogs and none of them in its own, it is in that
other language. Words that the source has too, and names, are no sign.
"""

import re
from dataclasses import dataclass
from functools import cache

from pipeline.check.rule import Pair
from pipeline.check.writing import MARKS, lower_case
from pipeline.records.vocabulary import (
    called,
    common_words,
    other_vocabularies,
    vocabulary,
)

_MARKS = rf"{MARKS}\u200c\u200d"
_WORD = re.compile(
    rf"(?<![\w.@/‐‑{_MARKS}-])(?:[^\W\d_][{_MARKS}]*)+"
    r"(?:'[^\W\d_]+)*(?!\.?[\w@/])"
)
_VOWELS_OF_ARABIC = re.compile("[\u064b-\u0652\u0670]")

_TWO, _SURELY = 2, 3
"""Words of another language from which on a text is in it: all by themselves, or among others."""
_SHARE = 0.3
"""How much of a text two such words have to be."""
_TO_ONE = 4
"""How many of them outweigh one word of the text's own language."""


@dataclass(frozen=True, slots=True)
class Likelier:
    """A language that a text is more likely to be in than in its own."""

    name: str
    is_sure: bool
    """Not where two words tell it that its own language could have as well."""


def likelier_language(pair: Pair) -> Likelier | None:
    """Return the language that a translation looks like more than its own, if there is one."""
    if pair.target.plain.strip() == pair.source.plain.strip():
        return None
    if pair.language.script in _CODECS:
        return _likelier_characters(pair)
    own = vocabulary(pair.language.locale)
    return _likelier_words(pair, own) if own else None


def _likelier_words(pair: Pair, own: frozenset[str]) -> Likelier | None:
    if len(set(pair.target.words) - own) < _TWO:
        return None
    words = words_in(pair.target.plain).difference(pair.source.words)
    unknown = words - own
    if len(unknown) < _TWO:
        return None
    best, most = None, _TWO - 1
    for name, theirs in other_vocabularies(pair.language.locale).items():
        found = unknown & theirs
        if len(found) <= most or not any(len(word) > 1 for word in found):
            continue
        if len(found) < _SURELY and len(found) < _SHARE * len(words):
            continue
        if len(found) > _TO_ONE * len((words & own) - theirs):
            sure = len(found) >= _SURELY or not found.isdisjoint(common_words(name))
            best, most = Likelier(called(name), sure), len(found)
    return best


def words_in(text: str) -> set[str]:
    """Return the words of a text that are no names, in lower case."""
    plain = _VOWELS_OF_ARABIC.sub("", text).replace("’", "'")
    found = _WORD.findall(plain)
    return {
        lower_case(word)
        for number, word in enumerate(found)
        if number == 0 or word[0] == word[0].lower()
    }


_CODECS = {"Hans": "gb2312", "Hant": "big5", "Jpan": "shift_jis"}
"""Standards that have the characters of Chinese in one of its ways, or of Japanese, alone."""
_NAMES = {"Hans": "zh_Hans", "Hant": "zh_Hant", "Jpan": "ja"}


def _likelier_characters(pair: Pair) -> Likelier | None:
    script = pair.language.script
    if script == "Jpan" and pair.target.scripts["Kana"]:
        return None
    characters = {one for one in pair.target.plain if "\u4e00" <= one <= "\u9fff"}
    characters.difference_update(pair.source.plain)
    own = {one for one in characters if is_in(one, _CODECS[script])}
    best, most = None, _TWO - 1
    for name, codec in _CODECS.items():
        theirs = {one for one in characters if is_in(one, codec)}
        signs = len(theirs - own)
        if signs > most and signs > _TO_ONE * len(own - theirs):
            best, most = Likelier(called(_NAMES[name]), is_sure=True), signs
    return best


@cache
def is_in(character: str, codec: str) -> bool:
    """Say whether a standard of characters has one."""
    try:
        character.encode(codec)
    except UnicodeEncodeError:
        return False
    return True
