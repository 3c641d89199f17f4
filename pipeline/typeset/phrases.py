"""Ragged Chinese and Japanese lines end between phrases: elsewhere they may end behind any letter.

Where lines end flush, a word in two parts is what readers are used to. Large, ragged or short lines
show it: 電話してく / ださい. CSS asks for ``word-break: auto-phrase``, which WeasyPrint 70 has not
got; Pango is told of each run of letters within which no line ends.
"""

import re
from collections.abc import Sequence
from functools import lru_cache, wraps
from itertools import pairwise
from types import ModuleType
from typing import Any

from pipeline.compose.breaking import text_places
from pipeline.records.typography import locale_named, nearest_row
from pipeline.typeset.declarations import OWN
from pipeline.typeset.first_line import NEXT, WIDTH, FirstLine, SplitFirstLine
from pipeline.typeset.flush import LANGUAGES

_ALIGNED = {"left", "center"}
"""How lines are aligned that are ragged: those that are to end flush are at their start."""

_NARROW, _FILLED, _LONG = 14.0, 0.65, 7.5
"""How many letters a narrow line holds at most, and which part of it a phrase leaves filled, or how
many letters: else lines of four stand among lines of eight, and it breaks behind any letter."""

_WITHIN = re.compile("[\u3041-\u30ff\u3400-\u9fff]")
"""Letters between which a phrase is held: marks and Latin words have breaks of their own."""


def by_phrase(measuring: ModuleType) -> SplitFirstLine:
    """Have ragged texts break between phrases, and return what breaks their lines.

    ``measuring`` is WeasyPrint's module that lays out texts. A phrase that has no room on a line of
    its own breaks as it would elsewhere.
    """
    measuring.ffi.cdef(OWN)
    layout = measuring.Layout
    split: SplitFirstLine = measuring.split_first_line
    set_text = layout.set_text
    is_holding, has_held = True, False

    def set_in_phrases(self: Any, text: str, *, justify: bool = False) -> None:
        nonlocal has_held
        set_text(self, text, justify=justify)
        language = str(self.style["lang"] or "")
        if (
            is_holding
            and self.max_width
            and language.partition("-")[0] in LANGUAGES
            and self.style["text_align_all"] in _ALIGNED
            and (held := _held(self.text, language))
        ):
            _hold(measuring, self, held)
            has_held = True

    @wraps(split)
    def split_in_phrases(
        text: str,
        style: Any,
        context: Any,
        max_width: float | None,
        justification_spacing: float,
        *,
        is_line_start: bool = True,
        minimum: bool = False,
    ) -> FirstLine:
        nonlocal is_holding, has_held
        given = {"is_line_start": is_line_start, "minimum": minimum}
        has_held = False
        made = split(text, style, context, max_width, justification_spacing, **given)
        if not has_held or not max_width or not is_line_start:
            return made
        size = style["font_size"]
        is_narrow = max_width < _NARROW * size and made[NEXT] is not None
        if (
            (min(_FILLED * max_width, _LONG * size) if is_narrow else 0.0)
            <= made[WIDTH]
            <= max_width
        ):
            return made
        is_holding = False
        try:
            return split(text, style, context, max_width, justification_spacing, **given)
        finally:
            is_holding = True

    layout.set_text = set_in_phrases
    return split_in_phrases


def _hold(measuring: ModuleType, layout: Any, held: Sequence[tuple[int, int]]) -> None:
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


def ends_torn(lines: Sequence[str], block: Any) -> bool:
    """Say whether the last line of a Chinese or Japanese text begins within a phrase."""
    before = len("".join(lines[:-1]).encode())
    held = _held("".join(lines), str(block.style["lang"] or ""))
    return any(first < before < last for first, last in held)


@lru_cache(maxsize=4096)
def _held(text: str, language: str) -> tuple[tuple[int, int], ...]:
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
