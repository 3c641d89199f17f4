"""Which services a sheet prints, in which order, and in which words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.compose.words import (
    all_of,
    clock,
    day_name,
    direction_of,
    language_in_sentence,
    long_date,
    spoken_language,
)
from pipeline.records.typography import language_name, script_of
from pipeline.values.locale import Locale, language_of
from pipeline.values.region import Confirmation, Hours, Opening, Region, Service, Way


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name as it stands on the sheet, in whatever language it is."""

    text: str
    tag: str
    """Its language, as a BCP 47 tag."""

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``."""
        return direction_of(self.tag)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedOpening:
    """A span of opening hours: days and times, in the locale's words."""

    days: str
    """Days that do not follow each other, joined; empty where ``first_day`` names them."""
    first_day: str
    last_day: str
    """Empty where the span is on one day alone."""
    every_day: bool
    opens: str
    closes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedHours:
    """When somebody answers, in the locale's words; neither always nor a span: not known."""

    always: bool
    spans: tuple[PrintedOpening, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedWay:
    """One way to reach a service as the sheet shows it."""

    kind: str
    number: str
    press: str
    keyword: str
    """The word to send: the sheet's language's, else the first."""
    address: str
    """Without its scheme."""
    area: Name | None
    hours: PrintedHours | None

    @property
    def parts(self) -> tuple[str, ...]:
        """What the reader types or dials: number, key and keyword, or the address."""
        return tuple(part for part in (self.number, self.press, self.keyword, self.address) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedService:
    """One service as the sheet shows it."""

    name: Name
    gloss: Name | None
    """What the name means, where the reader may not be able to read it."""
    ways: tuple[PrintedWay, ...]
    hours: PrintedHours | None
    """``None`` where the ways have hours of their own and nothing more is known."""
    audience: tuple[str, ...]
    free: bool
    languages: str
    """Where it answers in other languages than the sheet's: their names, joined."""
    record_date: str
    """Empty where the record has none."""
    confirmed_date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedServices:
    """The services of a region for one locale, best first."""

    services: tuple[PrintedService, ...]
    ask_interpreter: tuple[str, Name] | None
    """Where no service speaks the sheet's language: its name in the sheet's own words, and its
    name in the language of those who answer."""

    @property
    def names(self) -> Iterator[Name]:
        """All names that may be in another language than the sheet's."""
        for service in self.services:
            yield service.name
            if service.gloss:
                yield service.gloss
            yield from (way.area for way in service.ways if way.area)
        if self.ask_interpreter:
            yield self.ask_interpreter[1]


WITHOUT_LANGUAGE = 2
"""How many services are printed that do not speak the sheet's language."""


def chosen_services(
    region: Region | None, locale: Locale
) -> tuple[list[tuple[Service, tuple[Way, ...]]], bool]:
    """Choose a region's services for a locale, with the ways to print; say whether they speak it.

    Services with a way in the sheet's language stand alone where one of them serves everyone, in
    the record's order. Otherwise some that serve everyone stand before them, those in the region's
    own language first: who has to ask for an interpreter needs one line to try and one to fall back
    on, not a list. See docs/decisions/0010-which-services.md.
    """
    if region is None:
        return [], False
    speaking = [
        (service, ways) for service in region.services if (ways := _speaking_ways(service, locale))
    ]
    if any(not service.audience for service, _ in speaking):
        return speaking, True
    printed = [(service, ways) for service in region.services if (ways := service.printed_ways)]
    for_everyone = [(service, ways) for service, ways in printed if not service.audience]
    others = sorted(
        for_everyone or [row for row in printed if row not in speaking],
        key=lambda row: not _speaks(row[0], region.languages[0]),
    )
    return [*others[:WITHOUT_LANGUAGE], *speaking], bool(speaking)


def _speaks(service: Service, tag: str) -> bool:
    return language_of(tag) in map(language_of, service.languages)


def _speaking_ways(service: Service, locale: Locale) -> tuple[Way, ...]:
    language = language_of(locale.name)
    return tuple(
        way
        for way in service.printed_ways
        if language in map(language_of, way.languages or service.languages)
    )


def printed_services(
    region: Region | None, locale: Locale, reader: Locale | None = None
) -> PrintedServices:
    """Return the services that a sheet prints, and the word that asks for an interpreter.

    They are chosen for a ``reader`` where the words are in another locale than the reader's.
    """
    reader = reader or locale
    chosen, speak = chosen_services(region, reader)
    ask = None
    if region and chosen and not speak:
        tag = _as_written_there(chosen[0][0].languages[0], region)
        language = spoken_language(reader.name)
        ask = (
            language_in_sentence(language, locale.name),
            Name(text=language_name(language, tag.replace("-", "_")), tag=tag),
        )
    return PrintedServices(
        services=tuple(_printed(service, ways, locale) for service, ways in chosen),
        ask_interpreter=ask,
    )


def _as_written_there(tag: str, region: Region) -> str:
    """Return a language's tag as the region writes it: Chinese is zh-Hant in Taiwan."""
    own = (one for one in region.languages if language_of(one) == language_of(tag))
    return next(own, tag)


def _printed(service: Service, ways: tuple[Way, ...], locale: Locale) -> PrintedService:
    name, gloss = _names(service.names, service.languages, locale)
    languages = list(dict.fromkeys(map(language_of, service.languages)))
    return PrintedService(
        name=name,
        gloss=gloss,
        ways=tuple(_way(way, service, locale) for way in ways),
        hours=_service_hours(service, ways, locale),
        audience=service.audience,
        free=bool(service.free),
        languages=""
        if languages == [language_of(locale.name)]
        else all_of([language_in_sentence(other, locale.name) for other in languages], locale.name),
        record_date=long_date(service.source_date, locale) if service.source_date else "",
        confirmed_date=long_date(confirmed.on, locale) if (confirmed := holds(service)) else "",
    )


def holds(record: Service) -> Confirmation | None:
    """Return a service's confirmation where it was given for the record as it is now."""
    return record.confirmed if record.confirmed and record.confirmed.holds else None


def _names(
    names: Mapping[str, str], languages: Sequence[str], locale: Locale
) -> tuple[Name, Name | None]:
    """Return the name that a service bears for the readers of a locale, and what it means.

    A line that answers in several languages may bear a name in each. A name that stays in another
    language is followed by its sense in the sheet's, else in English where its script is foreign.
    """
    own = next(iter(names))
    sheets = _in_language(names, locale)
    if sheets and (sheets == own or language_of(sheets) in map(language_of, languages)):
        return Name(text=names[sheets], tag=sheets), None
    foreign = script_of(own.replace("-", "_")) not in ("Latn", script_of(locale.name))
    sense = sheets or ("en" if foreign and "en" in names else "")
    return (
        Name(text=names[own], tag=own),
        Name(text=names[sense], tag=sense) if sense and names[sense] != names[own] else None,
    )


def _in_language(texts: Mapping[str, str], locale: Locale) -> str:
    """Return the tag of the text that is in a locale's language, empty where none is."""
    if locale.tag in texts:
        return locale.tag
    tags = (tag for tag in texts if language_of(tag) == language_of(locale.name))
    return next(tags, "")


def _way(way: Way, service: Service, locale: Locale) -> PrintedWay:
    area = _in_language(way.areas, locale) or _readable(way.areas, locale)
    keyword = way.keywords.get(_in_language(way.keywords, locale))
    return PrintedWay(
        kind=way.kind,
        number=way.number,
        press=way.press,
        keyword=keyword or next(iter(way.keywords.values()), ""),
        address=printed_address(way.address),
        area=Name(text=way.areas[area], tag=area) if area else None,
        hours=_hours(way.hours, locale) if way.hours and way.hours != service.hours else None,
    )


def _readable(texts: Mapping[str, str], locale: Locale) -> str:
    """Return the tag of the first text in the locale's script or in Latin letters, else the first.

    Where somebody lives must be understood, so it is not given in a script that few can read.
    """
    known = ("Latn", script_of(locale.name))
    tags = (tag for tag in texts if script_of(tag.replace("-", "_")) in known)
    return next(tags, next(iter(texts), ""))


def _service_hours(service: Service, ways: tuple[Way, ...], locale: Locale) -> PrintedHours | None:
    if not service.hours.are_printed and any(way.hours and way.hours.are_printed for way in ways):
        return None
    return _hours(service.hours, locale)


def _hours(hours: Hours, locale: Locale) -> PrintedHours:
    if not hours.are_printed:
        return PrintedHours(always=False, spans=())
    return PrintedHours(
        always=hours.always, spans=tuple(_opening(span, locale) for span in hours.spans)
    )


def _opening(opening: Opening, locale: Locale) -> PrintedOpening:
    days = sorted(set(opening.days))
    names = [day_name(day, locale) for day in days]
    follow = days == list(range(days[0], days[-1] + 1))
    return PrintedOpening(
        days="" if follow else all_of(names, locale.name),
        first_day=names[0],
        last_day=names[-1] if len(names) > 1 else "",
        every_day=len(days) == 7,
        opens=clock(opening.opens, locale),
        closes=clock(opening.closes, locale, ends=True),
    )


def printed_address(address: str) -> str:
    """Return a web address as it stands on paper, without its scheme."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")
