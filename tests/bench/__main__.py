"""Run the measurements: ``make bench`` prints what ``docs/speed.md`` says."""

import argparse
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from pipeline import __version__
from pipeline.project import Project
from tests.bench import checks, defects, editions, growth, rules, run, safety, scale, works

SECTIONS: dict[str, Callable[[Project, int], str]] = {
    "sheet": lambda project, rounds: run.one_sheet(project, "es", rounds),
    "safety": lambda project, rounds: safety.bounds_and_walls(project, "es", rounds),
    "growth": growth.growth,
    "checks": checks.checks,
    "rules": rules.rules,
    "catalogs": scale.catalogs,
    "defects": defects.beside_pofilter,
    "editions": lambda project, rounds: editions.every_edition(project, "es", rounds),
    "locales": scale.every_locale,
    "works": works.works,
}
"""What is measured, by the word that asks for it alone."""

PICTURE = "![Processor seconds over the number of sheets](growth.svg)\n"

AIMS = (Path(__file__).parent / "aims.md").read_text(encoding="utf-8")
"""Which aims are missed, and why: written by hand, and printed after the tables."""


def left_out(titles: Iterable[str]) -> str:
    """Say which tables are not in a page that is put together from runs of single sections."""
    return f"Not measured for this version yet: {', '.join(sorted(titles))}.\n"


def head(rounds: int) -> str:
    """Return what stands before the tables."""
    return (
        "# Speed\n\n"
        f"What `python -m tests.bench --rounds {rounds}` printed on {os.cpu_count()} cores, for "
        f"version {__version__}. Wall time is one machine's and one day's, processor time counts "
        "all processes, ratios hold within one run.\n"
    )


def main() -> None:
    """Measure what users wait for, and print it as docs/speed.md has it."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=main.__doc__)
    parser.add_argument(
        "sections", nargs="*", choices=[*SECTIONS, []], metavar="SECTION", help=" ".join(SECTIONS)
    )
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="runs of each command")
    parser.add_argument(
        "--plot",
        type=Path,
        metavar="FILE",
        help="draw how deciding grows with the number of sheets, as an SVG picture",
    )
    words = parser.parse_args()
    project = Project.at(Path())
    if not words.sections:
        print(head(words.rounds), flush=True)
    for name in words.sections or SECTIONS:
        print(SECTIONS[name](project, words.rounds), flush=True)
    if not words.sections:
        print(f"{PICTURE}\n{AIMS}", end="")
    if words.plot:
        words.plot.write_text(growth.plot(project), encoding="utf-8")


if __name__ == "__main__":
    main()
