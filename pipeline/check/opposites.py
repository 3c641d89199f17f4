"""Words that turn an advice round: before and after, always and never, more and less.

A translation may say each of them in many ways. So one is told only where what the English says is
nowhere in the translation, its opposite is, and nothing in the English explains that.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.check.writing import edges_of_words
from pipeline.records.in_force import shipped
from pipeline.values.locale import language_of


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """One of two opposites in English."""

    name: str
    says: re.Pattern[str]
    explains: re.Pattern[str]
    """What else has a translation say this side's word."""


def _side(name: str, says: str, explains: str) -> _Side:
    return _Side(
        name=name,
        says=re.compile(rf"\b(?:{says})\b", re.IGNORECASE),
        explains=re.compile(rf"\b(?:{says}|{explains})", re.IGNORECASE),
    )


_SIDE = (
    r"(?:on|to|at|in|from) (?:the|your|its|his|her|their) (?:\w+ )?{0}(?!\s\w+ed\b)|turn {0}|"
    r"{0} (?:side|arm|leg|hand|eye|ear|foot|knee|shoulder|half|page|column|panel|breast|lung)s?"
)
"""A side of two: what is left, and what is right, is none."""

_ENGLISH: Mapping[str, tuple[_Side, _Side]] = {
    "order": (
        _side(
            "after",
            r"(?<!look )(?<!looks )(?<!looked )(?<!looking )(?<!one )(?<!day )(?<!year )(?<!week )"
            r"(?<!take )(?<!takes )(?<!time )after(?! all\b)",
            "then|later|next|follow|since|when|once|until|past|again|upon|on |as |if |aftercare",
        ),
        _side(
            "before",
            "before(?! long)",
            "prior|until|till|previous|earlier|first|ago|already|advance|past|former|ahead|pre|old|"
            "front|face|used to|original|begin|then|not|n[’']t|ever",
        ),
    ),
    "change": (
        _side(
            "more",
            r"increas\w+",
            r"rais|ris(?:e|es|ing)\b|rose\b|more|most|high|grow|improv|better|add|up|gain|strength|great|boost|worse|larg|"
            "many|much|too|long|deep|build|over",
        ),
        _side(
            "less",
            r"decreas\w+|reduc\w+|lower(?:s|ed|ing)",
            "less|few|low|reliev|relief|eas|cut|short|limit|drop|fall|weak|sooth|calm|down|small|los|"
            "declin|diminish|minim|quiet|poor|worse",
        ),
    ),
    "ever": (
        _side(
            "always", "always|every time", "every|all|constant|continu|regular|forever|ever|usual"
        ),
        _side("never", "never", "no|n[’']t|without|hardly|rarely|un|stop|not"),
    ),
    "day": (
        _side(
            "in the morning",
            "mornings?",
            r"early|dawn|breakfast|wak|awak|woke|day|daily|tomorrow|a\.?m\b|sunrise|get up|rise|"
            "start",
        ),
        _side(
            "at night",
            "nights?|evenings?|bedtime|tonight",
            r"late|dusk|sleep|slept|bed|dinner|supper|dark|afternoon|day|daily|overnight|midnight|"
            r"p\.?m\b|sunset|nightmare|today",
        ),
    ),
    "side": (
        _side("left", _SIDE.format("left"), "hand|over|west|clockwise|politic"),
        _side("right", _SIDE.format("right"), "hand|correct|true|just|clockwise|politic"),
    ),
}

_FORBIDS = re.compile(
    r"(?:^|[.!?:;]\s+|\*\*)(?:please,? )?(?:do not|don[’']t|never)\s"
    r"(?!forget|hesitate|know|miss|wait|worry)\w+",
    re.IGNORECASE,
)
"""An English order not to do something; "do not hesitate" is often said without a word for not."""


@dataclass(frozen=True, slots=True)
class Turned:
    """What the English says, and what stands in the translation."""

    says: str
    here: str


def turned_words(source: str, target: str, locale: str) -> Iterator[Turned]:
    """Yield words of a translation that say the opposite of the English."""
    language = language_of(locale)
    said, forbidden = _said(source)
    if not (said or forbidden) or language not in shipped("limits"):
        return
    text = target.lower()
    for kind, own in said:
        forms = _forms(language, kind)
        if not forms:
            continue
        found = forms[1 - own].sure.search(text)
        if found and not forms[own].any.search(text):
            yield Turned(_ENGLISH[kind][own].name, found[0].strip())
    if forbidden and not _denies(language).search(text):
        yield Turned(forbidden, "")


def are_paired(
    source: str, target: str, locale: str, wanted: Sequence[int], found: Sequence[int]
) -> bool | None:
    """Say whether two amounts belong to the same halves of the day, or sides, in both texts.

    ``wanted`` and ``found`` are their places, in the source's order. Nothing where that cannot be
    told: either text has to name each of the two once.
    """
    for kind in ("day", "side"):
        here = _places(source, [side.says for side in _ENGLISH[kind]])
        if not here:
            continue
        forms = _forms(language_of(locale), kind)
        there = _places(target.lower(), [one.any for one in forms]) if forms else None
        if there:
            return (_is_first(wanted) == _is_first(found)) == (_is_first(here) == _is_first(there))
    return None


def _is_first(places: Sequence[int]) -> bool:
    return places[0] < places[1]


def _places(text: str, forms: Sequence[re.Pattern[str]]) -> Sequence[int] | None:
    """Return where each of two opposites stands, if each stands there once."""
    found = [[match.start() for match in form.finditer(text)] for form in forms]
    return [places[0] for places in found] if all(len(one) == 1 for one in found) else None


@lru_cache(maxsize=4_096)
def _said(source: str) -> tuple[Sequence[tuple[str, int]], str]:
    """Return which side of which opposites an English text says alone, and what it forbids.

    Each language's catalog has the same English.
    """
    found = []
    for kind, sides in _ENGLISH.items():
        said = [place for place, side in enumerate(sides) if side.says.search(source)]
        if len(said) == 1 and not sides[1 - said[0]].explains.search(source):
            found.append((kind, said[0]))
    forbidden = _FORBIDS.search(source)
    return found, forbidden[0].strip(" .:;!?*") if forbidden else ""


@dataclass(frozen=True, slots=True)
class _Forms:
    any: re.Pattern[str]
    """Whatever a translation may say."""
    sure: re.Pattern[str]
    """What has this meaning and no other."""


@cache
def _forms(language: str, kind: str) -> Sequence[_Forms]:
    row = shipped("limits")[language]
    if kind not in row:
        return ()
    return [
        _Forms(_words(language, f"{sure}|{more}" if more else sure), _words(language, sure))
        for sure, more in zip(row[kind], row.get(f"{kind}_too", ("", "")), strict=True)
    ]


@cache
def _denies(language: str) -> re.Pattern[str]:
    row = shipped("limits")[language]
    return _words(language, "|".join(filter(None, (row["denies"], row.get("lets")))))


def _words(language: str, forms: str) -> re.Pattern[str]:
    begins, ends = edges_of_words(language)
    return re.compile(f"{begins}(?:{forms}){ends}")
