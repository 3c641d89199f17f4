"""Copies of the project: its sources and some of its catalogs, free to break."""

import os
import re
import shutil
from functools import cache
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
    made: set[Path] = set()
    for name, content, changed in _copied(locales):
        file = folder / name
        if file.parent not in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            made.add(file.parent)
        file.write_bytes(content)
        os.utime(file, ns=(changed, changed))


@cache
def _copied(locales: tuple[str, ...]) -> tuple[tuple[Path, bytes, int], ...]:
    """Return what a copy holds: the name of each file, its content, and when it was changed."""
    names = [
        *(file for file in (ROOT / "source").rglob("*") if not _is_of_another_region(file)),
        *(ROOT / "locales").iterdir(),
        *(file for name in locales for file in (ROOT / "locales" / name).rglob("*")),
    ]
    return tuple(
        (file.relative_to(ROOT), _as_copied(file), file.stat().st_mtime_ns)
        for file in names
        if file.is_file()
    )


def _is_of_another_region(file: Path) -> bool:
    """Say whether a file is one for which a copy has no use: the record of another region."""
    return file.parent.name == "regions" and file.stem not in REGIONS


def _as_copied(file: Path) -> bytes:
    content = file.read_bytes()
    if file == ROOT / "source/policy.toml":
        return CLINICIAN_IS_ENOUGH.encode()
    if file == ROOT / "source/publisher.toml":
        # The example's address is made up, and nothing that has it can be approved.
        content = content.replace(b"polyleaf.example", b"polyleaf.internal")
        # What a test takes away is gone: nothing is taken over from the program.
        return content + b"inherits = false\n"
    if file.suffix == ".po":
        # Tests look at a day of their own, on which the words must have been there.
        return re.sub(rb"(?<=PO-Revision-Date: )\S+", b"2026-11-20", content)
    return content


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


_LEFT_OUT = re.compile(
    r"::: (?:detail|summary|addition).*?\n:::\n|"
    r"::: callout\n\*\*The Connection:\*\* (?:Attachment|Insecure attachment disrupts).*?\n:::\n|"
    r"Over time, .*?\n|Secure attachment fosters .*?\[@schore2001\]\.\n|"
    r"## [45]\. .*?(?=\n## )|## Why This .*?(?=\n## )|### Questions to .*?(?=\n:::)",
    re.DOTALL,
)
"""What is cut: whole parts, paragraphs and boxes, so that what is left has its translation."""

_LEFT_OUT_OF_A_HANDOUT = re.compile(
    _LEFT_OUT.pattern + r"|cover: .*?\n|::: action addition.*?\n:::\n|You can also tell .*?\n|"
    r"Individuals with anxious .*?\n|Fear of abandonment .*?\n|## 3\. .*?(?=\n## )",
    re.DOTALL,
)
"""What is cut besides, so that in English, Spanish and Arabic what is left fits on two pages as it
is set first: no other air, and no other ends of pages, are tried."""


def shorten(project: Path, *, folds: bool = False) -> None:
    """Cut the article of a copy of the project to a quarter, in whatever languages it has.

    Both crisis notes, citations, headings of two levels and a box are left: enough for what holds
    of every sheet, and a handout is set in much less time. Of an article that also ``folds``,
    a third is left, with a list, so that the panels of a brochure are filled.
    """
    article = project / "source/attachment-and-depression.md"
    text = article.read_text(encoding="utf-8")
    article.write_text(_short(text, folds=folds), encoding="utf-8")


@cache
def _short(text: str, *, folds: bool) -> str:
    return (_LEFT_OUT if folds else _LEFT_OUT_OF_A_HANDOUT).sub("", text)
