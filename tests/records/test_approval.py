from datetime import date
from typing import Any

import pytest

from pipeline.records.approval import (
    approval_seal,
    read_approval,
    read_credits,
)
from pipeline.records.person import same_person
from pipeline.values.approval import Approval, Translator
from pipeline.values.finding import Finding
from tests.rows import each_row

PATH = "locales/es/approvals/sleep-clinician-eva-ruiz-01234567.toml"

APPROVAL: dict[str, Any] = {
    "article": "sleep",
    "locale": "es",
    "role": "clinician",
    "by": "Eva Ruiz",
    "named": True,
    "on": date(2026, 11, 20),
    "version": "1.0",
    "wording": "ab" * 32,
    "facts": {"8888888888888888": "9999999999999999"},
    "unit": {"0123456789abcdef": "fedcba9876543210"},
    "picture": {"aaaaaaaaaaaaaaaa": "bbbbbbbbbbbbbbbb"},
    "words": {"1111111111111111": "2222222222222222"},
    "citation": {"3333333333333333": "4444444444444444"},
    "term": {"5555555555555555": "6666666666666666"},
}

KINDS = ("facts", "unit", "picture", "words", "citation", "term")

CREDIT: dict[str, Any] = {
    "by": "Ana Pérez",
    "named": True,
    "on": date(2026, 11, 1),
    "articles": ["sleep"],
}


def sealed(data: dict[str, Any]) -> dict[str, Any]:
    return {**data, "seal": approval_seal(data)}


def approval(data: dict[str, Any], locale: str = "es") -> tuple[Approval, list[Finding]]:
    return read_approval(data, PATH, locale)


def translators(*rows: Any) -> tuple[tuple[Translator, ...], list[Finding]]:
    return read_credits({"translated": list(rows)}, "locales/es/credits.toml")


def named(findings: list[Finding], code: str = "CAT021") -> list[str]:
    assert {finding.code for finding in findings} <= {code}
    assert all(finding.is_error and finding.fix for finding in findings)
    return [finding.message.partition(": ")[0] for finding in findings]


def without(record: dict[str, Any], *names: str) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key not in names}


def test_a_whole_approval_is_read() -> None:
    record, findings = approval(sealed(APPROVAL))
    assert findings == []
    assert record == Approval(
        path=PATH,
        parts={kind: APPROVAL[kind] for kind in KINDS},
        **without(APPROVAL, *KINDS),
    )


def test_what_is_not_bound_need_not_be_there() -> None:
    record, findings = approval(sealed(without(APPROVAL, "named", *KINDS)))
    assert findings == []
    assert not record.named
    assert record.parts == {kind: {} for kind in KINDS}


@each_row("name", ["article", "locale", "role", "by", "on", "version", "wording"])
def test_a_missing_field_is_named(name: str) -> None:
    assert named(approval(sealed(without(APPROVAL, name)))[1]) == [name]


def test_an_approval_without_its_seal_is_named() -> None:
    assert named(approval(APPROVAL)[1]) == ["seal"]


@each_row("name", APPROVAL)
def test_a_field_of_the_wrong_kind_is_named(name: str) -> None:
    assert named(approval(sealed({**APPROVAL, name: 3.5}))[1]) == [name]


@each_row(
    ("name", "value"),
    [
        ("article", " "),
        ("role", "Clinician"),
        ("role", "translator"),
        ("by", ""),
        ("named", "yes"),
        ("on", "2026-11-20"),
        ("on", date(1926, 11, 20)),
        ("on", date(2126, 11, 20)),
        ("version", ""),
        ("wording", "ab" * 31),
        ("wording", "AB" * 32),
        ("signature", "Eva Ruiz"),
        ("locale", "es_MX"),
    ],
)
def test_a_malformed_field_is_named(name: str, value: Any) -> None:
    assert named(approval(sealed({**APPROVAL, name: value}))[1]) == [name]


@each_row("kind", KINDS)
@each_row("value", ["", "fedcba98", "fedcba987654321G", 5])
def test_a_malformed_hash_of_a_part_is_named_with_its_place(kind: str, value: Any) -> None:
    wrong = sealed({**APPROVAL, kind: {"0123456789abcdef": value}})
    assert named(approval(wrong)[1]) == [f"{kind}.0123456789abcdef"]


@each_row("value", ["", "no hash", "AB" * 32, 7])
def test_a_malformed_seal_is_named(value: Any) -> None:
    assert named(approval({**APPROVAL, "seal": value})[1]) == ["seal"]


@each_row(
    ("name", "value"),
    [
        ("article", "sleep-two"),
        ("role", "reviser"),
        ("by", "Eva Ruis"),
        ("by", "Eva  Ruiz"),
        ("named", False),
        ("on", date(2026, 11, 21)),
        ("version", "1.1"),
        ("wording", "cd" * 32),
        ("unit", {"0123456789abcdef": "fedcba9876543211"}),
        ("unit", {}),
        ("facts", {"8888888888888888": "9999999999999998"}),
        ("picture", {}),
        ("words", {"1111111111111112": "2222222222222222"}),
        ("citation", {**APPROVAL["citation"], "7777777777777777": "4444444444444444"}),
        ("term", {"5555555555555555": "6666666666666667"}),
    ],
)
def test_whatever_is_changed_by_hand_breaks_the_seal(name: str, value: Any) -> None:
    findings = approval({**sealed(APPROVAL), name: value})[1]
    assert len(findings) == 1
    assert "changed after the approval was given" in findings[0].message
    assert findings[0].code == "CAT021"


def test_a_field_taken_out_by_hand_breaks_the_seal() -> None:
    assert len(approval(without(sealed(APPROVAL), "named"))[1]) == 1


def test_the_order_of_the_lines_does_not_touch_the_seal() -> None:
    turned = dict(reversed(sealed(APPROVAL).items()))
    assert approval(turned)[1] == []


def test_an_approval_counts_only_where_its_locale_says() -> None:
    assert named(approval(sealed(APPROVAL), "es_MX")[1]) == ["locale"]


def test_all_wrong_fields_are_reported_in_one_run() -> None:
    wrong = sealed({**APPROVAL, "role": "boss", "on": "today", "colour": "red"})
    assert sorted(named(approval(wrong)[1])) == ["colour", "on", "role"]


def test_a_person_and_a_machine_are_read_as_translators() -> None:
    record, findings = translators(CREDIT, {"machine": True, "on": date(2026, 11, 2)})
    assert findings == []
    assert record == (
        Translator(**{**CREDIT, "articles": ("sleep",)}),
        Translator(machine=True, on=date(2026, 11, 2)),
    )


def test_a_translator_is_not_named_without_consent() -> None:
    record, findings = translators(without(CREDIT, "named"))
    assert findings == []
    assert not record[0].named


@each_row("name", CREDIT)
def test_a_credits_field_of_the_wrong_kind_is_named(name: str) -> None:
    found = translators(CREDIT, {**CREDIT, name: 3.5})[1]
    assert named(found, "CAT022") == [f"translated[1].{name}"]


@each_row(
    ("row", "field"),
    [
        (without(CREDIT, "by"), "by"),
        ({**CREDIT, "by": " "}, "by"),
        ({**CREDIT, "machine": True}, "by"),
        (without(CREDIT, "on"), "on"),
        ({**CREDIT, "machine": "yes"}, "machine"),
        ({**CREDIT, "articles": [""]}, "articles"),
        ({**CREDIT, "mail": "ana@example.org"}, "mail"),
    ],
)
def test_a_malformed_credit_is_named(row: dict[str, Any], field: str) -> None:
    assert named(translators(row)[1], "CAT022") == [f"translated[0].{field}"]


@pytest.mark.parametrize("data", [{}, {"translated": []}])
def test_credits_that_name_nobody_are_wrong(data: dict[str, Any]) -> None:
    findings = read_credits(data, "locales/es/credits.toml")[1]
    assert named(findings, "CAT022") == ["translated"]


@pytest.mark.parametrize("data", [{"translated": "Ana"}, {"translated": ["Ana"]}])
def test_credits_that_are_no_tables_are_wrong(data: dict[str, Any]) -> None:
    findings = read_credits(data, "locales/es/credits.toml")[1]
    assert findings
    assert named(findings, "CAT022")[0].startswith("translated")


@each_row(
    ("first", "second"),
    [
        ("Eva Soto", "Soto, Eva"),
        ("Eva María Soto", "SOTO Eva María"),
        ("Ana Pérez", "ana  PE\u0301REZ"),
        ("Eva Soto-Ruiz", "Eva Soto Ruiz"),
        ("Dr. Eva Soto", "Eva Soto (Dr)"),
        ("\u0646\u0648\u0631\u200c\u0647\u0627", "\u0646\u0648\u0631\u0647\u0627"),
    ],
)
def test_one_person_is_known_again_however_the_name_is_typed(first: str, second: str) -> None:
    assert same_person(first, second)


@each_row(
    ("first", "second"),
    [("Eva Soto", "Eva Sota"), ("Eva Eva Soto", "Eva Soto"), ("Eva Soto", "")],
)
def test_two_people_are_told_apart(first: str, second: str) -> None:
    assert not same_person(first, second)
