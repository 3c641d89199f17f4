"""Numbers of a source that a translation says in words: half past seven, noventa, ثماني."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import zip_longest

from pipeline.check.digits import western
from pipeline.check.fractions import digits_in, names_other_whole, parts_said, says_and_a_half
from pipeline.check.idioms import other_idiom, says_in_idiom
from pipeline.check.moments import half_hours, hours_from_dawn
from pipeline.check.numbers import Number, find_numbers
from pipeline.check.ratios import NAMED, OF_SO_MANY
from pipeline.check.rule import Fault, Floor, Pair
from pipeline.check.spelled import spelled_numbers
from pipeline.check.units import unit_after
from pipeline.records.dialling import dialling_of
from pipeline.values.finding import Severity
from pipeline.values.lazy_regex import lazy_regex
from pipeline.values.locale import language_of


def is_worded(pair: Pair, number: Number, added: list[Number]) -> bool:
    """Say whether words of a translation say a number; what they say is taken out of ``added``."""
    # Beside a numeral that nothing explains a word may say something else: 42 godziny na dobę.
    if not added and says_in_idiom(pair, number):
        return True
    if other_idiom(pair, number):
        return False
    if _is_every_day(pair, number) or _is_half_said(pair, number) or _is_part_said(pair, number):
        return True
    if _is_in_hours(pair, number, added) or _is_at_noon(pair, number):
        return True
    if _is_in_tenths(pair, number, added):
        return True
    decade = _decade(pair, number)
    if decade:
        figures = next((one for one in added if one.digits == decade), None)
        if figures:
            added.remove(figures)
            return True
    said = _said(pair.target.plain, pair.language.locale)
    if not said.isdisjoint(hours_from_dawn(pair.source.plain, number, pair.language.locale)):
        return True
    return not said.isdisjoint({*number.values, decade} - {""})


def _is_every_day(pair: Pair, number: Number) -> bool:
    """Say whether 7 days a week are every day."""
    words = EVERY_DAY.get(language_of(pair.language.locale))
    is_week = number.digits == "7" and _A_WEEK.match(pair.source.plain, number.end)
    return bool(words and is_week and re.search(words, pair.target.plain, re.IGNORECASE))


_A_WEEK = lazy_regex(r"[\s-]days?[\s-](?:a|per|each|every)[\s-]week")
EVERY_DAY = {
    "ar": "كل يوم|يومي[ًّ]*ا|(?:جميع|كل|طوال|كافة) أيام",
    "bn": "প্রতি ?দিন|সপ্তাহের প্রতি",
    "de": r"täglich|jeden tag|(?:an )?allen? (?:wochen)?tagen?",
    "el": r"κάθε (?:η?μέρα)|καθημεριν",
    "es": r"todos los días|cada día|a diario|diari",
    "fa": "هر ?روز|همه روز|روزانه",
    "fil": r"araw-araw",
    "fr": r"tous les jours|chaque jour",
    "he": "כל יום|כל ימות",
    "hi": "हर दिन|रोज़|प्रतिदिन|सातों दिन",
    "ht": r"chak jou|tou(?:t|s)? (?:lè |le )?jou",
    "it": r"tutti i giorni|ogni giorno",
    "ja": "毎日|年中無休",
    "ko": "매일|연중무휴",
    "ne": "हरेक दिन|प्रत्येक दिन|सातै दिन|दैनिक",
    "nl": r"(?:elke|iedere) dag|dagelijks",
    "pa": "ਹਰ ਰੋਜ਼|ਹਰ ਦਿਨ|ਰੋਜ਼ਾਨਾ",
    "pl": r"codziennie|każdego dnia|przez cały tydzień",
    "pt": r"todos os dias|diariamente",
    "ro": r"zilnic|în fiecare zi",
    "ru": r"ежедневно|каждый день|без выходных",
    "so": r"maalin (?:kasta|walba)",
    "sw": r"kila siku",
    "th": "ทุกวัน",
    "tr": r"her gün",
    "uk": r"щодня|щоденно|кожного дня|без вихідних",
    "ur": "ہر روز|روزانہ|ہر دن",
    "vi": r"mỗi ngày|h[ằà]ng ngày|các ngày|cả tuần",
    "zh": "每天|每日|天天",
}


def may_be_worded(pair: Pair, number: Number) -> bool:
    """Say whether a good translator may write a word that nobody here knows for the number."""
    if "/" in "".join(number.values):
        return False
    return int(number.digits or 0) <= _SPELLED or bool(_decade(pair, number))


_SPELLED = 12
"""Up to this number a good translator may write any word for it: the third, a dozen."""


@lru_cache(maxsize=2_000)
def _said(text: str, locale: str) -> frozenset[str]:
    """Return the numbers that a text says in words, each of them as one."""
    own = _HAN.findall(text) if language_of(locale) in ("ja", "zh") else ()
    times = dialling_of(locale).times  # dreimal, трижды
    often = (str(count) for count, form in enumerate(times, 1) if form.search(text))
    return frozenset(
        digits
        for one in spelled_numbers(text, locale)
        if not one.is_list
        for digits, count in one.numbers.items()
        if count == 1
    ).union(often, (str(_HAN_DIGITS.index(one) + 1) for one in own))


_HAN_DIGITS = "一二三四五六七八九"
_HAN = lazy_regex(
    rf"(?<![{_HAN_DIGITS}十百千万萬零])[{_HAN_DIGITS}](?![{_HAN_DIGITS}十百千万萬零])"
)
"""A number of one sign, which no row of them has."""


def other_wholes(pair: Pair) -> Iterator[Fault]:
    """Report one in five that is one in four in the translation's words."""
    match = OF_SO_MANY.search(pair.source.plain)
    if not match or "%" in pair.target.plain or "٪" in pair.target.plain:
        return
    text, locale = pair.target.plain, pair.language.locale
    part, whole = NAMED[match[1].lower()], NAMED[match[2].lower()]
    found = {int(one) for one in _said(text, locale) if one.isdecimal()}
    found |= digits_in(pair.target.words, locale)
    found |= {int(one.digits) for one in find_numbers(text, pair.separators) if one.digits}
    if whole not in found and (others := found - {0, 1, part}):
        yield Fault(
            message=f"the English says {match[0]}, this speaks of {max(others)}",
            fix="say the part and the whole of the English",
            severity=Severity.WARNING,
            floor=Floor.REASON,
        )


def _decade(pair: Pair, number: Number) -> str:
    """Return the two digits by which a decade may be called: 90 for the 1990s."""
    is_decade = re.fullmatch(r"(?:1[5-9]|20)\d0", number.text) and re.match(
        r"[’']?s\b", pair.source.plain[number.end :]
    )
    return number.text[2:] if is_decade else ""


_HALF = {
    "ar": "نصف",
    "bn": "অর্ধেক|আধা|সাড়ে|সাড়ে",
    "de": "halb|hälfte",
    "el": "μισ[ήόά]|ήμισ|μισι",
    "es": "medi[oa]|mitad",
    "fa": "نیم|نصف",
    "fil": "medya|kalahati",
    "fr": "demi|moitié",
    "he": "חצי|מחצית",
    "hi": "आध|साढ|डेढ",
    "ht": "edmi|demi|mwatye",
    "it": "mezz|metà",
    "ja": "半",
    "ko": "반",
    "ne": "आध|साढ",
    "nl": "hal[fv]",
    "pa": "ਅੱਧ|ਸਾਢ",
    "pl": "pół|połow",
    "pt": "mei[oa]|metade",
    "ro": "jumătate|jumate",
    "ru": "пол",
    "sw": "nusu",
    "th": "ครึ่ง",
    "tr": "yarı|buçuk",
    "uk": "пів|половин|півтор",
    "ur": "آدھ|ساڑھ|نصف|ڈیڑھ",
    "vi": "nửa|rưỡi",
    "zh": "半",
}
"""How languages say half."""


def wrong_halves(pair: Pair) -> Iterator[Fault]:
    """Report a time at half past an hour that a translation puts an hour too early.

    In German and Dutch half past seven is "halb acht".
    """
    halves = _HALF_TO.get(language_of(pair.language.locale))
    times = half_hours(pair.source.plain)
    said = halves.search(pair.target.plain) if halves and len(times) == 1 else None
    if said:
        time, hour = times[0]
        if _said(said[1], pair.language.locale) & {str(hour % 12), str(hour % 12 or 12)}:
            yield Fault(
                message=f"the English says {time[0]}, this says “{said[0]}”, an hour before",
                fix="name the next hour: half past seven is half of the eighth",
            )


_HALF_TO = {
    "de": lazy_regex(r"\bhalb\s(\w+)", re.IGNORECASE),
    "nl": lazy_regex(r"\bhalf\s(\w+)", re.IGNORECASE),
}


def _is_half_said(pair: Pair, number: Number) -> bool:
    """Say whether "half" says a number: 0.5, half past seven, 30 minutes, half of all people."""
    language, text = language_of(pair.language.locale), pair.target.plain
    words = _HALF.get(language, "(?!)")
    if not (re.search(words, text, re.IGNORECASE) or says_and_a_half(text, language)):
        return False
    whole = _whole_of_half(number)
    if whole is not None:
        there = find_numbers(text, pair.separators)
        numerals = frozenset(int(one.digits) for one in there if one.text.isdecimal())
        return not names_other_whole(pair, whole, numerals)
    if number.digits == "30" and any(
        time.start() <= number.start and number.end <= time.end()
        for time, _ in half_hours(pair.source.plain)
    ):
        return True
    of_what = re.match(r"[\s-]?(minutes?|months?|%|percent)", pair.source.plain[number.end :])
    is_more = _HALVES_OF.get((number.digits, of_what[1].rstrip("s") if of_what else ""))
    return is_more is not None and says_and_a_half(text, language) is is_more


def _is_at_noon(pair: Pair, number: Number) -> bool:
    """Say whether a number is the twelve of "12 noon", which its word says alone."""
    return number.digits == "12" and bool(_NOON.match(pair.source.plain, number.end))


_NOON = lazy_regex(r"\s(?:o[’']clock )?(?:noon|midday|midnight|at night|in the day)\b")


def _whole_of_half(number: Number) -> int | None:
    """Return the whole of a number that ends with a half, 0 for ½; ``None`` for any other."""
    return next((int(one) for one in number.amounts if one.denominator == _HALVED), None)


_HALVED = 2


def _is_in_hours(pair: Pair, number: Number, added: list[Number]) -> bool:
    """Say whether hours and minutes say an amount of either: 1½ hours is 1 h 30, or 90 minutes."""
    unit = unit_after(pair.source.plain[number.end :][:30], "en")
    amounts = number.amounts
    if unit not in _MINUTES or not amounts:
        return False
    wanted = amounts[0] * _MINUTES[unit]
    text, locale = pair.in_numerals(pair.target.plain), pair.language.locale
    numerals = [one for one in added if one.text.isdecimal()]
    for one, after in zip_longest(numerals, numerals[1:]):
        between = text[one.end : after.start] if after else text[one.end :]
        here = unit_after(between[:_BETWEEN], locale)
        if here not in _MINUTES:
            continue
        minutes = [after] if after and here == "hour" and len(between) <= _BETWEEN else []
        said = int(one.digits) * _MINUTES[here] + sum(int(more.digits) for more in minutes)
        if said == wanted:
            for part in (one, *minutes):
                added.remove(part)
            return True
    return False


_MINUTES = {"hour": 60, "minute": 1}
_BETWEEN = 12
"""Letters between hours and minutes, at most."""


_HALVES_OF = {
    ("30", "minute"): False,
    ("90", "minute"): True,
    ("6", "month"): False,
    ("18", "month"): True,
    ("50", "%"): False,
    ("50", "percent"): False,
}
"""What a language may call half of something, and what one and a half."""


def _is_part_said(pair: Pair, number: Number) -> bool:
    """Say whether a third or a quarter is said in words: ⅓, 3/4, 25%."""
    said = parts_said(pair.target.plain, language_of(pair.language.locale))
    if not said.isdisjoint(number.values):
        return True
    of_all = re.match(r"\s?(?:%|percent)", pair.source.plain[number.end :])
    return bool(of_all) and _PERCENT.get(number.digits) in said


_PERCENT = {"25": "1/4", "75": "3/4"}


def _is_in_tenths(pair: Pair, number: Number, added: list[Number]) -> bool:
    """Say whether tenths say a percentage, or a word for a fifth or a tenth does: 两成, 2割."""
    if not _OF_ALL.match(pair.source.plain, number.end):
        return False
    language, text = language_of(pair.language.locale), pair.target.plain
    for match in _TENTHS[language].finditer(western(text)) if language in _TENTHS else ():
        tens, ones = (_digit_of(one) if one else 0 for one in match.groups())
        if number.digits == str(tens * 10 + ones):
            added[:] = [one for one in added if not match.start() <= one.start < match.end()]
            return True
    fifth, tenth = _SHARES.get(language, ("(?!)", "(?!)"))
    share = {"20": fifth, "10": tenth}.get(number.digits)
    return bool(share and re.search(share, text, re.IGNORECASE))


def _digit_of(sign: str) -> int:
    if sign == "半":
        return 5
    return int(sign) if sign.isdecimal() else _HAN_DIGITS.index(_SAME.get(sign, sign)) + 1


_OF_ALL = lazy_regex(r"\s?(?:%|percent|per cent)")
_SAME = {"两": "二", "兩": "二"}
_ONE_OF_TEN = f"[1-9{_HAN_DIGITS}两兩]"
_TENTHS = {
    "ja": lazy_regex(rf"({_ONE_OF_TEN})\s?割(?:({_ONE_OF_TEN}|半)分?)?"),
    "ko": lazy_regex(r"([1-9])\s?할(?:\s?([1-9])푼)?"),
    "zh": lazy_regex(rf"({_ONE_OF_TEN})\s?成(?:({_ONE_OF_TEN}|半))?"),
}
"""Tenths and hundredths of all, in languages that count by them."""
_SHARES = {
    "ar": ("خ[\u064f]?مس(?!\\w)", "ع[\u064f]?شر(?!\\w)"),
    "de": ("fünftel", "zehntel"),
    "el": ("ένα πέμπτο|το πέμπτο", "ένα δέκατο|το δέκατο"),
    "es": ("quinta parte|un quinto", "décima parte|un décimo"),
    "fa": ("یک[\u200c ]?پنجم", "یک[\u200c ]?دهم"),
    "fr": ("un cinquième", "un dixième"),
    "it": ("un quinto|quinta parte", "un decimo|decima parte"),
    "ja": ("五分の一", "十分の一"),
    "ko": ("오분의 일", "십분의 일"),
    "nl": ("een vijfde|één vijfde", "een tiende|één tiende"),
    "pl": (r"jedn\w+ piąt\w+|piąt\w+ częś", r"jedn\w+ dziesiąt\w+|dziesiąt\w+ częś"),
    "pt": ("um quinto|quinta parte", "um décimo|décima parte"),
    "ro": ("o cincime", "o zecime"),
    "ru": (r"пят\w+ част", r"десят\w+ част"),
    "tr": ("beşte bir", "onda bir"),
    "uk": (r"п[’'ʼ]ят\w+ частин", r"десят\w+ частин"),
    "vi": ("một phần năm", "một phần mười"),
    "zh": ("五分之一", "十分之一"),
}
"""A fifth and a tenth of all, in words."""
