"""Places in a work, as an author or a translator writes them: ``p. 12``, ``párr. 2``, ``第4章``."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from pipeline.records.csl_terms import compared, locator_words
from pipeline.records.typography import accepted_locators, own_locators
from pipeline.values.citation import Cite, Locator

_ROMAN = "(?:[ivxlcdm]+|[IVXLCDM]+)"
_DASH = "[–—‐‑〜～~-]"
_NUMBER = rf"(?:\d[\w.,:/\s–—‐‑〜～~-]*|(?<=[\s.]){_ROMAN}(?:{_DASH}{_ROMAN})?)"
_WORD_FIRST = re.compile(rf"(?P<word>[^\d\s][^\d]*?)\s*(?P<value>{_NUMBER})")
_NUMBER_FIRST = re.compile(
    rf"第?\s*(?P<value>\d[\d.,\s–—‐‑〜～~-]*?|{_ROMAN}(?:{_DASH}{_ROMAN})?)"
    r"\s*(?P<word>[^\d\s.,–—〜～~-][^\d]*)"
)
_SEVERAL = re.compile(rf"\d\s*(?:{_DASH}|,)\s*\d|^{_ROMAN}–{_ROMAN}$")


def read_locator(text: str, locale: str) -> Locator:
    """Read a place in a work by the words of a locale and English ones.

    What has no such word comes back as it is, without a name.
    """
    for form in (_WORD_FIRST, _NUMBER_FIRST):
        match = form.fullmatch(text.strip())
        name = _name(match["word"], locale) if match else ""
        if match and name:
            value = re.sub(rf"\s*{_DASH}\s*", "–", match["value"].strip())
            return Locator(name=name, value=value, is_several=bool(_SEVERAL.search(value)))
    return Locator(name="", value=text.strip())


def _name(word: str, locale: str) -> str:
    """Return what a word stands for: one of the terms, or the beginning of just one of them."""
    wanted, words = compared(word), _words(locale)
    for form in (wanted, wanted.removeprefix(_ARABIC_THE)):
        if form in words:
            return words[form]
    begun = {name for known, name in words.items() if wanted and known.startswith(wanted)}
    return begun.pop() if len(begun) == 1 else ""


_ARABIC_THE = "ال"


@cache
def _words(locale: str) -> Mapping[str, str]:
    own = {
        compared(written.replace("{}", "").replace("第", "")): name
        for name, written in own_locators(locale).items()
    }
    accepted = {
        compared(word): name for name, words in accepted_locators(locale).items() for word in words
    }
    return {**locator_words(locale), **own, **accepted}


def meaning(cites: tuple[Cite, ...], locale: str) -> tuple[tuple[str, bool, str, str], ...]:
    """Return what a citation says in whatever words: equal where two say the same."""
    return tuple(sorted(_meanings(cites, locale)))


def _meanings(cites: tuple[Cite, ...], locale: str) -> Iterator[tuple[str, bool, str, str]]:
    for cite in cites:
        place = read_locator(cite.locator, locale)
        digits = "".join(
            str(int(letter)) if letter.isdecimal() else letter for letter in place.value
        )
        yield cite.key, cite.year_only, place.name, digits.replace(" ", "")
