"""Text before it is set: strings, and isolates that keep their own direction inside of it."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.compose.isolate import (
    BARRIER,
    in_order,
    right_to_left_phrases,
    runs_on_from_the_right,
)
from pipeline.values.sheet import Passage


@dataclass(frozen=True, slots=True)
class Isolate:
    """A part of a text that nothing around it can turn round: a number, a name, an address."""

    content: "Text"
    rtl: bool = False


Text = tuple[str | Isolate, ...]


def passage(
    kind: str,
    text: Text,
    *,
    rtl: bool,
    line: int = 0,
    column: int = 0,
    every_page: bool = False,
    digits: str = "",
) -> Passage:
    """Return a text as a passage of the paper, its letters with the levels of Unicode's UAX 9."""
    return Passage(
        kind=kind,
        pieces=tuple(_parted([*_levelled(text, int(rtl))])),
        rtl=rtl,
        line=line,
        column=column,
        every_page=every_page,
        digits=digits,
    )


def filled(text: str, **values: Text | str) -> Text:
    """Put texts into the ``{name}`` places of a translated text."""
    parts: list[str | Isolate] = []
    for part in re.split(r"(\{\w+\})", text):
        name = part[1:-1]
        if part.startswith("{") and name in values:
            value = values[name]
            parts += [value] if isinstance(value, str) else value
        else:
            parts.append(part)
    return tuple(part for part in parts if part)


def listed(join: Callable[[Sequence[str]], str], items: Sequence[Text]) -> Text:
    """Return a list as ``join`` makes one of strings, such as ``988 or 911``."""
    told = join([f"<{place}>{plain(item)}</{place}>" for place, item in enumerate(items)])
    parts = re.split(r"<(\d+)>.*?</\1>", told, flags=re.DOTALL)
    return joined(*(items[int(part)] if place % 2 else part for place, part in enumerate(parts)))


def plain(text: Text) -> str:
    """Return the letters of a text in logical order."""
    return "".join(part if isinstance(part, str) else plain(part.content) for part in text)


def joined(*texts: Text | str) -> Text:
    """Return texts one after the other."""
    parts: list[str | Isolate] = []
    for text in texts:
        parts += [text] if isinstance(text, str) else text
    return tuple(part for part in parts if part)


def _levelled(text: Text, level: int) -> Iterator[tuple[str, int]]:
    """Yield a text's pieces in logical order, each with its level: odd runs from right to left."""
    plain = "".join(part if isinstance(part, str) else BARRIER for part in text)
    isolates = iter([part for part in text if isinstance(part, Isolate)])
    runs = in_order(plain, rtl=True) if level % 2 else _in_latin_order(plain)
    for run, stands_out in runs:
        own = level + stands_out
        if stands_out:
            yield "", level
        if stands_out and own % 2 and any(map(str.isdigit, run)):
            yield from _levelled((run,), own)
        else:
            yield from _with_isolates(run, isolates, own)
        if stands_out:
            yield "", level


def _with_isolates(run: str, isolates: Iterator[Isolate], level: int) -> Iterator[tuple[str, int]]:
    """Yield the pieces of a run, and of the next isolates where they stand in it."""
    for part in re.split(f"({BARRIER})", run):
        if part == BARRIER:
            isolate = next(isolates)
            within = level + 1 if (level % 2 == 1) != isolate.rtl else level
            yield "", level
            yield from _levelled(isolate.content, within)
            yield "", level
        elif part:
            yield part, level


def _parted(pieces: Sequence[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Yield pieces without the ends of isolates, but where two would run on as one."""
    before, lowest = -1, -1
    for text, level in pieces:
        if not text:
            lowest = level if lowest < 0 else min(lowest, level)
            continue
        if 0 <= lowest < min(before, level):
            yield "", lowest
        yield text, level
        before, lowest = level, -1


_RIGHT_TO_LEFT = ("R", "AL")


def _in_latin_order(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the runs of a left-to-right text; true marks words that run from right to left."""
    if text.isascii():
        yield text, False
        return
    if runs_on_from_the_right(text):
        found = right_to_left_phrases(text)
    else:
        kinds = "".join(
            "R" if one in _RIGHT_TO_LEFT else "L" if one in ("L", "EN", "AN") else " "
            for one in map(unicodedata.bidirectional, text)
        )
        found = [(run.start(), run.end()) for run in re.finditer("R(?:[R ]*R)?", kinds)]
    last = 0
    for start, end in found:
        yield text[last:start], False
        yield text[start:end], True
        last = end
    yield text[last:], False
