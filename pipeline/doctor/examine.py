"""What the machine lacks to print a project's locales.

Nothing here imports WeasyPrint: who asks is often who cannot.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress

from pipeline.doctor.examination import Examination, Family, Library, Unprintable
from pipeline.doctor.machine import Probes, this_machine
from pipeline.doctor.needs import NEEDS, Need
from pipeline.doctor.packages import system_here
from pipeline.project import Project
from pipeline.records.typography import locale_named
from pipeline.values.errors import PolyleafError


def examine(project: Project, probes: Probes | None = None) -> Examination:
    """Look for every library and font that the locales of a project need.

    ``probes`` stand in for this machine.
    """
    probes = probes or this_machine()
    locales = _locales(project)
    needed, unprintable = _families(locales)
    versions = probes.libraries(NEEDS)
    has_fc_list = probes.which("fc-list") is not None
    installed = probes.families(list(needed)) if has_fc_list else None
    return Examination(
        system=system_here(probes.which),
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
        fence=probes.fence and probes.fence(),
    )


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
