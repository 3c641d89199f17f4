"""The reference list, in English, through citeproc-py and the project's own CSL style."""

import re
import warnings
from collections.abc import Iterable
from html import unescape
from importlib import resources
from typing import Any
from unicodedata import normalize

from markupsafe import Markup, escape

from pipeline.compose.citation import citation_text, printed_year
from pipeline.compose.isolate import runs_on_from_the_right
from pipeline.compose.works import WITH_DAY, told_apart
from pipeline.compose.wrapping import turned
from pipeline.records.characters import REORDERED
from pipeline.records.dating import dating_of
from pipeline.records.people import as_named, initials_of, with_particle
from pipeline.records.reference import (
    BREAK,
    DATES,
    FIGURES,
    PEOPLE,
    TAG,
    WORDS,
    bare_doi,
    with_small_figures,
)
from pipeline.records.typography import citation_form
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
            Markup(_apart(_in_its_order(_with_wholes(_with_one_stop(str(entry).rstrip())))))
            for entry in bibliography.bibliography()
        )


_ONE_STOP = re.compile(r"(?<=[?!…。？！؟۔।॥։])((?:</?\w+>|[’”\"])*)\.(?=\s|$)")


def _with_one_stop(entry: str) -> str:
    """Let a title's own question mark or full stop end its sentence."""
    return _TWO_STOPS.sub(r".\1", _ONE_STOP.sub(r"\1", entry))


_TWO_STOPS = re.compile(r"(?<!\.)\.((?:</?\w+>|[’”\"])*)\.(?=\s|$)")


_WHOLE = re.compile(
    r"(?P<doi>doi:\S+)|(?P<url>https?://\S+)|\((?:\w{1,6} ed\.|pp?\. [^()<>]{1,12})\)|\d+–\d+"
)


def _with_wholes(entry: str) -> str:
    """Keep what a reader copies letter by letter on one line: identifiers and page ranges.

    And an edition or pages in brackets: (2nd ed.), (pp. 43–61).

    An address may be longer than a line: it can break anywhere.
    """
    return _WHOLE.sub(
        lambda match: f'<span class="{match.lastgroup or "whole"}">{match[0]}</span>', entry
    )


def _in_its_order(entry: str) -> str:
    """Let names and titles from right to left keep their places among the others."""
    return turned(entry) if runs_on_from_the_right(Markup(entry).striptags()) else entry


def _apart(entry: str) -> str:
    """Part words that bear their letters beside their glyphs from the figures beside them.

    A year in the same piece would be what the file says of it, and not what the paper shows. See
    docs/decisions/0017-words-beside-glyphs.md.
    """
    return _SYLLABIC.sub(r"<span>\g<0></span>", entry)


_SYLLABIC = re.compile(f"[{REORDERED}](?:[\u200c\u200d \u00a0]*[{REORDERED}])*")


_PRINTED = (*PEOPLE, *DATES, *WORDS, *FIGURES, "type")
"""The fields that the style prints or sorts by."""

_MARKUP = re.compile(TAG.pattern.replace("<(", "&lt;(").replace("/?>", "/?&gt;"), re.IGNORECASE)
"""The tags of a record whose text is escaped."""


def _for_style(reference: Reference, number: int) -> dict[str, Any]:
    """Return a record as citeproc-py can print it.

    Its keys are compared in small letters there, so each work gets a number for a key.
    """
    record = {name: value for name, value in reference.record.items() if name in _PRINTED}
    for name in PEOPLE:
        if name in record:
            record[name] = [_person(person) for person in record[name]]
    organisations = {person.get("literal") for person in record.get("author", ())}
    for name in ("publisher", "container-title", "authority"):
        # APA leaves out a publisher who is the author.
        if name in record and record[name] in organisations and record["type"] not in _PERIODICAL:
            del record[name]
    if record.get("publisher") == record.get("container-title") and "publisher" in record:
        del record["publisher"]
    has_day = record["type"] in WITH_DAY
    record.pop("issued", None)
    if said := _said_year(reference, has_day):
        record["status"] = said
    elif reference.dated.parts:
        parts = [[*part] for part in reference.dated.parts]
        record["issued"] = {"date-parts": _dates(parts, has_day)}
    if "accessed" in record:
        day = dating_of({"issued": record["accessed"]}).parts[0]
        record["accessed"] = {"date-parts": [[*day]]}
    if "event-title" in record:  # its name since CSL 1.0.2, which citeproc-py does not know
        record.setdefault("event", record.pop("event-title"))
    record = {
        name: int(value) if isinstance(value, float) and value.is_integer() else value
        for name, value in record.items()
    }
    _tidy(record)
    if reference.letter and "status" not in record:
        letter = reference.letter if reference.year else f"-{reference.letter}"
        record["year-suffix"] = letter
    return {**{name: _set(value) for name, value in record.items()}, "id": f"w{number}"}


def _tidy(record: dict[str, Any]) -> None:
    """Write what counts and names in one way, however a reference manager has it."""
    if isinstance(record.get("DOI"), str):
        record["DOI"] = bare_doi(record["DOI"])
    for name in ("volume", "issue", "page"):
        if isinstance(record.get(name), str) and _NONE.fullmatch(record[name].strip()):
            del record[name]
    if isinstance(record.get("page"), str):
        record["page"] = _BEFORE_PAGES.sub("", _DASHES.sub("–", record["page"]))
        if record["type"] in _PERIODICAL and re.fullmatch(r"[eE]\d+", record["page"]):
            record.setdefault("number", record.pop("page"))  # an article's number, not a page
    if isinstance(record.get("edition"), str):
        record["edition"] = _edition(record["edition"])
    if record["type"] not in _PERIODICAL and re.match(r"\d", str(record.get("number", ""))):
        record["number"] = f"No. {record['number']}"
    _say_what_is_reviewed(record)
    for name in ("volume", "issue"):
        if isinstance(record.get(name), str):
            record[name] = re.sub(rf"(?<=\d){_DASHES.pattern}(?=\d)", "–", record[name])
    if isinstance(record.get("version"), str):
        record["version"] = re.sub(r"^[vV]\.?\s*(?=\d)", "", record["version"])


def _edition(text: str) -> str:
    """Return an edition's number, if it is one in whatever form: *Second edition*, *2nd*, *2e*."""
    match = _NTH.fullmatch(text.strip())
    if not match:
        return text
    return match["number"] or str(_ORDINALS.index(match["word"].lower()) + 1)


_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth"),
)
_NTH = re.compile(
    rf"(?:(?P<number>\d+)(?:st|nd|rd|th|e|\.)?|(?P<word>{'|'.join(_ORDINALS)}))(?:\s+ed(?:ition|n|\.)?)?",
    re.IGNORECASE,
)
_NONE = re.compile(r"n\.?/?a\.?(?:\s?[-–]\s?n\.?/?a\.?)?|none|null|[-–—]+", re.IGNORECASE)
"""What stands where nothing is known: *n/a-n/a* are no pages."""


def _say_what_is_reviewed(record: dict[str, Any]) -> None:
    """Say in a review's brackets what it is a review of; source: APA Style, 7th edition, 10.7."""
    title, people = record.pop("reviewed-title", ""), record.pop("reviewed-author", ())
    if not title or record.get("genre"):
        return
    names = [
        " ".join(filter(None, (one.get("given"), one.get("family") or one.get("literal"))))
        for one in people
    ]
    kind = "the book " if record["type"] == "review-book" else ""
    by = f", by {' & '.join(filter(None, (', '.join(names[:-1]), names[-1])))}" if names else ""
    record["genre"] = f"Review of {kind}<i>{title}</i>{by}"


def _said_year(reference: Reference, has_day: bool) -> str:
    """Return the year of a work that citeproc-py cannot set, nothing of any other.

    It knows no years before Christ, none that are about right, and no seasons.
    """
    dated = reference.dated
    season = dated.season if has_day else ""
    if not (dated.is_in_press or dated.is_before_christ or dated.is_circa or season):
        return ""
    year = printed_year(reference, citation_form("en"))
    return ", ".join(filter(None, (citation_text(tuple(year)), season)))


_DASHES = re.compile(r"\s*(?:--+|[-‐‑‒–—−])\s*")
"""A hyphen, minus or dash as whoever types them has it."""
_BEFORE_PAGES = re.compile(r"^\s*pp?\.\s*(?=\w)")


def _dates(parts: list[list[Any]], has_day: bool) -> list[list[Any]]:
    """Return a date, or first and last year: citeproc-py sets no days of a range."""
    years = [[*part][:1] for part in parts]
    if len({str(year) for year in years}) > 1:
        return years
    return [parts[0] if has_day else years[0]]


_PERIODICAL = ("article-journal", "article-magazine", "article-newspaper", "review", "review-book")


def _person(person: dict[str, Any]) -> dict[str, Any]:
    """Return a person whose particle stands, and is sorted, with the surname."""
    person = as_named(person)
    particle = person.pop("non-dropping-particle", "")
    if particle and person.get("family"):
        person["family"] = with_particle(particle, person["family"])
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
            plain = with_small_figures(normalize("NFC", _in_one_line(value)))
            quoted = _QUOTED.sub(r"‘\1’", str(escape(plain)))
            text = _MARKUP.sub(_tag, quoted.replace("&#39;", "’"))
            for name in ("i", "b", "sup", "sub"):
                if text.count(f"<{name}>") != text.count(f"</{name}>"):
                    text = re.sub(f"</?{name}>", "", text)
            return text
        case dict():
            return {key: _set(item) for key, item in value.items()}
        case list():
            return [_set(item) for item in value]
    return value


def _in_one_line(text: str) -> str:
    """Return a text with the letters of its entities, escaped once or twice, and single spaces."""
    return " ".join(BREAK.sub(" ", unescape(unescape(text))).split())


_QUOTED = re.compile(r"(?<![\w.,!?…])&#39;(\w(?:(?!&#39;).)*)&#39;(?!\w)")
"""A text in straight single quotation marks, escaped."""


def _tag(match: re.Match[str]) -> str:
    """Return the tag of HTML for one of a record, nothing for what is not shown."""
    name = (match["i"] and "i") or (match["b"] and "b") or (match["su"] or "").lower()
    return f"<{match['end']}{name}>" if name else ""
