"""Brackets or quotation marks that do not close, or are not the locale’s."""

from collections.abc import Iterator

from pipeline.check.rule import Example, Fault, Floor, Pair, Rule
from pipeline.values.finding import Severity
from pipeline.values.lazy_regex import lazy_regex

_QUOTES = frozenset('“”„‟«»‹›「」『』"')
_HAN = r"[\u3040-\u30ff\u3400-\u9fff]"


def check(pair: Pair) -> Iterator[Fault]:
    """Report open brackets as errors, and marks of another language as warnings."""
    text, source = pair.target.plain, pair.source.plain
    is_bracketed = not _BRACKETS.isdisjoint(pair.target.letters)
    for opening, closing in (("(", ")"), ("[", "]")) if is_bracketed else ():
        difference = _count(text, opening) - _count(text, closing)
        if difference and _count(source, opening) == _count(source, closing):
            yield Fault(message=f"a bracket {opening} or {closing} has no partner")
    if _DOUBLED.search(pair.translation):
        yield Fault(
            message="brackets around a citation code, which prints its own",
            fix="take the round brackets around the code out",
        )
    allowed = "".join(one + two for one, two in pair.language.quotes)
    strange = sorted(_QUOTES.intersection(text).difference(allowed))
    if allowed and strange:
        opening, closing = pair.language.quotes[0]
        yield Fault(
            message=f"{' '.join(strange)} are not the quotation marks of {pair.language.name}",
            fix=f"write {opening}…{closing}",
            severity=Severity.WARNING,
        )
    if pair.language.full_width and _HALF.search(text):
        yield Fault(
            message="half-width brackets beside characters",
            fix="write （…）",
            severity=Severity.WARNING,
        )


_BRACKETS = frozenset("()[]（）［］")
_DOUBLED = lazy_regex(r"[(（]\s*\[-?@[^\]]*\]\s*[)）]")
_HALF = lazy_regex(rf"{_HAN}\(|\){_HAN}")


def _count(text: str, bracket: str) -> int:
    full = {"(": "（", ")": "）", "[": "［", "]": "］"}[bracket]
    return text.count(bracket) + text.count(full)


RULE = Rule(
    code="TXT010",
    name="brackets or quotation marks",
    floor=Floor.REASON,
    why="An open bracket makes the eye search, and foreign quotation marks look like a "
    "printing error.",
    fix="close the bracket; use the quotation marks of the language",
    bad=Example(source="Therapy (CBT) helps.", target="La terapia (TCC ayuda."),
    good=Example(source="Therapy (CBT) helps.", target="La terapia (TCC) ayuda."),
    rests_on=("quotes",),
    check=check,
)
