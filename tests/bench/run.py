"""What one clinic waits for: one sheet, a check, a page of help."""

import sys
import tempfile
import time
from pathlib import Path

from pipeline.project import Project
from pipeline.records.typography import locale_named
from pipeline.typeset.fonts import font_set
from tests.bench.scale import change_text, prepared
from tests.bench.timing import (
    Aim,
    Timing,
    copy_of,
    forget,
    polyleaf,
    run_command,
    standing_ready,
    table,
)

ONE_SHEET = Aim(
    most=1.15,
    of="ratio",
    why="Reading, checking and composing go before the layout, and reading the PDF back comes "
    "after it. The typesetter is loaded meanwhile, and the first two airs [are set at the same "
    "time](decisions/0057-two-airs-at-once.md), where there are two processors; what is left "
    "follows one after the other.",
)
READY = Aim(
    most=0.65,
    why="One setting, the writing of the PDF and its reading back take longer by themselves, and "
    "all of them are done anew each time. To keep measures of texts from sheet to sheet would not "
    "get there: Pango's measuring is a sixth of setting a page, the typesetter's own boxes are the "
    "rest. A sheet that is what it was is not made again.",
)
CHECK = Aim(
    most=0.4,
    why="The first time every text of every language is read and judged by all rules that may "
    "concern it.",
)
AGAIN = Aim(
    most=0.4,
    why="[A locale in which nothing was found](decisions/0053-checked-once.md) is not judged again "
    "while nothing changes. To load the program and to read articles and all regions' records is "
    "left, and to judge again the languages in which something was found, if only a warning.",
)

USAGE = Aim(most=0.25, why="Python itself and the words of all commands are loaded.")


def one_sheet(project: Project, locale: str, rounds: int) -> str:
    """Measure the commands in turn, so that a busy machine is busy for all; return the table.

    The bare typesetter is the ``weasyprint`` command on the HTML that the whole command typesets,
    with the same fonts: what any tool over it must pay.
    """
    whole, bare = Timing("`pdf`, one locale"), Timing("`weasyprint` on its HTML")
    ready = Timing("`pdf`, one locale, with `serve`")
    same = Timing("the same again, with `serve`")
    word = Timing("one word changed, with `serve`")
    other = Timing("another locale, with `serve`")
    check, again = Timing("`check`, all locales"), Timing("`check` again, nothing changed")
    usage = Timing("`--help`")
    with tempfile.TemporaryDirectory(prefix="polyleaf-bench-") as folder:
        project = copy_of(project, Path(folder) / "project")
        (composed,) = prepared(project, [locale], Path(folder))
        html = Path(folder) / "bare.html"
        html.write_text(composed.html, encoding="utf-8")
        families = locale_named(locale).typography.families
        fonts = {"FONTCONFIG_FILE": str(font_set(families, Path(folder)).configuration)}
        typesetter = [sys.executable, "-m", "weasyprint", "--pdf-variant", "pdf/ua-1"]
        # What a first run compiles and keeps is no part of what a user waits for every time.
        Timing("").add(polyleaf(project.root, "pdf", locale, "--force"))
        for _ in range(rounds):
            whole.add(polyleaf(project.root, "pdf", locale, "--force"))
            bare.add([*typesetter, str(html), f"{folder}/bare.pdf"], environment=fonts)
            forget(project.root)
            check.add(polyleaf(project.root, "check"))
            again.add(polyleaf(project.root, "check"))
            usage.add([sys.executable, "-m", "pipeline", "--help"])
        elsewhere = next(name for name in project.locales() if name != locale)
        with standing_ready(project.root) as spent:

            def ask(timing: Timing, *words: str) -> None:
                before, begun = spent(), time.perf_counter()
                own = run_command(polyleaf(project.root, "pdf", *words)).work
                timing.note(time.perf_counter() - begun, own + spent() - before)

            for number in range(rounds):
                ask(ready, locale, "--force")
                ask(same, locale)
                change_text(project.root, locale, number + 1)
                ask(word, locale)
                ask(other, elsewhere, "--force")
    return table(
        "One clinic, one sheet",
        f"Medians of {rounds} runs, taken in turn. Ratio: to the bare `weasyprint` command on the "
        "HTML that the whole command typesets, with the same fonts; the aim is by the clock, where "
        "nothing else runs.",
        [
            whole.row(bare, ONE_SHEET),
            ready.row(bare, READY),
            same.row(bare),
            word.row(bare),
            other.row(bare),
            bare.row(bare),
            check.row(bare, CHECK),
            again.row(bare, AGAIN),
            usage.row(bare, USAGE),
        ],
    )
