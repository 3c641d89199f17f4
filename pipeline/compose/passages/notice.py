"""The notice: the counterpart of ``editions/notice/sheet.html``."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.compose.offer import Offer, room_before, rows_of
from pipeline.compose.passages.parts import front, interpreter_line, strip
from pipeline.compose.passages.voice import Voice
from pipeline.values.sheet import Passage


def notice(voice: Voice) -> Iterator[Passage]:
    """Yield the languages in which the sheet can be had, each in its own words."""
    plan = voice.plan
    yield from strip(voice)
    yield voice.tell("title", voice.say("notice", "This sheet in your language"))
    yield from front(voice, "title")
    rows = rows_of(plan.offers)
    is_before = room_before(plan.offers, rtl=voice.rtl)
    for row in rows:
        if is_before and row is rows[-1]:
            yield interpreter_line(voice)
        for offer in row:
            yield from _language(voice, offer)
    if not is_before:
        yield interpreter_line(voice)


def _language(voice: Voice, offer: Offer) -> Iterator[Passage]:
    own = Voice(replace(voice.plan, locale=offer.locale, words=offer.words), voice.services)
    told = voice.tell("name of a language for staff", (offer.name_in(voice.plan.locale.name),))
    yield replace(told, floats=True)
    yield own.tell("name of a language", (offer.name,))
    text = "Please ask us for this sheet in your language."
    text = "This sheet in your language" if offer.address else text
    yield own.tell("line of a language", own.say("notice", text))
