"""The program's own tables, judged as a project's are, so that a slip in one is told with its line.

They are trusted: their regular expressions may be long, and their fields are some more than a
project's. Every table is looked at once after it was changed.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from pipeline.records.own_tables import OWN_TABLES, judge_joiners, read_wording
from pipeline.records.table import Table, line_of
from pipeline.records.typography import is_known_locale
from pipeline.values.finding import Finding

_Judge = Callable[[Table], None]


def shipped_faults(name: str, data: dict[str, Any], path: str, text: str) -> list[Finding]:
    """Report every field of one of the program's tables that is wrong, with its line."""
    table = Table(data, path, [], "SRC029", is_trusted=True)
    _TABLES.get(name, _anything)(table)
    table.done()
    return [
        replace(one, line=line_of(text, one.message.partition(": ")[0])) for one in table.findings
    ]


def _anything(table: Table) -> None:
    for name in table.data:
        table.allow(name)


def _each(judge: _Judge) -> _Judge:
    """Judge a table of tables under any names."""

    def judge_each(table: Table) -> None:
        for name in table.data:
            if (row := table.table(name)) is not None:
                judge(row)
                row.done()

    return judge_each


def _inside(**judges: _Judge) -> _Judge:
    """Judge each of some tables by its name."""

    def judge_inside(table: Table) -> None:
        for name, judge in judges.items():
            if (inner := table.table(name)) is not None:
                judge(inner)
                inner.done()

    return judge_inside


def _row(name: str, *lists: str) -> _Judge:
    """Judge a row by a project's fields, and some lists of texts beside them."""

    def judge(table: Table) -> None:
        OWN_TABLES[name](table, is_known=False)
        for field in lists:
            table.texts(field)

    return judge


def _all_texts(table: Table) -> None:
    for name in table.data:
        table.phrase(name, may_be_empty=True)


def _all_lists(table: Table) -> None:
    for name in table.data:
        table.texts(name)


def _citations(table: Table) -> None:
    _row("citations")(table)
    if is_known_locale(table.where):
        judge_joiners(table, table.where)
    else:
        fix = "name it as the locale's folder: so, or pt_BR"
        table.wrong("", "is not the name of a locale", fix)


def _dialling(table: Table) -> None:
    _row("dialling", "line", "times", "variants", "doubles", "joints")(table)
    table.text("spelled", form=r"[a-z -]+", example="cardinal cardinal-feminine")
    table.text("endings")


def _surnames(table: Table) -> None:
    table.texts("attested")
    _inside(names=_row("surnames"))(table)


def _wordings(table: Table) -> None:
    for name in table.data:
        for one in table.tables(name):
            if name == "sources":
                _all_texts(one)
                one.done()
            else:
                read_wording(one)


def _family(table: Table) -> None:
    table.text("package")
    table.flag("by_style")


def _pseudo(table: Table) -> None:
    table.text("like")
    _inside(names=_all_texts)(table)


def _hour_form(table: Table) -> None:
    table.phrase("whole", required=True)
    table.phrase("minutes", required=True)
    _inside(parts=_all_texts, named=_all_texts)(table)


def _by_field(name: str, **others: _Judge) -> _Judge:
    """Judge a table that is by field first and then by locale, each value as in a locale's row."""

    def judge(table: Table) -> None:
        _inside(**others)(table)
        for field in table.data:
            rows = None if field in others else table.table(field)
            for locale, value in rows.data.items() if rows else ():
                row = replace(table, data={field: value}, findings=[], _asked=set())
                OWN_TABLES[name](row, is_known=False)
                row.done()
                for one in row.findings:
                    place, _, message = one.message.removeprefix(field).partition(": ")
                    table.wrong(f"{field}.{locale}{place}", message, one.fix)

    return judge


def _clocks(table: Table) -> None:
    for locale, value in table.data.items():
        table.allow(locale)
        row = replace(table, data={"clock": value}, findings=[], where="", _asked=set())
        OWN_TABLES["hours"](row, is_known=False)
        for one in row.findings:
            table.wrong(locale, one.message.removeprefix("clock: "), one.fix)


_TABLES: Mapping[str, _Judge] = {
    "citations": _each(_citations),
    "languages": _each(_row("languages")),
    "weighty": _each(_row("weighty")),
    "dialling": _each(_dialling),
    "surnames": _each(_surnames),
    "safety": _wordings,
    "joiners": _by_field("joiners"),
    "words": _by_field(
        "words", sentence_gap=_all_texts, first_parts=_all_lists, not_yet=_all_lists
    ),
    "hours": _inside(clocks=_clocks, regions=_each(_all_texts), forms=_each(_hour_form)),
    "scripts": _inside(
        families=_each(_family),
        defaults=_row("scripts", "not_in"),
        scripts=_each(_row("scripts", "not_in")),
        locales=_each(_row("scripts", "not_in")),
        parents=_all_texts,
        digits=_all_texts,
        pseudo=_each(_pseudo),
    ),
    "own_names": _inside(names=_all_texts),
}
