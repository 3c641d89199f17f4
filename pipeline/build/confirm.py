"""Writing down that a person has checked a record: ``polyleaf confirm``."""

import tomllib
from datetime import date
from pathlib import Path

from pipeline.project import Project, write_files
from pipeline.records.region import read_region
from pipeline.values.errors import PolyleafError
from pipeline.values.region import Record, Region


def confirm(project: Project, name: str, *, by: str, how: str, on: date, today: date) -> Path:
    """Record one confirmation in its region's file, and change nothing else there.

    ``name`` is ``US/988``, or ``US/emergency`` for the emergency numbers. An earlier confirmation
    of the same record is replaced. Return the file.
    """
    region, record = find_record(project, name)
    for word, text in (("--by", by), ("--how", how)):
        _refuse_text(word, text)
    if on > today:
        raise PolyleafError(f"a confirmation cannot be dated {on}, which is still to come")
    if record.source_date and on < record.source_date:
        raise PolyleafError(
            f"{name} rests on a source of {record.source_date}, which is newer than {on}: "
            "confirm the record as it is now"
        )
    file = project.region_file(region.code)
    text = _with_confirmation(
        file.read_text(encoding="utf-8"),
        record.id,
        {"by": by.strip(), "how": how.strip(), "on": on, "record": record.digest},
    )
    again, findings = read_region(tomllib.loads(text), region.path, region.code)
    written = next((one for one in again.records if one.id == record.id), None)
    others = [one for one in again.records if one.id != record.id]
    if (
        findings
        or not written
        or not written.confirmed
        or written.confirmed.record != written.digest
        or others != [one for one in region.records if one.id != record.id]
    ):
        raise PolyleafError(
            f"{region.path} is laid out in a way that cannot be added to; write by hand under "
            f'{record.id}: confirmed = {{ by = "{by}", how = "{how}", on = {on}, '
            f'record = "{record.digest}" }}'
        )
    write_files({file: text.encode()})
    return file


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
    known = " ".join(f"{code}/{record.id}" for record in region.records)
    raise PolyleafError(f"unknown record '{name}'; known: {known or '(none)'}")


def _refuse_text(word: str, text: str) -> None:
    if len(text.strip()) < 2 or any(ord(letter) < 0x20 for letter in text):
        raise PolyleafError(f"{word} '{text}' says nothing that a reader could follow up")


def _with_confirmation(text: str, record_id: str, fields: dict[str, object]) -> str:
    """Return a region's file with one confirmation put in, its layout and comments kept."""
    import tomlkit

    document = tomlkit.parse(text)
    if record_id == "emergency":
        owner = document["emergency"]
    else:
        owner = next(one for one in document["services"] if one["id"] == record_id)
    table = tomlkit.table()
    for name, value in fields.items():
        table.add(name, value)
    table.add(tomlkit.nl())
    owner.pop("confirmed", None)
    owner["confirmed"] = table
    return tomlkit.dumps(document).rstrip("\n") + "\n"
