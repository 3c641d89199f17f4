"""Orders and assurances that lost their "not", or gained one: do not wait, you are not alone.

Compared sentence by sentence where both texts have as many, else as a whole.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.check.writing import edges_of_words
from pipeline.records.in_force import shipped
from pipeline.values.lazy_regex import lazy_regex
from pipeline.values.locale import language_of


@dataclass(frozen=True, slots=True)
class TurnedOrder:
    """A sentence of the English, and what is wrong with its translation."""

    says: str
    here: str
    is_sure: bool
    """Whether the translation says the very thing that the English denies, or the other way."""


_DENIES = lazy_regex(r"\b(?:not(?! only| just| enough)|never|cannot)\b|n[’']t\b", re.IGNORECASE)
_AS_IDIOM = lazy_regex(
    r"\b(?:not|n[’']t)\s(?:hesitate|forget|worry|miss)\w*|\b(?:if|or|why|whether) not\b"
    r"|\b(?:not|n[’']t) until\b|\b(?:not|n[’']t)\s[^.!?]*\b(?:without|nobody|no one|unless|only)\b",
    re.IGNORECASE,
)
"""What is often said without a word for not."""
_NEGATIVE = lazy_regex(
    r"n[’']t\b|\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot|avoid\w*|stop\w*|"
    r"instead|rather|only|unless|refus\w*|lack\w*|less|least|hardly|rarely|quit\w*|end\w*|ban\w*|"
    r"forbid\w*|prevent\w*|away|out|off|free|safe|calm|easy|patient|rest|hide|secret\w*|stay\w*|"
    r"keep\w*|remain\w*|until|before|un\w+|im\w+|in\w+able|dis\w+|ir\w+|resist\w*|leave|remember|"
    r"beyond|skip\w*|miss\w*|fail\w*)\b",
    re.IGNORECASE,
)
"""What a translation may well say with a word for not."""
_ALONE = lazy_regex(r"\balone\b", re.IGNORECASE)
_WAIT = lazy_regex(r"\bwait(?:s|ed|ing)?\b", re.IGNORECASE)
_CALL = lazy_regex(r"\b(?:call|dial|phone|ring|text)\b", re.IGNORECASE)

_SENTENCE = lazy_regex(r"(?<=[.!?؟।۔։።])[\s”»\"’)]+(?=\S)|(?<=[。！？])(?=.)")
_LAST = ' .!?؟।۔։።。！？”»"’)]'


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    denials: int
    is_negative: bool
    speaks_of: frozenset[str]


def turned_orders(source: str, target: str, locale: str, *, in_note: bool) -> Iterator[TurnedOrder]:
    """Yield sentences that deny what the English says, or say what it denies.

    In a crisis note every denial is looked for; elsewhere that of waiting and of being alone.
    """
    words = _words_of(language_of(locale))
    if not words:
        return
    here, there = _english(source), [one for one in _SENTENCE.split(target.lower()) if one.strip()]
    is_aligned = len(here) == len(there)
    if not is_aligned:
        here, there = (_whole(source),), [target.lower()]
    for sentence, own in zip(here, there, strict=True):
        if sentence.text.endswith("?") or own.rstrip().endswith(("?", "؟", "？")):
            continue
        if sentence.denials:
            yield from _lost(sentence, own, words, in_note=in_note, is_aligned=is_aligned)
        elif not sentence.is_negative:
            yield from _gained(sentence, own, words)


def _lost(
    sentence: _Sentence, own: str, words: "_Words", *, in_note: bool, is_aligned: bool
) -> Iterator[TurnedOrder]:
    count = len(words.nots.findall(own))
    speaks_of = sentence.speaks_of - {"call"} if count < sentence.denials else ()
    said = any(words.times(name, own) for name in speaks_of)
    if not count and said:
        yield TurnedOrder(sentence.text, "nothing here denies it", is_sure=True)
    elif in_note and not words.denies.search(own):
        yield TurnedOrder(sentence.text, "nothing here denies it", is_sure=False)
    elif in_note and is_aligned and any(words.times(name, own) > count for name in speaks_of):
        yield TurnedOrder(sentence.text, "this denies less", is_sure=False)


def _gained(sentence: _Sentence, own: str, words: "_Words") -> Iterator[TurnedOrder]:
    found = words.forbids.search(own.strip(_LAST))
    if found:
        beside = own[max(0, found.start() - _NEAR) : found.end() + _NEAR]
        is_sure = any(
            name in sentence.speaks_of and words.times(name, beside) for name in ("wait", "call")
        )
        yield TurnedOrder(sentence.text, f"this says “{found[0].strip()}”", is_sure=is_sure)


_NEAR = 16
"""Letters around what forbids, in which what is forbidden stands."""


@lru_cache(maxsize=4_096)
def _english(source: str) -> Sequence[_Sentence]:
    """Return the sentences of an English text, which all languages' catalogs have."""
    return tuple(_whole(one) for one in _SENTENCE.split(source) if one.strip())


@lru_cache(maxsize=4_096)
def _whole(text: str) -> _Sentence:
    speaks_of = {"alone": _ALONE, "wait": _WAIT, "call": _CALL}
    return _Sentence(
        text=text.strip(),
        denials=len(_DENIES.findall(_AS_IDIOM.sub(" ", text))),
        is_negative=_NEGATIVE.search(text) is not None,
        speaks_of=frozenset(name for name, form in speaks_of.items() if form.search(text)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    denies: re.Pattern[str]
    """Whatever may stand for a denial."""
    nots: re.Pattern[str]
    """What is one for sure."""
    forbids: re.Pattern[str]
    alone: re.Pattern[str]
    wait: re.Pattern[str]
    call: re.Pattern[str]

    def times(self, name: str, text: str) -> int:
        """Count how often a text speaks of being alone, of waiting or of calling."""
        form = {"alone": self.alone, "wait": self.wait, "call": self.call}[name]
        return len(form.findall(text))


@cache
def _words_of(language: str) -> _Words | None:
    row = shipped("limits").get(language, {})
    if "forbids" not in row:
        return None
    begins, ends = edges_of_words(language)

    def words(form: str) -> re.Pattern[str]:
        return re.compile(f"{begins}(?:{form}){ends}")

    lets = row.get("lets", "(?!)")
    return _Words(
        denies=words(f"{row['denies']}|{lets}"),
        nots=words(row.get("nots", row["denies"])),
        forbids=re.compile(row["forbids"]),
        alone=words(row["alone"]),
        wait=words(row["wait"]),
        call=re.compile(row["call"]),
    )
