"""The doctor names what is missing, whom it touches, and one command; injected probes stand in."""

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest

from pipeline.doctor.examination import Examination
from pipeline.doctor.examine import examine
from pipeline.doctor.machine import Probes, _loaded_libraries
from pipeline.doctor.needs import NEEDS, Need
from pipeline.doctor.packages import System
from pipeline.doctor.words import advice, render
from pipeline.project import Project
from pipeline.typeset.fonts import FontSet, font_set
from pipeline.values.errors import PolyleafError
from tests.conftest import ARTICLE, ROOT

SYSTEMS: tuple[System, ...] = ("apt", "dnf", "brew")

VERSIONS = {need.name: need.least or "2.0.0" for need in NEEDS}
"""Every library in the least version that will do."""


Examine = Callable[..., Examination]


def probes(
    *,
    versions: dict[str, str] | None = None,
    without: Iterable[str] = (),
    fontconfig_works: bool = True,
    commands: Iterable[str] = ("fc-list", "apt-get"),
) -> Probes:
    """A machine that has everything, but for what the test takes away."""

    def families(names: Sequence[str]) -> frozenset[str] | None:
        return frozenset(names) - set(without) if fontconfig_works else None

    return Probes(
        libraries=lambda _: {
            name: version
            for name, version in {**VERSIONS, **(versions or {})}.items()
            if name not in without
        },
        families=families,
        which=lambda name: f"/usr/bin/{name}" if name in commands else None,
    )


@pytest.fixture
def examined(project: Path) -> Examine:
    """Examine a project of some locales, on a machine as it is described."""

    def run(folder: Path = project, **changes: object) -> Examination:
        return examine(Project.at(folder), probes(**changes))  # type: ignore[arg-type]

    return run


def line_of(text: str, start: str) -> str:
    (line,) = [line for line in text.splitlines() if line.startswith(f"{start} ")]
    return re.sub(" +", " ", line)


def data(name: str) -> dict[str, dict[str, dict[str, str]]]:
    file = ROOT / "pipeline" / "records" / "data" / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def test_this_machine_is_well() -> None:
    examination = examine(Project.at(ROOT))
    text = render(examination)
    assert examination.is_well, text
    assert text.endswith("\nAll is well.\n")
    assert advice(examination, "apt") == ""
    assert re.search(r"The library pango-1\.0 +is version 1\.\d+\.\d+; ", text)
    assert re.search(r"The library harfbuzz +is version \d+\.\d+\.\d+; ", text)


def test_every_line_is_a_statement_and_the_columns_are_aligned(examined: Examine) -> None:
    *rows, end = render(examined()).splitlines()
    assert all(line[0].isupper() and line.endswith(".") for line in [*rows, end])
    cells = [re.split("(?<=  )(?=[^ ])", line) for line in rows]
    assert {len(row) for row in cells} == {3}
    assert len({(len(subject), len(verb)) for subject, verb, _ in cells}) == 1


def test_a_missing_library_touches_every_locale(examined: Examine, project: Path) -> None:
    examination = examined(project, without=["harfbuzz-subset"])
    assert not examination.is_well
    text = render(examination)
    assert line_of(text, "The library harfbuzz-subset") == (
        "The library harfbuzz-subset is missing; ar, en, es need it."
    )
    assert text.splitlines()[-1] == (
        "This command installs all that is missing: sudo apt-get install libharfbuzz-subset0"
    )


@pytest.mark.parametrize(
    ("library", "version", "least"),
    [
        ("pango-1.0", "1.42.4", "1.44.0"),
        ("pangoft2-1.0", "1.9.0", "1.44.0"),
        ("harfbuzz", "2.6.4", "4.1.0"),
        ("harfbuzz-subset", "4.0.1", "4.1.0"),
    ],
)
def test_a_version_that_is_too_old_is_named_with_the_one_needed(
    examined: Examine, library: str, version: str, least: str
) -> None:
    examination = examined(versions={library: version})
    assert not examination.is_well
    assert f"is version {version}, but {least} or later is needed;" in line_of(
        render(examination), f"The library {library}"
    )
    assert "this release of the system is too old" in render(examination)
    assert advice(examination, "apt").startswith("sudo apt-get install lib")


@pytest.mark.parametrize("version", ["1.44.0", "1.100.0", "2.0", ""])
def test_versions_are_compared_as_numbers_and_an_untold_one_is_taken(
    examined: Examine, version: str
) -> None:
    assert examined(versions={"pango-1.0": version}).is_well


@pytest.mark.parametrize(
    ("system", "command"),
    [
        ("apt", "sudo apt-get install fonts-noto-core libpango-1.0-0"),
        ("dnf", "sudo dnf install google-noto-naskh-arabic-fonts pango"),
        ("brew", "brew install font-noto-naskh-arabic pango"),
    ],
)
def test_one_command_installs_all_that_is_missing(
    examined: Examine, system: System, command: str
) -> None:
    examination = examined(without=["Noto Naskh Arabic", "pango-1.0"])
    assert advice(examination, system) == command


def test_a_missing_font_names_its_locales(examined: Examine) -> None:
    text = render(examined(without=["Noto Naskh Arabic", "Noto Serif"]))
    assert line_of(text, "The font Noto Naskh Arabic").endswith("is missing; ar needs it.")
    assert line_of(text, "The font Noto Serif").endswith("is missing; en, es need it.")
    assert line_of(text, "The font Lato").endswith("is installed; ar, en, es need it.")


@pytest.mark.parametrize(
    ("commands", "system"),
    [
        (["apt-get"], "apt"),
        (["dnf"], "dnf"),
        (["brew"], "brew"),
        (["apt-get", "brew"], "apt"),
        ([], None),
    ],
)
def test_the_system_is_known_by_what_installs_its_packages(
    examined: Examine, commands: list[str], system: System | None
) -> None:
    assert examined(commands=["fc-list", *commands]).system == system


def test_on_an_unknown_system_all_three_commands_are_named(examined: Examine) -> None:
    examination = examined(without=["Lato"], commands=["fc-list"])
    assert render(examination).splitlines()[-1] == (
        "One of these commands installs all that is missing: "
        "on Debian and Ubuntu: sudo apt-get install fonts-lato; "
        "on Fedora: sudo dnf install lato-fonts; on macOS: brew install font-lato"
    )


def test_without_fc_list_no_font_is_called_missing_but_one_command_brings_all(
    examined: Examine,
) -> None:
    examination = examined(commands=["dnf"])
    assert not examination.is_well
    text = render(examination)
    assert "The command fc-list is missing; ar, en, es need it." in re.sub(" +", " ", text)
    assert "cannot be looked for without fc-list; " in line_of(text, "The font Lato")
    assert advice(examination, "dnf") == (
        "sudo dnf install fontconfig google-noto-naskh-arabic-fonts "
        "google-noto-serif-fonts lato-fonts"
    )


def test_a_fontconfig_that_does_not_work_is_said(examined: Examine) -> None:
    examination = examined(fontconfig_works=False)
    assert not examination.is_well
    assert "is installed but does not work;" in render(examination)
    assert "To mend fc-list" in render(examination)


def test_a_locale_without_typography_is_named_with_the_file_to_change(
    examined: Examine, project: Path
) -> None:
    (project / "locales/si/LC_MESSAGES").mkdir(parents=True)
    examination = examined(project)
    assert not examination.is_well
    text = render(examination)
    line = line_of(text, "The locale si")
    assert "cannot be printed: no typography for the script Sinh" in line
    assert "add [scripts] to source/languages/si.toml" in line
    assert text.endswith("\nNo package is missing: what to do stands above.\n")
    assert "ar, en, es, si need it." in line_of(text, "The library pango-1.0")


def test_an_articles_language_is_a_locale_and_a_broken_article_stops_nothing(
    examined: Examine,
    project: Path,
) -> None:
    text = ARTICLE.replace("id: sleep", "id: schlaf").replace("language: en", "language: de")
    (project / "source/schlaf.md").write_text(text, encoding="utf-8")
    assert "de" in examined(project).locales
    for file in (project / "source").glob("*.md"):
        file.unlink()
    assert examined(project).locales == ("ar", "es")


def test_on_macos_a_library_out_of_sight_is_explained(examined: Examine) -> None:
    examination = examined(without=["pango-1.0"], commands=["fc-list", "brew"])
    assert "DYLD_FALLBACK_LIBRARY_PATH" in render(examination)


def test_a_family_without_a_package_on_record_is_one_line(
    examined: Examine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.doctor.packages._packages", lambda: {"families": {}})
    with pytest.raises(PolyleafError, match="no package is on record for the font 'Lato'"):
        advice(examined(without=["Lato"]), "apt")


# The probes of a real machine


def test_a_library_that_is_not_there_or_crashes_takes_nothing_else_down() -> None:
    pango = next(need for need in NEEDS if need.name == "pango-1.0")
    found = _loaded_libraries(
        [
            Need(name="none", files=("libpolyleaf-none.so.0", "polyleaf-none")),
            # The C library's abort() ends the process that asks it for a version.
            Need(name="crash", files=("libc.so.6", "libSystem.B.dylib"), version_call="abort"),
            Need(name="silent", files=pango.files, version_call="no_such_function"),
            pango,
        ]
    )
    assert set(found) == {"silent", "pango-1.0"}
    assert found["silent"] == ""
    assert re.fullmatch(r"1\.\d+\.\d+", found["pango-1.0"])


def test_a_machine_without_any_font_misses_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.typeset.fonts._FOLDERS", (str(tmp_path),))
    examination = examine(Project.at(ROOT))
    assert examination.fontconfig_works
    assert {family.is_installed for family in examination.families} == {False}


def test_an_fc_list_that_fails_is_told_from_missing_fonts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = tmp_path / "fc-list"
    command.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    examination = examine(Project.at(ROOT))
    assert (examination.has_fc_list, examination.fontconfig_works) == (True, False)


def test_weasyprint_is_not_needed(tmp_path: Path) -> None:
    (tmp_path / "weasyprint.py").write_text("raise OSError('no Pango')", encoding="utf-8")
    code = (
        "from pathlib import Path; from pipeline.project import Project; "
        "from pipeline.doctor.examine import examine; "
        "from pipeline.doctor.words import render; "
        "print(render(examine(Project.at(Path()))))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert "All is well." in result.stdout


def test_fontconfig_is_asked_once_where_nothing_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def counting(families: Iterable[str], folder: Path) -> FontSet:
        asked.append(families)
        return font_set(families, folder)

    monkeypatch.setattr("pipeline.doctor.machine.font_set", counting)
    assert examine(Project.at(ROOT)).is_well
    assert len(asked) == 1, "each question costs as much as all others together"


# What is on record


def test_the_libraries_are_those_that_weasyprint_loads_and_cannot_do_without() -> None:
    spec = find_spec("weasyprint")
    assert spec
    assert spec.origin
    text = (Path(spec.origin).parent / "text" / "ffi.py").read_text(encoding="utf-8")
    loaded = {
        tuple(re.findall(r"'([^']+)'", call))
        for call in re.findall(r"= _dlopen\(\s*ffi,(.*?)\)", text, re.DOTALL)
    }
    # harfbuzz-vector draws coloured letters alone, which no sheet has.
    assert {need.files for need in NEEDS} == {
        names for names in loaded if "harfbuzz-vector" not in names
    }


def test_every_library_and_family_has_a_package_on_each_system() -> None:
    packages, scripts = data("packages"), data("scripts")
    assert set(packages["libraries"]) == {need.name for need in NEEDS}
    assert set(packages["families"]) == set(scripts["families"])
    for table in packages.values():
        for name, row in table.items():
            assert tuple(row) == SYSTEMS, name
    for name, row in scripts["families"].items():
        assert packages["families"][name]["apt"] == row["package"]


@pytest.mark.parametrize(
    ("fence", "said"),
    [
        ((True, True), "keeps these from the network, and from all files but those they need."),
        ((True, False), "with Landlock (5.19 and later) it could keep them from other files too."),
        ((False, True), "with seccomp it could keep them from the network too."),
        ((False, False), "could keep these from the network and from other files too."),
    ],
)
def test_it_is_said_how_workers_are_kept_from_harm(
    project: Path, fence: tuple[bool, bool], said: str
) -> None:
    found = render(examine(Project.at(project), replace(probes(), fence=lambda: fence)))
    (line,) = [line for line in found.splitlines() if line.startswith("Sheets are made by workers")]
    assert line.endswith(said)
