"""A language in which a sheet can be had, as a notice names it."""

from collections.abc import Iterable
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
        """Return its name in the language of those who hand the sheet out; empty if it is that."""
        name = language_alone(self.locale.name, locale)
        return "" if name == self.name else name

    def say(self, context: str, text: str) -> str:
        """Return one of the sheet's own words in this language."""
        found = self.words.usable((context, text))
        if found is None:
            raise PolyleafError(f"the sheet's own text '{text}' has no translation")
        return found


def in_order(offers: Iterable[Offer]) -> tuple[Offer, ...]:
    """Return offers as readers look for them: by their own names, Latin letters first.

    Those that run from right to left are last, for they stand in rows of their own.
    """
    return tuple(sorted(offers, key=lambda offer: (offer.locale.rtl, offer.name.casefold())))
