"""What is asked of the boxes of a page that is laid out."""

from collections.abc import Iterator
from functools import cache
from typing import Any

AT_FOOT = "at-foot"
"""The class of the end of a sheet that stands at the foot of its page, with all that follows it."""

ROW = "row"
"""The class of what two languages say beside each other."""


def is_one(box: Any, *kinds: str) -> bool:
    """Say whether a box is of one of some kinds, which are named as CSS names them."""
    kind: Any = type(box)
    return not _kinds_of(kind).isdisjoint(kinds)


@cache
def _kinds_of(kind: Any) -> frozenset[str]:
    return frozenset(one.__name__ for one in kind.__mro__)


def names_of(box: Any) -> list[str]:
    """Return the classes of a box's element, none for a box without one."""
    return [] if box.element is None else classes_of(box.element)


def classes_of(element: Any) -> list[str]:
    """Return the classes of an element of the page's HTML."""
    return str(element.get("class", "")).split()


def shown_on(page: Any) -> list[Any]:
    """Return the boxes that stand below each other in the body of a page."""
    return [box for body in page.children[0].children for box in body.children]


def texts_on(page: Any) -> list[Any]:
    """Return the boxes of the author's text on a page."""
    return [box for box in shown_on(page) if box.element_tag == "main"]


def in_margins(page: Any) -> Iterator[Any]:
    """Yield the boxes that stand in the margins of a page."""
    for child in getattr(page, "children", ()):
        if is_one(child, "MarginBox"):
            yield from child.descendants()


def foot_of(box: Any) -> float:
    """Return how low on its page the edge below a box is, in CSS pixels."""
    return float(box.border_box_y() + box.border_height())


def inner_foot(box: Any) -> float:
    """Return how low on its page the lower edge of what a box holds is, in CSS pixels."""
    return float(box.content_box_y()) + float(box.height)


def elements_of(page: Any) -> list[Any]:
    """Return the elements of which something stands on a page, each once, in reading order."""
    found = {id(box.element): box.element for box in page.descendants()}
    return [element for element in found.values() if element is not None]
