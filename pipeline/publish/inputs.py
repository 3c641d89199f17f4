"""What exactly a sheet is made from, as two hashes, so that nothing need be built twice.

The first is coarse on purpose: whatever lies in ``source/``, in the locale's catalogs, or in the
program itself counts. Equal means surely the same sheet; different means that a closer look is
due. The second is of what the typesetter gets and the sheet is judged against.
"""

import hashlib
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path

from pipeline import __version__
from pipeline.catalog.messages import SHEET
from pipeline.project import Project, disk
from pipeline.project.sources import Sources
from pipeline.publish.order import Order
from pipeline.publish.plan import footings_of, images_of, locales_of_names
from pipeline.records.typography import locale_named, parents_of
from pipeline.translate.pictures import versions_of
from pipeline.typeset.engine import library_versions
from pipeline.typeset.fonts import FontSet, font_set
from pipeline.values.article import Article
from pipeline.values.region import FALLBACK
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

PROGRAM = "polyleaf"
"""The name of the program itself among the parts that a sheet rests on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hashes:
    """Hashes of what many sheets are worked out from, each taken once in a run.

    They are of what the files were before they were read, or are about to be.
    """

    root: Path
    source: Mapping[str, str]
    """By a file's name below ``source/``."""
    terms: str
    program: str
    _locales: dict[str, Mapping[str, str]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, project: Project) -> "Hashes":
        """Hash what all sheets of a project are worked out from."""
        return cls(
            root=project.root,
            source=_tree(project.source),
            terms=_hash(project.glossary),
            program=_program(),
        )

    def locale(self, name: str) -> Mapping[str, str]:
        """Return the hashes of all that a locale's folder holds, by the files' names in it."""
        if name not in self._locales:
            self._locales[name] = _tree(self.root / "locales" / name)
        return self._locales[name]

    def part(self, name: str) -> str:
        """Return the hash of one part that a sheet rests on, as `parts_of` names it.

        Empty where there is no such file.
        """
        if name == PROGRAM:
            return self.program
        room, _, rest = name.partition("/")
        if room == "locales":
            room, _, rest = rest.partition("/")
        hashed = self.source if name.startswith("source/") else self.locale(room)
        if not rest.endswith("/"):
            return hashed.get(rest, "")
        below = [pair for pair in sorted(hashed.items()) if pair[0].startswith(rest)]
        return _digest(below) if below else ""


def inputs_of(
    sources: Sources, hashes: Hashes, article: Article, locale: str, order: Order, folder: Path
) -> str:
    """Return a hash of all that a sheet is worked out from."""
    own = locale_named(locale)
    chain = (locale, *parents_of(locale))
    locales = (own, *locales_of_names(order, own).values())
    fonts = font_set([family for one in locales for family in one.typography.families], folder)
    parts = {
        "source": dict(hashes.source),
        "terms": hashes.terms,
        "program": hashes.program,
        "catalogs": [dict(hashes.locale(name)) for name in chain],
        "order": [
            str(option)
            for option in (
                article.id,
                order.edition,
                order.paper,
                order.region and order.region.code,
                order.clinic and order.clinic.id,
                order.draft,
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


def parts_of(hashes: Hashes, article: Article, locale: str, order: Order) -> dict[str, str]:
    """Return the hashes of the files that a sheet rests on, by their names in the project.

    What is not there yet is named too: a sheet is stale when it comes. Whatever else lies in
    ``source/``, such as another clinic's profile, makes no sheet stale.
    """
    chains = [locale, *parents_of(locale)]
    if order.edition.side_by_side:
        chains += [article.language, *parents_of(article.language)]
    regions = [order.region.code] if order.region else []
    names = [
        article.path,
        "source/references.json",
        "source/publisher.toml",
        *([f"source/clinics/{order.clinic.id}.toml"] if order.clinic else []),
        *(f"source/regions/{code}.toml" for code in (*regions, FALLBACK)),
        *(f"source/{image}" for image in images_of(article, order)),
        *(
            f"source/{version}"
            for image in images_of(article, order)
            for version in versions_of(image, locale)
        ),
        *(
            f"locales/{name}/{part}"
            for name in chains
            for part in (
                f"LC_MESSAGES/{article.id}.po",
                f"LC_MESSAGES/{SHEET}.po",
                "approvals/",
                "credits.toml",
            )
        ),
        PROGRAM,
    ]
    return {name: hashes.part(name) for name in dict.fromkeys(names)}


def made_from(composition: Composition, fonts: FontSet, judged: Sheet) -> str:
    """Return a hash of all that decides a sheet's bytes and whether it is accepted."""
    return _digest(
        {
            "html": composition.html,
            "web": composition.web,
            "forms": repr(composition.forms),
            "judged": repr(judged),
            "fonts": [font.sha256 for font in fonts.files],
            "libraries": library_versions(),
            "polyleaf": __version__,
        }
    )


@cache
def _program() -> str:
    return _digest([sys.version, [version(name) for name in _LIBRARIES], _tree(_PROGRAM)])


def _tree(folder: Path) -> dict[str, str]:
    """Return hashes of the files below a folder by their names; compiled files do not count."""
    return {
        file.relative_to(folder).as_posix(): _hash(file)
        for file in disk.files_below(folder)
        if file.suffix not in (".pyc", ".mo")
    }


def _hash(file: Path) -> str:
    """Return the hash of a file's bytes, empty where there is none that can be read."""
    try:
        return hashlib.sha256(disk.read(file, file.name)).hexdigest() if disk.exists(file) else ""
    except disk.UnreadableError:
        return ""


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()
