"""Lines of even length: heads are balanced, and no paragraph ends with a scrap of a word or two.

CSS asks for it with ``text-wrap: balance`` and ``pretty``, which WeasyPrint 70 has not got. Lines
are set once as usual, and where they fall badly again in a narrower block, never in more of them:
a page keeps its height. Of a head in three lines or more, those below the first are balanced by
themselves: else the last might be the word that is left.
"""

from collections.abc import Callable, Iterator, Sequence
from copy import copy
from itertools import chain
from typing import Any

from pipeline.typeset.flush import Spread, is_flush

Line = tuple[Any, Any]
"""A line that is laid out, and where the next one goes on."""
Lines = Callable[..., Iterator[Line]]
"""WeasyPrint's function that sets the lines of a block."""

_HEADS = ("h1", "h2", "h3", "h4", "h5", "h6")
_HEAD_CLASSES = {"subtitle", "audience", "service-name", "offer", "ask", "head-again"}
"""Lines that are set as heads are: of few words, and seen first."""

_SCRAP = 0.22
"""Up to which part of its block a last line is a scrap."""

_TATTER = 0.1
"""Up to which it is one even where no width mends the scrap: a single Chinese character."""

_NARROWER = (0.97, 0.94, 0.91, 0.88, 0.85, 0.82, 0.79)
"""Parts of its width in which a paragraph is tried that ends with a scrap."""

_FLUSH = _NARROWER[:2]
"""Parts of it where lines are drawn out to the whole of it afterwards."""

_FRAYED = 0.66
"""Under which part of its block a line looks lost that is not the last: better a scrap."""

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
        def in_width(width: float) -> list[Line]:
            found = set_lines(
                context,
                box,
                position_y,
                bottom_space,
                skip_stack,
                _narrowed(block, width),
                *others,
            )
            return list(found)

        if not _is_ragged(block):
            return set_lines(context, box, position_y, bottom_space, skip_stack, block, *others)
        floats = list(context.excluded_shapes)
        lines = in_width(block.width)
        if len(lines) < 2:
            return iter(lines)
        chosen = context.__dict__.setdefault("chosen_widths", {})
        name = id(block.element), repr(skip_stack), round(block.width, 2)

        def again(width: float) -> list[Line]:
            context.excluded_shapes = list(floats)
            return in_width(width)

        if name not in chosen:
            chosen[name] = _best_width(block, lines, again)
            is_set = False
        else:
            is_set = chosen[name] == block.width
        made = lines if is_set else again(chosen[name])
        if _is_head(block.element):
            if len(made) > 2 and context.excluded_shapes == floats:
                first, goes_on = made[0]
                below = first.position_y + first.height, bottom_space, goes_on
                return chain(made[:1], set_evenly(context, box, *below, block, *others))
        elif is_flush(block):
            spread(context, block, made)
        return iter(made)

    return set_evenly


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


def _best_width(block: Any, lines: Sequence[Line], again: Callable[[float], list[Line]]) -> float:
    """Return the width in which as many lines end best."""
    full = float(block.width)
    if _is_head(block.element):
        least = max(sum(line.width for line, _ in lines) / len(lines), 1.0)
        most = full
        while most - least > _NEAR:
            middle = (least + most) / 2
            if _holds(again(middle), lines, middle):
                most = middle
            else:
                least = middle
        return most
    if _last(lines) >= _SCRAP * full:
        return full
    better = full
    for part in _FLUSH if is_flush(block) else _NARROWER:
        made = again(part * full)
        if not _holds(made, lines, part * full):
            break
        if _shortest(made) < min(_FRAYED * full, _shortest(lines)):
            continue
        if _last(made) >= _SCRAP * full:
            return part * full
        if better == full and _last(lines) < _TATTER * full <= _last(made):
            better = part * full
    return better


def _is_head(element: Any) -> bool:
    names = element.get("class", "").split()
    return element.tag.rpartition("}")[2] in _HEADS or bool(_HEAD_CLASSES.intersection(names))


def _holds(made: Sequence[Line], lines: Sequence[Line], width: float) -> bool:
    """Say whether no line is added, none is higher, and none stands out of its width."""
    return (
        len(made) == len(lines)
        and sum(line.height for line, _ in made) <= sum(line.height for line, _ in lines)
        and max(line.width for line, _ in made) <= width
    )


def _last(lines: Sequence[Line]) -> float:
    return float(lines[-1][0].width)


def _shortest(lines: Sequence[Line]) -> float:
    """Return the width of the shortest line but the last."""
    return float(min(line.width for line, _ in lines[:-1]))
