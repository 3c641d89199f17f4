"""A profile that is started: every field is there, explained, and none speaks before its time."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from pipeline.desk.clinic import FIELDS, profile_of
from pipeline.records.publisher import read_clinic
from pipeline.values.publisher import Clinic
from tests.conftest import ROOT

Run = Callable[..., tuple[int, str, str]]

NAME = "Harbour Clinic"
PATH = "source/clinics/harbour-clinic.toml"


def switched_on(text: str) -> str:
    """Return a profile with every field in use."""
    return re.sub(r"^# (\w+ = )", r"\1", text, flags=re.MULTILINE)


def test_every_field_of_a_clinic_is_there_and_explained() -> None:
    text = profile_of(NAME)
    assert tomllib.loads(text) == {"name": NAME}
    assert {*tomllib.loads(switched_on(text))} == {one.name for one in fields(Clinic)} - {"id"}
    lines = text.splitlines()
    for name, _, what in FIELDS:
        at = next(number for number, line in enumerate(lines) if line.startswith(f"# {name} = "))
        assert lines[at - 1] == f"# {what}"
        assert len(lines[at - 1]) <= 80


def test_nothing_is_wrong_with_it_and_what_is_switched_on_wants_an_own_word() -> None:
    text = profile_of(NAME)
    assert not read_clinic(tomllib.loads(text), PATH, "harbour-clinic")[1]
    _, findings = read_clinic(tomllib.loads(switched_on(text)), PATH, "harbour-clinic")
    asked = [one.message for one in findings]
    gaps = [name for name, form, _ in FIELDS if "…" in form]
    assert asked == [f"{name}: has nothing in it yet" for name in gaps]


@pytest.mark.parametrize("said", ["Ask us…", "… and more", "https://harbour.org/…"])
def test_an_ellipsis_beside_words_is_theirs(said: str) -> None:
    assert not read_clinic({"name": "H", "hours": said}, PATH, "harbour-clinic")[1]


def test_it_is_written_once_and_never_over(project: Path, polyleaf: Run) -> None:
    status, out, err = polyleaf("clinic", NAME)
    assert (status, out) == (0, f"{PATH}\n")
    assert err.endswith("then: polyleaf pdf es --clinic harbour-clinic\n")
    (project / PATH).write_text('name = "Ours"\n', encoding="utf-8")
    status, out, err = polyleaf("clinic", "Harbour  clinic")
    assert (status, out) == (2, "")
    assert f"{PATH} is there already" in err
    assert (project / PATH).read_text(encoding="utf-8") == 'name = "Ours"\n'
    assert polyleaf("clinic", NAME, "--id", "quay")[1] == "source/clinics/quay.toml\n"


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Clínica Puerto", "clinica-puerto"),
        ("St. Mary's", "st-marys"),
        ("Dr. Müller & Partner", "dr-muller-partner"),
        ('The "Quay"', "the-quay"),
        (
            "Center for Family Health and Behavioral Medicine",
            "center-for-family-health-and-behavioral",
        ),
    ],
)
def test_the_file_is_called_by_the_letters_of_the_name(
    project: Path, polyleaf: Run, name: str, file: str
) -> None:
    assert polyleaf("clinic", name)[1] == f"source/clinics/{file}.toml\n"
    data = tomllib.loads((project / f"source/clinics/{file}.toml").read_text(encoding="utf-8"))
    assert data == {"name": name}
    assert not read_clinic(data, PATH, file)[1]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("عيادة الميناء",), "gives no name for a file"),
        (("…",), "is not a clinic's name"),
        (("Draft",), "cannot be a clinic's id"),
        ((NAME, "--id", "../x"), "cannot be a clinic's id"),
        ((NAME, "--id", "x" * 41), "has 41 letters"),
        (("y" * 200, "--id", "x"), "has 200 letters"),
        (("Har\u202ebour", "--id", "x"), "U+202E"),
    ],
)
def test_what_cannot_be_a_clinic_starts_none(
    project: Path, polyleaf: Run, words: tuple[str, ...], why: str
) -> None:
    before = sorted((project / "source").rglob("*"))
    status, out, err = polyleaf("clinic", *words)
    assert (status, out) == (2, "")
    assert why in err
    assert sorted((project / "source").rglob("*")) == before


def test_the_page_on_a_clinic_begins_with_it() -> None:
    page = (ROOT / "docs/a-clinic.md").read_text(encoding="utf-8")
    assert 'make clinic NAME="…"' in page.partition("```")[0]
