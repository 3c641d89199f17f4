"""What is said in braces at the end of a text."""

from pipeline.parse.article import parse_article
from pipeline.values.article import Article
from tests.conftest import ARTICLE
from tests.rows import each_row


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


def contexts(parsed: Article) -> list[tuple[str, str]]:
    return [(unit.context, unit.text) for unit in parsed.units() if unit.context != "crisis"]


def test_a_context_tells_a_text_from_the_same_words_elsewhere() -> None:
    parsed, messages = article(
        "## Right {context=side icon=moon}\n\n| Hand |\n|---|\n| Right {context=side} |\n\n"
        "- Right\n- Left {context=direction}\n\nTerm {context=law}\n: Right {context=law}"
    )
    assert messages == []
    assert contexts(parsed)[-7:] == [
        ("side", "Right"),
        ("", "Hand"),
        ("side", "Right"),
        ("", "Right"),
        ("direction", "Left"),
        ("law", "Term"),
        ("law", "Right"),
    ]


def test_a_context_goes_to_the_words_of_a_picture() -> None:
    parsed, _ = article('![Right](a.svg "Left"){context=side}')
    assert contexts(parsed)[-2:] == [("side", "Right"), ("side", "Left")]


def test_a_context_of_a_crisis_note_or_of_the_sheet_cannot_be_taken() -> None:
    fault = "a text cannot be given {context=crisis}"
    assert article("Right {context=crisis}")[1] == [fault]
    assert article("Right {context=Side}")[1] == ["a text cannot be given {context=Side}"]
    note = "::: crisis short\nTalk to someone. {context=side}\n\n{services}\n:::"
    assert "a text of a crisis note cannot be given {context=side}" in article(note)[1]


def test_cells_are_given_no_more_than_a_context() -> None:
    table = "| Hand |\n|---|\n| Right {icon=moon} |"
    assert article(table)[1] == ["a table cell cannot be given {icon=moon}"]


@each_row(
    "text",
    [
        "{context=side}",
        "Right {context=left side}",
        "Right {Context=side}",
        "Right {CONTEXT=side}",
        "Right {context: side}",
        "Right {context： side}",
        "Right {context = side}",
        "Right {context=}",
        "Right {context=side} now.",
        "Right {context=crisis}",
        "Right {context=Side}",
        "- {context=side}",
        "## {context=side}",
    ],
)
def test_a_context_with_a_slip_is_told(text: str) -> None:
    assert article(text)[1]


@each_row(
    "text", ["Right \\{context=side}", "Write `{context: side}`.", "The set {a, b}: two of them."]
)
def test_braces_that_are_meant_as_letters_stay(text: str) -> None:
    parsed, messages = article(text)
    assert messages == []
    assert contexts(parsed)[-1][0] == ""
