"""Article, locale, region and edition to one HTML page, with what its paper must show."""

import base64
import hashlib
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from importlib import resources
from pathlib import PurePosixPath
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from pipeline import __version__
from pipeline.check.picture import letters_in_picture
from pipeline.compose.again import begins_unit, heads_again, introduced_by
from pipeline.compose.beginning import beginning_of
from pipeline.compose.bibliography import reference_list
from pipeline.compose.breaking import with_tails
from pipeline.compose.citation import Piece, printed_citation
from pipeline.compose.code import code_address
from pipeline.compose.columns import Row, gutter, in_rows
from pipeline.compose.contents import listed_heads
from pipeline.compose.expected import expected_on_paper
from pipeline.compose.extent import are_beside, is_long, letters_wide
from pipeline.compose.joining import all_of, any_number_of
from pipeline.compose.kept import Kept
from pipeline.compose.note import note_cuts
from pipeline.compose.offer import places_of, room_before, rows_of
from pipeline.compose.page import set_page
from pipeline.compose.passages.parts import foot_told
from pipeline.compose.passages.sheet import passages_on_paper
from pipeline.compose.passages.voice import Voice
from pipeline.compose.plan import TEST_MARK, SheetPlan
from pipeline.compose.poster import first_number
from pipeline.compose.record import sheet_record
from pipeline.compose.running import Running
from pipeline.compose.services import (
    PrintedServices,
    named_beside,
    printed_address,
    printed_services,
)
from pipeline.compose.sides import in_sides
from pipeline.compose.spacing import NO_BREAK
from pipeline.compose.style import forms, sheet_colours, sheet_style, web_style
from pipeline.compose.tables import is_stacked, letters_across, phrases, share_of_first, shares
from pipeline.compose.tapping import call_link, taps_of, way_link
from pipeline.compose.words import (
    brackets,
    direction_of,
    direction_of_text,
    in_digits,
    language_in_sentence,
    own_language_name,
    region_name,
    sentence_gap,
    short_date,
)
from pipeline.records.typography import language_name
from pipeline.values.approval import Approval, Evidence, Translator
from pipeline.values.article import (
    Article,
    Block,
    opening_note,
    parted_forward,
    plain_text,
)
from pipeline.values.citation import Citation, Reference
from pipeline.values.errors import PolyleafError
from pipeline.values.locale import Locale, bcp47
from pipeline.values.sheet import Composition, Edition, Fold


def editions() -> dict[str, Edition]:
    """Return the editions by name: the folders of ``pipeline/compose/editions``."""
    return {one.name: one for one in _editions()}


@cache
def _editions() -> tuple[Edition, ...]:
    found = []
    folders = (resources.files("pipeline.compose") / "editions").iterdir()
    for folder in sorted(folders, key=lambda folder: folder.name):
        record = folder / "edition.toml"
        if record.is_file():
            stated = tomllib.loads(record.read_text(encoding="utf-8"))
            stated["folds"] = [Fold(**_frozen(fold)) for fold in stated.get("folds", ())]
            found.append(Edition(name=folder.name, **_frozen(stated)))
    return tuple(found)


def _frozen(value: Any) -> Any:
    """Return a value of TOML that nobody can change: lists and inner tables as tuples."""
    if isinstance(value, dict):
        return {
            key: tuple(_frozen(one).items()) if isinstance(one, dict) else _frozen(one)
            for key, one in value.items()
        }
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def template_sources() -> dict[str, str]:
    """Return the sources of all templates by name, for the extraction of the sheet's words."""
    root = resources.files("pipeline.compose")
    folders = [root / "templates", *(root / "editions" / name for name in sorted(editions()))]
    return {
        f"{folder.name}/{file.name}": file.read_text(encoding="utf-8")
        for folder in folders
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
        if file.name.endswith(".html")
    }


@cache
def _environment(edition: str) -> Environment:
    root = resources.files("pipeline.compose")
    with resources.as_file(root) as folder:
        loader = FileSystemLoader([folder / "editions" / edition, folder / "templates"])
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        bytecode_cache=Kept(),
    )
    environment.filters["fill"] = fill
    environment.filters["has_letters"] = has_letters
    environment.filters["letters_wide"] = letters_wide
    environment.filters["is_long"] = is_long
    environment.filters["are_beside"] = are_beside
    return environment


def fill(text: str, **values: object) -> Markup:
    """Put values into the ``{name}`` places of a translated text, all of it escaped."""
    # A key that is to be pressed would be read as a number of its own at the head of a line.
    filled = str(escape(text)).replace(" {key}", f"{NO_BREAK}{{key}}")
    for name, value in values.items():
        filled = filled.replace(f"{{{name}}}", str(escape(value)))
    return Markup(filled)


def has_letters(text: str) -> bool:
    """Say whether a text holds a letter of any script."""
    return any(letter.isalpha() for letter in text)


def compose(plan: SheetPlan) -> Composition:
    """Compose one sheet."""
    environment = _environment(plan.edition.name)
    works = reference_list(_cited(plan)) if plan.cites_works else ()
    services = _services_of(plan)
    other = plan.other_translation
    terms = (*plan.terms, *(other.terms if other else ()))
    page = set_page(_rendered(plan, environment, works, services), plan.locale.name, terms)
    html = _with_breakable_spaces(page)
    content = hashlib.sha256(html.encode()).hexdigest()[:16]
    html = html.replace(_UNKNOWN, content, 1)
    screen = _rendered(plan, environment, works, services, screen=True)
    web = set_page(screen, plan.locale.name, terms, on_screen=True)
    return Composition(
        html=html,
        forms=forms(plan),
        content=content,
        expected=tuple(expected_on_paper(plan, services, works)),
        passages=tuple(passages_on_paper(plan, services, works)),
        web=with_tails(web.replace(_UNKNOWN, content, 1)),
        taps=(*taps_of(plan), *(taps_of(plan.beside) if plan.beside else ())),
    )


def _services_of(plan: SheetPlan) -> dict[str, PrintedServices]:
    """Return the services of each locale on a sheet, chosen for its reader."""
    own = _services(plan, None, paired=bool(plan.beside))
    services = {plan.locale.name: own}
    if plan.beside:
        beside = _services(plan.beside, plan.locale, paired=True)
        services[plan.beside.locale.name] = named_beside(beside, own)
    return services


def _rendered(
    plan: SheetPlan,
    environment: Environment,
    works: Sequence[Markup],
    services: Mapping[str, PrintedServices],
    *,
    screen: bool = False,
) -> str:
    """Write a sheet's HTML: of its paper, or of its web page, which is one for all editions."""
    context = _context(plan, environment, services, screen=screen)
    context["reference_list"] = works if plan.edition.has_references else ()
    if plan.beside:
        context["beside"] = _beside(plan.beside, environment, services, gutter(plan), screen=screen)
        context["own"] = context.copy()
        context["rows"] = in_rows(plan.beside.article.body, plan.article.body)
        context["parted_rows"] = _parted_rows
    has_own_page = plan.beside or plan.edition.shows == "languages"
    template = "web.html" if screen and not has_own_page else "sheet.html"
    return environment.get_template(template).render(context)


def _beside(
    plan: SheetPlan,
    environment: Environment,
    services: Mapping[str, PrintedServices],
    column: float,
    *,
    screen: bool,
) -> dict[str, Any]:
    """Return what the templates may name of the source beside a translation: words and macros."""
    context = _context(plan, environment, services, anchor="source-", screen=screen)
    context["reference_list"] = ()
    context["column_shares"] = _column_shares(plan, column, screen=screen)
    context["blocks"] = environment.get_template("blocks.html").make_module(context)
    context["parts"] = environment.get_template("parts.html").make_module(context)
    return context


def _parted_rows(rows: Sequence[Row]) -> list[list[Row]]:
    """Part rows as their blocks are parted: before each heading but the first."""
    left = iter(rows)
    return [[next(left) for _ in part] for part in _parted([row.local[0] for row in rows])]


_UNKNOWN = "hash of the HTML"
"""Stands in a sheet's record until the page is composed."""

_SPACE_BEFORE_INLINE = re.compile(
    r"(?<=[^\s>]) (?=(?:[^ <>]*[\u00a0\u202f])?<(?:bdi|i|em|strong|a|span|code|sup)\b)"
)


def _with_breakable_spaces(html: str) -> str:
    """Give a space before an inline element an element of its own.

    Without it WeasyPrint 70 takes back the whole text before the element when the element's first
    word just does not fit, and breaks the line after its first words. See
    docs/decisions/0007-one-space-one-element.md.
    """
    return _SPACE_BEFORE_INLINE.sub("<span> </span>", html)


def _cited(plan: SheetPlan) -> list[Reference]:
    keys = {cite.key: None for citation in plan.source.citations() for cite in citation.cites}
    return [plan.references[key] for key in keys]


def _printed(citation: Citation, plan: SheetPlan) -> tuple[Piece, ...]:
    return printed_citation(citation, plan.references, plan.citation_form)


def _notes(article: Article, running: Running) -> list[dict[str, Any]]:
    """Return the footnotes in the order in which their marks were printed."""
    blocks = {note.label: note.blocks for note in article.footnotes}
    return [
        {
            "anchor": f"{running.anchor}note-{number}",
            "mark": f"{running.anchor}mark-{number}",
            "number": running.digits(str(number)),
            "blocks": blocks[label],
        }
        for label, number in running.note_numbers.items()
    ]


def _context(
    plan: SheetPlan,
    environment: Environment,
    services: Mapping[str, PrintedServices],
    *,
    anchor: str = "",
    screen: bool,
) -> dict[str, Any]:
    """Return what the templates may name.

    ``anchor`` begins the names of places on the page, which must differ where two texts stand on
    it; ``screen`` asks for the web page and not for the paper.
    """
    context = _words(plan, services[plan.locale.name], screen=screen)
    context["anchor"] = anchor
    macros = environment.get_template("services.html").make_module(context)
    running = Running(
        direction=plan.locale.direction,
        citation=lambda citation: _printed(citation, plan),
        placeholders={"emergency": macros.emergency},  # type: ignore[attr-defined]
        image=lambda name: _data_address(name, plan.images, sheet_colours(plan)["accent"]),
        scales=lambda name: _has_no_letters(name, plan.images),
        brackets=brackets(plan.locale.name),
        anchor=anchor,
        digits=lambda number: in_digits(number, plan.locale),
        leads_back=screen,
    )
    context["running"] = running
    context["notes"] = lambda: _notes(plan.article, running)
    return context


_WITHOUT_HEADS = 1.08
"""How many times as wide a table is where nothing hangs beside it, from edge to edge of frames."""


def _column_shares(
    plan: SheetPlan, column: float, *, screen: bool
) -> Callable[[Block], tuple[int, ...]]:
    """Return what tells how wide a table's columns are; of a web page a browser knows it.

    ``column`` is the part of the page's width that the text has, where two stand side by side.
    """

    def shares_of(table: Block) -> tuple[int, ...]:
        if screen:
            return ()
        letters, stacked = letters_across(plan, column), _is_stacked(plan)(table)
        if plan.edition.heads_hang and not _heads_hang(plan):
            letters = round(_WITHOUT_HEADS * letters)
        return shares(table, letters, phrases(plan), stacked=stacked)

    return shares_of


def _is_stacked(plan: SheetPlan) -> Callable[[Block], bool]:
    """Return what tells whether a table's last column stands below another: on panels alone."""
    is_narrow = bool(forms(plan)[0].layout.panels)
    return lambda table: is_narrow and is_stacked(table, letters_across(plan), phrases(plan))


def _has_scene(plan: SheetPlan) -> bool:
    """Say whether the cover's drawing may stand below the main points, on a page of their own."""
    return (
        plan.edition.whole_sections
        and not plan.edition.folding
        and plan.article.cover_only_decorates
    )


def _has_hills(plan: SheetPlan) -> bool:
    """Say whether hills may stand on pages that end early; in large print, for want of a cover."""
    edition = plan.edition
    if edition.folding:
        return edition.tailpieces
    return edition.whole_sections and not plan.article.cover


def _services(plan: SheetPlan, reader: Locale | None, *, paired: bool) -> PrintedServices:
    return printed_services(plan.region, plan.locale, reader, plan.edition, paired=paired)


def _words(plan: SheetPlan, services: PrintedServices, *, screen: bool) -> dict[str, Any]:
    """Return facts and functions for the templates."""
    locale, region = plan.locale, plan.region
    source_title = plain_text(plan.source.title.content)
    numbers = region.emergency.numbers if region else ()
    colours = sheet_colours(plan)
    opening, rest = opening_note(plan.article.body)
    forward, text = parted_forward(rest, plan.edition.brought_forward)
    has_flap = bool(plan.edition.brought_forward)
    beginning, text = beginning_of(text) if has_flap and not forward else ((), text)
    return {
        "tag": locale.tag,
        "locale": locale.name,
        "direction": locale.direction,
        "direction_of_text": direction_of_text,
        "style": Markup(web_style(plan) if screen else sheet_style(plan)),
        "screen": screen,
        "call_link": call_link,
        "way_link": way_link,
        "article": plan.article,
        "note_first": plan.edition.note_first and bool(opening),
        "dark_field": plan.edition.dark_field,
        "tailpieces": plan.edition.tailpieces and not screen,
        "running_heads": plan.edition.running_heads and not screen,
        "notes_in_sections": plan.edition.notes_in_sections,
        "begins_unit": begins_unit,
        "column_shares": _column_shares(
            plan, 1 - gutter(plan) if plan.beside else 0, screen=screen
        ),
        "is_stacked": _is_stacked(plan),
        "cells_by_phrase": phrases(plan) is not None,
        "heads_again": heads_again,
        "introduced_by": introduced_by,
        "side_by_side": plan.edition.side_by_side,
        "ways_in_two": screen or plan.edition.side_by_side or plan.is_beside,
        "opens_wide": plan.edition.opens_wide and not screen,
        "opening": opening,
        "rest": rest,
        "heads": listed_heads(rest) if screen else (),
        "forward": forward,
        "beginning": beginning,
        "text": text,
        "source_tag": bcp47(plan.source.language),
        "source_direction": direction_of(plan.source.language),
        "source_title": source_title,
        "tells_translation": plan.tells_translation,
        "plain_title": plain_title(plan),
        "description": plain_text(plan.article.subtitle.content) if plan.article.subtitle else "",
        "generator": f"Polyleaf {__version__}",
        "language_pair": _language_pair(plan),
        "review_by": short_date(plan.source.review_by, locale),
        "draft": plan.is_draft,
        "test_mark": TEST_MARK if plan.is_test else "",
        "approved": plan.state == "approved",
        "awaits": plan.awaits,
        "mark": plan.mark,
        "now_version": plan.now_version,
        "record": sheet_record(plan, _UNKNOWN),
        "credits": _credits(plan),
        "source_language": language_in_sentence(plan.source.language, locale.name),
        "region": region,
        "region_name": region_name(region, locale.name) if region else "",
        "region_mark": _region_mark(region_name(region, locale.name)) if region else "",
        "publisher": plan.publisher,
        "licence": plan.publisher.licence or plan.source.rights,
        "clinic": plan.clinic,
        "services": services,
        "lists_works": plan.lists_works,
        "omits": plan.omits,
        "has_additions": any(
            block.kind == "container"
            and (block.name.startswith("crisis") or block.name.endswith("addition"))
            for block in plan.source.body
        ),
        "emergency_numbers": numbers,
        "any_of": lambda marks: Markup(any_number_of([str(mark) for mark in marks], locale.name)),
        "note_cuts": note_cuts,
        "poster": first_number(services),
        "offers": plan.offers,
        "offer_rows": rows_of(plan.offers),
        "offer_places": places_of(plan.offers),
        "room_before": room_before(plan.offers, rtl=locale.rtl),
        "pgettext": _pgettext(plan),
        "finder_address": plan.finder,
        "all_of": lambda words: Markup(all_of([str(escape(word)) for word in words], locale.name)),
        "image": lambda name, colour=colours["accent"]: _data_address(name, plan.images, colour),
        "icon_address": partial(_sign_address, "#000000" if screen else colours["head-ink"]),
        "ornament": lambda name, colour=colours["accent"], *, turned=False: _ornament_address(
            name, colour, turned=turned
        ),
        "ornaments": plan.edition.ornaments and not screen,
        "drawing_address": lambda name: _icon_address(name, colours["ink"]),
        "numbered": numbered,
        "hangs": _heads_hang(plan),
        "in_sides": in_sides if screen else escape,
        "parted": _parted,
        "share_of_first": lambda parts: share_of_first(parts, letters_across(plan), phrases(plan)),
        "printed": printed_address,
        "own_direction": _own_direction,
        "clinic_line": plan.clinic.line_in(locale.tag) if plan.clinic else "",
        "clinic_hours": plan.clinic.hours_in(locale.tag) if plan.clinic else "",
        "clinic_second": plan.clinic.second_name_in(locale.tag) if plan.clinic else "",
        "cover_alt": plain_text(plan.article.cover_alt.content) if plan.article.cover_alt else "",
        "cover_only_decorates": plan.article.cover_only_decorates,
        "has_scene": _has_scene(plan) and not screen,
        "has_hills": _has_hills(plan) and not screen,
        "cover_turns": may_be_mirrored(plan.article.cover, plan.source.cover, plan.images),
        "emergency_sentence": _emergency_sentence(opening),
        "opening_bracket": brackets(locale.name)[0],
        "closing_bracket": brackets(locale.name)[1],
        "sentence_gap": sentence_gap(locale.name),
        "span_gap": _span_gap(plan),
        "folding": plan.edition.folding,
        "shows": plan.edition.shows,
        "foot_kind": plan.edition.foot,
        "foot_told": foot_told(Voice(plan, services)),
        "ends_at_foot": plan.edition.ends_at_foot and not screen,
        "adder_by_head": plan.edition.adder_by_head and not screen,
        "clinic_on_card": plan.clinic_on_card and not screen,
        "own_language": own_language_name(locale.name),
        "sheet_address": plan.sheet_address,
        "printed_sheet_address": printed_address(plan.sheet_address),
        "code_image": code_address,
    }


def plain_title(plan: SheetPlan) -> str:
    """Return what a sheet is called where only its name is shown; a poster has no article's."""
    head = next((block for note in plan.article.body for block in note.children), None)
    if plan.edition.shows == "note" and head and head.kind == "heading":
        return plain_text(head.content)
    return plain_text(plan.article.title.content)


def _span_gap(plan: SheetPlan) -> str:
    """Return the sign between two spans of hours: that between two works of a citation."""
    full = "（" in brackets(plan.locale.name)
    return "；" if full else plan.citation_form.between_works


def _region_mark(name: str) -> Markup:
    return Markup('<bdi dir="{}">{}</bdi>').format(direction_of_text(name), name)


def _own_direction(text: str) -> Markup:
    """Return what somebody wrote of themselves, in the direction of its own letters."""
    return Markup('<bdi dir="{}">{}</bdi>').format(direction_of_text(text), text)


_SECTION_NUMBER = re.compile(r"(\d{1,2}(?:[.)](?=\s)|[．、]))(?!\d)\s*(?=\S)")
"""As an article has it, "1. "; 10 mg, 5-10 ways and 3.5 hours are words of a heading."""


def numbered(heading: Markup) -> tuple[str, Markup]:
    """Part a heading into its number, empty for none, and the rest."""
    number = _SECTION_NUMBER.match(heading)
    return (number[1], Markup(heading[number.end() :])) if number else ("", heading)


def _heads_hang(plan: SheetPlan) -> bool:
    """Say whether running text begins beside numbers or drawings of its heads."""
    return plan.edition.heads_hang and any(map(_hangs, plan.article.body))


def _hangs(block: Block) -> bool:
    """Say whether a block is a section's head with a number or a drawing beside it."""
    is_head = block.kind == "heading" and begins_unit(block)
    return is_head and bool(block.icon or numbered(escape(plain_text(block.content)))[0])


def _parted(blocks: Sequence[Block]) -> list[list[Block]]:
    """Part blocks before each heading but the first."""
    parts: list[list[Block]] = [[]]
    for block in blocks:
        if block.kind == "heading" and parts[-1]:
            parts.append([])
        parts[-1].append(block)
    return parts


def _emergency_sentence(opening: Sequence[Block]) -> Block | None:
    """Return the paragraph of the short crisis note that tells the emergency number."""
    for note in opening:
        for block in note.children:
            if any(part.text == "emergency" for part in block.content if part.kind != "text"):
                return block
    return None


def _credits(plan: SheetPlan) -> list[dict[str, Any]]:
    """Return who made, revised, approved and tried the text, in that order, and when."""
    stated: list[tuple[str, Translator | Approval | Evidence]] = [
        ("translation", one) for one in plan.translators if plan.tells_translation
    ]
    for role in ("reviser", "editor", "clinician"):
        stated += [(role, one) for one in plan.approvals if one.role == role]
    for kind in ("back-translation", "field-test"):
        stated += [(kind, one) for one in plan.evidence if one.kind == kind]
    # A locale and its parent may both have been made by the same, on the same day.
    rows = {(role, one.by, one.named, one.on): (role, one) for role, one in stated}
    return [
        {
            "role": role,
            "machine": isinstance(one, Translator) and one.machine,
            "who": one.by if one.named else "",
            "count": in_digits(str(one.readers if isinstance(one, Evidence) else 0), plan.locale),
            "direction": direction_of_text(one.by),
            "date": short_date(one.on, plan.locale),
        }
        for role, one in rows.values()
    ]


def _language_pair(plan: SheetPlan) -> Markup:
    """Name the sheet's language in English and in itself: ``Spanish – Español``."""
    own = own_language_name(plan.locale.name)
    english = language_name(plan.locale.name, "en")
    mark = Markup('<bdi lang="{}" dir="{}">{}</bdi>')
    own_mark = mark.format(plan.locale.tag, plan.locale.direction, own)
    if own == english:
        return own_mark
    return mark.format("en", "ltr", english) + " – " + own_mark


def _pgettext(plan: SheetPlan) -> Callable[[str, str], str]:
    """Return the look-up of the sheet's own words; a draft shows and marks what is missing."""

    def look_up(context: str, text: str) -> str:
        found = plan.words.usable((context, text))
        if found is not None:
            return found
        if not plan.is_draft:
            raise PolyleafError(f"the sheet's own text '{text}' has no translation")
        return Markup('<span class="gap" lang="en" dir="ltr">{}</span>').format(text)

    return look_up


def may_be_mirrored(name: str, original: str, images: Mapping[str, bytes]) -> bool:
    """Say whether a decorating drawing is turned round where lines run from the right.

    One that was made for the locale, and is not the ``original``, is right as it is; one with
    letters, or a photograph, which may have some, cannot be read in a mirror.
    """
    return name == original and _has_no_letters(name, images)


def _has_no_letters(name: str, images: Mapping[str, bytes]) -> bool:
    """Say whether a picture is a drawing, and nothing is written in it."""
    is_drawing = PurePosixPath(name).suffix.lower() == ".svg" and name in images
    return is_drawing and not letters_in_picture(name, images[name])


@cache
def _icon_address(name: str, colour: str = "#000000") -> str:
    """Return one of the package's icons as a ``data:`` address."""
    file = resources.files("pipeline.compose") / "icons" / f"{name}.svg"
    return _address(file.read_bytes(), "svg+xml", colour)


def _sign_address(bulb: str, name: str, colour: str = "#000000") -> str:
    """Return an icon as a ``data:`` address, in black or a colour; a bulb in its own."""
    return _icon_address(name, bulb if name == "idea" else colour)


@cache
def _ornament_address(name: str, colour: str, *, turned: bool = False) -> str:
    """Return one of the package's ornaments, which fit any article, as a ``data:`` address.

    It may be ``turned`` round, left for right.
    """
    drawing = (resources.files("pipeline.compose") / "ornaments" / f"{name}.svg").read_bytes()
    if turned:
        drawing = _FIRST_GROUP.sub(rb'\1 transform="translate(\2 0) scale(-1 1)"', drawing, count=1)
    return _address(drawing, "svg+xml", colour)


_FIRST_GROUP = re.compile(rb'(viewBox="0 0 (\d+) .*?<g)', re.DOTALL)
"""The beginning of a drawing up to its group, with how wide it is."""


def _data_address(name: str, images: Mapping[str, bytes], colour: str) -> str:
    """Return an image as a ``data:`` address, so that a sheet needs no other file.

    Where a drawing says ``currentColor``, it is drawn in the sheet's own colour.
    """
    kinds = {".svg": "svg+xml", ".png": "png"}
    kind = kinds.get(PurePosixPath(name).suffix.lower(), "jpeg")
    return _address(images[name], kind, colour)


def _address(content: bytes, kind: str, colour: str) -> str:
    if kind == "svg+xml":
        content = content.replace(b"currentColor", colour.encode())
    return f"data:image/{kind};base64,{base64.b64encode(content).decode('ascii')}"
