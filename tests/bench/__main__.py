"""Run the measurements: ``make bench`` prints them, and writes ``docs/speed.md``."""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
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

SPEED = Path("docs/speed.md")
DRAWN = Path("docs/growth.svg")


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
    parser.add_argument(
        "--write",
        action="store_true",
        help=f"write what is printed into {SPEED} too, and the picture into {DRAWN}",
    )
    words = parser.parse_args()
    if words.write and words.sections:
        parser.error("--write takes no sections: the page is of one run of all")
    if words.sections:
        project = Project.at(Path())
        for name in words.sections:
            print(SECTIONS[name](project, words.rounds), flush=True)
        if words.plot:
            words.plot.write_text(growth.plot(project), encoding="utf-8")
        return
    said: list[str] = []
    for text in _page(words.rounds, DRAWN if words.write else words.plot):
        print(text, flush=True)
        said.append(text)
    if words.write:
        SPEED.write_text("\n".join(said), encoding="utf-8")


def _page(rounds: int, drawn: Path | None) -> Iterator[str]:
    """Yield the parts of the page, each as soon as a process of its own has measured it."""
    yield head(rounds)
    for name in SECTIONS:
        plot = ["--plot", str(drawn)] if drawn and name == "growth" else []
        command = [sys.executable, "-m", "tests.bench", name, "--rounds", str(rounds), *plot]
        told = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
        yield told.removesuffix("\n")
    yield PICTURE


if __name__ == "__main__":
    main()
