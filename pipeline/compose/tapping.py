"""What opens when a reader taps a number or an address of the web page, made from the records."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from pipeline.compose.plan import SheetPlan
from pipeline.compose.services import PrintedWay, printed_address
from pipeline.values.article import walk_inlines
from pipeline.values.region import Way
from pipeline.values.sheet import Tap

_NUMBER = re.compile(r"\+?[0-9 ()/.-]+")
_TRUNK = re.compile(r"(?<=[0-9 ])\(0\)")
"""The zero that is dialled at home only: ``+44 (0)20``."""


def dialled(number: str) -> str:
    """Return a printed number as a telephone dials it, empty where it is no plain number."""
    if not _NUMBER.fullmatch(number):
        return ""
    if number.startswith("+"):
        number = _TRUNK.sub("", number)
    return re.sub(r"[ ()/.-]", "", number)


def call_link(number: str) -> str:
    """Return the address that calls a number, empty for none (RFC 3966)."""
    return f"tel:{digits}" if (digits := dialled(number)) else ""


def way_link(way: PrintedWay) -> str:
    """Return the address that opens a way to reach a service, empty for none.

    A text message begins with the word to send (RFC 5724). WhatsApp takes a number with its
    country's code only.
    """
    digits = dialled(way.number)
    match way.kind:
        case "call":
            return call_link(way.number)
        case "text" if digits:
            return f"sms:{digits}" + (f"?body={quote(way.keyword)}" if way.keyword else "")
        case "whatsapp" if digits.startswith("+"):
            return f"https://wa.me/{digits[1:]}"
        case "web" | "chat":
            return way.link
    return ""


def taps_of(plan: SheetPlan) -> tuple[Tap, ...]:
    """Return all that may be tapped on a sheet's web page, from the records and the article."""
    return tuple(dict.fromkeys(_taps(plan)))


def _taps(plan: SheetPlan) -> Iterator[Tap]:
    if plan.region:
        yield from (Tap(kind="call", shown=number) for number in plan.region.emergency.numbers)
        for service in plan.region.services:
            yield from map(_of_way, service.printed_ways)
    yield Tap(kind="web", shown=plan.finder, opens=f"https://{plan.finder}")
    if plan.sheet_address:
        yield _to_web(plan.sheet_address)
    for offer in plan.offers:
        if offer.address:
            yield Tap(kind="web", shown=offer.name, opens=offer.address)
    clinic = plan.clinic
    if clinic:
        for number in clinic.telephones.values():
            yield Tap(kind="call", shown=number)
        if clinic.email:
            yield Tap(kind="mail", shown=clinic.email, opens=f"mailto:{clinic.email}")
        if clinic.website:
            yield _to_web(clinic.website)
    for article in (plan.article, plan.source):
        for block in article.blocks():
            for inline in walk_inlines(block.content):
                if inline.kind == "link" and not inline.target.startswith("#"):
                    yield Tap(kind="link", opens=inline.target)


def _of_way(way: Way) -> Tap:
    if way.address:
        return _to_web(way.address)
    return Tap(kind=way.kind, shown=way.number, words=tuple(way.keywords.values()))


def _to_web(address: str) -> Tap:
    return Tap(kind="web", shown=printed_address(address), opens=address)
