"""Writing down that a person has checked a record: ``polyleaf confirm``."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from pipeline.check.services import lint_region
from pipeline.project import Project
from pipeline.project.disk import locked, read, write_files
from pipeline.records.region import confirmation_seal, read_region
from pipeline.records.table import toml_value
from pipeline.records.toml import TableError, read_toml
from pipeline.values.errors import PolyleafError
from pipeline.values.region import EMERGENCY, Confirmation, Record, Region
from pipeline.vouch.person import refuse_name, refuse_way


def confirm(project: Project, name: str, *, by: str, how: str, on: date, today: date) -> Path:
    """Record one confirmation in its region's file, and change nothing else there.

    ``name`` is ``US/988``, or ``US/emergency`` for the emergency numbers. An earlier confirmation
    of the same record is replaced. A record that the project takes over becomes its own. Return
    the file.
    """
    with locked(project.source):
        return _confirm(project, name, by=by, how=how, on=on, today=today)


def _confirm(project: Project, name: str, *, by: str, how: str, on: date, today: date) -> Path:
    region, record = find_record(project, name)
    fault = next((one for one in lint_region(region) if one.is_error), None)
    if fault:
        raise PolyleafError(f"{fault.path}: {fault.message}; mend it first: {fault.fix}")
    by = refuse_name(by)
    how = refuse_way(how, emergency=record is region.emergency)
    if on > today:
        raise PolyleafError(f"a confirmation cannot be dated {on}, which is still to come")
    if record.source_date and on < record.source_date:
        raise PolyleafError(
            f"{name} rests on a source of {record.source_date}, which is newer than {on}: "
            "confirm the record as it is now"
        )
    held, file = project.region_file(region.code), project.own_region_file(region.code)
    before = read(held, region.path, project.root if held == file else None).decode()
    seal = confirmation_seal(record.digest, by, how, on)
    fields = {"by": by, "how": how, "on": on, "record": seal}
    owner = "emergency" if record is region.emergency else "services"
    number = 0 if owner == "emergency" else [one.id for one in region.services].index(record.id)
    after = _with_confirmation(before, owner, number, fields)
    confirmed = Confirmation(by=by, how=how, on=on, record=seal, holds=True)
    if not _says_so(region, record, after, confirmed):
        inside = ", ".join(f"{name} = {toml_value(value)}" for name, value in fields.items())
        raise PolyleafError(
            f"{region.path} is laid out in a way that cannot be added to; write by hand into the "
            f"table of {record.id}: confirmed = {{ {inside} }}"
        )
    write_files(project.root, {file: after.encode()})
    return file


def _says_so(region: Region, record: Record, text: str, confirmed: Confirmation) -> bool:
    """Say whether a file says what its region said before, and one confirmation besides."""
    try:
        data = read_toml(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    except TableError:
        return False
    again, findings = read_region(data, region.path, region.code)
    wanted = [replace(one, confirmed=confirmed) if one is record else one for one in region.records]
    return not findings and list(again.records) == wanted


def find_record(project: Project, name: str) -> tuple[Region, Record]:
    """Return a record by its name, ``US/988``; a `PolyleafError` lists those that there are."""
    code, _, record_id = name.partition("/")
    if not record_id:
        raise PolyleafError(f"'{name}' names no record: write REGION/SERVICE, such as US/988")
    region, findings = project.region(code)
    if not region:
        first = findings[0]
        raise PolyleafError(f"{first.path}: {first.message}; mend it first: {first.fix}")
    for record in region.records:
        if record.id == record_id:
            return region, record
    is_emergency = record_id in region.emergency.numbers
    meant = f"did you mean '{code}/{EMERGENCY}'? " if is_emergency else ""
    known = " ".join(f"{code}/{record.id}" for record in region.records)
    raise PolyleafError(f"unknown record '{name}'; {meant}known: {known or '(none)'}")


_HEADER = re.compile(r"\s*\[{1,2}\s*(?P<name>[A-Za-z_]+)(?P<rest>[^\]]*)\]{1,2}\s*(#.*)?")


def _with_confirmation(text: str, owner: str, number: int, fields: dict[str, object]) -> str:
    """Return a region's file with one confirmation put in, every other line as it was.

    ``owner`` is ``services`` or ``emergency``, ``number`` which of its tables is meant. Where the
    file is laid out otherwise than with such headers, it is returned as it is.
    """
    lines = text.splitlines(keepends=True)
    headers = [(place, match) for place, line in enumerate(lines) if (match := _HEADER.match(line))]
    starts = [
        place for place, match in headers if match["name"] == owner and not match["rest"].strip()
    ]
    if number >= len(starts):
        return text
    start = starts[number]
    end = next(
        (
            place
            for place, match in headers
            if place > start and not (match["name"] == owner and match["rest"].startswith("."))
        ),
        len(lines),
    )
    own = _without_confirmation(lines[start:end], owner)
    filled = max(place for place, line in enumerate(own) if line.strip() and line.strip()[0] != "#")
    newline = "\r\n" if lines[start].endswith("\r\n") else "\n"
    block = [f"{name} = {toml_value(value)}{newline}" for name, value in fields.items()]
    if not own[filled].endswith("\n"):
        own[filled] += newline
    own[filled + 1 : filled + 1] = [newline, f"[{owner}.confirmed]{newline}", *block]
    return "".join([*lines[:start], *own, *lines[end:]])


def _without_confirmation(lines: list[str], owner: str) -> list[str]:
    """Return a table's lines without an earlier confirmation and the blank line before it."""
    lines = [line for line in lines if not re.match(r"\s*confirmed\s*=\s*\{.*\}", line)]
    start = next(
        (
            place
            for place, line in enumerate(lines)
            if (match := _HEADER.match(line))
            and match["name"] == owner
            and match["rest"].strip() == ".confirmed"
        ),
        None,
    )
    if start is None:
        return lines
    end = start + 1
    while end < len(lines) and re.match(r"\s*[a-z]+\s*=", lines[end]):
        end += 1
    if start and not lines[start - 1].strip():
        start -= 1
    return lines[:start] + lines[end:]
