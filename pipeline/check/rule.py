"""What a rule is, and what it is given: one text and its translation, taken apart once."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property, lru_cache, partial
from typing import Any

from pipeline.check.numbers import ANY, HAS_NUMBER, Separators
from pipeline.check.writing import scripts_in, words_of
from pipeline.parse.inline import parse_inline
from pipeline.records.locator import meaning
from pipeline.values.article import Inline, plain_text, walk_inlines
from pipeline.values.citation import Citation, Reference
from pipeline.values.finding import Severity
from pipeline.values.language import Language
from pipeline.values.lazy_regex import lazy_regex


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text and its translation, or one text alone where a rule looks at only one."""

    source: str = ""
    target: str


class Floor(Enum):
    """Up to where a finding can be switched off: by a comment, and by whatever may do so later."""

    NEVER = "never"
    """It protects the reader, or the page cannot be made with the fault in it."""
    OUTSIDE_NOTES = "outside notes"
    """With a reason, but not in a crisis note nor in the sheet's own words."""
    REASON = "reason"
    """With a reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What a rule has found in one pair."""

    message: str
    fix: str = ""
    """What to do, where it differs from what the rule says."""
    severity: Severity | None = None
    """Where it differs from the rule's."""
    floor: Floor | None = None
    """Where it differs from the rule's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing that is looked for, and why."""

    code: str
    formerly: tuple[str, ...] = ()
    """The codes that it had before: they still lead to it."""
    name: str
    """What it finds, in a few words."""
    severity: Severity = Severity.ERROR
    trial: bool = False
    """Whether it is new: what it finds in translations is told, and nothing fails for it."""
    floor: Floor = Floor.NEVER
    why: str
    fix: str
    bad: Example
    good: Example
    needs: str = ""
    """What a pair must have for the rule to look at it (`Pair.features`), empty for nothing."""
    rests_on: tuple[str, ...] = ()
    """The lists of a language without which it sees nothing (`records.language.lists_missing`)."""
    check: "Callable[[Pair], Iterator[Fault]] | None" = None
    """Judges one pair; ``None`` where it is found while something is read, or over a whole
    catalog."""

    @property
    def told_as(self) -> Severity:
        """How much a finding weighs now; on trial nothing."""
        return Severity.TRIAL if self.trial else self.severity

    @property
    def may_be_ignored(self) -> bool:
        """Whether a translator may anywhere say that a finding is no fault, with a reason."""
        return self.floor is not Floor.NEVER


LASTS = r"(?:for|in|within|after|over|wait|lasts?|takes?)(?: about| at least| up to)?"
"""Words before a stretch of time of which an article says that it is one: after a week."""

_NUMERIC = lazy_regex(
    r"\b[IVXLC]{2,}\b|[Ⅰ-ↈ²³¹⁰-₉]"
    r"|\b(?:tablet|pill|capsule|drop|dose|puff|spoon|once|twice|times a|thirds?\b|quarters?\b"
    r"|(?:in|out of) (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|twenty|a hundred)\b"
    r"|every (?:other|second|day|night)|alternat\w+|daily|weekly|monthly"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?)"
    r"[\s-](?:(?:to|or|and)[\s-]\w+[\s-])?(?:minute|hour|day|week|month|year)s?\b"
    rf"|{LASTS} an? "
    r"(?:minute|hour|day|week|month|year)\b"
    r"|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)",
    re.IGNORECASE,
)
"""Roman numerals, raised and lowered digits, words of a dose whose numbers may be spelled, parts of
a whole in words, time that is counted in words, months and days."""
_UNSEEN = lazy_regex("[\u200b\u2060\u00ad\u034f\ufeff]")
"""Characters without width, which must not part the digits of a number."""

_SIGNS = {
    "citation": "@＠",
    "placeholder": "{",
    "html": "<",
    "link": "[<",
    "address": "[<.",
    "emphasis": "*_",
}
"""Characters without which a text has nothing of a kind."""


class Side:
    """One side of a pair: its Markdown, taken apart when somebody asks."""

    def __init__(
        self,
        text: str,
        definitions: Mapping[str, Any],
        code_of: Callable[[Citation], str] = str,
    ) -> None:
        self.text = text
        self._code_of = code_of
        self.content = parse_inline(text, definitions)

    @cached_property
    def inlines(self) -> tuple[Inline, ...]:
        """Every inline, parents before children."""
        return tuple(walk_inlines(self.content))

    @cached_property
    def plain(self) -> str:
        """The letters that are read: no markup, citation codes or placeholders."""
        return _UNSEEN.sub("", plain_text(self.content))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words that are read, in lower case."""
        return words_of(self.plain)

    @cached_property
    def letters(self) -> frozenset[str]:
        """The different characters that are read."""
        return frozenset(self.plain)

    @cached_property
    def small_letters(self) -> frozenset[str]:
        """The same in lower case."""
        return frozenset(self.plain.lower())

    @cached_property
    def scripts(self) -> Counter[str]:
        """The letters that are read, by script."""
        return scripts_in(self.plain)

    @cached_property
    def has_digits(self) -> bool:
        """Whether a digit of any script is read."""
        return HAS_NUMBER.search(self.plain) is not None

    @cached_property
    def citations(self) -> Counter[str]:
        """The citations, as codes: in the source's words where they say the same."""
        return Counter(self._code_of(one.citation) for one in self.inlines if one.citation)

    @cached_property
    def keys(self) -> Counter[str]:
        """The keys of the works that are cited."""
        return Counter(
            cite.key for one in self.inlines if one.citation for cite in one.citation.cites
        )

    def kinds(self, *kinds: str) -> Counter[str]:
        """Count inlines of some kinds by kind."""
        return Counter(one.kind for one in self.inlines if one.kind in kinds)


def _code_of(source: Side, locale: str, source_locale: str, citation: Citation) -> str:
    """Return a translation's citation as the source writes it: ``párr. 2`` is ``para. 2``."""
    code = str(citation)
    if code in source.citations or not any(cite.locator for cite in citation.cites):
        return code
    said = meaning(citation.cites, locale)
    for one in source.inlines:
        own = one.citation
        if own and meaning(own.cites, source_locale) == said:
            return str(own)
    return code


@lru_cache(maxsize=20_000)
def _source_side(text: str, definitions: tuple[tuple[str, Any], ...]) -> Side:
    """Take a source text apart once for all locales."""
    return Side(text, dict(definitions))


@lru_cache(maxsize=20_000)
def _speaks_of_amounts(text: str) -> bool:
    return _NUMERIC.search(text) is not None


def _none_on_record() -> Mapping[str, str]:
    return {}


@dataclass(kw_only=True)
class Pair:
    """A text, its translation, and what is known of the place and the language."""

    text: str
    translation: str
    role: str = "paragraph"
    context: str = ""
    is_sheet: bool = False
    """Whether it is one of the sheet's own words."""
    language: Language
    source_language: Language
    references: Mapping[str, Reference] = field(default_factory=dict)
    literal: bool = False
    """Whether the article writes its citations out."""
    definitions: Mapping[str, Any] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    """Where the source's links lead in this locale, where that is another address."""
    crisis_numbers: Callable[[], Mapping[str, str]] = _none_on_record
    """The numbers of all regions' records, read when a text has one that could be among them."""
    passage: Callable[[], str] = str
    """What stands around the text, in the article and in the translation."""
    everyday: frozenset[str] = frozenset()
    """The words that the whole article has in small letters: no names."""
    cited_works: Sequence[str] = ()
    """The keys that the whole article cites."""

    @cached_property
    def source(self) -> Side:
        """The text."""
        if self.definitions:
            return Side(self.text, self.definitions)
        return _source_side(self.text, ())

    @cached_property
    def target(self) -> Side:
        """The translation."""
        # It knows nothing of the pair, so that both are gone with their last reader.
        locales = self.language.locale, self.source_language.locale
        return Side(self.translation, self.definitions, partial(_code_of, self.source, *locales))

    @cached_property
    def features(self) -> frozenset[str]:
        """What it has that some rules look for; told from the letters alone, and so at once."""
        both = f"{self.text}\n{self.translation}"
        found = {name for name, signs in _SIGNS.items() if any(sign in both for sign in signs)}
        if HAS_NUMBER.search(both) or _speaks_of_amounts(self.text):
            found.add("digits")
        if self.is_crisis:
            found.add("crisis")
        if self.is_crisis or self.is_sheet:
            found.add("own words")
        if self.literal:
            found.add("literal")
        return frozenset(found)

    @cached_property
    def notes(self) -> dict[str, Any]:
        """What one rule has worked out and another needs too."""
        return {}

    @property
    def separators(self) -> Separators:
        """How the translation's language writes numbers."""
        return (
            Separators(self.language.decimal, self.language.group, self.language.locale)
            if self.language.decimal
            else replace(ANY, locale=self.language.locale)
        )

    def in_numerals(self, text: str) -> str:
        """Return a translation with "24" for what says so in other words, where the source does."""
        said = [one for one in self.source_language.around_the_clock if one in self.source.plain]
        if not said:
            return text
        numerals = "24/7" if said == ["24/7"] else "24"
        # The longest first: 24 heures sur 24 has the numeral itself.
        for form in sorted(self.language.around_the_clock, key=len, reverse=True):
            text = re.sub(re.escape(form), numerals, text, flags=re.IGNORECASE)
        return text

    @property
    def is_crisis(self) -> bool:
        """Whether it stands in a crisis note."""
        return self.context == "crisis"
