"""How many pages a text takes, before it is set: so large is it, so whole are its sections."""

from math import ceil, floor, sqrt

from pipeline.compose.extent import area
from pipeline.compose.plan import SheetPlan
from pipeline.values.folding import LEAF, PAPERS, page_size
from pipeline.values.sheet import Layout

_MORE = 1.7
"""How many times the room of its letters a text takes, with heads, frames and all that is white:
measured on the project's article in eleven languages, to a twentieth."""

_PAPER = 0.715
"""Which part of a page lies within its margins."""

_FULL = 0.8
"""Which part of its pages a larger text fills at most: what stays whole leaves the rest white."""

_LEAST = 1.05
"""How many pages a text takes at least for each that it would fill: in the least air, with what
stays white before what stays whole."""

_STEP, _NEAR = 0.025, 0.001
"""By which steps it is larger: 12, 12.3, 12.6 points. What is reckoned to a twentieth is rounded
down: in a size between two steps an introduction lacked one line of room."""

_SHORT = 1.7
"""Up to how many pages a text may have room on one leaf, from its cover to its back, its list of
works, too: in the least air, in its own size, with smaller drawings."""


def filling(plan: SheetPlan, layout: Layout) -> tuple[float, int]:
    """Return how many times its size the running text is set, at least 1, and on how many pages.

    No larger text takes a leaf more: pages are those that it has in its own size. A short one is to
    stand on one leaf; where it has no room there it has much on the next.
    """
    text = _pages(plan, layout)
    if text < _SHORT:
        return plan.edition.largest_text, LEAF
    others = 2 + plan.edition.has_references  # the cover and the back
    pages = LEAF * ceil((text * _LEAST + others) / LEAF)
    scale = sqrt(_FULL * (pages - others) / text)
    step = floor((scale - 1) / _STEP + _NEAR) * _STEP
    return min(max(1 + step, 1.0), plan.edition.largest_text), pages


_FEW = 3.0
"""Up to how many pages of text sections follow each other in any case: where each had a page, half
of most would be white."""


def has_whole_sections(plan: SheetPlan, layout: Layout) -> bool:
    """Say whether sections of a sheet are to have pages of their own, as its text has many."""
    return plan.edition.whole_sections and _pages(plan, layout) > _FEW


def _pages(plan: SheetPlan, layout: Layout) -> float:
    """Return how many pages a text takes in its own size, about."""
    width, height = page_size(layout.folding, PAPERS[layout.paper])
    letters = area(plan.article.body, plan.locale.typography) * plan.edition.sizes[0] ** 2
    return letters * _MORE / (width * height * _PAPER)
