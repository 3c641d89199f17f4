"""A long table is parted below a head that would stand alone on its page otherwise.

A table of more rows than a page has room for below its head is put on the next page by WeasyPrint,
where it is parted after all: the head was left with an empty page. A crisis note stays whole.
"""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from pipeline.typeset.apart import HEADS

_PLACE, _CHILD, _ABOVE, _IS_EMPTY = range(2, 6)
"""Which arguments say where a child stands in its box, which it is, what stands above it on the
page, and whether nothing stands above all of that."""


def parted_below_heads(lay_out: Callable[..., Any]) -> Callable[..., Any]:
    """Return WeasyPrint's layout of one child of a block, which parts a table where it must."""

    @wraps(lay_out)
    def in_flow_layout(*given: Any) -> Any:
        laid_out = lay_out(*given)
        if laid_out[2] != {given[_PLACE]: None} or not given[_IS_EMPTY]:
            return laid_out
        if not _is_table(given[_CHILD]) or not _are_heads(given[_ABOVE]):
            return laid_out
        style = given[_CHILD].get_wrapped_table().style
        kept, style["break_inside"] = style["break_inside"], "auto"
        try:
            return lay_out(*given)
        finally:
            style["break_inside"] = kept

    return in_flow_layout


def _are_heads(above: Sequence[Any]) -> bool:
    """Say whether nothing but heads stands above a child on its page."""
    return all(box.element is not None and box.element.tag in HEADS for box in above)


def _is_table(child: Any) -> bool:
    """Say whether a child is a table, and not a note or a row that is set as one."""
    return bool(child.is_table_wrapper) and child.element.tag == "table"
