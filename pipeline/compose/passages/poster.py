"""The wall poster: the counterpart of ``editions/wall-poster/sheet.html``."""

from collections.abc import Iterator

from pipeline.compose.passages.blocks import block, footnotes, vital
from pipeline.compose.passages.parts import colophon, interpreter_line, opening, region, strip
from pipeline.compose.passages.services import (
    WAY,
    ask_for_interpreter,
    facts,
    more_services,
    name_of,
    no_services,
    way_of,
)
from pipeline.compose.passages.text import Text
from pipeline.compose.passages.voice import Voice, ltr
from pipeline.compose.poster import First, first_number
from pipeline.compose.services import PrintedService
from pipeline.values.sheet import Passage


def poster(voice: Voice) -> Iterator[Passage]:
    """Yield the crisis note alone, its first number above all else of it."""
    yield from strip(voice)
    (note,) = opening(voice)
    yield from vital(note, _note(voice))
    yield from footnotes(voice)
    yield region(voice)
    yield interpreter_line(voice)
    yield from colophon(voice)


def _note(voice: Voice) -> Iterator[Passage]:
    (note,) = opening(voice)
    for item in note.children:
        if item.kind == "services":
            yield from _help(voice, first_number(voice.services), item.line)
        else:
            yield from block(voice, item, inside=note.name)


def _help(voice: Voice, first: First, line: int) -> Iterator[Passage]:
    if first.service and first.way:
        label = voice.say("poster", "Call this number")
        yield voice.tell("label of the number", label, line=line)
        yield voice.tell(WAY, _figures(voice, first), line=line)
        if first.says_more:
            yield voice.tell(WAY, way_of(voice, first.way), line=line)
        yield voice.tell("name of the service", name_of(voice, first.service), line=line)
        yield from _facts(voice, first.service, line)
        for way in first.other_ways:
            yield voice.tell(WAY, way_of(voice, way), line=line)
    for service in first.others:
        yield voice.tell("name of the service", name_of(voice, service), line=line)
        for way in service.ways:
            yield voice.tell(WAY, way_of(voice, way), line=line)
        yield from _facts(voice, service, line)
    if voice.services.services:
        yield from more_services(voice, line=line)
    else:
        yield no_services(voice, line=line)
    if first.number:
        told = voice.say("poster", "What happens when you call")
        yield voice.tell("what happens", told, line=line)
        text = (
            "You may hear a recording first, and you may have to wait. Then a person listens to "
            "you and thinks with you about what can help now. You do not need to know what to say."
        )
        yield voice.tell("what happens", voice.say("poster", text), line=line)
    yield from ask_for_interpreter(voice, line=line)


def _figures(voice: Voice, first: First) -> Text:
    if not first.key:
        return ltr(first.number)
    arrow = " ← " if voice.rtl else " → "
    return (*ltr(first.number), arrow, *ltr(first.key))


def _facts(voice: Voice, service: PrintedService, line: int) -> Iterator[Passage]:
    for fact in facts(voice, service, short=False):
        yield voice.tell("fact about the service", fact, line=line)
