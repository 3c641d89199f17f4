"""A surname that the sentence says, and the translation does not."""

from collections.abc import Iterator

from pipeline.check.citations import may_be_transliterated, narrative_surnames
from pipeline.check.names import has_surname
from pipeline.check.rule import Example, Fault, Pair, Rule


def check(pair: Pair) -> Iterator[Fault]:
    """Report a narrative surname of which neither the letters nor a likely sound are there."""
    for surname in narrative_surnames(pair):
        if has_surname(surname, pair.target.plain, pair.language):
            continue
        if may_be_transliterated(surname, pair):
            continue  # told as a form that nobody knows
        known = pair.language.surnames.get(surname, ())
        yield Fault(
            message=f"the surname {surname} is lost",
            fix=f"write {' or '.join((surname, *known))} beside the code",
        )


RULE = Rule(
    code="CIT008",
    name="surname lost",
    why="Beside a code that prints the year alone, the sentence itself names the author: "
    "without the "
    "surname “(2005)” points to nobody.",
    fix="write the surname as the English does, or in the form that your language uses",
    bad=Example(
        source="Joiner’s theory [-@joiner2005] names hopelessness.",
        target="Esta teoría [-@joiner2005] nombra la desesperanza.",
    ),
    good=Example(
        source="Joiner’s theory [-@joiner2005] names hopelessness.",
        target="La teoría de Joiner [-@joiner2005] nombra la desesperanza.",
    ),
    needs="citation",
    rests_on=("surnames",),
    check=check,
)
