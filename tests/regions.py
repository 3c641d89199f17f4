"""Records of regions for tests, made from as few fields as a record must have."""

from typing import Any

from pipeline.records.region import read_region
from pipeline.values.region import Region

SOURCE = {"title": "a list", "kind": "dataset"}


def made(*services: dict[str, Any], code: str = "GB", **fields: Any) -> Region:
    """Read the record of a region with some services; one without any says so."""
    data = {
        "code": code,
        **({"names": {"en": "Somewhere"}} if "-" in code else {}),
        "paper": "a4",
        "languages": ["en"],
        **({"services": list(services)} if services else {"no_service": "None is known."}),
        **fields,
    }
    region, findings = read_region(data, f"source/regions/{code}.toml", code)
    assert not findings
    return region


def service(*ways: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """Return a service with ways to reach it, as a record writes it."""
    return {
        "id": "line",
        "names": {"en": "The Line"},
        "languages": ["en"],
        "agreement": "low",
        "sources": [SOURCE],
        "ways": list(ways),
        **fields,
    }
