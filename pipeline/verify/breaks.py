"""Where lines and pages end: what stands there alone, and what is parted that belongs together."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from pipeline.values.sheet import Passage
from pipeline.verify.account import Account, Part, Placed
from pipeline.verify.page import Page
from pipeline.verify.pixels import INK_SCALE
from pipeline.verify.text import SAME_LINE, fold


def lone_marks(found: Account) -> Iterator[Placed]:
    """Yield items of lists whose mark has a line for itself."""
    for one in found.placed:
        count = len("".join(fold(one.passage.mark).split()))
        first = one.parts[0]
        on_line = [part for part in one.parts if _are_level(first, part)]
        if count and len(on_line) < len(one.parts) and sum(part.count for part in on_line) <= count:
            yield one


def _are_level(one: Part, other: Part) -> bool:
    """Say whether two pieces stand on one line, whatever of another column stands between them."""
    size = min(glyph.letter.size for part in (one, other) for glyph in part.glyphs)
    is_near = abs(one.y - other.y) <= SAME_LINE * size
    return one.page == other.page and (one.row == other.row or is_near)


def last_heads(found: Account) -> Iterator[Placed]:
    """Yield headings below which nothing stands on their page, or in their column of it."""
    others = [
        (part, placed.passage)
        for placed in (*found.placed, *found.repeated)
        if not placed.passage.every_page
        for part in placed.parts
    ]
    for one in found.placed:
        if one.passage.kind != "heading" or one.passage.optional:
            continue
        last, column = one.parts[-1], one.passage.column
        if not any(
            part.page == last.page
            and part.y < last.y
            and passage is not one.passage
            and (not column or passage.column in (0, column))
            for part, passage in others
        ):
            yield one


def parted(found: Account) -> Iterator[list[Placed]]:
    """Yield items of lists and rows of tables that go over to the next page, though they need not.

    One that begins at the head of a page may be longer than the page is.
    """
    tops = _tops(found)
    wholes: dict[str, list[Placed]] = {}
    for one in found.placed:
        if one.passage.whole:
            wholes.setdefault(one.passage.whole, []).append(one)
    for whole in wholes.values():
        parts = [part for one in whole for part in one.parts]
        first = min(part.page for part in parts)
        start = max(part.y for part in parts if part.page == first)
        if {part.page for part in parts} != {first} and start < tops[first]:
            yield whole


def lone_captions(found: Account, pages: Sequence[Page]) -> Iterator[Placed]:
    """Yield captions at the head of a page, above which there is no picture."""
    tops = _tops(found)
    by_number = {page.number: page for page in pages}
    heads = {one.parts[0].page: min(part.y for part in one.parts) for one in _running_heads(found)}
    for one in found.placed:
        first = one.parts[0]
        if one.passage.kind == "caption" and first.y >= tops[first.page]:
            above = max(glyph.letter.top for glyph in first.glyphs)
            if _is_white(by_number[first.page], above, heads.get(first.page, 0.0)):
                yield one


def astray_heads(found: Account, passages: Sequence[Passage]) -> Iterator[Placed]:
    """Yield running heads above what does not go on with their section.

    A page of nothing but a picture goes on with what ends on a page before.
    """
    order = {id(passage): place for place, passage in enumerate(passages)}
    begun: dict[tuple[int, int], int] = {}
    ended: dict[int, int] = {}
    for one in found.placed:
        if not one.passage.every_page:
            place = order[id(one.passage)]
            for key in ((part.page, one.passage.column) for part in one.parts):
                begun[key] = min(begun.get(key, place), place)
                ended[key[0]] = max(ended.get(key[0], place), place)
    for one in _running_heads(found):
        column, page = one.passage.column, one.parts[0].page
        before = max((place for other, place in ended.items() if other < page), default=-1)
        pictured = before if page not in ended else -1
        goes_on = begun.get((page, column), begun.get((page, 0), pictured))
        section = next(
            (
                place
                for place in range(goes_on, -1, -1)
                if passages[place].running_head and passages[place].column == column
            ),
            -1,
        )
        # What may be said again of one head stands side by side; the title, before notes, too.
        said = takewhile(lambda told: told.running_head, reversed(passages[: section + 1]))
        if all(told is not one.passage and told.shown != one.passage.shown for told in said):
            yield one


def _running_heads(found: Account) -> Iterator[Placed]:
    return (one for one in found.repeated if one.passage.running_head)


def _tops(found: Account) -> dict[int, float]:
    """Return how high the first line of each page stands."""
    tops: dict[int, float] = {}
    for placed in found.placed:
        for part in placed.parts:
            tops[part.page] = max(tops.get(part.page, 0.0), part.y)
    return tops


def _is_white(page: Page, above: float, below: float) -> bool:
    """Say whether a page is white from its head down to a height above its lower edge.

    Its head ends ``below`` the baseline of its running head, if it has one.
    """
    ink = page.ink
    rows = min(max(int(ink.height - (above + 1) * INK_SCALE), 0), ink.height)
    first = min(int(ink.height - (below - _DEEP) * INK_SCALE), rows) if below else 0
    return min(ink.pixels[first * ink.stride : rows * ink.stride], default=255) >= _WHITE


_DEEP = 6.0
"""Points below its baseline to which a running head reaches."""


_WHITE = 250
