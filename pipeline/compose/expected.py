"""What the finished paper must show, worked out from the records and not from the HTML."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from markupsafe import Markup

from pipeline.compose.citation import citation_text, printed_citation
from pipeline.compose.passages.parts import foot_told
from pipeline.compose.passages.voice import Voice
from pipeline.compose.plan import TEST_MARK, SheetPlan
from pipeline.compose.poster import first_number
from pipeline.compose.services import PrintedServices, printed_address
from pipeline.compose.words import direction_of_text, region_name
from pipeline.values.article import Block, walk_inlines
from pipeline.values.folding import MILLIMETRE
from pipeline.values.sheet import Expected


def expected_on_paper(
    plan: SheetPlan, services: Mapping[str, PrintedServices], works: Iterable[Markup]
) -> Iterator[Expected]:
    """Yield what the paper must show: citations, numbers, references, region, records and foot.

    ``services`` are those of each locale on the sheet. Things of one kind come in the order in
    which they stand on the sheet. Citations are the
    source's: a translation cannot take one away.
    """
    columns = ((plan, 2), (plan.beside, 1)) if plan.beside else ((plan, 0),)
    for own, column in columns:
        yield from _citations(own, column)
        numbers = _poster_numbers if plan.edition.shows == "note" else _numbers
        yield from numbers(own, services[own.locale.name], column)
    yield from (_latin("code", one.address) for one in plan.offers if one.address)
    if plan.edition.has_card:
        yield from _card(plan, services[plan.locale.name])
    for number in _contacts(plan):
        yield _latin("contact", number, whole_line=True)
    if plan.edition.has_references:
        for work in works:
            yield _latin("reference", str(Markup(work).striptags()))
    if plan.region and plan.edition.shows != "languages":
        name = region_name(plan.region, plan.locale.name)
        yield Expected(
            kind="region",
            shown=name,
            pieces=((name, False),),
            rtl=direction_of_text(name) == "rtl",
            first_page=True,
        )
    if plan.edition.shows != "languages":
        yield from _footings(plan, services[plan.locale.name])
    if plan.is_test:
        yield _latin("foot", TEST_MARK, every_page=plan.edition.foot != "once", whole_line=True)
    mark = plan.mark
    if plan.edition.foot == "full":
        mark = foot_told(Voice(plan, services[plan.locale.name])).mark
    for words in (f"{plan.source.id} {plan.source.version}", mark):
        yield _latin("foot", words, every_page=plan.edition.foot == "full", whole_line=True)
    if plan.sheet_address and plan.edition.shows == "article":
        yield _latin("address", printed_address(plan.sheet_address))
        yield _latin("code", plan.sheet_address)


def _citations(plan: SheetPlan, column: int) -> Iterator[Expected]:
    for block in plan.article.blocks():
        for inline in walk_inlines(block.content):
            if inline.citation:
                pieces = printed_citation(inline.citation, plan.references, plan.citation_form)
                yield Expected(
                    kind="citation",
                    shown=citation_text(pieces),
                    pieces=tuple((piece.text, piece.name) for piece in pieces),
                    rtl=plan.locale.rtl,
                    line=block.line,
                    column=column,
                )


def _numbers(plan: SheetPlan, services: PrintedServices, column: int) -> Iterator[Expected]:
    notes = [
        block
        for block in plan.source.blocks()
        if block.kind == "container" and block.name.startswith("crisis")
    ]
    for note in notes:
        is_short = note.name == "crisis short"
        parts = [part for one in services.services for way in one.ways for part in way.parts]
        others = (*(name.text for name in services.names), *parts)
        for one in _note_numbers(note, plan, services, is_short=is_short):
            yield _latin(
                "number",
                one.text,
                line=one.line,
                first_page=is_short,
                whole_line=True,
                not_in=tuple(text for text in others if one.text in text and one.text != text),
                with_previous=one.with_previous,
                beside=one.is_beside,
                column=column,
            )


def _poster_numbers(plan: SheetPlan, services: PrintedServices, column: int) -> Iterator[Expected]:
    """Yield the numbers of a wall poster: the first of all is so high that it is read from afar."""
    first = first_number(services)
    told = [(service, way) for service in first.others for way in service.ways]
    if first.service and first.way:
        own = [first.way] if first.says_more else []
        told = [*((first.service, way) for way in (*own, *first.other_ways)), *told]
    names = [name.text for name in services.names]
    parts = [part for _, way in told for part in way.parts]

    def number(text: str, line: int, *, with_previous: bool = False, height: float = 0) -> Expected:
        longer = tuple(one for one in (*names, *parts) if text in one and text != one)
        return _latin(
            "number",
            text,
            line=line,
            first_page=True,
            whole_line=True,
            not_in=longer,
            with_previous=with_previous,
            column=column,
            height=height,
        )

    for block in (one for note in plan.source.body for one in note.children):
        if block.kind == "services":
            if first.number:
                height = dict(plan.edition.figures)[plan.paper] * MILLIMETRE
                yield number(first.number, block.line, height=height)
                if first.key:
                    yield number(first.key, block.line, with_previous=True, height=height / 2)
            for _, way in told:
                for place, part in enumerate(way.parts):
                    yield number(part, block.line, with_previous=place > 0)
            if services.more or not services.services:
                yield number(plan.finder, block.line)
        for one in _emergency_numbers(block, plan):
            yield number(one, block.line)


def _footings(plan: SheetPlan, services: PrintedServices) -> Iterator[Expected]:
    """Yield the days on which the printed numbers rest, as the last page tells staff."""
    for footing in services.footings:
        if footing.date:
            runs = re.findall(r"\d+|\D+", footing.date)
            yield Expected(
                kind="record",
                shown=footing.date,
                pieces=tuple((run, run.isdigit()) for run in runs),
                rtl=plan.locale.rtl,
                whole_line=True,
            )


class _Number(NamedTuple):
    """A number that a crisis note prints."""

    text: str
    line: int
    """The line of the article that asks for it."""
    with_previous: bool = False
    """Whether it goes on from the number before it: what to press, or to write."""
    is_beside: bool = False
    """Whether it may stand beside the service before it."""


def _note_numbers(
    note: Block, plan: SheetPlan, services: PrintedServices, *, is_short: bool
) -> Iterator[_Number]:
    """Yield the numbers of a crisis note; a short one has the first way to the first service."""
    some = slice(1) if is_short else slice(None)
    for block in note.children:
        if block.kind == "services":
            ways = [
                (place, way)
                for place, service in enumerate(services.services[some])
                for way in service.ways[some]
            ]
            for place, way in ways:
                for index, part in enumerate(way.parts):
                    yield _Number(part, block.line, with_previous=index > 0, is_beside=place > 0)
            if not services.services or (services.more and not is_short):
                yield _Number(plan.finder, block.line)
        yield from (_Number(one, block.line) for one in _emergency_numbers(block, plan))


def _emergency_numbers(block: Block, plan: SheetPlan) -> Iterator[str]:
    """Yield the region's emergency numbers as often as a block says them."""
    for inline in walk_inlines(block.content):
        if inline.kind == "placeholder" and inline.text == "emergency" and plan.region:
            yield from plan.region.emergency.numbers


def _card(plan: SheetPlan, services: PrintedServices) -> Iterator[Expected]:
    """Yield the numbers of the card that is cut out: the first service's, and the emergency's."""
    for service in services.services[:1]:
        for way in service.ways[:1]:
            for index, part in enumerate(way.parts):
                yield _latin(
                    "number",
                    part,
                    whole_line=True,
                    not_in=(service.name.text,) if part in service.name.text else (),
                    with_previous=index > 0,
                )
    notes = [block for block in plan.source.body[:1] if block.name == "crisis short"]
    says_emergency = any(
        inline.kind == "placeholder" and inline.text == "emergency"
        for note in notes
        for block in note.children
        for inline in block.content
    )
    if plan.region and says_emergency:
        for number in plan.region.emergency.numbers:
            yield _latin("number", number, whole_line=True)


def _contacts(plan: SheetPlan) -> Iterator[str]:
    """Yield the clinic's numbers in the order of the sheet: masthead, card, clinic's area."""
    clinic = plan.clinic
    if not clinic:
        return
    if plan.edition.shows != "article":  # it hangs in the clinic
        if plan.edition.shows == "note" and clinic.interpreter:
            yield clinic.interpreter
        return
    own = [*clinic.telephones.values()]
    masthead = [clinic.interpreter] if clinic.interpreter else []
    yield from masthead * (2 if plan.beside else 1)
    has_both = plan.edition.has_card and not plan.clinic_on_card
    yield from own * (2 if has_both else 1)


def _latin(
    kind: str,
    text: str,
    *,
    line: int = 0,
    first_page: bool = False,
    every_page: bool = False,
    whole_line: bool = False,
    not_in: tuple[str, ...] = (),
    with_previous: bool = False,
    beside: bool = False,
    column: int = 0,
    height: float = 0,
) -> Expected:
    return Expected(
        kind=kind,
        shown=text,
        pieces=((text, True),),
        rtl=False,
        line=line,
        first_page=first_page,
        every_page=every_page,
        whole_line=whole_line,
        not_in=not_in,
        with_previous=with_previous,
        beside=beside,
        column=column,
        height=height,
    )
