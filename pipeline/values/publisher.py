"""Who publishes a sheet, and which clinic hands it out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who publishes: ``source/publisher.toml``."""

    name: str
    corrections: str
    """An e-mail or postal address for those who find a mistake."""
    licence: str = ""
    region: str = ""
    """The region of a sheet for which nobody chose one; empty for none."""
    paper: str = ""
    accent: str = ""
    """The colour of rules and marks, ``#rrggbb``."""
    sheet_address: str = ""
    """Where sheets lie on the web, with ``{article}``, ``{locale}``, ``{region}`` and ``{edition}``
    in it where these differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clinic:
    """Who hands the sheet out: a profile of ``source/clinics/``."""

    id: str
    name: str
    address: tuple[str, ...] = ()
    phone: str = ""
    interpreter: str = ""
    """Telephone number of an interpreter line."""
    logo: str = ""
    """An image of the project, relative to ``source/``."""
    logo_alt: str = ""
    region: str = ""
    paper: str = ""
    accent: str = ""
    sheet_address: str = ""
