"""``polyleaf services``: show the recorded crisis services of a region."""

import argparse
import json
import sys
from collections import Counter
from typing import TYPE_CHECKING

from pipeline.cli import options
from pipeline.cli.report import report
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import has_errors
from pipeline.values.region import Region

if TYPE_CHECKING:
    from pipeline.project import Project


SUMMARY = "show the recorded crisis services of a region"
DESCRIPTION = (
    "Print for each region how many services are on record, how many are confirmed, and how "
    "old the oldest is; or for one region what each prints, rests on and lacks, and which "
    "language's sheet shows it."
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("region", nargs="?", default="", metavar="REGION", help="such as US")
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument(
        "--due",
        action="store_true",
        help="list what to confirm next: the older and the more printed, the earlier",
    )
    chosen.add_argument(
        "--markdown", action="store_true", help="write the document docs/regions.md"
    )
    parser.add_argument("--json", action="store_true", help="write one document for a program")
    options.add_today(parser)


def run(words: argparse.Namespace) -> int:
    """Print what is on record of crisis services."""
    from pipeline.desk import services as tables
    from pipeline.project import Project

    project = Project.at(words.project)
    if words.json:
        return _as_json(project, words)
    if words.region:
        region, findings = project.region(options.region(words.region, project))
        if region:
            locales = sorted({"en", *project.locales()})
            sys.stdout.write(tables.region_report(region, locales, words.today))
        sys.stderr.write(report(findings))
        return 1 if has_errors(findings) else 0
    regions, failed = _regions(project)
    if words.due:
        rows = tables.due(regions, _printed(project), words.today)
        sys.stdout.write(tables.due_table(rows) if rows else "every record is confirmed\n")
    elif words.markdown:
        sys.stdout.write(tables.document(regions))
    else:
        sys.stdout.write(tables.overview(regions, words.today))
    return 1 if failed else 0


def _as_json(project: "Project", words: argparse.Namespace) -> int:
    """Write what is on record as one document: of one region, of what is due, or of all."""
    from pipeline.desk.services_document import services_document

    regions, failed = _regions(project)
    if words.region:
        code = options.region(words.region, project)
        project.region(code)  # an unknown one is refused
        regions = [region for region in regions if region.code == code]
    rows = services_document(regions, _printed(project), words.today)
    if words.due:
        rows = [row | {"records": _due(row["records"])} for row in rows]
        rows = [row for row in rows if row["records"]]
    sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
    return 1 if failed else 0


def _due(records: object) -> list[dict[str, object]]:
    return [one for one in records if one["due"]] if isinstance(records, list) else []


def _regions(project: "Project") -> tuple[list[Region], bool]:
    """Read every region, and report those that cannot be read."""
    regions, findings = [], []
    for code in project.region_codes():
        region, found = project.region(code)
        regions += [region] if region else []
        findings += found
    sys.stderr.write(report(findings))
    return regions, has_errors(findings)


_DAMAGED = (ValueError, LookupError, TypeError, AttributeError, RecursionError)


def _printed(project: "Project") -> Counter[str]:
    """Count on how many sheets in ``build/`` each record stands, but for tests of the layout."""
    from pipeline.project import disk

    counts: Counter[str] = Counter()
    for file in project.build.glob("*/*.json"):
        try:
            record = json.loads(disk.read(file, file.name, project.root))
            if record.get("state") != "test":
                counts.update(str(row[0]) for row in record.get("services", []))
        except (PolyleafError, *_DAMAGED):
            continue  # not one of ours, or damaged: it counts for nothing
    return counts
