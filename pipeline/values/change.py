"""How much a change of the source means for its translations."""

from dataclasses import dataclass
from enum import IntEnum


class Weight(IntEnum):
    """What kind a change is; the heavier of two has the higher number."""

    SIGNS = 1
    """Only quotes, spaces, dashes or capitals of emphasis: the translation stays as it is."""
    CODES = 2
    """Only citations, links or placeholders: they are put into the translation again."""
    WORDING = 3
    """Other words: the translation is offered to be brought up to date."""
    SAFETY = 4
    """A number, a negation, a dose, an age, safety wording or a crisis note: translated anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A text that its author changed, as translators are told of it."""

    weight: Weight
    before: str
    """The text as it was translated."""
    after: str
