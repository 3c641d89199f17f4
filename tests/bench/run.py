"""What one clinic waits for: one sheet, a check, a page of help."""

import sys
import tempfile
from pathlib import Path

from pipeline.project import Project
from pipeline.records.typography import locale_named
from pipeline.typeset.fonts import font_set
from tests.bench.scale import prepared
from tests.bench.timing import HEAD, Timing, polyleaf

ROUNDS = 7


def one_sheet(project: Project, locale: str) -> str:
    """Measure the commands in turn, so that a busy machine is busy for all; return the table.

    The bare typesetter is the ``weasyprint`` command on the HTML that the whole command typesets,
    with the same fonts: what any tool over it must pay.
    """
    whole, bare = Timing("pdf, one locale"), Timing("weasyprint on its HTML")
    check, usage = Timing("check"), Timing("--help")
    with tempfile.TemporaryDirectory(prefix="polyleaf-bench-") as folder:
        (composed,) = prepared(project, [locale], Path(folder))
        html = Path(folder) / "bare.html"
        html.write_text(composed.html, encoding="utf-8")
        families = locale_named(locale).typography.families
        fonts = {"FONTCONFIG_FILE": str(font_set(families, Path(folder)).configuration)}
        typesetter = [sys.executable, "-m", "weasyprint", "--pdf-variant", "pdf/ua-1"]
        for _ in range(ROUNDS):
            whole.add(polyleaf(project.root, "pdf", locale, "--force"))
            bare.add([*typesetter, str(html), f"{folder}/bare.pdf"], environment=fonts)
            check.add(polyleaf(project.root, "check"))
            usage.add([sys.executable, "-m", "pipeline", "--help"])
    return "\n".join(
        [
            HEAD,
            whole.row(bare, "ratio 1.3"),
            bare.row(bare),
            check.row(bare, "0.4 s"),
            usage.row(bare, "0.25 s"),
            f"medians of {ROUNDS} runs, taken in turn; ratio: to the weasyprint command",
            "",
        ]
    )
