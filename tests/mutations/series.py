"""Kinds of damage that come in series: one for each character, writing, region, tag or code."""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterator

from icu4py.messageformat import MessageFormat

from pipeline.check.rule import Floor
from pipeline.check.rules import RULES
from pipeline.check.services import digits
from pipeline.records.dialling import dialling_row
from pipeline.records.in_force import data_file, shipped
from pipeline.records.typography import cldr, parents_of, script_of
from pipeline.values.locale import language_of
from tests.conftest import ROOT
from tests.mutations.catalogs import Change
from tests.mutations.kind import Damage, Kind, Place, between_words

_MOST = 2
"""How often each is done in one catalog."""

_ODD = (
    "\u0007\u001b\u007f\u0085\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u200e"
    "\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068"
    "\u2069\u206a\u206f\u2800\u3164\ue000\uf8ff\ufdd0\ufe00\ufe0f\ufeff\uffa0\ufff9\ufffa\ufffb\uffff"
    "\u0600\u0601\u0605\u06dd\u08e2\u0336\u20dd\ufffc\U000e0001\U000e0041\U000e007f\U000e0100\U000f0000\U0010ffff"
)


def _name(letter: str) -> str:
    return f"U+{ord(letter):04X} {unicodedata.name(letter, '').lower()}".strip()


def _after_a_mark(letter: str) -> Callable[[Place], Iterator[Damage]]:
    """Put a character behind a full stop or comma, where no script needs one."""

    def damage(place: Place) -> Iterator[Damage]:
        match = re.search(r"[.,;:!?](?=\s)", place.text.target)
        if match:
            yield place.text.target[: match.end()] + letter * 2 + place.text.target[match.end() :]

    return damage


CHARACTERS = tuple(
    Kind(f"character {_name(letter)}", ("CAT012",), _after_a_mark(letter), most=_MOST)
    for letter in _ODD
)

_FILLINGS = {
    "Hangul fillers": "\u3164" * 60,
    "half-width fillers": "\uffa0" * 60,
    "a stretched line": "\u0640" * 60,
    "blanks of Braille": "\u2800" * 60,
    "one Han character over and over": "啊" * 42,
    "one Hangul syllable over and over": "아" * 42,
    "one letter over and over": "x" * 60,
    "one word over and over": "ayuda " * 20,
    "two words over and over": "ayuda ya " * 12,
    "points": "." * 60,
    "private use": "\ue000" * 60,
    "marks alone": "\u0301" * 40,
}


def _filled(filling: str) -> Callable[[Place], Iterator[Damage]]:
    def damage(place: Place) -> Iterator[Damage]:
        if place.text.is_crisis and len(place.text.source) > 20:
            yield " ".join([filling.strip(), *re.findall(r"\{\w+\}", place.text.target)])

    return damage


FILLINGS = tuple(
    Kind(f"crisis note of {name}", ("SAF006", "SAF008", "CAT012"), _filled(text), most=_MOST)
    for name, text in _FILLINGS.items()
)

_LINE = "18002738255"


def _zero(first: int) -> Callable[[str], str]:
    return lambda number: "".join(chr(first + int(one)) for one in number)


_WRITINGS: dict[str, Callable[[str], str]] = {
    "in a row": str,
    "with hyphens": lambda _: "1-800-273-8255",
    "with spaces": lambda _: "1 800 273 8255",
    "with points": lambda _: "1.800.273.8255",
    "with brackets": lambda _: "(800) 273-8255",
    "from abroad": lambda _: "+1 800 273 8255",
    "with dashes": lambda _: "1–800–273–8255",
    "as letters on the keys": lambda _: "1-800-273-TALK",
    "with a digit changed": lambda _: "1-800-273-8256",
    "with two digits swapped": lambda _: "1-800-273-8525",
    "digit by digit": " ".join,
    "full-width": _zero(0xFF10),
    "in Arabic digits": _zero(0x660),
    "in Persian digits": _zero(0x6F0),
    "in Devanagari digits": _zero(0x966),
    "in Bengali digits": _zero(0x9E6),
    "in Thai digits": _zero(0xE50),
    "in Khmer digits": _zero(0x17E0),
    "in bold mathematical digits": _zero(0x1D7CE),
    "in double-struck digits": _zero(0x1D7D8),
    "in raised digits": lambda number: number.translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")),
    "in lowered digits": lambda number: number.translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")),
    "in circles": lambda number: number.translate(str.maketrans("0123456789", "⓪①②③④⑤⑥⑦⑧⑨")),
    "in keycaps": lambda number: "".join(f"{one}\ufe0f\u20e3" for one in number),
    "with joiners between": "\u200d".join,
    "as a link": lambda number: f"[x](tel:{number})",
    "as a link for text messages": lambda number: f"[x](sms:{number})",
}


def _put(what: str) -> Callable[[Place], Iterator[Damage]]:
    def damage(place: Place) -> Iterator[Damage]:
        if not (place.text.is_crisis or place.text.is_sheet):
            yield between_words(place, f" {what}")

    return damage


WRITINGS = tuple(
    Kind(f"number on record typed {name}", ("SAF013",), _put(write(_LINE)), most=_MOST)
    for name, write in _WRITINGS.items()
)


SHORT = tuple(
    Kind(f"988 typed as {written}", ("SAF013",), _put(written), most=_MOST)
    for written in ("Tel. 988", "Tel.: 988", "☎ 988", "📞 988", "[988](tel:988)", "[☎](sms:988)")
)


def _labelled(form: str) -> Callable[[Place], Iterator[Damage]]:
    """Put a number beside a word for who comes in an emergency, as the language has it."""

    def damage(place: Place) -> Iterator[Damage]:
        services = dialling_row(place.text.locale).get("service", ())
        word = next(filter(str.isalpha, services), "")
        if word and not (place.text.is_crisis or place.text.is_sheet):
            yield f"{place.text.target} ● {form.format(word)}"

    return damage


LABELS = tuple(
    Kind(f"number typed as {form.format('ambulance')}", ("SAF013",), _labelled(form), most=_MOST)
    for form in ("112 – {}", "{}: 112", "911 / 112 = {}")
)


def _at_a_place(form: str) -> Callable[[Place], Iterator[Damage]]:
    """Put a number beside a word for where one goes in an emergency, as the language has it."""

    def damage(place: Place) -> Iterator[Damage]:
        row = dialling_row(place.text.locale)
        words = [next(filter(_PLAIN.fullmatch, row.get(name, ())), "") for name in _OF_PLACES]
        if all(words) and not (place.text.is_crisis or place.text.is_sheet):
            yield f"{place.text.target} ● {form.format(*words)}"

    return damage


_OF_PLACES = "place", "either"
_PLAIN = re.compile(r"[\w\s\u0900-\u17ff]+")

PLACES = tuple(
    Kind(f"number typed as {form.format('hospital', 'or')}", ("SAF013",), _at_a_place(form))
    for form in ("{0} {1} 112", "112 {1} {0}", "{0} / 112")
)


def _of_its_country(form: str) -> Callable[[Place], Iterator[Damage]]:
    """Put a number beside the country that has it on record, by its name in the language."""

    def damage(place: Place) -> Iterator[Damage]:
        if not (place.text.is_crisis or place.text.is_sheet):
            country = cldr(place.text.locale).territories["ES"]
            yield f"{place.text.target} ● {form.format(country)}"

    return damage


def _as_people_say(place: Place) -> Iterator[Damage]:
    """Put a number beside what people of a language call the country that has it on record."""
    names = shipped("places").get(language_of(place.text.locale), {}).get("US", ())
    if not (place.text.is_crisis or place.text.is_sheet):
        for name in names:
            yield f"{place.text.target} ● {name}: 988"


OWNERS = (
    Kind("number typed as the States: 988", ("SAF013",), _as_people_say),
    *(
        Kind(f"number typed as {form.format('Spain')}", ("SAF013",), _of_its_country(form))
        for form in ("{}: 024", "{} – 024", "024 ({})")
    ),
    *(
        Kind(f"number typed as {written}", ("SAF013",), _put(f"● {written} ●"), most=_MOST)
        for written in ("CVV: 188", "Shout – 85258", "1800273TALK", "1-8OO-273-8255")
    ),
)

_MARKUP = ("9**8**8", "9*8*8", "**9****88**", "[9](https://x.org)88", "9\\88", "9&#56;8", "9`8`8")

PARTED = tuple(
    Kind(f"988 typed as {written}", ("SAF013",), _put(f"Tel. {written}"), most=_MOST)
    for written in _MARKUP
)


def _numbers() -> Iterator[tuple[str, str]]:
    """Yield regions and one long number of each."""
    for file in sorted((ROOT / "source/regions").glob("*.toml")):
        services = tomllib.loads(file.read_text(encoding="utf-8")).get("services", ())
        ways = [way for service in services for way in service["ways"]]
        long = [way["number"] for way in ways if len(digits(way.get("number", ""))) >= 5]
        if long:
            yield file.stem, long[0]


REGIONS = tuple(
    Kind(f"number of {code} typed", ("SAF013",), _put(number), most=1)
    for code, number in _numbers()
)


def _spelled(number: str) -> Callable[[Place], Iterator[Damage]]:
    """Put a number into crisis notes, each digit in words but those that stand in brackets."""

    def damage(place: Place) -> Iterator[Damage]:
        rows, locale = data_file("dialling"), place.text.locale
        names_of = (locale, *parents_of(locale), language_of(locale))
        name = next(one for one in names_of if one in rows)
        plain = re.sub(r"\[(.)[^\]]*\]", r"\1", rows[name]["digits"])
        names = [forms.split("|")[0] for forms in plain.split()]
        if place.text.is_crisis:
            gap = "" if name in ("zh", "ja", "ko") else " "
            groups = re.findall(r"\[(\d+)\]|(\d)", number)
            said = gap.join(figures or names[int(one)] for figures, one in groups)
            yield f"{place.text.target} {said}"

    return damage


SPELLED = tuple(
    Kind(
        f"{number} spelled digit by digit in a crisis note",
        ("SAF013",),
        _spelled(number),
        most=_MOST,
    )
    for number in ("988", "112", "911", "741741", "116123")
)


HALF_SPELLED = tuple(
    Kind(
        f"{number} spelled in a crisis note but for what is in brackets",
        ("SAF013",),
        _spelled(number),
        most=_MOST,
    )
    for number in ("9[88]", "9[8][8]", "[9]8[8]", "[1]1[2]", "1[12]", "[11]2")
)


def _said(*groups: int) -> Callable[[Place], Iterator[Damage]]:
    """Put a number in words into crisis notes: each group as ICU says it in the language."""

    def damage(place: Place) -> Iterator[Damage]:
        rows, locale = data_file("dialling"), place.text.locale
        names_of = (locale, *parents_of(locale), language_of(locale))
        row = rows[next(one for one in names_of if one in rows)]
        if place.text.is_crisis and row.get("spelled"):
            gap = "" if script_of(locale) in ("Hans", "Hant", "Jpan", "Kore", "Thai") else " "
            words = MessageFormat(f"{{n,spellout,%spellout-{row['spelled'].split()[0]}}}", locale)
            said = gap.join(words.format({"n": group}) for group in groups)
            plain = said.replace("\u00ad", "").replace("\u200b", "")
            yield f"{place.text.target} {plain}"

    return damage


SAID = tuple(
    Kind(
        f"{' '.join(map(str, groups))} in words in a crisis note",
        ("SAF013",),
        _said(*groups),
        most=_MOST,
    )
    for groups in ((112,), (911,), (988,), (9, 88), (116, 123), (800, 273, 82, 55))
)

_TAGS = (
    "<b>x</b>",
    "<br>",
    "<script>x</script>",
    '<img src="x">',
    '<iframe src="x"></iframe>',
    '<a href="tel:988">x</a>',
    "<style>*{display:none}</style>",
    '<svg onload="x">',
    "<!-- x -->",
    "<?php x ?>",
    "<![CDATA[x]]>",
    "<u>",
)


def _named(tag: str) -> str:
    return re.match(r"<([!?]*\[?\w*|!--)", tag)[1] or "comment"  # type: ignore[index]


TAGS = tuple(Kind(f"tag {_named(tag)}", ("TXT001",), _put(tag), most=_MOST) for tag in _TAGS)


def _comment(code: str) -> Callable[[Place], Iterator[Damage]]:
    def damage(place: Place) -> Iterator[Damage]:
        note = f"# polyleaf: ignore {code} we know better than the rule"
        yield Change(text=place.text, target=place.text.target, notes=(note,))

    return damage


COMMENTS = tuple(
    Kind(f"comment that would hide {rule.code}", ("CAT015",), _comment(rule.code), most=1)
    for rule in RULES
    if rule.floor is Floor.NEVER and rule.code[:3] in ("CIT", "SAF", "TXT", "CAT")
)


def _swap(old: str, new: str) -> Callable[[Place], Iterator[Damage]]:
    def damage(place: Place) -> Iterator[Damage]:
        if old in place.text.target:
            yield place.text.target.replace(old, new, 1)

    return damage


_AMOUNTS = (
    ("½", "¼"), ("½", "¾"), ("½", "⅓"), ("2½", "2¼"), ("2½", "3½"), ("3/4", "1/4"), ("3/4", "3/8"),
    ("10²", "10³"), ("10²", "10"), ("VI", "IV"), ("VI", "XI"), ("III", "II"), ("40 mg", "400 mg"),
    ("40 mg", "4 mg"), ("40 mg", "40 g"), ("40 mg", "40 µg"), ("40 mg", "40 ml"), ("17", "16"),
    ("45", "54"), ("24", "42"), ("38", "83"), ("38", "3,8"), ("25 %", "52 %"), ("25 %", "2,5 %"),
    ("2026", "2062"), ("2026", "2025"), ("m²", "m³"), ("CO₂", "CO₃"), ("10⁻³", "10⁻²"),
)  # fmt: skip

AMOUNTS = tuple(
    Kind(f"{old} made {new}", ("TXT004", "SAF004"), _swap(old, new), where="amounts")
    for old, new in _AMOUNTS
)
