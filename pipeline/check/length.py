"""How wide a translation is beside its source, measured in what its language usually takes."""

import re
import unicodedata

from pipeline.check.rule import Pair
from pipeline.check.writing import width_of_letters, words_of
from pipeline.records.characters import is_babble
from pipeline.values.language import Language

_RATIOS = {
    "ar": 0.86,
    "bn": 0.67,
    "de": 1.2,
    "el": 1.18,
    "es": 1.14,
    "fa": 0.92,
    "fil": 1.3,
    "fr": 1.23,
    "he": 0.85,
    "hi": 0.68,
    "ht": 0.91,
    "it": 1.17,
    "ja": 1.05,
    "ko": 0.93,
    "ne": 0.69,
    "nl": 1.09,
    "pa": 0.68,
    "pl": 1.12,
    "pt": 1.12,
    "ro": 1.08,
    "ru": 1.1,
    "sw": 1.07,
    "th": 0.87,
    "tr": 1.17,
    "uk": 1.05,
    "ur": 1.03,
    "vi": 1.0,
    "zh": 0.7,
}
"""Widths of a letter for each letter of the English, a character of Han, kana or Hangul about two:
medians of the sentence pairs in ``tests/corpus``, for el, fil, ht, ne, nl, pa, ro, sw and ur of
the shipped article."""


def usual_ratio(language: Language) -> float:
    """Return how wide a text usually is for each letter of its English source."""
    return _RATIOS.get(language.locale.split("_")[0], 1.0)


def share_said(pair: Pair) -> float:
    """Return a translation's width, 1 for the usual one; 1 too where the source has no letters."""
    source = width_of_letters(_OF_CLOCK.sub(" ", pair.source.plain))
    if not source:
        return 1.0
    share = width_of_letters(pair.target.plain) / usual_ratio(pair.language) / source
    known = pair.language.locale.split("_")[0] in _RATIOS
    return share if known or share < _SURELY_CUT else 1.0


_OF_CLOCK = re.compile(
    r"(?<=\d)(?:\s?[ap]\.?m\b\.?|(?:\s?o[’']clock)?\sin the (?:morning|afternoon|evening)\b)",
    re.IGNORECASE,
)
"""What a clock of 24 hours leaves out."""

_SURELY_CUT = 0.4
"""Below it a text is cut whatever the language, even where nobody has measured its usual length."""


def is_filler(text: str) -> bool:
    """Say whether a text is one word over and over, or a few letters."""
    words = words_of(text)
    return (len(words) > 2 and len(set(words)) == 1) or is_babble(text)


def breaks_off(pair: Pair) -> bool:
    """Say whether a translation ends with a comma where its source does not."""
    source, target = pair.source.plain.rstrip(), pair.target.plain.rstrip()
    if pair.language.script == "Grek" and target.endswith(_GREEK_QUESTION):
        return not source.endswith(("?", *_COMMAS))
    return target.endswith(_COMMAS) and not source.endswith(_COMMAS)


def lost_its_end(pair: Pair) -> bool:
    """Say whether a text closes its sentences but the last, which its source closes too."""
    return ends_open(pair) and any(stop in pair.target.plain for stop in _STOPS)


def ends_open(pair: Pair) -> bool:
    """Say whether a text ends with a letter where its source ends with a full stop."""
    target = pair.target.plain.rstrip()
    return (
        pair.source.plain.rstrip().endswith(_STOPS)
        and pair.language.script not in WITHOUT_STOPS
        and unicodedata.category(target[-1:] or ".")[0] in "LM"
    )


WITHOUT_STOPS = ("Thai", "Laoo")
"""Scripts that part sentences by a space alone."""

_STOPS = (".", "!", "?", "。", "！", "？", "؟", "۔", "।", "።", "։")

_COMMAS = (",", "،", "、", "，", "؛", ";")

_GREEK_QUESTION = (";", "\u037e")
"""What stands for the question mark in Greek; Unicode's own sign for it becomes the semicolon."""
