"""The crisis services of a region: the counterpart of ``templates/services.html``."""

from collections.abc import Iterator

from pipeline.compose.hours import PrintedHours
from pipeline.compose.joining import all_of, any_number_of
from pipeline.compose.passages.text import Isolate, Text, joined, listed
from pipeline.compose.passages.voice import Voice, ltr
from pipeline.compose.services import Name, PrintedService, PrintedWay
from pipeline.compose.words import brackets, region_name
from pipeline.values.sheet import Passage

WAY = "way to reach the service"


def emergency(voice: Voice) -> Text:
    """Return the region's emergency numbers, or words in their place."""
    region = voice.plan.region
    numbers = region.emergency.numbers if region else ()
    if not numbers:
        return voice.say("services", "the local emergency number")
    name = voice.plan.locale.name
    return listed(lambda each: any_number_of(each, name), [ltr(number) for number in numbers])


def services_list(voice: Voice, *, short: bool, line: int) -> Iterator[Passage]:
    """Yield the services of a crisis note, or what stands where there is none."""
    services = voice.services
    for service in services.services[:1] if short else services.services:
        name = voice.tell("name of the service", name_of(voice, service), line=line)
        ways = [
            voice.tell(WAY, way_of(voice, way), line=line)
            for way in (service.ways[:1] if short else service.ways)
        ]
        told = [
            voice.tell("fact about the service", fact, line=line)
            for fact in facts(voice, service, short=short)
        ]
        yield from (*ways, name, *told) if short else (name, *told, *ways)
    if services.services:
        yield from beyond(voice, short=short, line=line)
    else:
        yield no_services(voice, line=line)


def beyond(voice: Voice, *, short: bool, line: int) -> Iterator[Passage]:
    """Yield what follows the services: where there are more, and how to ask for an interpreter."""
    if not short:
        yield from more_services(voice, line=line)
    yield from ask_for_interpreter(voice, line=line)


def more_services(voice: Voice, *, line: int) -> Iterator[Passage]:
    """Yield where more services are to be found, if not all stand on the sheet."""
    if voice.services.more:
        more = voice.say("services", "More crisis lines: {address}", address=ltr(voice.plan.finder))
        yield voice.tell("address of more services", more, line=line)


def ask_for_interpreter(voice: Voice, *, line: int) -> Iterator[Passage]:
    """Yield how to ask for an interpreter where no service speaks the sheet's language."""
    if voice.services.ask_interpreter:
        language, phrase = voice.services.ask_interpreter
        yield voice.tell(
            "words for an interpreter",
            voice.say(
                "services",
                "No service listed here is recorded as speaking {language}. Ask for an "
                "interpreter. You can say: “{phrase}”.",
                language=language,
                phrase=_named(phrase),
            ),
            line=line,
        )


def no_services(voice: Voice, *, line: int) -> Passage:
    """Return what stands where there is no service."""
    region, finder = voice.plan.region, ltr(voice.plan.finder)
    if region:
        told = voice.say(
            "services",
            "We know of no confirmed crisis line for {region}. Ask your doctor or your clinic, or "
            "look at {address}.",
            region=region_name(region, voice.plan.locale.name),
            address=finder,
        )
    else:
        told = voice.say(
            "services",
            "Numbers differ from country to country, so none is printed here. Ask your doctor or "
            "your clinic, or look at {address}.",
            address=finder,
        )
    return voice.tell(WAY, told, line=line)


def first_service(voice: Voice) -> Iterator[Passage]:
    """Yield the first service alone, without its facts."""
    for service in voice.services.services[:1]:
        for way in service.ways[:1]:
            yield voice.tell(WAY, way_of(voice, way))
        yield voice.tell("name of the service", name_of(voice, service))


def _named(name: Name) -> Text:
    return (Isolate((name.text,), name.direction == "rtl"),)


def _aside(voice: Voice, text: Text) -> Text:
    return joined(brackets(voice.plan.locale.name)[0], text, brackets(voice.plan.locale.name)[1])


def name_of(voice: Voice, service: PrintedService) -> Text:
    """Return a service's name, and what it means."""
    gloss = _aside(voice, _named(service.gloss)) if service.gloss else ()
    return joined(_named(service.name), gloss)


def way_of(voice: Voice, way: PrintedWay) -> Text:
    """Return how a service is reached."""
    number, address = ltr(way.number), ltr(way.address)
    match way.kind:
        case "call" if way.press:
            text = "Call {number}, then press {key}"
            told = voice.say("services", text, number=number, key=ltr(way.press))
        case "call":
            told = voice.say("services", "Call {number}", number=number)
        case "text" if way.keyword:
            text = "Text {keyword} to {number}"
            told = voice.say("services", text, keyword=ltr(way.keyword), number=number)
        case "text":
            told = voice.say("services", "Text {number}", number=number)
        case "whatsapp":
            told = voice.say("services", "WhatsApp: {number}", number=number)
        case "web":
            told = voice.say("services", "Web: {address}", address=address)
        case _:
            told = voice.say("services", "Chat at {address}", address=address)
    if way.area:
        told = joined(told, _aside(voice, _named(way.area)))
    if way.hours:
        told = joined(told, _aside(voice, _hours(voice, way.hours)))
    return told


def _hours(voice: Voice, hours: PrintedHours) -> Text:
    if hours.always:
        return voice.say("services", "24 hours a day, every day")
    gap = "；" if "（" in brackets(voice.plan.locale.name) else None
    told: Text = ()
    for place, span in enumerate(hours.spans):
        if span.every_day:
            days = voice.say("services", "Every day")
        elif span.days:
            days = (span.days,)
        elif span.last_day:
            text = "{first} to {last}"
            days = voice.say("services", text, first=span.first_day, last=span.last_day)
        else:
            days = (span.first_day,)
        between = (gap or voice.plan.citation_form.between_works) if place else ""
        told = joined(
            told,
            between,
            voice.say(
                "services",
                "{days}, {from} to {to}",
                **{"days": days, "from": _clock(span.opens), "to": _clock(span.closes)},
            ),
        )
    return told


def _clock(text: str) -> Text:
    """Return a time: figures alone keep their order, words run as the sentence does."""
    return (text,) if any(letter.isalpha() for letter in text) else ltr(text)


_AUDIENCES = {"young": "children and young people", "parents": "parents", "veterans": "veterans"}


def facts(voice: Voice, service: PrintedService, *, short: bool) -> Iterator[Text]:
    """Yield what a reader needs to know of a service."""
    if service.hours:
        yield _hours(voice, service.hours)
    if service.free:
        yield voice.say("services", "Free")
    if service.audience:
        whom = [voice.say("services", _AUDIENCES[name]) for name in service.audience]
        told = listed(lambda each: all_of(each, voice.plan.locale.name), whom)
        yield voice.say("services", "For: {audience}", audience=told)
    # In the short note the line for an interpreter says so already.
    if service.languages and not (short and voice.services.ask_interpreter):
        yield voice.say("services", "Answers in {languages}", languages=service.languages)


def footings(voice: Voice) -> Iterator[Text]:
    """Yield what the numbers rest on, a line for each day."""
    for footing in voice.services.footings:
        if footing.confirmed:
            day = voice.say("services", "Confirmed on {date}", date=footing.date)
        elif footing.date:
            day = voice.say("services", "Record of {date}", date=footing.date)
        else:
            day = voice.say("services", "Record of unknown date")
        whose = [*map(_named, footing.names), *map(ltr, footing.numbers)]
        names = listed(lambda each: all_of(each, voice.plan.locale.name), whose)
        yield joined(day, _aside(voice, names))
