"""Which services a sheet prints, in which order, and in which words."""

from dataclasses import dataclass

from pipeline.compose.words import all_of, clock, day_name, direction_of, language_name, long_date
from pipeline.values.locale import Locale, language_of
from pipeline.values.region import Opening, Region, Service, Way


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedOpening:
    """A span of opening hours: names of days and times, in the locale's words."""

    first_day: str
    last_day: str
    """Empty where the span is on one day alone."""
    every_day: bool
    opens: str
    closes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedService:
    """One service as the sheet shows it."""

    name: str
    name_tag: str
    """The language of the name, as a BCP 47 tag."""
    name_direction: str
    ways: tuple[Way, ...]
    always_open: bool
    openings: tuple[PrintedOpening, ...]
    audience: str
    free: bool
    languages: str
    """Where it answers in other languages than the sheet's: their names, joined."""
    record_date: str
    confirmed_date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedServices:
    """The services of a region for one locale, best first."""

    services: tuple[PrintedService, ...]
    ask_interpreter: tuple[str, str, str] | None
    """Where no service speaks the sheet's language: its name in the sheet's own words, its name in
    the first service's language, and that language's tag."""


def printed_services(region: Region | None, locale: Locale) -> PrintedServices:
    """Choose a region's services for a locale.

    Services with a way in the sheet's language stand alone where there are any, in the record's
    order; otherwise all of them stand, with the word that asks for an interpreter.
    """
    services = region.services if region else ()
    speaking = [(service, _ways(service, locale)) for service in services]
    chosen = [(service, ways) for service, ways in speaking if ways]
    ask = None
    if not chosen:
        chosen = [(service, service.printed_ways) for service in services if service.printed_ways]
        if chosen:
            first = chosen[0][0].languages[0]
            ask = (
                language_name(language_of(locale.name), locale.name),
                language_name(language_of(locale.name), first),
                first,
            )
    return PrintedServices(
        services=tuple(_printed(service, ways, locale) for service, ways in chosen),
        ask_interpreter=ask,
    )


def _ways(service: Service, locale: Locale) -> tuple[Way, ...]:
    language = language_of(locale.name)
    return tuple(
        way
        for way in service.printed_ways
        if language in map(language_of, way.languages or service.languages)
    )


def _printed(service: Service, ways: tuple[Way, ...], locale: Locale) -> PrintedService:
    tag, name = service.own_name
    language = language_of(locale.name)
    others = [language_of(tag) for tag in service.languages]
    return PrintedService(
        name=name,
        name_tag=tag,
        name_direction=direction_of(tag),
        ways=ways,
        always_open=service.always_open,
        openings=tuple(_opening(opening, locale) for opening in service.openings),
        audience=service.audience,
        free=bool(service.free),
        languages=""
        if others == [language]
        else all_of([language_name(other, locale.name) for other in others], locale.name),
        record_date=long_date(service.source_date, locale),
        confirmed_date=long_date(service.confirmed.on, locale) if service.confirmed else "",
    )


def _opening(opening: Opening, locale: Locale) -> PrintedOpening:
    return PrintedOpening(
        first_day=day_name(opening.days[0], locale),
        last_day=day_name(opening.days[-1], locale) if len(opening.days) > 1 else "",
        every_day=len(opening.days) == 7,
        opens=clock(opening.opens, locale),
        closes=clock(opening.closes, locale),
    )


def keyword(way: Way, locale: Locale) -> str:
    """Return the word to send in a text message: the sheet's language's, else the first."""
    language = language_of(locale.name)
    return way.keywords.get(language) or next(iter(way.keywords.values()), "")


def printed_address(address: str) -> str:
    """Return a web address as it stands on paper, without its scheme."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")
