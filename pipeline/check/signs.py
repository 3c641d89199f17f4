"""Signs before numbers: −5 °C is not 5 °C.

A minus is one before a number in itself, or a hyphen before degrees. A translation may say it in a
word of its language, and say below zero. A language of which no such word is on record is not
judged.
"""

import re
from collections.abc import Iterator, Sequence

from pipeline.check.digits import western
from pipeline.records.in_force import shipped
from pipeline.values.lazy_regex import lazy_regex
from pipeline.values.locale import language_of

_DEGREES = r"(?:\s?(?:to|and|or|[-–])\s?[-−–]?\d+(?:[.,]\d+)?)?\s?(?:°|degrees?\b)"
_NUMBER = r"(?P<number>\d+(?:[.,]\d+)?)"
_SIGNED = lazy_regex(
    rf"(?<![\w.,)\]°%])(?:−{_NUMBER}|[-–](?P<degrees>\d+(?:[.,]\d+)?)(?={_DEGREES}))"
    rf"|\bminus (?P<word>\d+(?:[.,]\d+)?)"
    rf"|(?P<below>\d+(?:[.,]\d+)?)\s?(?:°\s?[CF]?|degrees?(?: \w+)?)? below (?:zero|freezing)",
    re.IGNORECASE,
)
_BELOW = lazy_regex(
    r"\b(?:minus|negative|below (?:zero|freezing)|subzero|loss|less)\b", re.IGNORECASE
)
_ADDED = lazy_regex(r"(?<![A-Za-z\u00c0-\u04ff\d.,)\]°%])(?<!\d\s)[-−](\d+(?:[.,٫]\d+)?)\s?°")


def other_signs(source: str, target: str, locale: str) -> Iterator[tuple[str, str]]:
    """Yield numbers whose minus a translation lost or added: as the English has them, and here."""
    if not ("°" in source or "−" in source or _BELOW.search(source)):
        return
    words = shipped("limits").get(language_of(locale), {}).get("minus")
    plain = western(target).replace("٫", ".")
    signed = [
        (match[0], next(filter(None, match.groups())).replace(",", "."))
        for match in _SIGNED.finditer(source)
    ]
    if signed and words and not re.search(words, target, re.IGNORECASE):
        yield from _lost(signed, plain)
    if not signed and not _BELOW.search(source):
        for match in _ADDED.finditer(plain):
            number = match[1].replace(",", ".")
            if re.search(rf"(?<![\d.]){re.escape(number)}(?![\d.])", source):
                yield match[1], f"−{match[1]}"


def _lost(signed: Sequence[tuple[str, str]], plain: str) -> Iterator[tuple[str, str]]:
    for text, number in signed:
        written = re.escape(number).replace(r"\.", "[.,]")
        there = rf"(?<![\d.,]){written}(?![.,]?\d)"
        count = len(re.findall(there, plain))
        if count and len(re.findall(rf"[-−–‑﹣－]\s?(?:{there})", plain)) < min(
            count, sum(one == number for _, one in signed)
        ):
            yield text, number
