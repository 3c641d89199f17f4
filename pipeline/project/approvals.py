"""A locale's approvals, found by article: of a thousand files those few are read that matter."""

from collections.abc import Sequence
from pathlib import Path

from pipeline.project import Project
from pipeline.project.digests import Digests
from pipeline.values.approval import Approval
from pipeline.values.finding import Finding


class Given:
    """The approvals that were given in a locale, each read once at the most.

    Where hashes are at hand, what a file's content says of whose approval it is, and since when, is
    kept by its hash. A file that is at fault is read each time, so that it is told.
    """

    def __init__(self, project: Project, locale: str, digests: Digests | None) -> None:
        """Find out whose approvals there are."""
        self._project, self._locale, self._digests = project, locale, digests
        self._read: dict[Path, Approval] = {}
        self._of: dict[str, list[tuple[Path, str]]] = {}
        self.findings: list[Finding] = []
        """What is wrong with those that are at fault; they count for nothing."""
        for file in project.approval_files(locale):
            if said := self._said(file):
                article, day = said
                self._of.setdefault(article, []).append((file, day))

    def of(self, article: str) -> list[Approval]:
        """Return the approvals of an article."""
        read = [self._approval(file) for file, _ in self._of.get(article, ())]
        return [one for one in read if one and one.article == article]

    def days(self, article: str) -> Sequence[tuple[str, str]]:
        """Return the hash of each approval's file of an article, and the day from which it counts.

        The day is in the form of ISO 8601.
        """
        if not self._digests:
            return ()
        pairs = self._of.get(article, ())
        return sorted((self._digests.file(self._project.name(file)), day) for file, day in pairs)

    def _said(self, file: Path) -> tuple[str, str] | None:
        """Return the article and the day that a file speaks of; ``None`` where it is at fault."""
        key = f"approval {self._hash(file)} {self._locale}"
        if (kept := self._digests and self._digests.learnt(key)) and len(kept) == 2:
            return str(kept[0]), str(kept[1])
        if not (approval := self._approval(file)):
            return None
        said = approval.article, approval.on.isoformat()
        if self._digests:
            self._digests.learn(key, [*said])
        return said

    def _approval(self, file: Path) -> Approval | None:
        if file not in self._read:
            approval, found = self._project.approval(file, self._locale)
            self.findings += found
            if not approval:
                # At fault, or changed since its content was kept as sound.
                return None
            self._read[file] = approval
        return self._read[file]

    def _hash(self, file: Path) -> str:
        return self._digests.file(self._project.name(file)) if self._digests else ""
