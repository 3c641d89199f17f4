"""A process that stands ready prints the same, sees what changed, and is missed by nobody."""

import json
import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from pipeline.cli import resident
from pipeline.cli.resident import NAME, NO, YES, Request, hand_over
from pipeline.cli.serve import _typed, _Watch
from tests.conftest import ROOT, replace
from tests.copies import copy_project, shorten
from tests.rows import each_row

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="serve works on Linux alone")

Done = subprocess.CompletedProcess[str]


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "pipeline", *words]


def surroundings() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def polyleaf(project: Path, *words: str) -> Done:
    """Run a command in a process of its own, as users do."""
    return subprocess.run(
        command(*words),
        cwd=project,
        env=surroundings(),
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )


def wait_for(log: Path, words: str) -> None:
    """Wait until a process that stands ready has written something."""
    until = time.monotonic() + 120
    while words not in log.read_text():
        assert time.monotonic() < until, log.read_text()
        time.sleep(0.02)


@contextmanager
def served(project: Path, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Have a process stand ready for a project."""
    with log.open("wb") as output:
        process = subprocess.Popen(command("serve"), cwd=project, env=surroundings(), stderr=output)
    try:
        wait_for(log, "ready")
        yield process
    finally:
        process.kill()
        process.wait()


def sheets(project: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in (project / "build" / "es").iterdir()}


@pytest.mark.exhaustive
def test_what_is_printed_is_the_same_and_of_today(tmp_path: Path) -> None:
    project, log = tmp_path / "ours", tmp_path / "log"
    copy_project(project, ("es",))
    shorten(project)
    alone = polyleaf(project, "pdf", "es")
    assert alone.returncode == 0, alone.stderr
    before = sheets(project)
    shutil.rmtree(project / "build" / "es")
    with served(project, log) as process:
        assert stat.S_IMODE((project / "build" / NAME).stat().st_mode) == 0o600
        ready = polyleaf(project, "pdf", "es")
        assert (ready.returncode, ready.stdout, ready.stderr) == (0, alone.stdout, alone.stderr)
        assert sheets(project) == before
        wait_for(log, "pdf es: exit status 0")

        # Nothing is known from one command to the next.
        catalog = project / "locales/es/LC_MESSAGES/attachment-and-depression.po"
        replace(catalog, 'msgstr "Reflexiones', 'msgstr "[@nobody2000] Reflexiones')
        ready = polyleaf(project, "pdf", "es")
        assert ready.returncode == 1
        assert "nobody2000" in ready.stderr
        assert not (project / "build" / "es" / next(iter(before))).exists()
        wait_for(log, "pdf es: exit status 1")
        assert polyleaf(project, "pdf", "xx").returncode == 2
        wait_for(log, "pdf xx: exit status 2")

        # A second one is refused; the first one's end is survived, and its socket is no hindrance.
        second = polyleaf(project, "serve")
        assert (second.returncode, "already" in second.stderr) == (2, True)
        process.kill()
        process.wait()
        assert (project / "build" / NAME).is_socket()
        assert polyleaf(project, "pdf", "xx").returncode == 2
    with served(project, log) as process:
        assert polyleaf(project, "pdf", "xx").returncode == 2
        wait_for(log, "pdf xx: exit status 2")
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0
    assert log.read_text().endswith("ended\n")
    assert not (project / "build" / NAME).exists()


@pytest.mark.exhaustive
def test_who_asked_can_stop_what_was_asked(tmp_path: Path) -> None:
    project, log = tmp_path / "ours", tmp_path / "log"
    copy_project(project, ("es", "ar"))
    shorten(project)
    with served(project, log):
        words = ["pdf", "en", "es", "ar", "--jobs", "1", "--edition", "handout large-print"]
        with subprocess.Popen(
            command(*words),
            cwd=project,
            env=surroundings(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as asking:
            assert asking.stdout
            assert asking.stdout.readline().startswith("build/")
            asking.send_signal(signal.SIGTERM)
            _, errors = asking.communicate(timeout=120)
        assert asking.returncode == 128 + signal.SIGTERM
        assert "interrupted" in errors
        assert len([*(project / "build").glob("*/*.pdf")]) < 6
        wait_for(log, "exit status 143")


# What the one who asks makes of answers


@pytest.fixture
def answering(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Callable[[socket.socket], None]], Path]]:
    """Have something listen in a project's build/ that answers as a test says."""
    monkeypatch.setattr(resident, "PATIENCE", 0.5)
    streams = [open(os.devnull, "w") for _ in range(2)]  # noqa: SIM115, PTH123
    monkeypatch.setattr(sys, "stdout", streams[0])
    monkeypatch.setattr(sys, "stderr", streams[1])
    (tmp_path / "build").mkdir()
    listener = socket.socket(socket.AF_UNIX)
    with closing(listener):

        def begin(answer: Callable[[socket.socket], None]) -> Path:
            listener.bind(str(tmp_path / "build" / NAME))
            listener.listen()

            def attend() -> None:
                line, _ = listener.accept()
                with line:
                    answer(line)

            threading.Thread(target=attend, daemon=True).start()
            return tmp_path

        yield begin
    for stream in streams:
        stream.close()


def request_from(line: socket.socket) -> Request:
    text = b""
    socket.recv_fds(line, 1, 2)
    while not text.endswith(b"\n"):
        text += line.recv(1 << 16)
    return Request.read(text)


Answering = Callable[[Callable[[socket.socket], None]], Path]


def test_the_exit_status_is_handed_back(answering: Answering) -> None:
    asked: list[Request] = []

    def answer(line: socket.socket) -> None:
        asked.append(request_from(line))
        line.sendall(YES + b"\1")

    assert hand_over(["pdf", "es"], answering(answer)) == 1
    assert asked[0].arguments == ["pdf", "es"]
    assert asked[0].suits()


def say_no(line: socket.socket) -> None:
    request_from(line)
    line.sendall(NO)


def say_nothing(line: socket.socket) -> None:
    time.sleep(3)


def hang_up(line: socket.socket) -> None:
    request_from(line)


def die_at_it(line: socket.socket) -> None:
    request_from(line)
    line.sendall(YES)


@pytest.mark.parametrize("answer", [say_no, say_nothing, hang_up, die_at_it])
def test_without_a_status_the_command_does_it_itself(
    answering: Answering, answer: Callable[[socket.socket], None]
) -> None:
    assert hand_over(["pdf"], answering(answer)) is None


def test_a_signal_is_handed_on(answering: Answering) -> None:
    heard: list[int] = []

    def answer(line: socket.socket) -> None:
        request_from(line)
        line.sendall(YES)
        time.sleep(0.2)
        os.kill(os.getpid(), signal.SIGINT)
        heard.extend(line.recv(1))
        line.sendall(bytes([130]))

    assert hand_over(["pdf"], answering(answer)) == 130
    assert heard == [signal.SIGINT]


def test_what_is_no_socket_of_ours_is_left_alone(tmp_path: Path) -> None:
    assert hand_over(["pdf"], tmp_path) is None
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / NAME).write_text("not a socket")
    assert hand_over(["pdf"], tmp_path) is None
    result = polyleaf(ROOT, "serve", "--project", str(tmp_path))
    assert result.returncode == 2


@each_row("name", ["LC_ALL", "FONTCONFIG_FILE", "PYTHONPATH", "HOME"])
def test_other_surroundings_are_not_served(name: str) -> None:
    request = Request.of(["pdf"])
    assert request.suits()
    request.environment[name] = "/elsewhere"
    assert not request.suits()
    request = Request.of(["pdf"])
    request.environment["COLUMNS"] = "40"
    assert request.suits(), "how wide the terminal is, each command asks anew"
    request.program[1] = "0.0.1"
    assert not request.suits()


def test_a_request_is_read_as_it_was_written() -> None:
    request = Request.of(["pdf", "es", "--clinic", "ñ"])
    assert Request.read(request.written()) == request
    for other in (b"", b"[]\n", b"{}\n", json.dumps({"arguments": []}).encode()):
        with pytest.raises((ValueError, TypeError)):
            Request.read(other)


def test_what_is_told_of_a_command_is_what_was_typed() -> None:
    assert _typed(["--make", "pdf|pdf|LANG|||es", "pdf", "es"]) == ["pdf", "es"]
    assert _typed(["pdf", "es"]) == ["pdf", "es"]
    assert _typed([]) == []


def test_a_changed_library_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "library.so"
    file.write_text("one")
    watch = _Watch(_Watch.now().files, {str(file): None})
    assert watch.changed() == str(file), "it was not there"
    assert _Watch.now().changed() == ""
    assert _Watch(_Watch.now().files | {"/gone.py"}, {}).changed() == "/gone.py"
