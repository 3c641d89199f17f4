"""What a stranger's names and texts may do to a terminal: nothing."""

import gc
import sys
import zipfile
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from pipeline.cli.colour import coloured
from pipeline.cli.terminal import settle_streams, shown
from tests.conftest import leave_small_article
from tests.copies import copy_project
from tests.terminal import on_terminal

STEERING = "\x1b]0;owned\x07\x1b]52;c;YQ==\x07\x1b[8m\x9b2J\x08\r"


class Terminal:
    def isatty(self) -> bool:
        return True


def test_codes_are_shown_and_ours_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(STEERING) == (r"\x1b]0;owned\x07\x1b]52;c;YQ==\x07\x1b[8m\x9b2J\x08\x0d")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    line = coloured("refused: a: error SRC001: PROOF APPROVED\n    fix: é语\t\r\n", Terminal())  # type: ignore[arg-type]
    assert "\x1b[" in line
    assert shown(line) == line
    assert shown("\r\x1b[Kchecking") == "\r\x1b[Kchecking"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with steering codes in the names of files and folders, and in texts."""
    root = tmp_path_factory.mktemp("steering")
    copy_project(root)
    leave_small_article(root)
    (root / f"source/{STEERING}.md").write_text("a", encoding="utf-8")
    (root / f"source/clinics/{STEERING}.toml").write_text("a = 1\n", encoding="utf-8")
    (root / f"source/regions/{STEERING}.toml").write_text("a = 1\n", encoding="utf-8")
    (root / f"locales/{STEERING}").mkdir()
    (root / f"locales/es/LC_MESSAGES/{STEERING}.po").write_text("a\n", encoding="utf-8")
    with zipfile.ZipFile(root / f"{STEERING}.zip", "w") as archive:
        archive.writestr(f"{STEERING}.mo", "a")
        archive.writestr(f"{STEERING}.po", f'msgid "{STEERING}')
    return root


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        *(
            pytest.param(words, marks=pytest.mark.exhaustive)
            for words in (
                ("locale", STEERING),
                ("check", "--format", "github"),
                ("pdf", "es"),
                ("pdf", "es", "--clinic", STEERING),
                ("status",),
                ("receive", f"{STEERING}.zip"),
                ("inspect", f"{STEERING}.zip"),
            )
        ),
    ],
    ids=lambda words: " ".join(word for word in words if "\x1b" not in word),
)
def test_no_command_writes_a_code_that_steers(
    project: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    command, *rest = words
    monkeypatch.chdir(project)
    status, out, err = on_terminal(command, "--project", project, *rest)
    text = out + err
    assert status in (1, 2)
    assert r"\x1b]0;owned" in text
    assert [letter for letter in text if letter < " " and letter != "\n"] == []
    assert "\x9b" not in text


def test_a_stream_that_nobody_else_holds_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """As that of a command which ``polyleaf serve`` runs."""
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(BytesIO(), "utf-8"))
    monkeypatch.setattr(sys, "stderr", TextIOWrapper(BytesIO(), "utf-8"))
    settle_streams()
    gc.collect(0)
    sys.stderr.write("é")
    assert not sys.stderr.closed
