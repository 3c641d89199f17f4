"""How high a title and what stands below it are on page one, in another size.

It reckons with the boxes of a page that is laid out: nothing is set once more.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.typeset.boxes import is_one, names_of, shown_on

_STEP, _LESS = 1.2, 0.9
"""How much larger a step of the scale is than the one before it; and how large a subtitle is below
a title that is a step smaller."""

SMALLER = f"--title: var(--step-2); --subtitle: {_STEP * _LESS:g}em; --own-lower: 0em;"
"""The CSS of a title that is a step smaller, where page one has room for more text by it. What its
language is called stands no lower than it."""

LARGER = "--title: var(--step-4);"
"""That of one that is a step larger, where page one has room that nothing else takes."""

_TITLED = "masthead"
"""The class of what has the title."""

_SAFE = 0.96
"""Which part of its block a line is reckoned to fill at most: words are of several widths."""


def smaller_by(opening: Any) -> float:
    """Return how many CSS pixels less high page one's title is where it is set smaller."""
    return max(-_changed(opening, 1 / _STEP, _LESS), 0.0)


def higher_by(opening: Any) -> float:
    """Return how many CSS pixels higher a title of one line is where it is set larger, else 0.

    It then stands in two mostly, and fills its field.
    """
    titles = (block for block in _titles(opening) if block.element.tag == "h1")
    is_low = all(len(block.children) == 1 for block in titles)
    return max(_changed(opening, _STEP, 1.0), 0.0) if is_low else 0.0


def _changed(opening: Any, title: float, below: float) -> float:
    """Return how much higher it is if both are so many times as large."""
    changed = 0.0
    for block in _titles(opening):
        by = title if block.element.tag == "h1" else below
        lines = [box for box in block.children if is_one(box, "LineBox")]
        room = _SAFE * float(block.width) / by
        high = sum(float(line.height) for line in lines)
        each = high / len(lines)
        changed += by * each * max(_count(lines, room), 1) - high
    return changed


def _titles(opening: Any) -> Iterator[Any]:
    """Yield the blocks that have the lines of title and subtitle."""
    heads = (box for box in shown_on(opening) if _TITLED in names_of(box))
    for box in (inner for head in heads for inner in head.descendants()):
        if box.element is None or not is_one(box, "BlockBox"):
            continue
        is_title = box.element.tag == "h1" or "subtitle" in names_of(box)
        if is_title and box.children and is_one(box.children[0], "LineBox"):
            yield box


def _count(lines: Sequence[Any], room: float) -> int:
    """Return in how many lines of some room words stand that stand in others."""
    count, used = 1, 0.0
    for line in lines:
        said = "".join(str(one.text) for one in line.descendants() if hasattr(one, "text"))
        letter = float(line.width) / max(len(said), 1)
        for word in said.split():
            wide = len(word) * letter
            if used and used + wide > room:
                count, used = count + 1, 0.0
            # What is longer than a line breaks wherever it is full, as Chinese does.
            count += int((used + wide) // room)
            used = (used + wide) % room + letter
    return count
