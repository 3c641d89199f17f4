"""Who made, revised and approved a translation, and of exactly which words they spoke."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

ROLES = ("clinician", "community", "editor", "reviser")
"""Whose approvals are on record. Which of them a text needs is the publisher's policy; a reviser
compares a translation with its source, as a second linguist, a community reader reads it as those
do for whom it is made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """One thing that an approval speaks of, and what it said then."""

    kind: str
    """``facts`` of the article, ``unit``, ``picture``, ``words`` (the sheet's own), ``citation``
    or ``term``."""
    key: str
    """A short hash of what it is: a unit's source text, a citation's code, a term. Quotes, spaces
    and dashes of the source are in one form, so that a change of these alone changes nothing."""
    digest: str
    """A short hash of what it says in the locale."""
    exact: tuple[str, str]
    """Key and digest with every sign as it stands: what approvals before 0.2.0 speak of."""
    shown: str
    """What it is, for people."""
    line: int = 0
    """Its line in the article, 0 where it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """All words that an approval of an article in a locale binds, in reading order."""

    parts: tuple[Bound, ...]
    digest: str
    """SHA-256 over all of it, every sign as it stands."""
    bound: str
    """SHA-256 over all of it, with the signs of the source in one form."""
    text: str
    """The same without the sheet's own words, which come with the program: each of them is bound
    by itself."""

    @property
    def mark(self) -> str:
        """The first eight digits of the hash: how the sheet names its translation."""
        return self.digest[:8]


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """What a named person put their name to: a file of ``locales/<locale>/approvals/``."""

    path: str
    article: str
    locale: str
    role: str
    by: str
    named: bool
    """Whether the person agreed that their name stands on the sheet."""
    on: date
    version: str
    """The article's version then."""
    wording: str
    """The hash of the whole wording that they saw."""
    parts: Mapping[str, Mapping[str, str]]
    """By kind, what each thing said then: short hashes by key."""
    bound: str = ""
    """The hash of the wording with the signs of the source in one form; empty before 0.2.0."""
    text: str = ""
    """The same without the sheet's own words; empty where only all of it together is bound."""
    qualification: str = ""
    """What makes them fit for their role, in their own words; empty where they did not say."""
    languages: tuple[str, ...] = ()
    """Locales of the languages that they read."""

    def is_of(self, wording: Wording) -> bool:
        """Say whether it is of these very words, signs of the source aside."""
        return self.wording == wording.digest or (bool(self.bound) and self.bound == wording.bound)

    def name_of(self, part: Bound) -> tuple[str, str]:
        """Return by which hashes it knows a thing, and what that says."""
        return (part.key, part.digest) if self.bound else part.exact

    def knows(self, part: Bound) -> bool:
        """Say whether it speaks of a thing, whatever that said then."""
        return self.name_of(part)[0] in self.parts.get(part.kind, {})

    def states(self, name: str) -> bool:
        """Say whether the person stated something that a policy may ask for."""
        return bool(getattr(self, name))


EVIDENCE = ("back-translation", "field-test", "qualification")
"""How words were tried: translated back into the original's language by somebody who had not seen
it, read by readers like those they are for; or what makes a translator fit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """How a translation was tried: a file of ``locales/<locale>/evidence/``."""

    path: str
    article: str
    locale: str
    kind: str
    """One of `EVIDENCE`."""
    by: str
    """Who translated back, who asked the readers, or who is qualified."""
    named: bool
    """Whether the person agreed that their name stands on the sheet."""
    on: date
    readers: int = 0
    """How many readers a field test had."""
    found: str
    """What came of it and what was changed, or what the qualification is."""
    wording: str
    """The hash of the whole wording then."""
    bound: str
    """The same with the signs of the source in one form."""
    text: str = ""
    """The same without the sheet's own words."""

    def is_of(self, wording: Wording) -> bool:
        """Say whether it is of these very words, signs of the source aside."""
        return self.text == wording.text if self.text else self.bound == wording.bound


@dataclass(frozen=True, slots=True, kw_only=True)
class Translator:
    """Who made a translation: a person or a machine."""

    by: str = ""
    """A person's name; empty for a machine."""
    machine: bool = False
    named: bool = False
    """Whether the person agreed that their name stands on the sheet."""
    on: date
    articles: tuple[str, ...] = ()
    """The articles that they translated; empty for all, and for the sheet's own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """What must not be handed out any more: an entry of ``source/withdrawn.toml``."""

    reason: str
    on: date
    marks: Mapping[str, str] = field(default_factory=dict)
    """What a withdrawn sheet shows of itself, all of it: ``article``, ``version``, ``revision``,
    ``translation``, ``locale``, ``region``, ``service``, ``record``."""
