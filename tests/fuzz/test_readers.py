"""Texts that nobody wrote: mixed from the marks that each reader knows, and from anything."""

import json
import os
import tomllib
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.catalog.read import read_catalog
from pipeline.parse.article import parse_article
from pipeline.parse.inline import parse_inline
from pipeline.records.publisher import read_publisher
from pipeline.records.reference import read_references
from pipeline.values.errors import PolyleafError
from pipeline.verify.objects import read_objects
from tests.conftest import ARTICLE

MANY = int(os.environ.get("POLYLEAF_FUZZ", "60"))

fuzzed = settings(
    max_examples=MANY,
    deadline=None,
    derandomize=MANY == 60,
    suppress_health_check=list(HealthCheck),
)

MARKS = (
    *("*", "**", "_", "`", "[", "]", "(", ")", "![", "](", "<", ">", "<b>", "<!--"),
    *("&amp;", "&#0;", "\\", "\n", "\n\n", "    ", "- ", "1. ", "> ", "#", "## "),
    *("---\n", "***\n", "```\n", "~~~\n", "::: crisis\n", ":::\n", "::: x\n"),
    *("| a | b |\n", "|---|---|\n", "[^1]", "[^1]: a\n", "a\n: b\n", "[@beck1967]"),
    *("[@", "[-@x, p. 3]", "{services}", "{emergency}", "{icon=leaf}", "{", "}", "a"),
    *(" ", "988", "\u202e", "\u200d", "\u0301", "\x00", "\ud7ff", "é", "ا", "语"),
    *("\U0001f4a1", "title: a\n"),
)
PO = (
    *('msgid "a"\n', 'msgstr "b"\n', 'msgctxt "c"\n', '"d"\n', 'msgid_plural "e"\n'),
    *('msgstr[0] "f"\n', "\n", "#, fuzzy\n", "#~ ", '#| msgid "g"\n', "#: a.md\n"),
    *("# h\n", "#", '"', "\\", "\\n", "msgid", " "),
)
TOML = (
    *("name", " = ", '"a"', "'b'", '"""', "[", "]", "[[", "]]", "{", "}", "1"),
    *("true", "2026-01-01", "\n", "[[services]]\n", "[address]\n", "languages", "."),
    *(",", "\\", "\\u0000", "#", " "),
)


def mixed(marks: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Return texts of marks and letters in any order."""
    return st.lists(st.sampled_from(marks) | st.text(max_size=4), max_size=40).map("".join)


@fuzzed
@given(mixed(MARKS))
def test_an_article_is_parsed_or_refused(text: str) -> None:
    for one in (text, f"{ARTICLE}\n{text}", f"---\n{text}\n---\n\n{text}"):
        article, findings = parse_article(one, "source/a.md")
        assert article or findings


@fuzzed
@given(mixed(MARKS))
def test_running_text_is_parsed(text: str) -> None:
    assert isinstance(parse_inline(text), tuple)


@fuzzed
@given(mixed(PO) | st.text(max_size=80))
def test_a_catalog_is_read_or_refused(text: str) -> None:
    catalog, _, findings = read_catalog(text.encode("utf-8", "replace"), "es", "a.po", "a")
    assert catalog or findings


@fuzzed
@given(st.binary(max_size=200))
def test_bytes_are_a_catalog_or_refused(content: bytes) -> None:
    catalog, _, findings = read_catalog(content, "es", "a.po", "a")
    assert catalog or findings


@fuzzed
@given(mixed(TOML))
def test_a_table_is_read_or_refused(text: str) -> None:
    data = None
    with suppress(tomllib.TOMLDecodeError):
        data = tomllib.loads(text)
    if data is not None:
        _, findings = read_publisher(data, "source/publisher.toml")
        assert findings, "no such text is a publisher"


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ("id", "type", "title", "author", "family", "issued", "date-parts", "URL")
            )
            | st.text(max_size=4),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@fuzzed
@given(VALUES)
def test_references_are_read_or_refused(data: object) -> None:
    references, findings = read_references(json.loads(json.dumps(data)), "source/references.json")
    assert references or findings or data == []


@fuzzed
@given(st.binary(max_size=300), st.booleans())
def test_bytes_are_a_pdf_or_refused(content: bytes, has_head: bool) -> None:
    try:
        assert read_objects((b"%PDF-1.7\n" if has_head else b"") + content).foreign
    except PolyleafError as error:
        pytest.fail(str(error)) if "\n" in str(error) else None
