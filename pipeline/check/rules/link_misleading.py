"""A link whose words say another number or address than the one to which it leads."""

from collections.abc import Iterator

from pipeline.check.links import misleading_links
from pipeline.check.rule import Example, Fault, Pair, Rule


def check(pair: Pair) -> Iterator[Fault]:
    """Report links of a translation whose words and target disagree."""
    for shown, target in misleading_links(pair.target.inlines):
        yield Fault(message=f"the link says {shown} and leads to {target}")


RULE = Rule(
    code="SAF014",
    name="link that says one number and leads to another",
    why="Who reads on a screen taps the words, who reads on paper dials them: both must reach the "
    "same place. Numbers are compared with their country codes and the letters on the keys.",
    fix="write the same number or address in both places",
    bad=Example(
        source="Call [the clinic at 555-0142](tel:+12175550142).",
        target="Llame a [la clínica, 555-0143](tel:+12175550142).",
    ),
    good=Example(
        source="Call [the clinic at 555-0142](tel:+12175550142).",
        target="Llame a [la clínica, 555-0142](tel:+12175550142).",
    ),
    needs="link",
    check=check,
)
