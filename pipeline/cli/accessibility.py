"""``polyleaf accessibility``: validate finished PDFs."""

import argparse
import sys
from pathlib import Path

from pipeline.cli.report import complain, report
from pipeline.cli.shelf import held_findings
from pipeline.values.errors import PolyleafError

SUMMARY = "validate finished PDFs"
DESCRIPTION = (
    "Let veraPDF say whether PDFs conform to PDF/UA-1, by which assistive technology reads "
    "them, and to PDF/A-2a, by which archives keep them. Needs Java; 'make accessibility' "
    "installs it where it may."
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE.pdf",
        help="what is validated (default: every PDF in build/)",
    )


def run(words: argparse.Namespace) -> int:
    """Validate finished PDFs and print what keeps them from conforming."""
    from pipeline.project import Project
    from pipeline.project.sources import read_sources
    from pipeline.verify.verapdf import STANDARDS, validate

    project = Project.at(words.project)
    files: list[Path] = words.files or sorted(project.build.rglob("*.pdf"))
    if not files:
        raise PolyleafError(f"there is no PDF in {project.build}: print one with 'polyleaf pdf'")
    absent = next((file for file in files if not file.is_file()), None)
    if absent:
        raise PolyleafError(f"there is no file {absent}")
    if not words.files:
        complain(held_findings(read_sources(project)))
    named = {project.name(file): file for file in files}
    findings = validate(named)
    sys.stdout.write(report(findings))
    broken = {finding.path for finding in findings}
    standards = " and ".join(standard.name for standard in STANDARDS)
    print(f"{_counted(len(named) - len(broken), len(named))} to {standards}")
    return 1 if findings else 0


def _counted(good: int, total: int) -> str:
    if good < total:
        return f"{good} of {total} file{'s conform' if total > 1 else ' conforms'}"
    return "1 file conforms" if total == 1 else f"{total} files conform"
