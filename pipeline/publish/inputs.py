"""What exactly a sheet is made from, as two hashes, so that nothing need be built twice.

The first is coarse on purpose: whatever lies in ``source/``, in the locale's catalogs, or in the
program itself counts. Equal means surely the same sheet; different means that a closer look is
due. The second is of what the typesetter gets and the sheet is judged against.
"""

import hashlib
import json
import sys
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path

from pipeline import __version__
from pipeline.project import Project, disk
from pipeline.project.sources import Sources
from pipeline.publish.order import Order
from pipeline.publish.plan import footings_of, locales_of_names
from pipeline.records.typography import locale_named, parents_of
from pipeline.typeset.engine import library_versions
from pipeline.typeset.fonts import FontSet, font_set
from pipeline.values.article import Article
from pipeline.values.sheet import Composition
from pipeline.verify.sheet import Sheet

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Hashes:
    """Hashes of what many sheets are worked out from, each taken once in a run.

    They are of what the files were before they were read, or are about to be.
    """

    source: str
    terms: str
    program: str
    _locales: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, project: Project) -> "Hashes":
        """Hash what all sheets of a project are worked out from."""
        return cls(source=_tree(project.source), terms=_hash(project.glossary), program=_program())

    def locale(self, project: Project, name: str) -> str:
        """Return the hash of all that a locale's folder holds."""
        if name not in self._locales:
            self._locales[name] = _tree(project.root / "locales" / name)
        return self._locales[name]


def inputs_of(
    sources: Sources, hashes: Hashes, article: Article, locale: str, order: Order, folder: Path
) -> str:
    """Return a hash of all that a sheet is worked out from."""
    own = locale_named(locale)
    chain = (locale, *parents_of(locale))
    locales = (own, *locales_of_names(order, own).values())
    fonts = font_set([family for one in locales for family in one.typography.families], folder)
    parts = {
        "source": hashes.source,
        "terms": hashes.terms,
        "program": hashes.program,
        "catalogs": [hashes.locale(sources.project, name) for name in chain],
        "order": [
            str(option)
            for option in (
                article.id,
                order.edition,
                order.paper,
                order.region and order.region.code,
                order.clinic and order.clinic.id,
                order.draft,
                order.approved,
            )
        ],
        "today": [
            order.today <= article.review_by,
            [one.on <= order.today for name in chain for one in sources.approvals(name)[0]],
            [(one.name, one.is_sound) for _, one in footings_of(order, locale)],
        ],
        "fonts": [font.sha256 for font in fonts.files],
        "libraries": library_versions(),
    }
    return _digest(parts)


def made_from(composition: Composition, fonts: FontSet, judged: Sheet) -> str:
    """Return a hash of all that decides a sheet's bytes and whether it is accepted."""
    return _digest(
        {
            "html": [composition.html, *composition.smaller],
            "judged": repr(judged),
            "fonts": [font.sha256 for font in fonts.files],
            "libraries": library_versions(),
            "polyleaf": __version__,
        }
    )


@cache
def _program() -> str:
    return _digest([sys.version, [version(name) for name in _LIBRARIES], _tree(_PROGRAM)])


def _tree(folder: Path) -> str:
    """Return a hash of the files below a folder and their names; compiled files do not count."""
    return _digest(
        [
            (file.relative_to(folder).as_posix(), _hash(file))
            for file in disk.files_below(folder)
            if file.suffix not in (".pyc", ".mo")
        ]
    )


def _hash(file: Path) -> str:
    return hashlib.sha256(disk.read(file, file.name)).hexdigest() if disk.exists(file) else ""


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()
