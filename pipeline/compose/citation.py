"""Citations as a locale prints them in the running text."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.values.citation import Citation, CitationForm, Cite, Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a printed citation."""

    text: str
    name: bool = False
    """Whether it is a surname or a year: Latin letters and digits that keep their own direction."""


def printed_citation(
    citation: Citation, references: Mapping[str, Reference], form: CitationForm
) -> tuple[Piece, ...]:
    """Return what a reader sees of a citation, in reading order.

    ``[@gross1995]`` becomes ``(Gross y Muñoz, 1995)``, ``[-@joiner2005]`` becomes ``(2005)``.
    """
    pieces = [Piece(text=form.open)]
    for index, cite in enumerate(citation.cites):
        if index:
            pieces.append(Piece(text=form.between_works))
        pieces += _cite(cite, references[cite.key], form)
    return (*pieces, Piece(text=form.close))


def _cite(cite: Cite, reference: Reference, form: CitationForm) -> list[Piece]:
    pieces = []
    if not cite.year_only:
        pieces += _surnames(reference.surnames, form)
        pieces.append(Piece(text=form.before_year))
    pieces.append(Piece(text=reference.year, name=True))
    if cite.locator:
        pieces.append(Piece(text=form.before_year))
        pieces.append(Piece(text=cite.locator, name=True))
    return pieces


def _surnames(surnames: tuple[str, ...], form: CitationForm) -> list[Piece]:
    first = Piece(text=surnames[0], name=True)
    match len(surnames):
        case 1:
            return [first]
        case 2:
            return [first, Piece(text=form.last_and), Piece(text=surnames[1], name=True)]
        case _:
            return [first, Piece(text=form.et_al)]


def citation_text(pieces: tuple[Piece, ...]) -> str:
    """Return a printed citation as plain text."""
    return "".join(piece.text for piece in pieces)
