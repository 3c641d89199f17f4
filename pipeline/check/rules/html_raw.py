"""Raw HTML in a translation."""

from collections.abc import Iterator

from pipeline.check.rule import Example, Fault, Pair, Rule


def check(pair: Pair) -> Iterator[Fault]:
    """Report each tag."""
    for one in pair.target.inlines:
        if one.kind == "html":
            yield Fault(message=f"raw HTML: {one.text}")


RULE = Rule(
    code="TXT001",
    name="raw HTML",
    why="A translation is text by people whom the page must not trust: a tag could load a file "
    "or hide a number.",
    fix="write Markdown, or leave it out",
    bad=Example(source="Final thoughts", target="<b>Para terminar</b>"),
    good=Example(source="Final thoughts", target="Para terminar"),
    needs="html",
    check=check,
)
