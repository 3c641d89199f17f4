"""The largest sizes in which the pages of a sheet find room on its panels."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Generic, TypeVar

Pages = TypeVar("Pages")


@dataclass(frozen=True, slots=True)
class Fit(Generic[Pages]):
    """The sizes that were found."""

    sizes: tuple[int, ...]
    """Of each group of pages, the number of its size."""
    pages: tuple[Pages, ...]
    """For each group, a rendering in which it stands in its size."""
    has_room: bool
    """Whether all of them fit; else all stand in the smallest."""


def largest_sizes(
    points: Sequence[Sequence[float]],
    render: Callable[[Sequence[int], Sequence[bool]], Pages],
    taken: Callable[[Pages], Sequence[float]],
) -> Fit[Pages]:
    """Find the largest sizes that fit, for each group of pages by itself.

    ``points`` are the sizes of each group, the largest first; ``taken`` says which part of its room
    each takes in a rendering, more than 1 for too much. Each rendering tries a size of every group,
    so that their number does not grow with that of groups; ``render`` is told of which groups the
    pages are looked at, and may leave out all others. The first guess rests on how much text
    grows with its size, and then its neighbours are tried: larger type never takes less room.
    """
    smallest = [len(sizes) - 1 for sizes in points]
    first = render(smallest, [True] * len(points))
    parts = taken(first)
    found, pages = [*smallest], [first] * len(points)
    if any(part > 1 for part in parts):
        return Fit(tuple(found), tuple(pages), has_room=False)
    low = [0] * len(points)
    probes = [_guess(sizes, part) for sizes, part in zip(points, parts, strict=True)]
    while low != found:
        tried = [
            min(max(probe, least), best - 1) if least < best else best
            for probe, least, best in zip(probes, low, found, strict=True)
        ]
        made = render(tried, [least < best for least, best in zip(low, found, strict=True)])
        for group, part in enumerate(taken(made)):
            if low[group] == found[group]:
                continue
            if part <= 1:
                found[group], pages[group] = tried[group], made
                probes[group] = tried[group] - 1
            else:
                low[group] = tried[group] + 1
                probes[group] = low[group]
    return Fit(tuple(found), tuple(pages), has_room=True)


def _guess(sizes: Sequence[float], part: float) -> int:
    """Return the number of the largest size in which text may fit, from what the smallest takes."""
    largest = sizes[-1] * sqrt(1 / max(part, 0.01))
    return next(number for number, size in enumerate(sizes) if size <= largest)
