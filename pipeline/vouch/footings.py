"""What the records rest on that a sheet prints."""

from collections.abc import Iterable, Iterator
from datetime import date

from pipeline.check.confirmation import CONFIRM_AFTER, Footing, check_footings, footing
from pipeline.compose.services import chosen_services
from pipeline.records.typography import locale_named
from pipeline.values.finding import Finding
from pipeline.values.region import Record, Region
from pipeline.values.sheet import Edition


def footings_on_sheet(
    region: Region | None,
    fallback: Region | None,
    locale: str,
    today: date,
    edition: Edition | None = None,
    within: int = CONFIRM_AFTER,
) -> list[tuple[Region, Footing]]:
    """Return the footing of every record that a sheet prints.

    They are services, as many as the edition has room for, and emergency numbers, or where to look
    for a service when there is none or more. One that shows languages alone prints none.
    """
    found: list[tuple[Region, Footing]] = []
    if edition and edition.shows == "languages":
        return found
    choice = chosen_services(region, locale_named(locale), edition)
    services = [service for service, _ in choice.services]
    records: list[Record] = [*services]
    if region and region.emergency.numbers:
        records.append(region.emergency)
    if region:
        found += [(region, footing(region, record, today, within)) for record in records]
    if fallback and (choice.more or not services):
        found += [(fallback, footing(fallback, fallback.services[0], today, within))]
    return found


def footing_findings(
    footings: Iterable[tuple[Region, Footing]], *, approved: bool
) -> Iterator[Finding]:
    """Report the records among them that nobody has confirmed, or not for long."""
    for region, one in footings:
        yield from check_footings(region, [one], approved=approved)
