"""Contrast, tints and readable shades, against values of WCAG 2.2's own definition."""

import pytest

from pipeline.values.colour import contrast, readable, tint
from tests.rows import each_row


@each_row(
    ("one", "other", "expected"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#ffffff", "#ffffff", 1.0)],
)
def test_contrast(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


def test_a_tint_lies_between_the_colour_and_paper() -> None:
    assert tint("#000000", 0.1) == "#e6e6e6"
    assert tint("#1f4e5f", 0.0) == "#ffffff"
    assert tint("#1f4e5f", 1.0) == "#1f4e5f"


@each_row("colour", ["#1f4e5f", "#3f5d2a", "#767676", "#b00020", "#ffff00"])
def test_a_readable_shade_is_the_colour_or_darker(colour: str) -> None:
    paper = tint(colour, 0.09)
    shade = readable(colour, paper, 7.0)
    assert contrast(shade, paper) >= 7.0
    assert shade == colour or contrast(colour, paper) < 7.0
