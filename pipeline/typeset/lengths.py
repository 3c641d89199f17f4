"""Lengths of a box are reckoned once for its style and the room that it stands in.

Each time that WeasyPrint lays out a box it makes numbers of its margins, its padding, its width and
its height, whatever percentages and sums they are written in. It lays out most boxes several times,
and boxes of one style in the same room have the same numbers.
"""

from collections.abc import Callable
from functools import wraps
from types import ModuleType
from typing import Any

from pipeline.typeset.patching import replace_everywhere

_BORDERS = (
    "border_top_width",
    "border_right_width",
    "border_bottom_width",
    "border_left_width",
)

LENGTHS = (
    "margin_left",
    "margin_right",
    "margin_top",
    "margin_bottom",
    "padding_left",
    "padding_right",
    "padding_top",
    "padding_bottom",
    "width",
    "min_width",
    "max_width",
    "height",
    "min_height",
    "max_height",
    *_BORDERS,
)
"""What WeasyPrint sets of a box as it resolves percentages."""

Resolve = Callable[[Any, Any], None]


def _remembered(resolve: Resolve, boxes: ModuleType) -> Resolve:
    """Return the same function, which remembers.

    The lengths are kept with the style itself: a copy of it that says something else has none, and
    they go when it goes.
    """

    @wraps(resolve)
    def resolve_percentages(box: Any, containing_block: Any) -> None:
        if isinstance(box, boxes.PageBox):
            resolve(box, containing_block)
            return
        if isinstance(containing_block, boxes.Box):
            room = containing_block.width, containing_block.height
        else:
            room = tuple(containing_block)
        style, own = box.style, vars(box)
        known = vars(style).setdefault("lengths", {})
        # Borders that collapse are those of the table, and have their widths before.
        drawn = tuple(map(own.get, _BORDERS)) if style["border_collapse"] == "collapse" else ()
        key = room, drawn
        if key in known:
            own.update(known[key])
        else:
            resolve(box, containing_block)
            known[key] = {name: own[name] for name in LENGTHS}

    return resolve_percentages


def resolve_once(layout: ModuleType, boxes: ModuleType) -> None:
    """Have WeasyPrint's layout resolve the percentages of boxes once."""
    own = layout.percent.resolve_percentages
    replace_everywhere(layout, own, _remembered(own, boxes))
