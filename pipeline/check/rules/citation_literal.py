"""A citation that the article writes out, and the translation changed."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.check.digits import western
from pipeline.check.names import has_surname, sounds_like
from pipeline.check.rule import Example, Fault, Pair, Rule
from pipeline.values.lazy_regex import lazy_regex

_YEAR = lazy_regex(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_CITATION = lazy_regex(
    r"(?P<names>\b[A-Z\u00c0-\u017f][\w’'-]+(?:(?:, | & | and |, & |, and )[A-Z\u00c0-\u017f]"
    r"[\w’'-]+)*)(?P<others>,? et al\.)?(?:’s)?,? \(?(?P<year>1[5-9]\d\d|20\d\d)"
    r"(?P<place>[a-z]?,? (?:pp?|chaps?|ch|secs?|paras?|figs?)\. ?(?P<from>\d+)"
    r"(?:[-–](?P<to>\d+))?)?"
)
_OF_A_THEORY = lazy_regex(
    r"(?P<names>\b[A-Z\u00c0-\u017f][\w-]+(?:(?: & | and )[A-Z\u00c0-\u017f][\w-]+)?)[’']s? "
    r"(?P<title>(?:(?:[A-Z][\w-]+|a|and|for|from|in|of|on|the|to|with) ){1,9})"
    r"(?P<others>(?!))?\((?P<year>1[5-9]\d\d|20\d\d)\)(?P<place>(?!))?(?P<from>(?!))?(?P<to>(?!))?"
)
"""Joiner’s Interpersonal Theory of Suicide (2005): the author stands before the title."""

_MONTHS = frozenset(
    (
        *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
        *("October", "November", "December", "Spring", "Summer", "Autumn", "Fall", "Winter"),
    )
)
_OPENERS = frozenset(
    (
        *("After", "Also", "Although", "And", "As", "Because", "Both", "But", "By", "Even", "For"),
        *("From", "If", "In", "Like", "See", "Since", "So", "That", "The", "Then", "When", "Where"),
        *("While", "With", "Yet", "Around", "About", "Before", "Between", "By", "During", "Until"),
    )
)


def _cited(source: str) -> Iterator[re.Match[str]]:
    """Yield the citations that a text writes out, in its order."""
    theories = list(_OF_A_THEORY.finditer(source))
    yield from theories
    for match in _CITATION.finditer(source):
        if match["names"] in _OPENERS or match["names"] in _MONTHS:
            continue  # In 1967, Beck found it.
        if _is_in_passing(match):
            continue  # In Germany 2020 was hard.
        if not any(one.start() < match.end() and match.start() < one.end() for one in theories):
            yield match


def _is_in_passing(match: re.Match[str]) -> bool:
    """Say whether a year stands just behind a word of a sentence, in no bracket of their own."""
    before = match.string[: match.start()]
    is_within = before.rfind("(") > before.rfind(")")
    return not is_within and re.search(r"[^\W\d_] \d{4}", match[0]) is not None


def _surnames(match: re.Match[str]) -> list[str]:
    return re.findall(r"[A-Z\u00c0-\u017f][\w-]+", match["names"])


def _is_organisation(match: re.Match[str]) -> bool:
    """Say whether the author is an organisation of several words, which a language may translate.

    World Health Organization (2023): the words before the last begin with capitals too.
    """
    before = re.search(r"([A-Z][\w-]+)(?: (?:of|for|on|and))? $", match.string[: match.start()])
    alone = len(_surnames(match)) == 1 and match.re.pattern == _CITATION.pattern
    return alone and before is not None and before[1] not in _OPENERS


def _pages(cited: Sequence[re.Match[str]], text: str) -> Iterator[Fault]:
    """Report pages of citations that are not there behind their year."""
    for match in cited:
        pages = [page for page in (match["from"], match["to"]) if page]
        behind = [
            set(re.findall(r"\d+", text[one.end() : one.end() + _BEHIND]))
            for one in _YEAR.finditer(text)
            if one[0] == match["year"]
        ]
        for page in pages:
            if not any(page in numbers for numbers in behind):
                yield Fault(
                    message=f"the place {page} of the citation of {match['year']} is not there",
                    fix=f"write {page} behind {match['year']}, as the English does",
                )


def _letters(cited: Sequence[re.Match[str]], text: str) -> Iterator[Fault]:
    """Report works of one year that are told apart by another letter: 1967b for 1967a."""
    found = (_LETTERED.match(one.string, one.start("year")) for one in cited)
    wanted = {(one[1], one[2]) for one in found if one}
    there = {(one[1], one[2]) for one in _LETTERED.finditer(text)}
    for year, letter in sorted(wanted - there):
        behind = {text[one.end() : one.end() + 1] for one in _YEAR.finditer(text) if one[0] == year}
        # A language may count with letters of its own: б is b.
        own = {one for one in behind if one.isalpha() and not one.isascii()}
        if all(_COUNTED.get(one, letter) != letter for one in own):
            yield Fault(
                message=f"the letter of {year}{letter} is not there",
                fix=f"write {year}{letter}: the letter tells two works of one year apart",
            )


_COUNTED = {
    letter: latin
    for row in ("абвг", "αβγδ", "أبجد", "ابجد", "कखगघ", "কখগঘ", "กขคง")
    for letter, latin in zip(row, "abcd", strict=True)
}
"""Letters with which languages count, and which of ours each is."""

_LETTERED = lazy_regex(rf"{_YEAR.pattern}([a-z])(?![^\W\d_])")


def _is_written_out(match: re.Match[str], surname: str, text: str) -> bool:
    """Say whether an organisation's abbreviation may have been written out, or is another here.

    In brackets something must stand before the year; in a sentence its words do.
    """
    if not (surname.isupper() and len(surname) > 1):
        return False
    if "(" in match[0]:
        return True
    return any(
        any(map(str.isalpha, re.split(r"[(（\[［;；؛]", text[: one.start()])[-1]))
        for one in _YEAR.finditer(text)
        if one[0] == match["year"]
    )


def _is_bare(match: re.Match[str], text: str) -> bool:
    """Say whether nobody is named beside the year of an organisation that stands in brackets.

    A translation may name it in its sentence, before the bracket; there it has a capital.
    """
    before = match.string[: match.start()]
    if before.rfind("(") <= before.rfind(")"):
        return False
    alone = re.search(rf"[(（]\s?{match['year']}[a-z]?\s?[)）]", text)
    if not alone or not _CASED.search(text):
        return False
    return not _CAPITAL.search(text, 0, alone.start())


_CASED = lazy_regex("[a-z\u03ac-\u03ce\u0430-\u045f]")
_CAPITAL = lazy_regex(r"\s[A-Z\u00c0-\u00de\u0391-\u03ab\u0400-\u042f]")


def check(pair: Pair) -> Iterator[Fault]:
    """Report years, surnames and "et al." of written citations that stand less or more often."""
    if not pair.literal:
        return
    source = unicodedata.normalize("NFC", pair.source.plain)
    yield from _undated(pair, source)
    cited = list(_cited(source))
    if not cited:
        return
    text = western(unicodedata.normalize("NFC", pair.target.plain))
    years = Counter(match["year"] for match in cited) - Counter(_YEAR.findall(text))
    for year in years:
        yield Fault(
            message=f"the year {year} of a citation is not there",
            fix=f"write {year}, in the Gregorian calendar and your language's digits",
        )
    names = _without_double_names(pair)
    for match in cited:
        if _is_organisation(match) and match["year"] not in years and _is_bare(match, text):
            yield Fault(
                message=f"the organisation before {match['year']} is lost",
                fix="name it before the year, in your language's words",
            )
    for match in cited:
        for surname in () if _is_organisation(match) else _surnames(match):
            if not has_surname(surname, names, pair.language) and (
                pair.language.surnames.get(surname)
                or not (sounds_like(surname, names) or _is_written_out(match, surname, text))
            ):
                yield Fault(message=f"the author {surname} is lost", fix=f"write {surname}")
    if not years:
        yield from _parted(pair, [one for one in cited if not _is_organisation(one)], text)
        yield from _pages(cited, text)
        yield from _letters(cited, text)
    wanted = sum(bool(match["others"]) for match in cited)
    found = _count_others(pair)
    if pair.language.et_al and found != wanted:
        form = pair.language.et_al[0]
        yield Fault(
            message=f"“et al.” stands {wanted} times in the English and {found} times here",
            fix=f"write {form} where the English has et al., and nowhere else",
        )


def _undated(pair: Pair, source: str) -> Iterator[Fault]:
    """Report authors who are lost of works without a year: (Beck, n.d.), (Beck, in press)."""
    names = unicodedata.normalize("NFC", pair.target.plain)
    for match in _WITHOUT_YEAR.finditer(source):
        for surname in _surnames(match):
            if not (
                has_surname(surname, names, pair.language)
                or sounds_like(surname, names)
                or (surname.isupper() and re.search(r"[(（][^()（）]*[^\W\d_]{2}", names))
            ):
                yield Fault(message=f"the author {surname} is lost", fix=f"write {surname}")


_WITHOUT_YEAR = lazy_regex(
    r"[(;]\s?(?P<names>[A-Z\u00c0-\u017f][\w’'-]+(?:(?:, | & | and |, & |, and )"
    r"[A-Z\u00c0-\u017f][\w’'-]+)*)(?:,? et al\.)?, (?:n\. ?d\.|in press|forthcoming)"
)


def _form(form: str) -> str:
    """Return the pattern of a form; one of a single letter stands between a name and a bracket."""
    if len(form) == 1 and "\u3040" <= form <= "\u309f":
        return (
            rf"(?<=[A-Za-z\u00c0-\u024f\u30a1-\u30fc]){re.escape(form)}(?=\s*[（(，,、；;\d]|の|は)"
        )
    if len(form) == 1:
        return rf"(?:(?<=[^\W\d_])|(?<=[^\W\d_]\s)){re.escape(form)}(?=\s*[（(，,、；;\d]|の|は)"
    return re.escape(form).replace(r"\ ", r"[\s\u00a0\u200c]+")


def _parted(pair: Pair, cited: Sequence[re.Match[str]], text: str) -> Iterator[Fault]:
    """Report years that no longer stand behind their authors.

    An author stands between the year before and the author's own, or just behind that.
    """
    ends = [match.span() for match in _YEAR.finditer(text)]
    for match in cited:
        surname = _surnames(match)[0]
        if not has_surname(surname, text, pair.language):
            continue  # told as lost, or written in a form that only sounds alike
        fields = [
            text[(ends[place - 1][1] if place else 0) : end + _BEHIND]
            for place, (start, end) in enumerate(ends)
            if text[start:end] == match["year"]
        ]
        if not any(has_surname(surname, field, pair.language) for field in fields):
            yield Fault(
                message=f"{surname} and {match['year']} no longer stand together",
                fix=f"write {match['year']} behind {surname}, as the English does",
            )


_BEHIND = 40
"""Letters behind a year in which its author may stand, where a language puts the year first."""


def _without_double_names(pair: Pair) -> str:
    """Return the translation without names such as Beck-Smith that the source does not have."""
    return re.sub(
        r"(?<!\w)[A-Z\u00c0-\u00de][^\W\d_]{1,40}[-‐][A-Z\u00c0-\u00de][^\W\d_]{1,40}",
        lambda match: match[0] if match[0] in pair.source.plain else "",
        unicodedata.normalize("NFC", pair.target.plain),
    )


def _count_others(pair: Pair) -> int:
    plain = (form.replace("\u00a0", " ").strip() for form in pair.language.et_al)
    forms = sorted(plain, key=len, reverse=True)
    either = "|".join(map(_form, forms))
    return len(re.findall(rf"(?<!\w)(?:{either})", pair.target.plain)) or len(
        re.findall(either, pair.target.plain)
    )


RULE = Rule(
    code="CIT010",
    name="written citation changed",
    why="In an article that writes its citations out, nothing but the letters tells the source: "
    "authors, “et al.” and the Gregorian year have to stay.",
    fix="write the same authors and the same year",
    bad=Example(
        source="This was shown early (Slavich et al., 2009).",
        target="Esto se mostró pronto (Slavich, 2009).",
    ),
    good=Example(
        source="This was shown early (Slavich et al., 2009).",
        target="Esto se mostró pronto (Slavich et al., 2009).",
    ),
    needs="literal",
    check=check,
)
