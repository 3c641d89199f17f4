"""Checking the records that no single article needs: regions, publisher and clinics."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import PurePosixPath

from pipeline.check.confirmation import check_footings, footing
from pipeline.check.example import example_values
from pipeline.check.logo import logo_faults
from pipeline.check.recorded import numbers_on_record
from pipeline.check.services import clinic_faults, lint_region
from pipeline.check.telephones import region_doubts, telephone_faults
from pipeline.check.typed import typed_in_profile, typed_in_region
from pipeline.check.withdrawn import NO_REGION
from pipeline.project import Project
from pipeline.records.naming import meant_territory
from pipeline.values.finding import Finding, Severity
from pipeline.values.publisher import Clinic
from pipeline.values.region import Region


def check_records(project: Project, today: date, used: Collection[str]) -> Iterator[Finding]:
    """Yield what is wrong with regions, publisher and clinics, and between them.

    That nobody has confirmed a service is told of the regions that are ``used``.
    """
    known = [*project.region_codes(), NO_REGION]
    regions: list[Region] = []
    for code in project.region_codes():
        region, findings = project.region(code)
        regions += [region] if region else []
        yield from findings
        if region:
            yield from lint_region(region)
        if region and code in used:
            footings = [footing(region, record, today) for record in region.records]
            yield from check_footings(region, footings, approved=False)
    yield from _misnamed(project)
    on_record = cache(lambda: numbers_on_record(regions))
    for region in regions:
        yield from typed_in_region(region, on_record)
    publisher, findings = project.publisher()
    yield from findings
    path = "source/publisher.toml"
    if publisher and publisher.region and publisher.region not in known:
        yield _unknown_region(path, publisher.region, known)
    yield from example_values(publisher)
    images = project.images()
    if publisher:
        yield from typed_in_profile(publisher, path, on_record)
        yield from logo_faults(path, publisher.logo, images, project.image, on_record)
    usual = publisher.region if publisher else ""
    for name, clinic, findings in project.clinics():
        yield from findings
        if clinic:
            path = f"source/clinics/{name}.toml"
            yield from example_values(clinic, region=usual)
            yield from _in_its_region(clinic, clinic.region or usual, path, regions, known)
            yield from typed_in_profile(clinic, path, on_record)
            if clinic.region and clinic.region not in known:
                yield _unknown_region(path, clinic.region, known)
            yield from logo_faults(path, clinic.logo, images, project.image, on_record)


def _misnamed(project: Project) -> Iterator[Finding]:
    """Yield files of records that are not read, or cannot be, for their names."""
    for path in project.misnamed_regions():
        meant = meant_territory(PurePosixPath(path).stem)
        fix = f"name it {meant or 'US.toml or CA-QC'}.toml"
        yield _error(path, "SVC002", "the name is not a region's code", fix)
    for path, name in project.misnamed():
        yield Finding(
            code="SRC020",
            severity=Severity.WARNING,
            path=path,
            message=f"the name ends with {PurePosixPath(path).suffix}, so nothing is read from it",
            fix=f"name it {name}",
        )


def _in_its_region(
    clinic: Clinic, code: str, path: str, regions: Sequence[Region], known: Sequence[str]
) -> Iterator[Finding]:
    """Yield what speaks against a clinic's numbers and region, where that can be read."""
    own = [region for region in regions if region.code == code]
    if own:
        others = (one for one in regions if one not in own)
        yield from clinic_faults(clinic, [*own, *others])
        yield from telephone_faults(clinic, code, known)
        if clinic.region:
            yield from region_doubts(code, clinic, known, asked=False, path=path)


def used_regions(project: Project) -> Iterator[str]:
    """Yield the regions that sheets are printed for when nobody names another."""
    publisher, _ = project.publisher()
    if publisher:
        yield publisher.region
    for _, clinic, _ in project.clinics():
        if clinic:
            yield clinic.region


def _unknown_region(path: str, code: str, known: list[str]) -> Finding:
    return _error(
        path,
        "SRC020",
        f"region: '{code}' is not on record",
        f"known: {' '.join(known)}; to add it, write source/regions/{code}.toml",
    )


def _error(path: str, code: str, message: str, fix: str) -> Finding:
    return Finding(code=code, severity=Severity.ERROR, path=path, message=message, fix=fix)
