"""What lies in ``build/`` and is not what it would be today: told, and taken away, and no more."""

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from pipeline.cli import main
from pipeline.project import Project
from pipeline.publish import inventory, printing
from pipeline.values.errors import PolyleafError
from tests.conftest import print_nothing, replace
from tests.copies import copy_project, shorten

Run = Callable[..., tuple[int, str, str]]

NAME = "attachment-and-depression"
SHEETS = {
    "US": (),
    "GB": ("--region", "GB"),
    "US-riverside": ("--clinic", "riverside"),
    "US-a4": ("--paper", "a4"),
    "intl": ("--region", "intl"),
}
"""Sheets by what their names end with, and how they are asked for."""

pytestmark = pytest.mark.usefixtures("unprinted")


def sheet_file(project: Path, name: str, locale: str = "es") -> Path:
    return project / f"build/{locale}/{NAME}-handout-{locale}-{name}.pdf"


def shelf(project: Path) -> Mapping[str, bytes]:
    """Return all that lies in ``build/``, but for manifests, which learn what gives the same."""
    files = [file for file in (project / "build").rglob("*.*") if file.suffix != ".json"]
    return {file.relative_to(project).as_posix(): file.read_bytes() for file in files}


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with five Spanish sheets and an Arabic one."""
    project = tmp_path_factory.mktemp("once")
    copy_project(project)
    shorten(project)
    with pytest.MonkeyPatch.context() as patch:
        print_nothing(patch)
        for words in (["ar"], *(["es", *options] for options in SHEETS.values())):
            assert main(["pdf", "--project", str(project), *words]) == 0
    return project


@pytest.fixture
def project(once: Path, tmp_path: Path) -> Path:
    """A copy of it, free to break."""
    return shutil.copytree(once, tmp_path / "project")


def lost(before: Mapping[str, bytes], project: Path) -> set[str]:
    """Return what sheets lie in ``build/`` no more, by their names' ends."""
    after = shelf(project)
    assert all(after[name] == before[name] for name in after if name in before)
    return {
        Path(name).stem.partition("-handout-")[2]
        for name in before
        if name not in after and name.endswith(".pdf")
    }


def test_a_slip_in_a_new_clinic_region_or_logo_takes_nothing_away(
    project: Path, polyleaf: Run
) -> None:
    before = shelf(project)
    profile = (project / "source/clinics/riverside.toml").read_text(encoding="utf-8")
    for name, text in {
        "broken": 'name = "Broken\n',
        "no-logo": profile + '\nlogo = "missing.svg"\nlogo_alt = "A leaf"\n',
        "long": profile.replace("Riverside Family Clinic", "Riverside " * 4000),
        "n" * 300: profile,
    }.items():
        if len(name) < 255:
            (project / f"source/clinics/{name}.toml").write_text(text, encoding="utf-8")
        for locales in ((), ("es",)):
            assert polyleaf("pdf", *locales, "--clinic", name)[0] in (0, 1, 2), name
    (project / "source/regions/FR.toml").write_text("code = [\n", encoding="utf-8")
    assert polyleaf("pdf", "--region", "FR")[0] == 1
    assert lost(before, project) == set()


def test_what_is_only_supposed_takes_nothing_away(project: Path, polyleaf: Run) -> None:
    before = shelf(project)
    for day in ("2031-01-01", "2020-01-01"):
        status, _, err = polyleaf("pdf", "es", "--approved", "--today", day)
        assert status == 1
        assert f"stays: build/es/{NAME}-handout-es-US.pdf; it is what it says of itself" in err
    assert lost(before, project) == set()


@pytest.mark.parametrize(
    "raised",
    [PolyleafError("cannot write into build/es: the disk is full"), MemoryError()],
    ids=["disk", "memory"],
)
def test_a_full_disk_and_exhausted_memory_take_nothing_away(
    project: Path, polyleaf: Run, monkeypatch: pytest.MonkeyPatch, raised: Exception
) -> None:
    replace(project / f"locales/es/LC_MESSAGES/{NAME}.po", "Reflexiones finales", "Para terminar")
    before = shelf(project)

    def fail(*_: object, **_how: object) -> None:
        raise raised

    monkeypatch.setattr(printing, "typeset", fail)
    status, _, err = polyleaf("pdf", "es")
    assert status == 2
    assert lost(before, project) == set()
    if isinstance(raised, PolyleafError):
        part = f"locales/es/LC_MESSAGES/{NAME}.po"
        assert f"-es-US.pdf is an earlier sheet: {part} has changed since it was made" in err


@pytest.mark.parametrize(
    ("file", "old", "new", "order"),
    [
        (f"locales/es/LC_MESSAGES/{NAME}.po", "Reflexiones finales", "Reflexiones 🙂", "US"),
        (f"locales/es/LC_MESSAGES/{NAME}.po", '"Reflexiones finales"', '""', "US-riverside"),
        ("source/clinics/riverside.toml", 'phone = "', "phone = ", "US-riverside"),
        ("source/regions/GB.toml", 'paper = "a4"', 'paper = "a0"', "GB"),
    ],
)
def test_a_fault_takes_away_the_stale_sheet_of_that_very_order(
    project: Path, polyleaf: Run, file: str, old: str, new: str, order: str
) -> None:
    before = shelf(project)
    replace(project / file, old, new)
    status, out, err = polyleaf("pdf", "es", *SHEETS[order])
    assert (status, out) == (1, "")
    gone = f"build/es/{NAME}-handout-es-{order}.pdf"
    assert f"removed {gone}: {file} has changed since it was made\n" in err
    assert lost(before, project) == {f"es-{order}"}


def test_a_fault_in_what_another_sheet_rests_on_takes_nothing_away(
    project: Path, polyleaf: Run
) -> None:
    before = shelf(project)
    (project / "source/withdrawn.toml").write_text("[[withdrawn]\n", encoding="utf-8")
    status, _, err = polyleaf("pdf", "es")
    assert status == 1
    assert f"stays: build/es/{NAME}-handout-es-US.pdf; nothing that it is made from" in err
    assert lost(before, project) == set()


def test_a_file_under_a_sheets_name_that_nobody_vouches_for_goes_with_a_refusal(
    project: Path, polyleaf: Run
) -> None:
    sheet_file(project, "US").write_bytes(b"%PDF of somebody else")
    replace(project / f"locales/es/LC_MESSAGES/{NAME}.po", '"Reflexiones finales"', '""')
    assert "es-US.pdf: it, or its manifest, was changed by hand" in polyleaf("pdf", "es")[2]
    assert not sheet_file(project, "US").exists()


@pytest.mark.exhaustive
def test_what_went_stale_beside_a_build_is_named_with_what_renews_it(
    project: Path, polyleaf: Run
) -> None:
    replace(project / f"locales/es/LC_MESSAGES/{NAME}.po", "Reflexiones finales", "Para terminar")
    status, _, err = polyleaf("pdf", "es")
    assert status == 0
    number = len(SHEETS) - 1
    assert f"{number} other sheets in build/ are not what they would be now ({number} stale)" in err
    assert ("\nstale: " in err, "polyleaf clean --stale" in err) == (False, True)
    err = polyleaf("pdf", "es", "-v")[2]
    told = [line for line in err.splitlines() if line.startswith("stale: ")]
    assert len(told) == len(SHEETS) - 1
    for name, options in SHEETS.items():
        words = options if "--region" in options else ("--region", "US", *options)
        again = f"polyleaf pdf es {' '.join(words)}"
        assert any(f"-es-{name}.pdf: " in one and one.endswith(again) for one in told) == (
            name != "US"
        )
    assert "polyleaf clean --stale" in err
    for name in ("GB", "US-riverside", "US-a4", "intl"):
        line = next(one for one in told if f"-es-{name}.pdf" in one)
        assert polyleaf(*line.rpartition("polyleaf ")[2].split())[0] == 0
    assert "\nstale: " not in polyleaf("pdf", "es", "-v")[2]


def test_what_sheets_beside_a_build_were_asked_with_is_settled_once(
    project: Path, polyleaf: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, ...]] = []
    make = vars(inventory)["make_order"]

    def counted(at: Project, **words: Any) -> object:
        asked.append(tuple(words.values()))
        return make(at, **words)

    monkeypatch.setattr(inventory, "make_order", counted)
    assert polyleaf("pdf", "es", "ar", "--region", "CA")[0] == 0
    beside = [one for one in (project / "build").rglob("*.json") if not one.stem.endswith("-CA")]
    assert len(asked) == len({*asked}) == len(SHEETS) == len(beside) - 1
    asked.clear()
    shutil.copy(project / f"source/{NAME}.md", project / "source/other.md")
    replace(project / "source/other.md", f"id: {NAME}", "id: other")
    status, _, err = polyleaf("pdf", "en", "--article", "other")
    assert (status, asked) == (0, []), err
    assert "not what they would be" not in err


def test_a_change_that_no_sheet_shows_makes_none_stale(project: Path, polyleaf: Run) -> None:
    replace(project / "source/regions/GB.toml", "code = ", "# looked at again\ncode = ")
    profile = (project / "source/clinics/riverside.toml").read_text(encoding="utf-8")
    (project / "source/clinics/north.toml").write_text(profile, encoding="utf-8")
    assert "\nstale: " not in polyleaf("pdf", "es", "-v")[2]


def withdraw(project: Path) -> None:
    record = json.loads(sheet_file(project, "GB").with_suffix(".json").read_text("utf-8"))
    (project / "source/withdrawn.toml").write_text(
        '[[withdrawn]]\nreason = "a wrong number"\non = 2026-11-22\n'
        f'revision = "{record["revision"]}"\nregion = "GB"\n',
        encoding="utf-8",
    )


@pytest.mark.parametrize("command", ["check", "status"])
def test_every_command_names_a_withdrawn_sheet_until_it_is_removed(
    project: Path, polyleaf: Run, command: str
) -> None:
    before = shelf(project)
    assert polyleaf(command)[0] == 0
    withdraw(project)
    status, out, err = polyleaf(command)
    assert status == 1
    assert f"build/es/{NAME}-handout-es-GB.pdf: error SRC022: withdrawn on 2026-11-22" in out + err
    assert lost(before, project) == set()


def test_a_build_removes_withdrawn_sheets_that_nobody_asked_for(
    project: Path, polyleaf: Run
) -> None:
    before = shelf(project)
    withdraw(project)
    status, _, err = polyleaf("pdf", "ar")
    assert status == 0
    assert f"removed build/es/{NAME}-handout-es-GB.pdf: withdrawn on 2026-11-22" in err
    assert lost(before, project) == {"es-GB"}
    assert polyleaf("check")[0] == 0


@pytest.mark.parametrize(
    ("file", "end", "why"),
    [
        ("source/clinics/riverside.toml", "es-US-riverside", "no clinic 'riverside'"),
        ("source/regions/GB.toml", "es-GB", "no region 'GB'"),
        (f"source/{NAME}.md", "es-US", f"no article '{NAME}'"),
        ("locales/ar", "ar-US", "no locale 'ar'"),
    ],
)
def test_a_sheet_that_nobody_can_ask_for_is_named_and_removed_on_demand(
    project: Path, polyleaf: Run, file: str, end: str, why: str
) -> None:
    (project / "source/other.md").write_text(
        (project / f"source/{NAME}.md").read_text("utf-8").replace(f"id: {NAME}", "id: other"),
        encoding="utf-8",
    )
    before = shelf(project)
    (project / file).rename(project / "elsewhere")
    told = polyleaf("check")[1]
    assert f"-handout-{end}.pdf: warning PDF030: there is {why} any more" in told
    assert lost(before, project) == set()
    assert polyleaf("clean", "--stale")[0] == 0
    assert end in lost(before, project)
    assert (lost(before, project) == {end}) == (file != f"source/{NAME}.md")
    assert "PDF030" not in polyleaf("check")[1]


def test_clean_stale_removes_what_is_stale_and_leaves_what_somebody_changed(
    project: Path, polyleaf: Run
) -> None:
    replace(project / "source/regions/GB.toml", '"116 123"', '"116 124"', -1)
    sheet_file(project, "US-riverside").write_bytes(b"%PDF with a stamp")
    before = shelf(project)
    _, _, err = polyleaf("clean", "--stale")
    assert lost(before, project) == {"es-GB"}
    assert f"removed build/es/{NAME}-handout-es-GB.pdf: stale: source/" in err
    assert f"somebody has changed it: build/es/{NAME}-handout-es-US-riverside.pdf" in err
