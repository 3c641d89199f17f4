"""The commands about findings: explain, and accessibility, which looks for some."""

import argparse
import sys
from pathlib import Path

from pipeline.cli.report import report
from pipeline.values.errors import PolyleafError


def explain(words: argparse.Namespace) -> int:
    """Print what a rule finds, why, and what to do."""
    from pipeline.check.explain import document, explanation, overview, rules_named

    codes = [code for word in words.codes for code in word.split()]
    if words.markdown and codes:
        raise PolyleafError("--markdown writes the document of all rules: name no code with it")
    if words.markdown:
        sys.stdout.write(document())
    elif codes:
        sys.stdout.write("\n".join(map(explanation, rules_named(codes))))
    else:
        sys.stdout.write(overview())
    return 0


def accessibility(words: argparse.Namespace) -> int:
    """Validate finished PDFs and print what keeps them from conforming."""
    from pipeline.project.disk import Project
    from pipeline.verify.verapdf import STANDARDS, validate

    project = Project.at(words.project)
    files: list[Path] = words.files or sorted(project.build.rglob("*.pdf"))
    if not files:
        raise PolyleafError(f"there is no PDF in {project.build}: print one with 'polyleaf pdf'")
    absent = next((file for file in files if not file.is_file()), None)
    if absent:
        raise PolyleafError(f"there is no file {absent}")
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
