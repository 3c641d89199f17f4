"""Two airs of a sheet at the same time: the second in a copy of this process.

Hardly a sheet is left in the first air that it is set in, and the second takes as long. Where a
processor has nothing else to do, a copy of this process sets the second meanwhile, and says what it
wastes. If that is the better one, the copy goes on to the finished PDF, as its pages are there.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from pipeline.typeset.copies import GONE, Pair, parted

R = TypeVar("R")


class SetThereError(Exception):
    """Ends the work on a sheet here, as the copy has the better pages."""


class Copy:
    """The other of the two processes, as each sees it."""

    def __init__(self, pair: Pair) -> None:
        self.is_here = pair.is_here
        """Whether this process is the copy."""
        self._pair = pair

    def tell(self, wasted: float, counted: float) -> None:
        """Say in the copy what its air wastes and its pages count; wait until they are wanted."""
        self._pair.send((wasted, counted))
        self._pair.receive()

    def wasted(self) -> tuple[float, float] | None:
        """Return what the copy told once its air is set; ``None`` where the copy is gone."""
        with suppress(*GONE):
            wasted, counted = self._pair.receive()
            return wasted, counted
        return None

    def end(self) -> None:
        """End the copy, whose pages nobody wants."""
        self._pair.end()


def abreast(make: Callable[[Copy | None], R]) -> R:
    """Return what ``make`` returns, called here and in a copy of this process at the same time.

    Each is handed the other. Where there can be no copy, or it dies, it is called here alone, with
    ``None``: what it makes is the same.
    """
    pair = parted()
    if not pair:
        return make(None)
    other = Copy(pair)
    if pair.is_here:
        pair.run(lambda: make(other))
    try:
        return make(other)
    except SetThereError:
        with suppress(*GONE):
            pair.send(None)  # go on
            made: R = pair.receive()
            return made
        return make(None)
    finally:
        pair.end()
