"""Long words in narrow columns of large type: they break where they may, and nowhere else."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from pipeline.verify.page import read_pages
from pipeline.verify.text import read
from tests.copies import add_sheet_words, start_project
from tests.sheets import printed

SOFT = "\u00ad"
LAW = SOFT.join(
    ("Rindfleisch", "etikettierungs", "überwachungs", "aufgaben", "übertragungs", "gesetz")
)
DISORDER = SOFT.join(("Nahrungs", "mittel", "unver", "träg", "lich", "keit"))
OTHERS = (
    f"Ansprech{SOFT}stelle",
    f"Kosten{SOFT}übernahme",
    f"Kranken{SOFT}versicherungs{SOFT}beitrag",
)
ADDRESS = (
    "https://www.example.org/services/mental-health/patients/forms/"
    "application-for-the-transfer-of-tasks-of-supervision/2026/v2"
)
ARTICLE = f"""\
---
id: words
title: Lange Wörter
version: "1"
language: de
date: 2026-01-10
review-by: 2027-01-10
---

## Formular

| Beschwerde | {OTHERS[0]} | {OTHERS[1]} |
|---|---|---|
| {DISORDER} | {OTHERS[0]} | {OTHERS[2]} |

| Gesetz | Gesetz |
|---|---|
| {LAW} | {LAW} |

Siehe [die Seite]({ADDRESS}) für mehr: {LAW} {LAW}.
"""


@pytest.mark.exhaustive
def test_long_words_of_large_print_break_at_soft_hyphens_alone(tmp_path: Path) -> None:
    add_sheet_words(tmp_path, "de")
    (start_project(tmp_path) / "words.md").write_text(ARTICLE, encoding="utf-8")
    made = printed("de", "US", tmp_path, root=tmp_path, edition="large-print")
    assert not made.judge(made.pdf)
    rows = read(read_pages(made.pdf), rtl=False).rows()
    ends = [cell.split()[-1] for row in rows for cell in row.split("\t") if cell.strip()]
    broken = [end.removesuffix("-") for end in ends if end.endswith("-") and "/" not in end]
    assert len(broken) > 2
    assert set(broken) <= set(_heads())


def _heads() -> Iterator[str]:
    """Yield what may stand before a hyphen: whole parts of a word, from any break to the next."""
    for word in (LAW, DISORDER, *OTHERS):
        parts = word.split(SOFT)
        for begin, end in combinations(range(len(parts)), 2):
            yield "".join(parts[begin:end])
