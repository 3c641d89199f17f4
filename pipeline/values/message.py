"""What stands in a catalog: messages to translate, and their translations."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One text to translate, as a template catalog lists it."""

    context: str = ""
    """msgctxt; empty for none."""
    text: str
    """msgid."""
    comments: tuple[str, ...] = ()
    """What a translator should know, one line each (``#.``)."""
    paths: tuple[str, ...] = ()
    """The files where it stands (``#:``)."""

    @property
    def key(self) -> tuple[str, str]:
        """Context and text."""
        return self.context, self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """One entry of a catalog as a reader of translations sees it."""

    text: str
    """msgstr; empty where nobody has translated it."""
    fuzzy: bool
    line: int
    """The line of msgstr in the catalog, counted from 1."""
    path: str = ""
    """The catalog it comes from, where that is a parent's."""
    notes: tuple[str, ...] = ()
    """What translators wrote over it, one line each, with their ``#``."""
    previous: tuple[str, str] | None = None
    """Context and text that it was made for, where that is another (``#|``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """The translations of one article, or of the sheet's own words, into one locale."""

    locale: str
    path: str
    exists: bool = True
    translations: Mapping[tuple[str, str], Translation] = field(default_factory=dict)
    """By context and source text; obsolete entries are left out."""
    translators: tuple[str, ...] = ()
    """The names that the headers of the catalog and its parents give as last translators."""
    revised: date | None = None
    """The latest day that these headers give as the last revision."""

    def usable(self, key: tuple[str, str]) -> str | None:
        """Return a finished translation, or ``None`` where it is missing, empty or fuzzy."""
        entry = self.translations.get(key)
        return entry.text if entry and entry.text.strip() and not entry.fuzzy else None
