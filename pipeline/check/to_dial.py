"""Whether digits stand as something to dial, or as an amount, a date, or the number of a part."""

import re
from collections.abc import Sequence
from functools import cache

from pipeline.check.moments import stands_beside_month
from pipeline.check.units import follows_unit
from pipeline.records.csl_terms import part_words
from pipeline.records.dialling import Dialling, dialling_of
from pipeline.values.lazy_regex import lazy_regex

BESIDE = 60
"""Letters before and behind a number that are looked at."""

_OF_LINE = 3
"""Digits of the number of a telephone line; fewer are those of a bus."""


def is_to_dial(text: str, start: int, end: int, locale: str) -> bool:
    """Say whether a number stands as something to dial: a word for that stands beside it."""
    start += text.startswith("(", start)
    before, after = text[max(0, start - BESIDE) : start], text[end : end + BESIDE]
    if is_behind_sign(text, start):
        return True
    if re.search(r"[A-Za-z]$|\d[/:.,]$|[$€£¥#§]\s?$", before):
        return False
    words, is_measured = dialling_of(locale), follows_unit(after, locale)
    if not is_measured and _is_labelled(before, after, text[start:end], words):
        return True
    if not is_measured and _is_beside_place(before, after, text[start:end], words):
        return True
    is_whole = end - start >= _OF_LINE and not YEAR.fullmatch(text[start:end])
    if is_whole and words.contacted.search(after):
        return True
    if re.match(r"/|:\d|[%‰°]|[.,]\d|[-‐‑][A-Za-z]|\s?[%‰°€$£¥]", after) or is_measured:
        return False
    if end - start <= _FEW and stands_beside_month(before, after, locale):
        return False
    if end - start >= _OF_LINE and words.line.search(before):
        return True
    if is_whole and words.serves.search(after):
        return True
    if words.counted.search(after) or re.match(r"[A-Za-z]", after):
        return False
    if is_whole and _ENDED.match(after) and words.contact.search(before):
        return True
    return bool(words.before.search(before) or words.after.search(after))


def _is_labelled(before: str, after: str, number: str, words: Dialling) -> bool:
    """Say whether a number stands beside who comes in an emergency: "999 – ambulance"."""
    if _IN_AMOUNT.match(after):
        return False
    before, after = _OTHER_BEFORE.sub("", before), _OTHER_AFTER.sub("", after)
    label, behind = words.labels.search(before), words.labelled.search(after)
    if len(number) < _OF_LINE:
        # A short one needs a sign: "15 ambulances" are many, "15 – ambulance" is one to dial.
        return bool(label and _PARTS.search(label[0])) or bool(behind and _PARTS.match(behind[0]))
    if words.counted.search(after):
        return False
    if label:
        return True
    is_year = YEAR.fullmatch(number)
    found = behind or words.leads.search(before) or words.told.search(after)
    return bool(found and not is_year)


def is_label(before: str, after: str, locale: str) -> bool:
    """Say whether a word for an emergency stands before or behind, with a sign: "Police: "."""
    words = dialling_of(locale)
    label, behind = words.labels.search(before), words.labelled.search(after)
    if label and _PARTS.search(label[0]):
        return True
    return bool(behind and _PARTS.match(behind[0])) or words.told.search(after) is not None


def _is_beside_place(before: str, after: str, number: str, words: Dialling) -> bool:
    """Say whether a number stands for where one goes in an emergency: ER or 911, 999 / A&E."""
    if YEAR.fullmatch(number) or _IN_AMOUNT.match(after) or words.counted.search(after):
        return False
    if words.place_after.search(after):
        return True
    return bool(_ENDED.match(after) and words.place_before.search(before))


_ENDED = lazy_regex(
    r"(?:\s|[番号號번]|[へに]|으?로)?\s?(?:$|[.!?;,:)\]…。！？；，、：）।۔؟،؛]|[–—-]\s|/)"
)
"""The end of what is said, behind a number that nothing is counted with."""

_IN_AMOUNT = lazy_regex(r"[/:.,]\d|\s?[%‰°€$£¥]")
_PARTS = lazy_regex(r"\W*[-–—=:|→·•：（(]")
_OTHER = r"\d{2,5}"
_OTHER_BEFORE = lazy_regex(rf"(?<!\d){_OTHER}(?:\s?[/,]\s?|\s[^\W\d]{{1,5}}\s)$")
_OTHER_AFTER = lazy_regex(rf"^(?:\s?[/,]\s?|\s[^\W\d]{{1,5}}\s){_OTHER}(?!\d)")
"""Another number beside the first, with one label for both: 911 or 112."""
YEAR = lazy_regex(r"1[89]\d\d|20\d\d")


def is_behind_sign(text: str, start: int) -> bool:
    """Say whether the sign or the short word for a telephone stands right before a number."""
    return _SIGN.search(text[max(0, start - BESIDE) : start]) is not None


_SIGN = lazy_regex(r"(?:(?<!\w)t[eé]l(?:\.\s?:?|:)|[☎☏✆📞📱🕿]\ufe0f?)\s*$", re.IGNORECASE)
"""What stands right before a telephone number, and before nothing that is counted."""


def is_amount(text: str, start: int, end: int, locale: str) -> bool:
    """Say whether a short number is an amount even in a crisis note, where nobody says to dial it.

    That is a part of 1,000, what a percent sign follows, and two digits beside a unit or what is
    counted: 15 minutes, 15 to 24 years. "112 day and night" is none.
    """
    if is_to_dial(text, start, end, locale):
        return False
    before, after = text[max(0, start - 2) : start], text[end : end + BESIDE]
    if re.search(r"\d[.,٬’']$", before) or re.match(r"[.,٬’']\d{3}(?!\d)|\s?[%‰٪％]", after):
        return True
    last = re.match(r"(?:\s?[-–—~〜～]\s?|\s\S{1,6}\s)\d\d(?!\d)", after)
    rest = after[last.end() :] if last else after
    word = re.search(r"(\S+)\s$", text[:start])
    return end - start == _FEW and (
        follows_unit(rest, locale)
        or bool(word and follows_unit(f" {word[1]}", locale))
        or bool(dialling_of(locale).counted.search(after))
    )


_FEW = 2
"""Digits of the shortest number that is dialled."""


def is_said_to_dial(text: str, start: int, locale: str) -> bool:
    """Say whether the very word before a number says to dial it."""
    word = re.search(r"\S{1,20}\s*$", text[max(0, start - BESIDE) : start])
    return bool(word and dialling_of(locale).before.search(word[0]))


def is_close_to_dial(text: str, start: int, end: int, locale: str) -> bool:
    """Say whether at most small words stand between a number and the word that says to dial it."""
    words = dialling_of(locale)
    if words.after.search(text[end : end + BESIDE]):
        return True
    found = words.before.search(text[max(0, start - BESIDE) : start])
    between = (found and found.groupdict().get("between")) or ""
    return bool(found) and all(len(word) <= _SMALL for word in re.findall(r"\w+", between))


_SMALL = 4
"""Letters of a word that is an article or a preposition in most languages."""


def is_of_a_part(text: str, start: int, locale: str) -> bool:
    """Say whether a number is that of a version, a section or a page: a word for one is before."""
    return bool(_part_before(locale).search(text[max(0, start - BESIDE) : start]))


@cache
def _part_before(locale: str) -> re.Pattern[str]:
    words = part_words(locale)
    short = "|".join(map(re.escape, words))
    if dialling_of(locale).together:
        apart = r"(?<![^\s(（])"
        short = "|".join(
            re.escape(word) if len(word) > 1 or _HAN.match(word) else apart + re.escape(word)
            for word in words
        )
        return re.compile(rf"(?:{short})[^\d。！？.!?]{{0,4}}$", re.IGNORECASE)
    stems = "|".join(re.escape(word[:-1]) for word in words if len(word) >= _LONG)
    whole = "|".join(re.escape(word) for word in words if len(word) > len("pp"))
    return re.compile(
        rf"(?<!\w)(?:(?:{stems})\w*|{whole}|(?:{short})\.|[§¶]+)(?:\s+\w+\.?)?[\s:(]*$",
        re.IGNORECASE,
    )


_HAN = lazy_regex(r"[\u3400-\u9fff]")
"""A sign that is a word by itself; other letters end words: น. is a page, แปรปรวน none."""

_LONG = 6
"""Letters of a word that may end in another letter, or begin another word: Versionsnummer."""


def is_date(groups: Sequence[str], joiners: Sequence[str]) -> bool:
    """Say whether digits are a day: 13.11.14, 11/13/2014, 2014-11-13."""
    if len(groups) != len("dmy") or len({*joiners}) != 1 or joiners[0].strip() not in _OF_DATES:
        return False
    first, second, third = map(int, groups)
    year_first = len(groups[0]) == len("2014")
    one, other = (second, third) if year_first else (first, second)
    years = groups[0] if year_first else groups[2]
    days = groups[1:] if year_first else groups[:2]
    is_year = len(years) in (len("14"), len("2014"))
    is_day = min(one, other) in range(1, 13) and max(one, other) in range(1, 32)
    return is_year and is_day and all(len(group) <= len("13") for group in days)


_OF_DATES = (".", "/", "-", "‐", "‑", "⁄", "∕", "．", "／")
