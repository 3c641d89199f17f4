"""Pseudo-locales: an article in made-up words, to test the layout before a real language exists.

``qps`` puts accents on the source's letters, ``qps_Arab`` writes them in Arabic letters. Every text
grows as translations do, and stands in brackets, so that a cut end is seen; the number of a section
stands before them, as it hangs in the margin. What a translation must
keep, a pseudo text keeps: citations, placeholders, numbers, links, marks of emphasis, footnotes.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from string import ascii_lowercase, ascii_uppercase

from anyascii import anyascii

from pipeline.values.lazy_regex import lazy_regex
from pipeline.values.message import Catalog, Message, Translation

_VOWELS = frozenset("aeiouyAEIOUY")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Writing:
    """How a pseudo-locale writes letters and commas, and what it puts around a text."""

    signs: Mapping[int, str | int]
    growth: int
    """By how many percent the letters of a text grow."""
    opening: str
    closing: str


# A pseudo text takes 40 percent more room than what it stands for: more than most translations do.
# For the twin that is 40 percent more than the article's Arabic translation, which leaves short
# vowels out, as measured in set width; its letters are larger than Latin ones, too.
# The spaces within the brackets are no-break ones: beside a space a mark of emphasis opens or
# closes as it does at the end of a text.
_WRITINGS = {
    "qps": _Writing(
        signs=str.maketrans(
            ascii_uppercase + ascii_lowercase,
            "ÀƁÇĐÉƑĜĤÎĴĶĻḾÑÖÞɊŔŠŢÛṼŴẊÝŽàƀçđéƒĝĥîĵķļḿñöþɋŕšţûṽŵẋýž",
        ),
        growth=40,
        opening="‹\u00a0",
        closing="\u00a0›",
    ),
    "qps_Arab": _Writing(
        signs=str.maketrans(
            ascii_uppercase + ascii_lowercase + ",;?", "ابشدهفغحيجكلمنوپقرستؤڤوخئز" * 2 + "،؛؟"
        ),
        growth=15,
        opening="«\u00a0",
        closing="\u00a0»",
    ),
}

_LABEL = r"\[(?:\\.|`++[^`]*+`++|[^\[\]\\`])+\]"
_TARGET = (
    r"\((?:<[^<>\n]*>|(?:[^\s()]|\([^\s()]*\))*)"
    r"""(?:\s+(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\)))?\s*\)"""
)

# What stays as it is. Where Markdown is ambiguous rather more: that costs a word or two of test.
_KEPT = (
    r"\\.",  # an escape, or a hard break
    r"(?P<fence>`+)(?!`).+?(?<!`)(?P=fence)(?!`)|`+",  # code
    r"<[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*>|<[^\s<>@`]+@[^\s<>`]+>|<[/!?A-Za-z][^<>`]*>",
    r"\[\s*-?@[^\]]*\]",  # a citation
    r"\([^()\n]*\b(?:1[89]|20)\d\d[a-z]?\)",  # one that is written out: (Beck, 1967)
    r"\[\^[^\]\s]+\]",  # a footnote's mark
    rf"\]{_TARGET}",  # where a link leads
    rf"\]{_LABEL}(?![\[(])",
    rf"{_LABEL}(?!{_TARGET}|{_LABEL}(?![\[(]))",  # what may be a link by its own words
    rf"(?<=\]){_LABEL}(?!{_TARGET})",
    r"\{[A-Za-z][A-Za-z_]*\}",  # a placeholder
    r"&#?\w+;",
    r"(?:https?://|www\.)[^\s<>\[\](){}*_`\\]+",
    r"(?:[^\W\d_]*|[.,])\d(?:[.,:/]?[^\W_])*",  # a number, with its point and a unit that touches
)
_NUMBER = lazy_regex(r"\d{1,2}[.)]\s+(?=\S)")
_PIECE = lazy_regex(rf"(?P<kept>{'|'.join(_KEPT)})|(?P<word>[^\W\d_]+)|(?P<sign>.)", re.DOTALL)


def pseudo_catalog(messages: Iterable[Message], locale: str) -> Catalog:
    """Return a catalog that translates every message into a pseudo-locale's words."""
    return Catalog(
        locale=locale,
        path="pipeline/translate/pseudo.py",
        translations={
            message.key: Translation(text=pseudo_text(message.text, locale), fuzzy=False, line=0)
            for message in messages
        },
    )


def pseudo_text(text: str, locale: str) -> str:
    """Return a text, inline Markdown or plain, in a pseudo-locale's words.

    A text without letters of its own comes back as it is.
    """
    writing = _WRITINGS[locale]
    number = _NUMBER.match(text)
    start = number.end() if number else 0
    parts: list[str] = []
    owed, has_letters = 50, False  # in percent of a letter; half of one, so that the sum is rounded
    for piece in _PIECE.finditer(text, start):
        if piece["word"]:
            letters = _ascii(piece["word"])
            owed += writing.growth * len(letters)
            parts.append(_written(letters, owed // 100, writing))
            owed %= 100
            has_letters = True
        else:
            parts.append(piece["kept"] or piece["sign"].translate(writing.signs))
    if not has_letters:
        return text
    return "".join((text[:start], writing.opening, *parts, writing.closing))


def _ascii(word: str) -> str:
    """Return a word in the letters a to z; a letter that nothing is like stays."""
    return "".join(re.sub(r"[^A-Za-z]", "", anyascii(letter)) or letter for letter in word)


def _written(word: str, more: int, writing: _Writing) -> str:
    """Write a word with some letters more: its vowels, one after the other, are drawn out."""
    drawn = [place for place, letter in enumerate(word) if letter in _VOWELS] or [len(word) - 1]
    times = [0] * len(word)
    for number in range(more):
        times[drawn[number % len(drawn)]] += 1
    again = str if word.isupper() else str.lower
    letters = "".join(
        letter + again(letter) * count for letter, count in zip(word, times, strict=True)
    )
    return letters.translate(writing.signs)
