"""Where a sheet is handed out, and whom a reader in danger can reach there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to reach a service."""

    kind: str
    """``call``, ``text`` or ``chat``."""
    number: str = ""
    """Printed exactly so, for ``call`` and ``text``."""
    press: str = ""
    """The key to press after the call is answered."""
    keywords: Mapping[str, str]
    """What to send in a text message, by language."""
    address: str = ""
    """A web address, for ``chat``."""
    area: str = ""
    """The part of the region that this way serves, in the region's language."""
    languages: tuple[str, ...] = ()
    """Languages of this way where they are fewer than the service's."""
    held: str = ""
    """Why this way is on record but not printed; empty where it is printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A span of opening hours on some days of the week."""

    days: tuple[int, ...]
    """Days of the week, Monday is 0."""
    opens: time
    closes: time
    """00:00 is midnight at the end of the day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a record rests on."""

    title: str
    """A web address or the name of a data set."""
    kind: str
    """``operator``, ``press`` or ``dataset``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """Who checked a record, how and when, and the hash of what they saw."""

    by: str
    how: str
    on: date
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One crisis line."""

    id: str
    names: Mapping[str, str]
    """By language: the line's own name first, with ``en`` for those who do not read it."""
    ways: tuple[Way, ...]
    """In the order in which a reader should try them."""
    always_open: bool = False
    openings: tuple[Opening, ...] = ()
    """Neither always open nor any span: the hours are not known."""
    languages: tuple[str, ...]
    """Languages in which it answers, as BCP 47 tags."""
    audience: str = "everyone"
    """``everyone``, ``young``, ``parents`` or ``veterans``."""
    free: bool | None = None
    """Whether reaching it costs nothing; ``None`` where that is not known."""
    sources: tuple[Source, ...]
    source_date: date
    """The day of the newest source: what the sheet prints."""
    agreement: str
    """How well the sources agree: ``high``, ``medium`` or ``low``."""
    replaces: str = ""
    conflicts: str = ""
    caution: str = ""
    """What a person who confirms the record should ask about; never printed."""
    confirmed: Confirmation | None = None

    @property
    def own_name(self) -> tuple[str, str]:
        """The language and the words of the line's own name."""
        return next(iter(self.names.items()))

    @property
    def printed_ways(self) -> tuple[Way, ...]:
        """The ways that may stand on paper."""
        return tuple(way for way in self.ways if not way.held)


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Where a sheet is handed out: its services, emergency numbers and paper."""

    code: str
    """ISO 3166: ``US``, ``CA-QC``."""
    path: str
    names: Mapping[str, str]
    """By language, for what CLDR does not name; else empty."""
    paper: str
    """``letter`` or ``a4``."""
    languages: tuple[str, ...]
    """Main languages, the most spoken first."""
    emergency: tuple[str, ...]
    """Emergency numbers, the one to try first first."""
    emergency_sources: tuple[Source, ...] = ()
    services: tuple[Service, ...]
    """In the order in which a reader should try them."""
    no_service: str = ""
    """Why no service is on record, where none is."""
