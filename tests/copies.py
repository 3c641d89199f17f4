"""Copies of the project: its sources and some of its catalogs, free to break."""

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).parent.parent

LOCALES = ("ar", "es")
"""The locales of the copy: one of each direction, so that tests stay as quick as they are."""

REGIONS = ("001", "AT", "CA", "CA-QC", "ES", "FR", "GB", "IN", "JP", "KE", "NZ", "TR", "US")
"""The regions of the copy: those that tests name. Each command reads and judges them all."""

CLINICIAN_IS_ENOUGH = """\
[needs]
machine = ["clinician"]
"""
"""The policy of a publisher for whom one approval makes a translation approved, so that tests of
what approvals are need no second person; ``tests/vouch/test_policy.py`` is about policies."""


def copy_project(folder: Path, locales: tuple[str, ...] = LOCALES) -> None:
    """Copy the project's sources, but for most regions, and the catalogs of some locales."""
    shutil.copytree(ROOT / "source", folder / "source", ignore=_other_regions)
    (folder / "source/policy.toml").write_text(CLINICIAN_IS_ENOUGH, encoding="utf-8")
    # The example's address is made up, and nothing that has it can be approved.
    publisher = folder / "source/publisher.toml"
    text = publisher.read_text(encoding="utf-8")
    # What a test takes away is gone: nothing is taken over from the program.
    text = text.replace("polyleaf.example", "polyleaf.internal") + "inherits = false\n"
    publisher.write_text(text, encoding="utf-8")
    (folder / "locales").mkdir()
    for file in (ROOT / "locales").iterdir():
        if file.is_file():
            shutil.copy(file, folder / "locales" / file.name)
    for name in locales:
        shutil.copytree(ROOT / "locales" / name, folder / "locales" / name)
    for file in (folder / "locales").rglob("*.po"):
        # Tests look at a day of their own, on which the words must have been there.
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"(?<=PO-Revision-Date: )\S+", "2026-11-20", text), "utf-8")


FRONT = """\
---
id: help
title: Free help
version: "1"
language: en
date: 2026-01-10
review-by: 2027-01-10
---
"""
"""The front matter of an article in a project that has nothing of ours."""


def start_project(folder: Path, *records: str) -> Path:
    """Begin a project without articles and catalogs: all regions, the publisher, and more records.

    Its folder ``source`` is returned.
    """
    source = folder / "source"
    shutil.copytree(ROOT / "source/regions", source / "regions")
    for name in ("publisher.toml", *records):
        shutil.copy(ROOT / "source" / name, source)
    return source


def add_sheet_words(folder: Path, locale: str) -> None:
    """Add the sheet's own words in a language to a project."""
    words = folder / "locales" / locale / "LC_MESSAGES"
    words.mkdir(parents=True)
    shutil.copy(ROOT / "locales" / locale / "LC_MESSAGES" / "sheet.po", words)


def _other_regions(folder: str, names: list[str]) -> set[str]:
    """Return what a copy has no use for in a folder: the records of other regions."""
    is_of_regions = Path(folder).name == "regions"
    return {name for name in names if is_of_regions and Path(name).stem not in REGIONS}


_LEFT_OUT = re.compile(
    r"::: (?:detail|summary|addition).*?\n:::\n|"
    r"::: callout\n\*\*The Connection:\*\* (?:Attachment|Insecure attachment disrupts).*?\n:::\n|"
    r"Over time, .*?\n|Secure attachment fosters .*?\[@schore2001\]\.\n|"
    r"## [45]\. .*?(?=\n## )|## Why This .*?(?=\n## )|### Questions to .*?(?=\n:::)",
    re.DOTALL,
)
"""What is cut: whole parts, paragraphs and boxes, so that what is left has its translation."""


def shorten(project: Path) -> None:
    """Cut the article of a copy of the project to a third, in whatever languages it has.

    Both crisis notes, citations, headings of two levels, a box and a list are left: enough for what
    holds of every sheet, and a sheet is set in a third of the time.
    """
    article = project / "source/attachment-and-depression.md"
    text = _LEFT_OUT.sub("", article.read_text(encoding="utf-8"))
    article.write_text(text, encoding="utf-8")
