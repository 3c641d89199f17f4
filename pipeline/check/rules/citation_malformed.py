"""Something that looks like a citation and cannot be read as one."""

import re
from collections.abc import Iterator

from pipeline.check.rule import Example, Fault, Pair, Rule

_BROKEN = re.compile(r"[\[［【(（{]\s*-?\s*[@＠][A-Za-z]|(?<![\w.])@[a-z]+\d{4}")
"""A code with other brackets, a full-width sign, or no brackets at all."""


def check(pair: Pair) -> Iterator[Fault]:
    """Report brackets that begin like a code, and codes in other brackets."""
    if "@" not in pair.translation and "＠" not in pair.translation:
        return
    broken = any(one.kind == "bad_citation" for one in pair.target.inlines)
    if broken or _BROKEN.search(pair.target.plain):
        wanted = " ".join(pair.source.citations) or "the code"
        yield Fault(message="a citation that cannot be read", fix=f"copy {wanted} from the English")


RULE = Rule(
    code="CIT002",
    name="citation that cannot be read",
    why="A code with a slip in it is printed as nothing at all, and the source is lost.",
    fix="copy the code from the English",
    bad=Example(
        source="Cognitive theories [@beck1967] emphasize guilt.",
        target="Las teorías cognitivas [@beck 1967] subrayan la culpa.",
    ),
    good=Example(
        source="Cognitive theories [@beck1967] emphasize guilt.",
        target="Las teorías cognitivas [@beck1967] subrayan la culpa.",
    ),
    needs="citation",
    check=check,
)
