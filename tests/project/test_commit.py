"""Whatever ends a process while it writes: afterwards all files are the old ones, or all the new.

What fails is a test double: each system call of the writing, in turn, kills the process, or says
that the disk is full, or broken, or not to be written. The sets are of one, two and four files.
"""

import errno
import fcntl
import json
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from pipeline.project import commit
from pipeline.project.commit import PREFIX, recover, write_together

CALLS = ("open", "write", "fsync", "ftruncate", "link", "replace", "rename", "unlink", "mkdir")
"""What of the system a writer uses; a file object writes by a call of its own."""

SETS: Mapping[str, tuple[str, ...]] = {
    "one": ("build/es/a.json",),
    "two": ("build/es/a.pdf", "build/es/a.json"),
    "four": ("locales/a.pot", "locales/es/a.po", "build/es/a.pdf", "build/es/a.json"),
}

FAULTS = {"full": errno.ENOSPC, "quota": errno.EDQUOT, "broken": errno.EIO, "denied": errno.EACCES}


def lay(root: Path, names: tuple[str, ...], *, existing: bool) -> dict[str, bytes | None]:
    """Put the old files of a set where they lie, or only one of their folders."""
    (root / "locales").mkdir(parents=True)
    (root / "build").mkdir()
    old: dict[str, bytes | None] = dict.fromkeys(names)
    for name in names if existing else ():
        old[name] = b"old " + name.encode()
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(old[name] or b"")
    return old


def new(names: tuple[str, ...]) -> dict[str, bytes]:
    return {name: b"new " + name.encode() * 5000 for name in names}


def held(root: Path, names: tuple[str, ...]) -> dict[str, bytes | None]:
    return {name: (root / name).read_bytes() if (root / name).exists() else None for name in names}


def left(root: Path) -> list[Path]:
    return [*root.rglob(f"{PREFIX}*")]


KILLER = """
import os, signal, sys
from pathlib import Path
from pipeline.project import commit
from tests.project.test_commit import CALLS, new

def run(root, names, number):
    count = 0
    def deadly(call):
        def wrapped(*words, **more):
            nonlocal count
            count += 1
            if count == number:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*words, **more)
        return wrapped
    for name in CALLS:
        setattr(os, name, deadly(getattr(os, name)))
    commit.write_together(root, {root / name: part for name, part in new(names).items()})

for line in sys.stdin:
    root, number, *names = line.split()
    child = os.fork()
    if not child:
        run(Path(root), tuple(names), int(number))
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


@pytest.mark.exhaustive
@pytest.mark.parametrize("existing", [True, False], ids=["replaced", "first"])
@pytest.mark.parametrize("names", SETS.values(), ids=SETS)
def test_a_process_killed_at_any_call_leaves_the_old_or_the_new(
    names: tuple[str, ...], existing: bool, tmp_path: Path
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(KILLER)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as killer:
        assert killer.stdin
        assert killer.stdout
        outcomes, number, status = set(), 0, -signal.SIGKILL
        while status:
            number += 1
            root = tmp_path / str(number)
            old = lay(root, names, existing=existing)
            killer.stdin.write(" ".join([str(root), str(number), *names]) + "\n")
            killer.stdin.flush()
            status = int(killer.stdout.readline())
            assert status in (0, -signal.SIGKILL)
            for name, content in held(root, names).items():
                assert content in (old[name], new(names)[name]), "each file is whole at once"
            recover(root)
            after = held(root, names)
            assert after in (old, new(names)), f"killed at call {number}"
            assert left(root) == []
            outcomes.add(after == old)
        killer.stdin.close()
    assert outcomes == {True, False}, "killed before it was sure, and after"
    assert number > 4 * len(names)


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
@pytest.mark.parametrize("existing", [True, False], ids=["replaced", "first"])
@pytest.mark.parametrize("names", SETS.values(), ids=SETS)
def test_a_call_that_fails_leaves_the_old_or_the_new_and_nothing_else(
    names: tuple[str, ...], existing: bool, fault: int, tmp_path: Path
) -> None:
    failed, number = 0, 0
    while True:
        number += 1
        root = tmp_path / str(number)
        old = lay(root, names, existing=existing)
        with pytest.MonkeyPatch.context() as patch:
            calls = _fail(patch, number, fault)
            try:
                write_together(root, {root / name: part for name, part in new(names).items()})
            except OSError:
                failed += 1
                assert held(root, names) == old, f"call {number} failed"
        recover(root)
        assert held(root, names) in (old, new(names))
        assert left(root) == []
        if calls() < number:
            break
    assert failed >= 3 * len(names)


def _fail(patch: pytest.MonkeyPatch, number: int, fault: int) -> Callable[[], int]:
    """Let one call fail, counted over all of them; return how many there were."""
    count = 0

    def failing(call: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*words: Any, **more: Any) -> Any:
            nonlocal count
            count += 1
            if count == number:
                raise OSError(fault, os.strerror(fault))
            return call(*words, **more)

        return wrapped

    for name in CALLS:
        patch.setattr(os, name, failing(getattr(os, name)))
    return lambda: count


def test_what_is_full_while_a_file_is_written_leaves_the_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = SETS["four"]
    old = lay(tmp_path, names, existing=True)
    fdopen = os.fdopen
    for number in range(len(names)):
        opened = 0

        def full(handle: int, mode: str, number: int = number) -> Any:
            nonlocal opened
            opened += 1
            file = fdopen(handle, mode)
            if opened > number:
                file.write(b"half a fi")
                file.close()
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return file

        monkeypatch.setattr(os, "fdopen", full)
        with pytest.raises(OSError, match="No space left"):
            write_together(tmp_path, {tmp_path / name: part for name, part in new(names).items()})
        assert held(tmp_path, names) == old
        assert left(tmp_path) == []


def test_a_file_system_without_second_names_takes_sets_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = SETS["four"]
    lay(tmp_path, names, existing=True)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refuse)
    write_together(tmp_path, {tmp_path / name: part for name, part in new(names).items()})
    assert held(tmp_path, names) == new(names)
    assert left(tmp_path) == []


def test_what_a_living_process_is_at_is_left_alone(tmp_path: Path) -> None:
    lay(tmp_path, SETS["two"], existing=True)
    with commit._set(tmp_path / "build/es") as (token, _):
        file = tmp_path / f"build/es/{PREFIX}{token}-0"
        file.write_bytes(b"under way")
        recover(tmp_path)
        assert file.exists()
        assert len(left(tmp_path)) == 2
    recover(tmp_path)
    assert left(tmp_path) == []


def test_the_lock_of_a_dead_process_binds_nobody(tmp_path: Path) -> None:
    deadly = "locked(Path(sys.argv[1])).__enter__(); os.kill(os.getpid(), signal.SIGKILL)"
    modules = "import os, signal, sys; from pathlib import Path"
    text = f"{modules}; from pipeline.project.disk import locked; {deadly}"
    done = subprocess.run([sys.executable, "-c", text, str(tmp_path)], check=False)
    assert done.returncode == -signal.SIGKILL
    handle = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    os.close(handle)


@pytest.mark.parametrize(
    "pair",
    [
        [".polyleaf-00-0", "../outside.txt"],
        ["../outside.txt", "build/es/a.pdf"],
        ["source/x.md", "build/es/a.pdf"],
        ["build/es/.polyleaf-11-0", "build/es/a.pdf"],
        "no pair",
        5,
    ],
)
def test_a_note_that_a_stranger_made_up_moves_nothing(pair: object, tmp_path: Path) -> None:
    project = tmp_path / "project"
    old = lay(project, SETS["two"], existing=True)
    (project / "source").mkdir()
    for file in (tmp_path / "outside.txt", project / "source/x.md"):
        file.write_bytes(b"mine")
    (project / f"build/es/{PREFIX}00.set").write_text(json.dumps([pair]), encoding="utf-8")
    recover(project)
    assert held(project, SETS["two"]) == old
    assert (tmp_path / "outside.txt").read_bytes() == b"mine"
    assert (project / "source/x.md").read_bytes() == b"mine"
    assert left(project) == []
