"""One walk over a composed page, which sets its spaces and line breaks paragraph by paragraph.

It is done here and not where texts are written, because a paragraph is put together from many:
running text, the sheet's own words, names of languages and regions.
"""

import re
from dataclasses import dataclass, field
from html import unescape
from itertools import pairwise

from markupsafe import escape

from pipeline.compose.breaking import BREAK, break_places, whole_words
from pipeline.compose.spacing import french_spaces, whole_numbers
from pipeline.compose.words import unit_symbols
from pipeline.records.typography import locale_named

_PIECE = re.compile(r"<[^>]*>|[^<]+")
_TAG = re.compile(r"</?([a-zA-Z0-9]+)")
_LANGUAGE = re.compile(r'\slang="([^"]*)"')

_INLINE = {"a", "bdi", "code", "em", "i", "img", "span", "strong", "sup"}
_EMPTY = {"br", "hr", "img"}
_UNTOUCHED = {"code", "pre"}

_THING = "\ufffc"
"""Stands in a paragraph for what is not touched: a citation, a number, an address, an image."""


@dataclass(slots=True)
class _Paragraph:
    """Text of one language that runs on, over the borders of elements."""

    tag: str
    parts: list[tuple[int, str]] = field(default_factory=list)
    """Texts with their places in the page; a thing has none, which is -1."""


def set_page(html: str, locale: str) -> str:
    """Return a page of HTML with no-break spaces and places for line breaks, as its locales ask.

    Only the text of the body changes, and there neither code nor what stands in an isolate of its
    own without a language: citations, numbers, addresses, names.
    """
    start, end = html.index("<body"), html.index("</body>")
    pieces: list[str] = _PIECE.findall(html[start:end])
    _Walk(pieces, [_Paragraph(locale)]).go()
    return html[:start] + "".join(pieces) + html[end:]


@dataclass(slots=True)
class _Walk:
    pieces: list[str]
    paragraphs: list[_Paragraph]
    """The paragraph that is read, last, and those around it."""
    opened: list[str] = field(default_factory=list)
    """Of each open element: ``same``, ``own`` for a paragraph of its own, or ``untouched``."""

    def go(self) -> None:
        for place, piece in enumerate(self.pieces):
            tag = _TAG.match(piece)
            if not tag:
                if "untouched" not in self.opened and not piece.startswith("<"):
                    self.paragraphs[-1].parts.append((place, unescape(piece)))
            elif piece.startswith("</"):
                self.leave()
            elif tag[1] in _EMPTY:
                self.paragraphs[-1].parts.append((-1, "\n" if tag[1] == "br" else _THING))
            else:
                self.enter(tag[1], piece)
        self.finish()

    def enter(self, name: str, piece: str) -> None:
        language = _LANGUAGE.search(piece)
        around = self.paragraphs[-1]
        tag = language[1].replace("-", "_") if language else around.tag
        if name not in _INLINE:
            self.finish()
        if name in _UNTOUCHED or (name == "bdi" and not language) or 'class="references"' in piece:
            around.parts.append((-1, _THING))
            self.opened.append("untouched")
        elif name not in _INLINE or tag != around.tag:
            if name in _INLINE:
                around.parts.append((-1, _THING))
            self.paragraphs.append(_Paragraph(tag))
            self.opened.append("own")
        else:
            self.opened.append("same")

    def leave(self) -> None:
        if self.opened.pop() == "own":
            self.finish()
            self.paragraphs.pop()

    def finish(self) -> None:
        """Set the paragraph that ends here."""
        parts, self.paragraphs[-1].parts = self.paragraphs[-1].parts, []
        text = "".join(part for _, part in parts)
        if not text.strip():
            return
        locale = locale_named(self.paragraphs[-1].tag)
        asks = locale.typography
        spaced = whole_numbers(text, unit_symbols(locale.name))
        if asks.spaces == "french":
            spaced = french_spaces(spaced)
        places = break_places(spaced, locale.name) if asks.breaks == "icu" else []
        end = 0
        for place, part in parts:
            start, end = end, end + len(part)
            if place < 0:
                continue
            new = _broken(spaced, start, end, places)
            if asks.breaks == "words":
                self.pieces[place] = str(whole_words(new))
            elif new != part:
                self.pieces[place] = str(escape(new))


def _broken(text: str, start: int, end: int, places: list[int]) -> str:
    """Return a part of a text with the breaks inside it and at its end.

    A break before a part whose neighbour is untouched is missed: there a space stands anyway.
    """
    cuts = [start, *(place for place in places if start < place <= end), end]
    return BREAK.join(text[first:last] for first, last in pairwise(cuts))
