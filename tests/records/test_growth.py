"""Tables with one thing over and over: they are read, or refused, within a moment."""

from pathlib import Path

import pytest

from pipeline.project import Project, disk
from pipeline.records.people import MOST_PEOPLE
from pipeline.records.reference import read_references
from pipeline.records.table import MOST_FAULTS
from tests.check.test_growth import within
from tests.conftest import ROOT

TABLES = {
    "names within names": "a." * 400_000 + "b = 1\n",
    "tables within tables": "[" + "a." * 400_000 + "b]\n",
    "quoted names within names": '"a".' * 300_000 + "b = 1\n",
    "unknown names": "".join(f"k{number} = 1\n" for number in range(20_000)),
    "unknown tables": "".join(f"[k{number}]\n" for number in range(20_000)),
    "the same table": "[[lines]]\n" * 20_000,
    "brackets": "a = " + "[" * 100_000,
    "a number": "phone = " + "1" * 1_000_000,
    "texts": "address = [" + '"a",' * 100_000 + "]\n",
    "lists that are not closed": "a = [\n" + "=[\n" * 100_000,
    "quotation marks": 'a = "' + '“"' * 300_000,
    "bullets and spaces": "-  " * 300_000,
    "escapes": 'phone = "' + "\\t" * 500_000 + '"\n',
}


FEW = ("names within names", "brackets", "a number")
"""Those that `make test` tries."""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(text, id=name, marks=() if name in FEW else pytest.mark.exhaustive)
        for name, text in TABLES.items()
    ],
)
def test_a_table_of_one_thing_over_and_over_is_read_at_once_or_refused(
    tmp_path: Path, text: str
) -> None:
    (tmp_path / "source/clinics").mkdir(parents=True)
    (tmp_path / "source/clinics/a.toml").write_text(f'name = "A"\n{text}', encoding="utf-8")
    with within(2.0):
        clinic, findings = Project.at(tmp_path).clinic("a")
    assert clinic is None
    assert 0 < len(findings) <= MOST_FAULTS + 1


def test_the_folder_of_clinics_is_listed_once_for_all_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "source/clinics").mkdir(parents=True)
    for name in "abc":
        (tmp_path / f"source/clinics/{name}.toml").write_text(f'name = "{name}"', encoding="utf-8")
    listed: list[Path] = []
    files_in = disk.files_in

    def counted(folder: Path, pattern: str) -> list[Path]:
        listed.append(folder)
        return files_in(folder, pattern)

    monkeypatch.setattr(disk, "files_in", counted)
    assert [name for name, clinic, _ in Project.at(tmp_path).clinics() if clinic] == list("abc")
    assert listed.count(tmp_path / "source/clinics") == 1


def test_of_many_faults_those_are_told_that_are_mended_first(tmp_path: Path) -> None:
    (tmp_path / "source/clinics").mkdir(parents=True)
    lines = "".join(f"k{number} = 1\n" for number in range(MOST_FAULTS + 5))
    (tmp_path / "source/clinics/a.toml").write_text(f'name = "A"\n{lines}', encoding="utf-8")
    _, findings = Project.at(tmp_path).clinic("a")
    assert [one.line for one in findings] == [*range(2, MOST_FAULTS + 2), 0]
    assert findings[-1].message == f"there are more than {MOST_FAULTS} faults"


@pytest.mark.exhaustive
def test_a_region_of_thousands_of_services_is_refused_at_once(tmp_path: Path) -> None:
    text = (ROOT / "source/regions/NZ.toml").read_text(encoding="utf-8")
    head, _, service = text.partition("[[services]]")
    services = "".join(
        f"[[services]]{service}".replace('"1737"', f'"{number}"', 1) for number in range(3_000)
    )
    (tmp_path / "source/regions").mkdir(parents=True)
    (tmp_path / "source/regions/NZ.toml").write_text(head + services, encoding="utf-8")
    with within(8.0):
        region, findings = Project.at(tmp_path).region("NZ")
    assert region is None
    told = [one.message for one in findings]
    assert told.count("services: has 3,000 tables; at most 100 are read") == 1


@pytest.mark.parametrize("field", ["author", "editor", "translator"])
def test_a_work_of_more_people_than_anybody_lists_is_refused_at_once(field: str) -> None:
    people = [{"family": f"Name{number}", "given": "Ada"} for number in range(MOST_PEOPLE + 1)]
    work = {"id": "a", "type": "book", "title": "A", field: people[:-1]}
    assert read_references([work], "source/references.json")[1] == []
    with within(2.0):
        _, findings = read_references([{**work, field: people}], "source/references.json")
    assert [one.message for one in findings] == [
        f"[0].{field}: has 2,001 people; at most 2,000 are read"
    ]
