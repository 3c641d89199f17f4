"""A project in one file of a store, so that all computers of a run see the same sources."""

import tarfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from pipeline.project import Project, disk
from pipeline.project.digests import Digests
from pipeline.publish.store import Store
from pipeline.values.errors import PolyleafError

_ROOMS = ("source", "locales")


def snapshot(project: Project, digests: Digests, store: Store) -> str:
    """Put a project's ``source/`` and ``locales/`` into a store; return the hash of the archive.

    The same project gives the same archive. A file that changed since it was hashed is an error:
    nobody could say what the sheets are made from.
    """

    def write(file: BinaryIO) -> None:
        with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as archive:
            for path in _files(project):
                name = project.name(path)
                taken = digests.file(name)
                if not taken or taken.startswith("changed") or not digests.still([name]):
                    raise PolyleafError(f"{name} has just been changed: run the command again")
                member = tarfile.TarInfo(name)
                member.size = path.stat().st_size
                with path.open("rb") as content:
                    archive.addfile(member, content)

    return store.put_written(write)


def _files(project: Project) -> Iterator[Path]:
    for room in _ROOMS:
        yield from disk.files_below(project.root / room)


def unpack(store: Store, digest: str, folder: Path) -> Project:
    """Write the project of a snapshot into a folder, its archive proved against its hash."""
    with store.opened(digest) as file, tarfile.open(fileobj=file, mode="r:") as archive:
        for member in archive:
            name = PurePosixPath(member.name)
            content = archive.extractfile(member) if member.isfile() else None
            if not content or name.parts[0] not in _ROOMS or ".." in name.parts:
                raise PolyleafError(f"the snapshot {digest[:8]} holds '{member.name[:80]}'")
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.read())
    for room in _ROOMS:
        (folder / room).mkdir(exist_ok=True)
    return Project.at(folder)
