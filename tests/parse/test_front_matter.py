from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.parse.front_matter import REQUIRED, Field, parse_date, read_front_matter
from pipeline.parse.problems import Problems
from tests.rows import each_row
from tests.steps import many

WHOLE = """\
id: sleep
title: Sleep
version: "1.0"
language: en
date: 2026-01-10
review-by: 2027-01-10"""


def read(text: str) -> tuple[dict[str, Field], list[tuple[int, str]]]:
    problems = Problems("source/sleep.md")
    fields = read_front_matter(text, problems)
    assert {finding.code for finding in problems.findings} <= {"SRC001"}
    return fields, [(finding.line, finding.message) for finding in problems.findings]


def test_a_whole_front_matter_is_read_with_its_lines() -> None:
    fields, found = read(WHOLE + "\nsubtitle: Rest\naudience: All\nrights: CC BY\ncitations: codes")
    assert found == []
    assert fields["id"] == Field("sleep", 2)
    assert fields["review-by"] == Field("2027-01-10", 7)
    assert fields["citations"] == Field("codes", 11)


def test_every_value_is_text() -> None:
    fields, found = read(WHOLE.replace('"1.0"', "1.10").replace("title: Sleep", "title: no"))
    assert found == []
    assert fields["version"].text == "1.10"
    assert fields["title"].text == "no"


def test_a_folded_value_is_one_line() -> None:
    fields, _ = read(WHOLE.replace("title: Sleep", "title: >\n  Sleep\n  well"))
    assert fields["title"] == Field("Sleep well", 3)


def test_a_non_breaking_space_stays_in_the_title() -> None:
    fields, _ = read(WHOLE.replace("title: Sleep", "title: 10\u00a0hours of sleep"))
    assert fields["title"].text == "10\u00a0hours of sleep"


@each_row("name", REQUIRED)
def test_a_missing_field_is_named(name: str) -> None:
    lines = [line for line in WHOLE.split("\n") if not line.startswith(f"{name}:")]
    assert read("\n".join(lines))[1] == [(1, f"the front matter lacks {name}")]


@each_row("name", REQUIRED)
def test_an_empty_field_is_missing(name: str) -> None:
    lines = [f"{name}:" if line.startswith(f"{name}:") else line for line in WHOLE.split("\n")]
    assert read("\n".join(lines))[1] == [(1, f"the front matter lacks {name}")]


def test_all_missing_fields_are_named_at_once() -> None:
    ((line, message),) = read("subtitle: Rest")[1]
    assert line == 1
    assert all(name in message for name in REQUIRED)


@each_row("text", ["", "# only a comment", "- a\n- b", "sleep"])
def test_a_front_matter_without_fields_is_refused(text: str) -> None:
    assert read(text) == ({}, [(1, "the front matter has no fields")])


@each_row(
    ("old", "new", "line", "words"),
    [
        ("id: sleep", "id: Sleep", 2, "the id 'Sleep' is malformed"),
        ("id: sleep", "id: sleep--well", 2, "malformed"),
        ("id: sleep", "id: ../sleep", 2, "malformed"),
        ("language: en", "language: English", 5, "malformed"),
        ("date: 2026", "date: 26", 6, "not a date"),
        ("2027-01-10", "2027-02-30", 7, "review-by '2027-02-30' is not a date"),
        ("language: en", "language: en-US", 5, "the language 'en-US' is malformed"),
        ("language: en", "language: xx", 5, "no language has the code 'xx'"),
        ("title: Sleep", "titel: Sleep", 3, "unknown field 'titel'"),
        ("title: Sleep", "title: Sleep\ntitle: Rest", 4, "stands twice"),
        ("title: Sleep", "title: [Sleep]", 3, "not a plain text"),
        ("title: Sleep", "title: Sleep\ncitations: none", 4, "'none' is unknown"),
        ("title: Sleep", "title: Sleep: and mood", 3, "not YAML"),
        ("title: Sleep", 'title: "Sleep', 4, "not YAML"),
        ("title: Sleep", "title: *name", 3, "not YAML"),
        ("title: Sleep", "title: Sl\x01eep", 2, "not YAML"),
    ],
)
def test_a_wrong_field_is_reported_on_its_line(old: str, new: str, line: int, words: str) -> None:
    found = read(WHOLE.replace(old, new))[1]
    assert any(number == line and words in message for number, message in found), found


@each_row("name", ["[a]: b", "{a: b}: c", "? [a]\n: b"])
def test_a_field_whose_name_is_no_text_is_a_finding(name: str) -> None:
    assert 8 in [line for line, _ in read(f"{WHOLE}\n{name}")[1]]


@settings(deadline=None, max_examples=many(200))
@given(st.text(alphabet="ab:-\n \"'{}[]#&*!|>%@`,?", max_size=25))
def test_no_text_is_too_odd_to_be_judged(text: str) -> None:
    problems = Problems("source/sleep.md")
    read_front_matter(text, problems)
    assert problems.findings


def test_a_date_is_written_year_month_day() -> None:
    assert parse_date("2026-01-10") == date(2026, 1, 10)
    assert parse_date("10.01.2026") is None
    assert parse_date("") is None


@each_row(
    ("written", "said"),
    [
        ('"Sleep \\u202ewell"', "(U+202E), written as a code"),
        ('"Sleep \\ud800well"', "(U+D800), written as a code"),
        ('"Sleep \\0well"', "(U+0000), written as a code"),
        ('"Sleep \\U00110000well"', "it has the code of a letter that does not exist"),
        ("Sleep #1", "what follows the sign # is no part of the field: #1"),
    ],
)
def test_letters_that_would_be_lost_or_unseen_are_refused(written: str, said: str) -> None:
    problems = Problems("source/sleep.md")
    fields = read_front_matter(WHOLE.replace("title: Sleep", f"title: {written}"), problems)
    assert said in problems.findings[0].message
    assert "\n" not in problems.findings[0].message
    assert fields.get("title", Field("", 3)).text.isprintable()


@each_row(
    ("old", "new", "text"),
    [
        ("date: 2026-01-10", "date: 2026-01-10 # in winter", "Sleep"),
        ("title: Sleep", 'title: "Sleep #1" # so it is', "Sleep #1"),
        ("title: Sleep", "title: Sleep#1", "Sleep#1"),
    ],
)
def test_a_comment_beside_a_date_or_a_quoted_text_is_one(old: str, new: str, text: str) -> None:
    fields, found = read(WHOLE.replace(old, new))
    assert (fields["title"].text, found) == (text, [])


def test_braces_in_braces_are_refused_at_once() -> None:
    problems = Problems("source/sleep.md")
    assert read_front_matter("title: " + "{" * 20_000, problems) == {}
    assert [one.code for one in problems.findings] == ["SRC028"]
