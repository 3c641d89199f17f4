"""What a page says of its pieces of content: language, standing, words behind glyphs."""

import re
from collections.abc import Sequence
from typing import Any

from pipeline.records.characters import REORDERED
from pipeline.typeset.finish import Mark
from pipeline.typeset.typesetter import box_classes


def watch_marks(page: Any) -> list[tuple[Any, dict[Any, Any]]]:
    """Gather what a page says of its pieces of content while it is painted.

    WeasyPrint forgets it once the structure is built. Each piece comes with its box.
    """
    gathered: list[tuple[Any, dict[Any, Any]]] = []
    paint = page.paint

    def painting(stream: Any, scale: float = 1) -> None:
        paint(stream, scale)
        gathered.append((page._page_box, dict(stream._tags)))

    page.paint = painting
    return gathered


def read_marks(gathered: Sequence[tuple[Any, dict[Any, Any]]]) -> dict[int, Mark]:
    """Return language and standing of each piece of a page's content, by its number."""
    boxes = box_classes()

    ((page, tags),) = gathered
    margin = {
        id(part): "Header" if child.at_keyword == "@top-center" else "Footer"
        for child in page.children
        if isinstance(child, boxes.MarginBox)
        for part in child.descendants()
    }
    return {
        tag["mcid"]: Mark(
            language=str(box.style["lang"] or ""),
            in_margin=margin.get(id(box), ""),
            words=_words(box) if isinstance(box, boxes.TextBox) else "",
        )
        for box, tag in tags.items()
    }


_SYLLABLES = re.compile(f"[{REORDERED}]")


_SLOPING = ("ur", "ks", "pnb")
"""Languages in Nastaliq, whose words slope: their letters stand on no common line. An Arabic name
in an Urdu sheet's list of works, which is in English, is set in it too."""


_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f]")


def _words(box: Any) -> str:
    """Return what a piece of text says, where its glyphs do not tell it letter by letter."""
    language = str(box.style["lang"] or "").partition("-")[0]
    slopes = language in _SLOPING or "Nastaliq" in "".join(box.style["font_family"])
    is_sloping = slopes and _ARABIC.search(box.text)
    return str(box.text).replace("\u200b", "") if is_sloping or _SYLLABLES.search(box.text) else ""
