"""A term of the field that is not in the glossary’s form."""

from collections.abc import Iterator

from pipeline.check.rule import Example, Fault, Floor, Pair, Rule
from pipeline.check.terms import has_form, own_terms_in, term_names
from pipeline.values.finding import Severity


def check(pair: Pair) -> Iterator[Fault]:
    """Report terms of the source of which no recorded form stands in the translation."""
    found = own_terms_in(pair.source.plain, term_names(pair.language.terms))
    if not found:
        return
    for term in pair.language.terms:
        if term.term in found and not has_form(
            (term.preferred, *term.variants), pair.target.plain, pair.language.inflection
        ):
            yield Fault(
                message=f"“{term.term}” is “{term.preferred}” in the glossary",
                fix=f"write {' or '.join((term.preferred, *term.variants))}, inflected as "
                "needed, or say in a comment why not",
            )


RULE = Rule(
    code="TRM002",
    name="term not as in the glossary",
    severity=Severity.WARNING,
    floor=Floor.REASON,
    why="One word for one thing, on this sheet and on the next, lets a reader recognise it.",
    fix="use the glossary’s form, inflected as the sentence needs",
    bad=Example(
        source="Secure attachment can be earned.", target="El cariño estable puede lograrse."
    ),
    good=Example(
        source="Secure attachment can be earned.", target="El apego seguro puede lograrse."
    ),
    rests_on=("terms",),
    check=check,
)
