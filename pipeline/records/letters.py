"""Records whose texts have characters that print otherwise than they read, or not at all."""

from collections import deque
from collections.abc import Collection, Iterator
from typing import Any

from pipeline.records.characters import odd_characters
from pipeline.records.encoding import garbled
from pipeline.records.table import Table


def refuse_odd_letters(table: Table, leave_out: Collection[str] = ()) -> None:
    """Report invisible, odd and garbled characters in the texts of a table and of those in it.

    ``leave_out`` are fields of which nothing is printed.
    """
    for name, value in table.data.items():
        for place, text in texts_in(name, value) if name not in leave_out else ():
            for odd in odd_characters(text, indented=True):
                table.wrong(place, f"{odd.fault} (U+{ord(odd.letter):04X})", odd.fix)
            if words := garbled(text):
                fix = "type the letters again, or save the file as UTF-8"
                table.wrong(place, f"letters of a wrong encoding: {words}", fix)


def texts_in(place: str, value: Any) -> Iterator[tuple[str, str]]:
    """Yield each text of a value, and where it stands; deeper than records go there is none."""
    waiting: deque[tuple[str, Any, int]] = deque([(place, value, 0)])
    while waiting:
        where, one, depth = waiting.popleft()
        if isinstance(one, str):
            yield where, one
        elif isinstance(one, dict) and depth < _DEEPEST:
            waiting += [(f"{where}.{name}", inner, depth + 1) for name, inner in one.items()]
        elif isinstance(one, list) and depth < _DEEPEST:
            waiting += [(f"{where}[{step}]", inner, depth + 1) for step, inner in enumerate(one)]


_DEEPEST = 8
