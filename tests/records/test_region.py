import copy
import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from pipeline.project import Project
from pipeline.records.region import confirmation_seal, read_region
from pipeline.values.finding import Finding
from pipeline.values.region import (
    FALLBACK,
    Confirmation,
    Hours,
    Opening,
    OtherNumber,
    Region,
    Source,
    Way,
)
from tests.conftest import ROOT
from tests.rows import each_row

PATH = "source/regions/CA-QC.toml"

WHOLE: dict[str, Any] = {
    "code": "CA-QC",
    "names": {"fr": "Québec", "en": "Quebec"},
    "paper": "letter",
    "languages": ["fr", "en"],
    "emergency": {
        "numbers": ["911"],
        "source_date": dt.date(2026, 1, 1),
        "caution": "Ask of 310.",
        "held": [{"number": "310", "why": "unsure"}],
        "sources": [
            {"title": "https://example.org/911", "kind": "operator", "numbers": ["911"]},
        ],
        "confirmed": {
            "by": "Ana Pérez",
            "how": "looked it up",
            "on": dt.date(2026, 2, 4),
            "record": "1" * 64,
        },
    },
    "never": [{"number": "1 900 000 0000", "press": "9", "why": "It costs money."}],
    "services": [
        {
            "id": "line-fr",
            "names": {"fr": "La ligne", "en": "The line"},
            "languages": ["fr"],
            "hours": "always",
            "hours_held": "One list says so.",
            "audience": ["young", "parents"],
            "free": True,
            "source_date": dt.date(2026, 1, 2),
            "agreement": "high",
            "conflicts": "One list says so.",
            "caution": "Ask again.",
            "replaces": [{"number": "1 800 000 0000", "press": "1", "note": "It still forwards."}],
            "never": [{"number": "988", "press": "3", "why": "It has ended."}],
            "ways": [
                {
                    "kind": "call",
                    "number": "988",
                    "press": "2",
                    "areas": {"fr": "Montréal", "en": "Montreal"},
                    "languages": ["fr"],
                    "hours": [{"days": ["sat"], "opens": "00:00", "closes": "12:30"}],
                    "hours_held": "They change.",
                },
                {"kind": "text", "number": "85258", "keywords": {"fr": "AIDE"}, "held": "unsure"},
                {"kind": "chat", "address": "https://example.org/chat"},
                {"kind": "whatsapp", "number": "+1 514 555 0100"},
                {"kind": "web", "address": "https://example.org"},
            ],
            "sources": [
                {"title": "https://example.org", "kind": "operator", "numbers": ["988"]},
            ],
            "confirmed": {
                "by": "Ana Pérez",
                "how": "asked its office",
                "on": dt.date(2026, 2, 3),
                "record": "0" * 64,
            },
        },
        {
            "id": "line-en",
            "names": {"en": "The other line"},
            "languages": ["en"],
            "hours": [{"days": ["mon", "sun"], "opens": "09:00", "closes": "24:00"}],
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
    "emergency.sources[0].title",
    "emergency.sources[0].kind",
    "emergency.held[0].number",
    "emergency.held[0].why",
    "emergency.confirmed.by",
    "emergency.confirmed.how",
    "emergency.confirmed.on",
    "emergency.confirmed.record",
    "never[0].number",
    "never[0].why",
    "services[0].id",
    "services[0].names",
    "services[0].languages",
    "services[0].ways",
    "services[0].sources",
    "services[0].agreement",
    "services[0].replaces[0].number",
    "services[0].never[0].number",
    "services[0].never[0].why",
    "services[0].ways[0].kind",
    "services[0].ways[0].number",
    "services[0].ways[1].number",
    "services[0].ways[2].address",
    "services[0].ways[3].number",
    "services[0].ways[4].address",
    "services[0].ways[0].hours[0].days",
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
    ("languages", ["fr", "qq"]),
    ("emergency", ["911"]),
    ("emergency.numbers", ["9 1 1"]),
    ("emergency.numbers", ["٩١١"]),
    ("emergency.numbers", ["9"]),
    ("emergency.numbers", ["116123"]),
    ("emergency.numbers", [911]),
    ("emergency.numbers", ["911", "112", "911"]),
    ("emergency.caution", " "),
    ("emergency.held[0].number", "none"),
    ("emergency.sources[0].kind", "rumour"),
    ("emergency.sources[0].numbers", ["nine"]),
    ("emergency.source_date", "2026-01-01"),
    ("emergency.confirmed.record", "1" * 63),
    ("emergency.confirmed.on", dt.date(1926, 2, 4)),
    ("never[0].number", "unknown"),
    ("never[0].why", " "),
    ("services[0].id", "emergency"),
    ("services[0].id", "Line FR"),
    ("services[1].id", "line-fr"),
    ("services[0].names", {}),
    ("services[0].names", {"qq": "La ligne"}),
    ("services[0].languages", []),
    ("services[0].languages", ["fr", "qq"]),
    ("services[0].hours", "sometimes"),
    ("services[0].audience", "young"),
    ("services[0].audience", ["students"]),
    ("services[0].audience", ["everyone"]),
    ("services[0].replaces", "1 800 000 0000"),
    ("services[0].replaces[0].number", "the old one"),
    ("services[0].never[0].press", "33"),
    ("services[0].hours_held", ""),
    ("services[0].conflicts", " "),
    ("services[0].caution", "\t"),
    ("services[0].replaces[0].press", ""),
    ("services[0].replaces[0].note", " "),
    ("services[0].ways[0].press", " "),
    ("services[0].ways[0].hours_held", " "),
    ("services[0].ways[1].held", " "),
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
    ("services[0].ways[0].number", "800) 555 (0100"),
    ("services[0].ways[0].areas", "Montréal"),
    ("services[0].ways[0].hours", "sometimes"),
    ("services[0].ways[0].hours[0].closes", "12.30"),
    ("services[0].ways[2].address", "http://example.org"),
    ("services[0].ways[3].number", "@line"),
    ("services[0].ways[4].address", "example.org"),
    ("services[0].ways[4].address", "https://example.org/a page"),
    ("services[0].ways[4].address", "https://example"),
    ("services[0].ways[4].address", "https://example..org"),
    ("services[0].ways[4].address", "https://-example.org"),
    ("services[0].ways[4].address", "https://example.org@elsewhere.test"),
    ("services[0].ways[4].address", "https://me:988@example.org"),
    ("services[0].ways[4].address", "https://192.0.2.1/chat"),
    ("services[0].ways[4].address", "https://example.org:8080"),
    ("services[0].ways[4].address", "https://example.org\\\\@elsewhere.test"),
    ("services[0].sources[0].kind", "rumour"),
    ("services[0].confirmed.record", "abc"),
    ("services[0].confirmed.record", "0" * 63 + "G"),
    ("services[0].confirmed.by", " "),
    ("services[1].hours[0].days", []),
    ("services[1].hours[0].days", ["monday"]),
    ("services[1].hours[0].opens", "9:00"),
    ("services[1].hours[0].opens", "24:00"),
    ("services[0].ways[0].hours[0].opens", "24:00"),
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
    if isinstance(value, dict) and place[-1] not in ("names", "keywords", "areas")
]


def test_a_whole_record_is_read() -> None:
    region, findings = read(WHOLE)
    assert findings == []
    assert region.names == {"fr": "Québec", "en": "Quebec"}
    assert (region.paper, region.languages) == ("letter", ("fr", "en"))
    assert region.never == (OtherNumber(number="1 900 000 0000", press="9", why="It costs money."),)
    first, second = region.services
    assert next(iter(first.names.items())) == ("fr", "La ligne")
    assert first.hours == Hours(always=True, held="One list says so.")
    saturday = Opening(days=(5,), opens=dt.time(0), closes=dt.time(12, 30))
    assert first.ways == (
        Way(
            kind="call",
            number="988",
            press="2",
            keywords={},
            areas={"fr": "Montréal", "en": "Montreal"},
            languages=("fr",),
            hours=Hours(spans=(saturday,), held="They change."),
        ),
        Way(kind="text", number="85258", keywords={"fr": "AIDE"}, areas={}, held="unsure"),
        Way(kind="chat", keywords={}, areas={}, address="https://example.org/chat"),
        Way(kind="whatsapp", keywords={}, areas={}, number="+1 514 555 0100"),
        Way(kind="web", keywords={}, areas={}, address="https://example.org"),
    )
    assert [way.kind for way in first.printed_ways] == ["call", "chat", "whatsapp", "web"]
    assert first.sources == (
        Source(title="https://example.org", kind="operator", numbers=("988",)),
    )
    assert (first.audience, first.free) == (("young", "parents"), True)
    assert (first.source_date, first.agreement) == (dt.date(2026, 1, 2), "high")
    assert first.replaces == (
        OtherNumber(number="1 800 000 0000", press="1", why="It still forwards."),
    )
    assert first.never == (OtherNumber(number="988", press="3", why="It has ended."),)
    assert (first.conflicts, first.caution) == ("One list says so.", "Ask again.")
    assert first.confirmed == Confirmation(
        by="Ana Pérez", how="asked its office", on=dt.date(2026, 2, 3), record="0" * 64, holds=False
    )
    monday_and_sunday = Opening(days=(0, 6), opens=dt.time(9), closes=dt.time(0))
    assert second.hours == Hours(spans=(monday_and_sunday,))
    assert second.confirmed is None
    assert second.free is None
    assert (second.audience, second.replaces, second.never) == ((), (), ())
    assert second.ways[0].number == "+1 (800) 555-0100"
    assert second.ways[0].hours is None


def test_emergency_numbers_have_sources_and_a_confirmation_of_their_own() -> None:
    emergency = read(WHOLE)[0].emergency
    assert emergency.numbers == ("911",)
    assert emergency.held == (OtherNumber(number="310", why="unsure"),)
    assert emergency.sources == (
        Source(title="https://example.org/911", kind="operator", numbers=("911",)),
    )
    assert (emergency.source_date, emergency.caution) == (dt.date(2026, 1, 1), "Ask of 310.")
    assert emergency.confirmed == Confirmation(
        by="Ana Pérez", how="looked it up", on=dt.date(2026, 2, 4), record="1" * 64, holds=False
    )


def test_a_region_without_a_line_says_why() -> None:
    region, findings = read(EMPTY)
    assert findings == []
    assert region.services == ()
    assert region.no_service == "No line is on record."
    assert region.emergency.numbers == ()


def test_services_and_emergency_numbers_are_what_can_be_confirmed() -> None:
    assert [record.id for record in read(WHOLE)[0].records] == ["line-fr", "line-en", "emergency"]
    assert read(EMPTY)[0].records == ()
    assert read(changed("emergency.numbers", []))[0].records == read(WHOLE)[0].services


def test_a_service_without_hours_has_unknown_hours() -> None:
    region, findings = read(without("services[1].hours"))
    assert findings == []
    assert region.services[1].hours == Hours()
    assert not region.services[1].hours.are_printed


def test_hours_that_are_held_are_kept_and_not_printed() -> None:
    first, second = read(WHOLE)[0].services
    assert first.hours.always
    assert not first.hours.are_printed
    assert first.ways[0].hours
    assert not first.ways[0].hours.are_printed
    assert second.hours.are_printed
    assert read(without("services[0].hours_held"))[0].services[0].hours.are_printed


@pytest.mark.parametrize("place", ["services[0]", "services[0].ways[0]"])
def test_a_reason_to_hold_hours_needs_hours(place: str) -> None:
    assert named(read(without(f"{place}.hours"))[1]) == {f"{place}.hours_held"}


@pytest.mark.parametrize("place", ["services[0]", "emergency"])
def test_a_source_may_have_no_day(place: str) -> None:
    region, findings = read(without(f"{place}.source_date"))
    assert findings == []
    record = region.emergency if place == "emergency" else region.services[0]
    assert record.source_date is None


def test_only_a_service_that_prints_nothing_may_be_without_sources() -> None:
    record = without("services[1].sources")
    assert named(read(record)[1]) == {"services[1].sources"}
    record["services"][1]["ways"][0]["held"] = "No page with the number was found."
    assert read(record)[1] == []


# What a confirmation binds

REORDERED = ["services[0].names", "services[0].ways[0].areas", "services[0].ways[1].keywords"]


def digests(record: dict[str, Any]) -> tuple[str, ...]:
    region, _ = read(record)
    return (*(service.digest for service in region.services), region.emergency.digest)


def test_each_record_has_a_digest_of_its_own() -> None:
    assert len(set(digests(WHOLE))) == 3
    assert all(re.fullmatch(r"[0-9a-f]{64}", digest) for digest in digests(WHOLE))


BOUND = [path for path in FIELDS if re.match(r"(services\[0\]|emergency)\.(?!confirmed)", path)]


@each_row("path", BOUND)
def test_a_digest_binds_every_field_of_its_record_and_of_no_other(path: str) -> None:
    line, other, emergency = digests(without(path))
    was_line, was_other, was_emergency = digests(WHOLE)
    own_is_emergency = path.startswith("emergency")
    assert other == was_other
    assert (line == was_line) is own_is_emergency
    assert (emergency == was_emergency) is not own_is_emergency


@pytest.mark.parametrize("path", ["services[0].confirmed", "emergency.confirmed"])
def test_a_digest_does_not_bind_the_confirmation(path: str) -> None:
    assert digests(without(path)) == digests(WHOLE)
    assert digests(changed(f"{path}.by", "Bo Li")) == digests(WHOLE)


def sealed(path: str, **words: Any) -> dict[str, Any]:
    """Confirm a record with a seal of its own, then change words of the confirmation."""
    record = copy.deepcopy(WHOLE)
    region, _ = read(record)
    own = region.emergency if path == "emergency" else region.services[0]
    table = record["emergency"] if path == "emergency" else record["services"][0]
    said = {"by": "Ana Pérez", "how": "asked its office", "on": dt.date(2026, 2, 3)}
    seal = confirmation_seal(own.digest, "Ana Pérez", "asked its office", dt.date(2026, 2, 3))
    table["confirmed"] = {**said, "record": seal, **words}
    return record


def holds(record: dict[str, Any], path: str) -> bool:
    region, findings = read(record)
    assert findings == []
    own = region.emergency if path == "emergency" else region.services[0]
    assert own.confirmed
    return own.confirmed.holds


RECORDS = ["services[0]", "emergency"]


@pytest.mark.parametrize("path", RECORDS)
def test_a_confirmation_with_its_own_seal_holds(path: str) -> None:
    assert holds(sealed(path), path)


@each_row("path", RECORDS)
@each_row(
    ("name", "value"),
    [
        ("by", "Bo Li"),
        ("how", "wrote to it"),
        ("on", dt.date(2026, 2, 4)),
        ("record", "0" * 64),
    ],
)
def test_a_confirmation_edited_by_hand_does_not_hold(path: str, name: str, value: Any) -> None:
    assert not holds(sealed(path, **{name: value}), path)


def test_the_seal_of_one_record_does_not_hold_for_another() -> None:
    record = sealed("services[0]")
    record["emergency"]["confirmed"] = record["services"][0]["confirmed"]
    assert holds(record, "services[0]")
    assert not holds(record, "emergency")


def test_a_bare_hash_of_the_record_confirms_nothing() -> None:
    assert not holds(sealed("emergency", record=read(WHOLE)[0].emergency.digest), "emergency")


@each_row("path", ["paper", "names", "languages", "never"])
def test_a_digest_does_not_bind_the_rest_of_the_region(path: str) -> None:
    assert digests(without(path)) == digests(WHOLE)


def test_the_order_of_fields_is_not_bound() -> None:
    record = copy.deepcopy(WHOLE)
    record["services"][0] = dict(reversed(record["services"][0].items()))
    record["emergency"] = dict(reversed(record["emergency"].items()))
    assert digests(record) == digests(WHOLE)


def test_the_order_of_ways_is_bound() -> None:
    ways = list(reversed(WHOLE["services"][0]["ways"]))
    assert digests(changed("services[0].ways", ways))[0] != digests(WHOLE)[0]


@each_row("path", REORDERED)
def test_the_order_of_texts_by_language_is_bound(path: str) -> None:
    record = copy.deepcopy(WHOLE)
    table: Any = record
    for step in steps(path):
        table = table[step]
    table.setdefault("en", "HELP")
    before = digests(record)
    turned = list(reversed(table.items()))
    table.clear()
    table.update(turned)
    assert digests(record)[0] != before[0]


def test_the_same_record_in_another_region_has_another_digest() -> None:
    record = {**WHOLE, "code": "CA-ON"}
    region, findings = read_region(record, "source/regions/CA-ON.toml", "CA-ON")
    assert findings == []
    there = {*(service.digest for service in region.services), region.emergency.digest}
    assert not there & set(digests(WHOLE))


@each_row("path", FIELDS)
def test_a_field_of_the_wrong_kind_is_named_by_its_path(path: str) -> None:
    findings = read(changed(path, 3.5))[1]
    assert path in named(findings)
    assert {(finding.code, finding.path) for finding in findings} == {("SVC001", PATH)}
    assert all(finding.is_error and finding.fix for finding in findings)


@each_row("table", ["", *TABLES])
def test_an_unknown_field_is_named_by_its_path(table: str) -> None:
    path = f"{table}.colour".strip(".")
    assert named(read(changed(path, "red"))[1]) == {path}


@each_row("path", REQUIRED)
def test_a_missing_field_is_named_by_its_path(path: str) -> None:
    assert path in named(read(without(path))[1])


@each_row(("path", "value"), WRONG)
def test_a_malformed_field_is_named_by_its_path(path: str, value: Any) -> None:
    assert path in named(read(changed(path, value))[1])


@each_row(
    ("path", "value", "fix"),
    [
        ("emergency.numbers", [888], 'put each in quotation marks: numbers = ["888"]'),
        ("services", {"id": "x"}, "write its head with two brackets: [[services]]"),
    ],
)
def test_a_field_of_another_kind_is_written_as_it_should_be(
    path: str, value: Any, fix: str
) -> None:
    found = read(changed(path, value))[1]
    assert fix in [one.fix for one in found if one.message.startswith(f"{path}: ")]


def test_all_wrong_fields_are_reported_in_one_run() -> None:
    record = changed("services[0].ways[0].number", "x")
    record["paper"] = "legal"
    record["services"][1]["agreement"] = "good"
    assert named(read(record)[1]) == {
        "services[0].ways[0].number",
        "paper",
        "services[1].agreement",
    }


@each_row(
    ("way", "name", "value"),
    [
        (1, "press", "2"),
        (2, "press", "2"),
        (3, "press", "2"),
        (0, "keywords", {"fr": "AIDE"}),
        (3, "keywords", {"fr": "AIDE"}),
        (0, "address", "https://example.org"),
        (2, "number", "988"),
        (4, "number", "988"),
    ],
)
def test_a_field_that_does_not_belong_to_a_way_is_unknown_there(
    way: int, name: str, value: Any
) -> None:
    path = f"services[0].ways[{way}].{name}"
    assert named(read(changed(path, value))[1]) == {path}


def test_a_region_has_services_or_a_reason_for_none() -> None:
    assert named(read({**EMPTY, "no_service": ""})[1]) == {"no_service"}
    assert named(read({**WHOLE, "no_service": "None."})[1]) == {"no_service"}


@pytest.mark.parametrize("code", ["GB", FALLBACK])
def test_a_region_that_cldr_names_has_no_names_of_its_own(code: str) -> None:
    record = {**without("names"), "code": code}
    path = f"source/regions/{code}.toml"
    assert read_region(record, path, code)[1] == []
    named_twice = {**record, "names": {"en": "Elsewhere"}}
    assert named(read_region(named_twice, path, code)[1]) == {"names"}


@pytest.mark.parametrize("code", ["CA-QC", "QZ"])
def test_a_region_that_cldr_does_not_name_has_names_of_its_own(code: str) -> None:
    record = {**WHOLE, "code": code}
    assert read_region(record, f"source/regions/{code}.toml", code)[1] == []


@each_row(
    "path",
    [
        "services[0].ways[0].languages",
        "services[0].ways[0].areas",
        "services[0].ways[1].keywords",
        "names",
    ],
)
def test_a_language_that_cldr_does_not_know_is_named_wherever_it_stands(path: str) -> None:
    value = ["qq"] if path.endswith("languages") else {"en": "Quebec", "qq": "Quebec"}
    assert path in named(read(changed(path, value))[1])


@each_row("tag", ["zh-Hans", "es-419", "pt-BR", "haw"])
def test_a_language_may_be_named_closely(tag: str) -> None:
    assert read(changed("services[1].languages", [tag]))[1] == []


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


@each_row("code", PROJECT.region_codes())
def test_a_shipped_region_is_clean(code: str) -> None:
    assert shipped(code).code == code


def test_regions_ship_for_what_a_first_clinic_needs() -> None:
    assert {"US", "ES", "GB", "EG", FALLBACK} <= set(PROJECT.region_codes())
    assert any(not shipped(code).services for code in PROJECT.region_codes())


def test_the_spanish_line_of_the_united_states_is_988_then_2() -> None:
    (service,) = [line for line in shipped("US").services if line.languages == ("es",)]
    assert [(way.kind, way.number, way.press) for way in service.printed_ways] == [
        ("call", "988", "2")
    ]
    assert shipped("US").paper == "letter"


def test_the_ended_option_of_988_is_on_record_as_never_to_be_printed() -> None:
    assert [(other.number, other.press) for other in shipped("US").services[0].never] == [
        ("988", "3")
    ]


def test_the_first_line_of_the_united_kingdom_is_116_123() -> None:
    assert shipped("GB").services[0].printed_ways[0].number == "116 123"
    assert shipped("GB").paper == "a4"
    assert shipped("GB").emergency.numbers[0] == "999"


@each_row("code", PROJECT.region_codes())
def test_every_shipped_service_can_be_reached_on_paper_or_is_held_as_a_whole(code: str) -> None:
    for service in shipped(code).services:
        assert service.printed_ways or all(way.held for way in service.ways)
        assert service.sources or not service.printed_ways


@each_row("code", PROJECT.region_codes())
def test_a_shipped_region_has_an_emergency_number_with_a_source(code: str) -> None:
    emergency = shipped(code).emergency
    assert bool(emergency.numbers and emergency.sources) is (code != FALLBACK)


def test_the_fallback_names_addresses_and_no_numbers() -> None:
    ways = [way for service in shipped(FALLBACK).services for way in service.ways]
    assert {way.kind for way in ways} == {"web"}
    assert not any(way.number for way in ways)


@each_row("code", PROJECT.region_codes())
def test_no_shipped_record_claims_to_be_confirmed(code: str) -> None:
    assert [record.id for record in shipped(code).records if record.confirmed] == []
