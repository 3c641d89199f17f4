"""Emptying ``build/`` of what the program made, and of nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.compose.sheet import editions
from pipeline.project import Project
from pipeline.project.digests import NAME as HASHES
from pipeline.project.disk import remove_files
from pipeline.project.sources import Sources
from pipeline.publish.inputs import Hashes
from pipeline.publish.inventory import Standing, State, sheets_in, standings
from pipeline.publish.shelf import files_of, recorded, remove
from pipeline.typeset.scratch import scratch_folder

LOG = "polyleaf-error.log"
"""What is known of the last fault of the program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Swept:
    """What was taken away, and what lies there still."""

    sheets: int
    left: tuple[Path, ...]
    """Files that the program did not make, or that somebody has changed since."""


def sweep(project: Project) -> Swept:
    """Remove each sheet whose manifest vouches for it, sheets of layout and specimen, and the log.

    Folders that are empty then go too. A folder that is a link is never entered.
    """
    ours: list[Path] = []
    manifests = [file for file in _below(project.build) if file.suffix == ".json"]
    sheets = [pdf for file in manifests if recorded(pdf := file.with_suffix(".pdf"))]
    for pdf in sheets:
        ours += files_of(pdf).values()
    papers = {paper for edition in editions().values() for paper in edition.papers}
    ours += [
        project.build / f"layout-{name}-{paper}.pdf" for name in editions() for paper in papers
    ]
    ours += [project.build / f"specimen-{paper}.pdf" for paper in papers]
    ours += [project.build / LOG, project.build / HASHES]
    remove_files(project.root, (file for file in ours if file.is_file() and not file.is_symlink()))
    for folder in sorted((pdf.parent for pdf in sheets), reverse=True):
        if folder.is_dir() and folder != project.build and not any(folder.iterdir()):
            folder.rmdir()
    left = [file for file in _below(project.build) if file.name != ".gitignore"]
    return Swept(sheets=len(sheets), left=tuple(left))


def sweep_stale(sources: Sources, hashes: Hashes, today: date) -> Iterator[tuple[Standing, bool]]:
    """Remove sheets that are withdrawn, stale on a day, or made for what is gone.

    Yield how each stands, and whether it was removed: one that somebody has changed is not.
    """
    held = [*sheets_in(sources.project)]
    with scratch_folder() as folder:
        for one in standings(sources, hashes, held, today, folder):
            if one.state is State.CURRENT:
                continue
            is_ours = bool(recorded(one.sheet.path))
            if is_ours:
                remove(sources.project, one.sheet.path)
            yield one, is_ours


def _below(folder: Path) -> list[Path]:
    """List the files of a folder and of those in it, but for what lies behind a link."""
    if folder.is_symlink() or not folder.is_dir():
        return []
    found: list[Path] = []
    for entry in sorted(folder.iterdir()):
        found += _below(entry) if entry.is_dir() and not entry.is_symlink() else [entry]
    return found
