"""What one slip of the pen leaves behind in a region's record: digits that nobody else states."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipeline.check.digits import in_digits
from pipeline.check.joined import joined_digits
from pipeline.records.dialling import Dialling, dialling_of
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Severity
from pipeline.values.region import Region, Service

Slip = tuple[str, str, Severity]
"""What is wrong, what to do, and how much it weighs."""

_NUMBER = re.compile(r"\d[\d \u00a0.-]*\d")
_LEAST = 3
"""Digits from which on a number in a name is one to dial: 24/7 is not."""


def slips(region: Region) -> Iterator[Slip]:
    """Yield the numbers of a record that its own names, its sources or the network contradict."""
    for index, service in enumerate(region.services):
        yield from _in_names(f"services[{index}]", service)
        yield from _in_sources(f"services[{index}]", service)
        ways = enumerate(service.ways)
        numbers = {f"ways[{step}].number": way.number for step, way in ways if way.number}
        yield from _written_twice(f"services[{index}]", numbers, service.stated)
        yield from _in_network(f"services[{index}]", service, region.code[:2])
    yield from _emergency(region)


def _plain(text: str) -> str:
    """Return the digits of a text, in whatever writing, as ASCII."""
    return "".join(str(unicodedata.digit(one)) for one in text if one.isdigit())


def _in_names(place: str, service: Service) -> Iterator[Slip]:
    own = {_plain(way.number) for way in service.ways if way.number}
    # What has been replaced may still stand in a name that the service keeps.
    for name, locale in {name: locale for locale, name in service.names.items()}.items():
        for shown, number, is_begun in _numbers_in(name, locale):
            held = number in own or (is_begun and any(one.startswith(number) for one in own))
            if own and len(number) >= _LEAST and not held:
                yield (
                    f"{place}.names: “{name}” has the number {shown}, which no way of it has",
                    "find out which is right, and correct the name or the number",
                    Severity.ERROR,
                )


def _numbers_in(name: str, locale: str) -> Iterator[tuple[str, str, bool]]:
    """Yield the numbers of a name as it shows them, their digits, and whether letters go on."""
    text, words = in_digits(name), _words_of(locale)
    for match in _NUMBER.finditer(text):
        begins = re.match(r"[ -]?[A-Z]{3}", text[match.end() :]) is not None
        yield match[0], _plain(match[0]), begins
    for joined in joined_digits(text):
        if {*map(len, joined.groups)} == {1}:
            yield text[joined.start : joined.end], joined.number, False
    for match in words.names.finditer(text):
        # In kana, names of digits are parts of other words.
        if not words.together or _HAN.fullmatch(match[0]):
            yield match[0], words.number_of(match[0]), False


def _words_of(tag: str) -> Dialling:
    """Return a language's words for digits; a record may have names in one that CLDR lacks."""
    try:
        return dialling_of(tag.replace("-", "_"))
    except PolyleafError:
        return Dialling(digits={})


_HAN = re.compile("[〇零一二三四五六七八九]+")


def _in_sources(place: str, service: Service) -> Iterator[Slip]:
    stated = {_plain(number) for source in service.sources for number in source.numbers}
    stated -= {_plain(other.number) for other in (*service.never, *service.replaces)}
    if not all(source.numbers for source in service.sources):
        return  # a source that says nothing of numbers may state any
    for step, way in enumerate(service.ways):
        if stated and way.number and not way.held and not _is_told(way.number, stated):
            yield (
                f"{place}.ways[{step}].number: {way.number} is not among its sources' numbers",
                "check the sources, and correct the number here or there",
                Severity.ERROR,
            )


def _written_twice(place: str, numbers: Mapping[str, str], stated: Sequence[str]) -> Iterator[Slip]:
    """Yield the numbers that a record writes once so and once otherwise."""
    theirs = {_plain(number) for number in stated}
    for where, number in numbers.items() if stated else ():
        if _plain(number) not in theirs:
            yield (
                f"{place}.{where}: {number} is not among what its sources state: "
                f"{', '.join(stated)}",
                "check the sources, and correct 'number' or 'stated'",
                Severity.ERROR,
            )
    own = set(map(_plain, numbers.values()))
    for number in stated if own else ():
        if _plain(number) not in own:
            yield (
                f"{place}.stated: no way has {number}",
                "check the sources, and correct 'number' or 'stated'",
                Severity.ERROR,
            )


def _is_told(number: str, stated: Iterable[str]) -> bool:
    """Say whether sources state a number, or its digits in another order, which is told apart."""
    in_order = sorted(_plain(number))
    return _is_among(number, stated) or any(sorted(other) == in_order for other in stated)


def _is_among(number: str, stated: Iterable[str]) -> bool:
    """Say whether sources state a number, be it with a country code or a leading zero."""
    own = _plain(number).lstrip("0")
    return any(
        own == other.lstrip("0") or (len(own) > 6 and (other.endswith(own) or own.endswith(other)))
        for other in stated
    )


_PREMIUM = (
    "costs the caller a premium, as no crisis line does",
    "correct it from its source; a number is written as people there dial it",
)


_SERVICE_CHARGE = {"GB": "84"}
"""Numbers that libphonenumber calls premium, and Ofcom a service charge of some pence."""


def _in_network(place: str, service: Service, country: str) -> Iterator[Slip]:
    import phonenumbers

    for step, way in enumerate(service.ways):
        where, number = f"{place}.ways[{step}].number: {way.number}", _plain(way.number)
        if not number:
            continue
        is_short = way.kind == "call" and not way.number.startswith("+")
        if country in ("US", "CA") and is_short and not _may_be_called(number):
            yield (
                f"{where} cannot be called there: short numbers are 988 and those that end in 11",
                "correct it from its source; a number is written as people there dial it",
                Severity.ERROR,
            )
        try:
            parsed = phonenumbers.parse(way.number, country)
        except phonenumbers.NumberParseException:
            continue
        is_premium = phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.PREMIUM_RATE
        if is_premium and not str(parsed.national_number).startswith(
            _SERVICE_CHARGE.get(country, "x")
        ):
            yield f"{where} {_PREMIUM[0]}", _PREMIUM[1], Severity.ERROR


def _may_be_called(number: str) -> bool:
    """Say whether a short number of North America can be called.

    Source: North American Numbering Plan Administrator, N11 codes and 988.
    """
    return not 3 <= len(number) <= 6 or re.fullmatch(r"[2-9]11|988", number) is not None


def _emergency(region: Region) -> Iterator[Slip]:
    import phonenumbers

    stated = {_plain(number) for source in region.emergency.sources for number in source.numbers}
    numbers = {f"numbers[{step}]": number for step, number in enumerate(region.emergency.numbers)}
    yield from _written_twice("emergency", numbers, region.emergency.stated)
    told = set(re.findall(r"\d+", region.emergency.caution))
    for number in region.emergency.numbers:
        if phonenumbers.is_emergency_number(number, region.code[:2]) or number in stated | told:
            continue
        yield (
            f"emergency: {number} is not an emergency number of {region.code[:2]} that "
            "libphonenumber knows, and no source's numbers have it",
            "correct it, or add 'numbers' to the source that states it",
            Severity.ERROR,
        )
