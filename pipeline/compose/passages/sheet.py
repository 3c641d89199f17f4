"""A whole sheet in reading order, by edition: the counterpart of each ``sheet.html``."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from markupsafe import Markup

from pipeline.compose.again import begins_unit, heads_again
from pipeline.compose.beginning import beginning_of
from pipeline.compose.columns import Row, in_rows
from pipeline.compose.passages.blocks import (
    before_adder,
    block,
    blocks,
    footnotes,
    origin,
    running_heads,
    sections,
    vital,
)
from pipeline.compose.passages.notice import notice
from pipeline.compose.passages.parts import (
    card,
    clinic_area,
    colophon,
    cover,
    foot,
    front,
    imprint,
    interpreter_line,
    masthead,
    opening,
    opening_first,
    questions,
    reference_entries,
    references,
    references_head,
    region,
    room_for_notes,
    shortened,
    strip,
    tag_of_state,
    web_area,
    write_on,
)
from pipeline.compose.passages.poster import poster
from pipeline.compose.passages.voice import Voice
from pipeline.compose.plan import SheetPlan
from pipeline.compose.services import PrintedServices
from pipeline.compose.words import own_language_name
from pipeline.values.article import Block, opening_note, parted_forward
from pipeline.values.sheet import Passage


def passages_on_paper(
    plan: SheetPlan, services: Mapping[str, PrintedServices], works: Sequence[Markup]
) -> Iterator[Passage]:
    """Yield all that the paper says, in reading order, the foot first.

    ``services`` are those of each locale on the sheet, ``works`` the entries of the reference list.
    """
    voice = Voice(plan, services[plan.locale.name])
    yield from foot(voice)
    if plan.beside:
        beside = Voice(plan.beside, services[plan.beside.locale.name], column=1)
        yield from _side_by_side(beside, Voice(plan, voice.services, column=2), works)
        return
    elif plan.edition.shows == "note":
        yield from poster(voice)
        return
    elif plan.edition.shows == "languages":
        yield from notice(voice)
        return
    elif plan.edition.folds and plan.edition.folds[0].panels:
        yield from _brochure(voice)
        return
    elif plan.edition.note_first and opening(voice):
        yield from opening_first(voice)
        yield from sections(voice, plan.article.body[1:])
    else:
        yield from masthead(voice)
        yield from sections(voice, plan.article.body)
    if voice.note_numbers and not plan.edition.notes_in_sections:
        yield from running_heads(voice, plan.article.title)
        yield from footnotes(voice)
    if plan.edition.ends_at_foot:
        yield room_for_notes(voice)
    yield from references(voice, works if plan.edition.has_references else ())
    if plan.edition.folding:
        yield from write_on(voice, 2)
    if plan.edition.has_card:
        yield from card(voice)
    if not plan.clinic_on_card if plan.clinic else plan.edition.folding:
        yield from clinic_area(voice)
    yield from colophon(voice)
    yield from imprint(voice, with_title=not plan.edition.folding)


_PANELS = 8
"""How often lines to write on stand on a brochure at most: on each of its panels."""


def _brochure(voice: Voice) -> Iterator[Passage]:
    yield from cover(voice)
    _, rest = opening_note(voice.plan.article.body)
    forward = parted_forward(rest, voice.plan.edition.brought_forward)[0]
    beginning, text = ((), rest) if forward else beginning_of(rest)
    if not (forward or beginning):
        yield questions(voice)
    yield from _panels(voice, beginning)
    yield from footnotes(voice)
    on_flap = len(voice.note_numbers)
    yield from _panels(voice, text)
    yield from footnotes(voice, but=on_flap)
    yield from write_on(voice, _PANELS)
    yield from clinic_area(voice)
    if voice.plan.omits:
        yield shortened(voice)
    yield from web_area(voice)
    yield from write_on(voice, 1)
    yield from colophon(voice, with_web=False)
    yield from imprint(voice, with_title=False)


def _panels(voice: Voice, items: Sequence[Block]) -> Iterator[Passage]:
    """Yield a text over which the head of a section may stand once more where it goes on."""
    head: Block | None = None
    for place, item in enumerate(items):
        if begins_unit(item):
            head = item if heads_again(item) else None
        elif head and items[place - 1].kind != "heading":
            for again in block(voice, head):
                yield replace(again, optional=True)
        yield from block(voice, item)


def _side_by_side(source: Voice, local: Voice, works: Sequence[Markup]) -> Iterator[Passage]:
    is_proof = source.plan.state == "proof"
    yield from strip(Voice(local.plan, local.services), has_tag=not is_proof)
    for voice in (source, local):
        yield voice.tell("name of the language", (own_language_name(voice.plan.locale.name),))
        if is_proof:
            yield from tag_of_state(voice)
    for name in ("title", "subtitle", "audience"):
        yield from front(source, name)
        yield from front(local, name)
    yield region(source)
    yield region(local)
    first, rest = opening_note(source.plan.article.body)
    own_first, own_rest = opening_note(local.plan.article.body)
    yield from _rows(source, local, in_rows(first, own_first))
    yield interpreter_line(source)
    yield interpreter_line(local)
    yield from _rows(source, local, in_rows(rest, own_rest))
    for voice in (source, local):
        yield from footnotes(voice)
    if local.plan.edition.ends_at_foot:
        yield room_for_notes(source)
        yield room_for_notes(local)
    if works and local.plan.edition.has_references:
        for voice in (source, local):
            yield from references_head(voice)
        yield from reference_entries(works)
    for end in (card, colophon):
        yield from end(source)
        yield from end(local)


def _rows(
    source: Voice, local: Voice, rows: Iterable[Row], *, inside: str = ""
) -> Iterator[Passage]:
    """Yield row by row, the source before the translation; a frame has rows inside."""
    for row in rows:
        if row.kind != "container":
            yield from blocks(source, row.source, inside=inside)
            yield from blocks(local, row.local, inside=inside)
            if not inside and begins_unit(row.local[0]):
                yield from running_heads(source, row.source[0])
                yield from running_heads(local, row.local[0])
            continue
        before = before_adder(local, row.local[0])
        told = _rows(source, local, row.rows[:before], inside=row.name)
        yield from vital(row.source[0], told) if row.name.startswith("crisis") else told
        if row.name.endswith("addition"):
            yield origin(source)
            yield origin(local)
        yield from _rows(source, local, row.rows[before:], inside=row.name)
