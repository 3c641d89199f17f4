"""What a shell completes."""

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cli.completion import SHELLS
from pipeline.cli.main import COMMANDS
from tests.conftest import replace

Run = Callable[..., tuple[int, str, str]]


def script(shell: str, polyleaf: Run, folder: Path) -> Path:
    status, out, _ = polyleaf("completion", shell)
    assert status == 0
    file = folder / f"completion.{shell}"
    file.write_text(out, encoding="utf-8")
    return file


@pytest.fixture
def completed(project: Path, polyleaf: Run, tmp_path: Path) -> Callable[..., list[str]]:
    """Return what bash offers for the last word of a line."""
    file = script("bash", polyleaf, tmp_path)

    def complete(*words: str) -> list[str]:
        line = " ".join(f"'{word}'" for word in ("polyleaf", *words))
        text = (
            f"source {file}; COMP_WORDS=({line}); COMP_CWORD={len(words)}; _polyleaf; "
            'printf "%s\\n" "${COMPREPLY[@]}"'
        )
        done = subprocess.run(
            ["bash", "-c", text], cwd=project, capture_output=True, text=True, check=True
        )
        assert not done.stderr
        return done.stdout.split()

    return complete


def test_commands_options_locales_regions_and_choices_are_completed(
    completed: Callable[..., list[str]],
) -> None:
    assert set(completed("")) >= {*COMMANDS}
    assert completed("rec") == ["receive"]
    assert completed("pdf", "--ed") == ["--edition"]
    assert completed("pdf", "") == [*completed("pdf", "--"), "ar", "es"]
    assert "GB" in completed("pdf", "es", "--region", "")
    assert completed("pdf", "--clinic", "riv") == ["riverside"]
    assert completed("list", "re") == ["regions", "releases"]
    assert completed("check", "--format", "s") == ["sarif"]


LINES = {
    "rec": {"receive"},
    "pdf --ed": {"--edition"},
    "pdf es --region A": {"AT", "AU"},
    "pdf --clinic riv": {"riverside"},
    "list re": {"regions", "releases"},
}
"""What is offered for the last word of a line."""


@pytest.fixture
def taken_over(project: Path) -> Path:
    """A project that takes Austria over from the program."""
    (project / "source/regions/AT.toml").unlink()
    replace(project / "source/publisher.toml", "inherits = false\n", "")
    return project


@pytest.mark.exhaustive
@pytest.mark.skipif(not shutil.which("fish"), reason="fish is not installed")
def test_fish_completes(polyleaf: Run, taken_over: Path, tmp_path: Path) -> None:
    file = script("fish", polyleaf, tmp_path)
    for line, wanted in LINES.items():
        done = subprocess.run(
            ["fish", "--no-config", "-c", f"source {file}; complete -C 'polyleaf {line}'"],
            cwd=taken_over,
            env=ENVIRONMENT,
            capture_output=True,
            text=True,
            check=True,
        )
        assert not done.stderr
        offered = {row.partition("\t")[0] for row in done.stdout.splitlines()}
        assert offered >= wanted, line


ENVIRONMENT = {
    **os.environ,
    "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    "TERM": "dumb",
}


@pytest.mark.exhaustive
@pytest.mark.skipif(not shutil.which("zsh"), reason="zsh is not installed")
def test_zsh_completes(polyleaf: Run, taken_over: Path, tmp_path: Path) -> None:
    file = script("zsh", polyleaf, tmp_path)
    leader, follower = pty.openpty()
    with subprocess.Popen(
        ["zsh", "-f", "-i"],
        cwd=taken_over,
        env=ENVIRONMENT,
        stdin=follower,
        stdout=follower,
        stderr=follower,
        start_new_session=True,
    ) as shell:
        try:
            type_in(leader, f"PS1=; autoload -Uz compinit && compinit -D -u; source {file}\n")
            type_in(leader, "echo rea''dy\n", "ready")
            for line, wanted in LINES.items():
                # Where several are left the second press lists them.
                type_in(leader, f"polyleaf {line}\t\t", *wanted)
                type_in(leader, "\x15")
        finally:
            shell.kill()
    os.close(leader)
    os.close(follower)


def type_in(terminal: int, text: str, *awaited: str) -> None:
    """Type at a terminal, and read until all that is awaited stands there, for a minute at most."""
    os.write(terminal, text.encode())
    said, end = "", time.monotonic() + 60
    while not all(one in said for one in awaited) and time.monotonic() < end:
        if select.select([terminal], [], [], 0.5)[0]:
            said += os.read(terminal, 4096).decode(errors="replace")
    assert all(one in said for one in awaited), said


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_reads_its_script(shell: str, polyleaf: Run, tmp_path: Path) -> None:
    file = script(shell, polyleaf, tmp_path)
    text = file.read_text(encoding="utf-8")
    assert all(name in text for name in COMMANDS)
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    subprocess.run([shell, "-n", str(file)], check=True)
