"""What a record of crisis services rests on, how old it is, and whether it may be vouched for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.values.finding import Finding, Severity
from pipeline.values.region import Confirmation, Emergency, Record, Region

CONFIRM_AFTER = 180
"""Days after which a record is to be confirmed again."""

TOO_OLD = 365
"""Days after which a record may be plainly wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Footing:
    """What one record rests on, on a given day."""

    name: str
    """``US/988``: what ``polyleaf confirm`` is told."""
    record: Record
    confirmed: Confirmation | None
    """The confirmation, where it was given for the record as it is now."""
    is_void: bool
    """Whether a confirmation was given, but for another state of the record."""
    is_ahead: bool
    """Whether the confirmation is dated after the day on which we look."""
    days: int | None
    """Age in days, since the confirmation, else since the newest source; ``None`` where no day
    is known."""
    within: int = CONFIRM_AFTER
    """Days for which a confirmation holds."""

    @property
    def is_sound(self) -> bool:
        """Whether a sheet that shows this record may call itself approved."""
        return self.confirmed is not None and not self.is_ahead and not self.is_due

    @property
    def is_due(self) -> bool:
        """Whether it should be confirmed, or confirmed again."""
        return self.confirmed is None or self.days is None or self.days > self.within


def footing(region: Region, record: Record, today: date, within: int = CONFIRM_AFTER) -> Footing:
    """Work out what a record rests on."""
    given = record.confirmed
    holds = given is not None and given.holds
    confirmed = given if holds else None
    since = confirmed.on if confirmed else record.source_date
    days = (today - since).days if since and (confirmed or since <= today) else None
    return Footing(
        name=f"{region.code}/{record.id}",
        record=record,
        confirmed=confirmed,
        is_void=given is not None and not holds,
        is_ahead=bool(confirmed and confirmed.on > today),
        days=max(days, 0) if days is not None else None,
        within=within,
    )


def check_footings(
    region: Region, footings: Iterable[Footing], *, approved: bool
) -> Iterator[Finding]:
    """Report records that nobody has confirmed, or not for long.

    They are warnings for a proof, and errors for a sheet that would call itself approved.
    """
    severity = Severity.ERROR if approved else Severity.WARNING
    for one in footings:
        fault = _fault(one)
        if fault:
            code, message = fault
            ask = f"{how_to_ask(one.record)}, then: "
            if one.is_ahead:
                ask = f"see whether this computer has the right day; if it has, {ask}"
            yield Finding(
                code=code,
                severity=severity,
                path=region.path,
                message=f"{one.name}: {message}",
                fix=f'{ask}polyleaf confirm {one.name} --by "…" --how "…"',
            )


def how_to_ask(record: Record) -> str:
    """Say how a person confirms a record: nobody is ever told to call the number itself."""
    if isinstance(record, Emergency):
        return (
            "look at the page that its authority publishes or ask the authority's office (never "
            "call the number to check it)"
        )
    return "ask the office of the service or look at its own site (don't test the line)"


def _fault(one: Footing) -> tuple[str, str] | None:
    given = one.record.confirmed
    if one.is_void and given:
        return (
            "SVC011",
            f"{given.by} confirmed it on {given.on}, but the record has been changed since",
        )
    if one.is_ahead and given:
        return "SVC011", f"the confirmation is dated {given.on}, which is still to come"
    if one.days is not None and one.days > TOO_OLD:
        return "SVC013", f"{_since(one)}, more than a year"
    if not one.confirmed:
        return "SVC010", f"no person has confirmed it; {_since(one)}"
    if one.is_due:
        return "SVC012", f"{_since(one)}: it is time to confirm it again"
    return None


def _since(one: Footing) -> str:
    if one.days is None and one.record.source_date:
        return f"its newest source is dated {one.record.source_date}, which is still to come"
    if one.days is None:
        return "the day of its source is not known"
    what = "its confirmation is" if one.confirmed else "its newest source is"
    return f"{what} {one.days} day{'' if one.days == 1 else 's'} old"
