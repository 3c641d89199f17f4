import pytest

from pipeline.check.article import check_article
from pipeline.parse.article import parse_article
from pipeline.project import Project
from pipeline.values.article import Article
from pipeline.values.finding import Finding
from tests.conftest import ARTICLE, ROOT

PATH = "source/sleep.md"


def article(text: str) -> Article:
    parsed, findings = parse_article(text, PATH)
    assert findings == ()
    assert parsed
    return parsed


def check(text: str, works: tuple[str, ...] = ("beck1967",), *images: str) -> list[Finding]:
    return list(check_article(article(text), works, images))


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


def test_an_article_whose_works_are_known_has_no_finding() -> None:
    assert check(ARTICLE) == []


def test_an_unknown_citation_key_is_reported_on_its_line() -> None:
    (finding,) = check(ARTICLE, ("joiner2005",))
    assert (finding.code, finding.line) == ("SRC005", line_of(ARTICLE, "[@beck1967]"))
    assert (finding.path, finding.source_path, finding.article) == (PATH, PATH, "sleep")
    assert finding.source_line == finding.line
    assert finding.is_error
    assert "'beck1967'" in finding.message


def test_a_key_is_known_only_when_all_of_it_is() -> None:
    assert [f.code for f in check(ARTICLE, ("beck", "Beck1967", "beck19678"))] == ["SRC005"]


def test_every_unknown_key_is_reported_in_one_run() -> None:
    text = (
        ARTICLE.replace("low mood\n", "low mood [@title2000]\n", 1)
        + "\n- *See [@beck1967; -@item2001]*\n\n| a [@head2002] | b |\n|---|---|\n"
        + "| x | y [@cell2003, p. 2] |\n\nText[^1].\n\n[^1]: Note [@note2004].\n"
    )
    found = {(finding.code, finding.line, finding.message.split("'")[1]) for finding in check(text)}
    assert found == {
        ("SRC005", line_of(text, f"@{key}"), key)
        for key in ("title2000", "item2001", "head2002", "cell2003", "note2004")
    }


def test_a_literal_article_has_no_codes() -> None:
    text = ARTICLE.replace('version: "1.0"', 'version: "1.0"\ncitations: literal')
    (finding,) = check(text)
    assert (finding.code, finding.line) == ("SRC005", line_of(text, "[@beck1967]"))
    assert check(text.replace("[@beck1967]", "(Beck, 1967)"), ()) == []


def test_a_missing_image_is_reported_on_its_line() -> None:
    text = ARTICLE + "\n![A hand](images/hand.svg)\n\nAnd ![a lamp](lamp.svg).\n"
    found = [(finding.code, finding.line) for finding in check(text, ("beck1967",), "lamp.svg")]
    assert found == [("SRC010", line_of(text, "images/hand.svg"))]
    assert check(text, ("beck1967",), "lamp.svg", "images/hand.svg") == []


@pytest.mark.parametrize("target", ["https://example.org/hand.svg", "../hand.svg", "hand.SVG"])
def test_an_image_lies_below_source(target: str) -> None:
    assert [f.code for f in check(f"{ARTICLE}\n![A]({target})\n", ("beck1967",), "hand.svg")] == [
        "SRC010"
    ]


@pytest.mark.parametrize("name", ["my hand.svg", "mão.svg", "100%.svg"])
def test_an_image_may_have_any_name(name: str) -> None:
    assert check(f"{ARTICLE}\n![A hand](<{name}>)\n", ("beck1967",), name) == []


def test_the_shipped_articles_find_all_that_they_need() -> None:
    project = Project.at(ROOT)
    articles, findings = project.articles()
    assert articles
    assert findings == []
    works, images = project.references()[0], project.images()
    assert [f for one in articles for f in check_article(one, works, images)] == []
