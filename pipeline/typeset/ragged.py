"""Lines of even length: heads are balanced, and no paragraph ends with a scrap of a word or two.

CSS asks for it with ``text-wrap: balance`` and ``pretty``, which WeasyPrint 70 has not got. Lines
are set once as usual, and where they fall badly again in a narrower block, never in more of them:
a page keeps its height. Of a head in three lines or more, those below the first are balanced by
themselves: else the last might be the word that is left. Where no narrower block mends a scrap, as
in a frame, which shows how narrow its text is, the line before the last alone ends earlier.

A page that is set on trial has its lines as they come: it is as high, and nobody reads it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from pipeline.typeset.boxes import classes_of, names_of
from pipeline.typeset.flush import (
    Spread,
    has_short_lines,
    holes,
    is_east_asian,
    is_flush,
)
from pipeline.typeset.phrases import torn_ends
from pipeline.values.heads import COLON, COMMA

Line = tuple[Any, Any]
"""A line that is laid out, and where the next one goes on."""
Lines = Callable[..., Iterator[Line]]
"""WeasyPrint's function that sets the lines of a block."""

_HEADS = ("h1", "h2", "h3", "h4", "h5", "h6")
_HEAD_CLASSES = {
    "subtitle",
    "audience",
    "original",
    "service-name",
    "offer",
    "ask",
    "interpreter-line",
    "head-again",
    "way",
    "way-words",
    "stamp",
}
"""Lines that are set as heads are: of few words, and seen first."""

_IN_TWO = "offer"
"""What stands beside others of two lines: it has two as well where it would fill most of one."""

_MOST = 0.6
"""Which part of its block is most."""

_GLOSSED = "service-name"
"""What is as long as a sentence where it is followed by what it means, and fills its lines then."""

_SCRAP, _WORDS = 0.22, 0.13
"""Up to which part of its block a last line is a scrap; and one of several words: the line before
it would end early, and nobody would see why."""

_TATTER, _LEAST = 0.1, 4.2
"""Up to which it is one even where no width mends the scrap; and letters of a Chinese or Japanese
one that are too few in any case, with the full stop, where its lines end flush."""

_FEWEST = 4.6
"""The same where its lines do not end flush: they are full but for the one before the last."""

_LONE = 0.4
"""Up to which part of it one word is a scrap too, in the short lines of a narrow block."""

_NARROWER = (0.97, 0.94, 0.91, 0.88, 0.85, 0.82, 0.79)
"""Parts of its width in which a paragraph is tried that ends with a scrap; of two lines, the first
four: beside full ones the first would look broken off."""

_REACHED = 0.9
"""Which part of its block one line fills at least within an edge or on a tint, whose other side
shows how much of it is white."""

_REACHED_AT_LEAST = 0.84
"""The same where its last line is a tatter, which is seen more than that."""

_FLUSHEST, _FLUSHEST_IN_SHORT = 0.915, 0.93
"""The least part of it where lines are drawn out to the whole of it, long ones and short ones."""

_FRAYED, _FRAYED_IN_SHORT = 0.66, 0.78
"""Under which part of its block a line looks lost that is not the last: better a scrap. The same of
a narrow block that is set narrower still: better the line before the last alone ends early."""

_LESS = 0.5
"""CSS pixels less than a line is wide, in which its last word has no room."""

_LONELY, _MANY = 0.66, 4
"""Under which part of the widest a line of a head in so many lines or more stands alone there."""

_NEAR = 2.0
"""CSS pixels to which the least width of a head is found."""


def evened(set_lines: Lines, spread: Spread) -> Lines:
    """Return WeasyPrint's function that sets the lines of a block so that they end well.

    ``spread`` draws those out that end flush.
    """

    def set_evenly(
        context: Any,
        box: Any,
        position_y: float,
        bottom_space: float,
        skip_stack: Any,
        block: Any,
        *others: Any,
    ) -> Iterator[Line]:
        text = _Text(set_lines, context, box, position_y, bottom_space, skip_stack, block, others)
        if not _is_ragged(block):
            return text.in_width(block.width)
        made, parts = _set(text)
        if context.is_trial:
            return iter(made)
        is_free = context.excluded_shapes == text.floats
        is_flushed = is_flush(block.style) and not _is_head(block)
        if _is_head(block) and (len(made) > 2 or parts) and is_free:
            spread(context, block, made[:1], to_width=False)
            made = [made[0], *set_evenly(context, box, *text.below(made[0]), block, *others)]
            _remember(text, made)
            return iter(made)
        _remember(text, made)
        if parts and len(made) > 1 and is_free and not (_is_head(block) or is_flushed):
            made = _drawn(made, text)
        if is_east_asian(block.style):
            spread(context, block, made, to_width=is_flushed)
        return iter(made)

    return set_evenly


@dataclass(slots=True)
class _Text:
    """A text whose lines are set in several widths, with the same floats beside them."""

    set_lines: Lines
    context: Any
    box: Any
    position_y: float
    bottom_space: float
    skip_stack: Any
    block: Any
    others: tuple[Any, ...]
    floats: list[Any] = field(init=False)

    def __post_init__(self) -> None:
        self.floats = [*self.context.excluded_shapes]

    def in_width(self, width: float) -> Iterator[Line]:
        """Yield its lines in a width, for the first time."""
        block = _narrowed(self.block, width)
        place = self.position_y, self.bottom_space, self.skip_stack
        return self.set_lines(self.context, self.box, *place, block, *self.others)

    def again(self, width: float) -> list[Line]:
        """Return its lines in another width."""
        self.context.excluded_shapes = [*self.floats]
        return [*self.in_width(width)]

    def first(self, width: float) -> Line:
        """Return its first line alone in another width."""
        self.context.excluded_shapes = [*self.floats]
        return next(self.in_width(width))

    def below(self, line: Line) -> tuple[float, float, Any]:
        """Return where the text goes on below one of its lines."""
        return line[0].position_y + line[0].height, self.bottom_space, line[1]

    def rest(self, line: Line, width: float = 0.0) -> list[Line]:
        """Return the lines below one of them, in the whole width if in no other."""
        block = _narrowed(self.block, width or self.block.width)
        return [*self.set_lines(self.context, self.box, *self.below(line), block, *self.others)]


def _set(text: _Text) -> tuple[list[Line], bool]:
    """Return the lines of a text in the width in which they end best.

    And say whether they are to be set in parts: those below the first line of a head that ends with
    its colon, the last two of a text that ends with a line of a citation alone, or with a scrap. A
    text is set several times; the first time decides.
    """
    block = text.block
    chosen = text.context.__dict__.setdefault("chosen_widths", {})
    name = id(block.element), repr(text.skip_stack), round(block.width, 2)
    if name in chosen:
        width, parts = chosen[name]
        return [*text.in_width(width)], parts
    lines = [*text.in_width(block.width)]
    if len(lines) == 1 and _IN_TWO in names_of(block) and lines[0][0].width > _MOST * block.width:
        lines = text.again(float(lines[0][0].width) - _LESS)
    if len(lines) < 2:
        return lines, False
    torn = _torn(lines, _WHOLE, rtl=block.style["direction"] == "rtl")
    for one in torn:
        lines = _kept_whole(one, lines, text)
    if text.context.is_trial:
        return lines, False
    if is_flush(block.style) and not _is_head(block):
        width = _flush_width(lines, text)
        chosen[name] = width, False
        return (lines if width == block.width else text.again(width)), False
    is_begun = text.skip_stack is None and _is_head(block)
    colon = _colon_width(lines, text, _room_beside(text)) if is_begun else 0.0
    width, parts = colon or _best_width(lines, text), bool(colon)
    made = lines if width == block.width else text.again(width)
    if is_begun and not colon and (shorter := _shorter_first(made, text)):
        width, parts, made = shorter, True, text.again(shorter)
    if not _is_head(block) and not is_flush(block.style):
        if _ends_with_citation(made) or (torn and _torn(made, {_CITATION})):
            width, parts, made = _accompanied(width, made, lines, text)
        elif width == block.width:
            parts = _is_scrap(block, lines, width) or _is_clause_parted(lines, width)
    if not torn or _torn(made, _WHOLE):
        chosen[name] = width, parts
    return made, parts


_CITATION = "short-citation"
"""The class of a citation of two names, in which a line may end if it must."""

_NAMES = "kept"
"""The class of a short quotation, which stands on one line in the same way, and of the names of a
citation that may part before its year."""

_WHOLE = {_CITATION, _NAMES}

_GAP, _FLUSH_GAP, _TURNED_GAP = 0.25, 0.31, 0.45
"""Which part of its block a line leaves white at most, if it ends before such a citation; the same
where lines end flush, which are drawn out as it is; and before words that run the other way: in two
halves they are read in the wrong order, which is worth a line."""

_EVEN_GAP = 0.13
"""And where lines end flush before a citation that may part before its year, whose names stay."""

_JOINED_GAP = 0.2
"""And before one of two names, the last of which has its year beside it on the next line."""

_NAMES_GAP = 0.48
"""And before its names: “Slavich / et al.” was read as broken."""

_NARROW_GAP = 0.41
"""The same in the short lines of a narrow block, whose names would stand in two halves, and where
lines end between phrases."""

_HALVES = 0.18
"""Which part of its block a line may be shorter where such a citation is whole for it."""


def _torn(lines: Sequence[Line], whole: set[str], *, rtl: bool = False) -> list[Any]:
    """Return what is to be ``whole`` by its classes and goes on on the next line.

    And in text from right to left phrases that run the other way: in two lines their halves stand
    at the wrong ends.
    """
    cited = [
        {
            one.element: None
            for one in line.descendants()
            if not whole.isdisjoint(names_of(one)) or (rtl and _runs_the_other_way(one))
        }
        for line, _ in lines
    ]
    return [element for one, after in pairwise(cited) for element in one if element in after]


def _ends_with_citation(lines: Sequence[Line]) -> bool:
    """Say whether a last line is a whole citation alone, but for the mark behind it."""
    before, last = lines[-2][0], lines[-1]
    cited = [one for one in last[0].descendants() if "citation" in names_of(one)]
    if not cited or any(one.element is cited[0].element for one in before.descendants()):
        return False
    return _letters(_said(cited[0])) >= _letters(_words(last)) - 1


def _accompanied(
    width: float, made: list[Line], lines: list[Line], text: _Text
) -> tuple[float, bool, list[Line]]:
    """Return the width in which a text ends best whose last line is a citation alone.

    Its lines are those that become least short, and may part the citation. Say whether the last two
    alone are better drawn.
    """
    full = float(text.block.width)
    reached = _reached(lines, text.block)

    def shortest(way: list[Line]) -> float:
        halves = _HALVES * full if _torn(way, {_CITATION}) else 0.0
        return _least_filled(way, full) - halves if _widest(way) >= reached else 0.0

    width, made = max(((width, made), (full, lines)), key=lambda way: shortest(way[1]))
    most, drawn = shortest(made), _drawn(lines, text)
    drawn_fills = _least_filled(drawn, full)
    for part in _NARROWER:
        # No line is wider than its block.
        if part * full < max(most, drawn_fills, reached):
            break
        narrower = text.again(part * full)
        if not _holds(narrower, lines, part * full):
            break
        if shortest(narrower) > most:
            width, made, most = part * full, narrower, shortest(narrower)
    if drawn_fills > most:
        return full, True, lines
    return width, False, made


def _flush_width(lines: list[Line], text: _Text) -> float:
    """Return the width in which flush lines are best: without holes, and with no scrap at the end.

    A line that ends early for a citation or a bracket looks like a hole among full ones.
    """
    block = text.block
    full = float(block.width)
    best, least = full, _faults(lines, block)
    for part in _flush_parts(block) if least else ():
        made = text.again(part * full)
        if not _holds(made, lines, part * full):
            continue
        faults = _faults(made, block)
        if faults < least:
            best, least = part * full, faults
        if not faults:
            break
    return best


_STUB, _SHORT_END = 0.15, 0.03
"""Which part of a line, white and not to be drawn out, is as bad as no letter on the last line,
where there are to be some; and as one that is short."""


_SIGN, _LONE_SIGN = 2.4, 0.2
"""Letters of a last line of one sign and a full stop, and how much worse that is."""


def _faults(lines: Sequence[Line], block: Any) -> float:
    """Return how bad flush lines are: their holes, and a last line that is too short."""
    size = float(block.style["font_size"])
    least = _LEAST * size
    torn = _SHORT_END * torn_ends([_words(line) for line in lines], block)
    end = _SHORT_END if _last(lines) < max(_SCRAP * float(block.width), least) else 0.0
    end += _LONE_SIGN if _last(lines) < _SIGN * size else 0.0
    return holes(lines, block) + torn + end + _STUB * max(1 - _last(lines) / least, 0.0)


def _least_filled(lines: Sequence[Line], full: float) -> float:
    """Return how wide the shortest line but the last is; nothing where that is a tatter."""
    return _shortest(lines) if _last(lines) >= _TATTER * full else 0.0


def _drawn(lines: list[Line], text: _Text) -> list[Line]:
    """Return lines whose last takes a word from the one before it, and more while it is a scrap.

    They stay where that one would become too short for it. A word behind a comma does not end it.
    The first of two ends early only with a mark, which shows why: “… in questo momento, / chiami il
    112.”
    """
    block, drawn, best = text.block, lines, lines
    full = float(block.width)
    before = lines[-3] if len(lines) > 2 else None
    is_free = bool(before) or is_east_asian(block.style)
    reached = _reached(lines, block) if before and not is_east_asian(block.style) else 0.0
    is_ended = False
    while not is_ended or _is_scrap(block, drawn, full) or _dangles(drawn):
        width = float(drawn[-2][0].width) - _LESS
        made = text.rest(before, width) if before else text.again(width)
        drawn = [*lines[:-2], *made]
        is_good = _holds(made, lines[-2:], width) and _widest(drawn) >= reached
        if not is_good or _shortest(made) < _FRAYED * full:
            return best
        is_ended = is_free or bool(_MARK.search(_words(made[0])))
        if is_ended and not _is_scrap(block, drawn, full):
            best = drawn
    return drawn


_MARK, _WORD_BEHIND = (
    re.compile(rf"[,;:.?!،؛؟।]{rest}$") for rest in (r"\s*", r"\s+[^\W\d]\S*\s*")
)
"""What ends a part of a sentence, and a line; and the same with one word behind it: in a work the
volume keeps its pages."""


def _is_clause_parted(lines: Sequence[Line], full: float) -> bool:
    """Say whether the first of two lines ends with one word of what the short second one says."""
    is_short = len(lines) == 2 and _last(lines) < _LONE * full
    return is_short and bool(_WORD_BEHIND.search(_words(lines[0])))


_DANGLING = re.compile("[，、；][^，、；。]{1,2}$")
"""One or two letters behind a mark, at the end of a Chinese or Japanese line."""


def _dangles(lines: Sequence[Line]) -> bool:
    """Say whether the line before the last ends with a word that begins what follows a comma."""
    return bool(_DANGLING.search(_words(lines[-2])))


def _runs_the_other_way(box: Any) -> bool:
    return box.element is not None and box.element.tag == "bdi" and box.style["direction"] == "ltr"


def _kept_whole(element: Any, lines: list[Line], text: _Text) -> list[Line]:
    """Return the lines with a phrase whole, if none is added and little white is left before it.

    Nor may what stands behind it, such as a bracket, lie beyond its line. Then the boxes of the
    phrase say so, as the same text is set more than once.
    """
    block = text.block
    citation = next(one for one in text.box.descendants() if one.element is element)
    boxes = [citation, *getattr(citation, "descendants", list)()]
    styles = [one.style for one in boxes]
    for one in boxes:
        one.style = one.style.copy()
        one.style["white_space"] = "nowrap"
    width = float(block.width)
    made = text.again(width)
    runs_back = block.style["direction"] == "rtl" and _runs_the_other_way(citation)
    gap = _NARROW_GAP if has_short_lines(block) or is_east_asian(block.style) else _GAP
    if is_flush(block.style):
        may_part = _CITATION in names_of(citation) and any(_NAMES in names_of(one) for one in boxes)
        gap = _NAMES_GAP if _NAMES in names_of(citation) else _FLUSH_GAP
        if _CITATION in names_of(citation) and not may_part:
            gap = _JOINED_GAP
        if may_part and not _is_year_alone(citation, lines):
            gap = _EVEN_GAP
    gap = _TURNED_GAP if runs_back else gap
    most = len(lines) + runs_back
    least = min((1 - gap) * width, _shortest(lines))
    if 1 < len(made) <= most and _widest(made) <= width and _shortest(made) >= least:
        return made
    for one, style in zip(boxes, styles, strict=True):
        one.style = style
    return text.again(width)


def _is_year_alone(citation: Any, lines: Sequence[Line]) -> bool:
    """Say whether the last line has but the end of a citation and a mark behind it."""
    rest = _words(lines[-1]).rstrip()
    return 1 < _letters(rest) <= _YEAR and _said(citation).endswith(rest.rstrip("。"))


_YEAR = 7
"""Letters of a year with a bracket and a full stop behind it."""


def _is_ragged(block: Any) -> bool:
    """Say whether the lines of a block end where their words do, at one side or at both."""
    style, element = block.style, block.element
    start = "right" if style["direction"] == "rtl" else "left"
    return (
        element is not None
        and style["text_align_all"] in ("start", start, "center")
        and style["white_space"] == "normal"
    )


def _narrowed(block: Any, width: float) -> Any:
    """Return a block of another width, whose lines begin where its own do, or have its middle."""
    if width == block.width:
        return block
    narrow = copy(block)
    narrow.width = width
    if block.style["text_align_all"] == "center":
        narrow.position_x += (block.width - width) / 2
    elif block.style["direction"] == "rtl":
        narrow.position_x += block.width - width
    return narrow


def _best_width(lines: Sequence[Line], text: _Text) -> float:
    """Return the width in which as many lines end best."""
    block, full = text.block, float(text.block.width)
    if _is_head(block):
        least = max(sum(line.width for line, _ in lines) / len(lines), 1.0)
        return _least(least, full, lambda width: _holds(text.again(width), lines, width))
    if not _is_scrap(block, lines, full):
        return full
    if is_east_asian(block.style):
        # Its words break anywhere: the line before the last alone ends early for it.
        return full
    better, longest, tatter = full, _last(lines), _TATTER * full
    frayed = _FRAYED_IN_SHORT if has_short_lines(block) else _FRAYED
    reached = _reached(lines, block)
    for part in _NARROWER if len(lines) > 2 else _NARROWER[:4]:
        made = text.again(part * full)
        if not _holds(made, lines, part * full) or _widest(made) < reached:
            break
        if _shortest(made) < min(frayed * full, _shortest(lines)):
            continue
        if not _is_scrap(block, made, full):
            return part * full
        if longest < tatter <= _last(made):
            better, longest = part * full, _last(made)
    return better


def _reached(lines: Sequence[Line], block: Any) -> float:
    """Return how wide the widest line of a block is at least: within edges, almost as it is."""
    full = float(block.width)
    part = _REACHED_AT_LEAST if _last(lines) < _TATTER * full else _REACHED
    return min(part * full, _widest(lines)) if _is_framed(block.style) else 0.0


def _is_framed(style: Any) -> bool:
    """Say whether a block of a style stands in one that has edges at its sides or a tint."""
    while style is not None:
        if style["border_left_width"] or style["border_right_width"]:
            return True
        if style["background_color"].alpha:
            return True
        style = style.parent_style
    return False


def _flush_parts(block: Any) -> list[float]:
    """Return the parts of its width in which a block is tried whose lines end flush.

    They are up to three letters less: letters are set closer for the end of a phrase, so that one
    less may part the lines as before. In a narrow block they are what it may lose.
    """
    letter = float(block.style["font_size"]) / float(block.width)
    least = _FLUSHEST_IN_SHORT if has_short_lines(block) else _FLUSHEST
    return sorted({max(1 - count * letter, least) for count in (1, 2, 3)}, reverse=True)


def _is_scrap(block: Any, lines: Sequence[Line], full: float) -> bool:
    """Say whether a last line is too short: a scrap, or one word that stands alone."""
    if is_east_asian(block.style):
        return _last(lines) < _FEWEST * float(block.style["font_size"])
    has_words = len(_words(lines[-1]).split()) > 1
    if _last(lines) < (_WORDS if has_words else _SCRAP) * full:
        return True
    return (
        has_short_lines(block)
        and _last(lines) < _LONE * full
        and len(_words(lines[-1]).split()) == 1 < len(_words(lines[-2]).split())
    )


def _least(least: float, most: float, suits: Callable[[float], bool]) -> float:
    """Return the least width that suits, between one that does not and one that does."""
    while most - least > _NEAR:
        middle = (least + most) / 2
        if suits(middle):
            most = middle
        else:
            least = middle
    return most


_PARTS_AT = ((COLON, 0.3), (COMMA, 0.5))
"""Where the first line of a head ends rather than elsewhere, and which part of its block each of
its lines fills then at least."""


def _remember(text: _Text, made: Sequence[Line]) -> None:
    """Note how high a head is, for one that stands beside it."""
    if _is_head(text.block) and text.skip_stack is None:
        text.context.__dict__["head"] = text.block, _high(made)


def _room_beside(text: _Text) -> float:
    """Return how high a head is at least beside another at its left, which was set last."""
    head, high = text.context.__dict__.get("head", (text.block, 0.0))
    is_level = abs(head.position_y - text.block.position_y) < 1
    return float(high) if is_level and head.position_x < text.block.position_x else 0.0


def _colon_width(lines: Sequence[Line], text: _Text, room: float) -> float:
    """Return the width in which the first line of a head ends with its colon or question, else 0.

    In Chinese and Japanese, with its comma. What follows has the whole width, and no line is added
    but where it has ``room``.
    """
    full = float(text.block.width)
    words = " ".join(map(_words, lines))
    for mark, part in _PARTS_AT:
        found = mark.search(words)
        wanted = _letters(words[: found.end()]) if found else 0
        if not 0 < wanted <= _letters(_words(lines[0])):
            continue
        width = _ending(wanted, part * full, text)
        first = text.first(width)
        rest = text.rest(first)
        made = [first, *rest]
        # Those below are drawn out by themselves: a word alone becomes half of them.
        below = sum(line.width for line, _ in rest) / max(len(rest), 1)
        is_even = min(first[0].width, below) >= part * full
        is_held = _high(made) <= max(_high(lines), room) and _widest(made) <= full
        if is_even and _letters(_words(first)) == wanted and is_held:
            return width
    return 0.0


def _ending(letters: int, least: float, text: _Text) -> float:
    """Return the least width in which the first line of a text has so many letters."""
    full = float(text.block.width)
    return _least(least, full, lambda width: _letters(_words(text.first(width))) >= letters)


def _shorter_first(made: Sequence[Line], text: _Text) -> float:
    """Return the width in which the first line of a head has a word less, else 0.

    That is for a head in four lines, of which one is a word alone: no such line is left then.
    """
    full = float(text.block.width)
    if len(made) < _MANY or _loneliest(made) >= _LONELY:
        return 0.0
    width = float(made[0][0].width) - _LESS
    first = text.first(width)
    rest = text.rest(first)
    if len(rest) != len(made) - 1:
        return 0.0
    least = max(sum(line.width for line, _ in rest) / len(rest), 1.0)
    even = _least(least, full, lambda width: _holds(text.rest(first, width), rest, width))
    others = [first, *text.rest(first, even)]
    is_better = _holds(others, made, full) and _loneliest(others) > _loneliest(made)
    return width if is_better and first[0].width <= width else 0.0


def _loneliest(lines: Sequence[Line]) -> float:
    """Return how wide the shortest line is, as a part of the widest."""
    return float(min(line.width for line, _ in lines)) / max(_widest(lines), 1.0)


def _words(line: Line) -> str:
    """Return the text of a line."""
    return _said(line[0])


def _said(box: Any) -> str:
    return "".join(str(one.text) for one in box.descendants() if hasattr(one, "text"))


def _letters(text: str) -> int:
    return len("".join(text.split()))


def _is_head(block: Any) -> bool:
    """Say whether the lines of a block are to be of one length: all that are centred are."""
    if block.style["text_align_all"] == "center":
        return True
    element = block.element
    names = classes_of(element)
    if element.tag.rpartition("}")[2] in _HEADS:
        return True
    if _GLOSSED in names and any(one.get("class") == "gloss" for one in element.iter()):
        return False
    return not _HEAD_CLASSES.isdisjoint(names)


def _holds(made: Sequence[Line], lines: Sequence[Line], width: float) -> bool:
    """Say whether no line is added, none is higher, and none stands out of its width."""
    return len(made) == len(lines) and _high(made) <= _high(lines) and _widest(made) <= width


def _high(lines: Sequence[Line]) -> float:
    return float(sum(line.height for line, _ in lines))


def _last(lines: Sequence[Line]) -> float:
    return float(lines[-1][0].width)


def _widest(lines: Sequence[Line]) -> float:
    return float(max(line.width for line, _ in lines))


def _shortest(lines: Sequence[Line]) -> float:
    """Return the width of the shortest line but the last."""
    return float(min(line.width for line, _ in lines[:-1]))
