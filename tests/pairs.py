"""A text and its translation, as the rules judge them."""

from typing import Any

from pipeline.check.rule import Pair
from pipeline.check.rules import PAIR_RULES
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


def messages(judged: Pair, *codes: str) -> list[str]:
    """Return what the rules with these codes say of a pair."""
    return [
        fault.message
        for rule in PAIR_RULES
        if rule.code in codes and rule.check and (not rule.needs or rule.needs in judged.features)
        for fault in rule.check(judged)
    ]
