"""A release of an article as a small project of its own."""

from dataclasses import dataclass
from pathlib import Path

from pipeline.project import Project, disk
from pipeline.records.own_language import OwnLanguages
from pipeline.values.approval import Withdrawal
from pipeline.values.finding import Finding
from pipeline.values.policy import Policy
from pipeline.values.publisher import Clinic, Publisher
from pipeline.values.region import Region


@dataclass(frozen=True, slots=True)
class Frozen(Project):
    """A release as a project: its texts are frozen, its records are those of the living one."""

    live: Project

    @property
    def build(self) -> Path:
        """The folder of finished sheets."""
        return self.live.build

    @property
    def takes_over(self) -> bool:
        """Whether words and terms come from the installed program: all that it needs is frozen."""
        return False

    def name(self, path: Path) -> str:
        """Return a file's name in the living project."""
        return self.live.name(path)

    def image(self, name: str) -> bytes:
        """Return a frozen picture, or one that a profile brings."""
        frozen = disk.is_below(self.source / name, self.source)
        return Project.image(self, name) if frozen else self.live.image(name)

    def images(self) -> list[str]:
        """List the frozen pictures, and those that profiles bring."""
        return sorted({*Project.images(self), *self.live.images()})

    def publisher(self) -> tuple[Publisher | None, list[Finding]]:
        """Read ``source/publisher.toml``."""
        return self.live.publisher()

    def clinic_names(self) -> list[str]:
        """List the clinics that have a profile."""
        return self.live.clinic_names()

    def clinic(self, name: str) -> tuple[Clinic | None, list[Finding]]:
        """Read a clinic's profile."""
        return self.live.clinic(name)

    def region_codes(self) -> list[str]:
        """List the regions that are on record."""
        return self.live.region_codes()

    def region(self, code: str) -> tuple[Region | None, list[Finding]]:
        """Read a region's record."""
        return self.live.region(code)

    def own_languages(self) -> OwnLanguages:
        """Read what the living project says of languages."""
        return self.live.own_languages()

    def language_findings(self, locale: str) -> list[Finding]:
        """Report what is wrong with the files that a locale rests on."""
        return self.live.language_findings(locale)

    def policy(self) -> tuple[Policy, list[Finding]]:
        """Read ``source/policy.toml``."""
        return self.live.policy()

    def withdrawn(self) -> tuple[tuple[Withdrawal, ...], list[Finding]]:
        """Leave withdrawals to the living project."""
        return (), []
