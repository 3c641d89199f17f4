"""The blocks of an article: the counterpart of ``templates/blocks.html``."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.compose.again import begins_unit, heads_again, introduced_by
from pipeline.compose.page import runs_from_the_right
from pipeline.compose.passages.running import running
from pipeline.compose.passages.services import WAY, services_list
from pipeline.compose.passages.text import Isolate, Text, joined, plain
from pipeline.compose.passages.voice import Voice
from pipeline.values.article import Block, plain_text, walk_inlines
from pipeline.values.sheet import Passage


def sections(voice: Voice, items: Sequence[Block]) -> Iterator[Passage]:
    """Yield the passages of a sheet's text, and what may be said again of the heads of sections.

    In large print each section has its footnotes below it.
    """
    before_text = introduced_by(items)
    noted = 0
    for item in items:
        if voice.plan.edition.notes_in_sections and begins_unit(item):
            told, noted = noted, len(voice.note_numbers)
            yield from footnotes(voice, but=told)
        head = voice.plan.article.title if item is before_text else item
        if item is before_text and not begins_unit(item):
            yield from running_heads(voice, head)
        yield from block(voice, item)
        if begins_unit(item):
            yield from running_heads(voice, head)
    if voice.plan.edition.notes_in_sections:
        yield from footnotes(voice, but=noted)


def running_heads(voice: Voice, head: Block) -> Iterator[Passage]:
    """Yield what may be said again of a head above pages that go on with its section."""
    if voice.plan.edition.running_heads:
        for content in heads_again(head):
            told = voice.tell("running head", running(voice, content), gap=head.gap)
            yield replace(told, running_head=True)


EMERGENCY = "sentence with the emergency number"


def has_emergency(item: Block) -> bool:
    """Say whether the region's emergency number stands in a block itself."""
    return any(
        part.kind == "placeholder" and part.text == "emergency"
        for part in walk_inlines(item.content)
    )


def blocks(voice: Voice, items: Sequence[Block], *, inside: str = "") -> Iterator[Passage]:
    """Yield the passages of blocks in reading order; ``inside`` names the container around them."""
    for item in items:
        yield from block(voice, item, inside=inside)


def block(voice: Voice, item: Block, *, inside: str = "", mark: str = "") -> Iterator[Passage]:
    """Yield the passages of one block; a list item's first paragraph begins with its mark."""
    content = _content(voice, item)
    told = joined(mark, " ", content) if mark else content
    kind = EMERGENCY if has_emergency(item) else item.kind
    match item.kind:
        # An empty cell, or one with a picture, has no letters.
        case "heading" | "paragraph" | "cell" | "term" if plain(told).strip():
            pictured = any(part.kind == "image" for part in walk_inlines(item.content))
            one = voice.tell(kind, told, line=item.line, gap=item.gap)
            yield replace(one, pictured=True) if pictured else one
        case "services":
            yield from services_list(voice, short=inside == "crisis short", line=item.line)
        case "list":
            yield from _list(voice, item, inside)
        case "code":
            for line in item.text.splitlines():
                if line.strip():
                    yield voice.tell("code", (line,), line=item.line, gap=True)
        case "table":
            header = [row for row in item.children if row.header]
            rows = (*header, *(row for row in item.children if not row.header))
            for place, row in enumerate(rows):
                name = f"{item.line}.{place}.{voice.column}"
                cells = _whole(name, blocks(voice, row.children))
                # On each page on which a table goes on its head stands once more.
                yield from (replace(one, again=True) for one in cells) if row.header else cells
        case "figure":
            title = item.content[0].title
            if title:
                yield voice.tell("caption", (title,), line=item.line)
        case "container":
            within = _container(voice, item, _boxed(inside) or item.name)
            yield from vital(item, within) if item.name.startswith("crisis") else within
        case "quote" | "definitions" | "description":
            yield from blocks(voice, item.children, inside=_boxed(inside))


def _content(voice: Voice, item: Block) -> Text:
    """Return a block's own text; on a left-to-right sheet a right-to-left line runs as such."""
    content = running(voice, item.content)
    turned = not voice.rtl and runs_from_the_right(plain_text(item.content))
    return (Isolate(content, rtl=True),) if turned else content


_VITAL = ("heading", WAY, EMERGENCY)


def vital(note: Block, told: Iterable[Passage]) -> Iterator[Passage]:
    """Name the note that passages are a part of, in each column of the sheet.

    Its head, first number and emergency number are marked as what a reader needs at once.
    """
    seen: set[tuple[int, str]] = set()
    for passage in told:
        one = replace(passage, within=f"{note.line}.{passage.column}")
        key = one.column, one.kind
        if one.kind in _VITAL and key not in seen:
            seen.add(key)
            # A note longer than a page has its head on each.
            again = one.kind == "heading"
            yield replace(one, note=one.within, again=again)
        else:
            yield one


def _container(voice: Voice, item: Block, inside: str) -> Iterator[Passage]:
    """Yield what stands in a part, and who added it: at its end, or beside its head."""
    before = before_adder(voice, item)
    yield from blocks(voice, item.children[:before], inside=inside)
    if item.name.endswith("addition"):
        yield origin(voice)
    yield from blocks(voice, item.children[before:], inside=inside)


def before_adder(voice: Voice, item: Block) -> int:
    """Return how many blocks of a part stand before who added it: all, or its head alone."""
    is_asked = voice.plan.edition.adder_by_head and item.name == "summary addition"
    return 1 if is_asked and item.children[0].kind == "heading" else len(item.children)


def origin(voice: Voice) -> Passage:
    """Return what tells, at the end of a part or beside its head, that it is not by the author."""
    told = voice.tell("origin", voice.say("additions", "Added by the publisher"))
    return replace(told, floats=True)


def _list(voice: Voice, item: Block, inside: str) -> Iterator[Passage]:
    type_ = voice.plan.locale.typography
    boxed = _boxed(inside)
    for place, part in enumerate(item.children):
        own = "" if boxed else type_.bullet
        if item.ordered:
            own = f"{voice.number(item.start + place)}{type_.after_number}"
        name = f"{item.line}.{place}.{voice.column}"
        yield from _whole(name, marked(voice, part.children, own, inside=boxed))


def _boxed(inside: str) -> str:
    """Return the container whose lists, however deep, have boxes to tick: drawn, and no letters."""
    return inside if inside.startswith("action") else ""


def _whole(name: str, told: Iterable[Passage]) -> Iterator[Passage]:
    """Name the list item or table row that passages are a part of: they belong on one page.

    What stands in a list within an item belongs to that list's items.
    """
    for one in told:
        yield one if one.whole else replace(one, whole=name)


def marked(
    voice: Voice, items: Sequence[Block], mark: str, *, inside: str = ""
) -> Iterator[Passage]:
    """Yield the passages of a list item, the first with its mark where it is a paragraph."""
    for place, item in enumerate(items):
        has_mark = place == 0 and item.kind == "paragraph"
        told = block(voice, item, inside=inside, mark=mark if has_mark else "")
        yield from (replace(one, mark=mark) for one in told) if has_mark else told


def footnotes(voice: Voice, *, but: int = 0) -> Iterator[Passage]:
    """Yield the footnotes, behind the marks that led to them, in the order in which those came.

    So many of them stood before.
    """
    by_label = {note.label: note.blocks for note in voice.plan.article.footnotes}
    for name, number in [*voice.note_numbers.items()][but:]:
        told = marked(voice, by_label[name], f"[{voice.number(number)}]")
        yield from _whole(f"{name}.{voice.column}", told)
