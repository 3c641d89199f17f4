"""What is typed to see what the checks miss."""

import sys
from collections.abc import Callable

import pytest

from tests.mutations import __main__ as tool
from tests.mutations import paper, run


def test_a_slip_names_the_near_kinds_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["tests.mutations", "--missed", "foot remove"])
    with pytest.raises(SystemExit):
        tool.main()
    said = capsys.readouterr().err
    assert "there is no kind 'foot remove': did you mean 'foot removed'" in said
    assert len(said) < 400


def test_a_kind_of_the_printed_sheet_says_what_is_told_instead(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kind = next(one for one in paper.KINDS if one.name == "foot removed")
    monkeypatch.setattr(paper, "is_caught", lambda _: False)
    monkeypatch.setattr(paper, "found_after", lambda *_: ())
    monkeypatch.setattr(sys, "argv", ["tests.mutations", "--missed", kind.name])
    tool.main()
    told = capsys.readouterr().out
    assert told == f"foot removed: not told as {' or '.join(kind.codes)}; {_ALONE}"


_ALONE = "on a sheet of its own is found:\n    -\n"


def test_how_far_it_is_is_told_in_each_group(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "score", lambda _: run.Score())
    told: list[str] = []
    tell: Callable[[str], object] = told.append
    assert {*run.scores(tell)} == {*run.KINDS}
    assert all(any(f"; {group}: " in line for line in told) for group in run.GROUPS)
    assert len(told) <= len(run.KINDS) / run.TOLD + len(run.GROUPS)
