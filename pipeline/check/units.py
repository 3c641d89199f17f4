"""Units of measure and time as languages write them, from CLDR: ``mg``, ``horas``, ``घंटे``."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from babel import UnknownLocaleError

from pipeline.records.cldr import cldr_data
from pipeline.values.locale import language_of

_UNITS = {
    "duration-second": "second",
    "duration-minute": "minute",
    "duration-hour": "hour",
    "duration-day": "day",
    "duration-week": "week",
    "duration-month": "month",
    "duration-year": "year",
    "mass-microgram": "microgram",
    "mass-milligram": "milligram",
    "mass-gram": "gram",
    "mass-kilogram": "kilogram",
    "mass-ounce": "ounce",
    "mass-pound": "pound",
    "volume-milliliter": "millilitre",
    "volume-centiliter": "centilitre",
    "volume-deciliter": "decilitre",
    "volume-liter": "litre",
    "volume-fluid-ounce": "fluid ounce",
    "volume-teaspoon": "teaspoon",
    "volume-tablespoon": "tablespoon",
    "length-millimeter": "millimetre",
    "length-centimeter": "centimetre",
    "length-meter": "metre",
    "length-kilometer": "kilometre",
    "area-square-centimeter": "square centimetre",
    "area-square-meter": "square metre",
    "area-square-kilometer": "square kilometre",
    "volume-cubic-centimeter": "cubic centimetre",
    "volume-cubic-meter": "cubic metre",
    "volume-cubic-kilometer": "cubic kilometre",
    "temperature-celsius": "degree Celsius",
    "temperature-fahrenheit": "degree Fahrenheit",
    "concentr-percent": "percent",
    "energy-kilocalorie": "kilocalorie",
}
"""CLDR's names of the units that stand on a sheet, and ours."""

_EVERYWHERE = {
    "mcg": "microgram",
    "µg": "microgram",
    "μg": "microgram",
    "mg": "milligram",
    "g": "gram",
    "kg": "kilogram",
    "ml": "millilitre",
    "mL": "millilitre",
    "cl": "centilitre",
    "dl": "decilitre",
    "dL": "decilitre",
    "l": "litre",
    "L": "litre",
    "oz": "ounce",
    "lb": "pound",
    "mm": "millimetre",
    "cm": "centimetre",
    "km": "kilometre",
    **{
        f"{sign}{power}": f"{kind} {name}"
        for sign, name in (("cm", "centimetre"), ("m", "metre"), ("km", "kilometre"))
        for power, kind in (("²", "square"), ("2", "square"), ("³", "cubic"), ("3", "cubic"))
    },
    "㎡": "square metre",
    "㎥": "cubic metre",
    "°C": "degree Celsius",
    "℃": "degree Celsius",
    "°F": "degree Fahrenheit",
    "℉": "degree Fahrenheit",
    "%": "percent",
    "％": "percent",
    "‰": "permille",
    "٪": "percent",
    "IU": "unit",
    "㎎": "milligram",
    "㎍": "microgram",
    "㎖": "millilitre",
    "㎏": "kilogram",
}
"""Signs that every language may use beside its own."""

_OURS = {
    "en": {
        "percent": "percent",
        "per cent": "percent",
        "units": "unit",
        "tablet": "tablet",
        "tablets": "tablet",
        "pill": "tablet",
        "pills": "tablet",
        "drop": "drop",
        "drops": "drop",
        **dict.fromkeys(("litre", "litres"), "litre"),
        **dict.fromkeys(("millilitre", "millilitres"), "millilitre"),
        **{
            f"{kind} {name}{s}": f"{kind} {name}"
            for kind in ("square", "cubic")
            for name in ("centimetre", "metre", "kilometre")
            for s in ("", "s")
        },
        "mgs": "milligram",
        "hrs": "hour",
        "hr": "hour",
        "mins": "minute",
    },
    "am": {"ሚሊግራም": "milligram", "ሰዓት": "hour", "ሰዓታት": "hour"},
    "ar": {"ملغ": "milligram", "مغ": "milligram", "ملجم": "milligram", "مل": "millilitre"},
    "bn": {
        "মিগ্রা": "milligram",
        "মি.গ্রা.": "milligram",
        "মি. গ্রা.": "milligram",
        "মিলিগ্রাম": "milligram",
        "মিলি": "millilitre",
        "ঘণ্টা": "hour",
        "দিন": "day",
    },
    "de": {
        "Quadratmetern": "square metre",
        "Kubikmetern": "cubic metre",
        "Prozent": "percent",
        "I.E.": "unit",
        "IE": "unit",
        "I. E.": "unit",
    },
    "es": {"por ciento": "percent", "UI": "unit", "h": "hour", "hs": "hour"},
    "fa": {"میلی\u200cگرم": "milligram", "میلی گرم": "milligram", "درصد": "percent"},
    "fr": {"pour cent": "percent", "UI": "unit"},
    "hi": {
        "मिग्रा": "milligram",
        "मि.ग्रा.": "milligram",
        "ग्रा": "gram",
        "ग्रा.": "gram",
        "प्रतिशत": "percent",
    },
    "ht": {
        **dict.fromkeys(("minit", "minit yo"), "minute"),
        **dict.fromkeys(("è", "èdtan", "èd tan"), "hour"),
        "jou": "day",
        **dict.fromkeys(("semèn", "senmenn"), "week"),
        "mwa": "month",
        **dict.fromkeys(("an", "ane", "lane"), "year"),
    },
    "it": {"per cento": "percent", "UI": "unit"},
    "ja": {"ミリグラム": "milligram", "パーセント": "percent", "錠": "tablet"},
    "ko": {
        "밀리그램": "milligram",
        "퍼센트": "percent",
        "정": "tablet",
        "일": "day",
        "주": "week",
        "년": "year",
    },
    "ne": {
        "मि.ग्रा.": "milligram",
        "मिग्रा": "milligram",
        "मिलिग्राम": "milligram",
        "ग्राम": "gram",
        "घण्टा": "hour",
        "दिन": "day",
        "चक्की": "tablet",
        "प्रतिशत": "percent",
    },
    "pa": {
        "ਮਿਲੀਗ੍ਰਾਮ": "milligram",
        "ਮਿ.ਗ੍ਰਾ.": "milligram",
        "ਮਿਲੀਲੀਟਰ": "millilitre",
        **dict.fromkeys(("ਘੰਟੇ", "ਘੰਟਿਆਂ"), "hour"),
        **dict.fromkeys(("ਦਿਨ", "ਦਿਨਾਂ"), "day"),
        **dict.fromkeys(("ਫ਼ੀਸਦੀ", "ਪ੍ਰਤੀਸ਼ਤ"), "percent"),
    },
    "pl": {"procent": "percent", "j.m.": "unit", "godz.": "hour"},
    "pt": {"por cento": "percent", "UI": "unit"},
    "ru": {"МЕ": "unit", "процентов": "percent", "процента": "percent", "мкг": "microgram"},
    "th": {"มก.": "milligram", "มก": "milligram", "เปอร์เซ็นต์": "percent"},
    "tr": {"yüzde": "percent", "tablet": "tablet", "hap": "tablet"},
    "uk": {"МО": "unit", "відсотків": "percent", "відсотки": "percent", "мкг": "microgram"},
    "ur": {
        "ملی گرام": "milligram",
        **dict.fromkeys(("گھنٹے", "گھنٹوں"), "hour"),
        **dict.fromkeys(("دن", "دنوں"), "day"),
        "فیصد": "percent",
    },
    "vi": {"phần trăm": "percent", "tiếng": "hour", "giờ": "hour"},
    "zh": {
        "毫克": "milligram",
        "微克": "microgram",
        "克": "gram",
        "公克": "gram",
        "小时": "hour",
        "小時": "hour",
        "个小时": "hour",
        "個小時": "hour",
        "片": "tablet",
    },
}
"""What CLDR does not have, by language: dispensers' abbreviations, and words that are inflected."""


_TABLETS = {
    "ar": (
        "قرص",
        "أقراص",
        "قرصًا",
        "حبة",
        "حبات",
    ),
    "bn": (
        "ট্যাবলেট",
        "টি ট্যাবলেট",
    ),
    "de": (
        "Tablette",
        "Tabletten",
    ),
    "el": (
        "δισκίο",
        "δισκία",
        "χάπι",
        "χάπια",
    ),
    "es": (
        "comprimido",
        "comprimidos",
        "tableta",
        "tabletas",
        "pastilla",
        "pastillas",
    ),
    "fa": ("قرص",),
    "fil": (
        "tableta",
        "na tableta",
    ),
    "he": (
        "טבליה",
        "טבלייה",
        "טבליות",
        "כדור",
        "כדורים",
        "גלולה",
        "גלולות",
    ),
    "fr": (
        "comprimé",
        "comprimés",
        "cachet",
        "cachets",
    ),
    "hi": (
        "गोली",
        "गोलियाँ",
        "गोलियां",
    ),
    "ht": (
        "grenn",
        "konprime",
    ),
    "it": (
        "compressa",
        "compresse",
    ),
    "ne": ("ट्याब्लेट",),
    "nl": (
        "tablet",
        "tabletten",
    ),
    "pa": (
        "ਗੋਲੀ",
        "ਗੋਲੀਆਂ",
    ),
    "pl": (
        "tabletka",
        "tabletki",
        "tabletek",
        "tabletkę",
    ),
    "pt": (
        "comprimido",
        "comprimidos",
    ),
    "ro": (
        "comprimat",
        "comprimate",
    ),
    "ru": (
        "таблетка",
        "таблетки",
        "таблеток",
        "таблетку",
        "таблетке",
    ),
    "th": ("เม็ด",),
    "uk": (
        "таблетка",
        "таблетки",
        "таблеток",
        "таблетку",
    ),
    "ur": (
        "گولی",
        "گولیاں",
        "گولیوں",
    ),
    "vi": ("viên",),
}
"""What languages call tablets, in the forms that stand behind a number."""


_INFLECTED = {
    "de": {
        "Stunden": "hour",
        "Tagen": "day",
        "Wochen": "week",
        "Monaten": "month",
        "Jahren": "year",
    },
    "hi": {
        **dict.fromkeys(("मिनटों",), "minute"),
        **dict.fromkeys(("हफ़्ते", "हफ़्तों", "हफ्ते", "हफ्तों", "सप्ताहों"), "week"),
        **dict.fromkeys(("महीने", "महीनों"), "month"),
        **dict.fromkeys(("साल", "सालों", "वर्षों"), "year"),
    },
    "it": {"settimane": "week"},
    "ja": {"ヶ月": "month", "ヵ月": "month", "カ月": "month", "日間": "day", "年間": "year"},
    "ko": {"달": "month", "주일": "week"},
    "pl": {
        **dict.fromkeys(("minutach", "minutami", "minutom"), "minute"),
        **dict.fromkeys(("godzinach", "godzinami", "godzinom"), "hour"),
        **dict.fromkeys(("dniach", "dniami", "dniom"), "day"),
        **dict.fromkeys(("tygodniach", "tygodniami", "tygodniom"), "week"),
        **dict.fromkeys(("miesiącach", "miesiącami", "miesiącom"), "month"),
        **dict.fromkeys(("latach", "latami", "latom"), "year"),
    },
    "ru": {
        **dict.fromkeys(("минутами", "минутах", "минутам"), "minute"),
        **dict.fromkeys(("часами", "часах", "часам"), "hour"),
        **dict.fromkeys(("днями", "днях", "дням"), "day"),
        **dict.fromkeys(("неделями", "неделях", "неделям"), "week"),
        **dict.fromkeys(("месяцами", "месяцах", "месяцам"), "month"),
        **dict.fromkeys(("годами", "годах", "годам"), "year"),
    },
    "uk": {
        **dict.fromkeys(("хвилинами", "хвилинах"), "minute"),
        **dict.fromkeys(("годинами", "годинах"), "hour"),
        **dict.fromkeys(("днями", "днях"), "day"),
        **dict.fromkeys(("тижнями", "тижнях"), "week"),
        **dict.fromkeys(("місяцями", "місяцях"), "month"),
        **dict.fromkeys(("роками", "роках"), "year"),
    },
    "ur": {"ہفتوں": "week", "مہینوں": "month", "مہینے": "month", "سالوں": "year", "سال": "year"},
    "zh": {
        **dict.fromkeys(("个星期", "個星期", "星期", "个礼拜", "個禮拜"), "week"),
        **dict.fromkeys(("分钟", "分鐘"), "minute"),
    },
}
"""Units of time in the cases that CLDR does not have, and as people say them."""


def _is_form(word: str) -> bool:
    """Say whether a form of CLDR names a unit by itself: "a" is a word of Spanish, not its year."""
    is_letter = len(word.rstrip(".")) == 1 and unicodedata.name(word[0], "").split()[0] != "CJK"
    return bool(word) and "{" not in word and (not is_letter or word in _LETTERS)


_LETTERS = ("h", "g", "l", "%", "г", "л", "ч", "٪")
"""Units of one letter that no text means otherwise behind a number."""


_WORDS_TOO = {"hi": ("से",)}
"""Forms of CLDR that a sentence means otherwise behind a number: 4 से ज़्यादा is more than 4."""


@cache
def units_of(locale: str) -> Mapping[str, str]:
    """Return how a locale writes units: each form in lower case, and the unit that it names."""
    found: dict[str, str] = {}
    name = locale
    while name:
        for unit, form in _forms_of(name):
            word = re.sub(r"\{0\}", "", form).strip(" \u00a0\u202f\u200f\u200e")
            if _is_form(word):
                found.setdefault(word.casefold(), unit)
        name = name.rpartition("_")[0]
    language = language_of(locale)
    for word in _WORDS_TOO.get(language, ()):
        found.pop(word, None)
    own = {**_EVERYWHERE, **_OURS.get(language, {}), **_INFLECTED.get(language, {})}
    own |= dict.fromkeys(_TABLETS.get(language, ()), "tablet")
    return {**found, **{form.casefold(): unit for form, unit in own.items()}}


def _forms_of(locale: str) -> Iterator[tuple[str, str]]:
    """Yield each form that CLDR has of our units in a locale itself, with a mark for the number."""
    try:
        # Babel's public functions give one form at a time, and are thirty times slower.
        patterns = cldr_data(locale)._data.get("unit_patterns", {})
    except (UnknownLocaleError, ValueError):
        return
    for unit, ours in _UNITS.items():
        cases = [one for one in patterns.get(unit, {}).values() if isinstance(one, Mapping)]
        yield from (
            (ours, str(form)) for one in cases for case, form in one.items() if case != "per"
        )


@cache
def _pattern(locale: str) -> re.Pattern[str]:
    forms = sorted(map(re.escape, units_of(locale)), key=len, reverse=True)
    either = "|".join(forms)
    endings = _ENDINGS.get(language_of(locale), "")
    return re.compile(
        rf"[\s\u00a0\u202f-]{{0,2}}({either}){endings}(?![{_PARTED}]|\d|\.[^\W\d_])", re.IGNORECASE
    )


_PARTED = "A-Za-zÀ-ɏЀ-ӿ\u0620-\u064a\u066e-\u06d3\u0900-\u0963\u0980-\u09e3\u0a01-\u0a75"
"""Letters of scripts that part words, and the marks on them: ली is a litre, and लीजिए is not."""

_ENDINGS = {
    "tr": r"(?:l[ae]r)?(?:[td][ae]n?|[ıiuü]n?|[yn]?[ıiuüae]|l[ıiuü]k)?",
    "bn": r"(?:\u09af\u09bc|\u09df|ে|র|তে)?",
    "hi": r"(?:ों|ें|े|ो)?",
    "fa": r"(?:\u200c?(?:ه|ها|های|ی))?",
    "ne": r"(?:भन्दा|सम्म|देखि|मा|को|का|ले|पछि|अघि)?",
}
"""What a sentence puts behind a unit: 24 saatte is in 24 hours."""


def unit_after(text: str, locale: str) -> str:
    """Return the unit with which a text begins, empty where it begins with none."""
    match = _pattern(locale).match(text)
    unit = units_of(locale).get(match[1].casefold(), "") if match else ""
    if match and unit in _OF_CLOCKS and _MINUTES.match(text, match.end()):
        return ""  # 17 h 45 is a time of day
    return unit


_OF_CLOCKS = ("hour", "minute")
_MINUTES = re.compile(r"\s?\d{1,2}(?!\d|[.,٫]\d)")


def follows_unit(text: str, locale: str) -> bool:
    """Say whether a text, as it stands behind a number, begins with a unit; 17 h 45 has one too."""
    return bool(_pattern(locale).match(text))
