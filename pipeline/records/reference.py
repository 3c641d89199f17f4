"""``source/references.json``: the works that articles cite, as CSL-JSON."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from html import unescape
from typing import Any
from unicodedata import normalize
from urllib.parse import unquote

from pipeline.records.dating import UnreadableDateError, dating_of
from pipeline.records.letters import refuse_odd_letters
from pipeline.records.people import surname_of, wrong_people
from pipeline.records.table import Table
from pipeline.values.citation import Dating, Reference
from pipeline.values.finding import Finding, Severity

_KEY = r"[A-Za-z0-9_][A-Za-z0-9_:.#$%&+?<>~/-]*"

TYPES = (
    *("article", "article-journal", "article-magazine", "article-newspaper", "bill", "book"),
    *("broadcast", "chapter", "classic", "collection", "dataset", "document", "entry"),
    *("entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing"),
    *("interview", "legal_case", "legislation", "manuscript", "map", "motion_picture"),
    *("musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical"),
    *("post", "post-weblog", "regulation", "report", "review", "review-book", "software", "song"),
    *("speech", "standard", "thesis", "treaty", "webpage"),
)
"""The types of CSL 1.0.2, less personal communications, which no list of references holds."""

_CALLED_ELSEWHERE = {
    "article-journal": ("journal-article", "journalarticle", "journal", "jour"),
    "chapter": ("book-chapter", "booksection", "book-section", "incollection", "inbook", "chap"),
    "paper-conference": (
        *("proceedings-article", "conferencepaper", "conference-paper", "inproceedings"),
        *("conference_proceedings",),
    ),
    "article": ("posted-content", "preprint"),
    "thesis": ("dissertation", "phdthesis", "mastersthesis"),
    "report": ("techreport", "report-component"),
    "book": ("monograph", "edited-book", "reference-book"),
    "webpage": ("website", "web-page", "online", "electronic", "web_page"),
    "document": ("misc", "other", "generic"),
    "software": ("computerprogram", "computer-program"),
    "article-magazine": ("magazinearticle", "magazine_article"),
    "article-newspaper": ("newspaperarticle", "newspaper_article", "news"),
    "post-weblog": ("blogpost",),
    "motion_picture": ("film", "videorecording"),
    "legislation": ("statute",),
    "legal_case": ("case",),
}
"""What Crossref, Zotero, Mendeley, RIS and BibTeX call the types."""

WORDS = (
    *("title", "title-short", "shortTitle", "container-title", "publisher", "genre", "number"),
    *("medium", "section", "event", "event-title", "event-place", "archive", "authority"),
    *("version", "edition", "reviewed-title", "URL"),
)
"""Fields that are printed, in the list or in the running text, and may say anything."""
FIGURES = ("volume", "issue", "page", "DOI", "language")
"""Fields that are printed, or that say how others are, and hold what counts or names."""
PEOPLE = ("author", "editor", "translator", "reviewed-author")
DATES = ("issued", "accessed")


def words_of_work(record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what is printed of an entry in words: the name of each field, and its text."""
    for name in WORDS:
        yield name, str(record.get(name, ""))
    for name in PEOPLE:
        people = record.get(name)
        for person in people if isinstance(people, list) else ():
            parts = person.values() if isinstance(person, dict) else ()
            yield name, " ".join(part for part in parts if isinstance(part, str))


def read_references(
    data: Any, path: str, cited: Collection[str] | None = None
) -> tuple[dict[str, Reference], list[Finding]]:
    """Read the works by key and report every entry that could not be cited.

    Fields that are not printed, such as the notes of a reference manager, are left alone. Where
    ``cited`` names the keys that articles cite, what is wrong with other works is a warning: it
    keeps nothing from being printed.
    """
    findings: list[Finding] = []
    references: dict[str, Reference] = {}
    root = Table({"references": data}, path, findings, "SRC013")
    if not isinstance(data, list):
        root.wrong("", "this is not a list of works", _LIST)
        return references, findings
    for entry in root.tables("references"):
        entry.where = entry.where.removeprefix("references")
        before = len(findings)
        key = entry.text("id", required=True, form=_KEY, example='"beck1967"')
        _check_forms(entry)
        _check_texts(entry)
        refuse_odd_letters(entry, leave_out=entry.data.keys() - _PRINTED)
        names = _names(entry, "author") or _names(entry, "editor")
        title = entry.text("title", required=True)
        _check_type(entry)
        dated = _dated(entry)
        if key in references:
            entry.wrong("id", f"'{key}' stands twice", "rename one of them")
        if key:
            references[key] = Reference(
                key=key,
                surnames=tuple(surname for surname, _ in names),
                initials=tuple(initials for _, initials in names),
                year=str(abs(dated.parts[0][0])) if dated.parts else "",
                dated=dated,
                title=_in_text(entry, title),
                record=entry.data,
            )
        if cited is not None and key not in cited:
            findings[before:] = [
                replace(one, severity=Severity.WARNING) for one in findings[before:]
            ]
    return references, findings


def _check_type(entry: Table) -> None:
    kind = entry.text("type", required=True, example='"book" or "article-journal"')
    if kind.replace("-", "_").casefold() == "personal_communication":
        fix = "say in the article who said it and when; no reader can look it up"
        entry.wrong("type", "a personal communication stands in no list of references", fix)
    elif kind and kind not in TYPES:
        own = [one for one, others in _CALLED_ELSEWHERE.items() if kind.casefold() in others]
        own = own or get_close_matches(kind.casefold(), TYPES, 1, 0.8)
        fix = f"write '{own[0]}'" if own else f"use one of {', '.join(TYPES)}"
        entry.wrong("type", f"'{kind}' is unknown", fix)


def _in_text(entry: Table, title: str) -> str:
    """Return what stands for the author in the running text: a title's beginning.

    The short title if the entry has one; else what stands before a colon, and of a long one the
    first words. Source: APA Style, 7th edition, 8.14.
    """
    short = entry.data.get("title-short") or entry.data.get("shortTitle")
    text = short if isinstance(short, str) and short.strip() else title
    bare = TAG.sub("", BREAK.sub(" ", with_small_figures(text)))
    plain = _within_quotes(normalize("NFC", " ".join(unescape(unescape(bare)).split())))
    if len(plain) > _SHORT:
        plain = plain.partition(": ")[0]
    if len(plain) > _SHORT:
        plain = plain[: _SHORT + 1].rpartition(" ")[0] or plain[:_SHORT]
    plain = plain.rstrip(" ,;:–-.")
    return plain if plain.count("‘") <= plain.count("’") else plain.replace("‘", "")


TAG = re.compile(
    r"<(?P<end>/?)(?:jats:)?(?:(?P<i>i|em|italic)|(?P<b>b|strong|bold)|(?P<su>su[bp])"
    r"|span|sc|scp|small|p|br|title|div|u|underline)(?:\s+[\w:-]+\s*=[^<>]*?)?\s*/?>",
    re.IGNORECASE,
)
"""What CSL-JSON can mark, and what Crossref and PubMed leave in a title; *a<b and c>d* is text."""


BREAK = re.compile(r"</?(?:jats:)?(?:br|p|div|title)(?:\s[^<>]*)?/?>", re.IGNORECASE)
"""A tag between two lines of a title, whose words it parts."""


def _within_quotes(title: str) -> str:
    """Return a title whose own quotation marks are those of a quotation within another."""
    paired = re.sub(r'"([^"]*)"', r"“\1”", title)
    return paired.replace("“", "‘").replace("”", "’")


def with_small_figures(text: str) -> str:
    """Return a text with letters for raised and lowered figures: 10³ is never read as 103."""
    return _FIGURES.sub(lambda match: match["figures"].translate(_SMALL[match["place"]]), text)


_SMALL = {
    "sup": str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻"),
    "sub": str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋"),
}
_FIGURES = re.compile(
    r"<(?:jats:)?(?P<place>su[pb])>\s*(?P<figures>[\d+−-]+)\s*</(?:jats:)?(?P=place)>", re.ASCII
)

_SHORT = 40
"""Letters of a title that stand in a citation: no more than stay on one line."""


def _names(entry: Table, field: str) -> list[tuple[str, str]]:
    """Return surname and initials of each person of a field that has a name."""
    people = entry.data.get(field)
    if not isinstance(people, list):
        return []
    names = [surname_of(person) for person in people if isinstance(person, dict)]
    return [(surname, initials) for surname, initials in names if surname]


def _dated(entry: Table) -> Dating:
    """Return when a work was issued; what nobody can read is told, and is no date."""
    try:
        return dating_of(entry.data)
    except UnreadableDateError as error:
        entry.wrong("issued", str(error), f"write {_DATE}, or leave it out")
        return Dating()


_DATE = '{ "date-parts": [[1967]] }'
_LIST = (
    "write '[' before the first work and ']' behind the last; where the works stand below a word "
    'such as "items", keep their list alone'
)
_PRINTED = frozenset((*WORDS, *FIGURES, *PEOPLE, *DATES))


def _check_forms(entry: Table) -> None:
    """Report fields that the citation processor could not read; of the others none is printed."""
    for name, value in entry.data.items():
        if name in PEOPLE:
            for place, fault, fix in wrong_people(value):
                entry.wrong(f"{name}{place}", fault, fix)
        elif name == "issued":
            continue  # told where it is read
        elif name in DATES:
            try:
                is_known = bool(dating_of({"issued": value}).parts)
            except UnreadableDateError:
                is_known = False
            if not is_known:
                entry.wrong(name, "is malformed", f"write {_DATE}, or leave it out")
        elif (
            name in _PRINTED
            and (not isinstance(value, str | int | float) or isinstance(value, bool))
        ) or (name == "language" and not isinstance(value, str)):
            entry.wrong(name, "is malformed", "write a text")


def _check_texts(entry: Table) -> None:
    """Report texts that would print their code, and addresses that nobody can open."""
    for name in WORDS:
        text = entry.data.get(name)
        if name != "URL" and isinstance(text, str) and (code := _LATEX.search(text)):
            fix = "write the letters themselves; <i> and </i> set cursive letters"
            entry.wrong(name, f"LaTeX prints as it is typed: {code[0]}", fix)
        elif name != "URL" and isinstance(text, str) and (tag := _FOREIGN_TAG.search(text)):
            fix = "write the letters themselves, and raised figures with <sup> and </sup>"
            entry.wrong(name, f"markup prints as it is typed: {tag[0][:40]}", fix)
    pages = _PAGES.fullmatch(str(entry.data.get("page", "")).strip())
    if pages and len(pages[1]) == len(pages[2]) and int(pages[2]) < int(pages[1]):
        entry.wrong("page", f"{pages[0]} ends before it begins", "write the first page first")
    url, doi = entry.data.get("URL"), entry.data.get("DOI")
    if isinstance(url, str) and url.strip() and not _ADDRESS.fullmatch(url.strip()):
        fix = "write an address that starts with https:// and has no space, or leave it out"
        entry.wrong("URL", "a reader cannot open it", fix)
    if isinstance(doi, str) and doi.strip() and not re.fullmatch(r"10\.\S+", bare_doi(doi)):
        entry.wrong("DOI", f"'{doi[:60]}' is not a DOI", "write it from '10.' on, or leave it out")


_PAGES = re.compile(r"(\d+)\s*[-‐–—]+\s*(\d+)")
_FOREIGN_TAG = re.compile(r"</?(?!jats:)\w+:\w[^<>]*>")
"""Formulas and other things of XML, as publishers leave them in titles."""
_LATEX = re.compile(r"\\[A-Za-z]+|\\[&%$#_'`^\"~]|\w?\{\\?[^{}\s]+\}(?=\w)|\w\{[^{}]*\}|\{[A-Z]+\}")
_ADDRESS = re.compile(r"(?:(?:https?|ftp)://|(?!\w+:(?!\d)))(?=[^/]*[^\s/]\.\w)\S+", re.IGNORECASE)
"""An address that anybody can open: with a domain, which *localhost* is not."""


def bare_doi(doi: str) -> str:
    """Return a DOI without what is written before it, ``https://doi.org/``, and behind it."""
    bare = _BEFORE_DOI.sub("", doi.strip())
    bare = unquote(bare) if "/" not in bare else bare  # an address hides its stroke as %2F
    return bare.rstrip(" .,;")


_BEFORE_DOI = re.compile(
    r"(?:https?://)?(?:(?:dx|www)\.)?(?:doi\.org/)?(?:doi:?\s*)?", re.IGNORECASE
)
