"""A language in which a sheet can be had, as a notice names it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

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


def in_order(offers: Iterable[Offer], page: Locale) -> tuple[Offer, ...]:
    """Return offers as readers look for them: by their own names, the page's language first.

    Those that run the other way than the page, from right to left or not, are last.
    """

    def place(one: Offer) -> tuple[bool, bool, str]:
        return one.locale.rtl != page.rtl, one.locale.name != page.name, one.name.casefold()

    return tuple(sorted(offers, key=place))


Row = tuple[Offer, ...]
"""Offers beside each other, each in a place of its own."""

_MANY = 20
"""Offers above which there are three places in a row, else two."""


def places_of(offers: Sequence[Offer]) -> int:
    """Return how many places each row of a notice has."""
    return 3 if len(offers) > _MANY else 2


def rows_of(offers: Sequence[Offer]) -> tuple[Row, ...]:
    """Return offers row by row; one row at most has places left over.

    Those of each direction have rows of their own where that costs none. What a notice says to all
    others has the places that are left over, or a row below.
    """
    places = places_of(offers)
    together = _in_rows(offers, places)
    ways = [tuple(way) for _, way in groupby(offers, key=lambda one: one.locale.rtl)]
    apart = [row for way in ways for row in _in_rows(way, places)]
    short = [row for row in apart if len(row) < places]
    return tuple(apart if len(apart) == len(together) and len(short) <= 1 else together)


def _in_rows(offers: Sequence[Offer], places: int) -> list[Row]:
    return [tuple(offers[first : first + places]) for first in range(0, len(offers), places)]


def room_before(row: Row, *, rtl: bool) -> bool:
    """Say whether what a row leaves over is before its offers, on a page one way or RTL.

    Where they all run the other way than the page, they stand where their own lines begin.
    """
    return all(one.locale.rtl != rtl for one in row)
