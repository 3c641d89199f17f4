"""Where lines and pages end: what stands there alone, and what is parted that belongs together."""

from collections.abc import Iterator, Sequence

from pipeline.verify.account import Account, Placed
from pipeline.verify.page import INK_SCALE, Page
from pipeline.verify.text import fold


def lone_marks(found: Account) -> Iterator[Placed]:
    """Yield items of lists whose mark has a line for itself."""
    for one in found.placed:
        count = len("".join(fold(one.passage.mark).split()))
        first = one.parts[0]
        on_line = [part for part in one.parts if (part.page, part.row) == (first.page, first.row)]
        if count and len(on_line) < len(one.parts) and sum(part.count for part in on_line) <= count:
            yield one


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
    for one in found.placed:
        first = one.parts[0]
        if one.passage.kind == "caption" and first.y >= tops[first.page]:
            above = max(glyph.letter.top for glyph in first.glyphs)
            if _is_white(by_number[first.page], above):
                yield one


def _tops(found: Account) -> dict[int, float]:
    """Return how high the first line of each page stands."""
    tops: dict[int, float] = {}
    for placed in found.placed:
        for part in placed.parts:
            tops[part.page] = max(tops.get(part.page, 0.0), part.y)
    return tops


def _is_white(page: Page, above: float) -> bool:
    """Say whether a page is white from its head down to a height above its lower edge."""
    ink = page.ink
    rows = min(max(int(ink.height - (above + 1) * INK_SCALE), 0), ink.height)
    return min(ink.pixels[: rows * ink.stride], default=255) >= _WHITE


_WHITE = 250
