"""Who vouches, and how they checked: names, not examples; ways, not words."""

import pytest

from pipeline.records.approval import same_person
from pipeline.values.errors import PolyleafError
from pipeline.vouch.person import refuse_name, refuse_way


@pytest.mark.parametrize(
    "name",
    [
        "Ana Pérez",
        "Dr. Eva Soto",
        "Dr. Ward",
        "王芳",
        "نور حداد",
        "Ai Sato",
        "Will Reader",
        "Nurse Joy Adeyemi",
        "Ludwig van Beethoven",
        "Jane Doerr",
    ],
)
def test_a_name_is_taken(name: str) -> None:
    assert refuse_name(name) == name


def test_a_name_has_single_spaces() -> None:
    assert refuse_name("  Ana\n Pérez ") == "Ana Pérez"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("…", "is not a name"),
        ("", "is not a name"),
        ("A", "is not a name"),
        ("YOUR NAME", "is an example"),
        ("NAME", "is an example"),
        ("<full name>", "is an example"),
        ("N/A", "is an example"),
        ("nobody", "is an example"),
        ("Dr.", "is what somebody is"),
        ("the clinician", "is what somebody is"),
        ("Translator", "is what somebody is"),
        ("clinic staff", "is what somebody is"),
        ("machine", "is a program"),
        ("a language model", "is a program"),
        ("Google Translate", "is a program"),
        ("GPT 4", "is a program"),
        ("AI translator", "is what somebody is"),
        ("John Doe", "is an example"),
        ("Mustermann, Max", "is an example"),
    ],
)
def test_what_names_nobody_is_refused(name: str, why: str) -> None:
    with pytest.raises(PolyleafError, match=why):
        refuse_name(name)


@pytest.mark.parametrize("emergency", [True, False])
@pytest.mark.parametrize(
    "way",
    [
        "read it at 988lifeline.org",
        "https://www.ofcom.org.uk/999",
        "wrote to the office, answer of 4 March",
        "called the county's office on a weekday",
        "asked its office",
        "e-mail of 2026-03-04",
        "在官网上查到",
    ],
)
def test_a_way_that_can_be_followed_up_is_taken(way: str, emergency: bool) -> None:
    assert refuse_way(way, emergency=emergency) == way


@pytest.mark.parametrize(
    "way",
    [
        "called it",
        "I rang 112",
        "tried the number",
        "phoned",
        "Call",
        "dialled 988 and it worked",
        "I phoned the line and they answered",
        "texted them",
    ],
)
def test_nobody_rings_a_number_to_check_it(way: str) -> None:
    with pytest.raises(PolyleafError, match="nobody calls an emergency number"):
        refuse_way(way, emergency=True)
    with pytest.raises(PolyleafError, match="nobody calls a crisis line"):
        refuse_way(way, emergency=False)


@pytest.mark.parametrize(
    "way",
    ["", " ", "…", "ok", "Yes, it's OK", "checked", "n/a", "looked fine", "website", "googled it"],
)
def test_a_way_that_says_nothing_is_refused(way: str) -> None:
    with pytest.raises(PolyleafError, match="says nothing"):
        refuse_way(way, emergency=False)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Ana Pérez", "ana perez", True),
        ("Ana Pérez", "Pérez, Ana", True),
        ("Łukasz Żak", "lukasz zak", True),
        ("Nguyễn Thị Đào", "NGUYEN THI DAO", True),
        ("Алёна Ёлкина", "алена елкина", True),
        ("Ana Pérez", "Ana Peres", False),
        ("Ana Pérez", "Ana", False),
        ("रवि", "रव", False),
    ],
)
def test_a_person_is_the_same_however_the_name_is_spelled(
    first: str, second: str, same: bool
) -> None:
    assert same_person(first, second) is same
