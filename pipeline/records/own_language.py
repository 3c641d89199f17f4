"""What a project says of a language in ``source/languages/``, beside the program or over it.

What is printed, such as citations, dates and type, overrules the program's row field by field. What
checks look for can only be added to where the program knows the language: nobody switches off what
protects a reader. For a language that it does not know, all counts.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.records.in_force import put_in_force, shipped
from pipeline.records.own_tables import OWN_TABLES, STEMS_OF_DIALLING, judge_joiners, read_wording
from pipeline.records.table import Table
from pipeline.records.typography import names_of_rows, parents_of, script_of
from pipeline.values.finding import Finding
from pipeline.values.locale import language_of

CODE = "SRC029"

Rows = Mapping[str, Any]
"""A project's rows for one locale, by the names of the program's tables."""


def read_own_language(
    data: dict[str, object], path: str, locale: str
) -> tuple[Rows, list[Finding]]:
    """Read what a project says of a locale's language, and report every field that is wrong."""
    findings: list[Finding] = []
    table = Table(data, path, findings, CODE)
    rows: dict[str, Any] = {}
    for name, read in OWN_TABLES.items():
        own = table.table(name)
        if own:
            rows[name] = read(own, is_known=bool(shipped_row(name, locale)))
            if name == "citations":
                judge_joiners(own, locale)
            own.done()
    if wordings := [read_wording(one) for one in table.tables("safety")]:
        rows["safety"] = wordings
    if script_of(locale) not in shipped("scripts")["scripts"]:
        for name in ("text", "headings"):
            if name not in rows.get("scripts", {"text": 0, "headings": 0}):
                table.wrong(
                    f"scripts.{name}",
                    f"is missing, and polyleaf knows no fonts for the script {script_of(locale)}",
                    "name the families of fonts, as fc-list calls them",
                )
    table.done()
    return rows, findings


def shipped_row(table: str, locale: str) -> Any:
    """Return the program's row for a locale, its nearest parent or its language; else nothing."""
    return _nearest(locale, _rows_of(table, shipped(table)))


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLanguages:
    """What a project says of languages, by locale."""

    rows: Mapping[str, Rows]
    elsewhere: bool = True
    """Whether the project is another than the program's own."""

    def enforce(self) -> None:
        """Put the program's tables in force with these rows beside them."""
        tables: dict[str, dict[str, Any]] = {}
        # Parents come first: their children take their rows over as well.
        for locale in sorted(self.rows, key=lambda name: (len(parents_of(name)), name)):
            for name, row in self.rows[locale].items():
                table = tables.get(name) or shipped(name)
                tables[name] = _WITH.get(name, _with_row)(table, name, locale, row)
        put_in_force(tables, elsewhere=self.elsewhere)


def overruled(locale: str, rows: Rows) -> Iterator[tuple[str, str, bool]]:
    """Yield each table and field that a project has, and whether the program's is overruled."""
    for name, row in rows.items():
        known = shipped_row(name, locale)
        if name == "safety":
            yield name, f"{len(row)} wording{'' if len(row) == 1 else 's'}", False
            continue
        for field in row:
            adds = field in _ADDED.get(name, ()) or name == "surnames"
            had = name == "scripts" or _PLACES.get(field, field) in known
            yield name, field, had and not adds


_ADDED: Mapping[str, tuple[str, ...]] = {
    "citations": ("accept_and", "accept_et_al"),
    "languages": ("not_letters", "address", "misread"),
    "dialling": (*STEMS_OF_DIALLING, "after", "serves", "contacted"),
}
"""Fields that are added to the program's."""

_BY_FIELD = ("words", "hours", "joiners")
"""Tables of the program that are by field first, and then by locale."""

_PLACES = {"clock": "clocks"}
"""Fields that are called otherwise in the program's table of all locales."""


def _rows_of(name: str, table: dict[str, Any]) -> dict[str, Any]:
    """Return a table by locale."""
    if name == "scripts":
        return dict(table["locales"])
    if name not in _BY_FIELD:
        return table
    by_locale: dict[str, dict[str, Any]] = {}
    for field, rows in table.items():
        if isinstance(rows, dict) and field not in ("forms", "sentence_gap"):
            for locale, value in rows.items():
                by_locale.setdefault(locale, {})[field] = value
    return by_locale


def _nearest(locale: str, rows: Mapping[str, Any]) -> Any:
    written = f"{language_of(locale)}_{script_of(locale)}"
    for name in (*names_of_rows(locale), written):
        if name in rows:
            return rows[name]
    return {}


def _with_row(table: dict[str, Any], name: str, locale: str, own: Any) -> dict[str, Any]:
    """Return a table with a locale's row: the nearest that there is, and what is said beside it."""
    if name == "safety":
        return {**table, locale: [*(_nearest(locale, table) or ()), *own]}
    row = dict(_nearest(locale, table))
    for field, value in own.items():
        if field in _ADDED.get(name, ()) and row.get(field):
            row[field] = _both(row[field], value, either=name == "dialling")
        else:
            row[field] = value
    return {**table, locale: row}


def _both(one: Any, other: Any, *, either: bool) -> Any:
    """Return both of two lists; of two patterns either, of letters all."""
    if isinstance(one, str):
        return f"(?:{one}|{other})" if either else one + other
    return [*one, *(value for value in other if value not in one)]


def _with_surnames(table: dict[str, Any], _: str, locale: str, own: Any) -> dict[str, Any]:
    row = dict(_nearest(locale, table))
    names = dict(row.get("names", {}))
    for name, forms in own.items():
        names[name] = list(dict.fromkeys((*forms, *names.get(name, ()))))
    return {**table, locale: {**row, "names": names}}


def _with_type(table: dict[str, Any], _: str, locale: str, own: Any) -> dict[str, Any]:
    row = {**_nearest(locale, table["locales"]), **own}
    digits = row.pop("digits", None)
    return {
        **table,
        "locales": {**table["locales"], locale: row},
        "digits": {**table["digits"], **({locale: digits} if digits else {})},
    }


def _with_fields(table: dict[str, Any], name: str, locale: str, own: Any) -> dict[str, Any]:
    new = dict(table)
    for field, value in own.items():
        place = _PLACES.get(field, field)
        rows = new.get(place, {})
        if name == "words" and isinstance(value, dict) and field in ("languages", "regions"):
            new[place] = {**rows, locale: {**(_nearest(locale, rows) or {}), **value}}
        else:
            new[place] = {**rows, locale: value}
    return new


_WITH = {
    "surnames": _with_surnames,
    "scripts": _with_type,
    "words": _with_fields,
    "hours": _with_fields,
    "joiners": _with_fields,
}
