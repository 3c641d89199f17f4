"""``locales/glossary.csv``: how each locale says the terms of the field."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO

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


def read_glossary(text: str, path: str) -> tuple[tuple[Term, ...], list[Finding]]:
    """Read the terms and report every row that is wrong."""
    findings: list[Finding] = []

    def wrong(line: int, message: str, fix: str) -> None:
        findings.append(
            Finding(
                code="TRM001",
                severity=Severity.ERROR,
                path=path,
                line=line,
                message=message,
                fix=fix,
            )
        )

    reader = csv.DictReader(StringIO(text), strict=True)
    terms: list[Term] = []
    begun = 0
    try:
        if tuple(reader.fieldnames or ()) != COLUMNS:
            fix = f"write: {','.join(COLUMNS)}"
            head = text.partition("\n")[0]
            for sign, signs in ((";", "semicolons"), ("\t", "tabs")):
                if sign in head:
                    fix = f"save it as CSV with commas, not {signs}, and {fix}"
            wrong(1, "the columns are not the glossary's", fix)
            return (), findings
        begun = reader.line_num
        for row in reader:
            line = begun = reader.line_num
            if None in row or None in row.values():
                count = len([one for one in row.values() if isinstance(one, str)])
                count += len(row.get(None, ()))
                wrong(
                    line,
                    f"the row has {count} cells in place of {len(COLUMNS)}",
                    "put a text that has commas in it between quotation marks, and leave a cell "
                    "empty by its comma alone",
                )
                continue
            if not (row["term"] and row["locale"] and row["preferred"]):
                wrong(line, "term, locale or preferred is empty", "fill it in, or delete the row")
                continue
            if row["standing"] not in _STANDINGS:
                known = ", ".join(_STANDINGS)
                wrong(line, f"standing '{row['standing']}' is unknown", f"use one of {known}")
            terms.append(
                Term(
                    term=row["term"],
                    locale=row["locale"],
                    preferred=row["preferred"],
                    variants=tuple(
                        part.strip() for part in row["variants"].split(";") if part.strip()
                    ),
                    forbidden=tuple(
                        part.strip() for part in row["forbidden"].split(";") if part.strip()
                    ),
                    standing=row["standing"],
                    note=row["note"],
                    line=line,
                )
            )
    except csv.Error as error:
        # A quotation mark that is not closed swallows all lines behind its own.
        wrong(begun + 1, f"this is not CSV: {error}", "mend the quotation marks")
    return tuple(terms), findings


def terms_of(terms: Sequence[Term], locale: str) -> list[Term]:
    """Return a locale's terms: its own rows, and what its parents say of other terms."""
    found: dict[str, Term] = {}
    for name in (locale, *parents_of(locale)):
        for term in terms:
            if term.locale == name:
                found.setdefault(term.term, term)
    return list(found.values())
