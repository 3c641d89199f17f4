"""Read, lock, replace and remove files: the only module that touches ``source/`` and ``locales/``.

What is read is whole or a `PolyleafError`; what is written is whole or not there.
"""

import errno
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from pipeline.values.errors import PolyleafError


def files_in(folder: Path, pattern: str) -> list[Path]:
    """List the files and folders that match a pattern such as ``*.md``, in the order of names."""
    return sorted(folder.glob(pattern))


def files_below(folder: Path) -> list[Path]:
    """List the files of a folder and of those in it, in the order of names."""
    return sorted(file for file in folder.rglob("*") if file.is_file())


def is_folder(path: Path) -> bool:
    """Say whether a folder is there."""
    return path.is_dir()


def exists(path: Path) -> bool:
    """Say whether a file is there; a link that leads nowhere is not."""
    return path.exists()


def is_there(path: Path) -> bool:
    """Say whether a name is taken; a link that leads nowhere takes it, and cannot be read."""
    return path.exists() or path.is_symlink()


def is_below(path: Path, folder: Path) -> bool:
    """Say whether a file is there and lies in a folder, whatever links lead to it."""
    return path.is_file() and path.resolve().is_relative_to(folder.resolve())


def read(file: Path, name: str) -> bytes:
    """Return what a file holds; ``name`` is what people call it."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise PolyleafError(f"cannot read {name}: {error.strerror}") from None


def make_folder(folder: Path) -> None:
    """Make a folder and those that it lies in; one that is there stays as it is."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PolyleafError(f"cannot make {folder}: {_why(error)}") from None


def remove_folder(folder: Path) -> None:
    """Remove a folder with all that it holds; of a link, only the link."""
    try:
        if folder.is_symlink():
            folder.unlink()
        elif folder.is_dir():
            shutil.rmtree(folder)
    except OSError as error:
        raise PolyleafError(f"cannot remove {folder}: {_why(error)}") from None


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other commands from changing the files of a folder at the same time."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise PolyleafError(f"cannot open {folder}: {_why(error)}") from None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def write_files(files: Mapping[Path, bytes]) -> None:
    """Write files beside their places and rename them, the last named last.

    A reader sees each file whole, the old or the new one; when anything fails, none is new.
    """
    # A link is kept: what it leads to is written.
    files = {path.resolve() if path.is_symlink() else path: files[path] for path in files}
    with _temporary_names() as names:
        try:
            for path, content in files.items():
                path.parent.mkdir(parents=True, exist_ok=True)
                with tempfile.NamedTemporaryFile(
                    dir=path.parent, prefix=".polyleaf-", delete=False
                ) as file:
                    names[path] = file.name
                    file.write(content)
                # A temporary file is private; a sheet is for whoever may read the folder.
                mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
                Path(names[path]).chmod(mode)
            for path in files:
                Path(names[path]).replace(path)
        except OSError as error:
            place = next(iter(files)).parent
            raise PolyleafError(f"cannot write into {place}: {_why(error)}") from None


@contextmanager
def _temporary_names() -> Iterator[dict[Path, str]]:
    names: dict[Path, str] = {}
    try:
        yield names
    finally:
        for name in names.values():
            Path(name).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def remove_files(paths: Iterable[Path]) -> None:
    """Remove files that are no longer true; those that are not there are no error."""
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise PolyleafError(f"cannot remove {path}: {_why(error)}") from None


def _why(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "the disk is full; make room and run the command again"
    if error.errno == errno.ENAMETOOLONG:
        return "the file's name is too long"
    return error.strerror or str(error)
