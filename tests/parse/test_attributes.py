"""What is said in braces at the end of a text."""

from pipeline.parse.article import parse_article
from pipeline.values.article import Article
from tests.conftest import ARTICLE


def article(body: str) -> tuple[Article, list[str]]:
    parsed, findings = parse_article(f"{ARTICLE}\n{body}\n", "source/sleep.md")
    assert parsed
    return parsed, [finding.message for finding in findings]


def test_a_headings_drawing_is_no_part_of_its_text() -> None:
    parsed, messages = article("## Rest well {icon=moon}")
    heading = parsed.body[-1]
    assert (heading.icon, heading.unit and heading.unit.text) == ("moon", "Rest well")
    assert not messages


def test_a_picture_has_a_width_and_a_place() -> None:
    figure = article("![A bed](bed.svg){width=half place=end}")[0].body[-1]
    assert (figure.kind, figure.width, figure.place) == ("figure", "half", "end")


def test_a_placeholder_at_the_end_stays_one() -> None:
    parsed, _ = article("Call {emergency}")
    assert [part.kind for part in parsed.body[-1].content] == ["text", "placeholder"]


def test_what_cannot_be_said_is_reported_and_lost_from_nothing_else() -> None:
    parsed, messages = article("## Rest well {icon=bed}")
    assert parsed.body[-1].unit
    assert parsed.body[-1].unit.text == "Rest well"
    assert messages == ["a heading cannot be given {icon=bed}"]
    assert article("Rest well. {icon=moon}")[1] == ["a paragraph cannot be given {icon=moon}"]
