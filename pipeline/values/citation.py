"""Citations as the article writes them, and the works they point to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    """One work inside a citation: ``@key``, ``-@key``, ``@key, p. 12``."""

    key: str
    year_only: bool = False
    locator: str = ""

    def __str__(self) -> str:
        sign = "-" if self.year_only else ""
        return f"{sign}@{self.key}" + (f", {self.locator}" if self.locator else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One bracket of works: ``[@a; @b, p. 12]``."""

    cites: tuple[Cite, ...]

    def __str__(self) -> str:
        return "[" + "; ".join(map(str, self.cites)) + "]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One entry of ``source/references.json``: what an in-text form needs, and the whole record."""

    key: str
    surnames: tuple[str, ...]
    year: str
    record: Mapping[str, Any]
    """The entry itself, as CSL-JSON, for the reference list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationForm:
    """How a locale writes author and year in the running text."""

    last_and: str
    """Joins the last two surnames inside brackets, with its spaces: `` & ``, `` y ``."""
    et_al: str
    """Stands for the surnames after the first where there are three or more, with its space."""
    before_year: str
    """Between surnames and year: ``, ``, ``، ``."""
    between_works: str
    """Between two works in one bracket: ``; ``."""
    open: str = "("
    close: str = ")"
