"""The command line: exit statuses, streams, speed of what must be quick."""

import json
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.cli.main import COMMANDS, Command
from pipeline.project import Project
from pipeline.publish.executors.seccomp import can_filter
from tests.conftest import ROOT, is_clean

Run = Callable[..., tuple[int, str, str]]

_LIST_MODULES = """
import json, sys
from pipeline.cli import main
for words in json.loads(sys.argv[1]):
    try:
        main(words)
    except SystemExit:
        pass
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


def loaded_modules(*commands: list[str]) -> set[str]:
    result = subprocess.run(
        [sys.executable, "-c", _LIST_MODULES, json.dumps(commands)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(result.stderr.splitlines()[-1]))


def test_check_and_help_do_not_load_the_typesetter() -> None:
    unwanted = {"weasyprint", "pypdfium2", "citeproc", "lxml"}
    checked = loaded_modules(["check", "--project", "tests/golden/stock"])
    assert "pipeline.check.catalog" in checked
    assert not unwanted & checked
    helped = loaded_modules(["--help"], ["pdf", "--help"])
    assert "pipeline.cli.pdf" in helped
    assert not {*unwanted, "babel", "markdown_it"} & helped


def test_only_the_command_that_is_asked_for_is_imported() -> None:
    modules = loaded_modules(["--project", ".", "explain", "CIT001"])
    assert {f"pipeline.cli.{name}" for name in COMMANDS} & modules == {"pipeline.cli.explain"}


def test_every_command_is_a_module_and_listed_with_its_summary(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([]) == 0
    out = capsys.readouterr().out
    for name in COMMANDS:
        command: Command = import_module(f"pipeline.cli.{name}")
        assert f"\n  {name:<15} {command.SUMMARY}\n" in out
        with pytest.raises(SystemExit) as left:
            main([name, "--help"])
        assert left.value.code == 0
        text = " ".join(capsys.readouterr().out.split())
        assert text.startswith(f"usage: polyleaf {name} ")
        assert " ".join(command.DESCRIPTION.split())[:60] in text


def test_an_unknown_command_names_a_near_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pfd", "es"]) == 2
    assert capsys.readouterr().err.startswith(
        "polyleaf: unknown command 'pfd': did you mean 'pdf'? 'polyleaf --help' lists"
    )


def test_the_shipped_project_is_clean_in_two_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--project", str(ROOT), "ar", "es"]) == 0
    assert is_clean(capsys.readouterr().out)


@pytest.mark.exhaustive
def test_the_shipped_project_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    # A language that somebody has begun is not yet in the README's table, and has gaps.
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shipped = [code for code in Project.at(ROOT).locales() if f"`{code}`" in readme]
    assert len(shipped) > 20
    assert main(["check", "--project", str(ROOT), *shipped]) == 0
    assert is_clean(capsys.readouterr().out)


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
        (("--region", "XX"), "unknown region 'XX'; known: 001 AT CA"),
        (("--region", "../US"), "unknown region '../US'"),
        (("--clinic", "nobody"), "unknown clinic 'nobody'; known: riverside"),
        (("--paper", "a5"), "unknown paper 'a5' for the handout; known: letter a4"),
        (
            ("--edition", "poster"),
            "unknown edition 'poster'; did you mean 'wall-poster'? known: bilingual",
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
    assert "is not a Polyleaf project" in capsys.readouterr().err
    assert main(["check", "--project", str(tmp_path / "nowhere")]) == 2


def test_the_project_may_be_named_before_or_after_the_command(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (["--project", str(project), "check"], ["check", "--project", str(project)]):
        assert main(words) == 0
        assert is_clean(capsys.readouterr().out)


_TRY_A_SOCKET = """
import socket, sys
from pipeline.cli import main
main()
try:
    socket.socket().close()
except PermissionError:
    print("refused")
else:
    print("made")
"""


@pytest.mark.exhaustive
@pytest.mark.skipif(not can_filter(), reason="this system cannot filter calls")
def test_a_command_makes_no_socket_but_where_it_starts_other_programs(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    found = {}
    for command in ("check", "status", "doctor"):
        result = subprocess.run(
            [sys.executable, "-c", _TRY_A_SOCKET, "--project", str(tmp_path), command],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        found[command] = result.stdout.splitlines()[-1]
    assert found == {"check": "refused", "status": "refused", "doctor": "made"}


@pytest.mark.parametrize(
    ("closed", "status"), [(">&-", 0), (">&- 2>&- <&-", 0), ("CIT999 2>&-", 2), (">/dev/full", 2)]
)
def test_a_closed_stream_costs_only_the_words(closed: str, status: int) -> None:
    command = f"{sys.executable} -m pipeline explain {closed}"
    done = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (status, b"")
    assert b"unforeseen" not in done.stderr
