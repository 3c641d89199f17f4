"""The reference list, in English, through citeproc-py and the project's own CSL style."""

import re
import warnings
from collections.abc import Iterable
from html import unescape
from importlib import resources
from typing import Any

from markupsafe import Markup, escape

from pipeline.compose.works import WITH_DAY, told_apart
from pipeline.records.reference import initials_of
from pipeline.values.citation import Reference


def reference_list(references: Iterable[Reference]) -> tuple[Markup, ...]:
    """Return the entries of the reference list, sorted and formatted by the style, as HTML."""
    # Imported here, because `check` prints nothing and must be quick.
    from citeproc import (
        Citation,
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
        formatter,
    )
    from citeproc.source.json import CiteProcJSON

    records = [
        _for_style(reference, number) for number, reference in enumerate(told_apart(references))
    ]
    style_file = resources.files("pipeline.compose") / "references.csl"
    with warnings.catch_warnings(), style_file.open("rb") as style_text:
        # citeproc-py warns of every CSL-JSON field that it has no use for.
        warnings.simplefilter("ignore", UserWarning)
        source = CiteProcJSON(records)
        style = CitationStylesStyle(style_text, locale="en-US", validate=False)
        bibliography = CitationStylesBibliography(style, source, formatter.html)
        for record in records:
            bibliography.register(Citation([CitationItem(record["id"])]))
        return tuple(
            Markup(_with_wholes(_with_one_stop(str(entry).rstrip())))
            for entry in bibliography.bibliography()
        )


_ONE_STOP = re.compile(r"(?<=[?!…])((?:</?\w+>|[’”\"])*)\.(?=\s|$)")


def _with_one_stop(entry: str) -> str:
    """Let a title's question mark end its sentence."""
    return _ONE_STOP.sub(r"\1", entry)


_WHOLE = re.compile(r"(?P<doi>doi:\S+)|(?P<url>https?://\S+)|\d+–\d+")


def _with_wholes(entry: str) -> str:
    """Keep what a reader copies letter by letter on one line: identifiers and page ranges.

    An address may be longer than a line: it can break anywhere.
    """
    return _WHOLE.sub(
        lambda match: f'<span class="{match.lastgroup or "whole"}">{match[0]}</span>', entry
    )


_PRINTED = (
    *("author", "editor", "translator", "issued", "accessed", "type", "title", "container-title"),
    *("genre", "medium", "version", "edition", "volume", "issue", "page", "number", "section"),
    *("event", "event-place", "publisher", "archive", "authority", "DOI", "URL", "language"),
)
"""The fields that the style prints or sorts by."""

_SMALL = {
    "sup": str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻"),
    "sub": str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋"),
}
_FIGURES = re.compile(r"<(?P<place>su[pb])>\s*(?P<figures>[\d+−-]+)\s*</(?P=place)>", re.ASCII)
"""Raised and lowered figures, for which there are letters: 10³ must never be read as 103."""

_MARKUP = re.compile(r"&lt;(/?(?:i|b|sup|sub))&gt;|&lt;/?span[^&]*?&gt;")


def _for_style(reference: Reference, number: int) -> dict[str, Any]:
    """Return a record as citeproc-py can print it.

    Its keys are compared in small letters there, so each work gets a number for a key.
    """
    record = {name: value for name, value in reference.record.items() if name in _PRINTED}
    for name in ("author", "editor", "translator"):
        if name in record:
            record[name] = [_person(person) for person in record[name]]
    organisations = {person.get("literal") for person in record.get("author", ())}
    for name in ("publisher", "container-title", "authority"):
        # APA leaves out a publisher who is the author.
        if name in record and record[name] in organisations and record["type"] not in _PERIODICAL:
            del record[name]
    if record.get("publisher") == record.get("container-title") and "publisher" in record:
        del record["publisher"]
    if record["type"] not in WITH_DAY and "issued" in record:
        record["issued"] = {"date-parts": [[*part][:1] for part in record["issued"]["date-parts"]]}
    for name in ("volume", "issue"):
        if isinstance(record.get(name), str):
            record[name] = re.sub(r"(?<=\d)-(?=\d)", "–", record[name])
    if isinstance(record.get("version"), str):
        record["version"] = re.sub(r"^[vV]\.?\s*(?=\d)", "", record["version"])
    if reference.letter:
        letter = reference.letter if reference.year else f"-{reference.letter}"
        record["year-suffix"] = letter
    return {**{name: _set(value) for name, value in record.items()}, "id": f"w{number}"}


_PERIODICAL = ("article-journal", "article-magazine", "article-newspaper", "review", "review-book")


def _person(person: dict[str, Any]) -> dict[str, Any]:
    """Return a person whose particle stands, and is sorted, with the surname."""
    person = {name: value for name, value in person.items() if isinstance(value, str)}
    particle = person.pop("non-dropping-particle", "")
    if particle and person.get("family"):
        person["family"] = f"{particle} {person['family']}"
    if person.get("family"):
        person.pop("literal", None)
    if given := _given(person.pop("given", "")):
        person["given"] = given
    return person


def _given(given: str) -> str:
    """Return given names as the list prints them: initials, and small words such as "de" whole.

    A script without capitals has no initials. citeproc-py knows neither, nor "Jean-luc".
    """
    if given.upper() == given.lower():
        return given.strip(" .")
    has_capitals = given != given.lower()
    words = given.split()
    shown = [
        word if has_capitals and word.islower() else initials_of(word[:1].upper() + word[1:])
        for word in words
    ]
    return " ".join(filter(None, shown))


def _set(value: Any) -> Any:
    """Escape every text of a record but the markup that CSL-JSON has.

    citeproc-py passes fields on to HTML as they are.
    """
    match value:
        case str():
            plain = _FIGURES.sub(
                lambda match: match["figures"].translate(_SMALL[match["place"]]),
                unescape(" ".join(value.split())),
            )
            text = str(escape(plain)).replace("&#39;", "’")
            return _MARKUP.sub(lambda match: f"<{match[1]}>" if match[1] else "", text)
        case dict():
            return {key: _set(item) for key, item in value.items()}
        case list():
            return [_set(item) for item in value]
    return value
