from datetime import date
from typing import Any

import pytest

from pipeline.project import Project
from pipeline.records.withdrawn import read_withdrawn
from pipeline.values.approval import Withdrawal
from pipeline.values.finding import Finding
from tests.conftest import ROOT
from tests.rows import each_row

MARKS: dict[str, str] = {
    "article": "attachment-and-depression",
    "version": "1.0",
    "revision": "1a2b3c4d",
    "translation": "9f8e7d6c",
    "locale": "zh_Hans",
    "region": "CA-QC",
    "service": "US/988-es",
    "record": "00112233",
}

SAID: dict[str, Any] = {"reason": "wrong number for Bogotá", "on": date(2026, 11, 1)}

ROW: dict[str, Any] = {**SAID, **MARKS}

EXACT = ("version", "revision", "translation", "record")


def withdrawals(*rows: Any) -> tuple[tuple[Withdrawal, ...], list[Finding]]:
    return read_withdrawn({"withdrawn": list(rows)}, "source/withdrawn.toml")


def named(findings: list[Finding]) -> list[str]:
    assert {finding.code for finding in findings} <= {"SRC021"}
    assert all(finding.is_error and finding.fix for finding in findings)
    return [finding.message.partition(": ")[0] for finding in findings]


def without(record: dict[str, Any], *names: str) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key not in names}


def test_a_withdrawal_keeps_its_reason_day_and_every_mark() -> None:
    record, findings = withdrawals(ROW, {**SAID, "version": "0.9"})
    assert findings == []
    assert record == (
        Withdrawal(**SAID, marks=MARKS),
        Withdrawal(**SAID, marks={"version": "0.9"}),
    )


def test_nothing_withdrawn_is_no_fault() -> None:
    assert read_withdrawn({}, "source/withdrawn.toml") == ((), [])


@each_row("name", ROW)
def test_a_field_of_the_wrong_kind_is_named_with_its_row(name: str) -> None:
    assert named(withdrawals(ROW, {**ROW, name: 3.5})[1]) == [f"withdrawn[1].{name}"]


@each_row(
    ("name", "value"),
    [
        ("reason", ""),
        ("on", "2026-11-01"),
        ("article", "Sleep"),
        ("article", "../sleep"),
        ("revision", "1a2b3c4"),
        ("revision", "1a2b3c4d-9f8e7d6c"),
        ("translation", "1A2B3C4D"),
        ("locale", "es-MX"),
        ("region", "us"),
        ("region", "United States"),
        ("service", "988"),
        ("service", "intl/988"),
        ("record", "0011223344"),
        ("sheet", "build/es/sleep.pdf"),
    ],
)
def test_a_malformed_field_is_named(name: str, value: Any) -> None:
    assert named(withdrawals({**ROW, name: value})[1]) == [f"withdrawn[0].{name}"]


@pytest.mark.parametrize("name", SAID)
def test_a_withdrawal_says_why_and_when(name: str) -> None:
    assert named(withdrawals(without(ROW, name))[1]) == [f"withdrawn[0].{name}"]


@each_row("region", ["US", "CA-QC", "001", "intl"])
def test_every_kind_of_region_can_be_named(region: str) -> None:
    record, findings = withdrawals({**SAID, "version": "1.0", "region": region})
    assert findings == []
    assert record[0].marks["region"] == region


@each_row("exact", EXACT)
def test_one_exact_mark_is_enough(exact: str) -> None:
    beside = ("service",) if exact == "record" else ()
    assert withdrawals({**SAID, **{name: MARKS[name] for name in (exact, *beside)}})[1] == []


def test_a_withdrawal_that_no_mended_sheet_could_escape_is_refused() -> None:
    findings = withdrawals({**SAID, "article": "sleep", "locale": "es", "region": "US"})[1]
    assert len(findings) == 1
    assert "would forbid every sheet for all time" in findings[0].message
    assert all(name in findings[0].fix for name in EXACT)


@pytest.mark.parametrize("name", ["service", "record"])
def test_a_service_and_its_record_go_together(name: str) -> None:
    row = {**SAID, "version": "1.0", name: MARKS[name]}
    assert named(withdrawals(row)[1]) == ["withdrawn[0].service"]


def test_the_shipped_withdrawals_are_clean() -> None:
    assert Project.at(ROOT).withdrawn()[1] == []
