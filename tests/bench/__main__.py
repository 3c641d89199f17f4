"""Run the measurements: ``make bench``, or ``python -m tests.bench --plot FILE`` for the growth."""

import argparse
from pathlib import Path

from pipeline.project import Project
from tests.bench import checks, defects, editions, rules, run, scale


def main() -> None:
    """Measure what users wait for, and print medians, ratios within the run, and peak memory."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=main.__doc__)
    parser.add_argument(
        "--plot",
        type=Path,
        metavar="FILE",
        help="draw instead how a run grows with locales and articles, as an SVG picture",
    )
    words = parser.parse_args()
    project = Project.at(Path())
    if words.plot:
        words.plot.write_text(scale.plot(*scale.growth(project)), encoding="utf-8")
        print(words.plot)
        return
    print(run.one_sheet(project, "es"), flush=True)
    print(editions.every_edition(project, "es"), flush=True)
    print(checks.checks(project), flush=True)
    print(rules.rules(), flush=True)
    print(defects.beside_pofilter(project), flush=True)
    print(scale.catalogs(), flush=True)
    print(scale.many_locales(project), flush=True)


if __name__ == "__main__":
    main()
