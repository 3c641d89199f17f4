"""What a clinic's profile is told to say where TOML cannot read it: in its own words."""

import pytest

from pipeline.records.publisher import read_clinic
from pipeline.records.toml import TableError, read_toml
from tests.rows import each_row

PATH = "source/clinics/harbour.toml"


def told(text: str) -> tuple[int, str]:
    """Return the line that cannot be read, and what to do about it."""
    with pytest.raises(TableError) as raised:
        read_toml(text)
    return raised.value.line, raised.value.fix


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("name = Harbour Clinic", 'name = "Harbour Clinic"'),
        ('name: "Harbour Clinic"', 'name = "Harbour Clinic"'),
        ("Name: Harbour Clinic", 'name = "Harbour Clinic"'),
        ('name "Harbour Clinic"', 'name = "Harbour Clinic"'),
        ('name == "Harbour Clinic"', 'name = "Harbour Clinic"'),
        ('name => "Harbour Clinic"', 'name = "Harbour Clinic"'),
        ('name\t"Harbour Clinic"', 'name = "Harbour Clinic"'),
        ('- name = "Harbour Clinic"', 'name = "Harbour Clinic"'),
        ('• name: "Harbour Clinic"', 'name = "Harbour Clinic"'),
        ('"name = Harbour Clinic"', 'name = "Harbour Clinic"'),
        ('name = "Harbour Clinic",', 'name = "Harbour Clinic"'),
        ('name = "Harbour Clinic";', 'name = "Harbour Clinic"'),
        ('name = "Harbour Clinic', 'name = "Harbour Clinic"'),
        ('name = Harbour Clinic"', 'name = "Harbour Clinic"'),
        ("name = `Harbour Clinic`", 'name = "Harbour Clinic"'),
        ("name = ‘Harbour Clinic’", 'name = "Harbour Clinic"'),
        ("name = 'St Mary's Clinic'", 'name = "St Mary\'s Clinic"'),
        ('name = "The "Harbour" Clinic"', "name = 'The \"Harbour\" Clinic'"),
        ("phone = 207-773-2910", 'phone = "207-773-2910"'),
        ("phone = (207) 773-2910", 'phone = "(207) 773-2910"'),
        ("second phone = +1 207 773 2910", 'second_phone = "+1 207 773 2910"'),
        ("email = desk@harbour.org", 'email = "desk@harbour.org"'),
        ("website: https://harbour.org", 'website = "https://harbour.org"'),
        ("on: 2026-11-23", "on = 2026-11-23"),
        ('address = "3 Quay", "Portland"', 'address = ["3 Quay", "Portland"]'),
        ('address = ["3 Quay" "Portland"]', 'address = ["3 Quay", "Portland"]'),
        ('address = ["3 Quay". "Portland"]', 'address = ["3 Quay", "Portland"]'),
        ('address = ["3 Quay"، "Portland"]', 'address = ["3 Quay", "Portland"]'),
        ('address = ("St Mary\'s", "Portland")', 'address = ["St Mary\'s", "Portland"]'),
        ('address = {"3 Quay", "Portland"}', 'address = ["3 Quay", "Portland"]'),
        ('address = ["3 Quay",\n"Portland"\nphone = "1"', 'address = ["3 Quay", "Portland"]'),
        ('name = "Harbour\nClinic"', 'name = "Harbour Clinic"'),
        ('hours = { es: "Lun", en: "Mon" }', 'hours = { es = "Lun", en = "Mon" }'),
        ('hours = { es = "Lun" pt-BR = "Seg" }', 'hours = { es = "Lun", pt-BR = "Seg" }'),
        ('name："海港诊所，分部"', 'name = "海港诊所，分部"'),
    ],
)
def test_a_line_is_given_back_as_it_was_meant(line: str, mended: str) -> None:
    at, fix = told(f"{line}\n")
    assert (at, fix) == (1, f"write this line as: {mended}")
    read_toml(mended)


@pytest.mark.parametrize(
    "line",
    ["name = “Harbour”", "name = „Harbour“", "name = «Harbour»", 'name = "Harbour”'],
)
def test_quotation_marks_of_a_word_processor_are_named(line: str) -> None:
    assert told(line)[1] == (
        'replace the curly quotation marks in this line by straight ones: name = "Harbour"'
    )


@pytest.mark.parametrize("line", ['name\u00a0= "Harbour"', '\u200bname = "Harbour"'])
def test_what_no_eye_sees_is_said_to_be_there(line: str) -> None:
    assert told(line)[1] == (
        'type this line anew, for it holds a space or sign that no eye sees: name = "Harbour"'
    )


@pytest.mark.parametrize(
    ("text", "at", "what"),
    [
        ('```toml\nname = "H"\n```\n', 1, "take this line out"),
        ('name = "H"\n```\n', 2, "take this line out"),
        ("---\nname: H\n---\n", 1, "take this line out"),
        ("**Our clinic**\n", 1, "take this line out"),
        ("[Harbour Clinic]\n", 1, "take this line out; a note of your own begins with #"),
        ("// our clinic\n", 1, "begin a note of your own with #"),
        ("<!-- our clinic -->\n", 1, "begin a note of your own with #"),
        ('{\n"name": "H"\n}\n', 1, "take the braces out"),
        ("{\\rtf1\\ansi\n", 1, "save the file as plain text"),
        ('name = "H"\nphone =\n', 2, "write a text behind =, or take the line out"),
        ('name = "H" phone = "1"\n', 1, 'write each line as: name = "value"'),
        ("Harbour Clinic\n", 1, 'write each line as: name = "value"'),
        ('address = ["3 Quay" 5 "Portland"\n', 1, "put a comma between two texts"),
    ],
)
def test_lines_of_other_files_are_told_apart(text: str, at: int, what: str) -> None:
    line, fix = told(text)
    assert line == at
    assert fix.startswith(what)


@each_row(
    ("written", "mended"),
    [
        ("on = 23.11.2026", "on = 2026-11-23"),
        ("on = 3.1.2026", "on = 2026-01-03"),
        ("named = yes", "named = true"),
        ("named = Off", "named = false"),
        ("named = False", "named = false"),
        ("numbers = [0999]", 'numbers = ["0999"]'),
        ("numbers = [0999, 112]", 'numbers = ["0999", "112"]'),
        ('lines = { es = "a",\n  vi = "b" }', 'lines = { es = "a", vi = "b" }'),
        ('lines = {\n es = "a",\n vi = "b",\n}', 'lines = { es = "a", vi = "b" }'),
    ],
)
def test_days_truths_numbers_and_tables_of_other_formats_keep_what_they_say(
    written: str, mended: str
) -> None:
    at, fix = told(f'name = "H"\n{written}\n')
    assert (at, fix) == (2, f"write this line as: {mended}")
    read_toml(mended)


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("3225 N Sheffield Ave, Chicago, IL 60657", ["3225 N Sheffield Ave", "Chicago, IL 60657"]),
        ("12, rue Haute, 75001 Paris", ["12, rue Haute", "75001 Paris"]),
        ("Calle Mayor, 12, 28013 Madrid", ["Calle Mayor, 12", "28013 Madrid"]),
        ("3 Quay; Portland; Maine", ["3 Quay", "Portland", "Maine"]),
        ("Harbour House", ["Harbour House"]),
    ],
)
def test_an_address_in_one_text_is_parted_into_lines(said: str, lines: list[str]) -> None:
    _, (found,) = read_clinic({"name": "H", "address": said}, PATH, "harbour")
    assert found.message == "address: is not a list of texts, but one text"
    key, value = found.fix.removeprefix("write ").split(" = ", 1)
    assert read_toml(f"{key} = {value}") == {"address": lines}
    assert not read_clinic({"name": "H", "address": lines}, PATH, "harbour")[1]


@pytest.mark.parametrize(
    ("data", "fix"),
    [
        ({"Name": "H"}, "write it in small letters: name; known here: "),
        ({"NAME": "H"}, "write it in small letters: name; known here: "),
        ({"clinic": {"name": "H", "phone": "2"}}, "take the line [clinic] out"),
    ],
)
def test_one_slip_is_one_error(data: dict[str, object], fix: str) -> None:
    _, (found,) = read_clinic(data, PATH, "harbour")
    assert found.fix.startswith(fix)


@pytest.mark.parametrize(
    ("data", "fix"),
    [
        ({"phone": ["207-773-2910", "x"]}, 'write one text alone: phone = "207-773-2910"'),
        (
            {"lines": "Hablamos"},
            'say by its code in which language it is: lines = { es = "Hablamos" }',
        ),
        ({"logo": "source/images/h.png", "logo_alt": "H"}, 'write logo = "images/h.png"'),
        ({"logo": "https://h.org/h.png", "logo_alt": "H"}, "save the picture as one of these"),
        ({"email": "mailto:desk@h.org"}, "write an e-mail address and nothing else"),
        ({"email": "a@h.org, b@h.org"}, "write an e-mail address and nothing else"),
        *(
            ({name: said}, "write your own, or put # before the line")
            for name, said in (
                *(
                    ("hours", "TBD"),
                    ("hours", "n/a"),
                    ("phone", "xxx-xxx-xxxx"),
                    ("address", ["…"]),
                ),
                *(("website", "https://…"), ("email", "?"), ("hours", {"es": "por definir"})),
            )
        ),
    ],
)
def test_what_says_nothing_or_something_else_is_told_with_what_to_write(
    data: dict[str, object], fix: str
) -> None:
    _, (found,) = read_clinic({"name": "H", **data}, PATH, "harbour")
    assert found.fix.startswith(fix)


@pytest.mark.parametrize("said", ["Mon–Fri", "24/7", "x", "Na", "Xx Clinic", "none before 9"])
def test_a_word_that_looks_like_none_is_taken(said: str) -> None:
    assert not read_clinic({"name": "H", "hours": said}, PATH, "harbour")[1]
