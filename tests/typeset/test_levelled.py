"""Lists beside each other in a frame begin on one line."""

from typing import Any

import pytest

from pipeline.typeset.boxes import foot_of, is_one, names_of
from pipeline.typeset.levelled import level_lists
from pipeline.typeset.typesetter import typesetter

STYLE = """<style>
@page { size: 200px 400px; margin: 0 }
body, h2, ul, p { margin: 0; padding: 0 } body { font: 8px/10px serif } h2 { font-size: 8px }
.action { position: relative; padding-bottom: 10px }
.pair { display: table; table-layout: fixed; width: 100% }
.pair .action-part { display: table-cell; vertical-align: top }
.origin { position: absolute; bottom: 0 }
</style>"""


def _page(left: tuple[int, int], right: tuple[int, int], gaps: tuple[int, int]) -> Any:
    """Return a page with a frame of two columns, of so many lines in heads and lists, and more."""
    columns = "".join(
        f'<div class="action-part"><h2>{_lines(head)}</h2><ul>{_lines(told)}</ul></div>'
        for head, told in (left, right)
    )
    added = '<p class="origin">added</p>'
    frame = f'<section class="action"><div class="pair">{columns}</div>{added}</section>'
    works, end = (
        f'<div class="{name}" style="margin-top: {gap}px">{name}</div>'
        for name, gap in zip(("works", "end"), gaps, strict=True)
    )
    html = f"{STYLE}<body><main>{frame}</main>{works}{end}</body>"
    return typesetter().HTML(string=html).render().pages[0]._page_box


def _lines(number: int) -> str:
    return "<br>".join(["text"] * number)


def _tops(page: Any, tag: str) -> list[float]:
    return [
        float(box.border_box_y())
        for box in page.descendants(placeholders=True)
        if box.element is not None
        and tag in (box.element.tag, *names_of(box))
        and is_one(box, "BlockBox")
    ]


@pytest.mark.parametrize(
    ("left", "right", "gaps", "lists", "foot", "works"),
    [
        ((1, 4), (2, 2), (30, 30), [20, 20], 70, 95),
        ((2, 2), (1, 4), (30, 30), [20, 20], 70, 95),
        ((1, 2), (2, 3), (30, 30), [20, 20], 60, 90),
        ((1, 4), (2, 2), (30, 5), [20, 20], 70, 90),
        ((1, 4), (2, 2), (13, 30), [10, 20], 60, 73),
        ((1, 4), (1, 2), (30, 30), [10, 10], 60, 90),
    ],
    ids=["left", "right", "as high as it was", "works stay", "no room", "level"],
)
def test_the_list_below_the_shorter_head_is_lowered_where_there_is_room(
    left: tuple[int, int],
    right: tuple[int, int],
    gaps: tuple[int, int],
    lists: list[float],
    foot: float,
    works: float,
) -> None:
    page = _page(left, right, gaps)
    level_lists(page)
    assert _tops(page, "ul") == lists
    assert _tops(page, "h2") == [0, 0]
    (frame,) = (box for box in page.descendants() if names_of(box) == ["action"])
    assert foot_of(frame) == foot
    assert _tops(page, "origin") == [foot - 10]
    assert _tops(page, "works") == [works]


def test_columns_one_below_the_other_stay_as_they_are() -> None:
    style = "<style>.pair, .pair .action-part { display: block }</style>"
    column = '<div class="action-part"><ul>told</ul></div>'
    frame = f'<section class="action"><div class="pair">{column}</div></section>'
    html = f"{STYLE}{style}{frame}<p>more</p>"
    page = typesetter().HTML(string=html).render().pages[0]._page_box
    level_lists(page)
    assert _tops(page, "ul") == [0]
