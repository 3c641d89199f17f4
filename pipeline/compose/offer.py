"""A language in which a sheet can be had, as a notice names it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.compose.words import language_alone, own_language_name
from pipeline.values.errors import PolyleafError
from pipeline.values.locale import Locale
from pipeline.values.message import Catalog


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One language of a notice."""

    locale: Locale
    words: Catalog
    """The sheet's own words in that locale."""
    address: str
    """Where the sheet lies on the web in that language; empty where nobody has said."""
    state: str
    """``proof`` or ``approved``: what the sheet says of itself."""
    new_words: frozenset[tuple[str, str]] = frozenset()
    """Those of its own words that came with a newer program than its approvals."""

    @property
    def name(self) -> str:
        """The language's own name."""
        return own_language_name(self.locale.name)

    def name_in(self, locale: str) -> str:
        """Return its name in the language of those who hand the sheet out."""
        return language_alone(self.locale.name, locale)

    def say(self, context: str, text: str) -> str:
        """Return one of the sheet's own words in this language."""
        found = self.words.usable((context, text))
        if found is None:
            raise PolyleafError(f"the sheet's own text '{text}' has no translation")
        return found


def in_order(offers: Iterable[Offer], *, rtl: bool) -> tuple[Offer, ...]:
    """Return offers as readers look for them: by their own names, Latin letters first.

    Those that run the other way than the page, from right to left or not, are last: most often
    they have rows of their own.
    """
    return tuple(sorted(offers, key=lambda one: (one.locale.rtl != rtl, one.name.casefold())))


Row = tuple[Offer, ...]
"""Offers beside each other, each in a place of its own."""

_MANY = 20
"""Offers above which there are three places in a row, else two."""


def places_of(offers: Sequence[Offer]) -> int:
    """Return how many places each row of a notice has."""
    return 3 if len(offers) > _MANY else 2


def rows_of(offers: Sequence[Offer]) -> tuple[Row, ...]:
    """Return offers row by row, all of whose places are taken but for those behind the last offer.

    What a notice says to all others has room there, or below.
    """
    places = places_of(offers)
    return tuple(tuple(offers[first : first + places]) for first in range(0, len(offers), places))


def room_before(offers: Sequence[Offer], *, rtl: bool) -> bool:
    """Say whether what is left over of the last row is before its offers, on a page one way or RTL.

    Where they all run the other way than the page, they stand where their own lines begin.
    """
    last = rows_of(offers)[-1:]
    return any(
        len(row) < places_of(offers) and all(one.locale.rtl != rtl for one in row) for row in last
    )
