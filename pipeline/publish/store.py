"""Finished sheets by what they are made from, for many computers: two maps in a folder.

``actions/`` has a sheet's manifest by the hash of its inputs, ``bytes/`` has contents by their own
hash. What is there is never changed. ``build/`` is a view of it, in copies, so that a viewer that
saves in place changes no store.
"""

import hashlib
import json
import os
import re
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from pipeline.project import disk
from pipeline.values.errors import PolyleafError

MARK = "polyleaf-store"
"""The file by which a folder is known for a store."""

_FORM = "1\n"

_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of manifests by action and of contents by hash, each put once.

    Any number of processes, on any number of computers that see the folder, may put and get at the
    same time. Who gets something gets what was put, or nothing.
    """

    folder: Path

    @classmethod
    def at(cls, folder: Path) -> "Store":
        """Return the store in a folder, made if there is none.

        A folder that holds something else is refused.
        """
        store = cls(folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if not (folder / MARK).exists():
                if any(not one.name.startswith(".") for one in folder.iterdir()):
                    raise PolyleafError(
                        f"{folder} is not a store, and not empty: name an empty folder"
                    )
                store._write(folder / MARK, _FORM.encode())
        except OSError as error:
            raise PolyleafError(f"cannot use the store {folder}: {error.strerror}") from None
        if disk.read(folder / MARK, MARK) != _FORM.encode():
            raise PolyleafError(f"the store {folder} is of another form: this program reads 1")
        return store

    def put(self, content: bytes) -> str:
        """Keep a content, and return its hash."""
        digest = hashlib.sha256(content).hexdigest()
        place = self._place("bytes", digest)
        if not place.exists():
            self._put(place, content)
        return digest

    def put_written(self, write: Callable[[BinaryIO], None]) -> str:
        """Keep what ``write`` writes, however large, and return its hash."""
        temporary = self.folder / f".written-{secrets.token_hex(8)}"
        try:
            with temporary.open("xb") as file:
                write(file)
                file.flush()
                os.fsync(file.fileno())
            digest = _digest_of(temporary)
            place = self._place("bytes", digest)
            place.parent.mkdir(parents=True, exist_ok=True)
            temporary.replace(place)
        except OSError as error:
            raise self._full(error) from None
        finally:
            temporary.unlink(missing_ok=True)
        return digest

    @contextmanager
    def opened(self, digest: str) -> Iterator[BinaryIO]:
        """Open a content of any size, proved against its hash first."""
        place = self._place("bytes", digest)
        try:
            is_whole = _digest_of(place) == digest
        except OSError:
            is_whole = False
        if not is_whole:
            raise PolyleafError(
                f"the store {self.folder} does not hold {digest[:8]}, or not whole: "
                "do all computers of the run see it?"
            )
        with place.open("rb") as file:
            yield file

    def get(self, digest: str) -> bytes | None:
        """Return the content of a hash; ``None`` where it is not there, or damaged.

        One that is damaged is taken away, so that it can be put again.
        """
        place = self._place("bytes", digest)
        with suppress(PolyleafError):
            content = disk.read(place, digest)
            if hashlib.sha256(content).hexdigest() == digest:
                return content
            with suppress(OSError):
                place.unlink()
        return None

    def keep(self, action: str, record: Mapping[str, Any], contents: Mapping[str, bytes]) -> None:
        """Keep a sheet: its contents first, so that a manifest never speaks of what is not there.

        ``record`` is its manifest, ``contents`` are its files by what they are.
        """
        digests = {name: self.put(content) for name, content in contents.items()}
        place = self._place("actions", action)
        if not place.exists():
            self._put(place, json.dumps({**record, "sha256": digests}).encode())

    def has(self, action: str) -> bool:
        """Say whether there is a manifest for an action."""
        return bool(_HASH.fullmatch(action)) and self._place("actions", action).exists()

    def sheet(self, action: str) -> tuple[dict[str, Any], dict[str, bytes]] | None:
        """Return a sheet's manifest and files, proved against their hashes, else ``None``.

        A manifest that does not speak of this action, or of contents that are not there, goes: the
        sheet is made again.
        """
        if not self.has(action):
            return None
        place = self._place("actions", action)
        try:
            record = json.loads(disk.read(place, action))
            digests = {str(name): str(digest) for name, digest in record["sha256"].items()}
            contents = {name: self.get(digest) for name, digest in digests.items()}
            found = {name: content for name, content in contents.items() if content is not None}
            if record["inputs"] == action and found.keys() == digests.keys() and "pdf" in found:
                return record, found
        except (PolyleafError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            pass
        with suppress(OSError):
            place.unlink()
        return None

    def _place(self, room: str, digest: str) -> Path:
        if not _HASH.fullmatch(digest):
            raise PolyleafError(f"'{digest[:80]}' is not a hash")
        name = f"{digest}.json" if room == "actions" else digest
        return self.folder / room / digest[:2] / name

    def _put(self, place: Path, content: bytes) -> None:
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            self._write(place, content)
        except OSError as error:
            raise self._full(error) from None

    def _full(self, error: OSError) -> PolyleafError:
        return PolyleafError(
            f"cannot write into the store {self.folder}: {error.strerror}; what is in it is "
            "whole, and running the command again goes on from there"
        )

    def _write(self, place: Path, content: bytes) -> None:
        """Write a file under a name of its own, flush it, and only then give it its name."""
        temporary = place.with_name(f".{place.name[:16]}-{secrets.token_hex(8)}")
        try:
            with temporary.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(place)
        finally:
            temporary.unlink(missing_ok=True)


def _digest_of(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
