import copy
import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from pipeline.project import Project
from pipeline.records.region import read_region
from pipeline.values.finding import Finding
from pipeline.values.region import Confirmation, Opening, Region, Source, Way
from tests.conftest import ROOT

PATH = "source/regions/CA-QC.toml"

WHOLE: dict[str, Any] = {
    "code": "CA-QC",
    "names": {"fr": "Québec", "en": "Quebec"},
    "paper": "letter",
    "languages": ["fr", "en"],
    "emergency": ["911"],
    "emergency_sources": [{"title": "https://example.org/911", "kind": "operator"}],
    "services": [
        {
            "id": "line-fr",
            "names": {"fr": "La ligne", "en": "The line"},
            "languages": ["fr"],
            "hours": "always",
            "audience": "everyone",
            "free": True,
            "source_date": dt.date(2026, 1, 2),
            "agreement": "high",
            "replaces": "1 800 000 0000",
            "conflicts": "One list says so.",
            "caution": "Ask again.",
            "ways": [
                {
                    "kind": "call",
                    "number": "988",
                    "press": "2",
                    "area": "Montréal",
                    "languages": ["fr"],
                },
                {"kind": "text", "number": "85258", "keywords": {"fr": "AIDE"}, "held": "unsure"},
                {"kind": "chat", "address": "https://example.org/chat"},
            ],
            "sources": [{"title": "https://example.org", "kind": "operator"}],
            "confirmed": {
                "by": "Ana Pérez",
                "how": "called it",
                "on": dt.date(2026, 2, 3),
                "record": "0" * 64,
            },
        },
        {
            "id": "line-en",
            "names": {"en": "The other line"},
            "languages": ["en"],
            "hours": [{"days": ["mon", "sun"], "opens": "09:00", "closes": "24:00"}],
            "source_date": dt.date(2026, 1, 2),
            "agreement": "low",
            "ways": [{"kind": "call", "number": "+1 (800) 555-0100"}],
            "sources": [{"title": "a list", "kind": "dataset"}],
        },
    ],
}
"""A region with every field that a record may have."""

EMPTY: dict[str, Any] = {
    "code": "CA-QC",
    "names": {"en": "Quebec"},
    "paper": "a4",
    "languages": ["fr"],
    "no_service": "No line is on record.",
}

REQUIRED = [
    "code",
    "names",
    "paper",
    "languages",
    "emergency_sources[0].title",
    "emergency_sources[0].kind",
    "services[0].id",
    "services[0].names",
    "services[0].languages",
    "services[0].ways",
    "services[0].sources",
    "services[0].source_date",
    "services[0].agreement",
    "services[0].ways[0].kind",
    "services[0].ways[0].number",
    "services[0].ways[1].number",
    "services[0].ways[2].address",
    "services[0].sources[0].title",
    "services[0].sources[0].kind",
    "services[0].confirmed.by",
    "services[0].confirmed.how",
    "services[0].confirmed.on",
    "services[0].confirmed.record",
    "services[1].hours[0].days",
    "services[1].hours[0].opens",
    "services[1].hours[0].closes",
]

WRONG: list[tuple[str, Any]] = [
    ("code", "ca-qc"),
    ("code", "CA"),
    ("names", {"fr": "Québec"}),
    ("paper", "legal"),
    ("languages", []),
    ("languages", ["French"]),
    ("emergency", ["9 1 1"]),
    ("emergency", ["٩١١"]),
    ("emergency", [911]),
    ("services[0].id", "Line FR"),
    ("services[1].id", "line-fr"),
    ("services[0].names", {}),
    ("services[0].languages", []),
    ("services[0].hours", "sometimes"),
    ("services[0].audience", "students"),
    ("services[0].free", "yes"),
    ("services[0].free", 1),
    ("services[0].source_date", "2026-01-02"),
    ("services[0].source_date", dt.datetime(2026, 1, 2, 3, 4)),
    ("services[0].agreement", "good"),
    ("services[0].ways", []),
    ("services[0].sources", []),
    ("services[0].ways[0].kind", "fax"),
    ("services[0].ways[0].number", ""),
    ("services[0].ways[0].number", "+"),
    ("services[0].ways[0].number", "988x"),
    ("services[0].ways[0].number", "٩٨٨"),
    ("services[0].ways[0].number", "９８８"),
    ("services[0].ways[0].press", "22"),
    ("services[0].ways[2].address", "http://example.org"),
    ("services[0].sources[0].kind", "rumour"),
    ("services[0].confirmed.record", "abc"),
    ("services[1].hours[0].days", []),
    ("services[1].hours[0].days", ["monday"]),
    ("services[1].hours[0].opens", "9:00"),
    ("services[1].hours[0].closes", "25:00"),
]

Place = tuple[str | int, ...]


def read(record: dict[str, Any]) -> tuple[Region, list[Finding]]:
    return read_region(record, PATH, "CA-QC")


def steps(path: str) -> Place:
    return tuple(int(step) if step.isdigit() else step for step in re.findall(r"[^.\[\]]+", path))


def path_of(place: Place) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in place)[1:]


def changed(path: str, value: Any) -> dict[str, Any]:
    return _changed(path, lambda table, name: table.__setitem__(name, value))


def without(path: str) -> dict[str, Any]:
    return _changed(path, lambda table, name: table.__delitem__(name))


def _changed(path: str, change: Callable[[Any, Any], None]) -> dict[str, Any]:
    record = copy.deepcopy(WHOLE)
    *parents, last = steps(path)
    table: Any = record
    for step in parents:
        table = table[step]
    change(table, last)
    return record


def named(findings: list[Finding]) -> set[str]:
    return {finding.message.partition(": ")[0] for finding in findings}


def walk(value: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    pairs: list[tuple[str | int, Any]] = []
    if isinstance(value, dict):
        pairs = list(value.items())
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        pairs = list(enumerate(value))
    for step, inner in pairs:
        yield (*place, step), inner
        yield from walk(inner, (*place, step))


FIELDS = [path_of(place) for place, _ in walk(WHOLE)]
TABLES = [
    path_of(place)
    for place, value in walk(WHOLE)
    if isinstance(value, dict) and place[-1] not in ("names", "keywords")
]


def test_a_whole_record_is_read() -> None:
    region, findings = read(WHOLE)
    assert findings == []
    assert region.names == {"fr": "Québec", "en": "Quebec"}
    assert (region.paper, region.languages, region.emergency) == ("letter", ("fr", "en"), ("911",))
    first, second = region.services
    assert first.own_name == ("fr", "La ligne")
    assert first.always_open
    assert first.ways == (
        Way(kind="call", number="988", press="2", keywords={}, area="Montréal", languages=("fr",)),
        Way(kind="text", number="85258", keywords={"fr": "AIDE"}, held="unsure"),
        Way(kind="chat", keywords={}, address="https://example.org/chat"),
    )
    assert [way.kind for way in first.printed_ways] == ["call", "chat"]
    assert first.sources == (Source(title="https://example.org", kind="operator"),)
    assert first.confirmed == Confirmation(
        by="Ana Pérez", how="called it", on=dt.date(2026, 2, 3), record="0" * 64
    )
    assert second.openings == (Opening(days=(0, 6), opens=dt.time(9), closes=dt.time(0)),)
    assert not second.always_open
    assert second.confirmed is None
    assert second.free is None
    assert second.ways[0].number == "+1 (800) 555-0100"


def test_a_region_without_a_line_says_why() -> None:
    region, findings = read(EMPTY)
    assert findings == []
    assert region.services == ()
    assert region.no_service == "No line is on record."
    assert region.emergency == ()


def test_a_service_without_hours_has_unknown_hours() -> None:
    region, findings = read(without("services[0].hours"))
    assert findings == []
    assert (region.services[0].always_open, region.services[0].openings) == (False, ())


@pytest.mark.parametrize("path", FIELDS)
def test_a_field_of_the_wrong_kind_is_named_by_its_path(path: str) -> None:
    findings = read(changed(path, 3.5))[1]
    assert path in named(findings)
    assert {(finding.code, finding.path) for finding in findings} == {("SVC001", PATH)}
    assert all(finding.is_error and finding.fix for finding in findings)


@pytest.mark.parametrize("table", ["", *TABLES])
def test_an_unknown_field_is_named_by_its_path(table: str) -> None:
    path = f"{table}.colour".strip(".")
    assert named(read(changed(path, "red"))[1]) == {path}


@pytest.mark.parametrize("path", REQUIRED)
def test_a_missing_field_is_named_by_its_path(path: str) -> None:
    assert path in named(read(without(path))[1])


@pytest.mark.parametrize(("path", "value"), WRONG)
def test_a_malformed_field_is_named_by_its_path(path: str, value: Any) -> None:
    assert path in named(read(changed(path, value))[1])


def test_all_wrong_fields_are_reported_in_one_run() -> None:
    record = changed("services[0].ways[0].number", "x")
    record["paper"] = "legal"
    record["services"][1]["agreement"] = "good"
    assert named(read(record)[1]) == {
        "services[0].ways[0].number",
        "paper",
        "services[1].agreement",
    }


@pytest.mark.parametrize(
    ("way", "name", "value"),
    [(1, "press", "2"), (2, "press", "2"), (0, "keywords", {"fr": "AIDE"}), (2, "number", "988")],
)
def test_a_field_that_does_not_belong_to_a_way_is_unknown_there(
    way: int, name: str, value: Any
) -> None:
    path = f"services[0].ways[{way}].{name}"
    assert named(read(changed(path, value))[1]) == {path}


def test_a_region_has_services_or_a_reason_for_none() -> None:
    assert named(read({**EMPTY, "no_service": ""})[1]) == {"no_service"}
    assert named(read({**WHOLE, "no_service": "None."})[1]) == {"no_service"}


def test_a_number_is_kept_as_it_is_written() -> None:
    for number in ("116 123", "0800 111 0 111", "1-800-273-8255", "+44 116 123"):
        region, findings = read(changed("services[0].ways[0].number", number))
        assert findings == []
        assert region.services[0].ways[0].number == number


# The records that ship

PROJECT = Project.at(ROOT)


def shipped(code: str) -> Region:
    region, findings = PROJECT.region(code)
    assert findings == []
    assert region
    return region


@pytest.mark.parametrize("code", PROJECT.region_codes())
def test_a_shipped_region_is_clean(code: str) -> None:
    assert shipped(code).code == code


def test_regions_ship_for_what_a_first_clinic_needs() -> None:
    assert {"US", "ES", "GB", "EG"} <= set(PROJECT.region_codes())
    assert any(not shipped(code).services for code in PROJECT.region_codes())


def test_the_spanish_line_of_the_united_states_is_988_then_2() -> None:
    (service,) = [line for line in shipped("US").services if line.languages == ("es",)]
    assert [(way.kind, way.number, way.press) for way in service.printed_ways] == [
        ("call", "988", "2")
    ]
    assert shipped("US").paper == "letter"


def test_the_first_line_of_the_united_kingdom_is_116_123() -> None:
    assert shipped("GB").services[0].printed_ways[0].number == "116 123"
    assert shipped("GB").paper == "a4"


@pytest.mark.parametrize("code", PROJECT.region_codes())
def test_every_shipped_service_can_be_reached_on_paper(code: str) -> None:
    assert all(service.printed_ways for service in shipped(code).services)


@pytest.mark.parametrize("code", PROJECT.region_codes())
def test_no_shipped_service_claims_to_be_confirmed(code: str) -> None:
    assert [service.id for service in shipped(code).services if service.confirmed] == []
