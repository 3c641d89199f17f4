"""What panels leave free is given away: none is half white, and those that share a text end alike.

It works on the boxes of pages that are laid out, and answers in CSS for the next time.
"""

from collections.abc import Iterator, Sequence
from typing import Any

_MUCH = 0.22
"""From which part of a page on free height is filled with lines to write on."""

_SAFE = 4.0
"""CSS pixels that stay free at the foot of a page that is filled up."""

_GAP = 14.0
"""CSS pixels between what a page says and the lines to write on below it."""


def spread(
    name: str, count: int, pages: Sequence[Any], share: float, *, runs_on: bool = False
) -> str:
    """Return the CSS that gives away a share of what the pages of a name leave free.

    ``--rest`` tells the stylesheet how much the last page has left. Where a page has much, the
    element ``fill-`` with its number, or ``fill-last``, is shown as high as that; for each panel
    without a page, an element ``empty-`` with its number from the end. Pages whose text runs on are
    all made shorter instead, as far as the text still fits.
    """
    rests = [max(float(page.height) - height_used(page) - _SAFE, 0.0) for page in pages]
    css = "".join(
        f".panel-{name} .empty-{number} {{ display: block; }}\n"
        for number in range(1, count - len(pages) + 1)
    )
    if not share or not rests:
        return css
    css += f".panel-{name} {{ --rest: {rests[-1] * share:.1f}px; }}\n"
    much = [rest > _MUCH * float(page.height) for rest, page in zip(rests, pages, strict=True)]
    if runs_on and not much[-1] and len(pages) == count > 1:
        height = _least_height(list(_pieces(pages)), count)
        spare = min(float(page.height) for page in pages) - height - _SAFE
        return css + f"@page {name} {{ padding-bottom: {max(spare, 0) * share:.1f}px; }}\n"
    for number, (rest, is_much) in enumerate(zip(rests, much, strict=True), 1):
        is_last = number == len(rests)
        if is_much and (is_last or not runs_on):
            where = "last" if is_last else str(number)
            high = (rest - _GAP) * share
            css += f".panel-{name} .fill-{where} {{ display: block; height: {high:.1f}px; }}\n"
    return css


def height_used(page: Any) -> float:
    """Return how much of a page's height its content takes, in CSS pixels."""
    bottom = 0.0
    for child in page.children:
        if _is_one(child, "MarginBox"):
            continue
        for box in child.descendants():
            if _is_one(box, "LineBox", "ReplacedBox"):
                bottom = max(bottom, box.position_y + box.margin_height())
            elif _is_one(box, "BlockBox") and box.border_bottom_width + box.padding_bottom:
                bottom = max(bottom, box.border_box_y() + box.border_height())
    return float(max(bottom - page.content_box_y(), 0.0))


def _is_one(box: Any, *kinds: str) -> bool:
    """Say whether a box is of one of some kinds, which are named as CSS names them."""
    return any(kind.__name__ in kinds for kind in type(box).__mro__)


def _pieces(pages: Sequence[Any]) -> Iterator[float]:
    """Yield the heights of what does not part: blocks, a heading with what follows it."""
    height, last, stays = 0.0, None, False
    for page in pages:
        blocks = _blocks(page)
        end = page.content_box_y() + height_used(page)
        edges = [*(block.position_y for block in blocks[1:]), end]
        for block, edge in zip(blocks, edges, strict=True):
            goes_on = block.element is last or stays or block.style["break_before"] == "avoid"
            if height and not goes_on:
                yield height
                height = 0.0
            height += float(edge - block.position_y)
            last, stays = block.element, block.style["break_after"] == "avoid"
    if height:
        yield height


def _blocks(page: Any) -> list[Any]:
    """Return the blocks of running text on a page: the children of its only long element."""
    box = page
    while True:
        children = [
            one
            for one in box.children
            if getattr(one, "element_tag", "") and one.is_in_normal_flow()
        ]
        if len(children) != 1 or box.element_tag == "main":
            return children
        box = children[0]


def _least_height(pieces: Sequence[float], count: int) -> float:
    """Return the least height of so many pages on which pieces find room, one after the other."""
    low, high = max(pieces, default=0.0), sum(pieces)
    while high - low > 1:
        middle = (low + high) / 2
        if _pages_for(pieces, middle) <= count:
            high = middle
        else:
            low = middle
    return high


def _pages_for(pieces: Sequence[float], height: float) -> int:
    pages, used = 1, 0.0
    for piece in pieces:
        if used and used + piece > height:
            pages, used = pages + 1, 0.0
        used += piece
    return pages
