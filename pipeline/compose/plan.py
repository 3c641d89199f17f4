"""Everything that decides what stands on one sheet."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.values.article import Article
from pipeline.values.citation import CitationForm, Reference
from pipeline.values.locale import Locale
from pipeline.values.message import Catalog
from pipeline.values.publisher import Clinic, Publisher
from pipeline.values.region import Region
from pipeline.values.sheet import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPlan:
    """One sheet before it is composed."""

    source: Article
    article: Article
    """The same article in the sheet's locale."""
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
    draft: bool
    names: Mapping[str, Locale]
    """Languages of names on the sheet that are in another script, by tag: each brings its fonts."""
    images: Mapping[str, bytes]
    """The images of the article and the clinic's logo, by their names below ``source/``."""

    @property
    def families(self) -> tuple[str, ...]:
        """Every family that the sheet may show, each once."""
        own = self.locale.typography.families
        names = (family for name in self.names.values() for family in name.typography.families)
        return tuple(dict.fromkeys((*own, *names)))
