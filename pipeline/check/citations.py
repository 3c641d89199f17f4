"""Citations in a translation: those that were typed by hand, and those whose code was changed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.check.digits import western
from pipeline.check.names import has_surname, sounds_like
from pipeline.check.rule import Pair
from pipeline.parse.citation import parse_citation
from pipeline.values.citation import Citation
from pipeline.values.lazy_regex import lazy_regex

_BRACKETS = lazy_regex(r"[(（\[［]([^()（）\[\]［］]{2,120})[)）\]］]")
_NARRATIVE = lazy_regex(r"(?<![^\W\d_])[^\W\d_]{2,}\s*[(（]\s*(\d{4})[a-z]?\s*[)）]")
_YEAR = lazy_regex(r"(?<!\d)(\d{3,4})(?!\d)")

_CALENDARS: tuple[tuple[str, Callable[[int], int]], ...] = (
    ("Buddhist", lambda year: year - 543),
    ("Minguo", lambda year: year + 1911),
    ("Islamic", lambda year: round(year * 0.970229 + 621.57)),
    ("Persian", lambda year: year + 621),
)
"""How years of other calendars become Gregorian ones, give or take one for the two last."""


_ROUGH = ("Islamic", "Persian")


@dataclass(frozen=True, slots=True)
class Typed:
    """A citation that somebody typed by hand: its letters, and the code to write instead."""

    text: str
    code: str
    """Empty where no cited work fits."""
    calendar: str = ""
    """The calendar of its year, where that is not the one of the works."""


def typed_citations(pair: Pair) -> tuple[Typed, ...]:
    """Return the citations in a translation that were typed instead of written as codes.

    A year in brackets beside a name, in any script and digits, that the source does not type.
    """
    if pair.literal or not pair.target.has_digits:
        return ()
    if "typed" not in pair.notes:
        pair.notes["typed"] = tuple(_typed(pair))
    found: tuple[Typed, ...] = pair.notes["typed"]
    return found


def _typed(pair: Pair) -> Iterator[Typed]:
    plain, known = western(pair.target.plain), set(_YEAR.findall(western(pair.source.plain)))
    seen: set[str] = set()
    spans: list[tuple[int, int]] = []
    for match in (*_NARRATIVE.finditer(plain), *_BRACKETS.finditer(plain)):
        if any(start <= match.start() and match.end() <= end for start, end in spans):
            continue
        spans.append(match.span())
        if "@" in match[0]:
            continue  # told as a citation that cannot be read
        years = [year for year in _YEAR.findall(match[0]) if year not in known]
        text = pair.target.plain[match.start() : match.end()]
        if not years or not _is_citation(pair, match[0], years) or text in seen:
            continue
        code, calendar = _code(pair, text, years)
        if match.re.pattern == _NARRATIVE.pattern and not _names_author(pair, code, text):
            # The word before the bracket belongs to the sentence.
            text = text[text.index("(" if "(" in text else "（") :]
        seen.add(text)
        yield Typed(text, code, calendar)


def _names_author(pair: Pair, code: str, text: str) -> bool:
    """Say whether the name before a bracket is printed by the code, and so is to go with it."""
    citation = parse_citation(code[1:-1]) if code else None
    works = [one.key for one in citation.cites if not one.year_only] if citation else []
    surnames = [
        name for key in works if key in pair.references for name in pair.references[key].surnames
    ]
    return any(has_surname(name, text, pair.language) for name in surnames)


def _is_citation(pair: Pair, text: str, years: list[str]) -> bool:
    """Say whether a bracket is a citation: a plausible year, or the year of a cited work."""
    if any(_calendar(pair, int(year))[0] for year in years):
        return True
    return any(1800 <= int(year) <= 2099 for year in years) and any(
        letter.isalpha() for letter in text
    )


def _calendar(pair: Pair, year: int) -> tuple[str, str]:
    """Return the key of a cited work of a year, and the calendar in which the year is given."""
    works = [key for key in pair.cited_works if key in pair.references]
    for key in works:
        if pair.references[key].year == str(year):
            return key, ""
    for name, convert in _CALENDARS:
        for key in works:
            if pair.references[key].year and abs(
                int(pair.references[key].year) - convert(year)
            ) <= (name in _ROUGH):
                return key, name
    return "", ""


def _code(pair: Pair, text: str, years: list[str]) -> tuple[str, str]:
    """Return the code that a typed citation stands for, the unit's own first."""
    missing = list((pair.source.citations - pair.target.citations).elements())
    for code in missing:
        citation = parse_citation(code[1:-1])
        if citation and _fits(pair, citation, text, years):
            return code, _year_calendar(pair, citation, years)
    if len(missing) == 1:
        citation = parse_citation(missing[0][1:-1])
        return missing[0], _year_calendar(pair, citation, years) if citation else ""
    key, calendar = _calendar(pair, int(years[0]))
    return (f"[@{key}]" if key else ""), calendar


def _fits(pair: Pair, citation: Citation, text: str, years: list[str]) -> bool:
    for cite in citation.cites:
        work = pair.references.get(cite.key)
        if work and (
            any(has_surname(name, text, pair.language) for name in work.surnames)
            or work.year in years
        ):
            return True
    return False


def _year_calendar(pair: Pair, citation: Citation, years: list[str]) -> str:
    known = [pair.references[one.key] for one in citation.cites if one.key in pair.references]
    works = [work.year for work in known if work.year]
    if not works or set(works) & set(years):
        return ""
    for name, convert in _CALENDARS:
        if any(abs(int(work) - convert(int(year))) <= 1 for work in works for year in years):
            return name
    return ""


def explained_codes(pair: Pair) -> Iterator[str]:
    """Yield the missing codes for which another finding already says what to do."""
    for typed in typed_citations(pair):
        if typed.code:
            yield typed.code
    for lost, _ in changed_codes(pair):
        yield lost


def changed_codes(pair: Pair) -> Iterator[tuple[str, str]]:
    """Yield codes of which only the locator or the mark for the year alone was changed."""
    if pair.source.citations == pair.target.citations:
        return
    lost = list((pair.source.citations - pair.target.citations).elements())
    added = list((pair.target.citations - pair.source.citations).elements())
    for old in lost:
        for new in added:
            if _keys(old) == _keys(new):
                yield old, new
                added.remove(new)
                break


def _keys(code: str) -> list[str]:
    citation = parse_citation(code[1:-1])
    return sorted(cite.key for cite in citation.cites) if citation else []


def narrative_surnames(pair: Pair) -> Iterator[str]:
    """Yield the surnames that a sentence says beside a code for the year alone."""
    codes = (one.citation for one in pair.source.inlines if one.citation)
    keys = (cite.key for code in codes for cite in code.cites if cite.year_only)
    works = filter(None, map(pair.references.get, keys))
    for surname in (surname for work in works for surname in work.surnames):
        if has_surname(surname, pair.source.plain, pair.source_language):
            yield surname


def may_be_transliterated(surname: str, pair: Pair) -> str:
    """Return what may be a surname in the locale's own letters that no table has, else nothing.

    In Chinese characters a name cannot be told by its sound: where no form is on record, the
    sentence is given the benefit of the doubt.
    """
    language = pair.language
    if language.script == "Latn":
        return ""
    if language.script in ("Hans", "Hant"):
        return "" if language.surnames.get(surname) else surname
    return sounds_like(surname, pair.target.plain)
