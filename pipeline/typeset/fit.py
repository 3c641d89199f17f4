"""The largest sizes in which the pages of a sheet find room on its panels."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import log
from typing import Generic, TypeVar

Pages = TypeVar("Pages")


@dataclass(frozen=True, slots=True)
class Fit(Generic[Pages]):
    """The sizes that were found."""

    sizes: tuple[int, ...]
    """Of each group of pages, the number of its size."""
    pages: tuple[Pages, ...]
    """For each group, a rendering in which it stands in its size."""


def largest_sizes(
    points: Sequence[Sequence[float]],
    render: Callable[[Sequence[int], Sequence[bool]], Pages],
    taken: Callable[[Pages], Sequence[float]],
) -> Fit[Pages] | None:
    """Find the largest sizes that fit, for each group of pages by itself.

    ``points`` are the sizes of each group, the largest first; ``taken`` says which part of its room
    each takes in a rendering, more than 1 for too much. Each rendering tries a size of every group,
    so that their number does not grow with that of groups; ``render`` is told of which groups the
    pages are looked at, and may leave out all others. Each size that is tried rests on what those
    before it took: larger type never takes less room. ``None`` where a group does not fit even in
    its smallest.
    """
    searches = [_Search[Pages](sizes) for sizes in points]
    while not all(search.is_done for search in searches):
        wanted = [not search.is_done for search in searches]
        tried = [search.probe for search in searches]
        made = render(tried, wanted)
        for search, number, part in zip(searches, tried, taken(made), strict=True):
            search.learn(number, part, made)
            if search.has_no_room:
                return None
    found = [search.best for search in searches if search.best]
    return Fit(tuple(size for size, _ in found), tuple(pages for _, pages in found))


_FIRST = 1.06
"""How many times the smallest a size is that is tried first: most texts fit in one near it."""

_GROWTH, _LEAST, _MOST = 2.0, 1.4, 4.0
"""With which power of its size a text grows as a rule, at least and at most."""


@dataclass(slots=True)
class _Search(Generic[Pages]):
    """The search for the largest size of one group of pages."""

    sizes: Sequence[float]
    best: tuple[int, Pages] | None = None
    """The largest size that fits so far, by its number, and the pages in it."""
    low: int = 0
    """The largest size that may fit."""
    parts: dict[int, float] = field(default_factory=dict)
    """Which part of its room it takes in sizes that were tried."""

    @property
    def is_done(self) -> bool:
        """Whether no larger size fits than the best so far."""
        return self.best is not None and self.best[0] <= self.low

    @property
    def has_no_room(self) -> bool:
        """Whether it does not fit even in the smallest size."""
        return self.low == len(self.sizes)

    @property
    def probe(self) -> int:
        """Return the number of the size to try next.

        After two that do not fit it is the smallest, as none may, or halfway to one that does.
        """
        last, fails = len(self.sizes) - 1, sum(part > 1 for part in self.parts.values())
        if self.best and self.is_done:
            return self.best[0]
        if not self.parts:
            least = _FIRST * self.sizes[-1]
            return max(sum(size >= least for size in self.sizes) - 1, 0)
        if not self.best:
            return last if fails > 1 else max(self._guess(), self.low)
        most = self.best[0] - 1
        return (self.low + most) // 2 if fails > 1 else min(max(self._guess(), self.low), most)

    def learn(self, number: int, part: float, made: Pages) -> None:
        """Take to heart which part of its room the group takes in a size.

        Its lines grow with its letters at least: that may be enough to know that the next size
        does not fit.
        """
        if self.is_done:
            return
        self.parts[number] = part
        if part > 1:
            self.low = max(self.low, number + 1)
        elif self.best is None or number < self.best[0]:
            self.best = number, made
            larger = number - 1
            if larger >= 0 and part * self.sizes[larger] / self.sizes[number] > 1:
                self.low = number

    def _guess(self) -> int:
        """Return the number of the largest size in which it may fit, by what it takes in others."""
        near = sorted(self.parts, key=lambda number: abs(self.parts[number] - 1))[:2]
        size, part = self.sizes[near[0]], max(self.parts[near[0]], 0.01)
        growth = _GROWTH
        if len(near) > 1 and self.sizes[near[1]] != size:
            other, of_other = self.sizes[near[1]], max(self.parts[near[1]], 0.01)
            growth = min(max(log(part / of_other) / log(size / other), _LEAST), _MOST)
        largest = size * part ** (-1 / growth)
        last = len(self.sizes) - 1
        return next((one for one, size in enumerate(self.sizes) if size <= largest), last)
