"""``source/regions/<code>.toml`` to `Region`."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import date, time
from typing import Any

from pipeline.records.letters import refuse_odd_letters
from pipeline.records.table import Table
from pipeline.records.typography import cldr, is_known_language
from pipeline.values.finding import Finding
from pipeline.values.region import (
    EMERGENCY,
    FALLBACK,
    Confirmation,
    Emergency,
    Hours,
    Opening,
    OtherNumber,
    Region,
    Service,
    Source,
    Way,
)

CODE = rf"[A-Z]{{2}}(-[A-Z0-9]{{1,3}})?|{FALLBACK}"
_NUMBER = r"(?=[^(]*(?:\([^()]*\)[^()]*)*$)\+?\(?[0-9](?:[0-9 ()/.-]*[0-9])?"
"""Digits in groups, perhaps with a plus before and a group in brackets."""
_EMERGENCY = r"[0-9]{2,5}"
_LANGUAGE = r"[a-z]{2,3}(-[A-Za-z0-9]+)*"
_LABEL = r"[^\s/@:?#.\\_-](?:[^\s/@:?#.\\]*[^\s/@:?#.\\-])?"
_ADDRESS = rf"https://(?:{_LABEL}\.)+(?:[^\W\d_]{{2,}}|xn--[a-z0-9-]+)(?:[/?#]\S*)?"
"""Of a site by its name, and by nothing that hides it, such as another name before an @."""
_OPENS = r"([01][0-9]|2[0-3]):[0-5][0-9]"
_TIME = r"([01][0-9]|2[0-3]):[0-5][0-9]|24:00"
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_AUDIENCES = ("young", "parents", "veterans")
_BY_NUMBER = ("call", "text", "whatsapp")
_BY_ADDRESS = ("chat", "web")

MOST_SERVICES = 100
"""Of a region; a sheet has room for a few."""

MOST_WAYS = 50
"""In which a service is reached, and what a record rests on."""


def read_region(data: dict[str, Any], path: str, code: str) -> tuple[Region, list[Finding]]:
    """Read one region and report every field that is wrong.

    ``code`` is the file's stem, which the record must repeat. The region is whole only where no
    finding is an error.
    """
    findings: list[Finding] = []
    table = Table(data, path, findings)
    written = table.text("code", required=True, form=CODE, example='"US" or "CA-QC"')
    if written and written != code:
        table.wrong("code", f"is {written}, but the file is {code}.toml", "make them the same")
    if code not in cldr("en").territories and not table.data.get("names"):
        table.wrong("code", f"CLDR has no name for {code}", 'add names = { en = "…" }')
    services = tuple(_service(service, code) for service in table.tables("services", MOST_SERVICES))
    names = table.by_language("names")
    if names and "-" not in code and code in cldr("en").territories:
        table.wrong(
            "names", f"stands beside {code}, which CLDR names in every language", "delete it"
        )
    if "-" in code and not names.get("en"):
        table.wrong("names", "lacks 'en'", 'a subdivision needs names, such as { en = "Québec" }')
    seen = {EMERGENCY}
    for index, service in enumerate(services):
        if service.id in seen:
            table.wrong(f"services[{index}].id", f"'{service.id}' stands twice", "rename one")
        seen.add(service.id)
    region = Region(
        code=code,
        path=path,
        names=names,
        paper=table.choice("paper", ("letter", "a4")),
        languages=table.texts("languages", required=True, form=_LANGUAGE, example='"en", "es"'),
        emergency=_emergency(table.table("emergency"), code),
        services=services,
        no_service=table.text("no_service"),
        never=_other_numbers(table, "never", "why"),
    )
    if not services and not region.no_service:
        table.wrong("no_service", "is missing", "say why this region has no service on record")
    if services and region.no_service:
        table.wrong("no_service", "stands beside services", "keep one of them")
    tables = table.tables("services", MOST_SERVICES)
    for service_table, service in zip(tables, services, strict=False):
        _languages(service_table, "languages", service.languages)
        _languages(service_table, "names", service.names)
        ways = service_table.tables("ways", MOST_WAYS)
        for way_table, way in zip(ways, service.ways, strict=False):
            for name in ("languages", "areas", "keywords"):
                _languages(way_table, name, getattr(way, name))
    _languages(table, "languages", region.languages)
    _languages(table, "names", region.names)
    refuse_odd_letters(table)
    table.done()
    return region, findings


def _languages(table: Table, name: str, tags: Iterable[str]) -> None:
    """Report tags of languages that CLDR does not know."""
    for tag in tags:
        if not is_known_language(tag):
            table.wrong(name, f"'{tag}' is not a language that CLDR knows", 'write "es", "zh-Hans"')


def _digest(data: dict[str, Any], place: str) -> str:
    """Return the hash of a record as its file states it, without its confirmation.

    The file's layout and comments do not count, nor does the order of its fields; each field does,
    and the place it belongs to.
    """
    stated = {name: value for name, value in data.items() if name != "confirmed"}
    text = json.dumps([place, _in_order(stated)], ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


_IN_ORDER = ("names", "keywords", "areas")
"""Fields by language, of which the first has a meaning of its own."""


def _in_order(value: Any, name: str = "") -> Any:
    """Return a value whose fields always come in the same order, where that means nothing."""
    if isinstance(value, list):
        return [_in_order(item) for item in value]
    if not isinstance(value, dict):
        return value
    names = value if name in _IN_ORDER else sorted(value)
    return [[one, _in_order(value[one], one)] for one in names]


def _emergency(table: Table | None, code: str) -> Emergency:
    if table is None:
        return Emergency(digest=_digest({}, f"{code}/{EMERGENCY}"))
    digest = _digest(table.data, f"{code}/{EMERGENCY}")
    emergency = Emergency(
        numbers=_once(table, "numbers"),
        held=_other_numbers(table, "held", "why"),
        stated=table.texts("stated", form=_EMERGENCY, example='"911"'),
        sources=tuple(_source(source) for source in table.tables("sources", MOST_WAYS)),
        source_date=table.day("source_date") if table.has("source_date") else None,
        caution=table.text("caution"),
        digest=digest,
        confirmed=_confirmation(table.table("confirmed"), digest),
    )
    table.done()
    return emergency


def _once(table: Table, name: str) -> tuple[str, ...]:
    numbers = table.texts(name, form=_EMERGENCY, example='"911"')
    if len(set(numbers)) < len(numbers):
        table.wrong(name, "has a number twice", "write each once")
    return numbers


def _service(table: Table, code: str) -> Service:
    hours = _hours(table)
    ways = tuple(_way(way) for way in table.tables("ways", MOST_WAYS))
    if not ways:
        table.wrong("ways", "is missing", "say how the service is reached: [[services.ways]]")
    sources = tuple(_source(source) for source in table.tables("sources", MOST_WAYS))
    if not sources and not all(way.held for way in ways):
        table.wrong("sources", "is missing", "say what the record rests on: [[services.sources]]")
    id_ = table.text("id", required=True, form=r"[a-z0-9]+(-[a-z0-9]+)*", example='"988-es"')
    service = Service(
        id=id_,
        names=table.by_language("names", required=True),
        ways=ways,
        hours=hours or Hours(),
        languages=table.texts("languages", required=True, form=_LANGUAGE, example='"en"'),
        audience=table.texts("audience", form="|".join(_AUDIENCES), example='"young"'),
        free=table.flag("free"),
        sources=sources,
        stated=table.texts("stated", form=_NUMBER, example='"116 123"'),
        source_date=table.day("source_date") if table.has("source_date") else None,
        agreement=table.choice("agreement", ("high", "medium", "low")),
        replaces=_other_numbers(table, "replaces", "note"),
        never=_other_numbers(table, "never", "why"),
        conflicts=table.text("conflicts"),
        caution=table.text("caution"),
        digest=_digest(table.data, f"{code}/{id_}"),
        confirmed=_confirmation(table.table("confirmed"), _digest(table.data, f"{code}/{id_}")),
    )
    table.done()
    return service


def _way(table: Table) -> Way:
    kind = table.choice("kind", (*_BY_NUMBER, *_BY_ADDRESS))
    way = Way(
        kind=kind,
        number=table.text("number", required=True, form=_NUMBER, example='"116 123"')
        if kind in _BY_NUMBER
        else "",
        press=table.text("press", form=r"[0-9*#]", example='"2"') if kind == "call" else "",
        keywords=table.by_language("keywords") if kind == "text" else {},
        address=table.text("address", required=True, form=_ADDRESS, example='"https://…"')
        if kind in _BY_ADDRESS
        else "",
        areas=table.by_language("areas"),
        languages=table.texts("languages", form=_LANGUAGE, example='"en"'),
        hours=_hours(table),
        held=table.text("held"),
    )
    table.done()
    return way


def _other_numbers(table: Table, name: str, word: str) -> tuple[OtherNumber, ...]:
    numbers = []
    for row in table.tables(name):
        numbers.append(
            OtherNumber(
                number=row.text("number", required=True, form=_NUMBER, example='"116 123"'),
                press=row.text("press", form=r"[0-9*#]", example='"2"'),
                why=row.text(word, required=word == "why"),
            )
        )
        row.done()
    return tuple(numbers)


def _hours(table: Table) -> Hours | None:
    """Read ``hours``: the word ``always``, a list of spans, or nothing where nobody knows."""
    held = table.text("hours_held")
    if not table.has("hours"):
        if held:
            table.wrong("hours_held", "stands without hours", "add the hours that are held back")
        return None
    if not isinstance(table.data["hours"], list):
        hours = table.text("hours", form="always", example='"always", or [[services.hours]]')
        return Hours(always=hours == "always", held=held)
    return Hours(spans=tuple(_spans(table)), held=held)


def _spans(table: Table) -> Iterator[Opening]:
    for span in table.tables("hours"):
        days = span.texts("days", required=True, form="|".join(_DAYS), example='"mon", "tue"')
        opens = span.text("opens", required=True, form=_OPENS, example='"09:00"')
        closes = span.text("closes", required=True, form=_TIME, example='"24:00"')
        span.done()
        if days and opens and closes:
            yield Opening(
                days=tuple(_DAYS.index(day) for day in days),
                opens=time.fromisoformat(opens.replace("24:", "00:")),
                closes=time.fromisoformat(closes.replace("24:", "00:")),
            )


def _source(table: Table) -> Source:
    source = Source(
        title=table.text("title", required=True, example="a web address or a data set's name"),
        kind=table.choice("kind", ("operator", "press", "dataset")),
        numbers=table.texts("numbers", form=_NUMBER, example='"116 123"'),
    )
    table.done()
    return source


def confirmation_seal(digest: str, by: str, how: str, on: date) -> str:
    """Return the hash that binds a confirmation to a record and to its own words."""
    return hashlib.sha256(json.dumps([digest, by, how, on.isoformat()]).encode()).hexdigest()


def _confirmation(table: Table | None, digest: str) -> Confirmation | None:
    if table is None:
        return None
    by = table.text("by", required=True, example='"Ana Pérez"')
    how = table.text("how", required=True, example='"asked its office"')
    on = table.day("on")
    seal = table.text("record", required=True, form=r"[0-9a-f]{64}", example="a SHA-256")
    confirmation = Confirmation(
        by=by, how=how, on=on, record=seal, holds=seal == confirmation_seal(digest, by, how, on)
    )
    table.done()
    return confirmation
