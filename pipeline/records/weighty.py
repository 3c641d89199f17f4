"""Words that no change of a source may touch without its being translated anew."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.records.in_force import data_file, while_in_force
from pipeline.values.locale import language_of

_KINDS = ("negations", "numbers", "amounts", "ages", "safety")


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighty:
    """What is known of a language's weighty words."""

    words: Mapping[str, str]
    """By each form in small letters, the first form of its word."""
    prefixes: tuple[str, ...]
    suffixes: tuple[tuple[str, str], ...]
    opposites: frozenset[frozenset[str]]


@while_in_force
def weighty_words(locale: str) -> Weighty | None:
    """Return the weighty words of a locale's language, ``None`` where none are on record."""
    row = data_file("weighty").get(language_of(locale))
    if not row:
        return None
    rows = [forms.split() for kind in _KINDS for forms in row[kind]]
    return Weighty(
        words={form: forms[0] for forms in rows for form in forms},
        prefixes=tuple(row["prefixes"]),
        suffixes=tuple((one, other) for one, other in row["suffixes"]),
        opposites=frozenset(frozenset(pair) for pair in row["opposites"]),
    )
