"""Bringing a catalog up to date with its messages, without losing what a translator wrote."""

from collections import Counter
from collections.abc import Sequence

from pipeline.catalog import po
from pipeline.values.message import Message

LIKENESS = 0.6
"""How alike an old and a new text must be for the old translation to be offered as fuzzy."""

_CANDIDATES = 8
_RAREST = 40


def merge(entries: Sequence[po.Entry], messages: Sequence[Message]) -> list[po.Entry]:
    """Return the entries of a catalog that lists ``messages``, in their order.

    Known texts keep their entries, down to the byte; only ``#.`` and ``#:`` lines follow the
    article. A new text that resembles a removed one gets its translation as fuzzy, with the old
    text beside it; a crisis unit never does. Removed texts are kept as obsolete where somebody has
    translated them or left a note.
    """
    header = [entry for entry in entries if entry.key == ("", "") and not entry.obsolete]
    living = {entry.key: entry for entry in entries if not entry.obsolete and entry.text}
    retired: dict[tuple[str, str], po.Entry] = {}
    for entry in entries:
        if entry.obsolete and entry.text:
            retired.setdefault(entry.key, entry)
    revived: list[po.Entry] = []
    wanted = {message.key for message in messages}
    moved = _moved(living, wanted)
    removed = [
        entry
        for entry in living.values()
        if entry.key not in wanted and (entry.translation or po.notes(entry))
    ]
    index = _Index([entry for entry in removed if entry.translation])
    merged = []
    for message in messages:
        may_be_offered = message.context != "crisis"
        found = living.get(message.key)
        if not found and message.key in retired:
            revived.append(retired[message.key])
            found = po.revived(retired[message.key])
        if found:
            merged.append(po.with_message(found, message))
        elif (same := moved.get(message.text) or _in_use(living, message)) and may_be_offered:
            merged.append(po.new_entry(message, same.translation))
        else:
            old = index.nearest(message) if may_be_offered else None
            merged.append(po.new_entry(message, old.translation if old else "", previous=old))
    rest = [
        entry
        for entry in entries
        if (entry.obsolete or (entry.context and not entry.text))
        and entry.raw.strip()
        and not any(entry is one for one in revived)
    ]
    held = {(entry.key, entry.translation) for entry in (*removed, *rest, *merged)}
    kept = [po.as_obsolete(entry) for entry in removed if not _is_untouched(entry, held)]
    return [*header, *merged, *kept, *rest]


def _is_untouched(entry: po.Entry, held: set[tuple[tuple[str, str], str]]) -> bool:
    """Say whether an entry was only offered, and its words are held by the text they were made for.

    Kept as obsolete it could come back one day as if somebody had finished it.
    """
    return (
        entry.fuzzy and entry.previous is not None and (entry.previous, entry.translation) in held
    )


def _moved(
    living: dict[tuple[str, str], po.Entry], wanted: set[tuple[str, str]]
) -> dict[str, po.Entry]:
    """Return finished entries by text whose text is still wanted, under another context."""
    return {
        entry.text: entry
        for entry in living.values()
        if entry.key not in wanted and entry.translation and not entry.fuzzy
    }


def _in_use(living: dict[tuple[str, str], po.Entry], message: Message) -> po.Entry | None:
    """Return the finished entry that was used for a text until its author gave it a context."""
    entry = living.get(("", message.text)) if message.context else None
    return entry if entry and entry.translation and not entry.fuzzy else None


class _Index:
    """Removed entries by the groups of three letters in their texts.

    Two texts are as alike as the part of their groups that they share (Dice's coefficient).
    """

    def __init__(self, entries: Sequence[po.Entry]) -> None:
        self._entries = [(entry, _groups(entry.text)) for entry in entries]
        self._by_group: dict[str, list[int]] = {}
        for number, (_, groups) in enumerate(self._entries):
            for group in groups:
                self._by_group.setdefault(group, []).append(number)

    def nearest(self, message: Message) -> po.Entry | None:
        """Return the removed entry most like a message, or ``None`` where none is alike enough."""
        groups = _groups(message.text)
        # Common groups say little and are in nearly every text: the rare ones find the candidates.
        known = sorted(
            (self._by_group[group] for group in groups if group in self._by_group), key=len
        )
        shared = Counter(number for numbers in known[:_RAREST] for number in numbers)
        best, likeness = None, LIKENESS
        for number, _ in shared.most_common(_CANDIDATES):
            entry, its_groups = self._entries[number]
            alike = 2 * len(groups & its_groups) / (len(groups) + len(its_groups))
            if alike > likeness and entry.context != "crisis":
                best, likeness = entry, alike
        return best


def _groups(text: str) -> set[str]:
    text = text.casefold()
    return {text[place : place + 3] for place in range(max(len(text) - 2, 1))}
