"""Handing a command to a process that stands ready: what `polyleaf pdf` asks of `polyleaf serve`.

The one who asks sends what the command was told, and where its output goes. The resident process
runs the very same program with it, so that output, exit status and sheets are the same. It is
asked only where it is this user's, and of this program in these surroundings; whatever else
happens, the command does its work itself.
"""

import json
import os
import signal
import socket
import stat
import struct
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from pipeline import __version__

NAME = ".serve"
"""The socket in ``build/``, which only this user may open."""

PATIENCE = 3.0
"""Seconds in which a resident process must say that it takes a command."""

YES = b"y"
NO = b"n"

MOST = 1 << 20
"""Bytes of a request."""

_TELLING = (
    *("LANG", "LC_", "FONTCONFIG", "FC_", "PANGO", "XDG_", "HOME", "PYTHON", "LD_"),
    *("TZ", "TMP", "TEMP", "SOURCE_DATE_EPOCH", "GLIBC_", "MALLOC_"),
)
"""How variables of the environment begin that libraries read when they are loaded."""


class Resident:
    """What this process is."""

    is_one = False
    """Whether a resident process has started it for a command."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A command as it was given, and all that it would see of its surroundings."""

    arguments: list[str]
    name: str
    """How the program was called."""
    folder: str
    """The working folder."""
    environment: dict[str, str]
    umask: int
    program: list[str]
    """Which program it is, and which Python runs it."""

    @classmethod
    def of(cls, arguments: Sequence[str]) -> "Request":
        """Describe a command that this process was given."""
        umask = os.umask(0o077)
        os.umask(umask)
        return cls(
            arguments=[*arguments],
            name=sys.argv[0],
            folder=str(Path.cwd()),
            environment=dict(os.environ),
            umask=umask,
            program=program(),
        )

    @classmethod
    def read(cls, text: bytes) -> "Request":
        """Read what `written` wrote; `ValueError` or `TypeError` where it is anything else."""
        return cls(**json.loads(text))

    def written(self) -> bytes:
        """Write it in one line."""
        return json.dumps(asdict(self)).encode() + b"\n"

    def suits(self) -> bool:
        """Say whether this process is the same program in the same surroundings."""
        return self.program == program() and _telling(self.environment) == _telling(os.environ)


def program() -> list[str]:
    """Return what must be the same of two processes for one to stand in for the other."""
    package = os.path.realpath(Path(__file__).parent.parent)
    return [package, __version__, sys.version, sys.prefix, os.path.realpath(sys.executable)]


def _telling(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if name.startswith(_TELLING)}


@contextmanager
def door(build: Path) -> Iterator[str]:
    """Give the name of the socket in a folder that may have a name too long for one."""
    folder = os.open(build, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        yield f"/proc/self/fd/{folder}/{NAME}"
    finally:
        os.close(folder)


def is_ours(line: socket.socket) -> bool:
    """Say whether the process at the other end is this user's."""
    credentials = line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    return bool(struct.unpack("3i", credentials)[1] == os.getuid())


def hand_over(arguments: Sequence[str], project: Path) -> int | None:
    """Have a resident process run a command, and return its exit status.

    ``None`` says that nobody did, and that the command is still to be run.
    """
    if Resident.is_one or sys.platform != "linux":
        return None
    try:
        found = os.lstat(project / "build" / NAME)
        if not (stat.S_ISSOCK(found.st_mode) and found.st_uid == os.getuid()):
            return None
        outputs = [sys.stdout.fileno(), sys.stderr.fileno()]
        sys.stdout.flush()
        sys.stderr.flush()
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.settimeout(PATIENCE)
            with door(project / "build") as name:
                line.connect(name)
            if not is_ours(line):
                return None
            socket.send_fds(line, [b"o"], outputs)
            line.sendall(Request.of(arguments).written())
            if line.recv(1) != YES:
                return None
            line.settimeout(None)
            return _status(line)
    except (OSError, ValueError):
        return None


def _status(line: socket.socket) -> int | None:
    """Wait for the exit status, and hand on the signals that stop a command."""
    stopped: list[int] = []

    def hand_on(number: int, _frame: object) -> None:
        stopped.append(number)
        with suppress(OSError):
            line.send(bytes([number]))

    before = {one: signal.signal(one, hand_on) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        told = line.recv(1)
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
    if stopped and not told:
        os.kill(os.getpid(), stopped[0])
    return told[0] if told else None
