"""Hashes of a project's files, each taken once, and not again while a file's mark stays the same.

What was learnt is kept in ``build/``, which is nobody's but the program's. It spares work and
vouches for nothing: whoever could forge it could as well forge the sheets and manifests beside it.
"""

import hashlib
import json
import time
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import takewhile
from pathlib import Path
from typing import Any

from pipeline.project import disk
from pipeline.project.disk import Mark
from pipeline.project.place import Place
from pipeline.values.errors import PolyleafError

NAME = ".hashes"
"""The file in ``build/`` in which they are kept."""

WORTH = 100
"""From so many new ones on they are written down; fewer are taken again as quickly."""

_SETTLED = 2_000_000_000
"""Nanoseconds for which a file must have been left alone. One that changed a moment ago may change
once more within a tick of the file system's clock, and its mark would not show it: git calls such
an entry racily clean. Two seconds are the coarsest clock in use, that of FAT."""

_MOST_UNUSED = 50_000
"""So much of what was learnt may be kept though a run had no use for it."""

_FORM = 2


class Digests:
    """Hashes of the files of a project, by their names in it; none is of what a file became later.

    The files of ``source/`` are noted when a run begins, before they are read. One that changes
    while it goes on has a hash that no file has, so that its sheets are made anew the next time.
    """

    def __init__(self, place: Place, program: str = "") -> None:
        """Note what lies in ``source/``, and what is known of the project's files.

        ``program`` is the hash of the program that asks: what it learns is for itself alone.
        """
        self._place = place
        self.program = program
        self._taken: dict[str, str] = {}
        self._marks: dict[str, Mark | None] = {}
        self._known, self._learnt = _read(place.build / NAME, self.root)
        self._used: set[str] = set()
        self._new = 0
        self._noted: dict[str, Mark] = {}
        for file in disk.files_below(place.source):
            if mark := disk.mark_of(file):
                self._noted[place.name(file)] = mark
        self._names = sorted(self._noted)
        now = time.time_ns()
        for name, mark in self._noted.items():
            if not is_settled(mark, now):
                self.file(name)

    @property
    def root(self) -> Path:
        """The project's folder."""
        return self._place.root

    def file(self, name: str) -> str:
        """Return the hash of a file's bytes, empty where there is none that can be read."""
        taken = self._taken.get(name)
        if taken is None:
            taken = self._taken[name] = self._take(name)
        return taken

    def below(self, folder: str) -> dict[str, str]:
        """Return the hashes of the files of a folder, by their names in the project.

        ``folder`` ends with a slash. Files that only computers write and read do not count.
        """
        if folder.startswith("source/"):
            # A release is asked for of each article: all files are not looked at each time.
            places = range(bisect_left(self._names, folder), len(self._names))
            following = (self._names[place] for place in places)
            names = [*takewhile(lambda name: name.startswith(folder), following)]
        else:
            names = [self._place.name(file) for file in disk.files_below(self.root / folder)]
        return {name: self.file(name) for name in sorted(names) if not name.endswith(".mo")}

    def learnt(self, key: str) -> Any:
        """Return what was worked out before from contents that ``key`` names by their hash."""
        self._used.add(key)
        return self._learnt.get(key)

    def learn(self, key: str, value: Any, worth: int = 1) -> None:
        """Keep what was worked out, as JSON has it; ``key`` is to name all that it rests on.

        ``worth`` is how many hashes can be taken in the time that it took.
        """
        self._used.add(key)
        if self._learnt.get(key) != value:
            self._learnt[key] = value
            self._new += worth

    def still(self, names: Iterable[str]) -> bool:
        """Say whether files are what they were when they were hashed; others count as if so."""
        return all(
            self._marks[name] == disk.mark_of(self.root / name)
            for name in names
            if name in self._marks
        )

    def output(self, file: Path) -> str:
        """Return the hash of a file in ``build/``, which may be another the next time."""
        name = self._place.name(file)
        mark = disk.mark_of(file)
        return self._digest_under(name, mark) or self._hash(name, mark)

    def keep(self) -> None:
        """Write down what is known, if that is worth it; a full disk is no reason to fail."""
        if self._new < WORTH:
            return
        files = {name: row for name, row in self._known.items() if self._is_there(name)}
        learnt = self._learnt
        if len(learnt) > _MOST_UNUSED + len(self._used):
            learnt = {key: value for key, value in learnt.items() if key in self._used}
        content = json.dumps({"form": _FORM, "files": files, "learnt": learnt})
        try:
            disk.write_files(self.root, {self._place.build / NAME: content.encode()})
        except PolyleafError:
            return
        self._new = 0

    def _is_there(self, name: str) -> bool:
        return name in self._taken or disk.mark_of(self.root / name) is not None

    def _take(self, name: str) -> str:
        file = self.root / name
        mark = self._marks[name] = disk.mark_of(file)
        if name.startswith("source/"):
            noted = self._noted.get(name)
            if not noted:
                return ""
            if mark != noted:
                return f"changed {mark}"
        return self._digest_under(name, mark) or self._hash(name, mark)

    def _digest_under(self, name: str, mark: Mark | None) -> str:
        """Return the hash that is known of a file while it had a mark, empty where none is."""
        words, _, digest = self._known.get(name, "").rpartition(" ")
        return digest if mark and words == _words(mark) else ""

    def _hash(self, name: str, mark: Mark | None) -> str:
        """Read a file and return its hash, and keep that if it has been left alone for a while."""
        file, now = self.root / name, time.time_ns()
        if mark is None:
            return ""
        try:
            digest = hashlib.sha256(disk.read(file, name, self.root)).hexdigest()
        except PolyleafError:
            return ""
        if is_settled(mark, now) and disk.mark_of(file) == mark:
            self._known[name] = f"{_words(mark)} {digest}"
            self._new += 1
        return digest


def digest_of(*values: Any) -> str:
    """Return a hash of values that JSON can write."""
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()


def is_settled(mark: Mark, now: int = 0) -> bool:
    """Say whether a file was left alone for a while, so that its mark shows each change to come."""
    return max(mark[1], mark[2]) < (now or time.time_ns()) - _SETTLED


def _words(mark: Mark) -> str:
    return " ".join(map(str, mark))


def _read(file: Path, root: Path) -> tuple[dict[str, str], dict[str, Any]]:
    """Return what was kept; what is damaged, or of another form, is as if it were not there.

    A file's row is its mark and its hash as words: tens of thousands lie in memory while sheets are
    looked at, and as numbers each would take 0.3 kB more.
    """
    written = disk.mark_of(file)
    if not written:
        return {}, {}
    try:
        kept = json.loads(disk.read(file, NAME, root))
        if kept["form"] != _FORM:
            return {}, {}
        learnt: Mapping[str, Any] = kept["learnt"]
        # On a server's disk another clock sets the marks: it also set the one of this file.
        files = {
            str(name): row
            for name, row in kept["files"].items()
            if is_settled(_mark_in(row), written[1])
        }
        return files, dict(learnt)
    except (PolyleafError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}, {}


def _mark_in(row: str) -> Mark:
    size, content, change, inode, _ = row.split(" ")
    return int(size), int(content), int(change), int(inode)
