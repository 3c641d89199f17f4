"""Where the end of a sheet stands on its last page."""

from typing import Any

import pytest

from pipeline.typeset.spread import height_used
from pipeline.typeset.typesetter import typesetter

STYLE = """<style>
@page { size: 200px 300px; margin: 0 }
body, p { margin: 0 } body { font: 8px/10px serif }
.new { break-before: page }
</style>"""


def _last(*parts: str) -> Any:
    html = f"{STYLE}<body><main><p>first</p></main>{''.join(parts)}</body>"
    return typesetter().HTML(string=html).render().pages[-1]._page_box


def _tops(page: Any) -> dict[str, float]:
    return {
        str(box.element.get("class")): float(box.position_y)
        for body in page.children[0].children
        for box in body.children
    }


def _part(name: str, lines: int) -> str:
    return f'<div class="{name}">{"<br>".join(["text"] * lines)}</div>'


NEW, END = _part("new", 20), _part("at-foot", 4)


def test_card_and_last_lines_end_with_their_page_and_works_stand_between() -> None:
    page = _last(NEW, _part("references", 2), END)
    assert _tops(page) == {"new": 0, "references": 200 + 0.4 * 40, "at-foot": 260}
    assert height_used(page) == 260  # what is reckoned with is where it stood


def test_what_follows_them_is_moved_along() -> None:
    assert _tops(_last(NEW, END, _part("colophon", 2)))["colophon"] == 280


@pytest.mark.parametrize(
    "parts", [(_part("new", 9), END), (NEW,), (_part("at-foot new", 26),), (END,)]
)
def test_nothing_is_moved_on_emptier_pages_nor_at_the_head_of_one_nor_on_page_one(
    parts: tuple[str, ...],
) -> None:
    page = _last(*parts)
    assert not hasattr(page, "lowered")
