"""A text and its translation, as the rules judge them."""

from typing import Any

from pipeline.check.rule import Pair
from pipeline.records.language import language_named


def pair(locale: str, text: str, translation: str, **more: Any) -> Pair:
    """Return an English text with its translation into a locale; ``more`` are fields of a pair."""
    return Pair(
        text=text,
        translation=translation,
        language=language_named(locale),
        source_language=language_named("en"),
        **more,
    )
