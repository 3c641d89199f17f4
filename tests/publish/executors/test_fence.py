"""A worker reaches no address and no file but those of its work, where the system sees to that."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.doctor.machine import this_machine
from pipeline.publish.executors import landlock, seccomp
from pipeline.publish.executors.fence import (
    Reach,
    can_close_files,
    can_close_network,
    close_files,
    close_network,
)
from pipeline.publish.executors.processes import Processes
from pipeline.publish.executors.seccomp import can_filter
from tests.conftest import ROOT
from tests.steps import in_two_steps

files = pytest.mark.skipif(not can_close_files(), reason="this system has no Landlock")

KINDS = {
    "TCP": (socket.AF_INET, socket.SOCK_STREAM),
    "UDP": (socket.AF_INET, socket.SOCK_DGRAM),
    "TCP of IPv6": (socket.AF_INET6, socket.SOCK_STREAM),
    "local": (socket.AF_UNIX, socket.SOCK_STREAM),
    "netlink": (socket.AF_NETLINK, socket.SOCK_RAW),
}


def knock(port: int, _: str) -> str:
    """Try to reach a port on this computer."""
    try:
        with socket.socket() as one:
            one.connect(("127.0.0.1", port))
    except PermissionError:
        return "refused"
    return "reached"


@pytest.mark.exhaustive
@pytest.mark.skipif(not can_close_network(), reason="this system can close no network")
def test_a_worker_cannot_reach_a_port_that_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert knock(port, "") == "reached"
        with Processes(1) as executor:
            assert [*executor.run(knock, port, ["a"])] == ["refused"]


def make(_: None, kind: str) -> str:
    """Try to make a socket."""
    try:
        socket.socket(*KINDS[kind]).close()
    except PermissionError:
        return "refused"
    return "made"


@pytest.mark.skipif(not can_filter(), reason="this system cannot filter calls")
def test_a_worker_cannot_make_a_socket_of_any_kind() -> None:
    assert {make(None, kind) for kind in KINDS if kind != "TCP of IPv6"} == {"made"}
    with Processes(1) as executor:
        assert {*executor.run(make, None, KINDS)} == {"refused"}


def within(folder: Path) -> Reach:
    """Let a worker change one folder, read another, and run what the system has."""
    return Reach(
        reads=(str(folder / "read"), sys.prefix, sys.base_prefix),
        runs=("/usr", "/bin", "/lib", "/lib64"),
        changes=(str(folder / "change"), os.devnull),
    )


def outcome(act: Callable[[], object]) -> str:
    try:
        act()
    except PermissionError:
        return "refused"
    return "done"


def attempt(folder: Path, what: str) -> str:
    """Try something with files, and say whether it was refused."""
    return outcome(ATTEMPTS[what](folder))


ATTEMPTS: dict[str, Callable[[Path], Callable[[], object]]] = {
    "read inside": lambda at: (at / "read/a").read_bytes,
    "list inside": lambda at: lambda: [*(at / "read").iterdir()],
    "write inside": lambda at: lambda: (at / "change/new").write_bytes(b"new"),
    "rename inside": lambda at: lambda: (at / "change/a").rename(at / "change/b"),
    "remove inside": lambda at: (at / "change/c").unlink,
    "make a folder inside": lambda at: (at / "change/folder").mkdir,
    "run what is installed": lambda _: lambda: subprocess.run(["/bin/true"], check=True),
    "write to nobody": lambda _: lambda: Path(os.devnull).write_bytes(b"a"),
    "read outside": lambda at: (at / "outside/a").read_bytes,
    "read through a link": lambda at: (at / "read/link").read_bytes,
    "list outside": lambda at: lambda: [*(at / "outside").iterdir()],
    "write what may be read": lambda at: lambda: (at / "read/a").write_bytes(b"new"),
    "write outside": lambda at: lambda: (at / "outside/new").write_bytes(b"new"),
    "cut outside": lambda at: lambda: os.truncate(at / "outside/a", 0),
    "remove outside": lambda at: (at / "outside/a").unlink,
    "make a folder outside": lambda at: (at / "outside/folder").mkdir,
    "make a link": lambda at: lambda: (at / "change/link").symlink_to(at / "outside"),
    "run what was sent": lambda at: lambda: subprocess.run([at / "read/program"], check=True),
    "read another's environment": lambda _: Path(f"/proc/{os.getppid()}/environ").read_bytes,
}


def three_folders(root: Path) -> Path:
    """Make a folder to read, one to change, and one outside."""
    for name in ("read", "change", "outside"):
        (root / name).mkdir(parents=True)
        (root / name / "a").write_bytes(b"secret")
    (root / "change/c").touch()
    (root / "read/link").symlink_to(root / "outside/a")
    (root / "read/program").write_text("#!/bin/sh\n")
    (root / "read/program").chmod(0o755)
    return root


@files
def test_a_worker_reaches_the_files_of_its_work_and_no_others(tmp_path: Path) -> None:
    free, fenced = three_folders(tmp_path / "free"), three_folders(tmp_path / "fenced")
    assert [what for what in ATTEMPTS if attempt(free, what) == "refused"] == []
    with Processes(1, reach=within) as executor:
        found = dict(zip(ATTEMPTS, executor.run(attempt, fenced, ATTEMPTS), strict=True))
    assert [name for name, one in found.items() if one == "done"] == [*ATTEMPTS][:8]
    assert (fenced / "outside/a").read_bytes() == b"secret"
    assert [one.name for one in (fenced / "outside").iterdir()] == ["a"]


@pytest.mark.exhaustive
@files
def test_what_is_not_there_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "change").mkdir()
    with Processes(1, reach=within) as executor:
        assert [*executor.run(attempt, tmp_path, ["write inside"])] == ["done"]


def walls(version: int, filters: str, folder: Path, port: int) -> dict[str, Any]:
    """Close this process in as on a Linux of another version, and tell what stands then.

    ``version`` is Landlock's; ``filters`` is empty where calls cannot be filtered.
    """
    landlock.version = lambda: version  # type: ignore[assignment]
    if not filters:
        seccomp._processor = lambda: None
    doctor = this_machine().fence
    assert doctor
    told = doctor()
    closed = (close_network(), close_files(within(folder)))
    return {
        "told": told,
        "closed": closed,
        "TCP": knock(port, ""),
        "UDP": make(None, "UDP"),
        "files": [what for what in ATTEMPTS if attempt(folder, what) == "refused"],
    }


ALL_FILES = [*ATTEMPTS][8:]
CUT = ["cut outside"]
"""The one access to a file that the filter of calls refuses, since older Landlocks do not."""

LINUX = {
    "5.15, Ubuntu 22.04: files cannot be renamed": (1, "seccomp", True, False, CUT),
    "without Landlock, such as in many containers": (0, "seccomp", True, False, CUT),
    "6.1, Debian 12: no rules for TCP, nor for cutting": (2, "seccomp", True, True, ALL_FILES),
    "6.2: no rules for TCP": (3, "seccomp", True, True, ALL_FILES),
    "neither, such as on another processor": (0, "", False, False, []),
    "6.2, without filters": (3, "", False, True, ALL_FILES),
    "6.7, without filters: TCP alone": (4, "", False, True, ALL_FILES),
    "6.1, without filters": (2, "", False, True, [one for one in ALL_FILES if one not in CUT]),
}


@files
@pytest.mark.skipif(not can_filter(), reason="this system cannot filter calls")
@pytest.mark.parametrize("what", in_two_steps(LINUX, ()))
def test_the_walls_that_an_older_linux_has_stand_and_doctor_says_which(
    what: str, tmp_path: Path
) -> None:
    version, filters, network, others, refused = LINUX[what]
    if version > landlock.version():
        pytest.skip("this Linux is older")
    three_folders(tmp_path)
    code = (
        "import json, pathlib, sys; from tests.publish.executors.test_fence import walls; "
        "version, filters, folder, port = sys.argv[1:]; "
        "print(json.dumps(walls(int(version), filters, pathlib.Path(folder), int(port))))"
    )
    with socket.create_server(("127.0.0.1", 0)) as server:
        words = [str(version), filters, str(tmp_path), str(server.getsockname()[1])]
        process = [sys.executable, "-c", code, *words]
        told = subprocess.run(process, capture_output=True, text=True, check=True, cwd=ROOT)
    found = json.loads(told.stdout)
    assert found["told"] == found["closed"] == [network, others]
    assert found["UDP"] == ("refused" if network else "made")
    is_closed = network or version >= landlock.WITH_NETWORK
    assert found["TCP"] == ("refused" if is_closed else "reached")
    assert found["files"] == refused
