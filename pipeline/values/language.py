"""What is known of how a language is written: what the checks of a translation rest on."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsafeWording:
    """A way of speaking about suicide that guidelines advise against."""

    pattern: str
    """A regular expression, matched without regard to case."""
    unless: str = ""
    """What in the same sentence makes it its opposite or says it with care; empty for nothing."""
    near: str = ""
    """What the passage must speak of for it to count; empty for nothing."""
    why: str
    instead: str
    is_grave: bool
    """Whether no careful text uses it; else an editor has to weigh it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inflection:
    """What a sentence does to the words of a glossary's form."""

    endings: int = 3
    """How many last letters of a word may be others; with none, words stand as they are."""
    alternating: tuple[str, ...] = ()
    """Groups of letters of which one stands in another's place: ``іо`` in стійкість, стійкості."""
    fleeting: str = ""
    """Vowels that come between the last consonants of a stem: ``о`` in думка, думок."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedTerm:
    """A term of the glossary in one locale."""

    term: str
    """In English, without its field."""
    preferred: str
    variants: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    """Forms that mean something else there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A locale as its texts are judged. What nobody has recorded is empty, and not judged."""

    locale: str
    name: str
    """In English, for findings."""
    script: str
    """ISO 15924."""
    words: frozenset[str] = frozenset()
    """Common short words that show the language."""
    letters: frozenset[str] = frozenset()
    """Letters that it does not share with its relatives in the same script."""
    not_letters: frozenset[str] = frozenset()
    """Letters of its relatives that no word of it has."""
    others: Mapping[str, tuple[frozenset[str], frozenset[str]]] = field(default_factory=dict)
    """Words and letters of the other languages in the same script, by their English names."""
    quotes: tuple[tuple[str, str], ...] = ()
    """Pairs of quotation marks, the usual one first."""
    full_width: bool = False
    """Whether brackets and commas are full-width."""
    alike: frozenset[str] = frozenset()
    """Everyday words that are written as in English."""
    capitals: frozenset[str] = frozenset()
    """Everyday words that are written in capitals and are no key word."""
    around_the_clock: tuple[str, ...] = ()
    """What stands for 24 hours a day without that numeral, or with it twice."""
    inflection: Inflection = Inflection()
    decimal: str = ""
    """The signs that divide the fraction off, empty where nobody has recorded it."""
    group: str = ""
    """The signs that divide thousands."""
    joiners: frozenset[str] = frozenset()
    """Words and signs for "and" between two surnames."""
    et_al: tuple[str, ...] = ()
    """Forms that stand for further surnames."""
    surnames: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """How surnames are written in the locale's own script."""
    unsafe: tuple[UnsafeWording, ...] = ()
    misread: tuple[str, ...] = ()
    """Patterns in which NAME, a surname, reads as the person who died by suicide."""
    address: tuple[tuple[str, ...], ...] = ()
    """The ways to speak to a reader, each with words that belong to it alone."""
    terms: tuple[WantedTerm, ...] = ()
