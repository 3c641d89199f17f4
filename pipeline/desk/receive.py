"""Taking in what translators and agencies send back: ``polyleaf receive``."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path, PurePath

from pipeline.catalog import po
from pipeline.catalog.messages import SHEET, article_messages
from pipeline.catalog.read import read_catalog
from pipeline.catalog.recognise import Key, recognise
from pipeline.catalog.take import Taken, finished, take
from pipeline.check.catalog import check_catalog, check_sheet, is_never_ignored
from pipeline.check.misplaced import misplaced
from pipeline.desk.messages import update_catalogs
from pipeline.project import Project, disk
from pipeline.project.parcel import Piece
from pipeline.project.sources import Sources
from pipeline.records.encoding import garbled
from pipeline.records.glossary import terms_of
from pipeline.records.naming import meant
from pipeline.records.typography import is_known_locale
from pipeline.values.finding import Finding
from pipeline.values.message import Catalog
from pipeline.vouch.person import says_who

BEFORE = ".before"
"""How the name goes on under which a catalog is kept as it was; then a number."""

_UNREADABLE = ("CAT001", "CAT002")


@dataclass(slots=True, kw_only=True)
class Parcel:
    """One file that was sent: what it is, and what becomes of it."""

    piece: Piece
    locale: str = ""
    article: str = ""
    entries: Sequence[po.Entry] = ()
    refused: str = ""
    """Why nothing of it is taken, and what to do."""
    taken: Taken | None = None
    beside: Path | None = None
    """Where the catalog lies as it was before."""
    is_unsigned: bool = False
    """Whether texts of it are taken, and nobody is on record who translated them."""
    is_removed: bool = False
    """Whether the file itself, which lay in the project under another name, is gone."""

    @property
    def name(self) -> str:
        """What people call the file."""
        return self.piece.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What became of all files, and what is wrong with the catalogs afterwards."""

    parcels: Sequence[Parcel]
    files: Sequence[Path] = ()
    findings: Sequence[Finding] = field(default_factory=list)


def receive(
    sources: Sources, pieces: Sequence[Piece], now: datetime, *, older: bool, dry_run: bool
) -> Received:
    """Lay catalogs that were sent over the project's own; names and places do not matter.

    What is not ours, or may be meant in two ways, is refused, and takes nothing with it. With
    ``older``, a catalog that is older than the one here is taken all the same, and a text as it
    was here before; with ``dry_run`` nothing is written.
    """
    known = texts_by_article(sources)
    parcels = [_look(sources, piece, known) for piece in pieces]
    _refuse_twins(parcels)
    files: dict[Path, bytes] = {}
    for parcel in parcels:
        if not parcel.refused:
            _take(sources, parcel, files, older=older)
    if dry_run:
        return Received(parcels=parcels)
    if files:
        disk.write_files(sources.project.root, files)
    _remove_strays(sources.project, parcels)
    if not files:
        return Received(parcels=parcels)
    locales = list(dict.fromkeys(one.locale for one in parcels if one.taken))
    update = update_catalogs(sources, locales, now)
    changed = [file for file in files if file.suffix == ".po"]
    return Received(
        parcels=parcels,
        files=list(dict.fromkeys([*changed, *update.files])),
        findings=[*update.findings],
    )


def texts_by_article(sources: Sources) -> dict[str, set[Key]]:
    """Return the texts of each article, and of the sheet's own words, by which they are known."""
    known = {one.id: {message.key for message in article_messages(one)} for one in sources.articles}
    return {**known, SHEET: {message.key for message in sources.sheet_words}}


def _look(sources: Sources, piece: Piece, known: Mapping[str, set[Key]]) -> Parcel:
    """Say what a file is."""
    parcel = Parcel(piece=piece, refused=piece.refused)
    if piece.content is None:
        return parcel
    _, entries, findings = read_catalog(piece.content, "", piece.name, "")
    damage = next((one for one in findings if one.code in _UNREADABLE), None)
    if damage:
        place = f"line {damage.line}: " if damage.line else ""
        parcel.refused = f"{place}{damage.message}: {damage.fix}"
        return parcel
    parcel.entries = entries
    parcel.article = recognise(entries, known)
    if not parcel.article:
        parcel.refused = "no article here has its texts: is it from another project?"
        return parcel
    parcel.locale, parcel.refused = _locale_of(sources, piece, entries)
    target = sources.project.catalog_file(parcel.locale, parcel.article)
    if not parcel.refused and piece.file and piece.file.resolve() == target.resolve():
        parcel.refused = "it is the catalog itself: there is nothing to take over"
    parcel.refused = parcel.refused or _misplaced(parcel)
    return parcel


def _misplaced(parcel: Parcel) -> str:
    """Say why nothing of a whole file would be good here."""
    texts = [(one.text, one.translation) for one in parcel.entries if one.text and not one.obsolete]
    return misplaced(texts, parcel.locale)


def _locale_of(sources: Sources, piece: Piece, entries: Sequence[po.Entry]) -> tuple[str, str]:
    """Return the locale that a file is in, or why nobody can say."""
    written = po.header_fields(list(entries)).get("Language", "").strip()
    named = _locales_named(sources, piece.name)
    if not written:
        if len(named) == 1:
            return named[0], ""
        return (
            "",
            'its header names no language: write "Language: es\\n" there, with its code',
        )
    locale = meant(written, sources.locales)
    if not locale or locale not in sources.project.locales():
        start = f"polyleaf locale {written}" if is_known_locale(written) else "polyleaf locale …"
        return (
            "",
            f"its language '{written}' is not started here: {start}, then the same again",
        )
    if named and locale not in named:
        return "", (
            f"its header says Language: {written}, and its name says {named[0]}: "
            "correct the one that is wrong"
        )
    return locale, ""


def _locales_named(sources: Sources, name: str) -> list[str]:
    """List the locales that stand in a file's name or in its folders'."""
    inner = PurePath(name.rpartition(": ")[2].replace("\\", "/"))
    words = [*inner.parts[:-1], *re.split(r"[.\s()]+|(?<=\w)-(?=\w)", inner.stem)]
    own = sources.project.locales()
    return list(dict.fromkeys(word for word in words if word in own))


def _refuse_twins(parcels: Sequence[Parcel]) -> None:
    """Refuse files that are for the same catalog and say something else; of equal ones, one goes.

    Nobody can say which of two is the one that is meant.
    """
    by_target: dict[tuple[str, str], list[Parcel]] = defaultdict(list)
    for parcel in parcels:
        if not parcel.refused:
            by_target[parcel.locale, parcel.article].append(parcel)
    for twins in by_target.values():
        first, *others = twins
        for other in others:
            if other.piece.content == first.piece.content:
                other.refused = f"it is the same as {first.name}"
        unlike = [one for one in twins if not one.refused]
        for parcel in unlike if len(unlike) > 1 else ():
            names = " and ".join(one.name for one in unlike if one is not parcel)
            parcel.refused = f"{names} is for the same catalog: name only the one that is meant"


def _take(sources: Sources, parcel: Parcel, files: dict[Path, bytes], *, older: bool) -> None:
    project = sources.project
    catalog, own, findings = project.catalog(parcel.locale, parcel.article)
    target = project.catalog_file(parcel.locale, parcel.article)
    if catalog is None:
        parcel.refused = f"{project.name(target)} cannot be read: {findings[0].fix}, first"
        return
    sent = po.as_catalog(list(parcel.entries), parcel.locale, parcel.name)
    harmed = _harmed(sources, parcel.article, catalog, sent)
    before = {} if older else finished(_kept_before(project, target, parcel.locale))
    parcel.taken = take(own, parcel.entries, harmed, before)
    revised = sent.revised
    if parcel.taken.changed and not older and _is_older(revised, catalog.revised):
        parcel.refused = (
            f"it is of {revised}, and the catalog here of {catalog.revised} says something else in "
            f"{parcel.taken.changed} places: to take it anyway, add --older"
        )
        parcel.taken = None
        return
    if not parcel.taken.says_something and not parcel.taken.elsewhere:
        return
    parcel.is_unsigned = parcel.taken.says_something and not _is_signed(sources, parcel)
    if parcel.taken.changed:
        parcel.beside = _free_name(target)
        files[parcel.beside] = disk.read(target, project.name(target), project.root)
    files[target] = po.write(parcel.taken.entries).encode()


def _harmed(sources: Sources, article: str, here: Catalog, sent: Catalog) -> dict[Key, str]:
    """Return the texts that are finished here, and came back with an error nobody may ignore.

    Those with such an error here, too, are none of them.
    """
    wrong = _wrong(sources, article, sent)
    if not any(here.usable(key) not in (None, sent.usable(key)) for key in wrong):
        return {}
    already = _wrong(sources, article, here)
    return {key: why for key, why in wrong.items() if here.usable(key) and key not in already}


def _wrong(sources: Sources, article: str, catalog: Catalog) -> dict[Key, str]:
    """Return the translations with errors that a comment cannot switch off, and what is wrong."""
    levels = sources.policy.levels
    if article == SHEET:
        found = check_sheet(sources.sheet_words, catalog, sources.crisis_numbers, levels)
    else:
        own = sources.articles.named(article)
        terms = terms_of(sources.terms, catalog.locale)
        found = check_catalog(
            own, catalog, sources.references, terms, sources.crisis_numbers, levels
        )
    lines = {entry.line: key for key, entry in catalog.translations.items() if entry.text}
    wrong: dict[Key, str] = {}
    for one in found:
        key = lines.get(one.line)
        if key and one.is_error and is_never_ignored(one.code, in_note=_is_in_note(article, key)):
            why = _garbled(catalog, key) or f"{one.code} {one.message}: {one.fix}"
            wrong.setdefault(key, f"line {one.line}: {why}")
    return wrong


def _garbled(catalog: Catalog, key: Key) -> str:
    """Say that the letters of a translation are damaged: whatever else it has comes from that."""
    words = garbled(catalog.translations[key].text)
    return words and f"letters of a wrong encoding: {words}: get the file again, in UTF-8"


def _is_in_note(article: str, key: Key) -> bool:
    return article == SHEET or key[0] == "crisis"


def _is_older(one: object, other: object) -> bool:
    return bool(one and other) and str(one) < str(other)


def _is_signed(sources: Sources, parcel: Parcel) -> bool:
    """Say whether a person is on record who translated what was sent."""
    credited = sources.credits(parcel.locale)[0]
    names = [one.by for one in credited if not one.articles or parcel.article in one.articles]
    last = po.last_translator(po.header_fields(list(parcel.entries)))
    return any(map(says_who, (last, *names)))


def _kept_before(project: Project, target: Path, locale: str) -> Iterator[Sequence[po.Entry]]:
    """Yield what stood in a catalog each time before something in it came back otherwise."""
    for file in disk.files_in(target.parent, f"{target.name}{BEFORE}*"):
        if disk.is_below(file, target.parent):
            name = project.name(file)
            yield read_catalog(disk.read(file, name, project.root), locale, name, target.stem)[1]


def _free_name(target: Path) -> Path:
    """Return a name beside a catalog that nothing bears."""
    names = (target.with_name(f"{target.name}{BEFORE}{number or ''}") for number in range(1_000))
    return next(name for name in names if not disk.is_there(name))


def _remove_strays(project: Project, parcels: Sequence[Parcel]) -> None:
    """Remove files that lay in the project's own folders under another name, and are taken over.

    One of which something was not taken stays.
    """
    for parcel in _strays(project, parcels):
        if parcel.piece.file:
            # However it was named: from here, or from anywhere.
            inside = parcel.piece.file.resolve().relative_to(project.root.resolve())
            disk.remove_files(project.root, [project.root / inside])
            parcel.is_removed = True


def _strays(project: Project, parcels: Sequence[Parcel]) -> Iterator[Parcel]:
    locales = (project.root / "locales").resolve()
    for parcel in parcels:
        file = parcel.piece.file
        taken = parcel.taken
        is_taken = taken and not (taken.kept or taken.spared or taken.earlier)
        if is_taken and file and file.resolve().is_relative_to(locales):
            yield parcel
