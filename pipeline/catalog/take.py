"""What a translator sent back, laid over the catalog that is here, so that neither loses a word."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from pipeline.catalog import po


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One text that came back as something else than what is here."""

    kind: str
    """``new``, ``changed`` or ``elsewhere``, as `Taken` counts them."""
    text: str
    """The original, as it was sent."""
    here: str
    """Its translation here, empty where there is none."""
    sent: str
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
    elsewhere: int
    """Translations of texts that the article does not have now: kept as obsolete entries."""
    differences: Sequence[Difference] = ()
    """What is new, changed, or of no text here, in the order in which it was sent."""

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
    differences: list[Difference] = []
    # What nobody sent back is what a damaged original may have been.
    came = {entry.key for entry in sent}
    unsent = [key for key in here if key not in came]
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
            differences.append(_difference(kind, here.get(entry.key), entry, unsent))
            here[entry.key] = _with_notes(here.get(entry.key), entry)
    retired = [entry for entry in own if entry.obsolete]
    return Taken(entries=[*here.values(), *retired], differences=differences, **counts)


MOST_COMPARED = 200
"""Texts among which the one is looked for that a damaged original was."""


def _difference(
    kind: str, own: po.Entry | None, sent: po.Entry, unsent: Sequence[tuple[str, str]]
) -> Difference:
    texts = [text for _, text in unsent[:MOST_COMPARED]] if kind == "elsewhere" else []
    near = get_close_matches(sent.text, texts, 1, 0.8)
    return Difference(
        kind=kind,
        text=sent.text,
        here=own.translation if own else "",
        sent=sent.translation,
        meant=near[0] if near else "",
    )


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
