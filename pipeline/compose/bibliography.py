"""The reference list, in English, through citeproc-py and the project's own CSL style."""

import re
import warnings
from collections.abc import Iterable
from importlib import resources
from typing import Any

from markupsafe import Markup, escape

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

    records = [_escaped(dict(reference.record)) for reference in references]
    style_file = resources.files("pipeline.compose") / "references.csl"
    with warnings.catch_warnings(), style_file.open("rb") as style_text:
        # citeproc-py warns of every CSL-JSON field that it has no use for.
        warnings.simplefilter("ignore", UserWarning)
        source = CiteProcJSON(records)
        style = CitationStylesStyle(style_text, locale="en-US", validate=False)
        bibliography = CitationStylesBibliography(style, source, formatter.html)
        for record in records:
            bibliography.register(Citation([CitationItem(str(record["id"]).lower())]))
        bibliography.sort()
        return tuple(Markup(_with_wholes(str(entry))) for entry in bibliography.bibliography())


_WHOLE = re.compile(r"(?P<doi>doi:\S+)|\d+–\d+")


def _with_wholes(entry: str) -> str:
    """Keep what a reader copies letter by letter on one line: identifiers and page ranges."""
    return _WHOLE.sub(
        lambda match: f'<span class="{"doi" if match["doi"] else "whole"}">{match[0]}</span>', entry
    )


def _escaped(value: Any) -> Any:
    """Escape every text of a record: citeproc-py passes fields on to HTML as they are."""
    match value:
        case str():
            return str(escape(value)).replace("&#39;", "’")
        case dict():
            return {key: _escaped(item) for key, item in value.items()}
        case list():
            return [_escaped(item) for item in value]
    return value
