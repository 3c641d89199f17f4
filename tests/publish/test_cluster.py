"""A Dask cluster leaves what one process leaves, whoever dies meanwhile; no stranger takes part.

These tests take a minute of processor time, and are for where Dask is installed: ``.ci/cluster``.
"""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(
    not importlib.util.find_spec("distributed"), reason="Dask is not installed: .ci/cluster has it"
)

DRILLS = (
    "same_as_alone",
    "a_worker_is_killed",
    "a_sheet_kills",
    "a_sheet_takes_too_much",
    "refused_and_others",
    "strangers",
)


@pytest.mark.parametrize("name", DRILLS)
def test_drill(name: str, tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "tests.publish.cluster_drill", name, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout == f'{{"drill": "{name}"}}\n'
