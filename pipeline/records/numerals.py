"""How a language says numbers: by CLDR's rules, which ICU carries, or by words of our own."""

import json
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pipeline.records.dialling import WITHOUT_SPACES, dialling_row
from pipeline.records.in_force import while_in_force
from pipeline.records.installed import version
from pipeline.records.kept import kept
from pipeline.records.typography import cldr, script_of
from pipeline.values.locale import language_of

_PLAIN = range(100)
_ROUND = (*range(100, 1000, 100), *range(1000, 10000, 1000))
_WITH_REST = 21, 80
"""What follows a hundred to see its form there: ciento, deux cent, novecent(ottanta)."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Numerals:
    """A language's numbers in words, folded and without what joins and parts their words.

    Made once for a locale, and the same as no other.
    """

    values: Mapping[str, Sequence[str]]
    """Each form of a number to 99, and of a round one, and the digits that it may stand for."""
    beginnings: Mapping[str, Sequence[int]]
    """Each form of a round hundred or thousand before its rest."""
    words: frozenset[str]
    """The words of the forms, whole and in their parts."""
    heads: frozenset[str]
    """The first two letters of the words, and those of one letter."""
    row: re.Pattern[str]
    """Of words of numbers that stand together, in a row where no spaces part words."""
    row_with_figures: re.Pattern[str]
    """Of the same with figures among them."""
    endings: re.Pattern[str]
    """Of an ending that a case puts on the last word: yüz on ikiyi."""
    joints: frozenset[str]
    """The words for "and"."""
    together: bool
    longest: int
    """Letters of the longest form."""


@while_in_force
def numerals_of(locale: str) -> Numerals | None:
    """Return how a locale says the numbers to 99, and the round ones that begin others; or nothing.

    Source: CLDR's rules for numbers in words (``rbnf``), by the rule sets that the language's row
    of ``dialling.toml`` names, or the words that it has in their place.
    """
    row = dialling_row(locale)
    if not (row.get("spelled") or row.get("numerals")):
        return None
    rests_on = [json.dumps(row), version("icu4py"), version("babel")]
    table = kept(f"numerals-{locale}", rests_on, lambda: _table(locale, row))
    together = script_of(locale) in WITHOUT_SPACES
    words = frozenset(table["words"])
    one = "|".join(map(re.escape, sorted(_simple(words), key=len, reverse=True)))
    gap = r"[\s\u200b\-‐‑・·、，,.]{0,2}" if together else ""
    return Numerals(
        values=table["values"],
        beginnings=table["beginnings"],
        words=words,
        heads=frozenset(word[:2] for word in words),
        row=re.compile(rf"(?:{one})(?:{gap}(?:{one}))*"),
        row_with_figures=re.compile(rf"(?:{one}|[0-9])(?:{gap}(?:{one}|[0-9]))*"),
        endings=re.compile(rf"(?:{row.get('endings', '(?!)')})$"),
        joints=frozenset(table["joints"]),
        together=together,
        longest=max(map(len, (*table["values"], *table["beginnings"]))),
    )


def _simple(words: Collection[str]) -> Iterator[str]:
    """Yield the words that are not made of two others, as einhundert is."""
    for word in words:
        if not any(word[:cut] in words and word[cut:] in words for cut in range(1, len(word))):
            yield word


def _table(locale: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """Work out the forms of a locale's numbers, in what JSON can keep."""
    forms = _Forms(locale, row)
    joints = {*_joints(locale, row)}
    values: dict[str, set[str]] = {}
    beginnings: dict[str, set[int]] = {}
    words: set[str] = set()
    for digits, form in _said(forms, row):
        for key in _keys(form, locale, joints):
            values.setdefault(key, set()).add(digits)
        words.update(*_wordings(form, locale))
    for number, form, rest in _begun(forms):
        rests = {*_keys(rest, locale, joints)} if rest else {""}
        for key in _keys(form, locale, joints):
            for end in filter(key.endswith, rests):
                beginnings.setdefault(key.removesuffix(end), set()).add(number)
        words.update(*_wordings(form, locale))
    return {
        "values": {key: sorted(found) for key, found in sorted(values.items()) if key},
        "beginnings": {key: sorted(found) for key, found in sorted(beginnings.items()) if key},
        "words": sorted(words - joints - {""}),
        "joints": sorted(joints),
    }


def _said(forms: "_Forms", row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield numbers with their forms, the names of digits, and what says one twice or thrice."""
    for number in (*_PLAIN, *_ROUND):
        for form in forms.of(number):
            yield str(number), form
    for digit, names in enumerate(row["digits"].split()):
        for name in re.sub(r"\(\?[^)]*\)|\[[^]]*\]|\?", "", names).split("|"):
            yield str(digit), name
            for count, several in enumerate(row.get("doubles", ()), 2):
                for one in several.split("|"):
                    yield str(digit) * count, f"{one} {name}"


def _begun(forms: "_Forms") -> Iterator[tuple[int, str, str]]:
    """Yield round numbers with their forms before a rest, and that rest."""
    for number in _ROUND:
        for form in forms.of(number):
            yield number, form, ""
        for rest in _WITH_REST:
            for form in forms.of(number + rest):
                for last in forms.of(rest):
                    yield number, form, last


class _Forms:
    """Says a number in every way that a language's rules have, and as people write it besides."""

    def __init__(self, locale: str, row: Mapping[str, Any]) -> None:
        self.makers = [*_by_cldr(locale, row.get("spelled", ""))]
        self.own = [one.split("|") for one in row.get("numerals", "").split()]
        self.hundreds = row.get("hundreds", ())
        pairs = (one.split(" -> ") for one in row.get("variants", ()))
        self.variants = [(re.compile(written), other) for written, other in pairs]

    def of(self, number: int) -> frozenset[str]:
        found = {maker.format({"n": number}) for maker in self.makers}
        found |= set(self._own(number)) if self.own else set()
        for pattern, other in self.variants:
            found |= {pattern.sub(other, form) for form in found}
        return frozenset(filter(str.strip, found))

    def _own(self, number: int) -> Iterator[str]:
        if number < len(self.own):
            yield from (form.replace("_", " ") for form in self.own[number])
        elif number < len(self.own) * 10:
            hundreds, rest = divmod(number, 100)
            for form in self.hundreds:
                for count in self.own[hundreds]:
                    hundred = form.replace("#", count).replace("_", " ")
                    if not rest:
                        yield hundred
                    for last in self.own[rest] if rest else ():
                        yield f"{hundred} {last.replace('_', ' ')}"


def _by_cldr(locale: str, rule_sets: str) -> Iterator[Any]:
    """Yield what says numbers by CLDR's rules, which know Tagalog as Filipino."""
    if rule_sets:
        from icu4py.messageformat import MessageFormat

        known = "fil" if language_of(locale) == "tl" else locale
        for name in rule_sets.split():
            yield MessageFormat(f"{{n,spellout,%spellout-{name}}}", known)


def _joints(locale: str, row: Mapping[str, Any]) -> Iterator[str]:
    """Yield a locale's words for "and", as CLDR has them in a list of two, and others on record."""
    pair = cldr(locale).list_patterns["standard"]["2"]
    for one in (pair.format("", ""), *row.get("joints", ())):
        yield from _words_in(one, locale)


def _keys(form: str, locale: str, joints: Collection[str]) -> Iterator[str]:
    """Yield a form without what joins its words; a compound whole, and without its own "and"."""
    for words in _wordings(form, locale):
        yield "".join(one for one in words if one not in joints)


def _wordings(form: str, locale: str) -> Iterator[list[str]]:
    """Yield the words of a form: its compounds whole, and in their parts."""
    for parted in {form.replace("\u00ad", ""), form.replace("\u00ad", " ")}:
        yield _words_in(parted, locale)


WORD = re.compile(
    r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u064b-\u0655\u0900-\u0903\u093a-\u094f\u0981-\u0983"
    r"\u09bc-\u09d7\u0a01-\u0a03\u0a3c-\u0a51\u0a70\u0a71\u0e31-\u0e4e\u1780-\u17d3\u200c\u200d]|['’ʼ`´](?=[^\W\d_]))*"
)
"""A word, with the vowel signs and apostrophes in it."""


def words_with_places(text: str, locale: str) -> Iterator[tuple[str, int, int]]:
    """Yield the words of a text, folded as those of numbers are, and where each stands."""
    for match in WORD.finditer(text):
        yield folded(match[0], locale), match.start(), match.end()


def _words_in(text: str, locale: str) -> list[str]:
    """Return the words of a text, folded likewise."""
    return [word for word, _, _ in words_with_places(text, locale)]


@lru_cache(maxsize=20_000)
def folded(word: str, locale: str) -> str:
    """Return a word in small letters, without accents that hurried people leave out.

    Vietnamese keeps them: bảy is seven and bay to fly. The Arabic and the Hebrew "and" are written
    with the word behind them, and go.
    """
    word = _UNSPOKEN.sub("", word.lower())
    if word.isascii():
        return word
    script = script_of(locale)
    if script == "Arab" and len(word) > len("واو") and not word.startswith("واحد"):
        word = word.removeprefix("و")
    if script == "Hebr" and len(word) > len("ואו"):
        word = word.removeprefix("ו")
    if script in WITHOUT_SPACES or language_of(locale) == "vi":
        return unicodedata.normalize("NFC", word)
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", word)
        if unicodedata.combining(letter) not in _ACCENTS
    )
    return unicodedata.normalize("NFC", plain.translate(_LETTERS)).replace("مايه", "ميه")


_UNSPOKEN = re.compile("['’ʼ`´\u200b-\u200d]")

_ACCENTS = {7, 202, 216, 220, 230, *range(27, 36)}
"""Combining classes of accents, points below letters and Arabic vowels."""

_LETTERS = str.maketrans({"ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه"})
"""Arabic letters that are written one for the other."""
