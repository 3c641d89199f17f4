"""Spaces at which no line may end: in numbers, before units, where a language holds words together.

Each function returns a text of the same length, in which nothing but ordinary spaces has changed.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

NO_BREAK = "\u00a0"
THIN_NO_BREAK = "\u202f"
"""Lato, Noto Serif and the sheet's readers know both."""

_GROUPS = re.compile(r"(?<![\d\w])\d{1,3}(?: \d{3})+(?!\d)")
"""A number whose thousands are divided by spaces, in any digits."""


def whole_numbers(text: str, units: Iterable[str] = ()) -> str:
    """Return a text in which no line ends within ``1 000``, nor within ``10 mg``."""
    text = _GROUPS.sub(lambda match: match[0].replace(" ", NO_BREAK), text)
    return _before_units(frozenset(units)).sub(NO_BREAK, text)


_AMOUNT = re.compile(r"\s*\d+ [^\W\d_]+\.?\s*")
"""A number and one word, as a cell of a table has them."""

_LONGEST_AMOUNT = 10
"""Letters of an amount that is kept whole: not wider than the words that a column has anyway."""


def whole_amount(cell: str) -> str:
    """Return the text of a cell in which no line ends within ``20 minutes``, if it says no more."""
    if len(cell.strip()) > _LONGEST_AMOUNT or not _AMOUNT.fullmatch(cell):
        return cell
    return re.sub(r"(?<=\d) ", NO_BREAK, cell)


@cache
def _before_units(units: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(units, key=lambda unit: (-len(unit), unit))
    either = "|".join(map(re.escape, longest_first)) or "(?!)"
    return re.compile(rf"(?<=\d) (?=(?:{either})(?![\w/]))")


_FRENCH = (
    (re.compile(r"(?<=\S) (?=[;!?])"), THIN_NO_BREAK),
    (re.compile(r"(?<=\S) (?=[:»])|(?<=«) "), NO_BREAK),
)


def french_spaces(text: str) -> str:
    """Return a text with no-break spaces before ``: ; ! ? »`` and after ``«``, where one stood.

    The thin one stands before ``; ! ?``, after the Lexique des règles typographiques of the
    Imprimerie nationale. Where Canadian French writes none, none is put in.
    """
    for pattern, space in _FRENCH:
        text = pattern.sub(space, text)
    return text


_AFTER_COLON = re.compile(r"(?<=: )\w{1,3} (?=\S{1,16}(?:[\s-]|$))")


def whole_after_colon(text: str) -> str:
    """Return a head in which no line ends after a short word behind a colon."""
    return _AFTER_COLON.sub(lambda match: match[0][:-1] + NO_BREAK, text)


_AFTER_QUESTION = re.compile(r"(?<=[?؟] )[^?؟]{2,14}$")


def whole_after_question(text: str) -> str:
    """Return a short line of a question and few words in which no line parts those words."""
    return _AFTER_QUESTION.sub(lambda match: match[0].replace(" ", NO_BREAK), text)


_BEHIND_DASH = re.compile(r"(?<=[—–])[^\W\d_] (?=\w)")


def held_letters(text: str) -> str:
    """Return a text in which no line ends after a word of one letter that touches a dash."""
    return _BEHIND_DASH.sub(lambda match: match[0][:-1] + NO_BREAK, text)


def held_words(text: str, row: Mapping[str, Any]) -> str:
    """Return a text in which no line parts what a language's row ``held`` holds together.

    None ends after one of its ``words``, nor begins with one of those ``behind`` or with a dash.
    """
    words, behind = (frozenset(row.get(name, ())) for name in ("words", "behind"))
    pattern = _held(words, behind, row.get("dashes", ""))
    return pattern.sub(lambda match: match[0][:-1] + NO_BREAK, text)


@cache
def _held(words: frozenset[str], behind: frozenset[str], dashes: str) -> re.Pattern[str]:
    first, last = (_either(one) for one in (words, behind))
    dash = f"[{re.escape(dashes)}]" if dashes else "(?!)"
    return re.compile(
        rf"(?<![\w’'-])(?:{first}) (?=\S)|(?<=\S) (?=(?:{dash}|{last})(?![\w’'-]))",
        re.IGNORECASE,
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words))) or "(?!)"
