"""Lines that are wider than their box, leave their page, or are higher than their margin."""

from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.typeset.typesetter import box_classes

SLACK = 0.75
"""CSS pixels by which a line may stand over its box before it counts: rounding, not text."""


def out_of_box(page: Any) -> Iterator[tuple[str, str]]:
    """Yield each line that is wider than its block, or lies outside its page, and its widest word.

    A table grows with its longest words, so that its lines fit into cells that leave the page.
    """
    boxes = box_classes()

    edges = page.content_box_x() - SLACK, page.content_box_x() + page.width + SLACK
    for box in page.descendants():
        if isinstance(box, boxes.MarginBox):
            yield from _over_the_margin(box)
        if not isinstance(box, boxes.BlockContainerBox):
            continue
        left, right = box.content_box_x() - SLACK, box.content_box_x() + box.width + SLACK
        # The number of a section hangs in the padding at the beginning of its heading.
        if box.style["direction"] == "rtl":
            right += box.padding_right
        else:
            left -= box.padding_left
        if not is_in_margin(page, box):
            out = _reach(box)
            left, right = max(left, edges[0] - out[0]), min(right, edges[1] + out[1])
        for line in box.children:
            if isinstance(line, boxes.LineBox):
                texts = [part for part in line.descendants() if isinstance(part, boxes.TextBox)]
                if any(
                    part.position_x < left or part.position_x + part.width > right
                    for part in texts
                    if part.text.strip()
                ):
                    yield line_and_word(texts)


def _reach(box: Any) -> tuple[float, float]:
    """Return how far a heading reaches into the margin at either side, or its number there."""
    if box.element is None or not (
        box.element.tag in _HEADS or box.element.get("class") == "section-number"
    ):
        return 0.0, 0.0
    return max(-float(box.margin_left), 0.0), max(-float(box.margin_right), 0.0)


_HEADS = {"h2", "h3"}

LONG = 12
"""From how many letters on a word may be what has no room."""


def is_in_margin(page: Any, box: Any) -> bool:
    """Say whether a box stands above or below the text of its page, as a foot does."""
    top = page.content_box_y()
    return bool(box.position_y < top or box.position_y > top + page.height)


def line_and_word(texts: Sequence[Any]) -> tuple[str, str]:
    """Return the words of a line and the longest of them, as far as a message has room."""
    words = "".join(part.text for part in texts).replace("\u00ad", "").split()
    return " ".join(words)[:80], max(words, key=len, default="")[:80]


def _over_the_margin(box: Any) -> Iterator[tuple[str, str]]:
    """Yield the first line of a foot or head that is higher than the margin it stands in."""
    boxes = box_classes()

    top, bottom = box.position_y - SLACK, box.position_y + box.margin_height() + SLACK
    lines = [part for part in box.descendants() if isinstance(part, boxes.LineBox)]
    for line in lines[:1] + lines[-1:]:
        if line.position_y < top or line.position_y + line.height > bottom:
            texts = [part for part in line.descendants() if isinstance(part, boxes.TextBox)]
            yield line_and_word(texts)
