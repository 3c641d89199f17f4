"""What numbers in words count: two weeks are not tres semanas, nor 2 tablets twice a day one."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from pipeline.check.doses import Amount, amounts_of
from pipeline.check.idioms import says_in_idiom
from pipeline.check.numbers import ENGLISH, Number, find_numbers
from pipeline.check.rule import LASTS, Fault, Pair
from pipeline.check.spelled import spelled_numbers
from pipeline.check.units import units_of
from pipeline.values.lazy_regex import lazy_regex
from pipeline.values.locale import language_of

_TIMES = frozenset(("minute", "hour", "day", "week", "month", "year"))
_KINDS = _TIMES | {"tablet", "drop", "teaspoon", "tablespoon"}

_NAMED = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?"
)
_UNIT = r"(?:minute|hour|day|week|month|year|tablet|pill|drop|teaspoon|tablespoon)s?\b"
_ARTICLE = lazy_regex(
    rf"\b({LASTS}) an? "
    rf"(?={_UNIT}(?! or\b| and a half))",
    re.IGNORECASE,
)
"""An article that says one: after a week, for an hour. In "once a week" it says how often."""
_COUNTS = lazy_regex(
    rf"\b(?:{_NAMED}|[1-9]\d?)(?:[\s-](?:to|or|and)[\s-]\w+|[-–]\d+)?[\s-]{_UNIT}"
    rf"|{_ARTICLE.pattern}",
    re.IGNORECASE,
)
"""Of an English text that counts time, or a medicine."""


def other_counts(pair: Pair) -> Iterator[Fault]:
    """Report an amount of time or of a medicine that has another number, where a word says one.

    Where both texts have figures they are compared elsewhere.
    """
    if not _counts(pair.source.plain):
        return
    source, target = (
        _english(pair.source.plain),
        _in_figures(pair.target.plain, pair.language.locale),
    )
    figures = {one.text for text in (pair.text, pair.translation) for one in find_numbers(text)}
    wanted = amounts_of(source, find_numbers(source, ENGLISH), "en")
    found = _found(target, pair)
    for one in wanted:
        alike = [other for other in found if other.unit == one.unit]
        is_whole = any(value.denominator == 1 for value in one.number.amounts)
        if not is_whole or one.unit not in _KINDS or any(map(one.same_value, alike)):
            continue
        other = next((other for other in alike if _is_another(other, one, wanted)), None)
        if not other or {one.number.text, other.number.text} <= figures:
            continue
        if not says_in_idiom(replace(pair, text=source), one.number):
            yield Fault(
                message=f"the English says {one.number.text} with the unit {one.unit}, "
                f"this says {other.number.text}",
                fix="say the number of the English",
            )
            return


@lru_cache(maxsize=2_000)
def _counts(source: str) -> bool:
    return _COUNTS.search(source) is not None


@lru_cache(maxsize=2_000)
def _english(source: str) -> str:
    return _ARTICLE.sub(r"\1 1 ", _in_figures(source, "en"))


def _found(target: str, pair: Pair) -> list[Amount]:
    """Return the amounts of a translation, with the units that stand before them, too."""
    locale = pair.language.locale
    numbers = find_numbers(target, pair.separators)
    if language_of(locale) in _UNIT_FIRST:
        return [one for number in numbers for one in _behind_unit(target, number, locale)]
    return amounts_of(target, numbers, locale)


_UNIT_FIRST = ("sw",)


def _behind_unit(text: str, number: Number, locale: str) -> Iterator[Amount]:
    word = re.search(r"(\w+)\s$", text[: number.start])
    unit = units_of(locale).get(word[1].casefold(), "") if word else ""
    if unit:
        yield Amount(number, unit)


def _is_another(other: Amount, one: Amount, wanted: Sequence[Amount]) -> bool:
    """Say whether an amount of the translation is none of the source's."""
    if any(known.unit == one.unit and known.same_value(other) for known in wanted):
        return False
    # Every two weeks are one week with and one without; a year and a half is more than one.
    return not ("1" in other.number.values and one.unit in _TIMES)


@lru_cache(maxsize=2_000)
def _in_figures(text: str, locale: str) -> str:
    """Return a text with figures for the words that say one number, and for what has two in it."""
    shown, reached = [], 0
    for spelled in spelled_numbers(text, locale):
        numbers = [one for one, count in spelled.numbers.items() if count == 1]
        if spelled.start >= reached and len(numbers) == 1 and not spelled.is_list:
            shown += [text[reached : spelled.start], numbers[0]]
            reached = spelled.end
    figures = "".join((*shown, text[reached:]))
    for pattern, other in _OTHERWISE.get(language_of(locale), ()):
        figures = pattern.sub(other, figures)
    return figures


Other = str | Callable[[re.Match[str]], str]


def _duals(
    before: str, after: str, units: dict[str, str]
) -> Iterator[tuple[re.Pattern[str], Other]]:
    """Yield the words that say two of a unit by their ending."""
    for form, unit in units.items():
        yield re.compile(rf"(?<!\w){before}{form}{after}(?!\w)"), f" 2 {unit}"


_HAN = "一二三四五六七八九"
_EAST = lazy_regex(
    rf"(?<![{_HAN}十百千万萬第零〇数數几幾])([{_HAN}两兩]?)(十?)([{_HAN}]?)(?=个|個|か|ヶ|ヵ|カ|週|周|星期|天|日|月|年|小[时時]"
    r"|時間|分[钟鐘間]|片|錠|粒|滴)"
)


def _han(match: re.Match[str]) -> str:
    """Return Han numerals up to 99 before what they count as figures."""
    tens, ten, ones = match.groups()
    values = [_HAN.index(one) + 1 if one in _HAN else 2 for one in (tens, ones) if one]
    if not ten:
        return str(values[0]) if len(values) == 1 else match[0]
    return f"{values[0] if tens else 1}{values[-1] if ones else 0}"


_KOREAN = ("한", "두", "세|석|서", "네|넉|너", "다섯", "여섯", "일곱", "여덟", "아홉", "열")
_OTHERWISE: dict[str, tuple[tuple[re.Pattern[str], Other], ...]] = {
    "ar": (
        *_duals(
            r"(?:[وفبلك]|ال|بال|لل)?",
            "(?:ين|ان)",
            {
                "دقيقت": "دقيقة",
                "ساعت": "ساعة",
                "يوم": "يوم",
                "أسبوع": "أسبوع",
                "شهر": "شهر",
                "(?:سنت|عام)": "سنة",
                "(?:قرص|حبت)": "قرص",
            },
        ),
        (
            lazy_regex(
                r"(?<!\w)(?:قرص|حبّ?ة)[\w\u064b-\u0652]*\s(?:1|واحد)[^\W\d]*[\u064b-\u0652]*[^\W\d]*"
            ),
            " 1 قرص",
        ),
    ),
    "he": (
        *_duals(
            "[ושבלמכה]{0,2}",
            "",
            {
                "שעתיים": "שעות",
                "יומיים": "ימים",
                "שבועיים": "שבועות",
                "חודשיים": "חודשים",
                "שנתיים": "שנים",
            },
        ),
        (lazy_regex(r"(?<!\w)(?:טבליי?ה|כדור|גלולה)\s(?:1|אחת|אחד)(?!\w)"), " 1 כדור"),
    ),
    "ja": ((_EAST, _han),),
    "ko": tuple(
        (lazy_regex(rf"(?<![가-힣])(?:{form})(?=\s?(?:시간|주|달|개월|알|정|방울))"), str(count))
        for count, form in enumerate(_KOREAN, 1)
    ),
    "ro": ((lazy_regex(r"(?<!\w)(?:un|o)(?=\s(?:comprimat|tabletă|pastilă))"), "1"),),
    "ru": ((lazy_regex(r"(?<!\w)одн(?:у|ой|а)(?=\sтаблет)"), "1"),),
    "uk": ((lazy_regex(r"(?<!\w)одн(?:у|ією|ій|а)(?=\sтаблет)"), "1"),),
    "zh": ((_EAST, _han),),
}
"""What else says a number, and the figures in its place."""
