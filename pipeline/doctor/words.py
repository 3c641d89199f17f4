"""An examination in words, and the one command that brings what is missing."""

from collections.abc import Iterator, Sequence

from pipeline.doctor.examination import Examination, Family, Library
from pipeline.doctor.packages import SYSTEMS, System, command


def render(examination: Examination) -> str:
    """Write an examination as lines: what, how it was found, and the locales that it touches.

    The last line is the command that brings what is missing, or says that all is well.
    """
    lines = [
        *_aligned(list(_rows(examination))),
        *_fence(examination),
        *_remarks(examination),
        _end(examination),
    ]
    return "\n".join(lines) + "\n"


def advice(examination: Examination, system: System | None) -> str:
    """Return the one command that installs all that is missing; empty where nothing is.

    Where the system is none that we know, the commands of all three are named.
    """
    if not examination.wanted:
        return ""
    if system:
        return command(examination.wanted, system)
    return "; ".join(
        f"on {owner}: {command(examination.wanted, name)}"
        for name, (_, owner, _) in SYSTEMS.items()
    )


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


def _fence(examination: Examination) -> Iterator[str]:
    """Yield how whoever makes sheets is kept from doing harm."""
    if examination.fence is not None:
        yield (
            "Sheets are made by workers with limits of time and memory; " + _KEPT[examination.fence]
        )


_KEPT = {
    (True, True): "Linux keeps these from the network, and from all files but those they need.",
    (True, False): "Linux keeps these from the network; with Landlock (5.19 and later) it could "
    "keep them from other files too.",
    (False, True): "Linux keeps these from all files but those they need; with seccomp it could "
    "keep them from the network too.",
    (False, False): "Linux with Landlock and seccomp could keep these from the network and from "
    "other files too.",
}
"""By whether workers are kept from the network, and from other files."""


FEW = 8
"""How many locales are named one by one."""


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
    if len(locales) > FEW:
        return f"{len(locales)} locales need it."
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
    bringing = advice(examination, examination.system)
    if examination.system:
        return f"This command installs all that is missing: {bringing}"
    return f"One of these commands installs all that is missing: {bringing}"
