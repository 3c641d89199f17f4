"""Running text: what its emphasis, links, citations and placeholders come to on paper."""

from pipeline.compose.citation import printed_citation
from pipeline.compose.passages.services import emergency
from pipeline.compose.passages.text import Isolate, Text, joined
from pipeline.compose.passages.voice import Voice, ltr
from pipeline.compose.services import printed_address
from pipeline.compose.words import brackets
from pipeline.values.article import Inline, plain_text
from pipeline.values.citation import Citation


def running(voice: Voice, content: tuple[Inline, ...]) -> Text:
    """Return what a reader sees of running text."""
    return joined(*(_inline(voice, part) for part in content))


def _inline(voice: Voice, part: Inline) -> Text:
    match part.kind:
        case "text":
            return (part.text,)
        case "code":
            return ltr(part.text)
        case "emphasis" | "strong":
            return running(voice, part.children)
        case "break":
            return ("\n",)
        case "link":
            return _link(voice, part)
        case "citation" if part.citation:
            return citation(voice, part.citation)
        case "placeholder":
            return emergency(voice)
        case "footnote":
            number = voice.note_numbers.setdefault(part.text, len(voice.note_numbers) + 1)
            return (Isolate((f"[{voice.number(number)}]",), voice.rtl),)
        case _:
            return ()  # a picture has no letters


def citation(voice: Voice, cited: Citation) -> Text:
    """Return a citation in the locale's form; names and years keep their own direction."""
    plan = voice.plan
    pieces = printed_citation(cited, plan.references, plan.citation_form)
    told = joined(*(ltr(piece.text) if piece.name else piece.text for piece in pieces))
    return (Isolate(told, voice.rtl),)


def _link(voice: Voice, part: Inline) -> Text:
    told = running(voice, part.children)
    address = printed_address(part.target)
    if not part.target.startswith("http") or address in plain_text(part.children):
        return told
    before, after = brackets(voice.plan.locale.name)
    return joined(told, before, ltr(address), after)
