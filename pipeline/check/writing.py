"""In which script and language a text is written, told from its letters and commonest words."""

import re
import unicodedata
from collections import Counter
from collections.abc import Set
from functools import lru_cache

from pipeline.values.language import Language

MARKS = "".join(
    chr(code) for code in range(0x0900, 0x0E00) if unicodedata.category(chr(code)) in ("Mn", "Mc")
)
"""Vowel signs and such of the scripts of India and Sri Lanka, which are parts of their words."""

_WORD = re.compile(rf"(?:[^\W\d_][{MARKS}\u200d]*)+(?:'[^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?;:。！？；：।؟؛።។۔။։])[\s»”\"’)]+(?=\S)|(?<=[。！？；។၊။])")

_SCRIPTS = {
    "LATIN": "Latn",
    "CYRILLIC": "Cyrl",
    "GREEK": "Grek",
    "ARABIC": "Arab",
    "HEBREW": "Hebr",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
    "GURMUKHI": "Guru",
    "GUJARATI": "Gujr",
    "ORIYA": "Orya",
    "TAMIL": "Taml",
    "TELUGU": "Telu",
    "KANNADA": "Knda",
    "MALAYALAM": "Mlym",
    "SINHALA": "Sinh",
    "THAI": "Thai",
    "LAO": "Laoo",
    "KHMER": "Khmr",
    "MYANMAR": "Mymr",
    "ETHIOPIC": "Ethi",
    "GEORGIAN": "Geor",
    "ARMENIAN": "Armn",
    "CJK": "Hani",
    "HIRAGANA": "Kana",
    "KATAKANA": "Kana",
    "KATAKANA-HIRAGANA": "Kana",
    "HANGUL": "Hang",
    "FULLWIDTH": "Latn",
}

_OF_SCRIPT = {
    "Hans": {"Hani"},
    "Hant": {"Hani"},
    "Jpan": {"Hani", "Kana"},
    "Kore": {"Hang", "Hani"},
}

UNSPACED = ("ja", "ko", "th", "zh")
"""Languages whose words stand together, or with what belongs to them."""


def edges_of_words(language: str) -> tuple[str, str]:
    """Return the patterns of where a word begins and ends, empty where none can be told."""
    return ("", "") if language in UNSPACED else (r"(?<!\w)", r"(?!\w)")


class _ScriptOf(dict[str, str]):
    """Of each letter its script, worked out when it is asked for first."""

    def __missing__(self, letter: str) -> str:
        is_letter = letter.isalpha() or unicodedata.category(letter) in ("Mn", "Mc")
        name = unicodedata.name(letter, " ").split()[0] if is_letter else ""
        self[letter] = script = _SCRIPTS.get(name, "Zyyy") if is_letter else ""
        return script


_script_of = _ScriptOf()


def letter_script(letter: str) -> str:
    """Return the script of a letter, empty for what is no letter or of another script."""
    return _script_of[letter]


def scripts_in(text: str) -> Counter[str]:
    """Count a text's letters by script; marks count with their letters."""
    if text.isascii():
        return Counter({"Latn": sum(map(str.isalpha, text))})
    found: dict[str, int] = {}
    for letter in set(text):
        if script := _script_of[letter]:
            found[script] = found.get(script, 0) + text.count(letter)
    return Counter(found)


def own_scripts(language: Language) -> set[str]:
    """Return the scripts whose letters a language's words are made of."""
    return _OF_SCRIPT.get(language.script, {language.script})


def lower_case(text: str) -> str:
    """Return a text in lower case, without the dot that Python leaves over of a Turkish İ."""
    return text.lower().replace("i\u0307", "i")


@lru_cache(maxsize=256)
def words_of(text: str) -> tuple[str, ...]:
    """Return a text's words in lower case, as they are told apart by spaces and punctuation.

    Several rules ask for those of the text that they are given in turn.
    """
    return tuple(_WORD.findall(lower_case(text).replace("’", "'")))


def sentences_of(text: str) -> list[str]:
    """Return a text's sentences, as far as punctuation tells them."""
    return [part for part in _SENTENCE_END.split(text.strip()) if part.strip(" .!?。！？।؟።")]


def hits(found: Set[str], seen: Set[str], words: frozenset[str], letters: frozenset[str]) -> int:
    """Count the common words of a language among the words of a text, and its letters twice.

    ``found`` are the different words of the text, ``seen`` its different letters.
    """
    return len(words & found) + 2 * len(letters & seen)


def width(text: str) -> float:
    """Return about how many average Latin letters wide a text is."""
    return sum(map(_width_of, text))


@lru_cache(maxsize=20_000)
def width_of_letters(text: str) -> float:
    """Return how wide a text is without its spaces, digits and signs."""
    return sum(map(_width_of_letter, text))


@lru_cache(maxsize=4096)
def _width_of_letter(letter: str) -> float:
    return _width_of(letter) if letter.isalpha() else 0.0


@lru_cache(maxsize=4096)
def _width_of(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    return 1.9 if unicodedata.east_asian_width(letter) in "WF" else 1.0
