"""What is looked at of a page's pixels."""

from random import Random

import pytest

from pipeline.verify.letters import Letter
from pipeline.verify.pixels import INK_SCALE, Ink
from pipeline.verify.sight import _extremes, _has_ink, _pixels


def test_the_darkest_and_the_lightest_pixel_of_a_place_are_found_as_if_all_were_compared() -> None:
    chance = Random(20)  # noqa: S311 - the same pixels each time
    width, height, stride = 40, 30, 44
    for values in (range(256), range(3), (7,), (0, 255), (255,), (254,)):
        ink = Ink(width, height, stride, bytes(chance.choices(values, k=stride * height)))
        for _ in range(50):
            left, right = sorted(chance.uniform(-9, width + 9) / INK_SCALE for _ in "lr")
            bottom, top = sorted(chance.uniform(-9, height + 9) / INK_SCALE for _ in "bt")
            box = left, bottom, right, top
            pixels = [*b"".join(_pixels(ink, box))] or [255]
            assert _extremes(ink, box) == (min(pixels), max(pixels))


_BARS = ((0.0, 0.095), (0.42, 0.52), (0.52, 1.0))
"""From where to where the ink of 느 stands, in parts of its height: two bars and a stem."""


def _shows(hidden: tuple[float, float], bottom: float) -> bool:
    """Say whether such a letter is held for seen, if a part of its height is hidden."""
    width, height, high = 40, 60, 15.13
    letter = Letter("느", 2, bottom, 2, bottom, 20, bottom + high, 2, 20, 20, "font")
    shown = bytearray(width * height)
    for row in range(height):
        part = ((height - row - 0.5) / INK_SCALE - bottom) / high
        has = any(low <= part <= top for low, top in _BARS)
        if has and not hidden[0] < part < hidden[1]:
            shown[row * width + 5] = 1
    return _has_ink(bytes(shown), Ink(width, height, width, bytes(shown)), letter)


@pytest.mark.parametrize(
    ("hidden", "is_seen"), [((0, 0), True), ((-0.1, 0.45), False), ((0.48, 1.1), False)]
)
def test_a_letter_with_a_thin_stroke_in_its_half_is_seen_wherever_it_stands(
    hidden: tuple[float, float], is_seen: bool
) -> None:
    assert {_shows(hidden, 5 + step / 20) for step in range(40)} == {is_seen}
