"""A scratch folder goes with the command, wherever a signal falls."""

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.typeset.scratch import scratch_folder


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def _use() -> None:
    with scratch_folder() as folder:
        (folder / "fonts").mkdir()
        (folder / "fonts/fonts.conf").touch()


def _stopped_once(call: Callable[..., object]) -> Callable[..., None]:
    """Do as ``call`` does, and be stopped right after it, as by a signal, for the first time."""
    stops = [KeyboardInterrupt()]

    def done(*words: Any, **named: Any) -> None:
        call(*words, **named)
        if stops:
            raise stops.pop()

    return done


def test_only_its_owner_may_enter_it_and_it_goes(place: Path) -> None:
    with scratch_folder() as folder:
        assert folder.parent == place
        assert folder.stat().st_mode & 0o777 == 0o700
    _use()
    assert not list(place.iterdir())


@pytest.mark.parametrize(
    ("module", "name"),
    [(os, "mkdir"), (os, "unlink"), (os, "rmdir"), (shutil, "rmtree")],
)
def test_a_signal_at_its_making_or_its_removal_leaves_nothing(
    module: Any, name: str, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, name, _stopped_once(getattr(module, name)))
    with pytest.raises(KeyboardInterrupt):
        _use()
    assert not list(place.iterdir())
