"""Which text of an article an original was before somebody changed it in the catalog."""

from collections.abc import Sequence
from difflib import get_close_matches

MOST_COMPARED = 200
"""Texts among which the one is looked for that a damaged original was."""

_ALIKE = 0.8


def nearest_text(text: str, texts: Sequence[str]) -> str:
    """Return the text that is nearly the same as one, empty where none is."""
    return next(iter(get_close_matches(text, texts[:MOST_COMPARED], 1, _ALIKE)), "")
