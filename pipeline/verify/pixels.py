"""A page of a PDF file as ink: what stands there in grey pixels."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

INK_SCALE = 1.5
"""Pixels in a point, when a page is looked at as ink."""


@dataclass(frozen=True, slots=True)
class Ink:
    """A page as grey pixels, 0 is black; the first row is the top."""

    width: int
    height: int
    stride: int
    pixels: bytes

    def rows(self, left: float, right: float, heights: Iterable[float]) -> Iterator[bytes]:
        """Yield the pixels between two places, at some heights from the page's lower edge."""
        start = max(int(left * INK_SCALE), 0)
        end = min(int(right * INK_SCALE) + 1, self.width)
        last, stride, pixels = self.height - 1, self.stride, self.pixels
        for y in heights:
            row = min(max(int(self.height - y * INK_SCALE), 0), last) * stride
            yield pixels[row + start : row + end]


def ink_of(page: Any, purpose: str | None = None) -> Ink:
    """Return a page as grey pixels, for a screen or for another ``purpose``."""
    bitmap = page.render(scale=INK_SCALE, grayscale=True, optimize_mode=purpose)
    try:
        content = bytes(bitmap.buffer)
        return Ink(bitmap.width, bitmap.height, bitmap.stride, content)
    finally:
        bitmap.close()
