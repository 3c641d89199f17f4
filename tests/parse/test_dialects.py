import pytest

from pipeline.parse.article import parse_article
from pipeline.values.finding import Finding
from tests.conftest import ARTICLE
from tests.rows import each_row

BEGINS = ARTICLE.count("\n") + 2
"""The line on which the text begins behind the article's own."""


def findings_of(text: str) -> list[Finding]:
    return list(parse_article(f"{ARTICLE}\n{text}\n", "source/sleep.md")[1])


@each_row(
    ("text", "line", "sign"),
    [
        ("- Walk.\n- [ ] Rest.\n- [x] Sleep.", 1, "a box to tick … [ ]"),
        ("> [!note] Sleep\n> Rest.", 0, "the head of a callout … [!note]"),
        ("Take\n~~two~~ one.", 1, "a word struck out … ~~two~~"),
        ("Take **~~two~~** one.", 0, "a word struck out … ~~two~~"),
        ("Take ==one== at night.", 0, "a word highlighted … ==one=="),
        ("Rest. %%Ask her.%%", 0, "a hidden comment … %%Ask her.%%"),
        ("Rest.^[For a while.]", 0, "a note inside the text … ^[For a while.]"),
        ("See [[Sleep|this]].", 0, "a wiki link … [[Sleep|this]]"),
        ("See [this][nowhere].", 0, "a link whose address is nowhere … [this][nowhere]"),
        ("So $x^2$ grows.", 0, "a formula … $x^2$"),
        ("$$\nE = mc\n$$", 0, "a formula … $$"),
        ("10^3^ of them.", 0, "a raised sign … ^3^"),
        ("H~2~O.", 0, "a lowered sign … ~2~"),
        ("A [word]{.small} here.", 0, "a class or name in braces … {.small}"),
        ("Left {side=up} is here.", 0, "what is said in braces amid a text … {side=up}"),
        ("## Rest {#rest}", 0, "a class or name in braces … {#rest}"),
        ("Fish &amp; &chps; here.", 0, "the code of a character … &chps;"),
        ("Well :smile: done.", 0, "the name of an emoji … :smile:"),
        ("##Rest", 0, "a head without a space … ##"),
        ("Rest.\n\n| a | b |\n|---|\n| 1 | 2 |", 2, "a table that cannot be read … | a | b |"),
        ("| a | b |\n| 1 | 2 |", 0, "a table that cannot be read … | a | b |"),
        ("+-----+----+\n| a   | b  |", 0, "a table that cannot be read … +-----+"),
    ],
)
def test_a_sign_of_another_markdown_is_told_with_its_line(text: str, line: int, sign: str) -> None:
    found = findings_of(text)
    name, _, written = sign.partition(" … ")
    assert [(one.code, one.line) for one in found][:1] == [("SRC030", BEGINS + line)]
    assert found[0].message == f"{name} would be printed as it stands: {written}"


@each_row(
    "text",
    [
        r"Take \~\~two\~\~ one, \[ \] or \==one\==.",
        "Write `~~two~~`, `[[x]]` or `$x^2$`.",
        "```\n- [ ] a\n| a |\n```",
        "It costs $5 to $10_000, ~5 to ~10 in all; C++ and D++; 2 == 2.",
        "AT&T, R&D, fish &amp; chips; half&half; 100%, 50 %% of all.",
        "She [the nurse] said so [sic], as in [1][2] and [3].",
        "At 10:30: rest: well. Ratio 1:2:3; |x| and :-) and ^_^ and -- so.",
        "See [this][one] and [a\\~\\~](https://example.org/~~a~~/[[b]]).\n\n"
        "[one]: https://example.org/~~one~~",
        "#hashtag and a # sign.",
        "| a | b |\n|:--|--:|\n| 1 | |\n| x \\| y | `z` |",
        "> | a | b |\n> |---|---|\n> | 1 | 2 |",
        "- | a | b |\n  |---|---|\n  | 1 | 2 |",
    ],
)
def test_what_is_meant_as_it_stands_is_let_alone(text: str) -> None:
    assert findings_of(text) == []


def test_a_row_with_more_cells_than_columns_loses_none() -> None:
    found = findings_of("| a | b |\n|---|---|\n| 1 | 2 |\n| 1 | 2 | 3 |")
    assert [(one.code, one.line, one.message) for one in found] == [
        (
            "SRC030",
            BEGINS + 3,
            "the row has 3 cells, its table 2 columns: the rest would be lost",
        )
    ]


def test_a_sign_in_a_title_is_told_at_its_line() -> None:
    text = ARTICLE.replace("title: ", "title: ~~Old~~ ", 1)
    found = parse_article(text, "source/sleep.md")[1]
    assert [(one.code, one.line) for one in found] == [("SRC030", 3)]


def test_a_heading_has_words() -> None:
    assert [(one.code, one.message) for one in findings_of("##\n\nRest.")] == [
        ("SRC002", "a heading without words")
    ]


@each_row("address", ["#rest", "rest.md", "/rest.pdf", "", "www.example.org"])
def test_a_link_that_opens_nothing_from_paper_is_told(address: str) -> None:
    found = findings_of(f"Read [this]({address}).")
    assert [(one.code, one.line, one.message) for one in found] == [
        ("SRC030", BEGINS, f"the link leads nowhere on paper: {address or '()'}")
    ]


@pytest.mark.parametrize("address", ["HTTPS://example.org", "mailto:a@example.org"])
def test_a_link_that_opens_something_is_let_alone(address: str) -> None:
    assert findings_of(f"Read [this]({address}).") == []
