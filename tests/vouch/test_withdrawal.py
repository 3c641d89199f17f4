"""Sheets that must not be handed out any more: refused, taken away, printed again once mended."""

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.project import Project
from tests.conftest import ARTICLE, print_nothing, replace
from tests.copies import copy_project, shorten

Run = Callable[..., tuple[int, str, str]]

pytestmark = pytest.mark.usefixtures("unprinted")

NAME = "attachment-and-depression"
PDF = f"build/es/{NAME}-handout-es-US.pdf"
TODAY = ("--today", "2026-11-23")
MARKS = ("article", "version", "revision", "translation", "locale", "region")
OTHERS = {
    "article": "sleep",
    "version": "0.9",
    "revision": "00000000",
    "translation": "00000000",
    "locale": "ar",
    "region": "GB",
    "service": "US/988",
    "record": "00000000",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("built")
    copy_project(project)
    shorten(project)
    with pytest.MonkeyPatch.context() as patch:
        print_nothing(patch)
        assert main(["pdf", "--project", str(project), "es", *TODAY]) == 0
    return project


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return tmp_path


def marks(project: Path) -> dict[str, str]:
    """Return every mark that the Spanish sheet for the United States bears."""
    said = json.loads((project / PDF).with_suffix(".json").read_text(encoding="utf-8"))
    service, record, _ = said["services"][0]
    return {**{name: said[name] for name in MARKS}, "service": service, "record": record}


def withdraw(project: Path, stated: Mapping[str, str]) -> None:
    rows = [f'{name} = "{value}"\n' for name, value in stated.items()]
    with (project / "source/withdrawn.toml").open("a", encoding="utf-8") as file:
        file.write('[[withdrawn]]\nreason = "a wrong number"\non = 2026-11-22\n' + "".join(rows))


def build(polyleaf: Run, *words: str) -> tuple[int, str, str]:
    return polyleaf("pdf", "es", *words, *TODAY)


def is_refused(polyleaf: Run, *words: str) -> bool:
    status, out, err = build(polyleaf, *words)
    if status == 0:
        return False
    assert (status, out) == (1, "")
    assert "error SRC022: this version was withdrawn on 2026-11-22: a wrong number" in err
    assert f"refused: {NAME} in es" in err
    return True


@pytest.mark.parametrize(
    "given", [("version",), ("revision",), ("translation",), ("service", "record"), tuple(OTHERS)]
)
def test_a_sheet_that_bears_every_mark_is_refused_and_taken_away(
    project: Path, polyleaf: Run, given: tuple[str, ...]
) -> None:
    kept = project / f"build/es/{NAME}-handout-es-GB.pdf"
    kept.write_bytes(b"a sheet that Polyleaf did not make")
    own = marks(project)
    withdraw(project, {name: own[name] for name in given})
    assert is_refused(polyleaf)
    assert [*(project / "build").rglob("*.pdf")] == [kept]
    assert not [*(project / "build/es").glob("*.json")]


@pytest.mark.parametrize("name", OTHERS)
def test_a_sheet_that_lacks_one_mark_is_not_withdrawn(
    project: Path, polyleaf: Run, name: str
) -> None:
    (project / "source/sleep.md").write_text(ARTICLE, encoding="utf-8")
    withdraw(project, {**marks(project), name: OTHERS[name]})
    before = (project / PDF).read_bytes()
    _, out, err = build(polyleaf)
    assert out == f"{PDF}\n"
    assert "SRC02" not in err
    assert (project / PDF).read_bytes() == before


@pytest.mark.parametrize("words", [("--draft",), ("--force",), ("--approved",)])
def test_no_option_prints_what_is_withdrawn(
    project: Path, polyleaf: Run, words: tuple[str, ...]
) -> None:
    withdraw(project, {"version": "1.0", "locale": "es"})
    assert is_refused(polyleaf, *words)


def test_one_of_several_withdrawals_is_enough(project: Path, polyleaf: Run) -> None:
    withdraw(project, {"version": "0.8"})
    withdraw(project, {"version": "1.0"})
    assert is_refused(polyleaf)


@pytest.mark.parametrize("region", ["intl", "001"])
def test_sheets_without_a_region_can_be_withdrawn_alone(
    project: Path, polyleaf: Run, region: str
) -> None:
    withdraw(project, {"version": "1.0", "region": region})
    assert not is_refused(polyleaf)
    assert is_refused(polyleaf, "--region", "intl")
    withdraw(project, {"version": "1.0", "region": "US"})
    assert is_refused(polyleaf)


def test_a_mended_translation_prints_again(project: Path, polyleaf: Run) -> None:
    withdraw(project, {"translation": marks(project)["translation"]})
    assert is_refused(polyleaf)
    replace(project / f"locales/es/LC_MESSAGES/{NAME}.po", "Reflexiones finales", "Para terminar")
    assert build(polyleaf)[:2] == (0, f"{PDF}\n")


def test_a_mended_record_prints_again(project: Path, polyleaf: Run) -> None:
    own = marks(project)
    withdraw(project, {name: own[name] for name in ("service", "record")})
    assert is_refused(polyleaf)
    replace(project / "source/regions/US.toml", 'press = "2"', 'press = "5"')
    assert build(polyleaf)[:2] == (0, f"{PDF}\n")


def test_emergency_numbers_are_a_record_too(project: Path, polyleaf: Run) -> None:
    region, _ = Project.at(project).region("US")
    assert region
    withdraw(project, {"service": "US/emergency", "record": region.emergency.digest[:8]})
    assert is_refused(polyleaf)


def test_a_record_that_the_sheet_does_not_print_withdraws_nothing(
    project: Path, polyleaf: Run
) -> None:
    region, _ = Project.at(project).region("US")
    assert region
    (digest,) = [one.digest[:8] for one in region.services if one.id == "988"]
    withdraw(project, {"service": "US/988", "record": digest})
    assert not is_refused(polyleaf)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("article", "attachment-and-depresion"),
        ("locale", "fr"),
        ("locale", "es_MX"),
        ("region", "UK"),
        ("service", "UK/988"),
    ],
)
def test_a_withdrawal_of_what_there_is_none_of_is_an_error(
    project: Path, polyleaf: Run, name: str, value: str
) -> None:
    withdraw(project, {"version": "0.9"})
    withdraw(project, {"version": "0.9", "record": "00112233", "service": "US/988", name: value})
    status, out, err = build(polyleaf)
    assert (status, out) == (1, "")
    known = value.partition("/")[0]
    assert f"error SRC021: withdrawn[1].{name}: there is no '{known}'" in err
    assert (project / PDF).exists(), "nothing that it is made from has changed"
    assert "error SRC021" in polyleaf("check", *TODAY)[1]


def test_a_withdrawal_of_a_broken_article_is_known(project: Path, polyleaf: Run) -> None:
    (project / "source/sleep.md").write_text("no front matter", encoding="utf-8")
    withdraw(project, {"version": "0.9", "article": "sleep"})
    assert "SRC021" not in polyleaf("check", *TODAY)[1]


@pytest.mark.parametrize("locale", ["en", "ar", "es"])
def test_a_withdrawal_in_any_locale_of_the_project_is_known(
    project: Path, polyleaf: Run, locale: str
) -> None:
    withdraw(project, {"version": "0.9", "locale": locale, "region": "CA-QC"})
    assert polyleaf("check", *TODAY)[0] == 0


def test_withdrawals_behind_a_link_to_nowhere_stop_every_sheet(
    project: Path, polyleaf: Run
) -> None:
    (project / "source/withdrawn.toml").unlink(missing_ok=True)
    (project / "source/withdrawn.toml").symlink_to(project / "nowhere.toml")
    status, out, err = build(polyleaf)
    assert (status, out) == (1, "")
    assert "source/withdrawn.toml: error SRC021: it is a link that leads nowhere\n" in err
    assert (project / PDF).exists()


@pytest.mark.parametrize(
    "text",
    [
        "[[withdrawn]",
        '[[withdrawn]]\nreason = "a"\non = 2026-11-22\narticle = "sleep"\n',
        '[[withdrawn]]\nreason = "a"\non = 2026-11-22\nrevison = "0c68eaed"\n',
    ],
)
def test_a_fault_in_the_withdrawals_stops_every_sheet(
    project: Path, polyleaf: Run, text: str
) -> None:
    (project / "source/withdrawn.toml").write_text(text, encoding="utf-8")
    status, out, err = build(polyleaf)
    assert (status, out) == (1, "")
    assert "source/withdrawn.toml" in err
    assert "error SRC021" in err
    assert (project / PDF).exists()
