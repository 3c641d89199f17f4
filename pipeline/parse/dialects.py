"""Signs of other kinds of Markdown, which this one would print as they stand."""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Sign(NamedTuple):
    """A sign of another Markdown in a text."""

    line: int
    """From the text's first line on, which is 0."""
    written: str
    name: str
    fix: str


_LETTERS = "write the letters alone"

_SIGNS = (
    ("a box to tick", r"^\[[ xX]?\][ \u00a0]", "put the list into a '::: action' block"),
    (
        "the head of a callout",
        r"^\[![\w-]+\][-+]?",
        "write '::: callout' before it, ':::' after it",
    ),
    ("a word struck out", r"~~(?=\S).+?~~", "take out what is struck out"),
    ("a word highlighted", r"(?<!=)==(?=[^\s=]).*?[^\s=]==(?!=)", "write **bold**"),
    ("a hidden comment", r"%%.+?%%", "take it out; a comment belongs into docs/editorial-notes.md"),
    ("a note inside the text", r"\^\[[^\]]*\]?", "write a mark [^1], and below a line '[^1]: …'"),
    ("a wiki link", r"\[\[[^\]]+\]\]", "write [words](https://…), or the words alone"),
    (
        "a link whose address is nowhere",
        r"\[[^\[\]]*\]\[(?!\d+\])[^\]]*\]",
        "write [words](https://…)",
    ),
    ("a formula", r"\$\$|\$(?=\S)[^$\n]*[\\^_{][^$\n]*\$", "write it in words, or with x² and x₁"),
    ("a raised sign", r"(?<=[\w)])\^[^\s^]{1,12}\^", "write the sign itself, such as ² or ⁻³"),
    ("a lowered sign", r"(?<=[A-Za-z)])~[\w+−-]{1,12}~(?!~)", "write the sign itself, such as ₂"),
    ("a class or name in braces", r"\{ ?[.#][A-Za-z][^}]*\}?", "take the braces out"),
    (
        "what is said in braces amid a text",
        r"\{ ?(?:[A-Za-z-]+ ?=|(?i:context|icon|place) ?[:：])[^{}\n]*\}",
        "put it at the end of the text, as {context=side}, in small letters and with no spaces, or "
        "take it out",
    ),
    ("the code of a character", r"&[A-Za-z][A-Za-z0-9]+;", "write the character itself"),
    ("the name of an emoji", r"(?<!\S):[a-z][a-z0-9_+-]+:(?!\S)", _LETTERS),
    ("a head without a space", r"^#{2,6}(?=[^\s#])", "put a space behind the signs"),
    (
        "a table that cannot be read",
        r"\|[ ]*:?-{2,}:?[ ]*\||^:?-{2,}:?[ ]*\||\+[-=]{3,}\+|^\|(?:[^|]*\|){2,}$|-{3,}[ ]+-{3,}",
        "write a line | a | b |, below it |---|---| with as many columns, then the rows",
    ),
)

_ANY = re.compile(r"~~|==|%%|\^|\[|\$|~|\{ ?[.#A-Za-z]|&[A-Za-z]|:[a-z]|##|--|\+[-=]|\|")
_READ = tuple((name, re.compile(pattern, re.MULTILINE), fix) for name, pattern, fix in _SIGNS)
_AS_TYPED = re.compile(r"\\[!-/:-@\[-`{-~]|(`+)(?!`).*?(?<!`)\1(?!`)|\]\([^()\s]*\)|<[^<>\s]+>")
"""What stands for itself: an escaped sign, code, an address."""


def foreign_signs(written: str, shown: str) -> Iterator[Sign]:
    """Yield the signs of another Markdown, each kind once.

    ``written`` is the text as it stands in the file, ``shown`` what the parser took for letters:
    a sign counts where it stands in both, so neither an escaped one nor one that is read does.
    """
    if not _ANY.search(shown):
        return
    bare = _AS_TYPED.sub(lambda found: "\0" * len(found[0]), written)
    for name, pattern, fix in _READ:
        if (seen := pattern.search(shown)) and (found := pattern.search(bare)):
            # Of several in the file, the one that is shown: &amp; is read, &unknown; is not.
            start = bare.find(seen[0])
            place, sign = (start, seen[0]) if start >= 0 else (found.start(), found[0])
            yield Sign(bare.count("\n", 0, place), sign.strip().split("\n")[0], name, fix)
