"""``source/regions/<code>.toml`` to `Region`."""

from datetime import time

from pipeline.records.table import Table
from pipeline.records.typography import cldr
from pipeline.values.finding import Finding
from pipeline.values.region import Confirmation, Opening, Region, Service, Source, Way

CODE = r"[A-Z]{2}(-[A-Z0-9]{1,3})?"
_NUMBER = r"(?=[^(]*(?:\([^()]*\)[^()]*)*$)\+?\(?[0-9](?:[0-9 ()/.-]*[0-9])?"
"""Digits in groups, perhaps with a plus before and a group in brackets."""
_EMERGENCY = r"[0-9]{2,5}"
_LANGUAGE = r"[a-z]{2,3}(-[A-Za-z0-9]+)*"
_ADDRESS = r"https://[^\s]+"
_TIME = r"([01][0-9]|2[0-3]):[0-5][0-9]|24:00"
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def read_region(data: dict[str, object], path: str, code: str) -> tuple[Region, list[Finding]]:
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
    services = tuple(_service(service) for service in table.tables("services"))
    names = table.by_language("names")
    if "-" in code and not names.get("en"):
        table.wrong("names", "lacks 'en'", 'a subdivision needs names, such as { en = "Québec" }')
    seen: set[str] = set()
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
        emergency=table.texts("emergency", form=_EMERGENCY, example='"911"'),
        emergency_sources=tuple(_source(source) for source in table.tables("emergency_sources")),
        services=services,
        no_service=table.text("no_service"),
    )
    if not services and not region.no_service:
        table.wrong("no_service", "is missing", "say why this region has no service on record")
    if services and region.no_service:
        table.wrong("no_service", "stands beside services", "keep one of them")
    table.done()
    return region, findings


def _service(table: Table) -> Service:
    always, openings = _hours(table)
    ways = tuple(_way(way) for way in table.tables("ways"))
    if not ways:
        table.wrong("ways", "is missing", "say how the service is reached: [[services.ways]]")
    sources = tuple(_source(source) for source in table.tables("sources"))
    if not sources:
        table.wrong("sources", "is missing", "say what the record rests on: [[services.sources]]")
    service = Service(
        id=table.text("id", required=True, form=r"[a-z0-9]+(-[a-z0-9]+)*", example='"988-es"'),
        names=table.by_language("names", required=True),
        ways=ways,
        always_open=always,
        openings=openings,
        languages=table.texts("languages", required=True, form=_LANGUAGE, example='"en"'),
        audience=table.choice("audience", ("everyone", "young", "parents", "veterans"), "everyone"),
        free=table.flag("free"),
        sources=sources,
        source_date=table.day("source_date"),
        agreement=table.choice("agreement", ("high", "medium", "low")),
        replaces=table.text("replaces"),
        conflicts=table.text("conflicts"),
        caution=table.text("caution"),
        confirmed=_confirmation(table.table("confirmed")),
    )
    table.done()
    return service


def _way(table: Table) -> Way:
    kind = table.choice("kind", ("call", "text", "chat"))
    by_number = kind in ("call", "text")
    keywords = table.by_language("keywords") if kind == "text" else {}
    way = Way(
        kind=kind,
        number=table.text("number", required=True, form=_NUMBER, example='"116 123"')
        if by_number
        else "",
        press=table.text("press", form=r"[0-9*#]", example='"2"') if kind == "call" else "",
        keywords=keywords,
        address=table.text("address", required=True, form=_ADDRESS, example='"https://…"')
        if kind == "chat"
        else "",
        area=table.text("area"),
        languages=table.texts("languages", form=_LANGUAGE, example='"en"'),
        held=table.text("held"),
    )
    table.done()
    return way


def _hours(table: Table) -> tuple[bool, tuple[Opening, ...]]:
    """Read ``hours``: the word ``always``, a list of spans, or nothing where nobody knows."""
    if not isinstance(table.data.get("hours"), list):
        hours = table.text("hours", form="always", example='"always", or [[services.hours]]')
        return hours == "always", ()
    openings = []
    for span in table.tables("hours"):
        days = span.texts("days", required=True, form="|".join(_DAYS), example='"mon", "tue"')
        opens = span.text("opens", required=True, form=_TIME, example='"09:00"')
        closes = span.text("closes", required=True, form=_TIME, example='"24:00"')
        if days and opens and closes:
            openings.append(
                Opening(
                    days=tuple(_DAYS.index(day) for day in days),
                    opens=time.fromisoformat(opens.replace("24:", "00:")),
                    closes=time.fromisoformat(closes.replace("24:", "00:")),
                )
            )
        span.done()
    return False, tuple(openings)


def _source(table: Table) -> Source:
    source = Source(
        title=table.text("title", required=True, example="a web address or a data set's name"),
        kind=table.choice("kind", ("operator", "press", "dataset")),
    )
    table.done()
    return source


def _confirmation(table: Table | None) -> Confirmation | None:
    if table is None:
        return None
    confirmation = Confirmation(
        by=table.text("by", required=True, example='"Ana Pérez"'),
        how=table.text("how", required=True, example='"called it"'),
        on=table.day("on"),
        record=table.text("record", required=True, form=r"[0-9a-f]{64}", example="a SHA-256"),
    )
    table.done()
    return confirmation
