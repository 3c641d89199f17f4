"""What is on record of crisis services, for programs: plain values that JSON can hold."""

from collections.abc import Sequence
from datetime import date

from pipeline.check.confirmation import Footing, footing
from pipeline.compose.words import region_name
from pipeline.desk.services import what_is_printed
from pipeline.values.region import Region


def services_document(
    regions: Sequence[Region], sheets: dict[str, int], today: date
) -> list[dict[str, object]]:
    """Return each region with its records: what each prints, its age, and who confirmed it."""
    return [
        {
            "region": region.code,
            "name": region_name(region, "en"),
            "paper": region.paper,
            "records": [
                _record(footing(region, record, today), sheets) for record in region.records
            ],
        }
        for region in regions
    ]


def _record(one: Footing, sheets: dict[str, int]) -> dict[str, object]:
    confirmed = one.confirmed
    return {
        "record": one.name,
        "prints": what_is_printed(one.record),
        "days": one.days,
        "due": one.is_due or one.is_ahead,
        "sheets": sheets.get(one.name, 0),
        "confirmed": confirmed
        and {"by": confirmed.by, "how": confirmed.how, "on": confirmed.on.isoformat()},
    }
