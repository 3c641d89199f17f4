"""An attempt that failed is unsafe wording where the passage is about suicide, and nowhere else."""

from pipeline.catalog.messages import article_messages
from pipeline.check.article import check_article
from pipeline.check.catalog import check_catalog
from pipeline.check.passage import Passages
from pipeline.parse.article import parse_article
from pipeline.values.article import Article
from pipeline.values.message import Catalog, Translation
from tests.rows import each_row

FRONT = (
    "---\nid: bare\ntitle: Sleep and mood\nversion: '1'\nlanguage: en\ndate: 2026-01-10\n"
    "review-by: 2027-01-10\n---\n\n"
)
BARE = "It came to nothing."
"""A sentence that says nothing unsafe in English."""

ABOUT_IT = {
    "the paragraph before": f"## Days\n\nSuicide is on my mind.\n\n{BARE}\n",
    "the paragraph after": f"## Days\n\n{BARE}\n\nShe thought of suicide.\n",
    "the heading": f"## Thoughts of suicide\n\nThey come.\n\n{BARE}\n",
    "the heading above the heading": f"## About suicide\n\n### Last year\n\n{BARE}\n",
    "a list": f"## Days\n\nSuicide:\n\n- {BARE}\n- Rest.\n",
    "a table": f"## Days\n\n| suicide | what |\n|---|---|\n| once | {BARE} |\n",
    "a crisis note": f"::: crisis short\n{BARE}\n\n{{services}}\n:::\n\n## Days\n\nRest.\n",
}

ELSEWHERE = {
    "nothing said": f"## Days\n\nRest.\n\n{BARE}\n",
    "another section": f"## Suicide\n\nAsk for help.\n\n## Computers\n\n{BARE}\n",
    "the section after": f"## Computers\n\n{BARE}\n\n## Suicide\n\nAsk for help.\n",
}

SAID = {
    "es": "El intento fracasó.",
    "fr": "La tentative a échoué.",
    "de": "Der Versuch ist gescheitert.",
    "ru": "Попытка не удалась.",
    "ar": "المحاولة فشلت.",
    "zh_Hans": "那次尝试失败了。",
    "hi": "वह प्रयास असफल रहा।",
    "ja": "その試みは失敗した。",
}


def article(text: str) -> Article:
    parsed, findings = parse_article(FRONT + text, "source/bare.md")
    assert findings == ()
    assert parsed
    return parsed


def unsafe(text: str, locale: str) -> bool:
    """Say whether the translation of the bare sentence is told."""
    one = article(text)
    entries = {
        message.key: Translation(
            text=SAID[locale] if message.text == BARE else message.text,
            path="x.po",
            line=1,
            fuzzy=False,
        )
        for message in article_messages(one)
    }
    catalog = Catalog(locale=locale, path="x.po", translations=entries)
    return "SAF010" in {finding.code for finding in check_catalog(one, catalog)}


@each_row("locale", SAID)
@each_row("place", ABOUT_IT)
def test_a_bare_attempt_counts_where_the_passage_is_about_suicide(place: str, locale: str) -> None:
    assert unsafe(ABOUT_IT[place], locale)


@each_row("locale", SAID)
@each_row("place", ELSEWHERE)
def test_a_bare_attempt_says_nothing_elsewhere(place: str, locale: str) -> None:
    assert not unsafe(ELSEWHERE[place], locale)


@each_row("place", [*ABOUT_IT, *ELSEWHERE])
def test_an_author_is_told_the_same(place: str) -> None:
    text = {**ABOUT_IT, **ELSEWHERE}[place].replace(BARE, "The attempt failed.")
    found = {finding.code for finding in check_article(article(text), (), ())}
    assert ("SAF010" in found) is (place in ABOUT_IT)


def test_a_passage_is_what_stands_between_two_headings_and_those_above_it() -> None:
    one = article("Lead.\n\n## A\n\nFirst.\n\n### B\n\nSecond.\n\n## C\n\nThird.\n")
    said = Passages(one).text(("", "Second."), {("", "B"): "be"})
    assert said.split() == ["Sleep", "and", "mood", "A", "B", "Second.", "be"]


def test_a_text_that_stands_twice_has_both_passages() -> None:
    one = article("## A\n\nSame.\n\n## C\n\nSame.\n")
    assert {"A", "C"} <= {text for _, text in Passages(one).around(("", "Same."))}
