"""Articles of blocks within blocks: what is read without a finding has kept each of its words."""

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.parse.article import parse_article
from pipeline.values.article import Block, Inline, walk_inlines
from tests.conftest import ARTICLE

MANY = int(os.environ.get("POLYLEAF_FUZZ", "150"))

BLOCKS = (
    *("@", "## @", "@\n@", "*@* **@** `@`", "[@](https://example.org '@')", "- @\n- @", "1. @\n"),
    *("| @ | @ |\n|---|---|\n| @ | @ |", "@\n: @\n: @", "::: callout\n@\n:::", "> @\n> @"),
    *("```\n@\n```", "```@ @\n@\n```", "```\n@", "    @", "[@]: @", "[@][b]\n\n[b]: @ '@'"),
    *('![@](a.svg "@")', '@ ![@](a.svg "@") @', "[^a]: @\n\n    @", "@[^a]", "@ \\\n@", "***"),
    *(":::: voice\n@\n\n::: callout\n@\n:::\n::::", "| @ |\n|---|\n| @ | @ |", "@\n---", "@ {a=b}"),
)
"""Each with places for words."""

WITHIN = (
    "{}",
    "- {}",
    "> {}",
    "1. {}",
    "@\n: {}",
    "[^b]: {}",
    "::: action\n{}\n:::",
    "{}@",
    "\t{}",
)
"""What a block may stand in; its further lines are set in as deep."""

_WORD = re.compile(r"wo\d+rd")


def placed(block: str, within: str) -> str:
    """Put a block into another, its lines below the first where that asks for them."""
    before = within.split("{}", maxsplit=1)[0].rpartition("\n")[2]
    inset = before if before == "> " else " " * max(len(before), 4 * before.startswith("[^"))
    first, *others = block.split("\n")
    return within.replace("{}", "\n".join((first, *(f"{inset}{line}" for line in others))))


def numbered(text: str) -> str:
    """Put a word of its own into each place."""
    parts = text.split("@")
    return parts[0] + "".join(f"wo{number}rd{part}" for number, part in enumerate(parts[1:], 1))


def words_of(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield all that blocks say, and what is heard of their pictures."""
    for block in blocks:
        yield block.text
        inlines: tuple[Inline, ...] = tuple(walk_inlines(block.content))
        for inline in inlines:
            yield from (inline.text, inline.title)
        yield from words_of(block.children)


PIECES = st.lists(st.tuples(st.sampled_from(BLOCKS), st.lists(st.sampled_from(WITHIN), max_size=3)))


@settings(max_examples=MANY, deadline=None)
@given(PIECES, st.sampled_from(("\n\n", "\n", "\n\n\n")))
@example([("[@]: @", [])], "\n\n")
@example([("```@ @\n@\n```", [])], "\n\n")
@example([('@ ![@](a.svg "@") @', [])], "\n\n")
def test_an_article_without_a_finding_has_each_of_its_words(
    pieces: list[tuple[str, list[str]]], between: str
) -> None:
    texts = []
    for block, around in pieces:
        text = block
        for within in around:
            text = placed(text, within)
        texts.append(text)
    written = numbered(between.join(texts))
    article, findings = parse_article(f"{ARTICLE}\n{written}\n", "source/sleep.md")
    if article and not findings:
        notes = [block for note in article.footnotes for block in note.blocks]
        kept = " ".join(words_of([*article.body, *notes]))
        assert Counter(_WORD.findall(kept)) == Counter(_WORD.findall(written))
