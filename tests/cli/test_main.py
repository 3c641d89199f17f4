"""The command line: exit statuses, streams, speed of what must be quick."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cli import main
from tests.conftest import CLEAN, ROOT

Run = Callable[..., tuple[int, str, str]]

_LIST_MODULES = """
import json, sys
from pipeline.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


def loaded_modules(*arguments: str) -> set[str]:
    result = subprocess.run(
        [sys.executable, "-c", _LIST_MODULES, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(result.stderr.splitlines()[-1]))


def test_check_and_help_do_not_load_the_typesetter() -> None:
    for arguments in (["check"], ["--help"], ["pdf", "--help"]):
        modules = loaded_modules(*arguments)
        assert not modules & {"weasyprint", "pypdfium2", "citeproc", "lxml"}, arguments
    assert "babel" not in loaded_modules("--help")


def test_the_shipped_project_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--project", str(ROOT)]) == 0
    assert capsys.readouterr().out.startswith(CLEAN)


def test_the_shipped_catalogs_are_up_to_date(project: Path, polyleaf: Run) -> None:
    assert polyleaf("messages") == (0, "", "")


def test_findings_are_results_and_go_to_standard_output(project: Path, polyleaf: Run) -> None:
    (project / "source/regions/US.toml").write_text('code = "US"\n', encoding="utf-8")
    status, out, err = polyleaf("check")
    assert (status, err) == (1, "")
    assert "source/regions/US.toml: error SVC001: languages: is missing" in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--region", "XX"), "unknown region 'XX'; known: 001 AR AT"),
        (("--region", "../US"), "unknown region '../US'"),
        (("--clinic", "nobody"), "unknown clinic 'nobody'; known: riverside"),
        (("--paper", "a5"), "unknown paper 'a5' for the handout; known: letter a4"),
        (
            ("--edition", "poster"),
            "unknown edition 'poster'; known: bilingual booklet brochure handout large-print",
        ),
    ],
)
def test_a_wrong_word_is_one_line_that_names_the_right_ones(
    polyleaf: Run, arguments: tuple[str, ...], message: str
) -> None:
    status, out, err = polyleaf("pdf", "es", *arguments)
    assert (status, out) == (2, "")
    assert err.startswith(f"polyleaf: {message}")
    assert err.count("\n") == 1


def test_a_folder_that_is_no_project_is_said_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--project", str(tmp_path)]) == 2
    assert "is no project" in capsys.readouterr().err
    assert main(["check", "--project", str(tmp_path / "nowhere")]) == 2


def test_the_project_may_be_named_before_or_after_the_command(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (["--project", str(project), "check"], ["check", "--project", str(project)]):
        assert main(words) == 0
        assert capsys.readouterr().out.startswith(CLEAN)


def test_clean_empties_the_build_folder_but_for_its_gitignore(project: Path, polyleaf: Run) -> None:
    (project / "build/.gitignore").write_text("*\n", encoding="utf-8")
    (project / "build/es").mkdir()
    (project / "build/es/old.pdf").write_bytes(b"")
    assert polyleaf("clean")[0] == 0
    assert [file.name for file in (project / "build").iterdir()] == [".gitignore"]


def test_an_interrupted_build_leaves_nothing_half_done(project: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "pipeline", "pdf", "--project", str(project)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    for _ in range(600):
        if list((project / "build").rglob("*.pdf")):
            break
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in err
    for pdf in (project / "build").rglob("*.pdf"):
        assert pdf.read_bytes().rstrip().endswith(b"%%EOF")
    assert not list((project / "build").rglob(".polyleaf-*"))


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
