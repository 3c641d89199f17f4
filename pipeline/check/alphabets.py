"""Letters that a language has not: of a code page of other languages, or of another script."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.check.rule import Pair
from pipeline.check.sameness import without_addresses
from pipeline.records.encoding import whole_words
from pipeline.records.vocabulary import vocabulary
from pipeline.values.lazy_regex import lazy_regex
from pipeline.values.locale import language_of

_SMALL = "a-z" + "".join(one for one in map(chr, range(0xDF, 0x250)) if one.islower())
_LARGE = "".join(one for one in map(chr, range(0xC0, 0x250)) if one.isupper())
_LARGE_LETTERS = frozenset(_LARGE)
_LARGE_INSIDE = lazy_regex(
    rf"[{_SMALL}][{_LARGE}](?=[{_SMALL}]|(?!\w))|(?<!\w)[A-Z][{_LARGE}](?=[{_SMALL}])"
)
"""A large letter with a mark inside a word of small ones: ``conexiÛn``."""

_OTHER_SCRIPT = lazy_regex(
    "[a-zß-öø-\u024f\u1e00-\u1eff][\u0590-\u08ff\u0e00-\u0e7f\uff61-\uff9f]"
    "|[\u0590-\u08ff\u0e00-\u0e7f\uff61-\uff9f][a-zß-öø-\u024f\u1e00-\u1eff]{2}"
)
"""Hebrew, Arabic, Thai and narrow Japanese letters inside a word of Latin ones: ``conexiَn``."""

_MARKED_INSIDE = lazy_regex("[\u0370-\u06ff][ß-öø-ÿ]|[ß-öø-ÿ][\u0370-\u06ff]")
"""A Latin letter with a mark beside one of a script that has none: ``êجظن``."""

_BEYOND = {
    "Latn": frozenset(filter(str.isalpha, map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))))),
    "Cyrl": frozenset(filter(str.isalpha, map(chr, range(0x400, 0x500)))),
}
"""Letters of a script that not every language has, which is written in it."""
_WORD = lazy_regex(r"[^\W\d_]+")
_TURNING = lazy_regex("[а-яёіїєґ][А-ЯЁІЇЄҐ]+[а-яёіїєґ]|[А-ЯЁІЇЄҐ]{2}[а-яёіїєґ][А-ЯЁІЇЄҐ]")
"""A large letter amid small ones: ``свЯзь``; a name may have one, a text has no two."""

_HANGUL = lazy_regex("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_HAN = lazy_regex("[\u4e00-\u9fff]{2,}.*[\u4e00-\u9fff]{2,}")
"""Two words in Chinese characters, where a Korean text has no letter of its own."""

_LOANS = frozenset("éèêëàâäáãåçñïîíôöóøœûüúßÉÈÊËÀÂÄÁÃÅÇÑÏÎÍÔÖÓØŒÛÜÚ")
"""Letters of words that Western languages lend to each other: à la carte, jalapeño, smörgåsbord."""

_VIETNAMESE = "".join(map(chr, range(0x1EA0, 0x1EFA))) + "àáâãèéêìíòóôõùúýăđĩũơư"
_ALSO = {
    "it": "ìùî",
    "nl": "ìĳ",
    "ro": "şţ",
    "ru": "ъёщэ",
    "tr": "âîû",
    "uk": "ґщєїі",
    "vi": _VIETNAMESE.lower(),
}
"""Letters that a language has, and may not have in the words on record."""


@cache
def letters_of(locale: str, script: str) -> frozenset[str]:
    """Return the letters beyond ASCII of a language, none where none are on record."""
    own = "".join(vocabulary(locale)).lower()
    if not own:
        return frozenset()
    own += _ALSO.get(language_of(locale), "")
    return _BEYOND[script] & frozenset(own + own.upper())


def not_its_letters(pair: Pair) -> str:
    """Return a word of a text in letters that its language has not, nothing where it has none."""
    text = pair.target.plain
    if text.isascii():
        return ""
    return next((word for word in _found(text, pair) if word not in pair.source.plain), "")


def _found(text: str, pair: Pair) -> Iterator[str]:
    script, text = pair.language.script, without_addresses(text)
    letters = frozenset(text)
    if script == "Latn":
        if not _LARGE_LETTERS.isdisjoint(letters):
            yield from _words(text, _LARGE_INSIDE)
        yield from _words(text, _OTHER_SCRIPT)
    elif script in _MARKLESS and not _MARKED.isdisjoint(letters):
        yield from list(_words(text, _MARKED_INSIDE))[1:]
    if script == "Cyrl":
        yield from [word for word in _WORD.findall(text) if _TURNING.search(word)][1:]
    if script == "Kore" and not _HANGUL.search(text):
        yield from _HAN.findall(text)
    if script in _BEYOND:
        yield from _strange(text, letters, pair.language.locale, script)


def _strange(text: str, letters: frozenset[str], locale: str, script: str) -> list[str]:
    """Return the words with a letter that a language has not, names left out.

    One may be a word of another language, but where the text has no letter of its own.
    """
    strange = letters & _not_of(locale, script)
    if not strange:
        return []
    own = letters_of(locale, script)
    words = [
        word
        for word in dict.fromkeys(_WORD.findall(text))
        if word[0].islower() and not strange.isdisjoint(word)
    ]
    return words if own.isdisjoint(text.casefold()) else words[1:]


@cache
def _not_of(locale: str, script: str) -> frozenset[str]:
    """Return the letters that a language has not, none where nobody knows which it has."""
    own = letters_of(locale, script)
    return _BEYOND[script] - own - _LOANS if own else frozenset()


_MARKED = frozenset(map(chr, range(0xDF, 0x100)))
_MARKLESS = ("Arab", "Hebr", "Cyrl", "Grek")


def _words(text: str, form: re.Pattern[str]) -> Iterator[str]:
    return (whole_words(text, found) for found in form.finditer(text))
