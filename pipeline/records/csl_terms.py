"""Words for places in a work and for a missing year, by language: the terms of the CSL locales.

The files come with citeproc-py, which prints the reference list. They are read without it, because
checks need the words and load no citation processor.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple
from xml.etree import ElementTree as ET

from pipeline.values.locale import language_of

LOCATORS = (
    "appendix",
    "article-locator",
    "book",
    "canon",
    "chapter",
    "column",
    "equation",
    "figure",
    "folio",
    "issue",
    "line",
    "note",
    "opus",
    "page",
    "paragraph",
    "part",
    "rule",
    "scene",
    "section",
    "sub-verbo",
    "supplement",
    "table",
    "timestamp",
    "verse",
    "volume",
)
"""What CSL 1.0.2 knows as places in a work."""

_DATES = ("no date", "in press", "circa")

_NAMESPACE = "{http://purl.org/net/xbiblio/csl}"
_ENGLISH = "en-US"
_FILES = {
    "zh_Hans": "zh-CN",
    "zh_Hant": "zh-TW",
    "zh_HK": "zh-TW",
    "zh": "zh-CN",
    "pa": _ENGLISH,  # its only file, of Pakistan, is in Arabic letters
}


class Term(NamedTuple):
    """A word of a language for one thing and for several."""

    one: str
    several: str


@cache
def short_terms(locale: str) -> Mapping[str, Term]:
    """Return a locale's short words for places in a work and for its date, English where none.

    Source: the locale files of the Citation Style Language, as citeproc-py carries them.
    """
    terms: dict[str, Term] = {}
    for name in (*LOCATORS, *_DATES):
        for file in dict.fromkeys((_file(locale), _ENGLISH)):
            forms = _terms(file).get(name, {})
            found = forms.get("short") or forms.get("long")
            if found:
                terms[name] = found
                break
    return MappingProxyType(terms)


@cache
def locator_words(locale: str) -> Mapping[str, str]:
    """Return which place in a work each word of a locale stands for, by the word as it is compared.

    Long and short words, for one and several, English ones too.
    """
    places = [
        (name, term)
        for file in dict.fromkeys((_file(locale), _ENGLISH))
        for name, forms in _terms(file).items()
        if name in LOCATORS
        for term in forms.values()
    ]
    words: dict[str, str] = {}
    for name, term in places:
        for word in term:
            words.setdefault(compared(word), name)
    words.pop("", None)
    return MappingProxyType(words)


@cache
def part_words(locale: str) -> tuple[str, ...]:
    """Return a locale's words after which a number is that of a part, a page or a version.

    Long and short, for one and several, and the English ones, without their full stop.
    """
    words = (
        word.strip(".")
        for file in dict.fromkeys((_file(locale), _ENGLISH))
        for name in _NUMBERED
        for term in _terms(file).get(name, {}).values()
        for word in term
    )
    return tuple(dict.fromkeys(filter(None, words)))


_NUMBERED = (
    *("appendix", "chapter", "equation", "figure", "page", "paragraph", "part", "rule"),
    *("section", "table", "version", "volume"),
)


def compared(word: str) -> str:
    """Return a word for a place in a work without case, full stops and spaces."""
    return "".join(letter for letter in word.casefold() if letter not in ".॰ \u00a0\u202f")


@cache
def _file(locale: str) -> str:
    folder = _folder()
    above = locale.rsplit("_", 1)[0]  # zh_Hant of zh_Hant_HK
    for name in (_FILES.get(locale, ""), locale.replace("_", "-"), _FILES.get(above, "")):
        if name and (folder / f"locales-{name}.xml").is_file():
            return name
    language = language_of(locale)
    primary: dict[str, str] = json.loads((folder / "locales.json").read_text(encoding="utf-8"))[
        "primary-dialects"
    ]
    name = _FILES.get(language) or primary.get(language, "")
    return name if name and (folder / f"locales-{name}.xml").is_file() else _ENGLISH


@cache
def _folder() -> Path:
    spec = find_spec("citeproc")
    if not spec or not spec.origin:  # pragma: no cover - it is a dependency
        raise ModuleNotFoundError("citeproc", name="citeproc")
    return Path(spec.origin).parent / "data" / "locales"


@cache
def _terms(file: str) -> Mapping[str, Mapping[str, Term]]:
    """Return the terms of a CSL locale by name and form."""
    # A file of the package, not of a stranger.
    root = ET.parse(_folder() / f"locales-{file}.xml").getroot()  # noqa: S314
    terms: dict[str, dict[str, Term]] = {}
    for name, form, term in _entries(root):
        if term.one:
            terms.setdefault(name, {})[form] = term
    return terms


def _entries(root: ET.Element) -> Iterator[tuple[str, str, Term]]:
    for element in root.iter(f"{_NAMESPACE}term"):
        one = element.find(f"{_NAMESPACE}single")
        several = element.find(f"{_NAMESPACE}multiple")
        alone = " ".join((element.text or "").split(" ")).strip()
        yield (
            element.get("name", ""),
            element.get("form", "long"),
            Term(
                (one.text or "").strip() if one is not None else alone,
                (several.text or "").strip() if several is not None else alone,
            ),
        )
