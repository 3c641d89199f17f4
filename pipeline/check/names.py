"""Surnames in a translation: in Latin letters or the locale's own, with the language's endings."""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

from pipeline.records.characters import REORDERED
from pipeline.values.language import Language

_APOSTROPHES = "’'ʼ‘`"

_LATIN_ENDINGS = {
    "cs": "a|ovi|em|e|ě|ovy|ova|ovu|ů|ům|y|ech|u",
    "de": "s|es",
    "da": "s",
    "et": "i|it|ile|ist|iga",
    "fi": "in|ia|in|n|lle|sta|ssa|ille|a|ä",
    "hr": "a|u|om|em|e|i|ov|ova|ovu",
    "hu": "nak|nek|ra|re|val|vel|t|ot|et|ről|ról|hoz|hez|ban|ben|ék|é",
    "lt": "as|o|ui|ą|u|e|io|iui|is|į|iu|yje|aus",
    "lv": "s|a|am|u|ā|i|im",
    "nb": "s",
    "nl": "s",
    "pl": "a|owi|em|iem|ie|u|y|ego|emu|ym|im|ze|ów|om|ami|ach|owie|o",
    "ro": "ului|ul",
    "sk": "a|ovi|om|e|u|y|ov|och|ami",
    "sl": "a|u|om|em|i|ov|ova|ovo",
    "sr": "a|u|om|em|e|i",
    "sv": "s",
}
"""What a language adds to a surname in Latin letters without an apostrophe."""

_CYRILLIC_ENDINGS = (
    "а|у|ом|ем|ём|е|є|ы|и|і|ї|ю|я|ов|ев|ів|їв|ам|ям|ами|ями|ах|ях|ой|ою|ей|ею|єю|ым|им|ых|их|"
    "ого|ому|ові|еві|єві|ю"
)
_ARABIC_BEFORE = r"(?:[وف])?(?:[بلك]|لل|ال|بال|وال|كال)?"
_HEBREW_BEFORE = r"[ושבלמכה]{0,3}[-־]?"
_CHINESE_AFTER = "的和与與及、等在是也则則曾就认認为為所提于於将將对對从從把说說"
_BENGALI_AFTER = "ের|র|কে|এর|য়ের|ে"
_KOREAN_AFTER = (
    "은|는|이|가|을|를|의|에|와|과|도|로|으로|에서|에게|께서|이라|라는|까지|부터|만|이나|나|"
    "처럼|보다"
)


def has_surname(surname: str, text: str, language: Language) -> bool:
    """Say whether a surname stands in a text, in Latin letters or in a form on record.

    ``Becker`` is no ``Beck``; ``Becka``, ``Beck’in``, ``Бека`` and ``وبك`` are, each where its
    language writes so.
    """
    if language.script == "Jpan":
        text = f"{text}\n{_folded_kana(text)}"
    return any(pattern.search(text) for pattern in _patterns(surname, language))


def _folded_kana(text: str) -> str:
    """Return a Japanese text with one writing for sounds that are written in two ways."""
    for old, new in (("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴ", "ブ")):
        text = text.replace(old, new)
    return re.sub("(?<=[ェエケセテネヘメレゲゼデベペ])イ", "ー", text)


def _patterns(surname: str, language: Language) -> tuple[re.Pattern[str], ...]:
    forms = language.surnames.get(surname, ())
    if language.script == "Jpan":
        forms = tuple(dict.fromkeys((*forms, *map(_folded_kana, forms))))
    return _compiled(surname, forms, language.locale.split("_")[0], language.script)


@lru_cache(maxsize=4096)
def _compiled(
    surname: str, forms: tuple[str, ...], code: str, script: str
) -> tuple[re.Pattern[str], ...]:
    latin = [_latin(surname, code)]
    return tuple(re.compile(one) for one in latin + [_own(form, script) for form in forms])


def _latin(surname: str, code: str) -> str:
    endings = _LATIN_ENDINGS.get(code)
    ending = rf"(?:{endings})?" if endings else ""
    after = rf"(?:[{_APOSTROPHES}][^\W\d_]{{0,5}}|{ending})"
    body, capitals = (
        re.escape(form).replace(r"\ ", r"[\s\u00a0]+") for form in (surname, surname.upper())
    )
    either = rf"(?:{body}|{capitals})"
    return rf"(?<![A-Za-z\u00c0-\u024f]){either}{after}(?![A-Za-z\u00c0-\u024f])"


def _own(form: str, script: str) -> str:
    body = re.escape(form).replace(r"\ ", r"[\s\u00a0\u200c]+")
    match script:
        case "Cyrl":
            stem = re.escape(form[:-1]) if form[-1] in "аяйьоеи" else body
            return (
                rf"(?<![\u0400-\u052f])(?:{body}|{stem}(?:{_CYRILLIC_ENDINGS}))(?![\u0400-\u052f])"
            )
        case "Grek":
            return rf"(?<![\u0370-\u03ff]){body}(?:ς|ν|υ|α|ας|ου|ο)?(?![\u0370-\u03ff])"
        case "Arab":
            letters = r"\u0620-\u064a\u066e-\u06d3"
            return rf"(?<![{letters}]){_ARABIC_BEFORE}{body}(?:ی|ي)?(?![{letters}])"
        case "Hebr":
            return rf"(?<![\u05d0-\u05ea]){_HEBREW_BEFORE}{body}(?![\u05d0-\u05ea])"
        case "Kore":
            return rf"{body}(?=$|[^\uac00-\ud7a3]|(?:{_KOREAN_AFTER})(?![\uac00-\ud7a3]{{3}}))"
        case "Jpan":
            return rf"(?<![\u30a1-\u30fa\u30fc]){body}(?![\u30a1-\u30fa\u30fc])"
        case "Deva" | "Beng" | "Gujr" | "Guru" | "Taml" | "Telu" | "Knda" | "Mlym":
            return rf"(?<![\u0900-\u0d7f]){body}(?:{_BENGALI_AFTER})?(?![\u0900-\u0d7f])"
        case "Ethi" | "Geor" | "Armn":
            return rf"{body}"
    return rf"{body}(?![\u4e00-\u9fff])|{body}(?=[{_CHINESE_AFTER}])"


_LONGEST_NAME = 40

_SOUNDS = (
    ("zh", "j"),
    ("dj", "j"),
    ("dzh", "j"),
    ("kh", "h"),
    ("sh", "s"),
    ("ch", "k"),
    ("ck", "k"),
    ("ph", "f"),
    ("y", "i"),
    ("w", "v"),
    ("c", "k"),
    ("ou", "u"),
    ("oo", "u"),
    ("'", ""),
    (" ", ""),
)


_WORD = re.compile(rf"(?:[^\W\d_]|[\u0300-\u036f\u064b-\u0652\u200c\u200d{REORDERED}])+")
"""A word with its vowel signs, which are no letters for a pattern."""


def _by_sound(latin: str) -> str:
    """Fold letters that transliterations of one sound differ in."""
    folded = latin.lower()
    for old, new in _SOUNDS:
        folded = folded.replace(old, new)
    return folded


def sounds_like(surname: str, text: str, *, least: float = 0.62) -> str:
    """Return a word of a text that may be a transliteration of a surname, empty where none is."""
    from anyascii import anyascii

    wanted = _by_sound(anyascii(surname))
    best, found = least, ""
    for match in _WORD.finditer(text):
        if len(match[0]) > _LONGEST_NAME:
            continue
        if unicodedata.name(match[0][0], "").startswith("LATIN"):
            continue
        likeness = SequenceMatcher(None, wanted, _by_sound(anyascii(match[0]))).ratio()
        if likeness >= best:
            best, found = likeness, match[0]
    return found
