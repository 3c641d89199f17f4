"""The records of a project: publisher, clinics, regions, withdrawals."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from pipeline.project import base, disk
from pipeline.project.place import Place
from pipeline.records.naming import did_you_mean, meant_territory
from pipeline.records.policy import read_policy
from pipeline.records.publisher import read_clinic, read_publisher
from pipeline.records.region import CODE, read_region
from pipeline.records.states import place_in
from pipeline.records.withdrawn import read_withdrawn
from pipeline.values.approval import Withdrawal
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding
from pipeline.values.policy import Policy
from pipeline.values.publisher import Clinic, Publisher
from pipeline.values.region import Region


class Records(Place):
    """Reads what publishers and clinics keep."""

    __slots__ = ()

    def publisher(self) -> tuple[Publisher | None, list[Finding]]:
        """Read ``source/publisher.toml``."""
        return self._record(self.source / "publisher.toml", read_publisher, "SRC020")

    def clinic_names(self) -> list[str]:
        """List the clinics that have a profile."""
        return sorted(file.stem for file in disk.files_in(self.source / "clinics", "*.toml"))

    def clinic(self, name: str) -> tuple[Clinic | None, list[Finding]]:
        """Read a clinic's profile."""
        known = self.clinic_names()
        if name not in known:
            file = self.clinic_file(name)
            other = disk.saved_as(file) if "/" not in name else ""
            if other:
                raise PolyleafError(
                    f"unknown clinic '{name}': give source/clinics/{other} the name {file.name}"
                )
            meant = did_you_mean(name.rpartition("/")[2].removesuffix(".toml"), known)
            raise PolyleafError(
                f"unknown clinic '{name}'; {meant}"
                f"known: {' '.join(known) or '(none)'}; "
                'to add one: polyleaf clinic "…"'
            )
        return self._clinic(name)

    def clinics(self) -> Iterator[tuple[str, Clinic | None, list[Finding]]]:
        """Read the profiles of all clinics, by name; the folder is listed once."""
        for name in self.clinic_names():
            yield name, *self._clinic(name)

    def _clinic(self, name: str) -> tuple[Clinic | None, list[Finding]]:
        return self._record(self.clinic_file(name), partial(read_clinic, name=name), "SRC020")

    def clinic_file(self, name: str) -> Path:
        """Return where a clinic's profile lies, whether it is there or not."""
        return self.source / "clinics" / f"{name}.toml"

    def region_codes(self) -> list[str]:
        """List the regions that are on record: the project's own, and those it takes over."""
        inherited = map(_code, base.region_files() if self.takes_over else [])
        return sorted({*self.own_regions(), *inherited} - {""})

    def own_regions(self) -> list[str]:
        """List the regions of which the project has a record of its own."""
        files = disk.files_in(self.source / "regions", "*.toml")
        return sorted(filter(None, map(_code, files)))

    def misnamed_regions(self) -> list[str]:
        """List files among the regions whose names are no codes of regions."""
        files = disk.files_in(self.source / "regions", "*.toml")
        return [self.name(file) for file in files if not re.fullmatch(CODE, file.stem)]

    def misnamed(self) -> list[tuple[str, str]]:
        """List articles and records under names that nobody reads, each with its right one."""
        files = [(one, ".md") for one in disk.files_in(self.source, "*")]
        files += [(one, ".toml") for one in disk.files_in(self.source, "*/*")]
        found = [(self.name(file), disk.right_name(file.name, ending)) for file, ending in files]
        return [(name, right) for name, right in found if right]

    def region(self, code: str) -> tuple[Region | None, list[Finding]]:
        """Read a region's record."""
        file = self.region_file(code)
        if not (re.fullmatch(CODE, code) and disk.is_there(file)):
            known = self.region_codes()
            place, country = place_in(code)
            country = country or meant_territory(code)
            if place and country in known:
                raise PolyleafError(
                    f"unknown region '{code}': that is part of a country, and regions are "
                    f"countries: write {country}"
                )
            if country and country not in known:
                raise PolyleafError(
                    f"no numbers are on record for '{code}' ({country}); known: "
                    f"{' '.join(known)}, and intl for a sheet without numbers; to add it, write "
                    f"source/regions/{country}.toml"
                )
            if "," in code or " " in code.strip():
                raise PolyleafError(
                    f"'{code}' is not one region: a sheet has the numbers of one; type the command "
                    "once for each"
                )
            raise PolyleafError(
                f"unknown region '{code}'; {_meant(code, country, known)}"
                f"known: {' '.join(known) or '(none)'}, and intl for a "
                "sheet without numbers; to add one, write source/regions/CODE.toml"
            )
        return self._record(file, partial(read_region, code=code), "SVC001")

    def region_file(self, code: str) -> Path:
        """Return where a region's record lies: the project's own goes before the program's.

        It counts as a whole: numbers of two records are never mixed.
        """
        own = self.own_region_file(code)
        inherited = base.REGIONS / own.name
        if disk.is_there(own) or not (self.takes_over and disk.exists(inherited)):
            return own
        return inherited

    def inherited_region(self, code: str) -> Region | None:
        """Read the program's record of a region, whatever the project has of its own."""
        file = base.REGIONS / f"{code}.toml"
        if not disk.exists(file):
            return None
        return self._record(file, partial(read_region, code=code), "SVC001")[0]

    def own_region_file(self, code: str) -> Path:
        """Return where the project's own record of a region lies, or would."""
        return self.source / "regions" / f"{code}.toml"

    def policy(self) -> tuple[Policy, list[Finding]]:
        """Read ``source/policy.toml``; without the file the program's own policy holds."""
        file = self.source / "policy.toml"
        if not disk.is_there(file) and not disk.saved_as(file):
            return Policy(), []
        record, findings = self._record(file, read_policy, "SRC026")
        return record or Policy(), findings

    def withdrawn(self) -> tuple[tuple[Withdrawal, ...], list[Finding]]:
        """Read ``source/withdrawn.toml``; without the file nothing is withdrawn."""
        file = self.source / "withdrawn.toml"
        if not disk.is_there(file) and not disk.saved_as(file):
            return (), []
        record, findings = self._record(file, read_withdrawn, "SRC021")
        return record or (), findings


def _code(file: Path) -> str:
    """Return the region that a file is named after; empty where it is none."""
    return file.stem if re.fullmatch(CODE, file.stem) else ""


def _meant(code: str, country: str, known: list[str]) -> str:
    """Return the question that names what was meant: the country, for a province without record."""
    country = country or code.partition("-")[0].upper()
    return f"did you mean '{country}'? " if country in known else did_you_mean(code, known)
