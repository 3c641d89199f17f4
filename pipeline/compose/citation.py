"""Citations as a locale prints them in the running text."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.records.locator import read_places
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
        pieces += _authors(reference, form)
        pieces.append(Piece(text=form.before_year))
    pieces += printed_year(reference, form)
    if cite.locator:
        pieces.append(Piece(text=form.before_year))
        pieces += _locator(cite.locator, form)
    return pieces


def printed_year(reference: Reference, form: CitationForm) -> list[Piece]:
    """Return a work's year as a locale writes it, or what stands for it."""
    if reference.year:
        # Of works of many years the first and the last, as the list has them.
        parts = reference.dated.parts
        years = "–".join(dict.fromkeys(str(abs(one[0])) for one in parts)) or reference.year
        pieces = [Piece(text=years + reference.letter, name=True)]
        if reference.dated.is_before_christ:
            pieces = _within(form.before_christ, pieces)
        return _within(form.circa, pieces) if reference.dated.is_circa else pieces
    letter = f"-{reference.letter}" if reference.letter else ""
    word = form.in_press if reference.dated.is_in_press else form.no_date
    return [Piece(text=word), Piece(text=letter, name=True)][: 2 if letter else 1]


def _locator(text: str, form: CitationForm) -> list[Piece]:
    """Say a place in the locale's own words, its number in the direction of numbers."""
    pieces: list[Piece] = []
    for place in read_places(text, form.locale):
        number = [Piece(text=place.value, name=True)]
        pieces += [Piece(text=form.before_year)] if pieces else []
        written = form.locators.get(place.name)
        pieces += _within(written[place.is_several], number) if written else number
    return pieces


def _within(pattern: str, pieces: list[Piece]) -> list[Piece]:
    """Put pieces where a pattern has ``{}``."""
    before, _, after = pattern.partition("{}")
    return [part for part in (Piece(text=before), *pieces, Piece(text=after)) if part.text]


def _authors(reference: Reference, form: CitationForm) -> list[Piece]:
    if not reference.surnames:
        return [Piece(text=f"“{reference.title}”", name=True)]
    surnames = [surname.replace("'", "’") for surname in reference.surnames]
    if reference.has_initials:
        surnames[0] = f"{reference.initials[0]} {surnames[0]}"
    names = [Piece(text=surname, name=True) for surname in surnames]
    if len(names) == 1:
        return names
    if len(names) > 2 and reference.shown < len(names):
        return [*_in_a_row(names[: reference.shown]), Piece(text=form.et_al)]
    # (Smith, Jones, & Lee, 2020): APA Style, in English alone.
    comma = [Piece(text=",")] if len(names) > 2 and form.locale == "en" else []
    return [*_in_a_row(names[:-1]), *comma, Piece(text=form.last_and), names[-1]]


def _in_a_row(names: list[Piece]) -> list[Piece]:
    return [piece for name in names for piece in (Piece(text=", "), name)][1:]


def citation_text(pieces: tuple[Piece, ...]) -> str:
    """Return a printed citation as plain text."""
    return "".join(piece.text for piece in pieces)
