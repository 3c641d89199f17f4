"""A language in which a sheet can be had, as a notice names it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

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


def rows_of(offers: Sequence[Offer]) -> list[Row]:
    """Return offers row by row, for columns that are read one after the other.

    So those of one direction stand below each other, whatever their number. The last row alone has
    places left over, behind its offers: what a notice says to all others has them, or a row below.
    """
    places = places_of(offers)
    full = len(offers) % places or places
    high = -(-len(offers) // places)
    rest = iter(offers)
    columns = [list(islice(rest, high - (column >= full))) for column in range(places)]
    return [tuple(column[row] for column in columns if row < len(column)) for row in range(high)]
