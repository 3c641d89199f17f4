"""A form that means something else in this locale."""

from collections.abc import Iterator

from pipeline.check.rule import Example, Fault, Floor, Pair, Rule
from pipeline.check.terms import has_word, term_names, terms_in
from pipeline.values.finding import Severity


def check(pair: Pair) -> Iterator[Fault]:
    """Report forms that the glossary forbids for a term of the source."""
    found = terms_in(pair.source.plain, term_names(pair.language.terms))
    if not found:
        return
    right = {
        form
        for term in pair.language.terms
        if term.term in found
        for form in (term.preferred, *term.variants)
    }
    for term in pair.language.terms:
        if term.term not in found:
            continue
        for form in term.forbidden:
            if form not in right and has_word(form, pair.target.plain):
                yield Fault(
                    message=f"“{form}” does not mean “{term.term}” here",
                    fix=f"write {term.preferred}",
                )


RULE = Rule(
    code="TRM003",
    name="term that means something else",
    severity=Severity.WARNING,
    floor=Floor.REASON,
    why="The word exists, and says another thing: an attachment to a letter, an unstable love.",
    fix="use the glossary’s form",
    bad=Example(source="Attachment begins early.", target="El adjunto empieza pronto."),
    good=Example(source="Attachment begins early.", target="El apego empieza pronto."),
    rests_on=("terms", "forbidden"),
    check=check,
)
