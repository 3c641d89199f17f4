"""Chinese and Japanese lines end between phrases: elsewhere they may end behind any letter.

A ragged line ends with its last phrase, even where it is short. One that ends flush takes the end
of a phrase near by, before or behind, where its letters can be drawn out or set closer for it:
many readers named 行き届 / かない and しば / しば. CSS asks for ``word-break: auto-phrase``, which
WeasyPrint 70 has not got; Pango is told of each run of letters within which no line ends.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from types import ModuleType
from typing import Any

from pipeline.compose.breaking import text_places
from pipeline.records.typography import locale_named, nearest_row
from pipeline.typeset.declarations import OWN
from pipeline.typeset.first_line import (
    NEXT,
    WIDTH,
    FirstLine,
    InWidth,
    SplitFirstLine,
    ended_by,
)
from pipeline.typeset.flush import is_east_asian, is_flush, most_closer, most_for_phrase

_ALIGNED = {"left", "center"}
"""How lines are aligned that are ragged: those that are to end flush are at their start."""

_NARROW, _FILLED, _LONG = 14.0, 0.65, 7.5
"""How many letters a narrow line holds at most, and which part of it a phrase leaves filled, or how
many letters: else lines of four stand among lines of eight, and it breaks behind any letter."""

_HAIR = 0.1
"""CSS pixels more than what a line is to hold: widths are sums of letters."""

_CLOSES = re.compile("[）」』】〉》”’、。，？！]")
"""A mark that goes with the end of a phrase."""

_WITHIN = re.compile("[\u3041-\u30ff\u3400-\u9fff]")
"""Letters between which a phrase is held: marks and Latin words have breaks of their own."""

_BOLD = 600
"""From which weight on a text is a head, or a term in a text: its letters stay as they are."""

_Run = tuple[int, int]
"""Bytes of a text within which no line ends: before the first and behind the last of them."""


def by_phrase(measuring: ModuleType, spaced: Any) -> SplitFirstLine:
    """Have texts break between phrases, and return what breaks their lines.

    ``measuring`` is WeasyPrint's module that lays out texts, and ``spaced`` a layout of it whose
    letters have room, or less than none. A phrase that has no room on a line of its own breaks as
    it would elsewhere.
    """
    measuring.ffi.cdef(OWN)
    phrases = _Phrases(measuring, spaced)
    set_text = measuring.Layout.set_text

    def set_in_phrases(self: Any, text: str, *, justify: bool = False) -> None:
        set_text(self, text, justify=justify)
        phrases.hold(self)

    split: SplitFirstLine = measuring.split_first_line
    measuring.Layout.set_text = set_in_phrases
    return ended_by(phrases.first_line, split)


class _Phrases:
    """What breaks lines between phrases."""

    def __init__(self, measuring: ModuleType, spaced: Any) -> None:
        self._measuring, self._spaced = measuring, spaced
        self._is_holding, self._has_held = True, False
        self._run: _Run | None = None
        """The phrase that alone is held."""

    def hold(self, layout: Any) -> None:
        """Have a layout end no line of its text within a phrase."""
        if self._run:
            _hold(self._measuring, layout, [self._run])
            return
        style = layout.style
        if (
            self._is_holding
            and layout.max_width
            and is_east_asian(style)
            and style["text_align_all"] in _ALIGNED
            and (held := _held(layout.text, str(style["lang"])))
        ):
            _hold(self._measuring, layout, held)
            self._has_held = True

    def first_line(
        self, text: str, style: Any, max_width: float | None, split: InWidth, *, is_start: bool
    ) -> FirstLine:
        """Return the first line of a text, which ends between phrases if it can."""
        self._has_held = False
        made = split(max_width)
        if not max_width:
            return made
        if made[NEXT] is not None and is_flush(style) and style["font_weight"] < _BOLD:
            return self._ended(made, text, style, max_width, split)
        if not self._has_held or not is_start:
            return made
        size = style["font_size"]
        is_narrow = max_width < _NARROW * size and made[NEXT] is not None
        if (
            (min(_FILLED * max_width, _LONG * size) if is_narrow else 0.0)
            <= made[WIDTH]
            <= max_width
        ):
            return made
        self._is_holding = False
        try:
            return split(max_width)
        finally:
            self._is_holding = True

    def _ended(
        self, made: FirstLine, text: str, style: Any, max_width: float, split: InWidth
    ) -> FirstLine:
        """Return a flush line that ends between phrases, if one ends near by; else as it is."""
        language = str(style["lang"])
        run = _parted(text, made[NEXT], language)
        if not run:
            return made
        size, lacks = float(style["font_size"]), max_width - made[WIDTH]
        end, first, last = (_letters_before(text, place) for place in (made[NEXT], *run))
        short, long = lacks + (end - first) * size, (last - end) * size - lacks
        room = most_for_phrase(max_width, size, first)
        longer = max_width + long + _HAIR
        if _CLOSES.match(text, last):
            longer += size
        ways = [(short, room, max_width), (long, most_closer(size, last), longer)]
        for wanted, most, width in sorted(ways):
            if wanted > most + size:
                continue
            self._run = run
            try:
                ended = split(width)
            finally:
                self._run = None
            if ended[WIDTH] < max_width - room:
                continue
            fitted: FirstLine | None = self._spaced.fitted(ended, style, max_width)
            if fitted and not _parted(text, ended[NEXT], language):
                return fitted
        return made


def _hold(measuring: ModuleType, layout: Any, held: Sequence[_Run]) -> None:
    """Have a layout end no line within some runs of bytes of its text."""
    pango, ffi = measuring.pango, measuring.ffi
    attributes = pango.pango_layout_get_attributes(layout.layout)
    if attributes == ffi.NULL:
        attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
    for first, last in held:
        attribute = pango.pango_attr_allow_breaks_new(False)
        attribute.start_index, attribute.end_index = first, last
        pango.pango_attr_list_insert(attributes, attribute)
    pango.pango_layout_set_attributes(layout.layout, attributes)


def torn_ends(lines: Sequence[str], block: Any) -> int:
    """Return how many lines of a Chinese or Japanese text end within a phrase, but the last."""
    held = _held("".join(lines), str(block.style["lang"] or ""))
    ends = accumulate(len(line.encode()) for line in lines[:-1])
    return sum(any(first < end < last for first, last in held) for end in ends)


_AHEAD = 12
"""Letters behind a line's end that say where the phrase ends in which it lies."""


def _parted(text: str, place: int | None, language: str) -> _Run | None:
    """Return the phrase within which a line ends, in bytes of its text; one that is whole does not.

    ``place`` is how many bytes there are up to the next line.
    """
    if place is None:
        return None
    held = _held(text[: _letters_before(text, place) + _AHEAD], language)
    return next((run for run in held if run[0] < place < run[1]), None)


def _letters_before(text: str, place: int | None) -> int:
    return len(text.encode()[:place].decode())


@lru_cache(maxsize=4096)
def _held(text: str, language: str) -> tuple[_Run, ...]:
    """Return the phrases of a text of more than one letter, as bytes in UTF-8."""
    if not _WITHIN.search(text):
        return ()
    locale = locale_named(language.replace("-", "_"))
    if locale.typography.heads == "as text":
        return ()
    if len(text) <= _SHORT and _PHRASE.fullmatch(text):
        return ((0, len(text.encode())),)
    terms = nearest_row("words", "unbroken_in_heads", locale.name) or ()
    ends = text_places(text, locale.name, locale.typography.heads, terms)
    places = [0, *(end for end in ends if 0 < end < len(text)), len(text)]
    runs = [
        (first + found.start(), first + found.end())
        for first, last in pairwise(places)
        for found in _PHRASE.finditer(text[first:last])
    ]
    return tuple((len(text[:first].encode()), len(text[:last].encode())) for first, last in runs)


_SHORT = 8
"""Letters of a text that is one phrase, as a term in bold is (不安定型愛着), whatever ICU says."""

_PHRASE = re.compile(f"[）」』](?=[\u3041-\u3096]){_WITHIN.pattern}+|{_WITHIN.pattern}{{2,}}")
"""Letters that no line parts, nor kana from a bracket that closes: they say what it belongs to."""
