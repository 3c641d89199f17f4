"""Texts that nobody wrote: mixed from the marks that each reader knows, or grown from seeds."""

import json
import os

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.readers import (
    CORPUS,
    EVERY_SEED,
    READERS,
    read_article,
    read_inline,
    read_parcel,
    read_pdf,
    read_picture,
    read_po,
    read_tables,
    read_terms,
    read_works,
    seeds,
)
from tests.rows import each_row

MANY = int(os.environ.get("POLYLEAF_FUZZ", "60"))

fuzzed = settings(
    max_examples=MANY,
    deadline=None,
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
CSV = (",", '"', '""', "\n", "\r", "es", "attested", ";", "a", "\x00", "\u202e")
JSON = ("[", "]", "{", "}", ",", ":", '"', '"id"', '"type"', "1", "null", "1e999", "\\ud800")
PDF = (
    *("1 0 obj\n", "endobj\n", "<<", ">>", "[", "]", "/Type", "/Kids", " 2 0 R", "stream\n"),
    *("endstream\n", "trailer\n", "startxref\n", "%%EOF", "/Length", " 0", " -1", "(", ")"),
)

ZIP = (
    *("PK\x01\x02", "PK\x03\x04", "PK\x05\x06", "PK\x06\x06", "PK\x06\x07", "a.po", "../b.po"),
    *("\x00", "\x00\x00", "\x08\x00", "\x0c\x00", "\x0e\x00", "\x01\x00\x08\x00", "\x7f"),
)

SVG = (
    *("<svg", ' xmlns="http://www.w3.org/2000/svg"', ">", "<g>", "</g>", "</svg>", "<use", "/>"),
    *(' href="#a"', ' id="a"', "<text>", "</text>", "<!DOCTYPE svg [", "]>", '<!ENTITY a "b">'),
    *("&a;", "&#0;", "<!--", "-->", "<![CDATA[", "]]>", "<?xml", "?>", "IDAT", "IHDR", "IEND"),
)


def mixed(marks: tuple[str, ...]) -> st.SearchStrategy[bytes]:
    """Return texts of marks and letters in any order."""
    parts = st.lists(st.sampled_from(marks) | st.text(max_size=4), max_size=40)
    return parts.map(lambda one: "".join(one).encode("utf-8", "surrogatepass"))


@st.composite
def grown(draw: st.DrawFn, target: str, marks: tuple[str, ...]) -> bytes:
    """Return a seed of the corpus in which a few places were cut out, doubled or written into."""
    text = draw(st.sampled_from([*seeds(target).values()]))
    for _ in range(draw(st.integers(1, 5))):
        first, last = sorted(draw(st.integers(0, len(text))) for _ in range(2))
        put = draw(st.sampled_from(marks) | st.text(max_size=4)).encode("utf-8", "surrogatepass")
        kept = draw(st.sampled_from((b"", text[first:last], text[first:last] * 2)))
        text = (text[:first] + kept + put + text[last:])[:4000]
    return text


def fed(target: str, marks: tuple[str, ...]) -> st.SearchStrategy[bytes]:
    """Return what a reader is fed with."""
    return mixed(marks) | grown(target, marks)


@each_row(("target", "name"), EVERY_SEED)
def test_a_seed_of_the_corpus_is_read_or_refused(target: str, name: str) -> None:
    READERS[target](seeds(target)[name])


def test_each_reader_has_seeds_that_are_small() -> None:
    assert {one.name for one in CORPUS.iterdir()} == {*READERS}
    assert all(len(content) < 5000 for target in READERS for content in seeds(target).values())


@fuzzed
@given(fed("article", MARKS))
def test_an_article_is_parsed_or_refused(content: bytes) -> None:
    read_article(content)


@fuzzed
@given(fed("inline", MARKS))
def test_running_text_is_parsed(content: bytes) -> None:
    read_inline(content)


@fuzzed
@given(fed("catalog", PO))
def test_a_catalog_is_read_or_refused(content: bytes) -> None:
    read_po(content)


@fuzzed
@given(st.binary(max_size=200))
def test_bytes_are_a_catalog_or_refused(content: bytes) -> None:
    read_po(content)


@fuzzed
@given(fed("table", TOML))
def test_a_table_is_read_or_refused(content: bytes) -> None:
    read_tables(content)


@fuzzed
@given(fed("glossary", CSV))
def test_a_glossary_is_read_or_refused(content: bytes) -> None:
    read_terms(content)


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
@given(VALUES.map(lambda data: json.dumps(data).encode()) | grown("references", JSON))
def test_references_are_read_or_refused(content: bytes) -> None:
    read_works(content)


@fuzzed
@given(st.binary(max_size=300), st.booleans())
def test_bytes_are_a_pdf_or_refused(content: bytes, has_head: bool) -> None:
    read_pdf((b"%PDF-1.7\n" if has_head else b"") + content)


@fuzzed
@given(grown("pdf", PDF))
def test_a_pdf_that_was_changed_is_read_or_refused(content: bytes) -> None:
    read_pdf(content)


@fuzzed
@given(fed("picture", SVG))
def test_a_picture_is_read_or_refused(content: bytes) -> None:
    read_picture(content)


@fuzzed
@given(st.binary(max_size=300), st.sampled_from((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"")))
def test_bytes_are_a_picture_or_refused(content: bytes, head: bytes) -> None:
    read_picture(head + content)


@fuzzed
@given(fed("parcel", ZIP))
def test_an_archive_is_read_or_refused(content: bytes) -> None:
    read_parcel(content)


@fuzzed
@given(st.sampled_from([*seeds("parcel").values()]), st.data())
def test_an_archive_with_damaged_bytes_is_read_or_refused(seed: bytes, data: st.DataObject) -> None:
    damaged = bytearray(seed)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(damaged) - 1))
        damaged[place] = data.draw(st.sampled_from((0, 255)) | st.integers(0, 255))
    read_parcel(bytes(damaged))
