"""A text of a crisis note that was emptied or cut."""

from collections.abc import Iterator

from pipeline.check.length import WITHOUT_STOPS, breaks_off, is_filler, lost_its_end, share_said
from pipeline.check.rule import Example, Fault, Pair, Rule
from pipeline.check.writing import sentences_of
from pipeline.values.finding import Severity

_EMPTY = 0.5
"""Of the usual length: below it, it says next to nothing."""

_SHORT = 0.66
"""Below it, something may be gone; no good translation that we know is so short."""

_WHOLE = 1.1
"""Below it, a sentence that is not there has not gone into another one: German names doctors and
therapists twice, and so is as long as ever without the sentence that follows."""


def check(pair: Pair) -> Iterator[Fault]:
    """Report crisis texts far shorter than the source, or short and with a sentence less."""
    if not pair.is_crisis:
        return
    part = share_said(pair)
    has_stops = pair.language.script not in WITHOUT_STOPS
    fewer = has_stops and _sentences(pair.target.plain) < _sentences(pair.source.plain)
    if part < _EMPTY or (fewer and part < _WHOLE):
        yield Fault(
            message="this says much less than the English",
            fix="translate all of it, and keep the English's sentences apart",
        )
    elif is_filler(pair.target.plain):
        yield Fault(message="this says nothing")
    elif breaks_off(pair) or (part < _WHOLE and lost_its_end(pair)):
        yield Fault(
            message="this breaks off",
            fix="translate all of it, and close the last sentence as the others are closed",
        )
    elif part < _SHORT:
        yield Fault(
            message="this is much shorter than the English",
            fix="see whether everything is there; a short sentence may be made a little fuller",
            severity=Severity.WARNING,
        )
    elif fewer:
        yield Fault(
            message="this has fewer sentences than the English",
            fix="see whether everything is there; keep the English's sentences apart",
            severity=Severity.WARNING,
        )
    elif lost_its_end(pair):
        yield Fault(
            message="its last sentence does not end",
            fix="see whether everything is there, and close it as the others are closed",
            severity=Severity.WARNING,
        )


def _sentences(text: str) -> int:
    return len(sentences_of(text))


RULE = Rule(
    code="SAF008",
    name="crisis note emptied or cut",
    why="Each sentence of a crisis note is there for a reason: that it passes, that nobody is "
    "to blame, that one should not stay alone.",
    fix="translate all of it",
    bad=Example(
        source="Do not stay alone, and do not leave the other person alone.", target="No se quede."
    ),
    good=Example(
        source="Do not stay alone, and do not leave the other person alone.",
        target="No se quede a solas ni deje sola a la otra persona.",
    ),
    needs="crisis",
    check=check,
)
