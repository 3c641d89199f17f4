"""Blocks of an article as HTML."""

import re
from pathlib import Path

from tests.sheets import composed


def test_what_the_publisher_adds_without_a_head_has_a_drawing_on_paper(tmp_path: Path) -> None:
    made = composed("en", "US", tmp_path)
    begins = re.findall(r'<section class="part (\w+)">\s*<(\w+)', made.composition.html)
    assert begins == [("summary", "h2"), ("addition", "span"), ("action", "div")]
    assert not re.search(r'class="part addition">\s*<span', made.composition.web)
