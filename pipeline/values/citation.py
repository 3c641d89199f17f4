"""Citations as the article writes them, and the works they point to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
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
class Locator:
    """A place in a work."""

    name: str
    """What it counts, as CSL names it: ``page``, ``chapter``; empty where that is not known."""
    value: str
    """Its number; all of the text where it has no name."""
    is_several: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """When a work was issued."""

    parts: tuple[tuple[int, ...], ...] = ()
    """Year, month and day of the first day and of the last, as many as are known; years before
    Christ are below zero. Empty where the work has no date."""
    season: str = ""
    """In English; empty where no season is said."""
    is_circa: bool = False
    """Whether the year is only about right."""
    is_in_press: bool = False
    """Whether it is accepted and has no year yet."""

    @property
    def is_before_christ(self) -> bool:
        """Whether the year counts back from the first one."""
        return bool(self.parts) and self.parts[0][0] < 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One entry of ``source/references.json``: what an in-text form needs, and the whole record."""

    key: str
    surnames: tuple[str, ...]
    """Of the authors or, where a work has none, its editors; empty where it has neither."""
    year: str
    """Its digits, four but for what is ancient; empty where the work has none."""
    record: Mapping[str, Any]
    """The entry itself, as CSL-JSON, for the reference list."""
    initials: tuple[str, ...] = ()
    """Of each surname's bearer: ``A. T.``; empty for an organisation."""
    dated: Dating = field(default_factory=Dating)
    """What is said beside the year, and its day."""
    title: str = ""
    """What stands for the surnames where there are none."""
    letter: str = ""
    """``a``, ``b`` behind the year, where two works would read alike on one sheet."""
    shown: int = 1
    """How many surnames stand before "et al.", where there are three and more."""
    has_initials: bool = False
    """Whether the first surname is told from another author's by initials."""


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
    locale: str = "en"
    """In whose words a citation gives the place in a work."""
    no_date: str = "n.d."
    """Stands for the year of a work that has none."""
    in_press: str = "in press"
    """Stands for the year of a work that is not out yet."""
    circa: str = "ca.\u00a0{}"
    """How a year is written that is only about right."""
    before_christ: str = "{}\u00a0B.C.E."
    """How a year before Christ is written."""
    locators: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """How one place and several are written, by what they count: ``p. {}`` and ``pp. {}``."""
