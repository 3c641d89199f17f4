"""What one slip of the pen leaves behind in a region's record: digits that nobody else states."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipeline.check.digits import in_digits, plain_digits
from pipeline.check.joined import joined_digits
from pipeline.check.networks import Slip, network_faults
from pipeline.check.to_dial import YEAR
from pipeline.check.writing import letter_script
from pipeline.records.dialling import Dialling, dialling_of
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Severity
from pipeline.values.region import Region, Service

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
        yield from _in_addresses(f"services[{index}]", service)
        yield from _in_keywords(f"services[{index}]", service)
        yield from network_faults(region, f"services[{index}]", service)
    yield from _emergency(region)


def _in_names(place: str, service: Service) -> Iterator[Slip]:
    own = _numbers_of(service)
    # What has been replaced may still stand in a name that the service keeps.
    for name, locale in {name: locale for locale, name in service.names.items()}.items():
        for shown, number, is_begun in _numbers_in(name, locale):
            held = number in own or (is_begun and any(one.startswith(number) for one in own))
            # "since 1998" is no number to dial, where the service has none of four digits.
            held = held or (YEAR.fullmatch(shown) is not None and len(shown) not in map(len, own))
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
        yield match[0], plain_digits(match[0]), begins
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


def _numbers_of(service: Service) -> set[str]:
    """Return the digits of the numbers at which a service is reached."""
    return {plain_digits(way.number) for way in service.ways if way.number}


def _in_addresses(place: str, service: Service) -> Iterator[Slip]:
    """Yield addresses with nearly the number that a service has, or letters that look alike."""
    own = _numbers_of(service)
    for step, way in enumerate(service.ways):
        host = way.address.removeprefix("https://").partition("/")[0]
        where = f"{place}.ways[{step}].address: {way.address}"
        for number in re.findall(r"\d{3,}", host):
            if number not in own and any(_is_near(number, one) for one in own):
                yield (
                    f"{where} has {number} in it, and the service has {', '.join(sorted(own))}",
                    "look the address up, and correct it or the number",
                    Severity.ERROR,
                )
        for label in host.split("."):
            scripts = {letter_script(one) for one in label if one.isalpha()}
            if len(scripts & {"Latn", "Cyrl", "Grek"}) > 1:
                yield (
                    f"{where} mixes letters of two scripts that look alike: {label}",
                    "type the address again with one keyboard, and see whose it is",
                    Severity.ERROR,
                )


def _is_near(one: str, other: str) -> bool:
    """Say whether two numbers differ in one digit, or in two that changed places."""
    pairs = [pair for pair in zip(one, other, strict=False) if len({*pair}) > 1]
    if len(one) != len(other) or not pairs:
        return False
    return len(pairs) == 1 or (len(pairs) == 2 and pairs[0] == pairs[1][::-1])


def _in_keywords(place: str, service: Service) -> Iterator[Slip]:
    """Yield key words that are a number: whoever wrote them mistook the field."""
    numbers = _numbers_of(service)
    for step, way in enumerate(service.ways):
        for tag, word in way.keywords.items():
            if plain_digits(word) in numbers and not re.search(r"[^\W\d_]", word):
                yield (
                    f"{place}.ways[{step}].keywords.{tag}: {word} is the number itself",
                    "write the word that is sent to the number, or leave keywords out",
                    Severity.ERROR,
                )


def _in_sources(place: str, service: Service) -> Iterator[Slip]:
    stated = {plain_digits(number) for source in service.sources for number in source.numbers}
    stated -= {plain_digits(other.number) for other in (*service.never, *service.replaces)}
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
    theirs = {plain_digits(number) for number in stated}
    for where, number in numbers.items() if stated else ():
        if plain_digits(number) not in theirs:
            yield (
                f"{place}.{where}: {number} is not among what its sources state: "
                f"{', '.join(stated)}",
                "check the sources, and correct 'number' or 'stated'",
                Severity.ERROR,
            )
    own = set(map(plain_digits, numbers.values()))
    for number in stated if own else ():
        if plain_digits(number) not in own:
            yield (
                f"{place}.stated: no way has {number}",
                "check the sources, and correct 'number' or 'stated'",
                Severity.ERROR,
            )


def _is_told(number: str, stated: Iterable[str]) -> bool:
    """Say whether sources state a number, or its digits in another order, which is told apart."""
    in_order = sorted(plain_digits(number))
    return _is_among(number, stated) or any(sorted(other) == in_order for other in stated)


def _is_among(number: str, stated: Iterable[str]) -> bool:
    """Say whether sources state a number, be it with a country code or a leading zero."""
    own = plain_digits(number).lstrip("0")
    return any(
        own == other.lstrip("0") or (len(own) > 6 and (other.endswith(own) or own.endswith(other)))
        for other in stated
    )


def _emergency(region: Region) -> Iterator[Slip]:
    import phonenumbers

    stated = {
        plain_digits(number) for source in region.emergency.sources for number in source.numbers
    }
    numbers = {f"numbers[{step}]": number for step, number in enumerate(region.emergency.numbers)}
    yield from _written_twice("emergency", numbers, region.emergency.stated)
    if region.emergency.sources and not (region.emergency.numbers or region.emergency.held):
        yield (
            "emergency: sources are on record, and no number",
            "add the number that they state; where there is none, delete [emergency]",
            Severity.ERROR,
        )
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
