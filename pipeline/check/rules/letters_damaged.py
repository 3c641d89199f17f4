"""Letters that came out of a file read in the wrong encoding."""

import re
from base64 import b64decode
from collections.abc import Iterator

from pipeline.check.alphabets import not_its_letters
from pipeline.check.likelier import is_in
from pipeline.check.needles import compiled
from pipeline.check.rule import Example, Fault, Floor, Pair, Rule
from pipeline.check.sameness import without_addresses
from pipeline.check.writing import sentences_of
from pipeline.records.encoding import around, damage, read_as_latin
from pipeline.values.finding import Severity
from pipeline.values.lazy_regex import lazy_regex
from pipeline.values.locale import language_of

_PRESENTATION = lazy_regex("[\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdef\ufe70-\ufefc]")
"""Shapes of Arabic letters, which only a page has: nobody types them, and no search finds them."""

_LOST = lazy_regex(
    r"[^\W\d_]\?(?=[^\W\d_A-Z])|\?{2,}[^\W\d_]|[^\W\d_]\?{2,}|(?:^|(?<=\s))\?(?=[^\W\d_])"
    r"|\?{3}"
)
"""A question mark in the place of a letter."""

_INSIDE = lazy_regex(r"(?:[^\W\d_]|\s)\?\s+[a-zà-öø-ÿ]")
"""A question mark amid a sentence, where the English asks nothing."""

_ESCAPED = lazy_regex(
    r"\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8})|(?:=[C-F][0-9A-F](?:=[89AB][0-9A-F])+)"
    r"|(?:%[C-F][0-9A-F](?:%[89AB][0-9A-F])+)|&(?:#\d{2,6}|#x[0-9a-f]{2,5}|[A-Za-z]{2,8});"
)
"""Letters as a program writes them: in Python, e-mail, addresses, and HTML escaped twice."""

_MAY_BE_ESCAPED = lazy_regex(r"[\\=%&]")

_RAISED = lazy_regex(r"[^\W\d_][¹²³ªº][^\W\d_]")
"""A small figure or letter inside a word: ł or ş of code page 1250, read as Windows-1252."""

_MAY_BE_RAISED = lazy_regex("[¹²³ªº]")

_SWAPPED = lazy_regex(r"(?<!\w)[а-яёіїєґ][А-ЯЁІЇЄҐ]{2,}(?!\w)")
"""A word of Cyrillic letters in KOI8 and Windows-1251 taken for each other: sMALL AND LARGE."""

_MAY_BE_SWAPPED = lazy_regex("[а-яёіїєґ][А-ЯЁІЇЄҐ]")

_QUESTION = "?？؟՞፧"

_EAST = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
_SIGNS = "≈≤≥≠√∞∫∂∆∑∏◊¬¤‰†‡™®¢£¥¦§¨±¶¸¼¾÷ˆˇ˘˙˚˛˜˝‚„№□▢▯\u207f\u2500-\u259f"
_INSIDE_WORDS = rf"[^\W\d_{_EAST}][{_EAST}]|[{_EAST}][^\W\d_{_EAST}]|[^\W\d_][{_SIGNS}]+[^\W\d_]"
"""Chinese, Korean and such letters, and signs, inside words of other letters: tambi茅n, je≈õli."""
_MAY_BE_INSIDE = lazy_regex(f"[{_EAST}{_SIGNS}]")
_EASTERN = ("Hans", "Hant", "Jpan", "Kore")


def check(pair: Pair) -> Iterator[Fault]:
    """Report letters of a wrong encoding, shapes of letters, and marks in the place of letters."""
    text, source = pair.target.plain, pair.source.plain
    damaged = (
        damage(text)
        or read_as_latin(pair.translation)
        or _written_out(text)
        or _read_as_western(text, pair.language.locale)
        or _strange_inside(pair)
        or _accents_apart(pair)
        or not_its_letters(pair)
        or _in_no_standard(pair)
    )
    if damaged and damaged not in source:
        yield Fault(message=f"letters of a wrong encoding: {damaged}")
    elif (shape := _PRESENTATION.search(text)) and not _PRESENTATION.search(source):
        yield Fault(
            message=f"a shape of a letter in its place: {shape[0]} (U+{ord(shape[0]):04X})",
            fix="type the letters themselves; the sheet joins them",
        )
    elif _without_marks(pair):
        yield Fault(
            message=f"no letter of this has its marks: {text[:40]}",
            fix="type the letters with their marks",
        )
    elif lost := _lost(pair):
        yield Fault(message=f"a question mark in the place of a letter: {around(text, lost)}")
    elif _ends_otherwise(pair):
        yield Fault(
            message="this ends with a question mark, the English with a full stop",
            fix="write the full stop",
            severity=Severity.WARNING,
        )


_WESTERN = {
    "pl": ("ąćęłńśźżĄĆĘŁŃŚŹŻ", "êæñ¿¹³œŸ"),
    "ro": ("ășțşţĂȘȚŞŢ", "ãþºª"),
    "tr": ("ğışĞİŞ", "ýþðÝÞÐ"),
}
"""Letters that a language alone has, and what they become when its code page is read as 1252."""

_ICELANDIC = frozenset("þð")


def _read_as_western(text: str, locale: str) -> str:
    """Return a word of a text that has no letter of its language, and others in their place."""
    own, others = _WESTERN.get(language_of(locale), ("", ""))
    if not others or not set(own).isdisjoint(text):
        return ""
    found = [word for word in text.split() if not set(others).isdisjoint(word)]
    # A foreign word may have one of them, as Sacré-Cœur; none has it at its end, and few have þ.
    ends = any(
        word.islower()
        and (word.strip('.,;:!?»”")')[-1:] in others or not _ICELANDIC.isdisjoint(word))
        for word in found
    )
    return found[0] if ends or sum(one in others for one in text) > 1 else ""


def _without_marks(pair: Pair) -> bool:
    """Say whether a text of some words has none of the marks that its language never lacks."""
    least = _NEVER_WITHOUT.get(language_of(pair.language.locale))
    if not least or len(pair.target.plain) < least:
        return False
    own = {*pair.source.words}
    words = [word for word in pair.target.words if word not in own]
    letters = "".join(words)
    return letters.isascii() and len(letters) >= least and len({*words}) >= _SOME


_SOME = 6
"""Words that a text has at least which is judged so: fewer may be names."""
_NEVER_WITHOUT = {
    "cs": 120,
    "de": 700,
    "es": 550,
    "fr": 400,
    "hu": 110,
    "pl": 200,
    "pt": 350,
    "ro": 220,
    "tr": 150,
    "vi": 18,
}
"""From how many letters on a text has one with a mark: once in a hundred thousand it has none."""


def _accents_apart(pair: Pair) -> str:
    """Return a word whose accents stand beside their letters, as in TeX and on old keyboards."""
    text = pair.translation
    if not _MAY_BE_APART.search(text):
        return ""
    language = language_of(pair.language.locale)
    found = _TEX.search(text)
    if not found and language in _WITHOUT_APOSTROPHES:
        found = _ACUTE.search(text)
    if not found and language in _OF_CENTRAL_EUROPE:
        found = _CENTRAL.search(text)
    return around(text, found) if found else ""


_MAY_BE_APART = lazy_regex("[\\\\´±¶]")
_TEX = lazy_regex(r"[^\W\d_]\\[~\"^`][A-Za-z]")
_ACUTE = lazy_regex(r"[^\W\d_](?:´|\\')[^\W\d_]|[aeiouAEIOU]´(?!\w)")
_WITHOUT_APOSTROPHES = ("cs", "el", "es", "hu", "pl", "pt", "ro", "sk", "vi")
_CENTRAL = lazy_regex(r"[a-z]±(?!\w)|(?<!\w)¶[a-z]")
_OF_CENTRAL_EUROPE = ("cs", "hr", "hu", "pl", "sk", "sl")
"""Languages whose ą and ś code page 1250 has where another has ± and ¶."""


def _written_out(text: str) -> str:
    """Return a word with letters as a program writes them, or as no language does."""
    bare = without_addresses(text)
    found = _ESCAPED.search(bare) if _MAY_BE_ESCAPED.search(bare) else None
    found = found or next(filter(_is_utf7, _UTF7.finditer(bare)), None)
    if not found and _MAY_BE_RAISED.search(bare):
        found = _RAISED.search(bare)
    if found:
        return around(bare, found)
    found_swapped = _SWAPPED.findall(bare) if _MAY_BE_SWAPPED.search(bare) else ()
    swapped = {one for one in found_swapped if one not in _KNOWN_SWAPPED}
    if not swapped:
        return ""
    small, large = sum(map(str.islower, bare)), sum(map(str.isupper, bare))
    all_large = small <= len(swapped) < large / _TO_EACH
    return " ".join(sorted(swapped)) if all_large or len(swapped) > 1 else ""


_UTF7 = lazy_regex(r"\+(A[A-Z][A-Za-z0-9+/])(?:-|(?![\w+/]))")


def _is_utf7(match: re.Match[str]) -> bool:
    """Say whether a sign of UTF-7 is a letter: +AOk- is é."""
    return chr(int.from_bytes(b64decode(f"{match[1]}A")[:2], "big")).isalpha()


_TO_EACH = 6
"""Large letters to each small one, where a sentence has changed its case."""
_KNOWN_SWAPPED = ("мРНК", "тРНК", "рРНК", "кДНК", "мтДНК")


def _strange_inside(pair: Pair) -> str:
    """Return a word of a text that has a letter or sign of another world inside."""
    if pair.target.plain.isascii() or pair.language.script in _EASTERN:
        return ""
    bare = without_addresses(pair.target.plain)
    found = compiled(_INSIDE_WORDS).search(bare) if _MAY_BE_INSIDE.search(bare) else None
    return around(bare, found) if found and found[0] not in pair.source.plain else ""


def _in_no_standard(pair: Pair) -> str:
    """Return the characters of a Chinese or Japanese text that nobody writes, where they are many.

    A text of another code page has characters that no standard of everyday writing has.
    """
    if pair.language.script not in ("Hans", "Hant", "Jpan"):
        return ""
    han = [one for one in pair.target.plain if "\u4e00" <= one <= "\u9fff"]
    rare = [one for one in dict.fromkeys(han) if not any(is_in(one, name) for name in _STANDARDS)]
    return "".join(rare) if len(rare) >= _MANY and len(rare) > len(han) / 4 else ""


_STANDARDS = ("gb2312", "big5", "shift_jis", "big5hkscs")
_MANY = 3


def _asks(pair: Pair) -> bool:
    """Say whether a source asks something; Greek does with a semicolon."""
    marks = _QUESTION + ";" * (language_of(pair.source_language.locale) == "el")
    return any(mark in pair.source.plain for mark in marks)


def _lost(pair: Pair) -> re.Match[str] | None:
    text = pair.target.plain
    if "?" not in text or _LOST.search(pair.source.plain):
        return None
    bare = without_addresses(text)
    asks = _asks(pair)
    return _LOST.search(bare) or (None if asks else _INSIDE.search(bare))


def _ends_otherwise(pair: Pair) -> bool:
    source, text = pair.source.plain, pair.target.plain
    ends = text.rstrip().endswith("?") and source.rstrip().endswith((".", "!"))
    return ends and not _asks(pair) and len(sentences_of(text)) == len(sentences_of(source)) == 1


RULE = Rule(
    code="TXT015",
    name="letters of a wrong encoding",
    floor=Floor.REASON,
    why="A file that was saved in one encoding and read in another prints tambiÃ©n for también; "
    "shapes of Arabic letters, copied from a PDF, fall apart on the page.",
    fix="type the letters again, or save the file as UTF-8",
    bad=Example(source="Rest helps too.", target="El descanso tambiÃ©n ayuda."),
    good=Example(source="Rest helps too.", target="El descanso también ayuda."),
    check=check,
)
