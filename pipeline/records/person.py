"""People's names: which words of one say who it is, and whether two are the same person's."""

import re
import unicodedata

from pipeline.values.lazy_regex import lazy_regex

_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
"""Letters that are typed without their stroke, and have no accent that could be taken away."""


def folded(name: str) -> list[str]:
    """Return the words of a name in one spelling, without case and accents, in their order."""
    composed = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    bare = unicodedata.normalize("NFD", composed.translate(_PLAIN))
    # An accent on a Latin, Greek or Cyrillic letter; a vowel of Hindi or Arabic is more than that.
    bare = unicodedata.normalize("NFC", re.sub(r"([a-zͰ-ӿ])[\u0300-\u036f]+", r"\1", bare))
    bare = bare.replace("\u200c", "").replace("\u200d", "")
    return "".join(one if _is_of_a_word(one) else " " for one in bare).split()


def _is_of_a_word(character: str) -> bool:
    """Say whether a character is a letter, a figure, or a sign that stands on one."""
    return unicodedata.category(character)[0] in "LMN"


TITLES = frozenset(
    folded(
        """
        doctor doctors dr drs md mr mrs ms miss mx nurse phd prof professor rn sister
        doctora dra enfermera enfermero lic profesor profesora sr sra srta señor señora señorita
        doutor doutora enfermeira enfermeiro profa senhor senhora
        docteur docteure madame mademoiselle mlle mme monsieur professeur
        doktor dipl frau herr med schwester
        dott dottor dottore dottoressa signor signora ssa
        dokter doktorze lekarz uzm sayın dkt daktari doktè bapak ibu
        γιατρός δρ доктор др лікар врач пан пані
        آقای خانم د دكتور دكتورة الدكتور الدكتورة دکتر ڈاکٹر السيد السيدة
        डॉ डा डॉक्टर श्री श्रीमती डॉ० ডা ডাঃ ডাক্তার ਡਾ ਡਾਕਟਰ
        นพ พญ นาย นาง นางสาว
        """
    )
)
"""What stands before a name, and is none."""

_DEGREES = frozenset(folded("dr dra lic md med phd rn"))
"""What may stand behind one, too."""

_BEHIND_NAMES = frozenset(
    folded(
        """
        aprn bscn dnp dphil edd frcpsych lcsw lmft lmsw lpc lpcc mbbs mph mscn msw pharmd pmhnp psyd
        """
    )
)
"""Degrees and licences that are nobody's name, wherever they stand."""

_BEHIND_A_COMMA = lazy_regex(r"(?:[A-Z][a-zA-Z]?\.? ?)*(?:[A-Z]\.?[a-z]{0,4}\.? ?){2,6}")
"""What stands behind a name and a comma, in capitals: *PhD*, *R.N.*, *FAAN*."""

_ARTICLES = frozenset(folded("the el la le der die il lo o a"))
"""What may stand before a title."""

_BEHIND = lazy_regex(r"(医生|醫生|医師|醫師|先生|女士|教授|护士|護士|さん|박사|선생님|의사|씨)$")
"""Titles that are written onto a name without a space."""

_WHOLE = lazy_regex(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]{2}")
"""Scripts whose names have no space in them, two letters at least."""


def names_in(name: str) -> list[str]:
    """Return the words of a name without titles, and without the place that goes with one name.

    Who has one name alone adds where they can be found: ``Suharto (Puskesmas Kota)``.
    """
    outside = _names(without_place(name))
    return outside if len(outside) == 1 else _names(name)


def without_place(name: str) -> str:
    """Return a name without what stands in brackets, with single spaces."""
    return " ".join(re.sub(r"[(（][^()（）]*[)）]?", " ", name).split())


def without_degrees(name: str) -> str:
    """Return a name without what stands behind a comma in capitals: *Ana Pérez, PhD, LCSW*.

    A name all in capitals may be turned round (PÉREZ SOTO, ANA), and is kept.
    """
    first, *rest = (one.strip() for one in name.split(","))
    if len(first.split()) == 1 or first.upper() == first:
        return name
    return ", ".join([first, *(one for one in rest if not _BEHIND_A_COMMA.fullmatch(one))])


def is_two_people(name: str) -> bool:
    """Say whether a whole name, without its place, has another one behind a comma."""
    parts = without_degrees(name).split(",")
    return sum(len(_names(one)) > 1 for one in parts) > 1


def is_unspaced(text: str) -> bool:
    """Say whether a text has letters of a script that writes no spaces between words."""
    return bool(_WHOLE.search(text))


def _names(text: str) -> list[str]:
    plain = without_degrees(re.sub("[ªº]", "", text))
    words = [_BEHIND.sub("", one) for one in folded(plain)]
    words = [one for one in words if one not in _BEHIND_NAMES]
    if len(words) > 1 and words[0] in _ARTICLES and words[1] in TITLES:
        del words[0]  # la doctora Pérez
    last = [one for one in words[-1:] if one in TITLES - _DEGREES]
    return [one for one in words if one and one not in TITLES and not one.isdecimal()] + last


def is_one_name(name: str) -> bool:
    """Say whether a name is a single one, such as *Dr Maria*, and no place tells whose it is."""
    found = names_in(name)
    place = "".join(re.findall(r"[(（]([^()（）]*)[)）]", name))
    return len(found) == 1 and not _WHOLE.search(found[0]) and len(_names(place)) == 0


def same_name(first: str, second: str) -> bool:
    """Say whether two names are one, in whatever order, case, accents and titles: none is short."""
    return sorted(_names(first)) == sorted(_names(second))


def same_person(first: str, second: str) -> bool:
    """Say whether two names may be the same person's, however they are typed.

    Order, case, accents and titles do not count. An initial may be any name that begins with it,
    and a single name anybody's who has it.
    """
    few, many = sorted((sorted(names_in(first)), sorted(names_in(second))), key=len)
    if not few:
        return folded(first) == folded(second)
    if len(few) == 1 != len(many):
        return len(few[0]) > 1 and few[0] in many
    return len(few) == len(many) and _pair(few, many)


def _pair(first: list[str], second: list[str]) -> bool:
    """Say whether the words of two names pair off, an initial with what begins with it."""
    left = list(second)
    for word in sorted(first, key=len, reverse=True):
        initials = (one for one in left if 1 in (len(one), len(word)) and one[0] == word[0])
        found = word if word in left else next(initials, "")
        if not found:
            return False
        left.remove(found)
    return True
