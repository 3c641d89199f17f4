"""A link or image that the source does not have."""

import re
from collections.abc import Iterator

from pipeline.check.addresses import addresses
from pipeline.check.rule import Example, Fault, Floor, Pair, Rule
from pipeline.check.rules.link_lost import targets

_SURELY = re.compile(r"://|www\.|@|/|\.(?:com|org|net|info|gov|edu|online|app|io)\b")
"""What makes an address of what may also be two sentences without a space between."""


_OWN_PAGE = "; where this locale has a page of its own, name it under 'links:' in the article"


def check(pair: Pair) -> Iterator[Fault]:
    """Report targets that stand more often than in the source, and addresses typed as text."""
    if not (pair.is_crisis or pair.is_sheet):
        for address in addresses(pair.target.plain):
            if address not in pair.source.plain and _SURELY.search(address):
                yield Fault(
                    message=f"the address {address} is not in the English",
                    fix=f"take {address} out",
                )
    if "[" not in pair.text and "[" not in pair.translation and "<" not in pair.translation:
        return
    for kind, target in (targets(pair.target, pair.links) - targets(pair.source)).elements():
        word = "the link to" if kind == "link" else "the image"
        yield Fault(
            message=f"{word} {target} is not in the English, or not so often",
            fix=f"take {target} out" + (_OWN_PAGE if kind == "link" else ""),
            floor=Floor.NEVER,
        )


RULE = Rule(
    code="TXT012",
    name="link or image added",
    floor=Floor.OUTSIDE_NOTES,
    why="A sheet must not send readers where its author and its publisher have not looked.",
    fix="take it out",
    bad=Example(source="See the page.", target="Vea [la página](https://example.com)."),
    good=Example(source="See the page.", target="Vea la página."),
    needs="address",
    check=check,
)
