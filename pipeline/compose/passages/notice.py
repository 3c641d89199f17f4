"""The notice: the counterpart of ``editions/notice/sheet.html``."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.compose.offer import Offer, rows_of
from pipeline.compose.passages.parts import front, interpreter_line, strip
from pipeline.compose.passages.text import passage
from pipeline.compose.passages.voice import Voice
from pipeline.compose.words import direction_of, staff_language
from pipeline.values.sheet import Passage


def notice(voice: Voice) -> Iterator[Passage]:
    """Yield the languages in which the sheet can be had, each in its own words."""
    yield from strip(voice)
    yield voice.tell("title", voice.say("notice", "This sheet in your language"))
    yield from front(voice, "title")
    for row in rows_of(voice.plan.offers):
        for offer in row:
            yield from _language(voice, offer)
    yield interpreter_line(voice)


def _language(voice: Voice, offer: Offer) -> Iterator[Passage]:
    own = Voice(replace(voice.plan, locale=offer.locale, words=offer.words), voice.services)
    language = staff_language(voice.plan.region, voice.plan.locale.name)
    rtl = direction_of(language) == "rtl"
    told = passage("name of a language for staff", (offer.name_in(language),), rtl=rtl)
    yield replace(told, floats=True)
    yield replace(own.tell("word for an interpreter", own.say("icon", "Interpreter")), floats=True)
    yield own.tell("name of a language", (offer.name,))
    text = "Please ask us for this sheet in your language."
    text = "This sheet in your language" if offer.address else text
    yield own.tell("line of a language", own.say("notice", text))
