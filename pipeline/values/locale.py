"""Names of locales: gettext form on disk (``pt_BR``), BCP 47 on the page (``pt-BR``)."""

import re
from dataclasses import dataclass
from functools import lru_cache

_GETTEXT_NAME = re.compile(r"[a-z]{2,3}(_[A-Z][a-z]{3})?(_([A-Z]{2}|\d{3}))?")


def is_locale_name(name: str) -> bool:
    """Say whether a name has gettext's form: language, script, region, joined by underscores."""
    return _GETTEXT_NAME.fullmatch(name) is not None


def bcp47(name: str) -> str:
    """Return the BCP 47 tag of a locale's name: ``zh_Hans`` becomes ``zh-Hans``."""
    return name.replace("_", "-")


@lru_cache(maxsize=512)
def language_of(name: str) -> str:
    """Return the language of a locale's name or BCP 47 tag: ``pt_BR`` becomes ``pt``."""
    return re.split("[-_]", name)[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Typography:
    """What a locale's script asks of the page."""

    text_families: tuple[str, ...]
    """Families for running text; the first has the script's own letters."""
    heading_families: tuple[str, ...]
    margin_families: tuple[str, ...]
    """Families for the foot."""
    line_height: float
    tightest: float
    """No line is set closer than this, in sizes of its type, whatever the edition asks for."""
    tightest_foot: float
    size_factor: float
    """By how much text is set larger than the edition's size, for scripts that look small."""
    latin_factor: float
    """By how much Latin letters in a right-to-left line are set smaller again."""
    latin_room: float
    """How much room stands beside them, in sizes of their type, besides the text's own spaces."""
    lower: float
    """How much lower words of a black head stand to be seen in its middle, in sizes of type."""
    letter_width: float
    """How wide a letter is on the average, in sizes of the type; one of full width is two."""
    slanted: bool
    """Whether emphasis may slant the letters."""
    emphasis: str
    """The weight of emphasis where it may not."""
    bullet: str
    after_number: str
    """What follows the number of a list's item."""
    breaks: str
    """Where lines may end: ``pango``, ``icu`` or ``words``."""
    heads: str
    """Between what titles and heads break: ``as text``, ``phrases`` or ``words``."""
    spaces: str
    """Which spaces are made no-break beside those in numbers: ``as written`` or ``french``."""
    features: str
    """Features of the fonts, as CSS writes them."""
    digits: str
    """The ten digits of page numbers, list numbers, notes and dates, from zero."""

    @property
    def families(self) -> tuple[str, ...]:
        """Every family that a sheet of this locale may show, each once."""
        return tuple(
            dict.fromkeys(self.text_families + self.heading_families + self.margin_families)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Locale:
    """A language as it is written somewhere, with all that the page must know of it."""

    name: str
    """gettext form, the folder's name in ``locales/``."""
    rtl: bool
    typography: Typography

    @property
    def tag(self) -> str:
        """The BCP 47 tag, for HTML and PDF."""
        return bcp47(self.name)

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``."""
        return "rtl" if self.rtl else "ltr"
