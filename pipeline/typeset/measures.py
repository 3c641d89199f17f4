"""A text is measured once a sheet: the typesetter asks up to sixteen times for the same line.

WeasyPrint lays out what stands in a flex box or a table several times, each box in a box as many
times more, and each setting in another air begins anew. Nine of ten times it asks Pango to break a
text into which it has broken it before: the same words, in the same type, in the same width.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from functools import cache
from operator import itemgetter
from types import ModuleType
from typing import Any

from pipeline.typeset.first_line import FirstLine, SplitFirstLine

STYLE = (
    "direction",
    "font_family",
    "font_feature_settings",
    "font_kerning",
    "font_language_override",
    "font_size",
    "font_stretch",
    "font_style",
    "font_variant_alternates",
    "font_variant_caps",
    "font_variant_east_asian",
    "font_variant_ligatures",
    "font_variant_numeric",
    "font_variant_position",
    "font_variation_settings",
    "font_weight",
    "hyphenate_character",
    "hyphenate_limit_chars",
    "hyphenate_limit_zone",
    "hyphens",
    "lang",
    "letter_spacing",
    "line_height",
    "overflow_wrap",
    "tab_size",
    "text_align_all",
    "text_decoration_line",
    "white_space",
    "word_break",
    "word_spacing",
)
"""What of a style decides how a text is broken, and how high its lines are: all that WeasyPrint
reads of it meanwhile."""

_VALUES = itemgetter(*STYLE)

LONG = 4_000
"""Characters of a text from which on it is not remembered where it breaks: all that is left of a
paragraph is asked for at each of its lines, and one as long as a book would fill the memory."""

HEIGHTS = "* { min-height: 0 }"
"""No box is higher than it must be. That is so anyway, but WeasyPrint lays out each part of a flex
box once more to learn it: of boxes in boxes three times three times three."""


class _Measures:
    """What has been measured for a sheet."""

    def __init__(self, measuring: ModuleType) -> None:
        self._split: SplitFirstLine = measuring.split_first_line
        self._strut = measuring.strut
        self.can_break_text = cache(measuring.can_break_text)
        self._lines: dict[tuple[Any, ...], FirstLine] = {}
        self._struts: dict[int, tuple[float, float]] = {}
        self._styles: dict[int, tuple[Any, int]] = {}
        self._kinds: dict[tuple[Any, ...], int] = {}

    def split_first_line(
        self,
        text: str,
        style: Any,
        context: Any,
        max_width: float | None,
        justification_spacing: float,
        *,
        is_line_start: bool = True,
        minimum: bool = False,
    ) -> FirstLine:
        """Return the first line of a text as WeasyPrint does, with a layout of its own."""
        key = text, self._kind(style), max_width, justification_spacing, is_line_start, minimum
        line = self._lines.get(key)
        if not line:
            line = self._split(
                text,
                style,
                context,
                max_width,
                justification_spacing,
                is_line_start=is_line_start,
                minimum=minimum,
            )
            if len(text) <= LONG:
                self._lines[key] = line
        return copy(line[0]), *line[1:]

    def strut(self, style: Any) -> tuple[float, float]:
        """Return the height of a line in a style, and its baseline, as WeasyPrint does."""
        kind = self._kind(style)
        if kind not in self._struts:
            self._struts[kind] = self._strut(style)
        return self._struts[kind]

    def _kind(self, style: Any) -> int:
        """Return the number of a style, the same for all that break texts alike."""
        known = self._styles.get(id(style))
        if known is None:
            values = _VALUES(style)
            try:
                hash(values)
            except TypeError:
                values = tuple(map(_fixed, values))
            # The style is kept, so that no other has its place in memory.
            known = style, self._kinds.setdefault(values, len(self._kinds))
            self._styles[id(style)] = known
        return known[1]


def _fixed(value: Any) -> Any:
    """Return a value of a style as one that can be looked up; what cannot is like no other."""
    if isinstance(value, set):
        return frozenset(value)
    try:
        hash(value)
    except TypeError:
        return id(value)
    return value


@contextmanager
def measured_once(measuring: ModuleType, *asking: ModuleType) -> Iterator[None]:
    """Have WeasyPrint remember what it measured of texts, for all settings of one sheet.

    ``measuring`` is its module that measures them, ``asking`` are those that have it done.
    """
    measures = _Measures(measuring)
    before = [
        (module, name, getattr(module, name))
        for module in asking
        for name in ("split_first_line", "strut", "can_break_text")
        if hasattr(module, name)
    ]
    for module, name, _ in before:
        setattr(module, name, getattr(measures, name))
    try:
        yield
    finally:
        for module, name, own in before:
            setattr(module, name, own)
