"""``polyleaf status``: show how far each translation is."""

import argparse
import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.cli import options
from pipeline.cli.report import complain, report_not_judged
from pipeline.cli.shelf import held_findings
from pipeline.values.change import Weight
from pipeline.values.finding import has_errors

if TYPE_CHECKING:
    from pipeline.desk.status import Progress, ReleaseRow
    from pipeline.values.finding import Finding

SUMMARY = "show how far each translation is"
DESCRIPTION = (
    "Print for each article and locale how many words are translated, fuzzy and missing, "
    "whether citations and crisis notes are complete, and what blocks printing."
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    options.add_locales(parser)
    parser.add_argument("--json", action="store_true", help="write one document for a program")
    options.add_today(parser)


def run(words: argparse.Namespace) -> int:
    """Print how far each locale is."""
    from pipeline.desk.origins import licence_lines, origins
    from pipeline.desk.status import progress, release_rows, releases_told, table
    from pipeline.project import Project
    from pipeline.project.sources import read_sources
    from pipeline.publish.chosen import release_findings

    sources = read_sources(Project.at(words.project))
    locales = options.locales(words.locales, sources)
    rows = list(progress(sources, locales, words.today))
    releases = list(release_rows(sources, locales, words.today))
    of_releases = list(release_findings(sources))
    if words.json:
        document = [_as_json(row, releases, of_releases) for row in rows]
        sys.stdout.write(json.dumps(document, indent=1) + "\n")
    else:
        silent = report_not_judged(one for row in rows for one in row.not_judged)
        sys.stdout.write(table(rows))
        sys.stdout.writelines(releases_told(releases))
        sys.stdout.write(silent and f"\n{silent}")
        shown = list(dict.fromkeys(row.locale for row in rows))
        for line in (*origins(sources.project, shown), *licence_lines(sources)):
            print(line, file=sys.stderr)
    findings = [*sources.findings, *(found for row in rows for found in row.findings)]
    findings += [*held_findings(sources), *of_releases]
    complain(findings)
    return 1 if has_errors(findings) else 0


def _as_json(
    row: "Progress", releases: Sequence["ReleaseRow"], of_releases: Sequence["Finding"]
) -> dict[str, object]:
    from pipeline.cli.formats import as_rows

    done, all_words = row.words
    own = [one for one in releases if one.article == row.article]
    found = [*row.findings, *row.ignored]
    found += [one for one in of_releases if one.article == row.article]
    return {
        "article": row.article,
        "locale": row.locale,
        "words": {
            "translated": done,
            "fuzzy": row.fuzzy,
            "missing": row.missing,
            "inherited": row.inherited,
            "all": all_words,
        },
        "citations": {"kept": row.citations[0], "all": row.citations[1]},
        "crisis": {"translated": row.crisis[0], "all": row.crisis[1]},
        "approval": row.approval,
        "signatures": [{"role": role, "state": state} for role, state in row.signatures],
        "changes": {
            weight.name.lower(): sum(one.weight is weight for one in row.changes)
            for weight in Weight
        },
        "prints": not row.blocks,
        "blocks": list(row.blocks),
        "release": next((one.version for one in own if row.locale in one.prints), ""),
        "releases": [
            {
                "version": one.version,
                "on": one.on.isoformat(),
                "held_back": one.is_held_back,
                "withdrawn": row.locale in one.withdrawn,
            }
            for one in own
            if row.locale in one.locales
        ],
        "evidence": [
            {
                "kind": one.kind,
                "by": one.by,
                "on": one.on.isoformat(),
                "readers": one.readers,
                "found": one.found,
                "of_these_words": one in row.evidence,
            }
            for one in (*row.evidence, *row.outlived)
        ],
        "findings": as_rows(dict.fromkeys(found)),
        "not_judged": [{"code": one.code, "reason": one.reason} for one in row.not_judged],
    }
