"""Targets of the Makefile: what of make's command line reaches the program."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import CLEAN, ROOT


def make(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run make's recipe line on a copy of the project, with this interpreter."""
    return subprocess.run(
        [
            "make",
            "-s",
            "--old-file=.venv/.installed",
            f"POLYLEAF={sys.executable} -m pipeline",
            *arguments,
        ],
        cwd=project,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        check=False,
    )


@pytest.fixture
def made(project: Path) -> Path:
    shutil.copy(ROOT / "Makefile", project)
    (project / ".venv").mkdir()
    (project / ".venv/.installed").touch()
    return project


def test_make_takes_a_locale_from_its_command_line_alone(made: Path) -> None:
    assert "es-US.pdf" in make(made, "pdf", "LANG=es").stdout
    result = make(made, "check", LANG="xx", REGION="us-east-1")
    assert (result.returncode, result.stdout.startswith(CLEAN)) == (0, True)
    result = make(made, "-e", "check", LANG="xx")
    assert result.returncode == 0


def test_make_hands_on_what_was_asked_for_as_it_is(made: Path) -> None:
    result = make(made, "pdf", "LANG=es; touch broken")
    assert result.returncode == 2
    assert "unknown locale 'es;'" in result.stderr
    assert not (made / "broken").exists()
    result = make(made, "pdf", "LANG=es", "REGION=GB", "PAPER=letter")
    assert "es-GB-letter.pdf" in result.stdout


def test_make_alone_lists_its_targets(made: Path) -> None:
    out = make(made).stdout
    for target in ("pdf", "messages", "check", "test", "bench", "clean"):
        assert f"make {target}" in out


def recipe(*words: str) -> str:
    """Return what make would run."""
    return subprocess.run(
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
    assert line in recipe(target).splitlines()
