"""``source/references.json``: the works that articles cite, as CSL-JSON."""

import re
from typing import Any

from pipeline.records.table import Table
from pipeline.values.citation import Reference
from pipeline.values.finding import Finding

_KEY = r"[A-Za-z0-9_][A-Za-z0-9_:.#$%&+?<>~/-]*"


def read_references(data: Any, path: str) -> tuple[dict[str, Reference], list[Finding]]:
    """Read the works by key and report every entry that could not be cited."""
    findings: list[Finding] = []
    references: dict[str, Reference] = {}
    root = Table({"references": data}, path, findings, "SRC013")
    for entry in root.tables("references"):
        entry.where = entry.where.removeprefix("references")
        key = entry.text("id", required=True, form=_KEY, example='"beck1967"')
        surnames = tuple(_surname(author) for author in entry.tables("author"))
        year = _year(entry)
        if not surnames:
            entry.wrong("author", "is missing", "name at least one author with 'family'")
        entry.text("title", required=True)
        entry.text("type", required=True, example='"book" or "article-journal"')
        _check_forms(entry)
        if "note" in entry.data:
            entry.wrong("note", "is a private note", "move it to docs/editorial-notes.md")
        if key in references:
            entry.wrong("id", f"'{key}' stands twice", "rename one of them")
        references[key] = Reference(key=key, surnames=surnames, year=year, record=entry.data)
    return references, findings


def _surname(author: Table) -> str:
    particle = author.text("non-dropping-particle")
    family = author.text("family") or author.text("literal")
    if not family:
        author.wrong("family", "is missing", "add the surname")
    return f"{particle} {family}".strip()


def _year(entry: Table) -> str:
    try:
        year = str(entry.data["issued"]["date-parts"][0][0])
    except (KeyError, IndexError, TypeError):
        year = ""
    if not re.fullmatch(r"\d{4}", year):
        entry.wrong(
            "issued", "has no year of four digits", 'write "issued": {"date-parts": [[1967]]}'
        )
    return year


_NAMES = ("author", "editor", "translator", "container-author", "collection-editor")
_DATES = ("accessed", "original-date", "event-date", "submitted")


def _check_forms(entry: Table) -> None:
    """Report fields that the citation processor could not read."""
    for name, value in entry.data.items():
        if name == "issued":
            continue  # read on its own
        if name in _NAMES:
            whole = isinstance(value, list) and all(
                isinstance(person, dict)
                and all(isinstance(part, (str, bool)) for part in person.values())
                for person in value
            )
            form = '[{ "family": "…", "given": "…" }]'
        elif name in _DATES:
            whole = isinstance(value, dict) and isinstance(value.get("date-parts"), list)
            form = '{ "date-parts": [[1967]] }'
        else:
            whole = isinstance(value, str) or (isinstance(value, int) and name != "language")
            form = "a text"
        if not whole:
            entry.wrong(name, "is malformed", f"write {form}")
