"""Made-up values of the examples, under their own names and under others."""

from dataclasses import replace

import pytest

from pipeline.check.example import CLINIC, PUBLISHER, example_values
from pipeline.project import Project
from pipeline.values.finding import Severity
from pipeline.values.publisher import Clinic, Publisher
from tests.conftest import ROOT


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
    assert named(clinic) == ["phone", "interpreter", "address", "sheet_address"]


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


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("phone", "555 0142"),
        ("interpreter", "555.0199"),
        ("email", "hello@riverside.example"),
        ("website", "https://www.Riverside.example/"),
    ],
)
def test_a_made_up_value_is_found_wherever_it_stands(field: str, value: str) -> None:
    assert named(replace(Clinic(id="x", name="Harbour"), **{field: value})) == [field]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("phone", "+1 217 555 0142"),
        ("phone", "555-1234"),
        ("email", "hello@harbour.example"),
        ("website", "https://harbour.org/riverside"),
    ],
)
def test_what_may_be_real_is_not_judged(field: str, value: str) -> None:
    assert named(replace(Clinic(id="x", name="Harbour"), **{field: value})) == []  # type: ignore[arg-type]
