"""Which locales a check found without any fault, by the marks of all files that this rests on.

A mark has the file's inode and when it last changed, which nobody can set. So what was kept says
nothing of a project that came from elsewhere with its ``build/``, and nothing of another's copy.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from pipeline.project import Project, disk
from pipeline.project.digests import WORTH, Digests, digest_of, is_settled
from pipeline.project.disk import Mark
from pipeline.records.typography import parents_of


class Spotless:
    """Knows the locales that were found without any fault and are what they were then.

    Whatever lies in ``source/``, beside the locales' folders, or in the folder of the locale or of
    a parent counts, and so do the names of all locales, the program and the day. That is more than
    a verdict rests on: nobody has to think of a new kind of input.
    """

    def __init__(self, project: Project, digests: Digests, today: date) -> None:
        """Note what lies there now, before any of it is read."""
        self._project, self._digests, self._today = project, digests, today
        self._keys: dict[str, str] = {}
        self._shared = self._all_share()

    def knows(self, locale: str) -> bool:
        """Say whether a check found no fault in a locale, and nothing has changed since."""
        key = self._keys[locale] = self._key(locale, self._shared)
        return bool(key) and self._digests.learnt(key) is True

    def learn(self, locales: Iterable[str]) -> None:
        """Keep that nothing was found in some locales, where nothing has changed meanwhile."""
        shared = self._all_share()
        for locale in locales:
            if (key := self._keys.get(locale)) and key == self._key(locale, shared):
                self._digests.learn(key, value=True, worth=WORTH)
        if disk.is_folder(self._project.build):
            self._digests.keep()

    def _all_share(self) -> str:
        """Hash what counts for every locale; empty where that may still change."""
        root = self._project.root
        files = [*disk.files_below(root / "source"), *disk.files_in(root / "locales", "*")]
        shared = self._digest(files)
        names, day = self._project.locales(), self._today.isoformat()
        return shared and digest_of(shared, names, day, self._digests.program)

    def _key(self, locale: str, shared: str) -> str:
        folders = [self._project.root / "locales" / one for one in (locale, *parents_of(locale))]
        own = self._digest(file for folder in folders for file in disk.files_below(folder))
        return f"spotless {digest_of(locale, shared, own)}" if shared and own else ""

    def _digest(self, files: Iterable[Path]) -> str:
        """Hash names and marks of files; empty where one changed a moment ago, and may again."""
        marks = dict(self._marks(files))
        if not all(is_settled(mark) for mark in marks.values() if mark):
            return ""
        return digest_of(sorted(marks.items()))

    def _marks(self, files: Iterable[Path]) -> Iterator[tuple[str, Mark | None]]:
        for file in files:
            yield self._project.name(file), disk.mark_of(file)
