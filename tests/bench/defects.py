"""The same defects before our checks and before pofilter of the Translate Toolkit.

pofilter is called beside the bench, which installs it into an environment of its own; it knows
nothing of citations or crisis notes, and is the best that translators have without us.
"""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from pipeline.catalog import po
from pipeline.catalog.read import read_catalog
from pipeline.check.catalog import check_catalog
from pipeline.project import Project
from pipeline.project.sources import read_sources
from pipeline.records.glossary import terms_of
from tests.bench.timing import table
from tests.copies import ROOT

LOCALE = "es"

_CODE = re.compile(r"\[-?@[^\]]+\]")

Damage = Callable[[str, str], str]
"""Makes a translation worse, given the source and the translation; what it cannot damage it returns
as it is."""

DEFECTS: dict[str, Damage] = {
    "citation removed": lambda _, text: _CODE.sub("", text, count=1),
    "citation swapped": lambda _, text: (
        _CODE.sub("[@coyne1976]", text, count=1) if "coyne" not in text else text
    ),
    "citation typed": lambda _, text: _CODE.sub("(Beck, 1967)", text, count=1),
    "placeholder removed": lambda _, text: re.sub(r"\{\w+\}", "", text, count=1),
    "number typed": lambda _, text: f"{text} 988",
    "address typed": lambda _, text: f"{text} www.example.org",
    "left in English": lambda source, _: source,
    "half of it cut": lambda _, text: (
        " ".join(text.split()[: len(text.split()) // 2]) if len(text.split()) > 11 else text
    ),
    "another language": lambda _, text: (
        "A rejeição é antecipada, e o isolamento que se segue "
        "confirma as crenças depressivas que já não são suas."
        if not _CODE.search(text) and len(text.split()) > 8
        else text
    ),
    "emphasis lost": lambda _, text: text.replace("**", ""),
    "control character": lambda _, text: f"\u202e{text}",
    "look-alike letter": lambda _, text: text.replace("a", "а", 1),
    "bracket lost": lambda _, text: text.replace(")", "", 1) if "(" in text else text,
}


def beside_pofilter(project: Project, _: int) -> str:
    """Count what our checks and pofilter catch of each defect, and what they flag without one."""
    article = read_sources(project).articles[0]
    entries = po.read(project.catalog_file(LOCALE, article.id).read_text(encoding="utf-8"))
    command = shutil.which("pofilter", path=ROOT / ".venv/pofilter/bin")
    rows = []
    kinds: dict[str, Damage] = {"none: falsely flagged": lambda _, text: text, **DEFECTS}
    quiet: tuple[set[str], set[str]] = (set(), set())
    for name, damage in kinds.items():
        damaged = list(_damaged(entries, damage))
        touched = {entry.text for entry, changed in damaged if changed}
        text = po.write([entry for entry, _ in damaged])
        ours = _ours(project, text)
        theirs = _theirs(command, text) if command else set()
        if not touched:
            quiet = ours, theirs
            touched = {entry.text for entry in entries if entry.text}
        else:
            ours, theirs = (ours - quiet[0]) & touched, (theirs - quiet[1]) & touched
        said = str(len(theirs)) if command else "not installed"
        rows.append(f"| {name} | {len(touched)} | {len(ours)} | {said} |")
    return table(
        "What the checks catch",
        f"The same defects, done to each text of the {LOCALE} catalog that they fit, before our "
        "rules and before `pofilter` of the Translate Toolkit.",
        rows,
        ("defect", "texts", "Polyleaf", "pofilter"),
    )


def _damaged(entries: list[po.Entry], damage: Damage) -> Iterator[tuple[po.Entry, bool]]:
    for entry in entries:
        text = damage(entry.text, entry.translation) if entry.text else entry.translation
        if text == entry.translation:
            yield entry, False
        else:
            yield po.with_translation(entry, text), True


def _ours(project: Project, text: str) -> set[str]:
    """Return the source texts of the entries that our rules flag."""
    sources = read_sources(project)
    article = sources.articles[0]
    catalog, _, _ = read_catalog(text.encode(), LOCALE, "bench.po", article.id)
    if catalog is None:
        return set()
    terms = terms_of(sources.terms, LOCALE)
    found = check_catalog(article, catalog, sources.references, terms)
    return {finding.source for finding in found}


def _theirs(command: str, text: str) -> set[str]:
    """Return the source texts of the entries that pofilter writes out."""
    with tempfile.TemporaryDirectory(prefix="polyleaf-bench-") as folder:
        given, found = Path(folder) / "given.po", Path(folder) / "found.po"
        given.write_text(text, encoding="utf-8")
        subprocess.run(
            [command, "--progress=none", f"--language={LOCALE}", str(given), str(found)],
            capture_output=True,
            check=True,
        )
        if not found.exists():
            return set()
        return {entry.text for entry in po.read(found.read_text(encoding="utf-8")) if entry.text}
