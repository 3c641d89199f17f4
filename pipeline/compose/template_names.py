"""What the templates may name of a sheet: facts of its plan, and functions that they call.

They are grouped by the part of the sheet that uses them; `pipeline/compose/sheet.py` adds what
depends on the whole page, as numbers of notes do.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from markupsafe import Markup, escape

from pipeline import __version__
from pipeline.compose.again import begins_unit, heads_again, introduced_by
from pipeline.compose.beginning import beginning_of
from pipeline.compose.code import code_address
from pipeline.compose.columns import gutter
from pipeline.compose.contents import listed_heads
from pipeline.compose.heads import heads_hang, numbered, parted_at_heads
from pipeline.compose.joining import all_of, any_number_of
from pipeline.compose.note import note_cuts
from pipeline.compose.offer import places_of, rows_of
from pipeline.compose.passages.parts import foot_told
from pipeline.compose.passages.voice import Voice
from pipeline.compose.pictures import (
    data_address,
    icon_address,
    may_be_mirrored,
    ornament_address,
    sign_address,
)
from pipeline.compose.plan import TEST_MARK, SheetPlan
from pipeline.compose.poster import first_number
from pipeline.compose.services import PrintedServices, printed_address
from pipeline.compose.sides import in_sides
from pipeline.compose.style import forms, sheet_colours, sheet_style, web_style
from pipeline.compose.tables import is_stacked, letters_across, phrases, share_of_first, shares
from pipeline.compose.tapping import call_link, way_link
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
    staff_language,
)
from pipeline.records.typography import language_name
from pipeline.values.approval import Approval, Evidence, Translator
from pipeline.values.article import Block, opening_note, parted_forward, plain_text
from pipeline.values.errors import PolyleafError
from pipeline.values.locale import bcp47


def template_names(
    plan: SheetPlan, services: PrintedServices, *, record: str, screen: bool
) -> dict[str, Any]:
    """Return what templates may name; ``screen`` asks for the web page and not for the paper."""
    return {
        **_FUNCTIONS,
        **_of_document(plan, record, screen=screen),
        **_of_edition(plan, screen=screen),
        **_of_text(plan, screen=screen),
        **_of_tables(plan, screen=screen),
        **_of_pictures(plan, screen=screen),
        **_of_services(plan, services),
        **_of_signs(plan),
        **_of_clinic(plan, screen=screen),
        **_of_foot(plan, services),
        **_of_notice(plan),
    }


def _own_direction(text: str) -> Markup:
    """Return what somebody wrote of themselves, in the direction of its own letters."""
    return Markup('<bdi dir="{}">{}</bdi>').format(direction_of_text(text), text)


_FUNCTIONS: dict[str, Any] = {
    "begins_unit": begins_unit,
    "call_link": call_link,
    "code_image": code_address,
    "direction_of_text": direction_of_text,
    "heads_again": heads_again,
    "introduced_by": introduced_by,
    "note_cuts": note_cuts,
    "numbered": numbered,
    "own_direction": _own_direction,
    "parted": parted_at_heads,
    "printed": printed_address,
    "way_link": way_link,
}
"""What they call, whatever the sheet is."""


def _of_document(plan: SheetPlan, record: str, *, screen: bool) -> dict[str, Any]:
    """Name what the document says of itself, its head and what marks the sheet as a whole."""
    locale, subtitle = plan.locale, plan.article.subtitle
    return {
        "tag": locale.tag,
        "locale": locale.name,
        "direction": locale.direction,
        "style": Markup(web_style(plan) if screen else sheet_style(plan)),
        "screen": screen,
        "plain_title": plain_title(plan),
        "description": plain_text(subtitle.content) if subtitle else "",
        "generator": f"Polyleaf {__version__}",
        "record": record,
        "pgettext": _pgettext(plan),
        "draft": plan.is_draft,
        "test_mark": TEST_MARK if plan.is_test else "",
        "approved": plan.state == "approved",
        "awaits": plan.awaits,
        "mark": plan.mark,
    }


def plain_title(plan: SheetPlan) -> str:
    """Return what a sheet is called where only its name is shown; a poster has no article's."""
    head = next((block for note in plan.article.body for block in note.children), None)
    if plan.edition.shows == "note" and head and head.kind == "heading":
        return plain_text(head.content)
    return plain_text(plan.article.title.content)


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


def _of_edition(plan: SheetPlan, *, screen: bool) -> dict[str, Any]:
    """Name how the edition sets its parts; what only paper has, the web page has not."""
    edition = plan.edition
    return {
        "shows": edition.shows,
        "folding": edition.folding,
        "side_by_side": edition.side_by_side,
        "ways_in_two": screen or edition.side_by_side or plan.is_beside,
        "dark_field": edition.dark_field,
        "notes_in_sections": edition.notes_in_sections,
        "foot_kind": edition.foot,
        "opens_wide": edition.opens_wide and not screen,
        "running_heads": edition.running_heads and not screen,
        "ends_at_foot": edition.ends_at_foot and not screen,
        "adder_by_head": edition.adder_by_head and not screen,
    }


def _of_text(plan: SheetPlan, *, screen: bool) -> dict[str, Any]:
    """Name the article, and the stretches of its text that stand in places of their own."""
    edition, source = plan.edition, plan.source
    opening, rest = opening_note(plan.article.body)
    forward, text = parted_forward(rest, edition.brought_forward)
    has_flap = bool(edition.brought_forward)
    beginning, text = beginning_of(text) if has_flap and not forward else ((), text)
    return {
        "article": plan.article,
        "source_tag": bcp47(source.language),
        "source_direction": direction_of(source.language),
        "source_title": plain_text(source.title.content),
        "opening": opening,
        "note_first": edition.note_first and bool(opening),
        "emergency_sentence": _emergency_sentence(opening),
        "rest": rest,
        "lists_works": plan.lists_works,
        "omits": plan.omits,
        "heads": listed_heads(rest) if screen else (),
        "forward": forward,
        "beginning": beginning,
        "text": text,
        "hangs": heads_hang(plan),
        "in_sides": in_sides if screen else escape,
        "has_additions": any(
            block.kind == "container"
            and (block.name.startswith("crisis") or block.name.endswith("addition"))
            for block in source.body
        ),
    }


def _emergency_sentence(opening: Sequence[Block]) -> Block | None:
    """Return the paragraph of the short crisis note that tells the emergency number."""
    for note in opening:
        for block in note.children:
            if any(part.text == "emergency" for part in block.content if part.kind != "text"):
                return block
    return None


def _of_tables(plan: SheetPlan, *, screen: bool) -> dict[str, Any]:
    """Name how wide the columns of tables are."""
    return {
        "column_shares": column_shares(plan, 1 - gutter(plan) if plan.beside else 0, screen=screen),
        "is_stacked": _is_stacked(plan),
        "cells_by_phrase": phrases(plan) is not None,
        "share_of_first": lambda parts: share_of_first(parts, letters_across(plan), phrases(plan)),
    }


_WITHOUT_HEADS = 1.08
"""How many times as wide a table is where nothing hangs beside it, from edge to edge of frames."""


def column_shares(
    plan: SheetPlan, column: float, *, screen: bool
) -> Callable[[Block], tuple[int, ...]]:
    """Return what tells how wide a table's columns are; of a web page a browser knows it.

    ``column`` is the part of the page's width that the text has, where two stand side by side.
    """

    def shares_of(table: Block) -> tuple[int, ...]:
        if screen:
            return ()
        letters, stacked = letters_across(plan, column), _is_stacked(plan)(table)
        if plan.edition.heads_hang and not heads_hang(plan):
            letters = round(_WITHOUT_HEADS * letters)
        return shares(table, letters, phrases(plan), stacked=stacked)

    return shares_of


def _is_stacked(plan: SheetPlan) -> Callable[[Block], bool]:
    """Return what tells whether a table's last column stands below another: on panels alone."""
    is_narrow = bool(forms(plan)[0].layout.panels)
    return lambda table: is_narrow and is_stacked(table, letters_across(plan), phrases(plan))


def _of_pictures(plan: SheetPlan, *, screen: bool) -> dict[str, Any]:
    """Name the pictures of an article and a sheet, in the sheet's colours."""
    article, edition, colours = plan.article, plan.edition, sheet_colours(plan)
    return {
        "image": lambda name, colour=colours["accent"]: data_address(name, plan.images, colour),
        "icon_address": partial(sign_address, "#000000" if screen else colours["head-ink"]),
        "ornament": lambda name, colour=colours["accent"], *, turned=False: ornament_address(
            name, colour, turned=turned
        ),
        "drawing_address": lambda name: icon_address(name, colours["ink"]),
        "ornaments": edition.ornaments and not screen,
        "tailpieces": edition.tailpieces and not screen,
        "has_scene": _has_scene(plan) and not screen,
        "has_hills": _has_hills(plan) and not screen,
        "cover_alt": plain_text(article.cover_alt.content) if article.cover_alt else "",
        "cover_only_decorates": article.cover_only_decorates,
        "cover_turns": may_be_mirrored(article.cover, plan.source.cover, plan.images),
    }


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


def _of_services(plan: SheetPlan, services: PrintedServices) -> dict[str, Any]:
    """Name whose numbers a sheet gives, and the numbers."""
    region = plan.region
    named = region_name(region, plan.locale.name) if region else ""
    return {
        "services": services,
        "emergency_numbers": region.emergency.numbers if region else (),
        "poster": first_number(services),
        "region": region,
        "region_name": named,
        "region_mark": _own_direction(named) if region else "",
        "finder_address": plan.finder,
    }


def _of_signs(plan: SheetPlan) -> dict[str, Any]:
    """Name how the locale joins words and numbers, and the signs between them."""
    name = plan.locale.name
    opening, closing = brackets(name)
    return {
        "all_of": lambda words: Markup(all_of([str(escape(word)) for word in words], name)),
        "any_of": lambda marks: Markup(any_number_of([str(mark) for mark in marks], name)),
        "opening_bracket": opening,
        "closing_bracket": closing,
        "sentence_gap": sentence_gap(name),
        "span_gap": _span_gap(plan),
    }


def _span_gap(plan: SheetPlan) -> str:
    """Return the sign between two spans of hours: that between two works of a citation."""
    full = "（" in brackets(plan.locale.name)
    return "；" if full else plan.citation_form.between_works


def _of_clinic(plan: SheetPlan, *, screen: bool) -> dict[str, Any]:
    """Name who publishes a sheet, and who hands it out."""
    clinic, tag = plan.clinic, plan.locale.tag
    return {
        "publisher": plan.publisher,
        "licence": plan.publisher.licence or plan.source.rights,
        "clinic": clinic,
        "clinic_line": clinic.line_in(tag) if clinic else "",
        "clinic_hours": clinic.hours_in(tag) if clinic else "",
        "clinic_second": clinic.second_name_in(tag) if clinic else "",
        "clinic_on_card": plan.clinic_on_card and not screen,
    }


def _of_foot(plan: SheetPlan, services: PrintedServices) -> dict[str, Any]:
    """Name what feet and “About this sheet” say of the text and who made it."""
    locale, source = plan.locale, plan.source
    return {
        "foot_told": foot_told(Voice(plan, services)),
        "language_pair": _language_pair(plan),
        "own_language": own_language_name(locale.name),
        "source_language": language_in_sentence(source.language, locale.name),
        "tells_translation": plan.tells_translation,
        "credits": _credits(plan),
        "review_by": short_date(source.review_by, locale),
        "now_version": plan.now_version,
        "sheet_address": plan.sheet_address,
        "printed_sheet_address": printed_address(plan.sheet_address),
    }


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


def _of_notice(plan: SheetPlan) -> dict[str, Any]:
    """Name the languages of a notice, in rows."""
    return {
        "offers": plan.offers,
        "offer_rows": rows_of(plan.offers),
        "offer_places": places_of(plan.offers),
        "staff_language": staff_language(plan.region, plan.locale.name),
        "direction_of": direction_of,
    }
