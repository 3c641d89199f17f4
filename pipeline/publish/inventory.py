"""What lies in ``build/``: each sheet by its manifest, and whether it is still what it would be.

A sheet is current where the same order would give the same sheet today. It is withdrawn, or its
article, locale, clinic or region is gone, or it is stale: something it rests on has changed so that
other words would stand on it, or so that it would be refused.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import product
from pathlib import Path
from typing import Any

from pipeline.check.withdrawn import NO_REGION
from pipeline.compose.sheet import editions
from pipeline.project import Project, disk
from pipeline.project.sources import Sources
from pipeline.publish import shelf
from pipeline.publish.inputs import Hashes
from pipeline.publish.order import Order, command_of, make_order
from pipeline.publish.sheet import Result, current_sheet, look_at_sheet
from pipeline.records.typography import is_pseudo
from pipeline.values.approval import Withdrawal
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding, Severity
from pipeline.vouch.withdrawal import both_marks, falls_under

_WORDS = ("article", "locale", "region", "edition", "paper", "clinic")


class State(StrEnum):
    """How a sheet in ``build/`` stands to what the project says now."""

    CURRENT = "current"
    STALE = "stale"
    GONE = "gone"
    """Nobody can ask for it any more."""
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A sheet in ``build/``, as its manifest has it."""

    path: Path
    """Its PDF."""
    record: Mapping[str, Any]
    paper: str
    """Empty where it is the region's."""
    is_draft: bool
    is_working: bool = False
    """Whether the working text was asked for, though a release may be there."""

    def word(self, name: str) -> str:
        """Return its article, locale, region, edition or clinic."""
        return str(self.record[name])

    @property
    def beside(self) -> str:
        """Return the locale of the translation beside its own, empty for none."""
        return str(self.record.get("beside", ""))

    @property
    def named(self) -> list[str]:
        """Return the locales that a notice was asked to name, none for all of them."""
        return str(self.record.get("names", "")).split()

    @property
    def words(self) -> dict[str, Any]:
        """Return the words that ask for it, as `make_order` takes them."""
        return {
            "region": self.word("region"),
            "clinic": self.word("clinic"),
            "edition": self.word("edition"),
            "beside": self.beside,
            "names": " ".join(self.named),
            "paper": self.paper,
            "draft": self.is_draft,
            "working": self.is_working,
            "proofs": bool(self.record.get("proofs")),
        }

    @property
    def command(self) -> str:
        """What makes it again."""
        return command_of(self.word("locale"), self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one sheet in ``build/`` stands, and why."""

    sheet: Held
    state: State
    why: str = ""


def sheets_in(project: Project, leave_out: Collection[Path] = ()) -> Iterator[Held]:
    """Yield the sheets in ``build/`` whose manifests bear out their names; some may be left out."""
    for file in disk.files_in(project.build, "*/*.json"):
        if leave_out and file.with_suffix(".pdf") in leave_out:
            continue
        try:
            record = json.loads(disk.read(file, file.name, project.root))
        except (PolyleafError, ValueError, RecursionError):
            continue
        if isinstance(record, dict) and (held := _held(file.with_suffix(".pdf"), record)):
            yield held


def _held(path: Path, record: Mapping[str, Any]) -> Held | None:
    """Return a sheet whose name is the one that its manifest gives it."""
    words = [record.get(name) for name in _WORDS]
    if not all(isinstance(word, str) for word in words) or "sha256" not in record:
        return None
    article, locale, region, edition, paper, clinic = map(str, words)
    beside = record.get("beside", "")
    if not isinstance(beside, str):
        return None
    for forced, what in product(("", paper), ("", "draft", "working")):
        draft, working = what == "draft", what == "working"
        given = (article, edition, locale, region, forced, clinic)
        name = shelf.sheet_name(*given, beside=beside, draft=draft, working=working)
        if path.name == name and path.parent.name == locale:
            return Held(path=path, record=record, paper=forced, is_draft=draft, is_working=working)
    return None


def withdrawn_or_gone(sources: Sources, seen: set[Path] | None = None) -> Iterator[Standing]:
    """Yield the sheets in ``build/`` that are withdrawn, or that nobody can ask for any more.

    Nothing is composed for that: manifests and names are enough. The PDFs of all that were looked
    at are added to ``seen``.
    """
    known = _known(sources)
    for held in sheets_in(sources.project):
        if seen is not None:
            seen.add(held.path)
        if standing := _withdrawn(sources, held) or _gone(known, held):
            yield standing


def standings(
    sources: Sources,
    hashes: Hashes,
    sheets: Sequence[Held],
    today: date,
    folder: Path,
    locales: Collection[str] = (),
) -> Iterator[Standing]:
    """Say how sheets stand on a day; ``folder`` holds configurations of fonts.

    A sheet of which something changed is composed, to see whether it shows. Where locales are
    named, sheets of others are looked at no closer, and count as current.
    """
    known, orders = _known(sources), _Orders(sources.project, today)
    for held in sheets:
        is_near = not locales or held.word("locale") in locales or held.beside in locales
        yield (
            _withdrawn(sources, held)
            or _gone(known, held)
            or (_stale(sources, hashes, held, orders, folder) if is_near else None)
            or Standing(sheet=held, state=State.CURRENT)
        )


def _withdrawn(sources: Sources, held: Held) -> Standing | None:
    why = withdrawal_in(sources.withdrawn, held.record)
    return Standing(sheet=held, state=State.WITHDRAWN, why=why) if why else None


def withdrawal_in(withdrawn: Iterable[Withdrawal], record: Mapping[str, Any]) -> str:
    """Say under which withdrawal a sheet falls by what its record says, empty for none."""
    services = record.get("services", ())
    listed = services if isinstance(services, list) else ()
    rows = [[str(word) for word in row] for row in listed if isinstance(row, list)]
    own = {**record, "region": record.get("region") or NO_REGION}
    for one in withdrawn:
        if any(falls_under(marks, rows, one) for marks in both_marks(own)):
            return f"withdrawn on {one.on}: {one.reason}"
    return ""


def _known(sources: Sources) -> Mapping[str, Collection[str]]:
    project = sources.project
    return {
        "article": sources.names,
        "locale": sources.locales,
        "region": [*project.region_codes(), NO_REGION],
        "edition": editions(),
        "clinic": ["", *project.clinic_names()],
    }


def _gone(known: Mapping[str, Collection[str]], held: Held) -> Standing | None:
    for name, names in known.items():
        word = held.word(name)
        if word not in names and not (name == "locale" and is_pseudo(word)):
            why = f"there is no {name} '{word}' any more"
            return Standing(sheet=held, state=State.GONE, why=why)
    for other in (held.beside, *held.named):
        if other and other not in known["locale"]:
            why = f"there is no locale '{other}' any more"
            return Standing(sheet=held, state=State.GONE, why=why)
    return None


def _stale(
    sources: Sources, hashes: Hashes, held: Held, orders: "_Orders", folder: Path
) -> Standing | None:
    record = shelf.recorded(held.path, hashes.digests)
    changed = shelf.changed_since(record, hashes)
    why = shelf.why_stale(record, changed)
    facts = sources.articles.fact(held.word("article"))
    order = orders.of(held) if record and facts else None
    if record and facts and order:
        at = (held.word("locale"), order, folder)
        if current_sheet(sources, hashes, facts, *at):
            return None
        try:
            made = look_at_sheet(sources, hashes, sources.articles.named(facts.id), *at)
        except PolyleafError as error:
            return Standing(sheet=held, state=State.STALE, why=str(error))
        if isinstance(made, Result):
            if made.is_printed:
                return None
            why += "; it would be refused now"
    elif record:
        # What it rests on is at fault: it is stale where its own part of that has changed.
        if not changed:
            return None
        why += "; it would be refused now"
    return Standing(sheet=held, state=State.STALE, why=why)


class _Orders:
    """The orders of sheets as they would be made on a day, each made once for all of its sheets."""

    def __init__(self, project: Project, today: date) -> None:
        self._project, self._today = project, today
        self._made: dict[tuple[tuple[str, object], ...], Order | None] = {}

    def of(self, held: Held) -> Order | None:
        """Return the order of a sheet, ``None`` where it cannot be filled."""
        said = tuple(held.words.items())
        if said not in self._made:
            self._made[said] = None
            with suppress(PolyleafError):
                self._made[said], _ = make_order(self._project, today=self._today, **held.words)
        return self._made[said]


def finding_of(project: Project, standing: Standing) -> Finding:
    """Return what is to be said of a sheet that must not lie in ``build/`` any more."""
    held, is_withdrawn = standing.sheet, standing.state is State.WITHDRAWN
    return Finding(
        code="SRC022" if is_withdrawn else "PDF030",
        severity=Severity.ERROR if is_withdrawn else Severity.WARNING,
        path=project.name(held.path),
        message=standing.why,
        fix="destroy printed copies, and remove it: polyleaf clean --stale"
        if is_withdrawn
        else "remove it: polyleaf clean --stale; or bring back what it was made for",
        locale=held.word("locale"),
        article=held.word("article"),
    )
