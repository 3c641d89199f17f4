"""Characters that no eye sees, or that belong nowhere in a text: by what Unicode says of them.

What a script really needs stays: joiners in Persian and Indic words, break points in Khmer, Thai,
Lao and Burmese, direction marks in right-to-left text, variants of Han characters in names.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

REORDERED = "\u0900-\u109f\u1780-\u17ff"
"""Letters of scripts that reorder or stack them: Devanagari to Burmese, and Khmer."""

UNPARTED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
"""Letters of scripts that do not part words: Thai, Lao, Burmese, Khmer, kana and Han."""

_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4,}"
)
"""Four marks on one letter: no script that is printed here has so many."""

_SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000]{4,}")

_STRETCHED = re.compile("\u0640{4,}")
"""A line that stretches an Arabic word, over and over."""

_FILLERS = "\u115f\u1160\u3164\uffa0\u2800"
"""Fillers of Hangul and the blank of Braille: letters and signs that print nothing."""

_SILENT = f"{_FILLERS}\u0640"
"""What is a letter for Unicode and says nothing."""

_NEVER = f"\u034f\u17b4\u17b5\u180e\ufeff{_FILLERS}"
"""Further characters without a sign that no text needs."""

_SELECTORS = re.compile("[\ufe00-\ufe0f\u180b-\u180d\u180f\U000e0100-\U000e01ef]")

_JOINING = (
    "ARABIC",
    "SYRIAC",
    "DEVANAGARI",
    "BENGALI",
    "GURMUKHI",
    "GUJARATI",
    "ORIYA",
    "TAMIL",
    "TELUGU",
    "KANNADA",
    "MALAYALAM",
    "SINHALA",
    "MYANMAR",
    "KHMER",
    "TIBETAN",
    "MONGOLIAN",
)
"""Scripts in which a joiner shapes the letters beside it."""

_UNSPACED = ("THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN", "JAVANESE", "BALINESE")
"""Scripts in which U+200B says where a line may break."""

_OVER_NUMBERS = re.compile("[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd]")
"""Signs that are drawn around or under the digits behind them (Prepended_Concatenation_Mark), or as
an empty box where a font lacks them: no sheet can prove what a reader makes of them."""

_REPLACED = "\ufffc"
"""What stands where a picture or another object was copied as text."""

_DELETE = "delete it: directions are set by the sheet"


class Odd(NamedTuple):
    """A character that does not belong into a text."""

    letter: str
    fault: str
    fix: str = _DELETE


def odd_characters(text: str, *, indented: bool = False) -> Iterator[Odd]:
    """Yield characters that do not belong into a text, each once, and what is wrong with them.

    In a line of a file, which may be ``indented``, a row of spaces is no fault.
    """
    if not text.isascii():
        suspects = {letter for letter in set(text) - _HARMLESS if _is_suspect(letter)}
        told: set[str] = set()
        for place, letter in enumerate(text) if suspects else ():
            if letter in suspects and letter not in told:
                odd = _odd(text, place)
                if odd:
                    told.add(letter)
                    yield odd
        for pattern, fault in ((_MARKS, "too many marks"), (_STRETCHED, "a stretched word")):
            if match := pattern.search(text):
                yield Odd(match[0][0], fault)
    elif control := _CONTROL.search(text):
        yield Odd(control[0], _UNSEEN)
    if not indented and (spaces := _SPACES.search(text)):
        yield Odd(spaces[0][0], "a row of spaces")


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_UNSEEN = "an invisible control character"


_HARMLESS: set[str] = set()
"""Letters that have been looked at and are none, so that each is looked up once."""


def _is_suspect(letter: str) -> bool:
    kind = unicodedata.category(letter)
    if (
        kind not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
        and letter not in _NEVER
        and letter != _REPLACED
        and not "\U0001d400" <= letter <= "\U0001d7cb"
        and not _SELECTORS.match(letter)
        and not _is_overlay(letter)
    ) or letter in "\n\t":
        _HARMLESS.add(letter)
        return False
    return True


def _is_overlay(letter: str) -> bool:
    """Say whether a mark strikes out or frames the letter before it."""
    return unicodedata.category(letter) == "Me" or unicodedata.combining(letter) == _OVERLAY


_OVERLAY = 1
"""The canonical combining class of signs that lie over a letter."""


def _odd(text: str, place: int) -> Odd | None:
    """Say what is wrong with a suspect where it stands; nothing where its script needs it there."""
    letter, kind = text[place], unicodedata.category(text[place])
    if kind in ("Co", "Cn", "Cs"):
        fault = "a character that means nothing to others (private use, or not assigned)"
        return Odd(letter, fault)
    if "\U0001d400" <= letter <= "\U0001d7cb":
        fault = "a letter of a formula, which is read out and found as none"
        return Odd(letter, fault, "type the letter itself; write ** around what is to be bold")
    if letter == _REPLACED:
        return Odd(letter, "what is left of a picture that was copied as text", "delete it")
    if _OVER_NUMBERS.match(letter):
        return Odd(
            letter,
            "a sign around digits, which fonts draw over them or as a box",
            "delete it, and write the word for it before the number, such as رقم ٥, عدد ۵ or سنة ٥",
        )
    if _is_overlay(letter):
        return Odd(
            letter,
            "a mark that strikes out or frames the letter before it",
            "delete it; write **bold** to stress a word",
        )
    return None if _is_needed(text, place) else Odd(letter, _UNSEEN)


def _is_needed(text: str, place: int) -> bool:
    """Say whether the script of a text needs a character without a shape where it stands."""
    letter = text[place]
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    match letter:
        case "\u00ad" | "\u2060":
            good = before.strip() and after.strip() and not (before + after).isdecimal()
            good = good and letter not in (before, after)
        case "\u200c" | "\u200d":
            # Two signs that are no letters: an emoji of several.
            together = _kind(before) == "So" or before == "\ufe0f"
            good = _is_of(before, _JOINING) or (letter == "\u200d" and together)
        case "\u200b":
            good = _is_of(before, _UNSPACED) or _is_of(after, _UNSPACED)
        case "\u200e" | "\u200f" | "\u061c":
            good = _is_right_to_left(text) and not (before.isdecimal() and after.isdecimal())
            good = good and letter not in (before, after)
        case _ if _SELECTORS.match(letter):
            good = _is_selected(before, letter)
        case _:
            good = False
    return bool(good)


def _kind(letter: str) -> str:
    return unicodedata.category(letter) if letter else ""


def _is_selected(before: str, selector: str) -> bool:
    if _is_of(before, ("CJK",)):
        return selector not in "\ufe0e\ufe0f"
    if _is_of(before, ("MONGOLIAN", "PHAGS-PA", "MYANMAR")):
        return selector < "\ufe10"
    return selector in "\ufe0e\ufe0f" and _kind(before) in ("So", "Sm", "Sk", "Po")


@lru_cache(maxsize=4096)
def _is_of(letter: str, scripts: tuple[str, ...]) -> bool:
    return bool(letter) and unicodedata.name(letter, "").startswith(scripts)


_DIRECTIONS = {"\u200e", "\u200f", "\u061c"}


def _is_right_to_left(text: str) -> bool:
    return any(
        unicodedata.bidirectional(letter) in ("R", "AL") for letter in set(text) - _DIRECTIONS
    )


def says_something(text: str) -> bool:
    """Say whether a text has a letter or digit that prints, beyond fillers and stretched lines."""
    return any(letter.isalnum() and letter not in _SILENT for letter in text)


def is_babble(text: str) -> bool:
    """Say whether a text of some length is a few letters, or a few words, over and over."""
    if len(set(text)) <= _VARIED:
        letters = [one for one in text.casefold() if one.isalpha() and one not in _SILENT]
        if len(letters) >= _LONG_ENOUGH and len(set(letters)) <= _FEW:
            return True
        if len(letters) >= _ALL_ALIKE and len(set(letters)) == 1:
            return True
    words = text.split()
    return len(words) >= _SEVERAL and len(set(words)) <= len(words) / 3


_VARIED = 24
"""Different characters from which on a text is no few letters over and over."""

_LONG_ENOUGH, _FEW, _SEVERAL = 12, 5, 6
"""Letters of a text that are looked at, different letters that say nothing, and words."""

_ALL_ALIKE = 6
"""From how many letters on a text of one and the same says nothing."""
