"""What a record of a region says against itself: numbers that cannot be, and numbers that clash."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from pipeline.check.digits import dialled_in
from pipeline.check.slips import slips
from pipeline.values.finding import Finding, Severity
from pipeline.values.locale import language_of
from pipeline.values.publisher import Clinic
from pipeline.values.region import OtherNumber, Region, Service, Way

_LONGEST = 15
"""Digits of the longest number of any network, after ITU-T E.164."""

_SHORT_CODE = 6
"""Digits of the longest short code; no subscriber's number is so short, whatever the country."""

_NORTH_AMERICA = ("US", "CA")


def lint_region(region: Region) -> Iterator[Finding]:
    """Report what cannot be true of a region's numbers, and warn of what a phone library doubts."""
    for index, service in enumerate(region.services):
        place = f"services[{index}]"
        for step, way in enumerate(service.ways):
            where = f"{place}.ways[{step}]"
            if way.number:
                yield from _number(region, where, way)
            yield from _keywords(region, where, way, service)
            if not way.held:
                yield from _never(region, where, way, service)
                yield from _transposed(region, where, way, service)
    yield from _disagreements(region)
    for message, fix, severity in slips(region):
        yield _finding(region, "SVC015", message, fix, severity)
    refused = [*region.never, *region.emergency.held, *_services_refuse(region)]
    for number in region.emergency.numbers:
        against = [
            other
            for other in refused
            if not other.press
            and national(other.number, region.code) == national(number, region.code)
        ]
        if against:
            yield _finding(
                region,
                "SVC005",
                f"emergency: {number} is printed, and the record also says that it is not to be: "
                f"{against[0].why or 'it has been replaced'}",
                "decide which is true, and take it out of the other list",
            )
        if not region.emergency.sources:
            yield _finding(
                region,
                "SVC009",
                f"emergency: no source is on record for {number}",
                "find who says so, and add [[emergency.sources]]",
                Severity.WARNING,
            )


def clinic_faults(clinic: Clinic, regions: Sequence[Region]) -> Iterator[Finding]:
    """Report a clinic's numbers that are no clinic's: refused ones, and crisis lines.

    The first of the regions is the clinic's own.
    """
    texts = [*clinic.telephones.items()]
    texts += [
        ("address", found)
        for line in clinic.address
        for found in re.findall(r"[+\d][\d ().-]{3,}\d", line)
    ]
    own = regions[0]
    known = [(region, *_known_numbers(region)) for region in regions]
    for name, text in texts:
        for region, lines, refused in known:
            number = national(text, region.code)
            if number in refused or number in lines:
                what = "never to be printed" if number in refused else "a crisis line"
                yield Finding(
                    code="SVC014",
                    severity=Severity.ERROR
                    if region is own or len(number) > _LONGEST_EVERYDAY
                    else Severity.WARNING,
                    path=f"source/clinics/{clinic.id}.toml",
                    message=f"{name}: {text} is {what}, as the record of {region.code} says",
                    fix="write the clinic's own number; crisis numbers come from the region",
                )


_LONGEST_EVERYDAY = 4
"""Digits of a number that may be one thing in one region and another elsewhere."""


def _known_numbers(region: Region) -> tuple[set[str], set[str]]:
    """Return the numbers of a region's services, and those that must not be printed."""
    lines = {
        national(way.number, region.code)
        for service in region.services
        for way in service.ways
        if way.number
    }
    refused = [*region.never, *_services_refuse(region)]
    return lines, {
        national(other.number, region.code) for other in refused if not other.press
    } - lines


def _services_refuse(region: Region) -> list[OtherNumber]:
    """Return the numbers that a region's services say must not be printed."""
    return [other for service in region.services for other in (*service.never, *service.replaces)]


def digits(number: str) -> str:
    """Return a number's digits alone."""
    return re.sub(r"\D", "", number)


def _number(region: Region, where: str, way: Way) -> Iterator[Finding]:
    fix = "correct it from its source; a number is written as people there dial it"
    own, country = digits(way.number), region.code[:2]
    fault = ""
    if len(own) > _LONGEST:
        fault = f"has {len(own)} digits, and no network has more than {_LONGEST}"
    elif len(set(own)) == 1 and len(own) > _SHORT_CODE:
        fault = "is one digit over and over"
    elif country in _NORTH_AMERICA and not re.match(r"\+(?!1)", way.number):
        fault = _north_american(own)
    if fault:
        yield _finding(region, "SVC003", f"{where}.number: {way.number} {fault}", fix)
        return
    yield from _against_library(region, where, way)


def _north_american(own: str) -> str:
    """Say what is wrong with a number of the North American plan, whose rules are fixed."""
    subscriber = own.removeprefix("1") if len(own) == 11 else own
    if 3 <= len(own) <= _SHORT_CODE:
        return ""
    if len(subscriber) != 10:
        return f"has {len(own)} digits; numbers there have ten, or three to six as short codes"
    if subscriber[0] in "01" or subscriber[3] in "01":
        return "has an area code or exchange that begins with 0 or 1, which none does there"
    return ""


def _against_library(region: Region, where: str, way: Way) -> Iterator[Finding]:
    """Compare with libphonenumber, which knows countries' codes but misjudges short numbers."""
    import phonenumbers

    country = region.code[:2]
    code = country_code(country)
    if way.number.startswith("+"):
        rest = digits(way.number).removeprefix(str(code))
        if not digits(way.number).startswith(str(code)):
            yield _finding(
                region,
                "SVC003",
                f"{where}.number: {way.number} is a number of another country than {country}",
                "write the number that people there dial",
            )
            return
        if len(rest) <= _SHORT_CODE:
            yield _finding(
                region,
                "SVC004",
                f"{where}.number: {way.number} is a short code with the country's code before it, "
                "and cannot be dialled",
                f"write the short code alone: {rest}",
            )
            return
    parsed = dialled_in(way.number, country)
    if parsed is None:
        return
    is_known = phonenumbers.is_possible_number(
        parsed
    ) or phonenumbers.is_possible_short_number_for_region(parsed, country)
    if len(digits(way.number)) > _SHORT_CODE:
        is_known = phonenumbers.is_valid_number(parsed)
        is_known |= phonenumbers.is_valid_short_number_for_region(parsed, country)
    if not is_known:
        yield _finding(
            region,
            "SVC008",
            f"{where}.number: libphonenumber knows of no number like {way.number} in {country}",
            "count its digits once more; the library often misjudges short numbers",
            Severity.WARNING,
        )


def _keywords(region: Region, where: str, way: Way, service: Service) -> Iterator[Finding]:
    languages = set(map(language_of, way.languages or service.languages))
    for tag in way.keywords:
        if language_of(tag) not in languages:
            yield _finding(
                region,
                "SVC006",
                f"{where}.keywords: '{way.keywords[tag]}' is for {tag}, a language in which this "
                "way does not answer",
                "correct the language, or add it to languages",
            )


def _never(region: Region, where: str, way: Way, service: Service) -> Iterator[Finding]:
    """Report a printed number that the same record says must not be printed."""
    for other in (*service.replaces, *service.never, *region.never, *region.emergency.held):
        if _is(other, way, region):
            yield _finding(
                region,
                "SVC005",
                f"{where}.number: {way.number} is printed, and the record also says that it is not "
                f"to be: {other.why or 'it has been replaced'}",
                "decide which is true; hold the way back until you know",
            )
    for one in region.services:
        for other in one.never:
            if one is not service and other.press and _is(other, way, region):
                yield _finding(
                    region,
                    "SVC005",
                    f"{where}.press: {way.number}, then {way.press}, is printed, and '{one.id}' "
                    f"says that it is not to be: {other.why}",
                    "decide which is true; hold the way back until you know",
                )
        for other in one.replaces:
            if one is not service and _is(other, way, region):
                yield _finding(
                    region,
                    "SVC005",
                    f"{where}.number: {way.number} is printed, and '{one.id}' has replaced it",
                    "hold the way back, or correct the record of the other service",
                )


def _is(other: OtherNumber, way: Way, region: Region) -> bool:
    """Say whether a number is the one of a way; without a key it means every key."""
    same = national(other.number, region.code) == national(way.number, region.code) != ""
    return same and other.press in ("", way.press)


def national(number: str, region: str) -> str:
    """Return a number's digits as they are dialled in its own country, without the leading zero."""
    own = digits(number)
    code = str(country_code(region) or "")
    if number.startswith(("+", "00")) and code:
        own = own.removeprefix("00").removeprefix(code)
    elif region[:2] in _NORTH_AMERICA and len(own) == 11:
        own = own.removeprefix("1")
    return own.removeprefix("0") if len(own) > _SHORT_CODE else own


def country_code(region: str) -> int:
    """Return the code with which a region is dialled from abroad, 0 where it has none."""
    return _country_codes().get(region[:2], 0)


@cache
def _country_codes() -> dict[str, int]:
    """Return the codes of all countries; phonenumbers' own function reads a file for each."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    return {name: code for code, names in COUNTRY_CODE_TO_REGION_CODE.items() for name in names}


def _transposed(region: Region, where: str, way: Way, service: Service) -> Iterator[Finding]:
    """Report a number of which a source prints the same digits in another order."""
    own = digits(way.number)
    printed = {digits(one.number) for one in service.ways}
    known = {digits(one.number) for one in (*service.replaces, *service.never, *region.never)}
    for source in service.sources:
        for number in source.numbers or re.findall(r"\d[\d .-]*\d", _words(source.title)):
            theirs = digits(number)
            if len(own) > 2 and theirs not in printed | known and _is_swap(own, theirs):
                yield _finding(
                    region,
                    "SVC007",
                    f"{where}.number: {way.number}, but its source prints {number}: {source.title}",
                    "find out which is right; if the source is wrong, add its number to "
                    "[[services.never]]",
                )


def _words(title: str) -> str:
    """Return a source's title without its web addresses, whose digits are no telephone numbers."""
    return re.sub(r"https?://\S+", "", title)


def _is_swap(one: str, other: str) -> bool:
    """Say whether two numbers differ by two neighbouring digits that changed places."""
    if len(one) != len(other) or one == other:
        return False
    pairs = enumerate(zip(one, other, strict=True))
    places = [place for place, (first, second) in pairs if first != second]
    first, last = places[0], places[-1]
    return last == first + 1 and one[first] == other[last] and one[last] == other[first]


def _disagreements(region: Region) -> Iterator[Finding]:
    """Report two services that tell different things about one number."""
    rows = [
        (index, service, way)
        for index, service in enumerate(region.services)
        for way in service.printed_ways
        if way.number
    ]
    for (index, service, way), (other_index, other, other_way) in combinations(rows, 2):
        if service is other or way.kind != other_way.kind:
            continue
        if (digits(way.number), way.press) != (digits(other_way.number), other_way.press):
            continue
        differ = [
            name
            for name, one, two in (
                ("hours", way.hours or service.hours, other_way.hours or other.hours),
                ("free", service.free, other.free),
                ("audience", service.audience, other.audience),
            )
            if one != two
        ]
        if differ:
            yield _finding(
                region,
                "SVC005",
                f"services[{index}] and services[{other_index}] both print {way.number} and "
                f"disagree about {' and '.join(differ)}",
                "find out which is true, and write it in both",
            )


def _finding(
    region: Region, code: str, message: str, fix: str, severity: Severity = Severity.ERROR
) -> Finding:
    return Finding(code=code, severity=severity, path=region.path, message=message, fix=fix)
