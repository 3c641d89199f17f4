"""Commands in fixes as they are typed where a person stands."""

import sys
from pathlib import Path

import pytest

from pipeline.cli.here import Here, here, settle


@pytest.fixture(autouse=True)
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Here, "way", ".venv/bin/polyleaf")
    monkeypatch.setattr(Here, "under_make", False)
    monkeypatch.setattr(Here, "project", "")


CASES = [
    (
        'then: polyleaf confirm US/988 --by "…" --how "…"',
        'then: make confirm RECORD=US/988 BY="…" HOW="…"',
    ),
    ("'polyleaf status es' lists them; ask", "'make status LANG=es' lists them; ask"),
    ("remove it: polyleaf clean --stale; or bring", "remove it: make clean STALE=1; or bring"),
    (
        'polyleaf approve fa_AF --role reviser --by "…"; or print a proof',
        'make approve LANG=fa_AF ROLE=reviser BY="…"; or print a proof',
    ),
    (
        "renew it: polyleaf pdf es --region GB --edition large-print",
        "renew it: make pdf LANG=es REGION=GB EDITION=large-print",
    ),
    (
        "polyleaf receive 'locales/es/LC_MESSAGES/a (1).po'",
        'make receive FILES="locales/es/LC_MESSAGES/a (1).po"',
    ),
    (
        "write polyleaf release sleep-and-mood 1.0; or",
        "write make release ARTICLE=sleep-and-mood VERSION=1.0; or",
    ),
    (
        'polyleaf release keep sleep-and-mood 1.0 --by "…" --why "…"',
        'make release KEEP=1 ARTICLE=sleep-and-mood VERSION=1.0 BY="…" WHY="…"',
    ),
    ("'polyleaf explain' lists them all", "'make explain' lists them all"),
    ("run 'polyleaf approve', or delete the file", "run 'make approve', or delete the file"),
    ("polyleaf has none", "polyleaf has none"),
    (
        "-v shows them, -q leaves this line out",
        "VERBOSE=1 shows them, QUIET=1 leaves this line out",
    ),
    ("say which article with --article: sleep", "say which article with ARTICLE=: sleep"),
    ("--by 'the nurse' is not a name", "BY='the nurse' is not a name"),
    ("with how many readers: --readers 12", "with how many readers: READERS=12"),
    ("leave --on out for today", "leave ON= out for today"),
    ("--cluster needs --store DIR: a folder", "--cluster needs --store DIR: a folder"),
    ("'iconv -f CP1250 -t UTF-8 FILE > NEW'", "'iconv -f CP1250 -t UTF-8 FILE > NEW'"),
    (
        'polyleaf release keep sleep 1.0 --by "…" --why "…"; else',
        'make release KEEP=1 ARTICLE=sleep VERSION=1.0 BY="…" WHY="…"; else',
    ),
    ("polyleaf release sleep 1.0", "make release ARTICLE=sleep VERSION=1.0"),
    ("'polyleaf list sheets' says which there are", "'make list WHAT=sheets' says which there are"),
    (
        'polyleaf evidence es --kind field-test --by "…"',
        'make evidence LANG=es KIND=field-test BY="…"',
    ),
    (
        'polyleaf note fa_AF@581ad13a NUMBER "…" --by "…"',
        'make note COPY=fa_AF@581ad13a NUMBER="…" TEXT="…" BY="…"',
    ),
    (
        'polyleaf note pl@581ad13a 33 "too stiff" --by "Ana Pérez"',
        'make note COPY=pl@581ad13a NUMBER=33 TEXT="too stiff" BY="Ana Pérez"',
    ),
    (
        'polyleaf approve pl --role "…" --by "…"',
        'make approve LANG=pl ROLE="…" BY="…"',
    ),
    ("polyleaf pdf es --region CA-QC", "make pdf LANG=es REGION=CA-QC"),
    ("polyleaf check pt --verbose", "make check LANG=pt VERBOSE=1"),
    (
        "polyleaf release attachment-and-depression 1.0; or with keep",
        "make release ARTICLE=attachment-and-depression VERSION=1.0; or with keep",
    ),
]


@pytest.mark.parametrize(("said", "typed"), CASES)
def test_under_make_a_command_is_a_target(
    said: str, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Here, "under_make", True)
    assert here(said) == typed


def test_elsewhere_a_command_has_the_path_that_was_typed() -> None:
    assert here("run 'polyleaf check es'") == "run '.venv/bin/polyleaf check es'"
    assert here("polyleaf has none") == "polyleaf has none"


@pytest.mark.parametrize(
    ("project", "said", "typed", "under_make"),
    [
        ("../ours", "polyleaf status es", "make status LANG=es PROJECT=../ours", True),
        ("my sheets", "'polyleaf clean'", "'make clean PROJECT=\"my sheets\"'", True),
        ("../ours", "polyleaf explain CIT001", "make explain CODE=CIT001", True),
        (
            "../ours",
            "polyleaf release sleep 1.0; or",
            "make release ARTICLE=sleep VERSION=1.0 PROJECT=../ours; or",
            True,
        ),
        ("../ours", "polyleaf status es; or", "polyleaf status es --project ../ours; or", False),
        ("my sheets", "polyleaf clean", "polyleaf clean --project 'my sheets'", False),
        ("../ours", "polyleaf explain", "polyleaf explain", False),
    ],
)
def test_a_project_elsewhere_is_named_with_each_command(
    project: str, said: str, typed: str, under_make: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Here, "way", "polyleaf")
    monkeypatch.setattr(Here, "under_make", under_make)
    monkeypatch.setattr(Here, "project", project)
    assert here(said) == typed


@pytest.mark.usefixtures("away")
def test_a_project_is_elsewhere_unless_somebody_stands_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ours").mkdir()
    monkeypatch.chdir(tmp_path)
    named = {Path(): "", tmp_path: "", Path("ours/.."): "", Path("ours"): "ours"}
    for project, told in named.items():
        settle(under_make=True, project=project)
        assert Here.project == told


@pytest.mark.parametrize(
    ("typed", "way"),
    [
        (".venv/bin/polyleaf", ".venv/bin/polyleaf"),
        ("{here}/.venv/bin/polyleaf", ".venv/bin/polyleaf"),
        ("{here}/bin/polyleaf", "polyleaf"),
        ("/usr/bin/pytest", "polyleaf"),
    ],
)
def test_the_way_is_the_one_that_was_typed(
    typed: str, way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/polyleaf").write_text("#!/bin/sh\n")
    (tmp_path / "bin/polyleaf").chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(sys, "argv", [typed.format(here=tmp_path)])
    settle(under_make=False)
    assert Here.way == way
