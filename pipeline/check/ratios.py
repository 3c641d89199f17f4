"""Parts of a whole and ranges whose two numbers changed places: 10 in 3 people, 65 to 18 years."""

import re
from collections.abc import Iterator
from fractions import Fraction

from pipeline.check.digits import western
from pipeline.check.numbers import ENGLISH, Number, find_numbers
from pipeline.check.rule import Fault, Pair
from pipeline.check.units import unit_after
from pipeline.values.lazy_regex import lazy_regex
from pipeline.values.locale import language_of

_RATIO = lazy_regex(
    r"(?<![\d.,:/$€£-])(\d{1,3}) (?:\w+ )?(?:in|out of|in every|out of every|of every) (\d{1,4})"
    r"(?![\d.,:/%]\d|%)"
)
_RANGE = lazy_regex(
    r"(?<![\d.,:/$€£-])(\d{1,3})(?: to |[-–])(\d{1,3})(?![\d:/-]|[.,]\d| (?:am|pm|a\.m|p\.m))"
)

_WHOLE_BEHIND = {
    "ar": r"(?:من (?:كل|أصل|بين)|من|كل)",
    "bn": r"(?:প্রতি|মধ্যে)",
    "de": r"(?:von(?: je)?|unter|je)",
    "el": r"(?:στους|στις|στα|στο|από τους|από τις|από τα|ανά|κάθε)",
    "es": r"(?:de cada|en cada|por cada|entre cada|de)",
    "fa": r"(?:از هر|از|هر)",
    "fil": r"(?:sa bawat|sa|bawat)",
    "fr": r"(?:sur|parmi)",
    "he": r"(?:מתוך|מכל)",
    "ht": r"(?:sou|nan chak|chak)",
    "it": r"(?:su|ogni)",
    "nl": r"(?:op de|van de|op elke|per|op)",
    "pl": r"(?:na|z|ze|spośród)",
    "pt": r"(?:em cada|de cada|a cada|em|entre)",
    "ro": r"(?:din|la fiecare|dintre)",
    "ru": r"(?:из|на каждые|на|среди)",
    "so": r"(?:ka mid ah|kii)",
    "sw": r"(?:kati ya|katika|kwa kila)",
    "th": r"(?:ใน(?:ทุก)?|จาก|ทุก)",
    "uk": r"(?:із|зі|з|на кожні|на|серед)",
    "vi": r"(?:cứ|trong(?: mỗi| số)?|trên|mỗi)",
    "zh": r"(?:每)",
}
"""What stands before the whole of which a part is told, by language."""

_WHOLE_BEFORE = {
    "bn": r"\s?(?:জনের মধ্যে|জনে|জনের)",
    "hi": r"\s?(?:\S+ )?(?:में से|में)",
    "ja": r"\s?(?:人|名)(?:に|中|のうち|の内|あたり)",
    "ko": r"\s?(?:명|사람)\s?(?:중|당|가운데)",
    "ne": r"\s?(?:जना)?\s?(?:मध्ये|मा)",
    "pa": r"\s?(?:\S+ )?(?:ਵਿੱਚੋਂ|ਵਿਚੋਂ|ਪਿੱਛੇ)",
    "tr": r"\s?(?:['’]?[dt][ae]n?(?!\w)|(?:kişi|insan|hasta)(?:den|dan|nin|nın|de|da)(?!\w))",
    "ur": r"\s?(?:\S+ )?(?:میں سے|میں)",
    "zh": r"\s?(?:个|個|名|位)?(?:人|患者)?(?:中|里|裡|当中|當中)",
}
"""What stands behind the whole."""


def swapped(pair: Pair) -> Iterator[Fault]:
    """Report ratios and ranges of the source whose numbers changed places in the translation."""
    source = pair.source.plain
    yield from _turned(source, pair.target.plain)
    pairs = [(match, False) for match in _RATIO.finditer(source)]
    pairs += [(match, True) for match in _RANGE.finditer(source)]
    if not pairs:
        return
    wanted = find_numbers(source, ENGLISH)
    found = find_numbers(pair.target.plain, pair.separators)
    for match, is_range in pairs:
        less, more = (_only(match[place], wanted, found) for place in (1, 2))
        if not less or not more or int(match[1]) >= int(match[2]):
            continue
        if unit_after(source[match.end() :], "en"):
            continue  # of amounts: `doses.bound_values`
        if _is_descending(pair, less, more) if is_range else _is_inverted(pair, less, more):
            yield Fault(
                message=f"the English says {match[0]}, this has {more.text} and {less.text} "
                "in each other's place",
                fix="give each number the place that it has in the English",
            )


def without_same_share(
    pair: Pair, lost: list[Number], added: list[Number]
) -> tuple[list[Number], list[Number]]:
    """Return the numbers lost and added but for a share that is said in percent: 1 in 5, 20 %."""
    for match in _RATIO.finditer(pair.source.plain) if lost and added else ():
        here = next((one for one in added if _is_share(pair, one, *map(int, match.groups()))), None)
        own = [one for one in lost if match.start() <= one.start < match.end()]
        if here and own:
            lost = [one for one in lost if one not in own]
            added = [one for one in added if one is not here]
    return lost, added


def _is_share(pair: Pair, number: Number, part: int, whole: int) -> bool:
    """Say whether a number of the translation is this share in percent, rounded or not."""
    return is_percent(pair.target.plain, number) and any(
        abs(amount - Fraction(100 * part, whole)) < Fraction(1, 2) for amount in number.amounts
    )


def is_percent(text: str, number: Number) -> bool:
    """Say whether a number has a percent sign, or the word, beside it."""
    return bool(_PERCENT.match(text, number.end) or re.search(r"[%٪]\s?$", text[: number.start]))


_PERCENT = lazy_regex(
    r"\s?(?:[%٪％]|percent|per cent|prozent|por ?cien|pour cent|per ?cento|процент|відсот|procent|"
    r"بالمئة|بالمائة|في المئة|في المائة|درصد|प्रतिशत|শতাংশ|ਪ੍ਰਤੀਸ਼ਤ|فیصد|phần trăm|퍼센트|パーセント|"
    r"τοις εκατό|asilimia|porsyento|pousan|เปอร์เซ็นต์)",
    re.IGNORECASE,
)


def shares_said(source: str) -> Iterator[tuple[str, Fraction]]:
    """Yield the shares that an English text says in words, in percent: one in five, half of all."""
    for match in OF_SO_MANY.finditer(source):
        yield match[0], Fraction(100 * NAMED[match[1].lower()], NAMED[match[2].lower()])
    for match in _HALF_OF.finditer(source):
        yield match[0], Fraction(50)


def other_shares(pair: Pair) -> Iterator[Fault]:
    """Report a share in words that is another one in percent here: one in five, 5 %."""
    said = [*shares_said(pair.source.plain)] if pair.target.has_digits else []
    if len(said) != 1 or "%" in pair.source.plain or "percent" in pair.source.plain:
        return
    text, share = pair.target.plain, said[0][1]
    here = [one for one in find_numbers(text, pair.separators) if is_percent(text, one)]
    if here and not any(abs(value - share) < 1 for one in here for value in one.amounts):
        yield Fault(
            message=f"the English says {said[0][0]}, this says {here[0].text} %",
            fix="say the share of the English",
        )


NAMED = {
    name: number
    for number, name in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1
    )
} | {"twenty": 20, "a hundred": 100}
"""The English numbers of which parts of a whole are told in words."""
OF_SO_MANY = lazy_regex(
    rf"\b({'|'.join(NAMED)}) (?:\w+ )?(?:in|out of)(?: every)? ({'|'.join(NAMED)})\b",
    re.IGNORECASE,
)
_HALF_OF = lazy_regex(
    r"\bhalf (?:of )?(?:all|the (?:people|patients|population|women|men|cases|time))\b",
    re.IGNORECASE,
)

_STROKE = lazy_regex(r"(?<![\d/.,])(\d{2,3})/(\d{2,3})(?![\d/]|[.,]\d)")
_DAYS = 31


def _turned(source: str, target: str) -> Iterator[Fault]:
    """Report two numbers with a stroke between them that changed places: 80/130 for 130/80."""
    here = western(target) if "/" in source else ""
    for match in _STROKE.finditer(source) if here else ():
        first, second = match.groups()
        if max(int(first), int(second)) <= _DAYS or first == second:
            continue  # a day and a month
        if f"{first}/{second}" not in here and re.search(
            rf"(?<!\d){second}\s?/\s?{first}(?!\d)", here
        ):
            yield Fault(
                message=f"the English says {match[0]}, this says {second}/{first}",
                fix="give each number the place that it has in the English",
            )


def _only(digits: str, wanted: list[Number], found: list[Number]) -> Number | None:
    """Return the one number of the translation with this value, if both texts have just one."""
    own = [one for one in wanted if digits in one.values]
    there = [one for one in found if digits in one.values]
    return there[0] if len(own) == len(there) == 1 else None


def _is_descending(pair: Pair, less: Number, more: Number) -> bool:
    text = pair.target.plain
    return more.end <= less.start and bool(_TO.fullmatch(text[more.end : less.start]))


_TO = lazy_regex(
    r"\s?(?:[-–—~〜～至到]|to|bis|a|à|al|do|až|do|до|إلى|تا|से|đến|سے|ਤੋਂ|tot|până la|hanggang|から|"
    r"ila|에서|부터|ถึง|থেকে|देखि|έως|rive|hadi)\s?"
)
"""Between the ends of a range, in our languages."""


def _is_inverted(pair: Pair, less: Number, more: Number) -> bool:
    """Say whether the part is told as the whole, and the whole is not."""
    language = language_of(pair.language.locale)
    return _is_whole(pair.target.plain, less, language) and not _is_whole(
        pair.target.plain, more, language
    )


def _is_whole(text: str, number: Number, language: str) -> bool:
    behind, before = _WHOLE_BEHIND.get(language), _WHOLE_BEFORE.get(language)
    edge = "" if language in ("th", "zh") else r"(?<!\w)"
    return bool(
        (behind and re.search(rf"{edge}{behind}\s?$", text[: number.start].lower()))
        or (before and re.match(before, text[number.end :]))
    )
