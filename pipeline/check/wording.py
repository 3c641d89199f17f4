"""Where a text says what guidelines on suicide advise against, however it is spelled."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

from pipeline.check.needles import Sought, compiled
from pipeline.check.once import OncePer
from pipeline.values.language import UnsafeWording
from pipeline.values.lazy_regex import lazy_regex

_LETTERS = {
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("ىيئ", "ی"),
    **dict.fromkeys("ةۀۂ", "ه"),
    "ك": "ک",
    "ؤ": "و",
    "İ": "i",
    "\u200c": " ",
    "ँ": "ं",
    "’": "'",
    "‘": "'",
    "ʼ": "'",
}
"""Letters that writers of a language take one for another, and the one that stands for both. The
zero width non-joiner parts words as a space does."""

_PASSED_OVER = "\u0640\u0670\u093c" + "".join(map(chr, range(0x64B, 0x660)))
"""The line that stretches Arabic words, its vowel signs, and the dot that Hindi leaves out."""

_FOLD = {ord(letter): one for letter, one in _LETTERS.items()} | dict.fromkeys(
    map(ord, _PASSED_OVER)
)

_TO_FOLD = lazy_regex(f"[{''.join(map(chr, _FOLD))}]")

_SENTENCE_END = lazy_regex(r"[.!?;。！？；؟؛।…\n]")

_OPENING, _CLOSING = '“„«»「『"‹›‘‚', '”“»«」』"›‹’‘'


def unsafe_wordings(
    text: str,
    wordings: tuple[UnsafeWording, ...],
    passage: Callable[[], str] = str,
    *,
    in_note: bool = False,
) -> Iterator[tuple[UnsafeWording, str]]:
    """Yield each unsafe wording in a text, as it is written there; of two that overlap the first.

    Words in quotation marks are spoken about and not said; a sentence with what a wording names in
    ``unless`` says the opposite, or says it with the care that is asked for. A wording that counts
    only ``near`` something needs it in the text or in the ``passage`` around it; in a crisis note
    it always counts.
    """
    written = unicodedata.normalize("NFC", text)
    letters = _folded(written).lower()
    places: list[int] = []
    seen: list[tuple[int, int]] = []
    for number, pattern in _sought_by(wordings).in_text(letters):
        wording = wordings[number]
        for match in pattern.finditer(letters):
            places = places or _places(written)
            start, end = match.span()
            if any(start < other_end and other < end for other, other_end in seen):
                continue
            first, last = places[start], places[end - 1] + 1
            if _is_quoted(written, first, last) or _is_denied(letters, match, wording):
                continue
            if not (in_note or _is_near(wording, f"{text}\n{passage()}")):
                continue
            seen.append((start, end))
            yield wording, written[first:last]


@cache
def _sought(patterns: tuple[str, ...]) -> Sought:
    """Make it once for all locales of a language."""
    return Sought([*map(_folded, patterns)])


_sought_by = OncePer[tuple[UnsafeWording, ...], Sought](
    lambda wordings: _sought(tuple(one.pattern for one in wordings))
)


def _folded(text: str) -> str:
    """Return a text's letters as they are compared, one for each or none."""
    composed = unicodedata.normalize("NFC", text)
    return composed.translate(_FOLD) if _TO_FOLD.search(composed) else composed


def _places(text: str) -> list[int]:
    """Return where in a text each of its folded letters stands."""
    return [place for place, letter in enumerate(text) if letter not in _PASSED_OVER]


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Say whether a wording is quoted, alone or in a few words, as where a text speaks against it.

    More words are what somebody says, who says it after all.
    """
    before, after = _BEFORE.search(text, 0, start), _AFTER.match(text, end)
    if not before or not after:
        return False
    quoted = text[before.end(1) : after.start(1)]
    letters = len(quoted.strip()) - (end - start)
    return letters <= _FEW_LETTERS and len(quoted.split()) <= _FEW_WORDS


_BEFORE = lazy_regex(rf"([{_OPENING}])[^{_OPENING}{_CLOSING}.!?;。！？]*$")
_AFTER = lazy_regex(rf"[^{_OPENING}{_CLOSING}.!?;。！？]*([{_CLOSING}])")
_FEW_WORDS, _FEW_LETTERS = 3, 14
"""Words of a term that is spoken about, and letters beside those that are unsafe."""


def _is_near(wording: UnsafeWording, passage: str) -> bool:
    """Say whether a passage speaks of what a wording counts beside, if it needs that."""
    if not wording.near:
        return True
    return bool(compiled(_folded(wording.near)).search(_folded(passage).lower()))


def _is_denied(text: str, match: re.Match[str], wording: UnsafeWording) -> bool:
    """Say whether the sentence around a wording has what turns it into its opposite."""
    if not wording.unless:
        return False
    start = max((end.end() for end in _SENTENCE_END.finditer(text, 0, match.start())), default=0)
    stop = _SENTENCE_END.search(text, match.end())
    sentence = start, stop.start() if stop else len(text)
    return bool(compiled(_folded(wording.unless)).search(text, *sentence))
