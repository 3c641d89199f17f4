"""``polyleaf serve``: stand ready, so that sheets are printed without loading the program anew.

Each command gets a process of its own, a copy of this one from the moment at which everything was
loaded and nothing of any project read. So nothing is left over from one command to the next.
"""

import argparse
import os
import selectors
import shlex
import signal
import socket
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import TextIOWrapper
from multiprocessing import util
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from pipeline.cli.outcome import UNFORESEEN, WELL
from pipeline.cli.resident import MOST, NAME, NO, YES, Request, Resident, door, is_ours
from pipeline.values.errors import PolyleafError

if TYPE_CHECKING:
    from pipeline.project import Project

SUMMARY = "stand ready, so that sheets are printed sooner"
DESCRIPTION = (
    "Load the program once and wait. While it waits, 'polyleaf pdf' and 'make pdf' in the same "
    "project hand their work to it, and print the same sheets and words, sooner. It reads every "
    "file anew for each command. Ctrl-C ends it; it ends by itself when nobody has asked for a "
    "while, when its project is gone, and when the program, a library or the environment is no "
    "longer the same. Linux only."
)

IDLE = 60
"""Minutes without a command after which it ends."""

GLANCE = 5.0
"""Seconds after which it looks whether it is still wanted."""

STOPPING = (signal.SIGINT, signal.SIGTERM)

READING = 1.0
"""Seconds in which a request must have come."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument(
        "--idle",
        type=_minutes,
        default=IDLE,
        metavar="MINUTES",
        help=f"end when nobody has asked for so long (default: {IDLE})",
    )


def _minutes(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"'{text}' is not a number of minutes: write 1 or more")
    return int(text)


def run(words: argparse.Namespace) -> int:
    """Wait for commands and have each run by a copy of this process."""
    if sys.platform != "linux":
        raise PolyleafError("serve works on Linux alone; polyleaf pdf needs no serve")
    from pipeline.project import Project
    from pipeline.project.disk import make_folder

    project = Project.at(words.project)
    make_folder(project.root, project.build)
    with _listening(project.build) as (listener, is_there):
        _load(project)
        watch = _Watch.now()
        print("ready: polyleaf pdf is quicker now; Ctrl-C ends this", file=sys.stderr, flush=True)
        why = _Desk(listener, watch, is_there, words.idle * 60).attend()
    print(why, file=sys.stderr)
    return WELL


@contextmanager
def _listening(build: Path) -> Iterator[tuple[socket.socket, Callable[[], bool]]]:
    """Open the socket that only this user may open; take away one at which nobody listens."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
        try:
            with door(build) as name:
                _make_room(name, build)
                before = os.umask(0o177)
                try:
                    listener.bind(name)
                finally:
                    os.umask(before)
                own = os.lstat(name).st_ino
        except OSError as error:
            raise PolyleafError(f"{build / NAME} cannot be opened: {error.strerror}") from None
        listener.listen()

        def is_there() -> bool:
            with suppress(OSError):
                return os.lstat(build / NAME).st_ino == own
            return False

        try:
            yield listener, is_there
        finally:
            if is_there():
                (build / NAME).unlink()


def _make_room(name: str, build: Path) -> None:
    """Take away the socket of a process that is gone."""
    try:
        found = os.lstat(name)
    except FileNotFoundError:
        return
    if not stat.S_ISSOCK(found.st_mode):
        raise PolyleafError(f"{build / NAME} is in the way: take it out of build/")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(READING)
        try:
            line.connect(name)
        except ConnectionRefusedError:
            Path(name).unlink()
            return
    raise PolyleafError("polyleaf serve stands ready in this project already")


def _load(project: "Project") -> None:
    """Load all that a sheet needs, and use once what is slow only the first time."""
    from pipeline.publish.executors.processes import is_alone
    from pipeline.publish.rehearse import rehearse
    from pipeline.publish.warm import warm_up

    warm_up()
    rehearse(project)
    if not is_alone():
        raise PolyleafError("serve cannot work here: a library has started threads of its own")


@dataclass(frozen=True, slots=True)
class _Watch:
    """Marks of the program and of all libraries that are loaded, as they were."""

    files: frozenset[str]
    """The program's."""
    marks: dict[str, tuple[int, int, int] | None]

    @classmethod
    def now(cls) -> "_Watch":
        """Note the program's files, the folders of libraries, and what is mapped into memory."""
        files = _program()
        loaded = {getattr(one, "__file__", None) or "" for one in [*sys.modules.values()]}
        maps = Path("/proc/self/maps").read_text("utf-8", "surrogateescape")
        mapped = {line.split(maxsplit=5)[-1] for line in maps.splitlines()}
        installed = (one for one in sys.path if one.startswith(sys.prefix))
        places = {*files, *loaded, *mapped, *installed}
        return cls(files, {one: _mark(one) for one in places if one.startswith("/")})

    def changed(self) -> str:
        """Name what is no longer what it was, empty where all is."""
        if new := self.files ^ _program():
            return min(new)
        return next((one for one, mark in self.marks.items() if _mark(one) != mark), "")


def _program() -> frozenset[str]:
    """List the program's files, but for what Python and we keep beside them."""
    package = str(Path(__file__).parent.parent)
    return frozenset(
        f"{folder}/{name}"
        for folder, _, names in os.walk(package)
        if not folder.endswith("__pycache__")
        for name in names
    )


def _mark(file: str) -> tuple[int, int, int] | None:
    try:
        found = Path(file).stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ino


@contextmanager
def _heard() -> Iterator[socket.socket]:
    """Give what can be read as soon as a signal asks this process to end."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.setblocking(False)
        before = {one: signal.signal(one, lambda *_: None) for one in STOPPING}
        other = signal.set_wakeup_fd(theirs.fileno())
        try:
            yield ours
        finally:
            signal.set_wakeup_fd(other)
            for one, handler in before.items():
                signal.signal(one, handler)


class _Desk:
    """Takes commands as they come, and sees to those that are under way."""

    def __init__(
        self,
        listener: socket.socket,
        watch: _Watch,
        is_there: Callable[[], bool],
        idle: float,
    ) -> None:
        self._listener, self._watch = listener, watch
        self._is_there, self._idle = is_there, idle
        self._eyes = selectors.DefaultSelector()
        self._running: dict[int, int] = {}
        """The processes that are at a command, by what tells of their end."""

    def attend(self) -> str:
        """Take commands until there is a reason to end, and return that."""
        self._listener.setblocking(False)
        self._eyes.register(self._listener, selectors.EVENT_READ, self._open)
        last = time.monotonic()
        try:
            with _heard() as bell:
                # Not as an exception, which might fall between a process and our knowing of it.
                self._eyes.register(bell, selectors.EVENT_READ, lambda: None)
                return self._wait(bell, last)
        finally:
            self._listener.close()
            for process in self._running.values():
                with suppress(ChildProcessError):
                    os.waitpid(process, 0)

    def _wait(self, bell: socket.socket, last: float) -> str:
        while True:
            for key, _ in self._eyes.select(GLANCE):
                if key.fileobj is bell:
                    return "ended"
                key.data()
                last = time.monotonic()
            if not self._is_there():
                return "ended: the project's build/ is gone, or another serves it"
            if changed := self._watch.changed():
                return f"ended: {changed} has changed; start it again"
            if not self._running and time.monotonic() - last > self._idle:
                return "ended: nobody has asked for a while"

    def _open(self) -> None:
        """Take a request, or say no, so that whoever asks does it themselves."""
        with suppress(OSError):
            line, _ = self._listener.accept()
            with line:
                request, outputs = _read_request(line)
                try:
                    suits = request and len(outputs) == 2 and request.suits()
                    if not request or not suits or self._watch.changed():
                        line.sendall(NO)
                        return
                    line.sendall(YES)
                    self._start(line, request, outputs)
                finally:
                    for output in outputs:
                        os.close(output)

    def _start(self, line: socket.socket, request: Request, outputs: list[int]) -> None:
        begun = time.monotonic()
        process = os.fork()
        if process == 0:
            signal.set_wakeup_fd(-1)
            for one in STOPPING:
                signal.signal(one, signal.SIG_DFL)
            for key in [*self._eyes.get_map().values()]:
                # The line to another command is not this one's to hold.
                other = key.fileobj
                other.close() if isinstance(other, socket.socket) else os.close(key.fd)
            _run_and_end(line, request, outputs)
        end = os.pidfd_open(process)
        asked = socket.socket(fileno=os.dup(line.fileno()))

        def hear() -> None:
            """Hand on a signal; where whoever asked is gone, their command ends."""
            if end not in self._running:
                return  # it was done a moment ago, and its number may be another's
            told = b""
            with suppress(OSError):
                told = asked.recv(1)
            number = told[0] if told else int(signal.SIGTERM)
            if number in STOPPING:
                os.kill(process, number)
            if not told:
                self._eyes.unregister(asked)

        def done() -> None:
            _, how = os.waitpid(process, 0)
            took = time.monotonic() - begun
            told = shlex.join(_typed(request.arguments))
            status = os.waitstatus_to_exitcode(how)
            print(f"{told}: exit status {status}, {took:.1f} s", file=sys.stderr, flush=True)
            for one in (end, asked):
                with suppress(KeyError):
                    self._eyes.unregister(one)
            del self._running[end]
            os.close(end)
            asked.close()

        self._running[end] = process
        self._eyes.register(end, selectors.EVENT_READ, done)
        self._eyes.register(asked, selectors.EVENT_READ, hear)


def _typed(arguments: list[str]) -> list[str]:
    """Return a command's words without what make hands on beside them."""
    return arguments[2:] if arguments[:1] == ["--make"] else arguments


def _read_request(line: socket.socket) -> tuple[Request | None, list[int]]:
    """Read who asks for what; nothing where it is not this user, or no request."""
    line.settimeout(READING)
    outputs: list[int] = []
    try:
        if not is_ours(line):
            return None, outputs
        _, outputs, _, _ = socket.recv_fds(line, 1, 2)
        text = b""
        while not text.endswith(b"\n") and len(text) < MOST:
            piece = line.recv(MOST)
            if not piece:
                return None, outputs
            text += piece
        return Request.read(text), outputs
    except (OSError, ValueError, TypeError):
        return None, outputs


def _run_and_end(line: socket.socket, request: Request, outputs: list[int]) -> NoReturn:
    """Be the command that was asked for, tell its exit status, and end."""
    status = UNFORESEEN
    try:
        os.setsid()
        # No worker is to hold the line to whoever asked.
        util.register_after_fork(line, socket.socket.close)
        line.settimeout(None)
        _take_outputs(outputs)
        os.environ.clear()
        os.environ.update(request.environment)
        os.umask(request.umask)
        os.chdir(request.folder)
        sys.argv = [request.name, *request.arguments]
        Resident.is_one = True
        from pipeline.cli.main import main

        status = main(request.arguments)
    except SystemExit as error:
        status = error.code if isinstance(error.code, int) else UNFORESEEN
    finally:
        # All is done: that whoever asked is gone as soon as they know it ends nothing any more.
        for one in STOPPING:
            signal.signal(one, signal.SIG_IGN)
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                stream.flush()
        with suppress(OSError):
            line.sendall(bytes([status & 0xFF]))
        os._exit(status & 0xFF)


def _take_outputs(outputs: list[int]) -> None:
    """Write where whoever asked writes."""
    nobody = os.open(os.devnull, os.O_RDONLY)
    for output, own in ((nobody, 0), (outputs[0], 1), (outputs[1], 2)):
        os.dup2(output, own)
        os.close(output)
    told = sys.stdout.encoding, sys.stdout.errors
    sys.stdout = _stream(1, *told)
    sys.stderr = _stream(2, told[0], "backslashreplace")


def _stream(number: int, encoding: str, errors: str | None) -> TextIOWrapper:
    return TextIOWrapper(
        os.fdopen(number, "wb", closefd=False), encoding, errors, write_through=True
    )
