"""What each edition costs: seconds a page, peak memory, and all of them in all locales."""

from pathlib import Path

from pipeline.compose.sheet import editions
from pipeline.project import Project
from pipeline.values.errors import PolyleafError
from pipeline.verify.page import read_pages
from tests.bench.timing import HEAD, Timing, polyleaf

ROUNDS = 5
AGAIN = ("--force", "--proofs")
"""Each is made anew, and a notice names languages that nobody has approved."""


def every_edition(project: Project, locale: str) -> str:
    """Measure one sheet of each edition, in turn; return the table.

    Pages are printed sides; a folded edition is set as single pages and as sides, and both are read
    back. The last row is everything: each locale in each edition that makes sense.
    """
    names = sorted(editions())
    timings = {name: Timing(f"pdf, {name}") for name in names}
    for _ in range(ROUNDS):
        for name in names:
            timings[name].add(polyleaf(project.root, "pdf", locale, "--edition", name, *AGAIN))
    rows = [HEAD]
    for name in names:
        pages = _pages(project, locale, name)
        timing = timings[name]
        each = timing.median / pages
        rows.append(timing.row(timings["handout"], f"{pages} sides, {each:.2f} s each"))
    everything = Timing("pdf, all locales and editions")
    everything.add(polyleaf(project.root, "pdf", "--edition", "all", "--force"))
    count = len(list(project.build.glob("*/*.pdf")))
    rows.append(everything.row(timings["handout"], f"one run; {count} files in build/"))
    rows.append(f"medians of {ROUNDS} runs in {locale}, taken in turn; ratio: to the handout")
    return "\n".join([*rows, ""])


def _pages(project: Project, locale: str, edition: str) -> int:
    found = sorted((project.build / locale).glob(f"*-{edition}-{locale}-*.pdf"), key=_age)
    sides = [file for file in found if not file.stem.endswith("-pages")]
    if not sides:
        raise PolyleafError(f"the {edition} to measure does not build in {locale}")
    return len(read_pages(sides[-1].read_bytes()))


def _age(file: Path) -> float:
    return file.stat().st_mtime
