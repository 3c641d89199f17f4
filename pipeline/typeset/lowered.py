"""The end of a sheet at the foot of its last page: what the page leaves free stands above it.

Card and last lines are what a reader cuts out and staff look for. They are moved once the page is
laid out: no line falls elsewhere, and the sheet is not set once more.
"""

from typing import Any

from pipeline.typeset.running_heads import Margins
from pipeline.typeset.spread import height_used, names_of

_END = "at-foot"
"""The class of what stands at the foot, with all that follows it."""

_LISTED = "references"
"""The class of what stands before it, and takes a part of the room."""

_SHARE = 0.4
"""Which part of it."""

_MOST = 0.2
"""Which part of a page is free at most: one that leaves more ends where it does."""


def with_end_at_foot(make_margins: Margins) -> Margins:
    """Return WeasyPrint's function that makes the boxes in a page's margin; it lowers the end."""

    def make(context: Any, page: Any, state: Any) -> Any:
        if context.current_page > 1:
            lower_end(page)
        return make_margins(context, page, state)

    return make


def lower_end(page: Any) -> None:
    """Move the end of a sheet to the foot of its page, if it stands there below something else."""
    shown = [box for body in page.children[0].children for box in body.children]
    places = [place for place, box in enumerate(shown) if _END in names_of(box)]
    if not places or not places[0]:
        return
    first = places[0]
    free = float(page.height) - height_used(page)
    if not 0 < free < _MOST * float(page.height):
        return
    for box in shown[first:]:
        box.translate(dy=free)
    if first > 1 and _LISTED in names_of(shown[first - 1]):
        shown[first - 1].translate(dy=_SHARE * free)
    page.lowered = free
