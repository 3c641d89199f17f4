"""What is larger than anybody reads is a finding, before anything is made of it."""

import pytest

from pipeline.catalog import read as catalog
from pipeline.parse import front_matter, size
from pipeline.parse.article import parse_article
from pipeline.records import table
from pipeline.records.table import Table
from pipeline.values.finding import Finding
from tests.conftest import ARTICLE
from tests.rows import each_row


def of_size(text: str) -> list[Finding]:
    return [one for one in parse_article(text, "source/sleep.md")[1] if one.code == "SRC028"]


def notes(count: int) -> str:
    marks = "\n\n".join(f"Sleep[^{number}]." for number in range(count))
    return marks + "\n\n" + "\n\n".join(f"[^{number}]: A note." for number in range(count))


def rows(count: int) -> str:
    table = "| a | b |\n|---|---|\n" + "| c | d |\n" * 198
    return "\n\n".join([table] * (count // 200))


TEXTS = {
    "a line": (lambda more: "a" * (size.MOST_LETTERS + more)),
    "lines without an end": (lambda more: "a bc\n" * (size.MOST_IN_A_ROW // 4 + more)),
    "footnotes": (lambda more: notes(size.MOST_NOTES + more)),
    "paragraphs": (lambda more: "a\n\n" * (size.MOST_PARAGRAPHS + more)),
    "rows": (lambda more: rows(size.MOST_ROWS + 200 * more)),
}


@pytest.mark.parametrize("make", TEXTS.values(), ids=TEXTS)
def test_the_first_that_is_too_large_is_refused_and_nothing_smaller(make: object) -> None:
    assert callable(make)
    assert list(size.oversized(make(0))) == []
    (found,) = size.oversized(make(1))
    line, message, fix = found
    assert line >= 1
    assert " read" in message or "empty line" in message
    assert fix


def test_a_line_of_a_million_letters_is_not_parsed() -> None:
    article, findings = parse_article(f"{ARTICLE}\n{'Sleep helps. ' * 80_000}\n", "source/a.md")
    assert article is None
    (found,) = findings
    assert (found.code, found.line) == ("SRC028", ARTICLE.count("\n") + 2)


@pytest.mark.parametrize("field", ["title", "version"])
def test_a_field_of_the_front_matter_has_a_size(field: str) -> None:
    text = ARTICLE.splitlines()
    place = next(number for number, line in enumerate(text) if line.startswith(f"{field}:"))
    for more in (0, 1):
        text[place] = f"{field}: {'a' * (front_matter.MOST_LETTERS + more)}"
        assert len(of_size("\n".join(text))) == more


@each_row(
    ("data", "told"),
    [
        ({"name": "a" * table.MOST_LETTERS}, ""),
        ({"name": "a" * (table.MOST_LETTERS + 1)}, "has 4,001 letters"),
        ({"name": "a\n" * table.MOST_LINES + "a"}, "has 41 lines"),
        ({"names": ["a"] * table.MOST_TEXTS}, ""),
        ({"names": ["a"] * (table.MOST_TEXTS + 1)}, "has 501 texts"),
        ({"names": ["a" * (table.MOST_LETTERS + 1)]}, "has a text that has 4,001 letters"),
        ({"by": {"en": "a" * (table.MOST_LETTERS + 1)}}, "has 4,001 letters"),
    ],
)
def test_a_field_of_a_record_has_a_size(data: dict[str, object], told: str) -> None:
    findings: list[Finding] = []
    one = Table(data, "source/clinics/a.toml", findings)
    one.text("name")
    one.texts("names")
    one.by_language("by")
    assert [told in found.message for found in findings] == ([True] if told else [])


def test_a_translation_has_a_size() -> None:
    for more in (0, 1):
        letters = "a" * (catalog.MOST_LETTERS + more)
        text = f'msgid "Sleep"\nmsgstr "{letters}"\n'
        read, _, findings = catalog.read_catalog(text.encode(), "es", "a.po", "a")
        assert (read is None) == bool(more)
        assert any("50,001 letters" in one.message for one in findings) == bool(more)
