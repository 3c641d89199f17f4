"""People of a work, as CSL-JSON names them: which part of a name is what, and what is no name."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any
from unicodedata import normalize

PARTS = ("family", "given", "literal", "suffix", "dropping-particle", "non-dropping-particle")

MOST_PEOPLE = 2_000
"""Of one kind, such as authors, of a work; a list of works names twenty-one."""

EXAMPLE = '[{ "family": "…", "given": "…" }]'

_SUFFIX = re.compile(r"(?P<rest>[^,]+?)(?:,\s*|\s+)(?P<suffix>(?:Jr|Sr)\.?|II|III|IV)")
"""A name with what tells a son from his father, as a reference manager has it in one field."""

_INITIALS = re.compile(r"[A-Z\u00c0-\u00de]{2}")
"""Given names as medical libraries have them: *AT* for Aaron T."""


def as_named(person: Mapping[str, Any]) -> dict[str, str]:
    """Return the parts of a person's name, each where it belongs: *King Jr.* is King, and Jr."""
    parts = {name: _plain(person.get(name)) for name in PARTS}
    for name in ("family", "given"):
        if not parts["suffix"] and (match := _SUFFIX.fullmatch(parts[name])):
            parts[name], parts["suffix"] = match["rest"], match["suffix"]
    is_capital = parts["family"] == parts["family"].upper()
    if not is_capital and _INITIALS.fullmatch(parts["given"]):
        parts["given"] = " ".join(f"{letter}." for letter in parts["given"])
    return {name: value for name, value in parts.items() if value}


def _plain(value: Any) -> str:
    return normalize("NFC", " ".join(unescape(value).split())) if isinstance(value, str) else ""


def surname_of(person: Mapping[str, Any]) -> tuple[str, str]:
    """Return a person's surname and initials; an organisation's name, which has none."""
    parts = as_named(person)
    family = parts.get("family", "")
    if not family:
        return parts.get("literal", ""), ""
    particle = parts.get("non-dropping-particle", "")
    return with_particle(particle, family), initials_of(parts.get("given", ""))


def with_particle(particle: str, family: str) -> str:
    """Return a surname behind its particle: ``van der Kolk``, ``d’Alembert``, ``al-Hakim``."""
    return f"{particle}{family}" if particle.endswith(_JOINED) else f"{particle} {family}".strip()


_JOINED = ("'", "’", "ʼ", "‘", "-", "‐")


def initials_of(given: str) -> str:
    """Return the initials of given names: ``Aaron Temkin`` is A. T., ``Jean-Paul`` is J.-P."""
    words = re.sub(r"\.(?!-)", ". ", given).split()
    return " ".join(
        "-".join(f"{part[0].upper()}." for part in word.split("-") if part[:1].isalpha())
        for word in words
        if word[0].isalpha() and not word[0].islower()
    )


def wrong_people(value: Any) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong with a list of people: its place, what, and what to do."""
    if not isinstance(value, list) or not value:
        yield "", "is not a list of people", f"write {EXAMPLE}, or leave it out"
        return
    if len(value) > MOST_PEOPLE:
        many = f"has {len(value):,} people; at most {MOST_PEOPLE:,} are read"
        yield "", many, "keep the first thirty and the last: no list prints more"
        return
    for number, person in enumerate(value):
        place = f"[{number}]"
        if not isinstance(person, dict):
            yield place, "is not a person", f"write {EXAMPLE[1:-1]}"
            continue
        wrong = [name for name in PARTS if not isinstance(person.get(name, ""), str)]
        for name in wrong:
            yield f"{place}.{name}", "is not a text", "write a text, or leave it out"
        for where, fault, fix in () if wrong else _wrong_name(as_named(person)):
            yield f"{place}{where}", fault, fix


def _wrong_name(parts: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield what in a name is none, or is several: it would be cited as it stands."""
    name = "family" if parts.get("family") else "literal"
    said, given = parts.get(name, ""), parts.get("given", "")
    if _TAG.search(f"{said}{given}"):
        yield "", f"'{_TAG.sub('', said)}' has markup", "write the letters of the name alone"
    elif _DEGREE.fullmatch(parts.get("suffix", "")):
        fix = "leave it out: only what tells a son from his father, as 'Jr.', is a suffix"
        yield ".suffix", f"'{parts['suffix']}' is a degree", fix
    elif not said:
        yield ".family", "is missing", "add the surname; for an organisation write 'literal'"
    elif said.casefold().strip(" .…") in _NOBODY:
        yield "", f"'{said}' is not a person", "name the others, or leave this one out"
    elif _OTHERS.search(said) or _OTHERS.search(given):
        fix = "name the others, each as a person, or leave out the words that stand for them"
        yield "", f"'{given if _OTHERS.search(given) else said}' stands for several", fix
    elif _INVERTED.match(said) or ";" in said or (name == "family" and _is_turned(said, given)):
        yield f".{name}", f"'{said}' is more than a surname", f"write {EXAMPLE[1:-1]} for each"
    elif "," in given or ";" in given:
        fix = "write the given names alone: 'Jr.' stands in 'suffix', a degree nowhere"
        yield ".given", f"'{given}' is more than given names", fix


_TAG = re.compile(r"</?\w+[^<>]*>")
_DEGREE = re.compile(
    r"(?:Ph\.?\s?D|Psy\.?D|Ed\.?D|M\.?D|M\.?A|M\.?S|M\.?Sc|M\.?P\.?H|B\.?A|B\.?Sc|R\.?N|LCSW|Dr|Prof)\.?"
)

_NOBODY = ("", "et al", "and others", "others", "u.a", "y otros", "et alii")
"""What stands where somebody left the others out: printed, it reads as a name."""

_OTHERS = re.compile(
    r"(?:^|[\s,.])(?:et\.? al(?:ii)?|and others|y otros|u\. ?a)\s*\.?$", re.IGNORECASE
)

_INVERTED = re.compile(r"[^\W\d_][^,;]*, (?:[^\W\d_]\.[\s-]?)+(?:$|[,;&]|and )")
"""A surname with initials behind its comma: *Li, W.*, *Li, W., & Roe, A.*"""

_FIRMS = re.compile(r"(?:inc|ltd|llc|co|corp|plc|gmbh|ag|s\.?a|b\.?v)\.?", re.IGNORECASE)


def _is_turned(family: str, given: str) -> bool:
    """Say whether a surname has given names behind its comma; an organisation may have words."""
    before, comma, after = family.partition(", ")
    if not comma or _FIRMS.fullmatch(after):
        return False
    surnames = _PARTICLES.sub("", before).split()
    return bool(given) or max(len(surnames), len(after.split())) <= _SURNAMES


_SURNAMES = 2
_PARTICLES = re.compile(
    r"^(?:(?:van|von|de|der|den|del|da|di|du|la|le|al|el|bin)\s)+", re.IGNORECASE
)
