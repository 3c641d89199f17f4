"""The project on disk: what it holds, read; and the only way to write it."""

from pathlib import Path

from pipeline.project import disk
from pipeline.project.articles import Articles
from pipeline.project.catalogs import Catalogs
from pipeline.project.commit import recover
from pipeline.project.languages import Languages
from pipeline.project.records import Records
from pipeline.project.releases import Releases
from pipeline.values.errors import PolyleafError

__all__ = ["Project"]


class Project(Articles, Records, Languages, Catalogs, Releases):
    """A folder with ``source/``, ``locales/`` and ``build/``, and all that it holds."""

    __slots__ = ()

    @classmethod
    def at(cls, folder: Path) -> "Project":
        """Return the project in a folder, its languages in force, or say what makes it none."""
        if not disk.is_folder(folder):
            raise PolyleafError(f"there is no folder {folder}")
        if not disk.is_folder(folder / "source"):
            raise PolyleafError(
                f"{folder} is not a Polyleaf project: it has no folder source/ with articles; "
                "go to the project's folder or name it with --project"
            )
        _refuse_unreadable(folder)
        recover(folder)
        project = cls(folder)
        project.own_languages().enforce()
        return project


def _refuse_unreadable(root: Path) -> None:
    """Refuse a project of which a folder is shut: what lies in it would seem not to be there."""
    for name in ("source", "source/regions", "source/clinics", "source/languages", "locales"):
        if disk.is_shut(root / name):
            raise PolyleafError(
                f"{name}/ cannot be read: its owner has not given you the right to; ask for it, "
                f"or, if the folder is yours: chmod u+rx {name}"
            )
