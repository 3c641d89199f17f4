"""Two processes set a sheet in two airs at once, and it is the sheet that one would set."""

import subprocess
import sys
import threading

import pytest

from pipeline.typeset.abreast import Copy, abreast
from tests.conftest import ROOT
from tests.publish.executors.test_processes import wait_until_gone

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="copies are made on Linux alone")


def told(*words: str, status: int = 0) -> str:
    result = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.typeset.abreast_drill", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert result.returncode == status, result.stderr
    return result.stdout.strip()


def test_the_copy_finishes_what_it_does_better() -> None:
    there = told("better_there")
    assert there.startswith("there, in ")
    assert there != "there, in us"


def test_what_is_better_here_is_done_here_and_the_copy_ends() -> None:
    assert told("better_here") == "here, in us, beside (1.0, 12.0)\nalone"


@pytest.mark.exhaustive
def test_a_copy_that_dies_is_done_without() -> None:
    assert told("dies") == "wasted: None alone"


@pytest.mark.exhaustive
def test_a_copy_that_says_nothing_is_not_waited_for() -> None:
    assert told("hangs") == "wasted: None"


@pytest.mark.exhaustive
def test_an_error_is_raised_here() -> None:
    assert told("fails") == "'here'"


@pytest.mark.exhaustive
def test_a_copy_ends_with_its_parent() -> None:
    copy = told("orphan", status=-9)
    wait_until_gone([int(copy)], 5)


def test_work_is_done_on_the_side_where_that_is_wanted() -> None:
    there, here, alone = told("beside").splitlines()
    assert there.startswith("1000000 in ")
    assert there != here == "1000000 in us"
    assert alone == "alone"


@pytest.mark.exhaustive
def test_work_is_done_here_where_the_copy_is_gone_or_says_nothing() -> None:
    said = told("beside_nobody").splitlines()
    assert said == ["1 here", "2 here", "1 here", "1000000 here"]


def test_no_copy_is_made_beside_threads_that_it_would_miss() -> None:
    done = threading.Event()
    others = [threading.Thread(target=done.wait) for _ in range(2)]
    for one in others:
        one.start()
    seen: list[Copy | None] = []
    try:
        abreast(seen.append)
    finally:
        done.set()
        for one in others:
            one.join()
    assert seen == [None]


@pytest.mark.parametrize(
    ("lines", "pages", "here"),
    [
        pytest.param(31, 2, 1, marks=pytest.mark.exhaustive),
        (14, 1, 2),
        pytest.param(46, 3, 1, marks=pytest.mark.exhaustive),
    ],
)
def test_a_sheet_set_at_once_is_the_one_that_is_set_alone(
    lines: int, pages: int, here: int
) -> None:
    same, count, settings, alone = told("page", str(lines)).split()
    assert same == "True"
    assert (int(count), int(settings)) == (pages, here)
    assert int(alone) > here
