"""How fast translations are checked, and how the checks compare with pofilter's."""

import re
import shutil
import tempfile
import time
from datetime import date
from pathlib import Path

from babel.localedata import locale_identifiers

from pipeline.catalog import po
from pipeline.desk.check import check_locale
from pipeline.project import Project
from pipeline.project.sources import read_sources
from pipeline.values.errors import PolyleafError
from pipeline.values.message import Message
from tests.bench.timing import Aim, Timing, forget, polyleaf, table

LOCALES = 100
SETTLING = 2.5
"""Seconds after which a file's mark shows each change to come, and what was found is kept."""
UNITS = 200

MANY = Aim(
    most=5,
    why="Each text is read, taken apart and judged by all rules that may concern it, and each "
    "language has the sheet's own words, its records and its approvals besides. It is half of "
    "that time on twice as many processors.",
)

_MARKS = ("Aran", "Belu", "Coro", "Delu", "Enar", "Fuma", "Gira", "Hovo")
"""Invented names that make a text another one, in every language."""


def checks(project: Project, rounds: int) -> str:
    """Measure `check` on many locales, and units a second in one process; return the table."""
    many, one = Timing(f"`check`, {LOCALES} locales"), Timing("`check`, one of them")
    again = Timing("the same again, nothing changed")
    with tempfile.TemporaryDirectory(prefix="polyleaf-bench-") as folder:
        root = Path(folder)
        units = _many_units(project, root)
        (root / "build").mkdir()
        time.sleep(SETTLING)
        for _ in range(rounds):
            forget(root)
            many.add(polyleaf(root, "check"))
            again.add(polyleaf(root, "check"))
            forget(root)
            one.add(polyleaf(root, "check", Project.at(root).locales()[0]))
        rate = _units_a_second(root, units)
    return table(
        "Checking",
        f"Medians of {rounds} runs; {units} texts in each locale, and the sheet's own words. "
        f"Ratio: to one locale. One process reads and checks {rate:,.0f} texts a second once it is "
        "warm.",
        [one.row(one), many.row(one, MANY), again.row(one)],
    )


def _many_units(project: Project, root: Path) -> int:
    """Make a project with an article of some two hundred units in a hundred locales.

    The shipped article is repeated with a name behind each paragraph, in Spanish and in Arabic.
    """
    shutil.copytree(project.source, root / "source")
    file = next((root / "source").glob("*.md"))
    head, _, _ = file.read_text(encoding="utf-8").partition("\n## 1.")
    entries = {
        language: po.read(project.catalog_file(language, file.stem).read_text(encoding="utf-8"))
        for language in ("es", "ar")
    }
    paragraphs = [
        entry.text
        for entry in entries["es"]
        if any(line.startswith("#. paragraph") for line in entry.raw.splitlines())
        and not entry.context
        and "uicid" not in entry.text  # such a passage needs a crisis note beside it
    ]
    needed = (UNITS - 5) // len(paragraphs) + 1
    texts = [f"{text} {mark}." for mark in _MARKS[:needed] for text in paragraphs]
    texts = texts[: UNITS - 5]
    file.write_text(head + "\n\n## Again\n\n" + "\n\n".join(texts) + "\n", encoding="utf-8")
    for language, names in _names().items():
        said = {entry.key: entry.translation for entry in entries[language]}
        catalog = list(entries[language])
        for number, text in enumerate(texts):
            translation = f"{said['', paragraphs[number % len(paragraphs)]]} {text.split()[-1]}"
            catalog.append(po.new_entry(Message(text=text), translation))
        catalog.append(
            po.new_entry(Message(text="Again"), {"es": "Otra vez", "ar": "مرة"}[language])
        )
        written = po.write(catalog)
        words = project.catalog_file(language, "sheet").read_text(encoding="utf-8")
        for name in names:
            folder = root / "locales" / name / "LC_MESSAGES"
            folder.mkdir(parents=True)
            for stem, content in ((file.stem, written), ("sheet", words)):
                own = content.replace(f"Language: {language}", f"Language: {name}")
                (folder / f"{stem}.po").write_text(own, encoding="utf-8")
    return len(texts) + 5


def _names() -> dict[str, list[str]]:
    """Return names of locales that say the same as Spanish and as Arabic."""
    found: dict[str, list[str]] = {}
    for language, script in (("es", "Latn"), ("ar", "Arab")):
        own = [one for one in locale_identifiers() if re.fullmatch(rf"{language}_[A-Z]{{2}}", one)]
        found[language] = [*own, *(one.replace("_", f"_{script}_") for one in own)][: LOCALES // 2]
    if sum(map(len, found.values())) < LOCALES:
        raise PolyleafError("CLDR has too few variants of Spanish and Arabic to measure with")
    return found


def _units_a_second(root: Path, units: int) -> float:
    """Return how many units one process reads and checks in a second, once it is warm."""
    sources = read_sources(Project.at(root))
    locales = sources.project.locales()
    list(check_locale(sources, locales[0], date.today()))
    begin = time.perf_counter()
    for locale in locales[1:21]:
        list(check_locale(sources, locale, date.today()))
    return 20 * units / (time.perf_counter() - begin)
