"""What an organisation waits for: many locales, many articles, many paragraphs."""

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from pipeline.project import Project
from pipeline.project.sources import read_sources
from pipeline.publish.inputs import Hashes
from pipeline.publish.sheet import Prepared, prepare_sheet
from pipeline.values.errors import PolyleafError
from tests.bench.timing import Aim, Timing, copy_of, polyleaf, table
from tests.orders import order_of

PARAGRAPHS = ((5_000, 500), (19_999, 2_000))
"""Of an article, and how many of them change; the title makes the second as long as one may be."""


ALL = Aim(
    most=1.2,
    of="ratio",
    why="Each sheet is set until it fills its pages, two to four times, where the bare layout sets "
    "it once; and it is read back letter by letter. Of a worker's time two thirds go to setting, a "
    "sixth to reading back, a tenth to writing the PDF, and a twentieth to reading catalogs, "
    "checking and composing. No processor is idle meanwhile.",
)
NOTHING = Aim(
    most=0.5,
    why="To load the program takes half of it; the rest is to look at the marks of all files that "
    "the sheets rest on, and to hash the sheets that were looked at last.",
)
LONG = "What has changed is compared with all that is like it, word by word."


def every_locale(project: Project, rounds: int) -> str:
    """Measure the handouts of all locales in one run, beside the bare layout of their pages."""
    cores, rounds = os.cpu_count() or 1, max(1, rounds // 3)
    with tempfile.TemporaryDirectory(prefix="polyleaf-bench-") as folder:
        root = copy_of(project, Path(folder)).root
        names = project.locales()
        one_go = Timing(f"`pdf`, {len(names)} locales")
        layout = Timing(f"their bare layout over {cores} cores")
        nothing, changed = Timing("nothing changed"), Timing("one catalog changed")
        for number in range(rounds):
            one_go.add(polyleaf(root, "pdf", *names, "--force"))
            seconds, work = _bare_layout(root, names)
            layout.note(seconds / cores, work)
            nothing.add(polyleaf(root, "pdf", *names))
            change_text(root, names[0], number)
            changed.add(polyleaf(root, "pdf", *names))
    return table(
        "One organisation, all languages",
        f"Medians of {rounds} runs, taken in turn, with the shipped catalogs. Ratio: to the bare "
        "layout of the same pages by WeasyPrint in one warm process; by the clock, as if it ran "
        "on all cores.",
        [
            one_go.row(layout, ALL),
            layout.row(layout),
            nothing.row(layout, NOTHING),
            changed.row(layout),
        ],
    )


def _bare_layout(root: Path, names: Sequence[str]) -> tuple[float, float]:
    """Return what WeasyPrint alone needs for the pages, one after another: wall and processor."""
    with tempfile.TemporaryDirectory() as name:
        files: list[Path] = []
        for made in prepared(Project.at(root), names, Path(name)):
            page = Path(name) / f"{made.locale}.html"
            page.write_text(made.html, encoding="utf-8")
            files += [page, made.fonts.configuration]
        command = [sys.executable, "-m", "tests.bench.bare", *map(str, files)]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return float(told[0]), float(told[1])


def prepared(project: Project, names: Sequence[str], folder: Path) -> Iterator[Prepared]:
    """Yield the handouts of the first article as they go to the typesetter."""
    sources = read_sources(project)
    hashes = Hashes.of(sources.project)
    order = order_of(sources.project, today=date.today(), force=True)
    for name in names:
        made = prepare_sheet(sources, hashes, sources.articles[0], name, order, folder)
        if not isinstance(made, Prepared):
            raise PolyleafError(f"the sheet to measure does not build: {made}")
        yield made


def change_text(root: Path, name: str, number: int) -> None:
    for file in (root / "locales" / name).rglob("attachment*.po"):
        text = file.read_text(encoding="utf-8")
        last = text.rindex('msgstr "') + len('msgstr "')
        file.write_text(f"{text[:last]}{'.' * number} {text[last:]}", encoding="utf-8")


def _once(command: Sequence[str]) -> float:
    timing = Timing("")
    timing.add(command)
    return timing.median


def catalogs(_: Project, rounds: int) -> str:
    """Measure `messages` on long articles with every tenth paragraph changed, beside msgmerge."""
    rows = []
    for paragraphs, changes in PARAGRAPHS:
        ours = Timing(f"`messages`, {paragraphs:,} paragraphs")
        theirs = Timing("`msgmerge` on the same files")
        for seed in range(rounds):
            with tempfile.TemporaryDirectory(prefix="polyleaf-bench-") as folder:
                root = Path(folder)
                old = _long_article(root, paragraphs, changes, seed)
                ours.add(polyleaf(root, "messages"))
                if shutil.which("msgmerge"):
                    template = root / "locales" / "long.pot"
                    theirs.add(
                        ["msgmerge", "-q", "-o", str(root / "m.po"), str(old), str(template)]
                    )
        aim = Aim(most=2 if paragraphs == PARAGRAPHS[0][0] else 10, why=LONG)
        rows.append(ours.row(theirs if theirs.seconds else ours, aim))
        rows += [theirs.row(theirs)] if theirs.seconds else []
    note = f"Medians of {rounds} runs; a tenth of the paragraphs changed. Ratio: to msgmerge."
    return table("Catalogs", note, rows)


def _long_article(root: Path, paragraphs: int, changes: int, seed: int) -> Path:
    """Write a project whose article has changed since it was translated; return the old catalog."""
    chance = random.Random(seed)  # noqa: S311 - the same texts in every run
    words = [
        f"{a}{b}{c}" for a in "bdfglmnprst" for b in ("a", "ei", "o") for c in ("n", "rt", "l")
    ]
    texts = [
        " ".join(chance.choices(words, k=chance.randint(12, 60))).capitalize() + "."
        for _ in range(paragraphs)
    ]
    (root / "source").mkdir()
    folder = root / "locales" / "es" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    _write_article(root, texts)
    _once(polyleaf(root, "messages"))
    catalog = folder / "long.po"
    text = catalog.read_text(encoding="utf-8")
    head, body = text.split("\n\n", 1)
    translated = re.sub(r'(?m)^msgstr ""$', 'msgstr "traducido"', body)
    catalog.write_text(f"{head}\n\n{translated}", encoding="utf-8")
    shutil.copy(catalog, root / "old.po")
    for number in chance.sample(range(paragraphs), changes):
        texts[number] = "Now " + texts[number].replace(" ", " new ", 1)
    _write_article(root, texts)
    return root / "old.po"


def _write_article(root: Path, texts: Sequence[str]) -> None:
    fields = 'id: long\ntitle: Long\nversion: "1"\nlanguage: en\n'
    days = "date: 2026-01-01\nreview-by: 2027-01-01\n"
    body = "\n\n".join(texts)
    (root / "source" / "long.md").write_text(f"---\n{fields}{days}---\n\n{body}\n", "utf-8")
