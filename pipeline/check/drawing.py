"""SVG: whether one can be read and drawn, and which texts it shows.

It is read in Python. The typesetter reads it with a parser in C, where the sheet is set: in a
process that is bounded and walled in (docs/decisions, "Pictures are decoded behind the wall").
"""

import base64
import binascii
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote_to_bytes

from pipeline.parse.xml import Element, Limits, TooLargeError, XmlError, read_xml

MOST_BYTES = 5_000_000
"""Of a file: read, it takes a hundred times as much memory."""

MOST_PARTS = 20_000
"""Of a drawing, those counted again that are used again."""

MOST_ENTITIES = 100
"""Drawing programs define a dozen."""

DEEPEST = 200
"""So many parts may stand within each other."""

_LIMITS = Limits(elements=MOST_PARTS, depth=DEEPEST, names=MOST_ENTITIES, letters=MOST_BYTES)
_NAMESPACE = "{http://www.w3.org/2000/svg}"
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_TEXTS = ("text", "tspan", "textPath", "a", "foreignObject")
"""In what the typesetter or a browser shows letters."""

_TOO_MUCH = f"it draws more than {MOST_PARTS:,} parts, or nests too deep"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What is to be known of an SVG."""

    fault: str = ""
    """Why it cannot be drawn, empty where it can."""
    texts: tuple[str, ...] = ()
    """What it shows as text, as it is written."""


@lru_cache(maxsize=16)  # each locale of an article asks anew for the texts of its few pictures
def look_at_drawing(content: bytes) -> Drawing:
    """Read an SVG."""
    if len(content) > MOST_BYTES:
        has = f"it has {len(content) / 1e6:.1f} MB"
        return Drawing(fault=f"{has}; of an SVG {MOST_BYTES / 1e6:g} MB are read")
    try:
        root = read_xml(content, _LIMITS)
    except TooLargeError:
        return Drawing(fault=_TOO_MUCH)
    except XmlError as error:
        return Drawing(fault=f"this is not SVG: {error}")
    if root.name not in (f"{_NAMESPACE}svg", "svg"):
        return Drawing(fault=f"this is not SVG: it begins with <{root.name[:80]}>")
    if not _is_drawable(root):
        return Drawing(fault=_TOO_MUCH)
    texts = tuple(one.text() for one in _outermost_texts(root))
    within = [look_at_drawing(inner) for inner in _drawings_within(root)]
    fault = next(filter(None, (_undrawn(root, texts), *(one.fault for one in within))), "")
    return Drawing(fault=fault, texts=(*texts, *(text for one in within for text in one.texts)))


def _drawings_within(root: Element) -> Iterator[bytes]:
    """Yield the drawings that an SVG embeds as pictures; each is smaller than what holds it."""
    for one in root.elements():
        for name in _HREFS if one.local in _LOADING else ():
            head, comma, content = one.attributes.get(name, "").strip().partition(",")
            if comma and head.lower().startswith("data:image/svg+xml"):
                plain = unquote_to_bytes(content)
                with suppress(binascii.Error):
                    yield base64.b64decode(plain) if head.lower().endswith(";base64") else plain


def _undrawn(root: Element, texts: Sequence[str]) -> str:
    """Say what of an SVG the typesetter would leave out or draw wrongly, empty for nothing."""
    for one in root.elements():
        if one.local in _NOT_DRAWN and one.text().strip():
            return (
                f"its words are {_NOT_DRAWN[one.local]} ({one.local}) and would be missing: "
                f"“{_short(one.text())}”; save its text as paths"
            )
        parts = [one.attributes.get(name, "").strip() for name in _HREFS]
        if one.local in _LOADING and (address := next((it for it in parts if _is_outside(it)), "")):
            return f"a part of it lies elsewhere ({_short(address)}): embed that part"
    stacked = next((text for text in texts if any(map(_is_stacked, text))), "")
    if stacked:
        return (
            f"its letters join or stand on each other, and would be drawn one by one: "
            f"“{_short(stacked)}”; save its text as paths"
        )
    return ""


_NOT_DRAWN = {"foreignObject": "a web page's", "flowRoot": "of a draft of SVG"}
_LOADING = ("image", "use", "feImage")


def _is_outside(address: str) -> bool:
    return address != "" and not address.startswith(("#", "data:"))


def _is_stacked(letter: str) -> bool:
    """Say whether a letter joins others, runs from the right, or stands on another."""
    return (
        unicodedata.bidirectional(letter) in ("R", "AL") or unicodedata.category(letter)[0] == "M"
    )


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"


_QUOTED = 60
"""So many letters of a drawing are shown in a finding."""


def _is_drawable(root: Element) -> bool:
    """Say whether an SVG has no more parts than a page can bear, each counted where it is used."""
    by_id: dict[str, list[Element]] = {}
    for one in root.elements():
        by_id.setdefault(one.attributes.get("id", ""), []).append(one)
    waiting, count = [(root, 0)], 0
    while waiting:
        element, depth = waiting.pop()
        count += 1
        waiting += [(one, depth + 1) for one in element.content if isinstance(one, Element)]
        if element.local == "use":
            names = {element.attributes.get(name, "").removeprefix("#") for name in _HREFS}
            used = [one for name in names - {""} for one in by_id.get(name, ())]
            waiting += [(one, depth + 1) for one in used]
        if count + len(waiting) > MOST_PARTS or depth > DEEPEST:
            return False
    return True


def _outermost_texts(root: Element) -> list[Element]:
    """Return what shows letters, and not what stands within that."""
    found, waiting = [], [root]
    while waiting:
        element = waiting.pop()
        if element.local in _TEXTS:
            found.append(element)
        else:
            waiting += [one for one in reversed(element.content) if isinstance(one, Element)]
    return found
