"""Calls of make whose commands run in this process.

Make reads the project's own Makefile and its command line, and calls what writes down the words
that it was given; with these the program runs in this process, which has everything loaded.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from unittest.mock import patch

from pipeline.cli import main

ROOT = Path(__file__).parent.parent

_RECORD = """\
#!/bin/sh
call="$0.d/$(ls "$0.d" | wc -l)"
mkdir "$call"
for word; do printf '%s\\0' "$word"; done > "$call/words"
env -0 > "$call/environment"
"""
"""Writes down the words and the environment of each command, with a zero behind each."""


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a call of make."""

    returncode: int
    stdout: str
    stderr: str


def put_makefile(project: Path) -> None:
    """Put the project's own Makefile into a folder, with nothing left to install."""
    shutil.copy(ROOT / "Makefile", project)
    (project / ".venv").mkdir(exist_ok=True)
    (project / ".venv/.installed").touch()
    recorder = project / ".venv/record"
    recorder.write_text(_RECORD, encoding="utf-8")
    recorder.chmod(0o755)


def make(project: Path, *words: str, environment: Mapping[str, str] | None = None) -> Made:
    """Run make in a folder, and then, in this process, the commands that it ran.

    Nothing of this process's own environment reaches make but the way to programs. As in make, a
    command that fails is the last, and make's own status is then 2.
    """
    calls = project / ".venv/record.d"
    shutil.rmtree(calls, ignore_errors=True)
    calls.mkdir()
    done = subprocess.run(
        ["make", "-s", "--old-file=.venv/.installed", f"POLYLEAF={project}/.venv/record", *words],
        cwd=project,
        env={"PATH": os.environ["PATH"], **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    out, err = done.stdout, done.stderr
    status = done.returncode
    for call in sorted(calls.iterdir(), key=lambda one: int(one.name)):
        if status == 0:
            failed, said, complained = _run(call, project)
            status, out, err = 2 if failed else 0, out + said, err + complained
    return Made(status, out, err)


def _run(call: Path, project: Path) -> tuple[int, str, str]:
    around = dict(one.split("=", 1) for one in _parts(call / "environment"))
    out, err = StringIO(), StringIO()
    with (
        chdir(project),
        patch.dict(os.environ, around),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            status = main(_parts(call / "words"))
        except SystemExit as left:
            status = int(left.code or 0)
    return status, out.getvalue(), err.getvalue()


def _parts(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").split("\0")[:-1]
