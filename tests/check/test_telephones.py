"""A clinic's telephones against the region of its sheet, and codes that are a state's, too."""

from dataclasses import replace
from typing import Any

import pytest

from pipeline.check.telephones import region_doubts, telephone_faults
from pipeline.records.states import states_called
from pipeline.values.finding import Severity
from pipeline.values.publisher import Clinic
from tests.rows import each_row

KNOWN = ("001", "AU", "BR", "CA", "CA-QC", "CO", "DE", "GB", "IL", "MA", "MX", "NL", "SA", "US")
CLINIC = Clinic(id="riverside", name="Riverside Clinic")


def found(text: str, region: str, of: str = "") -> list[tuple[str, Severity]]:
    faults = list(telephone_faults(replace(CLINIC, phone=text, region=of), region, KNOWN))
    assert all(
        one.path == "source/clinics/riverside.toml" and text in one.message for one in faults
    )
    return [(one.code, one.severity) for one in faults]


@each_row(
    ("text", "region", "written"),
    [
        ("217-351-0142", "IL", '"US"'),
        ("(217) 351-0142 ext. 12", "IL", '"US"'),
        ("1-217-351-0142", "IL", '"US"'),
        ("2173510142", "IL", '"US"'),
        ("2173510142", "MA", '"US"'),
        ("217-351-0142", "CA", '"US"'),
        ("604-351-0142", "US", '"CA"'),
        ("020 7946 0018", "US", '"GB"'),
    ],
)
def test_a_number_of_another_region_is_an_error_that_names_it(
    text: str, region: str, written: str
) -> None:
    (fault,) = telephone_faults(replace(CLINIC, interpreter=text), region, KNOWN)
    assert (fault.code, fault.severity) == ("SVC016", Severity.ERROR)
    assert f"region = {written}" in fault.fix


@each_row(
    ("text", "region"),
    [
        ("217-351-0142", "US"),
        ("351-0142", "US"),
        ("555-0100", "US"),
        ("555-0100", "GB"),
        ("1-800-FLOWERS", "US"),
        ("217-351-0142 ext. 12", "US"),
        ("217-351-0142 x12", "US"),
        ("217-351-0142 (TTY)", "US"),
        ("030 / 112 34 56, Durchwahl 112", "DE"),
        ("030 1234567 / 68", "DE"),
        ("0221/478-4240", "DE"),
        ("800-351-0142", "CA"),
        ("311", "US"),
        ("111", "GB"),
        ("0300 123 4567", "GB"),
        ("13 11 14", "AU"),
        ("116 117", "DE"),
        ("030 12345", "DE"),
        ("+52 55 1234 5678", "US"),
        ("+1 604-351-0142", "US"),
        ("011 44 20 7946 0018", "US"),
        ("+1 (217) 351-0142", "IL"),
    ],
)
def test_a_number_of_the_region_or_with_a_countrys_code_is_let_pass(text: str, region: str) -> None:
    assert found(text, region) == []


@pytest.mark.parametrize("text", ["217-351-014", "217-351-01422"])
def test_a_digit_too_few_or_too_many_is_a_warning(text: str) -> None:
    assert found(text, "US") == [("SVC017", Severity.WARNING)]


@each_row(
    ("text", "region", "told"),
    [
        ("217-351-0142 or 217-351-0143", "US", 'write phone = "217-351-0142"; a second one'),
        ("217-351-0142 / 217-351-0143", "US", 'write phone = "217-351-0142"; a second one'),
        ("217-351-0142; 217-351-0143", "GB", 'write phone = "217-351-0142"; a second one'),
        ("(217) 351-0142 (TTY 217-351-0143)", "US", 'write phone = "(217) 351-0142"'),
        ("030 1234567 oder 030 7654321", "DE", 'write phone = "030 1234567"; a second one'),
        ("217-351-0142 or 0143", "US", "every language: or"),
        ("217-351-0142, ask for Maria", "US", "every language: ask for Maria"),
        ("Front desk 217-351-0142", "US", "every language: Front desk"),
        ("217-351-0142 (24 hours)", "US", "every language: hours"),
        ("217-351-0142 por la mañana", "US", "every language: por la mañana"),
    ],
)
def test_two_numbers_or_words_in_a_field_are_an_error(text: str, region: str, told: str) -> None:
    of = "US" if text.startswith(("2", "(", "F")) else "DE"
    (fault,) = telephone_faults(replace(CLINIC, phone=text, region=of), region, KNOWN)
    assert (fault.code, fault.severity) == ("SVC017", Severity.ERROR)
    assert told in f"{fault.message}; {fault.fix}"


@each_row("field", ["phone", "interpreter", "second_phone"])
def test_words_in_place_of_a_number_are_an_error(field: str) -> None:
    (fault,) = telephone_faults(replace(CLINIC, **{field: "call us"}), "US", KNOWN)  # type: ignore[arg-type]
    assert (fault.code, fault.severity) == ("SVC017", Severity.ERROR)
    assert fault.message.startswith(f"{field}: ")


@pytest.mark.parametrize(
    ("said", "is_made_up"),
    [
        *(
            ("000-000-0000", True),
            ("0000000", True),
            ("123-456-7890", True),
            ("0123 456 789", True),
        ),
        *(("999 999 9999", True), ("987-654-3210", True), ("207-773-2910", False)),
        *(("777-7777", False), ("123456", False), ("1-800-222-2222", False)),
    ],
)
def test_digits_that_only_fill_the_place_of_a_number_are_an_error(
    said: str, is_made_up: bool
) -> None:
    clinic = Clinic(id="harbour", name="Harbour", phone=said)
    told = [one for one in telephone_faults(clinic, "US", ["US", "GB"]) if one.is_error]
    assert ["only fills the place of a number" in one.message for one in told] == [
        True
    ] * is_made_up


def test_a_sheet_for_another_region_than_the_clinics_takes_its_right_number() -> None:
    assert found("217-351-0142", "GB", of="US") == []
    assert found("217-351-0142", "GB", of="IL") == [("SVC016", Severity.ERROR)]


def doubts(region: str, clinic: Clinic | None = None, *, asked: bool) -> list[str]:
    path = "source/publisher.toml"
    rows = region_doubts(region, clinic, KNOWN, asked=asked, path=path)
    return [f"{one.path}: {one.message}; {one.fix}" for one in rows]


def test_a_states_code_is_told_with_what_to_write() -> None:
    (asked,) = doubts("IL", asked=True)
    assert asked.endswith("IL is Israel; for Illinois write --region US")
    (written,) = doubts("NL", asked=False)
    assert written == (
        "source/publisher.toml: NL is the Netherlands; for Newfoundland and Labrador write "
        'region = "CA"'
    )
    assert doubts("GB", asked=True) == doubts("US", asked=False) == []


def test_a_clinic_with_a_telephone_there_means_the_country() -> None:
    assert doubts("DE", replace(CLINIC, phone="030 12345678", region="DE"), asked=True) == []
    assert doubts("CO", replace(CLINIC, phone="303-351-0142", region="CO"), asked=False) != []


@each_row(
    ("fields", "asked", "severity"),
    [
        ({"address": ("1801 S Loomis St", "Chicago, IL 60608"), "region": "IL"}, False, "error"),
        ({"address": ("Chicago IL 60608-1234",)}, True, "error"),
        ({"region": "US"}, True, "error"),
        ({"address": ("Tel Aviv",), "region": "IL"}, False, "warning"),
        ({"address": ("Hill IL",), "region": "IL"}, True, "warning"),
        ({"region": "GB"}, True, "warning"),
    ],
)
def test_a_clinic_in_a_state_is_not_printed_for_the_country_of_its_letters(
    fields: dict[str, Any], asked: bool, severity: str
) -> None:
    clinic = replace(CLINIC, **fields)
    path = "source/clinics/riverside.toml"
    first = next(iter(region_doubts("IL", clinic, KNOWN, asked=asked, path=path)))
    assert first.severity.value == severity
    assert "for Illinois write" in first.fix


def test_a_region_on_the_command_line_beside_the_clinics_own_is_told() -> None:
    (told,) = doubts("GB", replace(CLINIC, region="US"), asked=True)
    assert "the clinic is in the United States, and this sheet is for the United Kingdom" in told
    assert doubts("US", replace(CLINIC, region="US"), asked=True) == []
    assert doubts("GB", replace(CLINIC, region="GB"), asked=False) == []


def test_only_a_code_on_record_is_a_region_and_only_a_country_on_record_is_meant() -> None:
    assert states_called("MA", KNOWN) == [("Massachusetts", "US"), ("Maranhão", "BR")]
    assert states_called("MA", ("MA", "US")) == [("Massachusetts", "US")]
    assert states_called("TX", KNOWN) == []
