"""Words that make a number a multiple of itself: 2 ล้าน and 20 lakh are two million."""

import re
from decimal import Decimal

from pipeline.values.locale import language_of

_ANYWHERE = (
    (r"(?:thousand|mil\b|тыс|тис|千|พัน|हज़ार|হাজার)", 3),
    (r"(?:万|萬|만)", 4),
    (r"(?:लाख|লাখ|lakh)", 5),
    (r"(?:million|millón|millones|milh|milion|Million|млн|миллион|мільйон|مليون|میلیون)", 6),
    (r"(?:crore|करोड़)", 7),
    (r"(?:億|亿|억)", 8),
)
"""What multiplies the number before it, and by which power of ten."""

_LARGE = re.compile(
    r"\s?(?:mil (?:millones|milhões)|milliard|miliard|milyar|миллиард|мільярд|مليار|میلیارد|ارب|अरब"
    r"|พันล้าน|tỷ|tỉ|billion\b|bilh|십억|[十][億亿])",
    re.IGNORECASE,
)
"""A thousand million: 10⁹, in English too."""

_BEHIND = {
    "ar": ((r"(?:ألف|آلاف|الف)", 3), (r"ملايين", 6)),
    "bn": ((r"কোটি", 7),),
    "da": ((r"tusind", 3),),
    "de": ((r"Tausend", 3),),
    "el": ((r"χιλιάδες", 3), (r"εκατομμύρι", 6)),
    "fa": ((r"هزار", 3),),
    "fil": ((r"libo", 3), (r"milyon", 6)),
    "fr": ((r"mille\b", 3),),
    "hi": ((r"हज[\u093c]?ार", 3), (r"करोड[\u093c]", 7)),
    "ht": ((r"milyon", 6),),
    "id": ((r"ribu", 3), (r"juta", 6)),
    "it": ((r"mila\b", 3),),
    "ko": ((r"천", 3), (r"백만", 6), (r"천만", 7)),
    "nb": ((r"tusen", 3),),
    "ne": ((r"हजार", 3), (r"करोड", 7)),
    "nl": ((r"duizend", 3), (r"miljoen", 6)),
    "pa": ((r"ਹਜ਼ਾਰ", 3), (r"ਲੱਖ", 5), (r"ਕਰੋੜ", 7)),
    "pl": ((r"tys", 3),),
    "ro": ((r"(?:de )?mii\b", 3), (r"(?:de )?mili(?:on|oane)", 6)),
    "sv": ((r"tusen", 3),),
    "th": ((r"หมื่น", 4), (r"แสน", 5), (r"ล้าน", 6)),
    "tr": ((r"bin\b", 3), (r"milyon", 6)),
    "ur": ((r"ہزار", 3), (r"لاکھ", 5), (r"ملین", 6), (r"کروڑ", 7)),
    "vi": ((r"(?:nghìn|ngàn)", 3), (r"triệu", 6)),
    "zh": ((r"百[万萬]", 6), (r"千[万萬]", 7)),
}
_BEFORE = {"sw": ((r"elfu", 3), (r"laki", 5), (r"milioni", 6))}
"""The same, by language, where it stands behind a number, and before one."""

_PARTS = re.compile(r"\s?[万萬만]\s?(\d{1,4})\s?([千천]?)(?!\d)")
"""What stands behind the ten thousands of a number: 1万5千, 1만 2000."""


def scaled(
    values: frozenset[str], text: str, start: int, end: int, locale: str
) -> tuple[frozenset[str], int]:
    """Add to a number's values what a word beside it makes of it; say where what was read ends."""
    parts = _PARTS.match(text, end)
    if parts and text[start:end].isdecimal():
        rest = int(parts[1]) * (1000 if parts[2] else 1)
        if rest < _MYRIAD:
            return frozenset({str(int(text[start:end]) * _MYRIAD + rest)}), parts.end()
    powers = powers_of(text, start, end, locale)
    more = {
        format(Decimal(value).scaleb(power).normalize(), "f")
        for value in values
        for power in powers
    }
    return values | more, end


def powers_of(text: str, start: int, end: int, locale: str) -> frozenset[int]:
    """Return by which powers of ten words beside a number multiply it; none where nothing does."""
    language, after = language_of(locale), text[end : end + _REACH]
    powers = set()
    if _LARGE.match(text, end):
        return frozenset({_THOUSAND_MILLION})
    if after.lstrip()[:1].isalpha():
        powers = {
            power
            for pattern, power in (*_ANYWHERE, *_BEHIND.get(language, ()))
            if re.match(r"\s?" + pattern, after)
        }
    before = text[max(0, start - _REACH) : start]
    powers |= {
        power
        for pattern, power in _BEFORE.get(language, ())
        if re.search(rf"(?<!\w){pattern}\s$", before)
    }
    return frozenset(powers)


_MYRIAD = 10_000
_THOUSAND_MILLION = 9
_REACH = 12
"""Letters beside a number in which such a word begins."""
