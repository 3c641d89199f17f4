"""Who speaks on a sheet, or on one side of it: its plan, its services, its own words."""

from dataclasses import dataclass, field

from pipeline.compose.passages.text import Isolate, Text, filled, passage
from pipeline.compose.plan import SheetPlan
from pipeline.compose.services import PrintedServices
from pipeline.compose.words import in_digits
from pipeline.values.errors import PolyleafError
from pipeline.values.sheet import Passage


@dataclass(slots=True)
class Voice:
    """One language of a sheet."""

    plan: SheetPlan
    services: PrintedServices
    column: int = 0
    note_numbers: dict[str, int] = field(default_factory=dict)
    """Footnotes by label, numbered as their marks come."""

    @property
    def rtl(self) -> bool:
        """Whether it is read from right to left."""
        return self.plan.locale.rtl

    def say(self, context: str, text: str, **values: Text | str) -> Text:
        """Return one of the sheet's own words; a draft shows what is missing in English."""
        found = self.plan.words.usable((context, text))
        if found is not None:
            return filled(found, **values)
        if not self.plan.is_draft:
            raise PolyleafError(f"the sheet's own text '{text}' has no translation")
        return (Isolate(filled(text, **values)),)

    def tell(self, kind: str, text: Text, *, line: int = 0, gap: bool = False) -> Passage:
        """Return a passage in this voice; a gap of a draft is in the article's own language."""
        rtl = self.rtl and not gap
        return passage(kind, text, rtl=rtl, line=line, column=self.column)

    def number(self, number: int) -> str:
        """Write a number in the locale's digits."""
        return in_digits(str(number), self.plan.locale)


def ltr(text: str) -> Text:
    """Return what runs from left to right in every text: a number, an address."""
    return (Isolate((text,)),)
