from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.parse.inline import one_line, parse_inline, without_separate_units
from pipeline.values.article import plain_text, walk_inlines
from tests.rows import each_row
from tests.steps import many

MARKUP = st.text(alphabet="ab1 \n\\`*_[]()!<>@{}^#|:-.;,\"'&=~/\u00a0\u0627", max_size=40)
ANY_TEXT = st.one_of(st.text(max_size=60), MARKUP)
QUICK = settings(deadline=None, max_examples=many(300))


def kinds(text: str) -> list[str]:
    return [part.kind for part in parse_inline(text) if part.kind != "text" or part.text]


@QUICK
@given(ANY_TEXT)
@example("[@")
@example("![")
@example("[^1]{services}[@a](b)")
def test_no_text_is_too_odd_to_parse(text: str) -> None:
    assert all(inline.kind for inline in walk_inlines(parse_inline(text)))


@QUICK
@given(ANY_TEXT)
@example("`a\n b`")
@example("a  \nb")
@example("a\\\\\nb")
@example("a\\\n  b")
@example('[x](y "a\nb")')
def test_joining_lines_keeps_the_meaning(text: str) -> None:
    # The parser of blocks strips a paragraph before its running text is parsed.
    text = text.strip()
    assert parse_inline(one_line(text)) == parse_inline(text)


@QUICK
@given(
    st.lists(st.text("abc,.", min_size=1, max_size=5), min_size=1, max_size=12),
    st.lists(st.sampled_from([" ", "\n", "\n  "]), min_size=12, max_size=12),
)
def test_where_a_line_ends_changes_no_message(words: list[str], gaps: list[str]) -> None:
    wrapped = "".join(word + gap for word, gap in zip(words, gaps, strict=False)).strip()
    assert one_line(wrapped) == " ".join(words)


@each_row("text", ["one\\\ntwo", "one  \ntwo", "one    \n   two"])
def test_a_hard_break_is_kept_as_a_backslash(text: str) -> None:
    assert one_line(text) == "one\\\ntwo"
    assert kinds(one_line(text)) == ["text", "break", "text"]


def test_an_escaped_backslash_at_a_line_end_is_no_hard_break() -> None:
    assert kinds(one_line("one\\\\\ntwo")) == ["text"]


def test_a_non_breaking_space_stays() -> None:
    assert one_line("10\u00a0mg\nof it") == "10\u00a0mg of it"
    assert plain_text(parse_inline("10\u00a0mg")) == "10\u00a0mg"


@each_row(
    "text",
    [
        "1986. An odd year",
        "- not a list",
        "# not a heading",
        "> not a quotation",
        "| a | b |",
        "::: crisis",
        "---",
        "    not code",
        "[x]: https://example.org",
        ": not a description",
    ],
)
def test_nothing_begins_a_block(text: str) -> None:
    assert kinds(text) == ["text"]
    assert plain_text(parse_inline(text)) == text


def test_blank_lines_are_spaces() -> None:
    assert kinds("one\n\n\ntwo") == ["text"]
    assert plain_text(parse_inline("one\n\ntwo")).split() == ["one", "two"]


@each_row(
    ("text", "expected"),
    [
        ("*a*", ["emphasis"]),
        ("**a**", ["strong"]),
        ("`a`", ["code"]),
        ("[a](b)", ["link"]),
        ("<https://example.org>", ["link"]),
        ("![a](b.svg)", ["image"]),
        ("[@beck1967]", ["citation"]),
        ("{emergency}", ["placeholder"]),
        ("[^1]", ["footnote"]),
        ("a<b>", ["text", "html"]),
        ("[@", ["bad_citation", "text"]),
        (r"\{emergency}", ["text"]),
        ("{not a placeholder}", ["text"]),
    ],
)
def test_each_piece_has_its_kind(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_letters_beside_each_other_are_one_text() -> None:
    assert [inline.text for inline in parse_inline("a &amp; b\\* c\nd")] == ["a & b* c d"]


def test_a_link_by_label_needs_the_articles_definitions() -> None:
    definitions = {"P": {"href": "https://example.org", "title": "Page", "map": [0, 1]}}
    (link,) = parse_inline("[the page][p]", definitions)
    assert (link.kind, link.target, link.title) == ("link", "https://example.org", "Page")
    assert kinds("[the page][p]") == ["text"]


@each_row(
    ("text", "bare"),
    [
        ('![A hand](hand.svg "Rest")', "![](hand.svg)"),
        ('See [a page](https://example.org "Title").', "See [a page](https://example.org)."),
        ("![A *hand*](hand.svg)", "![](hand.svg)"),
        ("![a](x.svg) and ![b](y.svg)", "![](x.svg) and ![](y.svg)"),
        ("[a](b 'c') [d](e (f))", "[a](b) [d](e)"),
        ("no image, no link", "no image, no link"),
    ],
)
def test_what_is_translated_apart_is_taken_out(text: str, bare: str) -> None:
    assert without_separate_units(text) == bare


def test_a_text_that_only_looks_like_an_image_stays() -> None:
    text = "`![A hand]` and ![A hand](hand.svg)"
    letters = plain_text(parse_inline(without_separate_units(text)))
    assert letters == "![A hand] and "


@QUICK
@given(ANY_TEXT)
def test_taking_units_out_changes_no_word_around_them(text: str) -> None:
    before, after = parse_inline(text), parse_inline(without_separate_units(text))
    assert plain_text(after) == plain_text(before)
    assert [i.target for i in walk_inlines(after)] == [i.target for i in walk_inlines(before)]
