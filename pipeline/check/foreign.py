"""Texts that were left in the source's language, wholly or in part."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from pipeline.check.labels import name_key
from pipeline.check.rule import Fault, Pair, Side
from pipeline.check.sameness import is_measured, is_sign, may_be_name, stays, without_addresses
from pipeline.check.writing import own_scripts, scripts_in, sentences_of, words_of
from pipeline.records.in_force import data_file
from pipeline.values.article import plain_text
from pipeline.values.finding import Severity

_SENTENCE = 5
"""From how many words on a sentence shows its language."""


@lru_cache(maxsize=20_000)
def has_words(text: str) -> bool:
    """Say whether a text has words that are to be translated, not names and abbreviations alone."""
    words = re.findall(r"[^\W\d_][\w.’'-]*", without_addresses(text))
    return any(not is_sign(word.strip(".’'-")) for word in words)


def left_in_source(pair: Pair) -> Iterator[Fault]:
    """Report a text that is the source's own, or has a sentence that shows its language."""
    if pair.language.locale.split("_")[0] == pair.source_language.locale.split("_")[0]:
        return
    source = pair.source.plain.strip()
    target = without_addresses(pair.target.plain).strip()
    if _is_in_another_language(pair) or (pair.target.plain.strip() == source and stays(pair)):
        return
    if pair.source.words == pair.target.words and is_measured(target, pair.language):
        return
    if has_words(source) and pair.source.words and pair.source.words == pair.target.words:
        if pair.language.alike.issuperset(pair.source.words) or _is_name_on_record(pair):
            return
        # A letter alone is a unit, or a part of one.
        bare = words_of(without_addresses(pair.source.plain))
        one_word = sum(len(word) > 1 for word in bare) <= 1 and not pair.is_crisis
        yield Fault(
            message="this is still the English text",
            severity=Severity.WARNING if one_word or may_be_name(pair) else None,
        )
        return
    sentence = next(_left(pair, target), "")
    if sentence:
        yield Fault(message=f"this is still in English: {sentence[:80]}")
    elif link := next(_links_left(pair), ""):
        yield Fault(message=f"this is still in English: {link[:80]}", severity=Severity.WARNING)


def _is_name_on_record(pair: Pair) -> bool:
    """Say whether a text is what a crisis line is called on record, as a heading may be.

    A name of one word may be that word, too: Shout.
    """
    return (
        len(pair.source.words) > 1
        and name_key(pair.source.plain.strip(" .:;!\u2013\u2014")) in pair.crisis_numbers()
    )


def _links_left(pair: Pair) -> Iterator[str]:
    """Yield what links show in both texts: words in small letters, and so no names."""
    shown = [_shown(side) for side in (pair.source, pair.target)]
    for text in shown[0] & shown[1]:
        words = words_of(text)
        is_name = text[1:] != text[1:].lower() or _MARK.search(text)
        if len(words) > 1 and not is_name and not pair.language.alike.issuperset(words):
            yield text


_MARK = re.compile(r"[\d@/]|\w\.\w")
"""Of an address or a number."""


def _shown(side: Side) -> set[str]:
    if "](" not in side.text:
        return set()
    return {plain_text(one.children).strip() for one in side.inlines if one.kind == "link"}


def _left(pair: Pair, target: str) -> Iterator[str]:
    """Yield sentences of a translation that are the source's own, or show its language."""
    yield from (one for one in _telling(pair.source.plain) if one in target)
    if _may_be_source(pair, target):
        yield from (one for one in sentences_of(target) if _is_source(one, pair))


@lru_cache(maxsize=20_000)
def _telling(source: str) -> tuple[str, ...]:
    """Return the sentences of a text that show their language: of a few words, not names alone."""
    bare = (sentence.strip() for sentence in sentences_of(source[:_LONGEST_KEPT]))
    return tuple(
        one
        for one in bare
        if len(words_of(one)) >= _SAID
        and any(len(word) > 2 and word.islower() for word in re.findall(r"[^\W\d_]+", one))
    )


_SAID = 3
"""From how many words on a sentence that is the same in both texts was left as it was."""
_LONGEST_KEPT = 20_000


def _is_in_another_language(pair: Pair) -> bool:
    """Say whether the source's text is not in its language: a line for readers of another.

    It is in another script, or begins with the name that a language gives itself, as in
    ``Español: la ayuda es gratis``.
    """
    found = pair.source.scripts
    if any(found.values()) and not any(
        found[script] for script in own_scripts(pair.source_language)
    ):
        return True
    begin, colon, _ = pair.source.plain.partition(":")
    return bool(colon) and begin.strip().lower() in _own_names(pair.source_language.locale)


@cache
def _own_names(source: str) -> frozenset[str]:
    """Return what languages call themselves, in lower case, but for the source's."""
    names = data_file("own_names")["names"]
    return frozenset(names.values()) - {names.get(source, "")}


def _may_be_source(pair: Pair, target: str) -> bool:
    """Say whether the whole text has any two words of the source's language."""
    return len(pair.source_language.words.intersection(words_of(target))) >= 2


def _is_source(sentence: str, pair: Pair) -> bool:
    words = words_of(sentence)
    if len(words) < _SENTENCE:
        return False
    # What is a word of both languages tells nothing: do is Polish and Portuguese too.
    theirs = pair.source_language.words - pair.language.words
    english = sum(word in theirs for word in words)
    if pair.language.script != "Latn":
        found = scripts_in(sentence)
        own = sum(found[script] for script in own_scripts(pair.language))
        return found["Latn"] > own and english >= 2
    own = sum(word in pair.language.words - pair.source_language.words for word in words)
    return english >= 2 and english > 2 * own
