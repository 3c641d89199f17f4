"""How high a title is in another size, and where page one has room by it."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from pipeline.typeset.paging import paged
from pipeline.typeset.titles import higher_by, smaller_by
from pipeline.typeset.typesetter import typesetter
from pipeline.verify.page import read_pages
from tests.sheets import printed

STYLE = """<style>
@page { size: 200px 300px; margin: 0 }
:root { --step-1: 12px; --step-2: 14.4px; --step-3: 17.28px; --step-4: 20.736px;
  --title: var(--step-3); --subtitle: var(--step-1) }
html { --air: 1; --line-height: 2; --tightest: 1; --open: 0px; font: 10px/20px serif }
body, p, h1, h2 { margin: 0 } h2 { font-size: 10px; break-after: avoid }
.masthead { font-size: 17.28px; width: 19.3ch }
h1 { font-size: var(--title); line-height: 1.2; font-weight: normal }
.subtitle { font-size: var(--subtitle); line-height: 1.3 }
p { orphans: 3; widows: 3 }
</style>"""


def _pages(title: str, body: str = "", more: str = "") -> list[Any]:
    head = f'<header class="masthead"><h1>{title}</h1><p class="subtitle">below</p></header>'
    html = f"{STYLE}<style>{more}</style><body>{head}<main>{body}</main></body>"
    return [page._page_box for page in typesetter().HTML(string=html).render().pages]


LONG = " ".join(["0123456789"] * 4)
"""Four lines, and two of a step less: in the usual size there are 19 figures in a line."""


@pytest.mark.parametrize(
    ("title", "lines", "fewer"), [(LONG, 2, 2), ("short", 1, 0)], ids=["two lines less", "as many"]
)
def test_a_smaller_title_saves_lines_and_their_height(title: str, lines: int, fewer: int) -> None:
    usual, below = 1.2 * 17.28, 12 * 1.3
    saved = (lines + fewer) * usual - lines * usual / 1.2 + 0.1 * below
    assert smaller_by(_pages(title)[0]) == pytest.approx(saved)


@pytest.mark.parametrize(("title", "lines"), [("01234567 89012345", 2), ("short", 1), (LONG, None)])
def test_a_title_of_one_line_may_be_larger_and_stand_in_two(title: str, lines: int | None) -> None:
    usual = 1.2 * 17.28
    more = lines * 1.2 * usual - usual if lines else 0
    assert higher_by(_pages(title)[0]) == pytest.approx(more)


def _text(lines: int) -> str:
    return f"<p>{'<br>'.join(['text'] * lines)}</p>"


@pytest.mark.parametrize(
    ("lines", "size"), [(8, "step-2"), (6, None), (9, None)], ids=["by it", "anyhow", "not by it"]
)
def test_a_title_is_smaller_where_all_text_before_the_sections_then_has_room(
    lines: int, size: str | None
) -> None:
    body = f"{_text(4)}{_text(lines)}<h2>head</h2>{_text(13)}<h2>head</h2>{_text(9)}"
    ends = paged(_pages(LONG, body), 1.0, 1.0, (0.0,), opens=True)
    css = "".join(one.css for one in ends[:1])
    assert ("--title: var(--step-2)" in css) == bool(size)
    if size:
        made = _pages(LONG, body, css)
        assert len(made) == ends[0].pages
        first = next(box.text for box in made[1].descendants() if hasattr(box, "text"))
        assert first == "head"


def test_a_title_is_smaller_rather_than_parts_of_page_one_closer() -> None:
    body = f"{_text(10)}<h2>head</h2>{_text(9)}<h2>head</h2>{_text(4)}{_text(2)}"
    first, _ = paged(_pages(LONG, body), 1.0, 1.0, (0.0,), opens=True)
    (apart,) = re.findall(r"--open: (\S+)px; --title: var\(--step-2\)", first.css)
    assert float(apart) > 0


@pytest.mark.exhaustive
def test_lines_of_a_close_sheet_take_what_its_smaller_title_gives(tmp_path: Path) -> None:
    sheet = printed("es", "US", tmp_path, edition="handout", clinic="riverside")
    first, *others = read_pages(sheet.pdf)
    assert len(others) == 4
    apart = [
        [round(above - below, 1) for above, below in pairwise(sorted(own, reverse=True))]
        for own in ({letter.y for letter in page.letters} for page in (first, others[0]))
    ]
    closest = [Counter(own).most_common(1)[0][0] for own in apart]
    assert closest[0] >= 12 * 1.3 * 0.94
    assert closest == pytest.approx([closest[0]] * 2, abs=0.2)
