"""Running heads: what a page says in its margin above a text that goes on with a section.

Each part of a sheet with a head of its own has, just before it, what may be said again of that
head: nothing, or lines of which the longest is taken that is one. WeasyPrint 70 keeps a running
element on a page even where it takes back the end of that page, so that which head a page goes on
with is told here by the part with which it begins.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from pipeline.typeset.boxes import ROW, classes_of, foot_of, is_one, names_of, shown_on
from pipeline.typeset.spread import height_used, lowered_by

NAME = "running-head"
"""The name of the element in the stylesheet, and its class."""

_KEPT = "running_heads"
"""Where what may be said of heads is kept while pages are laid out, by its elements."""

_PLACE = "@top-center"
"""Where the stylesheet puts it."""

_NOTES = {"footnotes", "row-footnotes"}
"""The classes of what is no part of the section that it stands below: a page that begins with it
says what stands before it alone, if anything does."""

_LISTED = "references"
"""The class of the works, which go on as a section does."""

_POINTS = "summary"
"""The class of the main points, behind which the text begins: its page says the title."""

_ARROW = "arrow"
"""The class of the sign behind which a head is said that goes on."""

_AIR = 13.0
"""CSS pixels by which a text stands lower below a running head: a line of small type."""

_GIVEN = 0.12
"""Which part of the room between parts a page gives for that at most, where it is full."""

Margins = Callable[..., Iterator[Any]]
"""WeasyPrint's function that makes the boxes in a page's margin."""


def kept_apart(add: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    """Return WeasyPrint's function that notes a running element, and keeps heads by themselves.

    WeasyPrint 70 lays a page out once more where an element comes up that it did not know there.
    """

    def noted(context: Any, box: Any) -> None:
        if box.style["position"][1] == NAME:
            context.__dict__.setdefault(_KEPT, {})[id(box.element)] = box
        else:
            add(context, box)

    return noted


def with_running_heads(make_margins: Margins) -> Margins:
    """Return WeasyPrint's function that makes the boxes in a page's margin, with running heads."""

    def make(context: Any, page: Any, state: Any) -> Iterator[Any]:
        for said in _said_on(page, context.__dict__.get(_KEPT, {})):
            context.running_elements[NAME] = {context.current_page: [said]}
            made = list(make_margins(context, page, state))
            del context.running_elements[NAME]
            if _is_one_line(made):
                _lower_text(page)
                return iter(made)
        return make_margins(context, page, state)

    return make


def _lower_text(page: Any) -> None:
    """Give a running head air below, once the page is laid out: no line falls elsewhere.

    It is what the page leaves free. What lacks then comes from between its parts, so that the last
    stays where it is; and all of it where the end of the page was moved before.
    """
    free = 0.0 if lowered_by(page) else float(page.height) - height_used(page)
    by = max(min(_AIR, free), 0.0)
    if by:
        page.children[0].translate(dy=by)
        page.lowered = by
    text = next(box for box in shown_on(page) if box.is_in_normal_flow())
    parts = [box for box in text.children if box.is_in_normal_flow()]
    gaps = [float(after.border_box_y()) - foot_of(box) for box, after in pairwise(parts)]
    room = sum(gap for gap in gaps if gap > 0)
    lower = min(_AIR - by, _GIVEN * room)
    given = lower / room if room else 0.0
    for part, gap in zip(parts, gaps, strict=False):
        part.translate(dy=lower)
        lower -= given * max(gap, 0.0)


def _said_on(page: Any, heads: dict[int, Any]) -> Iterator[Any]:
    """Yield what a page may say of the head that it goes on with, the longest first."""
    first, kin = _first(page)
    if not heads or first is None or first.element not in kin:
        return
    element = first.element
    # What begins the text has behind it what its page says.
    place = kin.index(element)
    before = kin[:place] or kin[1:2]
    is_notes = not _NOTES.isdisjoint(classes_of(element))
    # What has a head of its own shows that; notes have none, and are of the whole article.
    if not before or is_notes != bool(place and id(before[-1]) in heads):
        return
    begins = not _goes_on(first) and (not place or _POINTS in classes_of(before[-1]))
    if begins and ROW in classes_of(element):
        return
    for found in (heads[id(one)] for one in reversed(before) if id(one) in heads):
        for said in found.children:
            if said.element is not None and said.element is not found.element:
                yield found.copy_with_children([_without_arrow(said) if begins else said])
        return


def _without_arrow(box: Any) -> Any:
    """Return what is said of a head without the sign that it goes on: here its text begins."""
    if not getattr(box, "children", ()):
        return box
    kept = [one for one in box.children if _ARROW not in names_of(one)]
    return box.copy_with_children([_without_arrow(one) for one in kept])


def _first(page: Any) -> tuple[Any, Sequence[Any]]:
    """Return the box with which the text of a page, or its works, begin, and all their elements."""
    text = next((box for box in shown_on(page) if box.is_in_normal_flow()), None)
    if text is None or text.element is None:
        return None, ()
    if text.element.tag != "main" and _LISTED not in names_of(text):
        return None, ()
    first = next((box for box in text.children if box.element is not None), None)
    return first, [*text.element]


def _goes_on(box: Any) -> bool:
    """Say whether a box began on the page before."""
    return "top" in box.remove_decoration_sides


def _is_one_line(margins: Sequence[Any]) -> bool:
    """Say whether a running head is on one line, each of two that stand beside each other."""
    lines: list[Any] = [
        box.element
        for margin in margins
        if margin.at_keyword == _PLACE
        for box in margin.descendants()
        if is_one(box, "BlockContainerBox") and "again" in names_of(box)
        for line in box.children
        if is_one(line, "LineBox")
    ]
    return len(lines) == len(set(map(id, lines)))
