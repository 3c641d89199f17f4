"""What a worker does before its first sheet."""

import gc
from collections.abc import Iterator

import pytest

from pipeline.publish import warm
from pipeline.typeset import engine
from pipeline.verify import page


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
