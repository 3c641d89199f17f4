"""Composing a sheet that nobody gets, so that what is slow the first time is over."""

from datetime import date
from pathlib import Path

from pipeline.project import Project
from pipeline.publish.order import make_order
from pipeline.publish.run import read_batch_sources
from pipeline.publish.sheet import look_at_sheet
from pipeline.typeset.fonts import forget
from pipeline.typeset.scratch import scratch_folder
from pipeline.values.errors import PolyleafError


def rehearse(project: Project) -> None:
    """Check and compose a project's first sheet, and keep nothing of it.

    Patterns are compiled, and tables of languages read. It is not typeset: that would start threads
    of libraries. What is wrong with the project is told to whoever prints.
    """
    try:
        with scratch_folder() as folder:
            _compose(project, folder)
    except PolyleafError:
        pass
    finally:
        forget()


def _compose(project: Project, folder: Path) -> None:
    sources, hashes = read_batch_sources(project)
    today = date.today()
    order, _ = make_order(project, today=today, now=today, force=True)
    locales = project.locales()
    if order and locales and sources.articles.facts:
        article = sources.articles.named(sources.articles.facts[0].id)
        look_at_sheet(sources, hashes, article, locales[0], order, folder)
