"""A surname in the locale’s own letters, in a form that no table has."""

from collections.abc import Iterator

from pipeline.check.citations import may_be_transliterated, narrative_surnames
from pipeline.check.names import has_surname
from pipeline.check.rule import Example, Fault, Floor, Pair, Rule
from pipeline.records.in_force import place_for
from pipeline.values.finding import Severity


def check(pair: Pair) -> Iterator[Fault]:
    """Report words that sound like a narrative surname and are on no record."""
    for surname in narrative_surnames(pair):
        if has_surname(surname, pair.target.plain, pair.language):
            continue
        found = may_be_transliterated(surname, pair)
        if found:
            known = pair.language.surnames.get(surname, ())
            yield Fault(
                message=f"{surname} is written as {found}, a form that is not on record"
                if found != surname
                else f"{surname} does not stand here in a form that is on record",
                fix=f"write {' or '.join((surname, *known))}; if yours is the form in use, add "
                f'{surname} = ["…"] below {place_for("surnames", pair.language.locale, word="in")}',
            )


RULE = Rule(
    code="CIT009",
    name="surname in an unknown form",
    severity=Severity.WARNING,
    floor=Floor.REASON,
    why="A surname in other letters can be spelt in many ways, and a reader who looks for the work "
    "needs the one in use.",
    fix="write it in Latin letters, or have the form put on record",
    bad=Example(
        source="Joiner’s theory [-@joiner2005] names hopelessness.",
        target="Теория Жойнера [-@joiner2005] говорит о безнадёжности.",
    ),
    good=Example(
        source="Joiner’s theory [-@joiner2005] names hopelessness.",
        target="Теория Джойнера [-@joiner2005] говорит о безнадёжности.",
    ),
    needs="citation",
    rests_on=("surnames",),
    check=check,
)
