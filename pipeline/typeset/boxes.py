"""What is asked of the boxes of a page that is laid out."""

from typing import Any


def is_one(box: Any, *kinds: str) -> bool:
    """Say whether a box is of one of some kinds, which are named as CSS names them."""
    return any(kind.__name__ in kinds for kind in type(box).__mro__)


def names_of(box: Any) -> list[str]:
    """Return the classes of a box's element, none for a box without one."""
    return [] if box.element is None else classes_of(box.element)


def classes_of(element: Any) -> list[str]:
    """Return the classes of an element of the page's HTML."""
    return str(element.get("class", "")).split()
