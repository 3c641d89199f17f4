"""What a PDF says to who hears it: its language, its title, and what its pictures show."""

import unicodedata
from collections import Counter
from collections.abc import Iterator

from pipeline.values.judged import Heard
from pipeline.verify.page import read_heard


def unheard(pdf: bytes, heard: Heard) -> Iterator[tuple[str, str]]:
    """Yield what a PDF does not say as it should: what it is, and its words."""
    language, title, found = read_heard(pdf, figures=bool(heard.alternatives))
    if language != heard.language:
        yield "language", heard.language
    if _letters(title) != _letters(heard.title):
        yield "title", heard.title
    left = Counter(map(_letters, found))
    for text in heard.alternatives:
        if not left[_letters(text)]:
            yield "alternative text of a picture", text
        left[_letters(text)] -= 1


def _letters(text: str) -> str:
    """Return a text without spaces and without the marks that only set its direction."""
    return "".join(one for one in text if not one.isspace() and unicodedata.category(one) != "Cf")
