"""``locales/glossary.csv``: how each locale says the terms of the field."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any

from pipeline.records.typography import parents_of
from pipeline.values.finding import Finding, Severity

COLUMNS = ("term", "locale", "preferred", "variants", "forbidden", "standing", "note")
"""The columns of the file, in their order."""

_STANDINGS = ("attested", "standard", "proposed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term in one locale."""

    term: str
    """In English, with its field in brackets where the word has several senses."""
    locale: str
    preferred: str
    variants: tuple[str, ...]
    """Other accepted forms."""
    forbidden: tuple[str, ...]
    """Forms that mean something else there."""
    standing: str
    """``attested`` in the field's literature, ``standard``, or ``proposed`` by us."""
    note: str
    line: int


class _WrongRowError(ValueError):
    """Says what is wrong with a row, and what to do."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.fix = fix


def read_glossary(text: str, path: str) -> tuple[tuple[Term, ...], list[Finding]]:
    """Read the terms and report every row that is wrong."""
    terms: list[Term] = []
    findings: list[Finding] = []
    line = 1

    def wrong(error: Exception, fix: str) -> None:
        findings.append(
            Finding(
                code="TRM001",
                severity=Severity.ERROR,
                path=path,
                line=line,
                message=str(error),
                fix=fix,
            )
        )

    reader = csv.DictReader(StringIO(text), strict=True)
    try:
        _refuse_columns(reader.fieldnames or (), text.partition("\n")[0])
        line = reader.line_num + 1
        for row in reader:
            line = reader.line_num
            try:
                terms.append(_term(row, line))
                _refuse_standing(row["standing"])
            except _WrongRowError as error:
                wrong(error, error.fix)
            line += 1
    except _WrongRowError as error:
        wrong(error, error.fix)
    except csv.Error as error:
        # A quotation mark that is not closed swallows all lines behind its own.
        wrong(csv.Error(f"this is not CSV: {error}"), "mend the quotation marks")
    return tuple(terms), findings


def _refuse_columns(names: Sequence[str], head: str) -> None:
    """Refuse other columns than the glossary's; ``head`` is the line as it was written."""
    if tuple(names) == COLUMNS:
        return
    fix = f"write: {','.join(COLUMNS)}"
    for sign, signs in ((";", "semicolons"), ("\t", "tabs")):
        if sign in head:
            fix = f"save it as CSV with commas, not {signs}, and {fix}"
    raise _WrongRowError("the columns are not the glossary's", fix)


def _term(row: Mapping[Any, Any], line: int) -> Term:
    """Make a term of a row, or refuse the row."""
    if None in row or None in row.values():
        cells = [one for one in row.values() if isinstance(one, str)]
        count = len(cells) + len(row.get(None, ()))
        raise _WrongRowError(
            f"the row has {count} cells in place of {len(COLUMNS)}",
            "put a text that has commas in it between quotation marks, and leave a cell empty by "
            "its comma alone",
        )
    if not (row["term"] and row["locale"] and row["preferred"]):
        raise _WrongRowError("term, locale or preferred is empty", "fill it in, or delete the row")
    return Term(
        term=row["term"],
        locale=row["locale"],
        preferred=row["preferred"],
        variants=_forms(row["variants"]),
        forbidden=_forms(row["forbidden"]),
        standing=row["standing"],
        note=row["note"],
        line=line,
    )


def _refuse_standing(said: str) -> None:
    """Refuse a standing that nobody knows; the term is one all the same."""
    if said not in _STANDINGS:
        known = ", ".join(_STANDINGS)
        raise _WrongRowError(f"standing '{said}' is unknown", f"use one of {known}")


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def terms_of(terms: Sequence[Term], locale: str) -> list[Term]:
    """Return a locale's terms: its own rows, and what its parents say of other terms."""
    found: dict[str, Term] = {}
    for name in (locale, *parents_of(locale)):
        for term in terms:
            if term.locale == name:
                found.setdefault(term.term, term)
    return list(found.values())
