"""Numbers of crisis services, anywhere on record, that stand where somebody typed them."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from pipeline.check.digits import DIGIT, in_digits, keyed, without_unseen
from pipeline.check.joined import Joined, joined_digits
from pipeline.check.labels import (
    label_forms,
    label_key,
    labels_beside,
    name_key,
    speaks_of_other_counts,
)
from pipeline.check.moments import stands_beside_month
from pipeline.check.services import country_code, digits, national
from pipeline.check.spelled import Spelled, spelled_numbers
from pipeline.check.to_dial import (
    BESIDE,
    is_amount,
    is_behind_sign,
    is_close_to_dial,
    is_date,
    is_label,
    is_of_a_part,
    is_said_to_dial,
    is_to_dial,
)
from pipeline.check.units import follows_unit
from pipeline.check.writing import words_of
from pipeline.records.dialling import dialling_of
from pipeline.values.lazy_regex import lazy_regex
from pipeline.values.region import Region

OnRecord = Mapping[str, str]
"""The digits of a number, after a plus where it is dialled with one, and what the record says.

Those of short numbers stand behind a region or a line's name, too, as `label_key` writes them, and
lines' names by themselves as `name_key` does.
"""

OnDemand = Callable[[], OnRecord]
"""Reads the regions' records when a text has a number that could be one of theirs."""

LONG = 5
"""From how many digits on a number on record is one wherever it stands."""

_NEAR = 9
"""From how many digits on a number that differs from one on record in a digit is no other's."""

_LEAST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A number on record, as it stands in a text, and what the record says of it."""

    text: str
    says: str
    is_sure: bool = True
    """Whether it can be no count of something."""


def numbers_on_record(regions: Iterable[Region]) -> OnRecord:
    """Return all numbers of some regions: printed, held back, replaced, and never to be printed."""
    found: dict[str, dict[str, list[str]]] = {}
    for region in regions:
        for number, says in _numbers(region):
            for form in _forms(number, region.code):
                codes = found.setdefault(form, {}).setdefault(says, [])
                codes += [] if region.code in codes else [region.code]
        for label, number in label_forms(region):
            if len(digits(number)) < LONG:
                key = label_key(label, digits(number))
                found.setdefault(key, {}).setdefault(f"{_NUMBER} {label}", [region.code])
        for service in region.services:
            for name in service.names.values():
                found.setdefault(name_key(name), {}).setdefault(_NAME, [region.code])
    for said in found.values():
        # A number that one line has, and another of the same region may never print, is a line's.
        lines = {*said.get(_LINE, ()), *said.get(_TEXTED, ())}
        rest = [one for one in said.get(_NEVER, ()) if one not in lines]
        if _NEVER in said:
            said[_NEVER] = rest
    return {
        form: "; ".join(
            f"{says} ({', '.join(codes[:_TOLD])})" for says, codes in said.items() if codes
        )
        for form, said in found.items()
    }


_LINE, _NEVER = "on record as a crisis line", "on record as never to be printed"
_TEXTED = "on record as a crisis line for text messages alone"
_NUMBER, _NAME = "on record as a number of", "on record as a line's name"

_TOLD = 6
"""How many regions are named."""


def _numbers(region: Region) -> Iterator[tuple[str, str]]:
    called = {
        digits(way.number)
        for service in region.services
        for way in service.ways
        if way.kind != "text"
    }
    for service in region.services:
        for way in service.ways:
            if way.number:
                yield way.number, _LINE if digits(way.number) in called else _TEXTED
        for other in service.replaces:
            yield other.number, "on record as replaced"
        for other in service.never:
            yield other.number, _NEVER
    for number in region.emergency.numbers:
        yield number, "on record as an emergency number"
    for other in (*region.never, *region.emergency.held):
        yield other.number, _NEVER


def _forms(number: str, region: str) -> Iterator[str]:
    """Yield how a number is dialled: as it stands, within its country, and from abroad."""
    own, inside = digits(number), national(number, region)
    code = country_code(region)
    for form in (own, inside):
        if len(form) >= _LEAST:
            yield form
    if code and inside:
        yield f"+{code}{inside}"
        if len(inside) >= LONG:
            yield from (f"{code}{inside}", f"00{code}{inside}", f"0{inside}")


_GAP = r"[ \t\u00a0\u2000-\u200a\u202f\u3000()\-‐‑‒–—.·・]"
_RUN = lazy_regex(rf"\+?\(?\d(?:{_GAP}{{0,3}}\d)*")
_KEYED = lazy_regex(
    r"\+?\(?\d[\d ().\-‐‑–—/_,:|~*·•]{0,30}"
    r"(?:[-‐‑–—. /_,:|~*·•]([A-Z]{4,7}|(?<!\s)[A-Za-z]{4,7})|(?<=\d)([A-Z]{4,7}))\b"
)
_MISTYPED = lazy_regex(r"(?<![^\W\d_])[\d(+][\dOoОоlI ().\-‐‑–]{7,26}(?![^\W\d_])")
_LETTERS = str.maketrans("OoОоlI", "000011")
"""Letters that look like 0 and 1, Latin and Cyrillic."""


def typed_numbers(
    text: str, locale: str, on_record: OnDemand, *, everywhere: bool = False
) -> Iterator[Typed]:
    """Yield the numbers on record that stand in a text of a language.

    A number of five digits and more is one wherever it stands; a shorter one where it stands as
    something to dial, or ``everywhere``.
    """
    found: list[Typed] = []
    plain = text
    has_digits = DIGIT.search(text) is not None
    if has_digits:
        plain = in_digits(text)
        for match in _RUN.finditer(plain):
            found += _in_run(plain, match, locale, on_record, everywhere=everywhere)
        found += _keyed(plain, on_record)
        found += _joined(plain, found, locale, on_record, everywhere=everywhere)
    words = dialling_of(locale)
    spelled = plain if plain is not text else without_unseen(text)
    # Of three in a row one may be a figure, and one a word that doubles the next.
    named = sum(map(words.words.__contains__, words_of(text))) if words.words else _SAID_TWICE
    if named >= (1 if has_digits else _SAID_TWICE):
        found += _named(spelled, locale, on_record, everywhere=everywhere)
    found += _in_words(spelled, found, locale, on_record, everywhere=everywhere)
    yield from found
    if found:
        yield from _beside(plain, found)


_SAID_TWICE = 2
"""Names of digits that a number of three has at least, where no figure is in the text."""


def _in_run(
    text: str, match: re.Match[str], locale: str, on_record: OnDemand, *, everywhere: bool
) -> Iterator[Typed]:
    number, groups = digits(match[0]), re.findall(r"\d+", match[0])
    if len(number) < _LEAST:
        return
    if len(number) < LONG:
        is_said = is_said_to_dial(text, match.start(), locale)
        if _is_short(match[0], groups) or (is_said and _SPACED.fullmatch(match[0])):
            place = (text, match.start(), match.end(), locale)
            beside = not is_amount(*place) if everywhere else is_to_dial(*place)
            beside = beside or _SPELLED.fullmatch(match[0].strip()) is not None
            if not beside and (says := _labelled(text, match, locale, on_record)):
                counts = speaks_of_other_counts(text, match.start(), locale, on_record)
                yield Typed(text=match[0], says=says, is_sure=not counts)
            if beside and (says := _said(match[0], number, on_record())):
                shown = match[0] if ")" in match[0] else match[0].lstrip("(")
                yield Typed(text=shown, says=says)
        return
    if _is_grouped(match[0], groups):
        return
    if len(number) <= _OF_DAY and _is_other(text, match, groups, locale, everywhere=everywhere):
        return
    if says := _said(match[0], number, on_record()):
        yield Typed(text=match[0], says=says)
    elif len(groups) > 1 and (rest := _without_amount(match[0], groups)):
        if says := _said(rest, digits(rest), on_record()):
            yield Typed(text=rest, says=says)
        elif len(number) > _NEAR:
            yield from _within(match[0], on_record())
    elif len(groups) > 1 and len(number) > _NEAR:
        yield from _within(match[0], on_record())


def _labelled(text: str, match: re.Match[str], locale: str, on_record: OnDemand) -> str:
    """Return what the record of a place or a line says of its number, which stands beside it."""
    for label in labels_beside(text, match.start(), match.end(), locale):
        if says := on_record().get(label_key(label, digits(match[0]))):
            return says
    return ""


def _is_short(shown: str, groups: Sequence[str]) -> bool:
    """Say whether a few digits are one number: 988, 9-8-8, 31 14, +1 988; 9-11 are hours."""
    if "." in shown.rstrip("."):
        return False
    sizes = set(map(len, groups))
    is_spaced = len(sizes) == 1 and not re.search(r"\d[^\d \u00a0\u202f]+\d", shown)
    is_spelled = sizes == {1} and len(groups) > _HOURS
    return len(groups) == 1 or is_spelled or is_spaced or shown.startswith("+")


_SPACED = lazy_regex(r"\d+(?:[ \u00a0\u202f\u3000]\d+)+")
"""Digits in groups, of which "call 9 88" makes one number."""

_SPELLED = lazy_regex(r"\(?\d(?:[-‐‑]\d){2}\)?")
"""Three digits one by one, as 9-1-1 is said: nothing but a telephone number is."""

_HOURS = 2
"""As many groups of digits are hours, from and to."""

_OF_DAY = 8
"""Digits of a day, and of a row of pages, at most."""


def _is_other(
    text: str, match: re.Match[str], groups: Sequence[str], locale: str, *, everywhere: bool
) -> bool:
    """Say whether digits are a day or some pages, and no telephone number."""
    joiners = re.findall(r"[^\d+]+", match[0].strip("( "))
    if everywhere or is_said_to_dial(text, match.start(), locale):
        return False
    is_numbered = len(groups) == _ENDS and is_of_a_part(text, match.start(), locale)
    return is_numbered or is_date(groups, joiners)


_ENDS = 2
"""Numbers of a row of pages: from one to the other."""


def _joined(
    text: str, found: Sequence[Typed], locale: str, on_record: OnDemand, *, everywhere: bool
) -> Iterator[Typed]:
    """Yield numbers whose digits other signs part than a telephone number's: 9.8.8, 116/123."""
    known, told = {digits(one.text) for one in found}, 0
    for joined in joined_digits(text):
        if joined.number in known or joined.start < told:
            continue
        alone = everywhere or len(joined.number) >= _NEAR
        if not (alone or _is_joined_to_dial(text, joined, locale)):
            continue
        if says := on_record().get(joined.number):
            told = joined.end
            yield Typed(text=text[joined.start : joined.end], says=says)


def _is_joined_to_dial(text: str, joined: Joined, locale: str) -> bool:
    """Say whether digits that odd signs part stand close to a word for dialling.

    A day, and digits between commas, need the word right before them; what begins a text that is no
    sentence, between points, may be a heading's number.
    """
    if not is_to_dial(text, joined.start, joined.end, locale):
        return False
    if is_behind_sign(text, joined.start):
        return True
    if is_of_a_part(text, joined.start, locale):
        return False
    if is_said_to_dial(text, joined.start, locale):
        return True
    if is_date(joined.groups, joined.joiners):
        return False
    if joined.is_list and not dialling_of(locale).together:
        return False
    return not _is_of_heading(text, joined) and is_close_to_dial(
        text, joined.start, joined.end, locale
    )


def _is_of_heading(text: str, joined: Joined) -> bool:
    """Say whether digits number a heading: 1.1.2 Crisis line; no sheet has a part 9.8.8."""
    is_first = "." in joined.joiners and not text[: joined.start].strip()
    is_sentence = text.rstrip(' \u00a0»”"’)').endswith(
        (".", "!", "?", "。", "！", "？", "।", "۔", "؟")
    )
    return is_first and not is_sentence and max(map(int, joined.groups)) <= _PARTS


_PARTS = 6
"""Parts of a part of an article, at most."""


def _without_amount(shown: str, groups: Sequence[str]) -> str:
    """Return a number without the amount that stands before it by chance: of "60 18111", 18111."""
    is_amount = len(groups[0]) <= _LEAST and not groups[0].startswith("0")
    rest = shown[len(groups[0]) :].lstrip(" \u00a0\u202f")
    is_apart = shown.startswith(f"{groups[0]} ") and len(digits(rest)) >= LONG
    return rest if is_amount and is_apart else ""


def _keyed(text: str, on_record: OnDemand) -> Iterator[Typed]:
    """Yield numbers with letters: those on a telephone's keys, and O and l for 0 and 1."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    for match in _KEYED.finditer(plain):
        number = digits(match[0]) + keyed(match[1] or match[2])
        groups = re.findall(r"\d+", match[0])
        for form in (number, number.removeprefix(groups[0])):
            if says := on_record().get(form):
                yield Typed(text=match[0].strip(), says=says)
                break
    for match in _MISTYPED.finditer(text):
        number = digits(match[0].translate(_LETTERS))
        is_letter = match[0] != match[0].translate(_LETTERS)
        if is_letter and len(number) >= _NEAR and (says := on_record().get(number)):
            yield Typed(text=match[0].strip(), says=says)


def _beside(text: str, found: Sequence[Typed]) -> Iterator[Typed]:
    """Yield further telephone numbers of a text that has one on record: lines that nobody knows."""
    told = {one.text for one in found}
    for match in _RUN.finditer(text):
        if not _SUBSCRIBER <= len(digits(match[0])) <= _LONGEST:
            continue
        if not any(one in match[0] or match[0] in one for one in told):
            yield Typed(text=match[0], says="on no record, beside one that is")


_SUBSCRIBER, _LONGEST = 7, 15
"""Digits of a subscriber's number, and of the longest number of any network, after ITU-T E.164."""


def _said(shown: str, number: str, on_record: OnRecord) -> str:
    """Return what the record says of a number, empty where it has no such."""
    exact = on_record.get(f"+{number}" if shown.startswith("+") else number)
    if exact or len(number) < LONG:
        return exact or ""
    if number in on_record:
        return on_record[number]
    if len(number) >= _NEAR:
        for known, says in on_record.items():
            if len(known) == len(number) and _differ_in_one(known, number):
                return f"but for a digit or two {known}, {says}"
    return ""


def _differ_in_one(one: str, other: str) -> bool:
    """Say whether two numbers differ in one digit, or in two neighbours that changed places."""
    places = [place for place, pair in enumerate(zip(one, other, strict=True)) if len({*pair}) > 1]
    if len(places) == 1:
        return True
    return (
        len(places) == 2
        and places[1] == places[0] + 1
        and one[places[0]] == other[places[1]]
        and one[places[1]] == other[places[0]]
    )


def _within(shown: str, on_record: OnRecord) -> Iterator[Typed]:
    """Yield long numbers on record among several that stand in a row."""
    groups = list(re.finditer(r"\d+", shown))
    count = len(digits(shown))
    for place, first in enumerate(groups):
        number = ""
        for last in groups[place:]:
            number += last[0]
            if len(number) > _LONGEST_FORM:
                break
            if _LONG_ALONE <= len(number) < count and number in on_record:
                yield Typed(text=shown[first.start() : last.end()], says=on_record[number])
                return


_LONGEST_FORM = 20
"""Digits of the longest number with 00 and its country's code before it."""

_LONG_ALONE = 10
"""From how many digits on a number is told among others by itself."""


def _is_grouped(shown: str, groups: Sequence[str]) -> bool:
    """Say whether points part thousands: 116.123 is an amount, 1.800.273.8255 is none."""
    return "." in shown and len(groups) == 2 and len(groups[0]) <= 3 and len(groups[1]) == 3


def _named(text: str, locale: str, on_record: OnDemand, *, everywhere: bool) -> Iterator[Typed]:
    """Yield numbers that are spelled digit by digit, in the words of the language."""
    words = dialling_of(locale)
    for match in words.names.finditer(text):
        before, after = text[max(0, match.start() - BESIDE) : match.start()], text[match.end() :]
        beside = (
            words.before.search(before)
            or words.after.search(after[:BESIDE])
            or words.contact.search(before)
            or words.contacted.search(after[:BESIDE])
            or is_label(before, after[:BESIDE], locale)
        )
        whole = match[0]
        for row in (whole, _DIGITS_AROUND.sub("", whole)):
            number = words.number_of(row)
            if row.isdecimal() or not (everywhere or len(number) >= LONG or beside):
                continue
            if _NUMERAL.match(after) or _NUMERAL.match(before[-1:]):
                continue
            if row is whole and _is_amount_behind(row[-1:], before, after, locale):
                continue
            if says := on_record().get(number):
                yield Typed(text=row, says=says)
                break


def _in_words(
    text: str, found: Sequence[Typed], locale: str, on_record: OnDemand, *, everywhere: bool
) -> Iterator[Typed]:
    """Yield numbers that are said otherwise than digit by digit: nine eleven, ciento doce.

    English ones count in every language: many readers say them in a country whose lines they call.
    """
    known, told = {one.text for one in found}, 0
    rows = [*spelled_numbers(text, locale, with_figures=True, several=True)]
    if locale != "en" and _has_english(text):
        rows += spelled_numbers(text, "en", with_figures=True, several=True)
    for spelled in rows:
        shown = text[spelled.start : spelled.end]
        if spelled.start < told or any(shown in one or one in shown for one in known):
            continue
        for number in sorted(spelled.numbers, key=lambda one: (spelled.numbers[one], one)):
            if not _is_said_to_dial(text, spelled, number, locale, everywhere=everywhere):
                continue
            if says := on_record().get(number):
                told = spelled.end
                yield Typed(text=shown, says=f"{number}, {says}")
                break


def _has_english(text: str) -> bool:
    """Say whether a text has a word of an English number; most of other languages have none."""
    may_have = not _ENGLISH.isdisjoint(words_of(text)) or any(one in text for one in _PARTING)
    return may_have and _ENGLISH_WORD.search(text) is not None


_ENGLISH = frozenset(
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "eleven", "twelve")
) | {"hundred", "zero"}
_ENGLISH_WORD = lazy_regex(rf"\b(?:{'|'.join(sorted(_ENGLISH))})\b", re.IGNORECASE)
_PARTING = "'’ſ"
"""What may hide such a word from those of the text: it is part of one, or has an odd letter."""


def _is_said_to_dial(
    text: str, spelled: Spelled, number: str, locale: str, *, everywhere: bool
) -> bool:
    """Say whether words of a number are those of a telephone number, and of no amount.

    One number of five digits and more is an amount where nothing says to dial it; two digits that
    are said one by one are two numbers.
    """
    is_row = spelled.numbers[number] > 1
    if is_row and len(number) >= (_NEAR if spelled.is_list else LONG):
        return True
    is_few = len(number) < _LEAST or (is_row and len(number) == _LEAST)
    words, after = dialling_of(locale), text[spelled.end : spelled.end + BESIDE]
    if is_few or spelled.is_list or words.counted.search(after):
        return False
    before = text[max(0, spelled.start - BESIDE) : spelled.start]
    if _is_amount_behind(text[spelled.start : spelled.end], before, after, locale):
        return False
    if words.before.search(before) or words.after.search(after):
        return True
    if len(number) > _LEAST and is_label(before, after, locale):
        return True
    return everywhere and len(number) > _LEAST and (is_row or not number.endswith("00"))


def _is_amount_behind(shown: str, before: str, after: str, locale: str) -> bool:
    """Say whether figures among words of numbers count what follows: one 12-week course."""
    if not re.search(r"\d", shown):
        return False
    is_beside = not dialling_of(locale).together and _OF_AMOUNT.match(after)
    return bool(
        is_beside or follows_unit(after, locale) or stands_beside_month(before, after, locale)
    )


_OF_AMOUNT = lazy_regex(r"[-‐‑]?[^\W\d_]|\s?[%‰°€$£¥]")
"""Behind figures: one 12-week course, two 15-minute talks, one 12th."""

_DIGITS_AROUND = lazy_regex(r"^[\d\W_]+|[\d\W_]+$")
"""Digits before and behind the names of digits: of hours, and of days."""


_NUMERAL = lazy_regex(r"[十百千万萬亿億年月日〇零一二三四五六七八九%％]")
"""What makes a row of Han numerals a year or an amount."""


def dialled(target: str) -> str:
    """Return the number that a link dials or texts, empty where it leads elsewhere."""
    match = _DIALS.match(unquote(target))
    return in_digits(next(filter(None, match.groups()), "")) if match else ""


_DIALS = lazy_regex(
    r"(?:whatsapp://send|https?://(?:www\.)?(?:wa\.me/|api\.whatsapp\.com/send))/?(?:\?phone=)?"
    r"(\+?\d+)"
    r"|(?:tel|sms|smsto|mms|callto|whatsapp):(?://)?([^?;,&]*)"
    r"|(?:sips?|skype|viber|facetime|facetime-audio):(?://)?(\+?\d[\d().\-\s]*)",
    re.IGNORECASE,
)
"""Links that dial or text a number, also through a program for calls and messages."""


def same_number(one: str, other: str) -> bool:
    """Say whether two numbers are the same, but for the code of a country or a leading zero."""
    first, second = (digits(_with_keys(number)) for number in (one, other))
    longer, shorter = sorted((first, second), key=len, reverse=True)
    rest = longer.removesuffix(shorter.removeprefix("0"))
    return bool(shorter) and (longer == shorter or (rest != longer and len(rest) <= _CODE))


_CODE = 5
"""Digits of the longest country code with its 00."""


def _with_keys(number: str) -> str:
    return re.sub(r"[A-Za-z]+", lambda letters: keyed(letters[0]), number)


def shown_number(text: str) -> str:
    """Return the number that a link's text shows, in digits, empty where it shows none."""
    plain = in_digits(text).strip()
    match = re.search(r"\+?\(?\d[\dA-Z ().\-‐‑–\u00a0]*", plain)
    if not match:
        return ""
    shown = re.sub(r"\s+[A-Z]{1,3}$", "", match[0].strip())
    return shown if len(digits(_with_keys(shown))) >= _LEAST else ""
