"""Numbers in running text, by value: any script's digits, however they are grouped."""

import re
import unicodedata
from collections import Counter

_NUMBER = re.compile(r"\d+(?:[.,٬٫ \u00a0\u202f–-]?\d+)*")

_LEAST_DIGITS = 3
"""From how many digits on a number could be dialled by somebody."""


def digits(text: str) -> Counter[str]:
    """Count the digits of a text, in Western form."""
    return Counter(str(unicodedata.digit(letter)) for letter in text if letter.isdigit())


def numbers(text: str) -> list[str]:
    """Return the numbers of a text, as they stand in it."""
    return [match[0] for match in _NUMBER.finditer(text)]


def dialable(text: str) -> list[str]:
    """Return the numbers of three digits and more, as they stand in the text."""
    return [match[0] for match in _NUMBER.finditer(text) if len(_value(match[0])) >= _LEAST_DIGITS]


def added_numbers(source: str, target: str) -> list[str]:
    """Return the numbers of three digits and more that a translation has and its source lacks.

    ``1.000`` is no addition to ``1,000``, nor are ``1990`` and ``2000`` to ``1990-2000``.
    """
    known = {_value(match[0]) for match in _NUMBER.finditer(source)}
    known |= {group for match in _NUMBER.finditer(source) for group in _groups(match[0])}
    return [
        number
        for number in dialable(target)
        if _value(number) not in known and not all(group in known for group in _groups(number))
    ]


def _value(number: str) -> str:
    return "".join(str(unicodedata.digit(letter)) for letter in number if letter.isdigit())


def _groups(number: str) -> list[str]:
    return [_value(group) for group in re.findall(r"\d+", number)]
