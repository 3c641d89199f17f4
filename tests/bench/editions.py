"""What each edition costs: seconds a page, peak memory, and all of them in all locales."""

import tempfile
from pathlib import Path

from pipeline.compose.sheet import editions
from pipeline.project import Project
from pipeline.values.errors import PolyleafError
from pipeline.verify.page import read_pages
from tests.bench.timing import Timing, copy_of, polyleaf, table

AGAIN = ("--force", "--proofs")
"""Each is made anew, and a notice names languages that nobody has approved."""


def every_edition(project: Project, locale: str, rounds: int) -> str:
    """Measure one sheet of each edition, in turn; return the table.

    Pages are printed sides; a folded edition is set as single pages and as sides, and both are read
    back.
    """
    names = sorted(editions())
    timings = {name: Timing(f"`pdf`, {name}") for name in names}
    rows = []
    with tempfile.TemporaryDirectory(prefix="polyleaf-bench-") as folder:
        project = copy_of(project, Path(folder) / "project")
        for _ in range(rounds):
            for name in names:
                timings[name].add(polyleaf(project.root, "pdf", locale, "--edition", name, *AGAIN))
        for name in names:
            pages = _pages(project, locale, name)
            timing = timings[name]
            timing.name += f", {pages} sides: {timing.median / pages:.2f} s a side"
            rows.append(timing.row(timings["handout"]))
    return table(
        "Each edition",
        f"Medians of {rounds} runs in {locale}, taken in turn. Ratio: to the handout. A side is a "
        "printed page; folded editions are set as pages and as sides, and both are read back.",
        rows,
    )


def _pages(project: Project, locale: str, edition: str) -> int:
    found = sorted((project.build / locale).glob(f"*-{edition}-{locale}-*.pdf"), key=_age)
    sides = [file for file in found if not file.stem.endswith("-pages")]
    if not sides:
        raise PolyleafError(f"the {edition} to measure does not build in {locale}")
    return len(read_pages(sides[-1].read_bytes()))


def _age(file: Path) -> float:
    return file.stat().st_mtime
