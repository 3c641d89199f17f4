"""What is looked at of a page's pixels."""

from random import Random

from pipeline.verify.page import INK_SCALE, Ink
from pipeline.verify.sight import _extremes, _pixels


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
