"""What the machine lacks to print a project's locales, and the one command that brings it.

Nothing here imports WeasyPrint: who asks is often who cannot.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Literal

from pipeline.project import Project
from pipeline.records.typography import locale_named
from pipeline.typeset.fonts import font_set
from pipeline.values.errors import PolyleafError

System = Literal["apt", "dnf", "brew"]

_SYSTEMS: dict[System, tuple[str, str, str]] = {
    "apt": ("apt-get", "Debian and Ubuntu", "sudo apt-get install"),
    "dnf": ("dnf", "Fedora", "sudo dnf install"),
    "brew": ("brew", "macOS", "brew install"),
}
"""For each system the command that gives it away, whose it is, and how it installs."""

_PATIENCE = 10
"""Seconds after which a library that does not finish loading counts as one that does not load."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A system library that the typesetter loads."""

    name: str
    files: tuple[str, ...]
    """The names that WeasyPrint tries, one system's after another's."""
    version_call: str = ""
    """The library's function that tells its version: a text, or a number such as 15012."""
    least: str = ""
    """The earliest version that will do, where there is one."""


# The names are those of weasyprint/text/ffi.py 70.0, in its order; a test compares them.
# Pango: "First steps" in WeasyPrint's documentation asks for 1.44.0.
# HarfBuzz: Font.subset in weasyprint/pdf/fonts.py asks for 4.1.0, which has
# hb_set_add_sorted_array; below it WeasyPrint logs a warning, and here a warning refuses a sheet.
# pangoft2 and harfbuzz-subset tell the version of the Pango and HarfBuzz that they are linked to.
NEEDS = (
    Need(
        name="gobject-2.0",
        files=(
            "libgobject-2.0-0",
            "gobject-2.0-0",
            "gobject-2.0",
            "libgobject-2.0.so.0",
            "libgobject-2.0.0.dylib",
            "libgobject-2.0-0.dll",
        ),
    ),
    Need(
        name="pango-1.0",
        files=(
            "libpango-1.0-0",
            "pango-1.0-0",
            "pango-1.0",
            "libpango-1.0.so.0",
            "libpango-1.0.dylib",
            "libpango-1.0-0.dll",
        ),
        version_call="pango_version",
        least="1.44.0",
    ),
    Need(
        name="harfbuzz",
        files=(
            "libharfbuzz-0",
            "harfbuzz",
            "harfbuzz-0.0",
            "libharfbuzz.so.0",
            "libharfbuzz.0.dylib",
            "libharfbuzz-0.dll",
        ),
        version_call="hb_version_string",
        least="4.1.0",
    ),
    Need(
        name="harfbuzz-subset",
        files=(
            "libharfbuzz-subset-0",
            "harfbuzz-subset",
            "harfbuzz-subset-0.0",
            "libharfbuzz-subset.so.0",
            "libharfbuzz-subset.0.dylib",
            "libharfbuzz-subset-0.dll",
        ),
        version_call="hb_version_string",
        least="4.1.0",
    ),
    Need(
        name="fontconfig",
        files=(
            "libfontconfig-1",
            "fontconfig-1",
            "fontconfig",
            "libfontconfig.so.1",
            "libfontconfig.1.dylib",
            "libfontconfig-1.dll",
        ),
        version_call="FcGetVersion",
    ),
    Need(
        name="pangoft2-1.0",
        files=(
            "libpangoft2-1.0-0",
            "pangoft2-1.0-0",
            "pangoft2-1.0",
            "libpangoft2-1.0.so.0",
            "libpangoft2-1.0.dylib",
            "libpangoft2-1.0-0.dll",
        ),
        version_call="pango_version",
        least="1.44.0",
    ),
)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Probes:
    """How the machine is asked."""

    libraries: Callable[[Sequence[Need]], Mapping[str, str]]
    """Returns the versions of the libraries that load, by name; empty where one does not tell."""
    families: Callable[[Sequence[str]], frozenset[str] | None]
    """Returns those of the families that are installed; None where fontconfig cannot tell."""
    which: Callable[[str], str | None]
    """Returns where a command lies."""


def examine(project: Project, probes: Probes | None = None) -> Examination:
    """Look for every library and font that the locales of a project need.

    ``probes`` stand in for this machine.
    """
    probes = probes or Probes(
        libraries=_loaded_libraries, families=_installed_families, which=shutil.which
    )
    locales = _locales(project)
    needed, unprintable = _families(locales)
    versions = probes.libraries(NEEDS)
    has_fc_list = probes.which("fc-list") is not None
    installed = probes.families(list(needed)) if has_fc_list else None
    return Examination(
        system=_system(probes.which),
        locales=locales,
        libraries=tuple(_library(need, versions) for need in NEEDS),
        has_fc_list=has_fc_list,
        fontconfig_works=installed is not None,
        families=tuple(
            Family(
                name=family,
                is_installed=None if installed is None else family in installed,
                locales=tuple(names),
            )
            for family, names in needed.items()
        ),
        unprintable=unprintable,
    )


def advice(examination: Examination, system: System | None) -> str:
    """Return the one command that installs all that is missing; empty where nothing is.

    Where the system is none that we know, the commands of all three are named.
    """
    if not examination.wanted:
        return ""
    if system:
        return _command(examination, system)
    return "; ".join(
        f"on {owner}: {_command(examination, name)}" for name, (_, owner, _) in _SYSTEMS.items()
    )


def render(examination: Examination) -> str:
    """Write an examination as lines: what, how it was found, and the locales that it touches.

    The last line is the command that brings what is missing, or says that all is well.
    """
    lines = [*_aligned(list(_rows(examination))), *_remarks(examination), _end(examination)]
    return "\n".join(lines) + "\n"


# What was found


def _locales(project: Project) -> tuple[str, ...]:
    """List the locales that have catalogs, and the languages of the articles."""
    languages: set[str] = set()
    # Articles that cannot be read are for `check` to report; the machine is examined all the same.
    with suppress(PolyleafError):
        languages = {article.language for article in project.articles()[0] if article.language}
    return tuple(sorted({*languages, *project.locales()}))


def _families(
    locales: Iterable[str],
) -> tuple[dict[str, list[str]], tuple[Unprintable, ...]]:
    """Return the families that locales name, each with those locales, and locales with none."""
    needed: dict[str, list[str]] = {}
    unprintable = []
    for name in locales:
        try:
            families = locale_named(name).typography.families
        except PolyleafError as error:
            unprintable.append(Unprintable(locale=name, reason=str(error)))
            continue
        for family in families:
            needed.setdefault(family, []).append(name)
    return needed, tuple(unprintable)


def _library(need: Need, versions: Mapping[str, str]) -> Library:
    return Library(
        name=need.name,
        loads=need.name in versions,
        version=versions.get(need.name, ""),
        least=need.least,
    )


def _system(which: Callable[[str], str | None]) -> System | None:
    """Return what installs packages here; Homebrew last, for it runs beside the others too."""
    return next((name for name, (command, *_) in _SYSTEMS.items() if which(command)), None)


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))


# Commands


def _command(examination: Examination, system: System) -> str:
    packages = sorted({_package(*thing, system) for thing in examination.wanted})
    return " ".join([_SYSTEMS[system][2], *packages])


def _package(table: str, name: str, system: System) -> str:
    row = _packages()[table].get(name)
    if not row:
        raise PolyleafError(
            f"no package is on record for '{name}': "
            f"add it to [{table}] in pipeline/records/data/packages.toml"
        )
    return row[system]


@cache
def _packages() -> dict[str, dict[str, dict[System, str]]]:
    file = resources.files("pipeline.records") / "data" / "packages.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


# Words


def _rows(examination: Examination) -> Iterator[tuple[str, str, str]]:
    """Yield subject, verb and rest of a sentence about each thing that was looked for."""
    everywhere = _need_it(examination.locales)
    for library in examination.libraries:
        yield f"The library {library.name}", f"{_library_state(library)};", everywhere
    yield "The command fc-list", f"{_fc_list_state(examination)};", everywhere
    for family in examination.families:
        yield f"The font {family.name}", f"{_family_state(family)};", _need_it(family.locales)
    for locale in examination.unprintable:
        yield f"The locale {locale.locale}", "cannot be printed:", f"{locale.reason}."


def _library_state(library: Library) -> str:
    if not library.loads:
        return "is missing"
    if library.is_old:
        return f"is version {library.version}, but {library.least} or later is needed"
    return f"is version {library.version}" if library.version else "is installed"


def _fc_list_state(examination: Examination) -> str:
    if not examination.has_fc_list:
        return "is missing"
    return "is installed" if examination.fontconfig_works else "is installed but does not work"


def _family_state(family: Family) -> str:
    if family.is_installed is None:
        return "cannot be looked for without fc-list"
    return "is installed" if family.is_installed else "is missing"


def _need_it(locales: Sequence[str]) -> str:
    if not locales:
        return "no locale needs it yet."
    return f"{', '.join(locales)} need{'s' if len(locales) == 1 else ''} it."


def _aligned(rows: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    subjects = max(len(subject) for subject, _, _ in rows)
    verbs = max(len(verb) for _, verb, _ in rows)
    for subject, verb, rest in rows:
        yield f"{subject:<{subjects}}  {verb:<{verbs}}  {rest}"


def _remarks(examination: Examination) -> Iterator[str]:
    """Yield what the command at the end cannot do alone."""
    if any(library.is_old for library in examination.libraries):
        yield (
            "Where the command below brings no later version, this release of the system is too "
            "old for Polyleaf."
        )
    if examination.system == "brew" and not all(lib.loads for lib in examination.libraries):
        # "Missing library" in WeasyPrint's "First steps" has this remedy for macOS.
        yield (
            "Where a library is installed but not found, set the variable "
            "DYLD_FALLBACK_LIBRARY_PATH to the folder lib below what 'brew --prefix' prints."
        )
    if examination.has_fc_list and not examination.fontconfig_works:
        yield "To mend fc-list, remove the package fontconfig and install it again."


def _end(examination: Examination) -> str:
    if examination.is_well:
        return "All is well."
    if not examination.wanted:
        return "No package is missing: what to do stands above."
    command = advice(examination, examination.system)
    if examination.system:
        return f"This command installs all that is missing: {command}"
    return f"One of these commands installs all that is missing: {command}"


# This machine

_LOAD = """
import ctypes, ctypes.util, sys

def load(names):
    for name in names:
        try:
            return ctypes.CDLL(name)
        except OSError:
            pass

call, *names = sys.argv[1:]
# WeasyPrint loads through cffi, which looks for a plain name as the linker does. That takes
# long, so it comes last, and without the names that would begin with lib twice.
plain = [name for name in names if not name.startswith("lib")]
library = load(names) or load(filter(None, map(ctypes.util.find_library, plain)))
if not library:
    sys.exit(1)
tell = getattr(library, call, None) if call else None
if tell and call.endswith("_string"):
    tell.restype = ctypes.c_char_p
    print(tell().decode())
elif tell:
    number = tell()
    print(f"{number // 10000}.{number // 100 % 100}.{number % 100}")
"""
"""Loads a library by the first of several names that works, and prints its version.

A program of its own, so that a library that crashes takes nothing else down.
"""


def _loaded_libraries(needs: Sequence[Need]) -> dict[str, str]:
    """Load each library in a process of its own, all at once."""
    processes = {
        need.name: subprocess.Popen(
            # Isolated and without site packages: it starts faster, and loads what the system has.
            [sys.executable, "-I", "-S", "-c", _LOAD, need.version_call, *need.files],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        for need in needs
    }
    answers = {name: _answer(process) for name, process in processes.items()}
    return {name: answer for name, answer in answers.items() if answer is not None}


def _answer(process: subprocess.Popen[str]) -> str | None:
    """Return what a process printed; None where it failed, crashed or did not end."""
    with process:
        try:
            output, _ = process.communicate(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            return None
    return None if process.returncode else output.strip()


def _installed_families(families: Sequence[str]) -> frozenset[str] | None:
    """Ask fontconfig as a build does, so that both see the same folders."""
    with tempfile.TemporaryDirectory(prefix="polyleaf-") as name:
        folder = Path(name)
        if _has(families, folder):
            return frozenset(families)
        # Of no family none is missing: this fails only where fontconfig itself does.
        if not _has((), folder):
            return None
        return frozenset(family for family in families if _has([family], folder))


def _has(families: Sequence[str], folder: Path) -> bool:
    try:
        font_set(families, folder)
    except PolyleafError:
        return False
    return True
