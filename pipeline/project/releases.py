"""The releases of a project: approved versions of an article that stay in print."""

import hashlib
from dataclasses import replace
from pathlib import Path

from pipeline.project import disk
from pipeline.project.place import Place
from pipeline.records.release import CODE, read_kept, read_release
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding
from pipeline.values.release import Kept, Release

RECORD = "release.toml"
KEPT = "kept.toml"
_FIX = "bring the release's folder back from the version control; until then it is not printed"


class Releases(Place):
    """Reads what was frozen, and who keeps it."""

    __slots__ = ()

    @property
    def releases_folder(self) -> Path:
        """Where the releases of all articles lie."""
        return self.source / "releases"

    def release_folder(self, article: str, version: str) -> Path:
        """Return where a release of an article lies."""
        return self.releases_folder / article / version

    def released_articles(self) -> list[str]:
        """List the articles of which there are releases."""
        folders = disk.files_in(self.releases_folder, "*/*")
        return sorted({folder.parent.name for folder in folders if disk.is_folder(folder)})

    def releases(self, article: str) -> tuple[list[Release], list[Finding]]:
        """Read the releases of an article, the newest first; one that is damaged is reported.

        A release counts only where its folder holds exactly what was frozen, byte for byte.
        """
        releases: list[Release] = []
        findings: list[Finding] = []
        for folder in disk.files_in(self.releases_folder / article, "*"):
            if not disk.is_folder(folder):
                continue
            release, found = self._record(folder / RECORD, read_release, CODE)
            if release and not found:
                found = self._damage(folder, release)
            findings += [replace(one, article=article) for one in found]
            releases += [release] if release and not found else []
        return sorted(releases, key=lambda one: one.order, reverse=True), findings

    def _damage(self, folder: Path, release: Release) -> list[Finding]:
        """Report what in a release's folder is not as it was frozen."""
        there = {
            file.relative_to(folder).as_posix(): file
            for file in disk.files_below(folder)
            if file not in (folder / RECORD, folder / KEPT)
        }
        named = (release.article, release.version) == (folder.parent.name, folder.name)
        faults = [] if named else [(folder / RECORD, "the release lies in another's folder")]
        faults += [
            (folder / name, "a file of the release is missing")
            for name in release.files
            if name not in there
        ]
        for name, file in there.items():
            if name not in release.files:
                faults.append((file, "the file is not part of the release"))
            elif self._sha256(file) != release.files[name]:
                faults.append((file, "the file is not as it was released"))
        return [self._error(CODE, file, what, _FIX) for file, what in faults]

    def _sha256(self, file: Path) -> str:
        try:
            return hashlib.sha256(disk.read(file, self.name(file), self.root)).hexdigest()
        except PolyleafError:
            return ""

    def kept(self, release: Release) -> tuple[tuple[Kept, ...], list[Finding]]:
        """Read who keeps a release in print; without the file nobody does."""
        file = self.release_folder(release.article, release.version) / KEPT
        if not disk.is_there(file):
            return (), []
        record, findings = self._record(file, read_kept, CODE)
        return record or (), findings
