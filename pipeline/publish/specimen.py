"""The specimen of the design in ``build/``."""

from pathlib import Path

from pipeline.compose.sheet import editions
from pipeline.compose.specimen import specimen
from pipeline.project import Project
from pipeline.project.disk import write_files
from pipeline.records.typography import locale_named
from pipeline.typeset.engine import typeset
from pipeline.typeset.fonts import font_set
from pipeline.typeset.scratch import scratch_folder
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import has_errors
from pipeline.values.sheet import HANDOUT


def draw_specimen(project: Project, paper: str) -> Path:
    """Draw the handout's scale, colours and parts in the publisher's accent; return the file."""
    publisher, _ = project.publisher()
    accent = publisher.accent if publisher and publisher.accent else "#1f4e5f"
    path = project.build / f"specimen-{paper}.pdf"
    typography = locale_named("en").typography
    with scratch_folder() as folder:
        made = typeset(
            specimen(editions()[HANDOUT], paper, accent),
            font_set(typography.families, folder),
            project.name(path),
        )
    if has_errors(made.findings):
        raise PolyleafError(f"{project.name(path)}: {made.findings[0].message}")
    write_files(project.root, {path: made.pdf})
    return path
