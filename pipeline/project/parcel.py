"""Catalogs that somebody sends: files, folders and zip archives, read with bounds.

Nothing is unpacked and no name in a parcel is ever the name of a file that is written, so an
archive can neither fill the disk nor reach out of its place.
"""

import io
import os
import re
import shlex
import stat
import struct
import zipfile
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pipeline.project import disk
from pipeline.values.errors import PolyleafError

MOST_FILES = 2_000
"""How many names a parcel may hold."""

LARGEST = 50_000_000
"""In bytes, of all that is read of a parcel."""

_PLAYTHINGS = ("__MACOSX", ".DS_Store", "Thumbs.db")
"""What systems put into archives and folders for themselves."""


_CATALOGS = (".po", ".po.txt")
"""How a catalog's name ends; editors put ``.txt`` behind it, and systems hide that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One file of a parcel."""

    name: str
    """How people find it: the file, or the archive and the name in it."""
    content: bytes | None
    """``None`` where it was not read."""
    refused: str = ""
    """Why it was not read, and what to do."""
    file: Path | None = None
    """The file itself, where it lies on the disk by itself."""


def named_in(word: str) -> list[str]:
    """Return the files in one word of make: several, or one with spaces in its name."""
    if disk.is_there(Path(word)):
        return [word]
    try:
        found = shlex.split(word)
    except ValueError:
        raise PolyleafError(f"FILES={word}: close the quotation mark") from None
    return [str(Path(one).expanduser()) for one in found]


def pieces(path: Path, but: Collection[Path] = ()) -> Iterator[Piece]:
    """Yield the catalogs in a file, folder or zip archive, and what of it cannot be read.

    Of a folder, files that are named in ``but`` are left out: the project's own catalogs.
    """
    if not disk.is_there(path):
        raise PolyleafError(_why_absent(str(path)))
    if disk.is_folder(path):
        own = set(map(_real, but))
        yield from (one for one in _in_folder(path) if _real(Path(one.name)) not in own)
    elif path.suffix.lower() == ".zip":
        yield from _in_archive(path)
    else:
        yield _file(path, str(path))


def _why_absent(name: str) -> str:
    """Say that there is no such file, and what was meant; of the ``//`` in it one is left."""
    if re.match("(?i)(https?|ftp):/", name):
        return f"{name} is an address, and nothing is fetched from the network: save the file here"
    if own := re.match("(?i)file:/+", name):
        return f"{name} is an address: write the file's name as /{name[own.end() :]}"
    apart = "; names of files are parted by spaces alone" if name[-1] in ",;" else ""
    return f"there is no file {name}{apart}"


def _real(file: Path) -> Path:
    """Return where a file lies; its own name may be a link, and is not followed."""
    return file.parent.resolve() / file.name


def _in_folder(folder: Path) -> Iterator[Piece]:
    found = 0
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _is_plaything(name))
        for name in sorted(names):
            file = Path(place, name)
            if _is_plaything(name) or not _may_be_catalog(name):
                continue
            found += 1
            if found > MOST_FILES:
                raise PolyleafError(f"{folder} holds more than {MOST_FILES} catalogs: name fewer")
            yield from (
                _in_archive(file) if file.suffix.lower() == ".zip" else [_file(file, str(file))]
            )


def _file(file: Path, name: str) -> Piece:
    if file.is_symlink():
        return Piece(name=name, content=None, refused="it is a link; send the file itself")
    if not name.lower().endswith(_CATALOGS):
        return Piece(name=name, content=None, refused=_other_kind(name))
    try:
        content = disk.read(file, name, limit=disk.LARGEST_TEXT)
    except disk.UnreadableError as error:
        return Piece(name=name, content=None, refused=f"{error.why}; {error.fix}")
    return Piece(name=name, content=content, file=file)


def _in_archive(file: Path) -> Iterator[Piece]:
    if file.is_symlink():
        yield Piece(name=str(file), content=None, refused="it is a link; send the file itself")
    else:
        yield from packed(disk.read(file, str(file)), str(file))


def packed(content: bytes, name: str) -> Iterator[Piece]:
    """Yield the catalogs in the bytes of a zip archive, and what of it cannot be read."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        members = archive.infolist()
    except _DAMAGED:
        fix = "get the archive again, or unpack it and name the folder"
        yield Piece(name=name, content=None, refused=f"it is damaged, or no zip; {fix}")
        return
    if len(members) > MOST_FILES:
        raise PolyleafError(f"{name} holds more than {MOST_FILES} files: send the catalogs alone")
    room = LARGEST
    for info in members:
        inner = info.filename.replace("\\", "/")
        parts = PurePosixPath(inner).parts
        is_folder = inner.endswith("/") or any(map(_is_plaything, parts))
        if is_folder or not _may_be_catalog(inner):
            continue
        piece = _member(archive, info, f"{name}: {info.filename}", min(room, disk.LARGEST_TEXT))
        room -= len(piece.content or b"")
        yield piece


_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError),
    *(IndexError, OverflowError, RuntimeError),
)
"""What the library raises on archives whose bytes were changed, wherever it first meets that."""

_USUAL = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How every system packs. LZMA asks for as much memory as the archive says, before it begins."""


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, room: int) -> Piece:
    if not info.filename.lower().endswith(_CATALOGS):
        return Piece(name=name, content=None, refused=_other_kind(info.filename))
    if info.flag_bits & 1:
        return Piece(name=name, content=None, refused="it has a password; send it without")
    if stat.S_ISLNK(info.external_attr >> 16):
        return Piece(name=name, content=None, refused="it is a link; send the file itself")
    if info.compress_type not in _USUAL:
        why = "it is packed in an unusual way; unpack it, and send the file itself"
        return Piece(name=name, content=None, refused=why)
    try:
        with archive.open(info) as member:
            # What an archive says of sizes may be a lie: so much is read, and no more.
            content = member.read(room + 1)
    except _DAMAGED:
        return Piece(name=name, content=None, refused="it is damaged; get the archive again")
    if len(content) > room:
        return Piece(name=name, content=None, refused=f"it has more than {room / 1e6:g} MB")
    return Piece(name=name, content=content)


def _is_plaything(name: str) -> bool:
    return name in _PLAYTHINGS or (name.startswith(".") and bool(name.strip(".")))


def _may_be_catalog(name: str) -> bool:
    """Say whether a file of a folder or archive is looked at, if only to say that it is none."""
    return name.lower().endswith((*_CATALOGS, ".pot", ".mo", ".xliff", ".xlf", ".zip"))


def _other_kind(name: str) -> str:
    match name.lower().rpartition(".")[2]:
        case "mo":
            return "a .mo file is made from the catalog; send the .po file"
        case "pot":
            return "a template has no translations; send the .po file"
        case "xliff" | "xlf":
            return "it is XLIFF; save it as a gettext catalog, .po, in the tool it comes from"
        case "zip":
            return "an archive in an archive; unpack it first"
        case _:
            return "it is not a gettext catalog: send the .po file"
