"""The documents cannot drift: links lead somewhere, modules and commands are named."""

import re
from pathlib import Path

import pytest

from pipeline import STAGES
from pipeline.compose.sheet import editions
from tests.conftest import ROOT

DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: file.name)
def test_links_lead_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#:]+)\)", text) + re.findall(r'src="([^":]+)"', text)
    for link in links:
        assert (document.parent / link).exists(), link


def test_the_architecture_names_every_room() -> None:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    for room in STAGES:
        assert f"`{room}/" in text or f"`pipeline/{room}/" in text, room


def test_the_readme_names_the_commands_that_a_newcomer_needs() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in ("make pdf LANG=es", "make test", "make locale LANG="):
        assert command in text


def test_each_guarantee_names_a_test_that_is_there() -> None:
    text = (ROOT / "docs/guarantees.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| .* \| `(tests/[^`]+)` \|$", text, re.MULTILINE)
    assert len(rows) == len(re.findall(r"^\| (?!what|---)", text, re.MULTILINE)) > 0
    for row in rows:
        place, _, name = row.partition("::")
        assert (ROOT / place).exists(), place
        if name:
            assert f"def {name}(" in (ROOT / place).read_text(encoding="utf-8"), row


def test_the_readme_names_every_language_and_edition() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for locale in (folder.parent.name for folder in (ROOT / "locales").glob("*/LC_MESSAGES")):
        assert f"`{locale}`" in text, locale
    for edition in editions():
        assert f"`{edition}`" in text, edition


def test_decisions_have_context_decision_and_consequences() -> None:
    decisions = sorted((ROOT / "docs/decisions").glob("*.md"))
    assert [int(file.name[:4]) for file in decisions] == list(range(1, len(decisions) + 1))
    for file in decisions:
        text = file.read_text(encoding="utf-8")
        assert all(f"**{part}.**" in text for part in ("Context", "Decision", "Consequences"))
