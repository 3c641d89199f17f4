"""Whether a sheet's words for proof, draft and approved can be told apart."""

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.check.writing import lower_case
from pipeline.records.dialling import WITHOUT_SPACES
from pipeline.records.typography import nearest_row, script_of
from pipeline.values.lazy_regex import lazy_regex
from pipeline.values.message import Translation

APPROVED, PROOF, DRAFT = ("foot", "Approved"), ("foot", "Proof"), ("foot", "Draft")
_STATES = (PROOF, DRAFT, APPROVED)

Key = tuple[str, str]


def called_alike(translations: Mapping[Key, Translation], locale: str) -> Iterator[tuple[Key, str]]:
    """Yield the texts of which a reader cannot tell what a sheet is, and what they say.

    Those are two states called the same, and a proof or draft that is called by the word for
    approved, where nothing in the text says that approval is still to come.
    """
    texts = {key: entry.text for key, entry in translations.items() if not entry.fuzzy}
    alike = [state for state in _STATES if _is_anothers(texts, state)]
    yield from ((state, "") for state in alike)
    not_yet = nearest_row("words", "not_yet", locale)
    stems = _stems(texts.get(APPROVED, ""))
    if not not_yet or not stems:
        return
    together = script_of(locale) in WITHOUT_SPACES
    turned = re.compile(f"{'' if together else _BEGINS}(?:{'|'.join(not_yet)})")
    for key, text in texts.items():
        said = _STATED.split(text)[0].strip()
        small = lower_case(said)
        if key in alike or not _is_unapproved(key) or not any(one in small for one in stems):
            continue
        if not turned.search(small):
            yield key, f"“{said}” says what “{texts[APPROVED]}” says"


def _is_anothers(texts: Mapping[Key, str], state: Key) -> bool:
    others = [_bare(texts.get(other, "")) for other in _STATES if other != state]
    return _bare(texts.get(state, "")) in [one for one in others if one]


def _is_unapproved(key: Key) -> bool:
    return key in (PROOF, DRAFT) or (key[0] == "band" and key[1].startswith(("Proof", "Draft")))


_STATED = lazy_regex(r"[:：]")
"""What parts the state of a sheet from its reason, which may speak of approval."""


def _bare(text: str) -> str:
    """Return a word as a reader tells it from another: without case, spaces and full stop."""
    return "".join(filter(str.isalnum, text)).casefold()


def _stems(text: str) -> Sequence[str]:
    """Return the beginning of the longest word; of Han and Hangul each two neighbours."""
    longest = max(_WORD.findall(lower_case(text)), key=len, default="")
    if _OF_PAIRS.match(longest):
        return [longest[at : at + 2] for at in range(len(longest) - 1)]
    return [longest[: max(_LEAST, round(len(longest) * _STEM))]] if len(longest) >= _LEAST else []


_WORD = lazy_regex(r"[^\W\d_](?:[^\W\d_]|\u200c|[\u0900-\u0a71\u0e31-\u0e4e])*")
_BEGINS = r"(?<![^\W_])"
"""Where words are parted by spaces, the words that turn another round begin one."""

_OF_PAIRS = lazy_regex(r"[\u3400-\u9fff\uac00-\ud7a3]")
_LEAST, _STEM = 4, 0.65
"""Letters of a stem at least, and its part of a word: the rest is gender, case and number."""
