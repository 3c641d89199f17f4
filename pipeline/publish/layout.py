"""Layout sheets in ``build/``: how folded editions lie on paper, drawn for print shops."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.compose.layout_sheet import layout_sheet
from pipeline.compose.sheet import editions
from pipeline.project import Project
from pipeline.project.disk import write_files
from pipeline.records.typography import locale_named
from pipeline.typeset.engine import UNFOLDED, typeset
from pipeline.typeset.fonts import font_set
from pipeline.typeset.scratch import scratch_folder
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import has_errors
from pipeline.values.sheet import Fold, Layout


def draw_layouts(project: Project, names: Sequence[str], papers: Sequence[str]) -> Iterator[Path]:
    """Draw editions on papers, and yield the files; all that are folded where none is named.

    The first pages of each file are for left-to-right sheets, the others for right-to-left ones.
    """
    known = {name: one for name, one in editions().items() if one.folding}
    for name in names:
        if name not in known:
            raise PolyleafError(
                f"there is no folded edition '{name}'; folded: {' '.join(sorted(known))}"
            )
    fonts_of = locale_named("en").typography.text_families
    for name in names or sorted(known):
        drawn = [(fold, paper) for fold in known[name].folds for paper in _papers(fold, papers)]
        if not drawn:
            own = " ".join(paper for fold in known[name].folds for _, paper in fold.papers)
            raise PolyleafError(f"unknown paper '{papers[0]}' for the {name}; known: {own}")
        for fold, paper in drawn:
            path = project.build / f"layout-{name}-{paper}.pdf"
            with scratch_folder() as folder:
                made = typeset(
                    layout_sheet(known[name], fold, paper),
                    font_set(fonts_of, folder),
                    project.name(path),
                    [replace(UNFOLDED, layout=Layout(duplex=known[name].duplex))],
                )
            if has_errors(made.findings):
                raise PolyleafError(f"{project.name(path)}: {made.findings[0].message}")
            write_files(project.root, {path: made.pdf})
            yield path


def _papers(fold: Fold, asked: Sequence[str]) -> list[str]:
    """Return the papers that are folded so, as far as they were asked for; none asked is all."""
    return [paper for _, paper in fold.papers if not asked or paper in asked]
