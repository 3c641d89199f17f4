"""Where a sheet is handed out, and whom a reader in danger can reach there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A span of opening hours on some days of the week."""

    days: tuple[int, ...]
    """Days of the week, Monday is 0."""
    opens: time
    closes: time
    """00:00 is midnight at the end of the day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """When somebody answers; neither always nor any span: nobody knows."""

    always: bool = False
    spans: tuple[Opening, ...] = ()
    held: str = ""
    """Why these hours are on record but not printed; empty where they are printed."""

    @property
    def are_printed(self) -> bool:
        """Whether the sheet may say them."""
        return (self.always or bool(self.spans)) and not self.held


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to reach a service."""

    kind: str
    """``call``, ``text``, ``whatsapp``, ``chat``, or ``web``, an address to look at."""
    number: str = ""
    """Printed exactly so, for ``call``, ``text`` and ``whatsapp``."""
    press: str = ""
    """The key to press after the call is answered."""
    keywords: Mapping[str, str]
    """What to send in a text message, by language."""
    address: str = ""
    """A web address, for ``chat`` and ``web``."""
    areas: Mapping[str, str]
    """The part of the region that this way serves, by language, the region's own first."""
    languages: tuple[str, ...] = ()
    """Languages of this way where they are fewer than the service's."""
    hours: Hours | None = None
    """Hours of this way where they are not the service's."""
    held: str = ""
    """Why this way is on record but not printed; empty where it is printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherNumber:
    """A number in circulation that a sheet must not print, or not any more."""

    number: str
    press: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a record rests on."""

    title: str
    """A web address or the name of a data set."""
    kind: str
    """``operator``, ``press`` or ``dataset``."""
    numbers: tuple[str, ...] = ()
    """The numbers that it prints, where somebody has noted them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """Who checked a record, how and when, and the hash of what they saw."""

    by: str
    how: str
    on: date
    record: str
    """A hash of the record and of these words."""
    holds: bool
    """Whether the record and these words are still as they were."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Emergency:
    """The emergency numbers of a region."""

    numbers: tuple[str, ...] = ()
    """The one to try first first."""
    held: tuple[OtherNumber, ...] = ()
    """Numbers on record that are not printed, and why."""
    stated: tuple[str, ...] = ()
    """The numbers once more, as the sources taken together state them; empty where not noted."""
    sources: tuple[Source, ...] = ()
    source_date: date | None = None
    caution: str = ""
    digest: str
    """SHA-256 of the record without its confirmation."""
    confirmed: Confirmation | None = None

    @property
    def id(self) -> str:
        """The name under which a person confirms it, beside the ids of services."""
        return EMERGENCY


EMERGENCY = "emergency"
"""The id of a region's emergency numbers; no service may bear it."""

FALLBACK = "001"
"""The region of sheets that name none: where to look for a service anywhere in the world."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One crisis line."""

    id: str
    names: Mapping[str, str]
    """By language: the line's own name first, with ``en`` for those who do not read it."""
    ways: tuple[Way, ...]
    """In the order in which a reader should try them."""
    hours: Hours
    languages: tuple[str, ...]
    """Languages in which it answers, as BCP 47 tags."""
    audience: tuple[str, ...] = ()
    """``young``, ``parents``, ``veterans``; empty for everyone."""
    free: bool | None = None
    """Whether reaching it costs nothing; ``None`` where that is not known."""
    sources: tuple[Source, ...]
    stated: tuple[str, ...] = ()
    """Its numbers once more, as the sources taken together state them; empty where not noted."""
    source_date: date | None = None
    """The day of the newest source: what the sheet prints; ``None`` where nobody knows."""
    agreement: str
    """How well the sources agree: ``high``, ``medium`` or ``low``."""
    replaces: tuple[OtherNumber, ...] = ()
    never: tuple[OtherNumber, ...] = ()
    """Numbers in circulation for it that are wrong or have ended."""
    conflicts: str = ""
    caution: str = ""
    """What a person who confirms the record should ask about; never printed."""
    digest: str
    """SHA-256 of the record without its confirmation."""
    confirmed: Confirmation | None = None

    @property
    def printed_ways(self) -> tuple[Way, ...]:
        """The ways that may stand on paper."""
        return tuple(way for way in self.ways if not way.held)


Record = Service | Emergency
"""What a person confirms as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Where a sheet is handed out: its services, emergency numbers and paper."""

    code: str
    """ISO 3166: ``US``, ``CA-QC``; ``001`` for the fallback."""
    path: str
    names: Mapping[str, str]
    """By language, for what CLDR does not name; else empty."""
    paper: str
    """``letter`` or ``a4``."""
    languages: tuple[str, ...]
    """Main languages, the most spoken first."""
    emergency: Emergency
    services: tuple[Service, ...]
    """In the order in which a reader should try them."""
    no_service: str = ""
    """Why no service is on record, where none is."""
    never: tuple[OtherNumber, ...] = ()
    """Numbers in circulation that no sheet of this region may print."""

    @property
    def records(self) -> tuple[Record, ...]:
        """All that a person can confirm: the services, and the emergency numbers if any."""
        return (*self.services, *((self.emergency,) if self.emergency.numbers else ()))
