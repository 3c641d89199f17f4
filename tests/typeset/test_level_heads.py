"""Heads of what stands beside each other begin level, and so does what stands below them."""

from typing import Any

from pipeline.typeset.boxes import names_of
from pipeline.typeset.typesetter import typesetter

STYLE = """<style>@page { size: 200px 300px; margin: 0 }
body, p, h2 { margin: 0; font: 8px/10px serif }
.pair { display: table; width: 100% } .action-part { display: table-cell; vertical-align: baseline }
.action-part > h2 { display: inline-block; width: 100% }</style>"""


def _tops(name: str, page: Any) -> list[float]:
    found: dict[int, float] = {}
    for box in page.descendants():
        if name in names_of(box):
            found.setdefault(id(box.element), round(float(box.position_y), 1))
    return list(found.values())


def test_a_shorter_head_is_moved_up_and_what_stands_below_stays_level() -> None:
    parts = "".join(
        f'<div class="action-part"><h2 class="head">{head}</h2><p class="first">text</p></div>'
        for head in ("one line", "two<br>lines")
    )
    html = f'{STYLE}<body><p>before</p><div class="pair">{parts}</div></body>'
    (page,) = (one._page_box for one in typesetter().HTML(string=html).render().pages)
    heads, firsts = _tops("head", page), _tops("first", page)
    assert heads == [10.0, 10.0]
    assert firsts[0] == firsts[1] >= 30
