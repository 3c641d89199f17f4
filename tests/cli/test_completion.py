"""What a shell completes."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cli.completion import SHELLS
from pipeline.cli.main import COMMANDS

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


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_reads_its_script(shell: str, polyleaf: Run, tmp_path: Path) -> None:
    file = script(shell, polyleaf, tmp_path)
    text = file.read_text(encoding="utf-8")
    assert all(name in text for name in COMMANDS)
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    subprocess.run([shell, "-n", str(file)], check=True)
