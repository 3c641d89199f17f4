"""What is worked out once for a value that many texts are judged by, and that never changes."""

from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")

MOST = 64
"""Values of which it is kept: more than the languages that are looked at in turn."""


class OncePer(Generic[K, V]):
    """Works something out of a value, and gives it again for that very value.

    To look a value up by what is in it takes longer than most rules take.
    """

    def __init__(self, work_out: Callable[[K], V]) -> None:
        self._work_out = work_out
        self._known: dict[int, tuple[K, V]] = {}

    def __call__(self, value: K) -> V:
        """Return what is worked out of a value."""
        known = self._known.get(id(value))
        if known is None:
            if len(self._known) >= MOST:
                self._known.clear()
            # The value is kept, so that no other has its place in memory.
            known = self._known[id(value)] = value, self._work_out(value)
        return known[1]
