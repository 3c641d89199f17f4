"""What a translator sent back, laid over the catalog that is here, so that neither loses a word."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.catalog import po


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
    elsewhere: int
    """Translations of texts that the article does not have now: kept as obsolete entries."""

    @property
    def says_something(self) -> bool:
        """Whether anything was taken."""
        return bool(self.new or self.changed)


def take(own: Sequence[po.Entry], sent: Sequence[po.Entry]) -> Taken:
    """Lay a catalog that was sent over the one that is here.

    Where both say something else, what was sent goes before; its header does too, for it names who
    translated, and when. Notes of both stay.
    """
    here = {entry.key: entry for entry in own if not entry.obsolete}
    counts = {"new": 0, "changed": 0, "same": 0, "kept": 0, "elsewhere": 0}
    for entry in sent:
        if entry.obsolete or (not entry.text and entry.key != ("", "")):
            continue
        if entry.key == ("", ""):
            here[entry.key] = entry
            continue
        kind = _kind(here.get(entry.key), entry)
        if kind:
            counts[kind] += 1
        if kind in ("new", "changed", "elsewhere"):
            here[entry.key] = _with_notes(here.get(entry.key), entry)
    retired = [entry for entry in own if entry.obsolete]
    return Taken(entries=[*here.values(), *retired], **counts)


def _kind(own: po.Entry | None, sent: po.Entry) -> str:
    if own is None:
        return "elsewhere" if sent.translation else ""
    if (own.translation, own.fuzzy) == (sent.translation, sent.fuzzy):
        return "same" if sent.translation else ""
    if not own.translation:
        return "new"
    return "kept" if not sent.translation or (sent.fuzzy and not own.fuzzy) else "changed"


def _with_notes(own: po.Entry | None, sent: po.Entry) -> po.Entry:
    """Return what was sent, with the notes that stand here and do not there."""
    if own is None:
        return sent
    theirs = {note.strip() for note in po.notes(sent)}
    missing = [note for note in po.notes(own) if note.strip() not in theirs]
    notes = "".join(note if note.endswith("\n") else f"{note}\n" for note in missing)
    return replace(sent, raw=notes + sent.raw.lstrip("\n"))
