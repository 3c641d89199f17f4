"""Band, masthead, foot, clinic's area, last lines: the counterpart of ``templates/parts.html``."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from pipeline.compose.extent import letters_wide
from pipeline.compose.passages.blocks import blocks
from pipeline.compose.passages.running import running
from pipeline.compose.passages.services import first_service, footings
from pipeline.compose.passages.text import Isolate, Text, joined, passage, plain
from pipeline.compose.passages.voice import Voice, ltr
from pipeline.compose.plan import TEST_MARK, SheetPlan
from pipeline.compose.services import printed_address
from pipeline.compose.words import (
    direction_of,
    direction_of_text,
    language_in_sentence,
    own_language_name,
    region_name,
    sentence_gap,
    short_date,
)
from pipeline.records.typography import language_name
from pipeline.values.approval import Approval, Evidence, Translator
from pipeline.values.article import Block, plain_text
from pipeline.values.folding import PAPERS
from pipeline.values.publisher import Clinic
from pipeline.values.sheet import PAGE, PAGES, Passage


def opening(voice: Voice) -> list[Block]:
    """Return the short crisis note with which the article begins, if it does."""
    return [block for block in voice.plan.article.body[:1] if block.name == "crisis short"]


def strip(voice: Voice, *, has_tag: bool = True) -> Iterator[Passage]:
    """Yield who hands the sheet out, and what it may not be used for."""
    yield from _sender(voice)
    if has_tag:
        yield from tag_of_state(voice)


def _sender(voice: Voice) -> Iterator[Passage]:
    plan = voice.plan
    yield voice.tell("name of the sender", _own_direction((plan.clinic or plan.publisher).name))
    own_line = plan.clinic.line_in(plan.locale.tag) if plan.clinic else ""
    if own_line:
        yield voice.tell("line of the sender", _own_direction(own_line))


def tag_of_state(voice: Voice) -> Iterator[Passage]:
    """Yield what the sheet may not be used for."""
    plan = voice.plan
    if plan.is_test:
        yield voice.tell("mark of a test", ltr(f"{TEST_MARK} – not for patients"))
    elif plan.is_draft:
        text = "Draft – not for patients: passages marked in grey are still in English."
        yield voice.tell("mark of a draft", voice.say("band", text))
    elif plan.state != "approved":
        yield voice.tell("mark of a proof", voice.say("band", "Proof – not approved"))


def masthead(voice: Voice) -> Iterator[Passage]:
    """Yield what stands above the text."""
    yield from strip(voice)
    yield from _field(voice)
    yield interpreter_line(voice)
    yield region(voice)


def cover(voice: Voice) -> Iterator[Passage]:
    """Yield a brochure's cover: what stands above the crisis note, the note, whose numbers."""
    yield from tag_of_state(voice)
    yield from _sender(voice)
    yield from _field(voice)
    yield interpreter_line(voice)
    yield from blocks(voice, opening(voice))
    yield region(voice)


def _field(voice: Voice) -> Iterator[Passage]:
    yield from _language_and_title(voice)
    yield from original(voice)


def _language_and_title(voice: Voice) -> Iterator[Passage]:
    if voice.plan.is_translation:
        name = own_language_name(voice.plan.locale.name)
        yield voice.tell("name of the language", (name,))
    for name in ("title", "subtitle", "audience"):
        yield from front(voice, name)


def opening_first(voice: Voice) -> Iterator[Passage]:
    """Yield the same where the crisis note stands among it; large print names no original here."""
    yield from strip(voice)
    yield from _language_and_title(voice)
    if voice.plan.edition.folding:
        yield from original(voice)
    yield region(voice)
    yield from blocks(voice, opening(voice))
    yield interpreter_line(voice)


def interpreter_line(voice: Voice) -> Passage:
    """Return the offer of an interpreter."""
    clinic = voice.plan.clinic
    if clinic and clinic.interpreter:
        text = "Do you need an interpreter? Call {number}."
        told = voice.say("masthead", text, number=ltr(clinic.interpreter))
    else:
        told = voice.say("masthead", "Do you need an interpreter? Please ask us.")
    return voice.tell("offer of an interpreter", told)


def front(voice: Voice, name: str) -> Iterator[Passage]:
    """Yield title, subtitle or audience, where the article has it."""
    block = getattr(voice.plan.article, name)
    if block:
        yield voice.tell(name, running(voice, block.content), line=block.line, gap=block.gap)


def original(voice: Voice) -> Iterator[Passage]:
    """Yield the title that the article bears in its own language."""
    if voice.plan.is_translation:
        yield voice.tell("title of the original", _source_title(voice))


def region(voice: Voice) -> Passage:
    """Return whose numbers the sheet has."""
    plan = voice.plan
    if not plan.region:
        text = "No numbers printed: no country was chosen for this sheet"
        return voice.tell("name of the region", voice.say("masthead", text))
    name = region_name(plan.region, plan.locale.name)
    told = voice.say("masthead", "Numbers for: {region}", region=_own_direction(name))
    return voice.tell("name of the region", told)


def foot(voice: Voice) -> Iterator[Passage]:
    """Yield the foot of every page."""
    plan = voice.plan
    if plan.edition.foot == "once":
        return
    is_full = plan.edition.foot == "full"
    page = voice.say("foot", "Page {page} of {pages}", page=PAGE, pages=PAGES)
    told = foot_told(voice)
    language = (" · ", ltr(told.language)) if told.language else ()
    if not is_full:
        yield _foot(voice, joined(_state(voice), *language))
        yield _foot(voice, page)
        return
    yield _foot(voice, joined(_state(voice), *language, " · ", _mark(voice, told.mark)))
    yield _foot(voice, joined(_review(voice), " · ", page))


@dataclass(frozen=True, slots=True)
class FootTold:
    """What the foot of each page tells besides state, id, version, day of review and page."""

    language: str
    """The language's English name, empty where the line has no room for it."""
    mark: str
    """The mark of the exact texts, of fewer digits where the line has no room for all."""


def foot_told(voice: Voice) -> FootTold:
    """Return what the foot tells: as much as has room on one line, on a notice on two.

    The mark's first digits tell texts apart as well, so that the language counts more. A short
    foot tells no more than the language, and that in large print: a booklet is known by its cover.
    """
    plan = voice.plan
    page = voice.say("foot", "Page {page} of {pages}", page=PAGE, pages=PAGES)
    if plan.edition.foot != "full":
        named = plan.is_translation and not plan.edition.folding
        told = joined(_state(voice), plan.language_english, page)
        return FootTold(plan.language_english if named and _has_room(plan, told) else "", "")
    short = "-".join(one[:_SHORT] for one in plan.mark.split("-"))
    language = plan.language_english
    ways = (FootTold(language, plan.mark), FootTold(language, short), FootTold("", plan.mark))
    for one in ways:
        told = joined(_state(voice), one.language, _mark(voice, one.mark), _review(voice), page)
        if _has_room(plan, told) or (plan.edition.shows == "languages" and one.mark == short):
            return one
    return FootTold("", short)


def _has_room(plan: SheetPlan, told: Text) -> bool:
    text = "".join(plain(told).split())
    wide = sum(letters_wide(letter) > 1 for letter in text)
    sizes = (letters_wide(text) - 2 * wide + _SIGNS) * _LETTER + wide
    size = plan.edition.staff_type or plan.edition.smallest_type
    return sizes * size <= PAPERS[plan.paper].width - 2 * _MARGIN - _BETWEEN


_SHORT = 6
"""Digits of each part of a mark that is shortened."""

_LETTER = 0.565
"""How wide a letter of the foot is, in sizes of its type, with its part of the spaces: the widest
mean of the shipped languages. One of full width is as wide as its size."""

_SIGNS = 4
"""Signs that stand between its parts."""

_MARGIN, _BETWEEN = 51.0, 11.4
"""Points at either side of the page, and between the two halves of the foot."""


def imprint(voice: Voice, *, with_title: bool = True) -> Iterator[Passage]:
    """Yield what the foot says elsewhere, where it is short or missing."""
    if voice.plan.edition.foot == "full":
        return
    yield voice.tell("imprint", joined(_state(voice), " · ", _languages(voice)))
    yield voice.tell("imprint", _review(voice))
    if voice.plan.is_translation and with_title:
        yield voice.tell("imprint", _source_title(voice))
    yield voice.tell("imprint", _mark(voice, voice.plan.mark))


def card(voice: Voice) -> Iterator[Passage]:
    """Yield the card that the reader may cut out."""
    yield voice.tell("hint on the card", voice.say("card", "Cut out and keep with you"))
    yield from first_service(voice)
    sentences = [
        block
        for note in opening(voice)
        for block in note.children
        if any(part.text == "emergency" for part in block.content if part.kind != "text")
    ]
    if sentences:
        first = sentences[0]
        yield voice.tell("sentence on the card", running(voice, first.content), gap=first.gap)
    clinic = voice.plan.clinic
    if clinic and voice.plan.clinic_on_card:
        yield from _clinic_lines(voice, clinic)
    elif clinic:
        yield voice.tell("clinic’s name", _own_direction(clinic.name))
        yield from _clinic_numbers(voice)
    elif not voice.plan.edition.folding:  # else the frame below the card says so
        yield voice.tell("clinic’s name", voice.say("clinic", "Your clinic"))
        text = "Space for the clinic’s stamp, name and telephone number"
        yield voice.tell("space for a stamp", voice.say("clinic", text))


def clinic_area(voice: Voice) -> Iterator[Passage]:
    """Yield the clinic's name, address and numbers, or what asks for its stamp."""
    clinic = voice.plan.clinic
    yield voice.tell("heading", voice.say("clinic", "Your clinic"))
    if not clinic:
        text = "Space for the clinic’s stamp, name and telephone number"
        yield voice.tell("space for a stamp", voice.say("clinic", text))
        return
    yield from _clinic_lines(voice, clinic)


def _clinic_lines(voice: Voice, clinic: Clinic) -> Iterator[Passage]:
    for line in (clinic.name, *clinic.address):
        yield voice.tell("clinic’s address", _own_direction(line))
    yield from _clinic_numbers(voice)
    if clinic.hours:
        hours = _own_direction(clinic.hours_in(voice.plan.locale.tag))
        told = voice.say("clinic", "Opening hours: {hours}", hours=hours)
        yield voice.tell("clinic’s hours", told)
    for address in filter(None, (clinic.email, printed_address(clinic.website))):
        yield voice.tell("clinic’s address", ltr(address))


def _clinic_numbers(voice: Voice) -> Iterator[Passage]:
    clinic = voice.plan.clinic
    if not clinic:
        return
    whom = clinic.second_name_in(voice.plan.locale.tag)
    second = joined(_own_direction(whom), ": ", ltr(clinic.second_phone))
    for number, told in (
        (
            clinic.phone,
            voice.say("clinic", "Telephone: {number}", number=ltr(clinic.phone)),
        ),
        (clinic.second_phone, second),
        (
            clinic.interpreter,
            voice.say("clinic", "Interpreter: {number}", number=ltr(clinic.interpreter)),
        ),
    ):
        if number:
            yield voice.tell("clinic’s number", told)


def web_area(voice: Voice) -> Iterator[Passage]:
    """Yield where the sheet is on the web, if anywhere."""
    address = voice.plan.sheet_address
    if address and voice.plan.edition.shows == "article":
        text = "This sheet on the web: {address}"
        told = voice.say("clinic", text, address=ltr(printed_address(address)))
        yield voice.tell("sheet’s address", told)


def references(voice: Voice, works: Iterable[Markup]) -> Iterator[Passage]:
    """Yield the list of cited works."""
    told = list(reference_entries(works))
    if told:
        yield from references_head(voice)
        if voice.plan.edition.running_heads:
            again = voice.tell("running head", voice.say("references", "References"))
            yield replace(again, running_head=True)
    yield from told


def references_head(voice: Voice) -> Iterator[Passage]:
    """Yield what stands above the list of cited works."""
    yield voice.tell("heading", voice.say("references", "References"))
    text = "This list was added by the publisher. It is in English so that the works can be found."
    yield voice.tell("label", voice.say("references", text))


def reference_entries(works: Iterable[Markup]) -> Iterator[Passage]:
    """Yield the cited works, which stand over the whole width."""
    for work in works:
        yield passage("reference", (str(Markup(work).striptags()),), rtl=False)


def colophon(voice: Voice, *, with_web: bool = True) -> Iterator[Passage]:
    """Yield who is behind the sheet."""
    plan, gap = voice.plan, sentence_gap(voice.plan.locale.name)
    yield voice.tell("heading", voice.say("colophon", "About this sheet"))
    yield from _awaits(voice)
    if plan.now_version:
        text = "Version {version} of this sheet. The original is now version {current}."
        told = voice.say(
            "release", text, version=ltr(plan.source.version), current=ltr(plan.now_version)
        )
        yield voice.tell("line of the release", told)
    if plan.edition.shows == "article":
        yield _whose_words(voice)
    for rests in footings(voice):
        yield voice.tell("line of records", rests)
    made = list(_credits(voice))
    if made:
        told = made[0]
        for credit in made[1:]:
            told = joined(told, gap, credit)
        yield voice.tell("line of credits", told)
    if plan.tells_translation:
        text = "If this translation and the original ({language}) differ, the original counts."
        language = language_in_sentence(plan.source.language, plan.locale.name)
        yield voice.tell("paragraph", voice.say("colophon", text, language=language))
    publisher = plan.publisher
    told = voice.say(
        "colophon", "Published by {publisher}.", publisher=_own_direction(publisher.name)
    )
    licence = publisher.licence or plan.source.rights
    if licence:
        text = "Licence: {licence}."
        told = joined(told, gap, voice.say("colophon", text, licence=_own_direction(licence)))
    text = "If a word or a number is wrong, please write to {address}."
    address = _own_direction(publisher.corrections)
    yield voice.tell("paragraph", joined(told, gap, voice.say("colophon", text, address=address)))
    if publisher.owner:
        yield voice.tell("paragraph", _own_direction(f"© {publisher.owner}"))
    if with_web:
        yield from web_area(voice)


def _whose_words(voice: Voice) -> Passage:
    """Return what an article is no substitute for, and which words are not its author's."""
    plan, gap = voice.plan, sentence_gap(voice.plan.locale.name)
    told = voice.say("colophon", "This sheet does not replace advice from a doctor or a therapist.")
    if any(
        block.kind == "container"
        and (block.name.startswith("crisis") or block.name.endswith("addition"))
        for block in plan.source.body
    ):
        framed = "What stands in a frame was added by the publisher"
        if plan.lists_works:
            framed = "What stands in a frame and the reference list were added by the publisher"
        text = f"{framed}; all other words are the author’s."
        told = joined(told, gap, voice.say("colophon", text))
    return voice.tell("paragraph", told)


def _awaits(voice: Voice) -> Iterator[Passage]:
    """Yield what a proof still waits for."""
    plan = voice.plan
    if plan.state in ("approved", "draft", "test"):
        return
    services = "services" in plan.awaits
    told = {
        "the text awaits a second reader.": "reader" in plan.awaits and "text" not in plan.awaits,
        "a service or an emergency number still awaits confirmation.": services
        and "text" not in plan.awaits,
        "the text awaits a clinician.": "text" in plan.awaits and not services,
        "the text awaits a clinician, and each service awaits confirmation.": services
        and "text" in plan.awaits,
    }
    said = [
        voice.say("band", f"Proof – not approved: {what}") for what, holds in told.items() if holds
    ]
    if said:
        gap = sentence_gap(plan.locale.name)
        yield voice.tell(
            "mark of a proof", joined(said[0], *(part for one in said[1:] for part in (gap, one)))
        )


def write_on(voice: Voice, count: int) -> Iterator[Passage]:
    """Yield the headings over lines to write on as often as there may be need of them."""
    for _ in range(count):
        for text in (_QUESTIONS, "Notes"):
            yield replace(_over_lines(voice, text), optional=True)


_QUESTIONS = "Questions for my next visit"


def questions(voice: Voice) -> Passage:
    """Return the heading over lines for questions, where a panel has nothing else."""
    return _over_lines(voice, _QUESTIONS)


def room_for_notes(voice: Voice) -> Passage:
    """Return the heading over lines to write on, for which a last page may have room."""
    return replace(_over_lines(voice, "Notes"), optional=True)


def _over_lines(voice: Voice, text: str) -> Passage:
    return voice.tell("heading over lines to write on", voice.say("notes", text))


def shortened(voice: Voice) -> Passage:
    """Return the line that says how to have what is not on it."""
    text = "Ask us for the full sheet if you want the list of cited works."
    if voice.plan.omits == "passages":
        text = (
            "This brochure is shortened. Ask us for the full sheet: it has every passage and the "
            "list of cited works."
        )
    return voice.tell("paragraph", voice.say("brochure", text))


def _own_direction(text: str) -> Text:
    return (Isolate((text,), direction_of_text(text) == "rtl"),)


def _source_title(voice: Voice) -> Text:
    source = voice.plan.source
    rtl = direction_of(source.language) == "rtl"
    return (Isolate((plain_text(source.title.content),), rtl),)


def _foot(voice: Voice, text: Text) -> Passage:
    digits = voice.plan.locale.typography.digits
    return passage("foot", text, rtl=voice.rtl, every_page=True, digits=digits)


def _state(voice: Voice) -> Text:
    plan = voice.plan
    if plan.is_test:
        return ltr(TEST_MARK)
    if plan.is_draft:
        return voice.say("foot", "Draft")
    return voice.say("foot", "Approved" if plan.state == "approved" else "Proof")


def _languages(voice: Voice) -> Text:
    name = voice.plan.locale.name
    own, english = own_language_name(name), language_name(name, "en")
    marked = Isolate((own,), voice.rtl)
    return (marked,) if own == english else (Isolate((english,)), " – ", marked)


def _mark(voice: Voice, mark: str) -> Text:
    source = voice.plan.source
    return ltr(f"{source.id} {source.version} · {mark}")


def _review(voice: Voice) -> Text:
    day = short_date(voice.plan.source.review_by, voice.plan.locale)
    return voice.say("foot", "Review by {date}", date=day)


_CREDITS = {
    "translation": "Translation: {who}, {date}.",
    "reviser": "Revision: {who}, {date}.",
    "editor": "Editing: {who}, {date}.",
    "clinician": "Clinical approval: {who}, {date}.",
    "back-translation": "Translated back: {who}, {date}.",
    "field-test": "Tried out with readers: {count}, {date}.",
}
_TRIED = ("back-translation", "field-test")


def _credits(voice: Voice) -> Iterator[Text]:
    plan = voice.plan
    stated: list[tuple[str, Translator | Approval | Evidence]] = []
    if plan.tells_translation:
        stated += [("translation", one) for one in plan.translators]
    for role in ("reviser", "editor", "clinician"):
        stated += [(role, one) for one in plan.approvals if one.role == role]
    for kind in _TRIED:
        stated += [(kind, one) for one in plan.evidence if one.kind == kind]
    rows = {(role, one.by, one.named, one.on): (role, one) for role, one in stated}
    for role, one in rows.values():
        if isinstance(one, Translator) and one.machine:
            who = voice.say("credits", "made by a computer (language model)")
        elif one.named:
            who = _own_direction(one.by)
        else:
            who = voice.say("credits", "a person on record who is not named here")
        day = short_date(one.on, plan.locale)
        count = voice.number(one.readers if isinstance(one, Evidence) else 0)
        context = "evidence" if role in _TRIED else "credits"
        yield voice.say(context, _CREDITS[role], who=who, count=count, date=day)
