"""Which services a sheet prints, in which order, and in which words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.compose.hours import PrintedHours, printed_hours
from pipeline.compose.joining import all_of
from pipeline.compose.words import (
    direction_of,
    language_in_sentence,
    long_date,
    spoken_language,
)
from pipeline.records.typography import language_name, script_of
from pipeline.values.locale import Locale, language_of
from pipeline.values.region import Confirmation, Record, Region, Service, Way
from pipeline.values.sheet import Edition


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
class PrintedWay:
    """One way to reach a service as the sheet shows it."""

    kind: str
    number: str
    press: str
    keyword: str
    """The word to send: the sheet's language's, else the first."""
    address: str
    """Without its scheme."""
    link: str
    """The same with it."""
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
    """``None`` where nobody knows them, or where each way has its own."""
    audience: tuple[str, ...]
    free: bool
    languages: str
    """The languages it answers in, joined; empty where it goes without saying."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedFooting:
    """What numbers on the sheet rest on, in small print for staff: a day, and whose it is."""

    confirmed: bool
    """Whether somebody confirmed them on that day; else it is the day of their sources."""
    date: str
    """Empty where nobody knows the day."""
    names: tuple[Name, ...]
    """The services of that day."""
    numbers: tuple[str, ...]
    """The emergency numbers, where they are of that day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedServices:
    """The services of a region for one locale, best first."""

    services: tuple[PrintedService, ...]
    more: bool = False
    """Whether others could be reached as well that the sheet has no room for."""
    footings: tuple[PrintedFooting, ...] = ()
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The services of a region that a sheet prints, each with its ways to print."""

    services: tuple[tuple[Service, tuple[Way, ...]], ...] = ()
    speak: bool = False
    """Whether one of them speaks the sheet's language."""
    more: bool = False
    """Whether some were left out because an edition has no room for them."""


def chosen_services(
    region: Region | None, locale: Locale, edition: Edition | None = None
) -> Choice:
    """Choose a region's services for a locale: all, or as many as an edition has room for.

    Services with a way in the sheet's language stand alone where one of them serves everyone, in
    the record's order. Otherwise some that serve everyone stand before them, those in the region's
    own language first: who has to ask for an interpreter needs one line to try and one to fall back
    on, not a list. Where there is no room for all, those that serve everyone stay. See
    docs/decisions/0010-which-services.md.
    """
    if region is None:
        return Choice()
    speaking = [
        (service, ways) for service in region.services if (ways := _speaking_ways(service, locale))
    ]
    if any(not service.audience for service, _ in speaking):
        rows = speaking
    else:
        rows = [*_for_want_of_better(region, speaking), *speaking]
    kept = sorted(rows, key=lambda row: bool(row[0].audience))
    if edition:
        kept = kept[: edition.most_services or None]
    return Choice(
        services=tuple(row for row in rows if row in kept),
        speak=any(row in speaking for row in kept),
        more=len(kept) < len(rows),
    )


_Row = tuple[Service, tuple[Way, ...]]


def _for_want_of_better(region: Region, speaking: Sequence[_Row]) -> list[_Row]:
    """Return services to call where none that serves everyone speaks the sheet's language."""
    printed = [(service, ways) for service in region.services if (ways := service.printed_ways)]
    for_everyone = [(service, ways) for service, ways in printed if not service.audience]
    others = sorted(
        for_everyone or [row for row in printed if row not in speaking],
        key=lambda row: not _speaks(row[0], region.languages[0]),
    )
    return others[:WITHOUT_LANGUAGE]


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
    region: Region | None,
    locale: Locale,
    reader: Locale | None = None,
    edition: Edition | None = None,
    *,
    paired: bool = False,
) -> PrintedServices:
    """Return the services that a sheet prints, and the word that asks for an interpreter.

    They are chosen for a ``reader`` where the words are in another locale than the reader's, and
    as many as an ``edition`` has room for. Words are ``paired`` that stand beside the same in
    another language: both say of a service where it answers in others than the one before it.
    """
    reader = reader or locale
    choice = chosen_services(region, reader, edition)
    if region is None:
        return PrintedServices(services=(), ask_interpreter=None)
    ask = None
    if choice.services and not choice.speak:
        tag = _as_written_there(choice.services[0][0].languages[0], region)
        language = spoken_language(reader.name)
        ask = (
            language_in_sentence(language, locale.name),
            Name(text=language_name(language, tag.replace("-", "_")), tag=tag),
        )
    services = [
        _printed(service, ways, locale, reader, region.code, says_all=paired)
        for service, ways in choice.services
    ]
    return PrintedServices(
        services=_said_once(services) if paired else tuple(services),
        more=choice.more,
        footings=_footings([service for service, _ in choice.services], region, locale),
        ask_interpreter=ask,
    )


def _said_once(services: Sequence[PrintedService]) -> tuple[PrintedService, ...]:
    """Return services without the languages of each that are those of the one before it."""
    before = ("", *(one.languages for one in services))
    return tuple(
        replace(one, languages="") if one.languages == last else one
        for one, last in zip(services, before, strict=False)
    )


def named_beside(beside: PrintedServices, own: PrintedServices) -> PrintedServices:
    """Return services by what their names mean, where those stand in the column beside it.

    The sense in brackets behind a long name, on one side only, would leave a hole on the other; and
    who reads the days of records in one column may not read the script of the other.
    """
    pairs = zip(beside.services, own.services, strict=True)
    senses = {one.name: one.gloss for one, pair in pairs if one.gloss and one.name == pair.name}
    return replace(
        beside,
        services=tuple(
            replace(one, name=senses[one.name], gloss=None) if one.name in senses else one
            for one in beside.services
        ),
        footings=tuple(
            replace(one, names=tuple(senses.get(name, name) for name in one.names))
            for one in beside.footings
        ),
    )


def _footings(
    services: Sequence[Service], region: Region, locale: Locale
) -> tuple[PrintedFooting, ...]:
    """Return what the printed numbers rest on, those of one day together, as they come."""
    records: list[Record] = [*services, *([region.emergency] if region.emergency.numbers else [])]
    days: dict[tuple[bool, str], list[Record]] = {}
    for record in records:
        days.setdefault(_rests_on(record, locale), []).append(record)
    return tuple(
        PrintedFooting(
            confirmed=confirmed,
            date=date,
            names=tuple(
                _names(one.names, one.languages, locale)[0]
                for one in of_that_day
                if isinstance(one, Service)
            ),
            numbers=region.emergency.numbers if region.emergency in of_that_day else (),
        )
        for (confirmed, date), of_that_day in days.items()
    )


def _rests_on(record: Record, locale: Locale) -> tuple[bool, str]:
    confirmed = holds(record)
    day = confirmed.on if confirmed else record.source_date
    return bool(confirmed), long_date(day, locale) if day else ""


def _as_written_there(tag: str, region: Region) -> str:
    """Return a language's tag as the region writes it: Chinese is zh-Hant in Taiwan."""
    own = (one for one in region.languages if language_of(one) == language_of(tag))
    return next(own, tag)


def _printed(
    service: Service,
    ways: tuple[Way, ...],
    locale: Locale,
    reader: Locale,
    region: str,
    *,
    says_all: bool,
) -> PrintedService:
    name, gloss = _names(service.names, service.languages, locale)
    # What is said of the service is taken for each of its ways: it must be true of all.
    differ = any(way.hours and not way.hours.are_printed for way in ways)
    return PrintedService(
        name=name,
        gloss=gloss,
        ways=tuple(_way(way, service, locale, region, own_hours=differ) for way in ways),
        hours=None if differ else printed_hours(service.hours, locale, region),
        audience=service.audience,
        free=bool(service.free),
        languages=_languages_said(service, locale, reader, says_all=says_all),
    )


def _languages_said(service: Service, locale: Locale, reader: Locale, *, says_all: bool) -> str:
    """Return what a reader needs to know of a service's languages.

    Of one that answers in the reader's, that alone is named, and unless it ``says_all`` not where
    that goes without saying: it is the service's first. Of one that does not, all are named: a
    reader may know one of them.
    """
    languages = list(dict.fromkeys(map(language_of, service.languages)))
    own = language_of(reader.name)
    named = [own] if own in languages else languages
    if named == languages[:1] == [own] and not says_all:
        return ""
    return all_of([language_in_sentence(one, locale.name) for one in named], locale.name)


def holds(record: Record) -> Confirmation | None:
    """Return a record's confirmation where it was given for the record as it is now."""
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


def _way(way: Way, service: Service, locale: Locale, region: str, *, own_hours: bool) -> PrintedWay:
    area = _in_language(way.areas, locale) or _readable(way.areas, locale)
    keyword = way.keywords.get(_in_language(way.keywords, locale))
    hours = way.hours or (service.hours if own_hours else None)
    if hours == service.hours and not own_hours:
        hours = None
    return PrintedWay(
        kind=way.kind,
        number=way.number,
        press=way.press,
        keyword=keyword or next(iter(way.keywords.values()), ""),
        address=printed_address(way.address),
        link=way.address,
        area=Name(text=way.areas[area], tag=area) if area else None,
        hours=printed_hours(hours, locale, region),
    )


def _readable(texts: Mapping[str, str], locale: Locale) -> str:
    """Return the tag of the first text in the locale's script or in Latin letters, else the first.

    Where somebody lives must be understood, so it is not given in a script that few can read.
    """
    known = ("Latn", script_of(locale.name))
    tags = (tag for tag in texts if script_of(tag.replace("-", "_")) in known)
    return next(tags, next(iter(texts), ""))


def printed_address(address: str) -> str:
    """Return a web address as it stands on paper, without its scheme."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")
