"""Who publishes a sheet, and which clinic hands it out."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who publishes: ``source/publisher.toml``."""

    name: str
    corrections: str
    """An e-mail or postal address for those who find a mistake."""
    licence: str = ""
    """Under what the text may be passed on, such as ``CC BY 4.0``."""
    owner: str = ""
    """Who owns the text; empty where that is the publisher."""
    region: str = ""
    """The region of a sheet for which nobody chose one; empty for none."""
    paper: str = ""
    accent: str = ""
    """The colour of rules and marks, ``#rrggbb``."""
    logo: str = ""
    """An image of the project, relative to ``source/``."""
    logo_alt: str = ""
    sheet_address: str = ""
    """Where sheets lie on the web, with ``{article}``, ``{locale}``, ``{region}`` and ``{edition}``
    in it where these differ."""
    inherits: bool = True
    """Whether what the project lacks is taken from the installed program: regions, the sheet's own
    words, terms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clinic:
    """Who hands the sheet out: a profile of ``source/clinics/``."""

    id: str
    name: str
    address: tuple[str, ...] = ()
    phone: str = ""
    interpreter: str = ""
    """Telephone number of an interpreter line."""
    second_name: Mapping[str, str] = field(default_factory=dict)
    """Of a second number, such as that of a ward: whom it reaches, by language; ``""`` for all."""
    second_phone: str = ""
    hours: Mapping[str, str] = field(default_factory=dict)
    """Opening hours, as the clinic writes them, by language; ``""`` for all."""
    email: str = ""
    website: str = ""
    lines: Mapping[str, str] = field(default_factory=dict)
    """What the clinic says of itself in a language, by its tag: one line under its name."""
    logo: str = ""
    """An image of the project, relative to ``source/``."""
    logo_alt: str = ""
    region: str = ""
    paper: str = ""
    accent: str = ""
    sheet_address: str = ""

    @property
    def telephones(self) -> Mapping[str, str]:
        """Its numbers by the names of their fields, in the order in which a sheet has them."""
        rows = {
            "phone": self.phone,
            "second_phone": self.second_phone,
            "interpreter": self.interpreter,
        }
        return {name: number for name, number in rows.items() if number}

    def line_in(self, tag: str) -> str:
        """Return what the clinic says of itself in a language; empty where it says nothing."""
        return _said_in(self.lines, tag)

    def hours_in(self, tag: str) -> str:
        """Return the hours for a reader of a language; those written first where it has none."""
        return _said_in(self.hours, tag) or next(iter(self.hours.values()), "")

    def second_name_in(self, tag: str) -> str:
        """Return whom the second number reaches, likewise."""
        return _said_in(self.second_name, tag) or next(iter(self.second_name.values()), "")


def _said_in(texts: Mapping[str, str], tag: str) -> str:
    """Return the text in a language, or in that of which it is a form: ``es`` for ``es-MX``."""
    parts = tag.split("-")
    tags = ("-".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((texts[one] for one in tags if one in texts), "")
