"""Lists as a sentence has them: what stands between their things."""

import re
from collections.abc import Sequence
from typing import Any, Literal

from babel.lists import format_list

from pipeline.records.typography import cldr, nearest_row

_STYLES: dict[str, Literal["standard", "or"]] = {"all": "standard", "any": "or", "numbers": "or"}
"""CLDR's names of the kinds of lists."""


def all_of(items: Sequence[str], locale: str) -> str:
    """Join things that go together: ``English and Spanish``."""
    return _joined(list(items), "all", locale)


def any_of(items: Sequence[str], locale: str) -> str:
    """Join alternatives: ``parents or friends``."""
    return _joined(list(items), "any", locale)


def any_number_of(numbers: Sequence[str], locale: str) -> str:
    """Join telephone numbers to choose from, as they follow a verb: ``15 ou le 112``."""
    kind = "numbers" if nearest_row("joiners", "numbers", locale) else "any"
    return _joined(list(numbers), kind, locale)


def _joined(items: list[str], kind: str, locale: str) -> str:
    row = nearest_row("joiners", kind, locale)
    if not row:
        return format_list(items, style=_STYLES[kind], locale=cldr(locale))
    text = "".join(items[:1])
    for place, item in enumerate(items[1:], 2):
        text += _joiner(row, "last" if place == len(items) else "middle", item) + item
    return text


def _joiner(row: dict[str, Any], place: str, following: str) -> str:
    """Return what stands before a thing; marks of HTML around it are not heard."""
    heard = re.sub(r"<[^>]*>", "", following).lower()
    for exception in row.get("before", ()):
        if place in exception and re.match(exception["sound"], heard):
            return str(exception[place])
    return str(row[place])
