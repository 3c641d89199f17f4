"""What exactly a sheet is made from, as two hashes, so that nothing need be built twice.

The first is of its inputs: files, and of files that many sheets share only what it shows of them.
Equal means surely the same sheet; different means that a closer look is due. The second is of what
the typesetter gets and the sheet is judged against.
"""

import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pipeline.catalog.messages import SHEET
from pipeline.project import Project, base, disk
from pipeline.project.crisis_numbers import digest_of_numbers
from pipeline.project.digests import WORTH, Digests, is_settled
from pipeline.project.facts import Facts
from pipeline.project.sources import Sources
from pipeline.publish.order import Order
from pipeline.publish.plan import footings_of, locales_of_names, logos_of
from pipeline.records.glossary import terms_of
from pipeline.records.installed import version
from pipeline.records.kept import kept
from pipeline.records.typography import locale_named, parents_of
from pipeline.translate.pictures import versions_of
from pipeline.typeset.fonts import FontFile, FontSet, font_set
from pipeline.typeset.libraries import library_versions
from pipeline.values.approval import Withdrawal
from pipeline.values.judged import Sheet
from pipeline.values.region import FALLBACK
from pipeline.values.sheet import Composition

T = TypeVar("T")

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

    They are of what the files were before they were read.
    """

    digests: Digests
    program: str
    _shared: dict[tuple[object, ...], Any] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, project: Project) -> "Hashes":
        """Hash what all sheets of a project are worked out from."""
        program = _program()
        if project.takes_over:
            program = _digest([program, base.digest()])
        return cls(digests=Digests(project, program), program=program)

    def part(self, name: str) -> str:
        """Return the hash of one part that a sheet rests on, as `parts_of` names it.

        Empty where there is no such file.
        """
        if name == PROGRAM:
            return self.program
        if not name.endswith("/"):
            return self.digests.file(name)
        return self.once(("below", name), lambda: self._below(name))

    def once(self, key: tuple[object, ...], work_out: Callable[[], T]) -> T:
        """Return what many sheets share, worked out when it is first asked for."""
        if key not in self._shared:
            self._shared[key] = work_out()
        found: T = self._shared[key]
        return found

    def _below(self, folder: str) -> str:
        below = self.digests.below(folder)
        return _digest([*below.items()]) if below else ""


def inputs_of(
    sources: Sources, hashes: Hashes, facts: Facts, locale: str, order: Order, folder: Path
) -> str:
    """Return a hash of all that a sheet is worked out from, and of nothing else.

    On any computer the same inputs give the same hash.
    """
    chain, own = _chain(facts, locale, order), order.locales(locale, facts.language)
    return _digest(
        {
            "files": {
                name: hashes.part(name) for name in _files_of(sources, hashes, facts, locale, order)
            },
            "cited": hashes.once(("cited", facts.cites), lambda: _cited(sources, facts)),
            "terms": [_terms(sources, hashes, name) for name in chain],
            "numbers": hashes.once(
                ("numbers",), lambda: digest_of_numbers(hashes.digests, sources.crisis_numbers)
            ),
            "approvals": [
                (*approval, approval[1] <= order.today.isoformat())
                for name in chain
                for approval in sources.given(name).days(facts.id)
            ],
            "policy": hashes.part("source/policy.toml"),
            "evidence": [hashes.part(f"locales/{name}/evidence/") for name in chain],
            "releases": _releases(hashes, facts, order),
            "withdrawn": [
                repr(one)
                for one in sources.withdrawn
                if any(_may_concern(one, facts, name) for name in (*own, *order.offered))
            ],
            "order": [
                str(option)
                for option in (
                    facts.id,
                    *own,
                    order.edition,
                    order.paper,
                    order.region and order.region.code,
                    order.clinic and order.clinic.id,
                    order.draft,
                    order.working,
                    *((order.proofs, order.offered, order.paper_forced) if order.offered else ()),
                    *(("named",) if order.named else ()),
                )
            ],
            "today": [
                order.today <= facts.review_by,
                *(_sound(hashes, name, order) for name in (locale, *order.offered)),
            ],
            "fonts": [_fonts(hashes, name, order, folder) for name in own],
            "libraries": library_versions(),
            "program": hashes.program,
        }
    )


def _releases(hashes: Hashes, facts: Facts, order: Order) -> list[str]:
    """Hash an article's releases; where there are any, a day may change which is printed."""
    frozen = hashes.part(f"source/releases/{facts.id}/")
    return [frozen, order.today.isoformat()] if frozen else []


def _cited(sources: Sources, facts: Facts) -> str:
    """Hash the works that an article cites; the others are nothing to it."""
    works = [sources.references.get(key) for key in facts.cites]
    return _digest([repr(work) for work in works])


def _terms(sources: Sources, hashes: Hashes, locale: str) -> str:
    """Hash a locale's rows of the glossary."""
    return hashes.once(
        ("terms", locale),
        lambda: _digest([repr(term) for term in terms_of(sources.terms, locale)]),
    )


def _sound(hashes: Hashes, locale: str, order: Order) -> list[tuple[str, bool]]:
    """Say of each record on a sheet whether it is confirmed on the order's day."""
    return hashes.once(
        ("sound", *_same_records(locale, order), order.today),
        lambda: [(one.name, one.is_sound) for _, one in footings_of(order, locale)],
    )


def _same_records(locale: str, order: Order) -> tuple[str, ...]:
    """Return what decides which records a sheet prints, in a run in which no record changes."""
    return locale, order.region.code if order.region else "", order.edition.name


def _may_concern(withdrawal: Withdrawal, facts: Facts, locale: str) -> bool:
    marks = withdrawal.marks
    return marks.get("article", facts.id) == facts.id and marks.get("locale", locale) == locale


def _fonts(hashes: Hashes, locale: str, order: Order, folder: Path) -> str:
    """Hash the fonts of a sheet, but for those that a single name borrows."""

    def work_out() -> str:
        files = hashed_fonts(hashes, _families(hashes, locale, order), folder).files
        return _digest([font.sha256 for font in files])

    return hashes.once(("fonts", *_same_records(locale, order), folder), work_out)


def hashed_fonts(hashes: Hashes, families: Iterable[str], folder: Path) -> FontSet:
    """Return the fonts of some families with the hashes of their files.

    A file is hashed once while its mark stays the same: those of Japanese take a fiftieth of the
    time of a sheet.
    """
    fonts = font_set(families, folder)
    return replace(fonts, files=tuple(_hashed(one, hashes.digests) for one in fonts.files))


def _hashed(font: FontFile, digests: Digests) -> FontFile:
    mark = disk.mark_of(Path(font.path))
    key = f"font {font.path} {mark}"
    known = digests.learnt(key)
    if not isinstance(known, str):
        known = font.sha256
        if mark and is_settled(mark):
            digests.learn(key, known, WORTH)
    return replace(font, digest=known)


def _families(hashes: Hashes, locale: str, order: Order) -> list[str]:
    """Return the families of a sheet's locale, and of the languages of the names on it."""

    def work_out() -> list[str]:
        own = locale_named(locale)
        locales = (own, *locales_of_names(order, own).values())
        return [family for one in locales for family in one.typography.families]

    return hashes.once(("families", *_same_records(locale, order)), work_out)


def has_its_fonts(
    hashes: Hashes, record: Mapping[str, Any], locale: str, order: Order, folder: Path
) -> bool:
    """Say whether the fonts that a sheet borrowed for single names are those that it has now.

    Those of its locale count among its inputs.
    """
    known = _families(hashes, locale, order)
    rows = [row for row in record.get("fonts", ()) if row["family"] not in known]
    if not rows:
        return True
    borrowed = hashed_fonts(hashes, sorted({row["family"] for row in rows}), folder)
    return sorted(row["sha256"] for row in rows) == sorted(one.sha256 for one in borrowed.files)


def libraries_of() -> dict[str, str]:
    """Return what else shapes sheets on a computer: the program and the versions of libraries."""
    named = {name: version(name) for name in _LIBRARIES}
    return {PROGRAM: _program(), **named, **library_versions()}


def fonts_of(locales: Iterable[str], folder: Path) -> dict[str, str]:
    """Return the hashes of the fonts of some locales on a computer, by family and style."""
    named = [locale_named(name).typography.families for name in locales]
    families = sorted({family for one in named for family in one})
    files = font_set(families, folder).files
    return {f"{one.family} {one.style}": one.sha256[:16] for one in files}


def _chain(facts: Facts, locale: str, order: Order) -> list[str]:
    """Return the locales whose catalogs stand on a sheet, each before its parents."""
    chain = [locale, *parents_of(locale)]
    if second := order.second(facts.language):
        chain += [second, *parents_of(second)]
    for name in (facts.language, *order.offered) if order.offered else ():
        chain += [name, *parents_of(name)]
    return [*dict.fromkeys(chain)]


def _languages(
    sources: Sources, hashes: Hashes, facts: Facts, locale: str, order: Order
) -> list[str]:
    """Return the names of the files that say something of the languages on a sheet.

    Of the article's language, and of those that names stand in, they count where they are there.
    """
    project = sources.project
    own = [name for one in _chain(facts, locale, order) for name in project.languages_of(one)]
    if not sources.own_languages.rows:
        return own
    tags = hashes.once(
        ("names", *_same_records(locale, order)),
        lambda: [*locales_of_names(order, locale_named(locale))],
    )
    others = [facts.language, *(tag.replace("-", "_") for tag in tags)]
    beside = [name for one in others for name in project.languages_of(one) if hashes.part(name)]
    return [*own, *beside]


def _files_of(
    sources: Sources, hashes: Hashes, facts: Facts, locale: str, order: Order
) -> list[str]:
    """Return the names of the files of which a sheet shows all that matters to it."""
    regions = [order.region.code] if order.region else []
    images = [*dict.fromkeys((*facts.pictures, *logos_of(order)))]
    return [
        facts.path,
        "source/publisher.toml",
        *([f"source/clinics/{order.clinic.id}.toml"] if order.clinic else []),
        *(f"source/regions/{code}.toml" for code in dict.fromkeys((*regions, FALLBACK))),
        *(f"source/{image}" for image in images),
        *(
            f"source/{version}"
            for name in order.locales(locale, facts.language)
            for image in images
            for version in versions_of(image, name)
        ),
        *(
            f"locales/{name}/{part}"
            for name in _chain(facts, locale, order)
            for part in (
                f"LC_MESSAGES/{facts.id}.po",
                f"LC_MESSAGES/{SHEET}.po",
                "credits.toml",
            )
        ),
        *dict.fromkeys(_languages(sources, hashes, facts, locale, order)),
    ]


def parts_of(
    sources: Sources, hashes: Hashes, facts: Facts, locale: str, order: Order
) -> dict[str, str]:
    """Return the hashes of the files that a sheet rests on, by their names in the project.

    What is not there yet is named too: a sheet is stale when it comes. Whatever else lies in
    ``source/``, such as another clinic's profile, makes no sheet stale.
    """
    names = [
        *_files_of(sources, hashes, facts, locale, order),
        "source/references.json",
        *(f"locales/{name}/approvals/" for name in _chain(facts, locale, order)),
        f"source/releases/{facts.id}/",
        PROGRAM,
    ]
    return {name: hashes.part(name) for name in names}


def made_from(composition: Composition, fonts: FontSet, judged: Sheet) -> str:
    """Return a hash of all that decides a sheet's bytes and whether it is accepted.

    The program counts with each of its files, as it sets the page and judges it.
    """
    return _digest(
        {
            "html": composition.html,
            "web": composition.web,
            "forms": repr(composition.forms),
            "judged": repr(judged),
            "fonts": [font.sha256 for font in fonts.files],
            "libraries": library_versions(),
            "program": _program(),
        }
    )


@cache
def _program() -> str:
    return _digest(
        [sys.version.split()[0], [version(name) for name in _LIBRARIES], _tree(_PROGRAM)]
    )


def _tree(folder: Path) -> dict[str, str]:
    """Return hashes of the files below a folder by their names; compiled files do not count.

    The program's own are kept beside its compiled files while nothing of it has another mark.
    """
    files = [one for one in disk.files_below(folder) if one.suffix not in (".pyc", ".mo")]
    marks = {str(file): disk.mark_of(file) for file in files}

    def work_out() -> dict[str, str]:
        return {file.relative_to(folder).as_posix(): _hash(file) for file in files}

    if not all(mark and is_settled(mark) for mark in marks.values()):
        return work_out()
    found: dict[str, str] = kept("program", [json.dumps(marks)], work_out)
    return found


def _hash(file: Path) -> str:
    """Return the hash of a file's bytes, empty where there is none that can be read."""
    try:
        return hashlib.sha256(disk.read(file, file.name)).hexdigest() if disk.exists(file) else ""
    except disk.UnreadableError:
        return ""


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()
