from pathlib import Path

from pipeline.parse.article import parse_article
from pipeline.project import Project
from pipeline.values.article import Article, Block, Unit
from pipeline.values.finding import Finding
from tests.conftest import ARTICLE, ROOT
from tests.rows import each_row

PATH = "source/sleep.md"

SHORT_NOTE = """\
::: crisis short
## If you need help

Please talk to someone today.

{services}

In danger now, call {emergency}.
:::
"""


def findings_of(text: str) -> list[Finding]:
    return list(parse_article(text, PATH)[1])


def codes_and_lines(text: str) -> list[tuple[str, int]]:
    return sorted((finding.code, finding.line) for finding in findings_of(text))


def parsed(text: str) -> Article:
    article, findings = parse_article(text, PATH)
    assert findings == ()
    assert article
    return article


def with_text(text: str) -> str:
    return f"{ARTICLE}\n{text}\n"


def line_of(text: str, words: str, number: int = 1) -> int:
    lines = [line for line, content in enumerate(text.split("\n"), 1) if words in content]
    return lines[number - 1]


def units(article: Article) -> dict[str, Unit]:
    return {unit.text: unit for unit in article.units()}


def kinds(blocks: tuple[Block, ...]) -> list[str]:
    return [block.kind for block in blocks]


# What an article becomes


def test_the_smallest_article_is_whole() -> None:
    article = parsed(ARTICLE)
    assert article.id == "sleep"
    assert article.version == "1.0"
    assert article.path == PATH
    assert article.review_by.isoformat() == "2027-01-10"
    assert kinds(article.body) == ["container", "heading", "paragraph"]
    assert kinds(article.body[0].children) == ["heading", "paragraph", "services", "paragraph"]


def test_the_shipped_article_has_no_finding() -> None:
    article, findings = parse_article(
        (ROOT / "source" / "attachment-and-depression.md").read_text(encoding="utf-8"), PATH
    )
    assert findings == ()
    assert article
    assert sum(1 for _ in article.citations()) == 10


def test_windows_line_ends_and_a_byte_order_mark_change_nothing_but_the_revision() -> None:
    plain = parsed(ARTICLE)
    windows = parsed("\ufeff" + ARTICLE.replace("\n", "\r\n"))
    assert list(windows.units()) == list(plain.units())


def test_the_revision_follows_the_text() -> None:
    assert parsed(ARTICLE).revision == parsed("\ufeff" + ARTICLE).revision
    assert parsed(ARTICLE).revision != parsed(ARTICLE.replace("today", "now")).revision


def test_units_come_in_reading_order_with_role_headings_and_line() -> None:
    text = with_text("### Why\n\n- One\n- Two\n\n| Sign | Meaning |\n|---|---|\n| Yawn | Tired |")
    article = parsed(text)
    assert [unit.text for unit in article.units()] == [
        "Sleep and low mood",
        "If you need help",
        "Please talk to someone today.",
        "In danger now, call {emergency}.",
        "Sleep",
        "Poor sleep and low mood often go together [@beck1967].",
        "Why",
        "One",
        "Two",
        "Sign",
        "Meaning",
        "Yawn",
        "Tired",
    ]
    found = units(article)
    assert found["Two"].role == "list item"
    assert found["Two"].headings == ("Sleep", "Why")
    assert found["Two"].line == line_of(text, "- Two")
    assert found["Tired"].role == "table cell"
    assert found["Tired"].line == line_of(text, "Tired")
    assert found["Why"].role == "heading"
    assert found["Why"].headings == ("Sleep",)


def test_only_units_of_crisis_notes_carry_a_context() -> None:
    article = parsed(with_text("::: callout\nRest helps.\n:::"))
    contexts = {unit.text: unit.context for unit in article.units()}
    assert {text for text, context in contexts.items() if context} == {
        "If you need help",
        "Please talk to someone today.",
        "In danger now, call {emergency}.",
    }
    assert set(contexts.values()) == {"", "crisis"}
    assert units(article)["Rest helps."].role == "callout"


def test_a_list_inside_a_crisis_note_keeps_the_notes_role_and_context() -> None:
    text = ARTICLE.replace("Please talk to someone today.", "- Please talk\n- Do not wait")
    unit = units(parsed(text))["Do not wait"]
    assert (unit.role, unit.context) == ("crisis", "crisis")


def test_headings_inside_a_note_do_not_become_headings_of_what_follows() -> None:
    article = parsed(with_text("::: callout\n### Aside\n\nInside.\n:::\n\nOutside."))
    assert units(article)["Inside."].headings == ("Sleep", "Aside")
    assert units(article)["Outside."].headings == ("Sleep",)


def test_wrapping_a_paragraph_anew_changes_no_unit() -> None:
    wrapped = parsed(ARTICLE.replace("low mood often go", "low mood\noften go"))
    assert set(units(wrapped)) == set(units(parsed(ARTICLE)))


def test_alternative_text_caption_and_link_title_are_units_of_their_own() -> None:
    article = parsed(
        with_text(
            '![A hand](hand.svg "Rest your hand")\n\nSee ![a lamp](lamp.svg) and '
            '[this page](https://example.org "A page").'
        )
    )
    roles = {unit.text: unit.role for unit in article.units()}
    assert roles["A hand"] == "alternative text"
    assert roles["Rest your hand"] == "caption"
    assert roles["a lamp"] == "alternative text"
    assert roles["A page"] == "link title"
    assert roles["See ![](lamp.svg) and [this page](https://example.org)."] == "paragraph"
    assert article.body[-2].kind == "figure"
    assert article.body[-2].unit is None


def test_definitions_quotations_and_footnotes_are_read() -> None:
    article = parsed(
        with_text("Melatonin\n: A hormone.\n\n> Sleep well.\n\nIt varies[^1].\n\n[^1]: By age.")
    )
    roles = {unit.text: unit.role for unit in article.units()}
    assert roles["Melatonin"] == "term"
    assert roles["A hormone."] == "description"
    assert roles["Sleep well."] == "quotation"
    assert roles["By age."] == "footnote"
    assert [footnote.label for footnote in article.footnotes] == ["1"]


def test_a_list_keeps_its_number_and_its_spacing() -> None:
    article = parsed(with_text("3. Three\n4. Four\n\nText.\n\n- wide\n\n- apart"))
    numbered, wide = article.body[-3], article.body[-1]
    assert (numbered.ordered, numbered.start, numbered.tight) == (True, 3, True)
    assert (wide.ordered, wide.tight) == (False, False)


def test_link_definitions_stay_with_the_article() -> None:
    article = parsed(with_text("See [the page][p].\n\n[p]: https://example.org"))
    link = article.body[-1].content[1]
    assert (link.kind, link.target) == ("link", "https://example.org")
    assert "P" in article.definitions


@each_row("character", ["\u2028", "\u2029", "\u0085", "\x0b", "\x0c"])
def test_only_line_feeds_count_as_lines(character: str) -> None:
    text = ARTICLE.replace("Please talk", f"Please{character}talk") + "\n# Top\n"
    assert codes_and_lines(text) == [
        ("SRC002", line_of(text, "# Top")),
        ("SRC015", line_of(text, "Please")),
    ]


# What would be lost without a word


@each_row(
    "line",
    [
        "[Dose]: 50",
        "[Important]: <never stop alone>",
        "[//]: # (a comment)",
        "[^a note]: Rest.",
        "[p]: https://example.org/other",
    ],
)
def test_an_address_that_nothing_uses_is_refused(line: str) -> None:
    text = with_text(f"See [the page][p].\n\n[p]: https://example.org\n{line}")
    assert codes_and_lines(text) == [("SRC030", line_of(text, line))]


def test_an_address_is_used_by_a_link_in_a_link_s_words_in_a_table_or_by_a_picture() -> None:
    parsed(with_text("![A hand **[h][p]**][P]\n\n[p]: https://example.org"))
    parsed(with_text("| a | b |\n|---|---|\n| *[p]* | c |\n\n[p]: https://example.org"))
    parsed(with_text("[p]\n\n[p]: https://example.org\n\n> [P]: https://example.org"))


@each_row(
    ("text", "is_refused"),
    [
        ('![Left {context=side}](a.svg "Right")', True),
        ('![Left](a.svg "Right {context=side}")', True),
        ('![Left](a.svg "Right") {context=side}', False),
        ('![Call {emergency}](a.svg "Help")', True),
        ('![Help](a.svg "{services}")', True),
        ('![Help](a.svg "As [@beck1967] says")', True),
        ('![Help [@beck1967]](a.svg "Help")', True),
        ('![Help](a.svg "**Rest** well")', True),
        ('![**Rest** well](a.svg "Rest (8 h) & sleep: 5 * 3 = 15")', False),
        ('[Rest](https://example.org "See {emergency}")', True),
    ],
)
def test_words_of_pictures_and_links_have_no_codes(text: str, is_refused: bool) -> None:
    article = with_text(text)
    told = [("SRC030", line_of(article, text))] if is_refused else []
    assert codes_and_lines(article) == told


@each_row(
    "text",
    [
        'Press ![a bell](a.svg "until it rings") now.',
        '| ![a bell](a.svg "until it rings") |\n|---|',
        '## ![a bell](a.svg "until it rings") Rest',
        '*![a bell](a.svg "until it rings")*',
    ],
)
def test_the_caption_of_a_picture_within_a_text_is_refused(text: str) -> None:
    (found,) = findings_of(with_text(text))
    assert (found.code, found.message.rpartition(": ")[2]) == ("SRC030", "until it rings")


@each_row(
    ("text", "said"),
    [
        ("    Rest well.", "a text with four or more spaces before it"),
        ("- Rest.\n\n        Rest well.", "a text with four or more spaces before it"),
        ("```\nRest.", "``` is never closed"),
        ("> ~~~\n> Rest.\n\nSleep.", "~~~ is never closed"),
        ("````\nRest.\n```", "```` is never closed"),
        ("```Rest a while.\nSleep.\n```", "the words behind ``` would be lost"),
    ],
)
def test_code_by_a_slip_is_refused(text: str, said: str) -> None:
    found = findings_of(with_text(text))
    assert [(one.code, one.message[: len(said)]) for one in found] == [("SRC030", said)]


@each_row("text", ["```text\na\n```", "> ~~~\n> a\n> ~~~~", "- ```\n  a\n  ```"])
def test_code_that_is_closed_is_code(text: str) -> None:
    parsed(with_text(text))


@each_row("place", ["a {}b", "## A {}b", "![a {}b](a.svg)", "| {}b |\n|---|"])
@each_row("code", ["&#x202e;", "&#8203;", "&lrm;"])
def test_an_odd_letter_that_is_written_as_a_code_is_refused(place: str, code: str) -> None:
    text = with_text(place.format(code))
    assert codes_and_lines(text) == [("SRC015", line_of(text, code))]


# What is wrong with an article


def test_every_problem_of_an_article_is_reported_in_one_run() -> None:
    text = (
        ARTICLE.replace('version: "1.0"', "version:").replace(
            "title: Sleep and low mood", "title: <b>Sleep</b>"
        )
        + """
# Top

Raw <b>bold</b>.

Bad [@beck1967.

Call {phone}.

{services}

![](hand.svg)

Gone[^2].

[^3]: Never.

::: warning
Mind.
:::

::: callout
Open.
"""
    )
    found = set(codes_and_lines(text))
    assert found >= {
        ("SRC001", 1),
        ("SRC004", 3),
        ("SRC002", line_of(text, "# Top")),
        ("SRC004", line_of(text, "Raw")),
        ("SRC006", line_of(text, "Bad")),
        ("SRC008", line_of(text, "{phone}")),
        ("SRC008", line_of(text, "{services}", 2)),
        ("SRC010", line_of(text, "hand.svg")),
        ("SRC011", line_of(text, "Gone")),
        ("SRC011", line_of(text, "Never")),
        ("SRC003", line_of(text, "warning")),
        ("SRC003", line_of(text, "callout")),
    }
    assert parse_article(text, PATH)[0], "what is left of it can be checked further"


def test_findings_name_the_file_and_say_what_to_do() -> None:
    for finding in findings_of(with_text("# Top\n\n<b>x</b> [@ {phone}")):
        assert finding.path == PATH
        assert finding.source_path == PATH
        assert finding.source_line == finding.line
        assert finding.fix


def test_an_article_without_front_matter_is_refused() -> None:
    assert ("SRC001", 1) in codes_and_lines("## Sleep\n\nText.\n")


def test_front_matter_that_never_closes_is_refused() -> None:
    assert ("SRC001", 1) in codes_and_lines("---\nid: sleep\n\nText.\n")


@each_row("text", ["", "\n\n", ARTICLE.split("\n\n", maxsplit=1)[0]])
def test_an_article_without_text_is_refused(text: str) -> None:
    messages = [finding.message for finding in findings_of(text)]
    assert ("the article has no text" if text.strip() else "the file is empty") in messages


def test_a_review_before_the_articles_date_is_refused_on_its_line() -> None:
    text = ARTICLE.replace("2027-01-10", "2025-01-10")
    assert codes_and_lines(text) == [("SRC001", line_of(text, "review-by"))]


def test_a_heading_of_level_1_is_refused() -> None:
    text = with_text("# Sleep again")
    assert codes_and_lines(text) == [("SRC002", line_of(text, "# Sleep again"))]


def test_an_underlined_heading_of_level_1_is_refused() -> None:
    text = with_text("Sleep again\n===")
    assert codes_and_lines(text) == [("SRC002", line_of(text, "Sleep again"))]


def test_a_skipped_heading_level_is_refused() -> None:
    text = with_text("#### Deep")
    assert codes_and_lines(text) == [("SRC002", line_of(text, "#### Deep"))]


def test_going_back_up_several_heading_levels_is_fine() -> None:
    assert findings_of(with_text("### Three\n\n#### Four\n\n## Two")) == []


def test_an_unclosed_container_is_refused_where_it_opens() -> None:
    text = ARTICLE.replace("{emergency}.\n:::\n", "{emergency}.\n")
    assert codes_and_lines(text) == [("SRC003", line_of(text, "::: crisis"))]


def test_an_unclosed_container_is_refused_though_another_one_closes_after_it() -> None:
    text = ARTICLE.replace("{emergency}.\n:::\n", "{emergency}.\n\n::: callout\nRest.\n:::\n")
    assert "SRC003" in [code for code, _ in codes_and_lines(text)]


def test_a_container_inside_a_container_takes_four_colons_outside() -> None:
    text = with_text(":::: addition\nNew.\n\n::: callout\nRest.\n:::\n::::")
    assert [block.name for block in parsed(text).body[-1].children] == ["", "callout"]


def test_an_unknown_container_is_refused() -> None:
    text = with_text("::: crysis\nText.\n:::")
    assert codes_and_lines(text) == [("SRC003", line_of(text, "::: crysis"))]


@each_row("before", ["", "Some text.\n", "- An item\n", "> A quotation\n"])
def test_a_closing_line_that_closes_nothing_is_refused(before: str) -> None:
    text = with_text(f"{before}:::")
    assert [code for code, _ in codes_and_lines(text)] == ["SRC003"]


@each_row("html", ["<div>\nx\n</div>", "a <b>x", "<!-- a note -->", "a <br/> b"])
def test_raw_html_is_refused(html: str) -> None:
    text = with_text(html)
    assert set(codes_and_lines(text)) == {
        ("SRC004", line_of(text, html.split("\n", maxsplit=1)[0]))
    }


@each_row("place", ["## {}", "- {}", "> {}", "| a | b |\n|---|---|\n| {} | x |", "*see {}*"])
def test_raw_html_is_found_wherever_it_stands(place: str) -> None:
    assert "SRC004" in [code for code, _ in codes_and_lines(with_text(place.format("<i>x")))]


def test_letters_that_only_resemble_html_are_fine() -> None:
    assert findings_of(with_text("Below < 7 hours, `<b>` and <https://example.org>.")) == []


@each_row(
    "citation",
    [
        "[@beck1967",
        "[@]",
        "[@beck1967;]",
        "[@beck1967; shaver]",
        "[@ beck1967]",
        "[@beck1967 p. 12]",
        "[@beck1967, ]",
    ],
)
def test_a_malformed_citation_is_refused(citation: str) -> None:
    text = with_text(f"Text {citation}.")
    assert codes_and_lines(text) == [("SRC006", line_of(text, "Text ["))]


def test_a_malformed_citation_in_the_title_is_refused() -> None:
    assert codes_and_lines(ARTICLE.replace("low mood\n", "low mood [@\n", 1)) == [("SRC006", 3)]


def test_a_footnote_that_is_defined_twice_is_refused_where_it_stands_again() -> None:
    text = with_text("Text[^a].\n\n[^a]: One.\n\n[^a]: Two.")
    assert codes_and_lines(text) == [("SRC007", line_of(text, "Two"))]


def test_a_footnote_mark_without_footnote_is_refused() -> None:
    text = with_text("Text[^a].")
    assert codes_and_lines(text) == [("SRC011", line_of(text, "Text[^a]"))]


def test_a_footnote_mark_in_the_title_needs_its_footnote_too() -> None:
    text = ARTICLE.replace("low mood\n", "low mood[^a]\n", 1)
    assert codes_and_lines(text) == [("SRC011", 3)]


def test_a_footnote_without_mark_is_refused() -> None:
    text = with_text("[^a]: One.")
    assert codes_and_lines(text) == [("SRC011", line_of(text, "[^a]"))]


@each_row("name", ["phone", "service", "emergencia", "Emergency"])
def test_an_unknown_placeholder_is_refused(name: str) -> None:
    text = with_text(f"Call {{{name}}}.")
    assert codes_and_lines(text) == [("SRC008", line_of(text, "Call {"))]


def test_an_escaped_placeholder_is_text() -> None:
    assert findings_of(with_text(r"Write \{phone} here.")) == []


@each_row("place", ["{}", "::: callout\n{}\n:::", "- {}"])
def test_services_outside_a_crisis_note_are_refused(place: str) -> None:
    text = with_text(place.format("{services}"))
    assert codes_and_lines(text) == [("SRC008", line_of(text, "{services}", 2))]


@each_row(
    "place", ["See {services}.", "## {services}", "Term\n: See {services}", "{services}\n: Them"]
)
def test_services_stand_in_a_paragraph_of_their_own_only(place: str) -> None:
    assert "SRC008" in [code for code, _ in codes_and_lines(with_text(place))]


def test_services_in_a_table_cell_are_refused() -> None:
    text = with_text("| a | b |\n|---|---|\n| {services} | x |")
    assert codes_and_lines(text) == [("SRC008", line_of(text, "| {services}"))]


def test_services_in_the_title_are_refused() -> None:
    text = ARTICLE.replace("title: Sleep", "title: Sleep {services}")
    assert codes_and_lines(text) == [("SRC008", 3)]


def test_services_inside_a_sentence_of_a_crisis_note_are_refused() -> None:
    text = ARTICLE.replace("someone today.", "someone: {services}")
    assert ("SRC008", line_of(text, "someone: {services}")) in codes_and_lines(text)


def test_a_crisis_note_without_services_is_refused() -> None:
    text = ARTICLE.replace("{services}\n\n", "")
    assert codes_and_lines(text) == [("SRC009", line_of(text, "::: crisis"))]


def test_a_crisis_note_needs_its_short_form_on_the_first_page() -> None:
    text = ARTICLE.replace("::: crisis short", "::: crisis")
    assert codes_and_lines(text) == [("SRC009", line_of(text, "::: crisis"))]


def test_a_crisis_note_inside_another_block_needs_its_short_form_too() -> None:
    note = SHORT_NOTE.replace(" short", "").replace("## ", "### ")
    text = ARTICLE.replace(SHORT_NOTE, "") + f"\n:::: addition\n{note}::::\n"
    assert codes_and_lines(text) == [("SRC009", line_of(text, "::: crisis"))]


def test_the_short_note_opens_the_article() -> None:
    text = ARTICLE.replace(SHORT_NOTE, "") + "\n" + SHORT_NOTE
    assert codes_and_lines(text) == [("SRC009", line_of(text, "::: crisis short"))]


def test_an_image_without_alternative_text_is_refused() -> None:
    text = with_text("See ![](hand.svg).")
    assert codes_and_lines(text) == [("SRC010", line_of(text, "hand.svg"))]


def test_an_id_that_is_not_the_files_name_is_refused(project: Path) -> None:
    (project / "source" / "rest.md").write_text(ARTICLE, encoding="utf-8")
    articles, findings = Project.at(project).articles()
    assert [(finding.code, finding.path) for finding in findings] == [("SRC012", "source/rest.md")]
    assert "sleep" not in [article.id for article in articles]
