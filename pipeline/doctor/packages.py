"""What brings a missing library, command or font: the packages of each system."""

import tomllib
from collections.abc import Callable, Iterable
from functools import cache
from importlib import resources
from typing import Literal

from pipeline.values.errors import PolyleafError

System = Literal["apt", "dnf", "brew"]

SYSTEMS: dict[System, tuple[str, str, str]] = {
    "apt": ("apt-get", "Debian and Ubuntu", "sudo apt-get install"),
    "dnf": ("dnf", "Fedora", "sudo dnf install"),
    "brew": ("brew", "macOS", "brew install"),
}
"""For each system the command that gives it away, whose it is, and how it installs."""


def system_here(which: Callable[[str], str | None]) -> System | None:
    """Return what installs packages here; Homebrew last, for it runs beside the others too."""
    return next((name for name, (command, *_) in SYSTEMS.items() if which(command)), None)


def command(wanted: Iterable[tuple[str, str]], system: System) -> str:
    """Return the command that installs what is wanted, each a table and a name in it."""
    packages = sorted({_package(*thing, system) for thing in wanted})
    return " ".join([SYSTEMS[system][2], *packages])


def _package(table: str, name: str, system: System) -> str:
    row = _packages()[table].get(name)
    if not row:
        raise PolyleafError(
            f"no package is on record for the font '{name}': install it, so that fc-list names it"
            if table == "families"
            else f"no package is on record for '{name}': "
            f"add it to [{table}] in pipeline/records/data/packages.toml"
        )
    return row[system]


@cache
def _packages() -> dict[str, dict[str, dict[System, str]]]:
    file = resources.files("pipeline.records") / "data" / "packages.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
