"""Raised and lowered digits: m² is not m³, CO₂ no CO₃, 10⁻⁶ no 10⁻⁵, and T₃ no T₄.

A language may write the same digit on the line (B12 for B₁₂), or say it in words (metros
cuadrados). So one is told only where another stands in its place, or beside another base.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pipeline.check.digits import western

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
LOWERED = "₀₁₂₃₄₅₆₇₈₉"

_RAISED_OR_LOWERED = re.compile(
    rf"(?P<base>(?:\d+[.,]?)*\d|[^\W\d_{RAISED}{LOWERED}]+|\))"
    rf"(?P<digits>[⁺⁻]?[{RAISED}]+[⁺⁻]?|[₊₋]?[{LOWERED}]+)"
)


class Exponent(NamedTuple):
    """Digits above or below the line, and what stands before them."""

    base: str
    value: str
    text: str


@lru_cache(maxsize=4_096)
def exponents(text: str) -> tuple[Exponent, ...]:
    """Return the raised and lowered digits of a text, in their order."""
    if text.isascii():
        return ()
    found = []
    for match in _RAISED_OR_LOWERED.finditer(western(text)):
        value = unicodedata.normalize("NFKC", match["digits"]).replace("\u2212", "-")
        kind = "_" if match["digits"][-1] in LOWERED else "^"
        base = match["base"].casefold()
        found.append(Exponent(base, f"{kind}{value}", match[0]))
    return tuple(found)


def other_exponents(source: str, target: str) -> Iterator[tuple[str, str]]:
    """Yield raised and lowered digits of a source, each with what a translation has instead."""
    wanted = exponents(source)
    found = exponents(target) if wanted else ()
    if not wanted or not found:
        return
    values, there = (Counter(one.value for one in side) for side in (wanted, found))
    lost, added = values - there, there - values
    if lost and added:
        one = next(one for one in wanted if one.value in lost)
        yield one.text, next(other.text for other in found if other.value in added)
    elif not lost and not added and (turned := _turned(source, wanted, found)):
        yield turned


def _turned(
    source: str, wanted: tuple[Exponent, ...], found: tuple[Exponent, ...]
) -> tuple[str, str] | None:
    """Return the same digits where they have changed places: among bases, or in their order.

    A base that another script spells (м², СО₂) is no other one, and a language may name the whole
    before its part.
    """
    here, there = (Counter((one.base, one.value) for one in side) for side in (wanted, found))
    bases = (Counter(one.base for one in side) for side in (wanted, found))
    if here != there and next(bases) == next(bases):
        one = next(one for one in wanted if (one.base, one.value) not in there)
        return one.text, next(other.text for other in found if other.base == one.base)
    is_pair = here == there and len(wanted) == len(here) == _PAIR
    are_powers = all(one.base.isdecimal() for one in wanted)
    if is_pair and are_powers and wanted[0] != found[0] and not _OF.search(source):
        return wanted[0].text, found[0].text
    return None


_PAIR = 2
_OF = re.compile(r"\b(?:of|in|per|out|from|for every)\b", re.IGNORECASE)
"""What parts a whole from its part."""
