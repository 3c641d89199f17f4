"""What must be seen on a sheet, as a pattern of what is read from its pages."""

import re
from collections.abc import Sequence

from pipeline.values.sheet import Expected
from pipeline.verify.text import MIRRORED, Reading, fold, to_the_left


def pattern_of(item: Expected) -> re.Pattern[str]:
    """Return the pattern of what is seen; lines may break at spaces unless it must stay whole."""
    space = " " if item.whole_line else r"\s+"
    seen = visual(item)
    if item.kind == "address":
        # It may break anywhere, in a frame beside other text: that goes on in the same lines, or
        # its lines lie between.
        gap = r"(?:(?:\t[^\n]*)?\n(?:[^\n]*\n){0,5}(?:[^\n]*\t)?)?"
        body = gap.join(map(re.escape, seen))
    elif item.kind == "reference":
        # It may break anywhere. One pattern for each gap: two in a row would be compared
        # in as many ways as there are to share out the spaces.
        body = r"\s*".join(_turned(part) for part in _FROM_THE_RIGHT.split(seen) if part.strip())
    else:
        body = "".join(space if one.isspace() else re.escape(one) for one in seen)
    first, last = item.shown[0], item.shown[-1]
    # Another group of figures beside a number makes another number of it; an address ends there.
    before = r"(?<![0-9A-Za-z])" if first.isalnum() else ""
    before += r"(?<![0-9][ .-])" if first.isdigit() else ""
    after = r"(?![0-9A-Za-z])" if last.isalnum() else ""
    after += r"(?![ .-][0-9])" if last.isdigit() else ""
    return re.compile(before + body + after)


_FROM_THE_RIGHT = re.compile(
    "([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc][\u0590-\u08ff\ufb1d-\ufefc \\d:–-]*)"
)
"""A name or title from right to left in a work's entry."""


def _turned(part: str) -> str:
    """Return the pattern of a part of an entry; from right to left, in each order it is read in.

    Readers of PDF files tell the letters of some words as they are read, of others from the left.
    """
    if not _FROM_THE_RIGHT.fullmatch(part):
        return _parted_anywhere(part)
    in_places = _FIGURES.sub(lambda run: run[1][::-1], part)[::-1]
    told = "".join(_FIGURES.split(part)[::-1])
    orders = (part, in_places, told, to_the_left(part), " ".join(part.split()[::-1]))
    return f"(?:{'|'.join(sorted(set(map(_parted_anywhere, orders))))})"


_FIGURES = re.compile(r"(\d(?:[\d:–-]*\d)?)")
"""Numbers that keep their places, whatever joins their figures: 24-7."""


def _parted_anywhere(text: str) -> str:
    """Return the pattern of a text that may break between any two letters.

    Signs that are drawn the other way round in text from right to left are read as either.
    """
    return r"\s*".join(map(_either, "".join(text.split())))


def _either(letter: str) -> str:
    pair = MIRRORED.get(letter)
    return f"[{re.escape(pair)}]" if pair else re.escape(letter)


def visual(item: Expected) -> str:
    """Return what is seen, in the order of its reading direction."""
    return "".join(
        fold(text)[::-1] if item.rtl and left_to_right else fold(text)
        for text, left_to_right in item.pieces
    )


def is_only_told(reading: Reading, match: re.Match[str]) -> bool:
    """Say whether Latin letters or digits of a match are words that the file says of its glyphs.

    Nobody knows what those glyphs show; see docs/decisions/0017-words-beside-glyphs.md.
    """
    return any(
        seen.letter and seen.letter.told and seen.text.isascii() and seen.text.isalnum()
        for seen in reading.places[match.start() : match.end()]
    )


def is_within(text: str, match: re.Match[str], names: Sequence[str]) -> bool:
    """Say whether a match is part of a longer text that holds the same letters."""
    before = "".join(text[max(match.start() - 60, 0) : match.start()].split())
    after = "".join(text[match.end() : match.end() + 60].split())
    for name in names:
        head, _, tail = fold(name).partition(match[0])
        head, tail = "".join(head.split())[-12:], "".join(tail.split())[:12]
        if before.endswith(head) and after.startswith(tail):
            return True
    return False
