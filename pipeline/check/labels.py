"""Numbers beside the place or the line that has them on record: "In Spain, 024.", "CVV: 188"."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import product

from pipeline.check.to_dial import YEAR
from pipeline.records.dialling import dialling_of
from pipeline.records.in_force import shipped
from pipeline.records.typography import cldr
from pipeline.values.lazy_regex import lazy_regex
from pipeline.values.locale import language_of
from pipeline.values.region import Region

_BESIDE = 60
"""Letters before and behind a number that are looked at."""

_LEAST, _MOST = 3, 4
"""Digits of a number that a label makes one to dial; longer ones are one anyway."""

_WORDS = 6
"""Words of a label, at most."""

_SIGN = r"\s?[:：–—=|→·•,，、(（-]\s?"
_MARKS = "[\u064b-\u0652\u0900-\u0963\u0980-\u0dff\u0e31-\u0e4e]*"
"""Vowel signs, with which a word may end."""
_BEFORE = lazy_regex(
    rf"^(?P<label>.*?[^\W\d_]{_MARKS}[.»”’\"]?)(?:{_SIGN}(?:[^\W\d_]{{1,3}}\s)?|\s)$", re.DOTALL
)
_TOGETHER_BEFORE = lazy_regex(
    rf"^(?P<label>.*?[^\W\d_]{_MARKS})(?:{_SIGN}|[ではにの에서는은선、，,]{{1,3}}\s?)$"
)
_AFTER = lazy_regex(r"^\s?[:：–—=|→·•(（-]\s?(?P<label>[^\W\d_][^\d:：|;；)）.!?。！？]*)")
_CLAUSE = lazy_regex(r"[.!?;:|。！？；：，、,(（]\s*")
_DOTTED = lazy_regex(r"EE\.\s?UU\.?", re.IGNORECASE)
"""A name whose full stops end nothing."""
_ENDED = lazy_regex(r"\s?(?:$|[.!?;:,)\]…。！？；：，、）।۔؟،؛|](?!\d)|[–—-]\s|/\s|[●•·*|])")
"""The end of what is said, behind a number with which nothing is counted."""


def label_forms(region: Region) -> Iterator[tuple[str, str]]:
    """Yield what may stand beside each short number of a region: its code, or a line's names."""
    for number in region.emergency.numbers:
        yield region.code, number
    for service in region.services:
        names = {part for name in service.names.values() for part in _parts(name)}
        numbers = [way.number for way in service.ways if way.number]
        numbers += [other.number for other in (*service.replaces, *service.never)]
        yield from product((region.code, *names), numbers)


def label_key(label: str, number: str) -> str:
    """Return the name under which a labelled number is on record."""
    return f"{label.casefold()}:{number}"


def name_key(name: str) -> str:
    """Return the name under which a line is on record by what it is called."""
    return f"name:{' '.join(name.casefold().split())}"


def _parts(name: str) -> Iterator[str]:
    """Yield a name without its number, what stands before and behind a sign in it, and initials."""
    bare = re.sub(r"\d[\d ]*", " ", name)
    for part in (bare, *re.split(r"[–—(),/:]", bare), *re.findall(r"\b[A-Z]{3,}\b", bare)):
        words = part.split()
        if words and sum(map(len, words)) >= _LEAST:
            yield " ".join(words)


def labels_beside(text: str, start: int, end: int, locale: str) -> Iterator[str]:
    """Yield what may name the owner of a number of three or four digits, as `label_key` takes it.

    Nothing is counted with the number, and it is no year.
    """
    number = text[start:end]
    if not _LEAST <= len(number) <= _MOST or YEAR.fullmatch(number):
        return
    before, after = text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE]
    together = dialling_of(locale).together
    if behind := _AFTER.match(after):
        words = behind["label"].split()
        yield from _names((" ".join(words[:count]) for count in range(1, _WORDS)), locale)
    if not _ENDED.match(after):
        return
    if found := (_TOGETHER_BEFORE if together else _BEFORE).match(before):
        label = _CLAUSE.split(_DOTTED.sub("EEUU", found["label"]))[-1].strip(" .")
        words = label.split()
        last = (" ".join(words[-count:]) for count in range(1, _WORDS))
        yield from _names([*last, *(_endings(label) if together else ())], locale)


def _endings(label: str) -> Iterator[str]:
    """Yield the ends of a label whose words are not parted by spaces, the longest first."""
    yield from (label[place:] for place in range(len(label) - 1))


def _names(labels: Iterable[str], locale: str) -> Iterator[str]:
    """Yield labels, and of those that name a place its code."""
    places = _places(locale)
    for label in dict.fromkeys(one.strip(" .\"'»”’") for one in labels):
        small = label.casefold()
        if not small:
            continue
        yield label
        if code := places.get(small):
            yield code
        elif " " not in small and len(small) > _STEM:
            yield from {
                code for name, code in places.items() if _is_inflected(small, name, len(small))
            }


_STEM, _ENDING = 4, 3
"""Letters that the forms of a name share at least, and those by which they differ at most."""


def _is_inflected(form: str, name: str, length: int) -> bool:
    """Say whether a word may be a form of a name: Польше of Польша, w Polsce of Polska."""
    shared = max(_STEM, min(length, len(name)) - _ENDING)
    return abs(len(name) - length) <= _ENDING and form[:shared] == name[:shared]


@cache
def _places(locale: str) -> dict[str, str]:
    """Return the codes of countries by their names in a locale, and by those that people say.

    English ones are said in every language.
    """
    territories = cldr(locale).territories
    found = {name.casefold(): code for code, name in territories.items() if len(code) == len("US")}
    for language in ("en", language_of(locale)):
        rows = shipped("places").get(language, {})
        found |= {name.casefold(): code for code, names in rows.items() for name in names}
    return found


def speaks_of_other_counts(
    text: str, start: int, locale: str, on_record: Callable[[], Mapping[str, str]]
) -> bool:
    """Say whether a number stands among those of places that are on no record as theirs.

    "France, 119; Spain, 112." counts something. Where one more is its place's own, none does.
    """
    if text[start] == "0":
        return False
    others = 0
    for match in _OTHERS.finditer(text):
        if match.start() == start:
            continue
        label = _BEFORE.match(text[max(0, match.start() - _BESIDE) : match.start()])
        words = _CLAUSE.split(label["label"])[-1].strip(" .").split() if label else ()
        last = (" ".join(words[-count:]) for count in range(1, _WORDS))
        codes = [one for one in _names(last, locale) if _CODE.fullmatch(one)]
        if any(label_key(code, match[0]) in on_record() for code in codes):
            return False
        others += bool(codes)
    return others > 0


_OTHERS = lazy_regex(r"(?<![\d.,/:-])\d{1,4}(?![\d%]|[.,:/-]\d)")
_CODE = lazy_regex("[A-Z]{2}(?:-[A-Z]{2,3})?")
