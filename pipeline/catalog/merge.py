"""Bringing a catalog up to date with its messages, without losing what a translator wrote."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.catalog import po
from pipeline.catalog.change import (
    LIKENESS,
    advice,
    change_of,
    change_open,
    normal_text,
    without_codes,
)
from pipeline.catalog.reapply import reapplied
from pipeline.values.change import Change, Weight
from pipeline.values.message import Message

_CANDIDATES = 8
_RAREST = 40


def merge(
    entries: Sequence[po.Entry], messages: Sequence[Message], language: str = "en"
) -> list[po.Entry]:
    """Return the entries of a catalog that lists ``messages``, in their order.

    Known texts keep their entries, down to the byte; only ``#.`` and ``#:`` lines follow the
    article. What becomes of a new text that resembles a removed one depends on what kind of change
    it is, which a comment tells the translators: after a change of signs it keeps the translation,
    after a change of codes it gets it with the codes in their places, after one of wording as it
    was, both fuzzy; after a change of safety, and in a crisis note, it gets none. The old text
    stands beside it. Removed texts are kept as obsolete where somebody has translated them or left
    a note. ``language`` is the one that the messages are written in.
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
    gone = [entry for entry in living.values() if entry.key not in wanted]
    removed = [entry for entry in gone if entry.translation or po.notes(entry)]
    before = _Before(gone, retired, language)
    merged = []
    for message in messages:
        found = living.get(message.key)
        if not found and message.key in retired:
            revived.append(retired[message.key])
            found = po.revived(retired[message.key])
        may_be_offered = message.context != "crisis"
        if found:
            merged.append(_with_message(found, message, language))
        elif (same := moved.get(message.text) or _in_use(living, message)) and may_be_offered:
            merged.append(po.new_entry(message, same.translation))
        else:
            merged.append(before.entry(message))
    rest = [
        entry
        for entry in entries
        if (entry.obsolete or (entry.context and not entry.text))
        and entry.raw.strip()
        and not any(entry is one for one in revived)
    ]
    held = {(entry.key, entry.translation) for entry in (*removed, *rest, *merged)}
    kept = [
        po.as_obsolete(entry)
        for entry in removed
        if not _is_untouched(entry, held) and not before.lives_on(entry)
    ]
    return [*header, *merged, *kept, *rest]


def change_told(entry: po.Entry, language: str) -> Change | None:
    """Return the change that an entry of a catalog tells its translators of, if there is one."""
    return change_open(entry.key, po.as_translation(entry), language) if entry.text else None


def _is_crisis(*keys: tuple[str, str]) -> bool:
    return any(context == "crisis" for context, _ in keys)


def _with_message(entry: po.Entry, message: Message, language: str) -> po.Entry:
    change = change_told(entry, language)
    if entry.previous is not None and not change:
        entry = po.without_previous(entry)
    return po.with_message(entry, _told(message, change) if change else message)


def _told(message: Message, change: Change) -> Message:
    return replace(message, comments=(*message.comments, advice(change)))


class _Before:
    """What stood in a catalog for texts that are gone, to be found for those in their place."""

    def __init__(
        self,
        gone: Sequence[po.Entry],
        retired: dict[tuple[str, str], po.Entry],
        language: str,
    ) -> None:
        known = [entry for entry in gone if entry.translation or entry.previous]
        self._language = language
        self._retired = retired
        self._same = {(entry.context, normal_text(entry.text)): entry for entry in known}
        self._bare = {(entry.context, without_codes(entry.text)): entry for entry in known}
        self._index = _Index(known)
        self._lives_on: set[tuple[str, str]] = set()

    def lives_on(self, entry: po.Entry) -> bool:
        """Say whether an entry has become a new one as it was."""
        return entry.key in self._lives_on

    def entry(self, message: Message) -> po.Entry:
        """Write the entry of a new message, with what may be taken over from an old one."""
        old = (
            self._same.get((message.context, normal_text(message.text)))
            or self._bare.get((message.context, without_codes(message.text)))
            or self._index.nearest(message)
        )
        if not old:
            return po.new_entry(message)
        translated = old.previous or old.key
        change = change_of(
            translated[1],
            message.text,
            self._language,
            crisis=_is_crisis(translated, old.key, message.key),
        )
        words, fuzzy = self._words(old, translated, message, change)
        if change.weight is Weight.SIGNS and words and fuzzy == old.fuzzy:
            self._lives_on.add(old.key)
        return po.new_entry(_told(message, change), words, previous=old, fuzzy=fuzzy)

    def _words(
        self, old: po.Entry, translated: tuple[str, str], message: Message, change: Change
    ) -> tuple[str, bool]:
        """Return the translation that a new text gets from an old one, and whether it is fuzzy."""
        if change.weight is Weight.SAFETY:
            return "", False
        earlier = self._retired.get(translated)
        words = old.translation or (earlier.translation if earlier else "")
        if change.weight is Weight.SIGNS:
            return words, old.fuzzy or not old.translation
        if old.translation and change.weight is Weight.CODES:
            words = reapplied(old.text, message.text, words) or words
        return words, bool(words)


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
            if alike > likeness and (entry.context == "crisis") == (message.context == "crisis"):
                best, likeness = entry, alike
        return best


def _groups(text: str) -> set[str]:
    text = text.casefold()
    return {text[place : place + 3] for place in range(max(len(text) - 2, 1))}
