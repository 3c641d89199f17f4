"""One walk over a composed page, which sets its spaces, line breaks and isolates by paragraphs.

It is done here and not where texts are written, because a paragraph is put together from many:
running text, the sheet's own words, names of languages and regions.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import unescape
from itertools import accumulate, pairwise

from markupsafe import escape

from pipeline.compose.breaking import (
    BREAK,
    JOINER,
    KATAKANA,
    head_places,
    in_pieces,
    last_phrase,
    spans,
    text_places,
    unbroken,
    whole_places,
    whole_words,
)
from pipeline.compose.isolate import BARRIER, isolated, runs_on_from_the_right
from pipeline.compose.spacing import (
    NO_BREAK,
    french_spaces,
    held_letters,
    held_words,
    whole_after_colon,
    whole_after_question,
    whole_amount,
    whole_numbers,
)
from pipeline.compose.tables import LONGEST
from pipeline.compose.tight import LANGUAGES, tightened
from pipeline.compose.words import direction_of, unit_symbols
from pipeline.compose.wrapping import isolate, turned
from pipeline.records.typography import locale_named, nearest_row
from pipeline.values.lazy_regex import lazy_regex
from pipeline.values.locale import Locale

_PIECE = lazy_regex(r"<[^>]*>|[^<]+")
_TAG = lazy_regex(r"</?([a-zA-Z0-9]+)")
_LANGUAGE = lazy_regex(r'\slang="([^"]*)"')
_DIRECTION = lazy_regex(r'\sdir="([^"]*)"')

_HEAD_TEXT = lazy_regex(r'(<title>|<meta name="description" content=")([^"<]*)')
_TOLD = lazy_regex(r'(\s(?:alt|title)=")([^"]*)')
"""Attributes that are shown or read out."""

_HEADS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BY_PHRASE, _IN_COLUMN = 'class="by-phrase"', 'class="action-part'
_NARROW = (_IN_COLUMN, 'class="part summary', 'class="elsewhere')

_INLINE = {"a", "bdi", "code", "em", "i", "img", "span", "strong", "sup"}
_SHORT = (
    'class="subtitle',
    'class="audience',
    'class="interpreter-line"',
    'class="region"',
    'class="offer"',
    'class="listed"',
)
"""Marks of lines that are set as heads are: of few words, and seen first."""

_CENTRED = ('class="said"', 'class="happens"')
"""Marks of parts of a wall poster whose lines are centred, and end between phrases as heads do."""

_NOTE = ('class="crisis', 'class="frame crisis')
"""Marks of a crisis note, in which no line parts "not" from what it turns round."""

_EMPTY = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}
_EMPTY |= {"track", "wbr"}
"""Elements without an end tag (HTML standard, 13.1.2): one that is not known here would stay open
to the end of the page, and what is said of it would hold for all that follows."""

_UNTOUCHED = {"code", "pre"}
_LEFT = ('class="references"', '<sup class="note"')
"""Marks of the list of references, and of a footnote's number after a word."""

_YEAR = " whole year"
"""Marks a citation that is a year alone, (1976): it stays with the name before it."""

_QUOTED = lazy_regex(
    r"(?=.{5,20}?[”»“«])(?:[“«„]|(?<![^ (])»)[\u00a0\u202f]?"
    r"[^\s“”«»„<]+(?:\s[^\s“”«»„<]+){1,3}[\u00a0\u202f]?[”»“«]"
)
"""Quotations of two to four words, which the typesetter keeps on one line where it can.

French has a no-break space within its marks; » begins one where it stands behind a space.
"""

_KEPT = r'<span class="kept">\g<0></span>'

_CLOSED_DASH = lazy_regex(r"(?<=[^\W\d_])(?=—[^\W\d_])")
"""A place between a word and the dash that closes up to it: no line begins with one."""

_NAMES = ('<bdi dir="rtl">', '<bdi dir="rtl" class="name">')
"""Begin a name that runs from right to left: its letters stay, but numbers in it are isolated."""

_THING = BARRIER
"""Stands in a paragraph for what is not touched: a citation, a number, an address, an image."""


@dataclass(slots=True)
class _Paragraph:
    """Text of one language that runs on, over the borders of elements."""

    tag: str
    rtl: bool
    is_name: bool = False
    is_head: bool = False
    """Whether it is a title or head, which breaks by phrases where its script asks for that."""
    is_centred: bool = False
    in_note: bool = False
    is_cell: bool = False
    """Whether it is a cell of a table that is no header."""
    in_column: bool = False
    """Whether it is in one of two columns whose lines are ragged: words in katakana stay whole."""
    is_narrow: bool = False
    """Whether its lines are ragged and short, and it ends with a phrase that is not torn."""
    by_phrase: bool = False
    """Whether it is in a table whose columns have room for phrases, and breaks by them."""
    parts: list[tuple[int, str]] = field(default_factory=list)
    """Texts with their places in the page; a thing has none, which is -1."""


def set_page(html: str, locale: str, terms: Sequence[str] = (), *, on_screen: bool = False) -> str:
    """Return a page of HTML with no-break spaces and places for line breaks, as its locales ask.

    In text from right to left, numbers and Latin phrases get isolates of their own. Only the text
    of the body changes, and there neither code nor what stands in an isolate already without a
    language: citations, numbers, addresses. ``terms`` are words of the glossary, which titles and
    heads keep on one line. ``on_screen``, words with a hyphen are whole, and the phrases of Chinese
    and Japanese texts are parted: paper is set by the typesetter, which knows them.
    """
    start, end = html.index("<body"), html.index("</body>")
    pieces: list[str] = _PIECE.findall(html[start:end])
    rtl = direction_of(locale) == "rtl"
    _Walk(pieces, [_Paragraph(locale, rtl)], terms, on_screen=on_screen).go()
    head = _HEAD_TEXT.sub(_isolated, html[:start]) if rtl else html[:start]
    if locale.partition("_")[0] in LANGUAGES:
        pieces = tightened(_PIECE.findall("".join(pieces)))
    return head + "".join(pieces) + html[end:]


def _isolated(match: re.Match[str]) -> str:
    """Isolate runs of a text in which no markup can be."""
    return f"{match[1]}{escape(isolated(unescape(match[2])))}"


@dataclass(slots=True)
class _Walk:
    pieces: list[str]
    paragraphs: list[_Paragraph]
    """The paragraph that is read, last, and those around it."""
    terms: Sequence[str] = ()
    opened: list[str] = field(default_factory=list)
    """Of each open element: ``same``, ``own`` for a paragraph of its own, or ``untouched``."""
    on_screen: bool = False

    def go(self) -> None:
        for place, piece in enumerate(self.pieces):
            tag = _TAG.match(piece)
            if tag and self.paragraphs[-1].rtl:
                self.pieces[place] = _TOLD.sub(_isolated, piece)
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
        direction = _DIRECTION.search(piece)
        rtl = direction[1] == "rtl" if direction else around.rtl
        is_name = piece in _NAMES
        if _YEAR in piece:
            self.hold(around)
        if (
            name in _UNTOUCHED
            or (name == "bdi" and not language and not is_name)
            or any(mark in piece for mark in _LEFT)
        ):
            around.parts.append((-1, _THING))
            self.opened.append("untouched")
        elif name not in _INLINE or tag != around.tag or rtl != around.rtl or is_name:
            if name in _INLINE:
                around.parts.append((-1, _THING))
            is_centred = around.is_centred or any(mark in piece for mark in _CENTRED)
            is_head = name in _HEADS or any(mark in piece for mark in _SHORT) or is_centred
            is_head = is_head or (name in _INLINE and around.is_head)
            is_name = is_name or around.is_name
            in_note = around.in_note or is_centred or any(mark in piece for mark in _NOTE)
            is_cell = name == "td" or (name in {*_INLINE, "p"} and around.is_cell)
            in_column = around.in_column or _IN_COLUMN in piece
            is_narrow = around.is_narrow or any(mark in piece for mark in _NARROW)
            by_phrase = around.by_phrase or _BY_PHRASE in piece
            self.paragraphs.append(
                _Paragraph(
                    tag=tag,
                    rtl=rtl,
                    is_name=is_name,
                    is_head=is_head,
                    is_centred=is_centred,
                    in_note=in_note,
                    is_cell=is_cell,
                    in_column=in_column,
                    is_narrow=is_narrow,
                    by_phrase=by_phrase,
                )
            )
            self.opened.append("own")
        else:
            self.opened.append("same")

    def hold(self, paragraph: _Paragraph) -> None:
        """Have no line end at the space before what comes next."""
        place, text = paragraph.parts[-1] if paragraph.parts else (-1, "")
        if place >= 0 and text.endswith(" "):
            paragraph.parts[-1] = place, text[:-1] + NO_BREAK
            self.pieces[place] = str(escape(paragraph.parts[-1][1]))

    def leave(self) -> None:
        if self.opened.pop() == "own":
            self.finish()
            self.paragraphs.pop()

    def finish(self) -> None:
        """Set the paragraph that ends here."""
        paragraph = self.paragraphs[-1]
        parts, paragraph.parts = paragraph.parts, []
        text = "".join(part for _, part in parts)
        if not text.strip():
            return
        if paragraph.is_name:
            isolate(self.pieces, parts)
            return
        locale = locale_named(paragraph.tag)
        asks = locale.typography
        spaced = held_letters(whole_numbers(text, unit_symbols(locale.name)))
        if paragraph.is_cell:
            spaced = whole_amount(spaced)
        if asks.spaces == "french":
            spaced = french_spaces(spaced)
        held = nearest_row("words", "held", locale.name)
        if held:
            spaced = held_words(spaced, held)
        if paragraph.in_note:
            spaced = held_words(spaced, nearest_row("words", "held_in_notes", locale.name) or {})
        if paragraph.is_head:
            little = nearest_row("words", "held_in_heads", locale.name) or ()
            spaced = held_words(spaced, {"words": little})
            spaced = whole_after_question(whole_after_colon(spaced))
        if not paragraph.rtl and runs_from_the_right(text):
            self.turn(parts)
            return
        if paragraph.rtl:
            isolate(self.pieces, _with_text(parts, spaced))
            return
        longest = LONGEST if paragraph.by_phrase else 0
        own = KATAKANA.findall(spaced) if paragraph.in_column else ()
        self.fill(parts, spaced, locale, is_head=paragraph.is_head, longest=longest, own=own)
        if paragraph.is_narrow and not paragraph.is_head and asks.heads == "phrases":
            self.keep_end(*parts[-1], last_phrase(spaced.rstrip(), locale.name))
        if runs_on_from_the_right(text):
            for place in (one for one, _ in parts if one >= 0):
                self.pieces[place] = turned(self.pieces[place])

    def fill(
        self,
        parts: list[tuple[int, str]],
        spaced: str,
        locale: Locale,
        *,
        is_head: bool,
        longest: int,
        own: Sequence[str] = (),
    ) -> None:
        """Put a text's letters back into the page, with the places where its lines may end.

        In a cell phrases stay whole up to the ``longest``; and so do words of its ``own``.
        """
        asks = locale.typography
        places, words = _ends(spaced, locale)
        words = sorted({*words, *own}, key=len, reverse=True) if own else words
        at_hyphens = self.on_screen or bool(nearest_row("words", "whole_at_hyphens", locale.name))
        by_phrase = (is_head or longest > 0) and asks.heads != "as text"
        of_heads = nearest_row("words", "unbroken_in_heads", locale.name) or ()
        heads = (
            head_places(spaced, locale.name, asks.heads, (*self.terms, *words, *of_heads))
            if by_phrase
            else []
        )
        if self.on_screen and not by_phrase and asks.heads != "as text":
            places = _phrase_ends(spaced, locale, (*self.terms, *words, *of_heads))
        end = 0
        crossed = spans(spaced, words)
        for place, part in parts:
            start, end = end, end + len(part)
            if place < 0:
                continue
            new = _broken(spaced, start, end, places)
            if by_phrase:
                self.pieces[place] = str(in_pieces(new, [at - start for at in heads], longest))
            elif asks.breaks == "words":
                self.pieces[place] = str(whole_words(new))
            elif words or at_hyphens:
                self.pieces[place] = str(
                    unbroken(new, words, at_hyphens=at_hyphens, is_head=is_head)
                )
            elif new != part:
                self.pieces[place] = str(escape(new))
            if not is_head and asks.heads == "as text":
                self.pieces[place] = _QUOTED.sub(_KEPT, self.pieces[place])
            self.pieces[place] = _CLOSED_DASH.sub(JOINER, self.pieces[place])
            self.pieces[place] = _NAMED.sub(JOINER, self.pieces[place])
            if self.on_screen and asks.heads != "as text":
                self.pieces[place] = self.pieces[place].replace(BREAK, "<wbr>")
            if any(first < end < last for first, last in crossed):
                self.pieces[place] += JOINER  # the word goes on in a part of its own

    def keep_end(self, place: int, text: str, end: str) -> None:
        """Keep the last phrase of a paragraph whole where its last text ends with it."""
        if end and place >= 0 and text.endswith(end) and self.pieces[place].endswith(end):
            kept = f'<span class="last-phrase">{end}</span>'
            self.pieces[place] = self.pieces[place].removesuffix(end) + kept

    def turn(self, parts: list[tuple[int, str]]) -> None:
        """Give a paragraph in another script than its sheet's the direction of its letters."""
        isolate(self.pieces, parts)
        first, last = (next(at for at, _ in order if at >= 0) for order in (parts, parts[::-1]))
        if first == last:
            self.pieces[first] = f'<bdi dir="rtl">{self.pieces[first]}</bdi>'


_NAMED = lazy_regex(r"(?<=(?<!&)#)(?=[^\W\d_])")
"""The place behind a sign that begins a name, as in #いのちSOS, and no entity of HTML."""


def _ends(text: str, locale: Locale) -> tuple[list[int], Sequence[str]]:
    """Return where ICU ends a text's lines, where that is asked, and the words that stay whole."""
    words = nearest_row("words", "unbroken", locale.name) or ()
    if locale.typography.breaks != "icu":
        return [], words
    firsts = nearest_row("words", "first_parts", locale.name) or ()
    return whole_places(text, locale.name, words, firsts)


_LAST_SIGNS = 4
"""The last signs of a text in ideographs, which stay together."""

_ONE_WORD = lazy_regex(r"([\u4e00-\u9fff])一\1|至[关關]重要")
"""Chinese words that ICU parts: a verb said twice (谈一谈, talk a little), "of great weight"."""


def _phrase_ends(text: str, locale: Locale, words: Sequence[str]) -> list[int]:
    """Return where a ragged line may end between two letters: beside marks it may, anyway."""
    whole = [found[0] for found in _ONE_WORD.finditer(text)]
    ends = text_places(text, locale.name, locale.typography.heads, (*words, *whole))
    last = len(text.rstrip()) - _LAST_SIGNS
    return [at for at in ends if 0 < at <= last and text[at - 1 : at + 1].isalnum()]


def runs_from_the_right(text: str) -> bool:
    """Say whether all letters of a text that have a direction run from right to left."""
    found = {unicodedata.bidirectional(letter) for letter in set(text)}
    return bool(found & {"R", "AL"}) and "L" not in found


def _with_text(parts: list[tuple[int, str]], text: str) -> list[tuple[int, str]]:
    """Return a paragraph's parts with the letters of a text of the same length."""
    ends = accumulate(len(part) for _, part in parts)
    return [
        (place, text[end - len(part) : end]) for (place, part), end in zip(parts, ends, strict=True)
    ]


def _broken(text: str, start: int, end: int, places: list[int]) -> str:
    """Return a part of a text with the breaks inside it and at its end.

    A break before a part whose neighbour is untouched is missed: there a space stands anyway.
    """
    cuts = [start, *(place for place in places if start < place <= end), end]
    return BREAK.join(text[first:last] for first, last in pairwise(cuts))
