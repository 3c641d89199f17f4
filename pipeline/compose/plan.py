"""Everything that decides what stands on one sheet."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from pipeline.compose.offer import Offer
from pipeline.records.typography import language_name
from pipeline.values.approval import Approval, Evidence, Translator
from pipeline.values.article import Article
from pipeline.values.citation import CitationForm, Reference
from pipeline.values.locale import Locale
from pipeline.values.message import Catalog
from pipeline.values.publisher import Clinic, Publisher
from pipeline.values.region import Region
from pipeline.values.sheet import Edition

TEST_MARK = "Layout test"
"""What a sheet in a pseudo-locale bears, in English: it is for staff, amid made-up words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPlan:
    """One sheet before it is composed."""

    source: Article
    article: Article
    """The same article in the sheet's locale; both as the edition lays them out."""
    locale: Locale
    words: Catalog
    """The sheet's own words in that locale."""
    region: Region | None
    publisher: Publisher
    clinic: Clinic | None
    references: Mapping[str, Reference]
    citation_form: CitationForm
    edition: Edition
    paper: str
    is_paper_asked: bool = False
    """Whether the command named the paper, so that it goes on no other that it could have named."""
    state: str
    """``draft``, ``proof`` or ``approved``: what the sheet says of itself; ``test`` where it is in
    a pseudo-locale."""
    awaits: tuple[str, ...] = ()
    """What a proof still lacks: ``reader``, a second one; ``text``, its clinician; ``services``."""
    lacks: tuple[str, ...] = ()
    """The roles of the publisher's policy that nobody has filled for these words."""
    translation: str = ""
    """The first eight digits of the hash of the translation's wording; empty for the source."""
    approvals: tuple[Approval, ...] = ()
    """Those that hold for these very words."""
    translators: tuple[Translator, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    """How these very words were tried."""
    new_words: frozenset[tuple[str, str]] = frozenset()
    """Those of its own words that came with a newer program than its approvals."""
    release: str = ""
    """The version of the release that is printed, empty where it is the working text."""
    now_version: str = ""
    """The original's version now, where an earlier one is printed."""
    records: tuple[tuple[str, str, str], ...] = ()
    """Of each record of services that the sheet prints: its name (``US/988``), the first eight
    digits of its hash, and the day on which a person confirmed it, empty for none."""
    finder: str = ""
    """Where to look for a service when the sheet can name none: a web address."""
    names: Mapping[str, Locale]
    """Languages of names on the sheet that are in another script, by tag: each brings its fonts."""
    borrowed: tuple[str, ...] = ()
    """Families for letters of other scripts in the article's and the clinic's texts."""
    images: Mapping[str, bytes]
    """The images of the article and the clinic's logo, by their names below ``source/``."""
    is_shortened: bool = False
    """Whether the edition leaves out passages that the article has."""
    sheet_address: str = ""
    """Where this sheet lies on the web, empty where nobody has said."""
    terms: tuple[str, ...] = ()
    """How the glossary says its terms in the locale: titles and heads keep them on one line."""
    beside: "SheetPlan | None" = None
    """The same sheet in the language beside it: the source's, or that of another translation."""

    offers: tuple[Offer, ...] = ()
    """The languages that a notice names, in the order in which it does."""
    named: tuple[str, ...] = ()
    """The locales that it was asked to name, and no others; empty for all of them."""

    is_beside: bool = False
    """Whether it stands beside a translation, and says of both what they may claim."""

    @property
    def clinic_on_card(self) -> bool:
        """Whether the card has all that is said of the clinic.

        So it is where an edition asks for it, and in a booklet whose back has no room to say name
        and numbers on the card and once more below it.
        """
        if self.edition.clinic_on_card:
            return True
        is_booklet = self.edition.folding and self.edition.has_card
        return bool(is_booklet and self.clinic and _lines_of(self.clinic) > _MOST_LINES)

    @property
    def cites_works(self) -> bool:
        """Whether its text names works that a reference list tells in full."""
        return not self.source.literal_citations and any(True for _ in self.source.citations())

    @property
    def lists_works(self) -> bool:
        """Whether the reference list stands on it."""
        return self.edition.has_references and self.cites_works

    @property
    def omits(self) -> str:
        """What a handout has and this sheet has not: ``passages``, ``works`` alone, or nothing."""
        if self.is_shortened:
            return "passages"
        return "works" if self.cites_works and not self.lists_works else ""

    @property
    def is_draft(self) -> bool:
        """Whether English shows where a translation is missing."""
        return self.state == "draft"

    @property
    def is_test(self) -> bool:
        """Whether the words mean nothing: nobody may be handed this sheet."""
        return self.state == "test"

    @property
    def is_translation(self) -> bool:
        """Whether the sheet is in another language than its article."""
        return self.locale.name != self.source.language

    @property
    def tells_translation(self) -> bool:
        """Whether it says who translated, and which text counts."""
        return self.is_translation or self.is_beside

    @property
    def other_translation(self) -> "SheetPlan | None":
        """The translation beside it; ``None`` where nothing stands there, or the original does."""
        return self.beside if self.beside and self.beside.is_translation else None

    @property
    def language_english(self) -> str:
        """The sheet's language in English, for staff; both where it is in two translations."""
        own, other = language_name(self.locale.name, "en"), self.other_translation
        return f"{own}/{language_name(other.locale.name, 'en')}" if other else own

    @property
    def mark(self) -> str:
        """How the sheet names the exact texts it was made from: ``1a2b3c4d-9f8e7d6c``."""
        beside = self.beside.translation if self.beside else ""
        return "-".join(filter(None, (self.source.revision, self.translation, beside)))

    @property
    def families(self) -> tuple[str, ...]:
        """Every family that the sheet may show, each once."""
        own = self.locale.typography.families
        names = (family for name in self.names.values() for family in name.typography.families)
        beside = self.beside.families if self.beside else ()
        return tuple(dict.fromkeys((*own, *names, *self.borrowed, *beside)))


_MOST_LINES = 11
"""How many lines of a booklet's back may be about the clinic, on the card and below it."""

_LINE = 44
"""About how many letters a line of the back has."""


def _lines_of(clinic: Clinic) -> int:
    """Return about how many lines a clinic takes that stands on a card and once more below it."""
    hours = max(clinic.hours.values(), key=len, default="")
    whom = max(clinic.second_name.values(), key=len, default="")
    twice = [clinic.name, clinic.phone, clinic.second_phone and whom, clinic.interpreter]
    once = [*clinic.address, hours, clinic.email, clinic.website]
    return sum(ceil(len(text) / _LINE) for text in (*twice, *twice, *once))
