"""Whether a whole catalog is damaged, or in another language than its header says."""

from collections.abc import Iterable

from pipeline.check.rule import Fault, Pair
from pipeline.check.rules import RULES_BY_CODE
from pipeline.records.language import language_named
from pipeline.values.finding import Severity

_WHOLE = {
    "TXT015": "send the file as it was before an editor read it in the wrong encoding",
    "TXT009": "correct the language in its header, or send the file that is meant",
}
"""Rules whose fault is a slip in one text, and in most texts the whole file's; and what to do."""


def misplaced(texts: Iterable[tuple[str, str]], locale: str) -> str:
    """Say what is wrong with most of a catalog, as texts with their translations; empty if nothing.

    Translations count by their letters: of short ones hardly anything can be said.
    """
    judged = [
        Pair(
            text=text,
            translation=translation,
            language=language_named(locale),
            source_language=language_named("en"),
        )
        for text, translation in texts
        if translation and translation != text
    ]
    letters = sum(len(pair.translation) for pair in judged)
    at_fault = {
        code: [(pair, fault) for pair in judged if (fault := _error(code, pair))] for code in _WHOLE
    }
    # What is in another language has letters that this one has not, and the other way round.
    most = max(_WHOLE, key=lambda code: _letters(at_fault[code]))
    if 2 * _letters(at_fault[most]) > letters:
        _, first = at_fault[most][0]
        count = f"in {len(at_fault[most])} of its {len(judged)} translations"
        return f"{count}: {first.message}: {_WHOLE[most]}"
    return ""


def _letters(at_fault: Iterable[tuple[Pair, Fault]]) -> int:
    return sum(len(pair.translation) for pair, _ in at_fault)


def _error(code: str, pair: Pair) -> Fault | None:
    check = RULES_BY_CODE[code].check
    faults = check(pair) if check else ()
    return next((one for one in faults if one.severity is not Severity.WARNING), None)
