"""Made-up values of the examples, under their own names and under others."""

import re
import tomllib
from dataclasses import replace
from typing import Any

import pytest

from pipeline.check.example import CLINIC, PUBLISHER, example_values
from pipeline.check.fiction import kept_names
from pipeline.project import Project
from pipeline.records.publisher import read_clinic, read_publisher
from pipeline.values.finding import Severity
from pipeline.values.publisher import Clinic, Publisher
from tests.conftest import ROOT
from tests.rows import each_row


def shipped() -> tuple[Publisher, Clinic]:
    project = Project.at(ROOT)
    publisher, clinic = project.publisher()[0], project.clinic("riverside")[0]
    assert publisher
    assert clinic
    return publisher, clinic


def named(one: Publisher | Clinic) -> list[str]:
    return [finding.message.partition(":")[0] for finding in example_values(one)]


def test_the_examples_are_the_shipped_ones() -> None:
    publisher, clinic = shipped()
    assert (publisher.name, clinic.name) == (PUBLISHER, CLINIC)
    assert named(publisher) == ["corrections"]
    assert named(clinic) == ["phone", "interpreter", "sheet_address", "address"]


@pytest.mark.parametrize("approved", [True, False])
def test_under_their_own_names_they_are_warnings_until_a_sheet_would_be_approved(
    approved: bool,
) -> None:
    severity = Severity.ERROR if approved else Severity.WARNING
    for one in shipped():
        found = list(example_values(one, approved=approved))
        assert {finding.severity for finding in found} == {severity}


def test_under_another_name_they_are_errors() -> None:
    publisher, clinic = shipped()
    for one in (replace(publisher, name="Harbour"), replace(clinic, name="Harbour")):
        assert {finding.severity for finding in example_values(one)} == {Severity.ERROR}


HARBOUR = Clinic(id="x", name="Harbour", region="US")


@each_row(
    ("field", "value"),
    [
        ("phone", "555 0142"),
        ("phone", "217-555-0148"),
        ("second_phone", "+1 (217) 555-0190"),
        ("interpreter", "555.0199"),
        ("email", "hello@riverside.example"),
        ("email", "sheets@example.org"),
        ("website", "https://www.Riverside.example/"),
        ("sheet_address", "https://harbour.example/sheets/{article}-{locale}"),
        ("address", ("12 Mill Lane", "Springfield, IL 62701")),
        ("name", "Harbour Family Clinic (example)"),
    ],
)
def test_a_value_of_our_examples_is_refused_wherever_it_stands(
    field: str, value: str | tuple[str, ...]
) -> None:
    (found,) = example_values(replace(HARBOUR, **{field: value}))  # type: ignore[arg-type]
    assert found.message.startswith(f"{field}: ")
    assert found.is_error


KEPT = [
    ("US", "+1 (217) 555-0142 ext. 4-1"),
    ("US", "1-800-555-0199"),
    ("CA-QC", "514 555 0123"),
    ("", "+1 217 555 0142"),
    ("GB", "020 7946 0018"),
    ("GB", "07700 900461"),
    ("GB", "(01632) 960 001"),
    ("DE", "+44 (0)20 7946 0018"),
    ("US", "0044 1632 960001"),
    ("AU", "(02) 5550 1234"),
    ("AU", "0491 570 156"),
    ("US", "+61 2 7010 1234"),
    ("DE", "030 / 23125-001"),
    ("FR", "01 99 00 12 34"),
    ("US", "217-555-0142 or 217-351-0142"),
]


@each_row(("region", "phone"), KEPT)
@each_row("approved", [True, False])
def test_a_number_kept_for_stories_costs_a_proof_a_warning(
    region: str, phone: str, approved: bool
) -> None:
    clinic = replace(HARBOUR, phone=phone, region=region)
    (found,) = example_values(clinic, approved=approved)
    assert found.is_error == approved


@each_row(
    "address",
    [
        "https://clinic.test/a",
        "https://north.invalid",
        "http://www.example.com/x",
        "https://North.Example:8080/",
    ],
)
def test_so_does_a_name_kept_for_examples(address: str) -> None:
    (found,) = example_values(replace(HARBOUR, website=address))
    assert not found.is_error


def test_a_clinic_without_a_region_dials_as_the_publisher_does() -> None:
    clinic = replace(HARBOUR, region="", phone="020 7946 0018")
    assert [len(list(example_values(clinic, region=one))) for one in ("GB", "US")] == [1, 0]


@each_row(
    ("field", "value", "region"),
    [
        ("phone", "555-1234", "US"),
        ("phone", "217-351-0148", "US"),
        ("phone", "217 155 0142", "US"),
        ("phone", "02 5550 1234", "IT"),  # a number of Milan
        ("phone", "0261 91 12345", "DE"),  # of Koblenz
        ("phone", "03 555 0123", "NZ"),
        ("phone", "98755 50123", "IN"),
        ("phone", "(21) 5555-0123", "BR"),
        ("phone", "020 7946 1018", "GB"),
        ("email", "hello@example-clinic.org", "US"),
        ("email", "test@harbour.internal", "US"),
        ("website", "https://harbour.org/riverside.example.html", "US"),
        ("website", "https://contest.org/test", "US"),
        ("address", ("12 Mill Lane", "Wrexham"), "GB"),
        ("name", "An example clinic", "US"),
    ],
    ids=str,
)
def test_what_may_be_real_is_not_judged(
    field: str, value: str | tuple[str, ...], region: str
) -> None:
    clinic = replace(HARBOUR, region=region, **{field: value})  # type: ignore[arg-type]
    assert list(example_values(clinic)) == []


MADE_UP = [
    "name",
    "phone",
    "second_phone",
    "interpreter",
    "email",
    "website",
    "sheet_address",
    "address",
    "corrections",
]
"""Fields of our examples that somebody could take for their own; the others are choices."""


def blocks() -> list[tuple[str, dict[str, object]]]:
    """Return each profile of a clinic or a publisher that a page shows."""
    found = []
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("**/*.md"))]:
        for block in re.findall(r"```toml\n(.*?)```", page.read_text("utf-8"), re.DOTALL):
            try:
                table = tomllib.loads(block)
            except tomllib.TOMLDecodeError:
                continue
            if "name" in table and not {"ways", "services"} & set(table):
                found.append((page.name, table))
    return found


def refused(field: str, value: object) -> bool:
    """Say whether a profile is refused that has a field's value and else none of an example."""
    given: dict[str, Any] = {field: tuple(value) if isinstance(value, list) else value}
    if field == "corrections":
        one: Publisher | Clinic = Publisher(name="Harbour", **given)
    else:
        one = replace(HARBOUR, **given)
    return any(finding.is_error for finding in example_values(one))


def test_pages_show_a_profile() -> None:
    assert "a-clinic.md" in [page for page, _ in blocks()]


@pytest.mark.parametrize(("page", "table"), blocks(), ids=lambda one: str(one)[:20])
def test_each_value_that_a_page_shows_is_refused_when_it_is_pasted(
    page: str, table: dict[str, object]
) -> None:
    for field in table.keys() & set(MADE_UP):
        assert refused(field, table[field]), (page, field)


def test_each_value_that_a_fix_shows_is_refused_when_it_is_pasted() -> None:
    wrong: dict[str, object] = {field: {} for field in MADE_UP}
    found = read_clinic(wrong, "", "x")[1] + read_publisher(wrong, "")[1]
    fixes = [(one.message.partition(":")[0], re.findall(r'"([^"]+)"', one.fix)) for one in found]
    shown = {field: values for field, values in fixes if values}
    assert shown.keys() & set(MADE_UP) == {"address", "sheet_address"}  # the others, in words
    assert {"name", "email", "website", "corrections"} <= {field for field, _ in fixes}
    for field, values in shown.items():
        assert refused(field, values if field == "address" else values[0]), field


def test_nobody_is_told_to_take_out_what_is_required() -> None:
    published = Publisher(
        name="Harbour Clinics (example)", corrections="corrections@polyleaf.example"
    )
    fixes = [found.fix for found in example_values(published)]
    assert len(fixes) == 2
    assert all(fix.startswith("write your own; docs/") for fix in fixes)
    clinic = replace(
        HARBOUR, second_name={"": "Ward 3"}, second_phone="217-555-0190", email="a@clinic.example"
    )
    told = {found.message.partition(":")[0]: found.fix for found in example_values(clinic)}
    assert "or take the line out" in told["email"]
    assert "or take second_name and second_phone out" in told["second_phone"]


@pytest.mark.parametrize("said", [{"": "Ward 3, at night"}, {"es": "x", "en": "Ward 3, at night"}])
def test_whom_the_example_reaches_at_night_is_refused(said: dict[str, str]) -> None:
    clinic = replace(HARBOUR, second_name=said, second_phone="312-226-7499")
    (found,) = example_values(clinic)
    assert found.is_error
    assert found.message.startswith("second_name: Ward 3, at night is made up")
    assert not [*example_values(replace(clinic, second_name={"": "Ward 5, at night"}))]


def test_what_is_missing_is_not_shown_by_what_is_refused() -> None:
    _, of_publisher = read_publisher({}, "source/publisher.toml")
    path = "source/clinics/harbour.toml"
    _, of_clinic = read_clinic({"email": "x", "website": "x"}, path, "harbour")
    fixes = [found.fix for found in [*of_publisher, *of_clinic]]
    assert len(fixes) == 5
    for fix in fixes:
        assert not list(kept_names(fix)), fix
        assert "(example)" not in fix
