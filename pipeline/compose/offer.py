"""A language in which a sheet can be had, as a notice names it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

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


def in_order(offers: Iterable[Offer]) -> tuple[Offer, ...]:
    """Return offers as readers look for them: by their own names, Latin letters first.

    Those that run from right to left are last, for they stand in rows of their own.
    """
    return tuple(sorted(offers, key=lambda offer: (offer.locale.rtl, offer.name.casefold())))


Rows = tuple[tuple[Offer, ...], ...]
"""Offers row by row: those of a row share its width."""

_MANY = 20
"""Offers above which there are three in a row, else two."""


def rows_of(offers: Sequence[Offer]) -> tuple[Rows, ...]:
    """Return blocks of rows, none of which has a place left over but that of one offer alone.

    What is one too many for full rows goes into the last of them. Languages that run from right to
    left have a block of their own, unless that takes a row more.
    """
    columns = 3 if len(offers) > _MANY else 2
    rtl = tuple(one for one in offers if one.locale.rtl)
    ltr = tuple(one for one in offers if not one.locale.rtl)
    joined, *apart = (_filled(some, columns) for some in (offers, ltr, rtl))
    is_alone = any(len(rows[-1]) == 1 for rows in apart if rows)
    blocks = [joined] if is_alone or len(joined) < sum(map(len, apart)) else apart
    return tuple(block for block in blocks if block)


def _filled(offers: Sequence[Offer], columns: int) -> Rows:
    full, over = divmod(len(offers), columns)
    counts = [columns] * full
    if over == 1 and full:
        counts[-1] += 1
    elif over:
        counts.append(over)
    ends = accumulate(counts, initial=0)
    return tuple(tuple(offers[first:last]) for first, last in pairwise(ends))
