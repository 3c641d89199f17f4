"""Colour, on terminals only: it helps the eye find errors, and says nothing that words do not."""

import os
import re
from typing import TextIO

_RED, _YELLOW, _GREEN, _BOLD, _PLAIN = "\033[31m", "\033[33m", "\033[32m", "\033[1m", "\033[0m"

_MARKS = (
    (re.compile(r"(?m)(?<=: )error(?= [A-Z]{3}\d{3}: )"), _BOLD + _RED),
    (re.compile(r"(?m)(?<=: )warning(?= [A-Z]{3}\d{3}: )"), _YELLOW),
    (re.compile(r"(?m)^    fix:(?= )"), _BOLD),
    (re.compile(r"\b(PROOF|DRAFT with gaps|LAYOUT TEST)\b"), _BOLD + _YELLOW),
    (re.compile(r"\bAPPROVED\b"), _BOLD + _GREEN),
    (re.compile(r"(?m)^refused:|^polyleaf:"), _BOLD + _RED),
)


def wants_colour(stream: TextIO) -> bool:
    """Say whether a stream is a terminal that shows colours, and nobody asked for none.

    ``NO_COLOR`` with any value asks for none: https://no-color.org/.
    """
    is_plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not is_plain and stream.isatty()


def coloured(text: str, stream: TextIO) -> str:
    """Return a text as a stream shows it."""
    if not wants_colour(stream):
        return text
    for pattern, colour in _MARKS:
        text = pattern.sub(lambda match, colour=colour: f"{colour}{match[0]}{_PLAIN}", text)  # type: ignore[misc]
    return text
