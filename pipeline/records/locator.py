"""Places in a work, as an author or a translator writes them: ``p. 12``, ``párr. 2``, ``第4章``."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from pipeline.records.csl_terms import compared, locator_words
from pipeline.records.typography import accepted_locators, own_locators
from pipeline.values.citation import Cite, Locator
from pipeline.values.lazy_regex import lazy_regex

_ROMAN = "(?:[ivxlcdm]+|[IVXLCDM]+)"
_DASH = "[–—‐‑〜～~-]"
_LETTERED = r"(?<=[\s.])[A-Za-z]{1,2}-?\d[\w.,\s–—‐‑〜～~-]*"
"""Pages of a supplement, of a newspaper, and of what was never printed: S3, A5, e12."""
_LETTER = r"(?<=[\s.])[A-Z](?![^\W\d_])"
"""An appendix, as most are told apart."""
_NUMBER = (
    rf"(?:\d[\w.,:/\s–—‐‑〜～~-]*|{_LETTERED}|(?<=[\s.]){_ROMAN}(?:{_DASH}{_ROMAN})?|{_LETTER})"
)
_WORD_FIRST = lazy_regex(rf"(?P<word>[^\d\s][^\d]*?)\s*(?P<value>{_NUMBER})")
_NUMBER_FIRST = lazy_regex(
    rf"[第제]?\s*(?P<value>\d[\d.,\s–—‐‑〜～~-]*?|{_ROMAN}(?:{_DASH}{_ROMAN})?)"
    r"\s*(?P<word>[^\d\s.,–—〜～~-][^\d]*)"
)
_SEVERAL = lazy_regex(rf"\d\s*(?:{_DASH}|,)\s*[A-Za-z]?\d|^{_ROMAN}–{_ROMAN}$")


def read_locator(text: str, locale: str) -> Locator:
    """Read a place in a work by the words of a locale and English ones.

    What has no such word comes back as it is, without a name.
    """
    for form in (_WORD_FIRST, _NUMBER_FIRST):
        match = form.fullmatch(text.strip())
        name = _name(match["word"], locale) if match else ""
        if match and name:
            value = re.sub(rf"\s*{_DASH}\s*", "–", _joined(match["value"].strip()))
            return Locator(name=name, value=value, is_several=bool(_SEVERAL.search(value)))
    return Locator(name="", value=text.strip())


def read_places(text: str, locale: str) -> tuple[Locator, ...]:
    """Read a place that is named in steps, as *vol. 2, p. 3*; one place, where any has no name."""
    steps = tuple(read_locator(step, locale) for step in _STEPS.split(text))
    return steps if all(step.name for step in steps) else (read_locator(text, locale),)


_STEPS = lazy_regex(r"\s*[,،、]\s*(?=[^\W\d_]{1,12}\.?\s*\d|第)")


def _joined(value: str) -> str:
    """Return numbers with signs between them for words: *12 and 15* is 12, 15 in every language."""
    return _TO.sub("–", _AND.sub(", ", value))


_AND = lazy_regex(r"(?<=\d)\s+(?:and|&|y|e|et|und|en|и|і|та|και|ve|dan|và|i|na|at|ak)\s+(?=\d)")
_TO = lazy_regex(
    r"(?<=\d)\s+(?:to|a|à|bis|tot|al|до|по|έως|ila|sampai|đến|do|hadi|hanggang)"
    r"\s+(?=\d)"
)


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
        places = read_places(cite.locator, locale)
        values = (_western(place.value).replace(" ", "") for place in places)
        name = "+".join(place.name for place in places)
        yield cite.key, cite.year_only, name, "+".join(values if name else map(_said, places))


def _western(text: str) -> str:
    return "".join(str(int(letter)) if letter.isdecimal() else letter for letter in text)


def _said(place: Locator) -> str:
    """Return what must stay of a place whose word nobody knows here: *slide 4*, *diapositiva 4*."""
    value = _western(place.value)
    return " ".join(re.findall(r"\d+", value)) or value.replace(" ", "")
