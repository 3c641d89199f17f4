"""Digits in every way that Unicode knows, and what stands unseen between them."""

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\u20dd-\u20e4\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
"""Signs without width, and frames around a digit, which must not part the digits of a number."""


DIGIT = re.compile(
    "[\\d\u00b2\u00b3\u00b9\u2070-\u2089\u2460-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u3289"
    "\U0001f100-\U0001f10c]"
)
"""Of a text with a digit in any writing."""


def without_unseen(text: str) -> str:
    """Return a text without characters that print nothing."""
    return text if text.isascii() else _UNSEEN.sub("", text)


def western(text: str) -> str:
    """Return a text of the same length with its decimal digits in Western form."""
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.digit(letter)) if letter.isdecimal() else letter for letter in text
    )


def plain_digits(text: str) -> str:
    """Return the digits of a text alone, in whatever writing, as ASCII."""
    return "".join(str(unicodedata.digit(one)) for one in text if one.isdigit())


def in_digits(text: str) -> str:
    """Return a text with every sign for a digit as an ASCII digit, and unseen characters gone.

    ⑨, ⁹, ９, 𝟗, ٩ and ९ are 9, ⑫ is 12. Han numerals are words and stay, as Roman ones do.
    """
    text = without_unseen(text)
    return text if text.isascii() else "".join(map(_digit, text))


@lru_cache(maxsize=8192)
def _digit(letter: str) -> str:
    if letter.isascii() or letter.isalpha():
        return letter
    kind = unicodedata.category(letter)
    if kind not in ("Nd", "No"):
        return letter
    value = unicodedata.numeric(letter, None)
    if value is None or value != int(value) or value > _LARGEST:
        return letter
    return str(int(value))


def dialled_in(text: str, country: str) -> "PhoneNumber | None":
    """Read a number as it is dialled in a country; None where it cannot be one."""
    import phonenumbers

    try:
        return phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return None


_LARGEST = 99
"""Of the circled and bracketed numbers; the signs for thousands are no digits of a number."""

_KEYS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")


def keyed(letters: str) -> str:
    """Return the digits of letters on a telephone's keys, after ITU-T E.161: TALK is 8255."""
    return letters.upper().translate(_KEYS)
