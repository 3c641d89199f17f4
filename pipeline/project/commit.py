"""A set of files takes its names together or not at all, whatever ends the process meanwhile.

Each file is written beside its place under a temporary name and flushed to the disk. Then what is
to be renamed is noted in the set's own file, which is the commitment: who finds it later, with
nobody holding its lock, ends the renaming. Without it, what was written is taken away. The system
frees the lock of a process that is gone, so a dead one binds nobody.
"""

import errno
import fcntl
import json
import os
import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from pipeline.project.ground import real_place
from pipeline.values.errors import PolyleafError

PREFIX = ".polyleaf-"
"""Begins the names of files that are not finished."""

SET = ".set"
"""Ends the name of the file that a set is noted in."""

_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EMLINK, errno.ENOSYS)

_ROOMS = ("source", "locales", "build")
_MOST = 100_000
"""So many names are looked at for what dead processes left behind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Staged:
    """A file that is written, and does not have its name yet."""

    temporary: Path
    final: Path

    @property
    def former(self) -> Path:
        """The name under which the old file is kept until all have theirs."""
        return self.temporary.with_name(f"{self.temporary.name}.old")


def write_together(root: Path, files: Mapping[Path, bytes]) -> None:
    """Write files of a project, each whole, all of them or none; an `OSError` says that none is.

    Names are replaced: where one is a link, the link goes, and what it leads to stays.
    """
    places = {real_place(root, path): content for path, content in files.items()}
    for place in places:
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.is_dir() and not place.is_symlink():
            raise IsADirectoryError(errno.EISDIR, "a folder is in its place", str(place))
    with _set(next(iter(places)).parent) as (token, note):
        staged: list[_Staged] = []
        try:
            for number, (place, content) in enumerate(places.items()):
                one = _Staged(temporary=place.with_name(f"{PREFIX}{token}-{number}"), final=place)
                staged.append(one)
                _write(one, content)
            if len(staged) > 1:
                _note(root, note, staged)
            _rename(staged, note)
        finally:
            for one in staged:
                _forget(one.temporary)
                _forget(one.former)
    for folder in {place.parent for place in places}:
        _flush_folder(folder)


def _write(one: _Staged, content: bytes) -> None:
    handle = os.open(one.temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o666)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        if one.final.is_file() and not one.final.is_symlink():
            os.fchmod(handle, one.final.stat().st_mode & 0o777)
        os.fsync(handle)


def _note(root: Path, note: int, staged: Sequence[_Staged]) -> None:
    """Commit: from here on whoever finds the set ends what was begun."""
    base = Path(os.path.realpath(root))
    pairs = [
        [str(one.temporary.relative_to(base)), str(one.final.relative_to(base))] for one in staged
    ]
    content = json.dumps(pairs).encode()
    if os.write(note, content) != len(content):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    os.fsync(note)


def _rename(staged: Sequence[_Staged], note: int) -> None:
    done: list[_Staged] = []
    fresh: list[_Staged] = []
    try:
        if len(staged) > 1:
            fresh += [one for one in staged if not _keep(one)]
        for one in staged:
            done.append(one)
            one.temporary.replace(one.final)
    except BaseException:
        # First nobody must go on with it.
        os.ftruncate(note, 0)
        for one in done:
            if one.temporary.exists():
                continue
            if one.former.exists() or one.former.is_symlink():
                one.former.replace(one.final)
            elif one in fresh:
                one.final.unlink(missing_ok=True)
        raise


def _keep(one: _Staged) -> bool:
    """Keep an old file under a second name, so that it can be put back; say whether there is one.

    Some file systems know no second names: there it cannot be put back, and is not removed.
    """
    try:
        os.link(one.final, one.former, follow_symlinks=False)
    except FileNotFoundError:
        return False
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
    return True


@contextmanager
def _set(folder: Path) -> Iterator[tuple[str, int]]:
    """Yield the name of a new set of files and its own open file, which is locked."""
    while True:
        token = secrets.token_hex(8)
        path = folder / f"{PREFIX}{token}{SET}"
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o666)
        fcntl.flock(handle, fcntl.LOCK_EX)
        if path.exists():
            break
        # Somebody who tidied up took it for a dead one's before it was locked.
        os.close(handle)
    try:
        yield token, handle
    finally:
        _forget(path)
        os.close(handle)


def _forget(path: Path) -> None:
    """Remove a file; who cannot does so at the next start."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _flush_folder(folder: Path) -> None:
    """Have the names of a folder written to the disk, where its file system knows how."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def recover(root: Path) -> None:
    """End what dead processes have begun: rename what was committed, remove what was not.

    What a living one is at stays as it is. Where nothing may be written, nothing is done.
    """
    left = [*_left(Path(os.path.realpath(root)))]
    living: set[str] = set()
    for path in left:
        if path.name.endswith(SET) and not _is_ended(root, path):
            living.add(_token(path))
    for path in left:
        if not path.name.endswith(SET) and _token(path) not in living:
            _forget(path)


def _left(base: Path) -> Iterator[Path]:
    count = 0
    for room in _ROOMS:
        if (base / room).is_symlink():
            continue
        for folder, _, names in os.walk(base / room):
            count += len(names)
            if count > _MOST:
                return
            yield from (Path(folder, name) for name in names if name.startswith(PREFIX))


def _token(path: Path) -> str:
    return path.name.removeprefix(PREFIX).partition(".")[0].partition("-")[0]


def _is_ended(root: Path, path: Path) -> bool:
    """End a set whose process is dead; say whether it was."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        with suppress(ValueError, TypeError, PolyleafError, OSError):
            for temporary, final in json.loads(_content(handle)):
                _end(root, path, str(temporary), str(final))
        _forget(path)
    except OSError:
        return False
    finally:
        os.close(handle)
    return True


def _content(handle: int) -> bytes:
    parts = []
    while part := os.read(handle, 1 << 16):
        parts.append(part)
        if len(parts) > 1 << 8:
            raise ValueError("longer than any set")
    return b"".join(parts)


def _end(root: Path, note: Path, temporary: str, final: str) -> None:
    """Give a file of a committed set its name; a note that somebody made up moves nothing else."""
    before, after = real_place(root, root / temporary), real_place(root, root / final)
    if before.name.startswith(f"{PREFIX}{_token(note)}-") and before.parent == after.parent:
        with suppress(FileNotFoundError):
            before.replace(after)
