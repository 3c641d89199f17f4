"""Memory that runs out ends a command in one line, however little of it there is."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, leave_small_article

MEGABYTE = 1_000_000


def run(megabytes: int, *words: str) -> "subprocess.CompletedProcess[str]":
    """Run a command that may map so many megabytes, as under ``ulimit -v``."""
    limit = (megabytes * MEGABYTE, megabytes * MEGABYTE)
    return subprocess.run(
        [sys.executable, "-m", "pipeline", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, limit),
    )


@pytest.mark.exhaustive
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="others do not limit it so")
@pytest.mark.parametrize("megabytes", [120, 160, 200, 260])
def test_memory_that_runs_out_is_a_sentence(project: Path, megabytes: int) -> None:
    leave_small_article(project)
    result = run(megabytes, "pdf", "en", "--project", str(project))
    assert "Traceback" not in result.stderr
    assert "Error:" not in result.stderr
    assert "GLib" not in result.stderr
    assert result.returncode in (0, 2), result.stderr
    told = [line for line in result.stderr.splitlines() if line.startswith("polyleaf: ")]
    assert len(told) == (1 if result.returncode else 0), result.stderr
    assert not list((project / "build").rglob(".polyleaf-*"))
