"""What many tests need: the project's own folder, a small one to break, and built sheets."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cli import main

ROOT = Path(__file__).parent.parent

ARTICLE = """\
---
id: sleep
title: Sleep and low mood
version: "1.0"
language: en
date: 2026-01-10
review-by: 2027-01-10
---

::: crisis short
## If you need help

Please talk to someone today.

{services}

In danger now, call {emergency}.
:::

## Sleep

Poor sleep and low mood often go together [@beck1967].
"""
"""The smallest article that has all that a sheet must keep."""


CLEAN = "Articles and catalogs\n0 errors, 0 warnings\n"
"""How the findings begin where articles and catalogs have none."""


def told(err: str) -> str:
    """Return what a command said, but for the records that nobody has confirmed."""
    unconfirmed = r"(.*: warning SVC01[0-3]: .*\n    fix: .*\n)+\d+ errors?, \d+ warnings?\n"
    return re.sub(unconfirmed, "", err)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project's sources and catalogs, free to break."""
    for folder in ("source", "locales"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "build").mkdir()
    return tmp_path


@pytest.fixture
def polyleaf(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """Run a command on the copy; returns exit status, standard output, standard error."""

    def run(command: str, *arguments: str) -> tuple[int, str, str]:
        status = main([command, "--project", str(project), *arguments])
        output = capsys.readouterr()
        return status, output.out.replace(f"{project}/", ""), output.err

    return run
