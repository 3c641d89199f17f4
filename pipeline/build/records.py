"""Checking the records that no single article needs: regions, publisher and clinics."""

from collections.abc import Iterator

from pipeline.build.sheet import NO_REGION
from pipeline.project import Project
from pipeline.values.finding import Finding, Severity


def check_records(project: Project) -> Iterator[Finding]:
    """Yield what is wrong with regions, publisher and clinics, and between them."""
    known = [*project.region_codes(), NO_REGION]
    for code in project.region_codes():
        yield from project.region(code)[1]
    for path in project.misnamed_regions():
        yield _error(
            path, "SVC002", "the file's name is no region's", "name it US.toml or CA-QC.toml"
        )
    publisher, findings = project.publisher()
    yield from findings
    path = "source/publisher.toml"
    if publisher and publisher.region and publisher.region not in known:
        yield _unknown_region(path, publisher.region, known)
    if publisher and not publisher.finder:
        yield _error(
            path,
            "SRC020",
            "finder: is missing, so a sheet without a recorded service cannot be printed",
            'name where to look for one: finder = ["https://findahelpline.com"]',
            Severity.WARNING,
        )
    images = project.images()
    for name in project.clinic_names():
        clinic, findings = project.clinic(name)
        yield from findings
        path = f"source/clinics/{name}.toml"
        if clinic and clinic.region and clinic.region not in known:
            yield _unknown_region(path, clinic.region, known)
        if clinic and clinic.logo and clinic.logo not in images:
            yield _error(
                path,
                "SRC020",
                f"logo: there is no image source/{clinic.logo}",
                "put it there, as SVG or PNG, or take the line out",
            )


def _unknown_region(path: str, code: str, known: list[str]) -> Finding:
    return _error(
        path,
        "SRC020",
        f"region: '{code}' is not on record",
        f"known: {' '.join(known)}; to add it, write source/regions/{code}.toml",
    )


def _error(
    path: str, code: str, message: str, fix: str, severity: Severity = Severity.ERROR
) -> Finding:
    return Finding(code=code, severity=severity, path=path, message=message, fix=fix)
