from dataclasses import fields
from typing import Any

import pytest

from pipeline.project import Project
from pipeline.records.publisher import read_clinic, read_publisher
from pipeline.values.finding import Finding
from pipeline.values.publisher import Clinic, Publisher
from tests.conftest import ROOT
from tests.rows import each_row

PUBLISHER: dict[str, Any] = {
    "name": "Harbour Clinics",
    "corrections": "sheets@example.org",
    "licence": "CC BY 4.0",
    "region": "CA-QC",
    "paper": "a4",
    "accent": "#1f4e5f",
}

CLINIC: dict[str, Any] = {
    "name": "Riverside",
    "address": ["12 Mill Lane", "Springfield"],
    "phone": "555-0100",
    "interpreter": "555-0199",
    "logo": "images/logo.svg",
    "logo_alt": "A river",
    "region": "US",
    "paper": "letter",
    "accent": "#3f5d2a",
}

WRONG: list[tuple[str, Any]] = [
    ("name", ""),
    ("name", "  "),
    ("region", "us"),
    ("region", "United States"),
    ("paper", "legal"),
    ("accent", "green"),
    ("accent", "#12345"),
    ("colour", "green"),
]


def publisher(record: dict[str, Any]) -> tuple[Publisher, list[Finding]]:
    return read_publisher(record, "source/publisher.toml")


def clinic(record: dict[str, Any]) -> tuple[Clinic, list[Finding]]:
    return read_clinic(record, "source/clinics/riverside.toml", "riverside")


def named(findings: list[Finding]) -> list[str]:
    assert {finding.code for finding in findings} <= {"SRC020"}
    assert all(finding.is_error and finding.fix for finding in findings)
    return [finding.message.partition(": ")[0] for finding in findings]


def without(record: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key != name}


def test_a_whole_publisher_is_read() -> None:
    record, findings = publisher(PUBLISHER)
    assert findings == []
    assert record == Publisher(**PUBLISHER)


def test_a_whole_clinic_is_read() -> None:
    record, findings = clinic(CLINIC)
    assert findings == []
    assert record == Clinic(**{**CLINIC, "id": "riverside", "address": tuple(CLINIC["address"])})


def test_every_field_of_a_clinic_is_read() -> None:
    record, findings = clinic(
        {
            **CLINIC,
            "second_name": "Ward 3",
            "second_phone": "555-0190",
            "hours": "9–17",
            "email": "hello@example.org",
            "website": "https://example.org",
            "lines": {"es": "Hablamos español"},
            "sheet_address": "https://example.org/{locale}",
        }
    )
    assert findings == []
    empty = Clinic(id="", name="")
    unread = [
        one.name for one in fields(Clinic) if getattr(record, one.name) == getattr(empty, one.name)
    ]
    assert not unread, (
        f"read_clinic() leaves out {unread}: read them in pipeline/records/publisher.py, and give "
        "each a value here"
    )


def test_a_languages_name_in_place_of_its_code_is_one_fault() -> None:
    _, (found,) = clinic({**CLINIC, "hours": {"spanish": "9–17"}})
    assert found.message == "hours.spanish: is not a language tag"
    assert found.fix == 'write hours = { es = "…" }'


@pytest.mark.parametrize("name", ["hours", "second_name"])
def test_what_a_clinic_writes_may_be_in_each_language(name: str) -> None:
    whole = {**CLINIC, "second_phone": "555-0190", "second_name": "Ward 3"}
    record, findings = clinic({**whole, name: {"en": "by day", "es": "de día", "zh_Hans": "白天"}})
    assert findings == []
    said = {"hours": record.hours_in, "second_name": record.second_name_in}[name]
    assert said("es") == said("es-MX") == "de día"
    assert said("zh-Hans") == "白天"
    assert said("vi") == said("zh-Hant") == "by day", "the first, where a language has none"


def test_what_a_clinic_writes_once_is_for_everybody() -> None:
    record, _ = clinic({**CLINIC, "hours": "9–17", "lines": {"es": "Hablamos español"}})
    assert record.hours_in("vi") == "9–17"
    assert record.line_in("es-MX") == "Hablamos español"
    assert record.line_in("vi") == "", "nothing is said of a language that is not there"


@pytest.mark.parametrize(
    ("tag", "meant"), [("vn", "vi"), ("jp", "ja"), ("ua", "uk"), ("cn", "zh-Hans")]
)
@pytest.mark.parametrize("name", ["lines", "hours"])
def test_a_country_is_no_language(name: str, tag: str, meant: str) -> None:
    _, (found,) = clinic({**CLINIC, name: {tag: "9–17"}})
    assert found.message == f"{name}.{tag}: there is no such language"
    assert found.fix.startswith(f"did you mean {meant}? ")


def test_a_publisher_needs_a_name_and_an_address_for_corrections() -> None:
    assert named(publisher({})[1]) == ["name", "corrections"]
    assert named(publisher({"name": "A", "corrections": "b"})[1]) == []


def test_a_clinic_needs_a_name() -> None:
    assert named(clinic({})[1]) == ["name"]
    assert named(clinic({"name": "A"})[1]) == []


@each_row("name", PUBLISHER)
def test_a_publishers_field_of_the_wrong_kind_is_named(name: str) -> None:
    assert named(publisher({**PUBLISHER, name: 3.5})[1]) == [name]


@each_row("name", CLINIC)
def test_a_clinics_field_of_the_wrong_kind_is_named(name: str) -> None:
    assert named(clinic({**CLINIC, name: 3.5})[1]) == [name]


@pytest.mark.parametrize(("name", "value"), [*WRONG, ("corrections", "")])
def test_a_publishers_malformed_field_is_named(name: str, value: Any) -> None:
    assert named(publisher({**PUBLISHER, name: value})[1]) == [name]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *WRONG,
        ("address", [12, "Mill Lane"]),
        ("logo", "/etc/logo.svg"),
        ("logo", "logo.gif"),
        ("logo", "images\\logo.svg"),
        ("id", "riverside"),
    ],
)
def test_a_clinics_malformed_field_is_named(name: str, value: Any) -> None:
    assert named(clinic({**CLINIC, name: value})[1]) == [name]


def test_a_logo_needs_an_alternative_text() -> None:
    assert named(clinic(without(CLINIC, "logo_alt"))[1]) == ["logo_alt"]
    assert named(clinic({"name": "A"})[1]) == []


@pytest.mark.parametrize(
    ("said", "fix"),
    [
        ("United States", 'write region = "US"'),
        ("Illinois", 'write region = "US": Illinois lies in it, and has no numbers of its own'),
        (
            "Georgia",
            'write region = "US": Georgia lies in it, and has no numbers of its own; for the '
            'country, "GE"',
        ),
        ("Quebec", 'write region = "CA-QC"'),
        ("Chicago", 'write region = "US": Chicago lies in it, and has no numbers of its own'),
        ("England", 'write region = "GB"'),
        ("Hong Kong", 'write region = "HK"'),
        ("México", 'write region = "MX"'),
        ("الولايات المتحدة", 'write region = "US"'),
        (
            "english",
            "write the code of the country, such as \"US\"; 'polyleaf list regions' names them",
        ),
    ],
)
def test_a_region_in_words_is_told_by_its_code(said: str, fix: str) -> None:
    (finding,) = clinic({**CLINIC, "region": said})[1]
    assert finding.fix == fix


def test_the_letters_of_a_state_in_the_address_mean_no_country() -> None:
    profile = {**CLINIC, "region": "il"}
    both, state = (
        clinic({**profile, "address": ["4 Quay Street", one]})[1][0].fix
        for one in ("Haifa 31000", "Chicago, IL 60608")
    )
    assert state == 'write region = "US": Illinois lies in it, and has no numbers of its own'
    assert both == f'{state}; for the country, "IL"'


def test_all_wrong_fields_are_reported_in_one_run() -> None:
    wrong = {**CLINIC, "region": "us", "paper": "legal", "colour": "red"}
    assert sorted(named(clinic(wrong)[1])) == ["colour", "paper", "region"]


PROJECT = Project.at(ROOT)


def test_the_shipped_publisher_is_clean_and_in_the_united_states() -> None:
    record, findings = PROJECT.publisher()
    assert findings == []
    assert record
    assert record.region == "US"


@pytest.mark.parametrize("name", PROJECT.clinic_names())
def test_a_shipped_clinic_is_clean(name: str) -> None:
    record, findings = PROJECT.clinic(name)
    assert findings == []
    assert record
    assert record.id == name


def test_an_example_of_a_clinic_ships() -> None:
    assert PROJECT.clinic_names()


ODD = {
    "phone": "555\u202e-0100",
    "name": "Hill\u200b Clinic",
    "address": ["12 Hill \u0600٥"],
    "hours": "Mon\ufff9 9",
    "second_name": "Ward\u3164",
    "lines": {"ar": "اتصل \u0603٥"},
    "logo_alt": "Our sign\ufffc",
}


@each_row("name", ODD)
def test_a_character_that_prints_otherwise_is_named(name: str) -> None:
    data = {"name": "Hill", **({"logo": "logo.svg"} if name == "logo_alt" else {})}
    data |= {"second_phone": "555-0100"} if name == "second_name" else {}
    _, findings = read_clinic({**data, name: ODD[name]}, "source/clinics/hill.toml", "hill")
    (finding,) = findings
    assert (finding.code, finding.message.startswith(name), "U+" in finding.message) == (
        "SRC020",
        True,
        True,
    )


@each_row(
    ("said", "meant"),
    [
        ("Harbour &amp; Quay", "Harbour & Quay"),
        ("Cl&iacute;nica", "Clínica"),
        ("Caf&#233;", "Café"),
        ("O&#x2019;Brien", "O’Brien"),
        ("R&D; Clinic", ""),
        ("Tom & Ana; Clinic", ""),
    ],
)
def test_the_code_of_a_web_page_is_named_with_its_letter(said: str, meant: str) -> None:
    found = read_clinic({"name": said}, "source/clinics/hill.toml", "hill")[1]
    assert [one.fix for one in found] == ([f'write "{meant}"'] if meant else [])
