"""Exit statuses, and what is said of an outcome."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.cli.outcome import EXIT_STATUSES, ExitStatus, document, sentence
from pipeline.desk import status as desk_status
from tests.conftest import ROOT

Run = Callable[..., tuple[int, str, str]]


def test_the_page_of_exit_statuses_is_current(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--exit-statuses"]) == 0
    page = (ROOT / "docs/exit-status.md").read_text(encoding="utf-8")
    assert page == capsys.readouterr().out == document()
    for status in (0, 1, 2, 3, 130, 143):
        assert f"\n## {status}: " in page


@pytest.mark.parametrize("one", EXIT_STATUSES, ids=lambda one: one.name)
def test_an_exit_status_is_explained(one: ExitStatus, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(one.status)]) == 0
    assert capsys.readouterr().out.startswith(f"exit status {one.status}: {one.name}\n")


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "the disk is full: make room"),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), "the disk is full: make room"),
        (MemoryError(), "memory ran out: close other programs"),
        (OSError(errno.ENOMEM, "Cannot allocate memory"), "memory ran out: close other"),
        (OSError("libpango.so: failed to map segment from shared object"), "memory ran out:"),
        (ImportError("a.so: cannot allocate memory in static TLS block"), "memory ran out:"),
        (RuntimeError("can't start new thread"), "memory ran out: close other programs"),
        (PermissionError(errno.EACCES, "Permission denied", "x.po"), "x.po: Permission denied"),
        (ModuleNotFoundError(name="babel"), "the installation is damaged: it lacks babel; remove"),
        (RecursionError(), "a text is nested too deeply"),
    ],
)
def test_what_was_foreseen_is_one_line(
    polyleaf: Run, monkeypatch: pytest.MonkeyPatch, error: Exception, message: str
) -> None:
    monkeypatch.setattr(desk_status, "progress", raising(error))
    status, out, err = polyleaf("status")
    assert (status, out) == (2, "")
    assert err.startswith(f"polyleaf: {message}")
    assert err.count("\n") == 1


def test_the_unforeseen_is_one_line_and_a_log(
    project: Path, polyleaf: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_status, "progress", raising(KeyError("never seen before")))
    status, out, err = polyleaf("status", "es")
    log = project / "build/polyleaf-error.log"
    assert (status, out) == (3, "")
    assert err == f"polyleaf: something unforeseen (KeyError); what is known is in {log}\n"
    text = log.read_text(encoding="utf-8")
    assert f"command:  polyleaf status --project {project} es\n" in text
    for word in ("python: ", "system: ", "weasyprint ", "Traceback", "never seen before"):
        assert word in text


def test_where_no_project_takes_the_log_it_lies_in_the_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("pipeline.check.explain.overview", raising(ZeroDivisionError("by zero")))
    assert main(["explain", "--project", str(tmp_path / "nowhere")]) == 3
    (log,) = tmp_path.glob("polyleaf-error-*.log")
    assert capsys.readouterr().err.endswith(f" is in {log}\n")
    assert "ZeroDivisionError: by zero" in log.read_text(encoding="utf-8")


def test_what_a_worker_did_not_foresee_comes_with_its_way_there(
    project: Path, polyleaf: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.publish.run._make", break_down)
    status, _, err = polyleaf("pdf", "es", "--jobs", "2")
    assert status == 3
    assert "something unforeseen (LookupError)" in err
    log = (project / "build/polyleaf-error.log").read_text(encoding="utf-8")
    assert "in break_down" in log
    assert "no such thing in a worker" in log


def break_down(_batch: object, _step: object) -> None:
    raise LookupError("no such thing in a worker")


def raising(error: Exception) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


@pytest.mark.parametrize(("limit", "is_told"), [(200_000_000, True), (-1, False)])
def test_an_error_that_memory_did_not_suffice_for_is_known_where_there_is_little(
    limit: int, is_told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    resource = pytest.importorskip("resource")
    monkeypatch.setattr(resource, "getrlimit", lambda _: (limit, limit))
    lost = SystemError("error return without exception set")
    assert ("memory ran out" in sentence(lost)) is is_told
