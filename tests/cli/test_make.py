"""Targets of the Makefile: what of make's command line reaches the program."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.cli.veneer import FLAGS, NO, TARGETS, YES, read_told, refuse_slips
from pipeline.values.errors import PolyleafError
from tests.conftest import ROOT, is_clean
from tests.making import make, put_makefile
from tests.rows import each_row


@pytest.fixture
def made(project: Path) -> Path:
    put_makefile(project)
    return project


def test_the_program_that_make_starts_ends_make_with_its_fault(made: Path) -> None:
    words = ["make", "-s", "--old-file=.venv/.installed", f"POLYLEAF={sys.executable} -m pipeline"]
    done = subprocess.run(
        [*words, "pdf", "LANG=es; touch broken"],
        cwd=made,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "unknown locale 'touch'" in done.stderr
    assert not (made / "broken").exists()


@pytest.mark.usefixtures("unprinted")
def test_make_takes_a_locale_from_its_command_line_alone(made: Path) -> None:
    assert "es-US.pdf" in make(made, "pdf", "LANG=es").stdout
    around = {"LANG": "xx", "REGION": "us-east-1"}  # check reads no region
    result = make(made, "check", environment=around)
    assert (result.returncode, is_clean(result.stdout)) == (0, True)
    result = make(made, "-e", "check", environment={"LANG": "xx"})
    assert result.returncode == 0


@pytest.mark.usefixtures("unprinted")
def test_make_hands_on_what_was_asked_for_as_it_is(made: Path) -> None:
    result = make(made, "pdf", "LANG=es; touch broken")
    assert result.returncode == 2
    assert "unknown locale 'touch'" in result.stderr
    assert not (made / "broken").exists()
    result = make(made, "pdf", "LANG=es", "REGION=GB", "PAPER=letter")
    assert "es-GB-letter.pdf" in result.stdout


@each_row(
    ("typed", "written"),
    [
        ("Costs $5 Clinic", "Costs $5 Clinic"),
        ("Costs $(5) Clinic", "Costs $(5) Clinic"),
        ("Costs $$5 Clinic", "Costs $5 Clinic"),
        ("Harbour\nFamily Clinic", "Harbour Family Clinic"),
        ("O'Brien # 3, \\ Clinic", "O'Brien # 3, \\\\ Clinic"),
        ('"Hope" Clinic', '\\"Hope\\" Clinic'),
    ],
)
def test_make_hands_on_a_text_as_it_was_typed(made: Path, typed: str, written: str) -> None:
    result = make(made, "clinic", f"NAME={typed}", "ID=one")
    assert result.returncode == 0, result.stderr
    profile = made / "source/clinics/one.toml"
    assert f'\nname = "{written}"\n' in profile.read_text(encoding="utf-8")
    profile.unlink()


def test_make_works_on_another_project(made: Path, tmp_path: Path) -> None:
    other = tmp_path / "our sheets"
    (other / "source").mkdir(parents=True)
    for name in ("source", "locales"):
        shutil.copytree(made / name, other / name, dirs_exist_ok=True)
    result = make(made, "list", "WHAT=clinics", f"PROJECT={other}")
    assert "riverside" in result.stdout
    (other / "source/clinics/riverside.toml").unlink()
    assert "riverside" not in make(made, "list", "WHAT=clinics", f"PROJECT={other}").stdout
    assert "riverside" in make(made, "list", "WHAT=clinics").stdout
    result = make(made, "pdf", "LANG=es", "PROJEKT=x")
    assert "did you mean PROJECT=x?" in result.stderr


def test_make_alone_lists_its_targets(made: Path) -> None:
    out = make(made).stdout
    for target in ("pdf", "messages", "check", "test", "bench", "clean"):
        assert f"make {target}" in out


def recipe(*words: str) -> str:
    """Return what make would run."""
    lines = subprocess.run(
        [
            "make",
            "--no-print-directory",
            "-n",
            "--old-file=.venv/.installed",
            "POLYLEAF=polyleaf",
            *words,
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return re.sub(r" --make '[^']*'", "", lines)


def test_make_hands_on_format_and_strictness() -> None:
    assert recipe("check", "FORMAT=json", "STRICT=1").split() == [
        *("polyleaf", "check", "--format", "'json'", "--strict"),
    ]
    assert recipe("check", "STRICT=0").split() == ["polyleaf", "check"]
    assert recipe("explain", "CODE=CIT001 SAF001").split("'")[1] == "CIT001 SAF001"


@pytest.mark.parametrize(
    ("target", "command", "page"),
    [
        ("rules", "explain --markdown", "docs/rules.md"),
        ("rules", "explain --exit-statuses", "docs/exit-status.md"),
        ("regions", "services --markdown", "docs/regions.md"),
    ],
)
def test_a_generated_page_is_replaced_only_when_it_is_whole(
    target: str, command: str, page: str
) -> None:
    line = f"polyleaf {command} > {page}.new && mv {page}.new {page}"
    lines = recipe(target).splitlines()
    assert line in lines
    assert re.findall(rf"echo {page}\b", "\n".join(lines)) == [f"echo {page}"]


RECIPE = re.compile(r"^(\w+): .*\n((?:\t.*\n)+)", re.MULTILINE)


def test_every_variable_that_a_target_reads_is_known_to_the_program() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    recipes = {match[1]: match[2] for match in RECIPE.finditer(text) if "$(told)" in match[2]}
    assert len(recipes) > 10
    for target, recipe_ in recipes.items():
        names = re.findall(r"call (?:said|option,[\w-]+|flag,[\w-]+),?(\w+)\)", recipe_)
        names += ["LANG"] if "$(LOCALES)" in recipe_ else []
        assert set(names) == set(TARGETS[target]), target
        flags = set(re.findall(r"call flag,[\w-]+,(\w+)", recipe_))
        assert flags == set(FLAGS) & set(TARGETS[target]), target


def test_every_target_is_known_to_the_program() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", text, re.MULTILINE)
    assert phony
    assert set(phony[1].split()) == set(TARGETS)


@pytest.mark.parametrize("value", [*NO, *map(str.upper, NO), *map(str.capitalize, NO), ""])
def test_no_is_no_however_it_is_spelled(value: str) -> None:
    assert recipe("check", f"STRICT={value}").split() == ["polyleaf", "check"]


@pytest.mark.parametrize("value", [*YES, "YES", "True"])
def test_yes_is_yes_however_it_is_spelled(value: str) -> None:
    assert recipe("check", f"STRICT={value}").split() == ["polyleaf", "check", "--strict"]


@pytest.mark.parametrize(
    ("words", "environment", "said"),
    [
        (("pdf", "LANG=es", "Region=GB"), {}, "no variable Region: did you mean REGION=GB? make p"),
        (("pdf", "LANG=es", "REGOIN=GB"), {}, "no variable REGOIN: did you mean REGION=GB? make p"),
        (("pdf", "lang=es"), {}, "no variable lang: did you mean LANG=es? make pdf takes LANG REG"),
        (("pdf", "ROLE=editor"), {}, "make pdf knows no variable ROLE: make pdf takes LANG REGION"),
        (("doctor", "LANG=es"), {}, "make doctor knows no variable LANG: it takes none"),
        (
            ("pdf", "es"),
            {},
            "'es' is not a target of make: to name a locale, type: make pdf LANG=es",
        ),
        (("es",), {}, "'es' is not a target of make: to name a locale, type: make pdf LANG=es"),
        (
            ("pdf", "LANG=es", "vi"),
            {},
            "'vi' is not a target of make: to name a locale, type: make pdf ",
        ),
        (("pdf", "LANG=es", "vi"), {}, 'type: make pdf LANG="es vi"'),
        (("pdf", "es", "vi", "ar", "REGION=GB"), {}, 'type: make pdf REGION=GB LANG="es vi ar"'),
        (("review", "LANG=es", "vi"), {}, "type: make review LANG=vi"),
        (("pdf", "LANG=es", "LANG=vi"), {}, "LANG= stands there twice, and make takes the last "),
        (("pdf", "LANG=es", "LANG=vi"), {}, 'several languages go into one: LANG="… vi"'),
        (("pdf", "LANG=es", "REGION=US", "REGION=GB"), {}, "REGION= stands there twice, and make"),
        (("pdf", "es", "REGION=GB"), {}, "type: make pdf REGION=GB LANG=es"),
        (("list",), {}, "make list needs WHAT: make list WHAT=regions (or locales editions"),
        (("locale",), {}, "make locale needs LANG: make locale LANG=fr"),
        (("approve", "LANG=es"), {}, "make approve needs ROLE and BY: make approve LANG=es ROLE=c"),
        (("receive",), {}, 'make receive needs FILES: make receive FILES="es.po agency.zip"'),
        (("receive", "FILE=a.po"), {}, "no variable FILE: did you mean FILES=a.po? make receive"),
        (("pdfs",), {}, "'pdfs' is not a target of make: did you mean 'make pdf'?"),
        (("pdf", "LANG=es"), {"REGION": "GB"}, "type: make pdf LANG=es REGION=GB; else: unset REG"),
        (("pdf", "LANG=es ar"), {"PAPER": "a4"}, 'type: make pdf LANG="es ar" PAPER=a4; else: un'),
        (("layout",), {"EDITION": "booklet"}, "type: make layout EDITION=booklet; else: unset"),
        (("pdf", "LANG=es", "DRAFT=perhaps"), {}, "DRAFT=perhaps says neither yes nor no: write"),
        (("-e", "pdf", "LANG=es"), {"CLINIC": "x"}, "CLINIC=x is set in the environment"),
        (("pdf", "LANG=“es”"), {}, "has quotation marks as a part of it: write LANG=es"),
        (("pdf", "LANG='es ar'"), {}, 'write LANG="es ar"'),
        (("pdf", "LANG=es", "REGION=«GB»"), {}, "write REGION=GB"),
        (("clinic", "NAME=“Harbour", "Clinic”"), {}, 'quotation marks: NAME="Harbour Clinic"'),
        (("clinic", "NAME=“Harbour Clinic”"), {}, 'write NAME="Harbour Clinic"'),
        (("pdf", "LANG=es", "MEMORY=2GB"), {}, "write 1 or more, without a unit"),
    ],
)
def test_a_slip_on_the_command_line_of_make_is_refused(
    made: Path, words: tuple[str, ...], environment: dict[str, str], said: str
) -> None:
    result = make(made, *words, environment=environment)
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr
    assert not list((made / "build").iterdir())


def test_letters_of_another_terminal_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAME", "\udce9cole")
    with pytest.raises(PolyleafError, match="NAME= has letters that are not UTF-8"):
        refuse_slips(read_told("clinic|clinic|NAME|||"))
