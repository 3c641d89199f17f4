"""Letters of a wrong encoding in an article and in the records that are printed beside it."""

from pathlib import Path

import pytest

from pipeline.check.garbled import check_letters
from pipeline.parse.article import parse_article
from pipeline.records.publisher import read_publisher
from pipeline.records.reference import read_references
from tests.conftest import ROOT
from tests.rows import each_row

HEAD = "---\nid: a\ntitle: {}\nlanguage: en\nversion: '1'\ndate: 2026-01-01\n---\n\n{}\n"


def told(title: str, body: str) -> list[str]:
    article, findings = parse_article(HEAD.format(title, body), "source/a.md")
    assert article, findings
    return [f"{one.code}:{one.line}" for one in check_letters(article)]


@each_row(
    ("title", "body", "line"),
    [
        ("Rest", "We donâ€™t judge.", 9),
        ("Rest", "Ask for JosÃ©.", 9),
        ("Rest", "- Sleep\n- A cafÃ© closes early", 10),
        ("Rest", "| a | b |\n|---|---|\n| Zoë | ZoÃ« |", 11),
        ("Rest", "The temperature is 20Â°C.", 9),
        ("Rest", "Sleep – rest â€“ eat.", 9),
        ("Rest", "Lost \ufffd letters.", 9),
    ],
)
def test_letters_of_a_wrong_encoding_are_told_with_their_line(
    title: str, body: str, line: int
) -> None:
    assert told(title, body) == [f"TXT015:{line}"]


@each_row(
    ("body", "line"),
    [
        ("TODO: say more.", 9),
        ("Rest. [TODO]", 9),
        ("- Sleep\n- Lorem ipsum dolor sit amet.", 10),
        ("| a | b |\n|---|---|\n| c | XXXX |", 11),
        ("FIXME", 9),
        ("Ask for [insert name].", 9),
    ],
)
def test_a_text_still_to_be_written_is_told_with_its_line(body: str, line: int) -> None:
    assert told("Rest", body) == [f"TXT018:{line}"]


@each_row(
    "body",
    [
        "A to-do list, and all that you have to do.",
        "The size XXL, chapter XXX of the book.",
        "“Don’t,” she said—“not ‘now’…” – and left.",
        "Zoë, José, Łukasz, Ångström, Đặng, Ærø, Übel: all are names.",
        "20 °C, 10² m, ½ tablet, 5 µg, ± 2, § 3, © 2020, 100 €, 5 £.",
        "Español · Français · Tiếng Việt · Русский · العربية · فارسی · 中文",
        "SÃO PAULO, ÂNGELA and Ã alone",
    ],
)
def test_good_letters_are_not(body: str) -> None:
    assert told("Rest", body) == []


@pytest.mark.parametrize("file", sorted((ROOT / "source").glob("*.md")), ids=lambda one: one.stem)
def test_the_shipped_articles_have_none(file: Path) -> None:
    article, _ = parse_article(file.read_text(encoding="utf-8"), file.name)
    assert article
    assert list(check_letters(article)) == []


def test_records_are_looked_at_too() -> None:
    work = {"id": "a", "type": "book", "title": "SueÃ±o", "author": [{"family": "MuÃ±oz"}]}
    _, findings = read_references([work], "source/references.json")
    assert [one.message.partition(":")[0] for one in findings] == [
        "[0].title",
        "[0].author[0].family",
    ]
    _, findings = read_publisher({"name": "ClÃ­nica del Río"}, "source/publisher.toml")
    assert any("letters of a wrong encoding: ClÃ­nica" in one.message for one in findings)
