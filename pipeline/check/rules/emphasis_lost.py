"""Emphasis that is lost or added."""

import re
from collections.abc import Iterator

from pipeline.check.rule import Example, Fault, Floor, Pair, Rule

_MARK = re.compile(r"[*_]")


def check(pair: Pair) -> Iterator[Fault]:
    """Report where strong and emphasised passages together are fewer or more."""
    if not _MARK.search(pair.text) and not _MARK.search(pair.translation):
        return
    wanted = pair.source.kinds("strong", "emphasis")
    found = pair.target.kinds("strong", "emphasis")
    if wanted.total() > found.total():
        yield Fault(
            message=f"{wanted.total() - found.total()} of {wanted.total()} marked passages lost "
            "their emphasis",
            fix="put ** or * around the same words as in the English",
        )
    elif found.total() > wanted.total():
        yield Fault(
            message="a passage is emphasised that is not so in the English",
            fix="take the asterisks out",
        )


RULE = Rule(
    code="TXT005",
    name="emphasis lost or added",
    floor=Floor.REASON,
    why="What the author sets off is what a hurried reader takes along.",
    fix="put ** or * around the same words as in the English",
    bad=Example(
        source="**The Connection:** it begins early.", target="La conexión: empieza pronto."
    ),
    good=Example(
        source="**The Connection:** it begins early.", target="**La conexión:** empieza pronto."
    ),
    needs="emphasis",
    check=check,
)
