"""Numbers that a language has a word of its own for: quinze jours, ein Dutzend, डेढ़ हज़ार."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache, lru_cache

from pipeline.check.doses import speaks_of_dose
from pipeline.check.numbers import ENGLISH, Number, find_numbers
from pipeline.check.rule import Pair
from pipeline.check.spelled import spelled_numbers
from pipeline.check.units import unit_after
from pipeline.check.writing import UNSPACED
from pipeline.values.locale import language_of

_MINUTES = {"min": 1, "h": 60, "d": 24 * 60, "w": 7 * 24 * 60}
_MONTHS = {"mo": 1, "y": 12}
_OF_UNITS = {"minute": "min", "hour": "h", "day": "d", "week": "w", "month": "mo", "year": "y"}

_IDIOMS = {
    "ar": {
        "دزينة": "12",
        "ثلاثة أرباع (?:ال)?ساعة": "45min",
        "ربع (?:ال)?ساعة": "15min",
        "م[ائ]{1,2}ت(?:ا|ي|ان|ين)": "200",
        "ألف(?:ا|ي|ان|ين)": "2000",
        "ساعت(?:ان|ين)": "2h",
        "يوم(?:ان|ين)": "2d",
        "أسبوع(?:ان|ين)": "2w",
        "شهر(?:ان|ين)": "2mo",
        "(?:سنت|عام)(?:ان|ين)": "2y",
        "يوم(?: واحد| كامل)": "1d",
        "لمدة (?:سنة|عام)": "12mo",
    },
    "bn": {"ডজন": "12", "পৌনে এক ঘণ্টা": "45min", "সোয়া ঘণ্টা": "75min", "দুই সপ্তাহ": "2w"},
    "de": {
        "halbes dutzend": "6",
        "dutzend": "12",
        "dreiviertelstunde": "45min",
        "viertelstunde": "15min",
        "acht tagen?": "8d 1w",
        "vierteljahr": "3mo",
        "halbjahr": "6mo",
        "eine[mn]? tag": "1d",
        "ein tag": "1d",
    },
    "el": {
        "δωδεκάδα|ντουζίνα": "12",
        "δεκάδα": "10",
        "εκατοντάδα": "100",
        "δεκαπενθήμερο": "15d 2w",
        "εικοσιτετράωρο": "1d",
        "σαρανταοκτάωρο": "2d",
        "τρία τέταρτα": "45min",
        "(?:ένα )?τέταρτο": "15min",
        "εξάμηνο": "6mo",
        "τρίμηνο": "3mo",
    },
    "en": {
        "half a dozen": "6",
        "dozen": "12",
        "fortnight": "2w",
        "three quarters of an hour": "45min",
        "quarter of an hour": "15min",
        "half an hour": "30min",
        "half a year": "6mo",
        "(?:a|one|each|every|per|the same) day|daily|overnight": "1d",
        "(?:a|one|each|every|per) week|weekly": "1w",
    },
    "es": {
        "media docena": "6",
        "docena": "12",
        "decena": "10",
        "veintena": "20",
        "centenar|centena": "100",
        "millar": "1000",
        "quincena|quince días": "15d 2w",
        "ocho días": "8d 1w",
        "tres cuartos de hora": "45min",
        "cuarto de hora": "15min",
        "semestre": "6mo",
        "trimestre": "3mo",
        "un (?:solo )?día": "1d",
    },
    "fa": {"دوجین": "12", "سه[‌ ]?ربع": "45min", "(?:یک )?ربع": "15min", "شبانه[‌ ]?روز": "1d"},
    "fil": {
        "dosena": "12",
        "sangkapat na oras": "15min",
        "isang araw": "1d",
        "dalawang araw": "2d",
        "tatlong araw": "3d",
        "isang linggo": "1w",
        "dalawang linggo": "2w",
        "tatlong linggo": "3w",
        "apat na linggo": "4w",
        "isang taon": "12mo",
        "dalawang taon": "24mo",
    },
    "fr": {
        "demi-douzaine": "6",
        "douzaine": "12",
        "dizaine": "10",
        "vingtaine": "20",
        "trentaine": "30",
        "quarantaine": "40",
        "cinquantaine": "50",
        "centaine": "100",
        "millier": "1000",
        "quinzaine": "15 15d 2w",
        "quinze jours": "15d 2w",
        "huit jours": "8d 1w",
        "trois quarts d.heure": "45min",
        "quart d.heure": "15min",
        "semestre": "6mo",
        "trimestre": "3mo",
        "un (?:seul )?jour|une (?:seule )?journée": "1d",
    },
    "he": {
        "תריסר": "12",
        "שלושת רבעי שעה": "45min",
        "רבע שעה": "15min",
        "מאתיים": "200",
        "אלפיים": "2000",
        "שעתיים": "2h",
        "יומיים": "2d",
        "יממה": "1d",
        "שבועיים": "2w",
        "חודשיים": "2mo",
        "שנתיים": "2y",
    },
    "hi": {
        "आधा दर्जन": "6",
        "दर्जन": "12",
        "पौन[ेा]? (?:एक )?घंट": "45min",
        "पखवाड़": "15d 2w",
        "चौथाई घंट": "15min",
    },
    "ht": {
        "douzèn": "12",
        "dizèn": "10",
        "twa ka dè": "45min",
        "ka dè": "15min",
        "kenz jou": "15d 2w",
        "uit jou": "8d 1w",
    },
    "it": {
        "mezza dozzina": "6",
        "dozzin[ae]": "12",
        "decin[ae]": "10",
        "ventina": "20",
        "trentina": "30",
        "quarantina": "40",
        "cinquantina": "50",
        "centinaio": "100",
        "migliaio": "1000",
        "quindicina": "15 15d 2w",
        "quindici giorni": "15d 2w",
        "otto giorni": "8d 1w",
        "tre quarti d.ora": "45min",
        "quarto d.ora": "15min",
        "semestre": "6mo",
        "trimestre": "3mo",
        "un (?:solo )?giorno|una (?:sola )?giornata": "1d",
    },
    "ja": {
        "半ダース": "6",
        "ダース": "12",
        "(?:丸|まる)?一(?:日|昼夜)": "1d",
        "(?:丸|まる)?二日": "2d",
        "三日": "3d",
        "一週間": "1w",
        "二週間": "2w",
        "三週間": "3w",
        "[一1１]年半": "18mo",
        "半年": "6mo",
        "半月": "15d 2w",
        "半日": "12h",
    },
    "ko": {
        "하루": "1d",
        "이틀": "2d",
        "사흘": "3d",
        "나흘": "4d",
        "닷새": "5d",
        "엿새": "6d",
        "이레": "7d",
        "여드레": "8d",
        "아흐레": "9d",
        "열흘": "10d",
        "보름": "15d 2w",
        "(?:두|이) ?주(?=일| |$)": "2w",
        "(?:세|삼) ?주(?=일| |$)": "3w",
        "(?:네|사) ?주(?=일| |$)": "4w",
        "일주일": "1w",
        "반년": "6mo",
        "[다타]스": "12",
    },
    "ne": {"दर्जन": "12", "पाउ घण्टा": "15min"},
    "nl": {
        "half dozijn": "6",
        "dozijn": "12",
        "tiental": "10",
        "twintigtal": "20",
        "honderdtal": "100",
        "drie kwartier": "45min",
        "kwartier": "15min",
        "etmaal": "1d",
        "acht dagen": "8d 1w",
        "anderhalf jaar": "18mo",
        "halfjaar": "6mo",
        "kwartaal": "3mo",
        "één dag|een dag": "1d",
    },
    "pa": {"ਦਰਜਨ": "12"},
    "pl": {
        "pół tuzina": "6",
        "tuzin": "12",
        "trzy kwadranse": "45min",
        "kwadrans": "15min",
        "dwie doby|dwóch dób": "2d",
        "trzy doby|trzech dób": "3d",
        "dob[aęyą]": "1d",
        "półrocz": "6mo",
        "kwartał": "3mo",
        "dziesiąt(?:ka|kę|ki)|dziesięcioro": "10",
        "setk[aęi]": "100",
    },
    "pt": {
        "meia dúzia": "6",
        "dúzia": "12",
        "dezena": "10",
        "vintena": "20",
        "centena": "100",
        "milhar": "1000",
        "quinzena|quinze dias": "15d 2w",
        "oito dias": "8d 1w",
        "três quartos de hora": "45min",
        "quarto de hora": "15min",
        "semestre": "6mo",
        "trimestre": "3mo",
        "um (?:só )?dia": "1d",
    },
    "ro": {
        "jumătate de duzină": "6",
        "duzin[ăa]": "12",
        "trei sferturi de or[ăe]": "45min",
        "sfert de or[ăe]": "15min",
        "semestr": "6mo",
        "trimestr": "3mo",
        "o (?:singură )?zi": "1d",
    },
    "ru": {
        "полдюжин": "6",
        "дюжин": "12",
        "десят(?:ок|ка|ке)": "10",
        "сотн[яюие]": "100",
        "три четверти часа": "45min",
        "четверть часа": "15min",
        "двое суток|двух суток": "2d",
        "трое суток|тр[её]х суток": "3d",
        "сут(?:ки|ок|ках)": "1d",
        "(?:в течение|в продолжение|через|сроком до) года": "12mo",
        "полугоди": "6mo",
        "квартал": "3mo",
    },
    "sw": {
        "dazeni": "12",
        "robo saa": "15min",
        "siku mbili": "2d",
        "siku tatu": "3d",
        "wiki moja": "1w",
        "wiki mbili": "2w",
        "wiki tatu": "3w",
        "wiki nne": "4w",
        "mwaka mmoja": "12mo",
        "miaka miwili": "24mo",
    },
    "th": {
        "ครึ่งโหล": "6",
        "โหล": "12",
        "สอง(?:สัปดาห์|อาทิตย์)": "2w",
        "(?:หนึ่งวัน|วันเดียว)": "1d",
    },
    "tr": {
        "yarım düzine": "6",
        "düzine": "12",
        "çeyrek saat": "15min",
        "on beş gün": "15d 2w",
        "bir gün": "1d",
    },
    "uk": {
        "півдюжин": "6",
        "дюжин": "12",
        "десят(?:ок|ка)": "10",
        "сотн[яюі]": "100",
        "три чверті години": "45min",
        "чверть години": "15min",
        "дв[іо]\\w* д[оі]б[иі]?": "2d",
        "доб[аиуоі]\\w*": "1d",
        "півріччя": "6mo",
        "квартал": "3mo",
    },
    "ur": {"آدھا درجن": "6", "درجن": "12", "پون[ےا]? گھنٹ": "45min"},
    "vi": {"nửa tá": "6", "(?:một )?tá": "12", "một ngày đêm": "1d", "một ngày": "1d"},
    "zh": {
        "半打": "6",
        "一打": "12",
        "一刻[钟鐘]?": "15min",
        "三刻[钟鐘]?": "45min",
        "一(?:天|日|[昼晝]夜)|整天": "1d",
        "[两兩二]天": "2d",
        "三天": "3d",
        "一(?:[周週]|[个個]?星期)": "1w",
        "[两兩二](?:[周週]|[个個]?星期)": "2w",
        "三(?:[周週]|[个個]?星期)": "3w",
        "四(?:[周週]|[个個]?星期)": "4w",
        "半[个個]?月": "15d 2w",
        "一年半": "18mo",
        "一年": "12mo",
        "[两兩二]年半": "30mo",
        "半年": "6mo",
        "季度": "3mo",
    },
}
"""Such words, as they stand in small letters, and the values that they may have. The longer stand
before those in them. The words are the writer's own choice."""

_CENTURIES = {
    name: 13 + place
    for place, name in enumerate(
        (
            *("Duecento", "Trecento", "Quattrocento", "Cinquecento"),
            *("Seicento", "Settecento", "Ottocento", "Novecento"),
        )
    )
}
"""Italian centuries, which a capital letter tells from plain numbers."""

_WITH_PARTS = {
    "bn": (
        r"দেড়|দেড়",
        r"আড়াই|আড়াই",
        r"সোয়া|সোয়া",
        ("শ|শত|শো", "হাজার", "লাখ|লক্ষ", "কোটি"),
    ),
    "hi": (
        r"डेढ़|डेढ़|डेढ",
        r"ढाई|अढ़ाई",
        r"सवा",
        ("सौ", "हज़ार|हज़ार|हजार", "लाख", "करोड़|करोड़"),
    ),
    "ne": (r"डेढ", r"अढाई", r"सवा", ("सय", "हजार", "लाख", "करोड")),
    "pa": (r"ਡੇਢ", r"ਢਾਈ", r"ਸਵਾ", ("ਸੌ", "ਹਜ਼ਾਰ|ਹਜ਼ਾਰ", "ਲੱਖ", "ਕਰੋੜ")),
    "ur": (r"ڈیڑھ", r"ڈھائی|اڑھائی", r"سوا", ("سو", "ہزار", "لاکھ", "کروڑ")),
}
"""One and a half, two and a half, one and a quarter; a hundred, a thousand, a hundred thousand, ten
million."""
_AND_PARTS = (Fraction(3, 2), Fraction(5, 2), Fraction(5, 4))
_SCALES = (100, 1_000, 100_000, 10_000_000)


def says_in_idiom(pair: Pair, number: Number) -> bool:
    """Say whether a translation has a word of its own for a number, or its value in other units.

    In a dose and in a crisis note, 24 hours are no day, and 14 days no two weeks.
    """
    only = _unit_behind(pair, number) if is_exact(pair) else ""
    said = _values(pair.target.plain, pair.language.locale, only)
    return not _wanted(pair, number).isdisjoint(said)


def is_exact(pair: Pair) -> bool:
    """Say whether each number of a text must stay as it is, in its own unit."""
    return pair.is_crisis or speaks_of_dose(pair.source.plain)


def _unit_behind(pair: Pair, number: Number) -> str:
    return _OF_UNITS.get(unit_after(pair.source.plain[number.end :][:30], "en"), "")


def times_said(text: str, locale: str) -> frozenset[tuple[str, Fraction]]:
    """Return the amounts of time that a text says in words: as minutes, and as months."""
    return frozenset(one for one in _values(text, locale) if one[0] in ("time", "months"))


def amount_of_time(value: Fraction, unit: str) -> tuple[str, Fraction] | None:
    """Return an amount of a unit in minutes or in months; nothing of what is no time."""
    own = _OF_UNITS.get(unit, "")
    return _amount(value, own) if own else None


def other_idiom(pair: Pair, number: Number) -> str:
    """Return a word for another number of the same kind, which nothing in the English explains."""
    kinds = {kind for kind, _ in _wanted(pair, number)}
    known = _values(pair.source.plain, "en").union(
        *(_wanted(pair, one) for one in find_numbers(pair.source.plain, ENGLISH))
    )
    if "quarter" in pair.source.plain:  # of whatever, and so of no hour or year
        known |= _QUARTERS
    for word, values in _idioms(pair.target.plain, language_of(pair.language.locale)):
        if {kind for kind, _ in values} <= kinds and known.isdisjoint(values):
            return word
    return ""


_QUARTERS = frozenset(
    (unit, Fraction(count * of)) for unit, of in (("time", 15), ("months", 3)) for count in (1, 3)
)


def _wanted(pair: Pair, number: Number) -> set[tuple[str, Fraction]]:
    plain, unit = pair.source.plain, _unit_behind(pair, number)
    values = number.amounts
    found = {_amount(value, unit) for value in values}
    if re.match(r"(?:st|nd|rd|th)?[\s-]century", plain[number.end :]):
        return {("century", value) for value in values}
    if re.match(r"[’']?s\b", plain[number.end :]):
        found |= {("century", value / 100 + 1) for value in values if value % 100 == 0}
    return found


def _amount(value: Fraction, unit: str) -> tuple[str, Fraction]:
    if unit in _MINUTES:
        return "time", value * _MINUTES[unit]
    if unit in _MONTHS:
        return "months", value * _MONTHS[unit]
    return unit or "count", value


@lru_cache(maxsize=2_000)
def _values(text: str, locale: str, only: str = "") -> frozenset[tuple[str, Fraction]]:
    """Return what a text says in words; where ``only`` is a unit, in this one and no longer one."""
    language = language_of(locale)
    found = {value for _, values in _idioms(text, language, only) for value in values}
    found |= set(_parted(text, language)) | set(_in_words(text, locale, only))
    return frozenset(found)


_LONGER = {"min": ("d", "w"), "h": ("d", "w")}
"""The units in which hours are not said where each counts."""

_CENTURY = re.compile(rf"\b(?:{'|'.join(_CENTURIES)})\b")


def _idioms(
    text: str, language: str, only: str = ""
) -> Iterator[tuple[str, set[tuple[str, Fraction]]]]:
    pattern, meanings = _pattern(language)
    longer = _LONGER.get(only, ())
    for match in pattern.finditer(text.lower()):
        values = meanings[match.lastgroup or ""].split()
        yield match[0], {_read(one) for one in values if not one.endswith(longer or "?")}
    if language == "it":
        for name in _CENTURY.findall(text):
            yield name, {("century", Fraction(_CENTURIES[name]))}


@cache
def _pattern(language: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    rows = _IDIOMS.get(language, {})
    either = "|".join(f"(?P<i{place}>{form})" for place, form in enumerate(rows))
    apart = "" if language in UNSPACED else r"(?<!\w)(?:ال|و|[הבלוש])?"
    meanings = {f"i{place}": values for place, values in enumerate(rows.values())}
    return re.compile(f"{apart}(?:{either})" if rows else "(?!)"), meanings


def _read(value: str) -> tuple[str, Fraction]:
    unit = value.lstrip("0123456789")
    return _amount(Fraction(value.removesuffix(unit)), unit)


def _in_words(text: str, locale: str, only: str = "") -> Iterator[tuple[str, Fraction]]:
    """Yield amounts of time whose numbers are words: deux semaines are 14 days."""
    for one in spelled_numbers(text, locale):
        unit = _OF_UNITS.get(unit_after(text[one.end :][:30], locale), "")
        if unit and only in ("", unit):
            for digits, count in one.numbers.items():
                if count == 1:
                    yield _amount(Fraction(digits), unit)


def _parted(text: str, language: str) -> Iterator[tuple[str, Fraction]]:
    """Yield what South Asian languages say by halves and quarters: डेढ़ हज़ार is 1,500."""
    forms = _WITH_PARTS.get(language)
    if not forms:
        return
    *parts, scales = forms
    for form, value in zip(parts, _AND_PARTS, strict=True):
        for match in re.finditer(rf"(?<!\w)(?:{form})", text):
            rest = text[match.end() :].lstrip()
            scale = next(
                (by for name, by in zip(scales, _SCALES, strict=True) if re.match(name, rest)), 1
            )
            unit = "" if scale > 1 else _OF_UNITS.get(unit_after(f" {rest[:30]}", language), "")
            yield _amount(value * scale, unit)
