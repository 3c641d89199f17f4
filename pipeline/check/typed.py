"""Crisis numbers typed into an article, a reference or a profile, and links that mislead."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import chain

from pipeline.check.article import error_in
from pipeline.check.links import misleading_links
from pipeline.check.recorded import OnDemand, Typed, dialled, typed_numbers
from pipeline.check.to_dial import YEAR
from pipeline.records.dialling import Dialling, dialling_of
from pipeline.records.reference import words_of_work
from pipeline.values.article import Article, Block, Inline, plain_text, walk_inlines
from pipeline.values.citation import Reference
from pipeline.values.finding import Finding, Severity
from pipeline.values.publisher import Clinic, Publisher
from pipeline.values.region import Region

_FIX = (
    "take it out: crisis numbers come from the region's record, through {services} and {emergency}"
)


def check_typed(article: Article, crisis_numbers: OnDemand) -> Iterator[Finding]:
    """Report numbers on record in an article, and links that say another number than they dial."""
    told: set[tuple[int, str]] = set()
    alone = ((line, "", text, True) for line, text in _alone_beside_a_line(article))
    for line, place, text, everywhere in chain(printed_texts(article), alone):
        for typed in typed_numbers(text, article.language, crisis_numbers, everywhere=everywhere):
            if (line, typed.text) not in told:
                told.add((line, typed.text))
                severity = Severity.ERROR if typed.is_sure else Severity.WARNING
                yield error_in(
                    article, "SAF013", line, _says(typed, place), _FIX, severity=severity
                )
    for line, text in _rows_of_places(article):
        for typed in typed_numbers(text, article.language, crisis_numbers):
            if (line, typed.text) not in told:
                told.add((line, typed.text))
                yield error_in(
                    article, "SAF013", line, _says(typed, "table"), _FIX, severity=Severity.WARNING
                )
    for line, block in _with_lines(article):
        for shown, target in misleading_links(walk_inlines(block.content)):
            yield error_in(
                article,
                "SAF014",
                line,
                f"the link says {shown} and leads to {target}",
                "write the same number or address in both places",
            )


def _says(typed: Typed, place: str) -> str:
    where = f" in the {place}" if place else ""
    return f"the number {typed.text} is typed{where}: {typed.says}"


def _alone_beside_a_line(article: Article) -> Iterator[tuple[int, str]]:
    """Yield texts that are short and stand behind, or in a table under, the name of a line.

    A number that is a whole text, and no cell of a table, needs no name beside it.
    """
    words = dialling_of(article.language)
    heads: Sequence[str] = ()
    before = ""
    for line, block in _with_lines(article):
        if block.kind == "row":
            cells = [plain_text(cell.content, " ") for cell in block.children]
            heads = cells if block.header or not heads else heads
            for place, cell in enumerate(cells):
                head, left = heads[place : place + 1], cells[max(0, place - 1) : place]
                beside = (*left, *cells[place + 1 : place + 2], *head)
                if _is_alone(cell) and (
                    any(map(words.names_line.search, (*left, *head)))
                    or any(_is_service(one, cell, words) for one in beside)
                ):
                    yield block.children[place].line or line, cell
        elif block.kind == "table":
            heads = ()
        elif block.content and block.kind != "cell":
            text = plain_text(block.content, " ")
            is_beside = words.names_line.search(before) or _is_service(before, text, words)
            if (_is_alone(text) and is_beside) or is_lone_number(text, article.language):
                yield line, text
            before = text


def _rows_of_places(article: Article) -> Iterator[tuple[int, str]]:
    """Yield the numbers that stand alone in a row of a table, each behind what the row begins with.

    Beside a place such a number may be its line's, or a count.
    """
    for line, block in _with_lines(article):
        if block.kind == "row" and not block.header:
            first, *others = block.children
            for cell in others:
                text = plain_text(cell.content, " ").strip()
                if _is_alone(text) and is_lone_number(text, article.language):
                    yield cell.line or line, f"{plain_text(first.content, ' ').strip()}: {text}"


_ALONE_AT_MOST = 40
"""Letters of a text that may be a number in words and no more."""


def _is_alone(text: str) -> bool:
    """Say whether a text may be a number of three digits and more, and no more than that."""
    return 2 < len(text.strip()) <= _ALONE_AT_MOST


def is_lone_number(text: str, locale: str) -> bool:
    """Say whether a text is one number of three digits and more, and no year: 911! Nine one one."""
    number = text.strip()
    if _LONE.fullmatch(number):
        return not YEAR.fullmatch(number)
    words = number.strip(_AROUND)
    return len(words) <= _ALONE_AT_MOST and bool(dialling_of(locale).names.fullmatch(words))


_AROUND = " \u00a0.!?¡¿…:–—-*\"'“”«»（）()。！？"
"""What may stand around a number in words."""

_LONE = re.compile(r"\W{0,3}\d(?:[ \u00a0.-]?\d){2,}\W{0,3}")


def _is_service(name: str, text: str, words: Dialling) -> bool:
    """Say whether a text is a number and no more, and its neighbour who comes in an emergency."""
    number = text.strip()
    is_name = len(name) <= _ALONE_AT_MOST and words.names_service.search(name)
    return bool(is_name and _NUMBERS.fullmatch(number) and not YEAR.fullmatch(number))


_NUMBERS = re.compile(r"\W*\d[\d\W]*(?:\w+\W+)?[\d\W]*")
"""Numbers, with at most one word."""


def _with_lines(article: Article) -> Iterator[tuple[int, Block]]:
    line = 0
    for block in article.blocks():
        line = block.line or line
        yield line, block


def printed_texts(article: Article) -> Iterator[tuple[int, str, str, bool]]:
    """Yield each text that is printed, with its line, its place, and whether it is one to dial."""
    yield 1, "field rights", article.rights, False
    if article.cover_alt:
        yield 1, "field cover-alt", plain_text(article.cover_alt.content), False
    for line, block in _with_lines(article):
        unit = block.unit
        in_note = bool(unit and unit.context == "crisis")
        role = unit.role if unit and unit.role != "paragraph" else ""
        yield line, role, plain_text(block.content, " "), in_note
        yield line, "code block", block.text, False
        for inline in walk_inlines(block.content):
            yield from _inside(inline, line, in_note)
    for locale, addresses in article.links.items():
        for address in addresses.values():
            yield 1, f"links of {locale}", dialled(address), True


def _inside(inline: Inline, line: int, in_note: bool) -> Iterator[tuple[int, str, str, bool]]:
    if inline.kind == "image":
        yield line, "alternative text", inline.text, in_note
    if inline.title:
        yield line, "title", inline.title, in_note
    if number := dialled(inline.target):
        yield line, "link", number, True


def check_references(
    references: Mapping[str, Reference],
    crisis_numbers: OnDemand,
    cited: Collection[str] | None = None,
) -> Iterator[Finding]:
    """Report numbers on record in the words of a reference that are printed.

    Where ``cited`` names the keys that articles cite, one in another work is a warning.
    """
    for key, reference in references.items():
        is_cited = cited is None or key in cited
        for name, text in _words_of_work(reference):
            dials = name == "URL"
            for typed in typed_numbers(text, "en", crisis_numbers, everywhere=dials):
                yield Finding(
                    code="SAF013",
                    severity=Severity.ERROR if is_cited else Severity.WARNING,
                    path="source/references.json",
                    message=f"{key}: {name}: the number {typed.text} is typed: {typed.says}",
                    fix="leave the number out of the reference",
                )


def _words_of_work(reference: Reference) -> Iterator[tuple[str, str]]:
    for name, text in words_of_work(reference.record):
        yield name, dialled(text) if name == "URL" else text


def typed_in_drawing(
    texts: Sequence[str], locale: str, crisis_numbers: OnDemand
) -> Iterator[Typed]:
    """Yield the numbers on record among the texts that a drawing shows.

    A number alone may be one of a scale: it counts beside a text that names a line.
    """
    words, before = dialling_of(locale), ""
    for text in texts:
        alone = is_lone_number(text, locale)
        beside = words.names_line.search(before) or _is_service(before, text, words)
        said = f"{before}{'' if words.together else ' '}{text}" if alone and before else text
        everywhere = alone and bool(beside)
        yield from typed_numbers(said, locale, crisis_numbers, everywhere=everywhere)
        before = text


def typed_in_picture(article: Article, name: str, line: int, typed: Typed) -> Finding:
    """Return the finding about a number that a picture of an article shows."""
    says = f"the picture {name} shows the number {typed.text}: {typed.says}"
    fix = "take it out of the picture: crisis numbers come from the region's record"
    return error_in(article, "SAF013", line, says, fix)


def typed_in_region(region: Region, crisis_numbers: OnDemand) -> Iterator[Finding]:
    """Report numbers on record in the names of a region and of its parts."""
    texts = [(f"names.{tag}", tag, name) for tag, name in region.names.items()]
    for index, service in enumerate(region.services):
        for step, way in enumerate(service.ways):
            place = f"services[{index}].ways[{step}].areas"
            texts += [(f"{place}.{tag}", tag, name) for tag, name in way.areas.items()]
    for name, tag, text in texts:
        for typed in typed_numbers(text, tag.replace("-", "_"), crisis_numbers):
            yield Finding(
                code="SAF013",
                path=region.path,
                message=f"{name}: the number {typed.text} is typed: {typed.says}",
                fix="take it out: a number is a way of a service, or an emergency number",
            )


def typed_in_profile(
    owner: Clinic | Publisher, path: str, crisis_numbers: OnDemand
) -> Iterator[Finding]:
    """Report numbers on record in the words of a clinic's or publisher's profile.

    Its telephone numbers have a rule of their own (`services.clinic_faults`); what else stands
    beside them is looked at here, and beside its hours: there a number needs no word to be dialled.
    """
    texts = [(*one, False) for one in _words_of(owner)]
    if isinstance(owner, Clinic):
        texts += [(*one, True) for one in _beside_the_main_thing(owner)]
    told = set()
    for name, language, text, everywhere in texts:
        alone = everywhere or is_lone_number(text, language)
        for typed in typed_numbers(text, language, crisis_numbers, everywhere=alone):
            if (name, typed.text) in told:
                continue
            told.add((name, typed.text))
            yield Finding(
                code="SAF013",
                path=path,
                message=f"{name}: the number {typed.text} is typed: {typed.says}",
                fix="write the clinic's own number; crisis numbers come from the region's record",
            )


_NEXT = re.compile(r"[,;|\n]|\s/\s|\s(?:or|oder|ou|o)\s")
"""What parts one thing from the next in a clinic's hours, or beside its telephone."""

_ALONE = re.compile(
    r"(?<!\d)(?<!\d\W)(?<!\d\W\W)(?<!\d\W\W\W)(?!0)\d{3,6}(?!\d|\W{1,3}\d|\s?(?:h\b|Uhr))"
)
"""Digits with no others near: neither a time nor a part of a longer number."""

_OF_DAY = re.compile(r"(?:1\d|2[0-4])[0-5]\d")
_EXTENSION = re.compile(r"(?i)(?:\b(?:ext|extension|x|dw|durchwahl|poste|interno|anexo)\.?|#)\s*$")


def _beside_the_main_thing(clinic: Clinic) -> Iterator[tuple[str, str, str]]:
    """Yield each number that stands alone in a clinic's hours, or behind a telephone number."""
    rows = [(f"hours.{tag}" if tag else "hours", text, 0) for tag, text in clinic.hours.items()]
    rows += [(name, text, 1) for name, text in clinic.telephones.items()]
    for name, text, own in rows:
        parts = [part for part in _NEXT.split(text) if re.search(r"\d", part)]
        for place, part in enumerate(parts):
            for one in _ALONE.finditer(part):
                is_own = own and place == 0 and not re.search(r"\d", part[: one.start()])
                of_another = _EXTENSION.search(part[: one.start()]) or _OF_DAY.fullmatch(one[0])
                if not is_own and not of_another:
                    yield name, "en", one[0]


_POSTCODE = re.compile(r"(?<![\d-])\d{5}(?:-\d{4})?(?![\d-])")
"""Five digits of an address that stand alone: the clinic's region is asked whether they are its."""


_OTHERWISE = (
    *("id", "name", "phone", "second_phone", "interpreter", "email", "website", "sheet_address"),
    *("logo", "logo_alt", "region", "paper", "accent"),
)
"""A clinic's fields that have a rule of their own, or are not printed; all others are words."""


def _words_of(owner: Clinic | Publisher) -> Iterator[tuple[str, str, str]]:
    """Yield each text of a profile that is printed: its field, its language and the text."""
    yield "name", "en", owner.name
    yield "logo_alt", "en", owner.logo_alt
    if isinstance(owner, Publisher):
        yield "owner", "en", owner.owner
        yield "licence", "en", owner.licence
        yield "corrections", "en", _POSTCODE.sub("", owner.corrections)
        return
    for name in (one.name for one in fields(owner) if one.name not in _OTHERWISE):
        said = getattr(owner, name)
        if name == "address":
            yield from ((name, "en", _POSTCODE.sub("", line)) for line in said)
        elif isinstance(said, Mapping):
            for tag, text in said.items():
                locale = tag.replace("-", "_")
                yield f"{name}.{locale}" if tag else name, locale or "en", text
        else:
            yield name, "en", said
