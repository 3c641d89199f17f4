"""Worker processes: nothing waits for ever, whoever is stopped or killed, on every Python here."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.publish.executors.drill import DRILLS, copied, endless, raises, worker_dies
from tests.steps import in_two_steps

FIRST = (worker_dies.__name__, raises.__name__, copied.__name__)
"""The drills that `make test` has, with its own Python."""

SYSTEM = "/usr/bin/python3"
"""The system's own: Debian 12 has 3.11.2, whose pool in the library can wait for ever."""


def reason_to_skip(python: str) -> str:
    """Say why a Python cannot be drilled; empty where it can."""
    if not shutil.which(python):
        return f"there is no {python}"
    version = subprocess.run(
        [python, "-c", "import sys; print(sys.version_info >= (3, 11))"],
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if version.stdout == "True\n" else f"{python} is older than 3.11"


@pytest.fixture(
    params=[sys.executable, pytest.param(SYSTEM, marks=pytest.mark.exhaustive)],
    ids=["own", "system"],
)
def python(request: pytest.FixtureRequest) -> str:
    if reason := reason_to_skip(request.param):
        pytest.skip(reason)
    return str(request.param)


def command(python: str, name: str, folder: Path) -> list[str]:
    return [python, "-W", "error", "-m", "tests.publish.executors.drill", name, str(folder)]


def workers(folder: Path) -> list[int]:
    return [int(file.name.partition("-")[2]) for file in folder.glob("worker-*")]


def is_alive(process: int) -> bool:
    """Say whether a process is there; a negative number names a group of them."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    # A zombie waits for its parent to take note of its end; it does nothing any more.
    status = Path(f"/proc/{process}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"


def wait_until_gone(processes: list[int], seconds: float) -> None:
    until = time.monotonic() + seconds
    while any(map(is_alive, processes)):
        assert time.monotonic() < until, "a worker is still there"
        time.sleep(0.02)


@pytest.mark.parametrize(
    "name", in_two_steps([one.__name__ for one in DRILLS if one is not endless], FIRST)
)
def test_drill(python: str, name: str, tmp_path: Path) -> None:
    result = subprocess.run(
        command(python, name, tmp_path),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, "")
    wait_until_gone(workers(tmp_path), 5)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL], ids=["stopped", "killed"])
def test_workers_end_with_whoever_started_them(
    python: str, number: signal.Signals, tmp_path: Path
) -> None:
    process = subprocess.Popen(
        command(python, "endless", tmp_path), cwd=ROOT, stderr=subprocess.PIPE, text=True
    )
    until = time.monotonic() + 60
    while len(workers(tmp_path)) < 2:
        assert time.monotonic() < until
        time.sleep(0.02)
    process.send_signal(number)
    # The tasks sleep for half a minute: who waits for one of them is too late.
    _, err = process.communicate(timeout=15)
    assert process.returncode == (130 if number == signal.SIGINT else -number)
    assert err == ""
    wait_until_gone(workers(tmp_path), 10)
