"""What is on record of crisis services, for people: tables, and the document to confirm from."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.check.confirmation import Footing, footing
from pipeline.compose.services import chosen_services
from pipeline.compose.words import region_name
from pipeline.records.typography import language_name, locale_named
from pipeline.values.region import (
    FALLBACK,
    Emergency,
    Hours,
    OtherNumber,
    Region,
    Service,
    Source,
    Way,
)

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

_WIDTH = 98
"""Letters of a line on a terminal."""

_UNKNOWN_AGE = 10_000
"""Days that a record without any date counts as."""


def overview(regions: Sequence[Region], today: date) -> str:
    """Return one line a region: how many services, how many confirmed, and the oldest record."""
    rows = [("region", "name", "services", "printed", "confirmed", "oldest")]
    for region in regions:
        footings = [footing(region, record, today) for record in region.records]
        sound = sum(one.confirmed is not None and not one.is_ahead for one in footings)
        printed = sum(bool(service.printed_ways) for service in region.services)
        rows.append(
            (
                region.code,
                region_name(region, "en"),
                str(len(region.services)),
                str(printed),
                f"{sound}/{len(footings)}",
                max((_age(one) for one in footings), default=(0, "–"))[1],
            )
        )
    return _table(rows, right=(2, 3, 4, 5))


def _age(one: Footing) -> tuple[int, str]:
    return (_UNKNOWN_AGE, "no date") if one.days is None else (one.days, f"{one.days} days")


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A record to confirm, and on how many sheets in ``build/`` it stands."""

    footing: Footing
    sheets: int

    @property
    def weight(self) -> int:
        """Age in days, once for the record and once more for each sheet that shows it."""
        return _age(self.footing)[0] * (1 + self.sheets)


def due(regions: Iterable[Region], sheets: dict[str, int], today: date) -> list[Due]:
    """Return the records to confirm next: the older, and the more printed, the earlier.

    ``sheets`` says on how many sheets each record stands.
    """
    found = [
        Due(footing=one, sheets=sheets.get(one.name, 0))
        for region in regions
        for record in region.records
        if (one := footing(region, record, today)).is_due or one.is_ahead
    ]
    return sorted(found, key=lambda row: (-row.weight, row.footing.name))


def due_table(rows: Sequence[Due]) -> str:
    """Return the records to confirm next as lines of text, no wider than a terminal."""
    cells = [("confirm", "age", "sheets", "what is printed")]
    cells += [
        (row.footing.name, _age(row.footing)[1], str(row.sheets), what_is_printed(record))
        for row in rows
        for record in [row.footing.record]
    ]
    width = max(len(cell[0]) for cell in cells)
    lines: list[str] = []
    for row, (name, age, sheets, what) in zip([None, *rows], cells, strict=True):
        start = f"{name.ljust(width)}  {age:>9}  {sheets:>6}  "
        lines += (
            textwrap.wrap(
                start + what, _WIDTH, subsequent_indent=" " * len(start), break_long_words=False
            )
            if what
            else [start]
        )
        caution = row.footing.record.caution if row else ""
        lines += (
            textwrap.wrap(
                f"ask: {caution}", _WIDTH, initial_indent="    ", subsequent_indent="    "
            )
            if caution
            else []
        )
    return "\n".join(lines) + "\n"


def what_is_printed(record: Service | Emergency) -> str:
    """Return the numbers and addresses of a record that sheets print, in words."""
    if isinstance(record, Emergency):
        return ", ".join(record.numbers)
    return "; ".join(way_text(way) for way in record.printed_ways) or "nothing is printed"


def region_report(region: Region, locales: Sequence[str], today: date) -> str:
    """Say of one region what each record prints, rests on and lacks, and which locale shows it."""
    lines = [f"{region_name(region, 'en')} ({region.code}), paper {region.paper}"]
    for record in region.records:
        lines += ["", *_record_lines(region, record, today)]
    if region.no_service:
        lines += ["", f"no service: {region.no_service}"]
    lines += [f"never print {_other(other)}" for other in region.never]
    lines += ["", "a sheet in this language prints"]
    for locale in locales:
        choice = chosen_services(region, locale_named(locale))
        names = ", ".join(f"{region.code}/{service.id}" for service, _ in choice.services)
        asks = "" if choice.speak or not choice.services else ", and how to ask for an interpreter"
        lines.append(f"    {locale}  {names or 'no service: where to look for one'}{asks}")
    return "\n".join(lines) + "\n"


def record_report(region: Region, record: Service | Emergency, today: date) -> str:
    """Say of one record what it prints, rests on and lacks."""
    return "\n".join(_record_lines(region, record, today)) + "\n"


def _record_lines(region: Region, record: Service | Emergency, today: date) -> Iterator[str]:
    one = footing(region, record, today)
    yield f"{one.name}  {_title(record)}"
    yield from (f"    {line}" for line in _details(one))


def _title(record: Service | Emergency) -> str:
    if isinstance(record, Emergency):
        return " or ".join(record.numbers)
    return " / ".join(dict.fromkeys(record.names.values()))


def _details(one: Footing) -> Iterator[str]:
    record = one.record
    if isinstance(record, Service):
        for way in record.ways:
            yield way_text(way) + (f"  (held, not printed: {way.held})" if way.held else "")
        yield f"hours: {hours_text(record.hours)}"
        yield "answers in " + ", ".join(_language(tag) for tag in record.languages)
        if record.free is not None:
            yield "free" if record.free else "not free"
        if record.audience:
            yield "for " + " and ".join(record.audience)
        yield from (f"replaces {_other(other)}" for other in record.replaces)
        yield from (f"never print {_other(other)}" for other in record.never)
        yield from ([f"conflict: {record.conflicts}"] if record.conflicts else [])
        rests = f", which agree: {record.agreement}"
    else:
        yield from (f"{other.number}  (held, not printed: {other.why})" for other in record.held)
        rests = ""
    yield f"rests on {_count(record.sources)}{rests}"
    yield from (f"    {source.kind}: {source.title}" for source in record.sources)
    yield _standing(one)
    if record.caution:
        yield f"ask: {record.caution}"


def _other(other: OtherNumber) -> str:
    number = other.number + (f", then {other.press}" if other.press else "")
    return f"{number}: {other.why}" if other.why else number


def _count(sources: Sequence[Source]) -> str:
    return f"{len(sources) or 'no'} source{'' if len(sources) == 1 else 's'}"


def _standing(one: Footing) -> str:
    given = one.record.confirmed
    if one.confirmed:
        age = f"{one.days} day{'' if one.days == 1 else 's'} ago"
        return f"confirmed by {one.confirmed.by} on {one.confirmed.on}, {age} ({one.confirmed.how})"
    age = "of no known day" if one.days is None else f"{one.days} days old"
    if given:
        return f"changed since {given.by} confirmed it on {given.on}; its newest source is {age}"
    return f"not confirmed by anybody; its newest source is {age}"


def way_text(way: Way) -> str:
    """Say in plain English how a way is used: ``call 988, then press 2``."""
    words = {
        "call": f"call {way.number}",
        "text": f"text {way.number}",
        "whatsapp": f"WhatsApp {way.number}",
        "chat": f"chat {way.address}",
        "web": f"look at {way.address}",
    }[way.kind]
    if way.press:
        words += f", then press {way.press}"
    if way.keywords:
        words += ", send " + " or ".join(f"{word} ({tag})" for tag, word in way.keywords.items())
    notes = [next(iter(way.areas.values()))] if way.areas else []
    notes += [hours_text(way.hours)] if way.hours else []
    return words + (f" ({', '.join(notes)})" if notes else "")


def hours_text(hours: Hours) -> str:
    """Say opening hours in plain English."""
    if hours.always:
        said = "always"
    else:
        said = "; ".join(
            f"{_days(span.days)} {span.opens:%H:%M}–{span.closes:%H:%M}".replace("–00:00", "–24:00")
            for span in hours.spans
        )
    said = said or "not known"
    return f"{said} (held, not printed: {hours.held})" if hours.held else said


def _days(days: Sequence[int]) -> str:
    return "daily" if len(days) == 7 else ", ".join(_DAYS[day] for day in days)


def _language(tag: str) -> str:
    return language_name(tag, "en")


def _table(rows: Sequence[Sequence[str]], right: Sequence[int]) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = (
        "  ".join(
            cell.rjust(width) if column in right else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
    return "\n".join(lines) + "\n"


def document(regions: Sequence[Region]) -> str:
    """Return the records as a Markdown document to go through with a telephone in hand.

    It has dates and no ages, so that it is the same on every day.
    """
    lines = [_INTRODUCTION]
    for region in sorted(regions, key=lambda one: (one.code == FALLBACK, one.code)):
        lines.append(f"## {region.code} · {region_name(region, 'en')}\n")
        lines += [f"No service on record. {region.no_service}\n"] if region.no_service else []
        for other in region.never:
            lines.append(f"Never print {_cell(_other(other))}\n")
        if region.records:
            lines.append("| ✓ | record | what is printed | hours | languages | rests on | ask |")
            lines.append("|---|---|---|---|---|---|---|")
            lines += [_row(region, record) for record in region.records]
            lines.append("")
    return "\n".join(lines)


_INTRODUCTION = """\
# Crisis services on record

<!-- Written by `polyleaf services --markdown`; a change belongs into source/regions/. -->

Go through a region: ask the office of each service, or look at its own site, for what stands \
under “ask”; put right what is wrong in `source/regions/`; then \
`polyleaf confirm REGION/SERVICE --by "…" --how "…"`. Emergency numbers are confirmed on the page \
that their authority publishes, or with its office. **Never call one to check it, and do not test \
a crisis line:** the call keeps somebody waiting who needs it. \
A tick marks what a person has confirmed as it stands here. `polyleaf services --due` says where \
to begin.
"""


def _row(region: Region, record: Service | Emergency) -> str:
    given = record.confirmed
    tick = "✓" if given and given.holds else "☐"
    hours = languages = ""
    printed = what_is_printed(record)
    asks = [record.caution] if record.caution else []
    rests = _count(record.sources)
    if record.source_date:
        rests += f", {record.source_date}"
    if isinstance(record, Service):
        printed = f"**{_title(record)}**: {printed}"
        printed += "; free" if record.free else ""
        printed += f"; for {' and '.join(record.audience)}" if record.audience else ""
        hours, languages = hours_text(record.hours), ", ".join(record.languages)
        rests += f", agreement {record.agreement}"
        asks += [f"{way_text(way)}: {way.held}" for way in record.ways if way.held]
        asks += [f"hours: {record.hours.held}"] if record.hours.held else []
        asks += [f"never print {_other(other)}" for other in record.never]
        asks += [f"replaces {_other(other)}" for other in record.replaces]
        asks += [record.conflicts] if record.conflicts else []
    else:
        printed = f"**emergency**: {printed}"
        asks += [f"{other.number}: {other.why}" for other in record.held]
    cells = (
        tick,
        f"`{region.code}/{record.id}`",
        printed,
        hours,
        languages,
        rests,
        " ".join(one.rstrip(".") + "." for one in asks),
    )
    return "| " + " | ".join(map(_cell, cells)) + " |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
