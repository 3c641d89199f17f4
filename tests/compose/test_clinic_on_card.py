"""Where a clinic's lines stand at the end of a sheet: on the card, and below it in a booklet."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.values.publisher import Clinic
from tests.sheets import composed

SHORT = Clinic(id="a", name="Harbour Clinic", address=("12 Mill Lane",), phone="217-555-2148")
LONG = replace(
    SHORT,
    name="The Harbour Centre for Family Medicine and the Care of Older People in their Own Homes",
    address=("Building C, Third Floor", "12 Mill Lane", "Springfield, IL 62701", "USA"),
    second_name={"": "Nurse line, evenings and weekends"},
    second_phone="217-555-2190",
    hours={"": "Mon, Tue, Thu 8:00–18:00, Wed 10:00–20:00", "es": "lunes " * 20},
    email="hello@harbour.internal",
)

USUAL = replace(SHORT, address=LONG.address[1:3], interpreter="217-555-2164", email=LONG.email)
THREE_LINES = replace(USUAL, name=LONG.name + " and with their Families", hours=LONG.hours)


@pytest.mark.parametrize(
    ("edition", "clinic", "on_card"),
    [
        ("handout", SHORT, True),
        ("booklet", SHORT, False),
        ("booklet", LONG, True),
        ("booklet", USUAL, False),
        ("booklet", THREE_LINES, True),
        ("booklet", None, False),
        ("large-print", LONG, False),
        ("brochure", LONG, False),
    ],
)
def test_a_booklets_card_has_all_of_a_clinic_with_many_lines(
    edition: str, clinic: Clinic | None, on_card: bool, tmp_path: Path
) -> None:
    plan = composed("en", "US", tmp_path, edition=edition).plan
    assert replace(plan, clinic=clinic).clinic_on_card is on_card
