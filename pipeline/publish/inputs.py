"""What exactly a sheet is made from, as two hashes, so that nothing need be built twice.

The first is coarse on purpose: whatever lies in ``source/``, in the locale's catalogs, or in the
program itself counts. Equal means surely the same sheet; different means that a closer look is
due. The second is of what the typesetter gets and the sheet is judged against.
"""

import hashlib
import json
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

from pipeline import __version__
from pipeline.project import Project, disk
from pipeline.publish.order import Order
from pipeline.publish.plan import locales_of_names
from pipeline.publish.press import Job
from pipeline.records.typography import locale_named, parents_of
from pipeline.typeset.engine import library_versions
from pipeline.typeset.fonts import font_set
from pipeline.values.article import Article
from pipeline.vouch.standing import footings_on_sheet

_LIBRARIES = (
    "babel",
    "citeproc-py",
    "icu4py",
    "jinja2",
    "lxml",
    "markdown-it-py",
    "markupsafe",
    "mdit-py-plugins",
    "pillow",
    "pypdfium2",
    "pyyaml",
    "segno",
    "zxing-cpp",
)
"""What decides the HTML and the judgement; what decides the page is named by the typesetter."""

_PROGRAM = Path(__file__).parent.parent


def inputs_of(
    project: Project, article: Article, locale: str, order: Order, fonts_folder: Path
) -> str:
    """Return a hash of all that a sheet is worked out from."""
    own = locale_named(locale)
    locales = (own, *locales_of_names(order, own).values())
    families = [family for one in locales for family in one.typography.families]
    fonts = font_set(families, fonts_folder)
    options = (
        article.id,
        order.edition,
        order.paper,
        order.region and order.region.code,
        order.clinic and order.clinic.id,
        order.draft,
        order.approved,
        order.today <= article.review_by,
        [
            one.on <= order.today
            for name in (locale, *parents_of(locale))
            for one in project.approvals(name)[0]
        ],
        [
            (one.name, one.is_sound)
            for _, one in footings_on_sheet(order.region, order.fallback, locale, order.today)
        ],
        [font.sha256 for font in fonts.files],
        library_versions(),
    )
    return _fingerprint(project, locale, options)


def _fingerprint(project: Project, locale: str, options: Iterable[object]) -> str:
    parts = {
        "source": _tree(project.source),
        "catalogs": [
            _tree(project.root / "locales" / name) for name in (locale, *parents_of(locale))
        ],
        "terms": _hash(project.glossary),
        "program": _program(),
        "options": [str(option) for option in options],
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


@cache
def _program() -> list[object]:
    versions = [version(name) for name in _LIBRARIES]
    return [sys.version, versions, _tree(_PROGRAM)]


def _hash(file: Path) -> str:
    return hashlib.sha256(disk.read(file, file.name)).hexdigest() if disk.exists(file) else ""


def _tree(folder: Path) -> list[tuple[str, str]]:
    """Return the files below a folder with their hashes; compiled files do not count."""
    return [
        (file.relative_to(folder).as_posix(), _hash(file))
        for file in disk.files_below(folder)
        if file.suffix not in (".pyc", ".mo")
    ]


def made_from(job: Job) -> str:
    """Return a hash of all that decides a sheet's bytes and whether it is accepted."""
    parts = {
        "html": [job.html, *job.smaller],
        "judged": repr(job.judged),
        "fonts": [font.sha256 for font in job.fonts.files],
        "libraries": library_versions(),
        "polyleaf": __version__,
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
