"""A link or image of the source that the translation has lost or turned elsewhere."""

from collections import Counter
from collections.abc import Iterator, Mapping

from pipeline.check.rule import Example, Fault, Floor, Pair, Rule, Side


def check(pair: Pair) -> Iterator[Fault]:
    """Report targets that stand less often than in the source."""
    if "[" not in pair.text and "[" not in pair.translation and "<" not in pair.translation:
        return
    for kind, target in (targets(pair.source) - targets(pair.target, pair.links)).elements():
        word = "the link to" if kind == "link" else "the image"
        yield Fault(
            message=f"{word} {target} is missing",
            fix=f"write […]({target})" if kind == "link" else f"copy ![]({target})",
        )


def targets(side: Side, own: Mapping[str, str] | None = None) -> Counter[tuple[str, str]]:
    """Count links and images by kind and target.

    ``own`` has the addresses to which the source's lead in a locale; those count as the source's.
    """
    back = {there: here for here, there in (own or {}).items()}
    return Counter(
        (one.kind, back.get(one.target, one.target))
        for one in side.inlines
        if one.kind in ("link", "image")
    )


RULE = Rule(
    code="TXT003",
    name="link or image lost",
    floor=Floor.OUTSIDE_NOTES,
    why="The address is printed beside the words: without it nobody can follow.",
    fix="copy the target from the English",
    bad=Example(source="See [the page](https://example.org).", target="Vea la página."),
    good=Example(
        source="See [the page](https://example.org).",
        target="Vea [la página](https://example.org).",
    ),
    needs="link",
    check=check,
)
