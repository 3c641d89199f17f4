"""Numbers of a region's record that its network cannot have, or has for something else."""

import re
from collections.abc import Iterator

from pipeline.check.digits import dialled_in, plain_digits
from pipeline.check.fiction import kept_numbers
from pipeline.values.finding import Severity
from pipeline.values.region import Region, Service, Way

Slip = tuple[str, str, Severity]
"""What is wrong, what to do, and how much it weighs."""

_CORRECT = "correct it from its source; a number is written as people there dial it"

_SERVICE_CHARGE = {"GB": "84"}
"""Numbers that libphonenumber calls premium, and Ofcom a service charge of some pence."""

_HARMONISED = frozenset(("116000", "116006", "116111", "116117", "116123"))
"""All numbers that begin with 116 in Europe: Commission Decision 2007/116/EC, as amended."""

_EUROPE = (
    "AT BE BG CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK"
)
"""Where they are called."""

_NORTH_AMERICA = ("US", "CA")

_SUBSCRIBER = 7
"""Digits of a number without its area, of which others say that it cannot be one."""


def network_faults(region: Region, place: str, service: Service) -> Iterator[Slip]:
    """Yield what a network says against the numbers of a service."""
    for step, way in enumerate(service.ways):
        if way.number:
            where = f"{place}.ways[{step}].number: {way.number}"
            yield from _of_way(region, where, way)


def _of_way(region: Region, where: str, way: Way) -> Iterator[Slip]:
    country, number = region.code[:2], plain_digits(way.number)
    is_short = way.kind == "call" and not way.number.startswith("+")
    if country in _NORTH_AMERICA and is_short and not _may_be_called(number):
        says = "cannot be called there: short numbers are 988 and those that end in 11"
        yield f"{where} {says}", _CORRECT, Severity.ERROR
    elif is_short and re.fullmatch(_TEXTED.get(country, "(?!)"), number):
        says = "is a code for text messages there, and rings nobody"
        yield f"{where} {says}", 'write kind = "text", or correct the number', Severity.WARNING
    if (
        country in _EUROPE.split()
        and re.fullmatch(r"116\d{3}", number)
        and number not in _HARMONISED
    ):
        says = "is no number of Europe: of those that begin with 116 there are 116 000, 116 006, "
        yield f"{where} {says}116 111, 116 117 and 116 123", _CORRECT, Severity.ERROR
    if len(number) > _SUBSCRIBER and any(kept_numbers(way.number, region.code)):
        yield f"{where} is kept for examples, and reaches nobody", _CORRECT, Severity.ERROR
    if _is_premium(way.number, country):
        says = "costs the caller a premium, as no crisis line does"
        yield f"{where} {says}", _CORRECT, Severity.ERROR
    numbers = map(plain_digits, region.emergency.numbers)
    if not (way.press or way.held) and number in numbers:
        yield (
            f"{where} is the region's emergency number, too",
            "find out whether the service has a number of its own; the emergency number is printed "
            "anyway",
            Severity.WARNING,
        )


_TEXTED = {"GB": r"[678]\d{4}", "IE": r"5\d{4}"}
"""Codes of five digits for text messages. Sources: Phone-paid Services Authority, mobile
shortcodes; ComReg, Numbering Conditions of Use, 5XXXX."""


def _is_premium(number: str, country: str) -> bool:
    import phonenumbers

    parsed = dialled_in(number, country)
    if parsed is None:
        return False
    is_premium = phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.PREMIUM_RATE
    charged = _SERVICE_CHARGE.get(country, "x")
    return is_premium and not str(parsed.national_number).startswith(charged)


def _may_be_called(number: str) -> bool:
    """Say whether a short number of North America can be called.

    Source: North American Numbering Plan Administrator, N11 codes and 988.
    """
    return not 3 <= len(number) <= 6 or re.fullmatch(r"[2-9]11|988", number) is not None
