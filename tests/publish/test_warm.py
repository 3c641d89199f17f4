"""What a worker does before its first sheet."""

import gc
import subprocess
import sys
from collections.abc import Iterator

import pytest

from pipeline.publish import warm
from pipeline.typeset import engine
from pipeline.verify import page
from tests.conftest import ROOT


@pytest.fixture
def thawed() -> Iterator[None]:
    """Leave the garbage collector as it was."""
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


def test_a_worker_loads_undisturbed_and_never_looks_through_what_it_has_loaded(
    thawed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    collecting: list[bool] = []
    for library in (engine, page):
        monkeypatch.setattr(library, "warm_up", lambda: collecting.append(gc.isenabled()))
    warm.warm_up()
    assert collecting == [False, False]
    assert gc.isenabled(), "what comes later is tidied up"
    assert gc.get_threshold() == warm.SELDOM
    assert gc.get_freeze_count() > 10_000


_LOADED = """
import sys
from pipeline.publish import run, reach
from pipeline.cli import check, pdf
others = {"http.client", "ssl", "urllib.request", "weasyprint", "pikepdf", "pypdfium2", "PIL"}
workers = {"pipeline.publish.printing", "pipeline.typeset.engine", "pipeline.verify.sheet"}
sys.exit(", ".join((others | workers) & {*sys.modules}))
"""


def test_a_command_loads_no_client_for_the_network_and_nothing_that_workers_do() -> None:
    done = subprocess.run([sys.executable, "-c", _LOADED], cwd=ROOT, stderr=-1, check=False)
    assert done.stderr == b"\n"


_ENDED = """
import atexit, gc, sys
from pipeline.cli import main
atexit.register(lambda: print(gc.get_freeze_count() > 1000))
sys.argv = ["polyleaf", "explain", "2"]
raise SystemExit(main(%s))
"""


@pytest.mark.parametrize(("given", "left"), [("", "True"), ("['explain', '2']", "False")])
def test_what_a_command_has_loaded_is_not_looked_through_at_its_end(given: str, left: str) -> None:
    command = [sys.executable, "-c", _ENDED % given]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert told.splitlines()[-1] == left
