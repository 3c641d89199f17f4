"""One mistake: what lies there, what somebody types, and what becomes of it.

A mistake is a file of this folder, ``NAME.toml``. Above the line `LINE` stand its title, what is
changed in a copy of the stock of ``tests/golden`` beforehand, and the command; below it, written by
``python -m tests.mistakes``, the exit status, what is said, and what changed on disk. ``[[run]]``
with ``command`` is what was done before, as it should be.
"""

import hashlib
import json
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

from pipeline.cli import main
from tests.golden.folders import STOCK, change
from tests.making import make, put_makefile

HERE = Path(__file__).parent
LINE = "# What becomes of it\n"
KEYS = {"title", "command", "run", "built", "environment", "replace", "write", "delete"}


DAY = "2026-11-23"


class Day(date):
    """The day on which all mistakes are made."""

    @classmethod
    def today(cls) -> "Day":
        """Return it."""
        return cls.fromisoformat(DAY)


def files() -> list[Path]:
    """List the mistakes."""
    return sorted(HERE.glob("*.toml"))


def stated(file: Path) -> dict[str, Any]:
    """Read what stands above the line."""
    mistake = tomllib.loads(file.read_text(encoding="utf-8").partition(LINE)[0])
    assert mistake.keys() <= KEYS, f"{file.name}: unknown {mistake.keys() - KEYS}"
    return mistake


def recorded(file: Path) -> str:
    """Return what stands below the line."""
    return file.read_text(encoding="utf-8").partition(LINE)[2]


def made(mistake: dict[str, Any], project: Path) -> str:
    """Make a mistake in an empty folder, and return what becomes of it."""
    shutil.copytree(STOCK, project, dirs_exist_ok=True)
    (project / "build").mkdir(exist_ok=True)
    if mistake.get("built"):
        _put_sheets(project)
    for step in mistake.get("run", ()):
        status, said = _run(step, project)
        assert status == 0, f"{step['command']}: {said}"
    change(project, mistake, mistake["title"])
    before = dict(_snapshot(project))
    status, said = _run(mistake, project)
    after = dict(_snapshot(project))
    disk = [
        *(f"- {name}" for name in sorted(before.keys() - after.keys())),
        *(f"+ {name}" for name in sorted(after.keys() - before.keys())),
        *(f"~ {name}" for name in sorted(after) if before.get(name, after[name]) != after[name]),
    ]
    lines = "\n".join(said.replace(f"{project}/", "").replace(str(project), ".").splitlines())
    lists = "".join(f"    {json.dumps(one, ensure_ascii=False)},\n" for one in disk)
    return f"status = {status}\nsaid = '''\n{lines}\n'''\ndisk = [\n{lists}]\n"


SHEETS = tuple(f"build/es/sleep-and-mood-{name}-es-US" for name in ("handout", "brochure"))
"""Sheets that lie there before a mistake that could cost them, without their ending."""


def _put_sheets(project: Path) -> None:
    """Put sheets on the shelf, each with a manifest that vouches for its bytes."""
    for name in SHEETS:
        pdf, record = project / f"{name}.pdf", project / f"{name}.json"
        pdf.parent.mkdir(parents=True, exist_ok=True)
        pdf.write_bytes(b"%PDF-1.7 a good sheet\n%%EOF\n")
        digest = hashlib.sha256(pdf.read_bytes()).hexdigest()
        record.write_text(json.dumps({"state": "proof", "sha256": {"pdf": digest}}), "utf-8")


def _snapshot(project: Path) -> Iterator[tuple[str, str]]:
    """Yield the files of a project with their hashes, and its links with where they lead."""
    for file in project.rglob("*"):
        name = file.relative_to(project).as_posix()
        if file.is_symlink():
            yield name, f"-> {file.readlink()}"
        elif file.is_file() and not name.startswith((".venv/", "Makefile")):
            yield name, hashlib.sha256(file.read_bytes()).hexdigest()


def _run(mistake: dict[str, Any], project: Path) -> tuple[int, str]:
    program, *words = shlex.split(mistake["command"])
    if program == "make":
        return _make(words, project, mistake.get("environment", {}))
    said = StringIO()
    with (
        chdir(project),
        redirect_stdout(said),
        redirect_stderr(said),
        patch("pipeline.cli.options.date", Day),
    ):
        try:
            status = main(["--project", str(project), *words])
        except SystemExit as left:
            status = int(left.code or 0)
    return status, said.getvalue()


def _make(words: list[str], project: Path, environment: dict[str, str]) -> tuple[int, str]:
    """Run make with the project's own Makefile, as from a shell in Spanish."""
    put_makefile(project)
    with patch("pipeline.cli.options.date", Day):
        done = make(project, *words, environment={"LANG": "es_ES.UTF-8", **environment})
    said = (done.stdout + done.stderr).splitlines()
    return done.returncode, "\n".join(one for one in said if not one.startswith("make: *** ["))
