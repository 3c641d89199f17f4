"""Isolates around runs of a paragraph that is in pieces: texts, and the tags between them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import escape

from pipeline.compose.isolate import arabic_numbers, left_to_right_runs, right_to_left_phrases

OPEN, TURN, CLOSE = '<bdi dir="ltr">', '<bdi dir="rtl">', "</bdi>"


@dataclass(frozen=True, slots=True)
class _Place:
    """A place within one of the pieces of a page."""

    piece: int
    offset: int


_Cuts = dict[int, list[tuple[int, str]]]
"""What is put into pieces, by piece: offsets and tags, in order."""


def isolate(pieces: list[str], parts: Sequence[tuple[int, str]]) -> None:
    """Put an isolate around each left-to-right run of a paragraph, in place.

    ``parts`` are the paragraph's texts with the numbers of their pieces, or -1 for what is not
    touched. A run that goes over the borders of elements gets one isolate around all of it where
    they nest, else one in each text.
    """
    text = "".join(part for _, part in parts)
    cuts: _Cuts = defaultdict(list)
    for start, end in left_to_right_runs(text):
        touched = list(_touched(parts, start, end))
        if len(touched) == 1:
            _within(cuts, *touched[0], text[start:end])
        elif not _around(
            cuts, pieces, parts, touched, has_arabic=bool(arabic_numbers(text[start:end]))
        ):
            for first, last in touched:
                part = dict(parts)[first.piece][first.offset : last.offset]
                for inner, until in left_to_right_runs(part):
                    _within(
                        cuts,
                        _Place(first.piece, first.offset + inner),
                        _Place(first.piece, first.offset + until),
                        part[inner:until],
                    )
    texts = {place: part for place, part in parts if place >= 0}
    for number in texts.keys() | cuts.keys():
        pieces[number] = _cut(pieces[number], texts.get(number), cuts[number])


def turned(html: str) -> str:
    """Return text from left to right, as HTML, with an isolate around what runs the other way."""
    last, parts = 0, []
    for start, end in right_to_left_phrases(html):
        pieces = [html[start:end]]
        isolate(pieces, [(0, pieces[0])])
        parts += [html[last:start], TURN, *pieces, CLOSE]
        last = end
    return "".join((*parts, html[last:]))


def _touched(
    parts: Sequence[tuple[int, str]], start: int, end: int
) -> Iterator[tuple[_Place, _Place]]:
    """Yield where a run begins and ends in each text that it is in."""
    last = 0
    for number, part in parts:
        first, last = last, last + len(part)
        if number >= 0 and start < last and first < end:
            yield (
                _Place(number, max(start - first, 0)),
                _Place(number, min(end, last) - first),
            )


def _within(cuts: _Cuts, first: _Place, last: _Place, run: str) -> None:
    """Isolate a run in one text, and in it each of several numbers in Arabic digits."""
    cuts[first.piece].append((first.offset, OPEN))
    for start, end in arabic_numbers(run):
        cuts[first.piece] += [(first.offset + start, OPEN), (first.offset + end, CLOSE)]
    cuts[first.piece].append((last.offset, CLOSE))


def _around(
    cuts: _Cuts,
    pieces: Sequence[str],
    parts: Sequence[tuple[int, str]],
    touched: Sequence[tuple[_Place, _Place]],
    *,
    has_arabic: bool,
) -> bool:
    """Put one isolate around elements; say whether that can be done."""
    (begin, _), (_, finish) = touched[0], touched[-1]
    depth = lowest = 0
    for piece in pieces[begin.piece + 1 : finish.piece]:
        if piece.startswith("<"):
            depth += -1 if piece.startswith("</") else 1
            lowest = min(lowest, depth)
    first, last = begin.piece + lowest, finish.piece + depth - lowest
    opening = pieces[first : begin.piece]
    closing = pieces[finish.piece + 1 : last + 1]
    texts = dict(parts)
    nests = (
        (not opening or begin.offset == 0)
        and (not closing or finish.offset == len(texts[finish.piece]))
        and all(one.startswith("<") and not one.startswith("</") for one in opening)
        and all(one.startswith("</") for one in closing)
    )
    if nests:
        cuts[first].append((begin.offset if first == begin.piece else 0, OPEN))
        for one, until in touched if has_arabic else ():
            part = texts[one.piece][one.offset : until.offset]
            for start, end in arabic_numbers(part) or [(0, len(part))]:
                cuts[one.piece] += [(one.offset + start, OPEN), (one.offset + end, CLOSE)]
        cuts[last].append((finish.offset if last == finish.piece else len(pieces[last]), CLOSE))
    return nests


def _cut(piece: str, text: str | None, cuts: Sequence[tuple[int, str]]) -> str:
    """Return a piece with tags put in: a text as HTML, or a tag with others before or after it."""
    pieces, last = [], 0
    whole = piece if text is None else text
    for offset, tag in cuts:
        between = whole[last:offset]
        pieces += [between if text is None else str(escape(between)), tag]
        last = offset
    rest = whole[last:]
    return "".join((*pieces, rest if text is None else str(escape(rest))))
