"""The documents cannot drift: links lead somewhere, modules and commands are named."""

import re
import tomllib
from dataclasses import fields
from pathlib import Path

from pipeline import STAGES
from pipeline.compose.sheet import editions
from pipeline.parse.article import ATTRIBUTES, CONTAINERS, parse_article
from pipeline.parse.front_matter import OPTIONAL, REQUIRED
from pipeline.records.publisher import read_clinic
from tests import house
from tests.conftest import ROOT
from tests.rows import each_row

DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


@each_row("document", DOCUMENTS, ids=lambda file: file.name)
def test_links_lead_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    # What stands in examples leads nowhere.
    text = re.sub(r"^```.*?^```$|`[^`\n]*`", "", text, flags=re.MULTILINE | re.DOTALL)
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


def example(page: str, language: str) -> str:
    """Return what stands in a page's first example of a language."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    found = re.search(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


def test_the_article_that_is_shown_is_one_and_uses_all_there_is() -> None:
    text = example("writing-an-article.md", "markdown")
    article, findings = parse_article(text, "source/sleep.md")
    assert (article is not None, findings) == (True, ())
    page = (ROOT / "docs/writing-an-article.md").read_text(encoding="utf-8")
    for field in REQUIRED + OPTIONAL:
        assert f"`{field}`" in page, field
    for name in CONTAINERS:
        assert f"::: {name}\n" in text or f"`::: {name}`" in page, name
    for words in ATTRIBUTES.values():
        for name, values in words.items():
            assert f"{{{name}=" in page or f" {name}=" in page
            assert all(value in page for value in values), name


def test_the_clinic_that_is_shown_is_one_and_has_every_field() -> None:
    data = tomllib.loads(example("a-clinic.md", "toml"))
    clinic, findings = read_clinic(data, "source/clinics/harbour.toml", "harbour")
    assert not findings
    wanted = {field.name for field in fields(clinic)} - {"id"}
    assert wanted - data.keys() == set(), "show the field in the example of docs/a-clinic.md"
    assert data.keys() - wanted == set(), "a clinic has no such field: values/publisher.py"


def test_decisions_have_context_decision_and_consequences() -> None:
    decisions = sorted((ROOT / "docs/decisions").glob("*.md"))
    assert [int(file.name[:4]) for file in decisions] == list(range(1, len(decisions) + 1))
    for file in decisions:
        text = file.read_text(encoding="utf-8")
        assert all(f"**{part}.**" in text for part in ("Context", "Decision", "Consequences"))


def test_the_map_of_the_house_is_current() -> None:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    assert f"{house.BEGIN}{house.drawing()}{house.END}" in text, (
        "run: .venv/bin/python -m tests.house"
    )


def test_what_to_open_for_a_change_is_there() -> None:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    table = text.partition("## To change this, open that")[2]
    named = re.findall(r"`([\w.-]+/[^` ]*)`", table)
    assert len(named) > 20
    for name in named:
        assert (ROOT / name.replace("XX", "US")).exists(), name
