"""``source/publisher.toml`` and ``source/clinics/<id>.toml``."""

from pipeline.records.region import CODE
from pipeline.records.table import Table
from pipeline.values.finding import Finding
from pipeline.values.publisher import Clinic, Publisher

PAPERS = ("letter", "a4")
_ACCENT = r"#[0-9a-fA-F]{6}"


def read_publisher(data: dict[str, object], path: str) -> tuple[Publisher, list[Finding]]:
    """Read the publisher and report every field that is wrong."""
    findings: list[Finding] = []
    table = Table(data, path, findings, "SRC020")
    publisher = Publisher(
        name=table.text("name", required=True, example='"Harbour Clinics"'),
        corrections=table.text("corrections", required=True, example='"sheets@example.org"'),
        licence=table.text("licence"),
        region=table.text("region", form=CODE, example='"US"'),
        paper=table.choice("paper", PAPERS) if table.has("paper") else "",
        accent=table.text("accent", form=_ACCENT, example='"#1f4e5f"'),
        finder=table.texts("finder", example='"https://findahelpline.com"'),
    )
    table.done()
    return publisher, findings


def read_clinic(data: dict[str, object], path: str, name: str) -> tuple[Clinic, list[Finding]]:
    """Read a clinic's profile, whose id is its file's stem, and report every wrong field."""
    findings: list[Finding] = []
    table = Table(data, path, findings, "SRC020")
    clinic = Clinic(
        id=name,
        name=table.text("name", required=True, example='"Riverside Family Clinic"'),
        address=table.texts("address", example='"12 Mill Lane", "Springfield"'),
        phone=table.text("phone"),
        interpreter=table.text("interpreter"),
        logo=table.text("logo", form=r"[^/\\][^\\]*\.(svg|png)", example='"images/logo.svg"'),
        logo_alt=table.text("logo_alt", required=table.has("logo")),
        region=table.text("region", form=CODE, example='"US"'),
        paper=table.choice("paper", PAPERS) if table.has("paper") else "",
        accent=table.text("accent", form=_ACCENT, example='"#1f4e5f"'),
    )
    table.done()
    return clinic, findings
