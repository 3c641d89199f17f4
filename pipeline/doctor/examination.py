"""What was found of all that a project's locales need."""

import re
from dataclasses import dataclass

from pipeline.doctor.packages import System


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """A system library as it was found."""

    name: str
    loads: bool
    version: str
    """Empty where the library does not load or does not tell."""
    least: str

    @property
    def is_old(self) -> bool:
        """Whether its version is known to be earlier than the least that will do."""
        return bool(self.version and self.least) and _parts(self.version) < _parts(self.least)

    @property
    def is_well(self) -> bool:
        """Whether the typesetter can use it."""
        return self.loads and not self.is_old


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A font family as it was found, and the locales that name it."""

    name: str
    is_installed: bool | None
    """None where fontconfig cannot be asked."""
    locales: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unprintable:
    """A locale for which nobody has said how it looks on paper."""

    locale: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """What a machine has of all that a project's locales need."""

    system: System | None
    """What installs packages here; None where it is none that we know."""
    locales: tuple[str, ...]
    libraries: tuple[Library, ...]
    has_fc_list: bool
    fontconfig_works: bool
    """Whether fc-list, where it is there, answers."""
    families: tuple[Family, ...]
    unprintable: tuple[Unprintable, ...]
    fence: tuple[bool, bool] | None = None
    """Whether workers can be kept from the network, and from other files; None where nobody
    asked."""

    @property
    def is_well(self) -> bool:
        """Whether every locale can be printed here."""
        return not self.wanted and self.fontconfig_works and not self.unprintable

    @property
    def wanted(self) -> tuple[tuple[str, str], ...]:
        """What packages must bring: a table of ``packages.toml`` and a name in it, for each.

        A family that could not be looked for is wanted too: to install what is there does no harm.
        """
        return (
            *(("libraries", library.name) for library in self.libraries if not library.is_well),
            *(() if self.has_fc_list else (("commands", "fc-list"),)),
            *(("families", family.name) for family in self.families if not family.is_installed),
        )


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))
