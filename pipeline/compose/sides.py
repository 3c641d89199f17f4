"""The two sides of a head's colon on a web page: the second begins a line where one is too short.

On paper `pipeline/typeset/ragged.py` sees to that; a browser knows nothing of sense.
"""

import re

from markupsafe import Markup, escape

from pipeline.values.heads import COLON

_PIECE = re.compile(r"<[^>]*>|[^<]+")
_SIDE = Markup('<span class="side">{}</span>')


def in_sides(text: str | Markup) -> Markup:
    """Return a head's text or HTML as HTML with an element around each side of its colon, if any.

    A colon within an element, such as a link or stressed words, parts nothing.
    """
    html = escape(text)
    end = _colon_end(html)
    if not end:
        return html
    second = html[end:].lstrip()
    gap = html[end : len(html) - len(second)]
    return _SIDE.format(html[:end]) + gap + _SIDE.format(second)


def _colon_end(html: str) -> int:
    """Return where the first colon ends that stands between words and within no element, or 0."""
    depth = 0
    pieces = list(_PIECE.finditer(html))
    for number, piece in enumerate(pieces):
        if piece[0].startswith("<"):
            depth += -1 if piece[0].startswith("</") else 1
        elif not depth:
            after = (one[0] for one in pieces[number + 1 :] if not one[0].startswith("<"))
            colon = COLON.search("".join((piece[0], *after)))
            if colon and colon.end() <= len(piece[0]):
                return piece.start() + colon.end()
    return 0
