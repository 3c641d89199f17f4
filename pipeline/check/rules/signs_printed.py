"""Signs of Markdown that would be printed, because the parser takes them for letters."""

import re
from collections.abc import Iterator

from pipeline.check.rule import Example, Fault, Floor, Pair, Rule
from pipeline.parse.dialects import foreign_signs

_BLOCK = re.compile(r"(?:[-+•]|#{1,6}|>)[ \u00a0]+(?!\d)")
"""What begins a list, a head or a quotation in an article; a text of a catalog is one already."""

_TAKE_OUT = "take the signs out; put \\ before those that a reader shall see"


def check(pair: Pair) -> Iterator[Fault]:
    """Report signs that are left as letters, where the source shows none of their kind."""
    shown = pair.target.plain
    if "*" in shown and "*" not in pair.source.plain:
        yield Fault(message="the asterisks would be printed as asterisks")
    mark = _BLOCK.match(pair.translation.lstrip())
    if mark and not _BLOCK.match(pair.source.plain):
        yield Fault(
            message=f"the sign would be printed as it stands: {mark[0].strip()}",
            fix="take it out: the page has it where the article has it",
        )
    here = {sign.name for sign in foreign_signs(pair.source.text, pair.source.plain)}
    for sign in foreign_signs(pair.translation, shown):
        if sign.name not in here:
            yield Fault(
                message=f"{sign.name} would be printed as it stands: {sign.written}", fix=_TAKE_OUT
            )


RULE = Rule(
    code="TXT006",
    name="signs of Markdown that would be printed",
    floor=Floor.REASON,
    why="Asterisks with a space on the inside, or without a partner, are not emphasis in Markdown; "
    "~~, [[ and a box to tick belong to other kinds of it.",
    fix="let the asterisks touch the words on the inside: **重点**",
    bad=Example(source="**“Stop”** is a signal.", target="** 停下 **是一个信号。"),
    good=Example(source="**“Stop”** is a signal.", target="“**停下**”是一个信号。"),
    check=check,
)
