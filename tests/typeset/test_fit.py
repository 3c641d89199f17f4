"""Sizes that fit: each group's largest, in few settings."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from pipeline.typeset.fit import largest_sizes
from tests.rows import each_row

SIZES = [16.0, 14.0, 12.5, 12.0, 11.5, 11.0, 10.75, 10.5, 10.25, 10.0, 9.65, 9.65, 9.3]


@each_row("best", range(4))
def test_the_size_that_fits_is_the_largest_for_each_group_of_pages(best: int) -> None:
    points = [[12.5, 12.0, 11.0, 10.0], [12.0, 11.0, 10.0]]
    tried: list[list[int]] = []

    def render(sizes: Sequence[int], wanted: Sequence[bool]) -> list[int]:
        assert any(wanted)
        tried.append([*sizes])
        return [*sizes]

    def taken(sizes: list[int]) -> list[float]:
        """Fit from one size on, and tell little of how much is missing."""
        return [0.9 if sizes[0] >= best else 1.3, 0.5]

    fit = largest_sizes(points, render, taken)
    assert fit
    assert fit.sizes == (best, 0)
    assert fit.pages[0][0] == best, "with the pages in that size"
    assert len(tried) <= 4
    assert not largest_sizes(points, render, lambda _: [1.2, 0.5])


@given(
    fits=st.lists(st.integers(0, len(SIZES)), min_size=1, max_size=4),
    parts=st.lists(st.floats(0.3, 0.99), min_size=4, max_size=4),
    growth=st.floats(1.0, 3.0),
    over=st.floats(1.01, 1.5),
)
def test_sizes_are_found_however_a_text_grows(
    fits: list[int], parts: list[float], growth: float, over: float
) -> None:
    """Fit from some size on, where a text takes a part of its room, and none at all from the last.

    Sizes may be the same, as the smallest is set twice: with its usual gaps, and with less.
    """
    tried = []

    def taken(sizes: Sequence[int]) -> list[float]:
        tried.append(sizes)
        return [
            part * (SIZES[size] / SIZES[0]) ** growth if size >= first else over
            for size, first, part in zip(sizes, fits, parts[: len(fits)], strict=True)
        ]

    fit = largest_sizes([SIZES] * len(fits), lambda sizes, _: sizes, taken)
    assert (fit.sizes if fit else None) == (tuple(fits) if max(fits) < len(SIZES) else None)
    assert len(tried) <= len(SIZES) + 1
