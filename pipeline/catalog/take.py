"""What a translator sent back, laid over the catalog that is here, so that neither loses a word."""

import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.catalog import po
from pipeline.catalog.damaged import nearest_text
from pipeline.catalog.recognise import Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One text that came back as something else than what is here."""

    kind: str
    """``new``, ``changed``, ``earlier``, ``spared`` or ``elsewhere``, as `Taken` counts them."""
    text: str
    """The original, as it was sent."""
    here: str
    """Its translation here, empty where there is none."""
    sent: str
    why: str = ""
    """What is wrong with what was sent, where the translation here was kept for it."""
    meant: str = ""
    """Of one that the article does not have: the text that was damaged, if one nearly is it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A catalog with what came back in it, and how many texts that concerns."""

    entries: Sequence[po.Entry]
    new: int
    """Texts that had no translation here."""
    changed: int
    """Texts whose translation here was another."""
    same: int
    kept: int
    """Texts that came back empty or fuzzy, and are finished here: they stay as they are."""
    earlier: int
    """Texts that came back as they once were here, and are another now: they stay as they are."""
    spared: int
    """Texts that came back with an error that nobody may ignore, and are good here: they stay."""
    elsewhere: int
    """Translations of texts that the article does not have now: kept as obsolete entries."""
    absent: int = 0
    """Texts that are here, translated or not, and did not come back: part of the file was lost, or
    it was made for a part of the texts."""
    differences: Sequence[Difference] = ()
    """What is new, changed, or of no text here, in the order in which it was sent."""

    @property
    def says_something(self) -> bool:
        """Whether anything was taken."""
        return bool(self.new or self.changed)


def take(
    own: Sequence[po.Entry],
    sent: Sequence[po.Entry],
    harmed: Mapping[Key, str] | None = None,
    earlier: Mapping[Key, Collection[str]] | None = None,
) -> Taken:
    """Lay a catalog that was sent over the one that is here.

    ``harmed`` are the texts of which what was sent has an error that what is here has not, with
    what is wrong: their translations stay. ``earlier`` are finished translations that stood
    here before the present ones: a file that was begun from them takes nobody's work back.

    Where both say something else, what was sent goes before; its header does too, for it names who
    translated, and when; who did before stays on record. Notes of both stay. Letters that are
    composed of parts in one of the two and whole in the other are the same.
    """
    here = {entry.key: entry for entry in own if not entry.obsolete}
    counts = dict.fromkeys(("new", "changed", "same", "kept", "earlier", "spared", "elsewhere"), 0)
    harmed, earlier = harmed or {}, earlier or {}
    differences: list[Difference] = []
    # What nobody sent back is what a damaged original may have been.
    sent = [_named_as_here(entry, here) for entry in sent]
    came = {entry.key for entry in sent}
    unsent = [key for key in here if key not in came]
    for entry in sent:
        if entry.obsolete or (not entry.text and entry.key != ("", "")):
            continue
        if entry.key == ("", ""):
            before = here.get(entry.key)
            here[entry.key] = po.with_translators(po.with_language(entry, before), before)
            continue
        kind = _kind(here.get(entry.key), entry, earlier.get(entry.key, ()))
        if kind == "changed" and entry.key in harmed:
            kind = "spared"
        if kind:
            counts[kind] += 1
        if kind in ("new", "changed", "earlier", "spared", "elsewhere"):
            found = _difference(kind, here.get(entry.key), entry, unsent)
            why = harmed.get(entry.key, "") if kind == "spared" else ""
            differences.append(replace(found, why=why))
        if kind in ("new", "changed", "elsewhere"):
            here[entry.key] = _with_notes(here.get(entry.key), entry)
    retired = [entry for entry in own if entry.obsolete]
    entries = [*here.values(), *retired]
    absent = sum(key != ("", "") for key in unsent)
    return Taken(entries=entries, differences=differences, absent=absent, **counts)


def _difference(
    kind: str, own: po.Entry | None, sent: po.Entry, unsent: Sequence[tuple[str, str]]
) -> Difference:
    texts = [text for _, text in unsent] if kind == "elsewhere" else []
    return Difference(
        kind=kind,
        text=sent.text,
        here=own.translation if own else "",
        sent=sent.translation,
        meant=nearest_text(sent.text, texts),
    )


def finished(catalogs: Iterable[Sequence[po.Entry]]) -> dict[Key, set[str]]:
    """Return what each text was translated as in some catalogs, where it was finished."""
    found: dict[Key, set[str]] = {}
    for entries in catalogs:
        for entry in entries:
            if entry.text and entry.translation and not (entry.fuzzy or entry.obsolete):
                found.setdefault(entry.key, set()).add(_composed(entry.translation))
    return found


def _kind(own: po.Entry | None, sent: po.Entry, earlier: Collection[str]) -> str:
    if own is None:
        return "elsewhere" if sent.translation else ""
    words = _composed(sent.translation)
    if (_composed(own.translation), own.fuzzy) == (words, sent.fuzzy):
        return "same" if sent.translation else ""
    if not own.translation:
        return "new"
    if not sent.translation or (sent.fuzzy and not own.fuzzy):
        return "kept"
    return "earlier" if words in earlier and not own.fuzzy else "changed"


def _composed(text: str) -> str:
    """Return a text in which a letter and the mark on it are one: some systems part them."""
    return unicodedata.normalize("NFC", text)


def _named_as_here(sent: po.Entry, here: Collection[Key]) -> po.Entry:
    """Return an entry under the name that its text has here, where that only is composed."""
    key = (_composed(sent.context), _composed(sent.text))
    if sent.key in here or key not in here or sent.obsolete:
        return sent
    (composed,) = po.read(_composed(sent.raw))
    return replace(composed, line=sent.line, translation_line=sent.translation_line)


def _with_notes(own: po.Entry | None, sent: po.Entry) -> po.Entry:
    """Return what was sent, with the notes that stand here and do not there."""
    if own is None:
        return sent
    theirs = {note.strip() for note in po.notes(sent)}
    missing = [note for note in po.notes(own) if note.strip() not in theirs]
    notes = "".join(note if note.endswith("\n") else f"{note}\n" for note in missing)
    return replace(sent, raw=notes + sent.raw.lstrip("\n"))
