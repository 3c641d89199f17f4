"""What records of services rest on, and for how long a confirmation holds."""

import copy
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from pipeline.check.confirmation import Footing, check_footings, footing
from pipeline.records.region import confirmation_seal, read_region
from pipeline.values.finding import Finding, Severity
from pipeline.values.region import Region
from tests.rows import each_row

TODAY = date(2026, 11, 23)

WHOLE: dict[str, Any] = {
    "code": "US",
    "paper": "letter",
    "languages": ["en"],
    "emergency": {
        "numbers": ["911"],
        "held": [{"number": "112", "why": "unsure"}],
        "sources": [{"title": "a list", "kind": "dataset"}],
        "caution": "Ask of 112.",
    },
    "services": [
        {
            "id": "line",
            "names": {"en": "The Line"},
            "languages": ["en"],
            "hours": "always",
            "hours_held": "unsure",
            "audience": ["young"],
            "free": True,
            "agreement": "high",
            "replaces": [{"number": "1-800-273-8255", "note": "It forwards."}],
            "never": [{"number": "988", "press": "3", "why": "It has ended."}],
            "conflicts": "One list differs.",
            "caution": "Ask again.",
            "sources": [{"title": "a list", "kind": "dataset", "numbers": ["988"]}],
            "ways": [
                {
                    "kind": "call",
                    "number": "988",
                    "press": "2",
                    "areas": {"en": "Everywhere"},
                    "languages": ["en"],
                    "hours": "always",
                },
                {"kind": "text", "number": "741741", "keywords": {"en": "HOME"}, "held": "unsure"},
                {"kind": "chat", "address": "https://example.org"},
            ],
        },
        {
            "id": "other",
            "names": {"en": "The Other"},
            "languages": ["en"],
            "agreement": "low",
            "sources": [{"title": "a list", "kind": "dataset"}],
            "ways": [{"kind": "call", "number": "211"}],
        },
    ],
}

Change = Callable[[Any], object]


def read(data: dict[str, Any]) -> Region:
    region, findings = read_region(data, "source/regions/US.toml", "US")
    assert not findings
    return region


def made(
    *,
    record: str = "line",
    source: int | None = None,
    confirmed: int | None = None,
    change: Change | None = None,
) -> Region:
    """Days are counted back from today; the change comes after the confirmation."""
    data = copy.deepcopy(WHOLE)
    own = data["emergency"] if record == "emergency" else data["services"][0]
    if source is not None:
        own["source_date"] = TODAY - timedelta(days=source)
    if confirmed is not None:
        digest = next(one.digest for one in read(data).records if one.id == record)
        on = TODAY - timedelta(days=confirmed)
        own["confirmed"] = {
            "by": "Ana Pérez",
            "how": "asked its office",
            "on": on,
            "record": confirmation_seal(digest, "Ana Pérez", "asked its office", on),
        }
    if change:
        change(data)
    return read(data)


def stood(record: str = "line", **how: Any) -> Footing:
    region = made(record=record, **how)
    own = next(one for one in region.records if one.id == record)
    return footing(region, own, TODAY)


def findings(*, approved: bool = False, record: str = "line", **how: Any) -> list[Finding]:
    region = made(record=record, **how)
    own = next(one for one in region.records if one.id == record)
    return list(check_footings(region, [footing(region, own, TODAY)], approved=approved))


def codes(**how: Any) -> list[str]:
    return [finding.code for finding in findings(**how)]


# Ages


@pytest.mark.parametrize("record", ["line", "emergency"])
def test_age_is_counted_from_the_confirmation_else_from_the_source(record: str) -> None:
    assert stood(record, source=300).days == 300
    assert stood(record, source=300, confirmed=20).days == 20
    assert stood(record, confirmed=20).days == 20
    assert stood(record).days is None


def test_age_of_a_void_confirmation_does_not_count() -> None:
    one = stood(source=300, confirmed=20, change=line(free=False))
    assert one.days == 300
    assert stood(confirmed=20, change=line(free=False)).days is None


def test_a_confirmation_of_a_day_to_come_has_no_negative_age() -> None:
    assert stood(confirmed=-5).days == 0


@pytest.mark.parametrize("record", ["line", "emergency"])
def test_a_source_of_a_day_to_come_is_of_no_known_day(record: str) -> None:
    assert stood(record, source=0).days == 0
    assert stood(record, source=-1).days is None
    assert stood(record, source=-1, confirmed=20).days == 20
    (finding,) = findings(record=record, source=-1)
    assert "which is still to come" in finding.message


@each_row("record", ["line", "emergency"])
@each_row(
    ("days", "expected"),
    [
        (0, []),
        (180, []),
        (181, ["SVC012"]),
        (365, ["SVC012"]),
        (366, ["SVC013"]),
        (3000, ["SVC013"]),
    ],
)
def test_a_confirmation_grows_old(record: str, days: int, expected: list[str]) -> None:
    assert codes(record=record, source=4000, confirmed=days) == expected


@each_row("record", ["line", "emergency"])
@each_row(("days", "expected"), [(None, "SVC010"), (0, "SVC010"), (365, "SVC010"), (366, "SVC013")])
def test_a_record_that_nobody_has_confirmed_is_reported(
    record: str, days: int | None, expected: str
) -> None:
    assert codes(record=record, source=days) == [expected]


@each_row(("days", "sound"), [(0, True), (180, True), (181, False), (366, False)])
def test_a_sheet_may_call_itself_approved_on_a_confirmation_of_half_a_year(
    days: int, sound: bool
) -> None:
    one = stood(source=4000, confirmed=days)
    assert (one.is_sound, one.is_due) == (sound, not sound)


def test_without_a_confirmation_a_record_is_due_and_not_sound_however_new_its_source() -> None:
    one = stood(source=0)
    assert (one.is_sound, one.is_due) == (False, True)
    assert one.confirmed is None
    assert not one.is_void


def test_a_sound_record_names_who_has_confirmed_it() -> None:
    one = stood(source=30, confirmed=10)
    assert one.name == "US/line"
    assert one.confirmed
    assert one.confirmed.by == "Ana Pérez"
    assert (one.is_void, one.is_ahead) == (False, False)


# Void by any change


def line(**fields: Any) -> Change:
    return lambda data: data["services"][0].update(fields)


def way(index: int, **fields: Any) -> Change:
    return lambda data: data["services"][0]["ways"][index].update(fields)


def without(name: str, index: int | None = None) -> Change:
    def change(data: Any) -> None:
        own = data["services"][0]
        del (own if index is None else own["ways"][index])[name]

    return change


def in_emergency(**fields: Any) -> Change:
    return lambda data: data["emergency"].update(fields)


OTHER_SOURCE = {"title": "another list", "kind": "dataset"}

OF_LINE: dict[str, Change] = {
    "id": line(id="renamed"),
    "name": line(names={"en": "The Line!"}),
    "another name": line(names={"en": "The Line", "es": "La línea"}),
    "languages": line(languages=["en", "es"]),
    "hours": line(hours=[{"days": ["mon"], "opens": "09:00", "closes": "17:00"}]),
    "hours held for another reason": line(hours_held="One list says so."),
    "hours no more held": without("hours_held"),
    "audience": line(audience=["young", "parents"]),
    "for everyone": without("audience"),
    "free": line(free=False),
    "free not known": without("free"),
    "agreement": line(agreement="low"),
    "replaces": line(replaces=[]),
    "note": line(replaces=[{"number": "1-800-273-8255", "note": "It is dead."}]),
    "never": without("never"),
    "conflicts": line(conflicts="Two lists differ."),
    "caution": line(caution="Ask twice."),
    "source": line(sources=[OTHER_SOURCE]),
    "another source": lambda data: data["services"][0]["sources"].append(OTHER_SOURCE),
    "numbers of a source": line(
        sources=[{"title": "a list", "kind": "dataset", "numbers": ["988", "911"]}]
    ),
    "day of the source": line(source_date=TODAY),
    "number": way(0, number="989"),
    "groups of a number": way(0, number="98 8"),
    "key": way(0, press="3"),
    "no key": without("press", 0),
    "area": way(0, areas={"en": "Elsewhere"}),
    "languages of a way": way(0, languages=["es"]),
    "hours of a way": without("hours", 0),
    "keyword": way(1, keywords={"en": "HELLO"}),
    "held for another reason": way(1, held="no source confirms it"),
    "no more held": without("held", 1),
    "newly held": way(0, held="unsure"),
    "address": way(2, address="https://example.org/chat"),
    "kind": way(2, kind="web"),
    "another way": lambda data: data["services"][0]["ways"].append(
        {"kind": "call", "number": "211"}
    ),
    "one way less": lambda data: data["services"][0]["ways"].pop(),
    "order of ways": lambda data: data["services"][0]["ways"].reverse(),
}

OF_EMERGENCY: dict[str, Change] = {
    "numbers": in_emergency(numbers=["911", "988"]),
    "held": in_emergency(held=[]),
    "reason": in_emergency(held=[{"number": "112", "why": "It is for mobiles."}]),
    "source": in_emergency(sources=[OTHER_SOURCE]),
    "day of the source": in_emergency(source_date=TODAY),
    "caution": in_emergency(caution="Ask."),
}


@each_row("change", OF_LINE.values(), ids=OF_LINE.keys())
def test_any_change_of_a_service_voids_its_confirmation(change: Change) -> None:
    region = made(confirmed=10, change=change)
    one = footing(region, region.services[0], TODAY)
    assert (one.is_void, one.confirmed, one.is_sound, one.is_due) == (True, None, False, True)
    (finding,) = check_footings(region, [one], approved=False)
    assert finding.code == "SVC011"
    assert "Ana Pérez confirmed it on 2026-11-13" in finding.message


@each_row("change", OF_EMERGENCY.values(), ids=OF_EMERGENCY.keys())
def test_any_change_of_emergency_numbers_voids_their_confirmation(change: Change) -> None:
    one = stood("emergency", confirmed=10, change=change)
    assert (one.is_void, one.confirmed, one.is_sound) == (True, None, False)
    assert codes(record="emergency", confirmed=10, change=change) == ["SVC011"]


def test_a_void_confirmation_weighs_more_than_an_old_source() -> None:
    assert codes(source=4000, confirmed=10, change=line(free=False)) == ["SVC011"]


def test_taking_a_change_back_restores_the_confirmation() -> None:
    def there_and_back(data: Any) -> None:
        line(free=False)(data)
        line(free=True)(data)

    assert stood(confirmed=10, change=there_and_back).is_sound


ELSEWHERE: dict[str, Change] = {
    "another service": lambda data: data["services"][1].update(free=True),
    "one service less": lambda data: data["services"].pop(),
    "order of services": lambda data: data["services"].reverse(),
    "emergency": in_emergency(numbers=["112"]),
    "paper": lambda data: data.update(paper="a4"),
}


@each_row("change", ELSEWHERE.values(), ids=ELSEWHERE.keys())
def test_a_change_elsewhere_voids_nothing(change: Change) -> None:
    assert stood(confirmed=10, change=change).is_sound


@each_row("record", ["line", "emergency"])
@each_row(
    ("name", "value"),
    [("by", "Bo Li"), ("how", "wrote to it"), ("on", TODAY), ("on", TODAY - timedelta(days=200))],
)
def test_a_confirmation_edited_by_hand_is_void(record: str, name: str, value: Any) -> None:
    def change(data: Any) -> None:
        own = data["emergency"] if record == "emergency" else data["services"][0]
        own["confirmed"][name] = value

    one = stood(record, source=300, confirmed=10, change=change)
    assert (one.is_void, one.is_sound, one.days) == (True, False, 300)
    assert codes(record=record, source=300, confirmed=10, change=change) == ["SVC011"]


def test_a_hash_of_something_else_confirms_nothing() -> None:
    def forge(data: Any) -> None:
        data["services"][0]["confirmed"]["record"] = "0" * 64

    assert stood(confirmed=10, change=forge).is_void


# Dated ahead


def test_a_confirmation_dated_ahead_is_reported_until_its_day_comes() -> None:
    assert codes(confirmed=-1) == ["SVC011"]
    assert codes(confirmed=0) == []
    one = stood(confirmed=-1)
    assert (one.is_ahead, one.is_sound) == (True, False)
    assert "2026-11-24" in findings(confirmed=-1)[0].message


def test_a_void_confirmation_dated_ahead_is_void() -> None:
    one = stood(confirmed=-1, change=line(free=False))
    assert (one.is_void, one.is_ahead) == (True, False)


# What is said


@each_row(
    "how",
    [
        {},
        {"source": 10},
        {"source": 400},
        {"confirmed": 200},
        {"confirmed": 400},
        {"confirmed": -1},
        {"confirmed": 10, "change": line(free=False)},
    ],
    ids=lambda how: " ".join(map(str, how)) or "never",
)
def test_a_fault_is_a_warning_for_a_proof_and_an_error_for_an_approved_sheet(
    how: dict[str, Any],
) -> None:
    (warning,) = findings(**how)
    (error,) = findings(approved=True, **how)
    assert (warning.severity, error.severity) == (Severity.WARNING, Severity.ERROR)
    assert (warning.code, warning.message) == (error.code, error.message)
    assert warning.path == "source/regions/US.toml"
    assert warning.message.startswith("US/line: ")
    assert "polyleaf confirm US/line " in warning.fix


def test_a_sound_record_is_no_finding_for_an_approved_sheet() -> None:
    assert findings(approved=True, confirmed=180) == []


@each_row(
    ("how", "words"),
    [
        ({}, "the day of its source is not known"),
        ({"source": 1}, "its newest source is 1 day old"),
        ({"source": 400}, "its newest source is 400 days old, more than a year"),
        ({"source": 500, "confirmed": 200}, "its confirmation is 200 days old: "),
        ({"source": 500, "confirmed": 400}, "its confirmation is 400 days old, more than a year"),
    ],
    ids=str,
)
def test_a_finding_says_what_the_age_is_counted_from(how: dict[str, Any], words: str) -> None:
    assert words in findings(**how)[0].message


def test_each_record_of_a_region_is_reported_by_its_name() -> None:
    region = made(confirmed=10)
    footings = [footing(region, record, TODAY) for record in region.records]
    assert [one.name for one in footings] == ["US/line", "US/other", "US/emergency"]
    found = check_footings(region, footings, approved=False)
    assert [finding.message.partition(":")[0] for finding in found] == ["US/other", "US/emergency"]
