"""Colour on terminals, and nowhere else."""

from io import StringIO

import pytest

from pipeline.cli.colour import coloured

LINE = "a.po:3: error CIT001: the citation is lost\n    fix:    put it back\n"


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")


def test_a_terminal_shows_errors_in_red() -> None:
    shown = coloured(LINE, Terminal())
    assert "a.po:3: \033[1m\033[31merror\033[0m CIT001: " in shown
    assert shown.replace("\033[1m", "").replace("\033[31m", "").replace("\033[0m", "") == LINE


def test_a_pipe_gets_the_words_alone() -> None:
    assert coloured(LINE, StringIO()) == LINE


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_who_wants_no_colour_gets_none(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    assert coloured(LINE, Terminal()) == LINE


def test_the_state_of_a_sheet_stands_out() -> None:
    assert "\033[33mPROOF\033[0m" in coloured("1 sheet: Spanish, PROOF: a.pdf", Terminal())
