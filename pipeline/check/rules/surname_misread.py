"""A sentence in which a theory of suicide reads as its author’s own suicide."""

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.check.citations import narrative_surnames
from pipeline.check.rule import Example, Fault, Floor, Pair, Rule
from pipeline.values.finding import Severity

_SUICIDE = re.compile(r"\bsuicid", re.IGNORECASE)

_NAME = "NAME"
"""Stands for the surname in the patterns of a language's data."""


def check(pair: Pair) -> Iterator[Fault]:
    """Report a surname that the words around it make into the person who died."""
    if not pair.language.misread or not _SUICIDE.search(pair.source.plain):
        return
    for surname in narrative_surnames(pair):
        forms = (surname, *pair.language.surnames.get(surname, ()))
        found = _pattern(pair.language.misread, forms).search(pair.target.plain)
        if found:
            yield Fault(message=f"“{found.group()}” may be read as the suicide of {surname}")
            return


@lru_cache(maxsize=512)
def _pattern(misread: tuple[str, ...], forms: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(re.escape(form) for form in forms)
    either = "|".join(one.replace(_NAME, f"(?:{names})") for one in misread)
    return re.compile(either, re.IGNORECASE)


RULE = Rule(
    code="TXT017",
    formerly=("SAF015",),
    name="theory that reads as its author’s suicide",
    severity=Severity.WARNING,
    floor=Floor.REASON,
    why="Joiner’s theory of suicide is a theory by Joiner, who is alive. In many languages the "
    "plain order of words says instead that Joiner took his life.",
    fix="put the surname beside the theory, not beside the suicide: “in his theory of suicide, "
    "Joiner …”, “the theory that Joiner proposed”",
    bad=Example(
        source="Joiner’s theory of suicide [-@joiner2005] names hopelessness.",
        target="La teoría del suicidio de Joiner [-@joiner2005] nombra la desesperanza.",
    ),
    good=Example(
        source="Joiner’s theory of suicide [-@joiner2005] names hopelessness.",
        target="En su teoría del suicidio, Joiner [-@joiner2005] nombra la desesperanza.",
    ),
    needs="citation",
    check=check,
)
