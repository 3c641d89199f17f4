"""Blocks of an article as HTML."""

import re
from pathlib import Path

import pytest

from pipeline.typeset.boxes import names_of
from pipeline.typeset.typesetter import typesetter
from tests.rows import each_row
from tests.sheets import ROOT, composed


def test_what_the_publisher_adds_without_a_head_has_a_drawing(tmp_path: Path) -> None:
    made = composed("en", "US", tmp_path)
    for page in (made.composition.html, made.composition.web):
        begins = re.findall(r'<section class="part (\w+)">\s*<(\w+)', page)
        assert begins[:2] == [("summary", "h2"), ("addition", "span")]
        assert "span" not in dict(begins[2:]).values()


@each_row("edition", ["large-print", "booklet"])
def test_what_the_publisher_adds_has_its_drawing_where_a_callout_has_its_bulb(
    edition: str, tmp_path: Path
) -> None:
    html = composed("en", "US", tmp_path, edition=edition).composition.html
    parts = [
        re.search(rf'<{begin}">.*?{end}', html, re.DOTALL)
        for begin, end in (
            ('div class="callout', "</div></div>"),
            ('section class="part addition', "</section>"),
        )
    ]
    kept = "".join(part[0] for part in parts if part)
    head = html[: html.index(">", html.index("<body")) + 1]
    (page,) = typesetter().HTML(string=f"{head}<main>{kept}</main>").render().pages
    boxes = {name: box for box in page._page_box.descendants() for name in names_of(box)}
    bulb, leaf = boxes["icon"], boxes["drawing"]
    assert leaf.width == bulb.width > 0
    assert leaf.position_x + leaf.margin_left == pytest.approx(
        bulb.position_x + bulb.margin_left, abs=0.5
    )


@pytest.mark.parametrize(("edition", "by_head"), [("handout", True), ("large-print", False)])
def test_who_added_the_main_points_is_said_beside_their_head(
    edition: str, by_head: bool, tmp_path: Path
) -> None:
    made = composed("en", "US", tmp_path, edition=edition)
    points = made.composition.html.partition('<section class="part summary">')[2]
    assert ("Added by the publisher" in points.partition("<li")[0]) == by_head


@each_row(("root", "region", "hangs"), [(ROOT, "US", True), (ROOT / "tests/second", "GB", False)])
def test_text_leaves_room_for_numbers_of_heads_where_there_are_any(
    root: Path, region: str, hangs: bool, tmp_path: Path
) -> None:
    html = composed("en", region, tmp_path, root=root).composition.html
    assert ('<body class="hanging">' in html) == hangs


def test_records_of_several_days_have_a_line_each(tmp_path: Path) -> None:
    html = composed("en", "US", tmp_path).composition.html
    lines = re.findall(r'<p class="footing">(.*?)</p>', html)
    assert [">911<" in line for line in lines] == [False, True]
    assert all("Record of" in line or "Confirmed on" in line for line in lines)
