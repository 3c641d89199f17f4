"""Full-width marks that follow each other stand close, as printers set them.

A closing bracket or a comma is half a letter wide, and half white; before another mark that is a
hole. There it is set without its white (JLREQ 3.1.4, CLREQ 3.1.6), by the font's own half forms. A
Chinese dash is two letters long, in one stroke as strong as theirs.
"""

from collections.abc import Sequence

from markupsafe import Markup

from pipeline.values.lazy_regex import lazy_regex

LANGUAGES = ("ja", "zh")
"""Languages that have such marks."""

_CLOSING, _OPENING = "）」』】〉》。，、；：", "（「『【〈《“‘"

_BEFORE = lazy_regex(f"[{_CLOSING}](?=[{_CLOSING}{_OPENING}”’])|[”’](?=[{_CLOSING}{_OPENING}])")
"""A mark before another: what closes, or parts, before what opens or closes."""

_INLINE = lazy_regex(r"</?(?:a|bdi|em|i|span|strong|sup)\b[^>]*>")

_HALF = Markup('<span class="half">{}</span>')

_DASH = lazy_regex("\u2014{2}")
_WHOLE = Markup('<span class="dash">{}</span>')


def tightened(pieces: Sequence[str]) -> list[str]:
    """Return the tags and texts of a page with a mark before another set in half its width.

    What follows a mark may stand in another element of the same line. Each dash is an element.
    """
    made = [*pieces]
    following = ""
    for place in reversed(range(len(made))):
        piece = made[place]
        if piece.startswith("<"):
            following = following if _INLINE.fullmatch(piece) else ""
            continue
        text = piece + following
        made[place] = _BEFORE.sub(lambda found: _HALF.format(found[0]), text)
        made[place] = made[place].removesuffix(following)
        made[place] = _DASH.sub(lambda found: _WHOLE.format(found[0]), made[place])
        following = piece[:1] or following
    return made
