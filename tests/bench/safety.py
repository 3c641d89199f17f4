"""What bounds and walls cost a sheet."""

import statistics
import tempfile
from pathlib import Path

from pipeline.project import Project
from tests.bench.timing import Aim, Timing, copy_of, polyleaf, table, without_walls

MORE = 3
"""So many rounds for each that is asked for: a difference of some hundredths drowns in fewer."""


SAFE = Aim(
    most=1.03,
    of="work",
    why="Each worker builds its walls once, and is looked at five times a second.",
)


def bounds_and_walls(project: Project, locale: str, rounds: int) -> str:
    """Measure a whole command with and without them in turn; return the table.

    The ratio by work is the median of the ratios of each pair: what else a machine does at a time
    falls on both.
    """
    bare, whole = Timing("without them"), Timing("`pdf`, one locale, with bounds and walls")
    with tempfile.TemporaryDirectory(prefix="polyleaf-bench-") as folder:
        root = copy_of(project, Path(folder) / "project").root
        for number in range(rounds * MORE):
            turns = [(whole, polyleaf), (bare, without_walls)]
            for timing, command in turns if number % 2 else reversed(turns):
                timing.add(command(root, "pdf", locale, "--force"))
    pairs = zip(whole.processor, bare.processor, strict=True)
    ratio = statistics.median(one / other for one, other in pairs)
    return table(
        "What safety costs",
        f"Medians of {rounds * MORE} runs each, taken in turn. Without them the same workers have "
        "no limits, no filter of calls and no Landlock, and nobody looks at them. Ratio: the "
        "median of the ratios of processor time, pair by pair.",
        [
            bare.row(bare),
            whole.row(bare, SAFE, by_work=ratio),
        ],
    )
