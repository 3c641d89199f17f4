"""Texts that stay the same in every language: addresses, names, organisations, drugs and doses."""

import re
from functools import lru_cache

from pipeline.check.rule import Pair
from pipeline.check.units import units_of
from pipeline.values.language import Language
from pipeline.values.lazy_regex import lazy_regex

_ADDRESS = lazy_regex(
    r"(?:https?://|www\.)[^\s<>]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b"
    r"(?:/[^\s<>]*)?|(?<![\w.])@[A-Za-z]\w+|(?<!\S)/[a-z][\w.-]+"
)
"""Of the web, for e-mail and of an account, with and without what stands before the name."""

_MAY_BE_ADDRESS = lazy_regex(r"[.@/][^\s<>]")
"""What every address has: most texts have none, and are looked through in no time."""

_ABBREVIATION = lazy_regex(r"[A-Z\d]{2,}s?(?:-[A-Z\d]+)*|[A-Z]-\d+")
_BRAND = lazy_regex(r"[A-Z][a-z]+[A-Z]\w*|[a-z][A-Z][a-z]\w+")
_WORD = lazy_regex(r"[^\W\d_][\w.’'-]*")
_AMOUNT = r"\d+(?:[.,/]\d+)*\s*(?:mg|g|µg|mcg|ml|mL|IU|%)"
_DOSE = lazy_regex(
    rf"[A-Z][^\W\d_-]+(?:-[^\W\d_]+)*[®™]?(?:\s\([A-Z][^\W\d_]+[®™]?\))?,?\s+"
    rf"{_AMOUNT}(?:\s?[,;/+–]\s?{_AMOUNT})*\W*"
)
"""A drug, perhaps with its brand, and how it comes: Sertraline (Zoloft) 50 mg, 100 mg."""
_RIGHTS = lazy_regex(r"[©℗]\s?\d{4}(?:\s?[–-]\s?\d{4})?,?\s[A-Z].*")
"""Whose a text is."""
_PERSON = lazy_regex(
    r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Mx)\.?(?:\s[A-Z][\w’'-]*\.?){1,4}"
    r"|(?:[A-Z][\w’'-]+\s)?(?:[A-Z]\.\s?){1,3}[A-Z][\w’'-]+)(?:,\s(?:[A-Z][A-Za-z]*\.?){1,3})*\W*"
)
"""A name with its title or an initial, and degrees behind it."""
_CODE = r"[A-Z]{2}\s\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}|[A-Z]\d[A-Z]\s\d[A-Z]\d"
_PLACE = lazy_regex(
    rf".*(?<![A-Z])(?:{_CODE})\W*|P\.?\s?O\.?\sBox\s\d+\W*"
    r"|\d{1,4}[A-Za-z]?,?\s[A-Z][^\W\d_][^\d.!?]*,\s\d{4,5}\s[A-Z][\w-]+\W*"
)
"""An address with its code, of the United States, Britain, Canada or the continent, or a box."""
_PROPER = lazy_regex(
    r"(?:The\s)?(?:(?:National|World|International|American|British|Royal|European|Canadian|Australian"
    r"|Irish|Scottish)\s|University\sof\s(?:the\s)?[A-Z]|St\.?\s[A-Z][^\W\d_]+[’']s\s)"
)
"""How the names of organisations begin that are names in a heading, too."""
_LITTLE = frozenset(("of", "the", "and", "for", "in", "on", "at", "de", "la", "&"))
_ORGANISATION = frozenset(
    (
        *("agency", "alliance", "association", "authority", "board", "bureau", "center", "centre"),
        *("centers", "centres", "charity", "church", "clinic", "coalition", "college", "committee"),
        *("council", "department", "federation", "foundation", "helpline", "hospital", "hotline"),
        *("institute", "institutes", "league", "library", "lifeline", "ministry", "network"),
        *("organisation", "organization", "school", "service", "services", "society", "trust"),
        *("union", "university"),
    )
)
_STREET = frozenset(
    (
        *("alley", "avenue", "ave", "boulevard", "blvd", "close", "court", "crescent", "drive"),
        *("gardens", "highway", "hill", "lane", "parade", "parkway", "place", "plaza", "rd"),
        *("road", "row", "square", "st", "street", "terrace", "walk", "way"),
    )
)
_HEADS = ("heading", "title", "subtitle", "audience")
"""Roles, and ends of roles, whose words begin with capitals in English anyway."""


@lru_cache(maxsize=256)
def without_addresses(text: str) -> str:
    """Return a text without addresses, whose words are no words of a language."""
    return _ADDRESS.sub(" ", text) if _MAY_BE_ADDRESS.search(text) else text


_TARGET = lazy_regex(r"\]\([^)]*\)|<[^>]*>|\{[^}]*\}|\[-?@[^\]]*\]")


@lru_cache(maxsize=64)
def everyday_words(texts: tuple[str, ...]) -> frozenset[str]:
    """Return the words that texts have in small letters: no names."""
    bare = (without_addresses(_TARGET.sub(" ", text)) for text in texts)
    words = (word for text in bare for word in re.findall(r"[^\W\d_]+", text))
    return frozenset(word for word in words if word.islower())


def stays(pair: Pair) -> bool:
    """Say whether a text may stand in a translation as it does in the source."""
    text = without_addresses(pair.source.plain).strip()
    words = [word.strip(".’'-") for word in _WORD.findall(text)]
    if all(is_sign(word) for word in words) or _DOSE.fullmatch(text) or _RIGHTS.fullmatch(text):
        return True
    if is_measured(text, pair.language):
        return True
    if _PERSON.fullmatch(text) or _PLACE.fullmatch(text):
        return True
    if _PROPER.match(text) and {word.lower() for word in words} & _ORGANISATION:
        return all(word[0].isupper() or word in _LITTLE for word in words)
    if pair.role.endswith(_HEADS):
        return False
    capital = all(word[0].isupper() or word in _LITTLE for word in words)
    if not capital:
        return False
    small = {word.lower() for word in words}
    if len(words) == 1:
        return not small & pair.everyday and not pair.role.endswith(("cell", "term", "words"))
    is_street = bool(small & _STREET) and re.match(r"(?:[A-Z][\w ]*,\s*)?\d", text) is not None
    return is_street or bool(small & _ORGANISATION)


def may_be_name(pair: Pair) -> bool:
    """Say whether a text that stands as in the source may be a name: *New York*, *Maria Gonzalez*.

    Two words and more, each with a capital, none of them an everyday word of article or language.
    """
    if pair.role.endswith((*_HEADS, "cell", "term", "words")) or pair.is_crisis or pair.is_sheet:
        return False
    words = [word.strip(".’'-") for word in _WORD.findall(pair.source.plain)]
    small = {word.lower() for word in words} - _LITTLE
    return (
        1 < len(words) <= _LONGEST_NAME
        and pair.target.plain.strip() == pair.source.plain.strip()
        and all(word[0].isupper() or word in _LITTLE for word in words)
        and small.isdisjoint(pair.everyday | pair.source_language.words)
    )


_LONGEST_NAME = 5
"""Words of a name."""


def is_measured(text: str, language: Language) -> bool:
    """Say whether a text is an amount alone, its units as the language writes them: −5 °C."""
    units = units_of(language.locale)
    alike = _ALIKE if language.script == "Latn" else _EVERYWHERE
    words = re.findall(r"°?[^\W\d_]+", text)
    return any(map(str.isdigit, text)) and all(
        word in alike or word.casefold() in units for word in words
    )


_EVERYWHERE = ("mmHg", "mmol", "pH", "m²")
_ALIKE = (*_EVERYWHERE, "h", "min", "s")
"""Signs of units that stay besides, in all scripts and in Latin letters."""


@lru_cache(maxsize=20_000)
def is_sign(word: str) -> bool:
    """Say whether a word is an abbreviation or a name such as WhatsApp."""
    return bool(_ABBREVIATION.fullmatch(word) or _BRAND.fullmatch(word))
