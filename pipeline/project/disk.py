"""Read, lock, replace and remove files: the only module that touches ``source/`` and ``locales/``.

What is read is whole or a `PolyleafError`; what is written is whole or not there.
"""

import errno
import fcntl
import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePath

from pipeline.project.commit import PREFIX, write_together
from pipeline.project.ground import is_within, real_place
from pipeline.values.errors import PolyleafError

LARGEST_FILE = 50_000_000
"""In bytes; nothing larger is read."""

LARGEST_TEXT = 5_000_000
"""In bytes, of an article, a catalog, a table or a record: 600 works are half a megabyte."""

MOST_FILES = 20_000
"""How many files ``source/`` or a locale may hold."""


def files_in(folder: Path, pattern: str) -> list[Path]:
    """List the files and folders that match a pattern such as ``*.md``, in the order of names.

    What systems and office programs leave beside a file, ``._x.md`` and ``~$x.md``, is left out.
    """
    return sorted(one for one in folder.glob(pattern) if not one.name.startswith((".", "~$")))


def is_shut(folder: Path) -> bool:
    """Say whether a folder is there whose files nobody here may list or read."""
    return folder.is_dir() and not os.access(folder, os.R_OK | os.X_OK)


def saved_as(file: Path) -> str:
    """Return the name under which a file that is missing was probably saved, empty for none.

    Editors put ``.txt`` behind a name, and systems hide it; others write it in capitals.
    """
    wanted = file.name.casefold()
    names = (one.name for one in files_in(file.parent, "*") if one.name != file.name)
    return next((one for one in names if one.casefold() in (wanted, f"{wanted}.txt")), "")


def right_name(name: str, ending: str) -> str:
    """Return a name with the ending by which it is read; empty where it has it, or means another.

    Editors put ``.txt`` behind it, write it in capitals, or out: ``.md.txt``, ``.MD``,
    ``.markdown``.
    """
    plain = PurePath(name.removesuffix(".txt"))
    written = {".markdown": ".md", ".mdown": ".md"}.get(plain.suffix.lower(), plain.suffix.lower())
    right = plain.stem + ending
    return right if written == ending and right != name else ""


def files_below(folder: Path) -> list[Path]:
    """List the files of a folder and of those in it, in the order of names.

    Links that lead out of the folder, and what is no file, are left out.
    """
    found: list[Path] = []
    folders = [folder]
    while folders:
        for entry in _entries(folders.pop()):
            if entry.is_dir(follow_symlinks=False):
                folders.append(Path(entry.path))
            elif not entry.name.startswith(PREFIX) and _is_own(entry, folder):
                found.append(Path(entry.path))
        if len(found) > MOST_FILES:
            raise PolyleafError(
                f"{folder} holds more than {MOST_FILES} files: is this the folder of a project?"
            )
    return sorted(found)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return [*entries]
    except OSError:
        return []


def _is_own(entry: os.DirEntry[str], folder: Path) -> bool:
    """Say whether it is a file; only of a link it has to be asked where it leads."""
    if entry.is_symlink():
        return is_below(Path(entry.path), folder)
    return entry.is_file(follow_symlinks=False)


Mark = tuple[int, int, int, int]
"""By what a file is seen to be another without being read: size in bytes, when its content and when
its name or rights last changed (nanoseconds), and its inode."""


def mark_of(file: Path) -> Mark | None:
    """Return a file's mark; ``None`` where there is no file, or what bears the name is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def is_folder(path: Path) -> bool:
    """Say whether a folder is there."""
    return path.is_dir()


def exists(path: Path) -> bool:
    """Say whether a file is there; a link that leads nowhere is not."""
    return path.exists()


def is_same(path: Path, other: Path) -> bool:
    """Say whether two names lead to one file or folder that is there."""
    try:
        return path.samefile(other)
    except OSError:
        return False


def is_there(path: Path) -> bool:
    """Say whether a name is taken; a link that leads nowhere takes it, and cannot be read."""
    return path.exists() or path.is_symlink()


def is_below(path: Path, folder: Path) -> bool:
    """Say whether a file is there and lies in a folder, whatever links lead to it."""
    return path.is_file() and path.resolve().is_relative_to(folder.resolve())


class UnreadableError(PolyleafError):
    """Say that what bears a file's name is none that can be read, and what to do."""

    def __init__(self, name: str, why: str, fix: str) -> None:
        """Take what people call the file, what it is, and what to do."""
        super().__init__(f"cannot read {name}: {why}; {fix}")
        self.why, self.fix = why, fix


def read(file: Path, name: str, root: Path | None = None, limit: int = LARGEST_FILE) -> bytes:
    """Return what a file holds; ``name`` is what people call it, ``limit`` is in bytes.

    Where a root is given, a link that leads out of it is refused.
    """
    if root is not None and not is_within(root, file):
        fix = "put the file itself in its place"
        raise UnreadableError(name, "it is a link that leads out of the project", fix)
    try:
        # What is no file must not keep us waiting: a pipe that nobody writes into would.
        handle = os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(handle, "rb") as opened:
            found = os.fstat(handle)
            if not stat.S_ISREG(found.st_mode):
                raise UnreadableError(name, _what(found.st_mode), "put a file in its place")
            if found.st_size > limit:
                raise _too_large(name, found.st_size, limit)
            content = opened.read(limit + 1)
    except IsADirectoryError:
        raise UnreadableError(name, "it is a folder", "put a file in its place") from None
    except OSError as error:
        if error.errno == errno.ENXIO:
            raise UnreadableError(name, "it is a socket", "put a file in its place") from None
        if error.errno in (errno.ENOENT, errno.ELOOP) and file.is_symlink():
            fix = "put the file itself in its place"
            raise UnreadableError(name, "it is a link that leads nowhere", fix) from None
        raise PolyleafError(f"cannot read {name}: {_why(error)}") from None
    if len(content) > limit:
        raise _too_large(name, len(content), limit)
    return content


def _too_large(name: str, size: int, limit: int) -> UnreadableError:
    return UnreadableError(
        name,
        f"it has {size / 1e6:.1f} MB, and at most {limit / 1e6:g} MB are read",
        "divide it, or leave out what no sheet needs",
    )


def _what(mode: int) -> str:
    """Say what bears a file's name and is none."""
    kinds = {
        stat.S_IFDIR: "a folder",
        stat.S_IFIFO: "a pipe",
        stat.S_IFSOCK: "a socket",
        stat.S_IFCHR: "a device",
        stat.S_IFBLK: "a device",
    }
    return f"it is {kinds.get(stat.S_IFMT(mode), 'no file')}"


def make_folder(root: Path, folder: Path) -> None:
    """Make a folder of a project and those that it lies in; one that is there stays as it is."""
    try:
        real_place(root, folder / "x").parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PolyleafError(f"cannot make {folder}: {_why(error)}") from None


def remove_folder(root: Path, folder: Path) -> None:
    """Remove a folder of a project with all that it holds; of a link, only the link."""
    folder = real_place(root, folder)
    try:
        if folder.is_symlink():
            folder.unlink()
        elif folder.is_dir():
            shutil.rmtree(folder)
    except OSError as error:
        raise PolyleafError(f"cannot remove {folder}: {_why(error)}") from None


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other commands from changing the files of a folder at the same time.

    The system frees the lock of a process that is gone.
    """
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise PolyleafError(f"cannot open {folder}: {_why(error)}") from None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


_IN_PLACE_OF_FOLDER = "a file lies where a folder belongs; move it away"


def refuse_occupied(folder: Path) -> None:
    """Refuse to begin on what is to be written into a folder, if a file bears its name."""
    if is_there(folder) and not is_folder(folder):
        raise PolyleafError(f"cannot write into {folder}: {_IN_PLACE_OF_FOLDER}")


def write_files(root: Path, files: Mapping[Path, bytes]) -> None:
    """Write files of a project, each whole, all of them or none.

    A reader sees each file whole, the old or the new one. A name that is a link is replaced.
    """
    try:
        write_together(root, files)
    except OSError as error:
        place = next(iter(files)).parent
        raise PolyleafError(f"cannot write into {place}: {_why(error)}") from None


def remove_files(root: Path, paths: Iterable[Path]) -> None:
    """Remove files of a project that are no longer true; those that are not there are no error."""
    for path in paths:
        try:
            real_place(root, path).unlink(missing_ok=True)
        except OSError as error:
            raise PolyleafError(f"cannot remove {path}: {_why(error)}") from None


def _why(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "the disk is full; make room and run the command again"
    if error.errno == errno.ENAMETOOLONG:
        return "the file's name is too long"
    if error.errno in (errno.EEXIST, errno.ENOTDIR):
        return _IN_PLACE_OF_FOLDER
    if error.errno in (errno.EACCES, errno.EPERM):
        return (
            f"{(error.strerror or str(error)).lower()}; where it belongs to root after a 'sudo', "
            'type: sudo chown -R "$(id -un)" source locales build'
        )
    return error.strerror or str(error)
