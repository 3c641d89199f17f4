"""Whether an article is of a size that people read, before anything is made of it."""

import re
from collections.abc import Iterator

MOST_LETTERS = 20_000
"""Of a line: 3,000 words, twice this project's first article."""

MOST_IN_A_ROW = 50_000
"""Letters without an empty line between them."""

MOST_NOTES = 1_000
"""Footnotes of an article."""

MOST_ROWS = 2_000
"""Rows of tables of an article."""

MOST_PARAGRAPHS = 20_000
"""Of an article: a book of a thousand pages has half of them."""

MOST_BRACKETS = 1_000
"""Opening brackets without an empty line between them, and in a translation: whether one is closed
is looked for from each."""

_NOTE = re.compile(r"(?m)^ {0,3}\[\^[^\]\n]+\]:")
_PARAGRAPH = re.compile(r"(?m)^[ \t>]*\S.*\n[ \t]*$")
_ROW = re.compile(r"(?m)^[ \t>*+-]*\|")


def oversized(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield the line of what is too large, a message, and what to do; the first of each kind."""
    line, letters, brackets = 1, 0, 0
    for number, one in enumerate(text.split("\n"), 1):
        if len(one) > MOST_LETTERS:
            yield (
                number,
                f"a line of {len(one):,} letters; at most {MOST_LETTERS:,} are read",
                "put an empty line after each paragraph",
            )
            return
        if not one.strip():
            line, letters, brackets = number + 1, 0, 0
        letters += len(one)
        brackets += one.count("[")
        if brackets > MOST_BRACKETS:
            yield (
                number,
                f"more than {MOST_BRACKETS:,} brackets '[' without an empty line",
                "put an empty line after each paragraph",
            )
            return
        if letters > MOST_IN_A_ROW:
            yield (
                line,
                f"more than {MOST_IN_A_ROW:,} letters without an empty line",
                "put an empty line after each paragraph",
            )
            return
    for pattern, most, what in (
        (_NOTE, MOST_NOTES, "footnotes"),
        (_ROW, MOST_ROWS, "rows of tables"),
        (_PARAGRAPH, MOST_PARAGRAPHS, "paragraphs"),
    ):
        places = [match.start() for match in pattern.finditer(text)]
        if len(places) > most:
            yield (
                text.count("\n", 0, places[most]) + 1,
                f"{len(places):,} {what}; at most {most:,} are read",
                "divide the article",
            )
