"""Pseudo-locales: other letters, more of them, and everything else as it was."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from pipeline.catalog.messages import article_messages, sheet_messages
from pipeline.check.numbers import find_numbers
from pipeline.compose.sheet import template_sources
from pipeline.parse.inline import parse_inline
from pipeline.project import Project
from pipeline.translate.article import translate_article
from pipeline.translate.pseudo import pseudo_catalog, pseudo_text
from pipeline.values.article import Inline
from tests.conftest import ROOT
from tests.rows import each_row

LOCALES = ["qps", "qps_Arab"]

DEFINITIONS = {"HERE": {"href": "https://example.org/here", "title": ""}}

WORDS = ["depression", "Attachment", "I", "CBT", "Joiner’s", "naïve", "Łódź", "hmm", "a"]
CODES = [
    "[@beck1967]",
    "[-@joiner2005]",
    "[@a; @b, p. 12]",
    "{emergency}",
    "{services}",
    "**strong words**",
    "*slanted*",
    "_low_",
    "`a code`",
    '[a link](https://example.org/a_b "Title")',
    "[**by** label][here]",
    "[here]",
    "[here][]",
    "[^note]",
    "![](hand.svg)",
    "<https://example.org/x>",
    "&amp;",
    "&#169;",
    "10 mg",
    "1,000.5",
    "24/7",
    "2nd",
    "(Beck, 1967)",
    "\\*",
    "\\\n",
]
MARKS = ["“", "”", "(", ")", "—", ",", ".", ";", "?", "!", ":", "*", "**", "_", "`", "[", "]", "<"]

pieces = st.lists(
    st.tuples(st.sampled_from(WORDS + CODES + MARKS), st.sampled_from(["", " "])), max_size=12
)
markdown = pieces.map(lambda parts: "".join(piece + space for piece, space in parts).strip())
scribble = st.text("abZé1 *_`[](){}<>&;\\!^@-.,\n\"'—", max_size=24).map(str.strip)

GROWN = {"qps": (1.3, 1.5), "qps_Arab": (1.05, 1.25)}
"""By how much letters grow; those of the twin are larger, and Arabic leaves short vowels out."""


def shape(content: Sequence[Inline]) -> Iterator[Any]:
    """Yield all of running text but its letters."""
    for part in content:
        if part.kind != "text":
            is_code = part.kind in ("code", "placeholder", "footnote", "html", "bad_citation")
            yield (
                part.kind,
                part.target,
                part.citation,
                part.text if is_code else "",
                tuple(shape(part.children)),
            )


def letters(text: str) -> int:
    return sum(map(str.isalpha, text))


@pytest.mark.parametrize("locale", LOCALES)
@given(text=markdown | scribble)
@example(text="1986. A year")
@example(text="[before][a link](https://example.org/a_b)")
@example(text="[`]a`")
@example(text='*“Guilt”*, and **"shame"**')
def test_all_but_the_letters_stays_as_it_is(locale: str, text: str) -> None:
    # At the very end of a text markdown-it gives up "[here](" for a link, before more text not.
    assume(not text.endswith("]("))
    pseudo = pseudo_text(text, locale)
    assert list(shape(parse_inline(pseudo, DEFINITIONS))) == list(
        shape(parse_inline(text, DEFINITIONS))
    )


@pytest.mark.parametrize("locale", LOCALES)
@given(text=markdown)
@example(text=",10 mg")
@example(text="a .5 mg, b")
def test_numbers_keep_their_value_and_order(locale: str, text: str) -> None:
    values = [number.text for number in find_numbers(text)]
    assert [number.text for number in find_numbers(pseudo_text(text, locale))] == values


@pytest.mark.parametrize("locale", LOCALES)
@given(words=st.lists(st.sampled_from([*WORDS, "overdependence", "rhythm"]), min_size=3))
def test_a_text_grows(locale: str, words: list[str]) -> None:
    text = " ".join(words)
    if letters(text) > 10:
        pseudo = pseudo_text(text, locale)
        low, high = GROWN[locale]
        assert low <= letters(pseudo) / letters(text) <= high
        assert len(pseudo.split()) == len(words) + 2, "the words wrap where they did"


@pytest.mark.parametrize("locale", LOCALES)
def test_every_text_of_the_project_keeps_its_codes(locale: str) -> None:
    messages = [*sheet_messages(template_sources())]
    articles, _ = Project.at(ROOT).articles()
    for article in articles:
        messages += article_messages(article)
    code = re.compile(r"\[-?@[^\]]+\]|\{\w+\}|\*\*|\d+")
    for message in messages:
        pseudo = pseudo_text(message.text, locale)
        assert Counter(code.findall(pseudo)) == Counter(code.findall(message.text))
        assert not re.search("[A-Za-z]", code.sub("", pseudo)), pseudo
        if letters(code.sub("", message.text)) > 10:
            grown = letters(code.sub("", pseudo)) / letters(code.sub("", message.text))
            low, high = GROWN[locale]
            assert low <= grown <= high, message.text


def test_the_words_are_accented_or_in_arabic_letters_and_stand_in_brackets() -> None:
    text = "Call {number}, then press {key}; ok?"
    accented = pseudo_text(text, "qps")
    assert accented == "‹\u00a0Çàààļļ {number}, ţĥééñ þŕéééšš {key}; ööķ?\u00a0›"
    arabic = pseudo_text(text, "qps_Arab")
    assert arabic == "«\u00a0شاالل {number}، تحهن پرههسس {key}؛ وك؟\u00a0»"


@each_row(
    ("text", "pseudo"),
    [
        ("1. Rest", "1. ‹\u00a0Ŕéééšţ\u00a0›"),
        ("12) Rest", "12) ‹\u00a0Ŕéééšţ\u00a0›"),
        ("3.5 hours", "‹\u00a03.5 ĥööûûŕš\u00a0›"),
        ("1. 2", "1. 2"),
    ],
)
def test_the_number_of_a_section_stands_before_the_brackets(text: str, pseudo: str) -> None:
    assert pseudo_text(text, "qps") == pseudo


@each_row("text", ["", "{services}", "![](hand.svg)", "1986", "[@beck1967]"])
def test_a_text_without_words_is_left_alone(text: str) -> None:
    assert pseudo_text(text, "qps") == text


@pytest.mark.parametrize("locale", LOCALES)
def test_the_catalog_leaves_no_gap(locale: str) -> None:
    articles, _ = Project.at(ROOT).articles()
    for article in articles:
        catalog = pseudo_catalog(article_messages(article), locale)
        local, missing = translate_article(article, catalog)
        assert (catalog.locale, missing) == (locale, ())
        assert [*local.citations()] == [*article.citations()]
