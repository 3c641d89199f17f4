"""The catalogs that are damaged, read by a reader of their own, and the checks they go through."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from pipeline.check.catalog import check_catalog, check_sheet
from pipeline.check.recorded import OnRecord, numbers_on_record
from pipeline.parse.article import parse_article
from pipeline.project import Project
from pipeline.records.glossary import Term, terms_of
from pipeline.values.article import Article, Unit
from pipeline.values.citation import Citation, Reference
from pipeline.values.finding import Finding
from pipeline.values.message import Catalog, Message, Translation
from tests.conftest import ROOT

_FIELD = re.compile(r'^(msgctxt|msgid|msgstr) ((?:"(?:[^"\\]|\\.)*"\n?)+)', re.MULTILINE)
_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text of a catalog and its translation."""

    locale: str
    article: str
    context: str
    source: str
    target: str
    role: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return self.context, self.source

    @property
    def is_crisis(self) -> bool:
        return self.context == "crisis"

    @property
    def is_sheet(self) -> bool:
        return self.article == "sheet"


def read_po(text: str, locale: str, article: str) -> list[Text]:
    """Read the texts of a catalog; its header is none."""
    texts = []
    for block in text.split("\n\n"):
        found = {name: _joined(quoted) for name, quoted in _FIELD.findall(block + "\n")}
        role = re.search(r"^#\. ([a-z ]+?)(?: ›|$)", block, re.MULTILINE)
        if found.get("msgid"):
            texts.append(
                Text(
                    locale=locale,
                    article=article,
                    context=found.get("msgctxt", ""),
                    source=found["msgid"],
                    target=found["msgstr"],
                    role=role[1] if role and article != "sheet" else "",
                )
            )
    return texts


def _joined(quoted: str) -> str:
    parts = (line[1:-1] for line in quoted.splitlines())
    return re.sub(r"\\(.)", lambda escape: _ESCAPES[escape[1]], "".join(parts))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part(Article):
    """An article of which only a few units are looked at."""

    only: tuple[Unit, ...]
    cited: tuple[Citation, ...]

    def units(self) -> Iterator[Unit]:
        yield from self.only

    def citations(self) -> Iterator[Citation]:
        yield from self.cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What becomes of one text; ``target`` is ``None`` where its entry is deleted."""

    text: Text
    target: str | None
    fuzzy: bool = False
    notes: tuple[str, ...] = ()


class Shelf:
    """The catalogs of one article, or of the sheet's own words, in one locale."""

    def __init__(
        self,
        texts: list[Text],
        article: Article | None = None,
        references: Mapping[str, Reference] | None = None,
        terms: tuple[Term, ...] = (),
    ) -> None:
        self.texts = texts
        self.locale = texts[0].locale
        self.name = texts[0].article
        self._article = article
        self._references = references or {}
        self._terms = terms_of(terms, self.locale)
        self._cited = tuple(article.citations()) if article else ()
        self._units: dict[tuple[str, str], list[Unit]] = {}
        for unit in article.units() if article else ():
            self._units.setdefault(unit.key, []).append(unit)

    def works(self) -> Mapping[str, Reference]:
        """Return the works that its article may cite."""
        return self._references

    def findings(self, *changes: Change) -> list[Finding]:
        """Return what the checks say of some texts, after a change or as they are."""
        entries = {text.key: _entry(text.target) for text in self._beside(changes)}
        for change in changes:
            entries.pop(change.text.key, None)
            if change.target is not None:
                entries[change.text.key] = _entry(change.target, change.fuzzy, change.notes)
        path = f"{self.locale}/{self.name}.po"
        catalog = Catalog(locale=self.locale, path=path, translations=entries)
        if self._article is None:
            messages = [Message(context=one.text.context, text=one.text.source) for one in changes]
            return list(check_sheet(messages, catalog, crisis_numbers))
        kept = {field.name: getattr(self._article, field.name) for field in fields(self._article)}
        units = tuple(unit for change in changes for unit in self._units[change.text.key])
        part = _Part(**kept, only=units, cited=self._cited)
        return list(check_catalog(part, catalog, self._references, self._terms, crisis_numbers))

    def _beside(self, changes: tuple[Change, ...]) -> list[Text]:
        """Return the texts that the engine compares with each other, whatever is changed."""
        if self._article is None:
            return [text for text in self.texts if text.context == "foot"]
        return [change.text for change in changes]


def _entry(text: str, fuzzy: bool = False, notes: tuple[str, ...] = ()) -> Translation:
    return Translation(text=text, fuzzy=fuzzy, line=1, notes=notes)


@cache
def crisis_numbers() -> OnRecord:
    """Return the numbers of all regions that are on record."""
    project = Project.at(ROOT)
    regions = [project.region(code)[0] for code in project.region_codes()]
    return numbers_on_record(filter(None, regions))


@cache
def shelves() -> tuple[Shelf, ...]:
    """Return every shipped catalog, and those of the second project."""
    return tuple(
        shelf for root in (ROOT, ROOT / "tests/second") for shelf in _shelves(Project.at(root))
    )


def _shelves(project: Project) -> Iterator[Shelf]:
    articles = {article.id: article for article in project.articles()[0]}
    references, terms = project.references()[0], project.terms()[0]
    for file in sorted(project.root.glob("locales/*/LC_MESSAGES/*.po")):
        texts = read_po(file.read_text(encoding="utf-8"), file.parent.parent.name, file.stem)
        yield Shelf(texts, articles.get(file.stem), references, terms)


def stock_shelf(
    name: str,
    locale: str,
    pairs: Mapping[str, str],
    *,
    literal: bool = False,
    in_note: bool = False,
) -> Shelf:
    """Return a shelf of a small article of the tests, or of a crisis note."""
    project = Project.at(ROOT)
    head = "citations: literal\n" if literal else ""
    text = (
        f"---\nid: {name}\ntitle: Stock\nversion: '1.0'\nlanguage: en\ndate: 2026-01-10\n"
        f"review-by: 2027-01-10\n{head}---\n\n"
        + ("::: crisis\n\n" if in_note else "")
        + "\n\n".join(pairs)
        + ("\n\n:::\n" if in_note else "\n")
    )
    article, findings = parse_article(text, f"source/{name}.md")
    assert article
    lacking = ("SAF", "SRC009") if in_note else ("SAF",)  # its numbers, and its short form
    assert not [one for one in findings if not one.code.startswith(lacking)]
    texts = [
        Text(
            locale=locale,
            article=name,
            context="crisis" if in_note else "",
            source=source,
            target=target,
        )
        for source, target in pairs.items()
    ]
    return Shelf(texts, article, project.references()[0], project.terms()[0])


@cache
def surnames(file: Path) -> dict[str, tuple[tuple[str, ...], int]]:
    """Return each work's surnames and year, read from the list of references."""
    return {
        work["id"]: (
            tuple(
                f"{one.get('non-dropping-particle', '')} {one['family']}".strip()
                for one in work["author"]
            ),
            int(work["issued"]["date-parts"][0][0]),
        )
        for work in json.loads(file.read_text(encoding="utf-8"))
    }


@cache
def works() -> dict[str, tuple[tuple[str, ...], int]]:
    """Return the works of both projects."""
    return {
        **surnames(ROOT / "source/references.json"),
        **surnames(ROOT / "tests/second/source/references.json"),
    }
