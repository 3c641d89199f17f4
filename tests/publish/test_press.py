"""The workers: one that dies harms its own sheet alone, and none lives for ever."""

import os
import time
from pathlib import Path

import pytest

from pipeline.publish import press as module
from pipeline.publish.press import Finished, Job, Press
from pipeline.typeset.fonts import FontSet
from pipeline.values.errors import PolyleafError
from pipeline.verify.sheet import Sheet


def job(html: str) -> Job:
    judged = Sheet(
        path=html,
        locale="en",
        article="a",
        source_path="",
        families=(),
        smallest_type=12,
        expected=(),
    )
    return Job(html=html, fonts=FontSet(configuration=Path(), files=()), judged=judged)


def pretend(one: Job) -> Finished:
    """Stand in for the typesetter: dies, fails, or says which process it was."""
    time.sleep(0.05)
    if one.html == "die":
        os._exit(3)
    if one.html == "fail":
        raise PolyleafError("a font is missing")
    return Finished(pdf=str(os.getpid()).encode(), pages=1, findings=())


@pytest.fixture
def pretending(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "run", pretend)
    monkeypatch.setattr(module, "_begin", os.getpid)


@pytest.mark.usefixtures("pretending")
def test_a_worker_that_dies_harms_its_own_sheet_alone() -> None:
    with Press(2, eager=True) as press:
        handed = [press.submit(job(name)) for name in ("one", "die", "two", "fail", "three")]
        assert handed[0].wait().pages == 1
        with pytest.raises(PolyleafError, match="died without a word"):
            handed[1].wait()
        assert handed[2].wait().pages == 1
        with pytest.raises(PolyleafError, match="a font is missing"):
            handed[3].wait()
        assert handed[4].wait().pages == 1
        assert press.submit(job("four")).wait().pages == 1


@pytest.mark.usefixtures("pretending")
def test_workers_are_replaced_after_some_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "RECYCLE", 3)
    with Press(1, eager=False) as press:
        handed = [press.submit(job(str(number))) for number in range(7)]
        processes = [one.wait().pdf for one in handed]
    assert len(set(processes)) == 3
    assert processes[0] == processes[1] != processes[2]


@pytest.mark.usefixtures("pretending")
def test_leaving_ends_every_worker_at_once() -> None:
    begin = time.perf_counter()
    with Press(2, eager=True) as press:
        worker = int(press.submit(job("one")).wait().pdf)
        for number in range(100):
            press.submit(job(str(number)))
    assert time.perf_counter() - begin < 2
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)
