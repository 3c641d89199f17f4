"""Run a command whose workers have neither walls nor bounds: ``… tests.bench.unfenced pdf es``.

Only to measure what these cost: no option of the program takes them away.
"""

import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any
from unittest.mock import patch

from pipeline.cli import main
from pipeline.publish.executors import fence, processes
from pipeline.publish.executors.bounds import NONE, Bounds


def serve(pipe: Connection, warm: Callable[[], object], _: Bounds, __: object, basis: Any) -> None:
    """Live a worker's life without bounds and walls."""
    with patch.object(processes, "close_network", lambda: False):
        live(pipe, warm, NONE, None, basis)


live = processes._serve


class Bare(processes._Worker):
    """A worker that nobody looks at."""

    def __init__(
        self, method: str, warm: Callable[[], object], _: Bounds, reach: Any, basis: Any
    ) -> None:
        super().__init__(method, warm, NONE, reach, basis)

    def overdrawn(self) -> str:
        """Say that nothing is spent."""
        return ""


def run(words: list[str]) -> int:
    """Run a command; return its exit status."""
    with (
        patch.object(processes, "_serve", serve),
        patch.object(processes, "_Worker", Bare),
        patch.object(fence, "close_network", lambda: False),
        patch.object(sys, "argv", ["polyleaf", *words]),
    ):
        return main()


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
